"""Who says that a task is somebody else's, and where the sayings contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from panels import LIBRARY, Person, assessment_of, not_ours, panel_of

from nlc_toolkit.analysis.responsibility import Responsibility, in_conflict, responsibility_map
from nlc_toolkit.content.models import Context
from nlc_toolkit.content.vocabulary import GROUPS

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Capacity


def map_of(*people: Person) -> list[tuple[str, str, int, str, bool | None]]:
    entries = panel_of(people).responsibility
    return [(each.question, each.says, each.count, each.holder, each.conflict) for each in entries]


def test_respondents_who_name_the_same_holder_are_counted_together() -> None:
    assert map_of(
        Person("local_government", None, {"p01.q2": "national_government"}),
        Person("local_government", None, {"p01.q2": "national_government"}),
        Person("local_government", None, {"p01.q2": "security_services"}),
        Person("local_government", None, {"p01.q2": 3, "p01.q1": "unknown"}),
    ) == [
        ("p01.q1", "local_government", 1, "unknown", False),
        ("p01.q2", "local_government", 2, "national_government", False),
        ("p01.q2", "local_government", 1, "security_services", False),
    ]


def test_it_is_a_conflict_when_the_named_group_says_that_it_is_not_theirs() -> None:
    assert map_of(
        Person("local_government", None, {"p01.q1": "national_government"}),
        Person("national_government", None, {"p01.q1": "regional_government"}),
        Person("civil_society", None, {"p01.q1": "local_government", "p02.q1": "local_government"}),
    ) == [
        ("p01.q1", "national_government", 1, "regional_government", False),
        ("p01.q1", "local_government", 1, "national_government", True),
        ("p01.q1", "civil_society", 1, "local_government", True),
        ("p02.q1", "civil_society", 1, "local_government", False),
    ]


def test_it_is_a_conflict_when_nobody_is_named_and_none_when_the_holder_is_unknown() -> None:
    assert map_of(
        Person("civil_society", None, {"p01.q1": "nobody"}), Person("private_sector", None, {"p01.q1": "unknown"})
    ) == [("p01.q1", "civil_society", 1, "nobody", True), ("p01.q1", "private_sector", 1, "unknown", False)]


def test_who_names_another_office_of_the_own_group_does_not_disown_the_task() -> None:
    own_group = Person("local_government", None, {"p01.q1": "local_government"})
    civil = Person("civil_society", None, {"p01.q1": "local_government"})
    disowning = Person("local_government", None, {"p01.q1": "unknown"})
    assert [entry[-1] for entry in map_of(own_group, civil)] == [False, False]
    assert [entry[-2:] for entry in map_of(own_group, civil, disowning)] == [
        ("local_government", True),
        ("unknown", False),
        ("local_government", True),
    ]


def test_an_answer_without_a_holder_counts_as_unknown() -> None:
    assessment = assessment_of(Person("other", None, {}), 1).model_copy(update={"answers": {"p01.q1": not_ours(None)}})
    assert [entry.holder for entry in responsibility_map(LIBRARY, [assessment])] == ["unknown"]


def test_old_and_inapplicable_answers_do_not_count() -> None:
    old = not_ours("nobody").model_copy(update={"revision": 9})
    answers = {"p01.q1": old, "p01.q3": not_ours("nobody"), "p01.q2": not_ours("nobody")}
    assessment = assessment_of(Person("other", None, {}), 1, context=Context(state_system="dual"))
    entries = responsibility_map(LIBRARY, [assessment.model_copy(update={"answers": answers})])
    assert [entry.question for entry in entries] == ["p01.q2"]


@pytest.mark.parametrize(("second", "all_institutional"), [("institution", True), ("personal", False), (None, False)])
def test_an_entry_knows_whether_all_speak_for_institutions(second: Capacity | None, all_institutional: bool) -> None:  # noqa: FBT001
    people = [Person("other", "institution", {"p01.q1": "nobody"}), Person("other", second, {"p01.q1": "nobody"})]
    assert [(entry.count, entry.institutional) for entry in panel_of(people).responsibility] == [(2, all_institutional)]


def test_a_conflict_is_looked_for_in_the_same_question_only() -> None:
    entry = Responsibility("p01.q1", "civil_society", 1, "local_government", None, institutional=True)
    there = Responsibility("p01.q1", "local_government", 1, "unknown", None, institutional=True)
    elsewhere = Responsibility("p02.q1", "local_government", 1, "unknown", None, institutional=True)
    assert in_conflict(entry, [entry, there])
    assert not in_conflict(entry, [entry, elsewhere])


def test_entries_come_in_the_order_of_questions_groups_and_holders() -> None:
    people = [Person(group, None, {"p02.q2": "unknown", "p01.q1": holder}) for group in GROUPS for holder in GROUPS]
    entries = panel_of(reversed(people)).responsibility
    names = [(entry.question, GROUPS.index(entry.says)) for entry in entries]
    assert names == sorted(names)
    assert [entry.holder for entry in entries[:7]] == list(GROUPS)
