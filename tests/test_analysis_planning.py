"""Strengths, priorities, what to find out first, and next steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mini import NOW, level, make_assessment, make_library, make_practice, make_question

from nlc_toolkit.analysis.planning import Plan, plan_from
from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.analysis.scoring import score_assessment
from nlc_toolkit.assessment.models import DontKnowAnswer
from nlc_toolkit.content.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping


def library_of(count: int) -> Library:
    """Return a library of `count` practices with one headline question each."""
    names = [f"p{number:02}" for number in range(1, count + 1)]
    practices = [make_practice(name, "mandates", make_question(f"{name}.q1", headline=True)) for name in names]
    return Library(make_library().checklist, tuple(practices))


def plan_of(levels: Mapping[str, int], targets: Mapping[str, int] | None = None) -> Plan:
    library = library_of(max(int(name[1:]) for name in levels))
    answers = {f"{name}.q1": level(number) for name, number in levels.items()}
    assessment = make_assessment(answers=answers, targets=dict(targets or {}))
    return plan_from(library, score_assessment(library, assessment))


def test_at_most_three_strengths_highest_first_ties_by_id() -> None:
    plan = plan_of({"p01": 3, "p02": 4, "p03": 3, "p04": 3})
    assert plan.strengths == ("p02", "p01", "p03")
    assert plan.priorities == ()


def test_at_most_three_priorities_largest_shortfall_first() -> None:
    plan = plan_of({"p01": 2, "p02": 0, "p03": 1, "p04": 2})
    assert plan.priorities == ("p02", "p03", "p01")


def test_a_target_makes_a_strong_practice_a_priority_and_sets_its_shortfall() -> None:
    plan = plan_of({"p01": 3, "p02": 2, "p03": 3}, {"p01": 4})
    assert plan.strengths == ("p03",)
    assert plan.priorities == ("p01", "p02")


def test_a_weak_practice_stays_a_priority_even_at_its_target() -> None:
    plan = plan_of({"p01": 2, "p02": 2}, {"p01": 2})
    assert plan.priorities == ("p02", "p01")
    assert plan.strengths == ()


def test_no_practice_is_both_a_strength_and_a_priority() -> None:
    plan = plan_of({f"p{number:02}": number % 5 for number in range(1, 9)}, {"p03": 4, "p04": 4})
    assert not set(plan.strengths) & set(plan.priorities)


def test_practices_without_a_score_are_to_be_found_out_first() -> None:
    library = library_of(2)
    assessment = make_assessment(answers={"p01.q1": DontKnowAnswer(revision=1, answered=NOW)})
    assert plan_from(library, score_assessment(library, assessment)).find_out == ("p01", "p02")


def test_next_steps_come_from_the_two_lowest_questions_of_each_priority() -> None:
    practice = make_practice(
        "p01",
        "mandates",
        make_question("p01.q1", headline=True),
        make_question("p01.q2"),
        make_question("p01.q3"),
    )
    library = Library(make_library().checklist, (practice,))
    answers = {"p01.q1": level(2), "p01.q2": level(1), "p01.q3": level(1)}
    steps = plan_from(library, score_assessment(library, make_assessment(answers=answers))).next_steps
    assert [(step.question, step.start, step.end, step.text) for step in steps] == [
        ("p01.q2", 1, 2, "p01.q2 step from 1"),
        ("p01.q3", 1, 2, "p01.q3 step from 1"),
    ]


def test_a_question_at_the_highest_level_has_no_next_step() -> None:
    assert plan_of({"p01": 4}, {"p01": 4}).next_steps == ()


def test_a_result_holds_the_cases_of_its_priorities(library: Library) -> None:
    result = compute_result(library, make_assessment(answers={"p01.q1": level(1), "p01.q2": level(1)}))
    assert result.plan.priorities == ("p01",)
    assert [match.case for match in result.priority_cases] == ["KE-one", "SE-two"]
    assert (result.answered, result.asked, result.complete) == (2, 5, False)
