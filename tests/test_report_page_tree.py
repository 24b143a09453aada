"""Reading a page as XML changes nothing on paper; a page that is not well-formed is read all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from mini import NOW
from test_languages_papers import form, report, workshop

from nlc_toolkit.report import page_tree, render

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_of_ours_is_well_formed(language: str, tmp_path: Path) -> None:
    for page in (report(language), workshop(language, tmp_path), form(language)):
        ET.fromstring(page.replace(page_tree.DOCTYPE, "", 1).strip())  # noqa: S314 - our own page


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_pdf_is_the_same_byte_for_byte_whichever_way_its_page_was_read(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = report(language, "quick", self_contained=False)
    fast = render.html_to_pdf(page, attachment=None, now=NOW)
    monkeypatch.setattr(
        render,
        "read_page",
        lambda engine, html, base, fetcher: engine.HTML(string=html, base_url=base, url_fetcher=fetcher),
    )
    assert render.html_to_pdf(page, attachment=None, now=NOW) == fast


def test_a_page_that_is_not_well_formed_is_read_as_html() -> None:
    page = (
        '<!DOCTYPE html><html lang="en" dir="ltr"><head><title>T</title></head><body><p>One<br>two &nbsp;</body></html>'
    )
    assert render.html_to_pdf(page, attachment=None, now=NOW).startswith(b"%PDF-")
