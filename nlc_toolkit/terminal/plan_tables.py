"""Targets, actions, priorities and next steps as `nlc plan` shows them; what they are is left to `analysis/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nlc_toolkit.analysis.planning import next_steps
from nlc_toolkit.errors import mark
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.terminal.console import is_plain
from nlc_toolkit.terminal.figures import band_words
from nlc_toolkit.wording import horizon_title, next_step, owner_title, practice_title

if TYPE_CHECKING:
    from rich.console import Console

    from nlc_toolkit.analysis.planning import NextStep
    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice
    from nlc_toolkit.i18n import Translator

INDENT = 2

TARGETS = mark("Targets")
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
    _print_targets(console, t, result, practices)
    _print_actions(console, t, library, result, practices)
    _print_priorities(console, t, library, result, practices)
    unknown = [practice_title(practice, t) for practice in practices if practice.id in result.plan.find_out]
    if unknown:
        console.print(Text(t(FIND_OUT, practices=t.series(unknown))))


def shown_steps(library: Library, result: Result, practices: tuple[Practice, ...]) -> tuple[NextStep, ...]:
    """Return the next steps of the priorities, or those of the one practice that is shown."""
    if len(practices) != 1:
        return result.plan.next_steps
    figures = next(figures for figures in result.scores.practices if figures.id == practices[0].id)
    return next_steps(library, figures)


def _print_targets(console: Console, t: Translator, result: Result, practices: tuple[Practice, ...]) -> None:
    by_id = {figures.id: figures for figures in result.scores.practices}
    targets = result.assessment.targets
    with_target = [practice for practice in practices if practice.id in targets]
    _print_heading(console, t(TARGETS))
    if not with_target:
        _print_line(console, t(NO_TARGETS))
        return
    table = _table(console, t("Practice"), t("Score"), t("Band"), t("Coverage"), t("Target"))
    for practice in with_target:
        figures = by_id[practice.id]
        table.add_row(
            _named(practice, t),
            t.number(figures.score),
            band_words(figures.low, figures.high, t),
            t.percent(figures.coverage),
            t.number(targets[practice.id], 0),
        )
    _print_table(console, table)


def _print_actions(
    console: Console, t: Translator, library: Library, result: Result, practices: tuple[Practice, ...]
) -> None:
    shown = {practice.id for practice in practices}
    known = {practice.id for practice in library.practices}
    actions = [
        (number, action)
        for number, action in enumerate(result.assessment.actions, start=1)
        if action.practice in shown or (shown == known and action.practice not in known)
    ]
    _print_heading(console, t(ACTIONS))
    if not actions:
        _print_line(console, t(NO_ACTIONS))
        return
    for number, action in actions:
        _print_line(console, t(ACTION, number=number, practice=action.practice, text=clean_line(action.text)), below=0)
        done = t(mark("yes")) if action.done else t(mark("no"))
        facts = t(ACTION_FACTS, owner=owner_title(action.owner, t), horizon=horizon_title(action.horizon, t), done=done)
        _print_line(console, facts, deeper=INDENT)


def _print_priorities(
    console: Console, t: Translator, library: Library, result: Result, practices: tuple[Practice, ...]
) -> None:
    steps = shown_steps(library, result, practices)
    if len(practices) == 1:
        _print_heading(console, t(NEXT_STEPS))
        _print_steps(console, t, library, steps)
        if not steps:
            _print_line(console, t(NO_NEXT_STEPS))
        return
    _print_heading(console, t(PRIORITIES))
    if not result.plan.priorities:
        _print_line(console, t(NO_PRIORITIES))
    for name in result.plan.priorities:
        _print_line(console, _named(library.practice(name), t), below=0)
        _print_steps(
            console, t, library, tuple(step for step in steps if library.practice_of(step.question).id == name)
        )


def _print_steps(console: Console, t: Translator, library: Library, steps: tuple[NextStep, ...]) -> None:
    for step in steps:
        text = next_step(library.questions[step.question], step.start, t)
        line = t(STEP, question=step.question, start=step.start, end=step.end, step=text)
        _print_line(console, line, deeper=INDENT)


def _named(practice: Practice, t: Translator) -> str:
    return f"{practice.id}  {practice_title(practice, t)}"


def _table(console: Console, *headings: str) -> Table:
    table = Table(box=None if is_plain(console) else box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _print_heading(console: Console, heading: str) -> None:
    console.print(Text(heading, style="bold"))


def _print_line(console: Console, line: str, *, below: int = 1, deeper: int = 0) -> None:
    console.print(Padding(Text(line), (0, 0, below, INDENT + deeper)))


def _print_table(console: Console, table: Table) -> None:
    console.print(Padding(table, (0, 0, 1, INDENT)))
