"""The example city as a panel: enough respondents for a workshop, every outcome, and notes to start talking from."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, get_args

import pytest
from port_amara import CURRENT, EARLIER, EXAMPLES, FILES

from nlc_toolkit.analysis.agreement import Outcome, Reason
from nlc_toolkit.analysis.members import Member, members_of
from nlc_toolkit.analysis.panel import compute_panel
from nlc_toolkit.analysis.panel_editions import panel_in_edition
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import load_library

if TYPE_CHECKING:
    from nlc_toolkit.analysis.members import Members
    from nlc_toolkit.analysis.panel import Panel

MOST_URGENT = 10


@pytest.fixture(scope="module")
def members() -> Members:
    return members_of([Member(path.name, read_assessment(path)) for path in FILES])


@pytest.fixture(scope="module")
def panel(members: Members) -> Panel:
    """Return the panel of everything in the folder, earlier files included."""
    return compute_panel(load_library(), members)


@pytest.fixture(scope="module")
def to_discuss(panel: Panel) -> list[str]:
    """Return the ids of the questions with the outcome "discuss", most urgent first."""
    return [name for name in panel.discussion if panel.questions[name].outcome == "discuss"]


def test_the_current_files_count_and_the_earlier_ones_are_set_aside_as_older(members: Members) -> None:
    assert {member.file for member in members.own} == {path.name for path in CURRENT}
    assert {(entry.file, entry.ground) for entry in members.set_aside} == {(path.name, "older") for path in EARLIER}
    assert members.notice is None


def test_there_are_groups_of_one_of_two_and_of_three(panel: Panel) -> None:
    assert panel.respondents >= 8
    assert len(panel.groups) >= 4
    assert set(panel.groups.values()) == {1, 2, 3}


def test_every_outcome_comes_about_and_the_discussion_fits_a_day(panel: Panel) -> None:
    outcomes = Counter(question.outcome for question in panel.questions.values())
    assert set(outcomes) == set(get_args(Outcome))
    assert 8 <= outcomes["discuss"] <= 15
    assert 5 <= outcomes["outlier"] <= 12
    assert 1 / 3 < outcomes["agreed"] / sum(outcomes.values()) < 2 / 3
    assert outcomes["too_few"] >= 3


def test_every_reason_to_discuss_comes_about(panel: Panel) -> None:
    reasons = {reason for question in panel.questions.values() for reason in question.reasons}
    assert reasons == set(get_args(Reason))


def test_what_is_most_urgent_comes_from_many_practices_and_from_differences_between_groups(
    panel: Panel, to_discuss: list[str]
) -> None:
    first = to_discuss[:MOST_URGENT]
    assert len({name.partition(".")[0] for name in first}) >= 7
    assert all((panel.questions[name].gap or 0) >= 2 for name in first)


def test_on_each_question_to_discuss_two_groups_have_written_what_may_be_shown(
    members: Members, to_discuss: list[str]
) -> None:
    for name in to_discuss:
        writing = {
            member.assessment.respondent.group
            for member in members.own
            if name in member.assessment.answers
            and member.assessment.answers[name].note is not None
            and member.assessment.respondent.notes != "withheld"
        }
        assert len(writing) >= 2, name


def test_the_outliers_are_not_all_of_one_respondent(panel: Panel, members: Members) -> None:
    far = set()
    for question in panel.questions.values():
        if question.outcome == "outlier" and question.median is not None:
            for member in members.own:
                level = getattr(member.assessment.answers.get(question.question), "level", None)
                if level is not None and abs(level - question.median) >= 2:
                    far.add(member.assessment.respondent.group)
    assert len(far) >= 3


def test_no_outlier_hides_the_shared_strengths(panel: Panel) -> None:
    assert panel.strengths[:2] == ("p06.q4", "p06.q1")
    assert len(panel.strengths) >= 3


def test_most_questions_are_seen_from_both_tiers_and_some_from_one_only(panel: Panel) -> None:
    one_sided = [question for question in panel.questions.values() if question.one_sided]
    assert 10 <= len(one_sided) <= len(panel.questions) / 3
    assert any(question.outcome == "discuss" for question in one_sided)


def test_the_tiers_name_each_other_for_training_and_the_region_takes_a_side(panel: Panel) -> None:
    conflicts = [entry for entry in panel.responsibility if entry.conflict]
    assert {entry.question for entry in conflicts} == {"p10.q1"}
    assert {(entry.says, entry.holder): entry.count for entry in conflicts} == {
        ("national_government", "local_government"): 1,
        ("regional_government", "local_government"): 1,
        ("local_government", "national_government"): 2,
    }
    assert len(panel.responsibility) > len(conflicts)


def test_participants_see_most_groups_and_the_public_sees_less(panel: Panel) -> None:
    participant, public = panel_in_edition(panel, "participant"), panel_in_edition(panel, "public")
    assert sum(len(question.groups) for question in participant.questions.values()) >= 100
    assert any(question.others for question in participant.questions.values())
    assert any(question.kept_back and question.outcome is None for question in participant.questions.values())
    assert [question.question for question in public.questions.values() if question.groups] == []
    assert 3 <= len(public.discussion) < len(participant.discussion) < len(panel.discussion)


def test_the_readme_counts_the_outcomes_as_the_panel_does(panel: Panel) -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^\* \*\*([\w-]+(?: \w+)?)\*\*, (\d+) questions", readme, re.MULTILINE)
    counts = Counter(str(question.outcome).replace("_", " ") for question in panel.questions.values())
    counts["one-sided"] = sum(question.one_sided is True for question in panel.questions.values())
    assert {name.lower(): int(number) for name, number in told} == counts
