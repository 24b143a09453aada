"""How a city is named on a first page and in the head of a page, also where its name is long.

Which pages name it is left to the views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.countries import country_name
from nlc_toolkit.report.directions import apart

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import City
    from nlc_toolkit.i18n import Translator

MOST_IN_HEAD = 50
MOST_IN_LARGE = 30


def in_brief(city: City) -> str:
    """Return the city's name, cut where it would not fit the head of a page."""
    return city.name if len(city.name) <= MOST_IN_HEAD else f"{city.name[:MOST_IN_HEAD].rstrip()}…"


def has_long_name(city: City) -> bool:
    """Whether the city's name needs smaller letters on a first page."""
    return len(city.name) > MOST_IN_LARGE


def part_and_country(city: City, t: Translator) -> str:
    """Return where the city lies: the part of the country, if it is known, and the country."""
    return " · ".join(apart(part, t.direction) for part in (city.region, country_name(city.country, t)) if part)
