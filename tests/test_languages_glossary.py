"""The glossary's check finds another word for the same thing, and nothing in a text that keeps to the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from nlc_toolkit.errors import ToolkitError
from nlc_toolkit.languages.glossary import Glossary, Never, Term, glossary_problems, read_glossary

GLOSSARY = Glossary(
    language="ar",
    terms=(
        Term(term="action", forms=("actions",), say="إجراء"),
        Term(term="local action plan", say="خطة عمل محلية", accept=("خطط العمل المحلية",), exceptions=("p02.title",)),
    ),
    never=(Never(say="المجلس التشريعي", because="a council of prevention", instead="مجلس الوقاية المحلي"),),
)


def rules_broken(english: str, translation: str, context: str | None = None) -> list[str]:
    catalogue = Catalog(locale="ar")
    catalogue.add(english, translation, context=context)
    return [str(problem.fields["right"]) for problem in glossary_problems(catalogue, GLOSSARY, Path("messages.po"))]


def test_the_word_of_the_glossary_or_another_right_form_is_accepted() -> None:
    assert rules_broken("A local action plan", "هناك خطة عمل محلية") == []
    assert rules_broken("A local action plan", "خطط العمل المحلية") == []


def test_vowel_marks_and_the_stretching_line_make_no_difference() -> None:
    assert rules_broken("An action", "إجـراءٌ") == []


def test_another_word_for_the_same_thing_is_told() -> None:
    assert rules_broken("Two Actions", "خطوتان") == ["إجراء"]


def test_a_longer_term_is_not_taken_for_the_shorter_one_in_it() -> None:
    assert rules_broken("A local action plan", "برنامج") == ["خطة عمل محلية"]


def test_a_part_of_another_word_is_no_term() -> None:
    assert rules_broken("A reaction, an action-packed day", "رد") == []


def test_an_entry_may_be_excepted_by_its_id() -> None:
    assert rules_broken("The local action plan", "برنامج", "p02.title") == []


def test_a_wording_that_is_always_wrong_is_told_wherever_it_stands() -> None:
    assert rules_broken("The council", "المجلس التشريعي") == ["مجلس الوقاية المحلي"]


def test_what_is_no_glossary_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "ar.yaml"
    path.write_text("language: ar\nterms: [{term: one}]\n", encoding="utf-8")
    with pytest.raises(ToolkitError, match=r"ar\.yaml.*no glossary.*say"):
        read_glossary(path)
