"""What pydantic found wrong with content, in plain sentences that say how to mend it.

Where the place is in the file is `document.py`'s business; here only the words are chosen.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel
from yaml.nodes import ScalarNode

from nlc_toolkit.content import fields
from nlc_toolkit.content.models import CaseStudy
from nlc_toolkit.content.yaml_tree import BOOLEAN, FLOAT, INTEGER, NULL, TEXT, TIMESTAMP
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails
    from yaml.nodes import Node

Loc = tuple[str | int, ...]


@dataclasses.dataclass(frozen=True)
class Explanation:
    """A sentence about one fault.

    Attributes:
        message: English sentence with placeholders, marked for translation.
        fields: the values of the placeholders.
        at_key: whether the key is the place to look at, not its value.
        below: what leads from the faulty value to the exact place.
    """

    message: str
    fields: Mapping[str, object] = dataclasses.field(default_factory=dict)
    at_key: bool = False
    below: Loc = ()


READ_AS = {
    BOOLEAN: mark('Without quotes, YAML reads “{value}” as a yes/no value. Put it in quotes: "{value}".'),
    INTEGER: mark('Without quotes, YAML reads “{value}” as a number. Put it in quotes: "{value}".'),
    FLOAT: mark('Without quotes, YAML reads “{value}” as a number. Put it in quotes: "{value}".'),
    TIMESTAMP: mark('Without quotes, YAML reads “{value}” as a date. Put it in quotes: "{value}".'),
    NULL: mark("A text is missing here."),
}
OTHER_SCALAR = mark("Put quotes around “{value}”.")
PATTERNS = {
    fields.URL: mark("“{value}” is no web address. It begins with http:// or https:// and has no spaces."),
    fields.PRACTICE_ID: mark("“{value}” is no practice id. It is “p” and two digits, such as p06."),
    fields.QUESTION_ID: mark("“{value}” is no question id. It is the practice, “.q” and a number, such as p06.q1."),
    fields.COUNTRY_CODE: mark("“{value}” is no country code. It is two capital letters, such as KE."),
    fields.MONTH: mark('“{value}” is no month. It is written with year and month, such as "2026-11".'),
    fields.VERSION: mark("“{value}” is no version. It is three numbers with dots, such as 1.0.0."),
    fields.CASE_ID: mark(
        "“{value}” is no case id. It is two capital letters (or INT), a hyphen and small words with hyphens, "
        "such as KE-county-action-plans."
    ),
}

CASE_NEEDS: Mapping[Loc, str] = {
    ("limits",): mark("A case needs “limits”: what is not known, what did not work, and whose account it is."),
    ("sources",): mark("A case needs at least one source: its title, its address or null, and the month it was read."),
}
"""What a case study cannot do without, said with the reason."""
PERSON = re.compile(
    r"(?:first|last|fore|sur)?names?|persons?|individuals?|authors?|contacts?|mayor|officer|interviewee|participants?"
    r"|e?mails?|(?:tele)?phones?|mobile|whatsapp|birth(?:day|date)?|nationality|religion|ethnicity|photo|portrait"
    r"|passport|signature|spokesperson",
    re.IGNORECASE,
)
"""A word in a key that somebody wrote for data about a person."""


def explain(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation | None:
    """Return the sentence for one pydantic error; None if it only repeats another.

    Args:
        details: what pydantic says.
        node: the value it is about; None if it is missing.
        model: the model of the whole document.
    """
    if details["type"] == "too_short" and _entries(node) >= details["ctx"]["min_length"]:
        return None  # pydantic counts only the entries without a fault
    absent = details["type"] in {"missing", "too_short", fields.EMPTY} or (node is not None and node.tag == NULL)
    if absent and model is CaseStudy and details["loc"] in CASE_NEEDS:
        return Explanation(CASE_NEEDS[details["loc"]], at_key=True)
    explainer = EXPLAINERS.get(details["type"])
    if explainer is None:
        return Explanation(mark("This value does not fit here."))
    return explainer(details, node, model)


def _missing(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del node, model
    return Explanation(mark("The key “{key}” is missing."), {"key": str(details["loc"][-1])})


def _unknown_key(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del node
    key = str(details["loc"][-1])
    known = keys_of(model_at(model, details["loc"][:-1]))
    if any(PERSON.fullmatch(word) for word in re.findall("[A-Z]?[a-z]+|[A-Z]+", key)):
        message = mark(
            "There is no field for a person: content names offices and organisations, never persons or how to reach "
            "them. Take “{key}” out. The keys are: {known}."
        )
        return Explanation(message, {"key": key, "known": tuple(known)}, at_key=True)
    near = difflib.get_close_matches(key.casefold(), known, n=1, cutoff=0.6)
    if near:
        message = mark("There is no key “{key}” here. Did you mean “{near}”?")
        return Explanation(message, {"key": key, "near": near[0]}, at_key=True)
    message = mark("There is no key “{key}” here. The keys are: {known}.")
    return Explanation(message, {"key": key, "known": tuple(known)}, at_key=True)


def _not_a_text(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del details, model
    if not isinstance(node, ScalarNode):
        return Explanation(mark("A text is needed here, not a list or further keys."))
    return Explanation(READ_AS.get(node.tag, OTHER_SCALAR), {"value": node.value})


def _not_in_vocabulary(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    if node is None or node.tag != TEXT:
        return _not_a_text(details, node, model)
    allowed = re.findall(r"'([^']*)'", details["ctx"]["expected"])
    message = mark("“{value}” is not allowed here. Allowed are: {allowed}.")
    return Explanation(message, {"value": node.value, "allowed": tuple(allowed)})


def _not_a_boolean(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del details, node, model
    return Explanation(mark("Write true or false here, without quotes."))


def _not_a_number(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del details, model
    if node is not None and node.tag == TEXT and node.value.isdecimal():
        return Explanation(mark("Write the number {value} without quotes."), {"value": node.value})
    if node is not None and node.tag == FLOAT:
        message = mark("{value} is no whole number. Write a whole number, such as 1.")
        return Explanation(message, {"value": node.value})
    return Explanation(mark("A whole number is needed here, such as 1."))


def _too_small(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del node, model
    message = mark("{value} is too small here. The smallest number allowed is {limit}.")
    return Explanation(message, {"value": str(details["input"]), "limit": str(details["ctx"]["ge"])})


def _too_large(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del node, model
    message = mark("{value} is too large here. The largest number allowed is {limit}.")
    return Explanation(message, {"value": str(details["input"]), "limit": str(details["ctx"]["le"])})


def _wrong_pattern(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del node, model
    return Explanation(PATTERNS[details["ctx"]["pattern"]], {"value": str(details["input"])})


def _too_short(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del model
    found = _entries(node)
    if details["loc"][-1] == "levels":
        message = mark("There are exactly five levels, from 0 to 4, and here are {found}.")
        return Explanation(message, {"found": str(found)}, at_key=True)
    message = mark("This list needs more entries: at least {least}, and here are {found}.")
    return Explanation(message, {"least": str(details["ctx"]["min_length"]), "found": str(found)}, at_key=True)


def _too_long(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del model
    most = details["ctx"]["max_length"]
    found = _entries(node)
    message = mark("There are exactly five levels, from 0 to 4, and here are {found}.")
    return Explanation(message, {"found": str(found)}, below=(most,))


def _not_a_list(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del details, node, model
    return Explanation(mark("A list is needed here: entries in [ ], or one line each that begins with “- ”."))


def _not_keys(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    known = keys_of(model_at(model, details["loc"]))
    del node
    if not known:
        return Explanation(mark("Keys with values are needed here, such as “key: value”."))
    message = mark("Keys with values are needed here. The keys are: {known}.")
    return Explanation(message, {"known": tuple(known)})


def _empty(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del details, node, model
    return Explanation(mark("The text here is empty."))


def _harmful(details: ErrorDetails, node: Node | None, model: type[BaseModel]) -> Explanation:
    del node, model
    message = mark(
        "The text holds an invisible control or text-direction character ({code}). Delete it, or type the text again."
    )
    return Explanation(message, {"code": str(details["ctx"]["code"])})


EXPLAINERS = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _not_a_text,
    "literal_error": _not_in_vocabulary,
    "bool_type": _not_a_boolean,
    "int_type": _not_a_number,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "string_pattern_mismatch": _wrong_pattern,
    "too_short": _too_short,
    "too_long": _too_long,
    "tuple_type": _not_a_list,
    "model_type": _not_keys,
    "dict_type": _not_keys,
    fields.EMPTY: _empty,
    fields.HARMFUL_CHARACTER: _harmful,
}


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the model of the value at `loc` in a document of `model`; None if it is no mapping with fixed keys."""
    found: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, int):
            continue
        if found is None:
            return None
        by_key = {info.alias or name: info for name, info in found.model_fields.items()}
        found = _model_in(by_key[step].annotation) if step in by_key else None
    return found


def keys_of(model: type[BaseModel] | None) -> list[str]:
    """Return the keys that a mapping of `model` may have, in their order."""
    return [] if model is None else [info.alias or name for name, info in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _entries(node: Node | None) -> int:
    return len(node.value) if node is not None else 0
