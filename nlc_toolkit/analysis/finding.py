"""Which case studies and questions a person looks for, by practice, region, barrier, country and words.

Everything asked for must hold; how the finds are drawn is left to `terminal`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import case_wording, wording
from nlc_toolkit.countries import country_names, find_country
from nlc_toolkit.errors import WrongUsageError, mark
from nlc_toolkit.free_text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import CaseStudy, Practice, Question
    from nlc_toolkit.i18n import Translator


@dataclass(frozen=True)
class CaseFilter:
    """What the wanted cases have in common; what is empty does not matter.

    Attributes:
        practice: an id.
        region: an id or a title.
        barrier: an id or a title.
        country: a code or a name; a case without a country does not fit.
        search: words that all stand in the case, in any of its fields; accents and case do not matter.
    """

    practice: str = ""
    region: str = ""
    barrier: str = ""
    country: str = ""
    search: str = ""


def find_cases(library: Library, wanted: CaseFilter, translator: Translator) -> tuple[CaseStudy, ...]:
    """Return the cases that fit everything in `wanted`, in the order of their ids.

    Titles and names are understood in the translator's language beside ids and English.

    Raises:
        WrongUsageError: there is no such practice, region, barrier or country; says what there is.
    """
    found = list(library.cases)
    if wanted.practice:
        practice = library.practice(wanted.practice).id
        found = [case for case in found if practice in case.practices]
    if wanted.region:
        regions: dict[str, str] = {name: translator(title) for name, title in case_wording.REGION_TITLES.items()}
        region = _one_of(wanted.region, regions, mark("There is no region “{typed}”. The regions are: {known}."))
        found = [case for case in found if case.region == region]
    if wanted.barrier:
        checklist = library.checklist
        barriers = {each.id: wording.barrier_title(each.id, checklist, translator) for each in checklist.barriers}
        message = mark("There is no barrier “{typed}”. The barriers are: {known}.")
        barrier = _one_of(wanted.barrier, {str(name): title for name, title in barriers.items()}, message)
        found = [case for case in found if barrier in case.barriers]
    if wanted.country:
        country = find_country(wanted.country, translator)
        found = [case for case in found if country in case.countries]
    if words := folded(wanted.search).split():
        found = [case for case in found if _hold(words, _texts(case, library, translator))]
    return tuple(found)


def find_questions(library: Library, search: str, translator: Translator) -> tuple[Question, ...]:
    """Return the questions that hold all words of `search` in any of their texts, in the order they are asked.

    Case and accents do not matter; words are found in English and in the translator's language.
    """
    words = folded(search).split()
    return tuple(
        question
        for practice in library.practices
        for question in practice.questions
        if _hold(words, _question_texts(practice, question, library, translator))
    )


def _one_of(typed: str, titles: Mapping[str, str], message: str) -> str:
    wanted = folded(typed)
    for name, title in titles.items():
        if wanted in {folded(name), folded(title)}:
            return name
    raise WrongUsageError(message, typed=typed.strip(), known=tuple(titles))


def _hold(words: list[str], texts: Iterable[str]) -> bool:
    text = folded(" ".join(texts))
    return all(word in text for word in words)


def _question_texts(practice: Practice, question: Question, library: Library, t: Translator) -> Iterator[str]:
    """Everything a reader of the question can see, in English and in the run's language."""
    yield from (question.id, practice.title, wording.practice_title(practice, t))
    yield from (question.text, question.explain, *question.evidence)
    yield from (wording.question_text(question, t), wording.question_explanation(question, t))
    yield from wording.question_evidence(question, t)
    if question.opening is not None:  # the one that stands in for a missing one would be found at every question
        yield from (question.opening, wording.question_opening(question, t))
    for number, level in enumerate(question.levels):
        yield from (level.anchor, level.next or "")
        yield from (wording.anchor(question, number, t), wording.next_step(question, number, t))
    for barrier in question.barriers:
        yield from (barrier, wording.barrier_title(barrier, library.checklist, t))


def _texts(case: CaseStudy, library: Library, t: Translator) -> Iterator[str]:
    """Everything a reader of the case can see, in English and in the run's language."""
    yield from (case.id, case.title, case.place or "", case.summary, case.limits, case.region, case.kind)
    yield from (case_wording.case_title(case, t), case_wording.case_place(case, t))
    yield from (case_wording.case_summary(case, t), case_wording.case_limits(case, t))
    yield from (t(case_wording.REGION_TITLES[case.region]), t(case_wording.KIND_TITLES[case.kind]))
    yield from (t(case_wording.TIER_TITLES[tier]) for tier in case.tiers)
    for code in case.countries:
        yield from (code, country_names("en").get(code, ""), country_names(t.language).get(code, ""))
    for barrier in case.barriers:
        yield from (barrier, wording.barrier_title(barrier, library.checklist, t))
    for practice in library.practices:
        if practice.id in case.practices:
            yield from (practice.id, wording.practice_title(practice, t))
    for key, value in case.context.stated().items():
        yield from (key, value)
        if key in library.context_questions:
            yield wording.context_value_title(library.context_questions[key], value, t)
    yield from (str(year) for year in (case.years.start, case.years.end) if year)
    for source in case.sources:
        yield from (source.title, source.url or "", source.accessed or "")
