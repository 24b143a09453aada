"""The texts of the content that a person reads, each with the id under which the catalogues translate it.

The same ids are used where a text is shown (`wording.py`, `case_wording.py`); what a catalogue is, is left to
`languages/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nlc_toolkit.wording import is_described

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import CaseStudy, Checklist, Practice, Question, Source


class ContentText(NamedTuple):
    """One text of the content.

    Attributes:
        id: its place in the content, such as `p06.q1.level3`; the `msgctxt` of the catalogues.
        text: the English text.
    """

    id: str
    text: str


def content_texts(library: Library) -> Iterator[ContentText]:
    """Yield every text of the checklist, the practices and the case studies, in the order of the content."""
    yield from _of_checklist(library.checklist)
    for practice in library.practices:
        yield from _of_practice(practice)
    for case in library.cases:
        yield from _of_case(case)


def _of_checklist(checklist: Checklist) -> Iterator[ContentText]:
    for number, level in enumerate(checklist.levels):
        yield ContentText(f"checklist.level{number}.label", level.label)
        yield ContentText(f"checklist.level{number}.meaning", level.meaning)
    for area in checklist.areas:
        yield ContentText(f"checklist.area.{area.id}", area.title)
    for barrier in checklist.barriers:
        yield ContentText(f"checklist.barrier.{barrier.id}", barrier.title)
        yield ContentText(f"checklist.barrier.{barrier.id}.explanation", barrier.explanation)
    for place in checklist.places:
        yield ContentText(f"checklist.place.{place.id}", place.title)
    for question in checklist.context:
        name = f"checklist.context.{question.key}"
        yield ContentText(name, question.title)
        yield ContentText(f"{name}.explanation", question.explanation)
        for value in question.values:
            yield ContentText(f"{name}.{value.id}", value.title)
            yield ContentText(f"{name}.{value.id}.explanation", value.explanation)


def _of_practice(practice: Practice) -> Iterator[ContentText]:
    yield ContentText(f"{practice.id}.title", practice.title)
    if practice.official_title is not None:
        yield ContentText(f"{practice.id}.official_title", practice.official_title)
    yield ContentText(f"{practice.id}.summary", practice.summary)
    yield ContentText(f"{practice.id}.why", practice.why)
    for place, guidance in practice.guidance.items():
        yield ContentText(f"{practice.id}.guidance.{place}", guidance)
    yield from _of_sources(practice.id, practice.sources)
    for question in practice.questions:
        yield from _of_question(question)


def _of_question(question: Question) -> Iterator[ContentText]:
    yield ContentText(f"{question.id}.text", question.text)
    yield ContentText(f"{question.id}.explain", question.explain)
    if question.opening:
        yield ContentText(f"{question.id}.opening", question.opening)
    for number, evidence in enumerate(question.evidence, start=1):
        yield ContentText(f"{question.id}.evidence{number}", evidence)
    for number, level in enumerate(question.levels):
        yield ContentText(f"{question.id}.level{number}", level.anchor)
        if level.next is not None:
            yield ContentText(f"{question.id}.next{number}", level.next)


def _of_case(case: CaseStudy) -> Iterator[ContentText]:
    yield ContentText(f"case.{case.id}.title", case.title)
    if case.place is not None:
        yield ContentText(f"case.{case.id}.place", case.place)
    yield ContentText(f"case.{case.id}.summary", case.summary)
    yield ContentText(f"case.{case.id}.limits", case.limits)
    yield from _of_sources(f"case.{case.id}", case.sources)


def _of_sources(owner: str, sources: Sequence[Source]) -> Iterator[ContentText]:
    """Yield the descriptions of sources; a title that is quoted stays as it is in every language."""
    for number, source in enumerate(sources, start=1):
        if is_described(source):
            yield ContentText(f"{owner}.source{number}", source.title)
