"""What the questionnaire itself keeps in an assessment: facts that were skipped, and texts typed before an answer.

Both lie under `extensions`, key `nlc`, so that no other program has to know them. A text typed before the level
is moved into the answer as soon as there is one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError

from nlc_toolkit.assessment.models import DontKnowAnswer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from pydantic import JsonValue

    from nlc_toolkit.assessment.models import Answer, Assessment
    from nlc_toolkit.content.models import Question

OURS = "nlc"
SKIPPED = "skipped"
EARLY = "before_answer"


def skipped_facts(assessment: Assessment) -> frozenset[str]:
    """Return the facts about place and respondent that were skipped on purpose."""
    skipped = _ours(assessment).get(SKIPPED)
    return frozenset(key for key in skipped if isinstance(key, str)) if isinstance(skipped, list) else frozenset()


def with_skipped(assessment: Assessment, keys: Iterable[str], now: datetime) -> Assessment:
    """Return the assessment with these facts marked as skipped."""
    return _with_ours(assessment, SKIPPED, [*sorted(skipped_facts(assessment) | set(keys))], now)


def early_answer(question: Question, now: datetime) -> Answer:
    """Return a stand-in for an answer: it is never scored and only carries texts to the real one."""
    return DontKnowAnswer(revision=question.revision, answered=now)


def present_answer(assessment: Assessment, question: Question) -> Answer | None:
    """Return the answer to `question`, or the stand-in with the texts typed before one, or None."""
    if question.id in assessment.answers:
        return assessment.answers[question.id]
    data = _early(assessment).get(question.id)
    try:
        return DontKnowAnswer.model_validate_json(json.dumps(data)) if data is not None else None
    except ValidationError:
        return None  # not written by this program; it stays where it is


def with_present_answer(assessment: Assessment, question: Question, answer: Answer, now: datetime) -> Assessment:
    """Return the assessment with `answer` in place of what `present_answer` returned."""
    if question.id in assessment.answers:
        return assessment.with_answers({question.id: answer}, now)
    early = {**_early(assessment), question.id: answer.model_dump(mode="json", exclude_none=True)}
    if answer.note is None and not answer.evidence:
        del early[question.id]
    return _with_ours(assessment, EARLY, early, now)


def without_early(assessment: Assessment, question: Question, now: datetime) -> Assessment:
    """Return the assessment without texts for `question` that wait for an answer."""
    early = _early(assessment)
    if question.id not in early:
        return assessment
    return _with_ours(assessment, EARLY, {name: data for name, data in early.items() if name != question.id}, now)


def _early(assessment: Assessment) -> dict[str, JsonValue]:
    early = _ours(assessment).get(EARLY)
    return early if isinstance(early, dict) else {}


def _ours(assessment: Assessment) -> dict[str, JsonValue]:
    ours = assessment.extensions.get(OURS)
    return ours if isinstance(ours, dict) else {}


def _with_ours(assessment: Assessment, key: str, value: JsonValue, now: datetime) -> Assessment:
    ours = {**_ours(assessment), key: value}
    kept = {name: held for name, held in ours.items() if held not in ({}, [])}
    others = {name: held for name, held in assessment.extensions.items() if name != OURS}
    return assessment.changed(now, extensions={**others, OURS: kept} if kept else others)
