"""Catalogue files read and written, with the one header that is our own: whether a person has reviewed them.

What stands in a catalogue is made by `extracting.py` and judged by `checking.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from nlc_toolkit.errors import Problem, ToolkitError, mark

if TYPE_CHECKING:
    from pathlib import Path

REVIEWED = "X-Reviewed"
LEFT_OUT = frozenset({"POT-Creation-Date", "PO-Revision-Date", "Generated-By"})


class ReviewedCatalog(Catalog):
    """A catalogue whose header says whether a native speaker has reviewed it, and no time of day.

    Attributes:
        reviewed: whether a person has read the whole translation.
    """

    reviewed = False

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the header."""
        usual = [(name, value) for name, value in self._get_mime_headers() if name not in LEFT_OUT]
        return [*usual, (REVIEWED, "yes" if self.reviewed else "no")]

    @mime_headers.setter
    def mime_headers(self, headers: list[tuple[str, str]]) -> None:
        self._set_mime_headers(headers)
        self.reviewed = dict(headers).get(REVIEWED) == "yes"


class BrokenCatalogueError(ToolkitError):
    """A catalogue that cannot be read as one."""

    def as_problem(self, file: Path) -> Problem:
        """Return the same as a problem of the whole file."""
        return Problem(file, "", self.message, self.fields)


def read_catalogue(path: Path, language: str | None = None) -> ReviewedCatalog:
    """Return the catalogue in `path`, without entries that are no longer used.

    Raises:
        BrokenCatalogueError: it is no catalogue, or not in UTF-8.
    """
    catalogue = ReviewedCatalog(locale=language, charset="utf-8")
    try:
        with path.open("rb") as file:
            PoFileParser(catalogue, ignore_obsolete=True, abort_invalid=True).parse(file)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise BrokenCatalogueError(
            mark("“{file}” is not a catalogue that can be read ({reason}). Mend it, or take it from a backup."),
            file=path,
            reason=error,
        ) from error
    return catalogue


def write_catalogue(catalogue: Catalog, path: Path) -> None:
    """Write the catalogue to `path`, with the files that its texts come from and without their lines."""
    with path.open("wb") as file:
        write_po(file, catalogue, include_lineno=False, omit_header=False)
