"""One sitting at an open file: from place to place until the end, which says how to go on.

What happens at a place is left to `at_question.py`, `at_facts.py` and `at_end.py`; the way between them to `walk.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.errors import ToolkitError
from nlc_toolkit.terminal.at_end import visit_plan, visit_result, visit_review
from nlc_toolkit.terminal.at_facts import visit_fact, visit_facts
from nlc_toolkit.terminal.at_question import visit_question
from nlc_toolkit.terminal.dialogue import Elsewhere
from nlc_toolkit.terminal.screens import draw_farewell
from nlc_toolkit.terminal.walk import END, Place, Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nlc_toolkit.terminal.session import Session

VISITS: Mapping[str, Callable[[Walk, str], Place]] = {
    "fact": visit_fact,
    "facts": lambda walk, _: visit_facts(walk),
    "question": visit_question,
    "review": lambda walk, _: visit_review(walk),
    "result": lambda walk, _: visit_result(walk),
    "plan": visit_plan,
}


def run_session(session: Session) -> None:
    """Walk through an open file until the end.

    Raises:
        KeyboardInterrupt: Ctrl-C; the person has been told how to go on.
        ToolkitError: the file cannot be saved any more.
    """
    walk = Walk(session)
    try:
        place = walk.start()
        while place != END:
            place = visit(walk, place)
    except EOFError:
        session.dialogue.say("")
    except (KeyboardInterrupt, ToolkitError):
        session.dialogue.say("")
        draw_farewell(session)
        raise
    draw_farewell(session)


def visit(walk: Walk, place: Place) -> Place:
    """Draw a place, take what is typed there, and return the next place."""
    try:
        return VISITS[place.kind](walk, place.of)
    except Elsewhere as left:
        return walk.leave(left.command, place)
