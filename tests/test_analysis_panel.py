"""The panel's figures: examples worked by hand, then what holds for any respondents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mini import level, make_assessment
from panels import LIBRARY, QUESTIONS, Person, assessment_of, given_levels, panel_of, panel_of_assessments, people

from nlc_toolkit.analysis.panel import discussion_order, question_panel, shared_strengths
from nlc_toolkit.content.models import Context

if TYPE_CHECKING:
    from nlc_toolkit.analysis.panel import Panel, QuestionPanel
    from nlc_toolkit.content.vocabulary import Group


def question_of(name: str = "p01.q1", /, weight: int = 1, **levels: list[int]) -> QuestionPanel:
    groups: dict[str, Group] = {"national": "national_government", "local": "local_government"}
    groups |= {"civil": "civil_society", "private": "private_sector"}
    return question_panel(name, weight, {groups[short]: numbers for short, numbers in levels.items()})


def test_the_example_of_the_documents() -> None:
    found = question_of(national=[3, 3], local=[1, 2], civil=[1, 1, 2])
    assert found.whole is not None
    assert found.whole.levels == (1, 1, 1, 2, 2, 3, 3)
    assert found.whole.per_level == (0, 3, 2, 2, 0)
    assert (found.median, found.range) == (2, 2)
    assert {group: each.median for group, each in found.groups.items()} == {
        "national_government": 3,
        "local_government": 1.5,
        "civil_society": 1,
    }
    assert (found.gap, found.joint, found.one_sided) == (2, 1.5, False)
    assert found.consensus == pytest.approx(0.70, abs=0.005)
    assert found.agreement == "mixed"
    assert (found.outcome, found.reasons) == ("discuss", ("gap",))
    assert found.kept_back is False


def test_a_gap_of_one_is_worth_a_discussion_only_between_groups_of_two_or_more() -> None:
    assert question_of(national=[3, 3], local=[2, 2]).outcome == "discuss"
    assert question_of(national=[3, 3], local=[2]).outcome == "agreed"
    assert question_of(national=[3, 3], local=[1]).reasons == ("spread", "gap")


def test_without_national_or_local_government_there_is_no_joint_level() -> None:
    missing = question_of(local=[2, 2], civil=[3])
    assert (missing.joint, missing.one_sided, missing.gap) == (None, True, 1)


def test_one_group_has_no_gap_and_one_level_no_outcome() -> None:
    single = question_of(local=[2])
    assert (single.gap, single.outcome, single.consensus, single.reasons) == (None, "too_few", None, ())


def test_a_question_without_levels_has_no_figures() -> None:
    none = question_of()
    assert (none.whole, none.groups, none.median, none.range, none.outcome) == (None, {}, None, None, "too_few")


def test_a_practice_is_the_weighted_mean_over_the_questions_that_have_a_figure() -> None:
    panel = panel_of(
        [
            Person("national_government", None, {"p01.q1": 4, "p01.q2": 1}),
            Person("local_government", None, {"p01.q1": 1, "p01.q2": 2, "p01.q3": 4}),
        ]
    )
    practice = panel.practices[0]
    assert practice.joint_score == (2 * 1 + 1 * 1) / 3
    assert practice.groups == {
        "national_government": (2 * 4 + 1 * 1) / 3,
        "local_government": (2 * 1 + 1 * 2 + 1 * 4) / 4,
    }
    assert practice.score == (2 * 2.5 + 1 * 1.5 + 1 * 4) / 4


def test_a_practice_without_levels_has_no_figures() -> None:
    practice = panel_of(given_levels("p01.q1", ("local_government", None, 3))).practices[1]
    assert (practice.score, practice.joint_score, practice.groups) == (None, None, {})


def test_a_panel_of_one_is_legal() -> None:
    panel = panel_of(given_levels("p01.q1", ("civil_society", "personal", 3)))
    assert (panel.respondents, panel.groups) == (1, {"civil_society": 1})
    assert panel.questions["p01.q1"].outcome == "too_few"
    assert panel.discussion == ()


def test_levels_count_only_where_the_question_applies_and_the_revision_is_current() -> None:
    person = Person("local_government", None, {"p01.q2": 3, "p01.q3": 3})
    unitary = assessment_of(person, 1, context=Context(state_system="dual"))
    silent = assessment_of(person, 2)
    old = assessment_of(person, 3).model_copy(update={"answers": {"p01.q2": level(0, revision=7)}})
    questions = panel_of_assessments([unitary, silent, old]).questions
    counts = {name: each.whole.count if each.whole else 0 for name, each in questions.items()}
    assert counts == {"p01.q1": 0, "p01.q2": 2, "p01.q3": 1, "p02.q1": 0, "p02.q2": 0}


def test_a_question_that_nobody_is_asked_is_left_out() -> None:
    quick = make_assessment(mode="quick", answers={"p01.q1": level(2)})
    assert list(panel_of_assessments([quick]).questions) == ["p01.q1", "p02.q1"]
    full = make_assessment(context=Context(state_system="dual"), answers={"p01.q1": level(2)})
    assert "p01.q3" not in panel_of_assessments([full]).questions


def test_institutional_are_the_groups_in_which_all_speak_for_their_institution() -> None:
    panel = panel_of(
        [
            *given_levels("p01.q1", ("local_government", "institution", 1), ("local_government", "institution", 2)),
            *given_levels("p01.q1", ("civil_society", "institution", 1), ("civil_society", "personal", 2)),
            Person("private_sector", "institution", {"p01.q1": 3}),
            Person("private_sector", None, {"p01.q2": 3}),
        ]
    )
    assert panel.institutional == {"local_government"}
    assert panel.questions["p01.q1"].institutional == {"local_government", "private_sector"}


def test_the_discussion_starts_with_the_widest_gap_and_ends_with_outliers() -> None:
    questions = [
        question_of("outlier", local=[2, 2, 2, 4]),
        question_of("one_group", local=[0, 4]),
        question_of("agreed", national=[3], local=[3]),
        question_of("narrow", national=[3, 3], local=[2, 2]),
        question_of("narrow_and_low", national=[2, 2], local=[1, 1]),
        question_of("wide", national=[4, 4], local=[1, 1]),
        question_of("narrow_again", national=[2, 2], local=[3, 3]),
        question_of("few", national=[4]),
        question_of("outlier_between_groups", national=[2, 2, 2], local=[2, 2, 4]),
    ]
    assert discussion_order(questions) == (
        "wide",
        "narrow_and_low",
        "narrow",
        "narrow_again",
        "one_group",
        "outlier_between_groups",
        "outlier",
    )


def test_shared_strengths_are_agreed_by_two_groups_and_high() -> None:
    questions = [
        question_of("good", national=[3], local=[3]),
        question_of("one_group", local=[4, 4, 4]),
        question_of("best", national=[4], local=[4]),
        question_of("low", national=[2], local=[2]),
        question_of("apart", national=[4, 4], local=[1, 1]),
    ]
    assert shared_strengths(questions) == ("best", "good")


@given(people().flatmap(lambda some: st.tuples(st.just(some), st.permutations(list(enumerate(some, 1))))))
def test_the_order_of_files_never_matters(pair: tuple[list[Person], list[tuple[int, Person]]]) -> None:
    in_order, shuffled = pair
    assert panel_of(in_order) == panel_of_assessments(assessment_of(person, number) for number, person in shuffled)


@given(people().flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_which_respondent_has_which_code_never_matters(pair: tuple[list[Person], list[Person]]) -> None:
    assert panel_of(pair[0]) == panel_of(pair[1])


def lasting_figures(panel: Panel) -> dict[str, tuple[object, ...]]:
    return {
        name: (
            each.median,
            each.range,
            each.gap,
            each.joint,
            each.one_sided,
            {group: figures.median for group, figures in each.groups.items()},
        )
        for name, each in panel.questions.items()
    }


@given(people(6))
def test_every_respondent_twice_leaves_medians_gap_and_consensus_as_they_are(some: list[Person]) -> None:
    once, twice = panel_of(some), panel_of(some * 2)
    assert lasting_figures(once) == lasting_figures(twice)
    assert twice.respondents == 2 * once.respondents
    for name, question in once.questions.items():
        if question.whole is not None and question.whole.count >= 3:
            assert twice.questions[name].consensus == question.consensus
    assert [(each.score, each.joint_score, each.groups) for each in once.practices] == [
        (each.score, each.joint_score, each.groups) for each in twice.practices
    ]


@given(people())
def test_a_group_that_nobody_belongs_to_never_appears(some: list[Person]) -> None:
    panel = panel_of(some)
    there = {person.group for person in some}
    assert set(panel.groups) == there
    assert sum(panel.groups.values()) == panel.respondents == len(some)
    for practice in panel.practices:
        assert set(practice.groups) <= there
    for name, question in panel.questions.items():
        assert set(question.groups) == {person.group for person in some if isinstance(person.answers.get(name), int)}
    assert {entry.says for entry in panel.responsibility} <= there


@given(people())
def test_the_figures_fit_each_other(some: list[Person]) -> None:
    panel = panel_of(some)
    for question in panel.questions.values():
        if question.whole is None:
            continue
        assert sum(each.count for each in question.groups.values()) == question.whole.count
        medians = [each.median for each in question.groups.values()]
        assert min(medians) <= question.whole.median <= max(medians)
        assert question.joint is None or question.joint in medians
        assert (question.joint is None) is question.one_sided
        assert (question.outcome == "discuss") is bool(question.reasons)
        if question.gap is not None:
            assert question.gap <= question.whole.range
    listed = [name for name, each in panel.questions.items() if each.outcome in {"discuss", "outlier"}]
    assert sorted(panel.discussion) == sorted(listed)


def test_the_small_world_has_what_these_tests_speak_of() -> None:
    assert QUESTIONS == ("p01.q1", "p01.q2", "p01.q3", "p02.q1", "p02.q2")
    assert [LIBRARY.questions[name].weight for name in QUESTIONS] == [2, 1, 1, 1, 3]


def test_a_side_lacks_a_level_only_where_the_edition_shows_that_it_gave_none() -> None:
    question = question_panel("p01.q1", 1, {"national_government": [2, 3], "civil_society": [1]})
    assert question.lacks("local_government")
    assert not question.lacks("national_government")
    assert not replace(question, kept_back=True).lacks("local_government")
    both = question_panel("p01.q1", 1, {"national_government": [2], "local_government": [1]})
    assert not both.lacks("local_government")
