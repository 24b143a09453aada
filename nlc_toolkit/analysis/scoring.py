"""What one assessment scores: the figures of each question, practice, area and the whole.

The definitions are explained for users in `docs/scoring.md`; what follows from the figures (strengths,
priorities, next steps, cases) is left to `planning.py` and `matching.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.assessment.models import (
    DontKnowAnswer,
    LevelAnswer,
    NotApplicableAnswer,
    NotOurMandateAnswer,
)
from nlc_toolkit.content.vocabulary import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nlc_toolkit.assessment.models import Answer, Assessment, Mode
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice, Question

LEAST_COVERAGE = 0.6
LEAST_SCOPE = 0.5
LEAST_SHARE_OF_PRACTICES = 0.6

Standing = Literal[
    "level",
    "dont_know",
    "unanswered",
    "to_confirm",
    "not_our_mandate",
    "not_applicable",
]


@dataclass(frozen=True)
class QuestionResult:
    """How one asked question stands.

    Attributes:
        question: the question's id.
        weight: 1, 2 or 3.
        standing: `level` when it is scored; `to_confirm` when the answer is to an older revision.
        level: 0-4 when `standing` is `level`, else None.
        evidenced: whether a scored answer carries evidence.
        answer: the stored answer, None when unanswered.
    """

    question: str
    weight: int
    standing: Standing
    level: int | None
    evidenced: bool
    answer: Answer | None


@dataclass(frozen=True)
class PracticeResult:
    """The figures of one practice; shares are 0-1, levels and scores 0-4, None where there is no figure.

    Attributes:
        applicable: number of questions that the respondent takes as its own to judge.
        answered: how many of them carry a level of the current revision.
        scope: weight share of the asked questions that are taken as one's own.
        coverage: weight share of those that are answered with a level.
        score: weighted mean level; None below the least coverage or scope.
        low, high: the score if everything unknown were level 0, respectively 4.
        reached: the highest level that every question has at least reached, unknown counting as 0.
        unknown: how many applicable questions have no level; while any has, `reached` is "at least".
        evidenced: weight share of the answered questions that carry evidence.
        target: the level (1-4) that the city wants to reach, None if not set.
        questions: every question that applies, in the order asked.
    """

    id: str
    applicable: int
    answered: int
    scope: float | None
    coverage: float | None
    score: float | None
    low: float | None
    high: float | None
    reached: int | None
    unknown: int
    evidenced: float | None
    target: int | None
    questions: tuple[QuestionResult, ...]


@dataclass(frozen=True)
class MeanResult:
    """The plain mean over practices: one area, or the whole (`id` is `overall`).

    Attributes:
        score: mean of the practices' scores; None unless at least 60 % of the practices have one.
        low, high: the same over the practices' bounds.
        scored, of: how many of how many practices have a score.
    """

    id: str
    score: float | None
    low: float | None
    high: float | None
    scored: int
    of: int


@dataclass(frozen=True)
class SetAside:
    """Stored answers that are kept but not scored, by reason; each a tuple of question ids."""

    inapplicable: tuple[str, ...]
    retired: tuple[str, ...]
    to_confirm: tuple[str, ...]


@dataclass(frozen=True)
class Scores:
    """Everything that scoring yields for one assessment."""

    mode: Mode
    practices: tuple[PracticeResult, ...]
    areas: tuple[MeanResult, ...]
    overall: MeanResult
    set_aside: SetAside


def asked_questions(practice: Practice, assessment: Assessment) -> tuple[Question, ...]:
    """Return the questions of `practice` that this assessment is asked: its context and mode decide."""
    if assessment.mode == "quick":
        return (practice.headline,)
    return tuple(question for question in practice.questions if question.applies(assessment.context))


def score_assessment(library: Library, assessment: Assessment) -> Scores:
    """Return the figures of one assessment."""
    practices = tuple(
        score_practice(
            practice.id,
            [
                _question_result(question, assessment.answers.get(question.id))
                for question in asked_questions(practice, assessment)
            ],
            assessment.targets.get(practice.id),
        )
        for practice in library.practices
    )
    area_of = {practice.id: practice.area for practice in library.practices}
    return Scores(
        mode=assessment.mode,
        practices=practices,
        areas=tuple(
            mean_of(area, [result for result in practices if area_of[result.id] == area]) for area in library.areas
        ),
        overall=mean_of("overall", practices),
        set_aside=_set_aside(library, assessment),
    )


def score_practice(practice: str, asked: Sequence[QuestionResult], target: int | None) -> PracticeResult:
    """Return the figures of one practice from the questions asked of it (DESIGN 6.4)."""
    in_question = [result for result in asked if result.standing != "not_applicable"]
    applicable = [result for result in in_question if result.standing != "not_our_mandate"]
    answered = [result for result in applicable if result.level is not None]
    of_applicable = _weight(applicable)
    scope = of_applicable / _weight(in_question) if in_question else None
    coverage = _weight(answered) / of_applicable if applicable else None
    points = sum(result.weight * (result.level or 0) for result in answered)
    missing = of_applicable - _weight(answered)
    enough = coverage is not None and coverage >= LEAST_COVERAGE and scope is not None and scope >= LEAST_SCOPE
    return PracticeResult(
        id=practice,
        applicable=len(applicable),
        answered=len(answered),
        scope=scope,
        coverage=coverage,
        score=points / _weight(answered) if enough else None,
        low=points / of_applicable if applicable else None,
        high=(points + missing * HIGHEST_LEVEL) / of_applicable if applicable else None,
        reached=min((result.level or 0 for result in applicable), default=None),
        unknown=len(applicable) - len(answered),
        evidenced=_weight(result for result in answered if result.evidenced) / _weight(answered) if answered else None,
        target=target,
        questions=tuple(asked),
    )


def mean_of(mean_id: str, practices: Sequence[PracticeResult]) -> MeanResult:
    """Return the plain mean of the practices' scores and bounds, where enough practices have them."""
    scores = [result.score for result in practices if result.score is not None]
    return MeanResult(
        id=mean_id,
        score=_mean(scores, len(practices)),
        low=_mean([result.low for result in practices if result.low is not None], len(practices)),
        high=_mean([result.high for result in practices if result.high is not None], len(practices)),
        scored=len(scores),
        of=len(practices),
    )


def _mean(figures: Sequence[float], of: int) -> float | None:
    if not figures or len(figures) / of < LEAST_SHARE_OF_PRACTICES:
        return None
    return sum(figures) / len(figures)


def _weight(results: Iterable[QuestionResult]) -> int:
    return sum(result.weight for result in results)


def _question_result(question: Question, answer: Answer | None) -> QuestionResult:
    standing = _standing(question, answer)
    level = answer.level if standing == "level" and isinstance(answer, LevelAnswer) else None
    return QuestionResult(
        question=question.id,
        weight=question.weight,
        standing=standing,
        level=level,
        evidenced=level is not None and answer is not None and bool(answer.evidence),
        answer=answer,
    )


def _standing(question: Question, answer: Answer | None) -> Standing:
    if answer is None:
        return "unanswered"
    if answer.revision != question.revision:
        return "to_confirm"
    match answer:
        case LevelAnswer():
            return "level"
        case DontKnowAnswer():
            return "dont_know"
        case NotOurMandateAnswer():
            return "not_our_mandate"
        case NotApplicableAnswer():
            return "not_applicable"


def _set_aside(library: Library, assessment: Assessment) -> SetAside:
    asked = {
        question.id: question for practice in library.practices for question in asked_questions(practice, assessment)
    }
    known, answers = library.questions, assessment.answers
    return SetAside(
        inapplicable=tuple(sorted(name for name in answers if name in known and name not in asked)),
        retired=tuple(sorted(name for name in answers if name not in known)),
        to_confirm=tuple(
            name for name, question in asked.items() if name in answers and answers[name].revision != question.revision
        ),
    )
