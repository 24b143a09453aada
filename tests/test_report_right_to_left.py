"""A paper that is written from right to left is the mirror of its twin, and its text can be searched and read aloud."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import page
import pikepdf
import pytest
from made_up_arabic import MADE_UP_ARABIC, WORDS
from mini import NOW, level, make_assessment, make_library
from test_report_form_view import html_of as form_html
from test_report_instruction_view import invitation
from test_report_render import MILLIMETRE, RightToLeft, text_of
from test_report_view import TODAY, full_assessment
from weasyprint.layout import inline
from workshops import room, view_of

from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.models import Action, City, Evidence
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report import render
from nlc_toolkit.report.directions import ISOLATING
from nlc_toolkit.report.instruction_view import build_instructions
from nlc_toolkit.report.render import html_to_pdf, render_html, render_instructions, render_workshop
from nlc_toolkit.report.view import Wishes, build_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.report.editions import Edition

ARABIC = "وافق المجلس على الخطة في 2026-03-15 (القرار رقم 12) بعد لقاء مع UN-Habitat في الميناء."
ENGLISH = "The council agreed to the plan on 2026-03-15 (decision no. 12), after a meeting at the harbour."
BLOCKS = {"BlockBox", "TableBox", "TableCellBox", "TableCaptionBox", "BlockReplacedBox"}
WIDTH = 210 * MILLIMETRE


def two_tongues() -> Assessment:
    """Notes, evidence, actions and a city in both scripts, long enough to fill more than one line."""
    answers = {
        "p01.q1": level(3, note=ARABIC * 2, evidence=(Evidence(text=ENGLISH * 2, date="2025-03"),)),
        "p01.q2": level(1, note=ENGLISH * 2, evidence=(Evidence(text=ARABIC * 2, date="2025-03"),)),
    }
    actions = tuple(
        Action(practice="p01", text=text, owner="joint", horizon="6_months", done=False) for text in (ARABIC, ENGLISH)
    )
    city = City(name="بورت سعيد (Port Said)", country="EG", region="قناة السويس")
    return make_assessment(answers=answers, city=city).model_copy(update={"actions": actions})


def html_of(assessment: Assessment, translator: Translator, edition: Edition = "facilitator") -> str:
    library = make_library()
    view = build_view(compute_result(library, assessment), library, translator, Wishes(edition, TODAY, "Official"))
    return render_html(view, translator, self_contained=False)


def sheet_html(translator: Translator) -> str:
    return render_instructions(build_instructions(invitation(), translator), translator, self_contained=False)


PAPERS = {
    "report": lambda: html_of(two_tongues(), MADE_UP_ARABIC),
    "english report": lambda: html_of(two_tongues(), Translator()),
    "workshop": lambda: render_workshop(view_of(room(), translator=MADE_UP_ARABIC)),
    "form": lambda: form_html(MADE_UP_ARABIC),
    "sheet": lambda: sheet_html(MADE_UP_ARABIC),
}


@cache
def pdf_of(name: str) -> bytes:
    return html_to_pdf(PAPERS[name](), attachment=None, now=NOW)


@pytest.mark.parametrize("name", PAPERS)
def test_it_conforms_to_pdf_ua_with_texts_of_both_directions_in_it(name: str) -> None:
    report = page.validate_pdf_bytes(pdf_of(name), profile="ua1")
    assert report.rules.total > 100
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_language_title_and_bookmarks_are_arabic_and_hold_no_invisible_characters() -> None:
    with pikepdf.open(BytesIO(pdf_of("report"))) as pdf:
        names = [str(pdf.docinfo.Title)]
        assert str(pdf.Root.Lang) == "ar"
        with pdf.open_outline() as outline:
            for item in outline.root:
                names += [item.title, *(child.title for child in item.children)]
    assert len(names) > 8
    assert [name for name in names if not re.search("[\u0621-\u064a]", name)] == []
    assert [name for name in names if ISOLATING.search(name)] == []


def words_in_order(name: str) -> str:
    return " ".join(" ".join(text_of(pdf_of(name))).split())


@pytest.mark.parametrize("name", ["report", "english report"])
def test_arabic_words_are_extracted_in_the_order_in_which_they_are_read(name: str) -> None:
    text = words_in_order(name)
    assert "وافق المجلس على الخطة في" in text
    assert "The council agreed to the plan on 2026-03-15" in text
    assert not ISOLATING.search(text)


def test_a_translated_sentence_is_found() -> None:
    sentence = MADE_UP_ARABIC("Next steps and action plan")
    assert set(sentence.split()) <= set(WORDS)
    assert sentence in words_in_order("report")


@pytest.mark.parametrize(
    ("translator", "turned"), [(Translator(), (ARABIC, "rtl")), (MADE_UP_ARABIC, (ENGLISH, "ltr"))]
)
def test_what_someone_wrote_is_set_in_its_own_direction(translator: Translator, turned: tuple[str, str]) -> None:
    html = html_of(two_tongues(), translator)
    text, direction = turned
    own = re.findall(rf'<(\w+) [^>]*dir="{direction}"[^>]*>{re.escape(text)}', html)
    assert sorted(own) == ["p", "span", "td"]


def test_page_numbers_are_written_in_the_digits_of_the_run() -> None:
    indic = Translator("ar", MADE_UP_ARABIC.catalogue, digits="arabic_indic")
    html = html_of(two_tongues(), indic)
    assert "<style>" in html
    pages = text_of(html_to_pdf(html, attachment=None, now=NOW))
    assert re.search("[٠-٩]+ / [٠-٩]+", pages[1])
    assert re.search(r"\d+ / \d+", text_of(pdf_of("report"))[1], re.ASCII)


class Twin(Translator):
    """English, written from left to right, with the words as `RightToLeft` has them."""


def boxes(html: str, *, mirrored: bool) -> Iterator[tuple[Any, ...]]:
    """Yield where each block, table, cell and drawing stands, in whole pixels from the side where a line begins."""
    document = render.load_engine().HTML(string=html, base_url=render.BASE_URL).render()
    for number, sheet in enumerate(document.pages):
        for box in sheet._page_box.descendants():  # noqa: SLF001
            if type(box).__name__ in BLOCKS:
                start, width = box.border_box_x(), box.border_width()
                across = WIDTH - start - width if mirrored else start
                yield number, box.element_tag, round(across), round(box.border_box_y()), round(width)


@pytest.mark.parametrize("paper", ["report", "workshop", "form", "sheet"])
def test_every_block_stands_where_its_twin_has_it_in_the_mirror(paper: str) -> None:
    papers = {
        "report": lambda t: html_of(full_assessment(), t, "public"),
        "workshop": lambda t: render_workshop(view_of(room(), "participant", translator=t)),
        "form": form_html,
        "sheet": sheet_html,
    }
    left, right = papers[paper](Twin()), papers[paper](RightToLeft())
    assert 'dir="rtl"' in right
    ours = sorted(set(boxes(left, mirrored=False)))
    theirs = sorted(set(boxes(right, mirrored=True)))
    assert len(ours) > 50
    assert [box for box in theirs if box not in ours] == []
    assert len(theirs) == len(ours)


@pytest.mark.parametrize("name", ["report", "english report"])
def test_laying_out_each_line_once_changes_no_byte(name: str, monkeypatch: pytest.MonkeyPatch) -> None:

    once = pdf_of(name)
    monkeypatch.setattr(inline, "avoid_collisions", inline.avoid_collisions.__wrapped__)
    assert html_to_pdf(PAPERS[name](), attachment=None, now=NOW) == once
