"""The course through the questions: which are asked, in which order, which are open, and which comes next.

Pure functions over an assessment; what the person sees on the way is left to `questionnaire.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.analysis.scoring import asked_questions

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice, Question


@dataclass(frozen=True)
class Course:
    """The questions that an assessment is asked now, in order.

    Attributes:
        assessment: the answers so far.
        practices: the practices of this session with their asked questions; practices without any are left out.
    """

    assessment: Assessment
    practices: tuple[tuple[Practice, tuple[Question, ...]], ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every asked question."""
        return tuple(question for _, asked in self.practices for question in asked)

    @property
    def open(self) -> tuple[Question, ...]:
        """The asked questions without an answer to their present revision."""
        return tuple(question for question in self.questions if self.is_open(question))

    @property
    def answered(self) -> int:
        """How many asked questions carry an answer."""
        return len(self.questions) - len(self.open)

    def is_open(self, question: Question) -> bool:
        """Whether the question is unanswered or its answer is to be confirmed."""
        return self.assessment.current_answer(question) is None

    def is_to_confirm(self, question: Question) -> bool:
        """Whether the question's answer was given to an older revision."""
        return self.is_open(question) and question.id in self.assessment.answers

    def next_open(self, after: str | None) -> Question | None:
        """Return the first open question behind the question `after`, or from the start; None if there is none."""
        order = [question.id for question in self.questions]
        start = order.index(after) + 1 if after in order else 0
        return next((question for question in self.questions[start:] if self.is_open(question)), None)

    def neighbour(self, of: str, step: int) -> Question | None:
        """Return the question `step` places behind (or, if negative, before) the question `of`."""
        order = [question.id for question in self.questions]
        place = order.index(of) + step if of in order else -1
        return self.questions[place] if 0 <= place < len(order) else None

    def entry(self, practice_id: str) -> Question | None:
        """Return where to start in a practice: its first open question, else its first; None if it has none."""
        for practice, asked in self.practices:
            if practice.id == practice_id:
                return next(filter(self.is_open, asked), asked[0])
        return None


def course_of(library: Library, assessment: Assessment, only: str | None = None) -> Course:
    """Return the course through all practices, or through the practice `only`."""
    practices = (
        (practice, asked_questions(practice, assessment))
        for practice in library.practices
        if only is None or practice.id == only
    )
    return Course(assessment, tuple((practice, asked) for practice, asked in practices if asked))
