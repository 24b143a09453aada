"""The catalogues that this installation ships: where they lie, how complete they are, what is wrong with them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from nlc_toolkit.languages.checking import catalogue_problems, coverage_of
from nlc_toolkit.languages.compiling import CATALOGUES
from nlc_toolkit.languages.glossary import glossary_problems, read_glossary
from nlc_toolkit.languages.po_files import BrokenCatalogueError, read_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog

    from nlc_toolkit.errors import Problem
    from nlc_toolkit.languages.checking import Coverage

FOLDER = Path(__file__).parent
TEMPLATE = FOLDER / "messages.pot"
GLOSSARIES = FOLDER.parent.parent / "docs" / "glossary"
"""Only in a checkout: who installs the toolkit does not translate it."""


@cache
def template() -> Catalog:
    """Return the template with everything that the toolkit says in English."""
    return read_catalogue(TEMPLATE)


def shipped_catalogues() -> list[Path]:
    """Return the catalogue of every language, in the order of their codes."""
    return sorted(FOLDER.glob(CATALOGUES))


def shipped_coverage(language: str) -> Coverage:
    """Return how much of everything the toolkit says it says in `language`.

    Raises:
        ToolkitError: the catalogue or the template cannot be read.
    """
    return coverage_of(read_catalogue(FOLDER / language / "LC_MESSAGES" / "messages.po"), template())


def problems_in(file: Path) -> Iterator[Problem]:
    """Yield what is wrong with the catalogue `file`: against all English texts and, in a checkout, the glossary."""
    try:
        catalogue = read_catalogue(file)
    except BrokenCatalogueError as error:
        yield error.as_problem(file)
        return
    yield from catalogue_problems(catalogue, template(), file)
    glossary = GLOSSARIES / f"{catalogue.locale_identifier}.yaml"
    if glossary.is_file():
        yield from glossary_problems(catalogue, read_glossary(glossary), file)
