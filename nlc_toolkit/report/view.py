"""The report, complete and ready to print: every string and coordinate that a template places on the page.

Pure: the day, the language and the edition are arguments. The parts are made by the modules named `*_view.py`;
laying them out is left to the templates, making a file of them to `render.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import __version__, wording
from nlc_toolkit.content import honesty
from nlc_toolkit.countries import country_name
from nlc_toolkit.errors import mark
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.report.case_view import case_views
from nlc_toolkit.report.city_in_print import has_long_name, in_brief, part_and_country
from nlc_toolkit.report.directions import on_paper
from nlc_toolkit.report.editions import EDITION_TITLES, disclosure_of
from nlc_toolkit.report.glance_view import glance_view
from nlc_toolkit.report.material import Fact, Material
from nlc_toolkit.report.method_view import method_view
from nlc_toolkit.report.plan_view import kept_views, plan_view
from nlc_toolkit.report.practice_view import practice_views
from nlc_toolkit.report.summary_view import summary_view

if TYPE_CHECKING:
    from datetime import date

    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.case_view import CaseView
    from nlc_toolkit.report.editions import Edition
    from nlc_toolkit.report.glance_view import GlanceView
    from nlc_toolkit.report.method_view import MethodView
    from nlc_toolkit.report.plan_view import KeptView, PlanView
    from nlc_toolkit.report.practice_view import PracticeView
    from nlc_toolkit.report.summary_view import SummaryView

TITLE = mark("How well national and local government work together")
CAPACITIES = {
    "institution": mark("speaks for its institution"),
    "personal": mark("a personal view"),
}


@dataclass(frozen=True)
class Wishes:
    """What the person who makes the report asks for.

    Attributes:
        edition: for whom it is.
        today: the day it is made.
        classification: line printed on every page, such as “Official”; may be empty.
        logo_uri: picture for the cover as a `data:` URI; may be empty.
    """

    edition: Edition
    today: date
    classification: str = ""
    logo_uri: str = ""


@dataclass(frozen=True)
class CoverView:
    """The first page.

    Attributes:
        city_in_brief: the city's name, cut where it would not fit the head of a page.
        long_name: whether the city's name needs smaller letters.
    """

    title: str
    city: str
    city_in_brief: str
    long_name: bool
    place: str
    facts: tuple[Fact, ...]
    incomplete: str
    edition: str
    remark: str
    logo_uri: str


@dataclass(frozen=True)
class ReportView:
    """One whole report.

    Attributes:
        language, direction: of the words, as HTML's `lang` and `dir`.
        document_title: title in the file's metadata.
        day: the day it is made, as ISO text for the metadata.
        classification: line for every page; may be empty.
        context: facts about the place, as far as the edition shows them.
        honesty: the sentences that no report may do without.
    """

    language: str
    direction: str
    document_title: str
    keywords: str
    day: str
    classification: str
    cover: CoverView
    honesty: tuple[str, ...]
    context: tuple[Fact, ...]
    summary: SummaryView
    plan: PlanView
    glance: GlanceView
    practices: tuple[PracticeView, ...]
    kept: tuple[KeptView, ...]
    cases: tuple[CaseView, ...]
    not_endorsement: str
    method: MethodView


def build_view(result: Result, library: Library, translator: Translator, wishes: Wishes) -> ReportView:
    """Return everything that a report on this result prints."""
    t, assessment = on_paper(translator), result.assessment
    material = Material(result, library, t, disclosure_of(assessment, wishes.edition))
    return ReportView(
        language=t.language,
        direction=t.direction,
        document_title=t("{city}: {title}", city=assessment.city.name, title=t(TITLE)),
        keywords=", ".join((assessment.city.name, country_name(assessment.city.country, t), t("self-assessment"))),
        day=wishes.today.isoformat(),
        classification=clean_line(wishes.classification),
        cover=_cover(material, wishes),
        honesty=_honesty(material),
        context=_context(material),
        summary=summary_view(material),
        plan=plan_view(material),
        glance=glance_view(material),
        practices=practice_views(material),
        kept=kept_views(material),
        cases=case_views(library, t, dict.fromkeys((*result.priority_cases, *result.case_beside.values()))),
        not_endorsement=t(honesty.NOT_ENDORSEMENT),
        method=method_view(material),
    )


def _cover(material: Material, wishes: Wishes) -> CoverView:
    t, result, city = material.t, material.result, material.assessment.city
    incomplete = t(
        "Incomplete: {answered} of {asked} questions are answered.",
        answered=t.number(result.answered, 0),
        asked=t.number(result.asked, 0),
    )
    return CoverView(
        title=t(TITLE),
        city=city.name,
        city_in_brief=in_brief(city),
        long_name=has_long_name(city),
        place=part_and_country(city, t),
        facts=_cover_facts(material, wishes),
        incomplete="" if result.complete else incomplete,
        edition=t(EDITION_TITLES[wishes.edition]),
        remark=t(material.disclosure.remark),
        logo_uri=wishes.logo_uri,
    )


def _cover_facts(material: Material, wishes: Wishes) -> tuple[Fact, ...]:
    t, assessment, disclosure = material.t, material.assessment, material.disclosure
    respondent, checklist = assessment.respondent, material.library.checklist
    facts = [
        Fact(t("Last changed on"), t.date(assessment.updated.date())),
        Fact(t("Report made on"), t.date(wishes.today)),
        Fact(t("Answers by"), _respondent(material)),
    ]
    if disclosure.code:
        facts.append(Fact(t("Code of the respondent"), respondent.code, ltr=True))
    if assessment.round == "agreed":
        facts.append(Fact(t("Round"), wording.round_title(assessment.round, t)))
    facts += [
        Fact(t("Mode"), wording.mode_title(assessment.mode, t)),
        Fact(t("Checklist"), f"{checklist.id} {checklist.version}", ltr=True),
        Fact(t("Toolkit"), f"nlc-toolkit {__version__}", ltr=True),
    ]
    return tuple(facts)


def _respondent(material: Material) -> str:
    t, respondent = material.t, material.assessment.respondent
    if not material.disclosure.group:
        return t("One respondent; the group is not named")
    group = wording.group_title(respondent.group, t)
    if respondent.capacity is None:
        return group
    return t("{group} ({capacity})", group=group, capacity=t(CAPACITIES[respondent.capacity]))


def _honesty(material: Material) -> tuple[str, ...]:
    t = material.t
    sentences = [t(honesty.SELF_ASSESSMENT_LIMITS), t(honesty.AREAS_UNOFFICIAL)]
    if material.assessment.round == "own":
        sentences.append(t(honesty.ONE_RESPONDENT))
    if all(len(practice.questions) == 1 for practice in material.result.scores.practices):
        sentences.append(t(honesty.ONE_QUESTION_EACH))
    if material.library.titles_are_working_titles:
        sentences.insert(0, t(honesty.WORKING_TITLES, memorandum=honesty.MEMORANDUM))
    return tuple(sentences)


def _context(material: Material) -> tuple[Fact, ...]:
    t, questions = material.t, material.library.context_questions
    shown = material.disclosure.context_shown(material.assessment.context.stated())
    return tuple(
        Fact(wording.context_title(questions[key], t), wording.context_value_title(questions[key], value, t))
        for key, value in shown.items()
        if key in questions
    )
