"""A panel of many respondents, the same in every run: invented answers to every question of a checklist."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from nlc_toolkit.analysis.members import Member
from nlc_toolkit.assessment.models import (
    Assessment,
    City,
    DontKnowAnswer,
    LevelAnswer,
    NotOurMandateAnswer,
    Respondent,
)
from nlc_toolkit.content.models import Context
from nlc_toolkit.content.vocabulary import GROUPS, Group

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Answer
    from nlc_toolkit.content.library import Library

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
NOTE = "The list of the safety office shows which requests are still open, and since when. Nobody has asked us yet."
UNKNOWN, NOT_OURS, NOTED = 0.1, 0.05, 0.3
CONTEXT = Context(state_system="unitary_decentralised", place_type="secondary_city", structure="forum")


def seeded_panel(library: Library, respondents: int, seed: int) -> tuple[Member, ...]:
    """Return that many respondents of one city, groups in turn, each group leaning its own way."""
    chance = Random(seed)  # noqa: S311 - invented answers, not secrets
    leaning = {group: chance.randint(-1, 2) for group in GROUPS}
    return tuple(
        Member(f"{number:02}.json", _assessment(library, number, GROUPS[number % len(GROUPS)], leaning, chance))
        for number in range(respondents)
    )


def _assessment(library: Library, number: int, group: Group, leaning: dict[Group, int], chance: Random) -> Assessment:
    return Assessment(
        id=f"{number:032x}",
        created=NOW,
        updated=NOW,
        mode="full",
        city=City(name="Port Amara (fictional)", country="AQ"),
        context=CONTEXT,
        respondent=Respondent(group=group, code=f"Q{number:03}", capacity="personal", notes="with_group"),
        round="own",
        answers={
            question.id: _answer(question.revision, leaning[group], chance)
            for question in library.questions.values()
            if question.applies(CONTEXT)
        },
    )


def _answer(revision: int, leaning: int, chance: Random) -> Answer:
    kind = chance.random()
    if kind < UNKNOWN:
        return DontKnowAnswer(revision=revision, answered=NOW)
    if kind < UNKNOWN + NOT_OURS:
        return NotOurMandateAnswer(revision=revision, answered=NOW, holder="national_government")
    level = min(4, max(0, chance.randint(0, 3) + leaning))
    return LevelAnswer(revision=revision, answered=NOW, level=level, note=NOTE if chance.random() < NOTED else None)
