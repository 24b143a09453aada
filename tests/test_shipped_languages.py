"""The three shipped translations are complete, keep to their glossaries, and say what the English texts say."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import write_po

import nlc_toolkit
from nlc_toolkit.content.library import load_library
from nlc_toolkit.i18n import available_languages, translator_for
from nlc_toolkit.languages.checking import coverage_of
from nlc_toolkit.languages.compiling import forms_of
from nlc_toolkit.languages.extracting import extract
from nlc_toolkit.languages.po_files import read_catalogue
from nlc_toolkit.languages.shipped import FOLDER, TEMPLATE, problems_in, template

if TYPE_CHECKING:
    from nlc_toolkit.languages.po_files import ReviewedCatalog

LANGUAGES = ("ar", "fr", "id")
DIGITS = re.compile(r"\d+")
LATIN_WORD = re.compile(r"[A-Za-z][A-Za-zÀ-ÿ’'-]+")
PLACEHOLDER = re.compile(r"\{\w*\}")
THOUSANDS = re.compile(r"(?<=\d)[,.\u00a0\u202f](?=\d{3}(?!\d))")

TRAPS = (
    "المجلس الوطني لمكافحة التطرف العنيف",
    "المجلس التشريعي الوطني",
    "للمجلس التشريعي الوطني",
    "التعاون المدني الوطني",
    "التعاون المحلي الوطني",
    "المجلس المحلي للسلامة المرورية",
    "المجلس التشريعي المحلي",
    "المجلس المحلي للطفولة",
    "النموذج العالمي",
    "التدخلات الحركية",
    "منظمة المدن القوية",
)
"""What machines have made of the terms of this field in Arabic, as seen on public pages."""


@cache
def catalogue(language: str) -> ReviewedCatalog:
    return read_catalogue(FOLDER / language / "LC_MESSAGES" / "messages.po")


def test_the_toolkit_speaks_four_languages() -> None:
    assert available_languages() == ("en", *LANGUAGES)


def test_the_template_holds_the_present_english_texts() -> None:
    """Otherwise: ./dev words."""
    written = io.BytesIO()
    write_po(written, extract(Path(nlc_toolkit.__file__).parent), include_lineno=False)
    assert written.getvalue() == TEMPLATE.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    coverage = coverage_of(catalogue(language), template())
    assert (coverage.translated, coverage.fuzzy) == (coverage.total, 0)
    assert coverage.total > 3000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_has_no_problems_and_keeps_to_the_glossary(language: str) -> None:
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    assert [problem.sentence(str.format) for problem in problems_in(path)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_catalogue_claims_that_a_person_has_reviewed_it(language: str) -> None:
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    assert not catalogue(language).reviewed
    assert "not yet reviewed by a native speaker" in path.read_text(encoding="utf-8")[:600]


@pytest.mark.parametrize("trap", TRAPS)
def test_no_known_machine_translation_stands_in_the_arabic_catalogue(trap: str) -> None:
    found = [entry.id for entry in catalogue("ar") if any(trap in form for form in forms_of(entry.string))]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_five_levels_of_a_question_and_its_steps_stay_apart(language: str) -> None:
    t = translator_for(language)
    for question in load_library(None).questions.values():
        anchors = {t.content(f"{question.id}.level{n}", level.anchor) for n, level in enumerate(question.levels)}
        steps = {
            t.content(f"{question.id}.next{n}", level.next) for n, level in enumerate(question.levels) if level.next
        }
        assert (len(anchors), len(steps)) == (5, 4), question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_content_is_in_its_translation(language: str) -> None:
    different = {
        entry.context: (numbers(entry.id), numbers(entry.string))
        for entry in catalogue(language)
        if entry.context and not entry.context.startswith("help.") and numbers(entry.id) != numbers(entry.string)
    }
    assert different == {}


def numbers(text: object) -> list[str]:
    assert isinstance(text, str)
    return sorted(DIGITS.findall(THOUSANDS.sub("", text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_is_the_same_as_in_english_is_a_name_or_is_typed(language: str) -> None:
    same = {
        entry.id
        for entry in catalogue(language)
        if isinstance(entry.id, str)
        and entry.id
        and entry.id == entry.string
        and LATIN_WORD.search(without_typed(entry.id))
    }
    assert same <= SAME_IN[language], sorted(same - SAME_IN[language])


def without_typed(text: str) -> str:
    """The text without placeholders, commands and ids."""
    return re.sub(r"`[^`]*`|--\w+|\bp\d\d\S*", "", PLACEHOLDER.sub("", text))


PLACES = {
    "Banten", "Budva, Montenegro", "Danilovgrad", "Elbasan", "Gjilan/Gnjilane", "Homa Bay", "Isiolo", "Kumanovo",
    "Kwale", "Malé", "Manila", "Nakuru", "New York", "Rabat", "Saida", "Strumica", "Surakarta", "Toronto",
}  # fmt: skip
SAME_IN: dict[str, set[str]] = {
    "ar": {"Enter", "PDF", "Python"},
    "fr": PLACES | {
        "Absent", "Action", "Actions", "Arguments", "Code", "Date", "Discussion", "Europe", "Id", "International",
        "Logo", "Mode", "Nat.", "Note", "Options", "PDF", "Priv.", "Public", "Python", "Question", "Question {number}",
        "Score", "Sources", "Terminal", "international", "ok", "{minutes} min",
    },
    "id": PLACES | {
        "Agenda", "Enter", "Federal", "Id", "Logo", "Median", "Median {median}.", "Mode", "PDF", "Python", "Target",
        "Terminal", "{id} {title}: {score}; target {target}", "{score}, target {target}",
    },
}  # fmt: skip
"""English texts that are right in the language as they are: places, and words that both languages write alike."""
