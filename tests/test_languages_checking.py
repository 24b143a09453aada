"""What a translator learns about a catalogue: what is missing, stale or broken, and how much is done."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog

from nlc_toolkit.languages.checking import Coverage, catalogue_problems, coverage_of

FILE = Path("messages.po")


def made(*entries: tuple[str, str], fuzzy: frozenset[str] = frozenset()) -> Catalog:
    catalogue = Catalog(locale="fr")
    for text, translation in entries:
        catalogue.add(text, translation, flags={"fuzzy"} if text in fuzzy else ())
    return catalogue


TEMPLATE = made(("One", ""), ("Two", ""), ("In {file}", ""))


def told(catalogue: Catalog) -> set[tuple[str, str, str]]:
    found = catalogue_problems(catalogue, TEMPLATE, FILE)
    return {(problem.field, problem.severity, problem.message.partition(":")[0]) for problem in found}


def test_a_complete_catalogue_has_no_problems_and_says_everything() -> None:
    catalogue = made(("One", "Un"), ("Two", "Deux"), ("In {file}", "Dans {file}"))
    assert told(catalogue) == set()
    assert coverage_of(catalogue, TEMPLATE) == Coverage(total=3, translated=3, fuzzy=0)
    assert coverage_of(catalogue, TEMPLATE).is_complete


def test_missing_untranslated_stale_and_changed_entries_are_each_told() -> None:
    catalogue = made(("One", ""), ("Two", "Deux"), ("Three", "Trois"), fuzzy=frozenset({"Two"}))
    assert told(catalogue) == {
        ("One", "warning", "not translated"),
        ("Two", "warning", "the English text has changed"),
        ("In {file}", "warning", "missing"),
        ("Three", "warning", "stale"),
    }
    assert coverage_of(catalogue, TEMPLATE) == Coverage(total=3, translated=0, fuzzy=1)


def test_other_placeholders_are_an_error() -> None:
    catalogue = made(("One", "Un"), ("Two", "Deux"), ("In {file}", "Dans {fichier}"))
    assert [severity for _, severity, _ in told(catalogue)] == ["error"]
