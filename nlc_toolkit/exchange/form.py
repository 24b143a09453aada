"""The lines in which a filled paper form is typed: from a line to what it says, and from an assessment to its lines.

Pure; asking, repeating and saving are left to `terminal/entering.py`, a single code to `form_answers.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from nlc_toolkit.analysis.scoring import asked_questions
from nlc_toolkit.assessment.form_codes import (
    EMPTY,
    FACTS,
    NOTE,
    AnswerLine,
    Entry,
    FactsLine,
    NoteLine,
    fact_codes,
    facts_on_form,
    printed_questions,
)
from nlc_toolkit.assessment.models import NotApplicableAnswer
from nlc_toolkit.errors import WrongUsageError, mark
from nlc_toolkit.exchange.form_answers import is_empty, read_entry, read_fact, shown, written_answer
from nlc_toolkit.free_text import LONGEST, clean_line, plain_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.assessment.form_codes import Line
    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice, Question

PLACE = re.compile(r"(?=[pq])(?:p0*(?P<practice>\d{1,2}))?(?:\.?q0*(?P<question>\d{1,2}))?[.:]?")
FACT = re.compile(rf"{FACTS}(?:0*(?P<number>\d{{1,2}}))?[.:]?")
NUMBER_OF_QUESTION = re.compile(r"(?:(?:p0*(\d{1,2})[. ]?)?q)?0*(\d{1,2})[.:]?")
QUOTED = r'"(?:[^"]|"")*"?|[“„][^“”„]*[“”]?|«[^«»]*»?'
WORD = re.compile(rf"[xX]\s*[:=]?\s*(?:{QUOTED})|[^\s,;،؛\"“”„«»]*(?:{QUOTED})|[^\s,;،؛]+")
CODE = re.compile(r"\d+|[dxs]|m\w?|[mx][:=\"“„«].*|[-–—−]", re.DOTALL)


def place_of(typed: str) -> str:
    """Return what a line names at its beginning: a practice's id or `f` for the facts, empty if neither."""
    first = plain_word(clean_line(typed).partition(" ")[0])
    if FACT.fullmatch(first):
        return FACTS
    found = PLACE.fullmatch(first)
    return _practice_id(found["practice"]) if found and found["practice"] else ""


def parse_line(typed: str, library: Library, assessment: Assessment, here: str = "") -> Line:
    """Return what a typed line says.

    Args:
        typed: such as `p03 3 2 d mn 1`, `p06.q2 3`, `f 1 2 -`, `f3 2` or `n 2 a note`.
        library: the content that the form was printed from.
        assessment: its mode and context decide which answers a line can have.
        here: the id of the practice, or `f` for the facts, that is meant where the line names none.

    Raises:
        WrongUsageError: the line cannot be understood, or does not fit what applies to the place.
    """
    words = WORD.findall(clean_line(typed))
    if not words:
        raise WrongUsageError(mark("The line is empty. Type a practice and its answers, such as: p03 3 2 d mn 1"))
    reader = _Reader(library, assessment, here)
    first, rest = plain_word(words[0]), words[1:]
    if first == NOTE:
        return reader.note(clean_line(typed).split(" ", maxsplit=2)[1:])
    if found := PLACE.fullmatch(first):
        practice = _practice_id(found["practice"]) if found["practice"] else here
        return (
            reader.one_answer(practice, int(found["question"]), rest)
            if found["question"]
            else reader.answers(practice, rest)
        )
    if found := FACT.fullmatch(first):
        return reader.one_fact(int(found["number"]), rest) if found["number"] else reader.facts(rest)
    if not CODE.fullmatch(first):
        raise WrongUsageError(
            mark("“{typed}” is not understood. Type a line such as: p03 3 2 d mn 1; h explains more."),
            typed=shown(clean_line(typed)),
        )
    return reader.facts(words) if here == FACTS else reader.answers(here, words)


def form_lines(library: Library, assessment: Assessment) -> tuple[str, ...]:
    """Return the lines that, typed in, give these facts, answers and notes; what is all empty is left out."""
    values = [_written_fact(key, assessment, known) for key, known in facts_on_form(library).items()]
    lines = [" ".join([FACTS, *values])] if set(values) != {EMPTY} else []
    for practice in library.practices:
        asked = asked_questions(practice, assessment)
        answers = [assessment.current_answer(question) for question in asked]
        if not any(answers):
            continue
        lines.append(" ".join([practice.id, *(written_answer(answer) for answer in answers)]))
        lines += [
            f"{NOTE} {question.id} {clean_line(answer.note)}"
            for question, answer in zip(asked, answers, strict=True)
            if answer is not None and answer.note is not None and not isinstance(answer, NotApplicableAnswer)
        ]
    return tuple(lines)


def _written_fact(key: str, assessment: Assessment, known: Sequence[str]) -> str:
    holder = assessment.respondent if key in {"capacity", "notes"} else assessment.context
    value = getattr(holder, key)
    return str(known.index(value) + 1) if value in known else EMPTY


def _practice_id(number: str) -> str:
    return f"p{int(number):02}"


@dataclass(frozen=True)
class _Reader:
    """Reads the words of one line against the content and the place."""

    library: Library
    assessment: Assessment
    here: str

    def note(self, words: Sequence[str]) -> NoteLine:
        if not words:
            raise WrongUsageError(mark("Type n, the number of the question and the text, such as: n 2 text"))
        number = NUMBER_OF_QUESTION.fullmatch(plain_word(words[0]))
        if number is None:
            raise WrongUsageError(
                mark("“{typed}” is no number of a question. Type such as: n 2 text, or n p06.q2 text"),
                typed=shown(words[0]),
            )
        if not number[1] and not self.here.startswith("p"):
            raise WrongUsageError(mark("Name the question with its practice, such as: n p06.q2 text"))
        practice = self._practice(_practice_id(number[1]) if number[1] else self.here)
        question = self._question(practice, int(number[2]))
        if len(words) == 1:
            raise WrongUsageError(
                mark("The text of the note on {question} is missing. Type it after the number."), question=question.id
            )
        if len(words[1]) > LONGEST:
            raise WrongUsageError(
                mark("The note has {length} characters, and {most} is the most. Please shorten it."),
                length=len(words[1]),
                most=LONGEST,
            )
        if not self._asks(question):
            self._refuse_unasked(question)
        return NoteLine(question.id, words[1])

    def one_answer(self, practice_id: str, number: int, words: Sequence[str]) -> AnswerLine:
        practice = self._practice(practice_id)
        question = self._question(practice, number)
        if len(words) != 1:
            raise WrongUsageError(mark("{question} takes one answer, such as: {question} 3"), question=question.id)
        if not self._asks(question):
            self._refuse_unasked(question)
        return AnswerLine(practice.id, (read_entry(words[0], question),), whole=False)

    def answers(self, practice_id: str, words: Sequence[str]) -> AnswerLine:
        practice = self._practice(practice_id)
        asked = asked_questions(practice, self.assessment)
        if not asked:
            raise WrongUsageError(
                mark("No question of {practice} is asked in this place. Leave its line out."), practice=practice.id
            )
        printed = printed_questions(practice, self.assessment.mode)
        if len(words) not in {len(asked), len(printed)}:
            self._refuse_count(practice, asked, len(words))
        entries: list[Entry] = []
        for question, word in zip(asked if len(words) == len(asked) else printed, words, strict=True):
            if self._asks(question):
                entries.append(read_entry(word, question))
            elif not is_empty(word):
                self._refuse_unasked(question)
        return AnswerLine(practice.id, tuple(entries))

    def one_fact(self, number: int, words: Sequence[str]) -> FactsLine:
        known = facts_on_form(self.library)
        if not 1 <= number <= len(known):
            raise WrongUsageError(
                mark("There is no fact f{number}. The facts are f1 to f{last}."), number=number, last=len(known)
            )
        if len(words) != 1:
            raise WrongUsageError(mark("{fact} takes one number, such as: {fact} 2"), fact=f"{FACTS}{number}")
        key, values = list(known.items())[number - 1]
        return FactsLine(((key, read_fact(words[0], number, values)),), whole=False)

    def facts(self, words: Sequence[str]) -> FactsLine:
        known = facts_on_form(self.library)
        if len(words) != len(known):
            raise WrongUsageError(
                mark(
                    "The line of the facts takes {asked} numbers, f1 to f{asked}; you typed {typed}. "
                    "Type - where the form is empty."
                ),
                asked=len(known),
                typed=len(words),
            )
        return FactsLine(
            tuple(
                (key, read_fact(word, number, values))
                for number, ((key, values), word) in enumerate(zip(known.items(), words, strict=True), start=1)
            )
        )

    def _practice(self, practice_id: str) -> Practice:
        if not practice_id.startswith("p"):
            raise WrongUsageError(mark("Begin the line with its practice, such as: p03 3 2 d mn 1"))
        for practice in self.library.practices:
            if practice.id == practice_id:
                return practice
        raise WrongUsageError(
            mark("There is no practice {id}. The practices are {first} to {last}."),
            id=practice_id,
            first=self.library.practices[0].id,
            last=self.library.practices[-1].id,
        )

    def _question(self, practice: Practice, number: int) -> Question:
        for question in practice.questions:
            if question.id == f"{practice.id}.q{number}":
                return question
        raise WrongUsageError(
            mark("{practice} has no question {number}. Its questions are: {known}."),
            practice=practice.id,
            number=number,
            known=tuple(question.id for question in practice.questions),
        )

    def _asks(self, question: Question) -> bool:
        return question in asked_questions(self.library.practice_of(question.id), self.assessment)

    def _refuse_count(self, practice: Practice, asked: Sequence[Question], typed: int) -> NoReturn:
        numbers = tuple(question.id.partition(".")[2] for question in asked)
        fields = {"practice": practice.id, "count": len(asked), "questions": numbers, "typed": typed}
        if typed == 0:
            raise WrongUsageError(mark("Type the answers after {practice}, {count} in all: {questions}."), **fields)
        if self.assessment.mode == "quick":
            raise WrongUsageError(
                mark(
                    "{practice} takes one answer in this quick file; you typed {typed}. "
                    "For a full form, start again with --full."
                ),
                **fields,
            )
        raise WrongUsageError(
            mark(
                "{practice} takes {count} answers in this place ({questions}); you typed {typed}. "
                "Type - where the form is empty."
            ),
            **fields,
        )

    def _refuse_unasked(self, question: Question) -> NoReturn:
        if self.assessment.mode == "quick" and not question.headline and question.applies(self.assessment.context):
            raise WrongUsageError(
                mark("{question} is not asked in this quick file. For a full form, start again with --full."),
                question=question.id,
            )
        codes = fact_codes(self.library)
        raise WrongUsageError(
            mark("{question} is not asked in this place, because of {facts}. Leave it out, or correct the fact."),
            question=question.id,
            facts=tuple(codes[key] for key in question.applies_when if key in codes),
        )
