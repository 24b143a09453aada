"""Every id that a file or a figure may carry has words."""

from __future__ import annotations

from typing import get_args

import pytest
from mini import make_library

from nlc_toolkit import wording
from nlc_toolkit.analysis.scoring import Standing
from nlc_toolkit.assessment.models import (
    Capacity,
    Holder,
    Horizon,
    Mode,
    NotesChoice,
    Owner,
    Round,
    Strength,
)
from nlc_toolkit.content.vocabulary import Group
from nlc_toolkit.i18n import Translator

T = Translator()


@pytest.mark.parametrize(
    ("ids", "titles"),
    [
        (get_args(Group), wording.GROUP_TITLES),
        (get_args(Holder), wording.HOLDER_TITLES),
        (get_args(Owner), wording.OWNER_TITLES),
        (get_args(Horizon), wording.HORIZON_TITLES),
        (get_args(Strength), wording.STRENGTH_TITLES),
        (get_args(Capacity), wording.CAPACITY_TITLES),
        (get_args(NotesChoice), wording.NOTES_CHOICE_TITLES),
        (get_args(Mode), wording.MODE_TITLES),
        (get_args(Round), wording.ROUND_TITLES),
        (get_args(Standing), wording.STANDING_TITLES),
    ],
)
def test_every_id_of_a_vocabulary_has_its_own_words(ids: tuple[object, ...], titles: dict[str, str]) -> None:
    flat = [name for entry in ids for name in (get_args(entry) or (entry,))]
    assert flat
    assert sorted(map(str, flat)) == sorted(titles)
    assert len(set(titles.values())) == len(titles)


def test_content_words_come_from_the_item_itself() -> None:
    library = make_library()
    question = library.questions["p01.q1"]
    assert wording.anchor(question, 2, T) == "p01.q1 anchor 2"
    assert wording.next_step(question, 3, T) == "p01.q1 step from 3"
    assert wording.next_step(question, 4, T) == ""
    assert wording.question_evidence(question, T) == ("p01.q1 paper",)
    assert wording.level_label(4, library.checklist, T) == "Sustained"


def test_an_official_title_stands_before_the_working_title() -> None:
    practice = make_library().practices[0]
    assert wording.practice_title(practice, T) == "p01 title"
    assert wording.practice_title(practice.model_copy(update={"official_title": "Official"}), T) == "Official"


def test_an_id_that_the_checklist_does_not_know_is_shown_as_it_is() -> None:
    checklist = make_library().checklist
    assert wording.area_title("unheard", checklist, T) == "unheard"
    assert wording.barrier_title("unheard", checklist, T) == "unheard"
    assert wording.barrier_explanation("unheard", checklist, T) == ""
