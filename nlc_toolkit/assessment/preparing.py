"""Prefilled assessments to hand out before a workshop: for which groups, how many, and what they hold already.

Pure: chance and clock are arguments. Writing the files is left to `cli/prepare.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.assessment.editing import typed_id
from nlc_toolkit.assessment.models import City
from nlc_toolkit.assessment.store import default_path, new_assessment
from nlc_toolkit.content.models import Context
from nlc_toolkit.content.vocabulary import GROUPS, MAIN_GROUPS
from nlc_toolkit.errors import WrongUsageError, mark
from nlc_toolkit.free_text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path
    from random import Random

    from nlc_toolkit.assessment.models import Assessment, Mode
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.vocabulary import Group

LONGEST_NAME = 300
MOST_FILES = 100


@dataclass(frozen=True)
class Preparation:
    """What is prepared.

    Attributes:
        city: the place.
        mode: `full` or `quick`.
        context: the facts about the place that are filled in.
        groups: group → how many files it gets, in the order of `GROUPS`.
    """

    city: City
    mode: Mode
    context: Context
    groups: Mapping[Group, int]


def typed_city(name: str, country: str, region: str = "") -> City:
    """Return the place from what a person typed; `country` is a code.

    Raises:
        WrongUsageError: a name is missing or too long.
    """
    names = {"name": clean_line(name), "region": clean_line(region)}
    if not names["name"]:
        raise WrongUsageError(mark("Which city is it? Add --city NAME."))
    for given in names.values():
        if len(given) > LONGEST_NAME:
            raise WrongUsageError(
                mark("“{start}…” is too long for a name: {most} characters are the most. Please shorten it."),
                start=given[:40],
                most=LONGEST_NAME,
            )
    return City(name=names["name"], country=country, region=names["region"] or None)


def typed_groups(typed: str) -> dict[Group, int]:
    """Return group → number of files from such as `local_government,civil_society:3`; the main groups for nothing.

    Raises:
        WrongUsageError: there is no such group, it stands twice, or the number is none.
    """
    if not typed.strip():
        return dict.fromkeys(MAIN_GROUPS, 1)
    wanted: dict[Group, int] = {}
    for part in re.split("[,،]", typed):
        name, colon, number = part.partition(":")
        group = typed_id(name, GROUPS)
        if group in wanted:
            raise WrongUsageError(
                mark("“{group}” stands twice. For two files write it once, with the number: {group}:2."), group=group
            )
        wanted[group] = _typed_number(number, part) if colon else 1
    return {group: wanted[group] for group in GROUPS if group in wanted}


def _typed_number(typed: str, part: str) -> int:
    number = typed.strip()
    if not (number.isascii() and number.isdecimal()) or not 1 <= int(number[:9]) <= MOST_FILES:
        raise WrongUsageError(
            mark("“{part}” does not say how many files. Write a number from 1 to {most} after the colon."),
            part=part.strip(),
            most=MOST_FILES,
        )
    return int(number)


def typed_context(pairs: Iterable[str], library: Library) -> Context:
    """Return the facts about the place from such as `state_system=federal`.

    Raises:
        WrongUsageError: a pair has no `=`, a key or value is not known, or a key stands twice.
    """
    stated: dict[str, str] = {}
    for pair in pairs:
        typed_key, equals, typed_value = pair.partition("=")
        if not equals:
            raise WrongUsageError(
                mark("“{pair}” is no fact about the place. Write it as key=value, such as state_system=federal."),
                pair=pair,
            )
        key = typed_id(typed_key, tuple(library.context_questions))
        value = typed_id(typed_value, tuple(known.id for known in library.context_questions[key].values))
        if stated.setdefault(key, value) != value:
            raise WrongUsageError(mark("“{key}” is given twice, with different values. Leave one out."), key=key)
    return Context.model_validate(stated)


def prepared_assessments(  # noqa: PLR0913 - what the files hold, and where chance, clock and version come from
    preparation: Preparation, folder: Path, *, library: Library, now: datetime, toolkit: str, random: Random
) -> tuple[tuple[Path, Assessment], ...]:
    """Return where each file goes and what it holds: no answers, and an id and a code of its own."""
    prepared = []
    for group, files in preparation.groups.items():
        path = default_path(folder, preparation.city.name, group, now.date())
        for number in range(1, files + 1):
            assessment = new_assessment(
                city=preparation.city,
                group=group,
                mode=preparation.mode,
                now=now,
                library=library,
                toolkit=toolkit,
                random=random,
            ).model_copy(update={"context": preparation.context})
            place = path if files == 1 else path.with_stem(f"{path.stem}-{number}")
            prepared.append((place, assessment))
    return tuple(prepared)
