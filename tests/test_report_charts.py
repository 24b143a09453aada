"""Marks stand where the figures say, in both writing directions, and a figure that is not there draws nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlc_toolkit.analysis.scoring import PracticeResult
from nlc_toolkit.report.charts import ROW, WIDTH, place, practice_chart


def make_result(**figures: float | None) -> PracticeResult:
    nothing = {"score": None, "low": None, "high": None, "reached": None, "target": None}
    fixed = {"applicable": 3, "answered": 2, "scope": 1.0, "coverage": 0.7, "unknown": 1, "evidenced": None}
    return PracticeResult(id="p01", questions=(), **(nothing | fixed | figures))  # type: ignore[arg-type]


def test_each_level_stands_in_the_middle_of_its_column() -> None:
    assert [place(level, mirrored=False) for level in range(5)] == [50, 150, 250, 350, 450]
    assert [place(level, mirrored=True) for level in range(5)] == [450, 350, 250, 150, 50]


@given(st.floats(0, 4))
def test_mirroring_is_exact(figure: float) -> None:
    assert place(figure, mirrored=False) + place(figure, mirrored=True) == pytest.approx(WIDTH, abs=0.02)


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_band_reaches_from_the_lowest_to_the_highest_score(mirrored: bool) -> None:  # noqa: FBT001
    chart = practice_chart(make_result(score=2.0, low=1.0, high=3.0, reached=1, target=4), ROW, mirrored=mirrored)
    assert chart.band is not None
    assert (chart.band.x, chart.band.x + chart.band.width) == (150, 350)
    assert chart.reached is not None
    assert chart.reached.x == (350 if mirrored else 50)
    assert chart.reached.width == 100
    assert chart.score == 250
    assert chart.target is not None
    assert chart.target.startswith("50.0," if mirrored else "450.0,")


def test_a_practice_without_figures_draws_only_the_scale() -> None:
    chart = practice_chart(make_result(), ROW, mirrored=False)
    assert (chart.band, chart.reached, chart.score, chart.target) == (None, None, None, None)


def test_a_score_of_zero_is_drawn_and_is_not_taken_for_none() -> None:
    chart = practice_chart(make_result(score=0.0, low=0.0, high=0.0, reached=0), ROW, mirrored=False)
    assert chart.score == 50
    assert chart.band is None


@pytest.mark.parametrize("mirrored", [False, True])
def test_nothing_leaves_the_drawing(mirrored: bool) -> None:  # noqa: FBT001
    chart = practice_chart(make_result(score=4.0, low=0.0, high=4.0, reached=4, target=4), ROW, mirrored=mirrored)
    corners = [float(number) for pair in (chart.target or "").split() for number in pair.split(",")]
    assert min(corners) >= 0
    assert max(corners[::2]) <= WIDTH
    assert max(corners[1::2]) <= ROW.height
