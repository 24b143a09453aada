"""The attendance before a workshop in the terminal: each group with its respondents, and the files that do not count.

The code stands beside the file, so that a respondent can ask for a file without saying who they are.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.countries import country_name
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG, Page
from nlc_toolkit.terminal.paging import show_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from nlc_toolkit.analysis.attendance import Attendance, GroupAttendance, RespondentAttendance
    from nlc_toolkit.assessment.models import Mode
    from nlc_toolkit.content.vocabulary import Group
    from nlc_toolkit.i18n import Translator

INDENT, BETWEEN = "  ", "  "


def show_attendance(console: Console, attendance: Attendance, t: Translator) -> None:
    """Print who has answered, through the pager where it is longer than the window."""
    page = Page(console)
    draw_heading(page, attendance, t)
    draw_groups(page, attendance.groups, t)
    draw_others(page, attendance, t)
    page.gap()
    show_pages(page, t)


def draw_heading(page: Page, attendance: Attendance, t: Translator) -> None:
    """Add whose attendance this is, how many have answered and which groups are missing."""
    if attendance.city is None:
        page.text(t("Who has answered"), HEAD)
    else:
        country = country_name(attendance.city.country, t)
        page.text(t("Who has answered for {city}, {country}", city=attendance.city.name, country=country), HEAD)
    if attendance.respondents:
        page.text(
            t.plural(
                "{count} respondent has answered; every question: {complete}.",
                "{count} respondents have answered; every question: {complete}.",
                attendance.respondents,
                complete=t.number(attendance.complete, 0),
            )
        )
    else:
        page.text(t("Nobody has answered yet."))
    if attendance.waiting:
        page.text(t("No answers yet from: {groups}.", groups=_titles(attendance.waiting, t)))
    if attendance.without_file:
        page.text(t("No file yet from: {groups}.", groups=_titles(attendance.without_file, t)))
    if attendance.notice is not None:
        page.text(attendance.notice.sentence(t))


def draw_groups(page: Page, groups: Sequence[GroupAttendance], t: Translator) -> None:
    """Add each group that has files, with its respondents and its empty files."""
    heads = (t("Code"), t("Mode"), t("Answered"), t("Changed"))
    rows = {each: _cells(each, t) for group in groups for each in group.respondents}
    widths = _widths([heads, *rows.values()])
    if rows and page.in_columns:
        page.gap()
        page.text(t("File (.json)"), QUIET, label=_row(heads, widths), label_style=QUIET)
    for group in groups:
        if not group.respondents and not group.empty:
            continue
        page.gap()
        page.text(wording.group_title(group.group, t), STRONG)
        for each in group.respondents:
            if not page.in_columns:
                page.text(_sentence(each, t), label="- ")
            else:
                page.text(_short(each.file), label=_row(rows[each], widths))
        for file in group.empty:
            label = INDENT if page.in_columns else "- "
            page.text(t("no answers yet: {file}", file=_short(file) if page.in_columns else file), label=label)


def draw_others(page: Page, attendance: Attendance, t: Translator) -> None:
    """Add what the room agreed, and each file that does not count, with the sentence that says why."""
    if attendance.agreed:
        page.gap()
        page.text(t("Agreed in the room, and in no figure of a group"), STRONG)
    for file in attendance.agreed:
        page.text(file, label="- ")
    if attendance.set_aside:
        page.gap()
        page.text(
            t.plural("Not counted: {count} file", "Not counted: {count} files", len(attendance.set_aside)), STRONG
        )
    for entry in attendance.set_aside:
        page.text(entry.why.sentence(t), label="- ")


def _short(file: str) -> str:
    """Return the file's name without its folder and `.json`, so that it fits beside the figures."""
    path = PurePath(file)
    return path.stem if path.suffix.lower() == ".json" else path.name


def _titles(groups: Sequence[Group], t: Translator) -> str:
    return t.series([wording.group_title(group, t) for group in groups])


def _mode(mode: Mode, t: Translator) -> str:
    return t("quick") if mode == "quick" else t("full")


def _progress(each: RespondentAttendance, t: Translator) -> str:
    return t("{answered} of {asked}", answered=t.number(each.answered, 0), asked=t.number(each.asked, 0))


def _cells(each: RespondentAttendance, t: Translator) -> tuple[str, ...]:
    return (each.code, _mode(each.mode, t), _progress(each, t), each.updated.date().isoformat())


def _widths(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    from rich.cells import cell_len  # noqa: PLC0415 - rich is imported by what draws

    return tuple(max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    from rich.cells import set_cell_size  # noqa: PLC0415 - as above

    shown = (set_cell_size(cell, width) for cell, width in zip(cells, widths, strict=True))
    return INDENT + "".join(cell + BETWEEN for cell in shown)


def _sentence(each: RespondentAttendance, t: Translator) -> str:
    """Return one respondent as a sentence, for a screen reader or a pipe."""
    return t(
        "{code}, {mode}: {progress} answered, last changed on {day}; {file}",
        code=each.code,
        mode=_mode(each.mode, t),
        progress=_progress(each, t),
        day=t.date(each.updated.date()),
        file=each.file,
    )
