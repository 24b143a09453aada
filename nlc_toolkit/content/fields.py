"""The kinds of text that content is made of: what each must look like, and nothing about where it stands."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from nlc_toolkit.free_text import HARMFUL

EMPTY = "empty_text"
HARMFUL_CHARACTER = "harmful_character"


def _printable(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError(EMPTY, "must not be empty")
    if not text.isprintable() and (found := HARMFUL.search(text)):  # asking first costs a tenth of searching
        code = f"U+{ord(found.group()):04X}"
        raise PydanticCustomError(HARMFUL_CHARACTER, "holds the character {code}", {"code": code})
    return text.strip()


URL = r"^https?://\S+$"
PRACTICE_ID = r"^p[0-9]{2}$"
QUESTION_ID = r"^p[0-9]{2}\.q[1-9][0-9]*$"
CASE_ID = r"^([A-Z]{2}|INT)-[a-z0-9]+(-[a-z0-9]+)*$"
COUNTRY_CODE = r"^[A-Z]{2}$"
MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
VERSION = r"^[0-9]+\.[0-9]+\.[0-9]+$"

Text = Annotated[str, AfterValidator(_printable)]
Url = Annotated[str, Field(pattern=URL)]
PracticeId = Annotated[str, Field(pattern=PRACTICE_ID)]
QuestionId = Annotated[str, Field(pattern=QUESTION_ID)]
CaseId = Annotated[str, Field(pattern=CASE_ID)]
CountryCode = Annotated[str, Field(pattern=COUNTRY_CODE)]
Month = Annotated[str, Field(pattern=MONTH)]
Version = Annotated[str, Field(pattern=VERSION)]
