"""`nlc practices`: read the practices and their questions."""

from __future__ import annotations

from typing import Annotated

import typer

from nlc_toolkit.cli.run import JsonOption, run_of
from nlc_toolkit.errors import mark


def practices(
    context: typer.Context,
    practice: Annotated[
        str, typer.Argument(metavar="ID", show_default=False, help=mark("A practice, such as p06."))
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Read the practices, or one of them with its questions and levels.

    \b
    Examples:
      nlc practices
      nlc practices p06
    """
    run = run_of(context)
    library = run.library
    chosen = library.practice(practice) if practice else None
    if as_json:
        from nlc_toolkit.exchange.content_json import practices_as_json  # noqa: PLC0415 - help stays fast

        wanted = (chosen,) if chosen else library.practices
        run.print_json(practices_as_json(wanted, library.checklist, run.translator))
        return
    from nlc_toolkit.terminal.browsing import draw_practice, draw_practices, show_pages  # noqa: PLC0415
    from nlc_toolkit.terminal.page import Page  # noqa: PLC0415

    page = Page(run.console)
    if chosen:
        draw_practice(page, chosen, library, run.translator)
    else:
        draw_practices(page, library, run.translator)
    show_pages(page, run.translator)
