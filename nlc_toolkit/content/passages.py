"""The texts of content files, each with its place and with the item whose exceptions speak for it.

What is wrong with a text is said by `linting.py` and `plain_words.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nlc_toolkit.content.document import Item, Loc


@dataclass(frozen=True)
class Passage:
    """One text.

    Attributes:
        owner: the practice, question, case or checklist that it belongs to.
        loc: the way to it from its owner.
        kind: the key it stands at, such as `anchor`; in a list or a mapping of texts, that one's key.
        text: what it says.
    """

    owner: Item
    loc: Loc
    kind: str
    text: str


def practice_passages(practice: Item) -> Iterator[Passage]:
    """Yield the texts of a practice and of its questions, in the order they are read."""
    yield from _at(practice, "summary", "why")
    for guidance in practice.group("guidance"):
        for place in guidance.data:
            if text := guidance.text(place):
                yield Passage(practice, ("guidance", place), "guidance", text)
    for question in practice.items("questions"):
        yield from question_passages(question)


def question_passages(question: Item) -> Iterator[Passage]:
    """Yield the texts of one question."""
    yield from _at(question, "text", "explain", "opening")
    yield from _below(question, question, "levels", "anchor", "next")
    for number, text in question.texts("evidence"):
        yield Passage(question, ("evidence", number), "evidence", text)


def case_passages(case: Item) -> Iterator[Passage]:
    """Yield the texts of a case study."""
    yield from _at(case, "summary", "limits")


def checklist_passages(checklist: Item) -> Iterator[Passage]:
    """Yield the explanations that the practices share."""
    yield from _below(checklist, checklist, "levels", "meaning")
    yield from _below(checklist, checklist, "barriers", "explanation")
    for question in checklist.items("context"):
        yield from _below(checklist, question, "values", "explanation")
    yield from _below(checklist, checklist, "context", "title", "explanation")


def _at(owner: Item, *keys: str) -> Iterator[Passage]:
    for key in keys:
        if text := owner.text(key):
            yield Passage(owner, (key,), key, text)


def _below(owner: Item, item: Item, entries: str, *keys: str) -> Iterator[Passage]:
    for entry in item.items(entries):
        for key in keys:
            if text := entry.text(key):
                yield Passage(owner, (*entry.loc[len(owner.loc) :], key), key, text)
