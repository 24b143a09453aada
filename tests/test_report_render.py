"""A report is the same at each run, opens nothing but its own files, prints hostile text as text, and is accessible."""

from __future__ import annotations

import logging
import re
import socket
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING

import page
import pikepdf
import pytest
from mini import NOW, level, make_assessment, make_library
from test_report_view import TODAY, full_assessment, view_of

from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.models import City, Evidence
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import load_library, shipped_folder
from nlc_toolkit.errors import ToolkitError
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report import render
from nlc_toolkit.report.logo import logo_uri
from nlc_toolkit.report.render import FOLDER, html_to_pdf, is_allowed, render_html
from nlc_toolkit.report.view import Wishes, build_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from nlc_toolkit.assessment.models import Assessment

ATTACHED = b'{"format": "nlc-assessment/1"}\n'
HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "{% include 'report.html' %}",
    "]]> --> </style></title>",
    "url(file:///etc/passwd)",
    '<img src="http://example.org/x.png">',
    "<link rel=attachment href=file:///etc/passwd>",
    "&lt;b&gt; &amp;amp;",
    "“quotes” 'and' \"more\"",
)
MILLIMETRE = 96 / 25.4  # in CSS pixels
INNER_START, INNER_END = 20 * MILLIMETRE, 190 * MILLIMETRE
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
RULE = re.compile(r"([\w-]+)\s*:\s*([^;{}]+)[;}]")


class RightToLeft(Translator):
    """English words, laid out as if English were written from right to left."""

    @property
    def direction(self) -> str:  # type: ignore[override]
        return "rtl"


def html_of(assessment: Assessment, translator: Translator | None = None) -> str:
    library, t = make_library(), translator or Translator()
    view = build_view(compute_result(library, assessment), library, t, Wishes("facilitator", TODAY, "Official"))
    return render_html(view, t, self_contained=False)


@cache
def usual_pdf() -> bytes:
    return html_to_pdf(html_of(full_assessment()), attachment=ATTACHED, now=NOW)


def hostile_assessment() -> Assessment:
    long = "A sentence that goes on. " * 400 + "x" * 500
    answers = {
        f"p0{practice}.q{number}": level(
            2, note="\n".join((*HOSTILE, long[:9000])), evidence=tuple(Evidence(text=text) for text in HOSTILE)
        )
        for practice, number in ((1, 1), (2, 1))
    }
    city = City(name="</title><b>" + "Llanfairpwllgwyngyll" * 12, country="ID", region="x" * 300)
    return make_assessment(answers=answers, city=city)


@cache
def hostile_pdf() -> bytes:
    return html_to_pdf(html_of(hostile_assessment()), attachment=None, now=NOW)


def text_of(pdf: bytes) -> list[str]:
    from pypdf import PdfReader  # noqa: PLC0415 - the first page of a run needs it

    return [sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages]


def complaints(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [entry.getMessage() for entry in caplog.records if entry.levelno >= logging.WARNING]


@pytest.mark.parametrize("edition", ["facilitator", "public"])
def test_the_words_and_their_order_are_as_committed(
    edition: str, expect: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nlc_toolkit.report.view.__version__", "0.0.0")
    html = render_html(view_of(full_assessment(), edition, classification="Official"), Translator())  # type: ignore[arg-type]
    name = "report.html" if edition == "facilitator" else f"report-{edition}.html"
    expect(name, STYLE.sub("<style></style>", html).replace("><", ">\n<"))


def test_the_pdf_conforms_to_pdf_ua() -> None:
    report = page.validate_pdf_bytes(usual_pdf(), profile="ua1")
    assert report.rules.total > 100
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_a_report_laid_out_from_right_to_left_conforms_too(caplog: pytest.LogCaptureFixture) -> None:
    html = html_of(full_assessment(), RightToLeft())
    assert 'dir="rtl"' in html
    pdf = html_to_pdf(html, attachment=None, now=NOW)
    assert page.is_pdf_compliant_bytes(pdf, profile="ua1")
    assert complaints(caplog) == []


def test_title_language_author_and_bookmarks_are_set() -> None:
    with pikepdf.open(BytesIO(usual_pdf())) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo.Title) == "Surakarta: How well national and local government work together"
        assert str(pdf.docinfo.Author) == "nlc-toolkit"
        assert str(pdf.docinfo.CreationDate).startswith("D:20261120")
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            practices = [item.title for item in outline.root[titles.index("The practices one by one")].children]
    assert titles[:4] == ["Contents", "Before you read on", "Summary", "Next steps and action plan"]
    assert practices == [
        "All answers at a glance",
        "Figures by area",
        "Facts about the place",
        "p01 title",
        "p02 title",
    ]


def test_only_the_bundled_fonts_are_used_and_embedded() -> None:
    with pikepdf.open(BytesIO(usual_pdf())) as pdf:
        fonts = {
            str(font.BaseFont).partition("+")[2]
            for sheet in pdf.pages
            for font in sheet.Resources.get("/Font", {}).values()
        }
    assert fonts == {"Vazirmatn", "Vazirmatn-Bold"}


def test_the_assessment_is_attached_byte_for_byte() -> None:
    with pikepdf.open(BytesIO(usual_pdf())) as pdf:
        assert list(pdf.attachments) == ["assessment.json"]
        assert pdf.attachments["assessment.json"].get_file().read_bytes() == ATTACHED


def test_two_runs_give_the_same_bytes() -> None:
    assert html_to_pdf(html_of(full_assessment()), attachment=ATTACHED, now=NOW) == usual_pdf()


def test_the_engine_has_nothing_to_complain_about(caplog: pytest.LogCaptureFixture) -> None:
    usual_pdf.cache_clear()
    render._parsed_styles.cache_clear()  # noqa: SLF001 - so that the style sheet is parsed while we listen
    usual_pdf()
    assert complaints(caplog) == []


def test_every_drawing_has_a_text_alternative() -> None:
    html = html_of(full_assessment())
    drawings = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert len(drawings) == 4
    assert [drawing for drawing in drawings if not re.search(r"<title>[^<]+</title>", drawing)] == []
    assert not any("<text" in drawing for drawing in drawings), "words stand beside a drawing, never in it"


def test_the_summary_fills_exactly_one_page() -> None:
    pages = text_of(usual_pdf())
    first = next(number for number, text in enumerate(pages) if "Profile of the practices" in text)
    assert "Find out first" in pages[first]
    assert "Next steps of the priorities" in pages[first + 1]


def test_every_page_but_the_first_has_its_head_and_number() -> None:
    pages = text_of(usual_pdf())
    assert [number for number, text in enumerate(pages[1:], 2) if f"{number} / {len(pages)}" not in text] == []
    assert [text for text in pages[1:] if "Official · Facilitator edition · Surakarta" not in text] == []
    assert "1 / " not in pages[0]


def test_hostile_text_is_printed_as_text(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the report opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    text = "".join("".join(text_of(hostile_pdf())).split())
    assert [words for words in HOSTILE if "".join(words.split()) not in text] == []
    assert "49" not in re.findall(r"\{\{(.*?)\}\}", text)
    assert "root:" not in text
    assert complaints(caplog) == []
    with pikepdf.open(BytesIO(hostile_pdf())) as pdf:
        assert list(pdf.attachments) == []


def test_a_long_note_is_printed_to_its_end() -> None:
    assert "".join("".join(text_of(hostile_pdf())).split()).count("x" * 60) >= 2


def shipped_report() -> str:
    """The example city's report with the shipped content: the longest usual one."""
    library = load_library()
    source = next(shipped_folder("examples").glob("assessments/*local-government*.json"))
    view = build_view(
        compute_result(library, read_assessment(source)), library, Translator(), Wishes("facilitator", TODAY)
    )
    return render_html(view, Translator(), self_contained=False)


@pytest.mark.parametrize(("name", "least_pages"), [("hostile", 6), ("shipped", 15)])
def test_no_line_leaves_its_page_and_no_heading_ends_one(name: str, least_pages: int) -> None:
    html = html_of(hostile_assessment()) if name == "hostile" else shipped_report()
    document = render.load_engine().HTML(string=html, base_url=render.BASE_URL).render(pdf_variant="pdf/ua-1")
    assert len(document.pages) >= least_pages
    for number, sheet in enumerate(document.pages, 1):
        body = next(box for box in sheet._page_box.descendants() if box.element_tag == "body")  # noqa: SLF001
        texts = [box for box in body.descendants() if hasattr(box, "text")]
        assert texts, number
        assert min(box.position_x for box in texts) >= INNER_START - 1, number
        beyond = [box.text for box in texts if box.position_x + box.width > INNER_END + 1]
        assert beyond == [], number
        lowest = max(box.position_y for box in texts)
        headings = [box for box in body.descendants() if box.element_tag in {"h2", "h3", "h4"}]
        assert [box.element_tag for box in headings if box.position_y + box.height > lowest] == [], number


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ((FOLDER / "fonts" / "Vazirmatn-Regular.ttf").as_uri(), True),
        ("data:image/png;base64,AAAA", True),
        ("file:///etc/passwd", False),
        (f"{FOLDER.as_uri()}/../../pyproject.toml", False),
        (f"{FOLDER.as_uri()}/%2e%2e/%2e%2e/pyproject.toml", False),
        ("file://server/share/report/x", False),
        ("http://example.org/x.png", False),
        ("https://example.org/x.png", False),
        ("ftp://example.org/x", False),
        ("relative.png", False),
    ],
)
def test_the_engine_opens_only_files_of_the_report_folder_and_data(address: str, allowed: bool) -> None:  # noqa: FBT001
    assert is_allowed(address) is allowed


def test_a_logo_that_pulls_something_in_is_refused_and_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("the logo opened a connection"))
    svg = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
    <image xlink:href="file:///etc/hostname" width="9" height="9"/><image href="http://example.org/x.png"/></svg>"""
    library = make_library()
    wishes = Wishes("facilitator", TODAY, logo_uri=logo_uri(svg))
    view = build_view(compute_result(library, full_assessment()), library, Translator(), wishes)
    with pytest.raises(ToolkitError, match="needs other files"):
        html_to_pdf(render_html(view, Translator(), self_contained=False), attachment=None, now=NOW)


class Outline(HTMLParser):
    """Collects ids, in-page links and headings."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.headings: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"] or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        address = found.get("href") or found.get("src") or ""
        if address.startswith("#"):
            self.links.append(address[1:])
        elif address:
            self.addresses.append(address)


def test_the_html_stands_alone_and_its_headings_and_links_are_in_order() -> None:
    html = render_html(view_of(full_assessment()), Translator())
    outline = Outline()
    outline.feed(html)
    assert len(set(outline.ids)) == len(outline.ids)
    assert set(outline.links) <= set(outline.ids)
    assert "summary" in outline.links
    assert [address for address in outline.addresses if not address.startswith(("data:", "https://example.org"))] == []
    assert re.findall(r"url\(\"(.{9})", html) == ["data:font", "data:font"]
    assert outline.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))
    assert 'lang="en" dir="ltr"' in html


def test_styles_know_no_left_and_right_and_none_of_the_engine_s_traps() -> None:
    files = sorted((FOLDER / "styles").glob("*.css"))
    assert len(files) >= 4
    for file in files:
        css = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        rules = RULE.findall(css)
        assert rules, file
        for name, value in rules:
            assert not re.search(r"\b(left|right|(?<!line-)height)\b|^width", f"{name} {value}"), (
                file,
                name,
            )
            assert name not in {"float", "letter-spacing", "text-overflow"}, (file, name)
            assert "grid" not in value, (file, name)
            assert not (name.startswith("margin") and "auto" in value), (file, name)


def test_every_table_has_a_fixed_layout() -> None:
    css = (FOLDER / "styles" / "blocks.css").read_text(encoding="utf-8")
    assert re.search(r"^table \{ table-layout: fixed;", css, re.MULTILINE)
    assert "table-layout: auto" not in css


def test_templates_hold_no_arithmetic_and_every_file_is_used() -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "templates").glob("*.html")}
    assert len(files) > 8
    everything = "\n".join(files.values())
    programs = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    assert [name for name in files if f'"{name}"' not in everything + programs] == []
    expressions = re.findall(r"\{[{%](.*?)[%}]\}", re.sub(r"\{#.*?#\}|\"[^\"]*\"", "", everything, flags=re.DOTALL))
    assert [text for text in expressions if re.search(r"[*/+|~]| - ", text)] == []
    assert [text for text in expressions if re.search(r"\bsafe\b|autoescape", text)] == []
