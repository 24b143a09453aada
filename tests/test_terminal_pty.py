"""The questionnaire in a real terminal of 80 columns and 24 lines: typed into, killed, interrupted and resumed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from typing import TYPE_CHECKING

import pytest
import yaml
from mini import make_library

from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import load_library, shipped_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

import pexpect
import pyte

FACTS = ("Surakarta", "ID", "3", "j")


class Window:
    """A terminal window with `nlc assess` in it."""

    def __init__(self, content: Path, file: Path, *options: str, **environment: str) -> None:
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.Stream(self.screen)
        variables = {**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **environment}
        variables.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
        arguments = ["-m", "nlc_toolkit", "assess", file.name, "--content", str(content), *options]
        self.process = pexpect.spawn(
            sys.executable,
            arguments,
            cwd=str(file.parent),
            env=variables,
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=30,
        )
        self.process.logfile_read = self

    def write(self, text: str) -> None:
        self.stream.feed(text)

    def flush(self) -> None:
        """Do nothing; a log file must have it."""

    def wait(self, text: str) -> None:
        """Wait until the window's cursor stands behind a prompt and `text` can be read in it."""
        for _ in range(40):
            self.process.expect("> ")
            if text in self.text:
                return
        pytest.fail(f"{text!r} is not in the window:\n{self.text}")

    def type(self, line: str, then: str) -> None:
        self.process.sendline(line)
        self.wait(then)

    def end(self) -> int:
        """Wait for the end; return the exit code."""
        self.process.expect(pexpect.EOF)
        self.process.close()
        return int(self.process.exitstatus if self.process.exitstatus is not None else -self.process.signalstatus)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small world's practices as YAML files, beside the shipped checklist."""
    folder = tmp_path_factory.mktemp("content")
    (folder / "checklists").mkdir()
    shutil.copy(shipped_folder("checklists") / "checklist.yaml", folder / "checklists")
    for practice in make_library().practices:
        data = practice.model_dump(mode="json")
        for question in data["questions"]:
            del question["levels"][-1]["next"]
        path = folder / "checklists" / f"{practice.id[1:]}-mini.yaml"
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert len(load_library(folder).practices) == 2
    return folder


@pytest.fixture
def windows(content: Path, tmp_path: Path) -> Iterator[Windows]:
    opened = Windows(content, tmp_path / "city.json")
    yield opened
    for window in opened.opened:
        window.process.close(force=True)


class Windows:
    """Opens windows on one file."""

    def __init__(self, content: Path, file: Path) -> None:
        self.content, self.file, self.opened = content, file, list[Window]()

    def open(self, *options: str, **environment: str) -> Window:
        window = Window(self.content, self.file, *options, **environment)
        self.opened.append(window)
        return window


def begin(window: Window) -> None:
    """Type everything before the first question."""
    window.wait("City >")
    window.type(FACTS[0], "Country >")
    window.type(FACTS[1], "Respondent group >")
    window.type(FACTS[2], "About your city: 1 of 13")
    window.type(FACTS[3], "p01.q1 text?")


def test_the_whole_way_in_a_window(windows: Windows) -> None:
    window = windows.open()
    begin(window)
    assert "Question 1 of 3" in window.text
    assert "░░░░ 0 of 5 answered" in window.text
    window.type("3", "Question 2 of 3")
    assert "████░░" in window.text
    window.type("n A note – with “signs” and ünïcode", "Note saved")
    window.type("2", "p01.q3 text?")
    window.type("m", "Who >")
    window.type("1", "p02.q1 text?")
    window.type("b", "Not our mandate (National government)")
    window.type("j p02.q2", "p02.q2 text?")
    window.type("t 4", "Target for p02: 4 (Sustained)")
    window.type("3", "Open: p02.q1")
    window.type("", "p02.q1 text?")
    window.type("1", "Result for Surakarta, Indonesia")
    for step in ("Priorities", "Next steps", "working titles", "Target >"):
        window.type("", step)
    window.process.sendline("q")
    assert window.end() == 0
    assert "nlc assess city.json --content" in window.text
    stored = read_assessment(windows.file)
    assert len(stored.answers) == 5
    assert stored.answers["p01.q2"].note == "A note – with “signs” and ünïcode"
    assert stored.targets == {"p02": 4}


def test_a_killed_process_loses_only_the_line_being_typed(windows: Windows) -> None:
    window = windows.open()
    begin(window)
    window.type("3", "p01.q2 text?")
    window.type("n half-way", "Note saved")
    window.process.send("an answer that is never ent")
    window.process.kill(signal.SIGKILL)
    assert window.end() == -signal.SIGKILL
    stored = read_assessment(windows.file)
    assert list(stored.answers) == ["p01.q1"]
    again = windows.open()
    again.wait("p01.q2 text?")
    assert "Your note: half-way" in again.text
    again.type("2", "p01.q3 text?")
    again.process.sendeof()
    assert again.end() == 0
    assert read_assessment(windows.file).answers["p01.q2"].note == "half-way"


@pytest.mark.parametrize("inside", [None, "m", "n", "e", "c"])
def test_ctrl_c_exits_with_130_and_keeps_everything(windows: Windows, inside: str | None) -> None:
    window = windows.open()
    begin(window)
    window.type("3", "p01.q2 text?")
    if inside is not None:
        window.type(inside, "> ")
    window.process.sendintr()
    assert window.end() == 130
    assert "1 of 5 questions are answered" in window.text
    assert "nlc assess city.json --content" in window.text
    assert list(read_assessment(windows.file).answers) == ["p01.q1"]


def test_ctrl_c_before_there_is_a_file_exits_with_130(windows: Windows) -> None:
    window = windows.open()
    window.wait("City >")
    window.process.sendintr()
    assert window.end() == 130
    assert "There is no file yet" in window.text
    assert not windows.file.exists()


def test_the_end_of_input_exits_with_0(windows: Windows) -> None:
    window = windows.open()
    begin(window)
    window.process.sendeof()
    assert window.end() == 0
    assert "To go on:" in window.text


def test_a_second_window_on_the_same_file_is_told(windows: Windows) -> None:
    first = windows.open()
    begin(first)
    before = windows.file.read_bytes()
    second = windows.open()
    assert second.end() == 1
    assert "Traceback" not in second.text
    assert windows.file.read_bytes() == before
    first.type("3", "p01.q2 text?")


@pytest.mark.parametrize(
    ("options", "environment"), [(("--plain",), {}), ((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"})]
)
def test_plain_windows_hold_no_colour_bars_or_boxes(
    windows: Windows, options: tuple[str, ...], environment: dict[str, str]
) -> None:
    window = windows.open(*options, **environment)
    begin(window)
    assert "0 of 5 answered" in window.text
    assert not set("█░─│●○") & set(window.text)
    assert all(char.fg == "default" for line in window.screen.buffer.values() for char in line.values())


def test_file_on_disk_is_plain_json_for_other_programs(windows: Windows) -> None:
    window = windows.open()
    begin(window)
    window.type("4", "p01.q2 text?")
    data = json.loads(windows.file.read_text(encoding="utf-8"))
    assert next(iter(data)) == "format"
    assert data["answers"]["p01.q1"]["level"] == 4
