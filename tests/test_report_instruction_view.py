"""The instruction sheet says all that a respondent must know, fits two pages, and can be read by everybody."""

from __future__ import annotations

import logging
import re
from io import BytesIO
from typing import TYPE_CHECKING

import page
from mini import NOW
from pypdf import PdfReader
from test_report_render import RightToLeft

from nlc_toolkit.assessment.models import City
from nlc_toolkit.content.vocabulary import GROUPS, MAIN_GROUPS
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.instruction_view import InstructionView, Invitation, build_instructions
from nlc_toolkit.report.render import html_to_pdf, render_instructions

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def invitation(**changes: object) -> Invitation:
    known: dict[str, object] = {
        "city": City(name="Surakarta", country="ID", region="Central Java"),
        "groups": MAIN_GROUPS,
        "file": "surakarta-civil-society-2026-11-20.json",
        "mode": "full",
        "questions": 69,
        "minutes": 140,
        "facts_given": False,
        "letters": {letter: letter for letter in "dmnchq?"},
        "today": NOW.date(),
    }
    return Invitation(**{**known, **changes})  # type: ignore[arg-type]


def view(**changes: object) -> InstructionView:
    return build_instructions(invitation(**changes), Translator())


def pdf_of(html_view: InstructionView, translator: Translator | None = None) -> bytes:
    html = render_instructions(html_view, translator or Translator(), self_contained=False)
    return html_to_pdf(html, attachment=None, now=NOW)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(pdf)).pages)


def test_the_words_and_their_order_are_as_committed(expect: Callable[[str, str], None]) -> None:
    html = render_instructions(view(), Translator())
    expect("instructions.html", STYLE.sub("<style></style>", html).replace("><", ">\n<"))


def test_time_and_prefilled_facts_are_those_of_the_files() -> None:
    assert view().duration == "Up to 69 questions, about 140 minutes in all."
    assert view(mode="quick", questions=13, minutes=30).duration == (
        "13 questions, about 30 minutes: one for each practice."
    )
    assert "facts about the place" in view(facts_given=True).filled_in
    assert "facts about the place" not in view().filled_in
    assert view(groups=("local_government", "other")).groups == "Local government and Other"


def test_every_choice_about_notes_is_explained() -> None:
    assert [choice.label for choice in view().notes] == [
        "Yes, together with my group",
        "Yes, but without naming my group",
        "No, keep my notes out of it",
    ]
    assert len({choice.value for choice in view().notes}) == 3


def test_the_pdf_says_on_two_pages_what_a_respondent_must_know(caplog: pytest.LogCaptureFixture) -> None:
    pdf = pdf_of(view())
    assert [entry for entry in caplog.records if entry.levelno >= logging.WARNING] == []
    assert len(PdfReader(BytesIO(pdf)).pages) == 2
    text = text_of(pdf)
    for words in (
        "Send your file back to",
        r".venv\Scripts\nlc assess FILE",
        ".venv/bin/nlc assess FILE",
        "surakarta-civil-society-2026-11-20.json",
        "nlc form",
        "no names of persons",
        "an id and a code of its own",
    ):
        assert words in text


def test_the_pdf_conforms_to_pdf_ua_in_both_directions() -> None:
    for translator in (Translator(), RightToLeft()):
        pdf = pdf_of(build_instructions(invitation(), translator), translator)
        report = page.validate_pdf_bytes(pdf, profile="ua1")
        assert report.rules.total > 100
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_names_are_printed_as_text_and_long_ones_fit(caplog: pytest.LogCaptureFixture) -> None:
    hostile = "</title><script>alert(1)</script>{{ 7 * 7 }}" + "Llanfairpwllgwyngyll" * 12
    city = City(name=hostile, country="ID", region="x" * 300)
    found = view(city=city, groups=GROUPS, file="x" * 200 + ".json")
    html = render_instructions(found, Translator(), self_contained=False)
    assert "<script>" not in html
    assert "{{ 7 * 7 }}" in html
    assert found.long_name
    assert not view().long_name
    assert len(PdfReader(BytesIO(pdf_of(found))).pages) <= 3
    assert [entry for entry in caplog.records if entry.levelno >= logging.WARNING] == []


def test_in_a_browser_the_sheet_needs_no_other_file() -> None:
    html = render_instructions(view(), Translator())
    assert "data:font/ttf" in html
    assert re.findall(r'(?:src|href)="([^"#]+)"', html) == []
