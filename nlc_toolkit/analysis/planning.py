"""What follows from the figures: strengths, priorities, what to find out first, and the next steps.

Which case studies fit is left to `matching.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.content.vocabulary import HIGHEST_LEVEL

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import PracticeResult, Scores
    from nlc_toolkit.content.library import Library

STRONG_FROM = 2.5
MOST_NAMED = 3
STEPS_PER_PRIORITY = 2


@dataclass(frozen=True)
class NextStep:
    """The step that leads one question from its level to the next.

    Attributes:
        question: the question's id.
        start, end: the level now (0-3) and the level after the step.
        text: the step, in the source language.
    """

    question: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Plan:
    """Practice ids by what they call for, most pressing first, and the next steps of the priorities."""

    strengths: tuple[str, ...]
    priorities: tuple[str, ...]
    find_out: tuple[str, ...]
    next_steps: tuple[NextStep, ...]


def plan_from(library: Library, scores: Scores) -> Plan:
    """Return strengths, priorities and next steps (DESIGN 6.4)."""
    scored = [result for result in scores.practices if result.score is not None]
    strong = [result for result in scored if not is_priority(result)]
    weak = [result for result in scored if is_priority(result)]
    strong.sort(key=lambda result: (-(result.score or 0), -(result.coverage or 0), result.id))
    weak.sort(key=lambda result: (-shortfall(result), -(result.coverage or 0), result.id))
    priorities = weak[:MOST_NAMED]
    return Plan(
        strengths=tuple(result.id for result in strong[:MOST_NAMED]),
        priorities=tuple(result.id for result in priorities),
        find_out=tuple(result.id for result in scores.practices if result.score is None),
        next_steps=tuple(step for result in priorities for step in next_steps(library, result)),
    )


def is_priority(result: PracticeResult) -> bool:
    """Whether a scored practice is weak or below its target."""
    return result.score is not None and (result.score < STRONG_FROM or shortfall(result) > 0)


def shortfall(result: PracticeResult) -> float:
    """Return how far the score lies below the target, or below 2.5 where no target is set."""
    wanted = result.target if result.target is not None else STRONG_FROM
    return wanted - (result.score or 0)


def next_steps(library: Library, result: PracticeResult) -> tuple[NextStep, ...]:
    """Return the next steps of the practice's two lowest questions; none for a question at level 4."""
    levels = [
        (question.level, question.question)
        for question in result.questions
        if question.level is not None and question.level < HIGHEST_LEVEL
    ]
    order = list(library.questions)
    levels.sort(key=lambda pair: (pair[0], order.index(pair[1])))
    return tuple(
        NextStep(name, level, level + 1, library.questions[name].levels[level].next or "")
        for level, name in levels[:STEPS_PER_PRIORITY]
    )
