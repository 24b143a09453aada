"""Long pages go through the system's pager on a terminal, and never into a pipe."""

from __future__ import annotations

import io
import pydoc

import pytest
from mini import make_library, make_practice, make_question
from rich.console import Console

from nlc_toolkit.i18n import Translator
from nlc_toolkit.terminal.page import STRONG, Page
from nlc_toolkit.terminal.paging import show_pages
from nlc_toolkit.terminal.practice_pages import draw_practices


class Screen(io.StringIO):
    """A text stream that says whether it is a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def paged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    monkeypatch.setattr(pydoc, "pager", texts.append)
    return texts


def page_on(screen: Screen, *, height: int) -> Page:
    console = Console(file=screen, width=80, height=height, force_terminal=True, color_system=None)
    page = Page(console)
    for number in range(20):
        page.text(f"line {number}")
    return page


def test_what_is_longer_than_the_window_is_paged_with_a_hint(paged: list[str]) -> None:
    screen = Screen(terminal=True)
    show_pages(page_on(screen, height=20), Translator())
    [text] = paged
    assert text.startswith("(Space: next page. q: back to the prompt.)\n\nline 0\nline 1\n")
    assert text.endswith("line 19\n")
    assert screen.getvalue() == ""


def test_bold_words_stay_bold_in_the_pager_but_scripts_that_join_are_left_alone(paged: list[str]) -> None:
    page = page_on(Screen(terminal=True), height=20)
    page.console = Console(file=page.console.file, width=80, height=20, force_terminal=True, color_system="standard")
    page.text("Né", STRONG, label="1 ")
    page.text("\u0646\u0639\u0645", STRONG)
    show_pages(page, Translator())
    [text] = paged
    assert "1 N\bNé\bé\n\u0646\u0639\u0645\n" in text
    assert pydoc.plain(text).endswith("1 Né\n\u0646\u0639\u0645\n")


def test_what_fits_into_the_window_is_printed(paged: list[str]) -> None:
    screen = Screen(terminal=True)
    show_pages(page_on(screen, height=21), Translator())
    assert paged == []
    assert screen.getvalue().endswith("line 19\n")


def test_a_pipe_gets_all_lines_at_once(paged: list[str]) -> None:
    screen = Screen(terminal=False)
    show_pages(page_on(screen, height=5), Translator())
    assert paged == []
    assert screen.getvalue().count("\n") == 20


def test_a_title_that_is_too_long_for_its_column_is_shown_whole() -> None:
    library = make_library()
    title = "Establishing, maintaining and reviewing arrangements between several tiers of government at once"
    practice = make_practice("p01", "mandates", make_question("p01.q1", headline=True))
    practice = practice.model_copy(update={"official_title": title})
    screen = Screen(terminal=False)
    page = Page(Console(file=screen, width=80, color_system=None))
    draw_practices(page, type(library)(library.checklist, (practice,)), Translator())
    show_pages(page, Translator())
    assert title in " ".join(screen.getvalue().split())
    assert "working titles" not in screen.getvalue()
