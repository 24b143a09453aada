"""The free texts of an assessment, each with an id, and the same assessment with other texts in their place.

The examples are told in several languages this way; what a respondent typed is never translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nlc_toolkit.assessment.models import Answer, Assessment


def free_texts(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Yield the id of every free text, such as `p06.q1.evidence2` or `action1`, with the text."""
    found: list[tuple[str, str]] = []

    def keep(name: str, text: str) -> str:
        found.append((name, text))
        return text

    retold(assessment, keep)
    yield from found


def retold(assessment: Assessment, retell: Callable[[str, str], str]) -> Assessment:
    """Return the assessment with `retell(id, text)` in place of every free text and of the city's names."""
    city = assessment.city
    region = None if city.region is None else retell("region", city.region)
    return assessment.model_copy(
        update={
            "city": city.model_copy(update={"name": retell("city", city.name), "region": region}),
            "answers": {
                question: _retold_answer(answer, question, retell) for question, answer in assessment.answers.items()
            },
            "actions": tuple(
                action.model_copy(update={"text": retell(f"action{number}", action.text)})
                for number, action in enumerate(assessment.actions, start=1)
            ),
        }
    )


def _retold_answer(answer: Answer, question: str, retell: Callable[[str, str], str]) -> Answer:
    texts = {
        field: retell(f"{question}.{field}", text)
        for field in ("note", "dissent")
        if (text := getattr(answer, field)) is not None
    }
    evidence = tuple(
        entry.model_copy(update={"text": retell(f"{question}.evidence{number}", entry.text)})
        for number, entry in enumerate(answer.evidence, start=1)
    )
    return answer.model_copy(update={**texts, "evidence": evidence})
