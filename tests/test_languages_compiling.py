"""A catalogue is compiled whole, or the build stops with the file, the line and the reason."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

import pytest

from nlc_toolkit.languages.compiling import BadCatalogueError, compile_all
from nlc_toolkit.languages.po_files import BrokenCatalogueError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: ar\\n"
"Plural-Forms: nplurals=3; plural=(n==0 ? 0 : n==1 ? 1 : 2);\\n"
"X-Reviewed: {reviewed}\\n"

"""


def catalogue(folder: Path, body: str, reviewed: str = "no") -> Path:
    path = folder / "ar" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEADER.format(reviewed=reviewed) + body, encoding="utf-8")
    return path


def compiled(folder: Path) -> gettext.NullTranslations:
    assert compile_all(folder) == [folder / "ar" / "LC_MESSAGES" / "messages.mo"]
    return gettext.translation("messages", str(folder), ["ar"])


def test_what_is_translated_can_be_read_by_gettext(tmp_path: Path) -> None:
    catalogue(tmp_path, 'msgctxt "p01.title"\nmsgid "Clear"\nmsgstr "واضح"\n\nmsgid "In {file}"\nmsgstr "في {file}"\n')
    found = compiled(tmp_path)
    assert found.pgettext("p01.title", "Clear") == "واضح"
    assert found.gettext("In {file}") == "في {file}"


@pytest.mark.parametrize("reviewed", ["yes", "no"])
def test_the_header_keeps_whether_a_person_has_reviewed_it(reviewed: str, tmp_path: Path) -> None:
    catalogue(tmp_path, "", reviewed)
    assert compiled(tmp_path).info()["x-reviewed"] == reviewed


def test_a_fuzzy_entry_is_shown_in_english(tmp_path: Path) -> None:
    catalogue(tmp_path, '#, fuzzy\nmsgid "Clear"\nmsgstr "قديم"\n')
    assert compiled(tmp_path).gettext("Clear") == "Clear"


@pytest.mark.parametrize(
    "body",
    [
        'msgid "In {file}"\nmsgstr "في {ملف}"\n',
        'msgid "In {file}"\nmsgstr "في"\n',
        'msgid "In a file"\nmsgstr "في {"\n',
        'msgid "{count} city"\nmsgid_plural "{count} cities"\nmsgstr[0] "لا"\nmsgstr[1] "مدينة"\nmsgstr[2] ""\n',
        'msgid "{count} city"\nmsgid_plural "{count} cities"\nmsgstr[0] "لا"\nmsgstr[1] "{n}"\nmsgstr[2] "{count}"\n',
    ],
)
def test_an_entry_that_would_break_a_sentence_stops_the_build_and_is_named(body: str, tmp_path: Path) -> None:
    path = catalogue(tmp_path, body)
    with pytest.raises(BadCatalogueError, match=rf"{path}:\d+: "):
        compile_all(tmp_path)
    assert not path.with_suffix(".mo").exists()


def test_a_plural_form_for_one_number_may_leave_the_number_out(tmp_path: Path) -> None:
    forms = 'msgstr[0] "لا مدن"\nmsgstr[1] "مدينة"\nmsgstr[2] "{count} مدن"\n'
    catalogue(tmp_path, f'msgid "{{count}} city"\nmsgid_plural "{{count}} cities"\n{forms}')
    assert compiled(tmp_path).ngettext("{count} city", "{count} cities", 1) == "مدينة"


def test_what_is_no_catalogue_is_said_so(tmp_path: Path) -> None:
    catalogue(tmp_path, 'msgid "open\n')
    with pytest.raises(BrokenCatalogueError, match=r"messages\.po"):
        compile_all(tmp_path)
