"""Report, workshop paper and form in each language: the committed page, and no English left in the Arabic ones."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING

import page
import pytest
from mini import NOW
from port_amara import CURRENT
from pypdf import PdfReader

from nlc_toolkit import wording
from nlc_toolkit.analysis.agenda import USUAL_MINUTES
from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.assessment.texts import retold
from nlc_toolkit.cli.workshop_making import make_paper, prepare_meeting
from nlc_toolkit.content.library import load_library
from nlc_toolkit.i18n import example_name, translator_for
from nlc_toolkit.report.form_view import FormWishes, build_form_view
from nlc_toolkit.report.render import html_to_pdf, render_form, render_html
from nlc_toolkit.report.view import Wishes, build_view
from nlc_toolkit.report.workshop_view import WorkshopWishes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nlc_toolkit.assessment.models import Assessment

LANGUAGES = ("en", "ar", "fr", "id")
TODAY = NOW.date()
CITY = next(path for path in CURRENT if "local-government-2026-10-12" in path.name)
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def told(path: Path, language: str) -> Assessment:
    """Return an example in this language."""
    t = translator_for(language)
    return retold(read_assessment(path), lambda part, text: t.content(example_name(path.stem, part), text))


@cache
def report(language: str, mode: str = "full", *, self_contained: bool = True) -> str:
    """Return the example city's report as a page."""
    library, t = load_library(None), translator_for(language)
    assessment = told(CITY, language).model_copy(update={"mode": mode})
    view = build_view(compute_result(library, assessment), library, t, Wishes("facilitator", TODAY))
    return render_html(view, t, self_contained=self_contained)


def workshop(language: str, folder: Path) -> str:
    """Return the example city's workshop paper as a page."""
    files = []
    for path in CURRENT:
        files.append(folder / path.name)
        files[-1].write_text(told(path, language).model_dump_json(exclude_none=True), encoding="utf-8")
    library, t = load_library(None), translator_for(language)
    meeting = prepare_meeting(library, files, (), "facilitator", USUAL_MINUTES)
    return make_paper(meeting, library, t, WorkshopWishes("facilitator", TODAY), ".html", NOW).decode()


def form(language: str) -> str:
    t = translator_for(language)
    return render_form(build_form_view(load_library(None), t, FormWishes(today=TODAY)), t)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_the_committed_page(language: str, expect: Callable[[str, str], None]) -> None:
    expect(f"languages/report-{language}.html", STYLE.sub("", report(language, "quick")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_in_which_language_and_direction_it_is(language: str) -> None:
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}"' in report(language)


class Reader(HTMLParser):
    """Reads what a person sees or hears of a page: texts and alternatives, without styles."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag in {"style", "script"}
        heard = (
            {"alt", "aria-label", "title"}
            if ("name", "viewport") in attrs
            else {"alt", "aria-label", "title", "content"}
        )
        self.texts += [value for name, value in attrs if name in heard and value]

    def handle_endtag(self, _tag: str) -> None:
        self.hidden = False

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.texts.append(data)


LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’'-]+")
TYPED = re.compile(
    r"https?://\S+|`[^`]*`|\bnlc [a-z]\S*[^؀-ۿ\n]*|--[a-z-]+|\S+\.(?:json|pdf|html|yaml|md|xlsx)\b|\bp\d\d\S*"
    r"|\bm[a-z]\b|\b(?=\w*\d)[A-Z0-9]{4}\b"
)
ACRONYMS = {"GCTF", "PDF", "UTC", "JSON", "BIRN", "GCERF", "HAKI", "HURIA", "PROACT"}
NAMES = {
    "nlc", "nlc-toolkit", "Tastle", "Wierman", "ActionAid", "Nigeria", "MidRift", "Hurinet", "Africa",
    "Hani", "Elezit", "Elez", "Han",
}  # fmt: skip
ALLOWED = frozenset(ACRONYMS | NAMES)
"""Latin words that an Arabic page may hold beside sources, ids and what is typed: acronyms, and names without an
established Arabic form (of this toolkit, of organisations, and a town's name in its own language beside the Arabic)."""


def english_in(html: str) -> set[str]:
    """Return the Latin words that a reader of the page meets, apart from sources, ids, commands and names of files."""
    reader = Reader()
    reader.feed(STYLE.sub("", html))
    library = load_library(None)
    t = translator_for("ar")
    named = {case.id for case in library.cases}
    for owner, sources in (
        *((practice.id, practice.sources) for practice in library.practices),
        *((f"case.{case.id}", case.sources) for case in library.cases),
    ):
        named |= {wording.source_title(source, owner, number, t) for number, source in enumerate(sources, start=1)}
    text = "\n".join(re.sub("[\u2066-\u2069]", "", each) for each in reader.texts)
    for name in sorted(named, key=len, reverse=True):
        text = text.replace(name, " ")
    return set(LATIN.findall(TYPED.sub(" ", text))) - ALLOWED


def test_no_english_is_left_in_an_arabic_report() -> None:
    assert english_in(report("ar")) == set()


def test_no_english_is_left_in_an_arabic_workshop_paper(tmp_path: Path) -> None:
    assert english_in(workshop("ar", tmp_path)) == set()


def test_no_english_is_left_in_an_arabic_form() -> None:
    assert english_in(form("ar")) == set()


def test_the_check_for_english_finds_it() -> None:
    page = "<p>نص with words</p><p>p06.q1 nlc report x.json</p><img alt='A chart'><style>p { color: red }</style>"
    assert english_in(page) == {"with", "words", "chart"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_conforms_to_pdf_ua_in_every_language(language: str) -> None:
    pdf = html_to_pdf(report(language, "quick", self_contained=False), attachment=None, now=NOW)
    checked = page.validate_pdf_bytes(pdf, profile="ua1")
    assert checked.rules.total > 100
    assert [(failure.rule_id, failure.message) for failure in checked.failures] == []


def test_arabic_words_are_found_by_a_search_in_the_pdf() -> None:
    pdf = html_to_pdf(report("ar", "quick", self_contained=False), attachment=None, now=NOW)
    text = "\n".join(each.extract_text() for each in PdfReader(BytesIO(pdf)).pages)
    t = translator_for("ar")
    for practice in load_library(None).practices:
        assert wording.practice_title(practice, t) in text
