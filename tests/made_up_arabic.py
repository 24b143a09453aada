"""A translator that gives every English text as Arabic words of the same length, for tests of the layout.

The words mean nothing; placeholders stay, so that names and figures stand where they stand in a real translation.
"""

from __future__ import annotations

import gettext
import re

from nlc_toolkit.i18n import Translator

WORDS = (
    "المدينة",
    "تعمل",
    "مع",
    "الحكومة",
    "الوطنية",
    "على",
    "الوقاية",
    "من",
    "الكراهية",
    "والتطرف",
    "في",
    "كل",
    "حي",
    "ومدرسة",
    "وتكتب",
    "ذلك",
    "خطة",
    "واضحة",
)
PART = re.compile(r"(\{\w+\})|([^\W\d_][\w’'-]*)")


class MadeUpCatalogue(gettext.NullTranslations):
    """Every text is there, in Arabic letters."""

    def gettext(self, message: str) -> str:
        count = 0

        def word(part: re.Match[str]) -> str:
            nonlocal count
            if part[1]:
                return part[1]
            count += 1
            return WORDS[(count + len(message)) % len(WORDS)]

        return PART.sub(word, message).replace("?", "؟").replace(",", "،")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        del context
        return self.gettext(message)


MADE_UP_ARABIC = Translator("ar", MadeUpCatalogue())
