"""One page of terminal text: lines that are wrapped to the window, aligned by display width and printed as they are.

What stands on a page is left to the modules that draw one, the order of letters in a line to `bidi.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nlc_toolkit.free_text import clean, clean_line
from nlc_toolkit.terminal.bidi import joined, visual
from nlc_toolkit.terminal.console import direction_of, is_plain, is_visual, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console
    from rich.text import Text

    from nlc_toolkit.terminal.bidi import Direction

WIDEST = 100
IN_COLUMNS = re.compile(r" *\S.*?\S {2,}(?=\S)")
UNBROKEN, STAND_IN = "\u00a0", "\ue000"
"""The space at which no line may end, and what stands for it while rich, which breaks lines there, wraps them."""
NARROWEST = 20
BAR_CELLS = 20

HEAD = "bold cyan"
STRONG = "bold"
QUIET = "dim"
GOOD = "green"
CARE = "yellow"


@dataclass(frozen=True)
class Line:
    """One line that fits the page.

    Attributes:
        pieces: text and style of each part, in the order they are read; each is turned by itself, so that no number
            wanders from its column into a title beside it.
        copied: it is meant to be copied, so its letters stay in the order in which they are stored.
        spare: 0 for a line that always stays; else the window may be too low for it, and smaller numbers go first.
    """

    pieces: tuple[tuple[str, str], ...]
    copied: bool = False
    spare: int = 0

    def in_stored_order(self) -> tuple[tuple[str, str], ...]:
        """Return the pieces with those of one style as one, and nothing blank at the end."""
        runs: list[tuple[str, str]] = []
        for text, style in self.pieces:
            if runs and runs[-1][1] == style:
                runs[-1] = (runs[-1][0] + text, style)
            else:
                runs.append((text, style))
        while runs and not runs[-1][0].strip():
            runs.pop()
        return (*runs[:-1], (runs[-1][0].rstrip(), runs[-1][1])) if runs else ()

    def in_seen_order(self, direction: Direction, width: int | None) -> tuple[tuple[str, str], ...]:
        """Return the pieces as they are seen from left to right.

        Args:
            direction: in which direction the line is read.
            width: the columns of the page, at whose end a right-to-left line begins; None to leave it at the margin.
        """
        from rich.cells import cell_len  # noqa: PLC0415 - rich is imported by what draws

        if not any(text.strip() for text, _ in self.pieces):
            return ()
        turned = [(visual(text, direction), style) for text, style in self.pieces]
        if direction == "ltr":
            return Line(tuple(turned)).in_stored_order()
        free = 0 if width is None else width - sum(cell_len(text) for text, _ in turned)
        return (" " * max(0, free), ""), *reversed(turned)


def padded(text: str, cells: int) -> str:
    """Return `text` with spaces after it up to `cells` columns; one that is wider stays whole, with a space."""
    from rich.cells import cell_len  # noqa: PLC0415

    return text + " " * max(1, cells - cell_len(text))


def laid_out(text: str, console: Console) -> str:
    """Return `text` as it is printed on this console, right-to-left lines turned where that is asked for.

    On a window long lines are wrapped, below the beginning of their last column; in a pipe a line stays one line.
    """
    page = Page(console)
    for line in text.split("\n"):
        words = line.lstrip(" ")
        if not console.is_terminal or not words:
            page.lines.append(Line(((page.shown(line), ""),)))
            continue
        label = line[: len(line) - len(words)]
        if (columns := IN_COLUMNS.match(line)) and columns.end() <= page.width // 2:
            label, words = columns[0], line[columns.end() :]
        page.text(words, label=label)
    return "\n".join(line.plain for line in page.drawn())


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
    lines: list[Line | None] = field(default_factory=list)

    @property
    def width(self) -> int:
        """The columns of a line; long lines are hard to read, so wide windows are not filled."""
        return max(NARROWEST, min(self.console.width, WIDEST))

    @property
    def plain(self) -> bool:
        """Whether to do without colour, boxes, bars and symbols."""
        return is_plain(self.console)

    @property
    def visual(self) -> bool:
        """Whether right-to-left text is turned before it is printed."""
        return is_visual(self.console)

    @property
    def may_be_turned(self) -> bool:
        """Whether the terminal may turn the lines of this page, and cells that stand beside each other with them."""
        return direction_of(self.console) == "rtl" and not self.visual

    @property
    def in_columns(self) -> bool:
        """Whether cells can stand below each other: not on a plain page, nor where the terminal may turn them."""
        return not self.plain and not self.may_be_turned

    @property
    def room(self) -> int | None:
        """How many lines still fit above the prompt once gaps are closed and spare lines gone; None in a pipe."""
        if not self.console.is_terminal:
            return None
        staying = sum(line is not None and not line.spare for line in self.lines)
        return self.console.height - self.above - staying - 1

    def gap(self) -> None:
        """Add an empty line, unless there is one already."""
        if not self.lines or self.lines[-1] is not None:
            self.lines.append(None)

    def text(self, text: str, style: str = "", *, label: str = "", label_style: str = "", spare: int = 0) -> None:
        """Add `text`, wrapped; the lines after the first begin where the text after `label` began.

        Args:
            text: what to add.
            style: how it looks.
            label: what stands before it on its first line.
            label_style: how the label looks.
            spare: see `Line.spare`; lines of one number go together.
        """
        from rich.cells import cell_len  # noqa: PLC0415 - rich is imported by what draws
        from rich.text import Text  # noqa: PLC0415

        before = self.shown(label)
        room = max(NARROWEST // 2, self.width - cell_len(before))
        for line in self.shown(clean(text)).split("\n") or [""]:
            for part in Text(line.replace(UNBROKEN, STAND_IN)).wrap(self.console, room) or [Text("")]:
                plain = part.plain.rstrip().replace(STAND_IN, UNBROKEN)
                self.lines.append(Line(((before, label_style), (plain, style)), spare=spare))
                before = " " * cell_len(before)

    def shown(self, text: str) -> str:
        """Return `text` with the signs and, where the terminal does not join letters, the forms that are printed."""
        text = printable(text, self.console.encoding)
        return joined(text) if self.visual else text

    def whole(self, text: str, style: str = "", *, indent: int = 0) -> None:
        """Add `text` on one line however long it is and in the stored order, so that it can be copied."""
        line = " " * indent + clean(printable(text, self.console.encoding))
        self.lines.append(Line(((line, style),), copied=True))

    def pair(self, start: str, end: str, style: str = "") -> None:
        """Add a line with `start` at its beginning and `end` at its end; two lines if they do not fit."""
        from rich.cells import cell_len  # noqa: PLC0415

        first, last = self.shown(clean_line(start)), self.shown(clean_line(end))
        room = self.width - cell_len(first) - cell_len(last)
        if self.plain or room < len("  "):
            self.text(start, style)
            self.text(end, style)
        else:
            self.lines.append(Line(((first, style), (" " * room, style), (last, style))))

    def columns(self, cells: Iterable[tuple[str, int]], style: str = "") -> None:
        """Add one line of cells, each with its width; a negative width aligns the cell at its end."""
        from rich.cells import cell_len, set_cell_size  # noqa: PLC0415

        pieces = []
        for text, width in cells:
            shown = self.shown(clean_line(text))
            free = max(0, abs(width) - cell_len(shown))
            pieces.append((" " * free + shown if width < 0 else set_cell_size(shown, width), style))
        self.lines.append(Line(tuple(pieces)))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
        """Add a table below its heads.

        Args:
            heads: a short word for each column.
            rows: a cell for each column; the first one is cut where there is no room for it.
            widths: the columns wanted for each cell, as in `columns`; a wider cell gets more, and the first one less.
        """
        from rich.cells import cell_len  # noqa: PLC0415

        rows = [heads, *rows]
        wanted = [
            max(cell_len(self.shown(clean_line(cell))) + 1 for cell in column) for column in zip(*rows, strict=True)
        ]
        given = [abs(width) if cells <= abs(width) else cells + 1 for width, cells in zip(widths, wanted, strict=True)]
        given[0] = max(NARROWEST // 2, min(widths[0], self.width - sum(given[1:])))
        aligned = [cells if width > 0 else -cells for width, cells in zip(widths, given, strict=True)]
        for number, (first, *others) in enumerate(rows):
            cells = (self.cut(first, given[0] - 1), *others)
            self.columns(zip(cells, aligned, strict=True), "" if number else QUIET)

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
        """Print the page; while it is taller than the window less the prompt, gaps close and spare lines go.

        Args:
            whole: keep the gaps of a page that is read by scrolling.

        Returns:
            The number of lines printed.
        """
        while self.lines and self.lines[-1] is None:
            self.lines.pop()
        surplus = (
            self.above + len(self.lines) + 1 - self.console.height if self.console.is_terminal and not whole else 0
        )
        for index in range(len(self.lines) - 1, -1, -1):
            if surplus > 0 and self.lines[index] is None:
                del self.lines[index]
                surplus -= 1
        for spare in sorted({line.spare for line in self.lines if line is not None and line.spare}):
            if surplus > 0:
                kept = [line for line in self.lines if line is None or line.spare != spare]
                surplus -= len(self.lines) - len(kept)
                self.lines = kept
        drawn = self.drawn()
        for line in drawn:
            self.console.print(line, soft_wrap=True)
        return len(drawn)

    def drawn(self) -> list[Text]:
        """Return the lines as they are printed, and leave the page empty."""
        from rich.text import Text  # noqa: PLC0415

        direction, width = direction_of(self.console), None if self.plain else self.width
        drawn = []
        for line in self.lines:
            if line is None:
                pieces: tuple[tuple[str, str], ...] = ()
            elif self.visual and not line.copied:
                pieces = line.in_seen_order(direction, width)
            else:
                pieces = line.in_stored_order()
            drawn.append(Text.assemble(*pieces))
        self.lines.clear()
        return drawn
