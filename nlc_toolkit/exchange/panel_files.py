"""The files of a panel, read: what each holds, or why it cannot be used.

Which of them form the panel is decided in `analysis/members.py`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.analysis.members import Member, Sentence, SetAsideFile
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.errors import Problem, ProblemsError, ToolkitError, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

SUFFIX = ".json"

REFUSED = mark("{file} cannot be used: {problem}")
REFUSED_FOR_MORE = mark(
    "{file} cannot be used: {problem} This is the first of {count} problems; `nlc validate` lists all."
)
MISSING = mark("{file}: there is no such file or folder. Check the name.")
NOTHING_IN_FOLDER = mark("{file}: this folder holds no assessment. Folders inside it are not searched.")
CLOSED_FOLDER = mark("{file}: this folder cannot be read ({reason}).")


@dataclass(frozen=True)
class Refusal(Sentence):
    """Why a file holds no assessment that can be used; the first of its problems stands in the sentence."""

    problems: tuple[Problem, ...] = ()

    def sentence(self, translate: Callable[..., str]) -> str:
        """Return the sentence with its problem in the language of `translate` (a `Translator`)."""
        first = self.problems[0]
        words = translate(first.message, **first.fields)
        return translate(self.message, **self.fields, problem=f"{first.field}: {words}" if first.field else words)


def read_candidates(paths: Sequence[Path]) -> tuple[tuple[Member, ...], tuple[SetAsideFile, ...]]:
    """Return the assessments among `paths`, and the files that are none, each with a sentence.

    A folder stands for its `*.json` files, not for those in folders below it. A file that is named twice is read once.
    """
    members: list[Member] = []
    set_aside: list[SetAsideFile] = []
    files: dict[str, Path] = {}
    for path in paths:
        for found in _found_at(path):
            if isinstance(found, SetAsideFile):
                set_aside.append(found)
            else:
                files.setdefault(os.path.abspath(found), found)  # noqa: PTH100 - what a link leads to is a file of its own
    for file in files.values():
        read = _read(file)
        if isinstance(read, Member):
            members.append(read)
        else:
            set_aside.append(read)
    return tuple(members), tuple(set_aside)


def _found_at(path: Path) -> Iterator[Path | SetAsideFile]:
    """Yield the files that `path` stands for, or why there are none."""
    if not os.path.lexists(path):
        yield _without_file(path, MISSING)
        return
    if not path.is_dir():
        yield path
        return
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 - names sort the same on every system, paths do not
    except OSError as error:
        yield _without_file(path, CLOSED_FOLDER, reason=error.strerror or str(error))
        return
    files = [path / name for name in names if name.lower().endswith(SUFFIX) and not name.startswith(".")]
    if not files:
        yield _without_file(path, NOTHING_IN_FOLDER)
    yield from files


def _read(file: Path) -> Member | SetAsideFile:
    try:
        return Member(str(file), read_assessment(file))
    except ProblemsError as error:
        problems = error.problems
    except ToolkitError as error:
        problems = (Problem(file, "", error.message, error.fields),)
    message = REFUSED if len(problems) == 1 else REFUSED_FOR_MORE
    return SetAsideFile(
        str(file), "unreadable", Refusal(message, {"file": file, "count": len(problems)}, problems=problems)
    )


def _without_file(path: Path, message: str, **fields: object) -> SetAsideFile:
    return SetAsideFile(str(path), "unreadable", Sentence(message, {"file": path, **fields}))
