"""The facts on the paper form, and where an answer to them leads: which questions are left out, and where to go on.

How the questions themselves are printed is left to `form_view.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.assessment.form_codes import fact_codes, facts_on_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Question
    from nlc_toolkit.i18n import Translator


@dataclass(frozen=True)
class Choice:
    """One answer to tick.

    Attributes:
        code: the number to type for it.
        explanation: when to choose it; may be empty.
        leaves_out: sentence on the questions that are then not asked; empty where all are.
        ticked: whether it is ticked already.
    """

    code: str
    title: str
    explanation: str = ""
    leaves_out: str = ""
    ticked: bool = False


@dataclass(frozen=True)
class FactView:
    """One fact on paper; `code` such as `f3`."""

    code: str
    title: str
    explanation: str
    choices: tuple[Choice, ...]


def fact_views(library: Library, questions: Sequence[Question], t: Translator, *, every: bool) -> tuple[FactView, ...]:
    """Return the facts to print, those about the respondent first.

    Args:
        library: the content.
        questions: the questions on the form.
        t: the run's translator.
        every: print every fact; else only those about the respondent and those on which a question depends.
    """
    codes = fact_codes(library)
    needed = {key for question in questions for key in question.applies_when}
    return tuple(
        _about_respondent(key, values, codes[key], t)
        if key in wording.FACT_TITLES
        else _about_place(library, key, codes[key], questions, t)
        for key, values in facts_on_form(library).items()
        if every or key in needed or key in wording.FACT_TITLES
    )


def only_if(library: Library, question: Question, questions: Sequence[Question], t: Translator) -> str:
    """Return under which facts a question is asked, and where to go on else; empty where it is asked everywhere.

    Args:
        library: the content.
        question: one of `questions`.
        questions: the questions on the form, in their order.
        t: the run's translator.
    """
    if not question.applies_when:
        return ""
    following = questions[questions.index(question) + 1 :]
    target = next((other.id for other in following if other.applies_when != question.applies_when), t("the last page"))
    codes = fact_codes(library)
    conditions = [(codes[key], *_answers(library, key, t, values)) for key, values in question.applies_when.items()]
    if len(conditions) == 1:
        [(fact, title, answers)] = conditions
        return t(
            "Only if your answer to {fact} ({title}) is {answers}, or is empty. Otherwise go to {target}.",
            fact=fact,
            title=title,
            answers=answers,
            target=target,
        )
    return t(
        "Only if each of these facts has the answer in brackets, or is empty: {facts}. Otherwise go to {target}.",
        facts=t.series([t("{fact} ({answers})", fact=fact, answers=answers) for fact, _, answers in conditions]),
        target=target,
    )


def _answers(library: Library, key: str, t: Translator, values: Sequence[str]) -> tuple[str, str]:
    asked = library.context_questions[key]
    numbered = [
        t("{number} “{title}”", number=number, title=wording.context_value_title(asked, value.id, t))
        for number, value in enumerate(asked.values, start=1)
        if value.id in values
    ]
    return wording.context_title(asked, t), t.one_of(numbered)


def _about_respondent(key: str, values: Sequence[str], code: str, t: Translator) -> FactView:
    choices = wording.CAPACITY_TITLES.items() if key == "capacity" else wording.NOTES_CHOICE_TITLES.items()
    titles: dict[str, str] = {str(value): title for value, title in choices}
    ticks = tuple(Choice(str(number), t(titles[value])) for number, value in enumerate(values, start=1))
    return FactView(code, t(wording.FACT_TITLES[key]), t(wording.FACT_EXPLANATIONS[key]), ticks)


def _about_place(library: Library, key: str, code: str, questions: Sequence[Question], t: Translator) -> FactView:
    asked = library.context_questions[key]
    return FactView(
        code,
        wording.context_title(asked, t),
        wording.context_explanation(asked, t),
        tuple(
            Choice(
                str(number),
                wording.context_value_title(asked, value.id, t),
                wording.context_value_explanation(asked, value.id, t),
                _leaves_out(key, value.id, questions, t),
            )
            for number, value in enumerate(asked.values, start=1)
        ),
    )


def _leaves_out(key: str, value: str, questions: Sequence[Question], t: Translator) -> str:
    left_out = [question.id for question in questions if value not in question.applies_when.get(key, (value,))]
    return t("Leave out {questions}.", questions=t.series(left_out)) if left_out else ""
