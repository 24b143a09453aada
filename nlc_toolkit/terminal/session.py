"""One sitting at one assessment file: what every part of the questionnaire works with.

Opening the file is left to `opening.py`, the way through the questions to `questionnaire.py`.
"""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.assessment.store import AssessmentFile
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.course import Course
    from nlc_toolkit.terminal.dialogue import Dialogue


@dataclass
class Session:
    """One sitting.

    Attributes:
        file: the open assessment file.
        library: the content.
        dialogue: the terminal.
        now: the clock.
        only: the one practice to ask, or None for all.
        options: options of this run that the commands shown to the person must repeat.
        introduced: practices whose summary was shown in this sitting.
    """

    file: AssessmentFile
    library: Library
    dialogue: Dialogue
    now: Callable[[], datetime]
    only: str | None = None
    options: tuple[str, ...] = ()
    introduced: set[str] = field(default_factory=set)

    @property
    def t(self) -> Translator:
        """The words."""
        return self.dialogue.t

    @property
    def assessment(self) -> Assessment:
        """What the file holds."""
        return self.file.assessment

    @property
    def course(self) -> Course:
        """The way through the questions, as the answers stand now."""
        from nlc_toolkit.terminal.course import course_of  # noqa: PLC0415 - not before there is a file

        return course_of(self.library, self.assessment, self.only)

    def save(self, assessment: Assessment) -> None:
        """Put `assessment` on disk, if it differs from what is there."""
        if assessment != self.assessment:
            self.file.save(assessment)

    def command(self, name: str) -> str:
        """Return the exact command line that does `name` with this file."""
        return command_line(name, self.file.path, self.options)


def command_line(name: str, path: Path | None, options: Sequence[str] = ()) -> str:
    """Return `nlc NAME FILE OPTIONS` as it can be typed into this computer's shell."""
    words = ["nlc", name]
    if path is not None:
        shown = str(path)
        words.append(f"./{shown}" if shown.startswith("-") else shown)
    return " ".join(quoted(word) for word in [*words, *options])


def quoted(word: str) -> str:
    """Return `word` so that this computer's shell takes it as one word."""
    if os.name != "nt":
        return shlex.quote(word)
    return word if word and not set(word) & set(" &()[]{}^=;!'+,`~") else f'"{word}"'
