"""At a question: what each typed command does there, and which place comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.terminal.additions import write_action, write_evidence, write_note, write_target
from nlc_toolkit.terminal.answering import (
    answer_dont_know,
    answer_level,
    answer_not_applicable,
    answer_not_our_mandate,
    confirm_answer,
)
from nlc_toolkit.terminal.commands import Command, explain_unknown, parse
from nlc_toolkit.terminal.screens import draw_explanation, draw_help, draw_question
from nlc_toolkit.terminal.walk import RESULT, Place

if TYPE_CHECKING:
    from nlc_toolkit.content.models import Question
    from nlc_toolkit.terminal.session import Session
    from nlc_toolkit.terminal.walk import Walk


def visit_question(walk: Walk, question_id: str) -> Place:
    """Ask one question until the person moves on.

    Raises:
        Elsewhere: a command was typed at one of the question's own prompts.
    """
    session, question = walk.session, walk.session.library.question(question_id)
    if not walk.shown or walk.shown[-1] != question.id:
        walk.shown.append(question.id)
    draw_question(session, session.library.practice_of(question.id), question)
    while True:
        command = parse(session.dialogue.ask())
        try:
            place = obey(walk, command, question)
        except WrongUsageError as error:
            session.dialogue.say(error.sentence(session.t))
            continue
        if place is not None:
            return place


def obey(walk: Walk, command: Command, question: Question) -> Place | None:
    """Do what was typed; return the next place, or None to wait for the next line.

    Raises:
        Elsewhere: a command was typed at one of the question's own prompts.
        WrongUsageError: the command does not fit here.
    """
    match command.name:
        case "nothing":
            return Place("question", question.id)
        case "skip" if walk.session.course.is_open(question):
            return walk.onward(question.id)
        case "skip":
            return walk.following(question.id)
        case "back":
            return walk.back(question.id)
        case "level" | "dont_know" | "not_our_mandate" | "not_applicable" | "confirm":
            before = bool(walk.session.course.open)
            return after_answer(walk, question, open_before=before) if answer(walk.session, command, question) else None
        case _:
            return walk.follow(command) or assist(walk.session, command, question)


def answer(session: Session, command: Command, question: Question) -> bool:
    """Save the answer that was typed; return whether there is one."""
    match command.name:
        case "level":
            answer_level(session, question, command.level)
        case "dont_know":
            answer_dont_know(session, question)
        case "not_our_mandate":
            answer_not_our_mandate(session, question)
        case "confirm":
            confirm_answer(session, question)
        case _:
            return answer_not_applicable(session, question, command.argument)
    return True


def after_answer(walk: Walk, question: Question, *, open_before: bool) -> Place:
    """Return the next open question; the result once the last one is answered."""
    if open_before and not walk.session.course.open and walk.session.only is None:
        return RESULT
    return walk.onward(question.id)


def assist(session: Session, command: Command, question: Question) -> Place | None:
    """Do what does not answer the question; return the question to draw it again, None where it is still in sight."""
    practice, again = session.library.practice_of(question.id), Place("question", question.id)
    match command.name:
        case "explain":
            draw_explanation(session, question)
        case "help":
            draw_help(session, question)
        case "note":
            write_note(session, question, command.argument)
            return None if command.argument else again
        case "evidence":
            write_evidence(session, question, command.argument)
            return again
        case "target":
            write_target(session, practice, command.argument)
            return None if command.argument else again
        case "action":
            write_action(session, practice, command.argument)
            return again
        case _:
            session.dialogue.say(explain_unknown(command.argument, session.t))
    return None
