"""Changes to an assessment: what the content allows is kept, what it forbids is told, nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mini import NOW, level, make_assessment, make_question

from nlc_toolkit.assessment import editing
from nlc_toolkit.assessment.models import (
    Evidence,
    NotApplicableAnswer,
)
from nlc_toolkit.content.models import Context
from nlc_toolkit.errors import ToolkitError, WrongUsageError
from nlc_toolkit.free_text import LONGEST, clean

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Answer, Assessment
    from nlc_toolkit.content.library import Library

LATER = NOW + timedelta(hours=1)
PAPER = Evidence(text="Terms", date="2026", strength="document")
BEFORE = level(3, note="Why three.", evidence=(PAPER,))
QUESTION = make_question("p01.q2", revision=2)
HEADLINE = make_question("p01.q1", headline=True)


@pytest.mark.parametrize(
    "new",
    [
        editing.level_answer(QUESTION, 1, BEFORE, LATER),
        editing.dont_know_answer(QUESTION, BEFORE, LATER),
        editing.not_our_mandate_answer(QUESTION, "nobody", BEFORE, LATER),
    ],
)
def test_another_answer_keeps_note_and_evidence_and_is_current(new: Answer) -> None:
    assert (new.note, new.evidence) == ("Why three.", (PAPER,))
    assert (new.revision, new.answered) == (2, LATER)


def test_the_reason_of_not_applicable_stands_above_an_earlier_note() -> None:
    new = editing.not_applicable_answer(QUESTION, " No police here. ", BEFORE, LATER)
    assert (new.note, new.evidence) == ("No police here.\n\nWhy three.", (PAPER,))
    again = editing.not_applicable_answer(QUESTION, "Another reason.", new, LATER)
    assert again.note == "Another reason."


@pytest.mark.parametrize("number", [-1, 5, True, 1.0, "2", None])
def test_there_are_no_other_levels(number: Any) -> None:
    with pytest.raises(WrongUsageError, match="is no level"):
        editing.level_answer(QUESTION, number, None, NOW)


def test_not_applicable_needs_a_reason_and_a_question_that_allows_it() -> None:
    with pytest.raises(WrongUsageError, match="The text is empty"):
        editing.not_applicable_answer(QUESTION, " \u202e ", None, NOW)
    with pytest.raises(ToolkitError, match=r"not possible for p01\.q1") as refused:
        editing.not_applicable_answer(HEADLINE, "Because.", None, NOW)
    assert refused.value.exit_code == 1


def test_an_answer_is_stored_and_the_others_stay(assessment: Assessment, library: Library) -> None:
    question = library.question("p02.q2")
    new = editing.dont_know_answer(question, None, LATER)
    changed = editing.set_answer(assessment, question, new, LATER)
    assert changed.answers == {**assessment.answers, "p02.q2": new}
    assert changed.updated == LATER
    assert "p02.q2" not in assessment.answers


def test_an_answer_that_the_question_forbids_is_not_stored(assessment: Assessment) -> None:
    answer = NotApplicableAnswer(revision=1, answered=NOW, note="Because.")
    with pytest.raises(ToolkitError, match=r"not possible for p01\.q1"):
        editing.set_answer(assessment, HEADLINE, answer, NOW)


def test_a_question_that_does_not_fit_the_place_is_not_answered(library: Library) -> None:
    question = library.question("p01.q3")
    answer = level(3)
    elsewhere = make_assessment(context=Context(state_system="dual", police="shared"))
    with pytest.raises(ToolkitError, match=r"does not fit what the file says about the place \(state_system: dual\)"):
        editing.set_answer(elsewhere, question, answer, NOW)
    for context in (Context(), Context(state_system="federal")):
        changed = editing.set_answer(make_assessment(context=context), question, answer, NOW)
        assert changed.answers == {"p01.q3": answer}


def test_the_quick_mode_takes_headlines_only_until_it_is_widened(library: Library) -> None:
    quick = editing.set_answer(make_assessment(mode="quick"), library.question("p01.q1"), level(2), NOW)
    with pytest.raises(ToolkitError, match="not asked in the quick mode"):
        editing.set_answer(quick, library.question("p01.q2"), level(2), NOW)
    full = editing.widen_to_full(quick, LATER)
    assert (full.mode, full.updated, full.answers) == ("full", LATER, quick.answers)
    assert editing.set_answer(full, library.question("p01.q2"), level(2), NOW).answers.keys() == {"p01.q1", "p01.q2"}
    assert editing.widen_to_full(full, NOW) is full


def test_a_note_is_cleaned_replaced_and_removed(assessment: Assessment, library: Library) -> None:
    question = library.question("p01.q1")
    changed = editing.set_note(assessment, question, " a\u202eb\x07\r\nc ", LATER)
    assert changed.answers["p01.q1"].note == "ab\nc"
    assert editing.set_note(changed, question, None, LATER).answers["p01.q1"].note is None


@pytest.mark.parametrize("text", ["", "  ", "\x1b[31m", "\u202e\n"])
def test_a_note_without_words_is_refused(assessment: Assessment, library: Library, text: str) -> None:
    with pytest.raises(WrongUsageError, match="The text is empty"):
        editing.set_note(assessment, library.question("p01.q1"), text, NOW)


def test_a_text_may_be_as_long_as_a_file_may_hold_and_no_longer() -> None:
    assert len(editing.typed_text("ä" * LONGEST)) == LONGEST
    with pytest.raises(WrongUsageError, match=f"has {LONGEST + 1} characters, and {LONGEST} is the most"):
        editing.typed_text("ä" * (LONGEST + 1))


def test_notes_and_evidence_need_an_answer(assessment: Assessment, library: Library) -> None:
    question = library.question("p02.q2")
    with pytest.raises(ToolkitError, match=r"p02\.q2 has no answer yet"):
        editing.set_note(assessment, question, "A note.", NOW)
    with pytest.raises(ToolkitError, match=r"p02\.q2 has no answer yet"):
        editing.add_evidence(assessment, question, PAPER, NOW)


def test_the_reason_of_not_applicable_can_be_changed_but_not_removed(library: Library) -> None:
    question = library.question("p01.q2")
    answer = NotApplicableAnswer(revision=1, answered=NOW, note="Because.")
    before = make_assessment(answers={"p01.q2": answer})
    with pytest.raises(ToolkitError, match="has to stay"):
        editing.set_note(before, question, None, NOW)
    assert editing.set_note(before, question, "So.", NOW).answers["p01.q2"].note == "So."


def test_evidence_is_added_and_the_same_twice_stays_once(assessment: Assessment, library: Library) -> None:
    question = library.question("p01.q1")
    once = editing.add_evidence(assessment, question, PAPER, LATER)
    twice = editing.add_evidence(once, question, PAPER, LATER)
    other = editing.add_evidence(twice, question, editing.make_evidence("Minutes"), LATER)
    assert other.answers["p01.q1"].evidence == (PAPER, Evidence(text="Minutes"))


@pytest.mark.parametrize("day", ["2026", "2026-03", " 2026-03-15 "])
def test_evidence_is_dated_by_year_month_or_day(day: str) -> None:
    assert editing.make_evidence("Terms", day, "Document").model_dump() == {
        "text": "Terms",
        "date": day.strip(),
        "strength": "document",
    }


@pytest.mark.parametrize("day", ["", "26", "2026-13", "2026-02-30", "15.3.2026", "2026-3", "٢٠٢٦"])
def test_what_is_no_date_is_refused(day: str) -> None:
    with pytest.raises(WrongUsageError, match="is not a date"):
        editing.make_evidence("Terms", day)


def test_an_id_is_understood_as_people_type_it() -> None:
    known = ("now", "6_months", "not_our_mandate")
    assert editing.typed_id(" Not our-Mandate ", known) == "not_our_mandate"
    assert editing.typed_id("6 months", known) == "6_months"
    with pytest.raises(WrongUsageError, match="“soon” is none of: now, 6_months, not_our_mandate"):
        editing.typed_id("soon", known)


def test_a_target_is_set_replaced_and_taken_away(assessment: Assessment, library: Library) -> None:
    first, second = library.practices
    changed = editing.set_target(assessment, second, 3, LATER)
    changed = editing.set_target(changed, first, 1, LATER)
    changed = editing.set_target(changed, second, 4, LATER)
    assert list(changed.targets.items()) == [("p01", 1), ("p02", 4)]
    assert editing.clear_target(changed, first, LATER).targets == {"p02": 4}
    assert editing.clear_target(assessment, first, LATER).targets == {}


@pytest.mark.parametrize("target", [0, 5, True, 2.5, "3"])
def test_there_are_no_other_targets(assessment: Assessment, library: Library, target: Any) -> None:
    with pytest.raises(WrongUsageError, match="is no target"):
        editing.set_target(assessment, library.practices[0], target, NOW)


def test_actions_are_added_and_finished_by_number(assessment: Assessment, library: Library) -> None:
    changed = editing.add_action(assessment, library.practices[0], " First. ", LATER)
    changed = editing.add_action(changed, library.practices[1], "Second.", LATER, owner="joint", horizon="now")
    changed = editing.finish_action(changed, 2, LATER)
    assert [
        (action.practice, action.text, action.owner, action.horizon, action.done) for action in changed.actions
    ] == [
        ("p01", "First.", "undecided", "later", False),
        ("p02", "Second.", "joint", "now", True),
    ]


@pytest.mark.parametrize("number", [0, -1, 2])
def test_an_action_that_is_not_there_cannot_be_finished(assessment: Assessment, library: Library, number: int) -> None:
    with pytest.raises(WrongUsageError, match="There is no action yet"):
        editing.finish_action(assessment, number, NOW)
    changed = editing.add_action(assessment, library.practices[0], "First.", NOW)
    with pytest.raises(WrongUsageError, match=f"There is no action {number}"):
        editing.finish_action(changed, number, NOW)


@given(st.text(max_size=50))
def test_any_typed_text_is_stored_clean_or_refused_for_being_empty(text: str) -> None:
    before = make_assessment(answers={"p01.q2": level(1)})
    if clean(text):
        assert editing.set_note(before, QUESTION, text, NOW).answers["p01.q2"].note == clean(text)
    else:
        with pytest.raises(WrongUsageError):
            editing.set_note(before, QUESTION, text, NOW)
