"""Which scripts the fonts of this computer can print, and what to say where they cannot.

What is missing in one paper comes from `render.py`, which hears it from the PDF engine; asking for fonts in advance
is left to `nlc doctor`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from pathlib import Path

    from nlc_toolkit.i18n import Translator

MOST_SHOWN = 12
MISSING = mark(
    "{file}: no font on this computer has these characters, so boxes stand in their place: {characters} ({scripts}). "
    "`nlc doctor` says which fonts to install."
)


@dataclass(frozen=True)
class Script:
    """A script in which a city's name, a note or evidence may be written.

    Attributes:
        code: four letters of ISO 15924, such as `Beng`.
        letters: how the Unicode names of its letters begin.
        sample: a letter that every font of the script has.
        font: a free font that has the script.
    """

    code: str
    letters: str
    sample: str
    font: str


SCRIPTS = (
    Script("Arab", "ARABIC", "ع", "Vazirmatn"),
    Script("Armn", "ARMENIAN", "Ա", "Noto Sans Armenian"),
    Script("Beng", "BENGALI", "ক", "Noto Sans Bengali"),
    Script("Cyrl", "CYRILLIC", "Ж", "Noto Sans"),
    Script("Deva", "DEVANAGARI", "क", "Noto Sans Devanagari"),
    Script("Ethi", "ETHIOPIC", "አ", "Noto Sans Ethiopic"),
    Script("Geor", "GEORGIAN", "ა", "Noto Sans Georgian"),
    Script("Grek", "GREEK", "Ω", "Noto Sans"),
    Script("Gujr", "GUJARATI", "ક", "Noto Sans Gujarati"),
    Script("Guru", "GURMUKHI", "ਕ", "Noto Sans Gurmukhi"),
    Script("Hang", "HANGUL", "한", "Noto Sans CJK"),
    Script("Hani", "CJK", "中", "Noto Sans CJK"),
    Script("Hebr", "HEBREW", "א", "Noto Sans Hebrew"),
    Script("Hira", "HIRAGANA", "あ", "Noto Sans CJK"),
    Script("Java", "JAVANESE", "ꦗ", "Noto Sans Javanese"),
    Script("Kana", "KATAKANA", "ア", "Noto Sans CJK"),
    Script("Khmr", "KHMER", "ក", "Noto Sans Khmer"),
    Script("Knda", "KANNADA", "ಕ", "Noto Sans Kannada"),
    Script("Laoo", "LAO", "ກ", "Noto Sans Lao"),
    Script("Latn", "LATIN", "a", "Vazirmatn"),
    Script("Mlym", "MALAYALAM", "ക", "Noto Sans Malayalam"),
    Script("Mong", "MONGOLIAN", "ᠠ", "Noto Sans Mongolian"),
    Script("Mymr", "MYANMAR", "က", "Noto Sans Myanmar"),
    Script("Nkoo", "NKO", "ߊ", "Noto Sans NKo"),
    Script("Orya", "ORIYA", "କ", "Noto Sans Oriya"),
    Script("Sinh", "SINHALA", "ක", "Noto Sans Sinhala"),
    Script("Sund", "SUNDANESE", "ᮊ", "Noto Sans Sundanese"),
    Script("Syrc", "SYRIAC", "ܐ", "Noto Sans Syriac"),
    Script("Taml", "TAMIL", "க", "Noto Sans Tamil"),
    Script("Telu", "TELUGU", "క", "Noto Sans Telugu"),
    Script("Tfng", "TIFINAGH", "ⴰ", "Noto Sans Tifinagh"),
    Script("Thaa", "THAANA", "ހ", "Noto Sans Thaana"),
    Script("Thai", "THAI", "ก", "Noto Sans Thai"),
    Script("Tibt", "TIBETAN", "ཀ", "Noto Serif Tibetan"),
    Script("Zsye", "", "😀", "Noto Color Emoji"),
)
PICTURES_FROM = "\U0001f000"
EMOJI, SYMBOLS, UNKNOWN = "Zsye", "Zsym", "Zzzz"


def scripts_without_font() -> tuple[Script, ...]:
    """Return the scripts that would come out as boxes on this computer's paper, in the order of their codes.

    Raises:
        NoPdfEngineError: the PDF engine is missing, so nothing can be said.
    """
    from nlc_toolkit.report.render import html_to_pdf  # noqa: PLC0415 - slow, and not needed to word a warning

    samples = "".join(f"<p>{script.sample}</p>" for script in SCRIPTS)
    page = f'<html lang="en" dir="ltr"><head><title>Fonts</title></head><body>{samples}</body></html>'
    missing = html_to_pdf(page, attachment=None, now=datetime.min.replace(tzinfo=UTC)).unprintable
    return tuple(script for script in SCRIPTS if script.sample in missing)


def script_of(char: str) -> str:
    """Return the code of a character's script; signs count as emoji or symbols."""
    first_word = unicodedata.name(char, "").partition(" ")[0]
    for script in SCRIPTS:
        if script.letters and script.letters == first_word:
            return script.code
    if not unicodedata.category(char).startswith(("S", "P")):
        return UNKNOWN
    return EMOJI if char >= PICTURES_FROM else SYMBOLS


def script_title(code: str, t: Translator) -> str:
    """Return the name of a script (ISO 15924) in the language of `t`."""
    return str(t.locale.scripts.get(code, code))


def missing_in_words(page: bytes, file: Path, t: Translator) -> str:
    """Return which characters of a finished page could not be printed, as one sentence; empty where all could.

    Args:
        page: what `render.page_as_file` made.
        file: where it was written.
        t: the run's translator.
    """
    missing: str = getattr(page, "unprintable", "")
    if not missing:
        return ""
    more = " …" if len(missing) > MOST_SHOWN else ""
    scripts = sorted({script_title(script_of(char), t) for char in missing})
    return t(MISSING, file=file, characters=" ".join(missing[:MOST_SHOWN]) + more, scripts=t.series(scripts))
