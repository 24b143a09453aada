"""`nlc prepare` writes what the groups of a workshop need, into a new folder only, and says what to do with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.cli import main
from nlc_toolkit.content.vocabulary import MAIN_GROUPS
from nlc_toolkit.report import render

if TYPE_CHECKING:
    from collections.abc import Callable

    Prepare = Callable[..., tuple[int, str, str]]

PLACE = ("--city", "Surakarta", "--country", "Indonesia")


@pytest.fixture
def nlc_prepare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Prepare:
    """Run `nlc prepare`; return exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)

    def nlc_prepare(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main.main(["prepare", *arguments])
        printed = capsys.readouterr()
        return int(stop.value.code or 0), printed.out, printed.err

    return nlc_prepare


@pytest.fixture
def no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the sheet be HTML, as where the libraries for PDF are missing; quicker, too."""

    def load_engine() -> NoReturn:
        raise render.NoPdfEngineError

    monkeypatch.setattr(render, "load_engine", load_engine)


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_each_main_group_gets_a_file_without_answers_and_all_get_the_sheet(nlc_prepare: Prepare) -> None:
    code, out, err = nlc_prepare("deep/workshop", *PLACE, "--region", "Central Java")
    assert (code, err) == (0, "")
    files = sorted(Path("deep/workshop").glob("*.json"))
    found = [read_assessment(path) for path in files]
    assert {each.respondent.group for each in found} == set(MAIN_GROUPS)
    for path, each in zip(files, found, strict=True):
        assert each.respondent.group.replace("_", "-") in path.name
        assert (each.city.name, each.city.country, each.city.region) == ("Surakarta", "ID", "Central Java")
        assert (each.mode, each.answers, each.context.stated()) == ("full", {}, {})
    sheet = Path("deep/workshop/instructions.pdf")
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert sorted(out.splitlines()[:5]) == sorted(str(path) for path in (*files, sheet))
    assert "nlc workshop deep/workshop --status" in out


@pytest.mark.usefixtures("no_pdf")
def test_without_the_pdf_engine_the_sheet_is_html_for_the_same_questions(nlc_prepare: Prepare) -> None:
    facts = ("--context", "state_system=federal", "--context", "police=municipal")
    code, out, err = nlc_prepare("out", *PLACE, "--quick", "--groups", "civil_society:2,other", *facts)
    assert code == 0
    assert "nlc doctor" in err
    assert "instructions.html" in out
    sheet = Path("out/instructions.html").read_text(encoding="utf-8")
    assert "13 questions, about 30 minutes" in sheet
    assert "Civil society and Other" in sheet
    files = [name for name in names("out") if name.endswith(".json")]
    assert len(files) == 3
    assert any(name in sheet for name in files)
    for name in files:
        found = read_assessment(Path("out") / name)
        assert (found.mode, found.context.stated()) == ("quick", {"state_system": "federal", "police": "municipal"})


@pytest.mark.usefixtures("no_pdf")
def test_the_sheet_speaks_of_as_many_questions_as_the_place_is_asked(nlc_prepare: Prepare) -> None:
    def questions(folder: str, *facts: str) -> int:
        assert nlc_prepare(folder, *PLACE, *facts)[0] == 0
        sheet = Path(folder, "instructions.html").read_text(encoding="utf-8")
        return int(sheet.partition("Up to ")[2].partition(" ")[0])

    assert questions("any") > questions("none", "--context", "national_framework=none")


@pytest.mark.parametrize("kind", ["folder", "file", "hidden"])
def test_what_is_there_already_is_left_alone(nlc_prepare: Prepare, tmp_path: Path, kind: str) -> None:
    used = tmp_path / "used"
    if kind == "file":
        used.write_text("mine", encoding="utf-8")
    else:
        used.mkdir()
        (used / (".mine" if kind == "hidden" else "mine.txt")).write_text("mine", encoding="utf-8")
    code, out, err = nlc_prepare("used", *PLACE)
    assert (code, out) == (1, "")
    assert "not empty" in err
    assert "nlc prepare DIR" in err
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "--country"),
        (("--country", "ID"), "--city"),
        (("--city", "Surakarta"), "--country"),
        (("--city", " ", "--country", "ID"), "--city"),
        (("--city", "x" * 400, "--country", "ID"), "too long"),
        (("--city", "Surakarta", "--country", "Narnia"), "Narnia"),
        ((*PLACE, "--groups", "mayors"), "mayors"),
        ((*PLACE, "--groups", "other:many"), "how many files"),
        ((*PLACE, "--context", "federal"), "key=value"),
        ((*PLACE, "--context", "state_system=empire"), "empire"),
        ((*PLACE, "--colour"), "--colour"),
    ],
)
def test_what_is_typed_wrongly_is_told_and_nothing_is_written(
    nlc_prepare: Prepare, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    code, out, err = nlc_prepare("out", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_must_be_named(nlc_prepare: Prepare) -> None:
    assert nlc_prepare(*PLACE)[0] == 2


@pytest.mark.usefixtures("no_pdf")
def test_a_folder_that_cannot_be_made_is_told(nlc_prepare: Prepare, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("mine", encoding="utf-8")
    code, out, err = nlc_prepare("letter/out", *PLACE)
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert "letter" in err
    if os.name == "posix":
        assert nlc_prepare("x" * 300, *PLACE)[0] == 1
    assert names(".") == ["letter"]


@pytest.mark.usefixtures("no_pdf")
def test_a_fault_in_the_sheet_leaves_no_half_made_folder(
    nlc_prepare: Prepare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> NoReturn:
        raise render.NoPdfEngineError

    monkeypatch.setattr(render, "render_instructions", broken)
    assert nlc_prepare("out", *PLACE)[0] == 1
    assert list(tmp_path.iterdir()) == []
