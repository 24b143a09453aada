"""The terminal as it is wanted and able: one rich console per run, plain where colour and boxes would not work."""

from __future__ import annotations

import os

from rich.console import Console

PLAIN_WIDTH = 80
PLAINER = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "\u00a0": " "},
)


def make_console(*, plain: bool) -> Console:
    """Return the console of a run; `plain`, `NO_COLOR`, `TERM=dumb` and a pipe all turn colour and boxes off."""
    console = Console(highlight=False, markup=False, emoji=False)
    plain = plain or not console.is_terminal or "NO_COLOR" in os.environ or console.is_dumb_terminal
    if not plain:
        return console
    width = console.width if console.is_terminal else PLAIN_WIDTH
    return Console(highlight=False, markup=False, emoji=False, no_color=True, color_system=None, width=width)


def is_plain(console: Console) -> bool:
    """Whether the console does without colour; then boxes, bars and symbols are left out too."""
    return console.color_system is None


def printable(text: str, encoding: str) -> str:
    """Return `text` with simpler punctuation where the console's encoding lacks the typographic one."""
    try:
        text.encode(encoding)
    except UnicodeError:
        return text.translate(PLAINER)
    except LookupError:
        return text
    return text
