"""A person at the questionnaire, for tests: types lines, reads the transcript, and looks into the file."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mini import NOW, make_assessment, make_library
from rich.console import Console

from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.i18n import Translator
from nlc_toolkit.terminal.dialogue import Dialogue
from nlc_toolkit.terminal.opening import Wish
from nlc_toolkit.terminal.questionnaire import run_questionnaire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library

INTERRUPT = "\x03"


@dataclass
class Typist:
    """Types into one questionnaire after another in the same folder.

    Attributes:
        folder: where the files lie; in transcripts it is called FOLDER.
        transcript: what the last sitting showed, the typed lines included.
        run: the dialogue that is typed into.
    """

    folder: Path
    library: Library
    plain: bool = True
    height: int = 24
    encoding: str = "utf-8"
    transcript: str = ""
    run: Callable[..., None] = run_questionnaire

    @property
    def path(self) -> Path:
        """The file that most tests work with."""
        return self.folder / "city.json"

    @property
    def assessment(self) -> Assessment:
        """What lies on disk."""
        return read_assessment(self.path)

    def write(self, assessment: Assessment) -> None:
        """Put an assessment on disk before a sitting."""
        self.path.write_text(assessment.model_dump_json(exclude_none=True), encoding="utf-8")

    def start(self, **changes: object) -> None:
        """Put an assessment on disk whose facts are all known, so that a sitting starts at the questions."""
        context = make_assessment().context.model_copy(update={"state_system": "dual"})
        self.write(make_assessment(**{"context": context, **changes}))

    def type(self, *lines: str, wish: Wish | None = None, on_prompt: Callable[[], None] = lambda: None) -> str:
        """Type `lines` into a sitting, then end the input; return the transcript."""
        buffer = io.BytesIO()
        stream = io.TextIOWrapper(buffer, encoding=self.encoding, errors="replace", newline="", write_through=True)
        console = Console(
            file=stream,
            width=80,
            height=self.height,
            highlight=False,
            markup=False,
            emoji=False,
            force_terminal=not self.plain,
            color_system=None if self.plain else "standard",
            legacy_windows=False,
            _environ={},
        )
        waiting: Iterable[str] = iter(lines)

        def read_line(prompt: str) -> str:
            on_prompt()
            stream.write(prompt)
            line = next(waiting, None)  # type: ignore[call-overload]
            if line is None:
                raise EOFError
            if line == INTERRUPT:
                raise KeyboardInterrupt
            stream.write(line.encode("utf-8", "replace").decode() + "\n")
            return str(line)

        ticks = iter(range(100_000))
        try:
            self.run(
                wish or Wish(self.path, self.folder),
                load_library=lambda: self.library,
                dialogue=Dialogue(console, read_line, Translator()),
                now=lambda: NOW + timedelta(seconds=next(ticks)),
                random=random.Random(7),  # noqa: S311 - a test repeats itself
                toolkit="0.1.0",
            )
        finally:
            shown = buffer.getvalue().decode(self.encoding, "replace")
            self.transcript = shown.replace(str(self.folder.absolute()), "FOLDER").replace(str(self.folder), "FOLDER")
        return self.transcript


def make_typist(folder: Path, library: Library | None = None, *, plain: bool = True) -> Typist:
    """Return a typist in `folder` with the small world's content."""
    return Typist(folder, library or make_library(), plain)
