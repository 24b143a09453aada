"""At the facts about place and respondent: asked one by one before the questions, or opened from their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.terminal.dialogue import REMOVE, Elsewhere
from nlc_toolkit.terminal.facts import all_facts, ask_fact, fact, facts_to_ask, skip_facts, store_fact
from nlc_toolkit.terminal.letters import letters_shown
from nlc_toolkit.terminal.page import HEAD
from nlc_toolkit.terminal.walk import FACTS, Place

if TYPE_CHECKING:
    from nlc_toolkit.terminal.session import Session
    from nlc_toolkit.terminal.walk import Walk


def visit_fact(walk: Walk, key: str) -> Place:
    """Ask one fact before the questions; Enter skips it for good, `j` skips all that are left.

    Raises:
        Elsewhere: another command was typed.
    """
    session, t, place = walk.session, walk.session.t, walk.facts.index(key)
    heading = t("About your city: {number} of {last}", number=place + 1, last=len(walk.facts))
    try:
        value = ask_fact(session, key, heading)
    except Elsewhere as left:
        if left.command.name == "jump" and not left.command.argument:
            skip_facts(session, facts_to_ask(session))
            return walk.onward(None)
        raise
    if value is not None:
        store(session, key, value)
    elif fact(session, key).value is None:
        skip_facts(session, [key])
    following = walk.facts[place + 1 :]
    return Place("fact", following[0]) if following else walk.onward(None)


def visit_facts(walk: Walk) -> Place:
    """List all facts with their values and let the person change any.

    Raises:
        Elsewhere: a command was typed.
    """
    session, t = walk.session, walk.session.t
    session.dialogue.say(t("City and context"), HEAD)
    options = []
    for key in all_facts(session):
        known = fact(session, key)
        shown = known.shown if known.shown is not None else t("not stated")
        options.append((key, t("{title}: {value}", title=known.title.rstrip(":?؟"), value=shown)))
    hint = t("A number opens one. Enter goes back to the questions, {q} saves and quits.", **letters_shown(t))
    chosen = session.dialogue.choose(options, label="", hint=hint)
    if chosen is None:
        return walk.again()
    try:
        value = ask_fact(session, chosen, t("City and context"), listed=True)
    except Elsewhere as left:
        if left.command.name == "back":
            return FACTS
        raise
    if value is not None:
        store(session, chosen, value)
    return FACTS


def store(session: Session, key: str, value: str) -> None:
    """Save a fact; REMOVE takes the present value away."""
    store_fact(session, key, None if value == REMOVE else value)
