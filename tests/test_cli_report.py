"""`nlc report` writes each report whole and where it was asked to, tells what it could not, and harms no other file."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from mini import level, make_assessment, make_library

from nlc_toolkit.assessment.reading import to_json
from nlc_toolkit.cli import main, report_making
from nlc_toolkit.exchange.attachment import NoAttachmentError, read_attachment
from nlc_toolkit.report import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reporting = Callable[..., tuple[int, str, str]]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e366"
    "0000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def small_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("nlc_toolkit.content.library.load_library", lambda _: make_library())
    report_making.equipment.cache_clear()
    yield
    report_making.equipment.cache_clear()


def write(name: str, *, notes: str | None = "with_group") -> Path:
    assessment = make_assessment(answers={"p01.q1": level(3, note="a note"), "p02.q2": level(1)})
    respondent = assessment.respondent.model_copy(update={"notes": notes})
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(to_json(assessment.model_copy(update={"respondent": respondent})), encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def nlc_report(capsys: pytest.CaptureFixture[str]) -> Reporting:
    """Run `nlc report`; return exit code, standard output and standard error."""

    def nlc_report(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main.main(["report", *arguments])
        printed = capsys.readouterr()
        return int(stop.value.code or 0), printed.out, printed.err

    return nlc_report


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the PDF engine where the PDF itself does not matter."""
    monkeypatch.setattr(render, "load_engine", lambda: None)
    monkeypatch.setattr(render, "html_to_pdf", lambda html, **_: b"%PDF-" + html.encode())


def names(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_characters_that_no_font_has_are_named_on_stderr(nlc_report: Reporting) -> None:
    source = write("city.json")
    text = source.read_text(encoding="utf-8").replace("a note", "a note \U000f1234")
    source.write_text(text, encoding="utf-8")
    code, out, err = nlc_report("city.json")
    assert (code, out) == (0, "city.pdf\n")
    assert "no font on this computer has these characters" in " ".join(err.split())
    assert "city.pdf" in err


def test_the_pdf_stands_beside_the_assessment_and_carries_it(nlc_report: Reporting) -> None:
    source = write("city.json")
    assert nlc_report("city.json") == (0, "city.pdf\n", "")
    assert read_attachment(Path("city.pdf")) == source.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(Path("city.pdf").stat().st_mode) == 0o600
    assert names() == ["city.json", "city.pdf"]


@pytest.mark.parametrize(("edition", "notes"), [("public", "with_group"), ("facilitator", "withheld")])
def test_where_notes_are_kept_back_nothing_is_attached(nlc_report: Reporting, edition: str, notes: str) -> None:
    write("city.json", notes=notes)
    assert nlc_report("city.json", "--edition", edition)[0] == 0
    with pytest.raises(NoAttachmentError):
        read_attachment(Path("city.pdf"))


@pytest.mark.usefixtures("quick")
def test_an_older_report_is_replaced_and_stays_as_open_as_it_was(nlc_report: Reporting) -> None:
    write("city.json")
    Path("city.pdf").write_text("old", encoding="utf-8")
    Path("city.pdf").chmod(0o644)
    assert nlc_report("city.json")[0] == 0
    assert Path("city.pdf").read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(Path("city.pdf").stat().st_mode) & 0o600 == 0o600
    assert names() == ["city.json", "city.pdf"]


@pytest.mark.usefixtures("quick")
def test_several_reports_go_to_a_folder_that_is_made(nlc_report: Reporting) -> None:
    write("a.json")
    write("b.json")
    code, out, _ = nlc_report("a.json", "b.json", "-o", "reports/new")
    assert code == 0
    assert out.splitlines() == [str(Path("reports/new/a.pdf")), str(Path("reports/new/b.pdf"))]
    assert names("reports/new") == ["a.pdf", "b.pdf"]


@pytest.mark.usefixtures("quick")
def test_one_report_goes_to_the_file_or_folder_named(nlc_report: Reporting) -> None:
    write("city.json")
    Path("folder").mkdir()
    assert nlc_report("city.json", "-o", "other.pdf")[1] == "other.pdf\n"
    assert nlc_report("city.json", "-o", "folder")[1] == f"{Path('folder/city.pdf')}\n"
    assert nlc_report("city.json", "-o", "page.html")[1] == "page.html\n"
    assert Path("page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.usefixtures("quick")
def test_a_damaged_file_stops_no_other_and_the_exit_code_tells(nlc_report: Reporting) -> None:
    for name in ("a.json", "c.json"):
        write(name)
    Path("b.json").write_text('{"format": "nlc-assessment/1", ', encoding="utf-8")
    code, out, err = nlc_report("a.json", "b.json", "missing.json", "c.json")
    assert code == 1
    assert out.splitlines() == ["a.pdf", "c.pdf"]
    assert len(err.splitlines()) == 3
    assert err.splitlines()[0].startswith("b.json: ")
    assert "2 of 4 reports were written" in err
    assert names() == ["a.json", "a.pdf", "b.json", "c.json", "c.pdf"]


@pytest.mark.usefixtures("quick")
def test_json_tells_what_became_of_each_file(nlc_report: Reporting) -> None:
    write("a.json")
    code, out, _ = nlc_report("a.json", "missing.json", "--json")
    assert code == 1
    found = json.loads(out)
    assert found[0] == {"file": "a.json", "report": "a.pdf"}
    assert (found[1]["file"], set(found[1])) == ("missing.json", {"file", "error"})


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.json", "sub/a.json", "-o", "out"), "would both become"),
        (("a.json", "-o", "a.json"), "written over"),
        (("a.json", "-o", "b.json"), "written over"),
        (("a.json", "sub/a.json", "-o", "b.txt"), "is a file"),
        (("a.json", "--edition", "secret"), "facilitator, participant, public"),
        (("a.json", "--format", "docx"), "pdf, html"),
        (("a.json", "--logo", "b.txt"), "PNG, JPEG or SVG"),
        (("a.json", "--logo", "missing.png"), "cannot be read"),
        (("a.json", "--jobs", "0"), "--jobs"),
        (("a.json", "--classification", "x" * 81), "longer than 80"),
    ],
)
@pytest.mark.usefixtures("quick")
def test_wrong_usage_is_said_before_anything_is_written(
    nlc_report: Reporting, arguments: tuple[str, ...], words: str
) -> None:
    write("a.json")
    write("sub/a.json")
    Path("b.txt").write_text("no picture", encoding="utf-8")
    before = sorted(Path().rglob("*"))
    code, out, err = nlc_report(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert sorted(Path().rglob("*")) == before


@pytest.mark.usefixtures("quick")
def test_a_report_is_never_written_over_an_assessment_named_otherwise(nlc_report: Reporting) -> None:
    write("a.json")
    write("b.pdf")
    code, _, err = nlc_report("a.json", "b.pdf")
    assert code == 2
    assert "written over" in err
    assert Path("b.pdf").read_text(encoding="utf-8").startswith("{")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work otherwise there")
@pytest.mark.usefixtures("quick")
def test_a_place_where_nothing_can_be_written_is_said(nlc_report: Reporting) -> None:
    write("a.json")
    code, out, err = nlc_report("a.json", "-o", "nowhere/a.pdf")
    assert (code, out) == (1, "")
    assert "nowhere" in err


def test_without_the_pdf_engine_html_is_written_and_said(
    nlc_report: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_engine() -> NoReturn:
        raise render.NoPdfEngineError

    monkeypatch.setattr(render, "load_engine", load_engine)
    write("city.json")
    code, out, err = nlc_report("city.json", "-o", "mine.pdf")
    assert (code, out) == (0, "mine.html\n")
    assert "nlc doctor" in err
    assert names() == ["city.json", "mine.html"]


@pytest.mark.usefixtures("quick")
def test_logo_and_classification_stand_in_the_report(nlc_report: Reporting) -> None:
    write("city.json")
    Path("logo.png").write_bytes(PNG)
    assert (
        nlc_report("city.json", "--logo", "logo.png", "--classification", "Restricted <b>", "--format", "html")[0] == 0
    )
    html = Path("city.html").read_text(encoding="utf-8")
    assert "data:image/png;base64," in html
    assert "Restricted &lt;b&gt;" in html


def test_processes_make_the_same_reports(nlc_report: Reporting) -> None:
    for name in ("a.json", "b.json", "c.json"):
        write(name)
    assert nlc_report("a.json", "b.json", "c.json", "-o", "one", "--format", "html")[0] == 0
    code, out, _ = nlc_report("a.json", "b.json", "c.json", "-o", "two", "--format", "html", "--jobs", "2")
    assert code == 0
    assert [Path(line).name for line in out.splitlines()] == ["a.html", "b.html", "c.html"]
    for name in names("one"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()


def test_processes_leave_no_temporary_folder_behind(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        write(name)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "nlc_toolkit", "report", "a.json", "b.json", "-o", "out", "--jobs", "2"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "TMPDIR": str(temporary)})
    assert sorted(names("out")) == ["a.pdf", "b.pdf"]
    assert list(temporary.iterdir()) == []


def test_what_is_no_ordinary_file_is_never_replaced(nlc_report: Reporting, tmp_path: Path) -> None:
    write("city.json")
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    code, _, error = nlc_report("city.json", "-o", str(pipe), "--format", "html")
    assert code == 1
    assert "is not an ordinary file" in error
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_one_file_with_a_number_beyond_all_bounds_stops_no_other(nlc_report: Reporting) -> None:
    for name in ("a.json", "b.json"):
        write(name)
    text = Path("a.json").read_text(encoding="utf-8")
    Path("a.json").write_text(
        text.replace('"extensions": {}', '"extensions": {"x": ' + "9" * 6000 + "}"), encoding="utf-8"
    )
    code, out, error = nlc_report("a.json", "b.json", "-o", "out", "--format", "html")
    assert code == 1
    assert names("out") == ["b.html"] or "b.html" in out
    assert error.startswith("a.json")
