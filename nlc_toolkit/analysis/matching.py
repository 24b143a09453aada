"""Which case studies fit a practice of this city, and why: shared barriers count double, shared context single."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.analysis.planning import STRONG_FROM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nlc_toolkit.analysis.scoring import PracticeResult
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import CaseStudy, Context

BARRIER_POINTS = 2
CONTEXT_POINTS = 1


@dataclass(frozen=True)
class Match:
    """A case study that fits a practice.

    Attributes:
        case: the case's id.
        practice: the practice's id.
        barriers: ids of the barriers that the case and the practice's open questions share.
        context: context keys whose value the case and the city share, with the value.
    """

    case: str
    practice: str
    barriers: tuple[str, ...]
    context: tuple[tuple[str, str], ...]

    @property
    def points(self) -> int:
        """What the match is ranked by."""
        return BARRIER_POINTS * len(self.barriers) + CONTEXT_POINTS * len(self.context)


def match_cases(library: Library, result: PracticeResult, context: Context) -> tuple[Match, ...]:
    """Return the cases about this practice, best match first, ties in the order of their ids."""
    return cases_about(library, result.id, open_barriers(library, result), context)


def cases_about(library: Library, practice: str, barriers: tuple[str, ...], context: Context) -> tuple[Match, ...]:
    """Return the cases about a practice, best match with these barriers and facts first, ties in the order of ids."""
    matches = [_match(case, practice, barriers, context) for case in library.cases if practice in case.practices]
    return tuple(sorted(matches, key=lambda match: (-match.points, match.case)))


def one_case_each(cases: Mapping[str, Sequence[Match]]) -> dict[str, Match]:
    """Return one match for each id, of a practice or a question, that has any; as far as possible another case each.

    They choose in their order: the best match whose case none before has, if it shares a barrier or a fact about the
    place; else the best.
    """
    chosen: dict[str, Match] = {}
    taken: set[str] = set()
    for name, matches in cases.items():
        if matches:
            fresh = (match for match in matches if match.case not in taken and match.points)
            chosen[name] = next(fresh, matches[0])
            taken.add(chosen[name].case)
    return chosen


def open_barriers(library: Library, result: PracticeResult) -> tuple[str, ...]:
    """Return the barriers of the practice's questions that are below 2.5 or have no level; of all, if none is."""
    asked = result.questions
    weak = [question for question in asked if question.level is None or question.level < STRONG_FROM]
    named = {barrier for question in (weak or asked) for barrier in library.questions[question.question].barriers}
    return tuple(barrier for barrier in library.barriers if barrier in named)


def _match(case: CaseStudy, practice: str, barriers: tuple[str, ...], context: Context) -> Match:
    stated = context.stated()
    return Match(
        case=case.id,
        practice=practice,
        barriers=tuple(barrier for barrier in barriers if barrier in case.barriers),
        context=tuple((key, value) for key, value in case.context.stated().items() if stated.get(key) == value),
    )
