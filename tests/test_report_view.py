"""The view holds every figure, note and sentence of a report, in words, and nothing that its edition must not show."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from mini import NOW, level, make_assessment, make_library

from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.models import (
    Action,
    City,
    DontKnowAnswer,
    Evidence,
    NotApplicableAnswer,
    NotOurMandateAnswer,
)
from nlc_toolkit.content.models import Context
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.glance_view import MARKS
from nlc_toolkit.report.view import ReportView, Wishes, build_view

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.report.editions import Edition

TODAY = date(2026, 11, 20)
WORDS_OF_THE_RESPONDENT = ("note on q1", "evidence on q1", "reason of q2", "note of the retired")


def full_assessment(**changes: object) -> Assessment:
    """Return an assessment with every kind of answer, an action and a target."""
    known: dict[str, Any] = {"revision": 1, "answered": NOW}
    answers = {
        "p01.q1": level(
            3, note="note on q1", evidence=(Evidence(text="evidence on q1", date="2025-03", strength="document"),)
        ),
        "p01.q2": NotApplicableAnswer(**known, note="reason of q2"),
        "p01.q9": level(2, note="note of the retired"),
        "p02.q1": DontKnowAnswer(**known),
        "p02.q2": NotOurMandateAnswer(**known, holder="national_government"),
    }
    fixed: dict[str, object] = {
        "answers": answers,
        "targets": {"p01": 4},
        "actions": (Action(practice="p01", text="the planned action"),),
        "context": Context(state_system="dual", civic_space="closed"),
    }
    return make_assessment(**{**fixed, **changes})


def view_of(assessment: Assessment, edition: Edition = "facilitator", **wishes: str) -> ReportView:
    library = make_library()
    return build_view(compute_result(library, assessment), library, Translator(), Wishes(edition, TODAY, **wishes))


def strings(value: object) -> list[str]:
    """Return every string in a view."""
    if isinstance(value, str):
        return [value]
    if dataclasses.is_dataclass(value):
        return [found for field in dataclasses.fields(value) for found in strings(getattr(value, field.name))]
    return [found for item in value for found in strings(item)] if isinstance(value, tuple) else []


def test_every_word_of_the_respondent_reaches_the_facilitator() -> None:
    found = strings(view_of(full_assessment()))
    assert [words for words in (*WORDS_OF_THE_RESPONDENT, "the planned action") if words not in found] == []


@pytest.mark.parametrize("edition", ["participant", "public"])
@pytest.mark.parametrize("choice", ["withheld", "without_group", None])
def test_words_that_an_edition_keeps_back_are_nowhere_in_its_view(edition: Edition, choice: str | None) -> None:
    assessment = full_assessment()
    respondent = assessment.respondent.model_copy(update={"notes": choice})
    text = "\n".join(strings(view_of(assessment.model_copy(update={"respondent": respondent}), edition)))
    assert [words for words in WORDS_OF_THE_RESPONDENT if words in text] == []
    assert respondent.code not in text


def test_withheld_notes_are_counted_but_not_shown() -> None:
    assessment = full_assessment()
    respondent = assessment.respondent.model_copy(update={"notes": "withheld"})
    view = view_of(assessment.model_copy(update={"respondent": respondent}))
    first = view.practices[0].questions[0].words
    assert first.remarks == ()
    assert first.kept_back == (
        "A note was written here. It is not shown.",
        "1 piece of evidence was named here. Its text is not shown.",
    )


def test_a_report_whose_notes_may_not_name_the_group_does_not_name_it() -> None:
    assessment = full_assessment()
    respondent = assessment.respondent.model_copy(update={"notes": "without_group", "group": "civil_society"})
    text = "\n".join(strings(view_of(assessment.model_copy(update={"respondent": respondent}))))
    assert "note on q1" in text
    assert "Civil society" not in text
    assert respondent.code not in text


def test_the_public_edition_shows_figures_but_no_actions_and_no_facts_about_the_place() -> None:
    view = view_of(full_assessment(), "public")
    assert view.context == ()
    assert view.plan.actions == ()
    assert view.plan.actions_kept_back
    assert view.plan.targets[0].target == "4"
    assert view.summary.profile[0].score == "3.0"


def test_the_glance_shows_each_question_by_its_number_or_sign() -> None:
    glance = view_of(full_assessment()).glance
    assert glance.questions == ("1", "2", "3")
    fields = {row.id: [(field.mark, field.style) for field in row.fields] for row in glance.rows}
    assert fields == {
        "p01": [("3", "level3"), ("×", "open"), ("", "empty")],
        "p02": [("?", "open"), ("•", "open"), ("", "empty")],
    }
    unanswered = view_of(make_assessment()).glance.rows[0].fields
    assert [field.mark for field in unanswered] == ["–", "–", "–"]


def test_every_sign_of_the_glance_is_in_its_legend() -> None:
    legend = view_of(full_assessment()).glance.legend
    assert [sign for sign in MARKS.values() if f"{sign}:" not in legend] == []


def test_the_quick_mode_has_no_glance_as_the_profile_shows_it_already() -> None:
    assert view_of(full_assessment(mode="quick")).glance.rows == ()


@pytest.mark.parametrize(
    ("edition", "shown"),
    [
        ("facilitator", ["p01 guidance devolved.", "p01 guidance civic_space."]),
        ("participant", ["p01 guidance devolved."]),
        ("public", []),
    ],
)
def test_guidance_gives_away_no_fact_about_the_place_that_the_edition_keeps_back(
    edition: Edition, shown: list[str]
) -> None:
    assert [note.value for note in view_of(full_assessment(), edition).practices[0].guidance] == shown


def test_a_place_that_has_stated_nothing_gets_no_guidance() -> None:
    assert view_of(full_assessment(context=Context())).practices[0].guidance == ()


def test_each_standing_is_said_in_words() -> None:
    by_id = {
        question.id: question for practice in view_of(full_assessment()).practices for question in practice.questions
    }
    assert (by_id["p01.q1"].badge, by_id["p01.q1"].label, by_id["p01.q1"].answer) == (
        "3",
        "Established",
        "p01.q1 anchor 3",
    )
    assert (by_id["p01.q1"].next_label, by_id["p01.q1"].next) == ("To reach “Sustained”", "p01.q1 step from 3")
    assert by_id["p01.q2"].words.remarks[0].label == "Reason"
    assert by_id["p02.q1"].would_show == ("p02.q1 paper",)
    assert "held by: National government" in by_id["p02.q2"].answer
    assert by_id["p02.q2"].next == ""


@pytest.mark.parametrize(
    ("holder", "words"), [(None, "was not said"), ("nobody", "nobody holds"), ("unknown", "does not know")]
)
def test_a_holder_who_is_nobody_or_not_known_is_said_as_that(holder: str | None, words: str) -> None:
    answer = NotOurMandateAnswer(revision=1, answered=NOW, holder=holder)  # type: ignore[arg-type]
    view = view_of(make_assessment(answers={"p01.q1": answer}))
    assert words in view.practices[0].questions[0].answer


def test_answers_that_are_not_scored_are_listed_with_the_reason() -> None:
    answers = {"p01.q1": level(3, revision=9, note="older"), "p01.q3": level(1, note="beside"), "p09.q1": level(1)}
    view = view_of(make_assessment(answers=answers, context=Context(state_system="dual")))
    assert [(kept.id, bool(kept.text)) for kept in view.kept] == [("p01.q1", True), ("p01.q3", True), ("p09.q1", False)]
    assert view.kept[1].words.remarks[0].text == "beside"
    older = view.practices[0].questions[0]
    assert older.words.remarks[0].text == "older"
    assert "Level 3 (Established)" in older.answer
    assert "anchor" not in view.kept[0].answer


def test_an_unfinished_assessment_says_so_on_the_cover_and_a_finished_one_does_not() -> None:
    assert view_of(make_assessment()).cover.incomplete == "Incomplete: 0 of 5 questions are answered."
    questions = ("p01.q1", "p01.q2", "p01.q3", "p02.q1", "p02.q2")
    assert view_of(make_assessment(answers={name: level(4) for name in questions})).cover.incomplete == ""


def test_too_few_answers_are_said_and_not_counted() -> None:
    view = view_of(make_assessment(answers={"p02.q1": level(2)}))
    assert "not enough answers for an overall figure" in view.summary.overall
    assert view.practices[1].why_no_score == "Not enough answers: levels cover 25% of this practice. A score needs 60%."
    assert view.practices[1].figures[2].value == "at least 0"
    assert view.summary.profile[1].score == "–"


def test_strengths_priorities_and_what_to_find_out_stand_in_the_summary() -> None:
    answers = {"p01.q1": level(4), "p01.q2": level(4), "p01.q3": level(4), "p02.q1": level(0), "p02.q2": level(1)}
    summary = view_of(make_assessment(answers=answers)).summary
    assert [named.id for named in summary.strengths] == ["p01"]
    assert [(named.id, named.remark) for named in summary.priorities] == [("p02", "0.8, below 2.5")]
    assert summary.find_out == ()


def test_the_worked_example_is_computed_from_this_city() -> None:
    answers = {"p01.q1": level(3), "p01.q2": level(1), "p02.q1": level(2)}
    example = view_of(make_assessment(answers=answers)).method.example
    assert example is not None
    assert [(row.question, row.points) for row in example.rows] == [("p01.q1", "6"), ("p01.q2", "1"), ("p01.q3", "–")]
    assert "7 points divided by a weight of 3 give 2.33" in example.steps[1]


def test_without_answers_there_is_no_worked_example() -> None:
    assert view_of(make_assessment()).method.example is None


def test_a_quick_assessment_reports_the_headline_questions_only() -> None:
    view = view_of(make_assessment(mode="quick", answers={"p01.q1": level(3)}))
    assert [len(practice.questions) for practice in view.practices] == [1, 1]


def test_matched_cases_are_listed_once_with_what_they_are_shown_for() -> None:
    questions = ("p01.q1", "p01.q2", "p01.q3", "p02.q1", "p02.q2")
    view = view_of(make_assessment(answers={name: level(1) for name in questions}))
    shown = {case.id: case.practices for case in view.cases}
    assert shown["SE-two"] == ("p01 title", "p02 title")
    assert view.practices[0].match is not None
    assert view.practices[0].match.case in shown


def test_the_sentences_of_honesty_are_there() -> None:
    view = view_of(make_assessment())
    assert any("working titles" in sentence for sentence in view.honesty)
    assert any("never a risk score" in sentence for sentence in view.honesty)
    assert "not endorsement" in view.not_endorsement


def test_a_classification_is_kept_on_one_line() -> None:
    assert view_of(make_assessment(), classification=" For\n official\tuse ").classification == "For official use"


def test_a_city_with_a_long_name_is_cut_in_the_head_of_a_page_only() -> None:
    cover = view_of(make_assessment(city=City(name="x" * 60, country="ID"))).cover
    assert cover.city == "x" * 60
    assert cover.city_in_brief == "x" * 50 + "…"
    assert cover.long_name
    assert view_of(make_assessment()).cover.city_in_brief == "Surakarta"
