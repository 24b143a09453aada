"""Typing a filled paper form in: a line for each practice, repeated in words, then kept; resumes where it stopped.

How a line is read is handed in by the command, from `exchange/form.py`; what is shown is in `entering_pages.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from nlc_toolkit.assessment.form_codes import FACTS, NOTE, AnswerLine, NoteLine
from nlc_toolkit.errors import ToolkitError, WrongUsageError
from nlc_toolkit.free_text import plain_word
from nlc_toolkit.terminal.additions import write_note
from nlc_toolkit.terminal.commands import Command, parse
from nlc_toolkit.terminal.dialogue import REMOVE, Elsewhere
from nlc_toolkit.terminal.entering_answers import fitting_reason, lacks_reason, merged, save_line
from nlc_toolkit.terminal.entering_pages import (
    draw_farewell,
    draw_help,
    draw_open,
    draw_start,
    draw_understood,
    open_places,
)
from nlc_toolkit.terminal.letters import in_codes, letters_shown
from nlc_toolkit.terminal.page import GOOD, QUIET

if TYPE_CHECKING:
    from collections.abc import Callable

    from nlc_toolkit.assessment.form_codes import Entry, FactsLine, Line
    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.terminal.session import Session

CHANGE = Command("evidence")  # the same letter stands for another word here
QUIT = "q"


@dataclass(frozen=True)
class Reading:
    """How lines are read and written.

    Attributes:
        parse: gives what a line says; its arguments are the line, the content, the assessment and the practice meant
            where the line names none; raises WrongUsageError.
        place: gives the practice that a line names at its beginning, `f` for the facts, or an empty text.
        lines: gives the lines that hold what an assessment holds.
    """

    parse: Callable[[str, Library, Assessment, str], Line]
    place: Callable[[str], str]
    lines: Callable[[Library, Assessment], tuple[str, ...]]


@dataclass
class Entering:
    """One sitting at a file with a paper form.

    Attributes:
        here: the practice, or `f`, that a line means which names none; empty where nothing is open.
        last: the practice to which the numbers after `n` belong.
        handed_on: lines typed at a prompt for something else, to be taken before the next is asked for.
    """

    session: Session
    reading: Reading
    here: str = ""
    last: str = ""
    handed_on: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Take lines until the end.

        Raises:
            KeyboardInterrupt: Ctrl-C; the person has been told how to go on.
            ToolkitError: the file cannot be saved any more.
        """
        dialogue = self.session.dialogue
        draw_start(self.session)
        self.here = next(iter(open_places(self.session)), "")
        try:
            while self.take_line():
                pass
        except EOFError:
            dialogue.say("")
        except (KeyboardInterrupt, ToolkitError):
            dialogue.say("")
            draw_farewell(self.session)
            raise
        draw_farewell(self.session)

    def ask(self, label: str) -> str:
        """Return the line handed on, or the next one typed."""
        return self.handed_on.pop(0) if self.handed_on else in_codes(self.session.dialogue.ask(label))

    def take_line(self) -> bool:
        """Ask for a line and do what it says; return whether to go on."""
        typed = self.ask(self.here)
        command = parse(typed)
        if command.name == "quit":
            return False
        if command.name == "nothing":
            draw_open(self.session)
        elif command.name in {"help", "explain"}:
            draw_help(self.session)
        elif command.name == "review":
            self.review()
        elif command.name == "skip":
            self.go_to(self.open_after(self.here))
        elif command.name == "back":
            self.go_to(self.before(self.here))
        else:
            return self.take_answers(typed, command)
        return True

    def take_answers(self, typed: str, command: Command) -> bool:
        """Take a line with answers, facts or a note, or go to the place that stands alone on it."""
        session = self.session
        named = self.reading.place(command.argument if command.name == "jump" else typed)
        if command.name == "jump" or (named and " " not in typed.strip()):
            self.go_to(named)
            return True
        here = (self.last or self.here) if is_note(typed) else self.here
        try:
            line = self.reading.parse(typed, session.library, session.assessment, here)
        except WrongUsageError as error:
            session.dialogue.say(error.sentence(session.t))
            self.here = named if named in self.order() else self.here
            return True
        if isinstance(line, NoteLine):
            self.last = line.question.partition(".")[0]
            write_note(session, session.library.question(line.question), line.text)
            return True
        return self.settle(line)

    def settle(self, line: AnswerLine | FactsLine) -> bool:
        """Repeat a line until it is kept or given up; return whether to go on.

        Raises:
            EOFError: the input has ended; the line is kept.
            KeyboardInterrupt: Ctrl-C; the line is not kept, and the person has been told so.
        """
        session, t = self.session, self.session.t
        place = line.practice if isinstance(line, AnswerLine) else FACTS
        while True:
            line = self.with_reasons(line)
            draw_understood(session, line)
            try:
                typed = self.ask(t("{place} right?", place=place))
            except EOFError:
                self.keep(line, place)
                raise
            except KeyboardInterrupt:
                session.dialogue.say(t("The line of {place} is not kept.", place=place))
                raise
            command, named = parse(typed), self.reading.place(typed)
            if command.name in {"nothing", "quit"}:
                self.keep(line, place)
                return command.name == "nothing"
            if command.name == "back" or command == CHANGE:
                self.here = place
                session.dialogue.say(t("Nothing of {place} is kept. Type it again.", place=place), QUIET)
                return True
            if command.name in {"help", "explain"}:
                draw_help(session)
            elif is_note(typed) or named not in {"", place}:
                self.keep(line, place)
                self.handed_on.append(typed)
                return True
            else:
                line = self.changed(line, typed, place)

    def changed(self, line: AnswerLine | FactsLine, typed: str, place: str) -> AnswerLine | FactsLine:
        """Return the line with what was typed about the same place after it was repeated."""
        session = self.session
        try:
            change = self.reading.parse(typed, session.library, session.assessment, place)
        except WrongUsageError as error:
            session.dialogue.say(error.sentence(session.t))
            return line
        return line if isinstance(change, NoteLine) else merged(line, change)

    def with_reasons(self, line: AnswerLine | FactsLine) -> AnswerLine | FactsLine:
        """Return the line with a reason for each answer that needs one; without one, an answer is left empty."""
        if not isinstance(line, AnswerLine):
            return line
        entries = [self.with_reason(entry) if lacks_reason(self.session, entry) else entry for entry in line.entries]
        return replace(line, entries=tuple(fitting_reason(self.session, entry) for entry in entries))

    def with_reason(self, entry: Entry) -> Entry:
        """Ask why a question is not applicable; a line that was typed instead is handed on."""
        t, empty = self.session.t, replace(entry, state="empty")
        if self.handed_on:
            return empty
        try:
            reason = self.session.dialogue.ask_text(
                label=t("{question} why", question=entry.question),
                hint=t(
                    "Which reason stands beside x? Enter or {b} leaves {question} empty.",
                    question=entry.question,
                    **letters_shown(t),
                ),
            )
        except EOFError:
            return empty
        except Elsewhere as left:
            if left.command.name == "quit":
                self.handed_on.append(QUIT)
            return empty
        if reason is None or reason == REMOVE:
            return empty
        if " " in reason and (self.reading.place(reason) or is_note(reason)):
            self.handed_on.append(reason)
            return empty
        return replace(entry, reason=reason)

    def keep(self, line: AnswerLine | FactsLine, place: str) -> None:
        """Save a line, say so, and go on to what is open behind it."""
        session, t = self.session, self.session.t
        before = len(session.course.questions)
        save_line(session, line)
        session.dialogue.say(t("Saved: {place}", place=place), GOOD)
        if isinstance(line, AnswerLine):
            self.last = place
            if any(entry.reason for entry in line.entries):
                session.dialogue.remind()
        elif len(session.course.questions) != before:
            count = len(session.course.questions)
            session.dialogue.say(t("With these facts, {count} questions are asked in this place.", count=count), QUIET)
        if line.whole or self.here not in open_places(session):
            self.here = self.open_after(place if line.whole else self.here)
        if not self.here:
            draw_open(session)

    def order(self) -> tuple[str, ...]:
        """Return every place for which there is a line."""
        return (FACTS, *(practice.id for practice, _ in self.session.course.practices))

    def open_after(self, place: str) -> str:
        """Return the next open place behind `place`, else the first one; empty where nothing is open."""
        order, still_open = self.order(), open_places(self.session)
        start = order.index(place) + 1 if place in order else 0
        return next((known for known in (*order[start:], *order[:start]) if known in still_open), "")

    def before(self, place: str) -> str:
        """Return the place in front of `place`; the first one stays."""
        order = self.order()
        return order[max(0, order.index(place) - 1)] if place in order else order[-1]

    def go_to(self, place: str) -> None:
        """Make `place` the one that lines without a name mean, and show what the file holds of it."""
        session, t = self.session, self.session.t
        if place not in self.order():
            session.dialogue.say(
                t("There is no such line here. The lines are: {places}", places=t.series(self.order()))
                if place
                else t("Every question is answered. A line changes its answers, {q} ends.", **letters_shown(t))
            )
            return
        self.here = place
        self.last = place if place != FACTS else self.last
        held = [line for line in self.reading.lines(session.library, session.assessment) if belongs(line, place)]
        for line in held:
            session.dialogue.say(t("The file holds: {line}", line=line), QUIET)
        if not held:
            session.dialogue.say(t("The file holds nothing of {place} yet.", place=place), QUIET)

    def review(self) -> None:
        """Print every line as the file holds it now."""
        page, session = self.session.dialogue.page(), self.session
        for line in self.reading.lines(session.library, session.assessment):
            page.text(line)
        page.show(whole=True)
        draw_open(session)


def is_note(typed: str) -> bool:
    """Whether a line is a note, or begins as one."""
    return plain_word(typed.strip().partition(" ")[0]) == NOTE


def belongs(line: str, place: str) -> bool:
    """Whether a written line is about `place`."""
    return line.startswith((f"{place} ", f"{NOTE} {place}."))
