"""What a typed line means."""

from __future__ import annotations

import pytest

from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.i18n import Translator
from nlc_toolkit.terminal.commands import (
    Command,
    explain_unknown,
    parse,
    parse_in_text,
    parse_number,
    parse_place,
    parse_target,
)
from nlc_toolkit.terminal.letters import LETTERS


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("", Command("nothing")),
        ("   \t ", Command("nothing")),
        ("3", Command("level", "3")),
        (" 0 ", Command("level", "0")),
        ("3.", Command("level", "3")),
        ("4)", Command("level", "4")),
        ("٣", Command("level", "3")),
        ("３", Command("level", "3")),
        ("۴", Command("level", "4")),
        ("5", Command("unknown", "5")),
        ("-1", Command("unknown", "-1")),
        ("3 because", Command("unknown", "3 because")),
        ("D", Command("dont_know")),
        ("ｑ", Command("quit")),
        ("？", Command("explain")),
        ("؟", Command("explain")),
        ("n a note", Command("note", "a note")),
        ("N  Mayor’s  office", Command("note", "Mayor’s  office")),
        ("x no such law", Command("not_applicable", "no such law")),
        ("t 3", Command("target", "3")),
        ("t3", Command("target", "3")),
        ("j", Command("jump")),
        ("jp06", Command("jump", "p06")),
        ("j6.2", Command("jump", "6.2")),
        ("quit", Command("quit")),
        ("EXIT", Command("quit")),
        ("b now", Command("unknown", "b now")),
        ("a found a forum", Command("action", "found a forum")),
        ("A FOUND A FORUM", Command("action", "FOUND A FORUM")),
        ("A meeting took place", Command("unknown", "A meeting took place")),
        ("E il comune", Command("unknown", "E il comune")),
        ("A", Command("action")),
        ("d because", Command("unknown", "d because")),
        ("jump", Command("unknown", "jump")),
        ("\x1b[A", Command("nothing")),
        ("\x1b[31m2", Command("level", "2")),
        ("\x00q\x00", Command("quit")),
        ("\u202eq", Command("quit")),
    ],
)
def test_a_line_is_understood(typed: str, command: Command) -> None:
    assert parse(typed) == command


def test_every_letter_is_a_command_in_either_case() -> None:
    assert len(LETTERS) > 15
    for letter, name in LETTERS.items():
        assert parse(f" {letter.upper()} ").name == name


@pytest.mark.parametrize("typed", ["a meeting every month", "b", "n", "in 3 offices", "3", "j and more", "q and a"])
def test_a_text_that_begins_like_a_command_is_a_text(typed: str) -> None:
    command = parse_in_text(typed)
    assert (command is not None) == (typed == "b")


@pytest.mark.parametrize("typed", ["q", "B", "?", "h", "r", "c", "f", "j", "j p06", "j 6.2"])
def test_what_can_only_be_a_command_leaves_a_text(typed: str) -> None:
    assert parse_in_text(typed) is not None


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("p06", ("p06", None)),
        ("6", ("p06", None)),
        ("P6", ("p06", None)),
        ("٦", ("p06", None)),
        ("p06.q2", ("p06", "p06.q2")),
        ("6.2", ("p06", "p06.q2")),
        ("p13q1", ("p13", "p13.q1")),
        ("6 2", ("p06", "p06.q2")),
    ],
)
def test_a_place_is_named_in_many_ways(typed: str, place: tuple[str, str | None]) -> None:
    assert parse_place(typed) == place


@pytest.mark.parametrize("typed", ["", "six", "p", "p06.q", "p123", "-6", "p06.q2.q3", "💥"])
def test_what_is_no_place_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(WrongUsageError, match=r"j p06\.q2"):
        parse_place(typed)


@pytest.mark.parametrize(
    ("typed", "target"), [("1", 1), ("4", 4), ("٣", 3), ("none", None), ("-", None), ("NONE", None)]
)
def test_a_target_is_a_level_or_none(typed: str, target: int | None) -> None:
    assert parse_target(typed) == target


@pytest.mark.parametrize("typed", ["0", "5", "3.5", "high", ""])
def test_no_other_target_is_taken(typed: str) -> None:
    with pytest.raises(WrongUsageError, match="from 1 to 4"):
        parse_target(typed)


@pytest.mark.parametrize(
    ("typed", "number"), [("12", 12), (" 7. ", 7), ("٧", 7), ("x", None), ("-1", None), ("1e3", None)]
)
def test_a_number_is_whole_and_short(typed: str, number: int | None) -> None:
    assert parse_number(typed) == number
    assert parse_number("9" * 5000) is None


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("7", "The levels go from 0 to 4"),
        ("-1", "The levels go from 0 to 4"),
        ("3 because", "type 3 alone"),
        ("3 because", "n because"),
        ("hello", "h for all commands"),
        ("w" * 1_000_000, "h for all commands"),
    ],
)
def test_what_is_not_understood_is_explained_shortly(typed: str, hint: str) -> None:
    sentence = explain_unknown(typed, Translator())
    assert hint in sentence
    assert len(sentence) < 200
