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

ANSWERS_CELLS = 13
TABLE_CELLS = (42, ANSWERS_CELLS, -6, -9, -9)
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
    practices = [(practice, scores[practice.id]) for practice, _ in course.practices]
    if page.in_columns:
        heads = (t("Practice"), t("Answers"), t("Score"), t("Band"), t("Coverage"))
        page.table(heads, [cells_of(page, practice, result, t) for practice, result in practices], TABLE_CELLS)
    for practice, result in practices if not page.in_columns else ():
        if page.plain:
            draw_sentence(page, practice, result, t)
        else:
            page.text(wording.practice_title(practice, t), label=f"{practice.id} ({signs(result, t)}) ")
    page.text(t(LEGEND, **letters_shown(t)), QUIET)
    draw_open(page, session)
    page.show()


def cells_of(page: Page, practice: Practice, result: PracticeResult, t: Translator) -> tuple[str, ...]:
    """Return one practice as a row of the table."""
    return (
        t("{id} {title}", id=practice.id, title=wording.practice_title(practice, t)),
        page.cut(signs(result, t), ANSWERS_CELLS - 1),
        t.number(result.score),
        band_words(result.low, result.high, t),
        t.percent(result.coverage),
    )


def draw_sentence(page: Page, practice: Practice, result: PracticeResult, t: Translator) -> None:
    """Add one practice as a sentence."""
    done = sum(question.standing not in {"unanswered", "to_confirm"} for question in result.questions)
    page.text(
        t(
            "{id} {title}: {answered} of {asked} answered ({answers}), {score}",
            id=practice.id,
            title=wording.practice_title(practice, t),
            answered=done,
            asked=len(result.questions),
            answers=signs(result, t),
            score=score_words(result, t),
        )
    )


def signs(result: PracticeResult, t: Translator) -> str:
    """Return how each question of a practice stands, a character each."""
    return " ".join(sign(question, t) for question in result.questions)


def sign(question: QuestionResult, t: Translator) -> str:
    """Return how a question stands as one character."""
    shown = SIGNS[question.standing]
    return letters_shown(t).get(shown, shown) or t.in_digits(str(question.level))


def draw_open(page: Page, session: Session) -> None:
    """Add the open questions, by name if they are few."""
    t, course = session.t, session.course
    if not course.open:
        page.text(t("Every question is answered."), STRONG)
        return
    names = [question.id for question in course.open[:MOST_OPEN_NAMED]]
    rest = len(course.open) - len(names)
    if rest:
        page.text(t("Open: {names} and {count} more", names=t.listed(names), count=rest), STRONG)
    else:
        page.text(t("Open: {names}", names=t.series(names)), STRONG)


ENTER_OPEN = mark(
    "Enter goes on with the open questions, a number goes to that practice, {f} shows the result, {q} quits."
)
ENTER_RESULT = mark("Enter shows the result, a number goes to that practice, {q} saves and quits.")


def review_hint(session: Session) -> str:
    """Return what can be typed at the review."""
    return session.t(ENTER_OPEN if session.course.open else ENTER_RESULT, **letters_shown(session.t))
