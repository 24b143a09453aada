"""The panel for other programs: exactly the keys promised, numbers unrounded, nothing that an edition keeps back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from panels import Person, given_levels, panel_of

from nlc_toolkit.analysis.agenda import make_agenda
from nlc_toolkit.analysis.members import Sentence, SetAsideFile
from nlc_toolkit.analysis.panel_editions import panel_in_edition
from nlc_toolkit.exchange.panel_json import panel_data
from nlc_toolkit.i18n import Translator

if TYPE_CHECKING:
    from nlc_toolkit.analysis.panel import Panel
    from nlc_toolkit.analysis.panel_editions import PanelEdition

PEOPLE = [
    Person("national_government", "institution", {"p01.q1": 3, "p01.q2": 2, "p02.q1": "local_government"}),
    Person("local_government", "institution", {"p01.q1": 1, "p01.q2": 1, "p02.q1": "national_government"}),
    Person("local_government", "institution", {"p01.q1": 2}),
    Person("civil_society", "personal", {"p01.q1": 1}),
]


def data_of(panel: Panel, edition: PanelEdition = "facilitator") -> Any:
    """Return the data as a program reads it."""
    shown = panel_in_edition(panel, edition)
    return json.loads(json.dumps(panel_data(shown, make_agenda(shown), Translator()), allow_nan=False))


def question_of(data: Any, name: str) -> Any:
    return next(question for question in data["questions"] if question["id"] == name)


def test_the_keys_are_those_of_the_format() -> None:
    data = data_of(panel_of(PEOPLE))
    assert list(data) == [
        "format",
        "city",
        "groups",
        "set_aside",
        "practices",
        "questions",
        "discussion",
        "responsibility",
        "agenda",
        "left_out",
    ]
    assert data["format"] == "nlc-panel/1"
    assert [set(entry) for entry in data["practices"]] == [{"id", "joint_score", "groups"}] * 2
    figures = {"id", "levels", "groups", "median", "range", "gap", "joint", "one_sided", "consensus", "outcome"}
    assert all(set(question) == figures for question in data["questions"])
    assert all(set(group) == {"levels", "median"} for each in data["questions"] for group in each["groups"].values())
    assert all(set(entry) == {"question", "says", "holder", "conflict"} for entry in data["responsibility"])
    assert all(set(entry) == {"kind", "minutes", "question"} for entry in data["agenda"])


def test_figures_are_unrounded_and_worked_out_by_hand() -> None:
    """p01.q1 weighs 2 and p01.q2 weighs 1, so local government stands at (2 × 1.5 + 1 × 1) / 3."""
    data = data_of(panel_of(PEOPLE))
    assert data["city"] == {"name": "Surakarta", "country": "ID", "region": "Central Java"}
    assert data["groups"] == {"national_government": 1, "local_government": 2, "civil_society": 1}
    assert data["practices"][0] == {
        "id": "p01",
        "joint_score": 4 / 3,
        "groups": {"national_government": 8 / 3, "local_government": 4 / 3, "civil_society": 1},
    }
    asked = question_of(data, "p01.q1")
    assert asked.pop("consensus") == pytest.approx(0.6918004126)
    assert asked == {
        "id": "p01.q1",
        "levels": [1, 1, 2, 3],
        "groups": {
            "national_government": {"levels": [3], "median": 3},
            "local_government": {"levels": [1, 2], "median": 1.5},
            "civil_society": {"levels": [1], "median": 1},
        },
        "median": 1.5,
        "range": 2,
        "gap": 2,
        "joint": 1.5,
        "one_sided": False,
        "outcome": "discuss",
    }


def test_a_question_without_levels_has_an_empty_list_and_no_figures() -> None:
    asked = question_of(data_of(panel_of(PEOPLE)), "p02.q1")
    assert (asked["levels"], asked["groups"], asked["median"], asked["outcome"]) == ([], {}, None, "too_few")


def test_the_agenda_sums_to_the_meeting_and_names_its_questions() -> None:
    data = data_of(panel_of(PEOPLE))
    assert sum(entry["minutes"] for entry in data["agenda"]) == 180
    items = [entry["question"] for entry in data["agenda"] if entry["kind"] == "item"]
    assert [*items, *data["left_out"]] == data["discussion"] == ["p01.q1"]


def test_who_names_whom_is_told_with_its_conflict() -> None:
    entries = data_of(panel_of(PEOPLE))["responsibility"]
    assert [(entry["says"], entry["holder"], entry["conflict"]) for entry in entries] == [
        ("national_government", "local_government", True),
        ("local_government", "national_government", True),
    ]


def test_files_that_do_not_count_are_named_with_the_reason() -> None:
    damaged = SetAsideFile("a.json", "unreadable", Sentence("{file} is damaged.", {"file": "a.json"}))
    panel = panel_of(PEOPLE)
    data = panel_data(type(panel)(**{**vars(panel), "set_aside": (damaged,)}), make_agenda(panel), Translator())
    assert data["set_aside"] == [{"file": "a.json", "why": "a.json is damaged."}]


def test_other_editions_hold_nothing_that_they_keep_back() -> None:
    answered = given_levels(
        "p01.q1",
        ("local_government", None, 1),
        ("local_government", None, 1),
        ("local_government", None, 1),
        ("civil_society", None, 4),
    )
    panel = panel_of(answered)
    asked = question_of(data_of(panel, "participant"), "p01.q1")
    assert (asked["groups"], asked["gap"], asked["levels"]) == ({}, None, [1, 1, 1, 4])
    public = data_of(panel, "public")
    assert (public["groups"], public["responsibility"], public["set_aside"]) == ({}, [], [])
    assert [practice["groups"] for practice in public["practices"]] == [{}, {}][: len(public["practices"])]
    two = question_of(data_of(panel_of(answered[2:]), "public"), "p01.q1")
    assert [two[key] for key in ("levels", "groups", "median", "range", "gap", "joint", "outcome")] == [
        None, {}, None, None, None, None, None,
    ]  # fmt: skip
