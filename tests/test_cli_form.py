"""`nlc form` and `nlc enter` belong together: what is ticked on a printed form comes back as the same answers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mini import level, make_assessment, make_library

from nlc_toolkit.analysis.scoring import asked_questions
from nlc_toolkit.assessment.models import LevelAnswer, NotApplicableAnswer, NotOurMandateAnswer
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.cli import main
from nlc_toolkit.content.library import load_library
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report import render
from nlc_toolkit.wording import CAPACITY_TITLES, GROUP_TITLES, HOLDER_TITLES, NOTES_CHOICE_TITLES, context_value_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from nlc_toolkit.assessment.models import Answer, Assessment

    Running = Callable[..., tuple[int, str, str]]

EXAMPLES = Path(__file__).parent.parent / "examples" / "assessments"
ROW = re.compile(r'<tr><th scope="row"><span class="tick"></span>(\w+)</th><td[^>]*>(.*?)</td>', re.DOTALL)


@pytest.fixture
def nlc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Running:
    """Run a command in an empty folder with the small world's content; return exit code, output and errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("nlc_toolkit.content.library.load_library", lambda _: make_library())

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main.main(list(arguments))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return int(stop.value.code or 0), captured.out, captured.err

    return run


def enter(*arguments: str, typed: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nlc_toolkit", "enter", *arguments],
        input=typed,
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def test_the_form_is_a_pdf_here_unless_another_place_is_named(nlc: Running) -> None:
    assert nlc("form") == (0, "form.pdf\n", "")
    assert Path("form.pdf").read_bytes().startswith(b"%PDF-")
    Path("papers").mkdir()
    for arguments, name in (
        (("-o", "papers"), "papers/form.pdf"),
        (("-o", "papers/a.html"), "papers/a.html"),
        (("--format", "html", "--quick"), "form.html"),
    ):
        assert nlc("form", *arguments)[:2] == (0, f"{Path(name)}\n")
    assert "<!DOCTYPE html>" in Path("form.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--practice", "p99"), "There is no practice “p99”"),
        (("--group", "mayors"), "“mayors” is none of"),
        (("--country", "Narnia"), "No country is called “Narnia”"),
        (("--format", "docx"), "There is no format “docx”"),
        (("-o", "my-city.json"), "is the name of an assessment"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told_and_nothing_is_written(
    nlc: Running, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = nlc("form", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert list(Path().iterdir()) == []


def test_a_folder_that_is_not_there_is_told(nlc: Running) -> None:
    code, _, err = nlc("form", "-o", "nowhere/form.html")
    assert code == 1
    assert "nowhere" in err


def test_without_the_pdf_engine_the_form_is_html_and_says_so(nlc: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise render.NoPdfEngineError

    monkeypatch.setattr(render, "load_engine", fail)
    code, out, err = nlc("form", "-o", "paper.pdf")
    assert (code, out) == (0, "paper.html\n")
    assert "the form is written as HTML" in err


def answer_of(path: Path, question: str) -> Any:
    answer = read_assessment(path).answers[question]
    return answer.model_dump(exclude={"answered"})


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("3", ("3",)),
        ("d", ("dont_know",)),
        ("m:national_government", ("not_our_mandate", "--holder", "national_government")),
        ("mz", ("not_our_mandate", "--holder", "nobody")),
        ("m", ("not_our_mandate", "--holder", "unknown")),
        ('x:"no such plan"', ("not_applicable", "--note", "no such plan")),
    ],
)
def test_a_code_gives_the_same_answer_as_nlc_answer(
    nlc: Running, monkeypatch: pytest.MonkeyPatch, code: str, arguments: tuple[str, ...]
) -> None:
    for name in ("typed.json", "told.json"):
        assessment = make_assessment(answers={"p01.q2": level(1, note="earlier")})
        Path(name).write_text(assessment.model_dump_json(exclude_none=True), encoding="utf-8")
    lines = iter([f"p01.q2 {code}", ""])

    def typed(_: str) -> str:
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    monkeypatch.setattr("nlc_toolkit.cli.assess.read_line", typed)
    assert nlc("enter", "typed.json")[0] == 0
    assert nlc("answer", "told.json", "p01.q2", *arguments)[0] == 0
    assert answer_of(Path("typed.json"), "p01.q2") == answer_of(Path("told.json"), "p01.q2")


def test_ctrl_c_exits_with_130_and_keeps_every_line_that_was_kept(
    nlc: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("city.json").write_text(make_assessment().model_dump_json(exclude_none=True), encoding="utf-8")
    lines = iter(["p01.q1 3", ""])

    def typed(_: str) -> str:
        line = next(lines, None)
        if line is None:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr("nlc_toolkit.cli.assess.read_line", typed)
    code, out, _ = nlc("enter", "city.json")
    assert code == 130
    assert "nlc enter city.json" in out
    assert list(read_assessment(Path("city.json")).answers) == ["p01.q1"]


class Copy:
    """A screen copy of the printed form: finds the code that stands beside a text."""

    def __init__(self, html: str) -> None:
        blocks = html.split('<div class="ask">')
        holders = re.findall(r'<span class="pick"><b>(m\w?)</b> (.*?)</span>', blocks[0])
        groups = re.findall(r'<span class="tick"></span>(\d) (.*?)</span>', blocks[0])
        self.holders: dict[str, str] = {unescape(title): code for code, title in holders}
        self.groups: dict[str, str] = {unescape(title): code for code, title in groups}
        self.rows: dict[str, dict[str, str]] = {}
        for block in blocks[1:]:
            found = re.search(r'<h[34][^>]*><bdi dir="ltr">([\w.]+)</bdi>', block)
            assert found is not None
            titles = {
                unescape(re.sub("<b>(.*?)</b>.*", r"\1", text, flags=re.DOTALL)): code
                for code, text in ROW.findall(block)
            }
            self.rows[found[1]] = titles

    def fact(self, code: str, title: str | None) -> str:
        return "-" if title is None else self.rows[code][title]

    def answer(self, question: str, answer: Answer | None, anchors: list[str]) -> str:
        rows = self.rows[question]
        match answer:
            case None:
                return "-"
            case LevelAnswer():
                return rows[anchors[answer.level]]
            case NotOurMandateAnswer():
                return self.holders[HOLDER_TITLES[answer.holder or "unknown"]]
            case NotApplicableAnswer():
                assert any(text.startswith("Not applicable") for text in rows)
                return "x"
            case _:
                return rows["Don’t know"]


def lines_of(copy: Copy, assessment: Assessment) -> list[str]:
    """Return what somebody types who has the ticked form in front of them."""
    library, t = load_library(), Translator()
    respondent = assessment.respondent
    titles = [
        None if respondent.capacity is None else CAPACITY_TITLES[respondent.capacity],
        None if respondent.notes is None else NOTES_CHOICE_TITLES[respondent.notes],
    ]
    for key, asked in library.context_questions.items():
        value = getattr(assessment.context, key)
        titles.append(None if value is None else context_value_title(asked, value, t))
    facts = [copy.fact(f"f{number}", title) for number, title in enumerate(titles, start=1)]
    lines = [assessment.city.name, assessment.city.country, copy.groups[GROUP_TITLES[assessment.respondent.group]]]
    lines.append(" ".join(["f", *facts]))
    for practice in library.practices:
        reasons, notes, codes = [], [], []
        for question in asked_questions(practice, assessment):
            answer = assessment.answers.get(question.id)
            codes.append(copy.answer(question.id, answer, [known.anchor for known in question.levels]))
            if isinstance(answer, NotApplicableAnswer):
                reasons.append(clean_line(answer.note))
            elif answer is not None and answer.note is not None:
                notes.append(f"n {question.id.partition('.q')[2]} {clean_line(answer.note)}")
        lines += [" ".join([practice.id, *codes]), *reasons, *notes]
    return [*lines, "q"]


def essence(assessment: Assessment) -> dict[str, object]:
    """Return what a paper form can carry of an assessment."""
    answers = {
        name: {**answer.model_dump(exclude={"answered", "evidence", "note"}), "note": clean_line(answer.note or "")}
        for name, answer in sorted(assessment.answers.items())
    }
    respondent = assessment.respondent.model_dump(exclude={"code"})
    city = (assessment.city.name, assessment.city.country)
    return {"answers": answers, "context": assessment.context, "respondent": respondent, "city": city}


def test_a_form_filled_on_a_screen_copy_and_typed_in_gives_the_same_answers(
    tmp_path: Path, nlc: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nlc_toolkit.content.library.load_library", load_library)
    assert nlc("form", "--format", "html")[0] == 0
    copy = Copy(Path("form.html").read_text(encoding="utf-8"))
    examples = sorted(EXAMPLES.glob("*.json"))
    filled = {path: read_assessment(path) for path in examples}
    states = {answer.state for assessment in filled.values() for answer in assessment.answers.values()}
    assert states == {"level", "dont_know", "not_our_mandate", "not_applicable"}
    for path in (next(path for path in examples if group in path.name) for group in ("local", "national", "civil")):
        asked = [
            question.id for practice in load_library().practices for question in asked_questions(practice, filled[path])
        ]
        answers = {name: answer for name, answer in filled[path].answers.items() if name in asked}
        assessment = filled[path].model_copy(update={"answers": answers})
        run = enter(path.name, typed="\n".join(lines_of(copy, assessment)), folder=tmp_path)
        assert (run.returncode, run.stderr) == (0, "")
        assert essence(read_assessment(tmp_path / path.name)) == essence(assessment)


def test_typing_in_over_a_pipe_ends_well_and_shows_no_colour(tmp_path: Path) -> None:
    run = enter(
        "city.json", "--quick", "--city", "Solo", "--country", "ID", "--group", "other", typed="p01 3", folder=tmp_path
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "\x1b" not in run.stdout
    assert list(read_assessment(tmp_path / "city.json").answers) == ["p01.q1"]
    assert enter("city.json", typed="", folder=tmp_path).returncode == 0
    run = enter("new.json", typed="Solo\n", folder=tmp_path)
    assert run.returncode == 0
    assert "nlc enter new.json --city Solo" in run.stdout
    assert not (tmp_path / "new.json").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--quick", "--full", "a.json"), 2), (("--country", "Narnia", "a.json"), 2), ((), 2), (("nowhere/a.json",), 1)],
)
def test_what_cannot_be_typed_into_is_told_on_stderr(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    run = enter(*arguments, typed="", folder=tmp_path)
    assert run.returncode == code
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr
    assert list(tmp_path.iterdir()) == []
