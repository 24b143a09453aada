"""The example city: valid files, written as the toolkit writes them, that name nobody and are dated believably."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

import pytest
from port_amara import CURRENT, EARLIER, EXAMPLES, FILES, GROUPS, MAIN, is_main, levels_by_practice, main_of

from nlc_toolkit.assessment.models import NotApplicableAnswer, NotesChoice
from nlc_toolkit.assessment.reading import to_json
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import load_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library

LEFT_OPEN = {
    "port-amara-local-government-2026-10-12": {"p11.q5"},
}
"""What each file leaves unanswered on purpose, by the name of the file."""

MAIN_FILES = [path for path in FILES if is_main(path)]
OTHERS = [path for path in CURRENT if not is_main(path)]
"""The files of those who answer a part of the checklist."""

LONGEST_NOTE = {True: 45, False: 35}
"""Words, for headline questions and for the others."""

E_MAIL = re.compile(r"\S@\S")
WEB = re.compile(r"https?:|www\.", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w-])\+?\d(?:[ ()/.-]?\d){6,}(?![\w-])")
TITLED_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\b\.?|\b(?:[Mm]ayor|[Mm]inister|[Oo]fficer) [A-Z]")


def free_texts(assessment: Assessment) -> Iterator[str]:
    for answer in assessment.answers.values():
        yield from (text for text in (answer.note, answer.dissent) if text is not None)
        yield from (entry.text for entry in answer.evidence)
    yield from (action.text for action in assessment.actions)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library()


def test_three_groups_answer_the_whole_checklist_at_two_points_in_time_and_a_business_view_stands_beside_them() -> None:
    assert set(main_of(CURRENT)) == set(MAIN) == {*GROUPS, "private_sector"}
    assert set(main_of(EARLIER)) == set(GROUPS)
    assert len(EARLIER) == len(GROUPS)


def test_twelve_respondents_of_six_groups_answer_now() -> None:
    people = Counter(read_assessment(path).respondent.group for path in CURRENT)
    assert people == {
        "national_government": 2,
        "regional_government": 1,
        "local_government": 3,
        "security_services": 1,
        "civil_society": 3,
        "private_sector": 2,
    }


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
    assert {practice.headline.id for practice in shipped.practices} <= set(read_assessment(path).answers)


@pytest.mark.parametrize("path", MAIN_FILES, ids=lambda path: path.stem)
def test_a_main_respondent_answers_what_applies_or_leaves_it_open_on_purpose(path: Path, shipped: Library) -> None:
    assessment = read_assessment(path)
    asked = {name for name, question in shipped.questions.items() if question.applies(assessment.context)}
    assert asked - set(assessment.answers) == LEFT_OPEN.get(path.stem, set())


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_the_other_respondents_answer_what_they_can_see(path: Path, shipped: Library) -> None:
    assessment = read_assessment(path)
    asked = sum(question.applies(assessment.context) for question in shipped.questions.values())
    assert 25 <= len(assessment.answers) < asked
    states = [answer.state for answer in assessment.answers.values()]
    assert states.count("dont_know") >= 4
    assert states.count("level") >= 9


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_the_other_respondents_write_little(path: Path) -> None:
    answers = read_assessment(path).answers.values()
    notes = [len(answer.note.split()) for answer in answers if answer.note is not None]
    assert max(notes) <= 30
    assert 0.2 < len(notes) / len(answers) < 0.5
    assert 1 <= sum(bool(answer.evidence) for answer in answers) <= 4


def test_what_is_left_open_belongs_to_a_file_of_a_main_respondent() -> None:
    assert set(LEFT_OPEN) <= {path.stem for path in MAIN_FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_answers_of_a_file_were_given_one_after_the_other(path: Path, shipped: Library) -> None:
    answers = read_assessment(path).answers
    assert list(answers) == [name for name in shipped.questions if name in answers]
    moments = [answer.answered for answer in answers.values()]
    pauses = [after - before for before, after in pairwise(moments)]
    assert min(pauses) >= timedelta(seconds=20)
    assert max(pauses) <= timedelta(minutes=15)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_note_is_short(path: Path, shipped: Library) -> None:
    notes = {name: answer.note for name, answer in read_assessment(path).answers.items() if answer.note is not None}
    long = [name for name, note in notes.items() if len(note.split()) > LONGEST_NOTE[shipped.question(name).headline]]
    assert long == []


@pytest.mark.parametrize(
    "path", [path for path in MAIN_FILES if "private" not in path.stem], ids=lambda path: path.stem
)
def test_practices_are_not_flat(path: Path) -> None:
    levels = levels_by_practice(read_assessment(path))
    assert sum(len(set(of_one)) > 1 for of_one in levels) >= 6
    assert sum(max(of_one) - min(of_one) >= 2 for of_one in levels) >= 2


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
    assert len({read_assessment(path).id for path in FILES}) == len(FILES)
    assert len({read_assessment(path).respondent.code for path in CURRENT}) == len(CURRENT)
    now, before = main_of(CURRENT), main_of(EARLIER)
    assert [group for group in before if before[group].respondent.code != now[group].respondent.code] == []


def test_the_respondents_make_every_choice_about_their_notes_and_only_one_states_the_civic_space() -> None:
    now = [read_assessment(path) for path in CURRENT]
    choices = Counter(assessment.respondent.notes for assessment in now)
    assert set(choices) == set(get_args(NotesChoice))
    assert min(choices.values()) >= 2
    stating = [assessment.respondent.code for assessment in now if assessment.context.civic_space is not None]
    assert stating == [MAIN["civil_society"]]


def test_in_every_group_of_three_somebody_gives_a_personal_view() -> None:
    for group in ("local_government", "civil_society"):
        capacities = [
            read_assessment(path).respondent.capacity for path in CURRENT if group.replace("_", "-") in path.stem
        ]
        assert sorted(capacities, key=str) == ["institution", "institution", "personal"]


def test_the_local_government_file_is_the_newest() -> None:
    newest = max((read_assessment(path) for path in FILES), key=lambda assessment: assessment.updated)
    assert newest.respondent.group == "local_government"


def test_the_readme_names_every_file() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"[\w-]+\.json", readme)) == {path.name for path in FILES}
