"""A catalogue follows the English texts: what changed waits as fuzzy, what went goes, the rest stays."""

from __future__ import annotations

from babel.messages.catalog import Catalog

from nlc_toolkit.languages.po_files import ReviewedCatalog
from nlc_toolkit.languages.updating import bring_up_to


def updated(*entries: tuple[str, str]) -> ReviewedCatalog:
    """Return a catalogue with “p01.title”: Old → Ancien and “Stays” → “Reste”, brought up to these (context, text)."""
    catalogue = ReviewedCatalog(locale="fr")
    catalogue.add("Old", "Ancien", context="p01.title")
    catalogue.add("Stays", "Reste")
    template = Catalog()
    for context, text in entries:
        template.add(text, context=context or None)
    bring_up_to(template, catalogue)
    return catalogue


def test_a_changed_text_keeps_its_translation_as_fuzzy_with_the_old_text_beside_it() -> None:
    entry = updated(("p01.title", "New")).get("New", "p01.title")
    assert entry is not None
    assert (entry.string, entry.fuzzy, entry.previous_id) == ("Ancien", True, ["Old"])


def test_an_unchanged_text_keeps_its_translation() -> None:
    entry = updated(("p01.title", "Old"), ("", "Stays")).get("Stays")
    assert entry is not None
    assert (entry.string, entry.fuzzy) == ("Reste", False)


def test_what_nothing_says_any_more_goes() -> None:
    assert [entry.id for entry in updated(("", "Stays")) if entry.id] == ["Stays"]


def test_a_new_text_waits_untranslated_even_where_another_is_like_it() -> None:
    entry = updated(("", "Stays."), ("", "Stays")).get("Stays.")
    assert entry is not None
    assert not entry.string
