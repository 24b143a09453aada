"""The rules between fields and between files that the models cannot hold; each rule is one function.

A rule reads leniently (`Item`), so that it also runs on a file whose models found faults. To add a rule, write a
function and name it in the tuple of its kind of file.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from nlc_toolkit.content.tailoring import CONTEXT, applies_when_is_known, guidance_is_for_known_places, kinds_of_place
from nlc_toolkit.content.vocabulary import BARRIERS, HIGHEST_LEVEL
from nlc_toolkit.countries import is_country
from nlc_toolkit.errors import Problem, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nlc_toolkit.content.document import Item
    from nlc_toolkit.content.tailoring import Known, Rule

WITHOUT_PUNCTUATION = str.maketrans(dict.fromkeys(string.punctuation + "“”‘’–…", " "))
PRACTICE_FILE = re.compile(r"([0-9]{2})-.+")


def practice_file_name(practice: Item, known: Known) -> Iterator[Problem]:
    """The file of p06 is called `06-….yaml`."""
    del known
    name = practice.document.path.name
    match = PRACTICE_FILE.fullmatch(practice.document.path.stem)
    if not match:
        message = mark("The file name “{name}” must be two digits, a hyphen and words, such as 06-coordination.yaml.")
        yield practice.problem(("id",), message, name=name)
    elif practice.text("id") and practice.text("id") != f"p{match[1]}":
        message = mark("The id is “{id}”, but the file name begins with {number}. They must be the same.")
        yield practice.problem(("id",), message, id=practice.text("id"), number=match[1])


def area_exists(practice: Item, known: Known) -> Iterator[Problem]:
    """A practice belongs to an area of the checklist."""
    area = practice.text("area")
    if area and known.areas and area not in known.areas:
        message = mark("There is no area “{area}”. The areas are: {known}.")
        yield practice.problem(("area",), message, area=area, known=tuple(sorted(known.areas)))


def question_ids(practice: Item, known: Known) -> Iterator[Problem]:
    """Every question's id begins with its practice's id, and no two are the same."""
    del known
    seen: dict[str, int] = {}
    for number, question in enumerate(practice.items("questions"), start=1):
        name = question.text("id")
        if practice.text("id") and name and name.partition(".")[0] != practice.text("id"):
            message = mark("The question “{question}” stands in the practice “{practice}”. Its id begins with that id.")
            yield question.problem(("id",), message, question=name, practice=practice.text("id"))
        if name in seen:
            message = mark("The id “{id}” is already that of question number {number}.")
            yield question.problem(("id",), message, id=name, number=str(seen[name]))
        elif name:
            seen[name] = number


def one_headline(practice: Item, known: Known) -> Iterator[Problem]:
    """Exactly one question is the headline."""
    del known
    questions = practice.items("questions")
    headlines = [question for question in questions if question.data.get("headline") is True]
    if questions and not headlines and all(question.data.get("headline") is False for question in questions):
        message = mark("No question is the headline. Write “headline: true” at exactly one of them.")
        yield practice.problem(("questions",), message, at_key=True)
    for question in headlines[1:]:
        message = mark("A practice has one headline question, and “{first}” already is it. Write “headline: false”.")
        yield question.problem(("headline",), message, first=headlines[0].text("id"))


def headline_always_applies(practice: Item, known: Known) -> Iterator[Problem]:
    """The quick mode asks the headline everywhere."""
    del known
    for question in practice.items("questions"):
        if question.data.get("headline") is True and question.data.get("applies_when"):
            message = mark("The headline question is asked everywhere. Take “applies_when” out.")
            yield question.problem(("applies_when",), message, at_key=True)


def next_steps(practice: Item, known: Known) -> Iterator[Problem]:
    """Levels 0 to 3 say how to reach the next level; level 4 has none."""
    del known
    for question in practice.items("questions"):
        levels = question.items("levels")
        if len(levels) != HIGHEST_LEVEL + 1:
            continue
        for number, level in enumerate(levels[:HIGHEST_LEVEL]):
            if level.data.get("next") is None:
                message = mark("Level {level} needs “next”: the step that leads to level {above}.")
                yield level.problem(("next",), message, level=str(number), above=str(number + 1))
        if levels[HIGHEST_LEVEL].data.get("next") is not None:
            message = mark("Level 4 is the highest. Take “next” out.")
            yield levels[HIGHEST_LEVEL].problem(("next",), message, at_key=True)


def anchors_differ(practice: Item, known: Known) -> Iterator[Problem]:
    """No two levels of a question have the same anchor."""
    del known
    for question in practice.items("questions"):
        seen: dict[str, int] = {}
        for level in question.items("levels"):
            words = " ".join(level.text("anchor").casefold().translate(WITHOUT_PUNCTUATION).split())
            number = int(level.loc[-1])
            if words in seen:
                message = mark("The anchor is the same as that of level {level}. Say what can be seen at this level.")
                yield level.problem(("anchor",), message, level=str(seen[words]))
            elif words:
                seen[words] = number


def question_lists_differ(practice: Item, known: Known) -> Iterator[Problem]:
    """No question lists a barrier or a kind of evidence twice."""
    del known
    for question in practice.items("questions"):
        yield from _repeated(question, "barriers", "evidence")


def vocabularies_complete(checklist: Item, known: Known) -> Iterator[Problem]:
    """Every barrier, context key and context value has its words, once."""
    del known
    yield from _complete(checklist, "barriers", "id", BARRIERS)
    yield from _complete(checklist, "context", "key", tuple(CONTEXT))
    for question in checklist.items("context"):
        if question.text("key") in CONTEXT:
            yield from _complete(question, "values", "id", CONTEXT[question.text("key")])


def ids_of_lists_once(checklist: Item, known: Known) -> Iterator[Problem]:
    """No two areas and no two kinds of place have the same id."""
    del known
    yield from _twice(checklist, "areas", "id")
    yield from _twice(checklist, "places", "id")


def case_file_name(case: Item, known: Known) -> Iterator[Problem]:
    """A case's file is called by its id."""
    del known
    stem = case.document.path.stem
    if case.text("id") and case.text("id") != stem:
        message = mark("The id is “{id}”, but the file is called “{name}”. They must be the same.")
        yield case.problem(("id",), message, id=case.text("id"), name=stem)


def practices_exist(case: Item, known: Known) -> Iterator[Problem]:
    """A case names practices that there are."""
    for number, practice in case.texts("practices"):
        if known.practices and practice not in known.practices:
            message = mark("There is no practice “{id}”. The practices are: {known}.")
            there = tuple(sorted(known.practices))
            yield case.problem(("practices", number), message, id=practice, known=there)


def countries_are_countries(case: Item, known: Known) -> Iterator[Problem]:
    """A case names countries by their codes, and its id begins with the one country or INT."""
    del known
    countries = case.texts("countries")
    for number, code in countries:
        if re.fullmatch("[A-Z]{2}", code) and not is_country(code):
            yield case.problem(("countries", number), mark("“{code}” is not the code of a country."), code=code)
    prefix = case.text("id").partition("-")[0]
    wanted = countries[0][1] if len(countries) == 1 else "INT"
    whole = isinstance(case.data.get("countries"), tuple) and len(countries) == len(case.data["countries"])
    if case.text("id") and whole and prefix != wanted:
        message = mark("The id begins with “{prefix}”. With these countries it must begin with “{wanted}-”.")
        yield case.problem(("id",), message, prefix=prefix, wanted=wanted)


def years_in_order(case: Item, known: Known) -> Iterator[Problem]:
    """A case does not end before it began."""
    del known
    for years in case.group("years"):
        start, end = years.data.get("from"), years.data.get("to")
        if isinstance(start, int) and isinstance(end, int) and end < start:
            message = mark("The case ends in {end}, before it begins in {start}.")
            yield years.problem(("to",), message, end=str(end), start=str(start))


def case_lists_differ(case: Item, known: Known) -> Iterator[Problem]:
    """No case lists anything twice."""
    del known
    yield from _repeated(case, "countries", "tiers", "practices", "barriers")


CHECKLIST_RULES: tuple[Rule, ...] = (vocabularies_complete, ids_of_lists_once, kinds_of_place)
PRACTICE_RULES: tuple[Rule, ...] = (
    practice_file_name,
    area_exists,
    question_ids,
    one_headline,
    headline_always_applies,
    applies_when_is_known,
    guidance_is_for_known_places,
    next_steps,
    anchors_differ,
    question_lists_differ,
)
CASE_RULES: tuple[Rule, ...] = (
    case_file_name,
    practices_exist,
    countries_are_countries,
    years_in_order,
    case_lists_differ,
)


def check(item: Item, rules: Iterable[Rule], known: Known) -> list[Problem]:
    """Return what these rules find wrong with one document."""
    return [problem for rule in rules for problem in rule(item, known)]


def ids_once(items: Iterable[Item]) -> Iterator[Problem]:
    """Yield a problem for every id that an earlier file has already; between files of one kind."""
    seen: dict[str, Item] = {}
    for item in items:
        name = item.text("id")
        if name and seen.setdefault(name, item) is not item:
            message = mark("The id “{id}” is already used in {file}.")
            yield item.problem(("id",), message, id=name, file=seen[name].document.path.name)


def _repeated(item: Item, *keys: str) -> Iterator[Problem]:
    for key in keys:
        seen: set[str] = set()
        for number, value in item.texts(key):
            if value in seen:
                yield item.problem((key, number), mark("“{value}” stands in this list twice."), value=value)
            seen.add(value)


def _twice(item: Item, key: str, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in item.items(key):
        value = entry.text(name)
        if value and value in seen:
            yield entry.problem((name,), mark("“{value}” stands in this list twice."), value=value)
        seen.add(value)


def _complete(item: Item, key: str, name: str, wanted: tuple[str, ...]) -> Iterator[Problem]:
    yield from _twice(item, key, name)
    found = {entry.text(name): entry for entry in item.items(key)}
    missing = [word for word in wanted if word not in found]
    if missing and isinstance(item.data.get(key), tuple):
        message = mark("These entries are missing here: {missing}.")
        yield item.problem((key,), message, at_key=True, missing=tuple(missing))
    for word, entry in found.items():
        if word and word not in wanted and key != "barriers":
            message = mark("“{value}” is not allowed here. Allowed are: {allowed}.")
            yield entry.problem((name,), message, value=word, allowed=tuple(wanted))
