"""How far a handful of levels agrees: the patterns that the rules were tried on, then what holds for any levels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlc_toolkit.analysis.agreement import (
    LevelFigures,
    agreement_of,
    consensus_of,
    gap_of,
    gap_to_discuss,
    outcome_of,
    reasons_in,
)

levels = st.lists(st.integers(0, 4), min_size=1, max_size=12)


def figures(*numbers: int) -> LevelFigures:
    found = LevelFigures.of(numbers)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("given_levels", "median", "width", "consensus", "outcome", "word"),
    [
        ((2, 2, 3, 3), 2.5, 1, 0.81, "agreed", "high"),
        ((1, 2, 2, 3), 2, 2, 0.79, "agreed", "high"),
        ((2, 2, 2, 4), 2, 2, 0.69, "outlier", "mixed"),
        ((1, 1, 3, 3), 2, 2, 0.58, "discuss", "low"),
        ((0, 1, 2, 3, 4), 2, 4, 0.43, "discuss", "low"),
        ((0, 0, 0, 4), 0, 4, 0.19, "discuss", "low"),
        ((0, 0, 4, 4), 2, 4, 0.00, "discuss", "low"),
    ],
)
def test_the_patterns_that_the_rules_were_tried_on(  # noqa: PLR0913, PLR0917 - one column of the table each
    given_levels: tuple[int, ...], median: float, width: int, consensus: float, outcome: str, word: str
) -> None:
    found = figures(*given_levels)
    exact = consensus_of(found.levels)
    assert exact is not None
    assert (found.median, found.range, round(exact, 2)) == (median, width, consensus)
    assert outcome_of(found, reasons_in(found)) == outcome
    assert agreement_of(exact) == word


def test_two_camps_that_lie_near_their_middle_are_found_by_consensus_alone() -> None:
    assert reasons_in(figures(1, 1, 3, 3)) == ("consensus",)


def test_few_levels_near_the_median_are_a_reason_of_their_own() -> None:
    assert reasons_in(figures(1, 3)) == ()
    assert reasons_in(figures(1, 4)) == ("spread",)
    assert reasons_in(figures(0, 2, 2, 2)) == ()
    assert reasons_in(figures(0, 2, 2)) == ("spread",)


def test_a_single_level_is_too_few_and_two_may_agree() -> None:
    assert outcome_of(None, ()) == "too_few"
    assert outcome_of(figures(4), ()) == "too_few"
    assert outcome_of(figures(4, 4), ()) == "agreed"


def test_one_level_two_steps_from_the_median_is_an_outlier() -> None:
    assert outcome_of(figures(1, 3, 3, 3), ()) == "outlier"
    assert outcome_of(figures(2, 3, 3, 3), ()) == "agreed"


def test_a_gap_needs_two_groups_and_single_respondents_must_lie_further_apart() -> None:
    assert gap_of({}) is None
    assert gap_of({"civil_society": figures(1, 2)}) is None
    assert gap_of({"civil_society": figures(1, 2), "local_government": figures(3)}) == 1.5
    assert gap_to_discuss({"civil_society": figures(1, 2)}) == 1
    assert gap_to_discuss({"civil_society": figures(1, 2), "local_government": figures(3)}) == 2
    assert gap_to_discuss({"civil_society": figures(1, 2), "local_government": figures(3, 3)}) == 1


def test_the_counts_per_level_are_five() -> None:
    assert figures(4, 0, 4).per_level == (1, 0, 0, 0, 2)
    assert figures(4, 0, 4).levels == (0, 4, 4)


@given(levels)
def test_consensus_lies_between_0_and_1_and_is_1_exactly_when_all_agree(numbers: list[int]) -> None:
    consensus = consensus_of(numbers)
    assert (consensus is None) is (len(numbers) < 3)
    if consensus is not None:
        assert 0 <= consensus <= 1
        assert (consensus == 1) is (len(set(numbers)) == 1)


@given(levels.flatmap(lambda numbers: st.tuples(st.just(numbers), st.permutations(numbers))))
def test_the_order_of_levels_never_matters(pair: tuple[list[int], list[int]]) -> None:
    assert LevelFigures.of(pair[0]) == LevelFigures.of(pair[1])
    assert consensus_of(pair[0]) == consensus_of(pair[1])


@given(st.lists(st.integers(0, 4), min_size=3, max_size=12), st.integers(2, 5))
def test_the_same_levels_several_times_over_agree_as_much(numbers: list[int], times: int) -> None:
    assert consensus_of(numbers * times) == consensus_of(numbers)
    assert figures(*numbers * times).median == figures(*numbers).median
    assert reasons_in(figures(*numbers * times)) == reasons_in(figures(*numbers))


@given(levels)
def test_turning_the_scale_round_turns_the_median_and_leaves_the_consensus(numbers: list[int]) -> None:
    turned = [4 - number for number in numbers]
    assert figures(*turned).median == 4 - figures(*numbers).median
    assert consensus_of(turned) == pytest.approx(consensus_of(numbers))
