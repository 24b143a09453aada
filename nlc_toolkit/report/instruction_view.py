"""The instruction sheet that goes with a prefilled assessment: what a respondent should know, complete and in words.

Pure, like `view.py`. Its layout is left to the template `instructions.html`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from nlc_toolkit import wording
from nlc_toolkit.assessment.models import NotesChoice
from nlc_toolkit.countries import country_name
from nlc_toolkit.errors import mark
from nlc_toolkit.report.city_in_print import has_long_name, part_and_country
from nlc_toolkit.report.directions import on_paper
from nlc_toolkit.report.material import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from nlc_toolkit.assessment.models import City, Mode
    from nlc_toolkit.content.vocabulary import Group
    from nlc_toolkit.i18n import Translator

ON_WINDOWS, ELSEWHERE = r".venv\Scripts\nlc assess FILE", ".venv/bin/nlc assess FILE"
SYSTEMS = (
    ("Windows", mark("Start menu, then “Command Prompt”"), ON_WINDOWS),
    ("macOS", mark("Applications, Utilities, then “Terminal”"), ELSEWHERE),
    ("Linux", mark("the application “Terminal”"), ELSEWHERE),
)
WHAT_CHOICES_MEAN: Mapping[NotesChoice, str] = {
    "with_group": mark("Papers for the workshop may show your notes, beside the name of your group."),
    "without_group": mark(
        "Papers for the workshop may show your notes, but not which group wrote them. In a small circle, people may "
        "still guess it."
    ),
    "withheld": mark("No paper shows your notes. Whoever gets your file can still read them there."),
}


@dataclass(frozen=True)
class Invitation:
    """What respondents are invited to.

    Attributes:
        city: the place.
        groups: the groups that are asked.
        file: the name of one of the files, as an example.
        mode: `full` or `quick`.
        questions: how many questions a respondent is asked at most.
        minutes: about how long they take.
        facts_given: whether facts about the place are filled in.
        letters: the Latin letter of each typed command → how the sheet names it, such as `ق (j)`.
        today: the day the sheet is made.
    """

    city: City
    groups: tuple[Group, ...]
    file: str
    mode: Mode
    questions: int
    minutes: int
    facts_given: bool
    letters: Mapping[str, str]
    today: date


@dataclass(frozen=True)
class SystemView:
    """How to answer on one operating system: where its terminal is, and what to type there."""

    system: str
    terminal: str
    command: str


@dataclass(frozen=True)
class InstructionView:
    """The whole sheet.

    Attributes:
        language, direction: of the words, as HTML's `lang` and `dir`.
        document_title, keywords, day: for the file's metadata.
        long_name: whether the city's name needs smaller letters.
        groups: who is asked.
        duration: how many questions, and how long they take.
        filled_in: what the file holds already.
        file: the name of one of the files, as an example.
        letters: the Latin letter of each typed command → how the sheet names it.
        notes: each choice about one's notes, and what it means.
    """

    language: str
    direction: str
    document_title: str
    keywords: str
    day: str
    city: str
    long_name: bool
    place: str
    groups: str
    duration: str
    filled_in: str
    file: str
    letters: Mapping[str, str]
    systems: tuple[SystemView, ...]
    notes: tuple[Fact, ...]


def build_instructions(invitation: Invitation, translator: Translator) -> InstructionView:
    """Return everything that the sheet prints."""
    t, city = on_paper(translator), invitation.city
    return InstructionView(
        language=t.language,
        direction=t.direction,
        document_title=t("{city}: how to answer before the workshop", city=city.name),
        keywords=", ".join((city.name, country_name(city.country, t), t("self-assessment"), t("instructions"))),
        day=invitation.today.isoformat(),
        city=city.name,
        long_name=has_long_name(city),
        place=part_and_country(city, t),
        groups=t.series([wording.group_title(group, t) for group in invitation.groups]),
        duration=_duration(invitation, t),
        filled_in=_filled_in(invitation, t),
        file=invitation.file,
        letters=invitation.letters,
        systems=tuple(SystemView(system, t(terminal), command) for system, terminal, command in SYSTEMS),
        notes=tuple(
            Fact(wording.notes_choice_title(choice, t), t(WHAT_CHOICES_MEAN[choice]))
            for choice in get_args(NotesChoice)
        ),
    )


def _duration(invitation: Invitation, t: Translator) -> str:
    minutes = t.number(invitation.minutes, 0)
    if invitation.mode == "quick":
        return t.plural(
            "{count} question, about {minutes} minutes: one for each practice.",
            "{count} questions, about {minutes} minutes: one for each practice.",
            invitation.questions,
            minutes=minutes,
        )
    return t.plural(
        "Up to {count} question, about {minutes} minutes in all.",
        "Up to {count} questions, about {minutes} minutes in all.",
        invitation.questions,
        minutes=minutes,
    )


def _filled_in(invitation: Invitation, t: Translator) -> str:
    if invitation.facts_given:
        return t(
            "City, country, your group and some facts about the place are filled in; no answers are. If something is "
            "wrong, change it with {c}.",
            c=invitation.letters["c"],
        )
    return t(
        "City, country and your group are filled in; no answers are. If something is wrong, change it with {c}.",
        c=invitation.letters["c"],
    )
