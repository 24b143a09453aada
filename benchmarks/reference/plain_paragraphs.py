"""The same words as a report, as plain paragraphs with the same fonts on the same page size: the engine's floor.

A drawing counts with its text alternative, because that is what a plain version has to print in its place.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

INLINE = frozenset({"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "q", "s", "small", "span", "strong", "sup"})
UNSEEN = frozenset({"head", "script", "style"})
VOID = frozenset({"br", "img", "input", "link", "meta", "hr", "col", "wbr"})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = [""]
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.unseen += tag in UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.paragraphs[-1] += data

    def _break(self, tag: str) -> None:
        if tag not in INLINE | VOID:
            self.paragraphs.append("")


def plain_paragraphs(html: str, language: str) -> str:
    """Return an HTML page with every block of text of `html` as one paragraph, fonts relative to the report folder."""
    words = _Words()
    words.feed(html)
    texts = (" ".join(paragraph.split()) for paragraph in words.paragraphs)
    body = "\n".join(f"<p>{escape(text)}</p>" for text in texts if text)
    return f"""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Floor</title><style>
@font-face {{ font-family: Vazirmatn; src: url(fonts/Vazirmatn-Regular.ttf); }}
@font-face {{ font-family: Vazirmatn; font-weight: bold; src: url(fonts/Vazirmatn-Bold.ttf); }}
@page {{ size: A4; margin: 20mm; }}
body {{ font: 9.5pt Vazirmatn; }}
</style></head><body>
<p><b>Floor</b></p>
{body}
</body></html>"""
