"""The result in the terminal: every score beside its band and coverage, and what the figures do not say."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from mini import NOW, level, make_assessment, make_library
from rich.console import Console

from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.models import Action, DontKnowAnswer, NotOurMandateAnswer
from nlc_toolkit.i18n import Translator
from nlc_toolkit.terminal.figures import band_words, reached_words, score_words
from nlc_toolkit.terminal.showing import show_result

if TYPE_CHECKING:
    from collections.abc import Callable

    from nlc_toolkit.assessment.models import Assessment

T = Translator()


def shown(assessment: Assessment, *, plain: bool = True, width: int = 80) -> str:
    library = make_library()
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=not plain,
        color_system=None if plain else "standard",
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    show_result(console, library, compute_result(library, assessment), T)
    assert isinstance(console.file, io.StringIO)
    return re.sub(r"\x1b\[[0-9;]*m", "", console.file.getvalue())


def rich_assessment() -> Assessment:
    """Return an assessment in which every part of the result has something to say."""
    unknown = DontKnowAnswer(revision=1, answered=NOW)
    return make_assessment(
        answers={
            "p01.q1": level(1),
            "p01.q2": level(3, revision=2),
            "p01.q3": level(0),
            "p02.q1": unknown,
            "p09.q1": level(4),
        },
        targets={"p01": 3},
        actions=(
            Action(practice="p01", text="Ask [b]the[/b] ministry", owner="joint", horizon="now"),
            Action(practice="p02", text="Done already", done=True),
        ),
    )


@pytest.mark.parametrize("plain", [True, False])
def test_the_result_as_it_is_drawn(expect: Callable[[str, str], None], plain: bool) -> None:  # noqa: FBT001
    expect(f"terminal_result_{'plain' if plain else 'colour'}.txt", shown(rich_assessment(), plain=plain))


def test_a_score_never_stands_without_its_band_and_coverage() -> None:
    text = shown(rich_assessment())
    scores = re.findall(r"score \d\.\d[^;.]*", text.replace("\n", " "))
    assert scores
    plain = " ".join(text.split())
    assert plain.count("score 0.7, band 0.5–1.5, coverage 75%") == 2


def test_no_line_of_the_table_is_wider_than_the_window() -> None:
    assert max(map(len, shown(rich_assessment(), plain=False).split("\nPractice")[1].splitlines()[:4])) <= 80


def test_markup_in_an_action_is_text() -> None:
    assert "Ask [b]the[/b] ministry" in shown(rich_assessment(), plain=False)
    assert "Done already" not in shown(rich_assessment())


def test_an_empty_assessment_has_no_score_and_says_why() -> None:
    text = shown(make_assessment())
    assert "0 of 5 answered: incomplete" in text
    assert "not enough answers for a score" in text
    assert "not enough practices have a score (0 of 2)" in text
    assert not re.search(r"score \d", text)


def test_a_practice_of_others_is_nothing_to_score() -> None:
    library = make_library()
    mine = {name: NotOurMandateAnswer(revision=1, answered=NOW) for name in ("p02.q1", "p02.q2")}
    result = compute_result(library, make_assessment(answers=mine)).scores.practices[1]
    assert score_words(result, T) == "nothing to score"
    assert reached_words(result, T) == "–"
    assert band_words(result.low, result.high, T) == "–"


def test_a_level_reached_is_at_least_while_anything_is_unknown() -> None:
    library = make_library()
    result = compute_result(library, make_assessment(answers={"p02.q2": level(3)})).scores.practices[1]
    assert reached_words(result, T) == "at least 0"
