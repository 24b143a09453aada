"""`nlc show`: the result in the terminal and as JSON, and what happens with files that are none."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from mini import level, make_assessment

if TYPE_CHECKING:
    from pathlib import Path


def nlc(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nlc_toolkit", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    answers = {f"p{number:02}.q1": level(number % 5) for number in range(1, 14)}
    path = tmp_path / "city.json"
    path.write_text(make_assessment(mode="quick", answers=answers).model_dump_json(exclude_none=True), encoding="utf-8")
    return path


def test_the_result_is_printed_and_the_file_left_alone(file: Path) -> None:
    before = file.read_bytes()
    run = nlc("show", file.name, folder=file.parent)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Result for Surakarta, Indonesia" in run.stdout
    assert "never a risk score" in run.stdout.replace("\n", " ")
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["city.json"]


def test_json_is_the_only_thing_on_stdout(file: Path) -> None:
    run = nlc("show", file.name, "--json", folder=file.parent)
    assert (run.returncode, run.stderr) == (0, "")
    data = json.loads(run.stdout)
    assert data["format"] == "nlc-result/1"
    assert [practice["id"] for practice in data["practices"]] == [f"p{number:02}" for number in range(1, 14)]


@pytest.mark.parametrize("content", ["", "{", '{"format": "nlc-assessment/9"}', "[1, 2]", "\x00\x00"])
def test_what_is_no_assessment_is_told_in_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    run = nlc("show", "x.json", folder=tmp_path)
    assert run.returncode == 1
    assert run.stdout == ""
    assert "x.json" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    run = nlc("show", "nowhere.json", folder=tmp_path)
    assert run.returncode == 1
    assert "nowhere.json" in run.stderr
