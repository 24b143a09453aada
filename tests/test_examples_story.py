"""The example city tells a story: what the demo report shows, where groups differ, what changed within a year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, combinations
from typing import TYPE_CHECKING, get_args

import pytest
from port_amara import CURRENT, EARLIER, GROUPS, levels_by_practice, levels_of, main_of

from nlc_toolkit.analysis.planning import is_priority
from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.models import (
    Horizon,
    LevelAnswer,
    NotApplicableAnswer,
    NotOurMandateAnswer,
    Owner,
    Strength,
)
from nlc_toolkit.content.library import load_library
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.render import BASE_URL, load_engine, render_html
from nlc_toolkit.report.view import Wishes, build_view

if TYPE_CHECKING:
    from pathlib import Path

    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.content.library import Library


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def local(shipped: Library) -> Result:
    """Return the result that the demo report shows."""
    return compute_result(shipped, main_of(CURRENT)["local_government"])


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
    result = compute_result(shipped, main_of(files)[group])
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
    now = main_of(CURRENT)
    assert levels_of(now[higher])[question] - levels_of(now[lower])[question] == 2


def test_the_network_knows_more_than_the_city_about_who_was_heard() -> None:
    network, city = levels_of(main_of(CURRENT)["civil_society"]), levels_of(main_of(CURRENT)["local_government"])
    assert [name for name in ("p02.q3", "p03.q3") if network[name] <= city[name]] == []


def test_both_tiers_say_that_the_other_one_holds_training() -> None:
    now = main_of(CURRENT)
    says = {}
    for group in ("local_government", "national_government"):
        answer = now[group].answers["p10.q1"]
        assert isinstance(answer, NotOurMandateAnswer)
        says[group] = answer.holder
    assert says == {"local_government": "national_government", "national_government": "local_government"}


@pytest.mark.parametrize(("one", "other"), list(combinations(GROUPS, 2)))
def test_no_group_sees_everything_better_than_another(one: str, other: str) -> None:
    now = main_of(CURRENT)
    first, second = levels_of(now[one]), levels_of(now[other])
    both = [name for name in first if name in second]
    assert sum(first[name] > second[name] for name in both) >= 2
    assert sum(first[name] < second[name] for name in both) >= 2
    assert sum(first[name] == second[name] for name in both) >= len(both) / 4


def levels_then_and_now(group: str) -> list[tuple[int, int]]:
    before, now = levels_of(main_of(EARLIER)[group]), levels_of(main_of(CURRENT)[group])
    return [(before[name], now[name]) for name in before if name in now]


@pytest.mark.parametrize("group", GROUPS)
def test_the_earlier_file_is_about_a_year_older(group: str) -> None:
    now, before = main_of(CURRENT)[group], main_of(EARLIER)[group]
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
    now, before = main_of(CURRENT)[group].answers, main_of(EARLIER)[group].answers
    for part in ("note", "evidence"):
        assert sum(bool(getattr(answer, part)) for answer in before.values()) < sum(
            bool(getattr(answer, part)) for answer in now.values()
        )


def test_between_the_two_local_files_an_incident_happened() -> None:
    before, now = main_of(EARLIER)["local_government"].answers["p13.q5"], main_of(CURRENT)["local_government"]
    assert isinstance(before, NotApplicableAnswer)
    assert levels_of(now)["p13.q5"] == 1
