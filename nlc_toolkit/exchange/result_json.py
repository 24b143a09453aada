"""A result as JSON for other programs (format nlc-result/1): ids and unrounded numbers, words in the run's language.

Printing it is left to `cli/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording

if TYPE_CHECKING:
    from pydantic import JsonValue

    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.analysis.scoring import MeanResult, PracticeResult
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator

FORMAT = "nlc-result/1"


def result_data(library: Library, result: Result, t: Translator) -> dict[str, JsonValue]:
    """Return the result as JSON data; levels and scores 0-4, shares 0-1, null where there is no figure."""
    assessment, scores, plan = result.assessment, result.scores, result.plan
    return {
        "format": FORMAT,
        "mode": assessment.mode,
        "city": assessment.city.model_dump(mode="json", exclude_none=True),
        "practices": [practice_data(library, practice, t) for practice in scores.practices],
        "areas": [mean_data(area) for area in scores.areas],
        "overall": mean_data(scores.overall),
        "strengths": list(plan.strengths),
        "priorities": list(plan.priorities),
        "find_out": list(plan.find_out),
        "next_steps": [
            {
                "question": step.question,
                "from": step.start,
                "to": step.end,
                "text": wording.next_step(library.question(step.question), step.start, t),
            }
            for step in plan.next_steps
        ],
        "cases": [
            {
                "id": match.case,
                "practice": match.practice,
                "reasons": list(wording.match_reasons(match, library.checklist, t)),
            }
            for match in result.priority_cases
        ],
    }


def practice_data(library: Library, result: PracticeResult, t: Translator) -> dict[str, JsonValue]:
    """Return the figures of one practice."""
    practice = library.practice(result.id)
    return {
        "id": result.id,
        "title": wording.practice_title(practice, t),
        "area": practice.area,
        "applicable": result.applicable,
        "answered": result.answered,
        "scope": result.scope,
        "coverage": result.coverage,
        "score": result.score,
        "low": result.low,
        "high": result.high,
        "reached": result.reached,
        "evidenced": result.evidenced,
        "target": result.target,
    }


def mean_data(mean: MeanResult) -> dict[str, JsonValue]:
    """Return the mean of an area or of the whole."""
    return {
        "id": mean.id,
        "score": mean.score,
        "low": mean.low,
        "high": mean.high,
        "scored": mean.scored,
        "of": mean.of,
    }
