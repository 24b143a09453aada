"""The whole way: opening, facts, questions, review, result, planning; stopping anywhere and going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mini import level, make_assessment, make_question
from typist import INTERRUPT, Typist, make_typist

from nlc_toolkit.assessment.models import DontKnowAnswer, LevelAnswer, NotApplicableAnswer, NotOurMandateAnswer
from nlc_toolkit.assessment.store import AssessmentFile
from nlc_toolkit.content.models import Context
from nlc_toolkit.errors import ToolkitError
from nlc_toolkit.terminal.opening import Wish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OPENING = ("Surakarta", "ID", "3")
FACTS = ("1", "2", "")


@pytest.fixture
def typist(tmp_path: Path) -> Typist:
    return make_typist(tmp_path)


def test_the_whole_way_on_a_plain_terminal(typist: Typist, expect: Callable[[str, str], None]) -> None:
    answers = ("3", "n Agreed in 2024", "1", "2", "d", "4")
    end = ("", "", "", "", "2", "Ask the ministry", "8", "2", "", "")
    shown = typist.type(*OPENING, *FACTS, *answers, *end)
    expect("terminal_whole_plain.txt", shown)
    stored = typist.assessment
    assert {name: answer.state for name, answer in stored.answers.items()} == {
        "p01.q1": "level",
        "p01.q2": "level",
        "p01.q3": "level",
        "p02.q1": "dont_know",
        "p02.q2": "level",
    }


def test_the_whole_way_on_a_colour_terminal(tmp_path: Path, expect: Callable[[str, str], None]) -> None:
    typist = make_typist(tmp_path, plain=False)
    shown = typist.type(*OPENING, *FACTS, "3", "1", "2", "1", "4", "", "", "", "", "4", "", "", "")
    assert "\x1b[" in shown
    expect("terminal_whole_colour.txt", without_colour(shown))


def test_each_answer_is_on_disk_before_the_next_prompt(typist: Typist) -> None:
    typist.start()
    counts: list[int] = []
    typist.type("3", "n text", "d", "m", "", "2", on_prompt=lambda: counts.append(len(typist.assessment.answers)))
    assert counts[:7] == [0, 1, 1, 2, 2, 3, 4]


def test_levels_and_the_other_answers_are_stored_as_they_are(typist: Typist) -> None:
    typist.start()
    typist.type("٣", "X Nobody asks", "M", "5", "D")
    one, two, three, four = (typist.assessment.answers[name] for name in ("p01.q1", "p01.q2", "p02.q1", "p02.q2"))
    assert isinstance(one, LevelAnswer)
    assert one.level == 3
    assert isinstance(two, NotApplicableAnswer)
    assert two.note == "Nobody asks"
    assert isinstance(three, NotOurMandateAnswer)
    assert three.holder == "civil_society"
    assert isinstance(four, DontKnowAnswer)


def test_not_our_mandate_with_enter_means_that_the_holder_is_not_known(typist: Typist) -> None:
    typist.start()
    typist.type("m", "")
    answer = typist.assessment.answers["p01.q1"]
    assert isinstance(answer, NotOurMandateAnswer)
    assert answer.holder == "unknown"


def test_not_applicable_is_refused_where_the_question_makes_sense_everywhere(typist: Typist) -> None:
    typist.start()
    shown = typist.type("x", "x because")
    assert shown.count("makes sense in every city") == 2
    assert not typist.assessment.answers


def test_not_applicable_needs_a_reason(typist: Typist) -> None:
    typist.start(answers={"p01.q1": level(1)})
    shown = typist.type("x", "", "x", "b", "x", "-", "x", "k", "We have no such office")
    assert "too short" in shown
    assert typist.assessment.answers["p01.q2"].note == "We have no such office"
    assert list(typist.assessment.answers) == ["p01.q1", "p01.q2"]


@pytest.mark.parametrize("command", ["b", "q", "r", "c", "f", "j p02"])
@pytest.mark.parametrize("prompt", [("m",), ("x",), ("n",), ("e",), ("t",), ("a",), ("e", "A paper"), ("a", "An act")])
def test_every_prompt_can_be_left_by_a_command_without_an_answer(
    typist: Typist, prompt: tuple[str, ...], command: str
) -> None:
    typist.start(answers={"p01.q1": level(1)})
    typist.type(*prompt, command)
    assert list(typist.assessment.answers) == ["p01.q1"]


@pytest.mark.parametrize(
    "prompt", [(), ("m",), ("x",), ("n",), ("e",), ("e", "A paper"), ("t",), ("c",), ("c", "1"), ("r",)]
)
def test_help_at_every_prompt_says_what_to_type_and_asks_again(typist: Typist, prompt: tuple[str, ...]) -> None:
    typist.start(answers={"p01.q1": level(1)})
    before = typist.type(*prompt)
    after = typist.type(*prompt, "h")
    assert len(after) > len(before)
    assert list(typist.assessment.answers) == ["p01.q1"]


def test_help_lists_every_command(typist: Typist, expect: Callable[[str, str], None]) -> None:
    typist.start(answers={"p01.q1": level(1)})
    expect("terminal_help.txt", typist.type("h"))


def test_explain_shows_evidence_barriers_and_the_next_step(typist: Typist, expect: Callable[[str, str], None]) -> None:
    typist.start(answers={"p01.q1": level(1)})
    expect("terminal_explain.txt", typist.type("?", "b", "?", "4", "b", "?"))


def test_explain_shows_the_guidance_that_fits_the_place(typist: Typist) -> None:
    typist.start(context=Context(state_system="dual", civic_space="open"))
    shown = typist.type("?")
    assert "p01 – Places that share power:" in shown
    assert "p01 guidance devolved." in shown
    assert "p01 guidance civic_space." not in shown
    assert "State facts about the place" not in shown


def test_explain_says_how_to_get_guidance_where_no_fact_is_stated(typist: Typist) -> None:
    typist.start(context=Context())
    shown = typist.type("", "?")
    assert "State facts about the place with c." in shown
    assert "guidance devolved" not in shown


@pytest.mark.parametrize(
    ("answers", "lines", "asked"),
    [
        ((), ("3", "3", "b"), ["p01.q1", "p01.q2", "p02.q1", "p01.q2"]),
        ((), ("3", "b", "b"), ["p01.q1", "p01.q2", "p01.q1"]),
        ((), ("s", "s", "b", "b"), ["p01.q1", "p01.q2", "p02.q1", "p01.q2", "p01.q1"]),
        ((), ("j p02", "b"), ["p01.q1", "p02.q1", "p01.q1"]),
        ((), ("j 2.2", "3"), ["p01.q1", "p02.q2"]),
        ((), ("j p02.q1", "3", "3"), ["p01.q1", "p02.q1", "p02.q2"]),
        (("p01.q1", "p01.q2"), ("b",), ["p02.q1", "p01.q2"]),
        (("p01.q1",), ("b", "s"), ["p01.q2", "p01.q1", "p01.q2"]),
        (("p01.q1", "p01.q2"), ("j 1", "s", "s"), ["p02.q1", "p01.q1", "p01.q2", "p02.q1"]),
        (("p01.q1", "p01.q2"), ("j 1", "4"), ["p02.q1", "p01.q1", "p02.q1"]),
        ((), ("r", "2"), ["p01.q1", "p02.q1"]),
        ((), ("r", "b"), ["p01.q1", "p01.q1"]),
        ((), ("r", ""), ["p01.q1", "p01.q1"]),
        ((), ("", ""), ["p01.q1", "p01.q1", "p01.q1"]),
        ((), ("c", ""), ["p01.q1", "p01.q1"]),
        ((), ("c", "b"), ["p01.q1", "p01.q1"]),
        ((), ("m", "b"), ["p01.q1", "p01.q1"]),
        ((), ("j p09", "j p01.q3", "j nowhere"), ["p01.q1"]),
    ],
)
def test_the_way_through_the_questions(
    typist: Typist, answers: tuple[str, ...], lines: tuple[str, ...], asked: list[str]
) -> None:
    typist.start(answers={name: level(2) for name in answers})
    assert questions_in(typist.type(*lines)) == asked


def test_back_at_the_first_question_opens_city_and_context(typist: Typist) -> None:
    typist.start()
    assert "1  City: Surakarta" in typist.type("b")


def test_skipped_questions_lead_to_the_review_and_from_there_on(typist: Typist) -> None:
    typist.start()
    shown = typist.type("s", "3", "3", "3", "", "2")
    assert "Open: p01.q1" in shown
    assert typist.assessment.answers["p01.q1"].state == "level"
    assert "Result for Surakarta" in shown


def test_a_finished_file_opens_at_the_review(typist: Typist, expect: Callable[[str, str], None]) -> None:
    typist.start(answers={name: level(2) for name in ("p01.q1", "p01.q2", "p02.q1", "p02.q2")})
    expect("terminal_finished.txt", typist.type("h", "t", "9", "", "b"))


def test_changing_an_answer_of_a_finished_file_returns_to_the_review(typist: Typist) -> None:
    typist.start(answers={name: level(2) for name in ("p01.q1", "p01.q2", "p02.q1", "p02.q2")})
    shown = typist.type("j p01.q2", "3")
    assert shown.count("Review\n") == 2
    assert "Result for" not in shown


def test_the_result_of_an_unfinished_file_is_shown_on_wish_and_says_so(typist: Typist) -> None:
    typist.start(answers={"p01.q1": level(1), "p01.q2": level(1)})
    shown = typist.type("f", "", "", "", "", "", "")
    assert "2 of 4 answered: incomplete" in shown
    assert "Not enough answers" in shown or "not enough answers" in shown
    assert shown.index("Priority 1 of 1") < shown.index("Open: p02.q1 and p02.q2")


def test_an_older_answer_is_confirmed_only_on_purpose(typist: Typist, expect: Callable[[str, str], None]) -> None:
    typist.start(answers={name: level(2) for name in ("p01.q1", "p01.q2", "p02.q1", "p02.q2")})
    changed = make_question("p01.q2").model_copy(update={"revision": 2})
    first, second = typist.library.practices
    questions = (first.questions[0], changed, first.questions[2])
    typist.library = type(typist.library)(
        checklist=typist.library.checklist,
        practices=(first.model_copy(update={"questions": questions}), second),
        cases=typist.library.cases,
    )
    expect("terminal_to_confirm.txt", typist.type("", "s"))
    assert typist.assessment.answers["p01.q2"].revision == 1
    typist.type("y")
    assert typist.assessment.answers["p01.q2"].revision == 2
    assert "no older answer to confirm" in typist.type("j p01.q2", "y")


def test_an_answer_changed_keeps_its_note_and_evidence(typist: Typist) -> None:
    typist.start()
    typist.type("3", "b", "n why three", "e a paper", "2026", "3", "", "1")
    answer = typist.assessment.answers["p01.q1"]
    assert isinstance(answer, LevelAnswer)
    assert (answer.level, answer.note) == (1, "why three")
    assert [(entry.text, entry.date, entry.strength) for entry in answer.evidence] == [("a paper", "2026", "document")]


def test_one_practice_alone_is_asked_and_no_other(typist: Typist) -> None:
    typist.start()
    shown = typist.type("j p01", "3", "2", "", wish=Wish(typist.path, typist.folder, practice="P2"))
    assert "Only p02 is asked this time" in shown
    assert sorted(typist.assessment.answers) == ["p02.q1", "p02.q2"]
    assert "To change something:" in shown


def test_what_does_nothing_beside_the_result_is_said_and_changes_nothing(typist: Typist) -> None:
    typist.start(answers={"p01.q1": level(3)})
    before = typist.assessment.answers
    assert "“Write to them [b]” does nothing here; nothing is changed." in typist.type("f", "Write to them [b]")
    assert typist.assessment.answers == before


def test_a_finished_file_opens_at_the_review_even_where_a_fact_is_not_stated(typist: Typist) -> None:
    names = ("p01.q1", "p01.q2", "p01.q3", "p02.q1", "p02.q2")
    typist.write(make_assessment(answers={name: level(2) for name in names}))
    shown = typist.type()
    assert "Review" in shown
    assert "About your city" not in shown


def test_help_is_given_at_a_fact_and_the_fact_asked_again(typist: Typist) -> None:
    typist.write(make_assessment())
    shown = typist.type("h", "1", "q")
    assert "jump" in shown
    assert shown.count("State?") == 2
    assert typist.assessment.context.state_system == "federal"


def test_a_change_by_another_program_is_told_at_the_end(typist: Typist) -> None:
    typist.start()
    changed: list[bool] = []

    def meddle() -> None:
        if not changed:
            changed.append(True)
            typist.path.write_text(typist.path.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    shown = " ".join(typist.type("3", "q", on_prompt=meddle).split())
    assert "Another program changed the file meanwhile. Its version is kept as city.json.found-1." in shown


def test_stopping_says_how_to_go_on_with_the_path_quoted(tmp_path: Path) -> None:
    folder = tmp_path / "my city"
    folder.mkdir()
    typist = make_typist(folder)
    typist.start()
    for lines in (("3", "q"), ("3",), ("n", "q")):
        assert "nlc assess 'FOLDER/city.json'" in typist.type(*lines)


def test_ctrl_c_keeps_everything_and_says_how_to_go_on(typist: Typist) -> None:
    typist.start()
    with pytest.raises(KeyboardInterrupt):
        typist.type("3", "n", INTERRUPT)
    assert "1 of 4 questions are answered" in typist.transcript
    assert typist.transcript.count("nlc assess FOLDER/city.json") == 1
    assert list(typist.assessment.answers) == ["p01.q1"]


def test_the_file_is_free_again_after_every_end(typist: Typist) -> None:
    typist.start()
    with pytest.raises(KeyboardInterrupt):
        typist.type(INTERRUPT)
    AssessmentFile.open(typist.path).close()


def test_a_second_process_is_told_that_the_file_is_open(typist: Typist) -> None:
    typist.start()
    with AssessmentFile.open(typist.path), pytest.raises(ToolkitError):
        typist.type("3")
    assert not typist.assessment.answers


def test_a_file_that_cannot_be_saved_ends_the_sitting_with_the_reason(
    typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist.start()

    def refuse(*_: object) -> None:
        raise ToolkitError("The disk is full.")

    monkeypatch.setattr(AssessmentFile, "save", refuse)
    with pytest.raises(ToolkitError, match="disk is full"):
        typist.type("3")
    assert "0 of 4 questions are answered" in typist.transcript


def test_a_quick_file_asks_the_headline_questions(typist: Typist) -> None:
    typist.start(mode="quick")
    shown = typist.type("3", "2")
    assert questions_in(shown) == ["p01.q1", "p02.q1"]
    assert "--full" in shown


def test_retired_answers_are_kept_and_named_in_the_result(typist: Typist) -> None:
    typist.write(make_assessment(answers={"p09.q1": level(1)}))
    shown = typist.type("j", "f", "", "")
    assert "p09.q1" in shown
    assert "p09.q1" in typist.assessment.answers


def questions_in(transcript: str) -> list[str]:
    """Return the ids of the questions drawn; the small world's texts name them."""
    return [line.removesuffix(" text?") for line in transcript.splitlines() if line.endswith(" text?")]


def without_colour(text: str) -> str:
    import re  # noqa: PLC0415

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize(("height", "together"), [(24, 0), (12, 0), (10, 1)])
def test_answer_and_note_share_a_line_where_the_window_is_low(tmp_path: Path, height: int, together: int) -> None:
    typist = make_typist(tmp_path, plain=False)
    typist.height = height
    typist.start(answers={"p01.q1": level(3, note="Agreed in 2024")})
    shown = without_colour(typist.type("j p01.q1", "q"))
    assert shown.count("(Established): Agreed in 2024\n") == together
    assert shown.count("Your note: Agreed in 2024") == 1 - together


def test_a_note_before_its_answer_shares_a_line_where_the_window_is_low(tmp_path: Path) -> None:
    typist = make_typist(tmp_path, plain=False)
    typist.height = 10
    typist.start()
    shown = without_colour(typist.type("n Agreed in 2024", ""))
    assert "Kept until you answer: Agreed in 2024\n" in shown
