"""The facts about place and respondent, beside the answers: how each is asked, shown and stored.

City, country and group come first in `opening.py`; all of them can be opened again at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from nlc_toolkit import wording
from nlc_toolkit.assessment.models import Capacity, City, NotesChoice
from nlc_toolkit.countries import country_name
from nlc_toolkit.errors import mark
from nlc_toolkit.terminal.keeping import skipped_facts, with_skipped
from nlc_toolkit.terminal.letters import letters_shown
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG
from nlc_toolkit.terminal.required import REQUIRED, REQUIRED_TITLES, ask_country, ask_name, group_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.terminal.session import Session

TITLES = {
    **REQUIRED_TITLES,
    "region": mark("Region"),
    **wording.FACT_TITLES,
}
EXPLANATIONS = {
    "city": mark("The name of the city or district, as it is written in your reports."),
    "country": mark("The country’s name or its two-letter code, such as Indonesia or ID."),
    "region": mark("The part of the country, such as a province or a county."),
    "group": mark("The group that you belong to. Different groups answer the same questions, each in its own file."),
    **wording.FACT_EXPLANATIONS,
}
ASKED_FIRST = ("capacity", "notes")


@dataclass(frozen=True)
class Fact:
    """One fact as it stands.

    Attributes:
        key: `city`, `country`, `region`, `group`, `capacity`, `notes` or a context key.
        title, explanation: how it is asked.
        options: value and title of each choice; empty where a text is typed.
        value: the present value, None if not stated.
        shown: the present value in words, None if not stated.
    """

    key: str
    title: str
    explanation: str
    options: tuple[tuple[str, str], ...]
    value: str | None
    shown: str | None


def all_facts(session: Session) -> tuple[str, ...]:
    """Return the keys of all facts, in the order they are shown."""
    return ("city", "country", "region", "group", *ASKED_FIRST, *session.library.context_questions)


def facts_to_ask(session: Session) -> tuple[str, ...]:
    """Return the keys of the facts that are neither stated nor skipped, in the order they are asked."""
    skipped = skipped_facts(session.assessment)
    keys = (*ASKED_FIRST, *session.library.context_questions)
    return tuple(key for key in keys if key not in skipped and fact(session, key).value is None)


def fact(session: Session, key: str) -> Fact:
    """Return the fact `key` as it stands in the session's file."""
    t, assessment = session.t, session.assessment
    if (question := session.library.context_questions.get(key)) is not None:
        value = getattr(assessment.context, key)
        titles = [(known.id, wording.context_value_title(question, known.id, t)) for known in question.values]
        shown = None if value is None else wording.context_value_title(question, value, t)
        title, explanation = wording.context_title(question, t), wording.context_explanation(question, t)
        return Fact(key, title, explanation, tuple(titles), value, shown)
    value = stored_value(assessment, key)
    options = fact_options(key, t)
    shown = country_with_code(value, t) if key == "country" and value else dict(options).get(value or "", value)
    return Fact(key, t(TITLES[key]), t(EXPLANATIONS[key]), options, value, shown)


def stored_value(assessment: Assessment, key: str) -> str | None:
    """Return the stored value of a fact that is not part of the context."""
    city, respondent = assessment.city, assessment.respondent
    return {
        "city": city.name,
        "country": city.country,
        "region": city.region,
        "group": respondent.group,
        "capacity": respondent.capacity,
        "notes": respondent.notes,
    }[key]


def fact_options(key: str, t: Translator) -> tuple[tuple[str, str], ...]:
    """Return value and title of each choice for a fact that is not part of the context."""
    match key:
        case "group":
            return group_options(t)
        case "capacity":
            return tuple((value, wording.capacity_title(value, t)) for value in get_args(Capacity))
        case "notes":
            return tuple((value, wording.notes_choice_title(value, t)) for value in get_args(NotesChoice))
        case _:
            return ()


def country_with_code(code: str, t: Translator) -> str:
    """Return such as `Indonesia (ID)`."""
    return t("{country} ({code})", country=country_name(code, t), code=code)


def ask_fact(session: Session, key: str, heading: str, *, listed: bool = False) -> str | None:
    """Draw one fact and ask for it; `listed` if it was opened from the list of facts.

    Returns:
        The value typed; REMOVE where the present one is to go; None for Enter.

    Raises:
        Elsewhere: a command that leaves was typed.
    """
    known, t = fact(session, key), session.t
    page = session.dialogue.page()
    page.gap()
    page.text(heading, HEAD)
    page.gap()
    page.text(known.title, STRONG)
    page.text(known.explanation)
    if known.shown is not None:
        page.text(t("Now: {value}", value=known.shown))
    page.show()
    hint = hint_for(known, t, listed=listed)
    if known.options:
        return session.dialogue.choose(
            options_with_meaning(session, known), label="", hint=hint, removable=removable(known)
        )
    if key == "country":
        return ask_country(session.dialogue, hint)
    return ask_name(session.dialogue, hint, removable=removable(known))


def options_with_meaning(session: Session, known: Fact) -> Sequence[tuple[str, str]]:
    """Return the choices, each with what it means where the content says so."""
    question = session.library.context_questions.get(known.key)
    if question is None:
        return known.options
    t = session.t
    return [
        (value, t("{title}: {meaning}", title=title, meaning=wording.context_value_explanation(question, value, t)))
        for value, title in known.options
    ]


def removable(known: Fact) -> bool:
    """Whether the fact has a value that may be taken away."""
    return known.value is not None and known.key not in REQUIRED


def hint_for(known: Fact, t: Translator, *, listed: bool) -> str:
    """Return what can be typed besides the value."""
    if removable(known):
        return t("Enter keeps it, - takes it away, {b} goes back, {q} saves and quits.", **letters_shown(t))
    if known.value is not None:
        return t("Enter keeps it, {b} goes back, {q} saves and quits.", **letters_shown(t))
    if listed:
        return t("Enter or {b} goes back without it, {q} saves and quits.", **letters_shown(t))
    return t("Enter skips this, {j} skips to the questions, {b} goes back, {q} saves and quits.", **letters_shown(t))


def store_fact(session: Session, key: str, value: str | None) -> None:
    """Save a fact; None for not stated. Says which questions apply now, if that changes."""
    before = {question.id for question in session.course.questions}
    session.save(with_fact(session.assessment, key, value, session))
    t, after = session.t, {question.id for question in session.course.questions}
    shown = fact(session, key).shown
    session.dialogue.say(t("Saved: {value}", value=shown if shown is not None else t("not stated")), QUIET)
    if new := len(after - before):
        session.dialogue.say(
            t.plural("{count} more question applies now.", "{count} more questions apply now.", new), QUIET
        )
    if gone := len(before - after):
        session.dialogue.say(
            t.plural(
                "{count} question no longer applies. An answer to it is kept in the file.",
                "{count} questions no longer apply. Answers to them are kept in the file.",
                gone,
            ),
            QUIET,
        )


def with_fact(assessment: Assessment, key: str, value: str | None, session: Session) -> Assessment:
    """Return the assessment with this fact; None for not stated."""
    now = session.now()
    if key in session.library.context_questions:
        context = type(assessment.context).model_validate({**assessment.context.stated(), key: value})
        return assessment.changed(now, context=context)
    if key in {"city", "country", "region"}:
        changes = {"name" if key == "city" else key: value}
        city = City.model_validate({**assessment.city.model_dump(), **changes})
        return assessment.changed(now, city=city)
    respondent = assessment.respondent.model_validate({**assessment.respondent.model_dump(), key: value})
    return assessment.changed(now, respondent=respondent)


def skip_facts(session: Session, keys: Sequence[str]) -> None:
    """Save that these facts were skipped, so that they are not asked again on resuming."""
    session.save(with_skipped(session.assessment, keys, session.now()))
