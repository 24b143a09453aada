"""Which territories count as countries, their names, and finding one by the name a person types (Babel's CLDR data)."""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING

from nlc_toolkit.errors import WrongUsageError, mark
from nlc_toolkit.free_text import folded

if TYPE_CHECKING:
    from nlc_toolkit.i18n import Translator

NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
EVERYDAY_NAMES = {"UK": "GB", "USA": "US", "UAE": "AE", "DRC": "CD"}
CODE_LENGTH = 2
LETTERS = (  # a first letter, then every second letter
    "ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR "
    "GABDEFGHILMNPQRSTUWY HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ "
    "NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU "
    "WFS XK YET ZAMW"
)
ASSIGNED = frozenset(group[0] + second for group in LETTERS.split() for second in group[1:])
"""The codes that ISO 3166 has assigned, and XK: known without waking Babel, which is slow to import."""


@cache
def country_names(language: str) -> dict[str, str]:
    """Return code → name in `language` of every territory that counts as a country."""
    from babel import Locale  # noqa: PLC0415 - Babel is slow to import

    territories = Locale.parse(language).territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == CODE_LENGTH and code.isalpha() and code not in NOT_COUNTRIES
    }


def is_country(code: str) -> bool:
    """Whether `code` is the two-letter code of a country, such as `ID` or `XK`."""
    return code in ASSIGNED or code in country_names("en")


def country_name(code: str, translator: Translator) -> str:
    """Return the country's name in the translator's language."""
    return country_names(translator.language).get(code, code)


def find_country(typed: str, translator: Translator) -> str:
    """Return the code of the country that a person typed as code or name, in the run's language or English.

    Raises:
        WrongUsageError: no country is called that; names the nearest ones.
    """
    code = EVERYDAY_NAMES.get(typed.strip().upper(), typed.strip().upper())
    if is_country(code):
        return code
    codes = {
        folded(name): code for language in ("en", translator.language) for code, name in country_names(language).items()
    }
    wanted = folded(typed)
    if wanted in codes:
        return codes[wanted]
    near = [codes[name] for name in difflib.get_close_matches(wanted, codes, n=3, cutoff=0.6)]
    near += [code for name, code in codes.items() if len(wanted) > CODE_LENGTH and wanted in name]
    if near:
        raise WrongUsageError(
            mark("No country is called “{typed}”. Did you mean {near}? Type the name or the two letters."),
            typed=typed.strip(),
            near=tuple(f"{country_name(code, translator)} ({code})" for code in dict.fromkeys(near[:3])),
        )
    raise WrongUsageError(
        mark("No country is called “{typed}”. Type its name or its two-letter code, such as ID or Indonesia."),
        typed=typed.strip(),
    )
