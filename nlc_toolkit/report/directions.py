"""Which way a text is written, and texts of two directions kept apart on paper.

A browser isolates `<bdi>` and the isolating characters by itself. The PDF engine lays out every inline element and
every line on its own, so that the characters hold on one line only; `for_engine` gives it what it understands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, fields
from html import unescape
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.i18n import Translator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from babel import Locale

Direction = Literal["ltr", "rtl"]

OPENING = {"ltr": "\u2066", "rtl": "\u2067"}
CLOSING = "\u2069"
WRITTEN_LEFTWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
DISTURBING = {
    "ltr": re.compile(f"[{WRITTEN_LEFTWARDS}]"),
    "rtl": re.compile(rf"(?![{WRITTEN_LEFTWARDS}])\w"),
}
"""What turns neighbouring signs when it stands in a text of that direction: letters of the other, and figures."""

NAME = re.compile(r"([\u2066\u2067][^\u2066-\u2069]*\u2069)|(?<![\w.\-/:~@])[.\-/~@]+[A-Za-z][\w./@-]*\b")
ISOLATING = re.compile("[\u2066-\u2069]")
ELEMENT = re.compile(r'<bdi(?: dir="(ltr|rtl)")?>([^<]*)</bdi>')
INNERMOST = re.compile(f"([\u2066\u2067])([^<\u2066-\u2069]*){CLOSING}")
NO_PLACE_TO_ISOLATE = re.compile(r"<head>.*?</head>|<title>[^<]*</title>", re.DOTALL)
LINK = re.compile(r"(<a .*?</a>)", re.DOTALL)
PAGE = re.compile(r'<html lang="[^"]*" dir="(ltr|rtl)"')
MAY_WRAP = re.compile(r"[\s/]|.{25}")


def direction_of(text: str) -> Direction | None:
    """Return which way the first letter of `text` is written; None where there is no letter."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return "ltr"
        if kind in {"R", "AL"}:
            return "rtl"
    return None


def turned(text: str, page: Direction) -> Direction | None:
    """Return the direction of `text` if it is not that of the page, else None."""
    own = direction_of(text)
    return None if own == page else own


def apart(text: str, page: Direction) -> str:
    """Return `text` in isolating characters where it could turn the words around it on such a page."""
    if not DISTURBING[page].search(text):
        return text
    return f"{OPENING[direction_of(text) or 'ltr']}{text}{CLOSING}"


def without_isolates(text: str) -> str:
    """Return `text` without isolating characters, for places that show it on its own, such as a bookmark."""
    return ISOLATING.sub("", text)


@dataclass(frozen=True)
class PaperTranslator(Translator):
    """The words of a language for paper: every value put into a sentence is kept apart from it."""

    origin: Translator = field(default_factory=Translator, repr=False)

    def __call__(self, message: str, **values: object) -> str:
        """Return an interface string, its placeholders filled."""
        return self._with_names_apart(self.origin(message, **self._kept_apart(values)))

    def plural(self, singular: str, plural: str, count: int, **values: object) -> str:
        """Return the form for `count`."""
        return self._with_names_apart(self.origin.plural(singular, plural, count, **self._kept_apart(values)))

    def content(self, item: str, text: str) -> str:
        """Return content in this language."""
        return self._with_names_apart(self.origin.content(item, text))

    def series(self, words: Sequence[str]) -> str:
        """Return the words as a list in a sentence."""
        return self.origin.series([apart(word, self.direction) for word in words])

    def one_of(self, words: Sequence[str]) -> str:
        """Return the words as a choice in a sentence."""
        return self.origin.one_of([apart(word, self.direction) for word in words])

    @property
    def direction(self) -> Direction:
        """Which way the language is written."""
        return self.origin.direction

    @property
    def locale(self) -> Locale:
        """Babel's locale of the language."""
        return self.origin.locale

    def _with_names_apart(self, text: str) -> str:
        """Return a text from right to left with names such as `.json` kept apart, whose first sign would come last."""
        if self.direction == "ltr":
            return text
        return NAME.sub(lambda name: name[1] or f"{OPENING['ltr']}{name[0]}{CLOSING}", text)

    def _kept_apart(self, values: dict[str, object]) -> dict[str, object]:
        return {name: self._one_apart(value) for name, value in values.items()}

    def _one_apart(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(self._one_apart, value))
        return apart(value, self.direction) if isinstance(value, str) else value


def on_paper(translator: Translator) -> PaperTranslator:
    """Return the same words, with every value put into a sentence kept apart from it."""
    if isinstance(translator, PaperTranslator):
        return translator
    known = {each.name: getattr(translator, each.name) for each in fields(Translator) if each.init}
    return PaperTranslator(**known, origin=translator)


def for_engine(html: str) -> str:
    """Return a page as the PDF engine needs it.

    What could wrap becomes an element with a direction of its own, which holds on every line; what cannot, isolating
    characters, which cost less; what is written as the page is, nothing. Names of the file and of drawings have none.
    """
    if not (found := PAGE.search(html)):
        return html
    page = found[1]
    html = NO_PLACE_TO_ISOLATE.sub(lambda part: without_isolates(part[0]), html)
    html = ELEMENT.sub(lambda part: _as_characters(part[2], part[1], page), html)
    pieces = LINK.split(html)  # every second one is a link, which holds no element: its tag must be the innermost
    pieces[::2] = [INNERMOST.sub(lambda part: _for_engine(part, page), piece) for piece in pieces[::2]]
    return "".join(pieces)


def _as_characters(text: str, direction: str | None, page: str) -> str:
    plain = unescape(text)
    own = direction or direction_of(plain) or "ltr"
    if own == page and not DISTURBING[page].search(plain):
        return text
    return f"{OPENING[own]}{text}{CLOSING}"


def _for_engine(part: re.Match[str], page: str) -> str:
    text, own = part[2], "ltr" if part[1] == OPENING["ltr"] else "rtl"
    if own == page or not MAY_WRAP.search(text):
        return part[0]
    return f'<bdi dir="{own}">{text}</bdi>'
