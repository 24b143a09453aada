"""The whole journey in each language, as a person makes it: answer in a terminal, look, make the report, meet.

What is typed is the language's own: in Arabic, letters of the Arabic keyboard.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from nlc_toolkit import wording
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import load_library, shipped_folder
from nlc_toolkit.i18n import translator_for
from nlc_toolkit.terminal.letters import letters_shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nlc_toolkit.i18n import Translator

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

import pexpect
import pyte

LANGUAGES = ("en", "ar", "fr", "id")
QUICK_QUESTIONS = 13
NOTES = {"en": "A note", "ar": "ملاحظة قصيرة", "fr": "Une note à lire", "id": "Catatan singkat"}


def nlc(folder: Path, *arguments: str, language: str) -> str:
    """Run a command in the language of the environment, as people set it; return what it printed."""
    environment = {**os.environ, "NLC_LANGUAGE": language, "PYTHONUTF8": "1", "COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, "-m", "nlc_toolkit", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout


class Sitting:
    """A window of 80 columns and 24 lines with `nlc assess --quick` in one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.Stream(self.screen)
        facts = ["--city", "Surakarta", "--country", "ID", "--group", "local_government"]
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "nlc_toolkit", "assess", "city.json", "--quick", *facts],
            cwd=str(folder),
            env={**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "NLC_LANGUAGE": language},
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=30,
        )
        self.process.logfile_read = self

    def write(self, text: str) -> None:
        self.stream.feed(text)

    def flush(self) -> None:
        """Do nothing; a log file must have it."""

    @property
    def text(self) -> str:
        """What stands in the window, its lines joined, so that a wrapped sentence is found."""
        return " ".join(" ".join(line.split()) for line in self.screen.display).strip()

    def wait(self, text: str) -> None:
        for _ in range(60):
            self.process.expect("> ")
            if " ".join(text.split()) in " ".join(self.text.split()):
                return
        pytest.fail(f"{text!r} is not in the window:\n" + "\n".join(self.screen.display))

    def type(self, line: str, then: str) -> None:
        self.process.sendline(line)
        self.wait(then)


def answer_everything(sitting: Sitting, t: Translator, language: str) -> None:
    """Skip the facts, answer the 13 questions with a note and a jump between, and quit at the result."""
    questions = [practice.headline for practice in load_library(None).practices]
    texts = [wording.question_text(question, t) for question in questions]
    letters = letters_shown(t)
    sitting.wait("> ")
    sitting.type(letters["j"], texts[0])
    for number, _ in enumerate(texts[:-1]):
        if number == 1:
            sitting.type(f"{letters['n']} {NOTES[language]}", "> ")
        sitting.type(str(number % 5), texts[number + 1])
    sitting.type(f"{letters['j']} 6", texts[5])
    sitting.type("4", "> ")
    sitting.process.sendline("2")
    sitting.process.expect("> ")
    sitting.process.sendline(letters["q"])
    sitting.process.expect(pexpect.EOF)
    sitting.process.close()


@pytest.fixture(scope="module", params=LANGUAGES)
def journey(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Answer the quick questions in one language; return it and the folder with `city.json`."""
    language = request.param
    folder = tmp_path_factory.mktemp(language)
    sitting = Sitting(folder, language)
    try:
        answer_everything(sitting, translator_for(language), language)
        assert sitting.process.exitstatus == 0
        yield language, folder
    finally:
        sitting.process.close(force=True)


def test_answers_and_notes_are_stored_as_they_were_typed(journey: tuple[str, Path]) -> None:
    language, folder = journey
    stored = read_assessment(folder / "city.json")
    assert len(stored.answers) == QUICK_QUESTIONS
    assert stored.answers["p02.q1"].note == NOTES[language]


def test_the_result_is_shown_in_the_language_with_the_same_numbers(journey: tuple[str, Path]) -> None:
    language, folder = journey
    t = translator_for(language)
    shown = " ".join(nlc(folder, "show", "city.json", language=language).split())
    assert t("Priorities") in shown
    assert wording.practice_title(load_library(None).practice("p06"), t) in shown
    data = json.loads(nlc(folder, "show", "city.json", "--json", language=language))
    english = json.loads(nlc(folder, "show", "city.json", "--json", language="en"))
    assert figures(data) == figures(english)


def figures(result: object) -> object:
    """Return a result for programs without its words."""
    if isinstance(result, dict):
        return {key: figures(value) for key, value in result.items() if key not in {"title", "text", "reasons"}}
    return [figures(value) for value in result] if isinstance(result, list) else result


def test_the_report_and_the_workshop_paper_are_made(journey: tuple[str, Path]) -> None:
    language, folder = journey
    nlc(folder, "report", "city.json", "--format", "html", language=language)
    html = (folder / "city.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}" dir="{translator_for(language).direction}"' in html
    assert NOTES[language] in html
    nlc(folder, "workshop", "city.json", "-o", "paper.html", "--format", "html", language=language)
    assert f'<html lang="{language}"' in (folder / "paper.html").read_text(encoding="utf-8")


def test_another_language_goes_on_where_this_one_stopped(journey: tuple[str, Path]) -> None:
    language, folder = journey
    other = "fr" if language == "ar" else "ar"
    before = (folder / "city.json").read_bytes()
    nlc(folder, "show", "city.json", language=other)
    assert (folder / "city.json").read_bytes() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_told_in_the_language_and_scores_the_same(language: str, tmp_path: Path) -> None:
    nlc(tmp_path, "demo", "demo", language=language)
    name = "port-amara-local-government-2026-10-12.json"
    told = read_assessment(tmp_path / "demo" / "assessments" / name)
    original = read_assessment(shipped_folder("examples") / "assessments" / name)
    assert {question: answer.state for question, answer in told.answers.items()} == {
        question: answer.state for question, answer in original.answers.items()
    }
    notes = [(told.answers[question].note, answer.note) for question, answer in original.answers.items() if answer.note]
    assert all((mine == english) == (language == "en") for mine, english in notes)
    assert (tmp_path / "demo" / "report.pdf").read_bytes().startswith(b"%PDF-")
