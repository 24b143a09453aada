"""Which territories count as countries, and finding one by what a person types."""

from __future__ import annotations

import pytest

from nlc_toolkit.countries import ASSIGNED, country_name, country_names, find_country, is_country
from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.i18n import Translator

ENGLISH, FRENCH = Translator(), Translator("fr")


@pytest.mark.parametrize("code", ["ID", "KE", "XK", "NO", "PS", "AQ"])
def test_two_letter_codes_of_places_are_countries(code: str) -> None:
    assert is_country(code)


@pytest.mark.parametrize("code", ["ZZ", "EU", "UN", "QO", "EZ", "XA", "id", "001", "", "IDN", "__"])
def test_groupings_and_other_texts_are_no_countries(code: str) -> None:
    assert not is_country(code)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("id", "ID"),
        (" Indonesia ", "ID"),
        ("NO", "NO"),
        ("norway", "NO"),
        ("cote d'ivoire", "CI"),
        ("CÔTE D’IVOIRE", "CI"),
        ("bosnia and herzegovina", "BA"),
        ("kosovo", "XK"),
        ("UK", "GB"),
    ],
)
def test_a_country_is_found_by_code_or_by_name_in_any_spelling(typed: str, code: str) -> None:
    assert find_country(typed, ENGLISH) == code


def test_a_country_is_found_by_its_name_in_the_language_of_the_run_and_in_english() -> None:
    assert find_country("Allemagne", FRENCH) == "DE"
    assert find_country("Germany", FRENCH) == "DE"
    assert country_name("DE", FRENCH) == "Allemagne"


def test_a_misspelt_country_is_answered_with_the_nearest_ones() -> None:
    with pytest.raises(WrongUsageError, match=r"Did you mean Kenya \(KE\)"):
        find_country("Kenia", ENGLISH)


@pytest.mark.parametrize("typed", ["", "  ", "ZZ", "Atlantis-on-Sea", "{0}", "\x1b[31m"])
def test_what_is_no_country_is_refused_with_advice(typed: str) -> None:
    with pytest.raises(WrongUsageError, match=r"two-letter code|two letters"):
        find_country(typed, ENGLISH)


def test_every_code_that_is_known_without_babel_has_a_name() -> None:
    assert len(ASSIGNED) == 250
    assert country_names("en").keys() >= ASSIGNED
