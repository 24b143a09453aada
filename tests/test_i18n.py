"""Words, numbers and dates of one language."""

from __future__ import annotations

import gettext
from datetime import UTC, date, datetime

import pytest

from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.i18n import Translator, available_languages, translator_for


class Shouting(gettext.NullTranslations):
    """A catalogue that shows which string was looked up, and how."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("{NAME}", "{name}")

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}={message}"


def test_english_is_always_spoken() -> None:
    assert available_languages()[0] == "en"
    assert translator_for("en").direction == "ltr"


def test_an_unknown_language_is_wrong_usage_and_names_the_known_ones() -> None:
    with pytest.raises(WrongUsageError, match=r"does not speak “tlh”.*en"):
        translator_for("tlh")


def test_interface_strings_are_translated_before_they_are_filled() -> None:
    assert Translator("en", Shouting())("hello {name}", name="Surakarta") == "HELLO Surakarta"


def test_content_is_looked_up_by_its_id_and_never_filled() -> None:
    assert Translator("en", Shouting()).content("p06.title", "Braces {stay}") == "p06.title=Braces {stay}"


def test_arabic_runs_from_right_to_left() -> None:
    assert Translator("ar").direction == "rtl"


def test_figures_have_fixed_decimals_and_a_dash_where_there_is_none() -> None:
    t = Translator()
    assert (t.number(2), t.number(2.25, 2), t.number(None), t.percent(0.6), t.percent(None)) == (
        "2.0",
        "2.25",
        "–",
        "60%",
        "–",
    )


def test_dates_and_lists_are_written_so_that_no_reader_mistakes_them() -> None:
    t = Translator()
    assert t.date(date(2026, 11, 9)) == "9 November 2026"
    assert t.moment(datetime(2026, 11, 9, 14, 5, tzinfo=UTC)) == "9 November 2026, 14:05 UTC"
    assert t.series(["trust", "data", "roles"]) == "trust, data and roles"


def test_plural_forms_follow_the_count() -> None:
    t = Translator()
    assert t.plural("{count} question", "{count} questions", 1) == "1 question"
    assert t.plural("{count} question", "{count} questions", 1200) == "1,200 questions"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("آخر 24 شهرا", "آخر ٢٤ شهرا"),
        ("2.5 من 4", "٢٫٥ من ٤"),
        ("1,234", "١٬٢٣٤"),
        ("45%", "٤٥٪"),
        ("09:05", "٠٩:٠٥"),
        ("p06.q1", "p06.q1"),
        ("port-amara-2026-10-12.json", "port-amara-2026-10-12.json"),
        ("https://example.org/8", "https://example.org/8"),
        ("من 3، ثم 4.", "من ٣، ثم ٤."),
    ],
)
def test_numbers_are_written_in_arabic_indic_digits_and_what_is_typed_stays(text: str, written: str) -> None:
    assert Translator("ar", digits="arabic_indic").in_digits(text) == written
    assert Translator("ar").in_digits(text) == text


def test_every_way_to_a_number_writes_the_digits_that_were_asked_for() -> None:
    t = Translator("ar", digits="arabic_indic")
    assert t.number(2.5) == "٢٫٥"
    assert t.percent(0.45) == "٤٥٪"
    assert t.date(date(2026, 10, 12)) == "١٢ أكتوبر ٢٠٢٦"
    assert t("{level} in {file}", level=3, file="p3.json") == "٣ in p3.json"
    assert t.plural("{count} file", "{count} files", 12) == "١٢ files"
    assert t.content("p01.title", "In 24 months") == "In ٢٤ months"


@pytest.mark.parametrize(
    ("language", "written", "words"),
    [
        ("en", "2026", "2026"),
        ("en", "2026-03", "March 2026"),
        ("en", "2026-03-15", "15 March 2026"),
        ("fr", "2026-03", "mars 2026"),
        ("fr", "2026-10-01", "1er octobre 2026"),
        ("fr", "2026-10-21", "21 octobre 2026"),
        ("id", "2026-03-15", "15 Maret 2026"),
        ("ar", "2026-03", "مارس 2026"),
        ("ar", "2026-03-15", "15 مارس 2026"),
    ],
)
def test_a_date_that_is_known_in_part_has_its_month_in_words(language: str, written: str, words: str) -> None:
    assert Translator(language).when(written) == words


def test_the_parts_of_an_arabic_list_are_told_apart_by_commas_as_well() -> None:
    assert Translator("ar").series(["أ", "ب", "ج"]) == "أ، وب، وج"
    assert Translator("ar").series(["أ", "ب"]) == "أ وب"
