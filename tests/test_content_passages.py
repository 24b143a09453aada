"""Every text that readers see is reached, with the item whose exceptions speak for it."""

from __future__ import annotations

from pathlib import Path

from nlc_toolkit.content.document import read_document
from nlc_toolkit.content.passages import case_passages, checklist_passages, practice_passages

SMALL = Path(__file__).parent / "data" / "small"


def test_a_practice_and_its_questions_are_read_in_order() -> None:
    practice = read_document(SMALL / "checklists" / "01-coordination.yaml").item
    passages = list(practice_passages(practice))
    places = [(passage.kind, passage.owner.loc, passage.loc) for passage in passages]
    assert places[:8] == [
        ("summary", (), ("summary",)),
        ("why", (), ("why",)),
        ("guidance", (), ("guidance", "small")),
        ("text", ("questions", 0), ("text",)),
        ("explain", ("questions", 0), ("explain",)),
        ("anchor", ("questions", 0), ("levels", 0, "anchor")),
        ("next", ("questions", 0), ("levels", 0, "next")),
        ("anchor", ("questions", 0), ("levels", 1, "anchor")),
    ]
    assert places[-1] == ("evidence", ("questions", 1), ("evidence", 0))
    assert [place for place in places if place[0] == "opening"] == [("opening", ("questions", 1), ("opening",))]
    assert len(places) == 3 + 2 * (2 + 5 + 4 + 1) + 1
    assert all(passage.text for passage in passages)


def test_a_case_has_a_summary_and_limits() -> None:
    case = read_document(SMALL / "case_studies" / "KE-two-towns.yaml").item
    assert [(passage.kind, passage.owner) for passage in case_passages(case)] == [("summary", case), ("limits", case)]


def test_the_shared_explanations_are_read() -> None:
    checklist = read_document(SMALL / "checklists" / "checklist.yaml").item
    found = {passage.loc for passage in checklist_passages(checklist)}
    assert found >= {
        ("levels", 4, "meaning"),
        ("barriers", 12, "explanation"),
        ("context", 0, "title"),
        ("context", 0, "explanation"),
        ("context", 0, "values", 1, "explanation"),
    }
    assert all(passage.owner.loc == () for passage in checklist_passages(checklist))
