"""Each group has a shape of its own, marks never cover each other, and everything is mirrored exactly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlc_toolkit.content.vocabulary import GROUPS
from nlc_toolkit.report.charts import COLUMN, WIDTH
from nlc_toolkit.report.panel_charts import (
    KINDS,
    LEVELS_HEIGHT,
    PICTURE_MOST,
    SHAPES,
    level_rows,
    picture,
    swatch,
)

if TYPE_CHECKING:
    from nlc_toolkit.report.panel_charts import Drawing, Kind

NUMBER = r"-?\d+(?:\.\d+)?"
POINT = re.compile(rf"[ML]({NUMBER}) ({NUMBER})")
ARC = re.compile(rf"a({NUMBER}) ")


def box(path: str) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of a mark's outline."""
    if arc := ARC.search(path):
        point = POINT.match(path)
        assert point is not None
        x, y, radius = float(point[1]), float(point[2]), float(arc[1])
        return x, y - radius, x + 2 * radius, y + radius
    points = [(float(x), float(y)) for x, y in POINT.findall(path)]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    return [box(mark.path) for mark in drawing.marks]


def middles(drawing: Drawing) -> list[float]:
    return [round((left + right) / 2, 1) for left, _, right, _ in boxes(drawing)]


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart


def test_every_group_has_an_outline_that_no_other_has() -> None:
    assert set(KINDS) == {*GROUPS, "others", "whole"}
    assert len({shape.corners for shape in SHAPES.values()}) == len(SHAPES)
    assert {drawing.marks[0].path for drawing in map(swatch, KINDS)} == {swatch(kind).marks[0].path for kind in KINDS}
    assert len({swatch(kind).marks[0].path for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_shapes_are_the_same_when_mirrored(kind: Kind) -> None:
    corners = {(round(x, 6), round(y, 6)) for x, y in SHAPES[kind].corners}
    assert {(-x + 0.0, y) for x, y in corners} == {(x + 0.0, y) for x, y in corners}


def test_marks_stand_where_the_figures_say() -> None:
    row: dict[Kind, float] = {"national_government": 3.0, "local_government": 1.0}
    for mirrored, places in ((False, [150, 350]), (True, [150, 350])):
        (drawing,) = picture([row], gaps=[True], mirrored=mirrored)
        assert middles(drawing) == places
        assert drawing.band is not None
        assert (drawing.band.x, drawing.band.width) == (150, 200)
    first = picture([row], gaps=[True], mirrored=True)[0].marks[0]
    assert first.fill == SHAPES["national_government"].fill


def test_no_band_is_drawn_where_there_is_no_gap_or_it_is_kept_back() -> None:
    row: dict[Kind, float] = {"national_government": 3.0, "local_government": 1.0}
    same: dict[Kind, float] = {"national_government": 2.0, "local_government": 2.0}
    drawings = picture([row, same, {}], gaps=[False, True, False], mirrored=False)
    assert [drawing.band for drawing in drawings] == [None, None, None]
    assert drawings[2].marks == ()


figures = st.floats(0, 4).map(lambda figure: round(figure, 2))
rows = st.dictionaries(st.sampled_from(GROUPS), figures)


@given(st.lists(rows, min_size=1, max_size=13), st.booleans())
def test_marks_of_a_practice_never_cover_each_other_and_stay_in_the_drawing(
    panel: list[dict[Kind, float]],
    mirrored: bool,  # noqa: FBT001
) -> None:
    for row, drawing in zip(panel, picture(panel, gaps=[True] * len(panel), mirrored=mirrored), strict=True):
        found = boxes(drawing)
        assert len(found) == len(row)
        assert not any(overlap(one, other) for number, one in enumerate(found) for other in found[:number])
        assert all(
            left >= 0 and top >= 0 and right <= WIDTH and bottom <= drawing.height for left, top, right, bottom in found
        )


def test_thirteen_practices_fit_on_the_page_even_where_seven_groups_say_the_same() -> None:
    panel: list[dict[Kind, float]] = [dict.fromkeys(GROUPS, 2.0)] * 13
    drawings = picture(panel, gaps=[True] * 13, mirrored=False)
    assert sum(drawing.height for drawing in drawings) <= PICTURE_MOST
    assert [len(drawing.marks) for drawing in drawings] == [7] * 13


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5), st.booleans())
def test_every_level_given_is_one_dot_in_its_own_cell(counts: list[int], mirrored: bool) -> None:  # noqa: FBT001
    (drawing,) = level_rows([("local_government", counts)], mirrored=mirrored)
    cells = [int(middle // COLUMN) for middle in middles(drawing)]
    assert [cells.count(4 - level if mirrored else level) for level in range(5)] == counts
    found = boxes(drawing)
    assert all(
        left // COLUMN == (right - 0.01) // COLUMN and top >= 0 and bottom <= LEVELS_HEIGHT
        for left, top, right, bottom in found
    )
    assert not any(overlap(one, other) for number, one in enumerate(found) for other in found[:number])
