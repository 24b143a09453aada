"""All answers at a glance: one row for each practice, one small field for each question, to be looked at, not read.

What each answer says in words is left to `practice_view.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.analysis.scoring import PracticeResult, Standing
    from nlc_toolkit.report.material import Material

MARKS: Mapping[Standing, str] = {
    "dont_know": "?",
    "unanswered": "–",
    "to_confirm": "!",
    "not_our_mandate": "•",
    "not_applicable": "×",
}
"""The mark of a question without a level; one with a level shows its figure."""
LEGEND = mark(
    "Figure: level of the answer, darker where higher. ?: don’t know. –: not answered yet. !: to confirm. •: not the "
    "respondent’s mandate. ×: not applicable. Empty: not asked here."
)


@dataclass(frozen=True)
class GlanceField:
    """One question.

    Attributes:
        mark: the level as a figure, or a sign; empty where the question is not asked.
        style: `level0` to `level4`, `open`, or `empty`.
    """

    mark: str
    style: str


NOT_ASKED = GlanceField("", "empty")


@dataclass(frozen=True)
class GlanceRow:
    """One practice, with a field for each of its questions in the order of their ids."""

    id: str
    title: str
    fields: tuple[GlanceField, ...]


@dataclass(frozen=True)
class GlanceView:
    """The table; without rows where each practice has one question only, since the profile shows these already.

    Attributes:
        questions: the heads of the columns: the questions' numbers within their practice.
    """

    questions: tuple[str, ...]
    rows: tuple[GlanceRow, ...]
    legend: str


def glance_view(material: Material) -> GlanceView:
    """Return how every question of an assessment stands."""
    t, results = material.t, material.result.scores.practices
    if all(len(result.questions) <= 1 for result in results):
        return GlanceView((), (), "")
    most = max(len(material.library.practice(result.id).questions) for result in results)
    return GlanceView(
        questions=tuple(t.number(number, 0) for number in range(1, most + 1)),
        rows=tuple(_row(material, result, most) for result in results),
        legend=t(LEGEND),
    )


def _row(material: Material, result: PracticeResult, most: int) -> GlanceRow:
    practice = material.library.practice(result.id)
    standing = {question.question: _field(material, question.standing, question.level) for question in result.questions}
    fields = [standing.get(question.id, NOT_ASKED) for question in practice.questions]
    return GlanceRow(
        id=result.id,
        title=wording.practice_title(practice, material.t),
        fields=(*fields, *[NOT_ASKED] * (most - len(fields))),
    )


def _field(material: Material, standing: Standing, level: int | None) -> GlanceField:
    if level is None:
        return GlanceField(MARKS[standing], "open")
    return GlanceField(material.t.number(level, 0), f"level{level}")
