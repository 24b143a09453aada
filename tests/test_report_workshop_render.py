"""The workshop's paper is accessible, the same at each run, laid out without loss, and keeps its shape in each size."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import page
import pikepdf
import pytest
from mini import NOW
from panels import Person
from test_report_render import (
    HOSTILE,
    INNER_END,
    INNER_START,
    STYLE,
    Outline,
    RightToLeft,
    complaints,
    text_of,
)
from workshops import CHOICES, ENGLISH, ROOM, TODAY, room, view_of

from nlc_toolkit.analysis.agenda import make_agenda
from nlc_toolkit.analysis.members import Member, members_of
from nlc_toolkit.analysis.panel import compute_panel
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import load_library, shipped_folder
from nlc_toolkit.content.vocabulary import GROUPS
from nlc_toolkit.report import render
from nlc_toolkit.report.render import html_to_pdf, render_workshop
from nlc_toolkit.report.workshop_view import WorkshopWishes, build_workshop_view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nlc_toolkit.analysis.panel_editions import PanelEdition

EDITIONS: tuple[PanelEdition, ...] = ("facilitator", "participant", "public")


@cache
def usual_pdf() -> bytes:
    return html_to_pdf(render_workshop(view_of(room())), attachment=None, now=NOW)


def forty() -> str:
    """A large panel in which every group has several respondents, of whom most wrote something."""
    people = [
        Person(GROUPS[number % 7], "personal", {f"p0{1 + number % 2}.q1": number % 5, "p01.q2": (number * 3) % 5})
        for number in range(40)
    ]
    return render_workshop(view_of(room(people, CHOICES)))


def hostile() -> str:
    """A room in which what people wrote tries everything, in a city with a name that fits no line."""
    members = room(ROOM, ["with_group"])
    words = "\n".join((*HOSTILE, "A sentence that goes on. " * 100, "x" * 300))
    changed = []
    for member in members.own:
        answers = {name: each.model_copy(update={"note": words}) for name, each in member.assessment.answers.items()}
        city = member.assessment.city.model_copy(update={"name": "</title><b>" + "Llanfairpwllgwyngyll" * 12})
        assessment = member.assessment.model_copy(update={"answers": answers, "city": city})
        changed.append(dataclasses.replace(member, assessment=assessment))
    return render_workshop(view_of(members_of(changed)))


def shipped() -> str:
    """The example city's meeting with the shipped content."""
    library = load_library()
    files = sorted(shipped_folder("examples").glob("assessments/*.json"))
    members = members_of(Member(file.name, read_assessment(file)) for file in files)
    panel = compute_panel(library, members)
    wishes = WorkshopWishes("facilitator", TODAY, "Official")
    return render_workshop(build_workshop_view(panel, members, make_agenda(panel), library, ENGLISH, wishes))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_words_and_their_order_are_as_committed(
    edition: PanelEdition, expect: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nlc_toolkit.report.workshop_cover_view.__version__", "0.0.0")
    html = render_workshop(view_of(room(), edition))
    expect(f"workshop-{edition}.html", STYLE.sub("<style></style>", html).replace("><", ">\n<"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_conforms_to_pdf_ua(edition: PanelEdition, caplog: pytest.LogCaptureFixture) -> None:
    pdf = html_to_pdf(render_workshop(view_of(room(), edition)), attachment=None, now=NOW)
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert report.rules.total > 100
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert complaints(caplog) == []


def test_a_paper_laid_out_from_right_to_left_conforms_and_mirrors_its_drawings() -> None:
    html = render_workshop(view_of(room(), translator=RightToLeft()))
    assert 'dir="rtl"' in html
    assert page.is_pdf_compliant_bytes(html_to_pdf(html, attachment=None, now=NOW), profile="ua1")
    drawings = [view_of(room(), translator=words).items[0].rows[0].drawing for words in (ENGLISH, RightToLeft())]
    assert drawings[0].marks != drawings[1].marks


def test_large_and_smallest_panels_conform() -> None:
    for html in (forty(), render_workshop(view_of(room(ROOM[2:3], ["with_group"])))):
        assert page.is_pdf_compliant_bytes(html_to_pdf(html, attachment=None, now=NOW), profile="ua1")


def test_two_runs_give_the_same_bytes() -> None:
    assert html_to_pdf(render_workshop(view_of(room())), attachment=None, now=NOW) == usual_pdf()


def test_title_language_and_bookmarks_are_set() -> None:
    with pikepdf.open(BytesIO(usual_pdf())) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo.Title) == "Surakarta: Where we agree and where we differ"
        assert list(pdf.attachments) == []
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            questions = [item.title for item in outline.root[titles.index("The questions of the meeting")].children]
    assert titles == [
        "Contents",
        "If you have 20 minutes",
        "Before you read on",
        "The practices in one picture",
        "What is strong and shared",
        "What to discuss",
        "What to find out first",
        "The questions of the meeting",
        "Who holds which task",
        "Agenda",
        "For the facilitator",
        "Pages to write on",
        "What respondents wrote, in full",
        "What is reported from other places",
        "How the figures come about",
    ]
    assert questions == ["1 p01.q1 text?", "2 p02.q1 text?"]


def test_only_the_bundled_fonts_are_used() -> None:
    with pikepdf.open(BytesIO(usual_pdf())) as pdf:
        fonts = {
            str(font.BaseFont).partition("+")[2]
            for sheet in pdf.pages
            for font in sheet.Resources.get("/Font", {}).values()
        }
    assert fonts == {"Vazirmatn", "Vazirmatn-Bold"}


def test_every_page_but_the_first_has_its_head_and_number() -> None:
    pages = text_of(usual_pdf())
    assert [number for number, text in enumerate(pages[1:], 2) if f"{number} / {len(pages)}" not in text] == []
    assert [text for text in pages[1:] if "Official · Facilitator edition · Surakarta" not in text] == []


def test_each_question_of_the_meeting_has_one_page_to_write_on() -> None:
    pages = text_of(usual_pdf())
    to_write = [text for text in pages if "Level agreed in the room" in text]
    assert len(to_write) == len(view_of(room()).items) == 2
    assert all("Who sees it differently" in text and "Next step" in text for text in to_write)


def test_every_drawing_has_a_text_alternative_and_no_words() -> None:
    html = render_workshop(view_of(room()))
    drawings = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert len(drawings) > 10
    assert [drawing for drawing in drawings if not re.search(r"<title>[^<]+</title>", drawing)] == []
    assert not any("<text" in drawing for drawing in drawings)


def test_headings_ids_and_links_are_in_order() -> None:
    for edition in EDITIONS:
        html = render_workshop(view_of(room(), edition))
        outline = Outline()
        outline.feed(html)
        assert len(set(outline.ids)) == len(outline.ids)
        assert set(outline.links) <= set(outline.ids)
        assert "agenda" in outline.links or edition == "public"
        assert outline.headings[0] == 1
        assert all(after - before <= 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))


def test_hostile_text_is_printed_as_text() -> None:
    text = "".join("".join(text_of(html_to_pdf(hostile(), attachment=None, now=NOW))).split())
    assert [words for words in HOSTILE if "".join(words.split()) not in text] == []
    assert "root:" not in text


PAPERS: Mapping[str, Callable[[], str]] = {"hostile": hostile, "forty": forty, "shipped": shipped}


@cache
def laid_out(name: str) -> Any:
    """Return the engine's own document, with every box on its pages."""
    return render.load_engine().HTML(string=PAPERS[name](), base_url=render.BASE_URL).render(pdf_variant="pdf/ua-1")


def boxes_on(sheet: Any) -> list[Any]:
    body = next(box for box in sheet._page_box.descendants() if box.element_tag == "body")  # noqa: SLF001
    return list(body.descendants())


def texts_on(sheet: Any) -> list[Any]:
    return [box for box in boxes_on(sheet) if hasattr(box, "text")]


def test_the_picture_and_the_half_pages_of_the_example_city_keep_their_places() -> None:
    pages = [" ".join(box.text for box in texts_on(sheet)) for sheet in laid_out("shipped").pages]
    picture = next(text for text in pages if "Where each group sees each practice" in text)
    assert "Grey band" in picture
    assert "Monitoring, learning" in picture
    halves = [text.count("To open") for text in pages if "To open" in text]
    assert sum(halves) >= 4
    assert len(halves) == -(-sum(halves) // 2), "two questions stand on each page"


@pytest.mark.parametrize("name", PAPERS)
def test_no_line_leaves_its_page_and_no_heading_ends_one(name: str) -> None:
    pages = laid_out(name).pages
    assert len(pages) >= 8
    for number, sheet in enumerate(pages, 1):
        boxes, texts = boxes_on(sheet), texts_on(sheet)
        assert texts, number
        assert min(box.position_x for box in texts) >= INNER_START - 1, number
        assert [box.text for box in texts if box.position_x + box.width > INNER_END + 1] == [], number
        lines = [box for box in boxes if box.element_tag == "div" and box.element.get("class") == "ruled"]
        lowest = max(box.position_y for box in (*texts, *lines))
        headings = [box for box in boxes if box.element_tag in {"h2", "h3", "h4"}]
        assert [box.element_tag for box in headings if box.position_y + box.height > lowest] == [], number
