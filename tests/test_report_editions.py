"""An edition shows no more than the respondent's choice about notes and its own readers allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mini import make_assessment

from nlc_toolkit.report.editions import EDITIONS, Edition, disclosure_of

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Assessment

CHOICES = ("with_group", "without_group", "withheld", None)


def with_choice(choice: str | None, **changes: object) -> Assessment:
    assessment = make_assessment()
    respondent = assessment.respondent.model_copy(update={"notes": choice, **changes})
    return assessment.model_copy(update={"respondent": respondent})


@pytest.mark.parametrize("edition", EDITIONS)
def test_withheld_notes_stay_out_of_every_edition_and_of_the_attachment(edition: Edition) -> None:
    disclosure = disclosure_of(with_choice("withheld"), edition)
    assert not disclosure.notes
    assert not disclosure.attachment


@pytest.mark.parametrize("edition", EDITIONS)
def test_where_notes_may_not_name_the_group_no_edition_shows_both(edition: Edition) -> None:
    disclosure = disclosure_of(with_choice("without_group"), edition)
    assert not (disclosure.notes and disclosure.group)
    assert not disclosure.attachment


@pytest.mark.parametrize("choice", CHOICES)
def test_only_the_facilitator_gets_code_attachment_and_civic_space(choice: str | None) -> None:
    for edition in ("participant", "public"):
        disclosure = disclosure_of(with_choice(choice), edition)
        assert (disclosure.code, disclosure.attachment, disclosure.civic_space) == (False, False, False)


@pytest.mark.parametrize("choice", CHOICES)
def test_the_public_edition_holds_nothing_that_the_respondent_wrote(choice: str | None) -> None:
    disclosure = disclosure_of(with_choice(choice), "public")
    assert (disclosure.notes, disclosure.actions, disclosure.context) == (False, False, False)


@pytest.mark.parametrize("edition", ["participant", "public"])
@pytest.mark.parametrize("capacity", ["personal", None])
def test_a_personal_view_does_not_name_its_group_beyond_the_facilitator(edition: Edition, capacity: str | None) -> None:
    assert not disclosure_of(with_choice("with_group", capacity=capacity), edition).group
    assert disclosure_of(with_choice("with_group", capacity=capacity), "facilitator").group


def test_participants_see_notes_only_where_the_respondent_said_yes() -> None:
    shown = [choice for choice in CHOICES if disclosure_of(with_choice(choice), "participant").notes]
    assert shown == ["with_group"]


@pytest.mark.parametrize(
    ("edition", "shown"),
    [
        ("facilitator", ["civic_space", "state_system"]),
        ("participant", ["state_system"]),
        ("public", []),
    ],
)
def test_facts_about_the_place_are_shown_as_far_as_the_edition_goes(edition: Edition, shown: list[str]) -> None:
    stated = {"civic_space": "closed", "state_system": "federal"}
    assert sorted(disclosure_of(make_assessment(), edition).context_shown(stated)) == shown
