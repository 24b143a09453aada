"""A page of terminal text: wrapped and aligned by display width, never taller than it must be."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from nlc_toolkit.terminal.console import make_console, printable
from nlc_toolkit.terminal.page import Page, laid_out


def console(*, width: int = 40, height: int = 10, plain: bool = False) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        height=height,
        force_terminal=True,
        color_system=None if plain else "standard",
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def shown(page: Page) -> list[str]:
    page.show()
    file = page.console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue().splitlines()


def test_wrapped_lines_hang_below_the_text_after_the_label() -> None:
    page = Page(console())
    page.text("one two three four five six seven eight nine ten", label="3  ")
    lines = shown(page)
    assert len(lines) > 1
    assert lines[0].startswith("3  one")
    assert all(line.startswith("   ") and line[3] != " " for line in lines[1:])


@pytest.mark.parametrize("text", ["漢字漢字漢字" * 10, "word " * 30, "x" * 200, "👩‍👩‍👧‍👦 " * 20, "e\u0301" * 90])
def test_no_line_is_wider_than_the_window(text: str) -> None:
    page = Page(console())
    page.text(text, label="10  ")
    page.columns([(text, 20), (text, -10)])
    for line in shown(page)[:-1]:
        assert cell_len(line) <= 40


def test_no_line_ends_at_a_space_that_does_not_break() -> None:
    page = Page(console(width=21))
    page.text("Quel est le niveau ici\u00a0? Oui\u00a0!")
    assert [line.replace("\u00a0", "_") for line in shown(page)] == ["Quel est le niveau", "ici_? Oui_!"]


def test_columns_align_wide_characters() -> None:
    page = Page(console())
    page.columns([("漢字", 10), ("1.5", -6)])
    page.columns([("abcd", 10), ("1.5", -6)])
    first, second = shown(page)
    assert cell_len(first) == cell_len(second) == 16


def test_gaps_close_when_the_window_is_too_low_and_not_before() -> None:
    for height, expected in (
        (8, ["", "a", "", "b", "", "c"]),
        (7, ["", "a", "", "b", "", "c"]),
        (5, ["", "a", "b", "c"]),
        (3, ["a", "b", "c"]),
    ):
        page = Page(console(height=height, plain=True))
        for letter in "abc":
            page.gap()
            page.gap()
            page.text(letter)
        assert shown(page) == expected


def test_lines_said_just_before_count_against_the_window() -> None:
    page = Page(console(height=7, plain=True), above=3)
    for letter in "abc":
        page.gap()
        page.text(letter)
    assert shown(page) == ["a", "b", "c"]


def test_a_command_to_copy_is_never_wrapped() -> None:
    page = Page(console())
    page.whole("nlc assess " + "x" * 100, indent=2)
    assert shown(page) == ["  nlc assess " + "x" * 100]


def test_a_bar_has_no_glyphs_on_a_plain_page_and_shows_a_small_share() -> None:
    assert Page(console(plain=True)).bar(0.5) == ""
    assert Page(console()).bar(0) == "░" * 20
    assert Page(console()).bar(0.001) == "█" + "░" * 19
    assert Page(console()).bar(1, cells=4) == "████"


def test_typographic_signs_become_plain_only_where_they_must() -> None:
    assert printable("“a” – b…", "utf-8") == "“a” – b…"
    assert printable("“a” – b…", "ascii") == '"a" - b...'
    assert printable("“a”", "no-such-encoding") == "“a”"


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_the_environment_turns_colour_off(monkeypatch: pytest.MonkeyPatch, variable: dict[str, str]) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for name, value in variable.items():
        monkeypatch.setenv(name, value)
    assert Page(make_console(plain=False)).plain


def test_a_pipe_is_plain() -> None:
    assert Page(make_console(plain=False)).plain


def test_spare_lines_go_together_after_the_gaps_and_only_where_they_must() -> None:
    for height, expected in (
        (8, ["s", "s", "", "head", "bar", "", "end"]),
        (6, ["s", "s", "head", "bar", "end"]),
        (5, ["head", "bar", "end"]),
        (3, ["head", "end"]),
    ):
        page = Page(console(height=height, plain=True))
        page.text("s\ns", spare=1)
        page.gap()
        page.text("head")
        page.text("bar", spare=2)
        page.gap()
        page.text("end")
        assert shown(page) == expected


def test_a_wider_cell_widens_its_column_and_the_first_one_gives_way() -> None:
    page = Page(console())
    page.table(("Practice", "Score", "Reached"), [("x" * 40, "1.5", "sekurangnya 3"), ("y", "–", "4")], (26, -6, -9))
    head, first, second = (line.plain for line in page.drawn())
    assert cell_len(head) == cell_len(first) == cell_len(second) == 40
    assert "… " in first
    assert first.endswith(" sekurangnya 3")


def test_a_table_keeps_its_wanted_widths_where_they_do() -> None:
    page = Page(console())
    page.table(("Practice", "Score"), [("p01", "1.5")], (20, -6))
    lines = [line.plain for line in page.drawn()]
    assert lines == ["Practice".ljust(20) + " Score", "p01".ljust(20) + "   1.5"]


def test_long_lines_of_a_command_are_wrapped_below_their_last_column_on_a_window_and_kept_in_a_pipe() -> None:
    text = "Where to start:\n\n  nlc demo      write an example city's report\n" + "word " * 10
    lines = laid_out(text, console()).split("\n")
    assert lines[2:4] == ["  nlc demo      write an example city's", "                report"]
    assert max(map(cell_len, lines)) <= 40
    pipe = Console(file=io.StringIO(), width=40)
    assert laid_out(text, pipe) == text.rstrip()
