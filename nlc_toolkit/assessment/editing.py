"""Changes to an assessment that the content allows: answers, notes, evidence, targets and actions.

Pure functions, each from an assessment to a new one; asking is left to `terminal/` and `cli/`, saving to `store.py`.
Texts are cleaned here; a text that is empty or too long is refused with a `WrongUsageError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from nlc_toolkit.assessment.models import Answer, Assessment, Evidence, Holder, Horizon, Owner
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Question


def level_answer(question: Question, level: int, before: Answer | None, now: datetime) -> Answer:
    """Return the answer `level` (0-4); note and evidence of the answer `before` stay."""
    raise NotImplementedError(question, level, before, now)


def dont_know_answer(question: Question, before: Answer | None, now: datetime) -> Answer:
    """Return the answer that the respondent does not know; note and evidence of `before` stay."""
    raise NotImplementedError(question, before, now)


def not_our_mandate_answer(question: Question, holder: Holder | None, before: Answer | None, now: datetime) -> Answer:
    """Return the answer that somebody else holds the task; note and evidence of `before` stay."""
    raise NotImplementedError(question, holder, before, now)


def not_applicable_answer(question: Question, reason: str, before: Answer | None, now: datetime) -> Answer:
    """Return the answer that the question makes no sense here; `reason` becomes its note.

    Raises:
        WrongUsageError: the question does not allow it, or the reason is empty.
    """
    raise NotImplementedError(question, reason, before, now)


def set_answer(library: Library, assessment: Assessment, question_id: str, answer: Answer, now: datetime) -> Assessment:
    """Return the assessment with this answer.

    Raises:
        WrongUsageError: the question does not exist, is not asked in this context, or forbids this answer.
    """
    raise NotImplementedError(library, assessment, question_id, answer, now)


def set_note(assessment: Assessment, question_id: str, note: str | None, now: datetime) -> Assessment:
    """Return the assessment with this note on an answered question; None or an empty text removes it.

    Raises:
        WrongUsageError: the question has no answer yet, or its note is the reason of a `not_applicable`.
    """
    raise NotImplementedError(assessment, question_id, note, now)


def add_evidence(assessment: Assessment, question_id: str, evidence: Evidence, now: datetime) -> Assessment:
    """Return the assessment with this evidence added to an answered question.

    Raises:
        WrongUsageError: the question has no answer yet.
    """
    raise NotImplementedError(assessment, question_id, evidence, now)


def make_evidence(text: str, date: str | None = None, strength: str | None = None) -> Evidence:
    """Return evidence from what a person typed; `date` is `2026`, `2026-03` or `2026-03-15`.

    Raises:
        WrongUsageError: the text is empty or too long, the date or the strength is none.
    """
    raise NotImplementedError(text, date, strength)


def set_target(library: Library, assessment: Assessment, practice_id: str, target: int, now: datetime) -> Assessment:
    """Return the assessment with this target (1-4) for a practice.

    Raises:
        WrongUsageError: there is no such practice or no such target.
    """
    raise NotImplementedError(library, assessment, practice_id, target, now)


def clear_target(library: Library, assessment: Assessment, practice_id: str, now: datetime) -> Assessment:
    """Return the assessment without a target for this practice."""
    raise NotImplementedError(library, assessment, practice_id, now)


def add_action(  # noqa: PLR0913 - one parameter per field of an action
    library: Library,
    assessment: Assessment,
    practice_id: str,
    text: str,
    now: datetime,
    *,
    owner: Owner = "undecided",
    horizon: Horizon = "later",
) -> Assessment:
    """Return the assessment with this action at the end of its list."""
    raise NotImplementedError(library, assessment, practice_id, text, now, owner, horizon)


def finish_action(assessment: Assessment, number: int, now: datetime) -> Assessment:
    """Return the assessment with action `number` (counted from 1 over all practices) done.

    Raises:
        WrongUsageError: there is no such action.
    """
    raise NotImplementedError(assessment, number, now)


def widen_to_full(assessment: Assessment, now: datetime) -> Assessment:
    """Return the assessment in full mode, its answers kept."""
    raise NotImplementedError(assessment, now)
