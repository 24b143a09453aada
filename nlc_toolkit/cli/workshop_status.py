"""`nlc workshop DIR --status`: who has answered how much, who is missing, and which files do not count.

What is counted is decided in `analysis/attendance.py`; how it is drawn, in `terminal/attendance_showing.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from nlc_toolkit.cli.run import Run


def print_status(run: Run, paths: list[Path], cities: list[str], *, as_json: bool) -> None:
    """Print the attendance of the assessments in `paths`; with `as_json`, nothing but JSON on stdout.

    Args:
        run: the run.
        paths: files, and folders with files.
        cities: the names that count as the city, as in `--city`.
        as_json: print JSON for programs.

    Raises:
        NoPanelError: no file could be read as an assessment; says of each why.
        WrongUsageError: the files are about several cities, and none is chosen.
    """
    from nlc_toolkit.analysis.attendance import attendance_of  # noqa: PLC0415 - only what is needed is imported
    from nlc_toolkit.analysis.members import NoPanelError  # noqa: PLC0415
    from nlc_toolkit.exchange.panel_files import read_candidates  # noqa: PLC0415

    candidates, unreadable = read_candidates(paths)
    if not candidates:
        raise NoPanelError(unreadable)
    attendance = attendance_of(run.library, candidates, unreadable, cities)
    if as_json:
        from nlc_toolkit.exchange.attendance_json import attendance_data  # noqa: PLC0415

        if attendance.notice is not None:
            run.warn(attendance.notice.message, **attendance.notice.fields)
        run.print_json(attendance_data(attendance, run.translator))
        return
    from nlc_toolkit.terminal.attendance_showing import show_attendance  # noqa: PLC0415

    show_attendance(run.console, attendance, run.translator)
