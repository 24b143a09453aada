"""What a person waits for at the start: never for the engines of the report.

The architecture test reads imports; this one runs the program and asks what was really imported, by whomever.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from mini import make_assessment

if TYPE_CHECKING:
    from pathlib import Path

SLOW = ("weasyprint", "jinja2")
WATCH = f"""
import atexit, sys
atexit.register(lambda: print("imported:", *(name for name in {SLOW} if name in sys.modules), file=sys.stderr))
from nlc_toolkit.cli.main import main
main()
"""


def watch(*arguments: str, typed: str = "", program: str = WATCH) -> tuple[str, str]:
    """Run `nlc`; return what it printed and the line that names the slow engines it imported."""
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, input=typed, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr.splitlines()[-1]


def test_the_watch_notices_an_engine() -> None:
    _, imported = watch("--version", program=f"import jinja2{WATCH}")
    assert imported == "imported: jinja2"


def test_help_waits_for_no_engine() -> None:
    shown, imported = watch("--help")
    assert "assess" in shown
    assert imported == "imported:"


def test_the_result_in_the_terminal_waits_for_no_engine(tmp_path: Path) -> None:
    file = tmp_path / "city.json"
    file.write_text(make_assessment().model_dump_json(exclude_none=True), encoding="utf-8")
    shown, imported = watch("show", str(file))
    assert "Surakarta" in shown
    assert imported == "imported:"


def test_the_first_question_waits_for_no_engine(tmp_path: Path) -> None:
    place = ("--city", "Surakarta", "--country", "ID", "--group", "local_government")
    shown, imported = watch("assess", str(tmp_path / "city.json"), *place, typed="\n" * 40)
    assert "p01" in shown
    assert imported == "imported:"
