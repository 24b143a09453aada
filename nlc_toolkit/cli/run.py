"""One run of `nlc`: the options that hold for every command, and what commands draw from them.

Reads the environment so that nothing below has to. What a command does is its own file's business.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from nlc_toolkit.errors import ToolkitError, WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Digits, Translator
    from nlc_toolkit.terminal.bidi import Bidi

FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", readable=False, help=mark("An assessment, such as my-city.json."))
]
JsonOption = Annotated[bool, typer.Option("--json", help=mark("Print JSON for programs and nothing else."))]

VALUE_OPTIONS = ("--language", "--content", "--bidi", "--digits")
PLAIN_OPTION = "--plain"


@dataclass(frozen=True)
class Run:
    """The options of one run.

    Attributes:
        language: code of the language spoken.
        content_folder: a folder with own `checklists/` and `case_studies/`; None for the shipped content.
        plain: no colour, no boxes.
        digits: how numbers are written in a language from right to left.
        bidi: whether the terminal is left to turn right-to-left text (`logical`) or gets it turned (`visual`).
    """

    language: str = "en"
    content_folder: Path | None = None
    plain: bool = False
    bidi: Bidi = "logical"
    digits: Digits = "western"

    @cached_property
    def translator(self) -> Translator:
        """The one translator of this run."""
        from nlc_toolkit.i18n import translator_for  # noqa: PLC0415 - only what a command needs is imported

        return translator_for(self.language, self.digits)

    @cached_property
    def library(self) -> Library:
        """The content of this run."""
        from nlc_toolkit.content.library import load_library  # noqa: PLC0415

        return load_library(self.content_folder)

    @cached_property
    def console(self) -> Console:
        """The terminal, as it is wanted and able."""
        from nlc_toolkit.terminal.console import make_console  # noqa: PLC0415

        return make_console(plain=self.plain, direction=self.translator.direction, bidi=self.bidi)

    @cached_property
    def error_console(self) -> Console:
        """The terminal as far as it shows errors and progress."""
        from nlc_toolkit.terminal.console import make_console  # noqa: PLC0415

        return make_console(plain=self.plain, direction=self.translator.direction, bidi=self.bidi, stderr=True)

    def now(self) -> datetime:
        """The present moment; the only clock of the toolkit."""
        return datetime.now(UTC).replace(microsecond=0)

    def print_line(self, text: str, *, error: bool = False) -> None:
        """Print a text that is in the language of the run already, on stdout or stderr, as data."""
        self._print(text, error=error)

    def print_as_it_is(self, text: Path | str) -> None:
        """Print a path or a line on stdout, its letters in the stored order, so that it can be copied."""
        from nlc_toolkit.free_text import clean  # noqa: PLC0415

        print(clean(str(text)))  # noqa: T201

    def say(self, message: str, **fields: object) -> None:
        """Print one translated sentence on stdout."""
        self._print(self.translator(message, **fields))

    def warn(self, message: str, **fields: object) -> None:
        """Print one translated sentence on stderr."""
        self._print(self.translator(message, **fields), error=True)

    def report_error(self, error: ToolkitError) -> None:
        """Print an error on stderr, in the language of the run."""
        self._print(error.sentence(self.translator), error=True)

    def laid_out(self, text: str, *, error: bool = False) -> str:
        """Return what is to be printed on stdout or stderr for `text`: wrapped and turned where that is needed."""
        if self.bidi == "logical" and not _overflows(text, sys.stderr if error else sys.stdout):
            return text
        from nlc_toolkit.terminal.page import laid_out  # noqa: PLC0415 - most sentences go without

        return laid_out(text, self.error_console if error else self.console)

    def _print(self, text: str, *, error: bool = False) -> None:
        from nlc_toolkit.free_text import clean  # noqa: PLC0415 - `--help` and `--version` print without

        print(self.laid_out(clean(text), error=error), file=sys.stderr if error else sys.stdout)

    def print_json(self, data: Any) -> None:
        """Print `data` as JSON on stdout, in a form that the console's encoding can hold."""
        import json  # noqa: PLC0415

        unicode_console = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        print(json.dumps(data, indent=2, ensure_ascii=not unicode_console, allow_nan=False))  # noqa: T201


def _overflows(text: str, stream: TextIO) -> bool:
    """Whether a line would be broken by the window, in the middle of a word."""
    if not stream.isatty():
        return False
    columns = get_terminal_size().columns
    return any(len(line) > columns for line in text.split("\n"))


def read_run(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Run, list[str]]:
    """Take the options that hold for every command out of `arguments`, wherever they stand.

    Returns:
        The run and the arguments that are left.

    Raises:
        WrongUsageError: an option lacks its value, or the value of `--bidi` or `--digits` is unknown.
    """
    given: dict[str, str] = {}
    plain = False
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == PLAIN_OPTION:
            plain = True
        elif name in VALUE_OPTIONS:
            given[name] = value if equals else next(waiting, "")
            if not given[name]:
                raise WrongUsageError(mark("{option} needs a value after it."), option=name)
        else:
            rest.append(argument)
    content = given.get("--content")
    run = Run(
        language=given.get("--language") or language_of(environment),
        content_folder=Path(content) if content else None,
        plain=plain,
        bidi=bidi_of(given.get("--bidi") or environment.get("NLC_BIDI", "")),
        digits=digits_of(given.get("--digits") or environment.get("NLC_DIGITS", "")),
    )
    return run, rest


def bidi_of(wish: str) -> Bidi:
    """Return how right-to-left text is printed; nothing wished for is `logical`.

    Raises:
        WrongUsageError: it is neither `logical` nor `visual`.
    """
    match wish.strip().lower():
        case "" | "logical":
            return "logical"
        case "visual":
            return "visual"
        case _:
            raise WrongUsageError(
                mark("“{value}” is no way to print right-to-left text. Choose logical or visual."), value=wish
            )


def digits_of(wish: str) -> Digits:
    """Return how numbers are written in a language from right to left; nothing wished for is `western`.

    Raises:
        WrongUsageError: it is neither `western` nor `arabic-indic`.
    """
    match wish.strip().lower():
        case "" | "western":
            return "western"
        case "arabic-indic":
            return "arabic_indic"
        case _:
            raise WrongUsageError(
                mark("“{value}” is no way to write numbers. Choose western or arabic-indic."), value=wish
            )


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language that the environment asks for, if the toolkit speaks it; else English.

    `NLC_LANGUAGE` is an explicit wish and returned as it is, so that a wrong one is noticed.
    """
    from nlc_toolkit.i18n import SOURCE_LANGUAGE, available_languages  # noqa: PLC0415

    if wish := environment.get("NLC_LANGUAGE", "").strip():
        return wish
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(variable):
            language = locale.partition("_")[0].partition(".")[0].lower()
            return language if language in available_languages() else SOURCE_LANGUAGE
    return SOURCE_LANGUAGE


def run_of(context: typer.Context) -> Run:
    """Return the run that a command belongs to."""
    run = context.obj
    if not isinstance(run, Run):
        message = "the command was started without a run"
        raise TypeError(message)
    return run
