"""One question to discuss: who gave which level, the anchors in dispute, how to open it, and a page to write on.

What respondents wrote is chosen in `workshop_notes.py`; when a question is discussed, in `workshop_agenda_view.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import panel_wording, wording
from nlc_toolkit.analysis.matching import cases_about, one_case_each
from nlc_toolkit.content.vocabulary import LEVELS
from nlc_toolkit.report import panel_charts
from nlc_toolkit.report.case_view import match_in_words
from nlc_toolkit.report.material import Fact
from nlc_toolkit.report.workshop_notes import notes_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.analysis.agreement import LevelFigures
    from nlc_toolkit.analysis.matching import Match
    from nlc_toolkit.analysis.panel import QuestionPanel
    from nlc_toolkit.report.case_view import MatchView
    from nlc_toolkit.report.panel_charts import Drawing, Kind
    from nlc_toolkit.report.workshop_agenda_view import TimeBox
    from nlc_toolkit.report.workshop_material import WorkshopMaterial
    from nlc_toolkit.report.workshop_notes import NotesView

MANY_ANCHORS = 3


@dataclass(frozen=True)
class LevelsRow:
    """The levels of one group, or of all respondents."""

    swatch: Drawing
    title: str
    drawing: Drawing
    words: str
    count: str
    median: str


@dataclass(frozen=True)
class AnchorView:
    """What can be seen at one level."""

    level: str
    label: str
    text: str


@dataclass(frozen=True)
class ItemView:
    """One question on the agenda.

    Attributes:
        number: its place on the agenda.
        why: why it is to be discussed, in a sentence.
        figures: median, gap, joint level, agreement; a dash where the edition keeps one back.
        remark: what to know about the rows; empty where there is nothing.
        anchors: of the levels in dispute; `all_anchors` of all levels, for the page to write on.
        many_anchors: whether those in dispute are too many to stand in half the width.
        match: a case about the practice; None where there is none.
    """

    number: str
    id: str
    text: str
    practice: str
    time: TimeBox
    why: str
    figures: tuple[Fact, ...]
    rows: tuple[LevelsRow, ...]
    remark: str
    anchors: tuple[AnchorView, ...]
    all_anchors: tuple[AnchorView, ...]
    many_anchors: bool
    notes: NotesView
    opening: str
    match: MatchView | None


def item_views(
    material: WorkshopMaterial, times: Mapping[str, TimeBox], matches: Mapping[str, Match]
) -> tuple[ItemView, ...]:
    """Return the questions on the agenda, in its order, with the time and, where there is one, the case of each."""
    return tuple(
        _item(material, name, number, times[name], matches.get(name))
        for number, name in enumerate(material.agenda.items, 1)
    )


def item_matches(material: WorkshopMaterial) -> dict[str, Match]:
    """Question on the agenda → the case that is named beside it."""
    library, facts = material.library, material.facts_shared()
    return one_case_each(
        {
            name: cases_about(library, library.practice_of(name).id, tuple(library.questions[name].barriers), facts)
            for name in material.agenda.items
        }
    )


def _item(material: WorkshopMaterial, name: str, number: int, time: TimeBox, match: Match | None) -> ItemView:
    t, library = material.t, material.library
    question, figures = library.questions[name], material.panel.questions[name]
    anchors = tuple(
        AnchorView(
            t.number(level, 0),
            wording.level_label(level, library.checklist, t),
            wording.anchor(question, level, t),
        )
        for level in LEVELS
    )
    lowest, highest = _disputed(figures)
    return ItemView(
        number=t.number(number, 0),
        id=name,
        text=material.question_text(name),
        practice=material.practice_title(library.practice_of(name).id),
        time=time,
        why=why_in_words(material, figures),
        figures=_figures(material, figures),
        rows=_rows(material, figures),
        remark=t("Small groups are put together or left out.") if figures.kept_back else "",
        anchors=anchors[lowest : highest + 1],
        all_anchors=anchors,
        many_anchors=highest - lowest >= MANY_ANCHORS,
        notes=notes_view(material, name),
        opening=wording.question_opening(question, t),
        match=None if match is None else match_in_words(library, t, match),
    )


def why_in_words(material: WorkshopMaterial, question: QuestionPanel) -> str:
    """Return why a question is on the discussion list."""
    t = material.t
    if question.outcome == "outlier":
        return t("The levels lie near together, but one stands apart. Hear this view first.")
    reasons = [panel_wording.reason_title(reason, t) for reason in question.reasons]
    return t("To discuss, because {reasons}.", reasons=t.series(reasons))


def joint_in_words(material: WorkshopMaterial, question: QuestionPanel) -> str:
    """Return the joint level; “one-sided” where national or local government gave no level."""
    return material.t("one-sided") if question.one_sided else material.t.number(question.joint)


def _figures(material: WorkshopMaterial, question: QuestionPanel) -> tuple[Fact, ...]:
    t = material.t
    return (
        Fact(t("Median"), t.number(question.median)),
        Fact(t("Gap between groups"), t.number(question.gap)),
        Fact(t("Joint level"), joint_in_words(material, question)),
        Fact(t("Agreement"), panel_wording.agreement_title(question.agreement, t)),
    )


def _rows(material: WorkshopMaterial, question: QuestionPanel) -> tuple[LevelsRow, ...]:
    shown: dict[Kind, LevelFigures] = {group: question.groups[group] for group in question.groups}
    if question.others:
        shown["others"] = question.others
    if question.whole and (len(shown) != 1 or question.kept_back):
        shown["whole"] = question.whole
    drawings = panel_charts.level_rows(
        [(kind, figures.per_level) for kind, figures in shown.items()], mirrored=material.mirrored
    )
    return tuple(
        _row(material, kind, figures, drawing) for (kind, figures), drawing in zip(shown.items(), drawings, strict=True)
    )


def _row(material: WorkshopMaterial, kind: Kind, figures: LevelFigures, drawing: Drawing) -> LevelsRow:
    t = material.t
    given = [
        t("level {level}: {count}", level=t.number(level, 0), count=t.number(count, 0))
        for level, count in zip(LEVELS, figures.per_level, strict=True)
        if count
    ]
    return LevelsRow(
        swatch=panel_charts.swatch(kind),
        title=material.kind_title(kind),
        drawing=drawing,
        words=t("How often each level was given. {levels}.", levels=t.series(given)),
        count=t.number(figures.count, 0),
        median=t.number(figures.median),
    )


def _disputed(question: QuestionPanel) -> tuple[int, int]:
    """Return the lowest and the highest level in dispute: between the groups where these lie apart, else of all."""
    medians = [figures.median for figures in question.groups.values()]
    if question.others:
        medians.append(question.others.median)
    if question.whole and "gap" not in question.reasons:
        return question.whole.levels[0], question.whole.levels[-1]
    return math.floor(min(medians)), math.ceil(max(medians))
