"""Case studies drawn for reading in the terminal: the list, and one with everything that is known about it.

Which cases are shown is decided in `analysis/finding.py`; turning pages is left to `paging.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import case_wording, wording
from nlc_toolkit.content.honesty import NOT_ENDORSEMENT
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG
from nlc_toolkit.terminal.practice_pages import draw_sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import CaseStudy
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.page import Page


def draw_cases(page: Page, cases: Sequence[CaseStudy], t: Translator) -> None:
    """Draw a list of case studies under their parts of the world; says so if it is empty."""
    if not cases:
        page.text(t("No case study fits. Try fewer filters, or other words."))
        return
    page.text(t.plural("{count} case study", "{count} case studies", len(cases)), HEAD)
    page.text(t(NOT_ENDORSEMENT), QUIET)
    for region, title in case_wording.REGION_TITLES.items():
        there = [case for case in cases if case.region == region]
        if there:
            page.gap()
            page.text(t(title), HEAD)
        for case in there:
            _draw_entry(page, case, t)
    page.gap()
    page.text(t("To read one: nlc cases {id}", id=cases[0].id))
    if len(cases) > 1:
        page.text(t("For fewer: --practice, --region, --barrier, --country, --search; see nlc cases --help"))


def draw_case(page: Page, case: CaseStudy, library: Library, t: Translator) -> None:
    """Draw one case study with everything that is known about it."""
    page.text(case_wording.case_title(case, t), HEAD)
    page.text(" · ".join((case.id, t(case_wording.KIND_TITLES[case.kind]))), QUIET)
    if case.thin:
        page.text(t(case_wording.THIN), STRONG)
    page.gap()
    for label, value in _case_facts(case, t):
        if value:
            page.text(value, label=t("{title}:", title=label) + " ")
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
    draw_sources(page, f"case.{case.id}", case.sources, t)
    page.gap()
    page.text(t(NOT_ENDORSEMENT), QUIET)


def _draw_entry(page: Page, case: CaseStudy, t: Translator) -> None:
    page.gap()
    page.text(case_wording.case_title(case, t), STRONG)
    where = [case_wording.case_place(case, t), case_wording.case_countries(case, t)]
    page.text(" · ".join(part for part in (*where, case_wording.years_in_words(case.years, t)) if part))
    page.text(" · ".join((case.id, t.listed(case.practices), *case_wording.case_labels(case, t))), QUIET)


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
