"""The figures of DESIGN 6.4: worked examples first, then properties that hold for any practice."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mini import NOW, level, make_assessment, make_library

from nlc_toolkit.analysis.scoring import (
    LEAST_COVERAGE,
    LEAST_SCOPE,
    PracticeResult,
    QuestionResult,
    asked_questions,
    mean_of,
    score_assessment,
    score_practice,
)
from nlc_toolkit.assessment.models import DontKnowAnswer, NotApplicableAnswer, NotOurMandateAnswer
from nlc_toolkit.content.models import Context

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import Standing
    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library

STANDINGS: tuple[Standing, ...] = ("dont_know", "unanswered", "to_confirm", "not_our_mandate", "not_applicable")


def asked(standing: Standing, weight: int = 1, number: int | None = None, *, evidenced: bool = False) -> QuestionResult:
    return QuestionResult("p01.q1", weight, standing, number, evidenced, None)


def scored(number: int, weight: int = 1, *, evidenced: bool = False) -> QuestionResult:
    return asked("level", weight, number, evidenced=evidenced)


def result_of(*questions: QuestionResult, target: int | None = None) -> PracticeResult:
    return score_practice("p01", questions, target)


question_results = st.one_of(
    st.builds(scored, st.integers(0, 4), st.integers(1, 3), evidenced=st.booleans()),
    st.builds(asked, st.sampled_from(STANDINGS), st.integers(1, 3)),
)
practices = st.lists(question_results, min_size=1, max_size=7)


def test_a_worked_example_with_every_state() -> None:
    result = result_of(
        scored(3, 2, evidenced=True),
        scored(1, 1),
        asked("dont_know", 1),
        asked("not_our_mandate", 1),
        asked("not_applicable", 3),
    )
    assert (result.applicable, result.answered, result.unknown) == (3, 2, 1)
    assert result.scope == 4 / 5
    assert result.coverage == 3 / 4
    assert result.score == (2 * 3 + 1) / 3
    assert result.low == 7 / 4
    assert result.high == 11 / 4
    assert result.reached == 0
    assert result.evidenced == 2 / 3


def test_reached_is_the_lowest_level_when_all_is_known() -> None:
    assert result_of(scored(3), scored(2, 3)).reached == 2


@pytest.mark.parametrize(("known", "unknown", "has_score"), [(3, 2, True), (1, 1, False), (2, 1, True), (1, 2, False)])
def test_a_score_needs_sixty_percent_coverage(known: int, unknown: int, has_score: bool) -> None:  # noqa: FBT001
    result = result_of(*[scored(2)] * known, *[asked("dont_know")] * unknown)
    assert (result.score is not None) is has_score


def test_a_score_needs_half_of_the_practice_in_scope() -> None:
    assert result_of(scored(2), asked("not_our_mandate")).score == 2
    assert result_of(scored(2), asked("not_our_mandate", 2)).score is None


def test_nothing_to_judge_gives_no_figures() -> None:
    result = result_of(asked("not_our_mandate"), asked("not_applicable"))
    assert (result.scope, result.coverage, result.score, result.low, result.high, result.reached) == (
        0,
        None,
        None,
        None,
        None,
        None,
    )
    assert result_of(asked("not_applicable")).scope is None


@given(practices)
def test_the_score_lies_in_its_band_and_reached_below_every_level(questions: list[QuestionResult]) -> None:
    result = result_of(*questions)
    levels = [question.level for question in questions if question.level is not None]
    if result.score is not None and result.low is not None and result.high is not None:
        assert 0 <= result.low <= result.score + 1e-9
        assert result.score <= result.high + 1e-9
        assert result.high <= 4
    if result.reached is not None:
        assert all(result.reached <= number for number in levels)


@given(st.lists(st.integers(1, 3), min_size=1, max_size=7), st.sampled_from([0, 4]))
def test_one_level_everywhere_gives_that_score_under_any_weights(weights: list[int], number: int) -> None:
    result = result_of(*[scored(number, weight) for weight in weights])
    assert (result.score, result.low, result.high, result.reached) == (number, number, number, number)


@given(practices, st.integers(2, 9))
def test_scaling_all_weights_changes_nothing(questions: list[QuestionResult], factor: int) -> None:
    heavier = [
        QuestionResult(q.question, q.weight * factor, q.standing, q.level, q.evidenced, q.answer) for q in questions
    ]
    assert figures(result_of(*questions)) == figures(result_of(*heavier))


@given(practices, st.integers(1, 3))
def test_adding_a_not_applicable_answer_never_changes_a_score(questions: list[QuestionResult], weight: int) -> None:
    longer = [*questions, asked("not_applicable", weight)]
    assert figures(result_of(*questions)) == figures(result_of(*longer))


@given(practices.flatmap(lambda questions: st.tuples(st.just(questions), st.permutations(questions))))
def test_the_order_of_questions_never_matters(pair: tuple[list[QuestionResult], list[QuestionResult]]) -> None:
    assert figures(result_of(*pair[0])) == figures(result_of(*pair[1]))


@given(practices)
def test_the_figures_are_those_of_exact_arithmetic(questions: list[QuestionResult]) -> None:
    own = [q for q in questions if q.standing not in {"not_applicable", "not_our_mandate"}]
    known = [q for q in own if q.level is not None]
    weight = sum(q.weight for q in own)
    in_question = weight + sum(q.weight for q in questions if q.standing == "not_our_mandate")
    result = result_of(*questions)
    if not own:
        assert result.score is None
        return
    share = Fraction(sum(q.weight for q in known), weight)
    enough = share >= Fraction(6, 10) and Fraction(weight, in_question) >= Fraction(1, 2)
    assert (result.score is not None) is enough
    if enough:
        points = sum(q.weight * (q.level or 0) for q in known)
        assert result.score == pytest.approx(float(Fraction(points, sum(q.weight for q in known))))


def figures(result: PracticeResult) -> tuple[object, ...]:
    return (
        result.applicable,
        result.answered,
        result.scope,
        result.coverage,
        result.score,
        result.low,
        result.high,
        result.reached,
        result.evidenced,
    )


def test_the_thresholds_are_those_that_are_documented() -> None:
    assert (LEAST_COVERAGE, LEAST_SCOPE) == (0.6, 0.5)


def test_an_area_needs_sixty_percent_of_its_practices() -> None:
    good, none = result_of(scored(3)), result_of(asked("unanswered"))
    assert mean_of("a", [good, good, none]).score == 3
    mean = mean_of("a", [good, none])
    assert (mean.score, mean.scored, mean.of) == (None, 1, 2)
    assert (mean.low, mean.high) == (1.5, 3.5)


def test_bounds_leave_out_practices_without_any() -> None:
    good, none = result_of(scored(3)), result_of(asked("not_our_mandate"))
    assert mean_of("a", [good, good, none]).low == 3
    assert mean_of("a", [good, none]).low is None


def test_the_whole_assessment_is_scored_by_practice_and_area(library: Library, assessment: Assessment) -> None:
    scores = score_assessment(library, assessment)
    first, second = scores.practices
    assert first.score == (2 * 3 + 2) / 3  # q3 is unanswered: 3 of 4 weights are covered
    assert second.coverage == 1 / 4
    assert second.score is None
    assert [area.score for area in scores.areas] == [first.score, None]
    assert (scores.overall.scored, scores.overall.of) == (1, 2)


def test_quick_mode_asks_the_headline_questions_only(library: Library) -> None:
    assessment = make_assessment(mode="quick", answers={"p01.q1": level(4), "p01.q2": level(0)})
    scores = score_assessment(library, assessment)
    assert [question.question for question in scores.practices[0].questions] == ["p01.q1"]
    assert scores.practices[0].score == 4
    assert scores.set_aside.inapplicable == ("p01.q2",)


def test_context_decides_what_is_asked_and_a_key_not_stated_matches(library: Library) -> None:
    practice = library.practices[0]
    assert len(asked_questions(practice, make_assessment())) == 3
    assert len(asked_questions(practice, make_assessment(context=Context(state_system="federal")))) == 3
    assert len(asked_questions(practice, make_assessment(context=Context(state_system="dual")))) == 2


def test_answers_that_are_not_scored_are_kept_and_listed() -> None:
    assessment = make_assessment(
        context=Context(state_system="dual"),
        answers={"p01.q1": level(3, revision=2), "p01.q3": level(2), "p09.q9": level(1)},
    )
    scores = score_assessment(make_library(), assessment)
    assert scores.set_aside.to_confirm == ("p01.q1",)
    assert scores.set_aside.inapplicable == ("p01.q3",)
    assert scores.set_aside.retired == ("p09.q9",)
    assert scores.practices[0].answered == 0
    assert scores.practices[0].questions[0].standing == "to_confirm"


def test_every_answer_state_has_its_standing(library: Library) -> None:
    assessment = make_assessment(
        answers={
            "p01.q1": DontKnowAnswer(revision=1, answered=NOW),
            "p01.q2": NotOurMandateAnswer(holder="nobody", revision=1, answered=NOW),
            "p01.q3": NotApplicableAnswer(note="No such office.", revision=1, answered=NOW),
            "p02.q1": level(0),
        }
    )
    standings = [
        question.standing
        for practice in score_assessment(library, assessment).practices
        for question in practice.questions
    ]
    assert standings == ["dont_know", "not_our_mandate", "not_applicable", "level", "unanswered"]
