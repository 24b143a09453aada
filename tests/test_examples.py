"""The example city: valid files that answer today's questions, name nobody and show every kind of result."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from nlc_toolkit.analysis.planning import is_priority
from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.models import (
    Assessment,
    LevelAnswer,
    NotApplicableAnswer,
    NotesChoice,
    NotOurMandateAnswer,
    Strength,
)
from nlc_toolkit.assessment.reading import to_json
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import load_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.content.library import Library

EXAMPLES = Path(__file__).parents[1] / "examples"
CURRENT = sorted((EXAMPLES / "assessments").glob("*.json"))
EARLIER = sorted((EXAMPLES / "assessments" / "earlier").glob("*.json"))
FILES = [*CURRENT, *EARLIER]

E_MAIL = re.compile(r"\S@\S")
WEB = re.compile(r"https?:|www\.", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w-])\+?\d(?:[ ()/.-]?\d){6,}(?![\w-])")
TITLED_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\b\.?|\b(?:[Mm]ayor|[Mm]inister|[Oo]fficer) [A-Z]")


def by_group(files: list[Path]) -> dict[str, Assessment]:
    assessments = [read_assessment(path) for path in files]
    return {assessment.respondent.group: assessment for assessment in assessments}


def levels_of(assessment: Assessment) -> dict[str, int]:
    return {name: answer.level for name, answer in assessment.answers.items() if isinstance(answer, LevelAnswer)}


def free_texts(assessment: Assessment) -> Iterator[str]:
    for answer in assessment.answers.values():
        yield from (text for text in (answer.note, answer.dissent) if text is not None)
        yield from (entry.text for entry in answer.evidence)
    yield from (action.text for action in assessment.actions)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def local(shipped: Library) -> Result:
    """Return the result that the demo report shows."""
    return compute_result(shipped, by_group(CURRENT)["local_government"])


def test_four_groups_answer_now_and_two_answered_a_year_before() -> None:
    assert set(by_group(CURRENT)) == {"national_government", "local_government", "civil_society", "private_sector"}
    assert set(by_group(EARLIER)) == {"national_government", "local_government"}
    assert len(FILES) == 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_written_as_the_toolkit_does_it_and_named_by_group_and_day(path: Path) -> None:
    assessment = read_assessment(path)
    assert path.read_bytes() == to_json(assessment).encode()
    group = assessment.respondent.group.replace("_", "-")
    assert path.name == f"port-amara-{group}-{assessment.created.date()}.json"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_a_respondents_own_full_round_about_the_fictional_city(path: Path) -> None:
    assessment = read_assessment(path)
    assert (assessment.round, assessment.mode) == ("own", "full")
    assert (assessment.city.name, assessment.city.country) == ("Port Amara (fictional)", "AQ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_answer_is_one_that_its_question_allows_today(path: Path, shipped: Library) -> None:
    assessment = read_assessment(path)
    for name, answer in assessment.answers.items():
        question = shipped.question(name)
        assert answer.revision == question.revision, name
        assert question.applies(assessment.context), name
        assert question.not_applicable_allowed or not isinstance(answer, NotApplicableAnswer), name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_headline_question_is_answered(path: Path, shipped: Library) -> None:
    answers = read_assessment(path).answers
    assert [practice.id for practice in shipped.practices if practice.headline.id not in answers] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_free_text_holds_an_address_a_telephone_number_or_a_titled_person(path: Path) -> None:
    texts = list(free_texts(read_assessment(path)))
    assert len(texts) >= 10
    found = [text for text in texts for pattern in (E_MAIL, WEB, PHONE, TITLED_PERSON) if pattern.search(text)]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (E_MAIL, "Write to office@example.org."),
        (WEB, "See www.example.org."),
        (PHONE, "Call +12 345 678 90."),
        (PHONE, "Call 0123/456789."),
        (TITLED_PERSON, "Dr. Somebody said so."),
        (TITLED_PERSON, "We asked Mayor Somebody."),
    ],
)
def test_what_a_free_text_must_not_hold_would_be_found(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_dated_after_it_was_written(path: Path) -> None:
    assessment = read_assessment(path)
    for name, answer in assessment.answers.items():
        assert assessment.created <= answer.answered <= assessment.updated, name
        day = answer.answered.date().isoformat()
        assert [entry for entry in answer.evidence if (entry.date or "") > day] == [], name


def test_ids_are_unique_and_codes_stay_with_their_respondent() -> None:
    assessments = [read_assessment(path) for path in FILES]
    assert len({assessment.id for assessment in assessments}) == len(FILES)
    now, before = by_group(CURRENT), by_group(EARLIER)
    assert len({assessment.respondent.code for assessment in now.values()}) == len(now)
    assert [group for group in before if before[group].respondent.code != now[group].respondent.code] == []


def test_the_respondents_make_every_choice_about_their_notes_and_only_one_states_the_civic_space() -> None:
    now = by_group(CURRENT)
    assert {assessment.respondent.notes for assessment in now.values()} == set(get_args(NotesChoice))
    assert [group for group in now if now[group].context.civic_space is not None] == ["civil_society"]


def test_the_local_government_file_is_the_newest() -> None:
    newest = max((read_assessment(path) for path in FILES), key=lambda assessment: assessment.updated)
    assert newest.respondent.group == "local_government"


def test_the_demo_result_has_strengths_priorities_and_something_to_find_out(local: Result) -> None:
    assert local.plan.strengths == ("p06", "p09", "p12")
    assert local.plan.priorities == ("p05", "p11", "p13")
    assert {"p04", "p10"} <= set(local.plan.find_out)
    assert local.plan.next_steps
    assert local.priority_cases
    assert local.scores.overall.score is not None


def test_the_demo_result_shows_every_state_that_its_questions_allow(local: Result, shipped: Library) -> None:
    states = {answer.state for answer in local.assessment.answers.values()}
    allowed = any(question.not_applicable_allowed for question in shipped.questions.values())
    assert states == {"level", "dont_know", "not_our_mandate", *(["not_applicable"] if allowed else [])}


def test_the_demo_result_shows_all_strengths_and_forms_of_dates_of_evidence(local: Result) -> None:
    entries = list(chain.from_iterable(answer.evidence for answer in local.assessment.answers.values()))
    assert {entry.strength for entry in entries} == set(get_args(Strength))
    assert {len(entry.date) for entry in entries if entry.date} == {len("2026"), len("2026-10"), len("2026-10-12")}


def test_the_demo_result_has_answers_with_and_without_a_note_or_evidence(local: Result) -> None:
    answers = local.assessment.answers.values()
    assert sum(answer.note is not None for answer in answers) > len(answers) / 2
    assert any(answer.note is None for answer in answers)
    assert any(not answer.evidence for answer in answers)


def test_the_demo_result_has_targets_met_and_unmet_and_actions_done_and_open(local: Result) -> None:
    with_target = [result for result in local.scores.practices if result.target is not None]
    assert {is_priority(result) for result in with_target} == {True, False}
    actions = local.assessment.actions
    assert {action.done for action in actions} == {True, False}
    assert len({action.owner for action in actions}) == len(actions) == 5
    assert len({action.horizon for action in actions}) >= 4


def test_too_few_levels_leave_the_private_sector_without_an_overall_score(shipped: Library) -> None:
    result = compute_result(shipped, by_group(CURRENT)["private_sector"])
    assert result.scores.overall.score is None
    assert result.plan.find_out


@pytest.mark.parametrize(
    ("question", "higher", "lower"),
    [
        ("p02.q1", "national_government", "local_government"),
        ("p02.q1", "national_government", "civil_society"),
        ("p07.q1", "national_government", "local_government"),
        ("p07.q1", "national_government", "civil_society"),
        ("p12.q1", "local_government", "civil_society"),
    ],
)
def test_groups_see_the_same_practice_two_levels_apart(question: str, higher: str, lower: str) -> None:
    now = by_group(CURRENT)
    assert levels_of(now[higher])[question] - levels_of(now[lower])[question] == 2


def test_both_tiers_say_that_the_other_one_holds_training() -> None:
    now = by_group(CURRENT)
    says = {}
    for group in ("local_government", "national_government"):
        answer = now[group].answers["p10.q1"]
        assert isinstance(answer, NotOurMandateAnswer)
        says[group] = answer.holder
    assert says == {"local_government": "national_government", "national_government": "local_government"}


@pytest.mark.parametrize("group", ["local_government", "national_government"])
def test_a_year_before_most_levels_were_equal_or_lower_and_one_was_higher(group: str) -> None:
    now, before = by_group(CURRENT)[group], by_group(EARLIER)[group]
    assert timedelta(days=330) < now.created - before.created < timedelta(days=400)
    earlier, current = levels_of(before), levels_of(now)
    steps = [current[name] - level for name, level in earlier.items() if name in current]
    assert sum(step > 0 for step in steps) >= 3
    assert sum(step < 0 for step in steps) == 1


def test_the_readme_names_every_file() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"[\w-]+\.json", readme)) == {path.name for path in FILES}
