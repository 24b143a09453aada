"""The command as a whole: where to start, and how every kind of end is told."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from nlc_toolkit import __version__
from nlc_toolkit.cli import main as cli
from nlc_toolkit.errors import ToolkitError


def exit_of(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        cli.main(list(arguments))
    return int(stop.value.code or 0)


def test_nlc_alone_shows_where_to_start(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_of() == 0
    shown = capsys.readouterr().out
    assert "nlc demo" in shown
    assert "nlc assess" in shown


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_of("--version") == 0
    assert capsys.readouterr().out == f"nlc {__version__}\n"


@pytest.mark.parametrize("arguments", [("frobnicate",), ("--frob",), ("--language", "tlh"), ("show",), ("--content",)])
def test_wrong_usage_is_told_on_stderr_and_exits_with_two(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_of(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err
    assert "Traceback" not in captured.err


def test_help_names_every_command_with_its_summary_though_their_options_are_not_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_of("--help") == 0
    shown = capsys.readouterr().out
    assert [name for name in cli.COMMANDS if not re.search(rf"^  {name} +[A-Z]", shown, re.MULTILINE)] == []


def test_an_unknown_command_is_answered_with_a_known_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_of("workshp") == 2
    assert "workshop" in capsys.readouterr().err


def failing_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr("nlc_toolkit.cli.doctor.doctor", fail)


def test_what_cannot_be_done_is_one_sentence_and_exits_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing_with(ToolkitError("{file} is \x1b[31mdamaged.", file="a.json"), monkeypatch)
    assert exit_of("doctor") == 1
    assert capsys.readouterr().err == "a.json is damaged.\n"


def test_a_bug_is_called_a_bug_and_exits_with_three(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing_with(ZeroDivisionError("division by zero"), monkeypatch)
    assert exit_of("doctor") == 3
    error = capsys.readouterr().err
    assert "ZeroDivisionError" in error
    assert "fault of the toolkit" in error


def test_ctrl_c_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    failing_with(KeyboardInterrupt(), monkeypatch)
    assert exit_of("doctor") == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
def test_output_that_cannot_be_written_is_told_and_exits_with_one() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "nlc_toolkit", "practices"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == "The output could not be written: No space left on device.\n"


@pytest.mark.parametrize("arguments", [("assess",), ("practices",), ("cases", "--json")])
@pytest.mark.parametrize("closed", [0, 1])
def test_a_closed_stream_is_an_empty_one(arguments: tuple[str, ...], closed: int, tmp_path: Path) -> None:
    command = shlex.join([sys.executable, "-m", "nlc_toolkit", *arguments])
    redirection = "<&-" if closed == 0 else ">&-"
    ended = subprocess.run(
        ["/bin/sh", "-c", f"{command} {redirection}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert ended.returncode == 0
    assert ended.stderr == b""


@pytest.mark.parametrize(
    "arguments",
    [("assess", "x" * 300), ("--content", "x" * 300, "practices"), ("show", "x" * 300)],
)
def test_a_path_that_the_system_refuses_is_one_sentence(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_of(*arguments) in {1, 2}
    assert "Traceback" not in capsys.readouterr().err
