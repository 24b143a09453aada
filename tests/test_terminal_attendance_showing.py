"""The attendance in the terminal: everybody with code and progress, files uncut, and words alone on a plain one."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from mini import make_assessment, make_library
from panels import Person
from rich.cells import cell_len
from rich.console import Console
from test_analysis_attendance import BROKEN, CITY, ELSEWHERE, EMPTY_CITY, EMPTY_POLICE, MINISTRY, file

from nlc_toolkit.analysis.attendance import attendance_of
from nlc_toolkit.analysis.members import Member, Sentence, SetAsideFile
from nlc_toolkit.i18n import Translator
from nlc_toolkit.terminal.attendance_showing import show_attendance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ALL = (MINISTRY, CITY, EMPTY_CITY, EMPTY_POLICE)
LONG = "in/a/folder/" + "a-city-with-a-very-long-name-" * 4 + "2026-11-20"


def shown(
    files: Sequence[Member], unreadable: Sequence[SetAsideFile] = (), *, plain: bool = False, width: int = 80
) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=not plain,
        color_system=None if plain else "standard",
        no_color=True,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    show_attendance(console, attendance_of(make_library(), files, unreadable), Translator())
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def words(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("plain", [True, False])
def test_the_whole_is_as_committed(expect: Callable[[str, str], None], *, plain: bool) -> None:
    room = Member("room.json", make_assessment(id="e" * 32, round="agreed", answers=CITY.assessment.answers))
    quick = file("folder/quick", Person("local_government", None, {"p01.q1": 4}), 6, mode="quick")
    text = words(shown([*ALL, ELSEWHERE, quick, room], [BROKEN], plain=plain))
    expect(f"attendance_{'plain' if plain else 'columns'}.txt", text)


def test_a_long_file_name_is_never_cut_and_stays_in_its_column() -> None:
    member = Member(f"{LONG}.json", CITY.assessment)
    lines = words(shown([member])).splitlines()
    assert all(cell_len(line) <= 80 for line in lines)
    start = next(line for line in lines if "0002" in line)
    column = start.index("a-city")
    end = lines.index(start)
    rows = [start, *(line for line in lines[end + 1 :] if line.startswith(" " * column))]
    assert "".join(line[column:].rstrip() for line in rows) == LONG.removeprefix("in/a/folder/")


def test_before_anybody_has_answered_there_is_no_table() -> None:
    text = words(shown([EMPTY_CITY, EMPTY_POLICE]))
    assert "Nobody has answered yet." in text
    assert "Code" not in text
    assert "No answers yet from: Local government and Police and security services." in text
    assert "No file yet from: National government, Civil society and Private sector." in text


def test_words_from_files_act_on_no_terminal() -> None:
    hostile = SetAsideFile("x", "unreadable", Sentence("{file} is bad.", {"file": "\x1b[31m[red]\u202e"}))
    text = shown([MINISTRY], [hostile], plain=True)
    assert "- [red] is bad." in text
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_any_window_holds_it(width: int) -> None:
    assert "0001" in words(shown(ALL, [BROKEN], width=width))
