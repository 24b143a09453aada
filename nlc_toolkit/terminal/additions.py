"""What is written beside an answer: note, evidence, target and actions, each asked for and saved step by step.

A text is on disk as soon as it is typed; what is asked after it (a date, an owner) only completes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from nlc_toolkit import wording
from nlc_toolkit.assessment.editing import add_action, clear_target, make_evidence, set_target
from nlc_toolkit.assessment.models import Horizon, NotApplicableAnswer, Owner, Strength
from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.free_text import plain_word
from nlc_toolkit.terminal.commands import parse_target, shortened
from nlc_toolkit.terminal.dialogue import REMOVE
from nlc_toolkit.terminal.keeping import early_answer, present_answer, with_present_answer
from nlc_toolkit.terminal.letters import letters_shown
from nlc_toolkit.terminal.page import QUIET, STRONG

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Action, Answer, Evidence
    from nlc_toolkit.content.models import Practice, Question
    from nlc_toolkit.terminal.session import Session

YEAR_FIRST = re.compile(r"\d{4}[./]")
REMOVED_NUMBER = re.compile(r"-\s*(\d+)")


def write_note(session: Session, question: Question, typed: str) -> None:
    """Keep a note: `typed` is added below the present one, `-` removes it; asks if nothing was typed.

    Raises:
        Elsewhere: a command that leaves was typed instead of the note.
    """
    t, dialogue = session.t, session.dialogue
    before = present_answer(session.assessment, question)
    present = before.note if before is not None else None
    if typed and typed != REMOVE:
        text = dialogue.fitting(typed if present is None else f"{present}\n{typed}")
        store_note(session, question, text)
        dialogue.remind()
        return
    if not typed:
        if present is not None:
            page = dialogue.page()
            page.text(t("Your note now:"), STRONG)
            page.text(present)
            page.show()
            hint = t("A new text replaces it, - takes it away, Enter keeps it, {b} goes back.", **letters_shown(t))
        else:
            hint = t("Type your note on one line. Enter or {b} goes back without one.", **letters_shown(t))
        answer = dialogue.ask_text(label=t("Note"), hint=hint)
        if answer is None:
            return
        typed = answer
    store_note(session, question, None if typed == REMOVE else typed)


def store_note(session: Session, question: Question, note: str | None) -> None:
    """Save a note, or that there is none any more."""
    t, before = session.t, present_answer(session.assessment, question)
    if note is None and isinstance(before, NotApplicableAnswer):
        session.dialogue.say(t("This note says why the question is not applicable, so it has to stay. Type another."))
        return
    replace_answer(session, question, {"note": note})
    if note is None:
        session.dialogue.say(t("There is no note here now."), QUIET)
    elif question.id in session.assessment.answers:
        session.dialogue.say(t("Note saved: {note}", note=shortened(note)), QUIET)
    else:
        session.dialogue.say(t("Note saved. It is kept until you answer: {note}", note=shortened(note)), QUIET)


def replace_answer(session: Session, question: Question, changes: dict[str, object]) -> None:
    """Save changes to the note or evidence of the answer, or of what waits for one."""
    now = session.now()
    before = present_answer(session.assessment, question) or early_answer(question, now)
    after: Answer = before.model_copy(update=changes)
    session.save(with_present_answer(session.assessment, question, after, now))


def write_evidence(session: Session, question: Question, typed: str) -> None:
    """Ask for pieces of evidence until Enter; each is saved with its text, then completed by date and strength.

    Raises:
        Elsewhere: a command that leaves was typed.
    """
    t = session.t
    if not typed:
        page = session.dialogue.page()
        page.text(t("What would show it:"), STRONG)
        for kind in wording.question_evidence(question, t):
            page.text(kind, label="- ")
        page.show()
    text: str | None = typed
    while True:
        if not text:
            draw_evidence(session, question)
            text = session.dialogue.ask_text(
                label=t("Evidence"),
                hint=t("Type one piece of evidence. Enter ends, - 1 takes the first away.")
                if evidence_of(session, question)
                else t("Type one piece of evidence, such as a document. Enter goes back without."),
            )
        if text is None:
            return
        if removed := REMOVED_NUMBER.fullmatch(plain_word(text)):
            remove_evidence(session, question, int(removed[1]))
        elif text != REMOVE:
            add_evidence(session, question, text)
        text = None


def evidence_of(session: Session, question: Question) -> tuple[Evidence, ...]:
    """Return the evidence of the answer, or of what waits for one."""
    answer = present_answer(session.assessment, question)
    return () if answer is None else answer.evidence


def draw_evidence(session: Session, question: Question) -> None:
    """Print the evidence there is, numbered."""
    page, t = session.dialogue.page(), session.t
    comma = ", " if t.direction == "ltr" else "، "
    for number, entry in enumerate(evidence_of(session, question), start=1):
        details = [entry.date and t.when(entry.date), entry.strength and wording.strength_title(entry.strength, t)]
        text = comma.join([entry.text, *(detail for detail in details if detail)])
        page.text(text, label=t.in_digits(f"{number:>2}  "))
    page.show()


def add_evidence(session: Session, question: Question, text: str) -> None:
    """Save a piece of evidence, then ask for its date and strength."""
    t, dialogue = session.t, session.dialogue
    before = evidence_of(session, question)
    entry = make_evidence(dialogue.fitting(text))
    replace_answer(session, question, {"evidence": (*before, entry)})
    dialogue.say(t("Evidence saved: {text}", text=shortened(entry.text)), QUIET)
    dialogue.remind()
    entry = entry.model_copy(update={"date": ask_date(session)})
    replace_answer(session, question, {"evidence": (*before, entry)})
    strengths = [(value, wording.strength_title(value, t)) for value in get_args(Strength)]
    dialogue.say(t("How strong is it?"), STRONG)
    strength = dialogue.choose(strengths, label=t("Strength"), hint=t("Type a number. Enter leaves it open."))
    replace_answer(session, question, {"evidence": (*before, entry.model_copy(update={"strength": strength}))})


def ask_date(session: Session) -> str | None:
    """Ask for a year, month or day until it is one; None for Enter."""
    t = session.t
    while True:
        typed = session.dialogue.ask_text(
            label=t("Date"), hint=t("Its date, such as 2026, 2026-03 or 2026-03-15. Enter leaves it open.")
        )
        if typed is None:
            return None
        try:
            word = plain_word(typed)
            return make_evidence("dated", re.sub(r"[./]", "-", word) if YEAR_FIRST.match(word) else word).date
        except WrongUsageError as error:
            session.dialogue.say(error.sentence(t))


def remove_evidence(session: Session, question: Question, number: int) -> None:
    """Take one piece of evidence away."""
    entries = evidence_of(session, question)
    if not 1 <= number <= len(entries):
        session.dialogue.say(session.t("There is no piece of evidence {number}.", number=number))
        return
    replace_answer(session, question, {"evidence": entries[: number - 1] + entries[number:]})
    session.dialogue.say(session.t("Taken away: {text}", text=shortened(entries[number - 1].text)), QUIET)


def write_target(session: Session, practice: Practice, typed: str) -> None:
    """Set or clear the target of a practice; asks if nothing was typed.

    Raises:
        Elsewhere: a command that leaves was typed.
        WrongUsageError: what was typed with the command is no target.
    """
    t, now = session.t, session.now()
    answer = str(parse_target(typed) or REMOVE) if typed else ask_target(session, practice)
    if answer is None:
        return
    if answer == REMOVE:
        session.save(clear_target(session.assessment, practice, now))
        session.dialogue.say(t("{practice} has no target now.", practice=practice.id), QUIET)
        return
    session.save(set_target(session.assessment, practice, int(answer), now))
    label = wording.level_label(int(answer), session.library.checklist, t)
    session.dialogue.say(
        t("Target for {practice}: {level} ({label})", practice=practice.id, level=answer, label=label), QUIET
    )


def ask_target(session: Session, practice: Practice) -> str | None:
    """Ask which level the city wants to reach; None keeps what is there, REMOVE clears it."""
    t, present = session.t, session.assessment.targets.get(practice.id)
    page = session.dialogue.page()
    page.text(
        t("Which level do you want to reach in {practice}?", practice=wording.practice_title(practice, t)), STRONG
    )
    if present is not None:
        page.text(t("Now: {value}", value=present))
    page.show()
    labels = [(str(level), wording.level_label(level, session.library.checklist, t)) for level in range(1, 5)]
    hint = (
        t("Type 1 to 4. Enter sets no target, {b} goes back.", **letters_shown(t))
        if present is None
        else t("Type 1 to 4. Enter keeps it, - takes it away, {b} goes back.", **letters_shown(t))
    )
    return session.dialogue.choose(labels, label=t("Target"), hint=hint, removable=present is not None)


def write_action(session: Session, practice: Practice, typed: str) -> bool:
    """Plan an action for a practice: saved with its text, then completed by owner and horizon.

    Returns:
        Whether an action was added.

    Raises:
        Elsewhere: a command that leaves was typed.
    """
    t, dialogue = session.t, session.dialogue
    text: str | None = typed
    if not text:
        draw_actions(session, practice)
        hint = (
            t("Type one action. Enter goes on without one, - 1 takes the first away.")
            if actions_of(session, practice)
            else t("Type one action that leads to the next level. Enter goes on without one.")
        )
        text = dialogue.ask_text(label=t("Action"), hint=hint)
    if text is None or text == REMOVE:
        return False
    if removed := REMOVED_NUMBER.fullmatch(plain_word(text)):
        remove_action(session, practice, int(removed[1]))
        return False
    session.save(add_action(session.assessment, practice, dialogue.fitting(text), session.now()))
    dialogue.say(t("Action saved for {practice}: {text}", practice=practice.id, text=shortened(text)), QUIET)
    dialogue.remind()
    owners = [(value, wording.owner_title(value, t)) for value in get_args(Owner)]
    dialogue.say(t("Who takes it on?"), STRONG)
    owner = dialogue.choose(owners, label=t("Owner"), hint=t("Type a number. Enter: not decided yet."))
    complete_action(session, {"owner": owner or "undecided"})
    horizons = [(value, wording.horizon_title(value, t)) for value in get_args(Horizon)]
    dialogue.say(t("By when?"), STRONG)
    horizon = dialogue.choose(horizons, label=t("By when"), hint=t("Type a number. Enter: later."))
    complete_action(session, {"horizon": horizon or "later"})
    return True


def complete_action(session: Session, changes: dict[str, object]) -> None:
    """Save owner or horizon of the action that was added last."""
    *rest, last = session.assessment.actions
    session.save(session.assessment.changed(session.now(), actions=(*rest, last.model_copy(update=changes))))


def actions_of(session: Session, practice: Practice) -> list[Action]:
    """Return the actions planned for a practice."""
    return [action for action in session.assessment.actions if action.practice == practice.id]


def draw_actions(session: Session, practice: Practice) -> None:
    """Print the actions planned for a practice, numbered."""
    page, t = session.dialogue.page(), session.t
    page.text(t("Actions for {practice}", practice=wording.practice_title(practice, t)), STRONG)
    for number, action in enumerate(actions_of(session, practice), start=1):
        page.text(
            t(
                "{action} ({owner}, {horizon})",
                action=action.text,
                owner=wording.owner_title(action.owner, t),
                horizon=wording.horizon_title(action.horizon, t),
            ),
            label=t.in_digits(f"{number:>2}  "),
        )
    page.show()


def remove_action(session: Session, practice: Practice, number: int) -> None:
    """Take one action of a practice away."""
    actions = actions_of(session, practice)
    if not 1 <= number <= len(actions):
        session.dialogue.say(session.t("There is no action {number} for this practice.", number=number))
        return
    removed = actions[number - 1]
    places = [place for place, action in enumerate(session.assessment.actions) if action is removed]
    rest = tuple(action for place, action in enumerate(session.assessment.actions) if place not in places)
    session.save(session.assessment.changed(session.now(), actions=rest))
    session.dialogue.say(session.t("Taken away: {text}", text=shortened(removed.text)), QUIET)
