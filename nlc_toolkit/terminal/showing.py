"""The result of one assessment in the terminal: figures, what follows from them, and what they do not say.

Drawn at the end of the questionnaire and by `nlc show`; nothing is computed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.content.honesty import MEMORANDUM, SELF_ASSESSMENT_LIMITS, WORKING_TITLES
from nlc_toolkit.countries import country_name
from nlc_toolkit.terminal.figures import band_words, reached_words, score_words
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import Console

    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.analysis.scoring import PracticeResult
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator

TABLE_CELLS = (42, -6, -9, -11, -10)
ID_CELLS = 4


def show_result(console: Console, library: Library, result: Result, t: Translator) -> None:
    """Print the whole result."""
    page = Page(console)
    for draw in result_parts():
        draw(page, library, result, t)
        page.gap()
    page.show(whole=True)


def result_parts() -> tuple[Callable[[Page, Library, Result, Translator], None], ...]:
    """Return what draws each part of a result; a part fills about a window, or is empty."""
    return (draw_figures, draw_plan, draw_steps, draw_outlook)


def draw_figures(page: Page, library: Library, result: Result, t: Translator) -> None:
    """Add where the city stands: each practice with score, band, level reached and coverage, and the whole."""
    draw_heading(page, result, t)
    if not page.in_columns:
        for practice in result.scores.practices:
            draw_sentence(page, library, practice, t)
    else:
        heads = (t("Practice"), t("Score"), t("Band"), t("Reached"), t("Coverage"))
        page.table(heads, [cells_of(library, practice, t) for practice in result.scores.practices], TABLE_CELLS)
    draw_overall(page, result, t)
    page.text(
        t(
            "Band: the score if everything unknown were level 0, and if it were level 4. "
            "Coverage: how much is answered with a level."
        ),
        QUIET,
    )


def draw_heading(page: Page, result: Result, t: Translator) -> None:
    """Add whose result this is and how complete it is."""
    assessment = result.assessment
    page.gap()
    page.text(
        t(
            "Result for {city}, {country}: {group}",
            city=assessment.city.name,
            country=country_name(assessment.city.country, t),
            group=wording.group_title(assessment.respondent.group, t),
        ),
        HEAD,
    )
    answered = t("{answered} of {asked} answered", answered=result.answered, asked=result.asked)
    if result.complete:
        page.text(t("{mode}. {answered}.", mode=wording.mode_title(assessment.mode, t), answered=answered), QUIET)
    else:
        page.text(
            t("{mode}. {answered}: incomplete.", mode=wording.mode_title(assessment.mode, t), answered=answered), QUIET
        )


def cells_of(library: Library, result: PracticeResult, t: Translator) -> tuple[str, ...]:
    """Return one practice as a row of the table."""
    return (
        f"{result.id:<{ID_CELLS}}{wording.practice_title(library.practice(result.id), t)}",
        t.number(result.score),
        band_words(result.low, result.high, t),
        reached_words(result, t),
        t.percent(result.coverage),
    )


def draw_sentence(page: Page, library: Library, result: PracticeResult, t: Translator) -> None:
    """Add one practice as a sentence, for a screen reader or a pipe."""
    title, score = wording.practice_title(library.practice(result.id), t), score_words(result, t)
    if result.reached is None:
        page.text(t("{id} {title}: {score}.", id=result.id, title=title, score=score))
        return
    reached = reached_words(result, t)
    page.text(
        t(
            "{id} {title}: {score}; level reached: {reached}.",
            id=result.id,
            title=title,
            score=score,
            reached=reached,
        )
    )


def draw_overall(page: Page, result: Result, t: Translator) -> None:
    """Add the mean over all practices, with how many it rests on."""
    overall = result.scores.overall
    if overall.score is None:
        page.text(
            t(
                "Overall: not enough practices have a score ({scored} of {of}).",
                scored=overall.scored,
                of=overall.of,
            ),
            STRONG,
        )
        return
    page.text(
        t(
            "Overall: {score} (band {band}), mean of {scored} of {of} practices.",
            score=t.number(overall.score),
            band=band_words(overall.low, overall.high, t),
            scored=overall.scored,
            of=overall.of,
        ),
        STRONG,
    )


def draw_plan(page: Page, library: Library, result: Result, t: Translator) -> None:
    """Add strengths, priorities and what to find out first."""
    plan, by_id = result.plan, {practice.id: practice for practice in result.scores.practices}
    page.gap()
    draw_list(page, t("Strengths"), [named(by_id[name], library, t) for name in plan.strengths], t("None yet."))
    page.gap()
    draw_list(page, t("Priorities"), [named(by_id[name], library, t) for name in plan.priorities], t("None."))
    if plan.find_out:
        titles = [f"{name} {wording.practice_title(library.practice(name), t)}" for name in plan.find_out]
        page.gap()
        page.text(t("Find out first"), STRONG)
        page.text(t("Too few answers for a score: {practices}.", practices=t.series(titles)))
    aside = [*result.scores.set_aside.inapplicable, *result.scores.set_aside.retired]
    if aside:
        page.gap()
        page.text(t("Kept in the file but not scored, because not asked here: {questions}", questions=t.series(aside)))
    if result.scores.set_aside.to_confirm:
        page.gap()
        page.text(
            t(
                "To confirm, because the question has changed: {questions}",
                questions=t.series(result.scores.set_aside.to_confirm),
            )
        )


def named(practice: PracticeResult, library: Library, t: Translator) -> str:
    """Return a practice with its score, band, coverage and target."""
    title, score = wording.practice_title(library.practice(practice.id), t), score_words(practice, t)
    if practice.target is None:
        return t("{id} {title}: {score}", id=practice.id, title=title, score=score)
    return t("{id} {title}: {score}; target {target}", id=practice.id, title=title, score=score, target=practice.target)


def draw_list(page: Page, heading: str, entries: Sequence[str], none: str) -> None:
    """Add a heading with its entries, or what to say when there are none."""
    page.text(heading, STRONG)
    for entry in entries:
        page.text(entry, label="- ")
    if not entries:
        page.text(none)


def draw_steps(page: Page, library: Library, result: Result, t: Translator) -> None:
    """Add the next steps of the priorities and the actions planned, where there are any."""
    if result.plan.next_steps:
        page.gap()
        page.text(t("Next steps for the priorities"), STRONG)
    for step in result.plan.next_steps:
        text = wording.next_step(library.question(step.question), step.start, t)
        page.text(
            t(
                "{question}, from {start} to {end}: {step}",
                question=step.question,
                start=step.start,
                end=step.end,
                step=text,
            ),
            label="- ",
        )
    actions = [action for action in result.assessment.actions if not action.done]
    if actions:
        page.gap()
        page.text(t("Actions planned"), STRONG)
    for action in actions:
        page.text(
            t(
                "{practice}: {action} ({owner}, {horizon})",
                practice=action.practice,
                action=action.text,
                owner=wording.owner_title(action.owner, t),
                horizon=wording.horizon_title(action.horizon, t),
            ),
            label="- ",
        )


def draw_outlook(page: Page, library: Library, result: Result, t: Translator) -> None:
    """Add the case studies that fit the priorities, and what the figures do not say."""
    first = {match.case: match.practice for match in reversed(result.priority_cases)}
    if first:
        page.gap()
        page.text(t("What other places did (read one with `nlc cases ID`)"), STRONG)
    for name in dict.fromkeys(match.case for match in result.priority_cases):
        title = t.content(f"case.{name}.title", library.case(name).title)
        page.text(t("{practice}: {title} ({id})", practice=first[name], title=title, id=name), label="- ")
    page.gap()
    page.text(t(SELF_ASSESSMENT_LIMITS), QUIET)
    if library.titles_are_working_titles:
        page.text(t(WORKING_TITLES, memorandum=""), QUIET)
        page.whole(MEMORANDUM, QUIET)
