"""Changes to an assessment that the content allows: answers, notes, evidence, targets and actions.

Pure functions, each from an assessment to a new one; asking is left to `terminal/` and `cli/`, saving to `store.py`.
What was typed wrongly is a `WrongUsageError`, what the content or the context forbids a `ToolkitError`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict, TypeVar, get_args

from nlc_toolkit.assessment.models import (
    EVIDENCE_DATE,
    Action,
    DontKnowAnswer,
    Evidence,
    LevelAnswer,
    NotApplicableAnswer,
    NotOurMandateAnswer,
    Strength,
    is_day,
)
from nlc_toolkit.content.vocabulary import HIGHEST_LEVEL, LEVELS
from nlc_toolkit.errors import ToolkitError, WrongUsageError, mark
from nlc_toolkit.free_text import LONGEST, clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from nlc_toolkit.assessment.models import Answer, Assessment, Holder, Horizon, Owner
    from nlc_toolkit.content.models import Practice, Question

LOWEST_TARGET = 1

Id = TypeVar("Id", bound=str)


def typed_text(text: str) -> str:
    """Return what a person typed as free text, cleaned.

    Raises:
        WrongUsageError: nothing is left of it, or it is too long.
    """
    cleaned = clean(text)
    if not cleaned:
        raise WrongUsageError(mark("The text is empty. Type at least one word."))
    if len(cleaned) > LONGEST:
        raise WrongUsageError(
            mark("The text has {length} characters, and {most} is the most. Please shorten it."),
            length=len(cleaned),
            most=LONGEST,
        )
    return cleaned


def typed_id(typed: str, known: Sequence[Id]) -> Id:
    """Return the id among `known` that a person typed, in any case, with spaces or hyphens for underscores.

    Raises:
        WrongUsageError: it is none of them; names them.
    """
    wanted = re.sub(r"[\s-]+", "_", typed.strip().lower())
    for name in known:
        if name == wanted:
            return name
    raise WrongUsageError(mark("“{typed}” is none of: {known}."), typed=typed.strip(), known=tuple(known))


def level_answer(question: Question, level: int, before: Answer | None, now: datetime) -> LevelAnswer:
    """Return the answer `level` (0-4); note and evidence of the answer `before` stay.

    Raises:
        WrongUsageError: there is no such level.
    """
    if type(level) is not int or level not in LEVELS:
        raise WrongUsageError(
            mark("“{level}” is no level. The levels are 0 to {highest}."), level=level, highest=HIGHEST_LEVEL
        )
    return LevelAnswer(revision=question.revision, answered=now, level=level, **_kept(before))


def dont_know_answer(question: Question, before: Answer | None, now: datetime) -> DontKnowAnswer:
    """Return the answer that the respondent does not know; note and evidence of `before` stay."""
    return DontKnowAnswer(revision=question.revision, answered=now, **_kept(before))


def not_our_mandate_answer(
    question: Question, holder: Holder | None, before: Answer | None, now: datetime
) -> NotOurMandateAnswer:
    """Return the answer that somebody else, `holder`, has this task; note and evidence of `before` stay."""
    return NotOurMandateAnswer(revision=question.revision, answered=now, holder=holder, **_kept(before))


def not_applicable_answer(question: Question, reason: str, before: Answer | None, now: datetime) -> NotApplicableAnswer:
    """Return the answer that the question makes no sense here; `reason` becomes its note, above an earlier note.

    Raises:
        WrongUsageError: the reason is empty or too long.
        ToolkitError: the question does not allow this answer.
    """
    if not question.not_applicable_allowed:
        raise ToolkitError(
            mark(
                "“Not applicable” is not possible for {question}: it makes sense in every city. "
                "If somebody else has the task, answer “not our mandate”."
            ),
            question=question.id,
        )
    kept = _kept(before)
    note = typed_text(reason)
    if before is not None and before.note not in {None, note} and not isinstance(before, NotApplicableAnswer):
        note = typed_text(f"{note}\n\n{before.note}")
    return NotApplicableAnswer(
        revision=question.revision, answered=now, note=note, evidence=kept["evidence"], dissent=kept["dissent"]
    )


def set_answer(assessment: Assessment, question: Question, answer: Answer, now: datetime) -> Assessment:
    """Return the assessment with this answer to `question`.

    Raises:
        ToolkitError: the question is not asked here, or does not allow this answer.
    """
    _refuse_unasked(assessment, question)
    if isinstance(answer, NotApplicableAnswer):
        not_applicable_answer(question, answer.note, None, now)
    return assessment.with_answers({question.id: answer}, now)


def set_note(assessment: Assessment, question: Question, note: str | None, now: datetime) -> Assessment:
    """Return the assessment with this note on an answered question; None removes the note.

    Raises:
        WrongUsageError: the note is empty or too long.
        ToolkitError: the question has no answer yet, or the note to remove is the reason of a `not_applicable`.
    """
    answer = _answer_to(assessment, question)
    if note is None and isinstance(answer, NotApplicableAnswer):
        raise ToolkitError(
            mark("The note on {question} says why it is not applicable, so it has to stay. You can write another."),
            question=question.id,
        )
    changed = answer.model_copy(update={"note": None if note is None else typed_text(note)})
    return assessment.with_answers({question.id: changed}, now)


def make_evidence(text: str, date: str | None = None, strength: str | None = None) -> Evidence:
    """Return evidence from what a person typed; `date` is such as `2026`, `2026-03` or `2026-03-15`.

    Raises:
        WrongUsageError: the text is empty or too long, the date is none, or there is no such strength.
    """
    if date is not None and not (re.fullmatch(EVIDENCE_DATE, date.strip()) and is_day(date.strip())):
        raise WrongUsageError(
            mark("“{date}” is not a date. Type a year, a month or a day: 2026, 2026-03 or 2026-03-15."),
            date=date.strip(),
        )
    known: tuple[Strength, ...] = get_args(Strength)
    return Evidence(
        text=typed_text(text),
        date=None if date is None else date.strip(),
        strength=None if strength is None else typed_id(strength, known),
    )


def add_evidence(assessment: Assessment, question: Question, evidence: Evidence, now: datetime) -> Assessment:
    """Return the assessment with this evidence added to an answered question; the same evidence twice stays once.

    Raises:
        ToolkitError: the question has no answer yet.
    """
    answer = _answer_to(assessment, question)
    if evidence in answer.evidence:
        return assessment
    changed = answer.model_copy(update={"evidence": (*answer.evidence, evidence)})
    return assessment.with_answers({question.id: changed}, now)


def set_target(assessment: Assessment, practice: Practice, target: int, now: datetime) -> Assessment:
    """Return the assessment with the level (1-4) that the city wants to reach in a practice.

    Raises:
        WrongUsageError: there is no such target.
    """
    if type(target) is not int or not LOWEST_TARGET <= target <= HIGHEST_LEVEL:
        raise WrongUsageError(
            mark("“{target}” is no target. A target is a level from {lowest} to {highest}."),
            target=target,
            lowest=LOWEST_TARGET,
            highest=HIGHEST_LEVEL,
        )
    return assessment.changed(now, targets=dict(sorted({**assessment.targets, practice.id: target}.items())))


def clear_target(assessment: Assessment, practice: Practice, now: datetime) -> Assessment:
    """Return the assessment without a target for this practice."""
    rest = {name: target for name, target in assessment.targets.items() if name != practice.id}
    return assessment.changed(now, targets=rest)


def add_action(  # noqa: PLR0913 - one parameter per field of an action
    assessment: Assessment,
    practice: Practice,
    text: str,
    now: datetime,
    *,
    owner: Owner = "undecided",
    horizon: Horizon = "later",
) -> Assessment:
    """Return the assessment with this action at the end of its list.

    Raises:
        WrongUsageError: the text is empty or too long.
    """
    action = Action(practice=practice.id, text=typed_text(text), owner=owner, horizon=horizon)
    return assessment.changed(now, actions=(*assessment.actions, action))


def finish_action(assessment: Assessment, number: int, now: datetime) -> Assessment:
    """Return the assessment with action `number` done; actions are counted from 1 over all practices.

    Raises:
        WrongUsageError: there is no such action.
    """
    actions = assessment.actions
    if not actions:
        raise WrongUsageError(mark("There is no action yet. Add one with `nlc plan FILE PRACTICE --action TEXT`."))
    if not 1 <= number <= len(actions):
        raise WrongUsageError(
            mark("There is no action {number}. The actions are numbered 1 to {last}."),
            number=number,
            last=len(actions),
        )
    done = actions[number - 1].model_copy(update={"done": True})
    return assessment.changed(now, actions=(*actions[: number - 1], done, *actions[number:]))


def widen_to_full(assessment: Assessment, now: datetime) -> Assessment:
    """Return the assessment in full mode, its answers kept."""
    return assessment if assessment.mode == "full" else assessment.changed(now, mode="full")


class _Kept(TypedDict):
    note: str | None
    evidence: tuple[Evidence, ...]
    dissent: str | None


def _kept(before: Answer | None) -> _Kept:
    if before is None:
        return {"note": None, "evidence": (), "dissent": None}
    return {"note": before.note, "evidence": before.evidence, "dissent": before.dissent}


def _answer_to(assessment: Assessment, question: Question) -> Answer:
    answer = assessment.answers.get(question.id)
    if answer is None:
        raise ToolkitError(mark("{question} has no answer yet. Answer it first."), question=question.id)
    return answer


def _refuse_unasked(assessment: Assessment, question: Question) -> None:
    if assessment.mode == "quick" and not question.headline:
        raise ToolkitError(
            mark("{question} is not asked in the quick mode. `nlc assess FILE --full` widens the assessment."),
            question=question.id,
        )
    if not question.applies(assessment.context):
        raise ToolkitError(
            mark(
                "{question} is not asked here, because it does not fit what the file says about the place ({facts}). "
                "If that is wrong, change it in `nlc assess FILE` with c."
            ),
            question=question.id,
            facts=tuple(
                f"{key}: {value}" for key, value in assessment.context.stated().items() if key in question.applies_when
            ),
        )
