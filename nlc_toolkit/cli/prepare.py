"""`nlc prepare`: writes the files and the instruction sheet that respondents get before a workshop.

What the files hold is decided in `assessment/preparing.py`, what the sheet says in `report/instruction_view.py`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.new_folder import make_folder, refuse_used
from nlc_toolkit.cli.report import FORMATS, usable_suffix
from nlc_toolkit.cli.run import run_of
from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.assessment.preparing import Preparation
    from nlc_toolkit.cli.run import Run

SHEET = "instructions"
PDF = FORMATS["pdf"]
SHEET_AS_HTML = mark(
    "This computer cannot make a PDF yet, so the sheet is written as HTML. Open it in a browser and print it there. "
    "`nlc doctor` says what to install for PDF."
)

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help=mark("An empty or new folder."))]
GroupsOption = Annotated[
    str,
    typer.Option(
        metavar="LIST",
        help=mark("Groups, with commas between; civil_society:3 makes three files. Without it, the main four."),
    ),
]
FactsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--context", metavar="KEY=VALUE", help=mark("A fact about the place to fill in; give it once for each fact.")
    ),
]


def prepare(
    context: typer.Context,
    folder: FolderArgument,
    city: Annotated[str, typer.Option(metavar="NAME", help=mark("The city."))] = "",
    country: Annotated[str, typer.Option(metavar="CODE", help=mark("Its country, by code or name."))] = "",
    region: Annotated[str, typer.Option(metavar="NAME", help=mark("The part of the country, if you like."))] = "",
    groups: GroupsOption = "",
    quick: Annotated[bool, typer.Option("--quick", help=mark("Ask one question for each practice."))] = False,
    facts: FactsOption = None,
) -> None:
    """Prepare a workshop: one file for each respondent group, and a sheet that tells how to answer.

    The files name the city and the group, and hold no answers yet. Send each group its file with the sheet.

    Examples:
      nlc prepare for-surakarta --city Surakarta --country ID
      nlc prepare for-nairobi --city Nairobi --country KE --quick
      nlc prepare out --city Nairobi --country KE --groups civil_society:3,other
      nlc prepare out --city Nairobi --country KE --context police=national
    """
    import random  # noqa: PLC0415 - only what a command needs is imported

    from nlc_toolkit import __version__  # noqa: PLC0415
    from nlc_toolkit.assessment.preparing import (  # noqa: PLC0415
        Preparation,
        prepared_assessments,
        typed_city,
        typed_context,
        typed_groups,
    )

    run = run_of(context)
    preparation = Preparation(
        city=typed_city(city, _country(run, country), region),
        mode="quick" if quick else "full",
        context=typed_context(facts or (), run.library),
        groups=typed_groups(groups),
    )
    refuse_used(folder, "nlc prepare DIR")
    prepared = prepared_assessments(
        preparation, folder, library=run.library, now=run.now(), toolkit=__version__, random=random.SystemRandom()
    )
    _write(run, folder, preparation, prepared)


def _country(run: Run, typed: str) -> str:
    from nlc_toolkit.countries import find_country  # noqa: PLC0415 - help stays fast

    if not typed.strip():
        raise WrongUsageError(mark("Which country is it in? Add --country CODE, such as --country ID."))
    return find_country(typed, run.translator)


def _write(run: Run, folder: Path, preparation: Preparation, prepared: Sequence[tuple[Path, Assessment]]) -> None:
    """Write the files and the sheet, and say what to do with them; the sheet is made before anything is written."""
    from nlc_toolkit.assessment.reading import to_json  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.assessment.saving import create_file  # noqa: PLC0415
    from nlc_toolkit.cli.report_making import write_page  # noqa: PLC0415
    from nlc_toolkit.terminal.session import command_line  # noqa: PLC0415

    suffix = usable_suffix(run, PDF, SHEET_AS_HTML)
    sheet = folder / f"{SHEET}{suffix}"
    page = _sheet(run, preparation, prepared, suffix)
    make_folder(folder)
    for path, assessment in prepared:
        create_file(path, to_json(assessment).encode())
        run.print_as_it_is(path)
    write_page(run, sheet, page)
    run.print_as_it_is(sheet)
    run.print_line("")
    run.say(WHAT_NEXT, sheet=sheet, folder=folder, command=command_line("workshop", folder, ("--status",)))


WHAT_NEXT = mark(
    """\
What to do next:

  1. Fill in the first lines of {sheet}:
     who asks, where to send the file, and by when.
  2. Send each group its file with the sheet.
  3. Save what comes back in {folder}, in place of the empty file.
  4. See who has answered: {command}"""
)


def _sheet(run: Run, preparation: Preparation, prepared: Sequence[tuple[Path, Assessment]], suffix: str) -> bytes:
    from nlc_toolkit.analysis.scoring import asked_questions  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.report.instruction_view import Invitation, build_instructions  # noqa: PLC0415
    from nlc_toolkit.report.render import page_as_file, render_instructions  # noqa: PLC0415
    from nlc_toolkit.terminal.letters import LATIN, command_label  # noqa: PLC0415
    from nlc_toolkit.terminal.opening import minutes_for  # noqa: PLC0415

    example, assessment = prepared[-1]
    questions = sum(len(asked_questions(practice, assessment)) for practice in run.library.practices)
    invitation = Invitation(
        city=preparation.city,
        groups=tuple(preparation.groups),
        file=example.name,
        mode=preparation.mode,
        questions=questions,
        minutes=minutes_for(questions),
        facts_given=bool(preparation.context.stated()),
        letters={letter: command_label(letter, run.translator) for letter in LATIN},
        today=run.now().date(),
    )
    view = build_instructions(invitation, run.translator)
    return page_as_file(partial(render_instructions, view, run.translator), suffix, now=run.now())
