"""Which files form a panel, and what is said of those that do not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mini import NOW, level, make_assessment

from nlc_toolkit.analysis.members import (
    Member,
    Members,
    NoPanelError,
    Sentence,
    SetAsideFile,
    members_of,
    same_city,
)
from nlc_toolkit.assessment.models import City, Respondent
from nlc_toolkit.errors import WrongUsageError

CAFE = "Pétaouchnok"


def member(number: int, *, group: str = "local_government", code: str = "", days: int = 0, **changes: object) -> Member:
    """Return a member of its own, in the file `NUMBER.json`, answered and updated `days` after the first."""
    respondent = Respondent.model_validate({"group": group, "code": code or f"{number:04}"})
    own = {"id": f"{number:032x}", "updated": NOW + timedelta(days=days), "respondent": respondent}
    return Member(f"{number}.json", make_assessment(**{**own, "answers": {"p01.q1": level(2)}, **changes}))


def city(name: str, country: str = "ID") -> City:
    return City(name=name, country=country)


def files(members: tuple[Member, ...]) -> list[str]:
    return [each.file for each in members]


def reasons(members: Members) -> list[tuple[str, str]]:
    return [(each.file, each.ground) for each in members.set_aside]


def test_members_come_by_group_and_code_in_whatever_order_they_were_read() -> None:
    found = members_of(
        [
            member(1, group="civil_society", code="AAAA"),
            member(2, group="national_government", code="ZZZZ"),
            member(3, group="national_government", code="BBBB"),
        ]
    )
    assert files(found.own) == ["3.json", "2.json", "1.json"]
    assert (found.set_aside, found.notice, found.city.name) == ((), None, "Surakarta")


def test_quick_and_full_files_stand_side_by_side() -> None:
    assert len(members_of([member(1), member(2, mode="quick")]).own) == 2


def test_of_one_respondent_the_newest_file_counts() -> None:
    found = members_of([member(1, code="K7QD"), member(2, code="K7QD", days=3), member(3, code="K7QD", days=1)])
    assert files(found.own) == ["2.json"]
    assert reasons(found) == [("1.json", "older"), ("3.json", "older")]
    assert str(found.set_aside[0].why) == ("1.json is older than 2.json, by the same respondent. The newer one counts.")


def test_equally_new_files_are_told_apart_by_their_id() -> None:
    pair = [member(1, code="K7QD"), member(2, code="K7QD")]
    assert members_of(pair) == members_of(pair[::-1])
    assert files(members_of(pair).own) == ["2.json"]


def test_the_same_code_in_another_group_is_another_respondent() -> None:
    assert len(members_of([member(1, code="K7QD"), member(2, code="K7QD", group="other")]).own) == 2


def test_a_copy_counts_once() -> None:
    copy = Member("copy.json", member(1).assessment)
    found = members_of([member(1), copy])
    assert files(found.own) == ["copy.json"]
    assert reasons(found) == [("1.json", "copy")]
    assert str(found.set_aside[0].why) == "1.json is a copy of copy.json. It counts once."


def test_two_respondents_in_copies_of_one_file_are_told_so() -> None:
    other = Member("other.json", member(1, days=1, answers={"p01.q1": level(4)}).assessment)
    found = members_of([member(1), other])
    assert files(found.own) == ["other.json"]
    assert "hold different answers" in str(found.set_aside[0].why)


def test_a_file_without_answers_is_nobody_s_answer() -> None:
    found = members_of([member(1, code="K7QD"), member(2, code="K7QD", days=9, answers={})])
    assert files(found.own) == ["1.json"]
    assert reasons(found) == [("2.json", "unanswered")]


def test_what_the_room_agreed_is_kept_apart_newest_first() -> None:
    found = members_of([member(1), member(2, round="agreed"), member(3, round="agreed", days=1)])
    assert files(found.own) == ["1.json"]
    assert files(found.agreed) == ["3.json", "2.json"]
    assert found.set_aside == ()


def test_refused_files_are_listed_with_the_reason_that_reading_gave() -> None:
    refused = SetAsideFile("0.json", "unreadable", Sentence("{file} is damaged.", {"file": "0.json"}))
    assert members_of([member(1), member(2, answers={})], [refused]).set_aside[0] == refused
    assert reasons(members_of([member(1), member(2, answers={})], [refused])) == [
        ("0.json", "unreadable"),
        ("2.json", "unanswered"),
    ]


def test_a_city_is_the_same_however_it_is_typed() -> None:
    decomposed = "PE\N{COMBINING ACUTE ACCENT}TAOUCHNOK"
    assert same_city(city(CAFE), city(decomposed))
    assert same_city(city("STRASSE"), city("Straße"))
    assert not same_city(city(CAFE), city("Petaouchnok"))
    assert not same_city(city(CAFE), city(CAFE, "FR"))
    assert len(members_of([member(1, city=city(CAFE)), member(2, city=city(decomposed))]).own) == 2


def test_the_city_of_most_files_is_taken_and_said() -> None:
    found = members_of(
        [member(1), member(2), member(3, city=city("Elsewhere")), member(4, city=city("Surakarta", "FR"))]
    )
    assert files(found.own) == ["1.json", "2.json"]
    assert [str(each.why) for each in found.set_aside] == [
        "3.json is about Elsewhere (ID), not about Surakarta (ID).",
        "4.json is about Surakarta (FR), not about Surakarta (ID).",
    ]
    assert found.notice is not None
    assert "Surakarta (ID)" in str(found.notice)


def test_a_tie_between_cities_asks_which_one() -> None:
    with pytest.raises(WrongUsageError, match=r"Elsewhere \(ID\), Surakarta \(ID\)\. Choose one with `--city`"):
        members_of([member(1), member(2, city=city("Elsewhere"))])


def test_the_wanted_city_is_taken_without_a_notice() -> None:
    found = members_of([member(1), member(2), member(3, city=city("Elsewhere"))], cities=["ELSEWHERE"])
    assert files(found.own) == ["3.json"]
    assert found.notice is None
    assert [ground for _, ground in reasons(found)] == ["other_city", "other_city"]


def test_stragglers_under_another_name_are_let_in_where_they_are_named() -> None:
    everyone = [member(1), member(2, city=city("Solo"), days=5), member(3, city=city("Solo", "FR"))]
    found = members_of(everyone, cities=["Surakarta", "Solo"])
    assert files(found.own) == ["1.json", "2.json"]
    assert found.city.name == "Surakarta"
    assert reasons(found) == [("3.json", "other_city")]


def test_a_wanted_city_that_nobody_answers_about_is_an_error() -> None:
    with pytest.raises(WrongUsageError, match=r"about Sala\. The files are about: Surakarta \(ID\)"):
        members_of([member(1)], cities=["Surakarta", "Sala"])


def test_a_wanted_name_in_two_countries_is_an_error() -> None:
    with pytest.raises(WrongUsageError, match="several countries"):
        members_of([member(1), member(2, city=city("Surakarta", "FR"))], cities=["Surakarta"])


def test_without_any_answers_there_is_no_panel_and_each_file_is_explained() -> None:
    with pytest.raises(NoPanelError) as caught:
        members_of([member(1, answers={})])
    assert str(caught.value).splitlines()[1:] == ["1.json holds no answers yet."]
    with pytest.raises(NoPanelError):
        members_of([member(1, round="agreed")])


def test_the_city_is_named_as_the_newest_file_names_it() -> None:
    found = members_of([member(1, days=2, city=city("SURAKARTA")), member(2)])
    assert found.city.name == "SURAKARTA"


candidates = st.lists(
    st.builds(
        member,
        st.integers(1, 6),
        group=st.sampled_from(["local_government", "civil_society"]),
        code=st.sampled_from(["", "K7QD"]),
        days=st.integers(0, 2),
        city=st.sampled_from([city("Surakarta"), city("surakarta"), city("Elsewhere")]),
        round=st.sampled_from(["own", "own", "agreed"]),
        answers=st.sampled_from([{}, {"p01.q1": level(1)}, {"p01.q1": level(3)}]),
    ),
    max_size=7,
    unique_by=lambda each: each.assessment.model_dump_json(),
).map(lambda found: [Member(f"{place}.json", each.assessment) for place, each in enumerate(found)])


def outcome(files_: list[Member]) -> Members | str:
    try:
        return members_of(files_)
    except (NoPanelError, WrongUsageError) as error:
        return str(error)


@given(candidates.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_files_never_matters(pair: tuple[list[Member], list[Member]]) -> None:
    assert outcome(pair[0]) == outcome(pair[1])


@given(candidates)
def test_every_file_is_either_used_or_explained_once(found: list[Member]) -> None:
    made = outcome(found)
    if isinstance(made, Members):
        listed = files(made.own) + files(made.agreed) + [each.file for each in made.set_aside]
        assert sorted(listed) == sorted(files(tuple(found)))
        assert all(each.file in str(each.why) for each in made.set_aside)
