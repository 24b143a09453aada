"""Right-to-left text for terminals that do not turn it: letters joined, then put in the order in which they are seen.

Which lines are printed so, and where on the line, is left to `page.py` and to the commands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Bidi = Literal["logical", "visual"]
Direction = Literal["ltr", "rtl"]

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
INVISIBLE = re.compile("[\u200e\u200f\u061c]")
MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
MARKER: Final = "\0"
"""Follows a bracket or a letter with marks; behind one that is read to the left it comes out in front of it.

The algorithm passes over it, and no text holds it, because control characters are stripped on entry.
"""
LINE_END: Mapping[Direction, str] = {"ltr": "\u200e", "rtl": "\u200f"}
"""Changes nothing in the order and keeps a marker from being the last sign, which would be moved."""
WRITTEN_RIGHTWARDS = re.compile(r"(?<![\w./~-])(?=[-./~]+[A-Za-z])|(?<![\w.,:/-])(?=\d+[-/:]\d)")
"""Where something begins that is read to the right in every language: `--json`, `./city.json`, 2026-03-15, 10:30."""
SAMPLE: Final = "رقم nlc: 123 (ثلاثة)"


@dataclass(frozen=True)
class Sample:
    """A line to try on a terminal.

    Attributes:
        bidi: the setting with which text is printed as this line is.
        text: the line; to be printed exactly as it is.
        advice: English sentence, marked for translation: what to do if this is the line that reads right.
    """

    bidi: Bidi
    text: str
    advice: str


SAMPLE_INTRODUCTION = mark("Right-to-left text: one of these two lines has joined letters and reads from the right.")


def samples() -> tuple[Sample, Sample]:
    """Return the same Arabic line with Latin letters and a number in it, as each setting prints it."""
    return (
        Sample("logical", SAMPLE, mark("If it is this one, leave everything as it is.")),
        Sample(
            "visual",
            visual(SAMPLE, "rtl"),
            mark("If it is this one, add --bidi visual to commands, or set the variable NLC_BIDI to visual."),
        ),
    )


def has_right_to_left(text: str) -> bool:
    """Whether any letter of `text` is written from right to left."""
    return RIGHT_TO_LEFT.search(text) is not None


def joined(text: str) -> str:
    """Return `text` in its order, with Arabic letters in the forms in which they join; lam and alef become one."""
    return _reshape()(text) if has_right_to_left(text) else text


def visual(text: str, direction: Direction) -> str:
    """Return one line in the order in which it is seen from left to right, its letters joined.

    Args:
        text: the line as it is read; cleaned, so without control characters.
        direction: in which direction the line as a whole is read.
    """
    if direction == "ltr" and not has_right_to_left(text):
        return text
    from bidi import get_display  # noqa: PLC0415 - only where it is wanted

    signs = _clusters(WRITTEN_RIGHTWARDS.sub(LINE_END["ltr"], joined(text)))
    marked = "".join(f"{cluster}{MARKER}" if _is_marked(cluster) else cluster for cluster in signs)
    turned = get_display(marked + LINE_END[direction], base_dir="L" if direction == "ltr" else "R")
    return INVISIBLE.sub("", "".join(_settled(str(turned))))


def _clusters(text: str) -> Iterator[str]:
    """Yield each sign with the marks above and below it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _is_mark(text[place]):
            yield text[start:place]
            start = place


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Me"}


def _is_marked(cluster: str) -> bool:
    return len(cluster) > 1 or ord(cluster) in MIRRORED


def _settled(turned: str) -> Iterator[str]:
    """Yield the signs with each mark behind its letter again, and brackets that were turned opening the other way."""
    place = 0
    while place < len(turned):
        to_left = turned[place] == MARKER
        start = place = place + to_left
        while to_left and place < len(turned) - 1 and _is_mark(turned[place]):
            place += 1
        base, marks = turned[place], turned[start:place][::-1]
        place += 1
        while not to_left and place < len(turned) and _is_mark(turned[place]):
            marks += turned[place]
            place += 1
        yield (base.translate(MIRRORED) if to_left else base) + marks
        place += not to_left and _is_marked(base + marks)


@cache
def _reshape() -> Callable[[str], str]:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - only where it is wanted

    reshaper = ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})
    return lambda text: str(reshaper.reshape(text))
