"""`nlc workshop DIR --status` from files: progress, who is missing, and a sentence for what does not count."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from mini import make_assessment
from test_analysis_attendance import CITY, ELSEWHERE, EMPTY_POLICE, MINISTRY

from nlc_toolkit.analysis.members import NoPanelError
from nlc_toolkit.assessment.reading import to_json
from nlc_toolkit.cli.run import Run
from nlc_toolkit.cli.workshop_status import print_status
from nlc_toolkit.errors import WrongUsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two respondents, an empty file and much that does not count."""
    for member in (MINISTRY, CITY, EMPTY_POLICE):
        (tmp_path / member.file).write_text(to_json(member.assessment), encoding="utf-8")
    whole = to_json(make_assessment())
    (tmp_path / "cut.json").write_text(whole[: len(whole) // 2], encoding="utf-8")
    (tmp_path / "a-copy.json").write_bytes((tmp_path / "city.json").read_bytes())
    (tmp_path / "foreign.json").write_text("[1, 2, 3]", encoding="utf-8")
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "letter.txt").write_text("no assessment", encoding="utf-8")
    return tmp_path


def test_the_table_names_everybody_and_every_file_that_does_not_count(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    print_status(Run(), [folder], [], as_json=False)
    out, err = capsys.readouterr()
    assert err == ""
    assert "Who has answered for Surakarta, Indonesia" in out
    unbroken = re.sub(r"\n *", "", out)  # a long path to the file is broken at the edge of the window
    for words in ("0001, full: 1 of ", "0002, full: 2 of ", "Not counted: 4 files", "a-copy.json", "cut.json"):
        assert words in unbroken
    assert "No answers yet from: Police and security services." in out
    assert "letter.txt" not in out


def test_json_and_nothing_else_is_on_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "elsewhere.json").write_text(to_json(ELSEWHERE.assessment), encoding="utf-8")
    print_status(Run(), [folder], [], as_json=True)
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert data["format"] == "nlc-attendance/1"
    assert data["waiting"] == ["security_services"]
    assert {Path(entry["file"]).name for entry in data["set_aside"]} == {
        "bytes.json",
        "a-copy.json",
        "cut.json",
        "elsewhere.json",
        "foreign.json",
    }
    assert "--city" in err


def test_a_city_can_be_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "elsewhere.json").write_text(to_json(ELSEWHERE.assessment), encoding="utf-8")
    print_status(Run(), [folder], ["medan"], as_json=True)
    data = json.loads(capsys.readouterr().out)
    assert data["city"]["name"] == "Medan"
    assert len(data["groups"]["civil_society"]["respondents"]) == 1
    with pytest.raises(WrongUsageError, match="Atlantis"):
        print_status(Run(), [folder], ["Atlantis"], as_json=True)


def test_files_can_be_named_one_by_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    print_status(Run(), [folder / "city.json", folder / "letter.txt"], [], as_json=True)
    data = json.loads(capsys.readouterr().out)
    assert data["without_file"] == ["national_government", "civil_society", "private_sector"]
    assert [Path(entry["file"]).name for entry in data["set_aside"]] == ["letter.txt"]


@pytest.mark.parametrize("place", ["nowhere", "empty"])
def test_without_any_assessment_it_is_told_why(tmp_path: Path, place: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoPanelError, match=place):
        print_status(Run(), [tmp_path / place], [], as_json=False)
