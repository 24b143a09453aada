"""Where the marks of a chart stand, in the units of its drawing; the words around it are HTML.

The scale has one column for each level, so that five cells of equal width above or below a chart label it.
Drawings are SVG because that is what becomes a figure with a text alternative in a tagged PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.content.vocabulary import HIGHEST_LEVEL, LEVELS

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import PracticeResult

COLUMN = 100
WIDTH = COLUMN * (HIGHEST_LEVEL + 1)


@dataclass(frozen=True)
class Canvas:
    """The size of a drawing and of its marks, in its own units; the width is always that of five columns."""

    height: float
    dot: float


ROW = Canvas(height=64, dot=14)
BANNER = Canvas(height=24, dot=5)


@dataclass(frozen=True)
class Bar:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class PracticeChart:
    """One practice on the scale from 0 to 4.

    Attributes:
        axis: the scale with a tick for each level, as an SVG path.
        band: from the lowest to the highest score still possible.
        reached: from 0 to the level that every question has reached.
        score: where the dot stands.
        target: the corners of the diamond, as SVG points.
    """

    width: float
    height: float
    middle: float
    dot: float
    stroke: float
    thin: float
    axis: str
    band: Bar | None
    reached: Bar | None
    score: float | None
    target: str | None


def place(figure: float, *, mirrored: bool) -> float:
    """Return where a level or score (0-4) stands along the scale; mirrored for scripts written from right to left."""
    x = (figure + 0.5) * COLUMN
    return round(WIDTH - x if mirrored else x, 2)


def practice_chart(result: PracticeResult, canvas: Canvas, *, mirrored: bool) -> PracticeChart:
    """Return the drawing of one practice's figures."""
    middle = canvas.height / 2
    target = None if result.target is None else place(result.target, mirrored=mirrored)
    return PracticeChart(
        width=WIDTH,
        height=canvas.height,
        middle=middle,
        dot=canvas.dot,
        stroke=round(canvas.dot * 0.28, 2),
        thin=round(canvas.dot * 0.12, 2),
        axis=_axis(canvas.height, mirrored=mirrored),
        band=_bar(result.low, result.high, canvas.dot * 2.4, middle, mirrored=mirrored),
        reached=_bar(0, result.reached, canvas.dot * 0.8, middle, mirrored=mirrored),
        score=None if result.score is None else place(result.score, mirrored=mirrored),
        target=None if target is None else _diamond(target, middle, canvas.dot * 1.7),
    )


def _axis(height: float, *, mirrored: bool) -> str:
    places = [place(level, mirrored=mirrored) for level in LEVELS]
    ticks = "".join(f"M{x} 0V{height}" for x in places)
    return f"M{places[0]} {height / 2}H{places[-1]}{ticks}"


def _bar(start: float | None, end: float | None, height: float, middle: float, *, mirrored: bool) -> Bar | None:
    if start is None or end is None or start == end:
        return None
    ends = sorted((place(start, mirrored=mirrored), place(end, mirrored=mirrored)))
    return Bar(x=ends[0], y=round(middle - height / 2, 2), width=round(ends[1] - ends[0], 2), height=round(height, 2))


def _diamond(x: float, y: float, reach: float) -> str:
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return " ".join(f"{round(across, 2)},{round(down, 2)}" for across, down in corners)
