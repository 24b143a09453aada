"""At the review and after the last question: the result page by page, then targets and actions for the priorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.analysis.planning import next_steps
from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.errors import WrongUsageError
from nlc_toolkit.terminal.additions import write_action, write_target
from nlc_toolkit.terminal.commands import Command, parse, parse_number
from nlc_toolkit.terminal.figures import score_words
from nlc_toolkit.terminal.letters import letters_shown
from nlc_toolkit.terminal.page import HEAD, QUIET
from nlc_toolkit.terminal.review import draw_review, review_hint
from nlc_toolkit.terminal.screens import draw_help
from nlc_toolkit.terminal.showing import result_parts
from nlc_toolkit.terminal.walk import END, RESULT, REVIEW, Place

if TYPE_CHECKING:
    from nlc_toolkit.terminal.walk import Walk


def visit_review(walk: Walk) -> Place:
    """Show how every practice stands; return where the person wants to go."""
    session, t = walk.session, walk.session.t
    draw_review(session)
    hint = review_hint(session)
    session.dialogue.say(hint, QUIET)
    while True:
        typed = session.dialogue.ask()
        number, command = parse_number(typed), parse(typed)
        if number is not None:
            command = Command("jump", str(number))
        if command.name == "nothing":
            if session.course.open:
                return walk.onward(None)
            return END if session.only is not None else RESULT
        if command.name == "back":
            return walk.again()
        if command.name == "help":
            draw_help(session)
            continue
        try:
            place = walk.follow(command)
        except WrongUsageError as error:
            session.dialogue.say(error.sentence(t))
            continue
        if place is not None:
            return place
        session.dialogue.say(t("Go to a practice or question first, for example: {j} p06", **letters_shown(t)))
        session.dialogue.say(hint, QUIET)


def visit_result(walk: Walk) -> Place:
    """Show the result page by page, then go on to planning.

    Raises:
        Elsewhere: a command that leaves was typed.
    """
    session, t = walk.session, walk.session.t
    result = compute_result(session.library, session.assessment)
    walk.plans = result.plan.priorities
    *parts, last = result_parts()
    for draw in parts:
        page = session.dialogue.page()
        draw(page, session.library, result, t)
        if not page.lines:
            continue
        page.show()
        session.dialogue.go_on(
            t("Enter goes on, {b} or {r} goes to the review, {q} saves and quits.", **letters_shown(t))
        )
    page = session.dialogue.page()
    last(page, session.library, result, t)
    page.show()
    if walk.plans:
        session.dialogue.go_on(
            t(
                "Enter sets targets and actions for the priorities, {b} or {r} goes to the review, "
                "{q} saves and quits.",
                **letters_shown(t),
            )
        )
    return Place("plan", walk.plans[0]) if walk.plans else after_result(walk)


def after_result(walk: Walk) -> Place:
    """Return the end, or the review while questions are open."""
    return REVIEW if walk.session.course.open else END


def visit_plan(walk: Walk, practice_id: str) -> Place:
    """Offer target and action for one priority.

    Raises:
        Elsewhere: a command that leaves was typed.
    """
    session, t = walk.session, walk.session.t
    practice = session.library.practice(practice_id)
    result = compute_result(session.library, session.assessment)
    figures = next(known for known in result.scores.practices if known.id == practice_id)
    page, number = session.dialogue.page(), walk.plans.index(practice_id)
    page.gap()
    page.pair(
        t("{id} {title}", id=practice_id, title=wording.practice_title(practice, t)),
        t("Priority {number} of {last}", number=number + 1, last=len(walk.plans)),
        HEAD,
    )
    page.text(score_words(figures, t), QUIET)
    for step in next_steps(session.library, figures):
        text = wording.next_step(session.library.question(step.question), step.start, t)
        page.text(t("A next step: {step}", step=text))
    page.show()
    write_target(session, practice, "")
    while write_action(session, practice, ""):
        session.dialogue.say(t("Another action for this practice?"))
    following = walk.plans[number + 1 :]
    return Place("plan", following[0]) if following else after_result(walk)
