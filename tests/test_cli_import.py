"""`nlc import` writes back exactly what the report carries, and never over a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from mini import level, make_assessment

from nlc_toolkit.assessment.reading import to_json
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Importing = Callable[..., tuple[int, str, str]]

ASSESSMENT = to_json(make_assessment(answers={"p01.q1": level(3, note="Ünïcode note")})).encode()


@pytest.fixture
def nlc_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Importing:
    """Write a PDF that carries the given bytes, import it; return exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def nlc_import(data: bytes = ASSESSMENT, target: str = "again.json") -> tuple[int, str, str]:
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.attachments["assessment.json"] = data
            pdf.save("report.pdf")
        with pytest.raises(SystemExit) as stop:
            main.main(["import", "report.pdf", target])
        printed = capsys.readouterr()
        return int(stop.value.code or 0), printed.out, printed.err

    return nlc_import


def test_the_assessment_is_written_back_and_what_to_do_next_is_said(nlc_import: Importing) -> None:
    code, out, err = nlc_import()
    assert (code, err) == (0, "")
    assert "nlc show again.json" in out
    assert Path("again.json").read_bytes() == ASSESSMENT
    assert read_assessment(Path("again.json")).answers["p01.q1"].note == "Ünïcode note"


def test_a_file_that_exists_is_never_touched(nlc_import: Importing) -> None:
    Path("again.json").write_text("mine", encoding="utf-8")
    code, _, err = nlc_import()
    assert code == 1
    assert "already exists" in err
    assert Path("again.json").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("data", [b"", b"[]", b'{"format": "nlc-assessment/1"}', ASSESSMENT[:-40], b"\xff\xfe"])
def test_an_attachment_that_is_no_assessment_is_refused_and_nothing_written(nlc_import: Importing, data: bytes) -> None:
    code, out, err = nlc_import(data)
    assert (code, out) == (1, "")
    assert "report.pdf" in err
    assert "Traceback" not in err
    assert not Path("again.json").exists()


def test_a_target_in_no_folder_is_said(nlc_import: Importing) -> None:
    code, _, err = nlc_import(target="nowhere/again.json")
    assert code == 1
    assert "nowhere" in err
