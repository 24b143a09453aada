"""The agenda: every minute is spent, the most urgent questions come first, and nobody sits for too long."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from panels import given_levels, panel_of

from nlc_toolkit.analysis.agenda import Agenda, make_agenda
from nlc_toolkit.analysis.panel import Panel, PracticePanel, discussion_order, question_panel
from nlc_toolkit.analysis.panel_editions import panel_for_public
from nlc_toolkit.assessment.models import City
from nlc_toolkit.errors import WrongUsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nlc_toolkit.content.vocabulary import Group

Sides = tuple[list[int], list[int]]
SIDES: tuple[Group, Group] = ("national_government", "local_government")
NATIONAL, LOCAL = SIDES
LEVELS = st.lists(st.integers(0, 4), max_size=4)
MINUTES = st.integers(30, 480)


def panel_with(questions: Iterable[Sides]) -> Panel:
    """Return a panel of questions to which national and local government gave these levels."""
    figures = tuple(
        question_panel(f"p01.q{number:02}", 1, dict(zip(SIDES, levels, strict=True)))
        for number, levels in enumerate(questions, 1)
    )
    groups = {group: 4 for group in SIDES if any(group in each.groups for each in figures)}
    return Panel(
        city=City(name="Surakarta", country="ID"),
        respondents=sum(groups.values()),
        groups=groups,
        institutional=frozenset(),
        practices=(PracticePanel("p01", None, None, {}, figures),),
        discussion=discussion_order(figures),
        strengths=(),
        responsibility=(),
        set_aside=(),
    )


def apart(*gaps: int) -> Panel:
    """Return a panel of questions to discuss with these gaps."""
    return panel_with(([0, 0], [gap, gap]) for gap in gaps)


def panels() -> st.SearchStrategy[Panel]:
    return st.lists(st.tuples(LEVELS, LEVELS), max_size=30).map(panel_with)


def told(agenda: Agenda) -> list[tuple[str, int]]:
    return [(entry.question or entry.kind, entry.minutes) for entry in agenda.entries]


def stretches(agenda: Agenda) -> list[int]:
    """Return how long the meeting goes on before, between and after its breaks."""
    found = [0]
    for entry in agenda.entries:
        if entry.kind == "break":
            found.append(0)
        else:
            found[-1] += entry.minutes
    return found


def test_three_hours_worked_out_by_hand() -> None:
    """Of 180 minutes, 105 are left for questions; 20 for each gap of 2, and 5 more for the very first."""
    agenda = make_agenda(apart(1, 2, 2, 3, 2, 2, 1))
    assert told(agenda) == [
        ("opening", 20),
        ("break_out", 20),
        ("p01.q04", 25),
        ("p01.q02", 20),
        ("break", 15),
        ("p01.q03", 20),
        ("p01.q05", 20),
        ("p01.q06", 20),
        ("closing", 20),
    ]
    assert agenda.left_out == ("p01.q01", "p01.q07")
    assert agenda.starts == (0, 20, 40, 65, 85, 100, 120, 140, 160)
    assert agenda.items == ("p01.q04", "p01.q02", "p01.q03", "p01.q05", "p01.q06")
    assert agenda.spare == 0


def test_half_an_hour_has_room_for_one_question() -> None:
    agenda = make_agenda(apart(3, 1), 30)
    assert told(agenda) == [("opening", 5), ("p01.q01", 20), ("closing", 5)]
    assert agenda.left_out == ("p01.q02",)


def test_odd_minutes_go_to_the_closing() -> None:
    agenda = make_agenda(apart(1, 1, 1), 63)
    assert told(agenda) == [("opening", 5), ("p01.q01", 20), ("p01.q02", 15), ("p01.q03", 15), ("closing", 8)]
    assert agenda.spare == 0


def test_a_meeting_longer_than_its_list_says_so_and_plans_the_next_steps() -> None:
    agenda = make_agenda(apart(1), 120)
    assert told(agenda) == [("opening", 10), ("break_out", 15), ("p01.q01", 25), ("break", 10), ("closing", 60)]
    assert agenda.spare == 50
    assert agenda.left_out == ()


def test_a_panel_that_agrees_has_nothing_but_an_opening_and_a_closing() -> None:
    agenda = make_agenda(panel_with([([2, 2], [2, 2])]), 60)
    assert told(agenda) == [("opening", 5), ("closing", 55)]


def test_a_long_day_has_a_break_for_a_meal() -> None:
    breaks = [entry.minutes for entry in make_agenda(apart(*[2] * 30), 480).entries if entry.kind == "break"]
    assert breaks == [15, 15, 45, 15, 15]


def test_one_group_alone_needs_no_break_outs() -> None:
    alone = panel_of(given_levels("p01.q1", *[(LOCAL, None, level) for level in (0, 0, 4, 4)]))
    assert alone.discussion == ("p01.q1",)
    assert [entry.kind for entry in make_agenda(alone, 90).entries] == ["opening", "item", "closing"]


def test_an_edition_without_groups_plans_no_break_outs() -> None:
    answered = given_levels("p01.q1", (NATIONAL, None, 0), (LOCAL, None, 4), (LOCAL, None, 4))
    public = panel_for_public(panel_of(answered))
    assert [entry.kind for entry in make_agenda(public, 90).entries] == ["opening", "item", "closing"]


@pytest.mark.parametrize("minutes", [-180, 0, 29, 481, 10_000])
def test_what_is_no_meeting_is_refused_in_a_sentence(minutes: int) -> None:
    with pytest.raises(WrongUsageError, match="from 30 to 480 minutes"):
        make_agenda(apart(1), minutes)


@given(panels(), MINUTES)
def test_the_minutes_sum_to_the_meeting(panel: Panel, minutes: int) -> None:
    agenda = make_agenda(panel, minutes)
    assert sum(entry.minutes for entry in agenda.entries) == agenda.minutes == minutes
    assert [after - before for before, after in pairwise((*agenda.starts, minutes))] == [
        entry.minutes for entry in agenda.entries
    ]


@given(panels(), MINUTES)
def test_every_question_of_the_list_is_discussed_or_left_out_in_its_order(panel: Panel, minutes: int) -> None:
    agenda = make_agenda(panel, minutes)
    assert (*agenda.items, *agenda.left_out) == panel.discussion
    assert bool(agenda.items) == bool(panel.discussion)
    assert all((entry.kind == "item") == (entry.question is not None) for entry in agenda.entries)


@given(panels(), MINUTES)
def test_the_parts_come_in_the_order_of_a_meeting(panel: Panel, minutes: int) -> None:
    kinds = [entry.kind for entry in make_agenda(panel, minutes).entries if entry.kind != "break"]
    several = len(panel.groups) > 1 and bool(panel.discussion) and minutes >= 90
    assert kinds[: 1 + several] == ["opening", "break_out"][: 1 + several]
    rest = kinds[1 + several :]
    assert set(rest) <= {"item", "closing"}
    assert rest == sorted(rest, key=["item", "closing"].index)
    assert rest[-1] == "closing"


@given(panels(), MINUTES)
def test_every_part_has_a_sensible_length(panel: Panel, minutes: int) -> None:
    entries = make_agenda(panel, minutes).entries
    lengths = {kind: [each.minutes for each in entries if each.kind == kind] for kind in ("item", "break_out")}
    assert all(10 <= length <= 25 for length in lengths["item"])
    assert all(15 <= length <= 30 for length in lengths["break_out"])
    assert all(entry.minutes >= 5 for entry in entries)
    assert all(entry.minutes % 5 == 0 for entry in entries if entry.kind != "closing")
    assert 5 <= entries[0].minutes <= 20


@given(panels(), MINUTES)
def test_nobody_sits_longer_than_a_hundred_minutes(panel: Panel, minutes: int) -> None:
    agenda = make_agenda(panel, minutes)
    assert (len(stretches(agenda)) > 1) == (minutes > 100)
    assert all(5 <= stretch <= 100 for stretch in stretches(agenda))


@settings(max_examples=500)
@given(panels(), MINUTES)
def test_a_larger_gap_never_gets_less_time_but_for_the_last_question_that_just_fits(panel: Panel, minutes: int) -> None:
    items = [entry for entry in make_agenda(panel, minutes).entries if entry.question is not None]
    by_gap = sorted((panel.questions[each.question or ""].gap or 0, each.minutes) for each in items[:-1])
    assert all(less[1] <= more[1] for less, more in pairwise(by_gap) if less[0] < more[0])


def test_time_is_spare_only_when_the_whole_list_is_discussed() -> None:
    """Of 90 minutes 55 are free: two questions take 25 each, and the 5 that are left are too few for a third."""
    agenda = make_agenda(apart(3, 3, 3), 90)
    assert told(agenda)[-2:] == [("p01.q02", 25), ("closing", 15)]
    assert (agenda.left_out, agenda.spare) == (("p01.q03",), 0)


@given(panels(), MINUTES)
def test_the_closing_takes_little_but_what_is_spare(panel: Panel, minutes: int) -> None:
    agenda = make_agenda(panel, minutes)
    assert agenda.spare >= 0
    closing = sum(entry.minutes for entry in agenda.entries if entry.kind == "closing")
    assert 5 <= closing - agenda.spare <= 45
