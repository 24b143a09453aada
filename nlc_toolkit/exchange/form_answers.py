"""One code of the paper form at a time: what it stands for where it may stand there, and how an answer is written.

Whole lines are the business of `form.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nlc_toolkit.assessment.form_codes import (
    DONT_KNOW,
    EMPTY,
    FACTS,
    HOLDER_CODES,
    NOT_APPLICABLE,
    NOT_OUR_MANDATE,
    Entry,
)
from nlc_toolkit.assessment.models import LevelAnswer, NotApplicableAnswer, NotOurMandateAnswer
from nlc_toolkit.content.vocabulary import LEVELS
from nlc_toolkit.errors import WrongUsageError, mark
from nlc_toolkit.free_text import clean_line, plain_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.assessment.models import Answer, Holder
    from nlc_toolkit.content.models import Question

EMPTIES = frozenset({EMPTY, "s", "–", "—", "−"})
BEFORE_TEXT = ' :="“„«'
QUOTES = '"“”„«»'
LONGEST_NUMBER = 2
FEWEST_LETTERS = 3
SHOWN_AT_MOST = 40


def read_entry(word: str, question: Question) -> Entry:
    """Return the answer that a code gives to a question.

    Raises:
        WrongUsageError: it is no code, or not one for this question.
    """
    code = plain_word(word).rstrip(".")
    if code in {str(level) for level in LEVELS}:
        return Entry(question.id, "level", level=int(code))
    if code == DONT_KNOW:
        return Entry(question.id, "dont_know")
    if is_empty(word):
        return Entry(question.id, "empty")
    if code == NOT_APPLICABLE or (code[:1] == NOT_APPLICABLE and code[1] in BEFORE_TEXT):
        return _not_applicable(question, word)
    if code.startswith(NOT_OUR_MANDATE):
        return Entry(question.id, "not_our_mandate", holder=_holder(code))
    raise _no_code(word, question)


def is_empty(word: str) -> bool:
    """Whether a code stands for an answer that was left empty."""
    return plain_word(word).rstrip(".") in EMPTIES


def read_fact(word: str, number: int, values: Sequence[str]) -> str | None:
    """Return the value of fact `number` that a code stands for; None for one that was left empty.

    Raises:
        WrongUsageError: it is no code of this fact.
    """
    code = plain_word(word).rstrip(".")
    if is_empty(word):
        return None
    if code.isascii() and code.isdecimal() and len(code) <= LONGEST_NUMBER and 1 <= int(code) <= len(values):
        return values[int(code) - 1]
    raise WrongUsageError(
        mark("“{typed}” is no answer to {fact}. Type 1 to {last}, or - for empty."),
        typed=shown(word),
        fact=f"{FACTS}{number}",
        last=len(values),
    )


def written_answer(answer: Answer | None) -> str:
    """Return the code of an answer; that for empty where there is none."""
    match answer:
        case None:
            return EMPTY
        case LevelAnswer():
            return str(answer.level)
        case NotOurMandateAnswer():
            letters = {holder: letter for letter, holder in HOLDER_CODES.items()}
            return NOT_OUR_MANDATE + letters.get(answer.holder or "unknown", "")
        case NotApplicableAnswer():
            reason = clean_line(answer.note).replace('"', '""')
            return f'{NOT_APPLICABLE}:"{reason}"'
        case _:
            return DONT_KNOW


def shown(typed: str) -> str:
    """Return what was typed, cut where it would drown the sentence about it."""
    return typed if len(typed) <= SHOWN_AT_MOST else typed[: SHOWN_AT_MOST - 1] + "…"


def _not_applicable(question: Question, word: str) -> Entry:
    if not question.not_applicable_allowed:
        raise WrongUsageError(
            mark("x, not applicable, is not possible for {question}. Type 0 to 4, d, m, or - for empty."),
            question=question.id,
        )
    text = word[len(NOT_APPLICABLE) :].lstrip(" :=")
    return Entry(question.id, "not_applicable", reason=_unquoted(text))


def _unquoted(text: str) -> str:
    if text[:1] != '"':
        return clean_line(text.strip(QUOTES))
    inner = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    return clean_line(inner.replace('""', '"'))


def _holder(code: str) -> Holder:
    wanted = re.sub(r"[\s_-]+", "_", code[len(NOT_OUR_MANDATE) :].lstrip(":=").strip(QUOTES))
    if wanted in {"", "?", "unknown"}:
        return "unknown"
    if wanted in HOLDER_CODES:
        return HOLDER_CODES[wanted]
    fitting = [holder for holder in HOLDER_CODES.values() if holder.startswith(wanted)]
    if len(wanted) >= FEWEST_LETTERS and len(fitting) == 1:
        return fitting[0]
    raise WrongUsageError(
        mark("“{typed}” names nobody who has the task. Type m alone, or one of: {codes}."),
        typed=shown(code),
        codes=tuple(f"{NOT_OUR_MANDATE}{letter} ({holder})" for letter, holder in HOLDER_CODES.items()),
    )


def _no_code(word: str, question: Question) -> WrongUsageError:
    return WrongUsageError(
        mark(
            "“{typed}” is no answer to {question}. "
            "Type 0 to 4, d don’t know, m not our mandate, x not applicable, or - for empty."
        )
        if question.not_applicable_allowed
        else mark(
            "“{typed}” is no answer to {question}. Type 0 to 4, d don’t know, m not our mandate, or - for empty."
        ),
        typed=shown(word),
        question=question.id,
    )
