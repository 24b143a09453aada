"""Right-to-left text for terminals that do not turn it: letters joined, then put in the order in which they are seen.

Which lines are printed so is left to `page.py` and to the commands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlc_toolkit.errors import mark

Bidi = Literal["logical", "visual"]
SAMPLE = "تقييم nlc رقم 123"


@dataclass(frozen=True)
class Sample:
    """A line to try on a terminal.

    Attributes:
        bidi: the setting with which text is printed as this line is.
        text: the line.
        advice: English sentence, marked for translation: what to do if this is the line that reads right.
    """

    bidi: Bidi
    text: str
    advice: str


INTRODUCTION = mark("Right-to-left text: one of these two lines has joined letters and reads from the right.")
IF_LOGICAL = mark("If it is this one, leave everything as it is.")
IF_VISUAL = mark("If it is this one, add --bidi visual to commands, or set the variable NLC_BIDI to visual.")
