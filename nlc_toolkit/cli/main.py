"""The command `nlc`: registers the commands and turns every end into a message and an exit code.

0 fine · 1 cannot do that · 2 wrong usage · 3 a bug · 130 Ctrl-C.
"""

from __future__ import annotations

import errno
import inspect
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from nlc_toolkit import __version__
from nlc_toolkit.cli.help_pages import HelpfulCommand, HelpfulGroup, UsageError, wrong_usage
from nlc_toolkit.cli.run import Run, read_run, run_of
from nlc_toolkit.errors import ToolkitError, WrongUsageError, mark
from nlc_toolkit.i18n import Translator, help_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

EXIT_BUG = 3
OUTPUT_FAILED = frozenset({errno.ENOSPC, errno.EIO, errno.EPIPE, errno.EBADF, errno.EFBIG})
EXIT_INTERRUPTED = 130

COMMANDS = {
    "demo": "demo",
    "assess": "assess",
    "answer": "answer",
    "plan": "plan",
    "show": "show",
    "report": "report",
    "prepare": "prepare",
    "workshop": "workshop",
    "form": "form",
    "enter": "enter",
    "practices": "practices",
    "cases": "cases",
    "import": "import_report",
    "validate": "validate",
    "doctor": "doctor",
}
"""Command → the module of this folder that holds it, as a function of the same name."""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"nlc {__version__}")
        raise typer.Exit


def start(
    context: typer.Context,
    language: Annotated[str, typer.Option(metavar="CODE", help=mark("Language, such as en."))] = "",
    content: Annotated[
        str,
        typer.Option(metavar="DIR", help=mark("A folder with your own checklists and case_studies.")),
    ] = "",
    plain: Annotated[bool, typer.Option("--plain", help=mark("No colour and no boxes."))] = False,
    bidi: Annotated[
        str,
        typer.Option(
            metavar="ORDER",
            help=mark("Right-to-left text: logical, or visual for a terminal that does not turn it. Try nlc doctor."),
        ),
    ] = "",
    digits: Annotated[
        str, typer.Option(metavar="KIND", help=mark("How Arabic numbers are written: western or arabic-indic."))
    ] = "",
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_print_version, help=mark("Print the version.")),
    ] = False,
) -> None:
    """A self-assessment for cities: how well do the national government, the city, civil society and the private sector work together in preventing hate, extremism and polarisation?

    --language, --content, --plain, --bidi and --digits may stand before or after the command.
    """  # noqa: E501
    del language, content, plain, bidi, digits, version  # read_run() has taken them, so that they may stand anywhere
    if context.invoked_subcommand is None:
        run_of(context).say(WHERE_TO_START)


WHERE_TO_START = mark(
    """\
Where to start:

  nlc demo                  write an example city's report and look at it
  nlc assess                answer the questions for your city; stop and resume at any time
  nlc report FILE           make the PDF from your answers
  nlc prepare DIR           prepare a workshop: a file for each group that is to answer
  nlc workshop DIR          put the answers of several groups side by side for a meeting
  nlc practices             read the practices and their questions
  nlc cases                 read what other places did
  nlc doctor                check what this computer can do

`nlc COMMAND --help` explains a command, with an example.""",
)


def make_app(commands: Iterable[str] = COMMANDS, translator: Translator | None = None) -> typer.Typer:
    """Return the typer app with these commands, their help in the language of `translator`, else in English."""
    t = translator or Translator()
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback(cls=HelpfulGroup, invoke_without_command=True, help=_help_of(start, t))(start)
    for name in commands:
        function = _function_of(name)
        app.command(name, cls=HelpfulCommand, help=_help_of(function, t))(function)
    return app


def _app_for(arguments: Sequence[str], translator: Translator) -> typer.Typer:
    """The app as far as these arguments need it: most of what a start costs is reading the options of commands."""
    called = next((word for word in arguments if not word.startswith("-")), None)
    if called is not None:
        if called not in COMMANDS:
            _refuse_unknown(called)
        return make_app((called,), translator)
    app = make_app((), translator)
    if "--version" not in arguments:
        for name in COMMANDS:
            app.command(name, cls=HelpfulCommand, help=_help_of(_function_of(name), translator))(lambda: None)
    return app


def _refuse_unknown(name: str) -> NoReturn:
    from difflib import get_close_matches  # noqa: PLC0415 - only who mistypes waits for it

    if close := get_close_matches(name, COMMANDS, 1):
        raise WrongUsageError(
            mark("There is no command “{name}”. Did you mean: nlc {close}"), name=name, close=close[0]
        )
    raise WrongUsageError(mark("There is no command “{name}”. For all commands, type: nlc --help"), name=name)


def _help_of(function: Callable[..., None], t: Translator) -> str:
    """The function's docstring in the language of the run."""
    return t.content(help_name(function.__name__), inspect.cleandoc(function.__doc__ or ""))


def _function_of(name: str) -> Callable[..., None]:
    function: Callable[..., None] = getattr(import_module(f"nlc_toolkit.cli.{COMMANDS[name]}"), COMMANDS[name])
    return function


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `nlc` with these arguments and exit."""
    _prepare_streams()
    run = Run()
    try:
        wanted, rest = read_run(sys.argv[1:] if arguments is None else arguments, os.environ)
        translator = wanted.translator  # a language that is not there is wrong usage, whatever the command
        run = wanted
        sys.exit(_app_for(rest, translator)(args=rest, prog_name="nlc", obj=run, standalone_mode=False))
    except UsageError as error:
        run.report_error(wrong_usage(error))
        sys.exit(WrongUsageError.exit_code)
    except ToolkitError as error:
        run.report_error(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    except OSError as error:
        if error.filename is None and error.errno in OUTPUT_FAILED:
            _end_without_output(run, error)
        run.warn(
            mark("“{file}” cannot be used ({reason}). Check the name and your rights, then try again."),
            file=error.filename if error.filename is not None else os.curdir,
            reason=error.strerror or error,
        )
        sys.exit(ToolkitError.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever slips through is a bug, said as one
        _end_with_bug(run, error)


def _prepare_streams() -> None:
    """Let output never fail on a console's encoding, and let a stream that was closed be an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - until the end
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _end_without_output(run: Run, error: OSError) -> NoReturn:
    """What is printed cannot be written: a full disk behind `>`, a terminal that is gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains again as it ends
    run.warn(mark("The output could not be written: {reason}."), reason=error.strerror or error)
    sys.exit(ToolkitError.exit_code)


def _end_with_bug(run: Run, error: Exception) -> NoReturn:
    import traceback  # noqa: PLC0415

    traceback.print_exception(error)
    run.warn(
        mark(
            "This is a fault of the toolkit, not yours. Your files are as they were before this command or after its "
            "last saved answer. Please report the lines above; they hold no answers of yours unless you see them there."
        )
    )
    sys.exit(EXIT_BUG)
