"""`python -m nlc_toolkit.languages.updating`: brings the template and every catalogue up to the present English texts.

An entry whose English text has changed keeps its translation as fuzzy, which is not shown until someone has looked at
it; an entry that nothing says any more goes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nlc_toolkit.languages.compiling import CATALOGUES, compile_all, forms_of, is_translated
from nlc_toolkit.languages.extracting import extract
from nlc_toolkit.languages.po_files import read_catalogue, write_catalogue

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from nlc_toolkit.languages.po_files import ReviewedCatalog


def update_all(folder: Path) -> None:
    """Write `messages.pot` into `folder` and bring every catalogue there up to it, then compile them.

    Raises:
        ToolkitError: the content, an example or a catalogue cannot be read.
        BadCatalogueError: a translation does not fit its original.
    """
    template = extract(folder.parent)
    write_catalogue(template, folder / "messages.pot")
    for path in sorted(folder.glob(CATALOGUES)):
        catalogue = read_catalogue(path, path.parent.parent.name)
        bring_up_to(template, catalogue)
        write_catalogue(catalogue, path)
    compile_all(folder)


def bring_up_to(template: Catalog, catalogue: ReviewedCatalog) -> None:
    """Give `catalogue` exactly the entries of `template`; a changed text keeps its old translation as fuzzy."""
    before = {message.context: message for message in catalogue if message.id and message.context}
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        old = before.get(message.context) if message.context else None
        if old is not None and old.id != message.id and is_translated(old):
            message.string = old.string
            message.previous_id = list(forms_of(old.id))
            message.flags.add("fuzzy")


if __name__ == "__main__":
    update_all(Path(__file__).parent)
