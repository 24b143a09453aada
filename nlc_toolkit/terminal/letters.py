"""The letters and words that stand for the typed commands, in every script, and which of them a language shows.

Latin letters are taken in every language. What a line that begins with one means is left to `commands.py`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.free_text import plain_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nlc_toolkit.i18n import Translator

Name = Literal[
    "nothing",
    "level",
    "confirm",
    "dont_know",
    "not_applicable",
    "not_our_mandate",
    "explain",
    "note",
    "evidence",
    "target",
    "action",
    "back",
    "skip",
    "jump",
    "review",
    "finish",
    "context",
    "help",
    "quit",
    "unknown",
]

LATIN: Mapping[str, Name] = {
    "y": "confirm",
    "d": "dont_know",
    "x": "not_applicable",
    "m": "not_our_mandate",
    "?": "explain",
    "n": "note",
    "e": "evidence",
    "t": "target",
    "a": "action",
    "b": "back",
    "s": "skip",
    "j": "jump",
    "r": "review",
    "f": "finish",
    "c": "context",
    "h": "help",
    "q": "quit",
}
ARABIC: Mapping[str, str] = {
    "y": "ص",  # صحيح
    "d": "ل",  # لا أعرف
    "x": "غ",  # غير منطبق
    "m": "ج",  # جهة أخرى
    "?": "؟",
    "n": "م",  # ملاحظة
    "e": "د",  # دليل
    "t": "ه",  # هدف
    "a": "ا",  # إجراء
    "b": "ر",  # رجوع
    "s": "ت",  # تخطٍّ
    "j": "ق",  # قفز
    "r": "ع",  # عرض الإجابات
    "f": "ن",  # نتيجة
    "c": "س",  # سياق
    "h": "ك",  # كل الأوامر
    "q": "خ",  # خروج
}
"""The Latin letter → the letter of the Arabic keyboard, the first of the Arabic word beside it."""
LETTERS: Mapping[str, Name] = {**LATIN, **{typed: LATIN[letter] for letter, typed in ARABIC.items()}}
LETTERS_TO_CODES: Mapping[str, str] = {ARABIC[letter]: letter for letter in ("d", "x", "m", "n")}
PRACTICE_IN_ARABIC = re.compile(r"م(?=\d)")
WORDS: Mapping[str, Name] = {
    **dict.fromkeys(("help", "aide", "bantuan", "مساعده"), "help"),
    **dict.fromkeys(("quit", "exit", "quitter", "keluar", "خروج"), "quit"),
    **dict.fromkeys(("back", "retour", "kembali", "رجوع"), "back"),
    **dict.fromkeys(("skip", "passer", "lewati", "تخط", "تخطي"), "skip"),
}
"""Whole words of any language the toolkit speaks, as `typed_word` writes them."""
ALIKE = str.maketrans("أإآٱىیکہة", "ااااييكهه", "ـ")
"""Letters that one Arabic keyboard has and another has not, or that are easily taken for each other."""


def letters_shown(t: Callable[..., str]) -> Mapping[str, str]:
    """Return what to show for each Latin letter in the language of `t`, to fill `{q}` and the like in a sentence.

    Args:
        t: the run's translator; for anything without a language the Latin letters are shown.
    """
    return ARABIC if getattr(t, "language", "") == "ar" else {letter: letter for letter in LATIN}


def command_label(typed: str, t: Translator) -> str:
    """Return how the help names a command: the letter of this language, the Latin one in brackets where it differs.

    Args:
        typed: a Latin letter; anything else, such as `0-4` or the name of a key, is only translated.
        t: the run's translator.
    """
    if typed not in LATIN:
        return t(typed)
    shown = letters_shown(t)[typed]
    return shown if typed in (shown, "?") else f"{shown} ({typed})"


def typed_word(typed: str) -> str:
    """Return a typed word as the tables hold it: lower case, ASCII digits, no marks, one form of alike letters."""
    letters = (char for char in plain_word(typed) if not unicodedata.combining(char))
    return "".join(letters).translate(ALIKE)


def in_codes(line: str) -> str:
    """Return a line of the paper form with the form's own Latin codes in place of Arabic letters.

    Args:
        line: a line as typed; from the first text in it, such as a note or a reason, it stays as it is.
    """
    words = line.split(" ")
    for place, word in enumerate(words):
        letter = LETTERS_TO_CODES.get(typed_word(word))
        if letter is not None:
            words[place] = letter
        elif numbered := PRACTICE_IN_ARABIC.match(word):
            words[place] = "p" + word[numbered.end() :]
        if letter == "n" or ":" in word or '"' in word:
            break
    return " ".join(words)


class MistypedError(WrongUsageError):
    """What was typed at a prompt does not fit there; its sentence may name letters of commands, such as `{q}`."""

    def __str__(self) -> str:
        return self.sentence(lambda message, **fields: message.format(**fields))

    def sentence(self, translate: Callable[..., str]) -> str:
        """Return the sentence in the language of `translate` (a `Translator`), with the letters of that language."""
        return translate(self.message, **letters_shown(translate), **self.fields)
