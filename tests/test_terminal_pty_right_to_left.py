"""The questionnaire in a window of 80 columns and 24 lines, in letters that are read from the right."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from mini import make_assessment

from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.terminal.bidi import visual

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

import pexpect
import pyte

IN_ARABIC = """
import made_up_arabic, nlc_toolkit.i18n
nlc_toolkit.i18n.translator_for = lambda *_: made_up_arabic.MADE_UP_ARABIC
from nlc_toolkit.cli.main import main
main()
"""


class Window:
    """A terminal with `nlc assess` in it, every sentence in made-up Arabic."""

    def __init__(self, file: Path, *options: str, **environment: str) -> None:
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.Stream(self.screen)
        folder = str(Path(__file__).parent)
        path = os.pathsep.join(filter(None, (folder, str(Path(folder).parent), os.environ.get("PYTHONPATH"))))
        variables = {**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONPATH": path}
        variables.pop("NO_COLOR", None)
        self.process = pexpect.spawn(
            sys.executable,
            ["-c", IN_ARABIC, "assess", file.name, *options],
            cwd=str(file.parent),
            env={**variables, **environment},
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=30,
        )
        self.process.logfile_read = self

    def write(self, text: str) -> None:
        self.stream.feed(text)

    def flush(self) -> None:
        """Do nothing; a log file must have it."""

    def type(self, line: str) -> list[str]:
        """Type a line; return the window once a prompt waits in it."""
        self.process.sendline(line)
        self.process.expect("\n")
        return self.wait()

    def wait(self) -> list[str]:
        self.process.expect("> ")
        return [row.rstrip() for row in self.screen.display]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "city.json"
    context = make_assessment().context.model_copy(update={"state_system": "dual"})
    assessment = make_assessment(answers={}, context=context)
    path.write_text(assessment.model_dump_json(exclude_none=True), encoding="utf-8")
    return path


def skip_to_questions(window: Window) -> list[str]:
    window.wait()
    return window.type("ق")


@pytest.mark.parametrize(("options", "environment"), [(("--bidi", "visual"), {}), ((), {"NLC_BIDI": "visual"})])
def test_screens_are_mirrored_where_they_are_turned(
    file: Path, options: tuple[str, ...], environment: dict[str, str]
) -> None:
    window = Window(file, *options, **environment)
    rows = skip_to_questions(window)
    levels = [row for row in rows if row.endswith(("  0", "  1", "  2", "  3", "  4"))]
    assert len(levels) == 5
    assert all(len(row) == 80 for row in levels)
    assert sum(row.endswith("░░░░") for row in rows) == 1
    assert sum(row.endswith("p01") for row in rows) == 1
    assert rows[window.screen.cursor.y] == ">"
    rows = window.type("م اجتماع مع nlc في 2026")
    assert any(visual("اجتماع مع nlc في 2026", "rtl") in row for row in rows)
    assert any(row.endswith("  4") for row in window.type("٣"))
    assert any(row.endswith("p02") for row in window.type("ق ٢.١"))
    review = window.type("ع")
    table = [row for row in review if row.endswith(("p01", "p02", "p13")) and "0.0" in row]
    assert len({row.index("0.0") for row in table}) == 1
    window.process.sendline("خ")
    window.process.expect(pexpect.EOF)
    assert "nlc assess city.json" in "\n".join(window.screen.display)
    stored = read_assessment(file)
    answer = stored.answers["p01.q1"]
    assert answer.note == "اجتماع مع nlc في 2026"
    assert answer.model_dump()["level"] == 3


def test_screens_are_in_the_stored_order_where_the_terminal_turns_them(file: Path) -> None:
    window = Window(file)
    rows = skip_to_questions(window)
    assert [row[:3] for row in rows if row[:1] in set("01234") and row[1:3] == "  "] == [f"{n}  " for n in range(5)]
    text = "\n".join(window.type("م اجتماع (nlc)"))
    assert "اجتماع (nlc)" in text
    assert not any("\ufb50" <= letter <= "\ufeff" or "\u2066" <= letter <= "\u2069" for letter in text)
    assert not any("   0.0" in row for row in window.type("ع"))
