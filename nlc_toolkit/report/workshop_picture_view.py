"""The picture of the practices on one page: a mark for each group, the gap between them, and the same as figures.

Where the marks stand is worked out by `panel_charts.py`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import panel_wording
from nlc_toolkit.content.vocabulary import LEVELS
from nlc_toolkit.report import panel_charts
from nlc_toolkit.report.material import Fact
from nlc_toolkit.report.panel_charts import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.analysis.panel import PracticePanel
    from nlc_toolkit.report.panel_charts import Drawing, Kind
    from nlc_toolkit.report.workshop_material import WorkshopMaterial


@dataclass(frozen=True)
class LegendEntry:
    """One shape and whose it is."""

    drawing: Drawing
    title: str


@dataclass(frozen=True)
class PictureRow:
    """One practice; `figures` belong to the columns of the table of figures."""

    id: str
    title: str
    drawing: Drawing
    words: str
    gap: str
    joint: str
    score: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class PictureView:
    """The picture and its table.

    Attributes:
        lead: how to read it, in a sentence.
        counts: how many questions have which outcome.
        levels: the figures 0-4 along the scale.
        columns: the groups that have a figure in any practice.
        remark: what to know before reading it; empty where there is nothing.
        shows_gap, shows_joint: whether any practice has such a figure.
    """

    lead: str
    counts: tuple[Fact, ...]
    levels: tuple[str, ...]
    legend: tuple[LegendEntry, ...]
    rows: tuple[PictureRow, ...]
    columns: tuple[str, ...]
    remark: str
    shows_gap: bool
    shows_joint: bool


def picture_view(material: WorkshopMaterial) -> PictureView:
    """Return the picture of all practices."""
    t, practices = material.t, material.panel.practices
    marks = [_marks(practice) for practice in practices]
    used = {kind for row in marks for kind in row}
    drawings = panel_charts.picture(
        marks, gaps=[practice.gap is not None for practice in practices], mirrored=material.mirrored
    )
    groups = [group for group in material.panel.groups if any(group in practice.groups for practice in practices)]
    rows = zip(practices, drawings, marks, strict=True)
    return PictureView(
        lead=_lead(material),
        counts=_counts(material),
        levels=tuple(t.number(level, 0) for level in LEVELS),
        legend=tuple(
            LegendEntry(panel_charts.swatch(kind), material.kind_title(kind)) for kind in KINDS if kind in used
        ),
        rows=tuple(
            PictureRow(
                id=practice.id,
                title=material.practice_title(practice.id),
                drawing=drawing,
                words=_in_words(material, practice, row),
                gap=t.number(practice.gap),
                joint=t.number(practice.joint_score),
                score=t.number(practice.score),
                figures=tuple(t.number(practice.groups.get(group)) for group in groups),
            )
            for practice, drawing, row in rows
        ),
        columns=tuple(material.kind_title(group) for group in groups),
        remark=_remark(material),
        shows_gap=any(practice.gap is not None for practice in practices),
        shows_joint=any(practice.joint_score is not None for practice in practices),
    )


def _marks(practice: PracticePanel) -> Mapping[Kind, float]:
    if practice.groups:
        return {group: practice.groups[group] for group in practice.groups}
    return {} if practice.score is None else {"whole": practice.score}


def _in_words(material: WorkshopMaterial, practice: PracticePanel, marks: Mapping[Kind, float]) -> str:
    t = material.t
    if not marks:
        return t("Scale from 0 to 4. No figure to show.")
    figures = [t("{who}: {figure}", who=material.kind_title(kind), figure=t.number(marks[kind])) for kind in marks]
    if practice.gap is None:
        return t("Scale from 0 to 4. {figures}.", figures=t.series(figures))
    return t("Scale from 0 to 4. {figures}. Gap: {gap}.", figures=t.series(figures), gap=t.number(practice.gap))


def _lead(material: WorkshopMaterial) -> str:
    if material.panel.respondents == 1:
        return material.t(
            "Only one respondent has answered, so there is nothing to compare yet. Ask the other groups too."
        )
    return material.t(
        "The figures above count questions. In the picture, a mark far from the others is a place to ask, not a fault."
    )


def _counts(material: WorkshopMaterial) -> tuple[Fact, ...]:
    """How many questions have which outcome; those that the edition keeps back only where there are any."""
    t, questions = material.t, material.panel.questions.values()
    outcomes = Counter(question.outcome for question in questions)
    facts = [Fact(t("Questions asked"), t.number(len(questions), 0))]
    facts += [
        Fact(panel_wording.outcome_title(outcome, t), t.number(outcomes[outcome], 0))
        for outcome in panel_wording.OUTCOME_TITLES
    ]
    if outcomes[None]:
        facts.append(Fact(t("Not shown here"), t.number(outcomes[None], 0)))
    return tuple(facts)


def _remark(material: WorkshopMaterial) -> str:
    t, practices = material.t, material.panel.practices
    if any(practice.kept_back for practice in practices):
        return t("A figure is left out where it would tell what a small group said.")
    return ""
