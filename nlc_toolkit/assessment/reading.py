"""From the bytes of an assessment file to the assessment: what is refused, and every problem of the file at once.

Finding and opening the file is left to `store.py`, the words for one field to `problems.py`.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, NoReturn

from pydantic import ValidationError

from nlc_toolkit.assessment.models import FORMAT, Assessment
from nlc_toolkit.assessment.problems import below, field_problems
from nlc_toolkit.errors import Problem, ProblemsError, mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 5_000_000
MOST_DEPTH = 50
MOST_DIGITS = 300
FORMAT_FAMILY = FORMAT.partition("/")[0] + "/"

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.?)*+"?|[\[\]{}]', re.DOTALL)
STEP = {"[": 1, "{": 1, "]": -1, "}": -1}
HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class DamagedFileError(ProblemsError):
    """The file was an assessment once and is cut off, emptied or overwritten now."""


def parse_assessment(data: bytes, file: Path) -> Assessment:
    """Return the assessment that `data` holds; `file` is only named in problems.

    A byte-order mark at the start is passed over, because some editors on Windows add one unasked.

    Raises:
        DamagedFileError: the bytes are what is left of an assessment.
        ProblemsError: every other problem, each with its path in the file.
    """
    if len(data) > MOST_BYTES:
        refuse(
            file,
            mark("The file is larger than {most} MB, so it is not an assessment. Name another file."),
            most=MOST_BYTES // 1_000_000,
        )
    text = _decoded(data.removeprefix(BYTE_ORDER_MARK), file)
    _refuse_depth(text, file)
    tree = _loaded(text, file)
    _refuse_foreign(tree, file)
    problems = [Problem(file, path, message) for path, message in _tree_problems(tree, "")]
    if next(iter(tree)) != "format":
        problems.append(Problem(file, "format", mark("must be the first entry of the file")))
    if any(problem.message == BROKEN_TEXT for problem in problems):
        raise ProblemsError(problems)
    try:
        assessment = Assessment.model_validate_json(text)
    except ValidationError as error:
        raise ProblemsError([*problems, *field_problems(error, file)]) from None
    problems += _between_fields(assessment, file)
    if problems:
        raise ProblemsError(problems)
    return assessment


def to_json(assessment: Assessment) -> str:
    """Return the text of the assessment's file: `format` first, nothing that is not stated, a newline at the end."""
    return assessment.model_dump_json(indent=2, exclude_none=True) + "\n"


def refuse(file: Path, message: str, **fields: object) -> NoReturn:
    """Raise a `ProblemsError` with one sentence about the whole file."""
    raise ProblemsError([Problem(file, "", message, fields)])


BROKEN_TEXT = mark("holds half of a character, which no text can hold; type it again")
DAMAGED = mark("The file is damaged: it breaks off or was overwritten in line {line}. Go on with an older copy of it.")
EMPTY = mark("The file is empty. Go on with an older copy of it, or delete it and start again with `nlc assess`.")
FOREIGN = mark("This is not an assessment of this toolkit. Name a file that `nlc assess` wrote.")


def _decoded(data: bytes, file: Path) -> str:
    if not data.strip(b"\x00 \t\r\n"):
        raise DamagedFileError([Problem(file, "", EMPTY)])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if _was_an_assessment(data.decode(errors="replace")):
            line = data.count(b"\n", 0, error.start) + 1
            raise DamagedFileError([Problem(file, "", DAMAGED, {"line": line})]) from None
        refuse(file, mark("The file is not text in UTF-8. If another program saved it, save it there as UTF-8."))


def _was_an_assessment(text: str) -> bool:
    return text.lstrip().startswith("{") and FORMAT_FAMILY in text[:200]


def _refuse_depth(text: str, file: Path) -> None:
    depth = 0
    for found in STRING_OR_BRACKET.finditer(text):
        depth += STEP.get(found[0], 0)
        if depth > MOST_DEPTH:
            refuse(file, mark("The file is nested too deeply, so it is not an assessment. Name another file."))


class _Object(dict[str, Any]):
    """A JSON object that remembers which of its names stood twice."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        found.twice = tuple(name for name in found if names.count(name) > 1)
    return found


def _integer(digits: str) -> float:
    return int(digits) if len(digits) <= MOST_DIGITS else math.inf


def _loaded(text: str, file: Path) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except json.JSONDecodeError as error:
        if _was_an_assessment(text):
            raise DamagedFileError([Problem(file, "", DAMAGED, {"line": error.lineno})]) from None
        refuse(file, mark("This is not JSON, so it is not an assessment. Name a file that `nlc assess` wrote."))


def _refuse_foreign(tree: Any, file: Path) -> None:
    written = tree.get("format") if isinstance(tree, dict) else None
    if written == FORMAT:
        return
    if not isinstance(written, str) or not written.startswith(FORMAT_FAMILY):
        refuse(file, FOREIGN)
    version = written.removeprefix(FORMAT_FAMILY)
    if version.isdecimal() and int(version[:9]) > int(FORMAT.removeprefix(FORMAT_FAMILY)):
        refuse(
            file,
            mark("A newer toolkit wrote this file ({written}). Update this toolkit, then try again."),
            written=written[:40],
        )
    refuse(
        file,
        mark("This toolkit does not know the format {written}; it reads {known}. Name another file."),
        written=written[:40],
        known=FORMAT,
    )


def _tree_problems(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    """What JSON itself lets pass: names that stand twice, half characters, numbers that are none."""
    if isinstance(tree, _Object):
        for name in tree.twice:
            yield below(path, name), mark("stands twice; remove one of the two")
        for name, value in tree.items():
            if HALF_CHARACTER.search(name):
                yield below(path, name), BROKEN_TEXT
            yield from _tree_problems(value, below(path, name))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from _tree_problems(value, f"{path}[{number}]")
    elif isinstance(tree, str) and HALF_CHARACTER.search(tree):
        yield path, BROKEN_TEXT
    elif isinstance(tree, float) and not math.isfinite(tree):
        yield path, mark("is not a number that can be kept")


def _between_fields(assessment: Assessment, file: Path) -> Iterator[Problem]:
    if assessment.round == "agreed":
        return
    for question, answer in assessment.answers.items():
        if answer.dissent is not None:
            yield Problem(
                file,
                f"answers.{question}.dissent",
                mark("is only for answers that were agreed in a room (round: agreed)"),
            )
