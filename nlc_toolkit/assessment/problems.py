"""What is wrong with one field of an assessment, in plain words instead of pydantic's.

Which files are read at all is left to `reading.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nlc_toolkit.assessment.models import NO_DATE, NO_MOMENT
from nlc_toolkit.errors import Problem, mark
from nlc_toolkit.free_text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

LONGEST_NAME = 60


MISSING = mark("must be given")
NO_REASON = mark("must be given: the reason why the question is not applicable")
OTHERWISE = mark("cannot be used ({reason})")
UNKNOWN = mark("is not known here; remove it or correct its spelling")
WHOLE_NUMBER = mark("must be a whole number, 1 or more")
WHOLE_NUMBER_BETWEEN = mark("must be a whole number from {lowest} to {highest}")
BY_TYPE = {
    "missing": MISSING,
    "union_tag_not_found": MISSING,
    "extra_forbidden": UNKNOWN,
    "bool_type": mark("must be true or false"),
    "string_type": mark("must be text in quotation marks"),
    "dict_type": mark("must be entries in curly brackets, such as {{ … }}"),
    "model_type": mark("must be entries in curly brackets, such as {{ … }}"),
    "tuple_type": mark("must be a list in square brackets, such as [ … ]"),
    "datetime_type": NO_MOMENT,
    "datetime_parsing": NO_MOMENT,
    "datetime_from_date_parsing": NO_MOMENT,
    "datetime_object_invalid": NO_MOMENT,
    "timezone_aware": NO_MOMENT,
}
NUMBER_TYPES = frozenset(
    {"int_type", "int_parsing", "int_parsing_size", "int_from_float", "greater_than_equal", "less_than_equal"}
)
BY_PATTERN = {
    "id": mark("must be 32 of the digits 0 to 9 and the letters a to f"),
    "code": mark("must be four of the letters A to Z and the digits 0 to 9"),
    "date": NO_DATE,
    "practice": mark("must be the id of a practice, such as p06"),
    "answers": mark("must be the id of a question, such as p06.q1"),
    "targets": mark("must be the id of a practice, such as p06"),
}
ONLY_FOR_STATE = {"level": "level", "holder": "not_our_mandate"}


def field_problems(error: ValidationError, file: Path) -> Iterator[Problem]:
    """Yield one problem per field."""
    for details in error.errors(include_url=False, include_input=False):
        place = [step for step in _without_state(details["loc"]) if step != "[key]"]
        if details["type"] in {"union_tag_invalid", "union_tag_not_found"}:
            place.append("state")
        message, fields = _sentence(details)
        yield Problem(file, _path(place), message, fields)


def below(path: str, name: str) -> str:
    """Return the path of the entry `name` inside the object at `path`, safe to print."""
    return ".".join(part for part in (path, clean_line(name)[:LONGEST_NAME] or "“”") if part)


def _path(place: list[int | str]) -> str:
    path = ""
    for step in place:
        path = f"{path}[{step}]" if isinstance(step, int) else below(path, step)
    return path


def _without_state(place: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Pydantic's place without the answer's state, which it names between the question and the field."""
    if place[:1] == ("answers",) and len(place) > len(("answers", "p06.q1", "level")):
        return (*place[:2], *place[3:])
    return place


def _sentence(details: ErrorDetails) -> tuple[str, Mapping[str, object]]:
    kind, place, context = details["type"], details["loc"], details.get("ctx", {})
    name = str(place[-1]) if place else ""
    message = BY_TYPE.get(kind, OTHERWISE)
    fields: Mapping[str, object] = {"reason": details["msg"]}
    if kind in NUMBER_TYPES:
        message, fields = _number_sentence(place)
    elif kind in {"literal_error", "union_tag_invalid"}:
        known = re.findall(r"'([^']*)'", context.get("expected") or context["expected_tags"])
        message, fields = mark("must be one of: {known}"), {"known": tuple(known)}
    elif kind == "string_too_long":
        message, fields = mark("must not be longer than {most} characters"), {"most": context["max_length"]}
    elif kind == "string_pattern_mismatch":
        message = BY_PATTERN[str(place[0] if name == "[key]" else name)]
    elif kind == "value_error":
        message = str(context["error"])
    elif kind == "missing" and name == "note":
        message = NO_REASON
    elif kind == "extra_forbidden" and place[:1] == ("answers",) and name in ONLY_FOR_STATE:
        message, fields = mark("is only for answers with the state {state}"), {"state": ONLY_FOR_STATE[name]}
    return message, fields


def _number_sentence(place: tuple[int | str, ...]) -> tuple[str, Mapping[str, object]]:
    if place[-1] == "level":
        return WHOLE_NUMBER_BETWEEN, {"lowest": 0, "highest": 4}
    if place[0] == "targets":
        return WHOLE_NUMBER_BETWEEN, {"lowest": 1, "highest": 4}
    return WHOLE_NUMBER, {}
