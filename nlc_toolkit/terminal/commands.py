"""What a typed line means: a level, a command with or without text, nothing, or something not understood.

What a command then does is left to `questionnaire.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.errors import mark
from nlc_toolkit.free_text import clean, clean_line, plain_word
from nlc_toolkit.terminal.letters import LETTERS, WORDS, MistypedError, letters_shown, typed_word

if TYPE_CHECKING:
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.letters import Name

TAKING_TEXT = frozenset({"not_applicable", "note", "evidence", "target", "action", "jump"})
# “A meeting …”, “E il comune …”: a sentence typed at the wrong prompt, not the command with a text after it.
BEGINNING_SENTENCES = frozenset({"A", "E"})
LEAVING = frozenset({"back", "jump", "review", "finish", "context", "quit"})
# Arabic: م for practice, س for question, and the decimal and the list comma, which stand where the point would.
PRACTICE_OR_QUESTION = re.compile(r"[pم]?0*(?P<practice>\d{1,2})(?:(?:[.,٫،/ ]+[qس]?|[qس])0*(?P<question>\d{1,2}))?")
LETTER_WITH_NUMBER = re.compile(r"(?P<letter>[jtقه])(?P<argument>[pم]?\d.*)")
SHOWN_AT_MOST = 50


@dataclass(frozen=True)
class Command:
    """What a line asks for.

    Attributes:
        name: what to do.
        argument: the text after the command, cleaned; for a level its digit; for `unknown` the whole line.
    """

    name: Name
    argument: str = ""

    @property
    def level(self) -> int:
        """The level (0-4) of a `level` command."""
        return int(self.argument)


def parse(line: str) -> Command:
    """Return what `line` asks for; upper case, spaces, full-width letters and all digits are understood."""
    text = clean(line)
    if not text:
        return Command("nothing")
    first, _, rest = text.partition(" ")
    word, rest = typed_word(first), rest.strip()
    if glued := LETTER_WITH_NUMBER.fullmatch(word):
        word, rest = glued["letter"], f"{glued['argument']} {rest}".strip()
    if not rest and word.rstrip(".)") in {"0", "1", "2", "3", "4"}:
        return Command("level", word[0])
    name = LETTERS.get(word) or WORDS.get(word)
    begins_a_sentence = first in BEGINNING_SENTENCES and rest != rest.upper()
    if name is None or begins_a_sentence or (rest and name not in TAKING_TEXT):
        return Command("unknown", text)
    return Command(name, rest)


def parse_in_text(line: str) -> Command | None:
    """Return the command if a line typed where a text is awaited can only be one that leaves or asks for help.

    A text that merely begins with a letter, such as `a meeting`, is a text.
    """
    command = parse(line)
    if command.name == "jump" and command.argument:
        return command if PRACTICE_OR_QUESTION.fullmatch(plain_word(command.argument)) else None
    return command if command.name in LEAVING or command.name in {"help", "explain"} else None


def parse_number(typed: str) -> int | None:
    """Return the whole number that was typed, or None."""
    word = plain_word(clean_line(typed)).rstrip(".)")
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= len("999") else None


def parse_place(typed: str) -> tuple[str, str | None]:
    """Return the ids of the practice and, if named, the question that `p06`, `6`, `p06.q2` or `6.2` means.

    Raises:
        MistypedError: it is neither.
    """
    found = PRACTICE_OR_QUESTION.fullmatch(plain_word(clean_line(typed)))
    if found is None:
        raise MistypedError(
            mark("“{typed}” is no practice and no question. Type for example: {j} p06 or {j} p06.q2"),
            typed=shortened(typed),
        )
    practice = f"p{int(found['practice']):02}"
    return practice, found["question"] and f"{practice}.q{int(found['question'])}"


def parse_target(typed: str) -> int | None:
    """Return the target (1-4) that was typed; None for `none` or `-`, which clear it.

    Raises:
        MistypedError: it is neither.
    """
    word = plain_word(clean_line(typed))
    if word in {"none", "-"}:
        return None
    if word in {"1", "2", "3", "4"}:
        return int(word)
    raise MistypedError(
        mark("A target is a level from 1 to 4, such as: {t} 3. To take the target away, type: {t} -"),
    )


def explain_unknown(typed: str, t: Translator) -> str:
    """Return the sentence that tells what to type instead of `typed`."""
    first, _, rest = clean_line(typed).partition(" ")
    number = parse_number(first)
    if number is not None and rest and number in range(5):
        return t(
            "To answer {level}, type {level} alone. To keep your text as a note, type: {n} {text}",
            level=number,
            text=shortened(rest),
            **letters_shown(t),
        )
    if parse_number(typed) is not None or first[:1] == "-":
        return t("There is no level {typed}. The levels go from 0 to 4.", typed=shortened(typed))
    return t(
        "“{typed}” is not a command. Type 0 to 4 to answer, {h} for all commands, or {n} and a text to keep a note.",
        typed=shortened(typed),
        **letters_shown(t),
    )


def shortened(text: str, cells: int = SHOWN_AT_MOST) -> str:
    """Return `text` on one line, cut to about `cells` characters."""
    line = clean_line(text[: cells * 20])
    return line if len(line) <= cells else line[: cells - 1].rstrip() + "…"
