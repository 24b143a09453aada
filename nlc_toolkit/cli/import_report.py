"""`nlc import`: takes the assessment out of a report PDF and writes it back to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nlc_toolkit.cli.run import run_of
from nlc_toolkit.errors import mark

SourceArgument = Annotated[
    Path, typer.Argument(metavar="REPORT", readable=False, help=mark("A report PDF, facilitator edition."))
]
TargetArgument = Annotated[Path, typer.Argument(metavar="FILE", help=mark("The assessment to write; must not exist."))]


def import_report(context: typer.Context, source: SourceArgument, target: TargetArgument) -> None:
    """Take the assessment out of a report PDF.

    Only the facilitator edition carries it. A file that exists is never overwritten.

    Example:
      nlc import my-city.pdf my-city-again.json
    """
    from nlc_toolkit.assessment.reading import parse_assessment  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.assessment.saving import create_file  # noqa: PLC0415
    from nlc_toolkit.exchange.attachment import read_attachment  # noqa: PLC0415

    run = run_of(context)
    data = read_attachment(source)
    parse_assessment(data, source)
    create_file(target, data)
    run.say(mark("The assessment is written to {file}. Look at it with: nlc show {file}"), file=target)
