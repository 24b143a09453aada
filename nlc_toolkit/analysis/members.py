"""Which assessments form a panel: one city, one file per respondent, and a sentence for each file that stays out.

Reading the files is the caller's business; the figures are made in `panel.py`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.content.vocabulary import GROUPS
from nlc_toolkit.errors import ToolkitError, WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
    from datetime import datetime

    from nlc_toolkit.assessment.models import Assessment, City

Ground = Literal["unreadable", "copy", "unanswered", "other_city", "older"]

COPY = mark("{file} is a copy of {kept}. It counts once.")
OTHER_COPY = mark(
    "{file} and {kept} began as one file, but hold different answers. The newer one counts. If two respondents used "
    "one file, ask one of them to answer in a file of their own."
)
UNANSWERED = mark("{file} holds no answers yet.")
OTHER_CITY = mark("{file} is about {city} ({country}), not about {panel_city} ({panel_country}).")
OLDER = mark("{file} is older than {kept}, by the same respondent. The newer one counts.")
CITY_CHOSEN = mark("Most files are about {city} ({country}), so the panel is about it. Use `--city` to choose another.")
NO_MEMBERS = mark("No file holds a respondent’s own answers, so there is nothing to put together.")
NO_SUCH_CITY = mark("No respondent answers about {wanted}. The files are about: {cities}.")
SEVERAL_CITIES = mark("As many files are about one city as about another: {cities}. Choose one with `--city`.")
SEVERAL_COUNTRIES = mark(
    "There are cities of this name in several countries: {cities}. Name only the files that belong together."
)


@dataclass(frozen=True)
class Sentence:
    """An English sentence with `{placeholders}`, marked for translation, and what fills it."""

    message: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence(str.format)

    def sentence(self, translate: Callable[..., str]) -> str:
        """Return the sentence in the language of `translate` (a `Translator`)."""
        return translate(self.message, **self.fields)


@dataclass(frozen=True)
class SetAsideFile:
    """A file that does not count, with the sentence that says why; `ground` tells kinds of reasons apart."""

    file: str
    ground: Ground
    why: Sentence


class NoPanelError(ToolkitError):
    """No file can be used for a panel; says of each why.

    Attributes:
        set_aside: the files and the reasons.
    """

    def __init__(self, set_aside: tuple[SetAsideFile, ...]) -> None:
        super().__init__(NO_MEMBERS)
        self.set_aside = set_aside

    def __str__(self) -> str:
        return self.sentence(str.format)

    def sentence(self, translate: Callable[..., str]) -> str:
        """Return the sentence and one line per file that was set aside."""
        return "\n".join([translate(self.message), *(entry.why.sentence(translate) for entry in self.set_aside)])


@dataclass(frozen=True)
class Member:
    """One assessment of the panel and the file it came from, as the person named it."""

    file: str
    assessment: Assessment


@dataclass(frozen=True)
class Members:
    """Who forms the panel.

    Attributes:
        city: the place, as the newest assessment names it.
        own: the respondents' own answers, one assessment each, by group, code and id.
        agreed: what the room entered together, newest first; never in figures.
        set_aside: the files that do not count, by name; none is dropped silently.
        notice: what the person should know about the choice of the city; None if there was nothing to choose.
    """

    city: City
    own: tuple[Member, ...]
    agreed: tuple[Member, ...]
    set_aside: tuple[SetAsideFile, ...]
    notice: Sentence | None = None


def members_of(
    candidates: Iterable[Member],
    unreadable: Iterable[SetAsideFile] = (),
    cities: Sequence[str] = (),
) -> Members:
    """Return which of the candidates form the panel; their order does not matter.

    Args:
        candidates: every assessment that could be read.
        unreadable: the files that could not, as reading refused them.
        cities: the names that count as the panel's city, as in `--city`, the city's own first; empty to take the
            city that most files are about.

    Raises:
        NoPanelError: there is no assessment of the own round with an answer.
        WrongUsageError: nobody answers about a wanted city, or as many about one city as about another.
    """
    set_aside = list(unreadable)
    kept = _without_copies(candidates, set_aside)
    kept = _without_unanswered(kept, set_aside)
    own = [member for member in kept if member.assessment.round == "own"]
    if not own:
        raise NoPanelError(_by_file(set_aside))
    accepted = _accepted(own, cities)
    city = _newest(member for member in own if _place(member.assessment.city) == accepted[0]).assessment.city
    kept = _of_city(kept, accepted, city, set_aside)
    agreed = [member for member in kept if member.assessment.round == "agreed"]
    own = _newest_of_each([member for member in kept if member.assessment.round == "own"], set_aside)
    chosen = not cities and any(entry.ground == "other_city" for entry in set_aside)
    return Members(
        city=city,
        own=tuple(sorted(own, key=_position)),
        agreed=tuple(sorted(agreed, key=_age, reverse=True)),
        set_aside=_by_file(set_aside),
        notice=Sentence(CITY_CHOSEN, {"city": city.name, "country": city.country}) if chosen else None,
    )


def same_city(one: City, other: City) -> bool:
    """Whether two cities have the same name, however it is written in Unicode and case, in the same country."""
    return _place(one) == _place(other)


def is_named(city: City, names: Iterable[str]) -> bool:
    """Whether the city bears one of these names, compared as `same_city` does."""
    return _folded(city.name) in {_folded(name) for name in names}


def _without_copies(candidates: Iterable[Member], set_aside: list[SetAsideFile]) -> list[Member]:
    """Return the newest of each id."""

    def why(member: Member, newest: Member) -> SetAsideFile:
        same = member.assessment.answers == newest.assessment.answers
        return _set_aside(member, "copy", COPY if same else OTHER_COPY, kept=newest.file)

    return _newest_by(candidates, lambda member: member.assessment.id, why, set_aside)


def _newest_of_each(members: Iterable[Member], set_aside: list[SetAsideFile]) -> list[Member]:
    """Return the newest assessment of each respondent, who is known by group and code."""

    def why(member: Member, newest: Member) -> SetAsideFile:
        return _set_aside(member, "older", OLDER, kept=newest.file)

    def respondent(member: Member) -> Hashable:
        return member.assessment.respondent.group, member.assessment.respondent.code

    return _newest_by(members, respondent, why, set_aside)


def _newest_by(
    members: Iterable[Member],
    key: Callable[[Member], Hashable],
    why: Callable[[Member, Member], SetAsideFile],
    set_aside: list[SetAsideFile],
) -> list[Member]:
    together: dict[Hashable, list[Member]] = defaultdict(list)
    for member in members:
        together[key(member)].append(member)
    kept = []
    for same in together.values():
        newest = _newest(same)
        kept.append(newest)
        set_aside += [why(member, newest) for member in same if member is not newest]
    return kept


def _without_unanswered(members: Iterable[Member], set_aside: list[SetAsideFile]) -> list[Member]:
    kept = []
    for member in members:
        if member.assessment.answers:
            kept.append(member)
        else:
            set_aside.append(_set_aside(member, "unanswered", UNANSWERED))
    return kept


def _of_city(
    members: Iterable[Member], accepted: Sequence[tuple[str, str]], city: City, set_aside: list[SetAsideFile]
) -> list[Member]:
    kept = []
    for member in members:
        place = member.assessment.city
        if _place(place) in accepted:
            kept.append(member)
        else:
            panel = {"panel_city": city.name, "panel_country": city.country}
            fields = {"city": place.name, "country": place.country, **panel}
            set_aside.append(_set_aside(member, "other_city", OTHER_CITY, **fields))
    return kept


def _accepted(own: Sequence[Member], cities: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the places that count, the panel's own first, each as name and country to compare by."""
    files = Counter(_place(member.assessment.city) for member in own)
    if not cities:
        return (_most_frequent(files, own, SEVERAL_CITIES),)
    names = [_folded(name) for name in cities]
    for wanted, name in zip(cities, names, strict=True):
        if all(place[0] != name for place in files):
            raise WrongUsageError(NO_SUCH_CITY, wanted=wanted, cities=_named(files, own))
    of_name = Counter({place: count for place, count in files.items() if place[0] == names[0]})
    _, country = _most_frequent(of_name, own, SEVERAL_COUNTRIES)
    return tuple((name, country) for name in names)


def _most_frequent(files: Counter[tuple[str, str]], own: Sequence[Member], tie: str) -> tuple[str, str]:
    most = max(files.values())
    first = {place: count for place, count in files.items() if count == most}
    if len(first) > 1:
        raise WrongUsageError(tie, cities=_named(first, own))
    return next(iter(first))


def _named(places: Iterable[tuple[str, str]], own: Sequence[Member]) -> tuple[str, ...]:
    newest = [_newest(member for member in own if _place(member.assessment.city) == place) for place in sorted(places)]
    return tuple(f"{member.assessment.city.name} ({member.assessment.city.country})" for member in newest)


def _set_aside(member: Member, ground: Ground, message: str, **fields: object) -> SetAsideFile:
    return SetAsideFile(member.file, ground, Sentence(message, {"file": member.file, **fields}))


def _by_file(set_aside: Iterable[SetAsideFile]) -> tuple[SetAsideFile, ...]:
    return tuple(sorted(set_aside, key=lambda entry: (entry.file, entry.ground, str(entry.why))))


def _newest(members: Iterable[Member]) -> Member:
    return max(members, key=_age)


def _age(member: Member) -> tuple[datetime, str, str]:
    return member.assessment.updated, member.assessment.id, member.file


def _position(member: Member) -> tuple[int, str, str]:
    respondent = member.assessment.respondent
    return GROUPS.index(respondent.group), respondent.code, member.assessment.id


def _place(city: City) -> tuple[str, str]:
    return _folded(city.name), city.country


def _folded(name: str) -> str:
    """Return a city's name to compare by: composed, without case, with single blanks."""
    composed = unicodedata.normalize("NFC", name).casefold()
    return unicodedata.normalize("NFC", " ".join(composed.split()))
