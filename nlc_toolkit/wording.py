"""The words for the ids that files and figures carry: groups, owners, horizons, standings, levels and content texts.

The same words stand on the screen and in the report; sentences and headings of one output are left to that output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.analysis.matching import Match
    from nlc_toolkit.analysis.scoring import Standing
    from nlc_toolkit.assessment.models import Capacity, Holder, Horizon, Mode, NotesChoice, Owner, Round, Strength
    from nlc_toolkit.content.models import Checklist, ContextQuestion, Practice, Question, Source
    from nlc_toolkit.content.vocabulary import Group
    from nlc_toolkit.i18n import Translator

GROUP_TITLES: Mapping[str, str] = {
    "national_government": mark("National government"),
    "regional_government": mark("Regional government"),
    "local_government": mark("Local government"),
    "security_services": mark("Police and security services"),
    "civil_society": mark("Civil society"),
    "private_sector": mark("Private sector"),
    "other": mark("Other"),
}
HOLDER_TITLES: Mapping[str, str] = {
    **GROUP_TITLES,
    "nobody": mark("Nobody"),
    "unknown": mark("Not known"),
}
OWNER_TITLES: Mapping[str, str] = {
    **GROUP_TITLES,
    "joint": mark("Several together"),
    "undecided": mark("Not decided yet"),
}
HORIZON_TITLES: Mapping[Horizon, str] = {
    "now": mark("Now"),
    "6_months": mark("Within 6 months"),
    "12_months": mark("Within 12 months"),
    "24_months": mark("Within 24 months"),
    "later": mark("Later"),
}
STRENGTH_TITLES: Mapping[Strength, str] = {
    "statement": mark("Somebody says so"),
    "observed": mark("Seen in practice"),
    "document": mark("Written in a document"),
    "independent": mark("Checked by someone independent"),
}
CAPACITY_TITLES: Mapping[Capacity, str] = {
    "institution": mark("These answers speak for my institution"),
    "personal": mark("These answers are my personal view"),
}
NOTES_CHOICE_TITLES: Mapping[NotesChoice, str] = {
    "with_group": mark("Yes, together with my group"),
    "without_group": mark("Yes, but without naming my group"),
    "withheld": mark("No, keep my notes out of it"),
}
FACT_TITLES: Mapping[str, str] = {
    "capacity": mark("For whom do you answer?"),
    "notes": mark("May the facilitator show your notes?"),
}
FACT_EXPLANATIONS: Mapping[str, str] = {
    "capacity": mark("A workshop reads an agreed answer of an institution differently from a personal view."),
    "notes": mark("Before a workshop, a facilitator may print notes and evidence for the people in the room."),
}
MODE_TITLES: Mapping[Mode, str] = {
    "full": mark("Full: every question that applies"),
    "quick": mark("Quick: one question for each practice"),
}
ROUND_TITLES: Mapping[Round, str] = {
    "own": mark("The respondent’s own answers"),
    "agreed": mark("Answers that were agreed in the room"),
}
STANDING_TITLES: Mapping[Standing, str] = {
    "level": mark("Answered"),
    "dont_know": mark("Don’t know"),
    "unanswered": mark("Not answered yet"),
    "to_confirm": mark("To confirm"),
    "not_our_mandate": mark("Not our mandate"),
    "not_applicable": mark("Not applicable"),
}


def group_title(group: Group, t: Translator) -> str:
    """Return the respondent group in words."""
    return t(GROUP_TITLES[group])


def holder_title(holder: Holder, t: Translator) -> str:
    """Return who holds a task, in words: a group, nobody, or not known."""
    return t(HOLDER_TITLES[holder])


def owner_title(owner: Owner, t: Translator) -> str:
    """Return who takes an action on: a group, several together, or not decided yet."""
    return t(OWNER_TITLES[owner])


def horizon_title(horizon: Horizon, t: Translator) -> str:
    """Return by when an action is meant to be done."""
    return t(HORIZON_TITLES[horizon])


def strength_title(strength: Strength, t: Translator) -> str:
    """Return how strong a piece of evidence is."""
    return t(STRENGTH_TITLES[strength])


def capacity_title(capacity: Capacity, t: Translator) -> str:
    """Return whether the answers speak for an institution or are a personal view."""
    return t(CAPACITY_TITLES[capacity])


def notes_choice_title(choice: NotesChoice, t: Translator) -> str:
    """Return the answer to “may the facilitator show your notes?”."""
    return t(NOTES_CHOICE_TITLES[choice])


def mode_title(mode: Mode, t: Translator) -> str:
    """Return whether every question is asked or one for each practice."""
    return t(MODE_TITLES[mode])


def round_title(round_: Round, t: Translator) -> str:
    """Return whose answers these are: one respondent's or the room's."""
    return t(ROUND_TITLES[round_])


def standing_title(standing: Standing, t: Translator) -> str:
    """Return how a question stands, in words."""
    return t(STANDING_TITLES[standing])


def level_label(level: int, checklist: Checklist, t: Translator) -> str:
    """Return the name of a level (0-4), such as “Emerging”."""
    return t.content(f"checklist.level{level}.label", checklist.levels[level].label)


def level_meaning(level: int, checklist: Checklist, t: Translator) -> str:
    """Return what a level (0-4) stands for on any question."""
    return t.content(f"checklist.level{level}.meaning", checklist.levels[level].meaning)


def area_title(area: str, checklist: Checklist, t: Translator) -> str:
    """Return the title of an area; its id where the checklist has none."""
    titles = {known.id: known.title for known in checklist.areas}
    return t.content(f"checklist.area.{area}", titles.get(area, area))


def barrier_title(barrier: str, checklist: Checklist, t: Translator) -> str:
    """Return the title of a barrier; its id where the checklist has none."""
    titles: Mapping[str, str] = {known.id: known.title for known in checklist.barriers}
    return t.content(f"checklist.barrier.{barrier}", titles.get(barrier, barrier))


def barrier_explanation(barrier: str, checklist: Checklist, t: Translator) -> str:
    """Return what a barrier means; empty where the checklist does not have it."""
    for known in checklist.barriers:
        if known.id == barrier:
            return t.content(f"checklist.barrier.{barrier}.explanation", known.explanation)
    return ""


def context_title(question: ContextQuestion, t: Translator) -> str:
    """Return how one fact about the place is asked."""
    return t.content(f"checklist.context.{question.key}", question.title)


def context_explanation(question: ContextQuestion, t: Translator) -> str:
    """Return why one fact about the place is asked."""
    return t.content(f"checklist.context.{question.key}.explanation", question.explanation)


def context_value_title(question: ContextQuestion, value: str, t: Translator) -> str:
    """Return one answer to a context question; the value's id where the checklist has no title for it."""
    titles = {known.id: known.title for known in question.values}
    return t.content(f"checklist.context.{question.key}.{value}", titles.get(value, value))


def context_value_explanation(question: ContextQuestion, value: str, t: Translator) -> str:
    """Return what one answer to a context question means; empty where the checklist does not have it."""
    for known in question.values:
        if known.id == value:
            return t.content(f"checklist.context.{question.key}.{value}.explanation", known.explanation)
    return ""


def practice_title(practice: Practice, t: Translator) -> str:
    """Return the practice's official title where the content has it, else its working title."""
    if practice.official_title is not None:
        return t.content(f"{practice.id}.official_title", practice.official_title)
    return t.content(f"{practice.id}.title", practice.title)


def practice_summary(practice: Practice, t: Translator) -> str:
    """Return the practice in one or two sentences."""
    return t.content(f"{practice.id}.summary", practice.summary)


def practice_why(practice: Practice, t: Translator) -> str:
    """Return why the practice matters."""
    return t.content(f"{practice.id}.why", practice.why)


def practice_guidance(
    practice: Practice, checklist: Checklist, t: Translator, stated: Mapping[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Return how to apply the practice in certain kinds of place: which places, and the guidance for them.

    Args:
        practice: whose guidance.
        checklist: names the kinds of place, in their order.
        t: the run's translator.
        stated: facts about one place (context key → value), to return only what fits it; None for all.
    """
    return tuple(
        (
            t.content(f"checklist.place.{place.id}", place.title),
            t.content(f"{practice.id}.guidance.{place.id}", practice.guidance[place.id]),
        )
        for place in checklist.places
        if place.id in practice.guidance and (stated is None or place.fits(stated))
    )


def question_text(question: Question, t: Translator) -> str:
    """Return what is asked."""
    return t.content(f"{question.id}.text", question.text)


def question_explanation(question: Question, t: Translator) -> str:
    """Return what the question means."""
    return t.content(f"{question.id}.explain", question.explain)


def question_opening(question: Question, t: Translator) -> str:
    """Return the neutral question that opens its discussion; one for any question where it has none of its own."""
    if question.opening is None:
        return t("What does each side see when it answers this question, and what would help both to see the same?")
    return t.content(f"{question.id}.opening", question.opening)


def question_evidence(question: Question, t: Translator) -> tuple[str, ...]:
    """Return what would show the answer, one kind of evidence each."""
    return tuple(
        t.content(f"{question.id}.evidence{number}", kind) for number, kind in enumerate(question.evidence, start=1)
    )


def anchor(question: Question, level: int, t: Translator) -> str:
    """Return what can be seen when the question stands at this level (0-4)."""
    return t.content(f"{question.id}.level{level}", question.levels[level].anchor)


def next_step(question: Question, level: int, t: Translator) -> str:
    """Return the step that leads from this level (0-3) to the next; empty where there is none."""
    step = question.levels[level].next
    return t.content(f"{question.id}.next{level}", step) if step else ""


def match_reasons(match: Match, checklist: Checklist, t: Translator) -> tuple[str, ...]:
    """Return why a case study fits a city, one sentence for each kind of reason."""
    reasons = []
    if match.barriers:
        titles = [t("“{title}”", title=barrier_title(barrier, checklist, t)) for barrier in match.barriers]
        reasons.append(
            t("Barriers that both this practice and the case often meet: {barriers}.", barriers=t.series(titles))
        )
    asked = {question.key: question for question in checklist.context}
    for key, value in match.context:
        if key in asked:
            title, answer = context_title(asked[key], t), context_value_title(asked[key], value, t)
            reasons.append(t("The same answer to “{question}”: {answer}.", question=title, answer=answer))
    return tuple(reasons) or (t("It is about this practice."),)


def is_described(source: Source) -> bool:
    """Whether the source's title is a description of ours, in square brackets; a quoted title is not translated."""
    return source.title.startswith("[")


def source_title(source: Source, owner: str, number: int, t: Translator) -> str:
    """Return how a source is named: by its own title, as it is, or by our description of it in square brackets.

    Args:
        source: one of the sources of a practice or a case study.
        owner: the beginning of its id in the catalogues, such as `p06` or `case.KE-county-action-plans`.
        number: its place among the owner's sources, from 1.
        t: the run's translator.
    """
    return t.content(f"{owner}.source{number}", source.title) if is_described(source) else source.title
