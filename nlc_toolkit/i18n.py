"""One translator per run: words, numbers, dates and text direction of one language.

Nothing here reads the environment: `cli/` decides the language and hands the translator on. Babel is imported
by the method that needs it, because most commands print no number before their first prompt.
"""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from babel import Locale

LANGUAGES_FOLDER = Path(__file__).parent / "languages"
SOURCE_LANGUAGE = "en"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
WRITTEN_AS = {"en": "en_GB"}
NOTHING = "–"
SEPARATOR = ("list.separator", ", ")
"""What stands between the values of a list that is no part of a sentence, with its id in the catalogues."""

Digits = Literal["western", "arabic_indic"]
ARABIC_INDIC = str.maketrans("0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪")
LONE_NUMBER = re.compile(r"(?<![\w./-])\d+(?:[.,:]\d+)*%?(?![\w/-])", re.ASCII)
"""A number that is not a part of something typed, such as `p06.q1`, `2026-03` or a file's name."""


@dataclass(frozen=True)
class Translator:
    """The words, numbers and dates of one language.

    Attributes:
        language: two-letter code, such as `en`.
        catalogue: translations of the interface, the content and the report in that language.
        digits: how numbers and dates are written if the language runs from right to left; what is typed, such as ids
            and file names, stays as it is.
    """

    language: str = SOURCE_LANGUAGE
    catalogue: gettext.NullTranslations = field(default_factory=gettext.NullTranslations, repr=False)
    digits: Digits = "western"

    def __call__(self, message: str, **fields: object) -> str:
        """Return an interface string in this language, its `{placeholders}` filled from `fields`; a tuple is a list."""
        return self.in_digits(self.catalogue.gettext(message)).format(**self._written(fields))

    def plural(self, singular: str, plural: str, count: int, **fields: object) -> str:
        """Return the form for `count`; `{count}` is filled as a number of this language."""
        text = self.catalogue.ngettext(singular, plural, count)
        return self.in_digits(text).format(count=self.number(count, 0), **self._written(fields))

    def content(self, item: str, text: str) -> str:
        """Return content `text` in this language; `item` is its id in the catalogue, such as `p06.q1.level3`."""
        return self.in_digits(self.catalogue.pgettext(item, text))

    @property
    def turns_digits(self) -> bool:
        """Whether numbers are written in other digits than the catalogue's western ones."""
        return self.digits != "western" and self.direction == "rtl"

    def _written(self, fields: dict[str, object]) -> dict[str, object]:
        """The fields as text: several values with commas, whole numbers in the digits of this run."""
        return {name: self._written_one(value) for name, value in fields.items()}

    def _written_one(self, value: object) -> object:
        if isinstance(value, tuple):
            return self.listed(value)
        return self.in_digits(str(value)) if self.turns_digits and type(value) is int else value

    def listed(self, values: Iterable[object]) -> str:
        """Return values with what stands between them in a list that is no part of a sentence."""
        return self.content(*SEPARATOR).join(map(str, values))

    def in_digits(self, text: str) -> str:
        """Return `text` with its numbers as this run writes them; digits in ids, names and addresses stay."""
        if not self.turns_digits:
            return text
        return LONE_NUMBER.sub(lambda number: number[0].translate(ARABIC_INDIC), text)

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Whether this language is written from left to right or from right to left."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale of this language."""
        from babel import Locale  # noqa: PLC0415 - Babel is slow to import

        return Locale.parse(WRITTEN_AS.get(self.language, self.language))

    def number(self, value: float | None, digits: int = 1) -> str:
        """Return `value` with exactly `digits` decimals; a dash for None."""
        if value is None:
            return NOTHING
        from babel.numbers import format_decimal  # noqa: PLC0415

        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return self.in_digits(format_decimal(value, pattern, locale=self.locale))

    def percent(self, share: float | None) -> str:
        """Return a share (0-1) as whole percent; a dash for None."""
        if share is None:
            return NOTHING
        from babel.numbers import format_percent  # noqa: PLC0415

        return self.in_digits(format_percent(share, locale=self.locale))

    def date(self, day: date) -> str:
        """Return a date with the month in words."""
        from babel.dates import format_date  # noqa: PLC0415

        written = self.in_digits(format_date(day, "long", locale=self.locale))
        # French writes the first of a month as an ordinal number, which CLDR leaves out.
        return written.replace("1 ", "1er ", 1) if self.language == "fr" and day.day == 1 else written

    def when(self, written: str) -> str:
        """Return a year, a month or a day that is written `2026`, `2026-03` or `2026-03-15`, its month in words."""
        from datetime import date  # noqa: PLC0415 - only for the annotations else

        from babel.dates import format_skeleton  # noqa: PLC0415

        year, *rest = map(int, written.split("-"))
        if not rest:
            return self.in_digits(written)
        if len(rest) == 1:
            return self.in_digits(format_skeleton("yMMMM", date(year, rest[0], 1), locale=self.locale))
        return self.date(date(year, *rest))

    def moment(self, moment: datetime) -> str:
        """Return date and time of day, in UTC."""
        from babel.dates import format_datetime  # noqa: PLC0415

        return self.in_digits(format_datetime(moment, "d MMMM y, HH:mm 'UTC'", locale=self.locale))

    def series(self, words: Sequence[str]) -> str:
        """Return the words as a list in a sentence: `a, b and c`."""
        from babel.lists import format_list  # noqa: PLC0415

        # CLDR joins Arabic lists by the word for “and” alone, which stands within many of our titles as well.
        commas = self.language == "ar" and len(words) > len("ab")
        return format_list(list(words), style="unit" if commas else "standard", locale=self.locale)

    def one_of(self, words: Sequence[str]) -> str:
        """Return the words as a choice in a sentence: `a, b or c`."""
        from babel.lists import format_list  # noqa: PLC0415

        return format_list(list(words), style="or", locale=self.locale)


def available_languages() -> tuple[str, ...]:
    """Return the codes of the languages that this installation speaks, English first."""
    found = (path.parent.parent.name for path in LANGUAGES_FOLDER.glob("*/LC_MESSAGES/messages.mo"))
    return (SOURCE_LANGUAGE, *sorted(found))


def translator_for(language: str, digits: Digits = "western") -> Translator:
    """Return the translator of `language`, a code such as `en` or `ar`, that writes numbers in these digits.

    Raises:
        WrongUsageError: the toolkit has no such language.
    """
    if language == SOURCE_LANGUAGE:
        return Translator(digits=digits)
    if language not in available_languages():
        raise WrongUsageError(
            mark("The toolkit does not speak “{language}”. It speaks: {available}."),
            language=language,
            available=tuple(available_languages()),
        )
    return Translator(language, gettext.translation("messages", str(LANGUAGES_FOLDER), [language]), digits)


def example_name(file: str, part: str) -> str:
    """Return the catalogues' id of one free text (`part`) of an example file; the city is the same in all of them."""
    return f"example.{part}" if part in {"city", "region"} else f"example.{file}.{part}"


def help_name(function: str) -> str:
    """Return the catalogues' id of a command's help text, which stands at this function."""
    return f"help.{function}"
