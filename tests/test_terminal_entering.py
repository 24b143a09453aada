"""Typing a paper form in: each line is repeated in words, then kept, and it goes on where it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mini import level, make_assessment, make_library
from typist import INTERRUPT, Typist

from nlc_toolkit.assessment.models import NotApplicableAnswer
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.models import Context
from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.exchange.form import form_lines, parse_line, place_of
from nlc_toolkit.free_text import HARMFUL
from nlc_toolkit.terminal.entering import Reading
from nlc_toolkit.terminal.entering_start import run_entering
from nlc_toolkit.terminal.opening import Wish

if TYPE_CHECKING:
    from pathlib import Path

    from nlc_toolkit.assessment.models import Assessment

READING = Reading(parse_line, place_of, form_lines)
NEW = ("Surakarta", "Indonesia", "3")
FACTS = "f 1 2 2"


@pytest.fixture
def typist(tmp_path: Path) -> Typist:
    return Typist(tmp_path, make_library(), run=partial(run_entering, reading=READING))


def stored(assessment: Assessment) -> dict[str, Any]:
    return {
        name: answer.model_dump(exclude_none=True, exclude={"revision", "answered", "evidence"})
        for name, answer in assessment.answers.items()
    }


def test_a_whole_form_is_typed_into_a_new_file(typist: Typist) -> None:
    shown = typist.type(*NEW, FACTS, "p01 3 d", 'p02 mn x:"no partners"', "n 1 They met.", "q")
    assert stored(typist.assessment) == {
        "p01.q1": {"state": "level", "level": 3},
        "p01.q2": {"state": "dont_know"},
        "p02.q1": {"state": "not_our_mandate", "holder": "national_government", "note": "They met."},
        "p02.q2": {"state": "not_applicable", "note": "no partners"},
    }
    assert typist.assessment.context == Context(state_system="dual")
    assert typist.assessment.respondent.notes == "without_group"
    assert typist.assessment.respondent.capacity == "institution"
    assert "Saved: 4 of 4 questions are answered." in shown
    assert f"Write this code on the form: {typist.assessment.respondent.code}" in shown


def test_the_facts_and_codes_of_a_sitting_read_as_committed(typist: Typist, expect: Any) -> None:
    typed = (
        *NEW,
        "h",
        FACTS,
        "",
        "1 2 3",
        "p01 1 x",
        "why not",
        "e",
        "p01 1 m",
        "q2 4",
        "",
        "n 2 Seen.",
        "2 -",
        "",
        "r",
    )
    expect("entering.txt", typist.type(*typed, "b", "p09", "s"))


def test_a_line_is_repeated_in_words_before_it_is_kept(typist: Typist) -> None:
    typist.start(answers={"p01.q1": level(1)})
    shown = typist.type("p01 3 -", "e", "q")
    assert "p01 p01 title" in shown
    assert "q1  3 (Established); before: 1 (Ad hoc)" in shown
    assert "q2  left empty" in shown
    assert stored(typist.assessment)["p01.q1"]["level"] == 1
    assert "q1  left empty; the file keeps: 1 (Ad hoc)" in typist.type("p01 - 2", "e")


def test_an_answer_can_be_changed_before_its_line_is_kept(typist: Typist) -> None:
    typist.start()
    typist.type("p01 3 1", "q2 4", "p02 2 2", "4 4", "")
    assert {name: answer["level"] for name, answer in stored(typist.assessment).items()} == {
        "p01.q1": 3,
        "p01.q2": 4,
        "p02.q1": 4,
        "p02.q2": 4,
    }


def test_a_fact_can_be_changed_before_and_after_its_line_is_kept(typist: Typist) -> None:
    typist.type(*NEW, "f 1 1 1", "f3 2", "", "f2 3", "")
    assert (typist.assessment.context.state_system, typist.assessment.respondent.notes) == ("dual", "withheld")


def test_the_facts_decide_at_once_which_answers_a_line_has(typist: Typist) -> None:
    shown = typist.type(*NEW, "f 1 1 1", "p01 1 2 3", "")
    assert "With these facts" not in shown
    assert set(typist.assessment.answers) == {"p01.q1", "p01.q2", "p01.q3"}
    shown = typist.type("f3 2", "p01 4 4 4", "q")
    assert "With these facts, 4 questions are asked in this place." in shown
    assert "p01.q3 is not asked in this place, because of f3." in shown


def test_empty_facts_are_not_asked_for_again(typist: Typist) -> None:
    typist.type(*NEW, "f - - -", "")
    assert "Still open: p01 and p02" in typist.type()


def test_bare_codes_belong_to_the_practice_before_the_prompt(typist: Typist) -> None:
    typist.start()
    shown = typist.type("3 2", "", "1 1", "")
    assert "p01 > 3 2" in shown
    assert "p02 > 1 1" in shown
    assert len(typist.assessment.answers) == 4


def test_after_a_broken_line_bare_codes_belong_to_its_practice(typist: Typist) -> None:
    typist.start()
    typist.type("p02 1", "1 2", "")
    assert set(typist.assessment.answers) == {"p02.q1", "p02.q2"}


def test_notes_follow_the_line_that_was_typed_last(typist: Typist) -> None:
    typist.start()
    typist.type("p01 3 2", "n 1 first", "n 1 second", "p02 1 1", "", "n 2 third", "n p01.q2 fourth")
    notes = {name: answer.note for name, answer in typist.assessment.answers.items()}
    assert notes == {"p01.q1": "first\nsecond", "p01.q2": "fourth", "p02.q1": None, "p02.q2": "third"}


def test_a_note_on_an_empty_answer_waits_for_it(typist: Typist) -> None:
    typist.start()
    typist.type("p01 - 2", "n 1 early", "p01.q1 3", "")
    assert stored(typist.assessment)["p01.q1"] == {"state": "level", "level": 3, "note": "early"}


def test_the_reason_for_x_is_asked_after_the_line(typist: Typist) -> None:
    typist.start()
    shown = typist.type("p01 1 x", "no plan here", "")
    assert "p01.q2 why > no plan here" in shown
    assert "q2  Not applicable: no plan here" in shown
    assert stored(typist.assessment)["p01.q2"]["note"] == "no plan here"


@pytest.mark.parametrize("typed", ["", "b", "-"])
def test_without_its_reason_an_x_is_left_empty(typist: Typist, typed: str) -> None:
    typist.start()
    typist.type("p01 1 x", typed, "")
    assert set(typist.assessment.answers) == {"p01.q1"}


def test_the_next_line_is_never_taken_for_a_reason(typist: Typist) -> None:
    typist.start()
    typist.type("p01 1 x", "p02 1 1", "")
    assert set(typist.assessment.answers) == {"p01.q1", "p02.q1", "p02.q2"}


def test_a_reason_that_the_file_holds_is_not_asked_for_again(typist: Typist) -> None:
    answer = NotApplicableAnswer(revision=1, answered=level(0).answered, note="as before")
    typist.start(answers={"p01.q2": answer})
    assert "why >" not in typist.type("p01 2 x", "")
    assert stored(typist.assessment)["p01.q2"]["note"] == "as before"


def test_notes_and_evidence_that_the_file_holds_stay(typist: Typist) -> None:
    evidence = ({"text": "a paper"},)
    answer = type(level(1)).model_validate({**level(1, note="old").model_dump(), "evidence": evidence})
    typist.start(answers={"p01.q1": answer})
    typist.type("p01 4 -", "")
    kept = typist.assessment.answers["p01.q1"]
    assert (kept.note, kept.evidence[0].text) == ("old", "a paper")


def test_it_resumes_with_what_is_open(typist: Typist) -> None:
    typist.start(answers={"p01.q1": level(1)})
    shown = typist.type("q")
    assert "Still open: p01 (1 of 2) and p02" in shown
    assert "p01 > q" in shown
    assert "nlc enter FOLDER/city.json" in shown


def test_the_end_of_input_keeps_the_line_that_was_repeated(typist: Typist) -> None:
    typist.start()
    shown = typist.type("p01 3 2")
    assert "Saved: p01" in shown
    assert len(typist.assessment.answers) == 2


def test_quitting_keeps_the_line_that_was_repeated(typist: Typist) -> None:
    typist.start()
    typist.type("p01 3 x", "q", "p02 1 1")
    assert set(typist.assessment.answers) == {"p01.q1"}


def test_ctrl_c_keeps_what_was_saved_and_says_what_was_not(typist: Typist) -> None:
    typist.start()
    with pytest.raises(KeyboardInterrupt):
        typist.type("p01 3 2", "p02 1 1", INTERRUPT)
    assert set(typist.assessment.answers) == {"p01.q1", "p01.q2"}
    assert "The line of p02 is not kept." in typist.transcript
    assert "nlc enter FOLDER/city.json" in typist.transcript


def test_before_there_is_a_file_the_command_to_start_again_is_shown(typist: Typist) -> None:
    shown = typist.type("Surakarta", "q")
    assert "nlc enter FOLDER/city.json --city Surakarta" in shown
    assert not typist.path.exists()


def test_a_place_alone_shows_what_the_file_holds_and_goes_there(typist: Typist) -> None:
    typist.start(answers={"p01.q1": level(1, note="why"), "p01.q2": level(2)})
    shown = typist.type("p01", "3 3", "", "j p02", "f", "p09")
    assert "The file holds: p01 1 2" in shown
    assert "The file holds: n p01.q1 why" in shown
    assert "The file holds nothing of p02 yet." in shown
    assert "The file holds: f 1 1 2" in shown
    assert "There is no such line here. The lines are: f, p01 and p02" in shown
    assert stored(typist.assessment)["p01.q1"]["level"] == 3


def test_back_and_skip_move_the_prompt(typist: Typist) -> None:
    typist.start()
    shown = typist.type("s", "b", "b", "b", "s", "q")
    prompts = [line.split(" > ")[0] for line in shown.splitlines() if " > " in line]
    assert prompts == ["p01", "p02", "p01", "f", "f", "p01"]


def test_a_quick_form_takes_one_code_for_each_practice(typist: Typist) -> None:
    wish = Wish(typist.path, typist.folder, mode="quick")
    typist.type(*NEW, FACTS, "", "d", "", "p02 s", "", wish=wish)
    assert stored(typist.assessment) == {"p01.q1": {"state": "dont_know"}}
    full = typist.folder / "full.json"
    full.write_text(make_assessment().model_dump_json(exclude_none=True), encoding="utf-8")
    with pytest.raises(WrongUsageError, match="full assessment"):
        typist.type(wish=Wish(full, typist.folder, mode="quick"))


def test_each_line_is_on_disk_before_the_next_is_asked_for(typist: Typist) -> None:
    typist.start()
    there: list[int] = []
    typist.type("p01 3 2", "", "p02 1 1", "", on_prompt=lambda: there.append(len(read_assessment(typist.path).answers)))
    assert there == [0, 0, 2, 2, 4]


LINES = st.lists(
    st.sampled_from(["p01 3 2", "p02 d x", "p01 x 1", "f 1 1 1", "f3 2", "n 1 a", "n 2 -", "q2 m", "3 2", "p01", "f"])
    | st.sampled_from([*"edxmsbrhqnfj?", "", "-", "p1 1 1 1", "\x1b[2J n", 'p01 1 x:"a\x00\u202eb"'])
    | st.text(max_size=20),
    max_size=14,
)


@given(lines=LINES)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_typed_the_file_stays_readable_and_nothing_harmful_is_shown(
    lines: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("typed")
    typist = Typist(folder, make_library(), run=partial(run_entering, reading=READING))
    typist.start(answers={"p01.q1": level(1)})
    shown = typist.type(*lines)
    assert typist.assessment.answers["p01.q1"]
    for line in lines:
        echo = "> " + line.encode("utf-8", "replace").decode() + "\n"
        shown = shown.replace(echo, "> \n")
    assert not HARMFUL.search(shown)
