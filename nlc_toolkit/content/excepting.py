"""The exceptions that content files name from the rules on wording: which places they cover, and which cover nothing.

The shape of an exception is `RuleException`; what the rules find is `linting.py`'s business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.content.vocabulary import LINT_RULES
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from nlc_toolkit.content.document import Item, Loc
    from nlc_toolkit.errors import Problem

INDEX = re.compile(r"\[([0-9]+)\]")


@dataclass(frozen=True)
class Excepted:
    """One exception as it is written.

    Attributes:
        entry: its keys and where they stand.
        rule: the rule it names.
        at: the field it names, with dots; empty for every field.
    """

    entry: Item
    rule: str
    at: str

    def problem(self) -> Problem:
        """Return the problem that it covers nothing."""
        if not self.at:
            message = mark("The rule “{rule}” finds nothing here. Take this exception out.")
            return self.entry.problem(("rule",), message, rule=self.rule)
        message = mark("The rule “{rule}” finds nothing at “{at}”. Correct “at”, or take this exception out.")
        return self.entry.problem(("at",), message, rule=self.rule, at=self.at)


class Exceptions:
    """Every exception that some questions, practices and cases name, and which of them were needed.

    Args:
        owners: the questions, practices and cases.
    """

    def __init__(self, owners: Iterable[Item]) -> None:
        self._by_owner = {_place(owner): tuple(_written(owner)) for owner in owners}
        self._needed: set[tuple[Path, Loc]] = set()

    def cover(self, rule: str, places: Iterable[tuple[Item, Loc]]) -> bool:
        """Whether an exception from `rule` stands at one of these places, each an owner and the way from it."""
        covering = [
            excepted
            for owner, loc in places
            for excepted in self._by_owner.get(_place(owner), ())
            if excepted.rule == rule and excepted.at in {"", ".".join(map(str, loc))}
        ]
        self._needed.update(_place(excepted.entry) for excepted in covering)
        return bool(covering)

    def needless(self) -> Iterator[Excepted]:
        """Yield those from a known rule that covered nothing."""
        for written in self._by_owner.values():
            for excepted in written:
                if excepted.rule in LINT_RULES and _place(excepted.entry) not in self._needed:
                    yield excepted


def _written(owner: Item) -> Iterator[Excepted]:
    for entry in owner.items("exceptions"):
        yield Excepted(entry, entry.text("rule"), INDEX.sub(r".\1", entry.text("at").strip()))


def _place(item: Item) -> tuple[Path, Loc]:
    return item.document.path, item.loc
