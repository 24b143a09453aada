"""Texts of two directions stand beside each other on paper without turning each other round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_up_arabic import MADE_UP_ARABIC

from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.directions import apart, direction_of, for_engine, on_paper, turned, without_isolates

if TYPE_CHECKING:
    from nlc_toolkit.report.directions import Direction

LTR, RTL, END = "\u2066", "\u2067", "\u2069"
ARABIC = "مدينة البصرة"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Basra", "ltr"),
        (ARABIC, "rtl"),
        ("(2024) 3 × البصرة Basra", "rtl"),
        ("ঢাকা", "ltr"),
        ("שלום", "rtl"),
        ("2024-03", None),
        ("", None),
    ],
)
def test_a_text_is_written_as_its_first_letter_is(text: str, direction: Direction | None) -> None:
    assert direction_of(text) == direction


def test_a_text_is_turned_only_if_its_letters_run_against_the_page() -> None:
    assert turned(ARABIC, "ltr") == "rtl"
    assert turned("Basra", "rtl") == "ltr"
    assert turned(ARABIC, "rtl") is None
    assert turned("2024", "rtl") is None


@pytest.mark.parametrize(
    ("text", "page", "kept_apart"),
    [
        ("Basra", "ltr", "Basra"),
        ("2024-03-01", "ltr", "2024-03-01"),
        (ARABIC, "ltr", f"{RTL}{ARABIC}{END}"),
        (ARABIC, "rtl", ARABIC),
        ("2024-03-01", "rtl", f"{LTR}2024-03-01{END}"),
        ("p06.q1", "rtl", f"{LTR}p06.q1{END}"),
        ("3 مدن", "rtl", f"{RTL}3 مدن{END}"),
        ("", "rtl", ""),
    ],
)
def test_only_what_could_disturb_is_kept_apart(text: str, page: Direction, kept_apart: str) -> None:
    assert apart(text, page) == kept_apart


def test_every_value_in_a_sentence_is_kept_apart() -> None:
    t = on_paper(MADE_UP_ARABIC)
    assert f"{LTR}Basra (IQ){END}" in t("{city} answers.", city="Basra (IQ)")
    assert f"{LTR}p02{END}" in t("{names} answer.", names=("p01", "p02"))
    assert f"{LTR}p06{END}" in t.plural("{count} question of {name}", "{count} questions of {name}", 2, name="p06")
    assert f"{LTR}p01{END}" in t.series(["p01", ARABIC])
    assert f"{LTR}p01{END}" in t.one_of(["p01", ARABIC])
    assert t.direction == "rtl"
    assert on_paper(Translator())("{city} answers.", city=ARABIC) == f"{RTL}{ARABIC}{END} answers."


def test_words_and_language_stay_those_of_the_run() -> None:
    t = Translator("fr")
    paper = on_paper(t)
    assert (paper.language, paper.number(1.5), paper.locale) == ("fr", t.number(1.5), t.locale)
    assert on_paper(paper) is paper


def page_with(body: str, direction: str = "rtl", head: str = "") -> str:
    return f'<html lang="ar" dir="{direction}"><head>{head}</head><body>{body}</body></html>'


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('<bdi dir="ltr">p06.q1</bdi>', f"{LTR}p06.q1{END}"),
        ("<bdi>Basra</bdi>", f"{LTR}Basra{END}"),
        (f"<bdi>{ARABIC}</bdi>", ARABIC),
        ("<bdi>&lt; مدينة</bdi>", "&lt; مدينة"),
        ("<bdi>Basra and its region</bdi>", '<bdi dir="ltr">Basra and its region</bdi>'),
        (f"{LTR}https://example.org/a-b{END}", '<bdi dir="ltr">https://example.org/a-b</bdi>'),
        (f'<a href="#x">{LTR}two words{END}</a>', f'<a href="#x">{LTR}two words{END}</a>'),
        (f"<svg><title>{LTR}3{END} من</title></svg>", "<svg><title>3 من</title></svg>"),
    ],
)
def test_the_engine_gets_elements_where_a_line_may_end_and_characters_where_none_does(given: str, made: str) -> None:
    assert for_engine(page_with(given)) == page_with(made)


def test_the_names_of_a_file_hold_no_isolating_characters() -> None:
    head = f"<title>{LTR}Basra{END}: تقرير</title>"
    assert for_engine(page_with("", head=head)) == page_with("", head="<title>Basra: تقرير</title>")
    assert without_isolates(f"{RTL}{ARABIC}{END}") == ARABIC


def test_a_page_of_one_direction_gets_nothing_at_all() -> None:
    given = page_with('<p><bdi>Basra, in the south</bdi> · <bdi dir="ltr">2024-03</bdi></p>', "ltr")
    assert for_engine(given) == page_with("<p>Basra, in the south · 2024-03</p>", "ltr")


@pytest.mark.parametrize(
    ("words", "kept_apart"),
    [
        ("ملف ينتهي بـ .json فقط", f"ملف ينتهي بـ {LTR}.json{END} فقط"),
        ("اكتبوا --quick هنا.", f"اكتبوا {LTR}--quick{END} هنا."),
        ("برنامج nlc.", "برنامج nlc."),
        ("عنوان https://example.org/a", "عنوان https://example.org/a"),
        (f"ملف {LTR}in ./answers{END} هنا", f"ملف {LTR}in ./answers{END} هنا"),
        ("من 0 إلى 4.", "من 0 إلى 4."),
    ],
)
def test_a_name_that_begins_with_a_sign_keeps_it_in_front(words: str, kept_apart: str) -> None:
    class Said(Translator):
        def __call__(self, message: str, **values: object) -> str:
            return message.format(**values)

        def content(self, item: str, text: str) -> str:
            del item
            return text

    assert on_paper(Said("ar"))(words) == kept_apart
    assert on_paper(Said("ar")).content("p01.title", words) == kept_apart
    assert on_paper(Said("en"))(words) == words
