"""The errors that the toolkit raises on purpose, and the problem that a check finds in a file.

An error carries a sentence to translate and the data that fill it; only `cli/` prints one and exits.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

Severity = Literal["error", "warning"]


def mark(message: str) -> str:
    """Return `message` as it is; the name marks it for extraction into the catalogues."""
    return message


def in_english(message: str, **fields: object) -> str:
    """Return `message` filled without a translator, for logs and tests; several values stand with commas between."""
    return message.format(**{name: ", ".join(v) if isinstance(v, tuple) else v for name, v in fields.items()})


class ToolkitError(Exception):
    """Something the toolkit cannot do, said in one sentence that tells what to do instead.

    Attributes:
        message: English sentence with `{placeholders}`, marked for translation where it is raised.
        fields: the values of the placeholders.
        exit_code: what `nlc` exits with.
    """

    exit_code = 1

    def __init__(self, message: str, **fields: object) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields

    def __str__(self) -> str:
        return in_english(self.message, **self.fields)

    def sentence(self, translate: Callable[..., str]) -> str:
        """Return the sentence in the language of `translate` (a `Translator`)."""
        return translate(self.message, **self.fields)


class WrongUsageError(ToolkitError):
    """The command line itself does not fit: an unknown language, practice or value."""

    exit_code = 2


@dataclasses.dataclass(frozen=True)
class Problem:
    """One thing wrong in one file.

    Attributes:
        file: the file as the person named it or as it was found.
        field: where in the file's structure, such as `questions[0].levels[3].anchor`; empty for the whole file.
        message: English sentence with placeholders, marked for translation.
        fields: the values of the placeholders.
        line, column: counted from 1; None for JSON, where the field is the place.
        severity: a warning asks for a second look and stops nothing.
        rule: the name of the rule that can be excepted here; else empty.
    """

    file: Path
    field: str
    message: str
    fields: Mapping[str, object] = dataclasses.field(default_factory=dict)
    line: int | None = None
    column: int | None = None
    severity: Severity = "error"
    rule: str = ""

    def sentence(self, translate: Callable[..., str]) -> str:
        """Return `file:line:column: field: warning: sentence [rule]`, leaving out what does not apply."""
        place = [str(self.file)]
        if self.line is not None:
            place += [str(self.line), str(self.column or 1)]
        warning = translate(mark("warning")) if self.severity == "warning" else ""
        parts = [":".join(place), self.field, warning, translate(self.message, **self.fields)]
        return ": ".join(part for part in parts if part) + (f" [{self.rule}]" if self.rule else "")


class ProblemsError(ToolkitError):
    """One or more files do not hold what they must; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(mark("{count} problems were found."), count=len(self.problems))

    def __str__(self) -> str:
        return self.sentence(in_english)

    def sentence(self, translate: Callable[..., str]) -> str:
        """Return one line per problem."""
        return "\n".join(problem.sentence(translate) for problem in self.problems)
