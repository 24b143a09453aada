"""The terminal as it is wanted and able: one rich console per run, plain where colour and boxes would not work.

It also knows in which direction the run's language is read and who turns the letters; turning is left to `bidi.py`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from rich.console import Console

if TYPE_CHECKING:
    from nlc_toolkit.terminal.bidi import Bidi, Direction

PLAIN_WIDTH = 80
PLAINER = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "\u00a0": " "},
)


class DirectedConsole(Console):
    """A console for one language.

    Attributes:
        direction: in which direction the language is read.
        bidi: `visual` where right-to-left text is turned before it is printed, because the terminal does not.
    """

    def __init__(self, *, direction: Direction = "ltr", bidi: Bidi = "logical", **options: Any) -> None:
        super().__init__(highlight=False, markup=False, emoji=False, **options)
        self.direction = direction
        self.bidi = bidi


def make_console(
    *, plain: bool, direction: Direction = "ltr", bidi: Bidi = "logical", stderr: bool = False
) -> DirectedConsole:
    """Return the console of a run; `plain`, `NO_COLOR`, `TERM=dumb` and a pipe all turn colour and boxes off."""
    console = DirectedConsole(direction=direction, bidi=bidi, stderr=stderr)
    plain = plain or not console.is_terminal or "NO_COLOR" in os.environ or console.is_dumb_terminal
    if not plain:
        return console
    width = console.width if console.is_terminal else PLAIN_WIDTH
    return DirectedConsole(direction=direction, bidi=bidi, stderr=stderr, no_color=True, color_system=None, width=width)


def is_plain(console: Console) -> bool:
    """Whether the console does without colour; then boxes, bars and symbols are left out too."""
    return console.color_system is None


def direction_of(console: Console) -> Direction:
    """Return in which direction the console's language is read."""
    return console.direction if isinstance(console, DirectedConsole) else "ltr"


def is_visual(console: Console) -> bool:
    """Whether right-to-left text is turned before it is printed."""
    return isinstance(console, DirectedConsole) and console.bidi == "visual"


def printable(text: str, encoding: str) -> str:
    """Return `text` with simpler punctuation where the console's encoding lacks the typographic one."""
    try:
        text.encode(encoding)
    except UnicodeError:
        return text.translate(PLAINER)
    except LookupError:
        return text
    return text
