"""`nlc cases`: read what other places did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.run import JsonOption, run_of
from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.content.models import CaseStudy


def cases(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="ID", show_default=False, help=mark("A case study."))] = "",
    practice: Annotated[str, typer.Option(metavar="ID", help=mark("Only cases about this practice."))] = "",
    region: Annotated[str, typer.Option(metavar="REGION", help=mark("Only cases from this region."))] = "",
    barrier: Annotated[str, typer.Option(metavar="BARRIER", help=mark("Only cases about this barrier."))] = "",
    country: Annotated[str, typer.Option(metavar="COUNTRY", help=mark("Only cases from this country."))] = "",
    search: Annotated[str, typer.Option(metavar="WORDS", help=mark("Only cases that hold all these words."))] = "",
    as_json: JsonOption = False,
) -> None:
    """Read what other places did, or one case study with its limits and sources.

    Filters combine: a case is listed if it fits all of them.

    Examples:
      nlc cases --practice p05 --region europe
      nlc cases --search "youth council"
      nlc cases KE-county-action-plans
    """
    from nlc_toolkit.analysis.finding import CaseFilter, find_cases  # noqa: PLC0415 - help stays fast

    run = run_of(context)
    wanted = CaseFilter(practice=practice, region=region, barrier=barrier, country=country, search=search)
    if case and wanted != CaseFilter():
        raise WrongUsageError(mark("Give the id of one case study, or filters; not both."))
    if case:
        _show(run, (run.library.case(case),), one=True, as_json=as_json)
    else:
        _show(run, find_cases(run.library, wanted, run.translator), one=False, as_json=as_json)


def _show(run: Run, found: tuple[CaseStudy, ...], *, one: bool, as_json: bool) -> None:
    if as_json:
        from nlc_toolkit.exchange.content_json import cases_as_json  # noqa: PLC0415 - help stays fast

        run.print_json(cases_as_json(found, run.translator))
        return
    from nlc_toolkit.terminal.case_pages import draw_case, draw_cases  # noqa: PLC0415
    from nlc_toolkit.terminal.page import Page  # noqa: PLC0415
    from nlc_toolkit.terminal.paging import show_pages  # noqa: PLC0415

    page = Page(run.console)
    if one:
        draw_case(page, found[0], run.library, run.translator)
    else:
        draw_cases(page, found, run.translator)
    show_pages(page, run.translator)
