"""Giving an answer: a level, don't know, not our mandate, not applicable, or confirming an older one; saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from nlc_toolkit import wording
from nlc_toolkit.assessment.editing import (
    dont_know_answer,
    level_answer,
    not_applicable_answer,
    not_our_mandate_answer,
    set_answer,
)
from nlc_toolkit.assessment.models import Holder, NotApplicableAnswer
from nlc_toolkit.errors import WrongUsageError, mark
from nlc_toolkit.free_text import LONGEST
from nlc_toolkit.terminal.dialogue import REMOVE
from nlc_toolkit.terminal.keeping import present_answer, without_early
from nlc_toolkit.terminal.letters import MistypedError, letters_shown
from nlc_toolkit.terminal.page import GOOD, STRONG
from nlc_toolkit.terminal.screens import answer_words

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Answer
    from nlc_toolkit.content.models import Question
    from nlc_toolkit.terminal.session import Session


def answer_level(session: Session, question: Question, level: int) -> None:
    """Save a level (0-4)."""
    before = present_answer(session.assessment, question)
    save_answer(session, question, level_answer(question, level, before, session.now()))


def answer_dont_know(session: Session, question: Question) -> None:
    """Save that the respondent does not know."""
    before = present_answer(session.assessment, question)
    save_answer(session, question, dont_know_answer(question, before, session.now()))


def answer_not_our_mandate(session: Session, question: Question) -> None:
    """Ask who has the task and save the answer.

    Raises:
        Elsewhere: a command that leaves was typed; nothing is saved.
    """
    t = session.t
    session.dialogue.say(t("Who has this task?"), STRONG)
    holders = [(holder, wording.holder_title(holder, t)) for holder in get_args(Holder)]
    holder: Holder | None = session.dialogue.choose(
        holders,
        label=t("Who"),
        hint=t("Type a number. Enter: not known. {b} goes back without an answer.", **letters_shown(t)),
    )
    before = present_answer(session.assessment, question)
    answer = not_our_mandate_answer(question, holder or "unknown", before, session.now())
    save_answer(session, question, answer)


def answer_not_applicable(session: Session, question: Question, reason: str) -> bool:
    """Ask why, unless a reason was typed with the command, and save the answer.

    Returns:
        Whether there is an answer now; without a reason there is none.

    Raises:
        Elsewhere: a command that leaves was typed; nothing is saved.
        WrongUsageError: the question makes sense everywhere.
    """
    t, dialogue = session.t, session.dialogue
    if not question.not_applicable_allowed:
        raise MistypedError(
            mark("This question makes sense in every city. If somebody else has the task, type {m}; if unsure, {d}.")
        )
    before = present_answer(session.assessment, question)
    text: str | None = reason
    if not text:
        text = dialogue.ask_text(
            label=t("Why"),
            hint=t(
                "Why does this question make no sense for your city? Enter or {b} goes back without an answer.",
                **letters_shown(t),
            ),
        )
    if text is None or text == REMOVE:
        return False
    earlier = len(before.note) + len("\n\n") if before is not None and before.note is not None else 0
    if len(text) + earlier > LONGEST:
        text = dialogue.fitting(text, max(1, LONGEST - earlier))
    save_answer(session, question, not_applicable_answer(question, text, before, session.now()))
    dialogue.remind()
    return True


def confirm_answer(session: Session, question: Question) -> None:
    """Save the older answer that is shown as an answer to the present question.

    Raises:
        WrongUsageError: there is none to confirm, or it is not allowed any more.
    """
    answer = session.assessment.answers.get(question.id)
    if answer is None or answer.revision == question.revision:
        raise WrongUsageError(mark("There is no older answer to confirm here. Type 0 to 4 to answer."))
    if isinstance(answer, NotApplicableAnswer) and not question.not_applicable_allowed:
        raise MistypedError(mark("“Not applicable” is not possible here any more. Type 0 to 4, {d} or {m}."))
    confirmed = answer.model_copy(update={"revision": question.revision, "answered": session.now()})
    save_answer(session, question, confirmed)


def save_answer(session: Session, question: Question, answer: Answer) -> None:
    """Put the answer on disk and say so."""
    now = session.now()
    session.save(without_early(set_answer(session.assessment, question, answer, now), question, now))
    session.dialogue.say(session.t("Saved: {answer}", answer=answer_words(answer, session)), GOOD)
