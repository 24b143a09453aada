"""docs/coverage.md tells the truth about the shipped questions, and every practice has what a practice needs."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nlc_toolkit.content.library import load_library

if TYPE_CHECKING:
    from nlc_toolkit.content.library import Library

TEXT = (Path(__file__).parent.parent / "docs" / "coverage.md").read_text(encoding="utf-8")
EXPECTED, BLOCKS, THEMES = "What the public pages expect", "Ten building blocks", "Themes that run through"
NOTHING = "–"
ELSEWHERE = "Elsewhere in the toolkit, or why not"
PRACTICES = [f"p{number:02}" for number in range(1, 14)]
THEME_NAMES = (
    "Structures",
    "Resources",
    "Approaches",
    "What national government does for the city",
    "What the city does for national government",
    "Rights",
    "Gender",
    "Youth",
    "Disability",
    "Minorities",
    "Complaint",
    "Oversight",
    "Continuity when leaders or majorities change",
    "Prevention left to security bodies alone",
    "Private sector",
    "Organisations that criticise public bodies",
    "Front-line staff",
    "Cooperation after an incident",
    "Monitoring of the cooperation itself",
)


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def table(heading: str) -> list[dict[str, str]]:
    """Return the rows of the one table under the heading that begins so, each as column → cell."""
    section = next(part for part in re.split(r"^## ", TEXT, flags=re.MULTILINE) if part.startswith(heading))
    columns, rule, *rows = [cells_of(line) for line in section.splitlines() if line.startswith("|")]
    assert {*chain.from_iterable(rule)} == {"-"}
    return [dict(zip(columns, row, strict=True)) for row in rows]


def questions_in(cell: str) -> list[str]:
    return [] if cell == NOTHING else [name.strip() for name in cell.split(",")]


TABLES = {heading: table(heading) for heading in (EXPECTED, BLOCKS, THEMES)}
ROWS = [(heading, row) for heading, rows in TABLES.items() for row in rows]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.mark.parametrize(("heading", "count"), [(EXPECTED, 45), (BLOCKS, 10)])
def test_no_number_is_missing_or_out_of_order(heading: str, count: int) -> None:
    assert [row["No"] for row in TABLES[heading]] == [str(number) for number in range(1, count + 1)]


def test_no_theme_is_missing() -> None:
    assert [row["Theme"] for row in TABLES[THEMES]] == list(THEME_NAMES)


def test_no_cell_is_empty() -> None:
    assert [(heading, row) for heading, row in ROWS if not all(row.values())] == []


def test_what_no_question_covers_has_a_reason() -> None:
    uncovered = [row for _, row in ROWS if not questions_in(row["Questions"])]
    assert uncovered
    assert [row for row in uncovered if row.get(ELSEWHERE, NOTHING) == NOTHING] == []


def test_every_question_that_the_page_names_exists(library: Library) -> None:
    named = {name for _, row in ROWS for name in questions_in(row["Questions"])}
    assert sorted(named - set(library.questions)) == []


def test_every_question_stands_somewhere_on_the_page(library: Library) -> None:
    named = {name for _, row in ROWS for name in questions_in(row["Questions"])}
    assert [name for name in library.questions if name not in named] == []


def test_no_row_names_a_question_twice() -> None:
    rows = [questions_in(row["Questions"]) for _, row in ROWS]
    assert [row for row in rows if len(set(row)) < len(row)] == []


def test_every_page_that_a_row_refers_to_is_listed_and_used() -> None:
    listed = re.findall(r"^\* \*\*([A-Z])\*\* ", TEXT, re.MULTILINE)
    used = {letter for row in TABLES[EXPECTED] for letter in row["Pages"].split(", ")}
    assert sorted(used) == listed


def test_the_page_names_no_file_that_readers_do_not_have() -> None:
    assert re.findall(r"[\w/]+\.(?:md|yaml|json|py)\b", TEXT) == []


def test_the_whole_stays_answerable_in_one_sitting(library: Library) -> None:
    assert [practice.id for practice in library.practices] == PRACTICES
    assert 60 <= len(library.questions) <= 70


@pytest.mark.parametrize("practice_id", PRACTICES)
def test_every_practice_has_what_a_practice_needs(library: Library, practice_id: str) -> None:
    practice = next(practice for practice in library.practices if practice.id == practice_id)
    assert 4 <= len(practice.questions) <= 6
    assert practice.questions[0] == practice.headline
    assert set(practice.guidance) == {place.id for place in library.checklist.places}
    assert len(practice.guidance) >= 3
    assert len([case for case in library.cases if practice_id in case.practices]) >= 3
    assert any(source.url for source in practice.sources)
    assert all(question.evidence and question.barriers for question in practice.questions)
    assert max(question.weight for question in practice.questions) > 1
