"""A character that no font has is heard of, named with its script, and never a box in silence."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from made_up_arabic import MADE_UP_ARABIC
from mini import NOW
from test_report_render import ATTACHED, html_of
from test_report_view import full_assessment

from nlc_toolkit.assessment.models import City
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.fonts_present import (
    MOST_SHOWN,
    SCRIPTS,
    Script,
    missing_in_words,
    script_of,
    script_title,
    scripts_without_font,
)
from nlc_toolkit.report.render import PrintedPage, html_to_pdf

NOBODY_HAS = "\U000f1234"  # for private use
FILE = Path("report.pdf")


def page_without(characters: str) -> PrintedPage:
    page = PrintedPage(b"%PDF-")
    page.unprintable = characters
    return page


def test_a_missing_character_is_reported_once() -> None:
    city = City(name=f"Port {NOBODY_HAS}{NOBODY_HAS}", country="ID")
    page = html_to_pdf(html_of(full_assessment().model_copy(update={"city": city})), attachment=ATTACHED, now=NOW)
    assert page.unprintable == NOBODY_HAS
    assert NOBODY_HAS in missing_in_words(page, FILE, Translator())


def test_the_usual_report_misses_nothing_in_either_direction() -> None:
    for translator in (Translator(), MADE_UP_ARABIC):
        page = html_to_pdf(html_of(full_assessment(), translator), attachment=None, now=NOW)
        assert page.unprintable == ""
        assert missing_in_words(page, FILE, translator) == ""


def test_nothing_is_said_of_a_page_for_a_browser() -> None:
    assert missing_in_words(b"<!DOCTYPE html>", FILE, Translator()) == ""


def test_the_sentence_names_file_characters_and_scripts_and_what_to_do() -> None:
    sentence = missing_in_words(page_without("አক"), FILE, Translator())
    assert sentence.startswith("report.pdf: no font on this computer has these characters")
    assert "አ ক (Bangla and Ethiopic)" in sentence
    assert "`nlc doctor`" in sentence


def test_a_long_list_of_characters_is_cut() -> None:
    many = "".join(chr(0x4E00 + number) for number in range(40))
    sentence = missing_in_words(page_without(many), FILE, Translator())
    assert many[MOST_SHOWN - 1] in sentence
    assert many[MOST_SHOWN] not in sentence
    assert "… (Han)" in sentence


@pytest.mark.parametrize("script", SCRIPTS, ids=[script.code for script in SCRIPTS])
def test_every_script_has_a_name_and_a_sample_of_its_own(script: Script) -> None:
    assert script_of(script.sample) == script.code
    assert script_title(script.code, MADE_UP_ARABIC) != script.code
    assert unicodedata.category(script.sample)[0] in "LS"


@pytest.mark.parametrize(("char", "code"), [("☃", "Zsym"), ("👍", "Zsye"), (NOBODY_HAS, "Zzzz"), ("é", "Latn")])
def test_signs_and_unknown_characters_have_a_place_too(char: str, code: str) -> None:
    assert script_of(char) == code


def test_the_bundled_fonts_cover_latin_and_arabic() -> None:
    without = {script.code for script in scripts_without_font()}
    assert without <= {script.code for script in SCRIPTS} - {"Arab", "Latn"}
