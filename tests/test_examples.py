"""The example city: valid files that answer the whole checklist, name nobody and show every kind of result."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import chain, combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from nlc_toolkit.analysis.planning import is_priority
from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.models import (
    Assessment,
    Horizon,
    LevelAnswer,
    NotApplicableAnswer,
    NotesChoice,
    NotOurMandateAnswer,
    Owner,
    Strength,
)
from nlc_toolkit.assessment.reading import to_json
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import load_library
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.render import BASE_URL, load_engine, render_html
from nlc_toolkit.report.view import Wishes, build_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.content.library import Library

EXAMPLES = Path(__file__).parents[1] / "examples"
CURRENT = sorted((EXAMPLES / "assessments").glob("*.json"))
EARLIER = sorted((EXAMPLES / "assessments" / "earlier").glob("*.json"))
FILES = [*CURRENT, *EARLIER]
GROUPS = ("national_government", "local_government", "civil_society")
"""The groups that have answered at two points in time."""

LEFT_OPEN = {
    "port-amara-local-government-2026-10-12": {"p11.q5"},
}
"""What each file leaves unanswered on purpose, by the name of the file."""

LONGEST_NOTE = {True: 45, False: 35}
"""Words, for headline questions and for the others."""

E_MAIL = re.compile(r"\S@\S")
WEB = re.compile(r"https?:|www\.", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w-])\+?\d(?:[ ()/.-]?\d){6,}(?![\w-])")
TITLED_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\b\.?|\b(?:[Mm]ayor|[Mm]inister|[Oo]fficer) [A-Z]")


def by_group(files: list[Path]) -> dict[str, Assessment]:
    assessments = [read_assessment(path) for path in files]
    return {assessment.respondent.group: assessment for assessment in assessments}


def levels_of(assessment: Assessment) -> dict[str, int]:
    return {name: answer.level for name, answer in assessment.answers.items() if isinstance(answer, LevelAnswer)}


def levels_by_practice(assessment: Assessment) -> list[list[int]]:
    """Return the levels of each practice in which two or more questions have one."""
    found: dict[str, list[int]] = {}
    for name, level in levels_of(assessment).items():
        found.setdefault(name.partition(".")[0], []).append(level)
    return [levels for levels in found.values() if len(levels) > 1]


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


def test_three_groups_answer_at_two_points_in_time_and_a_business_view_stands_beside_them() -> None:
    assert set(by_group(CURRENT)) == {*GROUPS, "private_sector"}
    assert set(by_group(EARLIER)) == set(GROUPS)
    assert len(FILES) == 7


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
def test_every_question_that_applies_is_answered_or_left_open_on_purpose(path: Path, shipped: Library) -> None:
    assessment = read_assessment(path)
    asked = {name for name, question in shipped.questions.items() if question.applies(assessment.context)}
    assert asked - set(assessment.answers) == LEFT_OPEN.get(path.stem, set())
    assert {practice.headline.id for practice in shipped.practices} <= set(assessment.answers)


def test_what_is_left_open_belongs_to_a_file() -> None:
    assert set(LEFT_OPEN) <= {path.stem for path in FILES}


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


@pytest.mark.parametrize("path", [path for path in FILES if "private" not in path.stem], ids=lambda path: path.stem)
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
    assert local.plan.strengths == ("p09", "p06", "p12")
    assert local.plan.priorities == ("p11", "p05", "p13")
    assert local.plan.find_out == ("p04", "p10")
    assert local.plan.next_steps
    assert local.priority_cases
    assert local.scores.overall.score is not None


def test_the_demo_result_shows_every_state_and_every_level(local: Result) -> None:
    states = {answer.state for answer in local.assessment.answers.values()}
    assert states == {"level", "dont_know", "not_our_mandate", "not_applicable"}
    assert set(levels_of(local.assessment).values()) == {0, 1, 2, 3, 4}


def test_at_least_four_practices_of_the_demo_result_reach_over_two_levels_or_more(local: Result) -> None:
    levels = levels_by_practice(local.assessment)
    assert sum(max(of_one) - min(of_one) >= 2 for of_one in levels) >= 4
    assert sum(len(set(of_one)) == 1 for of_one in levels) <= 2


def test_the_demo_result_knows_how_to_coordinate_but_not_for_the_first_days_after_an_incident(local: Result) -> None:
    levels = levels_of(local.assessment)
    assert (levels["p06.q1"], levels["p06.q3"]) == (3, 1)


def test_the_demo_report_has_between_20_and_40_pages(local: Result, shipped: Library) -> None:
    view = build_view(local, shipped, Translator(), Wishes("facilitator", date(2026, 11, 20)))
    html = render_html(view, Translator(), self_contained=False)
    document = load_engine().HTML(string=html, base_url=BASE_URL).render(pdf_variant="pdf/ua-1")
    assert 20 <= len(document.pages) <= 40


def test_the_demo_result_shows_all_strengths_and_forms_of_dates_of_evidence(local: Result) -> None:
    entries = list(chain.from_iterable(answer.evidence for answer in local.assessment.answers.values()))
    assert {entry.strength for entry in entries} == set(get_args(Strength))
    assert {len(entry.date) for entry in entries if entry.date} == {len("2026"), len("2026-10"), len("2026-10-12")}


def test_about_half_of_the_demo_answers_have_a_note_and_nearly_half_of_the_levels_evidence(local: Result) -> None:
    answers = local.assessment.answers.values()
    with_note = sum(answer.note is not None for answer in answers) / len(answers)
    assert 0.5 < with_note < 0.7
    with_level = [answer for answer in answers if isinstance(answer, LevelAnswer)]
    assert 0.35 < sum(bool(answer.evidence) for answer in with_level) / len(with_level) < 0.6


def test_the_demo_result_has_targets_met_and_unmet(local: Result) -> None:
    with_target = [result for result in local.scores.practices if result.target is not None]
    assert len(with_target) >= 5
    assert {is_priority(result) for result in with_target} == {True, False}


def test_the_demo_result_has_actions_of_every_owner_and_horizon_done_and_open(local: Result) -> None:
    actions = local.assessment.actions
    assert 8 <= len(actions) <= 10
    assert {action.owner for action in actions} == set(get_args(Owner))
    assert {action.horizon for action in actions} == set(get_args(Horizon))
    assert {action.done for action in actions} == {True, False}
    assert {action.practice for action in actions} >= {*local.plan.priorities, "p04", "p06"}


@pytest.mark.parametrize(
    ("files", "group", "unknown", "not_theirs"),
    [(CURRENT, "private_sector", 43, 11), (EARLIER, "civil_society", 25, 1)],
)
def test_too_few_levels_leave_a_file_without_an_overall_score(
    files: list[Path], group: str, unknown: int, not_theirs: int, shipped: Library
) -> None:
    result = compute_result(shipped, by_group(files)[group])
    assert result.scores.overall.score is None
    assert result.plan.find_out
    states = [answer.state for answer in result.assessment.answers.values()]
    assert (states.count("dont_know"), states.count("not_our_mandate")) == (unknown, not_theirs)


@pytest.mark.parametrize(
    ("question", "higher", "lower"),
    [
        ("p02.q1", "national_government", "local_government"),
        ("p02.q1", "national_government", "civil_society"),
        ("p07.q1", "national_government", "local_government"),
        ("p07.q1", "national_government", "civil_society"),
        ("p12.q1", "local_government", "civil_society"),
        ("p06.q2", "local_government", "civil_society"),
        ("p12.q5", "local_government", "national_government"),
        ("p12.q5", "civil_society", "national_government"),
    ],
)
def test_groups_see_the_same_practice_two_levels_apart(question: str, higher: str, lower: str) -> None:
    now = by_group(CURRENT)
    assert levels_of(now[higher])[question] - levels_of(now[lower])[question] == 2


def test_the_network_knows_more_than_the_city_about_who_was_heard() -> None:
    network, city = levels_of(by_group(CURRENT)["civil_society"]), levels_of(by_group(CURRENT)["local_government"])
    assert [name for name in ("p02.q3", "p03.q3") if network[name] <= city[name]] == []


def test_both_tiers_say_that_the_other_one_holds_training() -> None:
    now = by_group(CURRENT)
    says = {}
    for group in ("local_government", "national_government"):
        answer = now[group].answers["p10.q1"]
        assert isinstance(answer, NotOurMandateAnswer)
        says[group] = answer.holder
    assert says == {"local_government": "national_government", "national_government": "local_government"}


@pytest.mark.parametrize(("one", "other"), list(combinations(GROUPS, 2)))
def test_no_group_sees_everything_better_than_another(one: str, other: str) -> None:
    now = by_group(CURRENT)
    first, second = levels_of(now[one]), levels_of(now[other])
    both = [name for name in first if name in second]
    assert sum(first[name] > second[name] for name in both) >= 2
    assert sum(first[name] < second[name] for name in both) >= 2
    assert sum(first[name] == second[name] for name in both) >= len(both) / 4


def levels_then_and_now(group: str) -> list[tuple[int, int]]:
    before, now = levels_of(by_group(EARLIER)[group]), levels_of(by_group(CURRENT)[group])
    return [(before[name], now[name]) for name in before if name in now]


@pytest.mark.parametrize("group", GROUPS)
def test_the_earlier_file_is_about_a_year_older(group: str) -> None:
    now, before = by_group(CURRENT)[group], by_group(EARLIER)[group]
    assert timedelta(days=330) < now.created - before.created < timedelta(days=400)


@pytest.mark.parametrize("group", GROUPS)
def test_a_year_before_most_levels_were_equal_or_lower_and_one_or_two_were_higher(group: str) -> None:
    pairs = levels_then_and_now(group)
    assert len(pairs) >= 30
    assert sum(then < now for then, now in pairs) >= 5
    assert sum(then == now for then, now in pairs) >= 10
    assert 1 <= sum(then > now for then, now in pairs) <= 2


@pytest.mark.parametrize("group", GROUPS)
def test_the_earlier_file_has_fewer_notes_and_less_evidence(group: str) -> None:
    now, before = by_group(CURRENT)[group].answers, by_group(EARLIER)[group].answers
    for part in ("note", "evidence"):
        assert sum(bool(getattr(answer, part)) for answer in before.values()) < sum(
            bool(getattr(answer, part)) for answer in now.values()
        )


def test_between_the_two_local_files_an_incident_happened() -> None:
    before, now = by_group(EARLIER)["local_government"].answers["p13.q5"], by_group(CURRENT)["local_government"]
    assert isinstance(before, NotApplicableAnswer)
    assert levels_of(now)["p13.q5"] == 1


def test_the_readme_names_every_file() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"[\w-]+\.json", readme)) == {path.name for path in FILES}
