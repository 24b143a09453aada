"""The panel in the terminal: groups and counts instead of names, what stays out, and only what the edition shows."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from mini import make_library
from panels import Person, assessment_of, panel_of
from rich.console import Console

from nlc_toolkit.analysis.agenda import make_agenda
from nlc_toolkit.analysis.members import Member, Sentence, SetAsideFile, members_of
from nlc_toolkit.analysis.panel import Panel, compute_panel
from nlc_toolkit.analysis.panel_editions import panel_in_edition
from nlc_toolkit.assessment.models import City
from nlc_toolkit.i18n import Translator
from nlc_toolkit.terminal.panel_showing import show_panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from nlc_toolkit.analysis.panel_editions import PanelEdition

T = Translator()
PEOPLE = [
    Person("national_government", "institution", {"p01.q1": 3, "p01.q2": 3, "p02.q1": "local_government", "p02.q2": 1}),
    Person("national_government", "institution", {"p01.q1": 3, "p01.q2": 4, "p02.q1": "local_government", "p02.q2": 1}),
    Person("local_government", "institution", {"p01.q1": 1, "p01.q2": 3, "p02.q1": "national_government"}),
    Person("local_government", "institution", {"p01.q1": 2, "p01.q2": 3, "p02.q1": "nobody", "p02.q2": 1}),
    Person("civil_society", "personal", {"p01.q1": 1, "p01.q2": 3, "p02.q2": 3}),
    Person("civil_society", "personal", {"p01.q1": 1, "p02.q2": 0}),
    Person("civil_society", None, {"p01.q1": 2, "p01.q3": 2, "p02.q2": 1}),
]


def rich_panel() -> Panel:
    """Return a panel in which every part has something to say, a file of another city among its files."""
    files = [Member(f"{number}.json", assessment_of(person, number)) for number, person in enumerate(PEOPLE, 1)]
    elsewhere = Member("far.json", assessment_of(PEOPLE[0], 9, city=City(name="Solo[b]", country="ID")))
    damaged = SetAsideFile(
        "bad.json", "unreadable", Sentence("{file} cannot be used: \x1b[31mred", {"file": "bad.json"})
    )
    return compute_panel(make_library(), members_of([*files, elsewhere], [damaged]))


def shown(
    panel: Panel, edition: PanelEdition = "facilitator", *, plain: bool = True, width: int = 80, minutes: int = 120
) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=not plain,
        color_system=None if plain else "standard",
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    part = panel_in_edition(panel, edition)
    show_panel(console, make_library(), part, make_agenda(part, minutes), edition, T)
    assert isinstance(console.file, io.StringIO)
    return re.sub(r"\x1b\[[0-9;]*m", "", console.file.getvalue())


def in_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "edition", "plain"),
    [
        ("panel_facilitator_colour.txt", "facilitator", False),
        ("panel_facilitator_plain.txt", "facilitator", True),
        ("panel_participant_colour.txt", "participant", False),
        ("panel_public_plain.txt", "public", True),
    ],
)
def test_the_panel_reads_like_this(
    expect: Callable[[str, str], None], name: str, edition: PanelEdition, *, plain: bool
) -> None:
    expect(name, shown(rich_panel(), edition, plain=plain))


def test_no_code_and_no_id_of_a_respondent_is_shown() -> None:
    text = shown(rich_panel())
    assert not re.search(r"\b000\d\b|0{8}", text)


def test_what_a_file_holds_is_data() -> None:
    text = shown(rich_panel(), plain=False)
    assert "Solo[b]" in text
    assert "\x1b" not in text
    assert "bad.json cannot be used: red" in text


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("width", [30, 50, 80, 140])
def test_the_panel_fits_the_window(width: int, *, plain: bool) -> None:
    lines = shown(rich_panel(), plain=plain, width=width).splitlines()
    addresses = [line for line in lines if line.startswith("https://")]
    assert [line for line in lines if len(line) > min(width, 100) and line not in addresses] == []


def test_levels_of_a_group_stay_together_where_the_line_ends() -> None:
    everybody = [
        Person("national_government", None, {"p01.q1": 0}),
        Person("local_government", None, {"p01.q1": 4}),
        Person("civil_society", None, {"p01.q1": 4}),
        Person("private_sector", None, {"p01.q1": 0}),
    ]
    text = shown(panel_of(everybody), width=60)
    assert re.search(r"^ +National government: 0   Local government: 4$", text, re.MULTILINE)
    assert re.search(r"^ +Civil society: 4   Private sector: 0$", text, re.MULTILINE)


def test_a_missing_side_is_named_because_there_is_no_joint_level() -> None:
    text = shown(panel_of([Person("civil_society", None, {"p01.q1": 2}), Person("other", None, {"p01.q1": 2})]))
    assert "Nobody answered for: National government and Local government." in in_one_line(text)


def test_one_respondent_alone_is_a_panel_with_nothing_to_discuss() -> None:
    text = shown(panel_of(PEOPLE[:1]), plain=False)
    assert "1 respondent\n" in text
    assert "Apart" not in text
    assert "Nothing: where two or more gave a level, they agree." in text
    assert "Fewer than two levels. Ask who could know: p01.q1" in text
    assert "less than you have" in in_one_line(text)


def test_an_edition_that_keeps_figures_back_never_says_that_there_are_none() -> None:
    few = [
        Person("national_government", None, {"p01.q1": 3}),
        Person("local_government", None, {"p01.q1": 3}),
    ]
    assert "None yet" not in shown(panel_of(few), "public")
    assert "None that this edition may show." in shown(panel_of(few), "public")
    assert "Nothing that this edition may show." in shown(panel_of(few), "public")
