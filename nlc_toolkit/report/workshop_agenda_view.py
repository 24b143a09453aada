"""The agenda in words: from which minute to which, what happens, and what there is no time for.

How the minutes are spent is decided in `analysis/agenda.py`; the questions themselves are in `workshop_item_view.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from nlc_toolkit import panel_wording
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nlc_toolkit.analysis.agenda import AgendaEntry, Kind
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.workshop_material import WorkshopMaterial

MOST_LEFT_OUT = 5
TO_DO: Mapping[Kind, str] = {
    "opening": mark(
        "Welcome. Read the ground rules aloud and ask whether all agree. Say who takes notes and who gets them. "
        "Look at the picture of the practices together."
    ),
    "break_out": mark(
        "Each group sits alone with the questions below. It asks: what do we see here that the others may not see? "
        "What do we need to hear from them? Nobody has to report who said what."
    ),
    "break": mark("Leave the room open, so that people can talk across groups."),
    "closing": mark(
        "Go through what was agreed and what stays open. Settle who does what by when. Say again who gets the record."
    ),
}


@dataclass(frozen=True)
class TimeBox:
    """A stretch of the meeting, in minutes from its beginning, in words."""

    minutes: str
    span: str


@dataclass(frozen=True)
class AgendaRow:
    """One part of the meeting; `question` is empty except for a discussion, which also has a `number`."""

    time: TimeBox
    title: str
    what: str
    question: str
    number: str


@dataclass(frozen=True)
class LeftOut:
    """A question of the discussion list for which there is no time."""

    id: str
    text: str


@dataclass(frozen=True)
class AgendaView:
    """The agenda.

    Attributes:
        lead: how long the meeting is and how many questions it discusses.
        spare: sentence about minutes that the list does not need; may be empty.
        left_out: the first questions without time; `left_out_more` says how many more, or is empty.
    """

    lead: str
    rows: tuple[AgendaRow, ...]
    spare: str
    left_out: tuple[LeftOut, ...]
    left_out_more: str


def agenda_view(material: WorkshopMaterial) -> AgendaView:
    """Return the agenda of the meeting."""
    t, agenda = material.t, material.agenda
    number, rows = 0, []
    more = len(agenda.left_out) - MOST_LEFT_OUT
    for entry, time in _timed(material):
        number += entry.question is not None
        rows.append(_row(material, entry, time, number))
    return AgendaView(
        lead=_lead(material),
        rows=tuple(rows),
        spare=_spare(agenda.spare, t),
        left_out=tuple(LeftOut(name, material.question_text(name)) for name in agenda.left_out[:MOST_LEFT_OUT]),
        left_out_more=t.plural(
            "and {count} more, marked “no time” in “What to discuss”",
            "and {count} more, marked “no time” in “What to discuss”",
            more,
        )
        if more > 0
        else "",
    )


def _lead(material: WorkshopMaterial) -> str:
    t, agenda = material.t, material.agenda
    minutes = t.number(agenda.minutes, 0)
    if not agenda.items:
        return t("The meeting takes {minutes} minutes. No question calls for a discussion yet.", minutes=minutes)
    return t.plural(
        "The meeting takes {minutes} minutes and discusses {count} question.",
        "The meeting takes {minutes} minutes and discusses {count} questions. Wider gaps get more time.",
        len(agenda.items),
        minutes=minutes,
    )


def times_of_items(material: WorkshopMaterial) -> dict[str, TimeBox]:
    """Question id → when it is discussed."""
    return {entry.question: time for entry, time in _timed(material) if entry.question is not None}


def _timed(material: WorkshopMaterial) -> Iterator[tuple[AgendaEntry, TimeBox]]:
    t, entries = material.t, material.agenda.entries
    ends = accumulate(entry.minutes for entry in entries)
    for entry, end in zip(entries, ends, strict=True):
        minutes = t.plural("{count} minute", "{count} minutes", entry.minutes)
        span = t("from minute {start} to {end}", start=t.number(end - entry.minutes, 0), end=t.number(end, 0))
        yield entry, TimeBox(minutes, span)


def _row(material: WorkshopMaterial, entry: AgendaEntry, time: TimeBox, number: int) -> AgendaRow:
    t = material.t
    title = panel_wording.part_title(entry.kind, t)
    if entry.kind == "item" and entry.question is not None:
        text = material.question_text(entry.question)
        return AgendaRow(time, title, text, entry.question, t.number(number, 0))
    return AgendaRow(time, title, t(TO_DO[entry.kind]), "", "")


def _spare(minutes: int, t: Translator) -> str:
    if not minutes:
        return ""
    return t.plural(
        "The discussion list needs {count} minute less than the meeting has. It is part of the closing.",
        "The discussion list needs {count} minutes less than the meeting has. They are part of the closing: use them "
        "for the responsibility map, or end earlier.",
        minutes,
    )
