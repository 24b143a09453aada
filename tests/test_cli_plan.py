"""`nlc plan` shows targets, actions, priorities and next steps, and changes the first two."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mini import level, make_assessment, make_library

from nlc_toolkit.assessment.models import Action
from nlc_toolkit.assessment.store import AssessmentFile, read_assessment
from nlc_toolkit.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Planning = Callable[..., tuple[int, str, str]]

ACTIONS = (
    Action(practice="p01", text="Ask for a\nbudget line.", owner="local_government", horizon="6_months"),
    Action(practice="p02", text="[bold]Meet[/bold] \x1b[31mtwice.", done=True),
)
ANSWERS = {"p01.q1": level(1), "p01.q2": level(2), "p01.q3": level(1)}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an assessment in the current folder, while the content is that of the small world."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("nlc_toolkit.content.library.load_library", lambda _: make_library())
    file = Path("my-city.json")
    AssessmentFile.create(file, make_assessment(answers=ANSWERS, targets={"p01": 3}, actions=ACTIONS)).close()
    return file


@pytest.fixture
def nlc_plan(path: Path, capsys: pytest.CaptureFixture[str]) -> Planning:
    """Run `nlc plan` on the file; return exit code, standard output and standard error."""

    def run(*arguments: str, file: Path = path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main.main(["plan", str(file), *arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        shown = "".join(f"{line.rstrip()}\n" for line in captured.out.splitlines())
        return int(stop.value.code or 0), shown, captured.err

    return run


def test_the_whole_plan_is_shown(path: Path, nlc_plan: Planning, expect: Callable[[str, str], None]) -> None:
    before = path.read_bytes()
    code, out, err = nlc_plan()
    assert (code, err) == (0, "")
    expect("plan.txt", out)
    assert path.read_bytes() == before


def test_one_practice_is_shown_with_its_next_steps(nlc_plan: Planning, expect: Callable[[str, str], None]) -> None:
    expect("plan-p02.txt", nlc_plan("p2")[1])


def test_a_plan_with_nothing_in_it_says_how_to_begin(
    path: Path, nlc_plan: Planning, expect: Callable[[str, str], None]
) -> None:
    with AssessmentFile.open(path) as file:
        file.save(make_assessment())
    expect("plan-empty.txt", nlc_plan()[1])


def test_a_read_only_look_needs_no_lock(path: Path, nlc_plan: Planning) -> None:
    with AssessmentFile.open(path):
        assert nlc_plan()[0] == 0
        assert nlc_plan("p01", "--target", "4")[0] == 1


def test_a_target_is_set_and_taken_away(path: Path, nlc_plan: Planning) -> None:
    code, out, _ = nlc_plan("p02", "--target", "4")
    assert code == 0
    assert "p02 p02 title: not enough answers for a score, band 0.0–4.0, coverage 0%;" in out
    assert read_assessment(path).targets == {"p01": 3, "p02": 4}
    assert nlc_plan("p01", "--target", "none")[0] == 0
    assert read_assessment(path).targets == {"p02": 4}


def test_an_action_is_added_and_finished(path: Path, nlc_plan: Planning) -> None:
    code, out, _ = nlc_plan("p01", "--action", "Meet.", "--owner", "joint", "--horizon", "12 months", "--target", "2")
    assert code == 0
    assert "3. p01: Meet.\n    Who: Several together. By when: Within 12 months. Done: no.\n" in out
    assert nlc_plan("--done", "3")[0] == 0
    saved = read_assessment(path)
    assert saved.actions == (
        *ACTIONS[:1],
        Action(practice="p02", text="[bold]Meet[/bold] twice.", done=True),
        Action(practice="p01", text="Meet.", owner="joint", horizon="12_months", done=True),
    )
    assert saved.targets == {"p01": 2}


def test_json_holds_the_plan_with_ids(nlc_plan: Planning) -> None:
    _, out, _ = nlc_plan("--json")
    plan: dict[str, Any] = json.loads(out)
    assert plan["targets"] == {"p01": 3}
    assert [action["number"] for action in plan["actions"]] == [1, 2]
    assert plan["priorities"] == ["p01"]
    assert plan["find_out"] == ["p02"]
    assert plan["next_steps"] == [
        {"question": "p01.q1", "from": 1, "to": 2, "text": "p01.q1 step from 1"},
        {"question": "p01.q3", "from": 1, "to": 2, "text": "p01.q3 step from 1"},
    ]
    of_one = json.loads(nlc_plan("p02", "--json")[1])
    assert [action["number"] for action in of_one["actions"]] == [2]
    assert (of_one["targets"], of_one["priorities"], of_one["find_out"]) == ({}, [], ["p02"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("p01", "--target", "0"), "“0” is none of: none, 1, 2, 3, 4"),
        (("p01", "--target", "2.5"), "“2.5” is none of"),
        (("--target", "3"), "Say which practice"),
        (("--action", "Meet."), "Say which practice"),
        (("p01", "--action", " "), "The text is empty"),
        (("p01", "--owner", "joint"), "give --action TEXT as well"),
        (("p01", "--action", "Meet.", "--owner", "mayor"), "“mayor” is none of: national_government"),
        (("p01", "--action", "Meet.", "--horizon", "soon"), "“soon” is none of: now"),
        (("--done", "3"), "There is no action 3. The actions are numbered 1 to 2."),
        (("--done", "two"), "--done"),
        (("p09", "--target", "3"), "There is no practice “p09”"),
    ],
)
def test_wrong_usage_is_told_and_changes_nothing(
    path: Path, nlc_plan: Planning, arguments: tuple[str, ...], said: str
) -> None:
    before = path.read_bytes()
    code, out, err = nlc_plan(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert path.read_bytes() == before
    assert {entry.name for entry in Path().iterdir()} == {"my-city.json"}


def test_no_file_is_made(nlc_plan: Planning) -> None:
    for options in ((), ("p01", "--target", "3")):
        code, _, err = nlc_plan(*options, file=Path("other.json"))
        assert code == 1
        assert "There is no such file" in err
    assert not Path("other.json").exists()
