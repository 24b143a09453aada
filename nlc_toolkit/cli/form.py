"""`nlc form`: writes the blank questionnaire on paper, with a code beside every answer.

What stands on it is decided in `report/form_view.py`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.report import FORMATS, FormatOption, usable_suffix, wanted_suffix
from nlc_toolkit.cli.run import run_of
from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.report.form_view import FormWishes

PDF, HTML = FORMATS["pdf"], FORMATS["html"]
NAME = "form"
FORM_AS_HTML = mark(
    "This computer cannot make a PDF yet, so the form is written as HTML. Open it in a browser and print it there. "
    "`nlc doctor` says what to install for PDF."
)


def form(
    context: typer.Context,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=mark("Where to write; else form.pdf here."))
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help=mark("Print one question for each practice."))] = False,
    practice: Annotated[
        str | None, typer.Option(metavar="ID", help=mark("Print only this practice, such as p06."))
    ] = None,
    wanted: FormatOption = "pdf",
    city: Annotated[str, typer.Option(metavar="NAME", help=mark("Print this city into the form."))] = "",
    country: Annotated[str, typer.Option(metavar="CODE", help=mark("Its country, by code or name."))] = "",
    group: Annotated[
        str, typer.Option(metavar="GROUP", help=mark("Tick this respondent group, such as local_government."))
    ] = "",
) -> None:
    """Write the blank questionnaire to print and fill in with a pen.

    It says how to fill it in, and has a code beside every answer. `nlc enter` takes the codes back. An older form of
    the same name is replaced.

    Examples:
      nlc form
      nlc form --quick -o quick-form.pdf
      nlc form --city Surakarta --country ID --group civil_society
    """
    from nlc_toolkit.cli.report_making import write_page  # noqa: PLC0415 - help stays fast

    run = run_of(context)
    wishes = _wishes(run, practice, city, country, group, quick=quick)
    target, suffix = _target(run, output, wanted)
    write_page(run, target, _make(run, wishes, suffix))
    run.print_as_it_is(target)


def _wishes(run: Run, practice: str | None, city: str, country: str, group: str, *, quick: bool) -> FormWishes:
    from nlc_toolkit.assessment.editing import typed_id  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.content.vocabulary import GROUPS  # noqa: PLC0415
    from nlc_toolkit.countries import find_country  # noqa: PLC0415
    from nlc_toolkit.report.form_view import LONGEST_CITY, FormWishes  # noqa: PLC0415

    return FormWishes(
        today=run.now().date(),
        mode="quick" if quick else "full",
        practice=None if practice is None else run.library.practice(practice).id,
        city=city[:LONGEST_CITY],
        country=find_country(country, run.translator) if country else "",
        group=typed_id(group, GROUPS) if group else None,
    )


def _target(run: Run, output: Path | None, wanted: str) -> tuple[Path, str]:
    """Where the form goes and in which format it is written; HTML where this computer cannot make a PDF."""
    suffix = usable_suffix(run, wanted_suffix(wanted, output), FORM_AS_HTML)
    if output is None:
        return Path(NAME).with_suffix(suffix), suffix
    if output.suffix.lower() == ".json":
        raise WrongUsageError(
            mark("“{file}” is the name of an assessment. Give the form another name, such as form.pdf."), file=output
        )
    if output.is_dir():
        return (output / NAME).with_suffix(suffix), suffix
    return (output.with_suffix(HTML) if suffix == HTML and output.suffix.lower() == PDF else output), suffix


def _make(run: Run, wishes: FormWishes, suffix: str) -> bytes:
    from nlc_toolkit.report.form_view import build_form_view  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.report.render import page_as_file, render_form  # noqa: PLC0415

    view = build_form_view(run.library, run.translator, wishes)
    return page_as_file(partial(render_form, view, run.translator), suffix, now=run.now())
