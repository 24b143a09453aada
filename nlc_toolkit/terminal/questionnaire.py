"""The questionnaire from its start: opens the file and hands it to the sitting, or says that there is none.

The opening itself is in `opening.py`, everything behind it in `sitting.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.terminal.dialogue import Elsewhere
from nlc_toolkit.terminal.opening import Opening, given_facts
from nlc_toolkit.terminal.session import Session, command_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from nlc_toolkit.assessment.store import AssessmentFile
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.terminal.dialogue import Dialogue
    from nlc_toolkit.terminal.opening import Wish


def run_questionnaire(  # noqa: PLR0913 - everything that a sitting must not fetch for itself
    wish: Wish,
    *,
    load_library: Callable[[], Library],
    dialogue: Dialogue,
    now: Callable[[], datetime],
    random: Random,
    toolkit: str,
    options: tuple[str, ...] = (),
) -> None:
    """Ask a respondent until the end, `q` or the end of input; every answer is on disk before the next question.

    Args:
        wish: what the command line asks for.
        load_library: gives the content; called after the first prompt where nothing needs it sooner.
        dialogue: the terminal.
        now: the clock.
        random: where a new file's id and code come from.
        toolkit: the version that makes the file.
        options: options of this run that the commands shown to the person must repeat.

    Raises:
        KeyboardInterrupt: Ctrl-C; everything is saved, and the person has been told how to go on.
        ToolkitError: the file cannot be opened, made or saved, or does not fit what was asked for.
    """
    only = load_library().practice(wish.practice).id if wish.practice is not None else None
    opening = Opening(wish, load_library, dialogue, now, random, toolkit, given_facts(wish, dialogue))
    file = opened(opening, options)
    if file is None:
        return
    from nlc_toolkit.terminal.sitting import run_session  # noqa: PLC0415 - not before the first prompt

    with file:
        run_session(Session(file, load_library(), dialogue, now, only, options))


def opened(opening: Opening, options: tuple[str, ...], command: str = "assess") -> AssessmentFile | None:
    """Return the open file; None where the person left before there was one, and has been told how `command` starts.

    Raises:
        KeyboardInterrupt: Ctrl-C; the same has been told.
        ToolkitError: the file cannot be opened or made, or does not fit what was asked for.
    """
    try:
        return opening.open()
    except (Elsewhere, EOFError):
        _say_nothing_written(opening, options, command)
        return None
    except KeyboardInterrupt:
        _say_nothing_written(opening, options, command)
        raise


def _say_nothing_written(opening: Opening, options: tuple[str, ...], command: str) -> None:
    """Say that there is no file yet, and exactly how `command` starts again with what was typed so far."""
    t, page = opening.dialogue.t, opening.dialogue.page()
    given = [word for key, value in opening.facts.items() for word in (f"--{key}", value)]
    page.gap()
    page.text(t("There is no file yet: it is made once city, country and group are known. To start:"))
    page.whole(command_line(command, opening.wish.path, (*given, *options)), indent=4)
    page.show()
