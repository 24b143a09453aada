"""The shipped content as a whole: questions for every place, guidance for kinds of place, cases for everything."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from nlc_toolkit.content.library import Library, load_library
from nlc_toolkit.content.likeness import alike
from nlc_toolkit.content.models import Context
from nlc_toolkit.content.plain_words import AUXILIARY, words
from nlc_toolkit.content.tailoring import CONTEXT
from nlc_toolkit.content.vocabulary import BARRIERS, Region

ROOT = Path(__file__).parents[1]
LEAST_QUESTIONS = 3
LONGEST_OPENING = 30
FIRST_WORDS = 4
OPENINGS_ALIKE = 0.25
"""Less than between other texts: openings are short, and one formula 69 times would be heard in the room."""
YES_OR_NO = frozenset({*AUXILIARY.split("|"), "may"})
ONE_CASE_IN_THE_SOURCES = {"overlap"}


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library()


PRACTICES = [f"p{number:02}" for number in range(1, 14)]


def test_there_are_60_to_70_questions_and_four_to_six_for_each_practice(shipped: Library) -> None:
    assert 60 <= len(shipped.questions) <= 70
    assert {practice.id for practice in shipped.practices if not 4 <= len(practice.questions) <= 6} == set()


@pytest.mark.parametrize("practice_id", PRACTICES)
def test_every_combination_of_facts_leaves_enough_questions(practice_id: str, shipped: Library) -> None:
    practice = shipped.practice(practice_id)
    keys = sorted({key for question in practice.questions for key in question.applies_when})
    choices = itertools.product(*((None, *CONTEXT[key]) for key in keys))
    for values in choices:
        context = Context(**dict(zip(keys, values, strict=True)))  # type: ignore[arg-type]
        asked = [question.id for question in practice.questions if question.applies(context)]
        assert len(asked) >= LEAST_QUESTIONS, (values, asked)


def test_a_question_is_tailored_only_to_some_places_and_some_are(shipped: Library) -> None:
    tailored = [question for question in shipped.questions.values() if question.applies_when]
    assert len(tailored) >= 10
    for question in tailored:
        for key, values in question.applies_when.items():
            assert 0 < len(set(values)) < len(CONTEXT[key]), question.id


def test_every_question_has_an_opening_that_is_one_short_question_and_no_yes_or_no(shipped: Library) -> None:
    openings = {question.id: question.opening or "" for question in shipped.questions.values()}
    assert [name for name, opening in openings.items() if not opening.endswith("?") or opening.count("?") > 1] == []
    assert [name for name, opening in openings.items() if len(words(opening)) > LONGEST_OPENING] == []
    asked = {name: opening.replace(". ", ": ").split(": ")[-1] for name, opening in openings.items()}
    assert [name for name, question in asked.items() if words(question)[0] in YES_OR_NO] == []


def test_no_two_openings_are_alike_and_none_repeats_its_question(shipped: Library) -> None:
    questions = list(shipped.questions.values())
    openings = [question.opening or "" for question in questions]
    pairs = [(questions[one].id, questions[two].id) for one, two, _ in alike(openings, OPENINGS_ALIKE)]
    assert pairs == []
    beginnings = Counter(words(opening)[:FIRST_WORDS] for opening in openings)
    assert [beginning for beginning, count in beginnings.items() if count > 2] == []
    own = [question.id for question in questions if [*alike([question.text, question.opening or ""], OPENINGS_ALIKE)]]
    assert own == []


def test_every_key_that_changes_what_is_asked_is_documented_with_its_questions(shipped: Library) -> None:
    text = (ROOT / "docs" / "writing_content.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    for key in CONTEXT:
        named = {question.id for question in shipped.questions.values() if key in question.applies_when}
        [row] = [row for row in rows if row.startswith(f"| `{key}` |")]
        assert {word for word in row.replace(",", " ").split() if word in shipped.questions} == named, key


def test_each_practice_has_guidance_for_at_least_three_kinds_of_place(shipped: Library) -> None:
    assert len(shipped.checklist.places) >= LEAST_QUESTIONS
    assert {practice.id for practice in shipped.practices if len(practice.guidance) < LEAST_QUESTIONS} == set()


def test_kinds_of_place_are_those_that_the_facts_can_tell(shipped: Library) -> None:
    for place in shipped.checklist.places:
        for key, values in place.when.items():
            assert 0 < len(set(values)) < len(CONTEXT[key]), place.id
    assert all(not place.fits({}) for place in shipped.checklist.places)


def test_there_are_fifty_cases_for_every_practice_barrier_and_region(shipped: Library) -> None:
    assert len(shipped.cases) >= 50
    by_practice = Counter(practice for case in shipped.cases for practice in case.practices)
    assert {practice: by_practice[practice] for practice in PRACTICES if by_practice[practice] < 3} == {}
    by_barrier = Counter(barrier for case in shipped.cases for barrier in case.barriers)
    least = {barrier: 1 if barrier in ONE_CASE_IN_THE_SOURCES else 2 for barrier in BARRIERS}
    assert {name: by_barrier[name] for name in BARRIERS if by_barrier[name] < least[name]} == {}
    assert {case.region for case in shipped.cases} == set(get_args(Region))


def test_thin_cases_and_events_are_labelled_and_not_the_rule(shipped: Library) -> None:
    assert 0 < sum(case.thin for case in shipped.cases) < len(shipped.cases) / 4
    assert {case.kind for case in shipped.cases} == {"standing", "event", "study"}
