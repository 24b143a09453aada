"""Free text is data: what people type or a file holds, freed of characters that could act on a reader's screen.

Escaping for one output (rich, HTML, a spreadsheet) is left to that output.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress

HARMFUL = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, except tab, newline and carriage return
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of the bidirectional algorithm
    "\ufeff\ufff9-\ufffb"  # byte-order mark, interlinear annotation
    "\U000e0000-\U000e007f"  # invisible tag characters
    "\ud800-\udfff"  # halves of broken characters
    "]"
)
ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
LONGEST = 10_000
ALIKE_IN_ARABIC = str.maketrans({"ة": "ه", "ى": "ي", "\u0640": None})
"""Letters that people type for each other, and the line that stretches a word."""


def rejoined(text: str) -> str:
    """Return `text` with the bytes that the system's encoding could not hold read as UTF-8.

    Raises:
        UnicodeError: they are not UTF-8 either.
    """
    return text.encode("utf-8", "surrogateescape").decode()


def clean(text: str) -> str:
    """Return `text` on as many lines as it has, without escape sequences, control and bidi-override characters."""
    with suppress(UnicodeError):
        text = rejoined(text)
    text = ESCAPE_SEQUENCE.sub("", text)
    text = re.sub("\r\n?|[\u2028\u2029\x85]", "\n", text)
    return HARMFUL.sub("", text.replace("\t", " ")).strip()


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, runs of white space as one space."""
    return re.sub(r"\s+", " ", clean(text))


def plain_word(typed: str) -> str:
    """Return `typed` in lower case, with ASCII letters and digits in place of full-width and other scripts' ones."""
    return "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", typed).casefold()
    )


def folded(text: str) -> str:
    """Return `text` without accents, vowel marks, case and punctuation: `cote d'ivoire` finds Côte d’Ivoire."""
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    letters = (char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(letters).translate(ALIKE_IN_ARABIC).split())
