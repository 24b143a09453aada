"""Any mixture of content and assessment files → every problem in them, and how much was looked at.

What is wrong with one file is known to `content/` and `assessment/`; here files are found, told apart and put together.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nlc_toolkit.content.collection import CASE_STUDIES, CHECKLISTS, Collection, read_folders, sort_out
from nlc_toolkit.content.document import read_document
from nlc_toolkit.content.library import content_folders
from nlc_toolkit.content.linting import lint
from nlc_toolkit.content.tailoring import Known
from nlc_toolkit.errors import Problem, ProblemsError, ToolkitError, mark
from nlc_toolkit.languages.shipped import problems_in, shipped_catalogues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from nlc_toolkit.i18n import Translator

NO_ASSESSMENTS = frozenset({"schema.json"})


@dataclass(frozen=True)
class Validation:
    """What was found in some files.

    Attributes:
        problems: every one, in the order of files, lines and columns.
        practices, questions, cases, assessments, catalogues: how many were looked at.
    """

    problems: tuple[Problem, ...]
    practices: int = 0
    questions: int = 0
    cases: int = 0
    assessments: int = 0
    catalogues: int = 0

    @property
    def errors(self) -> int:
        """How many problems must be mended."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems only ask for a second look."""
        return len(self.problems) - self.errors

    def as_json(self, translator: Translator) -> dict[str, object]:
        """Return the same for `nlc validate --json`."""
        return {
            "problems": [
                {
                    "file": str(problem.file),
                    "line": problem.line,
                    "column": problem.column,
                    "field": problem.field,
                    "severity": problem.severity,
                    "rule": problem.rule or None,
                    "sentence": translator(problem.message, **problem.fields),
                }
                for problem in self.problems
            ],
            "checked": {
                "practices": self.practices,
                "questions": self.questions,
                "case_studies": self.cases,
                "assessments": self.assessments,
                "catalogues": self.catalogues,
            },
        }


def validate_content(folder: Path | None) -> Validation:
    """Return what is wrong with the content in `folder`, or with the shipped content and its translations.

    Raises:
        ToolkitError: there is no content.
    """
    content = (read_folders(*content_folders(folder)), Collection())
    return _validation([content], Known, catalogues=shipped_catalogues() if folder is None else ())


def validate_paths(paths: Iterable[Path], content_folder: Path | None) -> Validation:
    """Return what is wrong with these files and with those in these folders.

    Args:
        paths: files and folders; folders are searched with all folders in them.
        content_folder: the content of the run, which offers areas and practices that no file nearby offers.

    Raises:
        ToolkitError: a path does not exist, or there is nothing to check in it.
    """
    files = {found.absolute(): found for path in paths for found in _files_at(path)}
    groups: dict[Path, list[Path]] = {}
    assessments, catalogues = [], []
    problems: list[Problem] = []
    for place, found in files.items():
        if found.suffix == ".yaml":
            groups.setdefault(_root(place), []).append(found)
        elif found.suffix == ".json":
            assessments.append(found)
        elif found.suffix == ".po":
            catalogues.append(found)
        else:
            text = mark("The name must end in .yaml (content), .json (assessment) or .po (translation).")
            problems.append(Problem(found, "", text))
    for path in assessments:
        problems += _assessment_problems(path)
    return _validation(
        [(sort_out(read_document(path) for path in group), _nearby(root, group)) for root, group in groups.items()],
        lambda: read_folders(*content_folders(content_folder)).known(),
        assessments=len(assessments),
        catalogues=catalogues,
        problems=problems,
    )


def _validation(
    groups: list[tuple[Collection, Collection]],
    otherwise: Callable[[], Known],
    *,
    assessments: int = 0,
    catalogues: Sequence[Path] = (),
    problems: Iterable[Problem] = (),
) -> Validation:
    """Check groups of files that belong together, each with what lies near it and is not to be checked itself."""
    found = [*problems, *(problem for path in catalogues for problem in problems_in(path))]
    for collection, near in groups:
        known = _known(collection.known(), near.known(), otherwise)
        found += collection.problems(known)
        found += _wording_problems(collection, near, known)
    practices = [practice for collection, _ in groups for practice in collection.practices]
    return Validation(
        problems=tuple(sorted(found, key=lambda each: (str(each.file), each.line or 0, each.column or 0))),
        practices=len(practices),
        questions=sum(len(practice.document.item.items("questions")) for practice in practices),
        cases=sum(len(collection.cases) for collection, _ in groups),
        assessments=assessments,
        catalogues=len(catalogues),
    )


def _known(own: Known, near: Known, otherwise: Callable[[], Known]) -> Known:
    """What a group of files may name: its own, what lies nearby, and else what the run's content has."""
    there = own | near
    if there.areas and there.practices:
        return there
    last = otherwise()
    if there.areas:
        return Known(there.areas, last.practices, there.places)
    return Known(last.areas, there.practices or last.practices, last.places)


def _wording_problems(collection: Collection, near: Collection, known: Known) -> Iterator[Problem]:
    """What the rules on wording find in `collection`, compared also with what lies near it."""
    whole = near + collection  # of two that are alike the later is told, so those to check come last
    files = {each.document.path for each in (*collection.checklists, *collection.practices, *collection.cases)}
    return (problem for problem in lint(whole, whole.problems(known)) if problem.file in files)


def _nearby(root: Path, files: Iterable[Path]) -> Collection:
    """The content files beside `files`, which offer them areas and practices and are compared with them."""
    checklists = root / CHECKLISTS if (root / CHECKLISTS).is_dir() else root
    named = {file.absolute() for file in files}
    papers = [path for folder in (checklists, root / CASE_STUDIES) for path in sorted(folder.glob("*.yaml"))]
    return sort_out(read_document(path) for path in papers if path.absolute() not in named)


def _root(path: Path) -> Path:
    """The folder of content that a file belongs to: the one that holds `checklists` and `case_studies`."""
    return path.parent.parent if path.parent.name in {CHECKLISTS, CASE_STUDIES} else path.parent


def _files_at(path: Path) -> Iterator[Path]:
    if not os.path.lexists(path):
        raise ToolkitError(mark("There is no file or folder “{path}”."), path=path)
    if not path.is_dir():
        yield path
        return
    found = list(_files_below(path))
    if not found:
        raise ToolkitError(mark("“{path}” holds nothing to check: no .yaml, .json or .po file."), path=path)
    yield from found


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        content = Path(parent).name in {CHECKLISTS, CASE_STUDIES}
        suffixes = (".yaml", ".yml", ".json") if content else (".yaml", ".json", ".po")
        for name in sorted([*names, *(name for name in folders if name.endswith(".yaml"))]):
            if name.endswith(suffixes) and not name.startswith(".") and name not in NO_ASSESSMENTS:
                yield Path(parent, name)


def _assessment_problems(path: Path) -> tuple[Problem, ...]:
    from nlc_toolkit.assessment.store import read_assessment  # noqa: PLC0415 - its models are slow to import

    try:
        read_assessment(path)
    except ProblemsError as error:
        return error.problems
    except ToolkitError as error:
        return (Problem(path, "", error.message, error.fields),)
    return ()
