"""`nlc enter`: takes the codes of a filled paper form back, a line for each practice.

What is asked and kept is left to `terminal/entering.py`, how a line is read to `exchange/form.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nlc_toolkit.cli.run import run_of
from nlc_toolkit.errors import mark


def enter(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", readable=False, help=mark("The assessment to make or go on with, such as my-city.json.")
        ),
    ],
    quick: Annotated[
        bool, typer.Option("--quick", help=mark("The form is a quick one, with one question for each practice."))
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help=mark("The form is a full one; widens a quick file and keeps its answers."))
    ] = False,
    city: Annotated[str, typer.Option(metavar="NAME", help=mark("The city, for a new file."))] = "",
    country: Annotated[str, typer.Option(metavar="CODE", help=mark("Its country, by code or name."))] = "",
    group: Annotated[
        str, typer.Option(metavar="GROUP", help=mark("The respondent group, such as local_government."))
    ] = "",
) -> None:
    """Type a filled paper form in: a line for each practice.

    A line is a practice and the ticked codes in the order of the form, such as p03 3 2 d mn 1. It is repeated in
    words, and kept with Enter or with the next line. h explains every code; q stops, and you can go on later.

    Examples:
      nlc enter my-city.json
      nlc enter my-city.json --quick --city Surakarta --country ID --group civil_society
    """
    from functools import partial  # noqa: PLC0415 - only what a command needs is imported

    from nlc_toolkit.cli.assess import ask, wanted_mode  # noqa: PLC0415
    from nlc_toolkit.exchange.form import form_lines, parse_line, place_of  # noqa: PLC0415
    from nlc_toolkit.terminal.entering import Reading  # noqa: PLC0415
    from nlc_toolkit.terminal.entering_start import run_entering  # noqa: PLC0415
    from nlc_toolkit.terminal.opening import Wish  # noqa: PLC0415

    wish = Wish(file, Path(), wanted_mode(quick=quick, full=full), None, city, country, group)
    ask(run_of(context), wish, partial(run_entering, reading=Reading(parse_line, place_of, form_lines)))
