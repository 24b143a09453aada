"""The start of typing a paper form in: opens or makes the file with the same questions as the questionnaire.

Everything after the file is open is left to `entering.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.terminal.letters import letters_shown
from nlc_toolkit.terminal.opening import Opening, given_facts
from nlc_toolkit.terminal.page import HEAD, STRONG
from nlc_toolkit.terminal.questionnaire import opened
from nlc_toolkit.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from random import Random

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.terminal.dialogue import Dialogue
    from nlc_toolkit.terminal.entering import Reading
    from nlc_toolkit.terminal.opening import Wish


class PaperOpening(Opening):
    """The way to an open file for someone who types in what others have ticked."""

    def welcome(self) -> None:
        """Print what happens to what is typed."""
        t, page = self.dialogue.t, self.dialogue.page()
        page.text(t("Type a filled paper form in"), HEAD)
        if self.wish.path is not None:
            page.text(t("Its answers will lie in one file:"))
            page.whole(str(self.wish.path.absolute()), indent=2)
        page.text(t("Nothing is sent anywhere. Type what the first page of the form says:"))
        page.gap()
        page.show()

    def explain_levels(self, path: Path, library: Library) -> None:
        """Print where the file lies; the levels are explained on the form."""
        del library
        t, page = self.dialogue.t, self.dialogue.page()
        page.text(t("Your answers are kept in:"), STRONG)
        page.whole(str(path.absolute()), indent=2)
        page.text(t("{q} saves and quits at any time, {h} shows all commands.", **letters_shown(t)))
        page.show()


def run_entering(  # noqa: PLR0913 - as the questionnaire, and how lines are read
    wish: Wish,
    *,
    reading: Reading,
    load_library: Callable[[], Library],
    dialogue: Dialogue,
    now: Callable[[], datetime],
    random: Random,
    toolkit: str,
    options: tuple[str, ...] = (),
) -> None:
    """Take a filled form line by line until `q` or the end of input; every line that is kept is on disk at once.

    Args:
        wish: what the command line asks for.
        reading: how lines are read and written.
        load_library: gives the content; called after the first prompt where nothing needs it sooner.
        dialogue: the terminal.
        now: the clock.
        random: where a new file's id and code come from.
        toolkit: the version that makes the file.
        options: options of this run that the commands shown to the person must repeat.

    Raises:
        KeyboardInterrupt: Ctrl-C; what was kept is saved, and the person has been told how to go on.
        ToolkitError: the file cannot be opened, made or saved, or does not fit what was asked for.
    """
    opening = PaperOpening(wish, load_library, dialogue, now, random, toolkit, given_facts(wish, dialogue))
    file = opened(opening, options, "enter")
    if file is None:
        return
    from nlc_toolkit.terminal.entering import Entering  # noqa: PLC0415 - not before the first prompt

    with file:
        Entering(Session(file, load_library(), dialogue, now, options=options), reading).run()
