"""From a typed line of the paper form to what the file then holds: reasons asked, answers made, facts set, in one save.

The typing itself is left to `entering.py`, what is shown of a line to `entering_pages.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nlc_toolkit.assessment.editing import (
    dont_know_answer,
    level_answer,
    not_applicable_answer,
    not_our_mandate_answer,
    set_answer,
)
from nlc_toolkit.assessment.form_codes import AnswerLine
from nlc_toolkit.assessment.models import NotApplicableAnswer
from nlc_toolkit.free_text import LONGEST
from nlc_toolkit.terminal.facts import fact, with_fact
from nlc_toolkit.terminal.keeping import present_answer, with_skipped, without_early

if TYPE_CHECKING:
    from nlc_toolkit.assessment.form_codes import Entry, FactsLine
    from nlc_toolkit.assessment.models import Answer
    from nlc_toolkit.terminal.session import Session


def lacks_reason(session: Session, entry: Entry) -> bool:
    """Whether the reason is still to be asked; one that the file holds already stays."""
    stored = session.assessment.answers.get(entry.question)
    return entry.state == "not_applicable" and not entry.reason and not isinstance(stored, NotApplicableAnswer)


def made_answer(session: Session, entry: Entry) -> Answer | None:
    """Return the answer that an entry gives; None where it was left empty."""
    question, now = session.library.question(entry.question), session.now()
    before = present_answer(session.assessment, question)
    match entry.state:
        case "empty":
            return None
        case "level":
            return level_answer(question, entry.level if entry.level is not None else -1, before, now)
        case "dont_know":
            return dont_know_answer(question, before, now)
        case "not_our_mandate":
            return not_our_mandate_answer(question, entry.holder or "unknown", before, now)
        case "not_applicable":
            stored = before.note if isinstance(before, NotApplicableAnswer) else None
            return not_applicable_answer(question, entry.reason or stored or "", before, now)


def fitting_reason(session: Session, entry: Entry) -> Entry:
    """Return the entry with its reason cut where, with an earlier note, it would not fit; the person is told."""
    before = present_answer(session.assessment, session.library.question(entry.question))
    if not entry.reason or before is None or before.note is None or isinstance(before, NotApplicableAnswer):
        return replace(entry, reason=session.dialogue.fitting(entry.reason))
    room = max(1, LONGEST - len(before.note) - len("\n\n"))
    return replace(entry, reason=session.dialogue.fitting(entry.reason, room))


def save_line(session: Session, line: AnswerLine | FactsLine) -> None:
    """Put what a line says on disk, all of it at once."""
    if isinstance(line, AnswerLine):
        save_answers(session, line)
    else:
        save_facts(session, line)


def save_answers(session: Session, line: AnswerLine) -> None:
    """Put the answers of a line on disk; what was left empty stays as it is."""
    assessment, now = session.assessment, session.now()
    for entry in line.entries:
        answer = made_answer(session, entry)
        if answer is not None:
            question = session.library.question(entry.question)
            assessment = without_early(set_answer(assessment, question, answer, now), question, now)
    session.save(assessment)


def save_facts(session: Session, line: FactsLine) -> None:
    """Put the facts of a line on disk; those that a whole line left empty are not asked for again."""
    assessment = session.assessment
    for key, value in line.values:
        if value is not None:
            assessment = with_fact(assessment, key, value, session)
    left = [key for key, value in line.values if value is None and fact(session, key).value is None]
    session.save(with_skipped(assessment, left, session.now()) if left else assessment)


def merged(line: AnswerLine | FactsLine, change: AnswerLine | FactsLine) -> AnswerLine | FactsLine:
    """Return `line` with what `change`, a later line about the same place, says otherwise."""
    if change.whole:
        return change
    if isinstance(line, AnswerLine) and isinstance(change, AnswerLine):
        entries = {entry.question: entry for entry in (*line.entries, *change.entries)}
        return replace(line, entries=tuple(entries.values()))
    if isinstance(line, AnswerLine) or isinstance(change, AnswerLine):
        return change
    return replace(line, values=tuple({**dict(line.values), **dict(change.values)}.items()))
