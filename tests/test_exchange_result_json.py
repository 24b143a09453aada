"""A result as JSON: the format's keys, unrounded numbers, words of the run's language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from mini import level, make_assessment, make_library

from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.exchange.result_json import result_data
from nlc_toolkit.i18n import Translator

if TYPE_CHECKING:
    from collections.abc import Mapping


def test_the_format_has_exactly_its_keys() -> None:
    data = result_of({"p01.q1": level(1), "p01.q2": level(2), "p01.q3": level(2), "p02.q2": level(4)})
    assert list(data) == [
        "format", "mode", "city", "practices", "areas", "overall", "strengths", "priorities", "find_out", "next_steps",
        "cases",
    ]  # fmt: skip
    practice = cast("list[dict[str, object]]", data["practices"])[0]
    assert list(practice) == [
        "id", "title", "area", "applicable", "answered", "scope", "coverage", "score", "low", "high", "reached",
        "evidenced", "target",
    ]  # fmt: skip
    assert data["format"] == "nlc-result/1"
    assert data["city"] == {"name": "Surakarta", "country": "ID", "region": "Central Java"}
    assert data["strengths"] == ["p02"]
    assert data["priorities"] == ["p01"]
    assert data["next_steps"] == [
        {"question": "p01.q1", "from": 1, "to": 2, "text": "p01.q1 step from 1"},
        {"question": "p01.q2", "from": 2, "to": 3, "text": "p01.q2 step from 2"},
    ]
    assert data["cases"] == [
        {
            "id": "KE-one",
            "practice": "p01",
            "reasons": ["Barriers that both this practice and the case often meet: “trust”."],
        },
        {
            "id": "SE-two",
            "practice": "p01",
            "reasons": ["Barriers that both this practice and the case often meet: “trust”."],
        },
    ]


def test_numbers_are_the_unrounded_ones_of_the_result_and_missing_ones_null() -> None:
    answers = {"p01.q1": level(2), "p01.q2": level(3), "p01.q3": level(2), "p02.q1": level(2)}
    data = result_of(answers)
    first, second = cast("list[dict[str, float | None]]", data["practices"])
    assert first["score"] == 9 / 4
    assert second["score"] is None
    assert second["coverage"] == 0.25
    json.dumps(data, allow_nan=False)


def result_of(answers: Mapping[str, object]) -> dict[str, object]:
    library = make_library()
    result = compute_result(library, make_assessment(answers=answers))
    return dict(result_data(library, result, Translator()))
