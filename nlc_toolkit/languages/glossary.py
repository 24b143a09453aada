"""The glossary of a language, one word per thing, and the check that a catalogue keeps to it.

A term is looked for in the English text; its translation must then hold one of the words that the glossary accepts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nlc_toolkit.errors import Problem, ToolkitError, mark
from nlc_toolkit.languages.checking import name_of
from nlc_toolkit.languages.compiling import forms_of, is_translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message

ARABIC_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
"""Vowel marks and the stretching line, which may be written or left out."""
SPACES = re.compile(r"\s+")
TYPED = re.compile(
    r"`[^`]*`|\{\w*\}|--[a-z-]+|https?://\S+|\S+\.(?:json|pdf|html|yaml|md|po)\b|[a-z_-]+/\S*"
    r"|\b[A-Z]{3,}\b|^ +nlc.*$|\bnlc [a-z]+",
    re.MULTILINE,
)
"""What is typed or filled in and so never translated: commands, placeholders, names of files, words for values."""


class _GlossaryModel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Term(_GlossaryModel):
    """One thing and its word.

    Attributes:
        term: the English word, found whole and in any case.
        forms: other English forms of it, such as the plural.
        say: the word in the language.
        accept: other right forms; each is looked for as a part of the text.
        note: what a translator should know.
        exceptions: ids of entries where the English word means something else.
    """

    term: str
    forms: tuple[str, ...] = ()
    say: str
    accept: tuple[str, ...] = ()
    note: str = ""
    exceptions: tuple[str, ...] = ()

    @cached_property
    def accepted(self) -> tuple[str, ...]:
        """Every right form, without what may be written or left out."""
        return tuple(comparable(word) for word in (self.say, *self.accept))


class Never(_GlossaryModel):
    """A wording that is wrong wherever it stands, such as a machine's mistake.

    Attributes:
        say: the wrong wording.
        because: why it is wrong, in English.
        instead: what to write.
    """

    say: str
    because: str = ""
    instead: str = ""


class Glossary(_GlossaryModel):
    """The words of one language.

    Attributes:
        language: two-letter code.
        terms: the right words.
        never: the wrong ones.
    """

    language: str
    terms: tuple[Term, ...] = Field(min_length=1)
    never: tuple[Never, ...] = ()

    @cached_property
    def patterns(self) -> tuple[tuple[re.Pattern[str], Term], ...]:
        """Every English form with its term, longest first, so that “local action plan” is not taken for “action”."""
        forms = [(form, term) for term in self.terms for form in (term.term, *term.forms)]
        forms.sort(key=lambda pair: -len(pair[0]))
        return tuple(
            (re.compile(rf"(?<![\w-]){re.escape(form)}(?![\w-])", re.IGNORECASE), term) for form, term in forms
        )


def read_glossary(path: Path) -> Glossary:
    """Return the glossary in a YAML file.

    Raises:
        ToolkitError: the file is no glossary.
    """
    try:
        return Glossary.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, ValidationError) as error:
        reason = " ".join(str(error).split())
        raise ToolkitError(mark("“{file}” is no glossary: {reason}"), file=path, reason=reason) from error


def comparable(text: str) -> str:
    """Return `text` so that two ways of writing the same words are equal: case, spaces, vowel marks, apostrophes."""
    plain = ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())
    return SPACES.sub(" ", plain.replace("’", "'"))


def glossary_problems(catalogue: Catalog, glossary: Glossary, file: Path) -> Iterator[Problem]:
    """Yield every entry of `catalogue`, read from `file`, that does not keep to the glossary; each is a warning."""
    for message in catalogue:
        if not message.id or message.fuzzy or not is_translated(message):
            continue
        translation = comparable(" ".join(forms_of(message.string)))
        for wrong in glossary.never:
            if comparable(wrong.say) in translation:
                sentence = mark("says “{wrong}”; the glossary asks for “{right}”")
                yield _problem(file, message, sentence, wrong=wrong.say, right=wrong.instead)
        for term in _missed(message, translation, glossary):
            sentence = mark("does not say “{right}” for “{term}”, as the glossary asks")
            yield _problem(file, message, sentence, right=term.say, term=term.term)


def _missed(message: Message, translation: str, glossary: Glossary) -> Iterator[Term]:
    english = TYPED.sub(" ", forms_of(message.id)[-1])
    for pattern, term in glossary.patterns:
        english, times = pattern.subn(" ", english)
        if times and name_of(message) not in term.exceptions and not any(word in translation for word in term.accepted):
            yield term


def _problem(file: Path, message: Message, sentence: str, **fields: object) -> Problem:
    return Problem(
        file, name_of(message), sentence, fields, line=message.lineno, column=1, severity="warning", rule="glossary"
    )
