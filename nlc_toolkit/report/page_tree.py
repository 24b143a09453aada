"""A page → the tree that the PDF engine lays out: ours are well-formed XML as well, which is read many times faster.

What stands in a page is the templates' business; what is not well-formed is read as any other HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from types import ModuleType

DOCTYPE = "<!DOCTYPE html>"


def read_page(weasyprint: ModuleType, html: str, base_url: str, fetcher: Any) -> Any:
    """Return the page as WeasyPrint's `HTML`.

    Args:
        weasyprint: the PDF engine.
        html: the page, from our templates; what people typed is escaped in it.
        base_url: what its addresses are relative to.
        fetcher: opens what the page names.
    """
    try:
        root = ET.fromstring(html.replace(DOCTYPE, "", 1).strip())  # noqa: S314 - our own page, without entities
    except ET.ParseError:
        return weasyprint.HTML(string=html, base_url=base_url, url_fetcher=fetcher)
    empty = weasyprint.HTML(string="", base_url=base_url, url_fetcher=fetcher)
    empty.wrapper_element = type(empty.wrapper_element).from_html_root(root, content_language=None)
    empty.etree_element = empty.wrapper_element.etree_element
    return empty
