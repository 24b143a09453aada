"""Assessment files on disk: where they lie, how they are opened by one process at a time, and how they are saved.

What a file may hold is checked by `reading.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path
    from random import Random
    from types import TracebackType

    from nlc_toolkit.assessment.models import Assessment, City, Mode
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.vocabulary import Group


def read_assessment(path: Path) -> Assessment:
    """Return the assessment in the file at `path`; takes no lock and changes nothing.

    Raises:
        ProblemsError: the file is missing, damaged, foreign or newer, or holds what it must not; every problem.
    """
    raise NotImplementedError(path)


def default_path(folder: Path, city: str, group: str, day: date) -> Path:
    """Return `<city>-<group>-<date>.json` in `folder`, the city made safe for every file system."""
    raise NotImplementedError(folder, city, group, day)


def new_assessment(  # noqa: PLR0913 - one parameter per fact that a new file holds
    *, city: City, group: Group, mode: Mode, now: datetime, library: Library, toolkit: str, random: Random
) -> Assessment:
    """Return an empty own-round assessment with a fresh id and code, drawn from `random` (such as `SystemRandom()`)."""
    raise NotImplementedError(city, group, mode, now, library, toolkit, random)


class AssessmentFile:
    """An assessment file that is open for change; while it is, no other process can open it so.

    Attributes:
        path: the file, as it was named.
        assessment: what the file holds, on disk, at this moment.
    """

    path: Path
    assessment: Assessment

    @classmethod
    def create(cls, path: Path, assessment: Assessment) -> Self:
        """Write `assessment` to a new file at `path` and open it.

        Raises:
            ToolkitError: something exists at `path`, or the folder is missing, read-only or full.
        """
        raise NotImplementedError(path, assessment)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file at `path` for change.

        Raises:
            ProblemsError: the file cannot be read as an assessment.
            ToolkitError: the file is open elsewhere, or is write-protected.
        """
        raise NotImplementedError(path)

    def save(self, assessment: Assessment) -> None:
        """Put `assessment` in the file's place; it is on disk when this returns, the state before it in `FILE.bak`.

        Raises:
            ToolkitError: the disk is full or the file cannot be replaced; the file is as it was.
        """
        raise NotImplementedError(assessment)

    def close(self) -> None:
        """Give the file free for others; closing twice does nothing."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
