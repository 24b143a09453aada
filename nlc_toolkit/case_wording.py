"""The words of a case study: its texts, where and when it took place, and what kind of case it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.countries import country_name
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.content.models import CaseStudy, Years
    from nlc_toolkit.content.vocabulary import Kind, Region, Tier
    from nlc_toolkit.i18n import Translator

REGION_TITLES: Mapping[Region, str] = {
    "east_southern_africa": mark("East and Southern Africa"),
    "west_africa": mark("West Africa"),
    "mena": mark("Middle East and North Africa"),
    "western_balkans": mark("Western Balkans"),
    "europe": mark("Europe"),
    "southeast_asia": mark("Southeast Asia"),
    "south_asia": mark("South Asia"),
    "central_asia": mark("Central Asia"),
    "north_america": mark("North America"),
    "international": mark("International"),
}
TIER_TITLES: Mapping[Tier, str] = {
    "national": mark("National government"),
    "regional": mark("Regional government"),
    "local": mark("Local government"),
    "civil_society": mark("Civil society"),
}
KIND_TITLES: Mapping[Kind, str] = {
    "standing": mark("Standing arrangement"),
    "event": mark("Event or series of events"),
    "study": mark("Study"),
}
ONGOING = {
    "yes": mark("It goes on."),
    "no": mark("It has ended."),
    "unknown": mark("It is not known whether it goes on."),
}
THIN = mark("Thin: the sources say little")


def case_title(case: CaseStudy, t: Translator) -> str:
    """Return the title."""
    return t.content(f"case.{case.id}.title", case.title)


def case_summary(case: CaseStudy, t: Translator) -> str:
    """Return what was done."""
    return t.content(f"case.{case.id}.summary", case.summary)


def case_limits(case: CaseStudy, t: Translator) -> str:
    """Return what is not known, what did not work, whose account it is."""
    return t.content(f"case.{case.id}.limits", case.limits)


def case_place(case: CaseStudy, t: Translator) -> str:
    """Return the town or area; empty for a national case."""
    return t.content(f"case.{case.id}.place", case.place) if case.place else ""


def case_countries(case: CaseStudy, t: Translator) -> str:
    """Return the names of the countries; “International” where there is none."""
    if not case.countries:
        return t(REGION_TITLES["international"])
    return t.series([country_name(code, t) for code in case.countries])


def case_labels(case: CaseStudy, t: Translator) -> tuple[str, ...]:
    """Return what a reader must know before weighing the case: that it is thin, an event or a study."""
    labels = [] if case.kind == "standing" else [t(KIND_TITLES[case.kind])]
    return (*labels, t(THIN)) if case.thin else tuple(labels)


def years_in_words(years: Years, t: Translator) -> str:
    """Return when a case took place; empty where no year is known."""
    if years.start is None:
        return "" if years.end is None else t("until {year}", year=years.end)
    if years.end == years.start:
        return str(years.start)
    if years.end is not None:
        return t("{start} to {end}", start=years.start, end=years.end)
    return t("since {year}", year=years.start) if years.ongoing == "yes" else t("from {year}", year=years.start)
