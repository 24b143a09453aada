"""`nlc report`: one PDF (or HTML) per assessment; reads the options, has the files made, says what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.run import JsonOption, run_of
from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nlc_toolkit.cli.report_making import Job, Outcome
    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.report.editions import Edition

FORMATS = {"pdf": ".pdf", "html": ".html"}
LONGEST_CLASSIFICATION = 80
REPORT_AS_HTML = mark(
    "This computer cannot make a PDF yet, so the report is written as HTML. Open it in a browser and print it there. "
    "`nlc doctor` says what to install for PDF."
)

FilesArgument = Annotated[
    list[Path], typer.Argument(metavar="FILE...", readable=False, help=mark("One or more assessments."))
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="PATH", help=mark("Where to write: a file for one, a folder for several.")),
]
EditionOption = Annotated[
    str, typer.Option(metavar="EDITION", help=mark("For whom: facilitator, participant or public."))
]
FormatOption = Annotated[str, typer.Option("--format", metavar="FORMAT", help=mark("pdf or html."))]
JobsOption = Annotated[int, typer.Option(min=1, max=64, metavar="N", help=mark("How many reports to make at a time."))]
LogoOption = Annotated[
    Path | None, typer.Option(metavar="PICTURE", help=mark("A PNG, JPEG or SVG picture for the first page."))
]
ClassificationOption = Annotated[
    str, typer.Option(metavar="TEXT", help=mark("A line for the head of every page, such as Official."))
]


def report(
    context: typer.Context,
    files: FilesArgument,
    output: OutputOption = None,
    edition: EditionOption = "facilitator",
    form: FormatOption = "pdf",
    jobs: JobsOption = 1,
    logo: LogoOption = None,
    classification: ClassificationOption = "",
    as_json: JsonOption = False,
) -> None:
    """Make the report of one assessment or of many.

    The report is written beside the assessment, with .pdf in place of .json. An older report there is replaced.

    The facilitator edition holds the notes, if the respondent allows, and the assessment itself. The participant
    edition leaves out what could harm in the room; the public edition also leaves out notes, evidence, actions and
    facts about the place.

    Examples:
      nlc report my-city.json
      nlc report my-city.json --edition public -o for-the-website.pdf
      nlc report answers/*.json -o reports --jobs 2
    """
    from nlc_toolkit.cli.report_making import Order, make_reports, plan_jobs  # noqa: PLC0415 - help stays fast

    run = run_of(context)
    chosen = known_edition(edition)
    suffix = usable_suffix(run, wanted_suffix(form, output))
    order = Order(
        language=run.language,
        digits=run.digits,
        content_folder=run.content_folder,
        edition=chosen,
        suffix=suffix,
        classification=fitting_classification(classification),
        logo_uri=read_logo(logo),
        now=run.now(),
    )
    planned = plan_jobs(files, output, suffix)
    if output is not None and len(files) > 1:
        _make_folder(output)
    outcomes = []
    for outcome in _watched(run, planned, make_reports(planned, order, jobs)):
        outcomes.append(outcome)
        if not as_json:
            _say(run, outcome)
        if outcome.warning:
            run.print_line(outcome.warning, error=True)
    if as_json:
        run.print_json([_as_json(outcome) for outcome in outcomes])
    _conclude(run, outcomes)


def known_edition(edition: str) -> Edition:
    """The edition of that name.

    Raises:
        WrongUsageError: there is none.
    """
    from nlc_toolkit.report.editions import EDITIONS  # noqa: PLC0415 - help stays fast

    for known in EDITIONS:
        if known == edition:
            return known
    raise WrongUsageError(
        mark("There is no edition “{edition}”. Choose one of: {known}."), edition=edition, known=tuple(EDITIONS)
    )


def wanted_suffix(form: str, output: Path | None) -> str:
    """The suffix of the format asked for; the name after -o tells it too.

    Raises:
        WrongUsageError: there is no such format.
    """
    if form not in FORMATS:
        raise WrongUsageError(
            mark("There is no format “{format}”. Choose one of: {known}."), format=form, known=tuple(FORMATS)
        )
    if output is not None and output.suffix.lower() in {".html", ".htm"}:
        return FORMATS["html"]
    return FORMATS[form]


def usable_suffix(run: Run, suffix: str, otherwise: str = REPORT_AS_HTML) -> str:
    """The suffix wanted; HTML where this computer cannot make a PDF, and the sentence `otherwise` that says so."""
    from nlc_toolkit.report import render  # noqa: PLC0415 - help stays fast

    if suffix != FORMATS["pdf"]:
        return suffix
    try:
        render.load_engine()
    except render.NoPdfEngineError:
        run.warn(otherwise)
        return FORMATS["html"]
    return suffix


def fitting_classification(classification: str) -> str:
    """The classification on one line.

    Raises:
        WrongUsageError: it does not fit the head of a page.
    """
    from nlc_toolkit.free_text import clean_line  # noqa: PLC0415 - help stays fast

    line = clean_line(classification)
    if len(line) > LONGEST_CLASSIFICATION:
        raise WrongUsageError(
            mark("The classification is longer than {most} characters, so it does not fit the head of a page. Cut it."),
            most=LONGEST_CLASSIFICATION,
        )
    return line


def read_logo(logo: Path | None) -> str:
    """The picture as a `data:` URI; empty for none.

    Raises:
        WrongUsageError: it cannot be read, or is no picture.
    """
    from nlc_toolkit.report.logo import MOST_BYTES, logo_uri  # noqa: PLC0415 - help stays fast

    if logo is None:
        return ""
    if logo.exists() and not logo.is_file():
        raise WrongUsageError(mark("The logo “{file}” is not an ordinary file."), file=logo)
    try:
        with logo.open("rb") as file:
            return logo_uri(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise WrongUsageError(
            mark("The logo “{file}” cannot be read ({reason})."), file=logo, reason=error.strerror or str(error)
        ) from None


def _make_folder(folder: Path) -> None:
    from nlc_toolkit.assessment.saving import refusal  # noqa: PLC0415 - help stays fast

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from error


def _watched(run: Run, planned: tuple[Job, ...], outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The same outcomes, with a progress bar on stderr where there are several and a person watches."""
    import sys  # noqa: PLC0415 - help stays fast

    if len(planned) == 1 or run.plain or not sys.stderr.isatty():
        yield from outcomes
        return
    from nlc_toolkit.terminal.batch_bar import watched  # noqa: PLC0415 - only a batch draws a bar

    yield from watched(outcomes, title=run.translator("Reports"), total=len(planned), console=run.error_console)


def _say(run: Run, outcome: Outcome) -> None:
    if outcome.error:
        run.print_line(outcome.error, error=True)
    else:
        run.print_as_it_is(outcome.job.target)


def _as_json(outcome: Outcome) -> dict[str, str]:
    name = {"file": str(outcome.job.source)}
    return {**name, "error": outcome.error} if outcome.error else {**name, "report": str(outcome.job.target)}


def _conclude(run: Run, outcomes: list[Outcome]) -> None:
    failed = sum(bool(outcome.error) for outcome in outcomes)
    if failed and len(outcomes) > 1:
        run.warn(
            mark("{written} of {all} reports were written. The sentences above say what is wrong with the others."),
            written=len(outcomes) - failed,
            all=len(outcomes),
        )
    if failed:
        raise typer.Exit(1)
