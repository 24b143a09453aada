"""The three facts that an assessment cannot do without: city, country and respondent group, and how each is asked.

They are asked before there is a file, so nothing here knows assessments; the other facts are in `facts.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.content.vocabulary import GROUPS
from nlc_toolkit.countries import find_country
from nlc_toolkit.errors import WrongUsageError, mark
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.terminal.dialogue import REMOVE
from nlc_toolkit.terminal.letters import letters_shown
from nlc_toolkit.terminal.page import STRONG

if TYPE_CHECKING:
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.dialogue import Dialogue

LONGEST_NAME = 300
REQUIRED_TITLES = {
    "city": mark("City"),
    "country": mark("Country"),
    "group": mark("Respondent group"),
}
REQUIRED = tuple(REQUIRED_TITLES)


def ask_required(dialogue: Dialogue, key: str) -> str | None:
    """Ask for one required fact before there is a file; return its value, None for Enter.

    Raises:
        Elsewhere: a command that leaves was typed.
    """
    t, label = dialogue.t, dialogue.t(REQUIRED_TITLES[key])
    if key == "city":
        return ask_name(
            dialogue, t("Type the name of your city or district. {q} quits.", **letters_shown(t)), label=label
        )
    if key == "country":
        hint = t(
            "Type the country’s name or its two letters, such as Indonesia or ID. {b} goes back.", **letters_shown(t)
        )
        return ask_country(dialogue, hint, label=label)
    dialogue.say(t("Which group do you belong to?"), STRONG)
    return dialogue.choose(group_options(t), label=label, hint=t("Type a number. {b} goes back.", **letters_shown(t)))


def group_options(t: Translator) -> tuple[tuple[str, str], ...]:
    """Return id and title of each respondent group."""
    return tuple((group, wording.group_title(group, t)) for group in GROUPS)


def ask_name(dialogue: Dialogue, hint: str, *, label: str = "", removable: bool = False) -> str | None:
    """Ask for the name of a place; return it, REMOVE where the present one is to go, None for Enter."""
    while True:
        typed = dialogue.ask_text(label=label, hint=hint, longest=LONGEST_NAME, about_places=True)
        name = None if typed is None else clean_line(typed)
        if name != REMOVE or removable:
            return name
        dialogue.say(dialogue.t("A name is needed here."))


def ask_country(dialogue: Dialogue, hint: str, *, label: str = "") -> str | None:
    """Ask for a country until one is recognised; return its code, None for Enter."""
    while True:
        typed = dialogue.ask_text(label=label, hint=hint, longest=LONGEST_NAME, about_places=True)
        if typed is None:
            return None
        try:
            return find_country(typed, dialogue.t)
        except WrongUsageError as error:
            dialogue.say(error.sentence(dialogue.t))
