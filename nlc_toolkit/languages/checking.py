"""What is wrong with a catalogue: how much is translated, what is stale or missing, and what would break a sentence.

Words that the glossary asks for are checked by `glossary.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.errors import Problem, mark
from nlc_toolkit.languages.compiling import faults_of, forms_of, is_translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message

    from nlc_toolkit.errors import Severity

SHOWN = 60


@dataclass(frozen=True)
class Coverage:
    """How much of the English texts a catalogue says.

    Attributes:
        total: entries of the template.
        translated: those of them that are shown in the language.
        fuzzy: those whose English text has changed since; English is shown.
    """

    total: int
    translated: int
    fuzzy: int

    @property
    def share(self) -> float:
        """The translated share (0-1)."""
        return self.translated / self.total if self.total else 1.0

    @property
    def is_complete(self) -> bool:
        """Whether nothing is shown in English."""
        return self.translated == self.total


def coverage_of(catalogue: Catalog, template: Catalog) -> Coverage:
    """Return how much of `template` the catalogue says."""
    found = [catalogue.get(message.id, message.context) for message in template if message.id]
    said = [entry for entry in found if entry is not None and is_translated(entry)]
    fuzzy = sum(entry.fuzzy for entry in said)
    return Coverage(total=len(found), translated=len(said) - fuzzy, fuzzy=fuzzy)


def catalogue_problems(catalogue: Catalog, template: Catalog, file: Path) -> Iterator[Problem]:
    """Yield what is stale, missing or broken in `catalogue`, read from `file`, against all English texts.

    A translation that cannot be shown is an error; what only falls back to English is a warning.
    """
    for message, _ in faults_of(catalogue):
        yield _problem(file, message, mark("the translation does not have the same placeholders or all plural forms"))
    for message in template:
        if not message.id:
            continue
        entry = catalogue.get(message.id, message.context)
        if entry is None:
            yield _missing(file, message)
        elif not is_translated(entry):
            yield _problem(file, entry, mark("not translated: English is shown"), warning=True)
        elif entry.fuzzy:
            text = mark("the English text has changed: English is shown until the translation is confirmed")
            yield _problem(file, entry, text, warning=True)
    for message in catalogue:
        if message.id and template.get(message.id, message.context) is None:
            yield _problem(file, message, mark("stale: nothing says this any more"), warning=True)


def name_of(message: Message) -> str:
    """Return what tells the entry apart: its id in the content, else the beginning of its English text."""
    text = " ".join(forms_of(message.id)[0].split())
    return message.context or (text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…")


def _missing(file: Path, message: Message) -> Problem:
    return Problem(file, name_of(message), mark("missing: English is shown"), severity="warning")


def _problem(file: Path, message: Message, sentence: str, *, warning: bool = False) -> Problem:
    severity: Severity = "warning" if warning else "error"
    return Problem(file, name_of(message), sentence, line=message.lineno, column=1, severity=severity)
