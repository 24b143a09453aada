"""Pages that are read by scrolling: through the system's pager where they are longer than the window.

What stands on them is left to `practice_pages.py` and `case_pages.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.terminal.console import is_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.page import Page

FIRST_BEYOND_LATIN = "\u0250"


def show_pages(page: Page, t: Translator) -> None:
    """Print the page as it is, or through the system's pager if it is longer than the window; never into a pipe."""
    console = page.console
    if console.file.isatty() and len(page.lines) >= console.height:
        from pydoc import pager  # noqa: PLC0415 - only where there is something to page

        lines = page.drawn()
        page.text(t("(Space: next page. q: back to the prompt.)"))
        page.gap()
        pager("".join(f"{_for_pager(line, console)}\n" for line in (*page.drawn(), *lines)))
        return
    for line in page.drawn():
        console.print(line, soft_wrap=True)


def _for_pager(line: Text, console: Console) -> str:
    """The line with bold letters struck twice, which pagers show as bold; `pydoc` undoes it where they do not."""
    if is_plain(console):
        return line.plain
    return "".join(
        _struck_twice(segment.text) if segment.style and segment.style.bold else segment.text
        for segment in line.render(console)
    )


def _struck_twice(text: str) -> str:
    """Only Latin letters: combining and joined scripts would come apart."""
    return "".join(f"{sign}\b{sign}" if sign < FIRST_BEYOND_LATIN and not sign.isspace() else sign for sign in text)
