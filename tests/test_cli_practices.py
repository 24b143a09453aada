"""`nlc practices`: the practices and their questions, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nlc_toolkit.cli.main import main
from nlc_toolkit.content.library import load_library

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = Path(__file__).parent / "data" / "small"
KEYS = ["id", "title", "area", "summary", "official_number", "official_title", "questions"]
QUESTION_KEYS = [
    "id", "revision", "weight", "headline", "applies_when", "not_applicable_allowed",
    "text", "explain", "levels", "evidence", "barriers",
]  # fmt: skip


def practices(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["practices", "--plain", *map(str, arguments)])
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


def test_the_list_names_every_practice_and_says_that_titles_are_working_titles(
    capsys: pytest.CaptureFixture[str], expect: Callable[[str, str], None]
) -> None:
    code, out, err = practices(capsys, "--content", SMALL)
    assert (code, err) == (0, "")
    expect("practices.txt", out)
    assert "working titles" in out
    assert "Memorandum" in out


def test_a_practice_is_shown_with_all_that_is_known_of_it(
    capsys: pytest.CaptureFixture[str], expect: Callable[[str, str], None]
) -> None:
    code, out, err = practices(capsys, "P1", "--content", SMALL)
    assert (code, err) == (0, "")
    expect("practice.txt", out)
    assert max(len(line) for line in out.splitlines() if "://" not in line) <= 80


def test_every_text_of_a_shipped_practice_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    practice = load_library().practice("p06")
    shown = " ".join(practices(capsys, "p06")[1].split())
    texts = [practice.title, practice.summary, practice.why, *(source.title for source in practice.sources)]
    texts += practice.guidance.values()
    for question in practice.questions:
        texts += [question.text, *(level.anchor for level in question.levels)]
    assert len(texts) > 30
    assert [text for text in texts if " ".join(text.split()) not in shown] == []


def test_every_text_of_a_shipped_question_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    question = load_library().question("p06.q2")
    shown = " ".join(practices(capsys, "p06.q2")[1].split())
    texts = [question.text, question.explain, question.opening or "", *question.evidence]
    texts += [text for level in question.levels for text in (level.anchor, level.next) if text]
    assert len(texts) > 10
    assert [text for text in texts if " ".join(text.split()) not in shown] == []


def test_a_question_is_shown_with_where_it_is_asked(
    capsys: pytest.CaptureFixture[str], expect: Callable[[str, str], None]
) -> None:
    code, out, err = practices(capsys, "P01.Q2", "--content", SMALL)
    assert (code, err) == (0, "")
    expect("question.txt", out)


def test_a_search_lists_the_questions_that_hold_all_words_in_any_text(capsys: pytest.CaptureFixture[str]) -> None:
    shown = practices(capsys, "--search", "ANOTHER coordination", "--content", SMALL)[1]
    assert "1 question" in shown
    assert "p01.q2  Does one fault hide another?" in shown
    assert "p01.q2" in practices(capsys, "--search", "surprise each of us", "--content", SMALL)[1]
    assert "No question" in practices(capsys, "--search", "What does each side see", "--content", SMALL)[1]
    assert "No question holds all these words" in practices(capsys, "--search", "zebra", "--content", SMALL)[1]


def test_a_search_for_programs_keeps_only_the_questions_found(capsys: pytest.CaptureFixture[str]) -> None:
    [found] = json.loads(practices(capsys, "--search", "another coordination", "--json", "--content", SMALL)[1])
    assert [question["id"] for question in found["questions"]] == ["p01.q2"]
    assert json.loads(practices(capsys, "--search", "zebra", "--json", "--content", SMALL)[1]) == []


def test_an_id_and_a_search_together_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = practices(capsys, "p01", "--search", "fault")
    assert (code, out) == (2, "")
    assert "not both" in err


def test_no_line_speaks_of_a_numbered_good_practice(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Good Practice 6" not in practices(capsys, "p06")[1]


def test_programs_get_a_list_with_the_agreed_keys(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = practices(capsys, "--json")
    found = json.loads(out)
    assert (code, err, len(found)) == (0, "", 13)
    assert all(list(practice) == KEYS for practice in found)
    assert all(list(question) == QUESTION_KEYS for practice in found for question in practice["questions"])
    levels = found[0]["questions"][0]["levels"]
    assert [level["level"] for level in levels] == [0, 1, 2, 3, 4]
    assert list(levels[0]) == ["level", "label", "anchor", "next"]
    assert levels[4]["next"] is None
    assert levels[3]["next"]


def test_one_practice_as_json_is_a_list_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    [found] = json.loads(practices(capsys, "p02", "--json", "--content", SMALL)[1])
    assert (found["id"], found["title"], found["official_title"]) == ("p02", "Learning for tests", None)
    assert found["questions"][1]["applies_when"] == {"police": ["national", "shared"]}


def test_an_unknown_practice_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = practices(capsys, "p99")
    assert (code, out) == (2, "")
    assert "There is no practice “p99”" in err


def test_content_with_problems_is_told_and_nothing_is_shown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "checklist.yaml").write_text("id: No\n", "utf-8")
    (tmp_path / "checklists" / "01-empty.yaml").write_text("", "utf-8")
    code, out, err = practices(capsys, "--content", tmp_path)
    assert (code, out) == (1, "")
    assert "01-empty.yaml:1:1: The file is empty." in err
    assert "checklist.yaml:1:5: id: " in err
