"""The walk through a sitting: the places there are, the way back, and where a command leads from anywhere.

What happens at a place is left to `at_question.py`, `at_facts.py` and `at_end.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.errors import WrongUsageError, mark
from nlc_toolkit.terminal.commands import parse_place
from nlc_toolkit.terminal.facts import facts_to_ask
from nlc_toolkit.terminal.screens import draw_help

if TYPE_CHECKING:
    from nlc_toolkit.terminal.commands import Command
    from nlc_toolkit.terminal.session import Session


@dataclass(frozen=True)
class Place:
    """Where the person is: at a fact, the list of facts, a question, the review, the result, planning, or the end.

    Attributes:
        of: the fact's key, the question's or practice's id; empty elsewhere.
    """

    kind: Literal["fact", "facts", "question", "review", "result", "plan", "end"]
    of: str = ""


REVIEW, RESULT, FACTS, END = Place("review"), Place("result"), Place("facts"), Place("end")


@dataclass
class Walk:
    """One walk through a session's questions.

    Attributes:
        shown: ids of the questions shown, in the order they were shown; the way `b` goes back.
        facts: keys of the facts asked in this walk before the questions.
        plans: ids of the practices for which planning is offered after the result.
    """

    session: Session
    shown: list[str] = field(default_factory=list)
    facts: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()

    def start(self) -> Place:
        """Return the first place: the review of a finished file, else a fact still to ask, else an open question."""
        if not self.session.course.open:
            return REVIEW
        self.facts = facts_to_ask(self.session)
        return Place("fact", self.facts[0]) if self.facts else self.onward(None)

    def onward(self, after: str | None) -> Place:
        """Return the next open question behind `after`; the review where there is none behind it."""
        question = self.session.course.next_open(after)
        return REVIEW if question is None else Place("question", question.id)

    def following(self, question: str) -> Place:
        """Return the question behind `question`, open or not; the review behind the last one."""
        neighbour = self.session.course.neighbour(question, 1)
        return REVIEW if neighbour is None else Place("question", neighbour.id)

    def back(self, question: str) -> Place:
        """Return the question shown before `question`, else the one before it in order, else the list of facts."""
        self.shown = [name for name in self.shown if name in self.asked()]
        if self.shown and self.shown[-1] == question:
            self.shown.pop()
        if self.shown:
            return Place("question", self.shown.pop())
        neighbour = self.session.course.neighbour(question, -1)
        return FACTS if neighbour is None else Place("question", neighbour.id)

    def again(self) -> Place:
        """Return the question shown last; before there was one, the fact or question that comes first."""
        self.shown = [name for name in self.shown if name in self.asked()]
        if self.shown:
            return Place("question", self.shown[-1])
        waiting = [key for key in facts_to_ask(self.session) if key in self.facts]
        return Place("fact", waiting[0]) if waiting else self.onward(None)

    def asked(self) -> set[str]:
        """Return the ids of the questions asked now; a changed context changes them."""
        return {question.id for question in self.session.course.questions}

    def leave(self, command: Command, place: Place) -> Place:
        """Return where a command leads that was typed at a prompt for something else."""
        if command.name == "back":
            return self.back_from(place)
        if command.name == "help":
            draw_help(self.session)
            return place
        try:
            return self.follow(command) or place
        except WrongUsageError as error:
            self.session.dialogue.say(error.sentence(self.session.t))
            return place

    def back_from(self, place: Place) -> Place:
        """Return where `b` leads from a prompt at `place`; out of a question's own prompts to the question."""
        match place.kind:
            case "question":
                return place
            case "fact":
                number = self.facts.index(place.of)
                return Place("fact", self.facts[number - 1]) if number else FACTS
            case "plan":
                number = self.plans.index(place.of)
                return Place("plan", self.plans[number - 1]) if number else RESULT
            case "result":
                return REVIEW
            case _:
                return self.again()

    def follow(self, command: Command) -> Place | None:
        """Return where a command leads that means the same everywhere; None if it is none of these.

        Raises:
            WrongUsageError: a jump to what does not exist or is not asked.
        """
        match command.name:
            case "quit":
                return END
            case "review":
                return REVIEW
            case "finish":
                return RESULT
            case "context":
                return FACTS
            case "jump":
                return self.jump(command.argument) if command.argument else REVIEW
            case _:
                return None

    def jump(self, typed: str) -> Place:
        """Return the question that was named, or where to start in the practice that was named.

        Raises:
            WrongUsageError: it does not exist, or is not asked here.
        """
        practice_id, question_id = parse_place(typed)
        session, course = self.session, self.session.course
        practice = session.library.practice(practice_id)
        entry = course.entry(practice.id) if question_id is None else session.library.question(question_id)
        if entry is not None and entry.id in self.asked():
            return Place("question", entry.id)
        if session.only is not None and practice.id != session.only:
            raise WrongUsageError(
                mark("Only {practice} is asked this time. Start without --practice for the others."),
                practice=session.only,
            )
        raise WrongUsageError(
            mark("{id} is not asked here: it does not fit the context, or only the quick questions are asked."),
            id=question_id or practice.id,
        )
