"""The opening: what the person should know first, the three required facts, and the file that is made or resumed.

Everything after the file is there is left to `questionnaire.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.content.vocabulary import GROUPS, LEVELS
from nlc_toolkit.countries import find_country
from nlc_toolkit.errors import ToolkitError, WrongUsageError, mark
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.terminal.default_files import earlier_files, unused
from nlc_toolkit.terminal.dialogue import Elsewhere
from nlc_toolkit.terminal.letters import letters_shown
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG
from nlc_toolkit.terminal.required import LONGEST_NAME, REQUIRED, ask_required

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from random import Random

    from nlc_toolkit.assessment.models import Mode
    from nlc_toolkit.assessment.store import AssessmentFile
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.terminal.commands import Command
    from nlc_toolkit.terminal.dialogue import Dialogue
    from nlc_toolkit.terminal.page import Page

MINUTES_PER_QUESTION = 2
ROUNDED_TO_MINUTES = 5


@dataclass(frozen=True)
class Wish:
    """What the command line asks for.

    Attributes:
        path: the file named, or None.
        folder: where a file is made when none is named.
        mode: `quick` or `full` if asked for.
        practice: the one practice to ask, or None.
        city, country, group: for a new file, as typed; empty if not given.
    """

    path: Path | None
    folder: Path
    mode: Mode | None = None
    practice: str | None = None
    city: str = ""
    country: str = ""
    group: str = ""


@dataclass
class Opening:
    """The way to an open file.

    Attributes:
        load_library: gives the content, which takes longer to load than the first prompt should wait for.
        facts: the required facts that are known so far; `country` as code, `group` as id.
        mode: which questions the file asks, once there is one.
    """

    wish: Wish
    load_library: Callable[[], Library]
    dialogue: Dialogue
    now: Callable[[], datetime]
    random: Random
    toolkit: str
    facts: dict[str, str]
    mode: Mode = field(default="full", init=False)

    def open(self) -> AssessmentFile:
        """Return the file, new or resumed; the person has seen what it is.

        Raises:
            Elsewhere: the person quits before there is a file.
            ToolkitError: the file cannot be opened or made, or does not fit what was asked for.
        """
        if self.wish.path is not None and self.wish.path.exists():
            return self.resume(self.wish.path)
        if self.wish.path is not None:
            self.refuse_missing_folder(self.wish.path)
        self.welcome()
        self.ask_required()
        path = self.wish.path or self.choose_path()
        return self.resume(path) if path.exists() else self.create(path)

    def refuse_missing_folder(self, path: Path) -> None:
        """Say so at once, not after three questions, if a file cannot be made there."""
        if not path.parent.is_dir():
            raise ToolkitError(
                mark("There is no folder {folder}. Make it first, or name a file in a folder that exists."),
                folder=path.parent,
            )

    def welcome(self) -> None:
        """Print what the person should know before typing anything."""
        t, page = self.dialogue.t, self.dialogue.page()
        page.text(t("How well do national and local government work together? A self-assessment"), HEAD)
        page.text(
            t(
                "A question takes about {minutes} minutes. Stop at any time with {q}: every answer is saved at once, "
                "and you can go on later.",
                minutes=t.number(MINUTES_PER_QUESTION, 0),
                **letters_shown(t),
            )
        )
        page.gap()
        if self.wish.path is not None:
            page.text(t("Your answers lie in one file:"))
            page.whole(str(self.wish.path.absolute()), indent=2)
        else:
            page.text(t("Your answers lie in one file in this folder:"))
            page.whole(str(self.wish.folder.absolute()), indent=2)
        self.draw_care(page)
        page.gap()
        page.show()

    def draw_care(self, page: Page) -> None:
        """Add who sees the answers, and what not to write."""
        t = self.dialogue.t
        page.text(t("Only people to whom you give that file see it. Nothing is sent anywhere."))
        page.text(t("Please write about institutions, never about persons: no names."))

    def ask_required(self) -> None:
        """Ask for city, country and group, less what is known."""
        missing = [key for key in REQUIRED if key not in self.facts]
        place = 0
        while place < len(missing):
            try:
                value = ask_required(self.dialogue, missing[place])
            except Elsewhere as left:
                place = self.turn(left.command, place)
                continue
            if value is not None:
                self.facts[missing[place]] = value
                place += 1

    def turn(self, command: Command, place: int) -> int:
        """Return where to go on asking after a command that leaves."""
        t = self.dialogue.t
        if command.name == "quit":
            raise Elsewhere(command)
        if command.name == "back" and place > 0:
            return place - 1
        self.dialogue.say(
            t("This is the first question. {q} quits.", **letters_shown(t))
            if command.name == "back"
            else t("First the city, its country and your group are needed. Then there is a file.")
        )
        return place

    def choose_path(self) -> Path:
        """Return the default path, or what the person chooses where files of this city and group exist."""
        from nlc_toolkit.assessment.store import default_path  # noqa: PLC0415 - not before the first prompt

        t, city, group = self.dialogue.t, self.facts["city"], self.facts["group"]
        day = self.now().date()
        fresh = default_path(self.wish.folder, city, group, day)
        existing = earlier_files(fresh, day.isoformat())
        if not existing:
            return fresh
        new = unused(fresh)
        options = [(path, t("Go on with {file}", file=path.name)) for path in existing]
        options.append((new, t("Start a new file: {file}", file=new.name)))
        self.dialogue.say(t("There is a file for this city and group already."), STRONG)
        while True:
            try:
                chosen = self.dialogue.choose(
                    options, label="", hint=t("Type a number. {q} quits.", **letters_shown(t))
                )
            except Elsewhere as left:
                if left.command.name == "quit":
                    raise
                continue
            if chosen is not None:
                return chosen

    def create(self, path: Path) -> AssessmentFile:
        """Make the file and say where it lies."""
        from nlc_toolkit.assessment.editing import typed_id  # noqa: PLC0415
        from nlc_toolkit.assessment.models import City  # noqa: PLC0415
        from nlc_toolkit.assessment.store import AssessmentFile, new_assessment  # noqa: PLC0415

        library = self.load_library()
        self.mode = self.wish.mode or "full"
        assessment = new_assessment(
            city=City(name=self.facts["city"], country=self.facts["country"]),
            group=typed_id(self.facts["group"], GROUPS),
            mode=self.mode,
            now=self.now(),
            library=library,
            toolkit=self.toolkit,
            random=self.random,
        )
        file = AssessmentFile.create(path, assessment)
        self.explain_levels(path, library)
        return file

    def explain_levels(self, path: Path, library: Library) -> None:
        """Print where the file lies, how long it takes and what the levels mean."""
        t, page = self.dialogue.t, self.dialogue.page()
        asked = 1 if self.wish.practice else len(library.practices)
        if self.mode != "quick":
            asked = sum(self.wish.practice in {None, name[:3]} for name in library.questions)
        page.text(t("Your answers are kept in:"), STRONG)
        page.whole(str(path.absolute()), indent=2)
        page.text(
            t.plural(
                "There is {count} question, about {minutes} minutes. It describes five levels:",
                "There are {count} questions, about {minutes} minutes. Each describes five levels:",
                asked,
                minutes=t.number(minutes_for(asked), 0),
            ),
            STRONG,
        )
        for level in LEVELS:
            page.text(
                t(
                    "{title}: {meaning}",
                    title=wording.level_label(level, library.checklist, t),
                    meaning=wording.level_meaning(level, library.checklist, t),
                ),
                label=t.in_digits(f"{level}  "),
            )
        page.text(t("Choose the highest level whose whole text is true of your city today."))
        page.text(t("Choose 0 only if you know that there is nothing. “Don’t know” is honest too."))
        page.show()

    def resume(self, path: Path) -> AssessmentFile:
        """Open an existing file, widened if that was asked for; one without answers is explained like a new one."""
        from nlc_toolkit.assessment.editing import widen_to_full  # noqa: PLC0415
        from nlc_toolkit.assessment.store import AssessmentFile  # noqa: PLC0415

        file = AssessmentFile.open(path)
        try:
            self.refuse_misfit(file)
            if self.wish.mode == "full" and file.assessment.mode == "quick":
                file.save(widen_to_full(file.assessment, self.now()))
                self.dialogue.say(self.dialogue.t("This file asks every question now. Your answers are kept."))
        except BaseException:
            file.close()
            raise
        t, assessment = self.dialogue.t, file.assessment
        page = self.dialogue.page()
        page.text(
            t(
                "{city} ({country}): {group}",
                city=assessment.city.name,
                country=assessment.city.country,
                group=wording.group_title(assessment.respondent.group, t),
            ),
            HEAD,
        )
        if assessment.answers:
            page.text(t("Your answers are kept in:"))
            page.whole(str(path.absolute()), indent=2)
            page.text(t("{q} saves and quits at any time, {h} shows all commands.", **letters_shown(t)), QUIET)
        page.show()
        if not assessment.answers:
            self.mode = assessment.mode
            self.explain_levels(path, self.load_library())
        if not assessment.answers and self.wish.path is not None:
            self.draw_care(page)
            page.show()
        return file

    def refuse_misfit(self, file: AssessmentFile) -> None:
        """Refuse options that contradict the file instead of passing over them."""
        assessment = file.assessment
        if self.wish.mode == "quick" and assessment.mode == "full":
            raise WrongUsageError(
                mark("{file} is a full assessment. --quick is for a new file; leave it out here."), file=file.path
            )
        stored = {
            "city": assessment.city.name,
            "country": assessment.city.country,
            "group": assessment.respondent.group,
        }
        for key, value in self.facts.items():
            if stored[key].casefold() != value.casefold():
                raise WrongUsageError(
                    mark("{file} says “{stored}”, not “{given}”. Leave --{option} out, or name a new file."),
                    file=file.path,
                    stored=stored[key],
                    given=value,
                    option=key,
                )


def given_facts(wish: Wish, dialogue: Dialogue) -> dict[str, str]:
    """Return the required facts that the command line gives, checked.

    Raises:
        WrongUsageError: there is no such country or group.
    """
    facts: dict[str, str] = {}
    if city := clean_line(wish.city)[:LONGEST_NAME]:
        facts["city"] = city
    if wish.country:
        facts["country"] = find_country(wish.country, dialogue.t)
    if wish.group:
        from nlc_toolkit.assessment.editing import typed_id  # noqa: PLC0415

        facts["group"] = typed_id(wish.group, GROUPS)
    return facts


def minutes_for(questions: int) -> int:
    """Return about how many minutes the questions take."""
    return -(-questions * MINUTES_PER_QUESTION // ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES
