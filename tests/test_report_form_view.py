"""The blank form: every anchor with its code, where facts lead, and a PDF that anyone can read."""

from __future__ import annotations

import logging
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import page
import pytest
from mini import NOW, make_library, make_practice, make_question
from test_report_render import STYLE, RightToLeft, text_of

from nlc_toolkit.assessment.form_codes import form_mark
from nlc_toolkit.content.library import load_library
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.form_view import FormWishes, build_form_view
from nlc_toolkit.report.render import html_to_pdf, render_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.report.form_view import FormView

TODAY = date(2026, 11, 20)
T = Translator()


@cache
def shipped() -> Library:
    return load_library()


def view(library: Library | None = None, **wishes: object) -> FormView:
    return build_form_view(library or make_library(), T, FormWishes(**{"today": TODAY, **wishes}))  # type: ignore[arg-type]


def html_of(t: Translator = T, **wishes: object) -> str:
    form = build_form_view(make_library(), t, FormWishes(**{"today": TODAY, **wishes}))  # type: ignore[arg-type]
    return render_form(form, t, self_contained=False)


@pytest.mark.parametrize("mode", ["full", "quick"])
def test_the_words_and_their_order_are_as_committed(mode: str, expect: Callable[[str, str], None]) -> None:
    html = render_form(view(mode=mode), T)
    name = "form.html" if mode == "full" else "form-quick.html"
    expect(name, STYLE.sub("<style></style>", html).replace("><", ">\n<"))


def test_every_question_stands_on_the_full_form_with_all_its_anchors() -> None:
    library = shipped()
    printed = {question.id: question for practice in view(library).practices for question in practice.questions}
    assert list(printed) == list(library.questions)
    for name, question in library.questions.items():
        assert [level.value for level in printed[name].levels] == [level.anchor for level in question.levels]
        assert [level.label for level in printed[name].levels] == ["0", "1", "2", "3", "4"]
        assert printed[name].not_applicable == question.not_applicable_allowed


def test_the_quick_form_holds_the_headline_of_each_practice() -> None:
    library = shipped()
    printed = [question.id for practice in view(library, mode="quick").practices for question in practice.questions]
    assert printed == [practice.headline.id for practice in library.practices]


def test_a_question_that_depends_on_a_fact_says_on_which_answer_and_where_to_go_else() -> None:
    first, second = view().practices
    assert first.questions[2].only_if == (
        "Only if your answer to f3 (State?) is 1 “federal”, or is empty. Otherwise go to p02.q1."
    )
    assert [question.only_if for question in (*first.questions[:2], *second.questions)] == [""] * 4


def test_a_fact_names_the_questions_that_its_answers_leave_out() -> None:
    state = view().facts[-1]
    assert [choice.leaves_out for choice in state.choices] == ["", "Leave out p01.q3."]


def test_the_way_on_passes_over_questions_under_the_same_condition() -> None:
    federal = {"state_system": ("federal",)}
    dependent = [make_question(f"p03.q{number}", applies_when=federal) for number in (2, 3)]
    last = make_practice("p03", "trust", make_question("p03.q1", headline=True), *dependent)
    library = make_library()
    library = type(library)(library.checklist, (*library.practices, last), library.cases)
    ways = [question.only_if.rpartition(" go to ")[2] for question in view(library).practices[-1].questions]
    assert ways == ["", "the last page.", "the last page."]


def test_wherever_the_shipped_form_sends_a_reader_it_is_right() -> None:
    """A reader to whom a condition does not apply passes over the questions under that condition, and no others."""
    library = shipped()
    questions = [question for practice in view(library).practices for question in practice.questions]
    order = [question.id for question in questions]
    conditional = [question for question in questions if question.only_if]
    assert len(conditional) > 10
    for question in conditional:
        target = question.only_if.rpartition(" go to ")[2].rstrip(".")
        passed = order[order.index(question.id) : order.index(target)]
        conditions = {str(library.questions[name].applies_when) for name in passed}
        assert len(conditions) == 1


def test_what_is_known_already_is_filled_in() -> None:
    html = html_of(city="<b>Surakarta</b>", country="ID", group="civil_society")
    assert "<bdi>&lt;b&gt;Surakarta&lt;/b&gt;</bdi>" in html
    assert "<bdi>Indonesia (ID)</bdi>" in html
    assert html.count("tick ticked") == 1
    assert '<span class="tick ticked"></span>5 Civil society' in html


def test_one_practice_is_printed_with_the_facts_that_it_needs() -> None:
    only = view(practice="p02")
    assert [practice.id for practice in only.practices] == ["p02"]
    assert [fact.code for fact in only.facts] == ["f1", "f2"]
    assert [fact.code for fact in view(practice="p01").facts] == ["f1", "f2", "f3"]


def test_the_mark_changes_with_the_questions() -> None:
    library = make_library()
    changed = make_practice("p01", "mandates", make_question("p01.q1", headline=True, revision=2))
    other = type(library)(library.checklist, (changed, library.practices[1]))
    assert re.fullmatch(r"mini 1\.0\.0 [0-9a-f]{6}", form_mark(library))
    assert form_mark(library) != form_mark(other)


@pytest.mark.parametrize("translator", [T, RightToLeft()])
def test_the_pdf_conforms_to_pdf_ua_and_holds_every_glyph(
    translator: Translator, caplog: pytest.LogCaptureFixture
) -> None:
    pdf = html_to_pdf(html_of(translator), attachment=None, now=NOW)
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert [entry.getMessage() for entry in caplog.records if entry.levelno >= logging.WARNING] == []
    assert pdf == html_to_pdf(html_of(translator), attachment=None, now=NOW)


def test_the_foot_of_every_page_holds_the_letters_the_mark_and_the_number() -> None:
    sheets = text_of(html_to_pdf(html_of(), attachment=None, now=NOW))
    assert len(sheets) > 2
    for number, sheet in enumerate(sheets, start=1):
        words = " ".join(sheet.split())
        assert "mn National government" in words
        assert f"{form_mark(make_library())} · {number} / {len(sheets)}" in words


def test_no_question_is_split_over_two_pages() -> None:
    form = build_form_view(shipped(), T, FormWishes(TODAY, practice="p06"))
    html = render_form(form, T, self_contained=False)
    sheets = text_of(html_to_pdf(html, attachment=None, now=NOW))
    pages = [" ".join(sheet.split()) for sheet in sheets]
    assert form.practices[0].questions
    for question in form.practices[0].questions:
        holding = [
            text
            for text in pages
            if f"{question.id} {question.text}"[:40] in text and question.levels[4].value[:30] in text
        ]
        assert holding, question.id
