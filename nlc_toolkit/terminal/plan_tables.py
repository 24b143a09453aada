"""Targets, actions, priorities and next steps as `nlc plan` shows them; what they are is left to `analysis/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.analysis.planning import next_steps
from nlc_toolkit.errors import mark
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.terminal.figures import band_words, score_words
from nlc_toolkit.terminal.page import STRONG, Page
from nlc_toolkit.wording import horizon_title, next_step, owner_title, practice_title

if TYPE_CHECKING:
    from rich.console import Console

    from nlc_toolkit.analysis.planning import NextStep
    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice
    from nlc_toolkit.i18n import Translator

INDENT, DEEPER = "  ", "    "
TABLE_CELLS = (46, -7, -9, -10, -8)

TARGETS = mark("Targets")
TARGET = mark("{id} {title}: {score}; target {target}")
NO_TARGETS = mark("No targets yet. To set one: nlc plan FILE p06 --target 3")
ACTIONS = mark("Actions")
NO_ACTIONS = mark("No actions yet. To plan one: nlc plan FILE p06 --action TEXT")
ACTION = mark("{number}. {practice}: {text}")
ACTION_FACTS = mark("Who: {owner}. By when: {horizon}. Done: {done}.")
PRIORITIES = mark("Priorities")
NO_PRIORITIES = mark("No priorities follow from the answers so far.")
NEXT_STEPS = mark("Next steps")
NO_NEXT_STEPS = mark("No next steps: nothing is answered below level 4.")
FIND_OUT = mark("Find out first: {practices}")
STEP = mark("{question}, from level {start} to {end}: {step}")


def print_plan(
    console: Console, t: Translator, library: Library, result: Result, practices: tuple[Practice, ...]
) -> None:
    """Print the plan for `practices`, all of the library's or one; its next steps then, priority or not."""
    page = Page(console)
    _draw_targets(page, t, result, practices)
    _draw_actions(page, t, library, result, practices)
    _draw_priorities(page, t, library, result, practices)
    unknown = [practice_title(practice, t) for practice in practices if practice.id in result.plan.find_out]
    if unknown:
        page.gap()
        page.text(t(FIND_OUT, practices=t.series(unknown)))
    page.show(whole=True)


def shown_steps(library: Library, result: Result, practices: tuple[Practice, ...]) -> tuple[NextStep, ...]:
    """Return the next steps of the priorities, or those of the one practice that is shown."""
    if len(practices) != 1:
        return result.plan.next_steps
    figures = next(figures for figures in result.scores.practices if figures.id == practices[0].id)
    return next_steps(library, figures)


def _draw_targets(page: Page, t: Translator, result: Result, practices: tuple[Practice, ...]) -> None:
    by_id = {figures.id: figures for figures in result.scores.practices}
    targets = result.assessment.targets
    with_target = [practice for practice in practices if practice.id in targets]
    page.text(t(TARGETS), STRONG)
    if not with_target:
        page.text(t(NO_TARGETS), label=INDENT)
        return
    if not page.in_columns:
        for practice in with_target:
            score, target = score_words(by_id[practice.id], t), t.number(targets[practice.id], 0)
            title = practice_title(practice, t)
            page.text(t(TARGET, id=practice.id, title=title, score=score, target=target), label=INDENT)
        return
    heads = (t("Practice"), t("Score"), t("Band"), t("Coverage"), t("Target"))
    rows = [
        (
            _named(practice, t),
            t.number(by_id[practice.id].score),
            band_words(by_id[practice.id].low, by_id[practice.id].high, t),
            t.percent(by_id[practice.id].coverage),
            t.number(targets[practice.id], 0),
        )
        for practice in with_target
    ]
    page.table(heads, rows, TABLE_CELLS)


def _draw_actions(page: Page, t: Translator, library: Library, result: Result, practices: tuple[Practice, ...]) -> None:
    shown = {practice.id for practice in practices}
    known = {practice.id for practice in library.practices}
    actions = [
        (number, action)
        for number, action in enumerate(result.assessment.actions, start=1)
        if action.practice in shown or (shown == known and action.practice not in known)
    ]
    page.gap()
    page.text(t(ACTIONS), STRONG)
    if not actions:
        page.text(t(NO_ACTIONS), label=INDENT)
    for number, action in actions:
        text = t(ACTION, number=number, practice=action.practice, text=clean_line(action.text))
        page.text(text, label=INDENT)
        done = t(mark("yes")) if action.done else t(mark("no"))
        facts = t(ACTION_FACTS, owner=owner_title(action.owner, t), horizon=horizon_title(action.horizon, t), done=done)
        page.text(facts, label=DEEPER)
        page.gap()


def _draw_priorities(
    page: Page, t: Translator, library: Library, result: Result, practices: tuple[Practice, ...]
) -> None:
    steps = shown_steps(library, result, practices)
    page.gap()
    if len(practices) == 1:
        page.text(t(NEXT_STEPS), STRONG)
        _draw_steps(page, t, library, steps)
        if not steps:
            page.text(t(NO_NEXT_STEPS), label=INDENT)
        return
    page.text(t(PRIORITIES), STRONG)
    if not result.plan.priorities:
        page.text(t(NO_PRIORITIES), label=INDENT)
    for name in result.plan.priorities:
        page.text(_named(library.practice(name), t), label=INDENT)
        _draw_steps(page, t, library, tuple(step for step in steps if library.practice_of(step.question).id == name))


def _draw_steps(page: Page, t: Translator, library: Library, steps: tuple[NextStep, ...]) -> None:
    for step in steps:
        text = next_step(library.questions[step.question], step.start, t)
        line = t(STEP, question=step.question, start=step.start, end=step.end, step=text)
        page.text(line, label=DEEPER)
        page.gap()


def _named(practice: Practice, t: Translator) -> str:
    return f"{practice.id}  {practice_title(practice, t)}"
