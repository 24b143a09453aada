"""Every question fits a window of 80 columns and 24 lines, in every language and with an answer and a note."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from mini import NOW, make_assessment
from rich.cells import cell_len
from rich.text import Text

from nlc_toolkit.assessment.editing import level_answer
from nlc_toolkit.content.library import load_library
from nlc_toolkit.i18n import available_languages, translator_for
from nlc_toolkit.terminal.console import DirectedConsole
from nlc_toolkit.terminal.dialogue import Dialogue
from nlc_toolkit.terminal.screens import draw_question
from nlc_toolkit.terminal.session import Session

if TYPE_CHECKING:
    from nlc_toolkit.assessment.store import AssessmentFile
    from nlc_toolkit.terminal.bidi import Bidi

WIDTH, HEIGHT = 80, 24
NOTE = "We met twice this year, in March and in September, and the minutes are with the office."
LANGUAGES: list[tuple[str, Bidi]] = [
    ("en", "logical"),
    ("fr", "logical"),
    ("id", "logical"),
    ("ar", "logical"),
    ("ar", "visual"),
]


@pytest.mark.parametrize(("language", "bidi"), LANGUAGES)
def test_every_question_fits_the_window(language: str, bidi: Bidi) -> None:
    assert language in available_languages(), "run ./dev words"
    library, t, output = load_library(None), translator_for(language), io.StringIO()
    console = DirectedConsole(
        direction=t.direction,
        bidi=bidi,
        file=output,
        width=WIDTH,
        height=HEIGHT,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )
    everything = make_assessment(answers={}, mode="full")
    for question in library.questions.values():
        answer = level_answer(question, 2, None, NOW).model_copy(update={"note": NOTE})
        for answers in ({}, {question.id: answer}):
            assessment = everything.model_copy(update={"answers": answers})
            file = cast("AssessmentFile", SimpleNamespace(assessment=assessment))
            session = Session(file, library, Dialogue(console, lambda _: "", t), lambda: NOW)
            output.seek(0)
            output.truncate()
            draw_question(session, library.practice_of(question.id), question)
            lines = Text.from_ansi(output.getvalue()).plain.split("\n")
            assert len(lines) <= HEIGHT, question.id  # the last one is the prompt
            assert max(map(cell_len, lines)) <= WIDTH, question.id
