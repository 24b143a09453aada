"""Asking one thing in the terminal: a number from a list, a text, or Enter to go on.

A command typed at such a prompt is handed to the flow in `questionnaire.py`, which knows what it means there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar, cast

from nlc_toolkit.free_text import LONGEST, clean, clean_line
from nlc_toolkit.terminal.bidi import visual
from nlc_toolkit.terminal.commands import LEAVING, Command, parse, parse_in_text, parse_number, shortened
from nlc_toolkit.terminal.console import is_visual
from nlc_toolkit.terminal.page import QUIET, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import Console

    from nlc_toolkit.i18n import Translator

Value = TypeVar("Value")
REMOVE: Final = "-"
SHORTEST = 2


class Elsewhere(Exception):  # noqa: N818 - not an error: the person leaves a prompt with a command
    """A command typed at a prompt that asks for something else; nothing was taken there."""

    def __init__(self, command: Command) -> None:
        super().__init__(command.name)
        self.command = command


@dataclass
class Dialogue:
    """The console to show on and the way to read a line.

    Attributes:
        console: where pages are printed.
        read_line: prints a prompt and returns the line typed; raises EOFError at the end of input.
        t: the words.
        reminded: whether the reminder about persons' names was shown in this session.
        just_said: how many lines of sentences were printed since the last prompt.
    """

    console: Console
    read_line: Callable[[str], str]
    t: Translator
    reminded: bool = False
    just_said: int = 0

    def page(self) -> Page:
        """Return an empty page."""
        return Page(self.console, self.just_said)

    def say(self, text: str, style: str = "") -> None:
        """Print one sentence."""
        page = self.page()
        page.text(text, style)
        self.just_said += page.show()

    def ask(self, label: str = "") -> str:
        """Return the line typed at a prompt, which always ends in `> `.

        The prompt stands at the left margin in every language: a terminal that does not turn letters shows what is
        typed from there to the right.
        """
        self.just_said = 0
        if label and is_visual(self.console):
            label = visual(label, self.t.direction)
        return self.read_line(f"{label} > " if label else "> ")

    def choose(
        self,
        options: Sequence[tuple[Value, str]],
        *,
        label: str,
        hint: str,
        removable: bool = False,
    ) -> Value | None:
        """Ask for one of the numbered `options`; the caller has drawn nothing of them yet.

        Returns:
            The value chosen; None for Enter; REMOVE for `-` where `removable`, which needs values that are texts.

        Raises:
            Elsewhere: a command that leaves was typed.
        """
        self.draw_options(options, hint)
        by_title = {title.casefold(): value for value, title in options}
        by_title.update({value.casefold(): value for value, _ in options if isinstance(value, str)})
        while True:
            typed = self.ask(label)
            number = parse_number(typed)
            if number is not None and 0 < number <= len(options):
                return options[number - 1][0]
            if clean_line(typed).casefold() in by_title:
                return by_title[clean_line(typed).casefold()]
            if removable and clean_line(typed) == REMOVE:
                return cast("Value", REMOVE)
            command = parse(typed)
            if command.name in {"nothing", "skip"}:
                return None
            if command.name in LEAVING or command.name == "help":
                raise Elsewhere(command)
            self.say(self.t("The choices go from 1 to {last}. {hint}", last=len(options), hint=hint))

    def draw_options(self, options: Sequence[tuple[Value, str]], hint: str) -> None:
        """Print the options, numbered from 1, and what else can be typed."""
        page = self.page()
        for number, (_, title) in enumerate(options, start=1):
            page.text(title, label=self.t.in_digits(f"{number:>2}  "))
        page.text(hint, QUIET)
        page.show()

    def ask_text(self, *, label: str, hint: str, longest: int = LONGEST, about_places: bool = False) -> str | None:
        """Ask for a text.

        Args:
            label: what stands before the prompt's `>`.
            hint: what can be typed; shown before and after help is asked for.
            longest: a longer text is cut there, and the person told so.
            about_places: a place's name: it may have one letter, and needs no reminder about persons.

        Returns:
            The text, cleaned; REMOVE for `-`; None for Enter.

        Raises:
            Elsewhere: a command that leaves was typed.
        """
        if not about_places:
            self.remind()
        self.say(hint, QUIET)
        while True:
            typed = self.ask(label)
            text, command = clean(typed), parse_in_text(typed)
            if not text:
                return None
            if command is not None and command.name in LEAVING:
                raise Elsewhere(command)
            if command is not None:
                self.say(hint, QUIET)
            elif len(text) < SHORTEST and text != REMOVE and not about_places:
                self.say(self.t("“{typed}” is too short to be kept as a text. {hint}", typed=text, hint=hint))
            else:
                return self.fitting(text, longest)

    def fitting(self, text: str, longest: int = LONGEST) -> str:
        """Return `text`, cut to `longest` characters if it must be; the person is told."""
        if len(text) <= longest:
            return text
        self.say(
            self.t(
                "The text has {length} characters, and {longest} fit. It is kept up to: “… {end}”",
                length=len(text),
                longest=longest,
                end=shortened(text[longest - 40 : longest]),
            )
        )
        return text[:longest].rstrip()

    def remind(self) -> None:
        """Say once per session that texts are about institutions."""
        if not self.reminded:
            self.reminded = True
            self.say(self.t("Please write about institutions and offices, never about persons: no names."), QUIET)

    def go_on(self, hint: str) -> None:
        """Wait until the person has read and presses Enter.

        Raises:
            Elsewhere: a command that leaves was typed.
        """
        self.say(hint, QUIET)
        while True:
            typed = self.ask()
            command = parse(typed)
            if command.name == "nothing":
                return
            if command.name in LEAVING:
                raise Elsewhere(command)
            self.say(self.t("“{typed}” does nothing here; nothing is changed.", typed=shortened(typed)))
            self.say(hint, QUIET)
