"""Where the marks of a panel's charts stand: one shape for each group, on the scale of `charts.py`.

The shapes differ in outline and filling, so that they are told apart without colour; all of them are the same
when mirrored. Words are left to the HTML around the drawings.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.content.vocabulary import LEVELS, Group
from nlc_toolkit.report.charts import COLUMN, WIDTH, Bar, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Kind = Literal[Group, "others", "whole"]
"""Whose mark it is: a group, the groups put together as others, or all respondents."""
Corners = tuple[tuple[float, float], ...]

DARK, WHITE = "#1b2733", "#ffffff"


def _turned(corners: Corners) -> Corners:
    """Return the corners turned by an eighth of a circle."""
    slant = math.sqrt(0.5)
    return tuple(((x - y) * slant, (x + y) * slant) for x, y in corners)


CIRCLE: Corners = ()
SQUARE: Corners = ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88))
DIAMOND: Corners = ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0))
UP: Corners = ((0, -1.15), (1.15, 0.9), (-1.15, 0.9))
DOWN: Corners = ((0, 1.15), (1.15, -0.9), (-1.15, -0.9))
PLUS: Corners = (
    *((-0.4, -1.15), (0.4, -1.15), (0.4, -0.4), (1.15, -0.4), (1.15, 0.4), (0.4, 0.4)),
    *((0.4, 1.15), (-0.4, 1.15), (-0.4, 0.4), (-1.15, 0.4), (-1.15, -0.4), (-0.4, -0.4)),
)
HOURGLASS: Corners = ((-1.05, -1.05), (1.05, -1.05), (-1.05, 1.05), (1.05, 1.05))
BAR: Corners = ((-0.45, -0.85), (0.45, -0.85), (0.45, 0.85), (-0.45, 0.85))


@dataclass(frozen=True)
class Shape:
    """The outline of a mark in units of its radius (no corners: a circle) and the colour it is filled with."""

    corners: Corners
    fill: str


SHAPES: Mapping[Kind, Shape] = {
    "national_government": Shape(CIRCLE, "#14506b"),
    "regional_government": Shape(DOWN, "#8a97a2"),
    "local_government": Shape(SQUARE, "#f0a830"),
    "security_services": Shape(PLUS, DARK),
    "civil_society": Shape(DIAMOND, WHITE),
    "private_sector": Shape(UP, "#4fa08c"),
    "other": Shape(_turned(PLUS), "#b58ac0"),
    "others": Shape(HOURGLASS, WHITE),
    "whole": Shape(BAR, DARK),
}
KINDS: tuple[Kind, ...] = tuple(SHAPES)


@dataclass(frozen=True)
class Mark:
    """One mark: its outline as an SVG path, and what it is filled with; the edge is always dark."""

    path: str
    fill: str


@dataclass(frozen=True)
class Drawing:
    """One row of a chart.

    Attributes:
        height: in the units of the drawing, whose width is that of five columns.
        size: the height on paper, in millimetres.
        stroke, thin: widths of lines.
        axis: the lines of the scale, as an SVG path.
        band: from the lowest to the highest mark; None where there is no gap to show.
    """

    width: float
    height: float
    size: float
    stroke: float
    thin: float
    axis: str
    band: Bar | None
    marks: tuple[Mark, ...]


PICTURE_WIDTH = 76.0  # millimetres, as in the style sheet
PICTURE_RADII = (9.0, 8.0, 7.0, 6.0, 5.0, 4.5)
PICTURE_MOST = 1220.0  # units: what a page holds beside heading and legend
PICTURE_ROW = 46.0  # units: two lines of a title
LEVELS_WIDTH = 42.0
LEVELS_HEIGHT = 52.0
LEVELS_RADII = (11.0, 9.0, 7.0, 5.5, 4.0, 3.0, 2.0)
EDGE = 0.22  # width of a mark's edge, in radii
PITCH = 2.6  # from the middle of a mark to that of the next, in radii
SWATCH = 12.0


def swatch(kind: Kind) -> Drawing:
    """Return the shape alone, for a legend or a row's head."""
    middle = SWATCH / 2
    return Drawing(SWATCH, SWATCH, 0, 0.9, 0, "", None, (_mark(kind, middle, middle, SWATCH * 0.36),))


def picture(rows: Sequence[Mapping[Kind, float]], *, gaps: Sequence[bool], mirrored: bool) -> tuple[Drawing, ...]:
    """Return the drawings of several practices, with marks as large as one page allows.

    Args:
        rows: for each practice the figures (0-4) of those who have one.
        gaps: for each practice whether the band between its lowest and highest mark is drawn.
        mirrored: for scripts written from right to left.
    """
    for radius in PICTURE_RADII:
        drawings = tuple(
            _picture_row(row, radius, gap=gap, mirrored=mirrored) for row, gap in zip(rows, gaps, strict=True)
        )
        if sum(drawing.height for drawing in drawings) <= PICTURE_MOST:
            break
    return drawings


def level_rows(rows: Sequence[tuple[Kind, Sequence[int]]], *, mirrored: bool) -> tuple[Drawing, ...]:
    """Return one drawing for each row of (whose, how often each level was given), all with marks of one size."""
    most = max((count for _, counts in rows for count in counts), default=0)
    radius = next((radius for radius in LEVELS_RADII if _fitting(radius) >= most), LEVELS_RADII[-1])
    return tuple(_level_row(kind, counts, radius, mirrored=mirrored) for kind, counts in rows)


def _picture_row(figures: Mapping[Kind, float], radius: float, *, gap: bool, mirrored: bool) -> Drawing:
    placed = [(place(figure, mirrored=mirrored), kind) for kind, figure in figures.items()]
    placed.sort(key=lambda mark: (mark[0], KINDS.index(mark[1])))
    stacks = tuple(_stacks(placed, radius * PITCH))
    lanes = max((lane for stack in stacks for _, _, lane in stack), default=0) + 1
    height = round(max(PICTURE_ROW, (lanes + 0.6) * radius * PITCH), 2)
    marks = []
    for stack in stacks:
        top = height / 2 - max(lane for _, _, lane in stack) * radius * PITCH / 2
        marks += [_mark(kind, x, top + lane * radius * PITCH, radius) for x, kind, lane in stack]
    ends = [x for x, _ in placed]
    band = None
    if gap and len(ends) > 1 and ends[0] != ends[-1]:
        band = Bar(ends[0], round(height / 2 - radius, 2), round(ends[-1] - ends[0], 2), radius * 2)
    places = [place(level, mirrored=mirrored) for level in LEVELS]
    axis = f"M{min(places)} {height / 2}H{max(places)}" + "".join(f"M{x} 0V{height}" for x in places)
    return replace(_row(height, PICTURE_WIDTH, radius, axis, marks), band=band)


def _stacks(placed: Iterable[tuple[float, Kind]], distance: float) -> Iterable[list[tuple[float, Kind, int]]]:
    """Yield the marks that would cover each other together, each with a lane in which it is free."""
    stack: list[tuple[float, Kind, int]] = []
    for x, kind in placed:
        if stack and x - stack[-1][0] >= distance:
            yield stack
            stack = []
        taken = {lane for other, _, lane in stack if x - other < distance}
        stack.append((x, kind, min(set(range(len(stack) + 1)) - taken)))
    if stack:
        yield stack


def _level_row(kind: Kind, counts: Sequence[int], radius: float, *, mirrored: bool) -> Drawing:
    edges = [COLUMN * number for number in range(1, len(LEVELS))]
    axis = "".join(f"M{x} 0V{LEVELS_HEIGHT}" for x in edges)
    marks = [
        _mark(kind, x, y, radius)
        for level, count in zip(LEVELS, counts, strict=True)
        for x, y in _block(place(level, mirrored=mirrored), count, radius)
    ]
    return _row(LEVELS_HEIGHT, LEVELS_WIDTH, radius, axis, marks)


def _per_line(radius: float) -> int:
    return int(COLUMN * 0.94 / (radius * PITCH))


def _fitting(radius: float) -> int:
    """How many marks one cell holds."""
    return _per_line(radius) * int(LEVELS_HEIGHT * 0.98 / (radius * PITCH))


def _block(middle: float, count: int, radius: float) -> Iterable[tuple[float, float]]:
    """Yield the places of `count` marks in lines of nearly equal length around the middle of a cell."""
    lines = -(-count // _per_line(radius))
    for line in range(lines):
        length = count // lines + (line < count % lines)
        y = LEVELS_HEIGHT / 2 + (line - (lines - 1) / 2) * radius * PITCH
        yield from ((middle + (place_ - (length - 1) / 2) * radius * PITCH, y) for place_ in range(length))


def _row(height: float, width: float, radius: float, axis: str, marks: Iterable[Mark]) -> Drawing:
    """Return a drawing without a band; `width` is that on paper, in millimetres."""
    size, stroke = round(height / WIDTH * width, 2), round(radius * EDGE, 2)
    return Drawing(WIDTH, height, size, stroke=stroke, thin=1.6, axis=axis, band=None, marks=tuple(marks))


def _mark(kind: Kind, x: float, y: float, radius: float) -> Mark:
    shape = SHAPES[kind]
    if not shape.corners:
        return Mark(
            f"M{_short(x - radius)} {_short(y)}" + "".join(_arc(radius, way) for way in (2, -2)) + "z", shape.fill
        )
    points = (f"{_short(x + across * radius)} {_short(y + down * radius)}" for across, down in shape.corners)
    return Mark(f"M{'L'.join(points)}z", shape.fill)


def _arc(radius: float, way: int) -> str:
    return f"a{_short(radius)} {_short(radius)} 0 1 0 {_short(radius * way)} 0"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
