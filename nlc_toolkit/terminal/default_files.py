"""Files beside the default name of a new assessment: those of other days, and the first name that is free.

Whether one of them is gone on with is asked in `opening.py`.
"""

from __future__ import annotations

import glob
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def earlier_files(fresh: Path, day: str) -> list[Path]:
    """Return the files that are named as `fresh` is, of any day, newest first."""
    before, found, after = fresh.name.rpartition(day)
    if not found:
        return [fresh] if fresh.exists() else []
    pattern = f"{glob.escape(before)}[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*{glob.escape(after)}"
    return sorted(fresh.parent.glob(pattern), reverse=True)


def unused(path: Path) -> Path:
    """Return `path`, or the first of `…-2`, `…-3` and so on where nothing exists."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_stem(f"{path.stem}-{number}")
    return candidate
