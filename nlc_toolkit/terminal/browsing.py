"""Practices and case studies drawn for reading in the terminal, page by page where they are longer than the window.

Which ones are shown is decided by the commands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import case_wording, wording
from nlc_toolkit.content.honesty import AREAS_UNOFFICIAL, MEMORANDUM, NOT_ENDORSEMENT, WORKING_TITLES
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import CaseStudy, Practice, Question, Source
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


def draw_practice(page: Page, practice: Practice, library: Library, t: Translator) -> None:
    """Draw one practice with all its questions."""
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
        _draw_question(page, question, library, t)
    page.gap()
    _draw_sources(page, practice.sources, t)


def draw_cases(page: Page, cases: Sequence[CaseStudy], t: Translator) -> None:
    """Draw a list of case studies; says so if it is empty."""
    if not cases:
        page.text(t("No case study fits. Try fewer filters, or other words."))
        return
    page.text(t.plural("{count} case study", "{count} case studies", len(cases)), HEAD)
    page.text(t(NOT_ENDORSEMENT), QUIET)
    for case in cases:
        page.gap()
        page.text(case_wording.case_title(case, t), STRONG)
        where = [case_wording.case_place(case, t), case_wording.case_countries(case, t)]
        page.text(" · ".join(part for part in (*where, case_wording.years_in_words(case.years, t)) if part))
        page.text(" · ".join((case.id, ", ".join(case.practices), *case_wording.case_labels(case, t))), QUIET)
    page.gap()
    page.text(t("To read one: nlc cases {id}", id=cases[0].id))


def draw_case(page: Page, case: CaseStudy, library: Library, t: Translator) -> None:
    """Draw one case study with everything that is known about it."""
    page.text(case_wording.case_title(case, t), HEAD)
    page.text(" · ".join((case.id, t(case_wording.KIND_TITLES[case.kind]))), QUIET)
    if case.thin:
        page.text(t(case_wording.THIN), STRONG)
    page.gap()
    for label, value in _case_facts(case, t):
        if value:
            page.text(value, label=f"{label}: ")
    page.gap()
    page.text(t("What was done"), STRONG)
    page.text(case_wording.case_summary(case, t))
    page.gap()
    page.text(t("Limits"), STRONG)
    page.text(case_wording.case_limits(case, t))
    page.gap()
    page.text(t("Practices it speaks to"), STRONG)
    for practice in library.practices:
        if practice.id in case.practices:
            page.text(wording.practice_title(practice, t), label=f"{practice.id}  ")
    page.gap()
    page.text(t("Barriers it speaks to"), STRONG)
    for barrier in case.barriers:
        page.text(wording.barrier_title(barrier, library.checklist, t), label="- ")
    _draw_context(page, case, library, t)
    page.gap()
    _draw_sources(page, case.sources, t)
    page.gap()
    page.text(t(NOT_ENDORSEMENT), QUIET)


def _draw_honesty(page: Page, t: Translator) -> None:
    page.text(t(WORKING_TITLES, memorandum=""), QUIET)
    page.whole(MEMORANDUM, QUIET)


def _draw_row(page: Page, practice: Practice, t: Translator) -> None:
    from rich.cells import cell_len  # noqa: PLC0415 - rich is imported by what draws

    title = wording.practice_title(practice, t)
    count = t.plural("{count} question", "{count} questions", len(practice.questions))
    indent, label = "  ", f"{practice.id}  "
    room = page.width - len(indent) - len(label) - cell_len(count)
    if cell_len(title) < room:
        page.columns([(indent, len(indent)), (label, len(label)), (title, room), (count, -cell_len(count))])
    else:
        page.text(title, label=indent + label)
        page.text(count, label=" " * (len(indent) + len(label)))


def _draw_question(page: Page, question: Question, library: Library, t: Translator) -> None:
    page.text(wording.question_text(question, t), STRONG, label=f"{question.id}  ")
    if question.headline:
        page.text(t("The quick mode asks this question."), QUIET)
    for key, values in question.applies_when.items():
        asked = library.context_questions[key]
        page.text(
            t(
                "Only asked where the answer to “{question}” is: {values}.",
                question=wording.context_title(asked, t),
                values=", ".join(wording.context_value_title(asked, value, t) for value in values),
            ),
            QUIET,
        )
    page.text(wording.question_explanation(question, t))
    for level in range(len(question.levels)):
        page.gap()
        page.text(wording.level_label(level, library.checklist, t), STRONG, label=f"{level}  ")
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


def _case_facts(case: CaseStudy, t: Translator) -> tuple[tuple[str, str], ...]:
    return (
        (t("Countries"), case_wording.case_countries(case, t)),
        (t("Place"), case_wording.case_place(case, t)),
        (t("Region"), t(case_wording.REGION_TITLES[case.region])),
        (t("When"), case_wording.years_in_words(case.years, t)),
        (t("Now"), t(case_wording.ONGOING[case.years.ongoing])),
        (t("Carried by"), t.series([t(case_wording.TIER_TITLES[tier]) for tier in case.tiers])),
    )


def _draw_context(page: Page, case: CaseStudy, library: Library, t: Translator) -> None:
    stated = {key: value for key, value in case.context.stated().items() if key in library.context_questions}
    if not stated:
        return
    page.gap()
    page.text(t("About the place"), STRONG)
    for key, value in stated.items():
        question = library.context_questions[key]
        answer = wording.context_value_title(question, value, t)
        page.text(t("{question} {answer}", question=wording.context_title(question, t), answer=answer), label="- ")


def _draw_sources(page: Page, sources: Sequence[Source], t: Translator) -> None:
    page.text(t("Sources"), STRONG)
    for source in sources:
        title = t("{title} (read in {month})", title=source.title, month=source.accessed) if source.accessed else ""
        page.text(title or source.title, label="- ")
        if source.url:
            page.whole(source.url, QUIET, indent=2)


def show_pages(page: Page, t: Translator) -> None:
    """Print the page as it is, or through the system's pager if it is longer than the window; never into a pipe."""
    console = page.console
    lines, page.lines = page.lines, []
    text = "\n".join(line.plain if line is not None else "" for line in lines)
    if console.file.isatty() and len(lines) >= console.height:
        from pydoc import pager  # noqa: PLC0415 - only where there is something to page

        hint = t("(Space: next page. q: back to the prompt.)")
        pager(f"{hint}\n\n{text}\n")
        return
    for line in lines:
        console.print(line if line is not None else "", soft_wrap=True)
