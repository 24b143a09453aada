"""The blank form, complete and ready to print: the questionnaire on paper, with the codes that take the answers back.

Pure, as `view.py`. The facts are in `form_facts_view.py`; what the codes stand for is decided in `form_codes.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.assessment.form_codes import EXAMPLES, HOLDER_CODES, NOT_OUR_MANDATE, form_mark, printed_questions
from nlc_toolkit.content import honesty
from nlc_toolkit.content.vocabulary import GROUPS, LEVELS
from nlc_toolkit.countries import country_name
from nlc_toolkit.errors import mark
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.report.directions import on_paper
from nlc_toolkit.report.form_facts_view import Choice, fact_views, only_if
from nlc_toolkit.report.material import Fact
from nlc_toolkit.report.view import TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nlc_toolkit.assessment.models import Mode
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice, Question
    from nlc_toolkit.content.vocabulary import Group
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.form_facts_view import FactView

ONE_PRACTICE = mark("Paper form: one practice")
LONGEST_CITY = 80
FEWEST_COLUMNS = 6
NO_BREAK_SPACE = "\u00a0"
SUBTITLES: dict[Mode, str] = {
    "full": mark("Paper form, full: every question"),
    "quick": mark("Paper form, quick: one question for each practice"),
}


@dataclass(frozen=True)
class FormWishes:
    """What the person who makes the form asks for.

    Attributes:
        today: the day it is made.
        mode: every question or one for each practice.
        practice: id of the only practice to print; None for all.
        city, country, group: printed in the form where they are given; `country` as code.
    """

    today: date
    mode: Mode = "full"
    practice: str | None = None
    city: str = ""
    country: str = ""
    group: Group | None = None


@dataclass(frozen=True)
class FormQuestion:
    """One question on paper.

    Attributes:
        id: as in `p06.q2`.
        only_if: under which facts it is asked, and where to go else; empty where it is asked everywhere.
        levels: the five anchors by their code.
        not_applicable: whether that is a possible answer.
    """

    id: str
    text: str
    explanation: str
    only_if: str
    levels: tuple[Fact, ...]
    not_applicable: bool


@dataclass(frozen=True)
class FormPractice:
    """One practice on paper; `summary` is empty where a single question says as much."""

    id: str
    title: str
    summary: str
    questions: tuple[FormQuestion, ...]


@dataclass(frozen=True)
class FormLine:
    """One line to type: what it begins with, and the short names of the answers it takes; `gap` fills the row."""

    begins: str
    answers: tuple[str, ...]
    gap: int


@dataclass(frozen=True)
class FormView:
    """One whole form.

    Attributes:
        mark: stands at the foot of every page, so that a form is not typed in against other questions.
        holder_line: the letters for who has a task, for the foot of every page.
        fields: what the respondent writes, or what is filled in already.
        one_practice: whether only a part of the questionnaire is printed.
        conditional: whether some questions depend on the facts.
        not_applicable: whether that is a possible answer to some question.
        lines: the lines to type for the practices, each with its beginning and its answers.
        command, example: what to type, exactly.
    """

    language: str
    direction: str
    document_title: str
    day: str
    title: str
    subtitle: str
    mark: str
    holder_line: str
    honesty: str
    fields: tuple[Fact, ...]
    groups: tuple[Choice, ...]
    levels: tuple[Fact, ...]
    holders: tuple[Fact, ...]
    facts: tuple[FactView, ...]
    practices: tuple[FormPractice, ...]
    one_practice: bool
    conditional: bool
    not_applicable: bool
    lines: tuple[FormLine, ...]
    command: str
    example: str


def build_form_view(library: Library, translator: Translator, wishes: FormWishes) -> FormView:
    """Return the whole form, ready to print."""
    t = on_paper(translator)
    practices = [practice for practice in library.practices if wishes.practice in {None, practice.id}]
    questions = [question for practice in practices for question in printed_questions(practice, wishes.mode)]
    facts = fact_views(library, questions, t, every=wishes.practice is None)
    title, subtitle = t(TITLE), t(SUBTITLES[wishes.mode] if wishes.practice is None else ONE_PRACTICE)
    return FormView(
        language=t.language,
        direction=t.direction,
        document_title=t("{title}: {subtitle}", title=title, subtitle=subtitle),
        day=wishes.today.isoformat(),
        title=title,
        subtitle=subtitle,
        mark=form_mark(library).replace(" ", NO_BREAK_SPACE),
        holder_line=_holder_line(t),
        honesty=t(honesty.WORKING_TITLES, memorandum=honesty.MEMORANDUM) if library.titles_are_working_titles else "",
        fields=_fields(t, wishes),
        groups=_groups(t, wishes),
        levels=_levels(library, t),
        holders=_holders(t),
        facts=facts,
        practices=tuple(_practice(library, practice, questions, t) for practice in practices),
        one_practice=wishes.practice is not None,
        conditional=any(question.applies_when for question in questions),
        not_applicable=any(question.not_applicable_allowed for question in questions),
        lines=_lines(questions),
        command="nlc enter my-city.json --quick" if wishes.mode == "quick" else "nlc enter my-city.json",
        example=EXAMPLES[wishes.mode],
    )


def _fields(t: Translator, wishes: FormWishes) -> tuple[Fact, ...]:
    country = ""
    if wishes.country:
        country = t("{country} ({code})", country=country_name(wishes.country, t), code=wishes.country)
    return (Fact(t("City or district"), clean_line(wishes.city)), Fact(t("Country"), country))


def _levels(library: Library, t: Translator) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            str(level),
            t(
                "{title}: {meaning}",
                title=wording.level_label(level, library.checklist, t),
                meaning=wording.level_meaning(level, library.checklist, t),
            ),
        )
        for level in LEVELS
    )


def _holders(t: Translator) -> tuple[Fact, ...]:
    return tuple(
        Fact(NOT_OUR_MANDATE + letter, wording.holder_title(holder, t)) for letter, holder in HOLDER_CODES.items()
    )


def _groups(t: Translator, wishes: FormWishes) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(number), wording.group_title(group, t), ticked=group == wishes.group)
        for number, group in enumerate(GROUPS, start=1)
    )


def _practice(library: Library, practice: Practice, questions: Sequence[Question], t: Translator) -> FormPractice:
    own = [question for question in questions if question.id.startswith(f"{practice.id}.")]
    return FormPractice(
        practice.id,
        wording.practice_title(practice, t),
        wording.practice_summary(practice, t) if len(own) > 1 else "",
        tuple(
            FormQuestion(
                id=question.id,
                text=wording.question_text(question, t),
                explanation=wording.question_explanation(question, t),
                only_if=only_if(library, question, questions, t),
                levels=tuple(Fact(str(level), wording.anchor(question, level, t)) for level in LEVELS),
                not_applicable=question.not_applicable_allowed,
            )
            for question in own
        ),
    )


def _lines(questions: Sequence[Question]) -> tuple[FormLine, ...]:
    answers: dict[str, list[str]] = {}
    for question in questions:
        practice, _, name = question.id.partition(".")
        answers.setdefault(practice, []).append(name)
    widest = max(FEWEST_COLUMNS, *map(len, answers.values()))
    return tuple(FormLine(begins, tuple(names), widest - len(names)) for begins, names in answers.items())


def _holder_line(t: Translator) -> str:
    shown = (t("{code} {holder}", code=held.label, holder=held.value) for held in _holders(t))
    return " · ".join(text.replace(" ", NO_BREAK_SPACE) for text in shown)
