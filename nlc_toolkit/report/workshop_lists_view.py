"""The lists of the workshop's paper: what is strong, what to discuss, what to find out, and who holds which task.

A question that the meeting discusses is told in full by `workshop_item_view.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from nlc_toolkit import panel_wording, wording
from nlc_toolkit.analysis.panel import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nlc_toolkit.analysis.panel import PracticePanel
    from nlc_toolkit.analysis.responsibility import Responsibility
    from nlc_toolkit.report.workshop_agenda_view import TimeBox
    from nlc_toolkit.report.workshop_material import WorkshopMaterial


@dataclass(frozen=True)
class StrengthRow:
    """A question on which the groups agree on a high level."""

    id: str
    text: str
    median: str
    agreement: str


@dataclass(frozen=True)
class DiscussionRow:
    """A question to talk about; `time` is None where the agenda has none for it."""

    id: str
    text: str
    outcome: str
    gap: str
    median: str
    agreement: str
    time: TimeBox | None


@dataclass(frozen=True)
class FindOutRow:
    """The questions of one practice that lack levels: their ids."""

    practice: str
    national: tuple[str, ...]
    local: tuple[str, ...]
    few: tuple[str, ...]


@dataclass(frozen=True)
class FindOutView:
    """What cannot be compared yet.

    Attributes:
        sentences: about a side that takes no part at all.
        one_sided: whether any row names a question on which one side alone gave levels.
    """

    sentences: tuple[str, ...]
    one_sided: bool
    rows: tuple[FindOutRow, ...]


@dataclass(frozen=True)
class ResponsibilityRow:
    """Who says of one question that somebody else holds the task, a sentence for each group and holder."""

    id: str
    text: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class ResponsibilityView:
    """The responsibility map: the questions in conflict, and the others."""

    conflicts: tuple[ResponsibilityRow, ...]
    others: tuple[ResponsibilityRow, ...]


def strength_rows(material: WorkshopMaterial) -> tuple[StrengthRow, ...]:
    """Return the shared strengths, highest first."""
    t = material.t
    questions = [material.panel.questions[name] for name in material.panel.strengths]
    return tuple(
        StrengthRow(
            id=question.question,
            text=material.question_text(question.question),
            median=t.number(question.median),
            agreement=panel_wording.agreement_title(question.agreement, t),
        )
        for question in questions
    )


def discussion_rows(material: WorkshopMaterial, times: Mapping[str, TimeBox]) -> tuple[DiscussionRow, ...]:
    """Return the discussion list, most urgent first."""
    t = material.t
    questions = [material.panel.questions[name] for name in material.panel.discussion]
    return tuple(
        DiscussionRow(
            id=question.question,
            text=material.question_text(question.question),
            outcome=panel_wording.outcome_title(question.outcome, t),
            gap=t.number(question.gap),
            median=t.number(question.median),
            agreement=panel_wording.agreement_title(question.agreement, t),
            time=times.get(question.question),
        )
        for question in questions
    )


def find_out_view(material: WorkshopMaterial) -> FindOutView:
    """Return the questions without enough levels, by practice."""
    t = material.t
    absent = [] if material.for_public else [side for side in SIDES if side not in material.panel.groups]
    sentences = [
        t(
            "No respondent speaks for this group: {group}. So no question has a joint level.",
            group=wording.group_title(side, t),
        )
        for side in absent
    ]
    if material.panel.respondents == 1:
        sentences.append(t("Only one respondent has answered, so no question has two levels."))
        return FindOutView(tuple(sentences), one_sided=False, rows=())
    rows = [_find_out_row(material, practice) for practice in material.panel.practices]
    one_sided = any(row.national or row.local for row in rows)
    filled = tuple(row for row in rows if row.national or row.local or row.few)
    return FindOutView(tuple(sentences), one_sided, filled)


def _find_out_row(material: WorkshopMaterial, practice: PracticePanel) -> FindOutRow:
    few = tuple(each.question for each in practice.questions if each.outcome == "too_few")
    national, local = (
        tuple(each.question for each in practice.questions if each.question not in few and each.lacks(side))
        if side in material.panel.groups
        else ()
        for side in SIDES
    )
    return FindOutRow(material.practice_title(practice.id), national, local, few)


def responsibility_view(material: WorkshopMaterial) -> ResponsibilityView:
    """Return the responsibility map, a row for each question."""
    conflicts: list[ResponsibilityRow] = []
    others: list[ResponsibilityRow] = []
    for name, entries in groupby(material.panel.responsibility, key=lambda entry: entry.question):
        said = list(entries)
        row = ResponsibilityRow(name, material.question_text(name), tuple(_said(material, said)))
        (conflicts if any(entry.conflict for entry in said) else others).append(row)
    return ResponsibilityView(tuple(conflicts), tuple(others))


def _said(material: WorkshopMaterial, entries: Iterable[Responsibility]) -> Iterable[str]:
    t = material.t
    for entry in entries:
        group, count = wording.group_title(entry.says, t), t.number(entry.count, 0)
        if entry.holder == "unknown":
            yield t("{group} ({count}): not ours, and not known whose", group=group, count=count)
        elif entry.holder == "nobody":
            yield t("{group} ({count}): not ours, and nobody’s", group=group, count=count)
        else:
            holder = wording.holder_title(entry.holder, t)
            yield t("{group} ({count}) names: {holder}", group=group, count=count, holder=holder)
