"""`nlc workshop`: the answers of several respondents side by side, in the terminal and as the paper of a meeting.

The meeting and its paper are made by `workshop_making.py`; `--status` is left to `workshop_status.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.report import (
    ClassificationOption,
    EditionOption,
    FormatOption,
    LogoOption,
    fitting_classification,
    known_edition,
    read_logo,
    usable_suffix,
    wanted_suffix,
)
from nlc_toolkit.cli.run import JsonOption, run_of
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.cli.workshop_making import Meeting

PathsArgument = Annotated[
    list[Path],
    typer.Argument(metavar="DIR|FILE...", readable=False, help=mark("The folder with the assessments, or the files.")),
]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help=mark("Where to write: a file or a folder."))
]
MinutesOption = Annotated[int, typer.Option(metavar="N", help=mark("How long the meeting takes."))]
CityOption = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help=mark("Whose assessments count; once more for another spelling of the city.")),
]
StatusOption = Annotated[
    bool, typer.Option("--status", help=mark("Say who has answered how much and who is missing, and write nothing."))
]


def workshop(
    context: typer.Context,
    paths: PathsArgument,
    output: OutputOption = None,
    edition: EditionOption = "facilitator",
    minutes: MinutesOption = 180,
    city: CityOption = None,
    status: StatusOption = False,
    form: FormatOption = "pdf",
    logo: LogoOption = None,
    classification: ClassificationOption = "",
    as_json: JsonOption = False,
) -> None:
    """Put the answers of several respondents side by side, and prepare the meeting about them.

    Shows where the groups agree and where they see the same question differently, what to discuss, who holds which
    task, and an agenda. The same, with a page for each question, is written beside the assessments as workshop.pdf,
    workshop-participant.pdf or workshop-public.pdf. An older paper of that name is replaced. Files that cannot be
    used are listed, each with the reason.

    The facilitator edition shows what small groups said, and notes as far as their writers allow. The participant
    edition merges small groups; the public edition shows no group at all. With --json nothing is written.

    Examples:
      nlc workshop answers
      nlc workshop answers --minutes 120 --edition participant -o handout.pdf
      nlc workshop answers --status
    """
    from nlc_toolkit.cli.report_making import write_page  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.cli.workshop_making import make_paper, plan_paper, prepare_meeting  # noqa: PLC0415
    from nlc_toolkit.report.workshop_view import WorkshopWishes  # noqa: PLC0415
    from nlc_toolkit.terminal.panel_showing import show_panel  # noqa: PLC0415

    run = run_of(context)
    if status:
        from nlc_toolkit.cli.workshop_status import print_status  # noqa: PLC0415

        print_status(run, paths, city or [], as_json=as_json)
        return
    chosen, suffix = known_edition(edition), wanted_suffix(form, output)
    line, picture = fitting_classification(classification), read_logo(logo)
    meeting = prepare_meeting(run.library, paths, city or [], chosen, minutes)
    if as_json:
        _print_json(run, meeting)
        return
    target = plan_paper(paths, output, chosen, usable_suffix(run, suffix))
    show_panel(run.console, run.library, meeting.shown, meeting.agenda, chosen, run.translator, meeting.members.notice)
    now = run.now()
    wishes = WorkshopWishes(chosen, now.date(), line, picture)
    write_page(run, target, make_paper(meeting, run.library, run.translator, wishes, target.suffix, now))
    run.say(mark("For the meeting: {file}"), file=target)


def _print_json(run: Run, meeting: Meeting) -> None:
    from nlc_toolkit.exchange.panel_json import panel_data  # noqa: PLC0415 - only what a command needs is imported

    if meeting.members.notice is not None:
        run.warn(meeting.members.notice.message, **meeting.members.notice.fields)
    run.print_json(panel_data(meeting.shown, meeting.agenda, run.translator))
