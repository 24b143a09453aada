"""Holds how a city is named where pages begin."""

from __future__ import annotations

from nlc_toolkit.assessment.models import City
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.city_in_print import MOST_IN_HEAD, MOST_IN_LARGE, has_long_name, in_brief, part_and_country


def city(name: str, region: str | None = None) -> City:
    return City(name=name, country="ID", region=region)


def test_a_name_is_cut_only_where_it_would_not_fit_the_head_of_a_page() -> None:
    assert in_brief(city("x" * MOST_IN_HEAD)) == "x" * MOST_IN_HEAD
    assert in_brief(city("x" * (MOST_IN_HEAD + 1))) == "x" * MOST_IN_HEAD + "…"
    assert in_brief(city("x" * (MOST_IN_HEAD - 1) + " yz")) == "x" * (MOST_IN_HEAD - 1) + "…"


def test_smaller_letters_are_for_long_names_only() -> None:
    assert not has_long_name(city("x" * MOST_IN_LARGE))
    assert has_long_name(city("x" * (MOST_IN_LARGE + 1)))


def test_the_country_stands_alone_where_no_part_of_it_is_known() -> None:
    assert part_and_country(city("Surakarta"), Translator()) == "Indonesia"
    assert part_and_country(city("Surakarta", "Central Java"), Translator()) == "Central Java · Indonesia"
