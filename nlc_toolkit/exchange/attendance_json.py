"""Who has answered before a workshop, as JSON for other programs (format nlc-attendance/1).

Printing it is left to `cli/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import JsonValue

    from nlc_toolkit.analysis.attendance import Attendance, RespondentAttendance
    from nlc_toolkit.i18n import Translator

FORMAT = "nlc-attendance/1"


def attendance_data(attendance: Attendance, t: Translator) -> dict[str, JsonValue]:
    """Return the attendance as JSON data; `t` for the sentences about files, nothing else depends on the language."""
    return {
        "format": FORMAT,
        "city": attendance.city.model_dump(mode="json", exclude_none=True) if attendance.city else None,
        "groups": {
            str(group.group): {
                "respondents": [respondent_data(each) for each in group.respondents],
                "empty": list(group.empty),
            }
            for group in attendance.groups
        },
        "waiting": list(attendance.waiting),
        "without_file": list(attendance.without_file),
        "agreed": list(attendance.agreed),
        "set_aside": [{"file": entry.file, "why": entry.why.sentence(t)} for entry in attendance.set_aside],
    }


def respondent_data(each: RespondentAttendance) -> dict[str, JsonValue]:
    """Return how far one respondent has come; `updated` is a moment in UTC."""
    return {
        "file": each.file,
        "code": each.code,
        "mode": each.mode,
        "answered": each.answered,
        "asked": each.asked,
        "updated": each.updated.isoformat().replace("+00:00", "Z"),
    }
