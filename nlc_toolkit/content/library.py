"""All content of one run: the checklist, its practices and the case studies, found by id.

Finds the folders that a run reads; what stands in the files is `collection.py`'s business.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from nlc_toolkit.content.collection import CASE_STUDIES, CHECKLIST_FILE, CHECKLISTS, read_folders
from nlc_toolkit.errors import ProblemsError, ToolkitError, WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.content.models import (
        Area,
        Barrier,
        CaseStudy,
        Checklist,
        ContextQuestion,
        Practice,
        Question,
    )


PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True)
class Library:
    """The content that a run works with.

    Attributes:
        checklist: what the practices share.
        practices: in the order of their ids.
        cases: in the order of their ids.
    """

    checklist: Checklist
    practices: tuple[Practice, ...]
    cases: tuple[CaseStudy, ...] = ()

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Question id → question, in the order they are asked."""
        return {question.id: question for practice in self.practices for question in practice.questions}

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Area id → area, in the order of the checklist."""
        return {area.id: area for area in self.checklist.areas}

    @cached_property
    def barriers(self) -> dict[str, Barrier]:
        """Barrier id → barrier."""
        return {barrier.id: barrier for barrier in self.checklist.barriers}

    @cached_property
    def context_questions(self) -> dict[str, ContextQuestion]:
        """Context key → how it is asked, in the order it is asked."""
        return {question.key: question for question in self.checklist.context}

    @cached_property
    def titles_are_working_titles(self) -> bool:
        """Whether any practice still lacks its official title."""
        return any(practice.official_title is None for practice in self.practices)

    @cached_property
    def digest(self) -> str:
        """Fingerprint of ids, revisions, weights and `applies_when`, as `sha256:…`; it informs only."""
        facts = [
            [question.id, question.revision, question.weight, sorted(question.applies_when.items())]
            for question in self.questions.values()
        ]
        return "sha256:" + hashlib.sha256(json.dumps(facts).encode()).hexdigest()

    def practice(self, practice_id: str) -> Practice:
        """Return the practice with this id (`p6` and `P06` are understood).

        Raises:
            WrongUsageError: there is none; names the ids there are.
        """
        wanted = practice_id.strip().lower()
        if wanted[:1] == "p" and wanted[1:].isdecimal():
            wanted = f"p{int(wanted[1:]):02}"
        for practice in self.practices:
            if practice.id == wanted:
                return practice
        raise WrongUsageError(
            mark("There is no practice “{id}”. The practices are {first} to {last}; see `nlc practices`."),
            id=practice_id.strip(),
            first=self.practices[0].id,
            last=self.practices[-1].id,
        )

    def practice_of(self, question_id: str) -> Practice:
        """Return the practice that holds this question."""
        return self.practice(question_id.partition(".")[0])

    def question(self, question_id: str) -> Question:
        """Return the question with this id.

        Raises:
            WrongUsageError: there is none; names the nearest ids.
        """
        wanted = question_id.strip().lower()
        if wanted in self.questions:
            return self.questions[wanted]
        if near := _nearest(wanted, {name: name for name in self.questions}):
            message = mark("There is no question “{id}”. Near to it: {near}. See `nlc practices`.")
            raise WrongUsageError(message, id=question_id.strip(), near=near)
        raise WrongUsageError(mark("There is no question “{id}”. See `nlc practices`."), id=question_id.strip())

    def case(self, case_id: str) -> CaseStudy:
        """Return the case study with this id.

        Raises:
            WrongUsageError: there is none; names the nearest ids.
        """
        by_id = {case.id.casefold(): case for case in self.cases}
        wanted = case_id.strip().casefold()
        if wanted in by_id:
            return by_id[wanted]
        if near := _nearest(wanted, {name: case.id for name, case in by_id.items()}):
            message = mark("There is no case study “{id}”. Near to it: {near}. See `nlc cases`.")
            raise WrongUsageError(message, id=case_id.strip(), near=near)
        raise WrongUsageError(mark("There is no case study “{id}”. See `nlc cases`."), id=case_id.strip())


def load_library(folder: Path | None = None) -> Library:
    """Return all content below `folder`, or the shipped content.

    Raises:
        ToolkitError: there is no content at all.
        ProblemsError: every problem of every file.
    """
    collection = read_folders(*content_folders(folder))
    if problems := collection.problems():
        raise ProblemsError(problems)
    practices = [reading.model for reading in collection.practices if reading.model]
    cases = [reading.model for reading in collection.cases if reading.model]
    return Library(
        checklist=next(reading.model for reading in collection.checklists if reading.model),
        practices=tuple(sorted(practices, key=lambda practice: practice.id)),
        cases=tuple(sorted(cases, key=lambda case: case.id)),
    )


def content_folders(folder: Path | None) -> tuple[Path, Path | None]:
    """Return the folders of the checklists and of the case studies; the second is None if `folder` has none.

    Args:
        folder: holds `checklists` and perhaps `case_studies`; None for the shipped content.

    Raises:
        ToolkitError: there is no checklist.
    """
    if folder is None:
        return shipped_folder(CHECKLISTS), shipped_folder(CASE_STUDIES)
    checklists, cases = folder / CHECKLISTS, folder / CASE_STUDIES
    if not folder.is_dir():
        raise ToolkitError(mark("There is no folder “{folder}” with own content."), folder=folder)
    for path in (checklists, checklists / CHECKLIST_FILE):
        if not path.exists():
            raise ToolkitError(
                mark("“{path}” is missing. A folder with own content holds checklists/checklist.yaml and practices."),
                path=path,
            )
    if not any(path.name != CHECKLIST_FILE for path in checklists.glob("*.yaml")):
        raise ToolkitError(mark("“{path}” holds no practice, such as 01-mandates.yaml."), path=checklists)
    return checklists, cases if cases.is_dir() else None


def shipped_folder(name: str) -> Path:
    """Return the folder `name` that came with the program: inside the package (installed) or beside it (checkout).

    Raises:
        ToolkitError: it is in neither place.
    """
    inside, beside = PACKAGE / name, PACKAGE.parent / name
    for path in (inside, beside):
        if path.is_dir():
            return path
    raise ToolkitError(
        mark(
            "The toolkit’s own folder “{name}” is missing. It was looked for at {inside} and {beside}. Install again."
        ),
        name=name,
        inside=inside,
        beside=beside,
    )


def _nearest(wanted: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The ids nearest to `wanted`; `known` says how each is written."""
    return tuple(known[name] for name in difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.6))
