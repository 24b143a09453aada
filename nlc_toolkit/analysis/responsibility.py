"""The responsibility map: who says of a question that somebody else holds the task, and whether that adds up.

Which assessments are asked is decided in `members.py`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from nlc_toolkit.assessment.models import Holder, NotOurMandateAnswer
from nlc_toolkit.content.vocabulary import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.vocabulary import Group

HOLDERS: tuple[Holder, ...] = get_args(Holder)


@dataclass(frozen=True)
class Responsibility:
    """One group that says of one question that somebody else holds the task.

    Attributes:
        question: the question's id.
        says: the group that says so.
        count: how many of its respondents say so and name this holder.
        holder: whom they name: a group, `nobody`, or `unknown` (also where they named none).
        conflict: whether nobody is named, or the named group says itself that it is not the holder; None
            where an edition keeps that back.
        institutional: whether all of them speak for their institutions.
    """

    question: str
    says: Group
    count: int
    holder: Holder
    conflict: bool | None
    institutional: bool


def responsibility_map(library: Library, assessments: Iterable[Assessment]) -> tuple[Responsibility, ...]:
    """Return one entry per question, group and named holder, in the order of questions, groups and holders.

    A `not_our_mandate` answer counts where its question applies and its revision is current.
    """
    members = tuple(assessments)
    return tuple(entry for name in library.questions for entry in _entries(library, name, members))


def disowns(entry: Responsibility, group: Group) -> bool:
    """Whether the entry's group is `group` and says that the task lies outside it.

    Who names the own group speaks of another office in it, and does not disown the task.
    """
    return entry.says == group and entry.holder != group


def in_conflict(entry: Responsibility, others: Iterable[Responsibility]) -> bool:
    """Whether the entry names nobody, or a group that by one of the `others` disowns the same question."""
    if entry.holder == "nobody":
        return True
    if entry.holder == "unknown":
        return False
    return any(other.question == entry.question and disowns(other, entry.holder) for other in others)


def _entries(library: Library, name: str, members: Sequence[Assessment]) -> Iterator[Responsibility]:
    question = library.questions[name]
    found: dict[tuple[Group, Holder], list[bool]] = defaultdict(list)
    for member in members:
        answer = member.current_answer(question)
        if isinstance(answer, NotOurMandateAnswer) and question.applies(member.context):
            key = (member.respondent.group, answer.holder or "unknown")
            found[key].append(member.respondent.capacity == "institution")
    entries = [
        Responsibility(name, says, len(institutional), holder, None, all(institutional))
        for (says, holder), institutional in sorted(found.items(), key=lambda item: _place(*item[0]))
    ]
    for entry in entries:
        yield replace(entry, conflict=in_conflict(entry, entries))


def _place(says: Group, holder: Holder) -> tuple[int, int]:
    return GROUPS.index(says), HOLDERS.index(holder)
