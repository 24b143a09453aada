"""Practices and case studies as plain data for other programs; texts in the language of the run, ids unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nlc_toolkit import case_wording, wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nlc_toolkit.content.models import CaseStudy, Checklist, Practice, Question
    from nlc_toolkit.i18n import Translator


def practices_as_json(practices: Iterable[Practice], checklist: Checklist, t: Translator) -> list[dict[str, Any]]:
    """Return the list that `nlc practices --json` prints.

    Titles are working titles where `official_title` is null.
    """
    return [
        {
            "id": practice.id,
            "title": t.content(f"{practice.id}.title", practice.title),
            "area": practice.area,
            "summary": wording.practice_summary(practice, t),
            "official_number": practice.official_number,
            "official_title": practice.official_title,
            "questions": [_question(question, checklist, t) for question in practice.questions],
        }
        for practice in practices
    ]


def cases_as_json(cases: Iterable[CaseStudy], t: Translator) -> list[dict[str, Any]]:
    """Return the list that `nlc cases --json` prints: each case with the keys of its file that tell of it."""
    return [
        {
            **case.model_dump(mode="json", exclude={"exceptions"}),
            "title": case_wording.case_title(case, t),
            "place": case_wording.case_place(case, t) or None,
            "summary": case_wording.case_summary(case, t),
            "limits": case_wording.case_limits(case, t),
            "context": case.context.stated(),
        }
        for case in cases
    ]


def _question(question: Question, checklist: Checklist, t: Translator) -> dict[str, Any]:
    return {
        "id": question.id,
        "revision": question.revision,
        "weight": question.weight,
        "headline": question.headline,
        "applies_when": {key: list(values) for key, values in question.applies_when.items()},
        "not_applicable_allowed": question.not_applicable_allowed,
        "text": wording.question_text(question, t),
        "explain": wording.question_explanation(question, t),
        "levels": [
            {
                "level": number,
                "label": wording.level_label(number, checklist, t),
                "anchor": wording.anchor(question, number, t),
                "next": wording.next_step(question, number, t) or None,
            }
            for number in range(len(question.levels))
        ],
        "evidence": list(wording.question_evidence(question, t)),
        "barriers": list(question.barriers),
    }
