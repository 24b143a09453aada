"""`nlc assess` as a program: over a pipe, with its options, and with input that is not text."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from nlc_toolkit.assessment.store import read_assessment

if TYPE_CHECKING:
    from pathlib import Path

NEW = ("--quick", "--city", "Surakarta", "--country", "Indonesia", "--group", "local_government")


def nlc(
    *arguments: str, typed: bytes = b"", folder: Path, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "nlc_toolkit", "assess", *arguments],
        input=typed,
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


def test_answers_come_over_a_pipe_to_the_shipped_questions(tmp_path: Path) -> None:
    lines = ["j", *["3"] * 12, "1", *[""] * 4, "2", ""]
    run = nlc("city.json", *NEW, typed="\n".join(lines).encode(), folder=tmp_path)
    assert (run.returncode, run.stderr) == (0, b"")
    stored = read_assessment(tmp_path / "city.json")
    assert len(stored.answers) == 13
    assert stored.targets == {"p13": 2}
    shown = run.stdout.decode()
    assert "Result for Surakarta, Indonesia" in shown
    assert "\x1b" not in shown
    assert "nlc assess city.json --full" in shown
    assert "nlc report city.json" in shown


def test_the_end_of_input_is_a_normal_end(tmp_path: Path) -> None:
    assert nlc("city.json", folder=tmp_path).returncode == 0
    assert nlc("city.json", *NEW, typed=b"1\n", folder=tmp_path).returncode == 0
    assert nlc("city.json", folder=tmp_path).returncode == 0
    assert read_assessment(tmp_path / "city.json").respondent.capacity == "institution"


def test_bytes_that_are_no_text_are_never_stored_but_asked_for_again(tmp_path: Path) -> None:
    typed = b"\xff\xfe\x00\nj\nn caf\xe9 \x00 x\nn caf\xc3\xa9 \x00 x\n\xe2\x82\n3\n" + b"y" * 1_000_000
    run = nlc("city.json", *NEW, typed=typed, folder=tmp_path)
    assert run.returncode == 0
    assert b"Traceback" not in run.stderr
    answer = read_assessment(tmp_path / "city.json").answers["p01.q1"]
    assert answer.note == "café  x"
    assert run.stdout.count(b"These characters could not be read") == 3


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "ascii"])
def test_accents_arrive_whatever_the_terminal_s_encoding(tmp_path: Path, encoding: str) -> None:
    typed = "j\nn Conseil de sécurité\n3\nq\n".encode("utf-8" if encoding == "ascii" else encoding)
    run = nlc("city.json", *NEW, typed=typed, folder=tmp_path, encoding=encoding)
    assert run.returncode == 0
    assert b"could not be read" not in run.stdout
    assert read_assessment(tmp_path / "city.json").answers["p01.q1"].note == "Conseil de sécurité"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--quick", "--full"), 2),
        (("--practice", "p99"), 2),
        (("--country", "Narnia"), 2),
        (("--group", "mayors"), 2),
        (("nowhere/city.json",), 1),
        ((".",), 1),
        (("--colour",), 2),
    ],
)
def test_what_cannot_be_done_is_told_on_stderr(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    run = nlc(*arguments, folder=tmp_path)
    assert run.returncode == code
    assert run.stderr.strip()
    assert b"Traceback" not in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "city.json"
    path.write_text('{"format": "nlc-assessment/1", "id', encoding="utf-8")
    run = nlc("city.json", typed=b"3\n", folder=tmp_path)
    assert run.returncode == 1
    assert path.read_text(encoding="utf-8") == '{"format": "nlc-assessment/1", "id'


def test_help_shows_how_to_start(tmp_path: Path) -> None:
    shown = nlc("--help", folder=tmp_path).stdout.decode()
    assert "nlc assess my-city.json" in shown
    for option in ("--quick", "--full", "--practice", "--city", "--country", "--group"):
        assert option in shown
