"""`nlc assess`: the questionnaire in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.run import run_of
from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from nlc_toolkit.assessment.models import Mode
    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.terminal.opening import Wish

EXIT_INTERRUPTED = 130


def assess(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help=mark("The assessment to make or go on with, such as my-city.json.")),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help=mark("Ask one question for each practice."))] = False,
    full: Annotated[
        bool, typer.Option("--full", help=mark("Ask every question; widens a quick file and keeps its answers."))
    ] = False,
    practice: Annotated[
        str | None, typer.Option(metavar="ID", help=mark("Ask only this practice, such as p06."))
    ] = None,
    city: Annotated[str, typer.Option(metavar="NAME", help=mark("The city, for a new file."))] = "",
    country: Annotated[str, typer.Option(metavar="CODE", help=mark("Its country, by code or name."))] = "",
    group: Annotated[
        str, typer.Option(metavar="GROUP", help=mark("Your respondent group, such as local_government."))
    ] = "",
) -> None:
    """Answer the questions for your city; stop and resume at any time.

    Examples:
      nlc assess
      nlc assess my-city.json
      nlc assess --quick --city Surakarta --country ID --group local_government
    """
    from nlc_toolkit.terminal.opening import Wish  # noqa: PLC0415 - only what a command needs is imported

    mode = wanted_mode(quick=quick, full=full)
    ask(run_of(context), Wish(file, Path(), mode, practice, city, country, group))


def wanted_mode(*, quick: bool, full: bool) -> Mode | None:
    """Return the mode that the options ask for; None where they leave it open.

    Raises:
        WrongUsageError: they ask for both.
    """
    if quick and full:
        raise WrongUsageError(mark("--quick and --full exclude each other. Leave one out."))
    return "quick" if quick else "full" if full else None


def ask(run: Run, wish: Wish, start: Callable[..., None] | None = None) -> None:
    """Run the questionnaire, or what `start` runs in its place, on this computer's terminal, clock and chance.

    Raises:
        typer.Exit: Ctrl-C; the person has been told already how to go on.
    """
    import random  # noqa: PLC0415
    import sys  # noqa: PLC0415
    from functools import partial  # noqa: PLC0415

    from nlc_toolkit import __version__  # noqa: PLC0415
    from nlc_toolkit.terminal.dialogue import Dialogue  # noqa: PLC0415
    from nlc_toolkit.terminal.questionnaire import run_questionnaire  # noqa: PLC0415

    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")
    options: tuple[str, ...] = ()
    if run.content_folder is not None:
        options = ("--content", str(run.content_folder))
        run.library  # noqa: B018 - own content may be faulty: better told before anything is typed
    try:
        (start or run_questionnaire)(
            wish,
            load_library=lambda: run.library,
            dialogue=Dialogue(run.console, partial(read_characters, run), run.translator),
            now=run.now,
            random=random.SystemRandom(),
            toolkit=__version__,
            options=options,
        )
    except KeyboardInterrupt:
        raise typer.Exit(EXIT_INTERRUPTED) from None


def read_line(prompt: str) -> str:
    """Return one line typed after `prompt`, edited with the arrow keys where the computer can.

    Raises:
        EOFError: the input has ended.
    """
    import contextlib  # noqa: PLC0415
    import sys  # noqa: PLC0415

    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401, PLC0415 - its import gives input() line editing
        return input(prompt)
    line = input(prompt)
    print()  # noqa: T201 - nobody's Enter key has ended the prompt's line
    return line


def read_characters(run: Run, prompt: str) -> str:
    """Return one line typed after `prompt`; asks again where its characters cannot be read.

    Raises:
        EOFError: the input has ended.
    """
    from nlc_toolkit.free_text import rejoined  # noqa: PLC0415

    while True:
        line = read_line(prompt)
        try:
            return rejoined(line)
        except UnicodeError:
            run.say(mark("These characters could not be read. Set the terminal to UTF-8, then type the line again."))
