"""The files of a panel: every one is read or named with a sentence, and a bad one stops no other."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mini import level, make_assessment

from nlc_toolkit.exchange.panel_files import read_candidates

if TYPE_CHECKING:
    from nlc_toolkit.analysis.members import SetAsideFile


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    assessment = make_assessment(answers={"p01.q1": level(2)})
    path.write_text(text or assessment.model_dump_json(exclude_none=True), encoding="utf-8")
    return path


def only(set_aside: tuple[SetAsideFile, ...]) -> str:
    assert [entry.ground for entry in set_aside] == ["unreadable"]
    return str(set_aside[0].why)


def test_a_folder_stands_for_its_json_files_and_not_for_those_below(tmp_path: Path) -> None:
    for name in ("b.json", "a.JSON", "a.json.bak", "notes.txt", ".hidden.json", "earlier/c.json"):
        write(tmp_path / name)
    members, set_aside = read_candidates([tmp_path])
    assert [member.file for member in members] == [str(tmp_path / "a.JSON"), str(tmp_path / "b.json")]
    assert set_aside == ()


def test_a_file_is_named_as_the_person_named_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "answers" / "a.json")
    monkeypatch.chdir(tmp_path)
    assert [member.file for member in read_candidates([Path("answers")])[0]] == [str(Path("answers", "a.json"))]
    monkeypatch.chdir(tmp_path / "answers")
    assert [member.file for member in read_candidates([Path()])[0]] == ["a.json"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.json")
    members, set_aside = read_candidates([tmp_path, file, file])
    assert (len(members), set_aside) == (1, ())


@pytest.mark.parametrize(
    "content", ["{", "[1, 2]", '{"format": "nlc-result/1"}', "\x00", '{"format": "nlc-assessment/9"}']
)
def test_what_is_no_assessment_is_set_aside_and_the_others_are_read(tmp_path: Path, content: str) -> None:
    write(tmp_path / "good.json")
    bad = write(tmp_path / "bad.json", content)
    members, set_aside = read_candidates([tmp_path])
    assert [member.file for member in members] == [str(tmp_path / "good.json")]
    assert only(set_aside).startswith(f"{bad} cannot be used: ")


def test_of_several_problems_the_first_is_told_with_its_place_and_how_many_there_are(tmp_path: Path) -> None:
    text = make_assessment().model_dump_json(exclude_none=True)
    bad = write(tmp_path / "bad.json", text.replace('"full"', '"half"').replace('"own"', '"their"'))
    sentence = only(read_candidates([bad])[1])
    assert "cannot be used: mode: " in sentence
    assert sentence.endswith("This is the first of 2 problems; `nlc validate` lists all.")


def test_the_sentence_and_the_problem_within_it_are_both_translated(tmp_path: Path) -> None:
    _, set_aside = read_candidates([write(tmp_path / "bad.json", "{")])
    asked: list[str] = []

    def translate(message: str, **fields: object) -> str:
        asked.append(message)
        return f"<{message.format(**fields)}>"

    sentence = set_aside[0].why.sentence(translate)
    assert len(asked) == 2
    assert sentence.count("<") == 2


def test_a_missing_name_an_empty_folder_and_a_folder_with_the_name_of_a_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd" / "folder.json").mkdir(parents=True)
    (tmp_path / "odd" / "lost.json").symlink_to(tmp_path / "nowhere")
    members, set_aside = read_candidates([tmp_path / "none", tmp_path / "empty", tmp_path / "odd"])
    assert members == ()
    told = [str(entry.why) for entry in set_aside]
    assert told[0] == f"{tmp_path / 'none'}: there is no such file or folder. Check the name."
    assert "holds no assessment" in told[1]
    assert "This is a folder" in told[2]
    assert "lost.json" in told[3]


def test_a_folder_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert only(read_candidates([tmp_path])[1]) == f"{tmp_path}: this folder cannot be read (Permission denied)."
