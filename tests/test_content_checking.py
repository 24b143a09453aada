"""The rules between fields and between files, on a small folder of content that is right before it is changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nlc_toolkit.content.checking import CASE_RULES, CHECKLIST_RULES, PRACTICE_RULES
from nlc_toolkit.content.collection import read_folders
from nlc_toolkit.content.tailoring import CONTEXT
from nlc_toolkit.i18n import Translator

SMALL = Path(__file__).parent / "data" / "small"
FIRST, SECOND = "checklists/01-coordination.yaml", "checklists/02-learning.yaml"
SHARED = "checklists/checklist.yaml"
CASE, OTHER_CASE = "case_studies/KE-two-towns.yaml", "case_studies/INT-everywhere.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


def problems(folder: Path) -> list[str]:
    collection = read_folders(folder / "checklists", folder / "case_studies")
    return [
        problem.sentence(Translator()).replace(f"{folder.as_posix()}/", "").replace("\\", "/")
        for problem in collection.problems()
    ]


def test_right_content_has_no_problems(folder: Path) -> None:
    assert problems(folder) == []


def test_rules_say_what_they_hold() -> None:
    rules = (*PRACTICE_RULES, *CASE_RULES, *CHECKLIST_RULES)
    assert len(rules) >= 16
    assert all(rule.__doc__ for rule in rules)


def test_the_values_of_the_context_are_those_that_an_assessment_may_state() -> None:
    assert CONTEXT["police"] == ("national", "shared", "municipal")
    assert all(len(values) > 2 for values in CONTEXT.values())


def test_an_id_in_two_files_is_told_at_the_second(folder: Path) -> None:
    shutil.copy(folder / FIRST, folder / "checklists" / "01-double.yaml")
    assert problems(folder) == [
        "checklists/01-double.yaml:1:5: id: The id “p01” is already used in 01-coordination.yaml."
    ]


def test_a_case_in_two_files_is_told_as_double_and_as_misnamed(folder: Path) -> None:
    shutil.copy(folder / CASE, folder / "case_studies" / "KE-other.yaml")
    found = problems(folder)
    assert len(found) == 2
    assert "called “KE-other”" in found[0]
    assert found[1] == "case_studies/KE-two-towns.yaml:1:5: id: The id “KE-two-towns” is already used in KE-other.yaml."


def test_a_case_cannot_name_a_practice_that_is_not_there(folder: Path) -> None:
    (folder / SECOND).unlink()
    assert problems(folder) == [
        "case_studies/INT-everywhere.yaml:10:13: practices[0]: There is no practice “p02”. The practices are: p01.",
        "case_studies/KE-two-towns.yaml:10:18: practices[1]: There is no practice “p02”. The practices are: p01.",
    ]


def test_a_practice_with_a_fault_is_still_there_for_the_cases(folder: Path) -> None:
    change(folder, FIRST, "weight: 1", "weight: 0")
    (folder / SECOND).write_text("id: p02\n\tbroken", "utf-8")
    found = problems(folder)
    assert [problem.split(":")[0] for problem in found] == [FIRST, SECOND]


def test_a_fault_that_the_model_finds_hides_none_that_a_rule_finds(folder: Path) -> None:
    change(folder, FIRST, "weight: 1", "weight: 0")
    change(folder, FIRST, "headline: true", "headline: false")
    change(folder, FIRST, "area: coordination", "area: nowhere")
    assert [problem.split(": ")[1] for problem in problems(folder)] == ["area", "questions", "questions[0].weight"]


def test_problems_come_in_the_order_of_files_and_lines(folder: Path) -> None:
    change(folder, FIRST, "id: p01\n", "id: p09\n")
    change(folder, FIRST, "weight: 2", "weight: 9")
    change(folder, SECOND, "area: learning", "area: nowhere")
    change(folder, CASE, "limits: It is invented.", "limits: ''")
    places = [problem.split(": ")[0].split(":") for problem in problems(folder)]
    keys = [(name, int(line), int(column)) for name, line, column in places]
    assert keys == sorted(keys)
    assert len(keys) >= 4


def test_years_that_are_not_known_are_in_order(folder: Path) -> None:
    change(folder, CASE, "from: 2016, to: 2020", "from: null, to: 2020")
    change(folder, OTHER_CASE, "to: 2020", "to: null")
    assert problems(folder) == []


def test_a_case_of_no_country_begins_with_int(folder: Path) -> None:
    change(folder, OTHER_CASE, "[CI, SE]", "[]")
    assert problems(folder) == []
    change(folder, CASE, "[KE]", "[]")
    assert problems(folder) == [
        (
            "case_studies/KE-two-towns.yaml:1:5: id: The id begins with “KE”. "
            "With these countries it must begin with “INT-”."
        )
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "field"),
    [
        (SHARED, "  - {id: trust, title: Lack of trust, explanation: …}\n", "", "barriers"),
        (SHARED, "      - {id: shared, title: shared, explanation: …}\n", "", "context[4].values"),
        (SHARED, "  - key: police", "  - key: conflict", "context"),
        (SHARED, "{id: learning,", "{id: trust,", "areas[5].id"),
        (FIRST, "{anchor: It hides none.}", "{anchor: It hides all OTHERS}", "questions[1].levels[4].anchor"),
        (SHARED, "{id: far,", "{id: small,", "places[1].id"),
        (SHARED, "when: {place_type: [small_town", "when: {place_type: [hamlet", "places[0].when.place_type[0]"),
        (SHARED, "when: {place_type:", "when: {size:", "places[0].when.size"),
        (SHARED, "when: {place_type: [small_town, rural_district]}", "when: {}", "places[0].when"),
        (FIRST, "guidance: {small:", "guidance: {tiny:", "guidance.tiny"),
        (FIRST, "guidance: {small: Share one office with a neighbour.}", "guidance: {small: ''}", "guidance.small"),
        (FIRST, "id: p01.q2", "id: p02.q2", "questions[1].id"),
        (FIRST, "[The output of the program]", "[One, Two, One]", "questions[0].evidence[2]"),
        (CASE, "[data]", "[data, trust, data]", "barriers[2]"),
    ],
)
def test_a_broken_rule_is_told_at_its_field(folder: Path, name: str, old: str, new: str, field: str) -> None:
    change(folder, name, old, new)
    assert field in [problem.split(": ")[1] for problem in problems(folder)]
