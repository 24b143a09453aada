"""Making what a workshop needs: from files to the panel and its agenda, and from these to the bytes of the paper.

The command's options and what it prints are left to `workshop.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from nlc_toolkit.analysis.agenda import Agenda
    from nlc_toolkit.analysis.members import Members
    from nlc_toolkit.analysis.panel import Panel
    from nlc_toolkit.analysis.panel_editions import PanelEdition
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.workshop_view import WorkshopWishes


@dataclass(frozen=True)
class Meeting:
    """What is known before the meeting.

    Attributes:
        members: who forms the panel.
        panel: the whole panel.
        shown: what the edition shows of it.
        agenda: made from what is shown.
    """

    members: Members
    panel: Panel
    shown: Panel
    agenda: Agenda


def prepare_meeting(
    library: Library, paths: Sequence[Path], cities: Sequence[str], edition: PanelEdition, minutes: int
) -> Meeting:
    """Return the panel of the assessments at `paths` and an agenda of that many minutes.

    Raises:
        NoPanelError: there is no assessment that can be used.
        WrongUsageError: the city is not clear, or a meeting of that length is none.
    """
    from nlc_toolkit.analysis.agenda import make_agenda  # noqa: PLC0415 - not needed for help
    from nlc_toolkit.analysis.members import members_of  # noqa: PLC0415
    from nlc_toolkit.analysis.panel import compute_panel  # noqa: PLC0415
    from nlc_toolkit.analysis.panel_editions import panel_in_edition  # noqa: PLC0415
    from nlc_toolkit.exchange.panel_files import read_candidates  # noqa: PLC0415

    candidates, unreadable = read_candidates(paths)
    members = members_of(candidates, unreadable, cities)
    panel = compute_panel(library, members)
    shown = panel_in_edition(panel, edition)
    return Meeting(members, panel, shown, make_agenda(shown, minutes))


def plan_paper(paths: Sequence[Path], output: Path | None, edition: PanelEdition, suffix: str) -> Path:
    """Return where the paper goes: to `output`, into that folder, or beside the assessments.

    Its own name is `workshop.pdf` for the facilitator; other editions have theirs in it, so that none replaces another.
    Assessments from several folders have no place of their own; then it is the present folder.

    Raises:
        WrongUsageError: it would be written over an assessment.
    """
    from nlc_toolkit.cli.report_making import plan_jobs  # noqa: PLC0415 - not needed for help

    folders = {path if path.is_dir() else path.parent for path in paths}
    folder = folders.pop() if len(folders) == 1 else Path()
    name = "workshop" if edition == "facilitator" else f"workshop-{edition}"
    # The paper takes this name with a suffix of its own, as a report takes its assessment's.
    return plan_jobs((folder / f"{name}.json",), output, suffix)[0].target


def make_paper(
    meeting: Meeting, library: Library, translator: Translator, wishes: WorkshopWishes, suffix: str, now: datetime
) -> bytes:
    """Return the paper of the meeting, a PDF where `suffix` is `.pdf`, else one page of HTML.

    Raises:
        ToolkitError: the paper cannot be made.
    """
    from nlc_toolkit.report.render import page_as_file, render_workshop  # noqa: PLC0415 - not needed for help
    from nlc_toolkit.report.workshop_view import build_workshop_view  # noqa: PLC0415

    view = build_workshop_view(meeting.panel, meeting.members, meeting.agenda, library, translator, wishes)
    return page_as_file(partial(render_workshop, view), suffix, now=now)
