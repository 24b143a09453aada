"""The files of a panel, read: what each holds, or why it cannot be used.

Which of them form the panel is decided in `analysis/members.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from nlc_toolkit.analysis.members import Member, SetAsideFile


def read_candidates(paths: Sequence[Path]) -> tuple[tuple[Member, ...], tuple[SetAsideFile, ...]]:
    """Return the assessments among `paths`, and the files that are none, each with a sentence.

    A folder stands for its `*.json` files, not for those in folders below it.
    """
    raise NotImplementedError
