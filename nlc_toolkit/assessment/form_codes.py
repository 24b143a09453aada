"""The codes of the paper form, and what a typed line of them says; the form prints them, `nlc enter` takes them back.

Printing is left to `report/form_view.py`, reading and writing a line to `exchange/form.py`, saving to the terminal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from nlc_toolkit.assessment.models import Capacity, NotesChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.assessment.models import Holder, Mode
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice, Question

DONT_KNOW, NOT_APPLICABLE, NOT_OUR_MANDATE, EMPTY, NOTE = "d", "x", "m", "-", "n"
FACTS = "f"
HOLDER_CODES: Mapping[str, Holder] = {
    "n": "national_government",
    "r": "regional_government",
    "l": "local_government",
    "p": "security_services",
    "c": "civil_society",
    "b": "private_sector",
    "o": "other",
    "z": "nobody",
}
"""The letter typed after `m` → who has the task; `m` alone stands for not known."""
EXAMPLES: Mapping[Mode, str] = {"full": "p03 3 2 d mn 1", "quick": "p03 3"}
"""A line as it is typed from a form of each mode."""
LENGTH_OF_PRINT = 6

State = Literal["level", "dont_know", "not_applicable", "not_our_mandate", "empty"]


@dataclass(frozen=True)
class Entry:
    """One answer as it was typed.

    Attributes:
        question: the question's id.
        state: `empty` where the form was left empty; an answer that the file holds already then stays.
        level: 0-4 where `state` is `level`.
        holder: who has the task where `state` is `not_our_mandate`.
        reason: why the question is not applicable; empty where it is still to be asked.
    """

    question: str
    state: State
    level: int | None = None
    holder: Holder | None = None
    reason: str = ""


@dataclass(frozen=True)
class AnswerLine:
    """What a line says about the questions of one practice; `whole` if it covers all that are asked."""

    practice: str
    entries: tuple[Entry, ...]
    whole: bool = True


@dataclass(frozen=True)
class FactsLine:
    """What a line says about the facts: key and value, None where left empty; `whole` if it covers all facts."""

    values: tuple[tuple[str, str | None], ...]
    whole: bool = True


@dataclass(frozen=True)
class NoteLine:
    """A note on one question."""

    question: str
    text: str


Line = AnswerLine | FactsLine | NoteLine


def facts_on_form(library: Library) -> dict[str, tuple[str, ...]]:
    """Return the key of each fact → its values, both in the order in which the form numbers them from 1."""
    about_respondent: dict[str, tuple[str, ...]] = {"capacity": get_args(Capacity), "notes": get_args(NotesChoice)}
    return about_respondent | {
        key: tuple(value.id for value in question.values) for key, question in library.context_questions.items()
    }


def fact_codes(library: Library) -> dict[str, str]:
    """Return the key of each fact → its code on the form, such as `f3`."""
    return {key: f"{FACTS}{number}" for number, key in enumerate(facts_on_form(library), start=1)}


def printed_questions(practice: Practice, mode: Mode) -> tuple[Question, ...]:
    """Return the questions that the form prints for a practice, whether or not they apply to a place."""
    return practice.questions if mode == "full" else (practice.headline,)


def form_mark(library: Library) -> str:
    """Return the mark at the foot of a form, such as `nlc 1.0.0 3f2a9c`; it differs where the questions do."""
    print_of_content = library.digest.removeprefix("sha256:")[:LENGTH_OF_PRINT]
    return f"{library.checklist.id} {library.checklist.version} {print_of_content}"
