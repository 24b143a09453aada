"""A line of the paper form: what it says, which one sentence tells what is wrong with it, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mini import level, make_assessment, make_library

from nlc_toolkit.analysis.scoring import asked_questions
from nlc_toolkit.assessment.form_codes import HOLDER_CODES, AnswerLine, Entry, FactsLine, NoteLine
from nlc_toolkit.assessment.models import (
    Capacity,
    DontKnowAnswer,
    Holder,
    NotApplicableAnswer,
    NotesChoice,
    NotOurMandateAnswer,
)
from nlc_toolkit.content.models import Context
from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.exchange.form import form_lines, parse_line, place_of
from nlc_toolkit.free_text import clean_line

if TYPE_CHECKING:
    from nlc_toolkit.assessment.form_codes import Line
    from nlc_toolkit.assessment.models import Answer, Assessment

LIBRARY = make_library()
DUAL = make_assessment(context=Context(state_system="dual"))
NOW = level(0).answered
HOLDERS: tuple[Holder, ...] = get_args(Holder)


def parse(typed: str, assessment: Assessment = DUAL, here: str = "p01") -> Line:
    return parse_line(typed, LIBRARY, assessment, here)


def entries(typed: str, assessment: Assessment = DUAL, here: str = "p01") -> tuple[Entry, ...]:
    line = parse(typed, assessment, here)
    assert isinstance(line, AnswerLine)
    return line.entries


ANSWERS = st.one_of(
    st.integers(0, 4).map(level),
    st.just(DontKnowAnswer(revision=1, answered=NOW)),
    st.sampled_from(HOLDERS).map(lambda holder: NotOurMandateAnswer(revision=1, answered=NOW, holder=holder)),
)
REASONS = st.text(min_size=1, max_size=40).map(clean_line).filter(bool)
WITH_REASON = ANSWERS | REASONS.map(lambda reason: NotApplicableAnswer(revision=1, answered=NOW, note=reason))


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Draw an assessment as a paper form can give it."""
    context = Context(state_system=draw(st.sampled_from([None, "federal", "dual"])))
    mode = draw(st.sampled_from(["full", "quick"]))
    respondent = make_assessment().respondent.model_copy(
        update={
            "capacity": draw(st.sampled_from([None, *get_args(Capacity)])),
            "notes": draw(st.sampled_from([None, *get_args(NotesChoice)])),
        }
    )
    empty = make_assessment(context=context, mode=mode, respondent=respondent)
    answers: dict[str, Answer] = {}
    for practice in LIBRARY.practices:
        for question in asked_questions(practice, empty):
            answer = draw(st.none() | (WITH_REASON if question.not_applicable_allowed else ANSWERS))
            if answer is not None:
                note = draw(st.none() | REASONS) if answer.note is None else answer.note
                answers[question.id] = answer.model_copy(update={"note": note})
    return empty.model_copy(update={"answers": answers})


def entry_of(question: str, answer: Answer | None) -> Entry:
    if answer is None:
        return Entry(question, "empty")
    reason = answer.note if isinstance(answer, NotApplicableAnswer) else ""
    return Entry(question, answer.state, getattr(answer, "level", None), getattr(answer, "holder", None), reason)


@given(assessment=assessments())
def test_what_is_written_as_lines_is_read_back_the_same(assessment: Assessment) -> None:
    lines = [parse(typed, assessment, "") for typed in form_lines(LIBRARY, assessment)]
    read = {entry.question: entry for line in lines if isinstance(line, AnswerLine) for entry in line.entries}
    asked = [question.id for practice in LIBRARY.practices for question in asked_questions(practice, assessment)]
    for question in asked:
        expected = entry_of(question, assessment.answers.get(question))
        assert read.get(question, Entry(question, "empty")) == expected
    notes = {line.question: line.text for line in lines if isinstance(line, NoteLine)}
    assert notes == {
        name: answer.note
        for name, answer in assessment.answers.items()
        if answer.note is not None and not isinstance(answer, NotApplicableAnswer)
    }
    facts = [dict(line.values) for line in lines if isinstance(line, FactsLine)]
    stated = {
        "capacity": assessment.respondent.capacity,
        "notes": assessment.respondent.notes,
        "state_system": assessment.context.state_system,
    }
    assert facts == ([stated] if any(stated.values()) else [])


PIECES = ["p01", "p02", "q2", "f", "f1", "n", "0", "3", "9", "d", "x", "m", "mn", 'x:"', "“", "-", ",", "."]


@given(typed=st.text(max_size=40) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_line_is_read_or_refused_in_one_sentence(typed: str) -> None:
    said = ""
    try:
        line: object = parse(typed)
    except WrongUsageError as error:
        line, said = None, str(error)
    assert isinstance(line, (AnswerLine, FactsLine, NoteLine)) or 10 < len(said) < 400


def test_a_line_gives_an_answer_for_each_question_that_is_asked() -> None:
    assert entries("p01 3 d") == (Entry("p01.q1", "level", 3), Entry("p01.q2", "dont_know"))
    assert entries("p02 mn -") == (
        Entry("p02.q1", "not_our_mandate", holder="national_government"),
        Entry("p02.q2", "empty"),
    )


def test_a_question_that_is_not_asked_may_be_left_out_or_marked_as_empty() -> None:
    assert entries("p01 3 d -") == entries("p01 3 d")
    assert len(entries("p01 3 d 1", make_assessment(context=Context(state_system="federal")))) == 3


@pytest.mark.parametrize(
    "typed",
    ["P1 3 D", "p01: 3, d", "p01.q1 3", "  p01   3  d ", "３ ｄ", "3;d", "٣ d", "p01, 3 d.", "q1 3", "p01q1 3"],
)
def test_lines_are_understood_however_they_are_typed(typed: str) -> None:
    assert entries(typed)[0] == Entry("p01.q1", "level", 3)


@pytest.mark.parametrize(
    "typed",
    ['x:"no, none"', 'x: "no, none"', 'x "no, none"', "x:“no, none”", "x=«no, none»", 'X:"no, none', 'x"no, none"'],
)
def test_a_reason_may_stand_on_the_line(typed: str) -> None:
    assert entries(f"p01 1 {typed}") == (
        Entry("p01.q1", "level", 1),
        Entry("p01.q2", "not_applicable", reason="no, none"),
    )


def test_a_reason_may_hold_what_looks_like_codes_and_quotes() -> None:
    reason = 'a, x "b" x: 3 ""'
    assert entries('p01 1 x:"{}"'.format(reason.replace('"', '""')))[1].reason == reason


def test_an_x_alone_waits_for_its_reason() -> None:
    assert entries("p01 1 x")[1] == Entry("p01.q2", "not_applicable")


@pytest.mark.parametrize(("letter", "holder"), HOLDER_CODES.items())
def test_every_holder_has_a_letter_and_can_be_written_out(letter: str, holder: str) -> None:
    for typed in (f"m{letter}", f"m:{letter}", f"M:{holder}", f'm:"{holder.replace("_", " ")}"', f"m:{holder[:5]}"):
        assert entries(f"p02 {typed} 1")[0] == Entry("p02.q1", "not_our_mandate", holder=holder)  # type: ignore[arg-type]


def test_the_letters_cover_every_holder_but_the_unknown_one() -> None:
    assert {*HOLDER_CODES.values(), "unknown"} == set(HOLDERS)
    assert entries("p02 m 1")[0].holder == "unknown"


def test_facts_are_numbers_in_the_order_of_the_form() -> None:
    assert parse("f 1 3 2") == FactsLine((("capacity", "institution"), ("notes", "withheld"), ("state_system", "dual")))
    assert parse("1 - -", here="f") == parse("f 1 - -")
    assert parse("f3 1") == FactsLine((("state_system", "federal"),), whole=False)


def test_a_note_belongs_to_the_practice_meant_or_named() -> None:
    assert parse("n 2 They met, twice.") == NoteLine("p01.q2", "They met, twice.")
    assert parse("n p02.q1 a 3 d", here="") == NoteLine("p02.q1", "a 3 d")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "The line is empty. Type a practice and its answers, such as: p03 3 2 d mn 1"),
        ("p01", "Type the answers after p01, 2 in all: q1, q2."),
        ("p01 3", "p01 takes 2 answers in this place (q1, q2); you typed 1. Type - where the form is empty."),
        ("p09 3", "There is no practice p09. The practices are p01 to p02."),
        ("p01.q9 3", "p01 has no question 9. Its questions are: p01.q1, p01.q2, p01.q3."),
        ("p01.q1 3 2", "p01.q1 takes one answer, such as: p01.q1 3"),
        ("p01 5 1", "“5” is no answer to p01.q1. Type 0 to 4, d don’t know, m not our mandate, or - for empty."),
        ("p01 x 1", "x, not applicable, is not possible for p01.q1. Type 0 to 4, d, m, or - for empty."),
        ("p01 1 1 1", "p01.q3 is not asked in this place, because of f3. Leave it out, or correct the fact."),
        ("p01.q3 1", "p01.q3 is not asked in this place, because of f3. Leave it out, or correct the fact."),
        ("f 1", "The line of the facts takes 3 numbers, f1 to f3; you typed 1. Type - where the form is empty."),
        ("f3 9", "“9” is no answer to f3. Type 1 to 2, or - for empty."),
        ("f3 1 2", "f3 takes one number, such as: f3 2"),
        ("f9 1", "There is no fact f9. The facts are f1 to f3."),
        ("n", "Type n, the number of the question and the text, such as: n 2 text"),
        ("n text", "“text” is no number of a question. Type such as: n 2 text, or n p06.q2 text"),
        ("n 2", "The text of the note on p01.q2 is missing. Type it after the number."),
        ("n 3 text", "p01.q3 is not asked in this place, because of f3. Leave it out, or correct the fact."),
        ("hello", "“hello” is not understood. Type a line such as: p03 3 2 d mn 1; h explains more."),
    ],
)  # fmt: skip
def test_a_broken_line_is_told_in_one_clear_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(WrongUsageError) as told:
        parse(typed)
    assert str(told.value) == sentence


def test_a_wrong_code_is_told_with_x_only_where_x_is_possible() -> None:
    with pytest.raises(WrongUsageError, match=r"^“k” is no answer to p01.q2. .* m not our mandate, x not applicable, "):
        parse("p01 1 k")
    with pytest.raises(WrongUsageError, match=r"^“k” is no answer to p01.q1. .* m not our mandate, or - for empty.$"):
        parse("p01 k 1")


def test_an_unknown_holder_is_told_with_all_letters() -> None:
    with pytest.raises(WrongUsageError, match=r"“mq” names nobody .* mn \(national_government\), .* mz \(nobody\)"):
        parse("p02 mq 1")


def test_a_line_for_a_full_form_says_so_in_a_quick_file() -> None:
    quick = make_assessment(mode="quick")
    assert entries("p01 3", quick) == (Entry("p01.q1", "level", 3),)
    for typed in ("p01 3 2", "p01.q2 3"):
        with pytest.raises(WrongUsageError, match=r"quick file.* start again with --full"):
            parse(typed, quick)


def test_without_a_practice_meant_a_line_must_name_one() -> None:
    with pytest.raises(WrongUsageError, match="Begin the line with its practice"):
        parse("3 2", here="")
    with pytest.raises(WrongUsageError, match="Name the question with its practice"):
        parse("n 2 text", here="f")


@pytest.mark.parametrize(
    ("typed", "place"),
    [("p06 3", "p06"), ("P6", "p06"), ("p06.q2 3", "p06"), ("f 1", "f"), ("f3 1", "f"), ("q2 3", ""), ("3 2", ""),
     ("", ""), ("plan", ""), ("forum", ""), ("n 2 text", "")],
)  # fmt: skip
def test_the_place_of_a_line_is_what_it_names_first(typed: str, place: str) -> None:
    assert place_of(typed) == place
