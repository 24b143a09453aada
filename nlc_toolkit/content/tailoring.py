"""The rules on tailoring: where a question is asked, and for which kinds of place guidance is written.

Also what files offer each other (`Known`); the other rules are in `checking.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from nlc_toolkit.content.models import Context
from nlc_toolkit.errors import Problem, mark

if TYPE_CHECKING:
    from nlc_toolkit.content.document import Item

CONTEXT: dict[str, tuple[str, ...]] = {
    key: tuple(value for part in get_args(info.annotation) for value in get_args(part))
    for key, info in Context.model_fields.items()
}
"""Context key → the values it can have, as an assessment may state them."""


@dataclass(frozen=True)
class Known:
    """What the files around a file offer it.

    Attributes:
        areas: ids of the areas.
        practices: ids of the practices.
        places: ids of the kinds of place.
    """

    areas: frozenset[str] = frozenset()
    practices: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def __or__(self, other: Known) -> Known:
        """Return what either offers."""
        return Known(self.areas | other.areas, self.practices | other.practices, self.places | other.places)


Rule = Callable[["Item", Known], Iterator[Problem]]


def applies_when_is_known(practice: Item, known: Known) -> Iterator[Problem]:
    """`applies_when` names context keys and their values."""
    del known
    for question in practice.items("questions"):
        yield from _conditions_are_known(question, "applies_when")


def kinds_of_place(checklist: Item, known: Known) -> Iterator[Problem]:
    """`when` names context keys and their values."""
    del known
    for place in checklist.items("places"):
        yield from _conditions_are_known(place, "when")


def guidance_is_for_known_places(practice: Item, known: Known) -> Iterator[Problem]:
    """A practice gives guidance for kinds of place that the checklist names."""
    for guidance in practice.group("guidance"):
        for place in guidance.data:
            if known.areas and place not in known.places:
                message = mark("There is no kind of place “{place}”. checklist.yaml names: {known}.")
                there = tuple(sorted(known.places)) or "–"
                yield guidance.problem((place,), message, at_key=True, place=str(place), known=there)


def _conditions_are_known(item: Item, name: str) -> Iterator[Problem]:
    for condition in item.group(name):
        for key in condition.data:
            if key not in CONTEXT:
                message = mark("There is no context key “{key}”. The keys are: {known}.")
                yield condition.problem((key,), message, at_key=True, key=key, known=tuple(CONTEXT))
                continue
            if condition.data[key] == ():
                yield condition.problem((key,), mark("No value is named, so this would never apply."))
            for number, value in condition.texts(key):
                if value not in CONTEXT[key]:
                    message = mark("“{value}” is no value of “{key}”. The values are: {known}.")
                    allowed = tuple(CONTEXT[key])
                    yield condition.problem((key, number), message, value=value, key=key, known=allowed)
