"""`nlc cases`: what other places did, found by filters that combine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nlc_toolkit.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = Path(__file__).parent / "data" / "small"
FAR, NEAR = "INT-everywhere", "KE-two-towns"


def cases(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["cases", "--plain", "--content", str(SMALL), *arguments])
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    code, out, err = cases(capsys, "--json", *arguments)
    assert (code, err) == (0, "")
    return [case["id"] for case in json.loads(out)]


def test_the_list_labels_thin_cases_and_events(
    capsys: pytest.CaptureFixture[str], expect: Callable[[str, str], None]
) -> None:
    code, out, err = cases(capsys)
    assert (code, err) == (0, "")
    expect("cases.txt", out)
    assert "Event or series of events · Thin" in out
    assert "not endorsement" in out


def test_a_case_is_shown_with_its_limits_and_sources(
    capsys: pytest.CaptureFixture[str], expect: Callable[[str, str], None]
) -> None:
    code, out, err = cases(capsys, "int-everywhere")
    assert (code, err) == (0, "")
    expect("case.txt", out)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ((), [FAR, NEAR]),
        (("--practice", "p1"), [NEAR]),
        (("--practice", "p02"), [FAR, NEAR]),
        (("--region", "west_africa"), [FAR]),
        (("--region", "West Africa"), [FAR]),
        (("--region", "mena"), []),
        (("--barrier", "TRUST"), [FAR]),
        (("--barrier", "Little data or evaluation"), [NEAR]),
        (("--country", "KE"), [NEAR]),
        (("--country", "cote d'ivoire"), [FAR]),
        (("--search", "reunion"), [FAR]),
        (("--search", "TOWNS kenya"), [NEAR]),
        (("--search", "sweden"), [FAR]),
        (("--search", "learning for tests"), [FAR, NEAR]),
        (("--search", "police"), [FAR, NEAR]),
        (("--search", "2016 abidjan"), [FAR]),
        (("--search", "zebra"), []),
        (("--practice", "p02", "--country", "Sweden", "--search", "abidjan"), [FAR]),
        (("--practice", "p01", "--region", "west africa"), []),
    ],
)
def test_filters_combine(capsys: pytest.CaptureFixture[str], filters: tuple[str, ...], ids: list[str]) -> None:
    assert found(capsys, *filters) == ids


@pytest.mark.parametrize(
    ("filters", "sentence"),
    [
        (("--practice", "p99"), "The practices are p01 to p02"),
        (("--region", "atlantis"), "The regions are: east_southern_africa, west_africa, mena"),
        (("--barrier", "money"), "The barriers are: trust, politics"),
        (("--country", "Kenia"), "Did you mean Kenya (KE)"),
        (("KE-two-town",), "Near to it: KE-two-towns"),
        (("KE-two-towns", "--region", "europe"), "not both"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(
    capsys: pytest.CaptureFixture[str], filters: tuple[str, ...], sentence: str
) -> None:
    code, out, err = cases(capsys, *filters)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_an_empty_list_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = cases(capsys, "--search", "zebra")
    assert (code, out) == (0, "No case study fits. Try fewer filters, or other words.\n")


def test_programs_get_the_keys_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = cases(capsys, NEAR, "--json")
    [case] = json.loads(out)
    assert code == 0
    assert list(case) == [
        "id", "title", "countries", "place", "region", "tiers", "years", "kind", "summary",
        "practices", "barriers", "context", "thin", "limits", "sources",
    ]  # fmt: skip
    assert case["years"] == {"from": 2016, "to": 2020, "ongoing": "unknown"}
    assert case["context"] == {"police": "national"}
    assert case["place"] is None
    assert case["sources"] == [{"title": "An invented source", "url": None, "accessed": "2026-11"}]
