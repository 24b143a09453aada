"""The case studies that fit this city, and why each fits; which ones do is worked out by `analysis/matching.py`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nlc_toolkit import case_wording, wording
from nlc_toolkit.report.directions import Direction, apart, direction_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nlc_toolkit.analysis.matching import Match
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import CaseStudy
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.material import Material


@dataclass(frozen=True)
class MatchView:
    """A case study that fits a practice, with the reasons in words."""

    case: str
    title: str
    where: str
    labels: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class SourceView:
    """Where a case is described; `url` and `accessed` may be empty.

    Attributes:
        direction: which way the title is written; a description of ours as the page is, whatever it begins with.
        shown_url: the address as it is printed: cut where signs of another script begin, which no one could type.
    """

    title: str
    direction: Direction
    url: str
    shown_url: str
    accessed: str


@dataclass(frozen=True)
class CaseView:
    """One case study.

    Attributes:
        where: place, country and years in one line.
        labels: that it is an event, a study or thin, where it is.
        practices: the titles of this report's practices that it is shown for.
    """

    id: str
    title: str
    where: str
    labels: tuple[str, ...]
    practices: tuple[str, ...]
    summary: str
    limits: str
    sources: tuple[SourceView, ...]


def match_view(material: Material, match: Match) -> MatchView:
    """Return a match with its reasons in words; shared facts about the place only where the edition shows them."""
    shown = replace(match, context=tuple(material.disclosure.context_shown(dict(match.context)).items()))
    return match_in_words(material.library, material.t, shown)


def match_in_words(library: Library, t: Translator, match: Match) -> MatchView:
    """Return a match with all its reasons in words."""
    case = library.case(match.case)
    return MatchView(
        case=case.id,
        title=case_wording.case_title(case, t),
        where=_where(case, t),
        labels=case_wording.case_labels(case, t),
        reasons=wording.match_reasons(match, library.checklist, t),
    )


def case_views(library: Library, t: Translator, matches: Iterable[Match]) -> tuple[CaseView, ...]:
    """Return the case studies of these matches, each once, in the order of their ids."""
    shown_for: dict[str, list[str]] = {}
    for match in matches:
        shown_for.setdefault(match.case, []).append(match.practice)
    return tuple(_case_view(library, t, library.case(case), practices) for case, practices in sorted(shown_for.items()))


def _case_view(library: Library, t: Translator, case: CaseStudy, practices: list[str]) -> CaseView:
    return CaseView(
        id=case.id,
        title=case_wording.case_title(case, t),
        where=_where(case, t),
        labels=case_wording.case_labels(case, t),
        practices=tuple(
            wording.practice_title(practice, t) for practice in library.practices if practice.id in practices
        ),
        summary=case_wording.case_summary(case, t),
        limits=case_wording.case_limits(case, t),
        sources=tuple(
            SourceView(
                title=wording.source_title(source, f"case.{case.id}", number, t),
                direction=t.direction if wording.is_described(source) else direction_of(source.title) or t.direction,
                url=source.url or "",
                shown_url=_as_printed(source.url or ""),
                accessed=t("read in {month}", month=t.when(source.accessed)) if source.accessed else "",
            )
            for number, source in enumerate(case.sources, start=1)
        ),
    )


def _as_printed(url: str) -> str:
    readable, percent, _ = url.partition("%")
    return f"{readable}…" if percent else url


def _where(case: CaseStudy, t: Translator) -> str:
    parts = (
        case_wording.case_place(case, t),
        case_wording.case_countries(case, t),
        case_wording.years_in_words(case.years, t),
    )
    return " · ".join(apart(part, t.direction) for part in parts if part)
