"""The agenda of a workshop: how the minutes of a meeting are spent on what the panel says is worth discussing.

Which questions come first is decided in `panel.py`; the words for the parts of a meeting are left to its readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:

    from nlc_toolkit.analysis.panel import Panel

Kind = Literal["opening", "item", "break_out", "break", "closing"]

USUAL_MINUTES = 180
LEAST_MINUTES, MOST_MINUTES = 30, 480
STEP = 5
LEAST_ITEM, MOST_ITEM = 10, 25
LONGEST_WITHOUT_BREAK = 100

MINUTES_OUTSIDE = mark(
    "A meeting takes from {least} to {most} minutes. Give a number in between after --minutes, such as 180."
)


@dataclass(frozen=True)
class AgendaEntry:
    """One part of the meeting.

    Attributes:
        kind: what it is; in a `break_out` each group sits alone.
        minutes: how long it takes.
        question: the id of the question that an `item` discusses; None for the others.
    """

    kind: Kind
    minutes: int
    question: str | None = None


@dataclass(frozen=True)
class Agenda:
    """How a meeting is spent.

    Attributes:
        minutes: how long it takes; the minutes of the entries sum to it.
        entries: in the order of the meeting.
        left_out: ids of the questions of the discussion list for which there is no time, in the order of the list.
    """

    minutes: int
    entries: tuple[AgendaEntry, ...]
    left_out: tuple[str, ...]


def make_agenda(panel: Panel, minutes: int = USUAL_MINUTES) -> Agenda:
    """Return an agenda that fills `minutes` (30-480) exactly; made from an edition, it tells no more than that.

    Raises:
        WrongUsageError: a meeting of that length is no workshop.
    """
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise WrongUsageError(MINUTES_OUTSIDE, least=LEAST_MINUTES, most=MOST_MINUTES)
    raise NotImplementedError
