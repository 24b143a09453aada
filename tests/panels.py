"""Respondents of one small city for the tests of the panel, by hand and by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st
from mini import NOW, level, make_assessment, make_library

from nlc_toolkit.analysis.members import Member, members_of
from nlc_toolkit.analysis.panel import compute_panel
from nlc_toolkit.assessment.models import DontKnowAnswer, NotOurMandateAnswer, Respondent
from nlc_toolkit.content.vocabulary import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nlc_toolkit.analysis.panel import Panel
    from nlc_toolkit.assessment.models import Answer, Assessment, Capacity, Holder
    from nlc_toolkit.content.vocabulary import Group

LIBRARY = make_library()
QUESTIONS = tuple(LIBRARY.questions)


class Person(NamedTuple):
    """One respondent: group, capacity, and question id → level, holder or None for "don't know"."""

    group: Group
    capacity: Capacity | None
    answers: Mapping[str, int | Holder | None]


def not_ours(holder: Holder | None) -> NotOurMandateAnswer:
    return NotOurMandateAnswer(revision=1, answered=NOW, holder=holder)


def answer_of(value: int | Holder | None) -> Answer:
    if value is None:
        return DontKnowAnswer(revision=1, answered=NOW)
    return level(value) if isinstance(value, int) else not_ours(value)


def assessment_of(person: Person, number: int, **changes: object) -> Assessment:
    """Return the person's assessment, with an id and a code made from `number`."""
    return make_assessment(
        id=f"{number:032x}",
        respondent=Respondent(group=person.group, code=f"{number:04}", capacity=person.capacity),
        answers={name: answer_of(value) for name, value in person.answers.items()},
        **changes,
    )


def panel_of(people: Iterable[Person]) -> Panel:
    return panel_of_assessments(assessment_of(person, number) for number, person in enumerate(people, 1))


def panel_of_assessments(assessments: Iterable[Assessment]) -> Panel:
    files = [Member(f"{assessment.id}.json", assessment) for assessment in assessments]
    return compute_panel(LIBRARY, members_of(files))


def given_levels(question: str, *given: tuple[Group, Capacity | None, int]) -> list[Person]:
    """Return one person per level, who answers only this question."""
    return [Person(group, capacity, {question: number}) for group, capacity, number in given]


def people(most: int = 9) -> st.SearchStrategy[list[Person]]:
    """Return panels of one to `most` respondents, mostly of few groups, so that small and larger groups occur."""
    groups = st.one_of(st.sampled_from(GROUPS[:3:2]), st.sampled_from(GROUPS[4:6]), st.sampled_from(GROUPS))
    holders: st.SearchStrategy[Holder] = st.sampled_from([*GROUPS[:3:2], "nobody", "unknown"])
    answer = st.one_of(st.integers(0, 4), st.integers(0, 4), st.none(), holders)
    answers = st.fixed_dictionaries({QUESTIONS[0]: answer}, optional=dict.fromkeys(QUESTIONS[1:], answer))
    person = st.builds(Person, groups, st.sampled_from(["institution", "personal", None]), answers)
    return st.lists(person, min_size=1, max_size=most)
