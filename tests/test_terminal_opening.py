"""Before the first question: the three required facts, the file that is made or resumed, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mini import level, make_assessment
from typist import INTERRUPT, Typist, make_typist

from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.errors import ToolkitError, WrongUsageError
from nlc_toolkit.terminal.opening import Wish, minutes_for
from nlc_toolkit.terminal.session import command_line

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "surakarta-local-government-2026-11-20.json"


@pytest.fixture
def typist(tmp_path: Path) -> Typist:
    return make_typist(tmp_path)


def test_the_opening_fits_a_window_of_24_lines(typist: Typist) -> None:
    shown = typist.type()
    assert len(shown.split("City > ")[0].splitlines()) < 24
    assert max(map(len, shown.splitlines()[:12])) <= 80


def test_the_file_exists_as_soon_as_the_three_facts_are_known(typist: Typist) -> None:
    there: list[bool] = []
    typist.type("Surakarta", "indonesia", "3", on_prompt=lambda: there.append(typist.path.exists()))
    assert there == [False, False, False, True]
    stored = typist.assessment
    assert (stored.city.name, stored.city.country, stored.respondent.group) == ("Surakarta", "ID", "local_government")


@pytest.mark.parametrize("group", ["3", "٣", "local_government", "Local government", " 3. "])
def test_the_group_is_a_number_an_id_or_a_title(typist: Typist, group: str) -> None:
    typist.type("Surakarta", "ID", group)
    assert typist.assessment.respondent.group == "local_government"


def test_a_country_that_does_not_exist_is_explained_and_asked_again(typist: Typist) -> None:
    shown = typist.type("Surakarta", "Indonesja", "Atlantis", "United Kingdom", "3")
    assert "Did you mean Indonesia (ID)" in shown
    assert typist.assessment.city.country == "GB"


def test_back_changes_what_was_typed_before(typist: Typist) -> None:
    shown = typist.type("b", "Surakart", "b", "Surakarta", "ID", "b", "KE", "8", "0", "", "c", "2")
    assert "This is the first question" in shown
    assert "Then there is a file" in shown
    stored = typist.assessment
    assert (stored.city.name, stored.city.country, stored.respondent.group) == (
        "Surakarta",
        "KE",
        "regional_government",
    )


@pytest.mark.parametrize("end", [("q",), (), ("", "", "-")])
def test_stopping_before_there_is_a_file_says_so_and_how_to_start_again(typist: Typist, end: tuple[str, ...]) -> None:
    shown = typist.type("São Paulo", *end, wish=Wish(None, typist.folder))
    assert "There is no file yet" in shown
    assert "nlc assess --city 'São Paulo'" in shown
    assert list(typist.folder.iterdir()) == []


def test_ctrl_c_before_there_is_a_file_says_the_same(typist: Typist) -> None:
    with pytest.raises(KeyboardInterrupt):
        typist.type("Surakarta", INTERRUPT)
    assert "There is no file yet" in typist.transcript


def test_options_answer_the_three_facts(typist: Typist) -> None:
    wish = Wish(None, typist.folder, mode="quick", city="Surakarta", country="Indonesia", group="Local-Government")
    typist.type("1", wish=wish)
    stored = read_assessment(typist.folder / DEFAULT)
    assert stored.mode == "quick"
    assert stored.respondent.capacity == "institution"


@pytest.mark.parametrize("changes", [{"country": "Atlantis"}, {"group": "mayor"}, {"practice": "p77"}])
def test_an_option_that_names_nothing_is_wrong_usage_before_any_question(
    typist: Typist, changes: dict[str, str]
) -> None:
    with pytest.raises(WrongUsageError):
        typist.type("Surakarta", wish=Wish(typist.path, typist.folder, **changes))  # type: ignore[arg-type]
    assert typist.transcript == ""


def test_a_missing_folder_is_told_before_any_question(typist: Typist) -> None:
    with pytest.raises(ToolkitError, match="no folder"):
        typist.type("Surakarta", wish=Wish(typist.folder / "nowhere" / "x.json", typist.folder))
    assert typist.transcript == ""


def test_a_file_of_the_same_city_and_group_can_be_resumed(typist: Typist) -> None:
    wish = Wish(None, typist.folder, city="Surakarta", country="ID", group="local_government")
    typist.type("j", "3", wish=wish)
    shown = typist.type("", "b", "7", "1", "2", wish=wish)
    assert f"Go on with {DEFAULT}" in shown
    assert sorted(read_assessment(typist.folder / DEFAULT).answers) == ["p01.q1", "p01.q2"]
    assert [path.name for path in typist.folder.glob("*.json")] == [DEFAULT]


def test_a_file_of_an_earlier_day_is_offered_too(typist: Typist) -> None:
    earlier = typist.folder / DEFAULT.replace("2026-11-20", "2026-11-18")
    typist.path.write_text("not of this name", encoding="utf-8")
    earlier.write_text(
        make_assessment(answers={"p01.q1": level(2)}).model_dump_json(exclude_none=True), encoding="utf-8"
    )
    typist.type("1", wish=Wish(None, typist.folder, city="Surakarta", country="ID", group="local_government"))
    assert not (typist.folder / DEFAULT).exists()


def test_another_name_is_offered_beside_the_file_that_exists(typist: Typist) -> None:
    wish = Wish(None, typist.folder, city="Surakarta", country="ID", group="local_government")
    typist.type("j", "3", wish=wish)
    typist.type("2", "j", wish=wish)
    assert len(list(typist.folder.glob("*.json"))) == 2
    assert read_assessment(typist.folder / DEFAULT.replace(".json", "-2.json")).answers == {}
    assert len(read_assessment(typist.folder / DEFAULT).answers) == 1


def test_quitting_at_that_choice_changes_nothing(typist: Typist) -> None:
    wish = Wish(None, typist.folder, city="Surakarta", country="ID", group="local_government")
    typist.type(wish=wish)
    typist.type("q", wish=wish)
    assert len(list(typist.folder.glob("*.json"))) == 1


def test_a_prepared_file_is_explained_like_a_new_one_until_it_has_an_answer(typist: Typist) -> None:
    typist.start(mode="quick")
    shown = typist.type("3")
    for words in ("There are 2 questions, about 5 minutes", "0  Absent", "no names"):
        assert shown.count(words) == 1
    before, found, _ = shown.partition("p01.q1 text?")
    assert found
    assert len(before.splitlines()) < 24
    assert "There are 2 questions" not in typist.type()


def test_who_chooses_an_unanswered_file_is_told_only_once_who_sees_it(typist: Typist) -> None:
    wish = Wish(None, typist.folder, city="Surakarta", country="ID", group="local_government")
    typist.type(wish=wish)
    shown = typist.type("1", "j", wish=wish)
    assert shown.count("Only people to whom you give that file see it") == 1
    assert shown.count("0  Absent") == 1


@pytest.mark.parametrize("changes", [{"city": "Solo"}, {"country": "KE"}, {"group": "other"}, {"mode": "quick"}])
def test_options_that_contradict_the_file_are_refused(typist: Typist, changes: dict[str, str]) -> None:
    typist.start()
    before = typist.path.read_bytes()
    with pytest.raises(WrongUsageError):
        typist.type("3", wish=Wish(typist.path, typist.folder, **changes))  # type: ignore[arg-type]
    assert typist.path.read_bytes() == before
    typist.type("3")


def test_full_widens_a_quick_file_and_keeps_its_answers(typist: Typist) -> None:
    typist.start(mode="quick", answers={"p01.q1": level(3)})
    shown = typist.type("2", wish=Wish(typist.path, typist.folder, mode="full"))
    assert "asks every question now" in shown
    assert typist.assessment.mode == "full"
    assert sorted(typist.assessment.answers) == ["p01.q1", "p01.q2"]


def test_a_damaged_file_is_refused_and_left_alone(typist: Typist) -> None:
    typist.path.write_text('{"format": "nlc-assessment/1", "answers": {', encoding="utf-8")
    before = typist.path.read_bytes()
    with pytest.raises(ToolkitError):
        typist.type("3")
    assert typist.path.read_bytes() == before


def test_minutes_are_rounded_up_to_five() -> None:
    assert [minutes_for(questions) for questions in (1, 2, 3, 13, 65)] == [5, 5, 10, 30, 130]


def test_commands_repeat_the_run_and_survive_odd_file_names(tmp_path: Path) -> None:
    assert command_line("assess", tmp_path / "a b.json", ("--content", "my dir")).endswith(
        "a b.json' --content 'my dir'"
    )
    assert command_line("report", tmp_path.relative_to(tmp_path) / "-x.json") == "nlc report ./-x.json"
