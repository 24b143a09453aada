"""`nlc demo` gives a newcomer an example city with its report, and leaves a used folder alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from pypdf import PdfReader

from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.cli import main
from nlc_toolkit.exchange.attachment import read_attachment
from nlc_toolkit.report import render

if TYPE_CHECKING:
    from collections.abc import Callable

    Demo = Callable[..., tuple[int, str, str]]


@pytest.fixture
def nlc_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Demo:
    """Run `nlc demo`; return exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)

    def nlc_demo(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main.main(["demo", *arguments])
        printed = capsys.readouterr()
        return int(stop.value.code or 0), printed.out, printed.err

    return nlc_demo


def test_the_workshop_of_the_example_city_is_written_beside_the_report(nlc_demo: Demo) -> None:
    assert nlc_demo()[0] == 0
    text = "\n".join(page.extract_text() for page in PdfReader("nlc-demo/workshop.pdf").pages)
    assert "Port Amara" in text
    assert "Agenda" in text


def test_the_example_city_is_written_with_the_report_of_its_local_government(nlc_demo: Demo) -> None:
    code, out, err = nlc_demo()
    assert (code, err) == (0, "")
    folder = Path("nlc-demo")
    current = sorted(folder.glob("assessments/*.json"))
    assert len(current) >= 3
    assert list(folder.glob("assessments/earlier/*.json"))
    written = (*current, folder / "report.pdf", folder / "workshop.pdf")
    assert [str(path) for path in written] == out.splitlines()[: len(written)]
    assert "nlc show nlc-demo" in out
    assert "nlc assess" in out
    attached = read_attachment(folder / "report.pdf")
    own = [path for path in current if path.read_bytes() == attached]
    assert read_assessment(own[0]).respondent.group == "local_government"


def test_without_the_pdf_engine_the_report_is_html(nlc_demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    def load_engine() -> NoReturn:
        raise render.NoPdfEngineError

    monkeypatch.setattr(render, "load_engine", load_engine)
    code, out, err = nlc_demo("somewhere/deeper")
    assert code == 0
    assert "nlc doctor" in err
    assert Path("somewhere/deeper/report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "report.html" in out
    assert Path("somewhere/deeper/workshop.html").exists()


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_there_already_is_left_alone(nlc_demo: Demo, tmp_path: Path, kind: str) -> None:
    used = tmp_path / "used"
    if kind == "folder":
        used.mkdir()
        (used / "mine.txt").write_text("mine", encoding="utf-8")
    else:
        used.write_text("mine", encoding="utf-8")
    code, out, err = nlc_demo("used")
    assert (code, out) == (1, "")
    assert "not empty" in err
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) in (["mine.txt"], ["used"])


def test_an_empty_folder_is_taken(nlc_demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlc_toolkit.cli.report_making.make_report", lambda *_: b"%PDF-")
    Path("empty").mkdir()
    assert nlc_demo("empty")[0] == 0
    assert Path("empty/report.pdf").exists()
