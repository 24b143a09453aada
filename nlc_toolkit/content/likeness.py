"""How alike two texts are: the same or nearly the same wording in two places, and levels that hardly differ.

Pure comparison of words; which places may be alike is decided in `linting.py`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from nlc_toolkit.content.plain_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST_COMPARED = 8
"""Words below which two texts are alike only if they are the same: short texts share words by chance."""
RUN = 3
"""Words in a row that are compared together."""


def alike(texts: Sequence[str], least: float) -> Iterator[tuple[int, int, float]]:
    """Yield every pair of `texts` that says the same or nearly the same: earlier and later position, and share.

    The later text comes with the likest of the earlier ones first.

    Args:
        texts: what is compared.
        least: the share (0 to 1) of runs of three words from which two texts are alike.
    """
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    for later, text in enumerate(texts):
        said = words(text)
        if len(said) < SHORTEST_COMPARED:
            yield from ((earlier, later, 1.0) for earlier in same[said])
            same[said].append(later)
            continue
        runs = set(zip(*(said[start:] for start in range(RUN)), strict=False))
        shared = Counter(earlier for run in runs for earlier in holding[run])
        shares = {earlier: 2 * count / (sizes[earlier] + len(runs)) for earlier, count in shared.items()}
        likest = sorted((-share, earlier) for earlier, share in shares.items() if share >= least)
        yield from ((earlier, later, -share) for share, earlier in likest)
        for run in runs:
            holding[run].append(later)
        sizes[later] = len(runs)


def words_changed(lower: str, upper: str) -> int | None:
    """Return how many words lead from one anchor to the other; None where either is too short to judge."""
    below, above = words(lower), words(upper)
    if min(len(below), len(above)) < SHORTEST_COMPARED:
        return None
    steps = SequenceMatcher(None, below, above, autojunk=False).get_opcodes()
    return sum(max(end - start, stop - begin) for kind, start, end, begin, stop in steps if kind != "equal")
