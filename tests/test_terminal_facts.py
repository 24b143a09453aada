"""Facts about place and respondent: asked once, skipped for good, opened again with `c`, never at an answer's cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mini import level, make_assessment
from typist import Typist, make_typist

from nlc_toolkit.terminal.keeping import skipped_facts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def typist(tmp_path: Path) -> Typist:
    typist = make_typist(tmp_path)
    respondent = make_assessment().respondent.model_copy(update={"capacity": None, "notes": None})
    typist.write(make_assessment(respondent=respondent))
    return typist


def test_facts_are_asked_in_order_and_stored(typist: Typist) -> None:
    typist.type("2", "3", "1")
    stored = typist.assessment
    assert (stored.respondent.capacity, stored.respondent.notes) == ("personal", "withheld")
    assert stored.context.stated() == {"state_system": "federal"}


def test_skipped_facts_are_not_asked_again(typist: Typist) -> None:
    typist.type("", "s", "2")
    assert skipped_facts(typist.assessment) == {"capacity", "notes"}
    assert "About your city" not in typist.type("3")


def test_a_fact_that_was_only_shown_is_asked_again(typist: Typist) -> None:
    typist.type("1")
    assert "About your city: 1 of 2" in typist.type()


def test_j_skips_all_facts_that_are_left(typist: Typist) -> None:
    shown = typist.type("1", "j")
    assert "p01.q1 text?" in shown
    assert skipped_facts(typist.assessment) == {"notes", "state_system"}


def test_back_walks_through_the_facts_and_at_the_first_opens_the_list(typist: Typist) -> None:
    shown = typist.type("1", "b", "2", "b", "b", "")
    assert typist.assessment.respondent.capacity == "personal"
    assert "City and context" in shown


def test_a_wrong_number_is_explained_and_asked_again(typist: Typist) -> None:
    shown = typist.type("7", "0", "yes", "1")
    assert shown.count("The choices go from 1 to 2.") == 3
    assert typist.assessment.respondent.capacity == "institution"


def test_the_list_changes_every_fact(typist: Typist) -> None:
    lines = ("1", "Solo", "2", "Kenya", "3", "Coast", "4", "5", "5", "1", "6", "2", "7", "2")
    typist.type("c", *lines, "")
    stored = typist.assessment
    assert stored.city.model_dump() == {"name": "Solo", "country": "KE", "region": "Coast"}
    assert stored.respondent.group == "civil_society"
    assert (stored.respondent.capacity, stored.respondent.notes) == ("institution", "without_group")
    assert stored.context.stated() == {"state_system": "dual"}


def test_enter_keeps_a_fact_and_a_dash_takes_it_away_unless_it_is_required(typist: Typist) -> None:
    typist.type("c", "3", "", "1", "-", "", "7", "1", "7", "", "")
    assert typist.assessment.city.region == "Central Java"
    assert typist.assessment.city.name == "Surakarta"
    typist.type("c", "3", "-", "7", "-", "")
    assert typist.assessment.city.region is None
    assert typist.assessment.context.stated() == {}


def test_a_country_typed_wrongly_in_the_list_is_asked_again(typist: Typist) -> None:
    assert "No country is called" in typist.type("c", "2", "Narnia", "FR", "")
    assert typist.assessment.city.country == "FR"


def test_changing_the_context_says_which_questions_apply_and_loses_no_answer(typist: Typist) -> None:
    typist.start(answers={"p01.q3": level(4)})
    shown = typist.type("c", "7", "1", "7", "2", "")
    assert "1 more question applies now." in shown
    assert "1 question no longer applies. An answer to it is kept in the file." in shown
    assert typist.assessment.answers["p01.q3"].state == "level"


def test_a_question_that_no_longer_applies_is_not_gone_back_to(typist: Typist) -> None:
    typist.start(answers={"p01.q1": level(1), "p01.q2": level(1)})
    shown = typist.type("c", "7", "1", "", "j 1.3", "c", "7", "2", "", "b")
    assert shown.rsplit("p01.q3 text?", 1)[1].count("p02.q1 text?") == 1


@pytest.mark.parametrize("name", ["Y", "Å", "Ho Chi Minh City", "서울", "Saint-Denis (93)", "القاهرة"])
def test_a_place_may_have_any_name(typist: Typist, name: str) -> None:
    typist.type("c", "1", name, "")
    assert typist.assessment.city.name == name


def test_a_name_that_is_too_long_is_cut_and_the_person_told(typist: Typist) -> None:
    assert "300 fit" in typist.type("c", "1", "x" * 500, "")
    assert typist.assessment.city.name == "x" * 300
