"""`nlc answer` stores what `nlc assess` would, says in words what it stored, and never makes or spoils a file."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mini import level, make_assessment, make_library, make_question

from nlc_toolkit.assessment.store import AssessmentFile, read_assessment
from nlc_toolkit.cli import main
from nlc_toolkit.content.library import Library
from nlc_toolkit.content.models import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    Answering = Callable[..., tuple[int, str, str]]

BROKEN = sorted((Path(__file__).parent / "data" / "assessments").glob("*.json"))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an assessment in the current folder, while the content is that of the small world."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("nlc_toolkit.content.library.load_library", lambda _: make_library())
    file = Path("my-city.json")
    AssessmentFile.create(file, make_assessment(answers={"p01.q2": level(2, note="Why two.")})).close()
    return file


@pytest.fixture
def nlc_answer(path: Path, capsys: pytest.CaptureFixture[str]) -> Answering:
    """Run `nlc answer` on the file; return exit code, standard output and standard error."""

    def run(*arguments: str, file: Path = path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main.main(["answer", str(file), *arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return int(stop.value.code or 0), captured.out, captured.err

    return run


def stored(path: Path, question: str) -> Any:
    return read_assessment(path).answers[question].model_dump(exclude_none=True, exclude={"revision", "answered"})


@pytest.mark.parametrize(
    ("arguments", "answer", "said"),
    [
        (("3",), {"level": 3}, "Level 3, Established: p01.q2 anchor 3"),
        (("0",), {"level": 0}, "Level 0, Absent: p01.q2 anchor 0"),
        (("dont_know",), {}, "Don’t know."),
        (("Not-our-mandate",), {}, "Not our mandate."),
        (
            ("not_our_mandate", "--holder", "national_government"),
            {"holder": "national_government"},
            "Not our mandate; it lies with: National government.",
        ),
    ],
)
def test_an_answer_is_stored_and_said_in_one_line(
    path: Path, nlc_answer: Answering, arguments: tuple[str, ...], answer: dict[str, Any], said: str
) -> None:
    code, out, err = nlc_answer("P01.Q2", *arguments)
    assert (code, err) == (0, "")
    assert out == f"p01 title, p01.q2: “p01.q2 text?” {said}\n"
    state = "level" if "level" in answer else arguments[0].lower().replace("-", "_")
    assert stored(path, "p01.q2") == {"state": state, "note": "Why two.", **answer}


def test_not_applicable_takes_its_reason_from_the_note(path: Path, nlc_answer: Answering) -> None:
    assert nlc_answer("p02.q2", "not_applicable")[0] == 2
    code, out, _ = nlc_answer("p02.q2", "not_applicable", "--note", "No police\nhere.")
    assert code == 0
    assert out.endswith("Not applicable: No police here.\n")
    assert nlc_answer("p02.q2", "not_applicable")[0] == 0, "the reason is known"
    assert stored(path, "p02.q2") == {"state": "not_applicable", "note": "No police\nhere."}


def test_not_applicable_is_refused_where_the_question_does_not_allow_it(path: Path, nlc_answer: Answering) -> None:
    before = path.read_bytes()
    code, _, err = nlc_answer("p01.q1", "not_applicable", "--note", "Because.")
    assert (code, err.count("\n")) == (1, 1)
    assert "not possible for p01.q1" in err
    assert path.read_bytes() == before


def test_note_and_evidence_are_stored_with_the_answer(path: Path, nlc_answer: Answering) -> None:
    options = ("--note", "Because.", "--evidence", "Terms", "--evidence-date", "2026-03", "--strength", "document")
    assert nlc_answer("p01.q1", "4", *options)[0] == 0
    assert nlc_answer("p01.q1", "3", "--evidence", "Minutes")[0] == 0
    assert stored(path, "p01.q1") == {
        "state": "level",
        "level": 3,
        "note": "Because.",
        "evidence": ({"text": "Terms", "date": "2026-03", "strength": "document"}, {"text": "Minutes"}),
    }


def test_a_note_comes_from_standard_input(path: Path, nlc_answer: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO("Rapat empat kali.\n\u202eדו״ח \x1b[31m".encode()), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", typed)
    assert nlc_answer("p01.q1", "3", "--note", "-")[0] == 0
    assert stored(path, "p01.q1")["note"] == "Rapat empat kali.\nדו״ח"


def test_a_note_that_is_no_utf_8_is_refused_and_changes_nothing(
    path: Path, nlc_answer: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xe9"), encoding="utf-8"))
    code, _, error = nlc_answer("p01.q1", "3", "--note", "-")
    assert (code, error) == (1, "The note is not text in UTF-8. Save it as UTF-8, then try again.\n")
    assert path.read_bytes() == before


def test_json_is_the_stored_answer(path: Path, nlc_answer: Answering) -> None:
    _, out, _ = nlc_answer("p01.q2", "1", "--json")
    assert json.loads(out) == json.loads(path.read_text(encoding="utf-8"))["answers"]["p01.q2"]


def test_an_answer_to_an_older_revision_becomes_current(
    path: Path, nlc_answer: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_library()
    first, second = library.practices
    revised = first.model_copy(update={"questions": (first.questions[0], make_question("p01.q2", revision=3))})
    newer = Library(library.checklist, (revised, second))
    monkeypatch.setattr("nlc_toolkit.content.library.load_library", lambda _: newer)
    assert read_assessment(path).answers["p01.q2"].revision == 1
    assert nlc_answer("p01.q2", "2")[0] == 0
    assert read_assessment(path).answers["p01.q2"].revision == 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("p01.q2", "5"), 2, "“5” is none of: 0, 1, 2, 3, 4, dont_know"),
        (("p01.q2", "true"), 2, "“true” is none of"),
        (("p01.q2", "1.5"), 2, "“1.5” is none of"),
        (("p01.q2", "٣"), 2, "“٣” is none of"),
        (("p09.q9", "1"), 2, "There is no question “p09.q9”"),
        (("p01.q2", "1", "--holder", "nobody"), 2, "only with not_our_mandate"),
        (("p01.q2", "not_our_mandate", "--holder", "mayor"), 2, "“mayor” is none of: national_government"),
        (("p01.q2", "1", "--strength", "document"), 2, "give --evidence TEXT as well"),
        (("p01.q2", "1", "--evidence", "x", "--strength", "strong"), 2, "“strong” is none of: statement"),
        (("p01.q2", "1", "--evidence", "x", "--evidence-date", "May"), 2, "“May” is not a date"),
        (("p01.q2", "1", "--note", " "), 2, "The text is empty"),
        (("p01.q2", "1", "--note", "a" * 10_001), 2, "has 10001 characters"),
        (("p01.q2",), 2, "VALUE"),
    ],
)
def test_wrong_usage_is_told_and_changes_nothing(
    path: Path, nlc_answer: Answering, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = path.read_bytes()
    ended, out, err = nlc_answer(*arguments)
    assert (ended, out) == (code, "")
    assert said in err
    assert path.read_bytes() == before
    assert {entry.name for entry in Path().iterdir()} == {"my-city.json"}


def test_a_question_that_is_not_asked_here_is_refused(path: Path, nlc_answer: Answering) -> None:
    with AssessmentFile.open(path) as file:
        file.save(make_assessment(context=Context(state_system="dual")))
    code, _, err = nlc_answer("p01.q3", "1")
    assert code == 1
    assert "p01.q3 is not asked here" in err


def test_no_file_is_made(nlc_answer: Answering) -> None:
    code, out, err = nlc_answer("p01.q2", "1", file=Path("other.json"))
    assert (code, out) == (1, "")
    assert err == "other.json: There is no such file. Check the name; `nlc assess` makes a new file.\n"
    assert not Path("other.json").exists()


def test_a_file_that_is_open_elsewhere_is_left_alone(path: Path, nlc_answer: Answering) -> None:
    with AssessmentFile.open(path):
        code, _, err = nlc_answer("p01.q2", "1")
    assert code == 1
    assert "is open in another window" in err
    assert stored(path, "p01.q2")["level"] == 2


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_told_and_not_changed(nlc_answer: Answering, broken: Path) -> None:
    copy = Path(broken.name)
    copy.write_bytes(broken.read_bytes())
    code, out, err = nlc_answer("p01.q2", "1", file=copy)
    expected = Path(__file__).parent / "expected" / "assessments" / f"{broken.stem}.txt"
    assert (code, out, err) == (1, "", expected.read_text(encoding="utf-8"))
    assert copy.read_bytes() == broken.read_bytes()
    assert {entry.name for entry in Path().iterdir()} == {"my-city.json", broken.name}
