"""The agenda of a workshop: how the minutes of a meeting are spent on what the panel says is worth discussing.

Which questions come first is decided in `panel.py`; the words for the parts of a meeting are left to its readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nlc_toolkit.analysis.panel import Panel

Kind = Literal["opening", "item", "break_out", "break", "closing"]

USUAL_MINUTES = 180
LEAST_MINUTES, MOST_MINUTES = 30, 480
STEP = 5
PART_AT_THE_EDGES = 9  # the opening, the break-outs and the closing each take a ninth
LEAST_EDGE, MOST_OPENING, MOST_CLOSING = 5, 20, 30
LEAST_FOR_BREAK_OUT, LEAST_BREAK_OUT, MOST_BREAK_OUT = 90, 15, 30
LEAST_ITEM, MOST_ITEM, MINUTES_PER_GAP = 10, 25, 5
LONGEST_WITHOUT_BREAK, MINUTES_PER_BREAK = 100, 90
SHORT_MEETING, SHORT_BREAK, USUAL_BREAK = 120, 10, 15
LEAST_FOR_MEAL, MEAL_BREAK = 300, 45

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
        entries: in the order of the meeting: the opening first, the closing last.
        left_out: ids of the questions of the discussion list for which there is no time, in the order of the list.
    """

    minutes: int
    entries: tuple[AgendaEntry, ...]
    left_out: tuple[str, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of the questions that are discussed, in the order of the discussion list."""
        return tuple(entry.question for entry in self.entries if entry.question is not None)

    @property
    def starts(self) -> tuple[int, ...]:
        """When each entry begins, in minutes from the start of the meeting."""
        return tuple(accumulate((entry.minutes for entry in self.entries[:-1]), initial=0))

    @property
    def spare(self) -> int:
        """How many minutes the meeting is longer than the discussion list needs; the closing has them."""
        if self.left_out:
            return 0
        closing = sum(entry.minutes for entry in self.entries if entry.kind == "closing")
        return closing - _closing_minutes(self.minutes)


def make_agenda(panel: Panel, minutes: int = USUAL_MINUTES) -> Agenda:
    """Return an agenda that fills `minutes` (30-480) exactly; made from an edition, it tells no more than that.

    Questions are taken in the order of the discussion list, as many as there is time for.

    Raises:
        WrongUsageError: a meeting of that length is no workshop.
    """
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise WrongUsageError(MINUTES_OUTSIDE, least=LEAST_MINUTES, most=MOST_MINUTES)
    breaks = _breaks(minutes)
    several_groups = len(panel.groups) > 1 and bool(panel.discussion)
    opening = _share(minutes, LEAST_EDGE, MOST_OPENING)
    closing = _closing_minutes(minutes)
    break_out = 0
    if several_groups and minutes >= LEAST_FOR_BREAK_OUT:
        break_out = _share(minutes, LEAST_BREAK_OUT, MOST_BREAK_OUT)
    free = minutes - opening - closing - break_out - sum(breaks)
    spent = _item_minutes([panel.questions[name].gap or 0 for name in panel.discussion], free)
    items = [AgendaEntry("item", each, name) for each, name in zip(spent, panel.discussion, strict=False)]
    closing += free - sum(spent)
    parts = [AgendaEntry("opening", opening), *([AgendaEntry("break_out", break_out)] if break_out else []), *items]
    return Agenda(
        minutes=minutes,
        entries=tuple(_joined(_with_breaks([*parts, *_closing_parts(closing)], breaks))),
        left_out=panel.discussion[len(items) :],
    )


def _closing_minutes(minutes: int) -> int:
    """Return how long the closing is at least; what is no whole step goes to it."""
    return _share(minutes, LEAST_EDGE, MOST_CLOSING) + minutes % STEP


def _share(minutes: int, least: int, most: int) -> int:
    """Return a ninth of the meeting in whole steps, within these bounds."""
    return min(most, max(least, _in_steps(minutes / PART_AT_THE_EDGES)))


def _in_steps(minutes: float) -> int:
    return int(minutes // STEP) * STEP


def _item_minutes(gaps: Sequence[float], free: int) -> list[int]:
    """Return the minutes of the first questions, as many as fit into the free time, and as much of it as they can use.

    Where all of them have the most they may have, one more question takes what is left.
    """
    wanted = [min(MOST_ITEM, LEAST_ITEM + _in_steps(gap * MINUTES_PER_GAP)) for gap in gaps]
    spent = wanted[: sum(total <= free for total in accumulate(wanted))]
    largest_first = sorted(range(len(spent)), key=lambda place: -gaps[place])
    while sum(spent) + STEP <= free and any(minutes < MOST_ITEM for minutes in spent):
        for place in largest_first:
            if spent[place] < MOST_ITEM and sum(spent) + STEP <= free:
                spent[place] += STEP
    left = _in_steps(free - sum(spent))
    if len(spent) < len(wanted) and left >= LEAST_ITEM:
        spent.append(min(left, wanted[len(spent)]))
    return spent


def _breaks(minutes: int) -> tuple[int, ...]:
    """Return the length of each break: none up to 100 minutes, then one for every further hour and a half."""
    if minutes <= LONGEST_WITHOUT_BREAK:
        return ()
    count = max(1, -(-minutes // MINUTES_PER_BREAK) - 1)
    usual = SHORT_BREAK if minutes <= SHORT_MEETING else USUAL_BREAK
    meal = count // 2 if minutes >= LEAST_FOR_MEAL else None
    return tuple(MEAL_BREAK if number == meal else usual for number in range(count))


def _closing_parts(minutes: int) -> list[AgendaEntry]:
    """Return the closing in parts between which a break can fall where it has much time to fill."""
    parts = [MOST_CLOSING] * (minutes // MOST_CLOSING - 1)
    return [AgendaEntry("closing", each) for each in [*parts, minutes - sum(parts)]]


def _with_breaks(parts: Sequence[AgendaEntry], breaks: Sequence[int]) -> Iterable[AgendaEntry]:
    """Yield the parts with the breaks between them, so placed that the longest stretch of work is short."""
    longest = max(part.minutes for part in parts)
    while len(stretches := _packed(parts, longest)) > len(breaks) + 1:
        longest += STEP
    while len(stretches) <= len(breaks):
        stretches = _split(stretches)
    yield from stretches[0]
    for minutes, stretch in zip(breaks, stretches[1:], strict=True):
        yield AgendaEntry("break", minutes)
        yield from stretch


def _packed(parts: Iterable[AgendaEntry], longest: int) -> list[list[AgendaEntry]]:
    """Return the parts in stretches of at most `longest` minutes, each as full as it can be."""
    stretches: list[list[AgendaEntry]] = [[]]
    for part in parts:
        if stretches[-1] and _length(stretches[-1]) + part.minutes > longest:
            stretches.append([])
        stretches[-1].append(part)
    return stretches


def _split(stretches: list[list[AgendaEntry]]) -> list[list[AgendaEntry]]:
    """Return the stretches with the longest one that has several parts cut in two."""
    place = max((place for place, each in enumerate(stretches) if len(each) > 1), key=lambda at: _length(stretches[at]))
    half = len(stretches[place]) // 2
    return [*stretches[:place], stretches[place][:half], stretches[place][half:], *stretches[place + 1 :]]


def _length(stretch: Iterable[AgendaEntry]) -> int:
    return sum(part.minutes for part in stretch)


def _joined(entries: Iterable[AgendaEntry]) -> Iterable[AgendaEntry]:
    """Yield the entries, parts of the closing that follow each other as one."""
    waiting: list[AgendaEntry] = []
    for entry in chain(entries, [None]):
        if entry is not None and entry.kind == "closing":
            waiting.append(entry)
            continue
        if waiting:
            yield AgendaEntry("closing", _length(waiting))
            waiting = []
        if entry is not None:
            yield entry
