"""What a handful of levels says: their middle, how far they lie apart, and whether that is worth a discussion.

Knows levels and groups only; whose levels they are and which of them count is the business of `panel.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal, Self

from nlc_toolkit.content.vocabulary import HIGHEST_LEVEL, LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nlc_toolkit.content.vocabulary import Group

LEAST_LEVELS = 2
LEAST_FOR_CONSENSUS = 3
LEAST_CONSENSUS = 0.60
HIGH_CONSENSUS = 0.75
NEAR = 1
LEAST_SHARE_NEAR = 0.75
FAR = 2
GAP_OF_GROUPS = 1
GAP_OF_SINGLES = 2

Outcome = Literal["too_few", "discuss", "outlier", "agreed"]
Agreement = Literal["high", "mixed", "low"]
Reason = Literal["consensus", "spread", "gap"]
"""Why a question is to be discussed: low consensus, few levels near the median, groups that lie apart."""


@dataclass(frozen=True)
class LevelFigures:
    """The levels that several respondents gave to one question; always at least one.

    Attributes:
        levels: 0-4 each, lowest first; so that their order tells nothing about who gave which.
        median: the middle level; of an even number the mean of the middle two.
        range: highest minus lowest level.
    """

    levels: tuple[int, ...]
    median: float
    range: int

    @classmethod
    def of(cls, levels: Iterable[int]) -> Self | None:
        """Return the figures of these levels, in any order; None if there are none."""
        given = tuple(sorted(levels))
        return cls(given, float(median(given)), given[-1] - given[0]) if given else None

    @property
    def count(self) -> int:
        """How many levels were given."""
        return len(self.levels)

    @property
    def per_level(self) -> tuple[int, ...]:
        """How often each level from 0 to 4 was given; five numbers."""
        return tuple(self.levels.count(level) for level in LEVELS)


def consensus_of(levels: Sequence[int]) -> float | None:
    """Return the consensus after Tastle and Wierman, 0-1: 1 when unanimous, 0 when split between the extremes.

    None below three levels.
    """
    if len(levels) < LEAST_FOR_CONSENSUS:
        return None
    mean = sum(levels) / len(levels)
    shares = [(level, levels.count(level) / len(levels)) for level in sorted(set(levels))]
    return 1 + sum(share * math.log2(1 - abs(level - mean) / HIGHEST_LEVEL) for level, share in shares)


def agreement_of(consensus: float | None) -> Agreement | None:
    """Return the word for a consensus (0-1); None where there is none."""
    if consensus is None:
        return None
    if consensus >= HIGH_CONSENSUS:
        return "high"
    return "mixed" if consensus >= LEAST_CONSENSUS else "low"


def gap_of(groups: Mapping[Group, LevelFigures]) -> float | None:
    """Return the largest minus the smallest median of the groups (0-4); None with fewer than two groups."""
    medians = [figures.median for figures in groups.values()]
    return max(medians) - min(medians) if len(medians) > 1 else None


def gap_to_discuss(groups: Mapping[Group, LevelFigures]) -> int:
    """Return the gap from which a question is to be discussed: single respondents must lie further apart."""
    every_group_has_several = all(figures.count >= LEAST_LEVELS for figures in groups.values())
    return GAP_OF_GROUPS if every_group_has_several else GAP_OF_SINGLES


def reasons_in(levels: LevelFigures) -> tuple[Reason, ...]:
    """Return why these levels are to be discussed, whoever gave them."""
    reasons: list[Reason] = []
    consensus = consensus_of(levels.levels)
    if consensus is not None and consensus < LEAST_CONSENSUS:
        reasons.append("consensus")
    if sum(abs(level - levels.median) <= NEAR for level in levels.levels) < LEAST_SHARE_NEAR * levels.count:
        reasons.append("spread")
    return tuple(reasons)


def outcome_of(levels: LevelFigures | None, reasons: Sequence[Reason]) -> Outcome:
    """Return the outcome of a question from its levels and the reasons to discuss it."""
    if levels is None or levels.count < LEAST_LEVELS:
        return "too_few"
    if reasons:
        return "discuss"
    apart = any(abs(level - levels.median) >= FAR for level in levels.levels)
    return "outlier" if apart else "agreed"
