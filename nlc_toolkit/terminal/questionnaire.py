"""The questionnaire: opens the file, walks from place to place until the end, and says how to go on.

What happens at a place is left to `at_question.py`, `at_facts.py` and `at_end.py`; the way between them to `walk.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.errors import ToolkitError
from nlc_toolkit.terminal.at_end import visit_plan, visit_result, visit_review
from nlc_toolkit.terminal.at_facts import visit_fact, visit_facts
from nlc_toolkit.terminal.at_question import visit_question
from nlc_toolkit.terminal.dialogue import Dialogue, Elsewhere
from nlc_toolkit.terminal.opening import Opening, given_facts
from nlc_toolkit.terminal.screens import draw_farewell
from nlc_toolkit.terminal.session import Session, command_line
from nlc_toolkit.terminal.walk import END, Place, Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from random import Random

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.terminal.opening import Wish

VISITS: Mapping[str, Callable[[Walk, str], Place]] = {
    "fact": visit_fact,
    "facts": lambda walk, _: visit_facts(walk),
    "question": visit_question,
    "review": lambda walk, _: visit_review(walk),
    "result": lambda walk, _: visit_result(walk),
    "plan": visit_plan,
}


def run_questionnaire(  # noqa: PLR0913 - everything that a sitting must not fetch for itself
    wish: Wish,
    *,
    library: Library,
    dialogue: Dialogue,
    now: Callable[[], datetime],
    random: Random,
    toolkit: str,
    options: tuple[str, ...] = (),
) -> None:
    """Ask a respondent until the end, `q` or the end of input; every answer is on disk before the next question.

    Args:
        wish: what the command line asks for.
        library: the content.
        dialogue: the terminal.
        now: the clock.
        random: where a new file's id and code come from.
        toolkit: the version that makes the file.
        options: options of this run that the commands shown to the person must repeat.

    Raises:
        KeyboardInterrupt: Ctrl-C; everything is saved, and the person has been told how to go on.
        ToolkitError: the file cannot be opened, made or saved, or does not fit what was asked for.
    """
    only = library.practice(wish.practice).id if wish.practice is not None else None
    opening = Opening(wish, library, dialogue, now, random, toolkit, given_facts(wish, dialogue))
    try:
        file = opening.open()
    except (Elsewhere, EOFError):
        say_nothing_written(opening, options)
        return
    except KeyboardInterrupt:
        say_nothing_written(opening, options)
        raise
    with file:
        run_session(Session(file, library, dialogue, now, only, options))


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


def say_nothing_written(opening: Opening, options: tuple[str, ...]) -> None:
    """Say that there is no file yet, and the exact command that starts again with what was typed so far."""
    t, page = opening.dialogue.t, opening.dialogue.page()
    given = [word for key, value in opening.facts.items() for word in (f"--{key}", value)]
    page.gap()
    page.text(t("There is no file yet: it is made once city, country and group are known. To start:"))
    page.whole(command_line("assess", opening.wish.path, (*given, *options)), indent=4)
    page.show()
