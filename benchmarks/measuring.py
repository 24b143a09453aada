"""Timing two things in turn, A B A B …, so that a machine whose speed drifts still gives a fair ratio."""

from __future__ import annotations

import statistics
import subprocess
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Figure:
    """One measured ratio.

    Attributes:
        name: what was measured against what.
        reach: the ratio that should not be exceeded; None where nothing is promised.
        ratio: median of the pairwise ratios; `lowest` and `highest` are the extremes.
        seconds: median of what was measured; gives an idea only.
    """

    name: str
    reach: float | None
    ratio: float
    lowest: float
    highest: float
    seconds: float

    def by_page(self, ours: int, theirs: int) -> Figure:
        """Return the figure for one page of each, where `ours` and `theirs` have that many pages."""
        share = theirs / ours
        return replace(self, ratio=share * self.ratio, lowest=share * self.lowest, highest=share * self.highest)

    def line(self) -> str:
        """Return the figure as one line of a table."""
        verdict, reach = "", "-"
        if self.reach is not None:
            verdict, reach = "reached" if self.ratio <= self.reach else "MISSED", f"{self.reach:.2f}"
        spread = f"{self.lowest:.2f}-{self.highest:.2f}"
        return f"{self.name:<48} {self.ratio:5.2f}  {spread:>11}  {reach:>5}  {self.seconds:8.3f} s  {verdict}"


HEADER = f"{'measured against its reference':<48} {'ratio':>5}  {'spread':>11}  {'reach':>5}  {'seconds':>10}"


def compare(
    name: str, reach: float | None, ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> Figure:
    """Return the ratio of `ours` to `theirs`, measured in turn after one warm-up of each."""
    ours()
    theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    ratios = sorted(mine / other for mine, other in pairs)
    return Figure(
        name,
        reach,
        statistics.median(ratios),
        ratios[0],
        ratios[-1],
        statistics.median(mine for mine, _ in pairs),
    )


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes, in seconds of wall time."""
    start = perf_counter()
    work()
    return perf_counter() - start


def process(command: Sequence[str], *, typed: str = "") -> Callable[[], object]:
    """Return a function that runs `command` to its end, with `typed` as its input; a failure is an error."""

    def run() -> object:
        return subprocess.run(command, input=typed, text=True, capture_output=True, check=True)

    return run
