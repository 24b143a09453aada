"""Catalogues as people edit them (`.po`) → as programs read them (`.mo`); a bad catalogue stops the build.

Needs Babel only, because the build calls it before the toolkit is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo

from nlc_toolkit.languages.placeholders import same_placeholders
from nlc_toolkit.languages.po_files import read_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message

CATALOGUES = "*/LC_MESSAGES/messages.po"


class BadCatalogueError(Exception):
    """A catalogue has entries that would break a sentence at run time."""


def compile_all(folder: Path) -> list[Path]:
    """Compile every catalogue under `folder` (`<code>/LC_MESSAGES/messages.po`); fuzzy entries are left out.

    Returns:
        The compiled files.

    Raises:
        BrokenCatalogueError: a file is no catalogue.
        BadCatalogueError: placeholders differ or plural forms are missing; nothing of that catalogue is written.
    """
    written = []
    for source in sorted(folder.glob(CATALOGUES)):
        catalogue = read_catalogue(source, source.parent.parent.name)
        if faults := [f"{source}:{message.lineno}: {fault}" for message, fault in faults_of(catalogue)]:
            raise BadCatalogueError("\n".join(faults))
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return written


def faults_of(catalogue: Catalog) -> Iterator[tuple[Message, str]]:
    """Yield each translated entry that could not be shown, with the reason in English."""
    for message in catalogue:
        if not message.id or message.fuzzy or not is_translated(message):
            continue
        originals, given = forms_of(message.id), forms_of(message.string)
        if len(originals) > 1:
            yield from _faults_of_plural(message, originals, given, catalogue.num_plurals)
        elif not same_placeholders(originals[0], given[0]):
            yield message, f"the placeholders differ from those of “{originals[0]}”"


def forms_of(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return the forms of an entry's original or translation: one, or several where a number decides."""
    return (text or "",) if isinstance(text, str) or text is None else tuple(form or "" for form in text)


def is_translated(message: Message) -> bool:
    """Whether the entry has a translation, in at least one form."""
    return any(forms_of(message.string))


def _faults_of_plural(
    message: Message, originals: tuple[str, ...], given: tuple[str, ...], forms: int
) -> Iterator[tuple[Message, str]]:
    if len(given) != forms or not all(given):
        yield message, f"“{originals[-1]}” needs {forms} forms"
    elif not all(_fits(form, originals) for form in given):
        yield message, f"the placeholders differ from those of “{originals[-1]}”"


def _fits(form: str, originals: tuple[str, ...]) -> bool:
    """Whether a plural form can be filled; one that stands for a single number may leave `{count}` out."""
    return any(same_placeholders(original, form + extra) for original in originals for extra in ("", "{count}"))
