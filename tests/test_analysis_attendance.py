"""Attendance: everybody's progress is counted, every file appears somewhere, and nobody having answered is no error."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mini import NOW, level, make_assessment, make_library
from panels import Person, assessment_of, not_ours

from nlc_toolkit.analysis.attendance import Attendance, attendance_of
from nlc_toolkit.analysis.members import Member, Sentence, SetAsideFile
from nlc_toolkit.assessment.models import City, DontKnowAnswer
from nlc_toolkit.content.models import Context
from nlc_toolkit.errors import WrongUsageError

LIBRARY = make_library()
BROKEN = SetAsideFile("broken.json", "unreadable", Sentence("broken.json is broken."))
LATER = NOW + timedelta(days=1)


def file(name: str, person: Person, number: int, **changes: object) -> Member:
    return Member(f"{name}.json", assessment_of(person, number, **changes))


MINISTRY = file("ministry", Person("national_government", "institution", {"p01.q1": 3}), 1)
CITY = file("city", Person("local_government", "institution", {"p01.q1": 1, "p02.q1": None}), 2)
EMPTY_CITY = file("empty-city", Person("local_government", None, {}), 3)
EMPTY_POLICE = file("empty-police", Person("security_services", None, {}), 4)
ELSEWHERE = file("elsewhere", Person("civil_society", None, {"p01.q1": 2}), 5, city=City(name="Medan", country="ID"))


def files_of(attendance: Attendance) -> list[str]:
    """Return every file that the attendance speaks of."""
    return sorted(
        [
            *(each.file for group in attendance.groups for each in group.respondents),
            *(name for group in attendance.groups for name in group.empty),
            *attendance.agreed,
            *(entry.file for entry in attendance.set_aside),
        ]
    )


def test_each_respondent_stands_in_their_group_with_what_they_have_answered() -> None:
    attendance = attendance_of(LIBRARY, [CITY, MINISTRY])
    national, local = (group.respondents[0] for group in attendance.groups if group.respondents)
    assert (national.group, national.file, national.answered, national.asked) == (
        "national_government",
        "ministry.json",
        1,
        5,
    )
    assert (local.code, local.mode, local.answered, local.updated) == ("0002", "full", 2, NOW)
    assert attendance.city == City(name="Surakarta", country="ID", region="Central Java")
    assert (attendance.respondents, attendance.complete) == (2, 0)


def test_every_kind_of_answer_to_the_present_question_counts_and_no_other() -> None:
    answers = {
        "p01.q1": DontKnowAnswer(revision=1, answered=NOW),
        "p01.q2": not_ours("nobody"),
        "p02.q1": level(0, revision=2),
        "p09.q1": level(4),
    }
    (each,) = attendance_of(LIBRARY, [Member("a.json", make_assessment(answers=answers))]).groups[1].respondents
    assert (each.answered, each.asked) == (2, 5)


def test_what_is_asked_follows_mode_and_place() -> None:
    answers = {"p01.q1": level(1), "p02.q1": level(1)}
    quick = Member("quick.json", make_assessment(mode="quick", answers=answers))
    elsewhere = make_assessment(id="f" * 32, answers=answers, context=Context(state_system="dual"))
    other = elsewhere.model_copy(update={"respondent": MINISTRY.assessment.respondent})
    attendance = attendance_of(LIBRARY, [quick, Member("dual.json", other)])
    assert [each.asked for group in attendance.groups for each in group.respondents] == [4, 2]
    assert attendance.complete == 1


def test_groups_that_wait_and_groups_without_a_file_are_told_apart() -> None:
    attendance = attendance_of(LIBRARY, [MINISTRY, EMPTY_CITY, EMPTY_POLICE])
    assert attendance.waiting == ("local_government", "security_services")
    assert attendance.without_file == ("civil_society", "private_sector")


def test_an_empty_file_beside_an_answered_one_leaves_its_group_present() -> None:
    attendance = attendance_of(LIBRARY, [CITY, EMPTY_CITY])
    assert attendance.waiting == ()
    assert [(group.group, group.empty) for group in attendance.groups if group.respondents] == [
        ("local_government", ("empty-city.json",))
    ]
    assert attendance.set_aside == ()


@pytest.mark.parametrize("files", [[EMPTY_CITY, EMPTY_POLICE], [EMPTY_POLICE, EMPTY_CITY]])
def test_that_nobody_has_answered_is_an_attendance_too(files: list[Member]) -> None:
    attendance = attendance_of(LIBRARY, files, [BROKEN])
    assert attendance.city == City(name="Surakarta", country="ID", region="Central Java")
    assert attendance.respondents == 0
    assert attendance.waiting == ("local_government", "security_services")
    assert attendance.set_aside == (BROKEN,)


def test_without_any_assessment_there_is_no_city_and_nobody() -> None:
    attendance = attendance_of(LIBRARY, [], [BROKEN])
    assert (attendance.city, attendance.respondents, attendance.set_aside) == (None, 0, (BROKEN,))
    assert len(attendance.without_file) == 4


def test_empty_files_about_another_city_are_set_aside() -> None:
    other = Member("other.json", EMPTY_POLICE.assessment.model_copy(update={"city": City(name="Medan", country="ID")}))
    attendance = attendance_of(LIBRARY, [MINISTRY, other])
    assert attendance.waiting == ()
    assert [entry.file for entry in attendance.set_aside] == ["other.json"]


def test_a_second_name_of_the_city_lets_its_empty_files_in() -> None:
    other = Member("other.json", EMPTY_POLICE.assessment.model_copy(update={"city": City(name="Solo", country="ID")}))
    foreign = Member("foreign.json", EMPTY_CITY.assessment.model_copy(update={"city": City(name="Solo", country="KE")}))
    attendance = attendance_of(LIBRARY, [MINISTRY, other, foreign], cities=["surakarta", "SOLO"])
    assert attendance.waiting == ("security_services",)
    assert [entry.file for entry in attendance.set_aside] == ["foreign.json"]


def test_a_wanted_city_chooses_among_empty_files() -> None:
    other = Member("other.json", EMPTY_POLICE.assessment.model_copy(update={"city": City(name="Solo", country="ID")}))
    for wanted, waiting in (("Solo", ("security_services",)), ("Surakarta", ("local_government",)), ("Bandung", ())):
        assert attendance_of(LIBRARY, [EMPTY_CITY, other], cities=[wanted]).waiting == waiting


def test_what_the_room_agreed_is_named_and_nobody_s_answer() -> None:
    room = Member("room.json", make_assessment(round="agreed", answers={"p01.q1": level(2)}))
    alone = attendance_of(LIBRARY, [room])
    assert (alone.respondents, alone.agreed) == (0, ("room.json",))
    assert attendance_of(LIBRARY, [room, MINISTRY]).agreed == ("room.json",)


def test_the_choice_of_a_city_is_told_or_asked_for() -> None:
    assert attendance_of(LIBRARY, [MINISTRY, CITY, ELSEWHERE]).notice is not None
    assert attendance_of(LIBRARY, [MINISTRY, CITY]).notice is None
    with pytest.raises(WrongUsageError, match="As many files"):
        attendance_of(LIBRARY, [MINISTRY, ELSEWHERE])


def test_an_older_file_of_the_same_respondent_is_set_aside() -> None:
    newer = Member("newer.json", CITY.assessment.model_copy(update={"id": "f" * 32, "updated": LATER}))
    attendance = attendance_of(LIBRARY, [CITY, newer])
    assert [each.file for group in attendance.groups for each in group.respondents] == ["newer.json"]
    assert [(entry.file, entry.ground) for entry in attendance.set_aside] == [("city.json", "older")]


@given(st.lists(st.sampled_from([MINISTRY, CITY, EMPTY_CITY, EMPTY_POLICE]), unique_by=lambda member: member.file))
def test_every_file_appears_once_whatever_the_order(files: list[Member]) -> None:
    attendance = attendance_of(LIBRARY, files, [BROKEN])
    assert files_of(attendance) == sorted(["broken.json", *(member.file for member in files)])
    assert attendance == attendance_of(LIBRARY, list(reversed(files)), [BROKEN])
