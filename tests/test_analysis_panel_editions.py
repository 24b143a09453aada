"""What the participant and the public edition of a panel give away, read side by side by somebody who wants to know.

An edition keeps its secret when panels that differ in it look the same in both editions. The properties below build
such panels: they deal the answers of the hidden respondents out again, and look whether anything shown moves.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from panels import QUESTIONS, Person, given_levels, panel_of, people

from nlc_toolkit.analysis.panel_editions import panel_for_participants, panel_for_public, panel_in_edition
from nlc_toolkit.assessment.models import Capacity
from nlc_toolkit.content.vocabulary import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from nlc_toolkit.analysis.panel import Panel, QuestionPanel
    from nlc_toolkit.assessment.models import Holder

QUESTION = "p01.q1"
Kind = tuple[Group, Capacity | None]
Given = tuple[Group, Capacity | None, int]
NATIONAL: Kind = ("national_government", "institution")
LOCAL: Kind = ("local_government", "institution")
SECURITY: Kind = ("security_services", "institution")
OTHER: Kind = ("other", "institution")
CIVIL: Kind = ("civil_society", "personal")
PRIVATE: Kind = ("private_sector", "personal")


def participants_see(*answers: Given) -> QuestionPanel:
    return panel_for_participants(panel_of(given_levels(QUESTION, *answers))).questions[QUESTION]


def public_sees(*answers: Given) -> QuestionPanel:
    return panel_for_public(panel_of(given_levels(QUESTION, *answers))).questions[QUESTION]


def test_the_example_of_the_documents() -> None:
    answers = [(*NATIONAL, 3), (*NATIONAL, 3), (*LOCAL, 1), (*LOCAL, 2), (*CIVIL, 1), (*CIVIL, 1), (*CIVIL, 2)]
    seen = participants_see(*answers, (*PRIVATE, 4))
    assert set(seen.groups) == {"national_government", "local_government"}
    assert seen.others is not None
    assert seen.others.levels == (1, 1, 2, 4)
    assert seen.whole is not None
    assert seen.whole.count == 8
    assert (seen.joint, seen.one_sided, seen.gap, seen.kept_back) == (1.5, False, None, True)
    public = public_sees(*answers, (*PRIVATE, 4))
    assert (public.groups, public.others, public.whole) == ({}, None, seen.whole)


def test_the_facilitator_sees_the_panel_itself() -> None:
    panel = panel_of(given_levels(QUESTION, (*CIVIL, 1)))
    assert panel_in_edition(panel, "facilitator") is panel
    assert panel_in_edition(panel, "participant") == panel_for_participants(panel)
    assert panel_in_edition(panel, "public") == panel_for_public(panel)


def test_where_every_group_may_be_shown_participants_see_all_figures() -> None:
    answers = [(*NATIONAL, 4), (*LOCAL, 1), (*CIVIL, 1), (*CIVIL, 1), (*CIVIL, 2)]
    panel = panel_of(given_levels(QUESTION, *answers))
    assert participants_see(*answers) == panel.questions[QUESTION]


@pytest.mark.parametrize("capacity", ["personal", None])
def test_two_who_did_not_answer_for_an_institution_are_never_shown_apart(capacity: Capacity | None) -> None:
    seen = participants_see(*[(*LOCAL, 2)] * 3, ("civil_society", capacity, 0), ("civil_society", "institution", 1))
    assert seen.groups == {}
    assert seen.others == seen.whole


def test_a_group_joins_the_rest_that_would_else_follow_from_the_whole() -> None:
    seen = participants_see((*NATIONAL, 3), (*LOCAL, 1), (*CIVIL, 4))
    assert seen.groups == {}
    assert seen.others == seen.whole
    assert (seen.joint, seen.one_sided, seen.gap) == (None, None, None)


def test_other_groups_join_before_national_and_local_government_and_as_few_as_needed() -> None:
    apart = [(*NATIONAL, 3), (*NATIONAL, 3), (*LOCAL, 1), (*LOCAL, 1)]
    seen = participants_see(*apart, (*CIVIL, 0), (*SECURITY, 1), (*OTHER, 2), (*OTHER, 2))
    assert set(seen.groups) == {"national_government", "local_government", "security_services"}
    seen = participants_see(*apart, (*CIVIL, 0), (*SECURITY, 1), (*OTHER, 2))
    assert set(seen.groups) == {"national_government", "local_government"}
    seen = participants_see(*apart, (*CIVIL, 0), (*SECURITY, 1))
    assert set(seen.groups) == {"national_government", "security_services"}


def test_which_group_joins_depends_on_counts_and_never_on_levels() -> None:
    rest = [(*CIVIL, 0), (*SECURITY, 1), (*OTHER, 2)]
    shown = {
        frozenset(participants_see(*[(*LOCAL, a)] * 2, *[(*NATIONAL, b)] * 2, *rest).groups)
        for a, b in itertools.product(range(5), repeat=2)
    }
    assert shown == {frozenset({"national_government", "local_government"})}


def test_below_three_levels_the_whole_is_kept_back_and_institutions_stay() -> None:
    seen = participants_see((*LOCAL, 2), (*CIVIL, 0))
    assert (seen.whole, seen.others, seen.outcome, seen.consensus) == (None, None, None, None)
    assert seen.groups["local_government"].levels == (2,)
    assert seen.kept_back
    public = public_sees((*LOCAL, 2), (*NATIONAL, 2))
    assert (public.whole, public.groups, public.outcome, public.kept_back) == (None, {}, None, True)


def test_two_institutions_hide_nothing_from_participants() -> None:
    seen = participants_see((*LOCAL, 2), (*NATIONAL, 4))
    assert (seen.whole and seen.whole.levels, seen.gap, seen.joint, seen.kept_back) == ((2, 4), 2, 2, False)


def test_an_outcome_is_shown_where_it_follows_from_the_levels_together() -> None:
    assert public_sees(*[(*LOCAL, 0)] * 2, *[(*CIVIL, 4)] * 2).outcome == "discuss"
    assert public_sees(*[(*LOCAL, 0)] * 2, *[(*CIVIL, 4)] * 2).reasons == ("consensus", "spread")
    assert public_sees(*[(*LOCAL, 3)] * 3).outcome == "agreed"
    near = [(*LOCAL, 3), (*LOCAL, 3), (*CIVIL, 2), (*CIVIL, 2)]
    assert panel_of(given_levels(QUESTION, *near)).questions[QUESTION].reasons == ("gap",)
    assert public_sees(*near).outcome is None
    single = [(*LOCAL, 3), *[(*NATIONAL, 3)] * 2, (*CIVIL, 2), (*CIVIL, 2), (*PRIVATE, 3)]
    assert participants_see(*single).outcome == "agreed"
    assert public_sees(*single).outcome is None


def test_an_outcome_that_would_tell_who_differs_is_kept_back() -> None:
    """Here only one of the two could make the gap: the outcome would name the one who said 0."""
    fixed = [(*LOCAL, 1)] * 3
    one = [*fixed, (*CIVIL, 0), (*PRIVATE, 2), (*PRIVATE, 2)]
    other = [*fixed, (*CIVIL, 2), (*PRIVATE, 0), (*PRIVATE, 2)]
    outcomes = [panel_of(given_levels(QUESTION, *some)).questions[QUESTION].outcome for some in (one, other)]
    assert outcomes == ["discuss", "agreed"]
    assert participants_see(*one) == participants_see(*other)
    assert participants_see(*one).outcome is None


def test_a_practice_mean_would_give_away_the_one_question_that_is_hidden() -> None:
    some = [Person("civil_society", "personal", {"p02.q1": level, "p02.q2": level}) for level in (1, 2, 3)]
    some.append(Person("civil_society", "personal", {"p02.q1": 2}))
    local = Person("local_government", "institution", {"p02.q1": 2, "p02.q2": 2})
    full = panel_for_participants(panel_of([*some, local])).practices[1]
    assert set(full.groups) == {"local_government", "civil_society"}
    fewer = [person._replace(answers={"p02.q1": 1}) for person in some[:1]] + some[1:]
    hidden = panel_for_participants(panel_of([*fewer, local])).practices[1]
    assert set(hidden.questions[0].groups) == {"local_government", "civil_society"}
    assert set(hidden.questions[1].groups) == set()
    assert hidden.groups == {}
    assert hidden.kept_back
    assert hidden.score is not None


def test_neither_files_nor_groups_of_two_stand_in_what_is_handed_on() -> None:
    panel = panel_of(given_levels(QUESTION, *[(*CIVIL, 1)] * 2, *[(*LOCAL, 1)] * 2))
    assert panel_for_participants(panel).groups == panel.groups
    assert panel_for_public(panel).groups == {}
    assert panel_for_public(panel).respondents == 4


def entries(*some: Person) -> list[tuple[str, int, str, bool | None]]:
    shown = panel_for_participants(panel_of(some)).responsibility
    return [(each.says, each.count, each.holder, each.conflict) for each in shown]


def says(group: Group, capacity: Capacity | None, holder: Holder) -> Person:
    return Person(group, capacity, {QUESTION: holder})


def test_the_map_shows_what_institutions_or_three_respondents_say() -> None:
    civil = says("civil_society", "personal", "local_government")
    local = says("local_government", "institution", "national_government")
    assert entries(civil, civil) == []
    assert entries(civil, civil, civil) == [("civil_society", 3, "local_government", False)]
    assert entries(civil, local) == [("local_government", 1, "national_government", False)]
    assert panel_for_public(panel_of([civil] * 3 + [local])).responsibility == ()


def test_a_conflict_with_hidden_respondents_is_neither_said_nor_denied() -> None:
    local = says("local_government", "institution", "civil_society")
    hidden = says("civil_society", "personal", "unknown")
    silent = Person("civil_society", "personal", {QUESTION: None})
    assert entries(local, hidden) == entries(local, silent) == [("local_government", 1, "civil_society", None)]
    assert entries(local, hidden, hidden, hidden)[0] == ("local_government", 1, "civil_society", True)
    assert entries(local, says("local_government", "institution", "nobody"))[1][-1] is True


# Properties: somebody who holds both editions of one panel.


def both(some: Sequence[Person]) -> tuple[Panel, Panel]:
    panel = panel_of(some)
    return panel_for_participants(panel), panel_for_public(panel)


def hidden_at(name: str, some: Sequence[Person], shown: Panel) -> list[int]:
    """Return the places of those who gave a level to the question and whose group is not shown there."""
    groups = shown.questions[name].groups
    return [at for at, each in enumerate(some) if isinstance(each.answers.get(name), int) and each.group not in groups]


def dealt(some: Sequence[Person], name: str, places: Sequence[int], levels: Sequence[int]) -> list[Person]:
    """Return the same respondents, of whom those at `places` gave these levels to the question."""
    new = dict(zip(places, levels, strict=True))
    return [
        each._replace(answers={**each.answers, name: new[at]}) if at in new else each for at, each in enumerate(some)
    ]


def levels_at(name: str, some: Sequence[Person], places: Sequence[int]) -> list[int]:
    return [int(str(some[at].answers[name])) for at in places]


@settings(max_examples=200)
@given(people(), st.data())
def test_dealing_hidden_answers_out_again_changes_nothing_that_is_shown(
    some: list[Person], data: st.DataObject
) -> None:
    shown = both(some)
    again = list(some)
    for name, question in shown[0].questions.items():
        places = hidden_at(name, some, shown[0])
        if question.whole is not None:
            levels = data.draw(st.permutations(levels_at(name, some, places)))
        else:
            levels = data.draw(st.lists(st.integers(0, 4), min_size=len(places), max_size=len(places)))
        again = dealt(again, name, places, levels)
    assert both(again) == shown


@given(people())
def test_whoever_is_hidden_could_have_answered_otherwise(some: list[Person]) -> None:
    """For each group of one or two that is kept back, two panels look alike in both editions and differ in it."""
    shown = both(some)
    for name, question in shown[0].questions.items():
        places = hidden_at(name, some, shown[0])
        levels = sorted(levels_at(name, some, places)) if question.whole is not None else [0] * len(places)
        for group in {some[at].group for at in places}:
            own = [at for at in places if some[at].group == group]
            rest = [at for at in places if at not in own]
            if len(own) > 2 or (question.whole is not None and len(set(levels)) == 1):
                continue
            lowest = dealt(some, name, [*own, *rest], levels)
            highest = dealt(some, name, [*rest, *own], levels if question.whole is not None else [4] * len(places))
            assert both(lowest) == both(highest) == shown
            assert median_of(lowest, name, group) < median_of(highest, name, group)
            assert mean_of(lowest, name, group) < mean_of(highest, name, group)


def median_of(some: Sequence[Person], name: str, group: Group) -> float:
    return panel_of(some).questions[name].groups[group].median


def mean_of(some: Sequence[Person], name: str, group: Group) -> float:
    practices = {practice.id: practice for practice in panel_of(some).practices}
    return practices[name.partition(".")[0]].groups[group]


@given(people())
def test_what_is_shown_follows_from_the_levels_that_are_shown(some: list[Person]) -> None:
    """An attacker's view: what remains of the whole after the groups shown is three levels, or nothing."""
    panel = panel_of(some)
    participants, public = both(some)
    for name, question in participants.questions.items():
        full, open_ = panel.questions[name], public.questions[name]
        for group, figures in question.groups.items():
            assert figures.count >= 3 or group in full.institutional
        shown = sum(figures.count for figures in question.groups.values())
        whole = question.whole or open_.whole
        if whole is not None:
            rest = whole.count - shown
            assert rest == (question.others.count if question.others else 0)
            assert rest == 0 or rest >= 3
        assert open_.whole is None or open_.whole.count >= 3
        assert (open_.groups, open_.others, open_.gap, open_.joint) == ({}, None, None, None)


@given(people())
def test_no_edition_shows_another_figure_than_the_facilitator_s(some: list[Person]) -> None:
    panel = panel_of(some)
    for edition in both(some):
        assert list(edition.questions) == list(panel.questions)
        for name, question in edition.questions.items():
            full = panel.questions[name]
            for figure in ("whole", "consensus", "gap", "joint", "one_sided", "outcome", "median", "range"):
                assert getattr(question, figure) in {None, getattr(full, figure)}, figure
            assert question.groups.items() <= full.groups.items()
            assert set(question.reasons) <= set(full.reasons)
            assert question.kept_back or question == full
        for practice, full_practice in zip(edition.practices, panel.practices, strict=True):
            assert practice.groups.items() <= full_practice.groups.items()
            assert practice.score in {None, full_practice.score}
            assert practice.joint_score in {None, full_practice.joint_score}
        assert set(edition.discussion) <= set(panel.discussion)
        assert set(edition.strengths) <= set(panel.strengths)


@given(people())
def test_taking_hidden_sayings_out_of_the_map_changes_nothing_that_is_shown(some: list[Person]) -> None:
    shown = both(some)
    visible = {(entry.question, entry.says, entry.holder) for entry in shown[0].responsibility}
    silenced = [each._replace(answers=without_hidden(each.group, each.answers, visible)) for each in some]
    assert both(silenced) == shown


def without_hidden(
    group: Group, answers: Mapping[str, int | Holder | None], visible: set[tuple[str, Group, Holder]]
) -> dict[str, int | Holder | None]:
    return {
        name: None if isinstance(value, str) and (name, group, value) not in visible else value
        for name, value in answers.items()
    }


@given(people())
def test_groups_without_respondents_appear_in_no_edition(some: list[Person]) -> None:
    there = {person.group for person in some}
    for edition in both(some):
        assert set(edition.groups) <= there
        assert all(set(question.groups) <= there for question in edition.questions.values())
        assert all(set(practice.groups) <= there for practice in edition.practices)


@pytest.mark.parametrize("edit", [panel_for_participants, panel_for_public])
def test_files_that_were_set_aside_are_the_facilitator_s_business(edit: Callable[[Panel], Panel]) -> None:
    some = panel_of(given_levels(QUESTIONS[0], (*LOCAL, 2)))
    assert edit(some).set_aside == ()
