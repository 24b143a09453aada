"""Practices and their questions drawn for reading in the terminal: the list, a practice, a question, a search.

Which questions are found is decided in `analysis/finding.py`; turning pages is left to `paging.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.content.honesty import AREAS_UNOFFICIAL, MEMORANDUM, WORKING_TITLES
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice, Question, Source
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.page import Page

STEP = "   "


def draw_practices(page: Page, library: Library, t: Translator) -> None:
    """Draw all practices: id, title, number of questions, under their areas."""
    page.text(t("The practices"), HEAD)
    if library.titles_are_working_titles:
        _draw_honesty(page, t)
    page.text(t(AREAS_UNOFFICIAL), QUIET)
    areas = {practice.area: wording.area_title(practice.area, library.checklist, t) for practice in library.practices}
    for area in sorted(areas, key=list(library.areas).index):
        page.gap()
        page.text(areas[area], STRONG)
        for practice in library.practices:
            if practice.area == area:
                _draw_row(page, practice, t)
    page.gap()
    page.text(t("To read one: nlc practices {id}", id=library.practices[0].id))
    page.text(t("To find words in the questions: nlc practices --search training"))


def draw_practice(page: Page, practice: Practice, library: Library, t: Translator) -> None:
    """Draw one practice: what it is, guidance for kinds of place, and each question with its levels."""
    page.pair(
        f"{practice.id}  {wording.practice_title(practice, t)}",
        wording.area_title(practice.area, library.checklist, t),
        HEAD,
    )
    if practice.official_title is None:
        _draw_honesty(page, t)
    page.gap()
    page.text(wording.practice_summary(practice, t))
    page.gap()
    page.text(t("Why it matters"), STRONG)
    page.text(wording.practice_why(practice, t))
    for place, guidance in wording.practice_guidance(practice, library.checklist, t):
        page.gap()
        page.text(place, STRONG)
        page.text(guidance)
    for question in practice.questions:
        page.gap()
        _draw_asked(page, question, library, t)
        for level in range(len(question.levels)):
            page.text(wording.anchor(question, level, t), label=t.in_digits(f"{level}  "), label_style=STRONG)
    page.gap()
    draw_sources(page, practice.id, practice.sources, t)
    page.gap()
    page.text(t("What counts, the next steps and the evidence: nlc practices {id}", id=practice.questions[0].id))


def draw_question(page: Page, question: Question, library: Library, t: Translator) -> None:
    """Draw everything about one question: what counts, the levels with their steps, evidence, barriers, opening."""
    practice = library.practice_of(question.id)
    page.text(f"{practice.id}  {wording.practice_title(practice, t)}", HEAD)
    page.gap()
    _draw_asked(page, question, library, t)
    page.gap()
    page.text(wording.question_explanation(question, t))
    for level in range(len(question.levels)):
        page.gap()
        page.text(
            wording.level_label(level, library.checklist, t),
            STRONG,
            label=t.in_digits(f"{level}  "),
            label_style=STRONG,
        )
        page.text(wording.anchor(question, level, t), label=STEP)
        if step := wording.next_step(question, level, t):
            page.text(t("To reach {level}: {step}", level=level + 1, step=step), QUIET, label=STEP)
    page.gap()
    page.text(t("What would show it"), STRONG)
    for kind in wording.question_evidence(question, t):
        page.text(kind, label="- ")
    page.gap()
    page.text(t("What often stands in the way"), STRONG)
    for barrier in question.barriers:
        title = wording.barrier_title(barrier, library.checklist, t)
        explanation = wording.barrier_explanation(barrier, library.checklist, t)
        page.text(t("{title}: {explanation}", title=title, explanation=explanation), label="- ")
    page.gap()
    page.text(t("To open a discussion"), STRONG)
    page.text(wording.question_opening(question, t))


def draw_found(page: Page, questions: Sequence[Question], t: Translator) -> None:
    """Draw the questions that a search found; says so if there are none."""
    if not questions:
        page.text(t("No question holds all these words. Try fewer words, or others."))
        return
    page.text(t.plural("{count} question", "{count} questions", len(questions)), HEAD)
    page.gap()
    for question in questions:
        page.text(wording.question_text(question, t), label=f"{question.id}  ", label_style=STRONG)
    page.gap()
    page.text(t("To read one: nlc practices {id}", id=questions[0].id))


def draw_sources(page: Page, owner: str, sources: Sequence[Source], t: Translator) -> None:
    """Add the sources of a practice or a case study, each with its address on a line of its own."""
    page.text(t("Sources"), STRONG)
    for number, source in enumerate(sources, start=1):
        title = wording.source_title(source, owner, number, t)
        read = t("{title} (read in {month})", title=title, month=t.when(source.accessed)) if source.accessed else ""
        page.text(read or title, label="- ")
        if source.url:
            page.whole(source.url, QUIET, indent=2)


def _draw_honesty(page: Page, t: Translator) -> None:
    page.text(t(WORKING_TITLES, memorandum=""), QUIET)
    page.whole(MEMORANDUM, QUIET)


def _draw_row(page: Page, practice: Practice, t: Translator) -> None:
    from rich.cells import cell_len  # noqa: PLC0415 - rich is imported by what draws

    title = wording.practice_title(practice, t)
    count = t.plural("{count} question", "{count} questions", len(practice.questions))
    indent, label = "  ", f"{practice.id}  "
    room = page.width - len(indent) - len(label) - cell_len(count)
    if page.may_be_turned:
        page.text(t("{title}: {value}", title=title, value=count), label=indent + label)
    elif cell_len(title) < room:
        page.columns([(indent, len(indent)), (label, len(label)), (title, room), (count, -cell_len(count))])
    else:
        page.text(title, label=indent + label)
        page.text(count, label=" " * (len(indent) + len(label)))


def _draw_asked(page: Page, question: Question, library: Library, t: Translator) -> None:
    """The question with where it is asked."""
    page.text(wording.question_text(question, t), STRONG, label=f"{question.id}  ", label_style=STRONG)
    if question.headline:
        page.text(t("The quick mode asks this question."), QUIET)
    for key, values in question.applies_when.items():
        asked = library.context_questions[key]
        page.text(
            t(
                "Only asked where the answer to “{question}” is: {values}.",
                question=wording.context_title(asked, t),
                values=t.one_of(
                    [t("“{title}”", title=wording.context_value_title(asked, value, t)) for value in values]
                ),
            ),
            QUIET,
        )
