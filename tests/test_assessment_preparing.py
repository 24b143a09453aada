"""What is prepared before a workshop: which groups, which facts, and files that differ only in what they must."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from mini import NOW, make_library

from nlc_toolkit.assessment.models import Assessment, City
from nlc_toolkit.assessment.preparing import (
    Preparation,
    prepared_assessments,
    typed_city,
    typed_context,
    typed_groups,
)
from nlc_toolkit.assessment.reading import parse_assessment, to_json
from nlc_toolkit.content.models import Context
from nlc_toolkit.content.vocabulary import MAIN_GROUPS, Group
from nlc_toolkit.errors import WrongUsageError

LIBRARY = make_library()


def prepared(groups: dict[Group, int], city: str = "Surakarta") -> tuple[tuple[Path, Assessment], ...]:
    preparation = Preparation(City(name=city, country="ID"), "quick", Context(state_system="dual"), groups)
    chance = random.Random(7)  # noqa: S311 - a test repeats itself
    return prepared_assessments(preparation, Path("out"), library=LIBRARY, now=NOW, toolkit="0.1.0", random=chance)


def test_without_a_wish_the_main_groups_get_one_file_each() -> None:
    for nothing in ("", "  "):
        assert typed_groups(nothing) == dict.fromkeys(MAIN_GROUPS, 1)


def test_groups_are_typed_in_any_order_with_the_number_of_their_files() -> None:
    assert list(typed_groups("Civil-Society:3, national government").items()) == [
        ("national_government", 1),
        ("civil_society", 3),
    ]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("mayors", "is none of: national_government"),
        ("local_government,", "is none of"),
        ("other,other", "stands twice"),
        ("other:0", "how many files"),
        ("other:101", "how many files"),
        ("other:-1", "how many files"),
        ("other:", "how many files"),
        ("other:٣", "how many files"),
        ("other:1:2", "how many files"),
        ("other:" + "9" * 5000, "how many files"),
    ],
)
def test_what_is_no_list_of_groups_is_told(typed: str, sentence: str) -> None:
    with pytest.raises(WrongUsageError) as refused:
        typed_groups(typed)
    assert sentence in str(refused.value)


def test_a_place_is_cleaned_and_needs_a_name() -> None:
    assert typed_city(" Sura\u202ekarta \n", "ID", "") == City(name="Surakarta", country="ID")
    assert typed_city("Surakarta", "ID", " Central  Java").region == "Central Java"
    for name, region, sentence in (
        ("\u202e ", "", "--city"),
        ("x" * 301, "", "too long"),
        ("x", "y" * 301, "too long"),
    ):
        with pytest.raises(WrongUsageError, match=sentence):
            typed_city(name, "ID", region)


def test_facts_about_the_place_are_those_that_the_content_asks_for() -> None:
    assert typed_context([], LIBRARY) == Context()
    assert typed_context(["State-System=Federal", "state_system=federal"], LIBRARY) == Context(state_system="federal")


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        (["federal"], "key=value"),
        (["weather=fine"], "is none of: state_system"),
        (["state_system=empire"], "is none of: federal, dual"),
        (["state_system="], "is none of"),
        (["state_system=dual", "state_system=federal"], "given twice"),
    ],
)
def test_what_is_no_fact_about_the_place_is_told(pairs: list[str], sentence: str) -> None:
    with pytest.raises(WrongUsageError) as refused:
        typed_context(pairs, LIBRARY)
    assert sentence in str(refused.value)


def test_the_files_have_names_that_tell_them_apart() -> None:
    names = [path.as_posix() for path, _ in prepared({"local_government": 1, "civil_society": 2}, city="St. Pölten/..")]
    assert names == [
        "out/st-pölten-local-government-2026-11-20.json",
        "out/st-pölten-civil-society-2026-11-20-1.json",
        "out/st-pölten-civil-society-2026-11-20-2.json",
    ]


def test_each_file_holds_the_place_and_the_group_and_no_answer_and_is_one_respondent_s() -> None:
    files = [assessment for _, assessment in prepared({"local_government": 1, "civil_society": 2})]
    assert [each.respondent.group for each in files] == ["local_government", "civil_society", "civil_society"]
    for each in files:
        assert (each.city.name, each.mode, each.context.state_system, each.round) == (
            "Surakarta",
            "quick",
            "dual",
            "own",
        )
        assert each.answers == {}
        assert (each.respondent.capacity, each.respondent.notes) == (None, None)
        assert parse_assessment(to_json(each).encode(), Path("x.json")) == each
    assert len({each.id for each in files}) == len({each.respondent.code for each in files}) == 3
