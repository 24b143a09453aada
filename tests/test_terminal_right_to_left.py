"""Pages of a language that is read from right to left: turned by us, or left to the terminal."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from made_up_arabic import MADE_UP_ARABIC
from mini import make_assessment, make_library
from rich.cells import cell_len

from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.terminal.batch_bar import watched
from nlc_toolkit.terminal.bidi import joined, visual
from nlc_toolkit.terminal.console import DirectedConsole
from nlc_toolkit.terminal.dialogue import Dialogue
from nlc_toolkit.terminal.page import Page, laid_out, padded
from nlc_toolkit.terminal.showing import show_result

if TYPE_CHECKING:
    from nlc_toolkit.terminal.bidi import Bidi, Direction

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
SENTENCE = "تعمل المدينة مع الحكومة الوطنية على الوقاية من الكراهية والتطرف في كل حي ومدرسة، وتكتب ذلك في خطة واضحة"


def console(bidi: Bidi = "visual", direction: Direction = "rtl", *, plain: bool = False) -> DirectedConsole:
    return DirectedConsole(
        direction=direction,
        bidi=bidi,
        file=io.StringIO(),
        width=40,
        height=30,
        force_terminal=not plain,
        color_system=None if plain else "standard",
        legacy_windows=False,
        _environ={},
    )


def shown(page: Page) -> list[str]:
    return [line.plain for line in page.drawn()]


def test_paragraphs_begin_at_the_right_margin_and_run_downwards() -> None:
    page = Page(console())
    page.text(SENTENCE)
    lines = shown(page)
    assert len(lines) == 3
    assert [cell_len(line) for line in lines] == [40, 40, 40]
    assert lines[0].endswith(visual("تعمل المدينة", "rtl"))
    assert lines[-1].lstrip(" ").startswith(visual("واضحة", "rtl"))


def test_labels_stand_at_the_right_and_lines_hang_beside_them() -> None:
    page = Page(console())
    page.text(SENTENCE, label="3  ")
    first, *rest = shown(page)
    assert first.endswith("  3")
    assert all(line.endswith("   ") and line[-4] != " " for line in rest)


def test_a_latin_label_before_a_latin_text_stays_at_the_right() -> None:
    page = Page(console())
    page.text("Port Amara", label="p06  ")
    assert shown(page) == [" " * 25 + "Port Amara  p06"]


def test_wrapping_measures_joined_letters() -> None:
    page = Page(console())
    page.text("لا " * 20)
    assert shown(page) == [visual("لا", "rtl").join([" "] * 21)[1:-1].rjust(40)]


def test_columns_are_mirrored_and_line_up() -> None:
    page = Page(console())
    cells = ("p01 السلام والأمان", "p02 مدوّنة سلوك", "p03 Latin title", "لا")
    for cell in cells:
        page.columns([(cell, 20), ("1.5", -6), ("80%", -8)])
    lines = shown(page)
    assert [cell_len(line) for line in lines] == [40] * 4
    assert all(cell_len(line[: line.index("1.5")]) == 14 for line in lines)
    assert all(line[6:9] == "80%" for line in lines)
    assert lines[0].endswith(visual("p01 السلام والأمان", "rtl"))


def test_start_and_end_of_a_line_change_sides() -> None:
    page = Page(console())
    page.pair("عنوان", "نهاية")
    assert shown(page) == [visual("نهاية", "rtl") + " " * 30 + visual("عنوان", "rtl")]


def test_a_bar_grows_from_the_right() -> None:
    page = Page(console())
    page.text(f"{page.bar(0.25)} 3 من 12")
    (line,) = shown(page)
    assert line.endswith("░" * 15 + "█" * 5)


def test_what_is_to_be_copied_stays_as_it_is_stored() -> None:
    page = Page(console())
    page.whole("nlc report الرباط-2026.json", indent=4)
    assert shown(page) == ["    nlc report الرباط-2026.json"]


def test_a_plain_page_is_turned_and_not_moved() -> None:
    page = Page(console(plain=True))
    page.text("مرحبا بكم", label="- ")
    page.text("مرحبا")
    assert shown(page) == [visual("مرحبا بكم", "rtl") + " -", visual("مرحبا", "rtl")]
    assert not page.in_columns


def test_left_to_the_terminal_nothing_is_turned_moved_or_marked() -> None:
    page = Page(console("logical"))
    page.text("مرحبا (p06)", label="3  ")
    page.pair("عنوان", "نهاية")
    first, second = shown(page)
    assert first == "3  مرحبا (p06)"
    assert second == "عنوان" + " " * 30 + "نهاية"
    assert not page.in_columns
    assert page.may_be_turned


def test_arabic_in_a_left_to_right_table_keeps_to_its_cell() -> None:
    page = Page(console(direction="ltr"))
    for name in ("الرباط 2030", "Rabat 2030", "لا"):
        page.columns([(name, 20), ("1.5", -6), ("x", -4)])
    lines = shown(page)
    assert lines[0].startswith(visual("الرباط 2030", "ltr"))
    assert all(cell_len(line[: line.index("1.5")]) == 23 for line in lines)
    assert page.in_columns


def test_padding_counts_cells() -> None:
    assert cell_len(padded("مدوّن", 10)) == 10
    assert padded("漢字", 5) == "漢字 "
    assert padded("long word", 4) == "long word "


def test_sentences_of_commands_are_turned_line_by_line_and_wrapped_only_on_a_window() -> None:
    window, pipe = console(), console(plain=True)
    text = f"مرحبا:\n\n  nlc demo   {SENTENCE}"
    lines = laid_out(text, window).split("\n")
    assert len(lines) > 5
    assert lines[1] == ""
    assert all(cell_len(line) == 40 for line in lines if line)
    assert lines[2].endswith("nlc demo  ")
    assert all(line.endswith(" " * 13) for line in lines[3:])
    assert len(laid_out(text, pipe).split("\n")) == 3


def test_a_prompt_stands_at_the_left_with_its_words_turned() -> None:
    prompts: list[str] = []

    def read(prompt: str) -> str:
        prompts.append(prompt)
        return ""

    Dialogue(console(), read, MADE_UP_ARABIC).ask("المدينة")
    Dialogue(console("logical"), read, MADE_UP_ARABIC).ask("المدينة")
    assert prompts == [f"{visual('المدينة', 'rtl')} > ", "المدينة > "]


def test_the_bar_of_a_batch_is_mirrored_and_hands_everything_on() -> None:
    window = console()
    assert list(watched([1, 2, 3], title="تقارير", total=3, console=window)) == [1, 2, 3]
    file = window.file
    assert isinstance(file, io.StringIO)
    assert visual("تقارير", "rtl") in file.getvalue()


@pytest.mark.parametrize("bidi", ["visual", "logical"])
def test_a_whole_result_keeps_to_the_page(bidi: Bidi) -> None:
    window = console(bidi)
    window.width = 80
    library = make_library()
    show_result(window, library, compute_result(library, make_assessment()), MADE_UP_ARABIC)
    file = window.file
    assert isinstance(file, io.StringIO)
    lines = [COLOUR.sub("", line) for line in file.getvalue().splitlines() if "://" not in line]
    assert len(lines) > 20
    assert all(cell_len(line) <= 80 for line in lines)
    assert any(letter in file.getvalue() for letter in joined("سلام")) == (bidi == "visual")
