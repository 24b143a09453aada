"""Content files that belong together: read, checked one by one and against each other, every problem collected.

What each file must hold is said by `models.py` and `checking.py`; what a run makes of them by `library.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.content.checking import (
    CASE_RULES,
    CHECKLIST_RULES,
    PRACTICE_FILE,
    PRACTICE_RULES,
    check,
    ids_once,
)
from nlc_toolkit.content.document import read_document
from nlc_toolkit.content.explaining import keys_of
from nlc_toolkit.content.models import CaseStudy, Checklist, Practice
from nlc_toolkit.content.reading import Reading, read_as
from nlc_toolkit.content.tailoring import Known
from nlc_toolkit.errors import Problem, mark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from nlc_toolkit.content.document import Document
    from nlc_toolkit.content.strict_model import ContentModel

CHECKLISTS, CASE_STUDIES, CHECKLIST_FILE = "checklists", "case_studies", "checklist.yaml"
MODELS: tuple[type[ContentModel], ...] = (Practice, CaseStudy, Checklist)


@dataclass(frozen=True)
class Collection:
    """Content files that belong together; more than one checklist only where single files are checked.

    Attributes:
        checklists, practices, cases: what was read, in the order of the file names.
        strangers: problems of files that are neither.
    """

    checklists: tuple[Reading[Checklist], ...] = ()
    practices: tuple[Reading[Practice], ...] = ()
    cases: tuple[Reading[CaseStudy], ...] = ()
    strangers: tuple[Problem, ...] = ()

    def __add__(self, other: Collection) -> Collection:
        """Return the files of both, those of `other` last."""
        return Collection(
            self.checklists + other.checklists,
            self.practices + other.practices,
            self.cases + other.cases,
            self.strangers + other.strangers,
        )

    def known(self) -> Known:
        """Return the ids that these files offer, also those of files with faults."""
        areas = {area.text("id") for each in self.checklists for area in each.document.item.items("areas")}
        practices = {each.document.item.text("id") for each in self.practices}
        for each in self.practices:
            match = PRACTICE_FILE.fullmatch(each.document.path.stem)
            if match and not each.document.data:
                practices.add(f"p{match[1]}")
        places = {place.text("id") for each in self.checklists for place in each.document.item.items("places")}
        return Known(frozenset(areas - {""}), frozenset(practices - {""}), frozenset(places - {""}))

    def problems(self, known: Known | None = None) -> list[Problem]:
        """Return every problem of every file, sorted by file, line and column.

        Args:
            known: what the files may name; by default what they offer each other.
        """
        known = known or self.known()
        found = list(self.strangers)
        for readings, rules in (
            (self.checklists, CHECKLIST_RULES),
            (self.practices, PRACTICE_RULES),
            (self.cases, CASE_RULES),
        ):
            for reading in readings:
                found += reading.problems
                found += _elsewhere(check(reading.document.item, rules, known), reading.problems)
        found += ids_once(each.document.item for each in self.practices)
        found += ids_once(each.document.item for each in self.cases)
        return sorted(found, key=lambda problem: (str(problem.file), problem.line or 0, problem.column or 0))


def read_folders(checklists: Path, cases: Path | None) -> Collection:
    """Return what the `*.yaml` files in these two folders hold; `cases` may be missing."""
    papers = sorted(checklists.glob("*.yaml"))
    return Collection(
        checklists=tuple(read_as(read_document(path), Checklist) for path in papers if path.name == CHECKLIST_FILE),
        practices=tuple(read_as(read_document(path), Practice) for path in papers if path.name != CHECKLIST_FILE),
        cases=tuple(read_as(read_document(path), CaseStudy) for path in sorted(cases.glob("*.yaml"))) if cases else (),
    )


def sort_out(documents: Iterable[Document]) -> Collection:
    """Return these files as what each of them is by its folder or, outside such a folder, by its keys."""
    by_model: dict[type[ContentModel] | None, list[Document]] = {model: [] for model in (*MODELS, None)}
    for document in documents:
        by_model[_model_of(document)].append(document)
    return Collection(
        checklists=tuple(read_as(document, Checklist) for document in by_model[Checklist]),
        practices=tuple(read_as(document, Practice) for document in by_model[Practice]),
        cases=tuple(read_as(document, CaseStudy) for document in by_model[CaseStudy]),
        strangers=tuple(problem for document in by_model[None] for problem in _stranger(document)),
    )


def _model_of(document: Document) -> type[ContentModel] | None:
    path = document.path.absolute()
    if path.parent.name == CASE_STUDIES:
        return CaseStudy
    if path.parent.name == CHECKLISTS:
        return Checklist if path.name == CHECKLIST_FILE else Practice
    shared = {model: len(document.data.keys() & keys_of(model)) for model in MODELS}
    best = max(shared, key=lambda model: shared[model])
    return best if shared[best] else None


def _stranger(document: Document) -> tuple[Problem, ...]:
    message = mark("The file has none of the keys of a practice, a checklist or a case study.")
    return document.problems or (document.problem((), message),)


def _elsewhere(found: list[Problem], reading_problems: tuple[Problem, ...]) -> list[Problem]:
    """The problems of the rules, without those at a place that has a problem already."""
    taken = {problem.field for problem in reading_problems}
    return [problem for problem in found if problem.field not in taken]
