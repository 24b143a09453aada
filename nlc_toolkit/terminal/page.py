"""One page of terminal text: lines that are wrapped to the window, aligned by display width and printed as they are.

What stands on a page is left to the modules that draw one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nlc_toolkit.free_text import clean, clean_line
from nlc_toolkit.terminal.console import is_plain, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console
    from rich.text import Text

WIDEST = 100
NARROWEST = 20
BAR_CELLS = 20

HEAD = "bold cyan"
STRONG = "bold"
QUIET = "dim"
GOOD = "green"
CARE = "yellow"


@dataclass
class Page:
    """Lines gathered one by one and printed together.

    Attributes:
        console: where the page is printed.
        above: how many lines printed just before should stay in sight.
        lines: what stands on it; None is a gap that closes when the window is too low.
    """

    console: Console
    above: int = 0
    lines: list[Text | None] = field(default_factory=list)

    @property
    def width(self) -> int:
        """The columns of a line; long lines are hard to read, so wide windows are not filled."""
        return max(NARROWEST, min(self.console.width, WIDEST))

    @property
    def plain(self) -> bool:
        """Whether to do without colour, boxes, bars and symbols."""
        return is_plain(self.console)

    def gap(self) -> None:
        """Add an empty line, unless there is one already."""
        if not self.lines or self.lines[-1] is not None:
            self.lines.append(None)

    def text(self, text: str, style: str = "", *, label: str = "", label_style: str = "") -> None:
        """Add `text`, wrapped; the lines after the first begin where the text after `label` began."""
        from rich.cells import cell_len  # noqa: PLC0415 - rich is imported by what draws
        from rich.text import Text  # noqa: PLC0415

        before = label
        room = max(NARROWEST // 2, self.width - cell_len(before))
        words = printable(clean(text), self.console.encoding)
        for line in words.split("\n") or [""]:
            for part in Text(line).wrap(self.console, room) or [Text("")]:
                part.rstrip()
                self.lines.append(
                    Text.assemble((before, label_style), (part.plain, style)) if part.plain else Text(before.rstrip())
                )
                before = " " * cell_len(before)

    def whole(self, text: str, style: str = "", *, indent: int = 0) -> None:
        """Add `text` on one line however long it is, so that it can be copied from the window."""
        from rich.text import Text  # noqa: PLC0415

        self.lines.append(Text(" " * indent + clean(printable(text, self.console.encoding)), style))

    def pair(self, start: str, end: str, style: str = "") -> None:
        """Add a line with `start` at its beginning and `end` at its end; two lines if they do not fit."""
        from rich.cells import cell_len  # noqa: PLC0415

        room = self.width - cell_len(start) - cell_len(end)
        if self.plain or room < len("  "):
            self.text(start, style)
            self.text(end, style)
        else:
            self.text(start + " " * room + end, style)

    def columns(self, cells: Iterable[tuple[str, int]], style: str = "") -> None:
        """Add one line of cells, each with its width; a negative width aligns the cell at its end."""
        from rich.cells import cell_len, set_cell_size  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        line = ""
        for text, width in cells:
            shown = clean_line(printable(text, self.console.encoding))
            free = max(0, abs(width) - cell_len(shown))
            line += " " * free + shown if width < 0 else set_cell_size(shown, width)
        self.lines.append(Text(line.rstrip(), style))

    def cut(self, text: str, cells: int) -> str:
        """Return `text` in at most `cells` columns, a cut one ending in `…`."""
        from rich.cells import cell_len, set_cell_size  # noqa: PLC0415

        return text if cell_len(text) <= cells else set_cell_size(text, cells - 1).rstrip() + "…"

    def bar(self, share: float, cells: int = BAR_CELLS) -> str:
        """Return a bar filled to `share` (0-1); empty on a plain page."""
        if self.plain:
            return ""
        full, empty = ("#", ".") if self.console.options.ascii_only else ("█", "░")
        filled = min(cells, max(0, round(share * cells)))
        if share > 0:
            filled = max(1, filled)
        return full * filled + empty * (cells - filled)

    def show(self, *, whole: bool = False) -> int:
        """Print the page; gaps close, the last ones first, while it is taller than the window less the prompt.

        Args:
            whole: keep the gaps of a page that is read by scrolling.

        Returns:
            The number of lines printed.
        """
        from rich.text import Text  # noqa: PLC0415

        while self.lines and self.lines[-1] is None:
            self.lines.pop()
        surplus = (
            self.above + len(self.lines) + 1 - self.console.height if self.console.is_terminal and not whole else 0
        )
        for index in range(len(self.lines) - 1, -1, -1):
            if surplus > 0 and self.lines[index] is None:
                del self.lines[index]
                surplus -= 1
        for line in self.lines:
            self.console.print(line if line is not None else Text(""), soft_wrap=True)
        printed = len(self.lines)
        self.lines.clear()
        return printed
