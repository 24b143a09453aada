"""The review: how every practice stands so far, on one page; what is typed there is left to `at_end.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.analysis.scoring import score_assessment
from nlc_toolkit.errors import mark
from nlc_toolkit.terminal.figures import band_words, score_words
from nlc_toolkit.terminal.letters import letters_shown
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.analysis.scoring import PracticeResult, QuestionResult, Standing
    from nlc_toolkit.content.models import Practice
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.page import Page
    from nlc_toolkit.terminal.session import Session

PRACTICE_CELLS, ANSWERS_CELLS, SCORE_CELLS, BAND_CELLS, COVERAGE_CELLS = 42, 13, 6, 9, 9
MOST_OPEN_NAMED = 8
SIGNS: Mapping[Standing, str] = {
    "level": "",
    "dont_know": "d",
    "unanswered": "-",
    "to_confirm": "!",
    "not_our_mandate": "m",
    "not_applicable": "x",
}

LEGEND = mark("Answers: 0–4 levels, {d} don’t know, {m} not our mandate, {x} not applicable, - open, ! to confirm")


def draw_review(session: Session) -> None:
    """Print answers, score and band of each practice, and which questions are open."""
    page, t, course = session.dialogue.page(), session.t, session.course
    scores = {result.id: result for result in score_assessment(session.library, session.assessment).practices}
    page.gap()
    page.pair(
        t("Review"),
        t("{answered} of {asked} answered", answered=course.answered, asked=len(course.questions)),
        HEAD,
    )
    if page.in_columns:
        heads = (t("Practice"), t("Answers"), t("Score"), t("Band"), t("Coverage"))
        cells = (PRACTICE_CELLS, ANSWERS_CELLS, -SCORE_CELLS, -BAND_CELLS, -COVERAGE_CELLS)
        page.columns(zip(heads, cells, strict=True), QUIET)
    for practice, _ in course.practices:
        draw_practice(page, practice, scores[practice.id], t)
    page.text(t(LEGEND, **letters_shown(t)), QUIET)
    draw_open(page, session)
    page.show()


def draw_practice(page: Page, practice: Practice, result: PracticeResult, t: Translator) -> None:
    """Add one practice: a row, or on a plain page a sentence."""
    title = wording.practice_title(practice, t)
    answers = " ".join(sign(question, t) for question in result.questions)
    if not page.in_columns:
        done = sum(question.standing not in {"unanswered", "to_confirm"} for question in result.questions)
        page.text(
            t(
                "{id} {title}: {answered} of {asked} answered ({answers}), {score}",
                id=practice.id,
                title=title,
                answered=done,
                asked=len(result.questions),
                answers=answers,
                score=score_words(result, t),
            )
        )
        return
    page.columns(
        (
            (page.cut(t("{id} {title}", id=practice.id, title=title), PRACTICE_CELLS - 1), PRACTICE_CELLS),
            (page.cut(answers, ANSWERS_CELLS - 1), ANSWERS_CELLS),
            (t.number(result.score), -SCORE_CELLS),
            (band_words(result.low, result.high, t), -BAND_CELLS),
            (t.percent(result.coverage), -COVERAGE_CELLS),
        )
    )


def sign(question: QuestionResult, t: Translator) -> str:
    """Return how a question stands as one character."""
    shown = SIGNS[question.standing]
    return letters_shown(t).get(shown, shown) or str(question.level)


def draw_open(page: Page, session: Session) -> None:
    """Add the open questions, by name if they are few."""
    t, course = session.t, session.course
    if not course.open:
        page.text(t("Every question is answered."), STRONG)
        return
    names = [question.id for question in course.open[:MOST_OPEN_NAMED]]
    rest = len(course.open) - len(names)
    if rest:
        page.text(t("Open: {names} and {count} more", names=", ".join(names), count=rest), STRONG)
    else:
        page.text(t("Open: {names}", names=", ".join(names)), STRONG)


ENTER_OPEN = mark(
    "Enter goes on with the open questions, a number goes to that practice, {f} shows the result, {q} quits."
)
ENTER_RESULT = mark("Enter shows the result, a number goes to that practice, {q} saves and quits.")


def review_hint(session: Session) -> str:
    """Return what can be typed at the review."""
    return session.t(ENTER_OPEN if session.course.open else ENTER_RESULT, **letters_shown(session.t))
