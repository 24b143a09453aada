"""The result: everything that one assessment yields, complete and frozen, before anything is formatted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from nlc_toolkit.analysis.matching import Match, match_cases, one_case_each
from nlc_toolkit.analysis.planning import Plan, plan_from
from nlc_toolkit.analysis.scoring import Scores, score_assessment

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import QuestionResult
    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library

CASES_PER_PRIORITY = 2


@dataclass(frozen=True)
class Result:
    """What one assessment scores and what follows from it.

    Attributes:
        assessment: what was scored.
        scores: the figures.
        plan: strengths, priorities, what to find out first, next steps.
        cases: practice id → the case studies about it, best match first.
    """

    assessment: Assessment
    scores: Scores
    plan: Plan
    cases: dict[str, tuple[Match, ...]]

    @property
    def priority_cases(self) -> tuple[Match, ...]:
        """The best cases of each priority."""
        return tuple(match for practice in self.plan.priorities for match in self.cases[practice][:CASES_PER_PRIORITY])

    @cached_property
    def case_beside(self) -> dict[str, Match]:
        """Practice id → the case study that stands beside it, as far as possible another one each."""
        return one_case_each(self.cases)

    @property
    def answered(self) -> int:
        """How many asked questions carry any answer of the current revision."""
        return sum(question.standing not in {"unanswered", "to_confirm"} for question in self._asked)

    @property
    def asked(self) -> int:
        """How many questions are asked."""
        return len(self._asked)

    @property
    def complete(self) -> bool:
        """Whether every asked question carries an answer."""
        return self.answered == self.asked

    @property
    def _asked(self) -> list[QuestionResult]:
        return [question for practice in self.scores.practices for question in practice.questions]


def compute_result(library: Library, assessment: Assessment) -> Result:
    """Return the result of one assessment."""
    scores = score_assessment(library, assessment)
    return Result(
        assessment=assessment,
        scores=scores,
        plan=plan_from(library, scores),
        cases={practice.id: match_cases(library, practice, assessment.context) for practice in scores.practices},
    )
