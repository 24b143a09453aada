"""The rules on wording: what a reader of the content would stumble over, though its form is right.

Only `nlc validate` asks them; a run that reads content never does. Rules on form are in `checking.py`. To add a rule,
write a function, name it in a tuple below and in `vocabulary.py`, and describe it in docs/writing_content.md.
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from nlc_toolkit.content.excepting import Exceptions
from nlc_toolkit.content.likeness import alike, words_changed
from nlc_toolkit.content.passages import case_passages, checklist_passages, practice_passages
from nlc_toolkit.content.plain_words import (
    LONGEST_SENTENCE,
    long_sentences,
    measured,
    personal_data,
    second_question,
    vague_words,
)
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from nlc_toolkit.content.collection import Collection
    from nlc_toolkit.content.document import Item, Loc
    from nlc_toolkit.content.passages import Passage
    from nlc_toolkit.content.vocabulary import LintRule
    from nlc_toolkit.errors import Problem, Severity

WARNINGS: frozenset[LintRule] = frozenset({"double_question", "long_sentence", "similar_levels", "personal_data"})
"""The rules that only ask for a second look; what the others find is an error."""

SHORTEST_SUMMARY, LONGEST_SUMMARY = 40, 120
FEWEST_CHANGED = 4
COMPARED = frozenset({"text", "explain", "opening", "anchor", "next", "guidance"})
NEARLY_SAME = 0.5
NEARLY_SAME_IN_CASES = 0.65
"""Higher, because cases from one source rightly say the same about that source."""
BETWEEN_FILES: frozenset[LintRule] = frozenset({"repeated_wording", "practice_without_case"})
"""The rules whose exceptions can only be called needless when questions and cases are both at hand."""
ASKING = frozenset({"text", "explain", "opening", "next", "evidence"})
QUESTIONS = frozenset({"text", "opening"})


@dataclasses.dataclass(frozen=True)
class Finding:
    """What one rule found.

    Attributes:
        rule: its name.
        owner: the question, practice, case or checklist whose exceptions count.
        loc: the place, from the owner.
        message: English sentence with placeholders, marked for translation.
        fields: the values of the placeholders.
        twin: the other place, where two are alike; an exception at either place counts.
    """

    rule: LintRule
    owner: Item
    loc: Loc
    message: str
    fields: Mapping[str, object] = dataclasses.field(default_factory=dict)
    twin: Passage | None = None

    def places(self) -> Iterator[tuple[Item, Loc]]:
        """Yield the places whose exceptions count."""
        yield self.owner, self.loc
        if self.twin:
            yield self.twin.owner, self.twin.loc

    def problem(self) -> Problem:
        """Return the finding at its place in the file."""
        problem = self.owner.problem(self.loc, self.message)
        severity: Severity = "warning" if self.rule in WARNINGS else "error"
        return dataclasses.replace(problem, fields=self.fields, severity=severity, rule=self.rule)


def vague_word(passage: Passage) -> Iterator[Finding]:
    """An anchor says what can be seen, in words that two strangers take alike."""
    found = vague_words(passage.text) if passage.kind == "anchor" else ()
    if found:
        message = mark(
            "Two readers would take these words differently: {words}. "
            "Say who, how many, how often, on which paper or from which budget."
        )
        yield Finding("vague_word", passage.owner, passage.loc, message, {"words": tuple(found)})


def long_sentence(passage: Passage) -> Iterator[Finding]:
    """A sentence can be read aloud in one breath."""
    for start, count in long_sentences(passage.text):
        message = mark(
            "The sentence that begins “{start} …” has {count} words. Make two of it: over {most} are hard to follow."
        )
        fields = {"start": start, "count": str(count), "most": str(LONGEST_SENTENCE)}
        yield Finding("long_sentence", passage.owner, passage.loc, message, fields)


def double_question(passage: Passage) -> Iterator[Finding]:
    """A question asks one thing."""
    found = second_question(passage.text) if passage.kind in QUESTIONS else ""
    if found:
        message = mark("This may ask two things: see “{words}”. Ask one of them, or make two questions.")
        yield Finding("double_question", passage.owner, passage.loc, message, {"words": found})


def asks_for_persons(passage: Passage) -> Iterator[Finding]:
    """Nothing invites data about persons."""
    found = personal_data(passage.text) if passage.kind in ASKING else ""
    if found:
        message = mark("“{words}” may bring in data about persons. Ask for offices, organisations or numbers instead.")
        yield Finding("personal_data", passage.owner, passage.loc, message, {"words": found})


def summary_length(case: Item) -> Iterator[Finding]:
    """A case's summary tells enough, and not more than is read."""
    count = measured(case.text("summary"))
    if case.text("summary").strip() and count is not None and not SHORTEST_SUMMARY <= count <= LONGEST_SUMMARY:
        message = mark(
            "The summary has {count} words. Write {least} to {most}: what was done, by whom and when, without praise."
        )
        fields = {"count": str(count), "least": str(SHORTEST_SUMMARY), "most": str(LONGEST_SUMMARY)}
        yield Finding("summary_length", case, ("summary",), message, fields)


def similar_levels(practice: Item) -> Iterator[Finding]:
    """Neighbouring levels of a question differ in what can be seen."""
    for question in practice.items("questions"):
        for lower, upper in itertools.pairwise(question.items("levels")):
            changed = words_changed(lower.text("anchor"), upper.text("anchor"))
            if changed is not None and 0 < changed < FEWEST_CHANGED:
                message = mark(
                    "The anchor hardly differs from that of level {level}. Say what can be seen here and not there."
                )
                loc = (*upper.loc[len(question.loc) :], "anchor")
                yield Finding("similar_levels", question, loc, message, {"level": str(lower.loc[-1])})


TEXT_RULES: tuple[Callable[[Passage], Iterator[Finding]], ...] = (
    vague_word,
    long_sentence,
    double_question,
    asks_for_persons,
)
PRACTICE_RULES: tuple[Callable[[Item], Iterator[Finding]], ...] = (similar_levels,)
CASE_RULES: tuple[Callable[[Item], Iterator[Finding]], ...] = (summary_length,)


def repeated_wording(passages: Sequence[Passage], least: float, faulty: frozenset[Path]) -> Iterator[Finding]:
    """No wording stands twice, also not with another noun; a question and its anchors are about one thing.

    Args:
        passages: those of files of one kind, in the order in which the later of two is told.
        least: the share (0 to 1) from which two texts are alike.
        faulty: files that are not compared with others.
    """
    for earlier, later, share in alike([passage.text for passage in passages], least):
        first, second = passages[earlier], passages[later]
        files = {first.owner.document.path, second.owner.document.path}
        ladder = first.owner is second.owner and {first.kind, second.kind} <= {"text", "anchor"}
        if ladder or (len(files) == 2 and files & faulty):  # noqa: PLR2004 - two places, two files
            continue
        message = (
            mark("The same words stand in {file} at {place}. Say it once, or say what is different here.")
            if share == 1
            else mark("Nearly the same words stand in {file} at {place}. Say what is different here, in its own words.")
        )
        other = first.owner.problem(first.loc, message)
        fields = {"file": other.file.name, "place": other.field}
        yield Finding("repeated_wording", second.owner, second.loc, message, fields, twin=first)


def practice_without_case(collection: Collection, faulty: frozenset[Path]) -> Iterator[Finding]:
    """Every practice has a case study, where there are any."""
    named = {name for case in collection.cases for _, name in case.document.item.texts("practices")}
    for practice in collection.practices if collection.cases else ():
        item = practice.document.item
        if item.text("id") and item.text("id") not in named and practice.document.path not in faulty:
            message = mark(
                "No case study names the practice {id}. Add one, or add {id} to the practices of a case that fits."
            )
            yield Finding("practice_without_case", item, ("id",), message, {"id": item.text("id")})


def lint(collection: Collection, problems: Iterable[Problem]) -> list[Problem]:
    """Return what the rules on wording find in these files, and the exceptions that nothing needs.

    Args:
        collection: the files; they are compared with each other.
        problems: what is wrong with their form. No place is told twice, and a file that has such a problem is not
            compared with other files yet: a copy that is still being changed would repeat every text.
    """
    told = {(problem.file, problem.field) for problem in problems}
    faulty = frozenset(file for file, _ in told)
    exceptions = Exceptions(_owners(collection))
    found = [
        finding.problem()
        for finding in (*_in_one_file(collection), *_between_files(collection, faulty))
        if not exceptions.cover(finding.rule, finding.places())
    ]
    for excepted in exceptions.needless():
        alone = excepted.rule in BETWEEN_FILES and not (collection.practices and collection.cases)
        if not alone and excepted.entry.document.path not in faulty:
            found.append(excepted.problem())
    return [problem for problem in _once(found) if (problem.file, problem.field) not in told]


def _owners(collection: Collection) -> Iterator[Item]:
    for practice in collection.practices:
        yield practice.document.item
        yield from practice.document.item.items("questions")
    yield from (case.document.item for case in collection.cases)


def _in_one_file(collection: Collection) -> Iterator[Finding]:
    practices = [reading.document.item for reading in collection.practices]
    cases = [reading.document.item for reading in collection.cases]
    checklists = [reading.document.item for reading in collection.checklists]
    passages = (
        *(passage for item in practices for passage in practice_passages(item)),
        *(passage for item in cases for passage in case_passages(item)),
        *(passage for item in checklists for passage in checklist_passages(item)),
    )
    yield from (finding for rule in TEXT_RULES for passage in passages for finding in rule(passage))
    yield from (finding for rule in PRACTICE_RULES for item in practices for finding in rule(item))
    yield from (finding for rule in CASE_RULES for item in cases for finding in rule(item))


def _between_files(collection: Collection, faulty: frozenset[Path]) -> Iterator[Finding]:
    asked = (each for practice in collection.practices for each in practice_passages(practice.document.item))
    shown = (each for case in collection.cases for each in case_passages(case.document.item))
    yield from repeated_wording([each for each in asked if each.kind in COMPARED], NEARLY_SAME, faulty)
    yield from repeated_wording(list(shown), NEARLY_SAME_IN_CASES, faulty)
    yield from practice_without_case(collection, faulty)


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems, of several repetitions at one place only the first."""
    repeated: set[tuple[Path, str]] = set()
    for problem in problems:
        place = (problem.file, problem.field)
        if problem.rule != "repeated_wording" or place not in repeated:
            yield problem
        if problem.rule == "repeated_wording":
            repeated.add(place)
