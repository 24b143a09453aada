"""Notes, evidence, targets and actions: saved as they are typed, kept before an answer, taken away on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mini import level
from typist import INTERRUPT, Typist, make_typist

from nlc_toolkit.free_text import LONGEST

if TYPE_CHECKING:
    from pathlib import Path

REMINDER = "never about persons: no names"


@pytest.fixture
def typist(tmp_path: Path) -> Typist:
    typist = make_typist(tmp_path)
    typist.start(answers={"p01.q1": level(2)})
    return typist


def note(typist: Typist, question: str = "p01.q1") -> str | None:
    return typist.assessment.answers[question].note


@pytest.mark.parametrize(
    ("lines", "stored"),
    [
        (("n", "first"), "first"),
        (("n first",), "first"),
        (("n first", "n second"), "first\nsecond"),
        (("n first", "n", "second"), "second"),
        (("n first", "n", ""), "first"),
        (("n first", "n", "b"), "first"),
        (("n first", "n", "-"), None),
        (("n first", "n -"), None),
        (("n", ""), None),
        (("n", "x", "n is short"), "n is short"),
        (("n", "a meeting every month"), "a meeting every month"),
        (("n", "[red]=1+1[/red] {braces} %s"), "[red]=1+1[/red] {braces} %s"),
    ],
)
def test_a_note_is_added_replaced_kept_or_taken_away(
    typist: Typist, lines: tuple[str, ...], stored: str | None
) -> None:
    typist.type("b", *lines)
    assert note(typist) == stored


def test_the_present_note_is_shown_in_full_before_it_is_replaced(typist: Typist) -> None:
    text = " ".join(f"word{number}" for number in range(200))
    shown = typist.type("b", f"n {text}", "n").split("Your note now:")[1]
    assert all(f"word{number}" in shown for number in range(200))


def test_a_note_before_the_level_waits_for_it_even_through_ctrl_c(typist: Typist) -> None:
    with pytest.raises(KeyboardInterrupt):
        typist.type("n an early thought", "e", "an early paper", INTERRUPT)
    assert "p01.q2" not in typist.assessment.answers
    shown = typist.type()
    assert "an early thought" in shown
    assert "Kept until you answer. Evidence: 1" in shown
    typist.type("3")
    answer = typist.assessment.answers["p01.q2"]
    assert answer.note == "an early thought"
    assert [entry.text for entry in answer.evidence] == ["an early paper"]
    assert typist.assessment.extensions == {}


def test_a_reason_for_not_applicable_stands_above_the_early_note(typist: Typist) -> None:
    typist.type("n early", "x no such office")
    assert note(typist, "p01.q2") == "no such office\n\nearly"
    shown = typist.type("j p01.q2", "n -", "n", "-")
    assert shown.count("it has to stay") == 2
    assert note(typist, "p01.q2") == "no such office\n\nearly"


def test_a_waiting_note_can_be_taken_away(typist: Typist) -> None:
    typist.type("n early", "n -")
    assert typist.assessment.extensions == {}


@pytest.mark.parametrize("lines", [("n",), ("e",), ("a",), ("x",), ("n text",), ("e text",), ("a text",), ("x text",)])
def test_the_reminder_about_names_comes_once_with_the_first_text_of_any_kind(
    typist: Typist, lines: tuple[str, ...]
) -> None:
    shown = typist.type(*lines, "b", "n more", "a", "b", "e", "b", "n")
    assert shown.count(REMINDER) == 1


def test_evidence_is_complete_after_date_and_strength(typist: Typist) -> None:
    shown = typist.type(
        "b", "e", "Council decision", "14 March", "٢٠٢٦/03/14", "9", "4", "Minutes", "2026", "", "Visit", "", ""
    )
    assert "is not a date" in shown
    entries = typist.assessment.answers["p01.q1"].evidence
    assert [(entry.text, entry.date, entry.strength) for entry in entries] == [
        ("Council decision", "2026-03-14", "independent"),
        ("Minutes", "2026", None),
        ("Visit", None, None),
    ]
    typist.type("b", "e", "- 2", "-9", "-", "")
    assert [entry.text for entry in typist.assessment.answers["p01.q1"].evidence] == ["Council decision", "Visit"]


def test_evidence_stays_when_its_date_is_left_by_a_command(typist: Typist) -> None:
    typist.type("b", "e A paper", "b", "e Another", "2026-02-31", "2026-02", "q")
    entries = typist.assessment.answers["p01.q1"].evidence
    assert [(entry.text, entry.date) for entry in entries] == [("A paper", None), ("Another", "2026-02")]


def test_a_target_is_set_changed_and_cleared(typist: Typist) -> None:
    typist.type("t 3", "t", "")
    assert typist.assessment.targets == {"p01": 3}
    typist.type("t", "0", "4", "j p02", "t", "2")
    assert typist.assessment.targets == {"p01": 4, "p02": 2}
    typist.type("t none", "j p02", "t", "-")
    assert typist.assessment.targets == {}
    assert "from 1 to 4" in typist.type("t 7", "t high")
    assert typist.assessment.targets == {}


def test_an_action_is_saved_with_its_text_and_then_completed(typist: Typist) -> None:
    with pytest.raises(KeyboardInterrupt):
        typist.type("a Found a forum", INTERRUPT)
    typist.type("a", "Ask the ministry", "1", "3", "j p02", "a Train the staff", "", "")
    assert [(a.practice, a.text, a.owner, a.horizon) for a in typist.assessment.actions] == [
        ("p01", "Found a forum", "undecided", "later"),
        ("p01", "Ask the ministry", "national_government", "12_months"),
        ("p02", "Train the staff", "undecided", "later"),
    ]


def test_an_action_of_this_practice_can_be_taken_away(typist: Typist) -> None:
    typist.type("a One", "", "", "a Two", "", "", "j p02", "a Three", "", "")
    shown = typist.type("j p01", "a", "- 1", "a", "- 3")
    assert "There is no action 3 for this practice" in shown
    assert [action.text for action in typist.assessment.actions] == ["Two", "Three"]


def test_a_text_beyond_the_limit_is_kept_up_to_it_and_the_person_told(typist: Typist) -> None:
    huge = "word " * 200_000
    shown = typist.type("b", f"n {huge}", f"n {huge}", "e", huge, "", "", "", "a", huge, "", "")
    assert f"{LONGEST} fit" in shown
    answer = typist.assessment.answers["p01.q1"]
    assert answer.note is not None
    assert len(answer.note) > LONGEST - 10
    assert len(answer.evidence) == 1
    assert len(typist.assessment.actions) == 1


def test_a_long_reason_leaves_room_for_the_note_before_it(typist: Typist) -> None:
    typist.type("n " + "early " * 1000, "x " + "reason " * 3000)
    kept = note(typist, "p01.q2")
    assert kept is not None
    assert kept.startswith("reason")
    assert kept.rstrip().endswith("early")
