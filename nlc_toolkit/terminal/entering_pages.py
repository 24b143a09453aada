"""What is shown while a paper form is typed in: the start, what a line was understood to say, help, and the end.

What a line does is left to `entering.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.assessment.form_codes import (
    EXAMPLES,
    FACTS,
    HOLDER_CODES,
    NOT_OUR_MANDATE,
    AnswerLine,
    fact_codes,
    facts_on_form,
    form_mark,
)
from nlc_toolkit.assessment.models import NotApplicableAnswer
from nlc_toolkit.errors import mark
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.terminal.entering_answers import made_answer
from nlc_toolkit.terminal.facts import fact, facts_to_ask
from nlc_toolkit.terminal.letters import command_label, letters_shown
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG, padded
from nlc_toolkit.terminal.screens import answer_words, draw_command, draw_kept

if TYPE_CHECKING:
    from nlc_toolkit.assessment.form_codes import Entry, FactsLine
    from nlc_toolkit.assessment.models import Answer
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.session import Session

HELP = (
    ("p03 3 2 d mn 1", mark("the answers of a practice, in the order of the form")),
    ("p06.q2 3", mark("one answer; q2 3 means the practice named before the prompt")),
    ("3 2 d mn 1", mark("the same for the practice named before the prompt")),
    ("f 1 2 - 4", mark("a number or - for every fact, from f1 on; f3 2 for one fact")),
    ("n 2 text", mark("a note on question 2 of the last line; n 2 - takes it away")),
    (mark("Enter"), mark("keep a line that was repeated; the next line keeps it too")),
    ("e", mark("change a line before it is kept; or at once: q2 3")),
    ("p06", mark("go to a practice and show what the file holds of it")),
    ("s", mark("pass over the practice named before the prompt")),
    ("b", mark("go back to the practice before it")),
    ("r", mark("review: every line as the file holds it now")),
    ("q", mark("save and quit; everything is kept")),
)
ANSWER_HELP = (
    ("0-4", mark("the level")),
    ("d", mark("don’t know")),
    ("m", mark("not our mandate, holder not known; or with the holder’s letter:")),
    ("x", mark('not applicable; asks for the reason, or at once: x:"the reason"')),
    ("-", mark("left empty; an answer that the file holds already stays")),
)
HELP_CELLS = 17


def open_places(session: Session) -> dict[str, str]:
    """Return what is still open, in order: `f` and the ids of practices, each with how it is shown."""
    t, course = session.t, session.course
    places = {FACTS: FACTS} if facts_to_ask(session) else {}
    for practice, asked in course.practices:
        count = sum(course.is_open(question) for question in asked)
        if count:
            places[practice.id] = (
                practice.id
                if count == len(asked)
                else t("{practice} ({open} of {asked})", practice=practice.id, open=count, asked=len(asked))
            )
    return places


def draw_start(session: Session) -> None:
    """Print which forms can be typed in here and how, and what is still open."""
    page, t = session.dialogue.page(), session.t
    page.gap()
    page.text(t("Check the mark at the foot of the form: {mark}", mark=form_mark(session.library)), STRONG)
    page.text(t("If it differs, its questions may differ too. Then do not type it in here."))
    page.text(
        t(
            "Type one line for each practice, such as: {line}. The facts come first: f, then a number or - for each "
            "of f1 to f{last}.",
            line=EXAMPLES[session.assessment.mode],
            last=len(facts_on_form(session.library)),
        )
    )
    page.show()
    draw_open(session)


def draw_open(session: Session) -> None:
    """Print what is still open."""
    t, places = session.t, open_places(session)
    if not places:
        session.dialogue.say(
            t("Every question is answered. A line changes its answers, {q} ends.", **letters_shown(t)), STRONG
        )
    else:
        session.dialogue.say(t("Still open: {places}", places=t.series([*places.values()])), STRONG)


def draw_understood(session: Session, line: AnswerLine | FactsLine) -> None:
    """Repeat a line in words."""
    page, t = session.dialogue.page(), session.t
    page.gap()
    if isinstance(line, AnswerLine):
        title = wording.practice_title(session.library.practice(line.practice), t)
        page.text(t("{id} {title}", id=line.practice, title=title), HEAD)
        for entry in line.entries:
            page.text(entry_words(session, entry), label=f"{entry.question.partition('.')[2]:<4}")
        hint = t("Enter or the next line keeps this; {e}, or one answer such as q2 3, changes it.", **letters_shown(t))
    else:
        codes = fact_codes(session.library)
        for key, value in line.values:
            page.text(fact_words(session, key, value), label=f"{codes[key]:<4}")
        hint = t("Enter or the next line keeps this; {e}, or one fact such as f3 2, changes it.", **letters_shown(t))
    page.text(hint, QUIET)
    page.show()


def entry_words(session: Session, entry: Entry) -> str:
    """Return one answer in words, and what it replaces."""
    t, stored = session.t, session.assessment.answers.get(entry.question)
    before = shown_answer(session, stored) if stored is not None else ""
    answer = made_answer(session, entry)
    if answer is None:
        return t("left empty; the file keeps: {answer}", answer=before) if before else t("left empty")
    words = shown_answer(session, answer)
    return t("{answer}; before: {before}", answer=words, before=before) if before not in {"", words} else words


def shown_answer(session: Session, answer: Answer) -> str:
    """Return an answer in words, with the reason where it has one."""
    words = answer_words(answer, session)
    if not isinstance(answer, NotApplicableAnswer):
        return words
    return session.t("{answer}: {reason}", answer=words, reason=clean_line(answer.note))


def fact_words(session: Session, key: str, value: str | None) -> str:
    """Return one fact in words, and what it replaces."""
    t, known = session.t, fact(session, key)
    title = known.title.rstrip(":?؟")
    if value is None:
        if known.shown is None:
            return t("{title}: left empty", title=title)
        return t("{title}: left empty; the file keeps: {value}", title=title, value=known.shown)
    words = dict(known.options)[value]
    if known.value in {None, value}:
        return t("{title}: {value}", title=title, value=words)
    return t("{title}: {value}; before: {before}", title=title, value=words, before=known.shown)


def draw_help(session: Session) -> None:
    """Print everything that can be typed."""
    page, t = session.dialogue.page(), session.t
    page.gap()
    page.text(t("What you can type"), HEAD)
    for typed, meaning in HELP:
        page.text(t(meaning), label=padded(command_label(typed, t), HELP_CELLS))
    page.gap()
    page.text(t("The answers"), HEAD)
    for typed, meaning in ANSWER_HELP:
        page.text(t(meaning), label=padded(typed, HELP_CELLS))
        if typed == NOT_OUR_MANDATE:
            page.text(holder_words(t), label=" " * HELP_CELLS)
    page.show()


def holder_words(t: Translator) -> str:
    """Return the letters after `m` and whom they stand for."""
    return t.series(
        [
            t("{code} {holder}", code=NOT_OUR_MANDATE + letter, holder=wording.holder_title(holder, t))
            for letter, holder in HOLDER_CODES.items()
        ]
    )


def draw_farewell(session: Session) -> None:
    """Print that everything is kept, what is still open, the code for the paper, and how to go on."""
    page, t = session.dialogue.page(), session.t
    draw_kept(page, session)
    if places := open_places(session):
        page.text(t("Still open: {places}", places=t.series([*places.values()])))
    if session.assessment.answers:
        page.text(t("Write this code on the form: {code}", code=session.assessment.respondent.code))
    page.text(t("To go on:"), label="  ") if session.course.open else page.text(t("To change something:"), label="  ")
    draw_command(page, session.command("enter"))
    page.text(t("For the report:"), label="  ")
    draw_command(page, session.command("report"))
    page.show()
