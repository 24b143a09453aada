"""Attendance: who has answered how much before a workshop, and from which groups nothing has come yet.

Which files count is decided in `members.py`; what the answers say is left to `panel.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.analysis.members import NoPanelError, is_named, members_of, same_city
from nlc_toolkit.analysis.scoring import asked_questions
from nlc_toolkit.content.vocabulary import GROUPS, MAIN_GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from nlc_toolkit.analysis.members import Member, Sentence, SetAsideFile
    from nlc_toolkit.assessment.models import City, Mode
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.vocabulary import Group


@dataclass(frozen=True)
class RespondentAttendance:
    """How far one respondent has come.

    Attributes:
        file: the file, as the person named it.
        group, code, mode: as in the file.
        answered: how many of the questions asked carry an answer of any kind to their present revision.
        asked: how many questions this respondent is asked.
        updated: when the file was changed last.
    """

    file: str
    group: Group
    code: str
    mode: Mode
    answered: int
    asked: int
    updated: datetime


@dataclass(frozen=True)
class GroupAttendance:
    """What has come from one group.

    Attributes:
        respondents: those who have answered something, by code.
        empty: the files of this group without answers, by name.
    """

    group: Group
    respondents: tuple[RespondentAttendance, ...]
    empty: tuple[str, ...]


@dataclass(frozen=True)
class Attendance:
    """Who has answered.

    Attributes:
        city: the place; None if no file tells.
        groups: in the order of `GROUPS`, every group with a file about the city, and the main groups in any case.
        agreed: files with what the room agreed together, newest first.
        set_aside: the files that do not count, with the reasons, less those that are `empty` in a group.
        notice: what the person should know about the choice of the city; None if there was nothing to choose.
    """

    city: City | None
    groups: tuple[GroupAttendance, ...]
    agreed: tuple[str, ...]
    set_aside: tuple[SetAsideFile, ...]
    notice: Sentence | None = None

    @property
    def respondents(self) -> int:
        """How many respondents have answered something."""
        return sum(len(group.respondents) for group in self.groups)

    @property
    def complete(self) -> int:
        """How many respondents have answered every question that they are asked."""
        return sum(each.answered == each.asked for group in self.groups for each in group.respondents)

    @property
    def waiting(self) -> tuple[Group, ...]:
        """The groups that have files, all of them empty."""
        return tuple(group.group for group in self.groups if group.empty and not group.respondents)

    @property
    def without_file(self) -> tuple[Group, ...]:
        """The main groups of which there is no file."""
        return tuple(group.group for group in self.groups if not group.empty and not group.respondents)


def attendance_of(
    library: Library,
    candidates: Iterable[Member],
    unreadable: Iterable[SetAsideFile] = (),
    cities: Sequence[str] = (),
) -> Attendance:
    """Return who has answered; that nobody has is an attendance too. The order of the files does not matter.

    Args:
        library: the content, for how many questions each respondent is asked.
        candidates: every assessment that could be read.
        unreadable: the files that could not, as reading refused them.
        cities: the names that count as the city, as in `--city`; empty to take the city that most files are about.

    Raises:
        WrongUsageError: as `members_of`.
    """
    candidates = tuple(candidates)
    own: tuple[Member, ...] = ()
    notice = None
    try:
        members = members_of(candidates, unreadable, _answered(cities, candidates) or cities)
    except NoPanelError as nobody:
        city, agreed, set_aside = _city_of_empty(candidates, cities), _agreed_of(candidates, nobody), nobody.set_aside
    else:
        city, own, agreed, set_aside = members.city, members.own, members.agreed, members.set_aside
        notice = members.notice
    empty = () if city is None else tuple(member for member in candidates if _is_empty_about(member, city, cities))
    empty_files = {member.file for member in empty}
    return Attendance(
        city=city,
        groups=_groups([_respondent(library, member) for member in own], empty),
        agreed=tuple(member.file for member in agreed),
        set_aside=tuple(entry for entry in set_aside if entry.file not in empty_files),
        notice=notice,
    )


def _groups(respondents: Sequence[RespondentAttendance], empty: Sequence[Member]) -> tuple[GroupAttendance, ...]:
    found = (
        GroupAttendance(
            group=group,
            respondents=tuple(each for each in respondents if each.group == group),
            empty=tuple(sorted(each.file for each in empty if each.assessment.respondent.group == group)),
        )
        for group in GROUPS
    )
    return tuple(each for each in found if each.respondents or each.empty or each.group in MAIN_GROUPS)


def _respondent(library: Library, member: Member) -> RespondentAttendance:
    assessment = member.assessment
    asked = [question for practice in library.practices for question in asked_questions(practice, assessment)]
    return RespondentAttendance(
        file=member.file,
        group=assessment.respondent.group,
        code=assessment.respondent.code,
        mode=assessment.mode,
        answered=sum(assessment.current_answer(question) is not None for question in asked),
        asked=len(asked),
        updated=assessment.updated,
    )


def _is_empty(member: Member) -> bool:
    return member.assessment.round == "own" and not member.assessment.answers


def _is_empty_about(member: Member, city: City, cities: Sequence[str]) -> bool:
    place = member.assessment.city
    also_named = place.country == city.country and is_named(place, cities)
    return _is_empty(member) and (same_city(place, city) or also_named)


def _answered(cities: Sequence[str], candidates: Sequence[Member]) -> list[str]:
    """Return `cities` without the names that only empty files bear: nobody answers about those yet."""
    empty = [member.assessment.city for member in candidates if _is_empty(member)]
    filled = [member.assessment.city for member in candidates if not _is_empty(member)]
    return [
        name
        for name in cities
        if any(is_named(city, [name]) for city in filled) or not any(is_named(city, [name]) for city in empty)
    ]


def _city_of_empty(candidates: Iterable[Member], cities: Sequence[str]) -> City | None:
    """Return the place of the newest empty file, of those that are wanted where names are given."""
    empty = (member for member in candidates if _is_empty(member))
    wanted = [member for member in empty if not cities or is_named(member.assessment.city, cities)]
    return max(wanted, key=_age).assessment.city if wanted else None


def _agreed_of(candidates: Iterable[Member], nobody: NoPanelError) -> tuple[Member, ...]:
    aside = {entry.file for entry in nobody.set_aside}
    found = (member for member in candidates if member.assessment.round == "agreed" and member.file not in aside)
    return tuple(sorted(found, key=_age, reverse=True))


def _age(member: Member) -> tuple[datetime, str, str]:
    return member.assessment.updated, member.assessment.id, member.file
