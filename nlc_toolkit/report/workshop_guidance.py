"""What a facilitator should know beside the figures: consent, who sees what, safety, differences that may stay.

The ground rules are for everybody in the room, the rest for the facilitator alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from nlc_toolkit.report.workshop_material import WorkshopMaterial


@dataclass(frozen=True)
class Advice:
    """A heading and its sentences, one for each point."""

    title: str
    points: tuple[str, ...]


GROUND_RULES: tuple[str, ...] = (
    mark("We speak about institutions and how they work together. We do not speak about persons or communities."),
    mark("You may use what you hear. You may not say who said it, or who was in the room."),
    mark("No police work, no single cases, nothing that is secret."),
    mark("A difference is a finding. Nobody has to give way, and nobody has to explain an answer."),
    mark("Everybody may pass, may leave the room, and may ask that something is not written down."),
)

ADVICE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        mark("Consent"),
        (
            mark("Say at the start what the meeting is for, who will see the results and how long they are kept."),
            mark("Ask each person whether they agree. To stay away, or to leave early, must have no consequence."),
            mark("Ask before anybody takes pictures, records or lists who is present."),
            mark("Respondents chose who may see their remarks. This paper keeps to it, so do not look for more."),
        ),
    ),
    (
        mark("Who sees the results"),
        (
            mark("This edition is yours. Do not hand it round, and do not show its pages on a screen."),
            mark("Give the participant edition to the people in the room, and the public edition to everybody else."),
            mark("Questions and agenda of the participant edition can differ from yours. Compare both first."),
            mark("Make all editions once, when all have answered. Two versions can be subtracted from each other."),
            mark("Even so, colleagues may guess. If a group is so small that this could harm somebody, show less."),
            mark("Agree on a day on which the files and your notes are deleted, and keep to it."),
        ),
    ),
    (
        mark("People from civil society"),
        (
            mark(
                "Where speaking is not free, a low level can cost a licence, money or safety. Ask before the "
                "meeting what is safe to say, and how they want to be named."
            ),
            mark("Offer ways to take part without being seen: the paper form, a call before, or a trusted body."),
            mark("Plan a part of the meeting without police and security services, and begin with it."),
            mark("Never ask one organisation to speak for a community. Never ask it for names."),
            mark(
                "If the risk is too high, leave the question out. A missing question does less harm than a marked "
                "person."
            ),
        ),
    ),
    (
        mark("What may be told outside"),
        (
            mark("The rule in plain words: take the content home, leave the names here."),
            mark("The record says what was agreed and where views differ, by group at most. It names no person."),
            mark("Where a group has one member, write “one view” in the record instead of the group."),
        ),
    ),
    (
        mark("Do not force agreement"),
        (
            mark("Ask first what each side sees. Ask only then why, and only at the end for a level."),
            mark("Where it is safe, let the side with the lower level speak first, and the most senior person last."),
            mark("Do not take the average, and do not vote. If there is no common level, write down both and why."),
            mark("The one who differs may be the one who knows. Agreement is not truth."),
            mark("A difference is no fault of anyone. It often shows what one side has not been told."),
        ),
    ),
    (
        mark("If somebody is named"),
        (
            mark("Stop kindly: “We speak about how offices work together. Let us leave the name out.”"),
            mark("Do not write the name down, and ask others not to. Strike it out where it was written."),
            mark("Speak with the person who said it in the break. If somebody may be in danger, tell them quietly."),
            mark("If it is about a crime or a risk to life, the law and your own rules come first. Know them before."),
        ),
    ),
)


def ground_rules(material: WorkshopMaterial) -> tuple[str, ...]:
    """Return the rules to read aloud at the start; the public edition has no meeting and no rules."""
    return () if material.for_public else tuple(material.t(rule) for rule in GROUND_RULES)


def facilitator_advice(material: WorkshopMaterial) -> tuple[Advice, ...]:
    """Return the facilitator's notes; empty in the other editions."""
    t = material.t
    if not material.for_facilitator:
        return ()
    return tuple(Advice(t(title), tuple(t(point) for point in points)) for title, points in ADVICE)


def civic_space_in_words(material: WorkshopMaterial) -> str:
    """Return how free the answers call civil society, for the facilitator only; empty if nobody said."""
    t, asked = material.t, material.library.context_questions.get("civic_space")
    if not material.for_facilitator or asked is None:
        return ""
    said = Counter(
        value for member in material.members.own if (value := member.assessment.context.civic_space) is not None
    )
    if not said:
        return ""
    values = [
        t(
            "“{value}” ({count})",
            value=wording.context_value_title(asked, value.id, t),
            count=t.number(said[value.id], 0),  # type: ignore[index]  # values are those of the context
        )
        for value in asked.values
        if value.id in said
    ]
    return t(
        "For you only. “{question}” Respondents said: {values}.",
        question=wording.context_title(asked, t),
        values=t.series(values),
    )
