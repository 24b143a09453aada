"""The shape of an assessment file: one respondent's answers about one city at one time (format nlc-assessment/1).

Models only; files are the business of `store.py`, meaning that of `analysis/`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    PlainSerializer,
)

from nlc_toolkit.content.fields import PracticeId, QuestionId
from nlc_toolkit.content.models import Context
from nlc_toolkit.content.vocabulary import Group
from nlc_toolkit.countries import is_country
from nlc_toolkit.errors import mark
from nlc_toolkit.free_text import LONGEST, clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.content.models import Question

FORMAT: Literal["nlc-assessment/1"] = "nlc-assessment/1"

Mode = Literal["full", "quick"]
Round = Literal["own", "agreed"]
NotesChoice = Literal["with_group", "without_group", "withheld"]
Capacity = Literal["institution", "personal"]
Holder = Literal[Group, "nobody", "unknown"]
Owner = Literal[Group, "joint", "undecided"]
Horizon = Literal["now", "6_months", "12_months", "24_months", "later"]
Strength = Literal["statement", "observed", "document", "independent"]


EVIDENCE_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
LENGTH_OF_DAY = len("2026-03-15")

EMPTY = mark("must not be empty")
NO_COUNTRY = mark("must be the two-letter code of a country, such as ID")
NO_DATE = mark("must be a year, a month or a day, such as 2026, 2026-03 or 2026-03-15")
NO_MOMENT = mark("must be a moment such as 2026-11-20T09:05:00Z")


def is_day(text: str) -> bool:
    """Whether a date that is written down to the day exists; a year or a month always does."""
    if len(text) < LENGTH_OF_DAY:
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _cleaned_line(text: str) -> str:
    return _not_empty(clean_line(text))


def _cleaned_text(text: str) -> str:
    return _not_empty(clean(text))


def _not_empty(text: str) -> str:
    if not text:
        raise ValueError(EMPTY)
    return text


def _known_country(code: str) -> str:
    if not is_country(code):
        raise ValueError(NO_COUNTRY)
    return code


def _existing_day(text: str) -> str:
    if not is_day(text):
        raise ValueError(NO_DATE)
    return text


def _written_as_iso(moment: object) -> object:
    if isinstance(moment, datetime) or (isinstance(moment, str) and "T" in moment):
        return moment
    raise ValueError(NO_MOMENT)


def _whole_seconds(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise ValueError(NO_MOMENT) from None


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


Line = Annotated[str, Field(max_length=300), AfterValidator(_cleaned_line)]
FreeText = Annotated[str, Field(max_length=LONGEST), AfterValidator(_cleaned_text)]
Moment = Annotated[
    AwareDatetime,
    Field(strict=False),
    BeforeValidator(_written_as_iso),
    AfterValidator(_whole_seconds),
    PlainSerializer(_utc, when_used="json"),
]
Country = Annotated[str, AfterValidator(_known_country)]
LevelNumber = Annotated[int, Field(ge=0, le=4)]


class AssessmentModel(BaseModel):
    """What all parts of an assessment share: exact types, no unknown keys, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ChecklistReference(AssessmentModel):
    """Which checklist was answered; informs only, since comparison is decided per question by revision."""

    id: Line
    version: Line
    digest: Line


class City(AssessmentModel):
    """The place; `country` is a two-letter code, `region` a part of the country in words."""

    name: Line
    country: Country
    region: Line | None = None


class Respondent(AssessmentModel):
    """Who answers, as an institution and a random code; never a name.

    Attributes:
        group: the respondent group.
        code: four random letters or digits, to find one's own file again.
        capacity: whether the answers speak for the institution or are a personal view.
        notes: whether the facilitator may show the notes, asked once.
    """

    group: Group
    code: Annotated[str, Field(pattern=r"^[A-Z0-9]{4}$")]
    capacity: Capacity | None = None
    notes: NotesChoice | None = None


class Evidence(AssessmentModel):
    """What shows an answer; `date` is a year, a month or a day as ISO text."""

    text: FreeText
    date: Annotated[str, Field(pattern=EVIDENCE_DATE), AfterValidator(_existing_day)] | None = None
    strength: Strength | None = None


class _AnswerBase(AssessmentModel):
    state: str  # narrowed by each answer; named here so that it comes first in the file
    revision: int = Field(ge=1)
    answered: Moment
    note: FreeText | None = None
    evidence: tuple[Evidence, ...] = Field(default=(), exclude_if=lambda entries: not entries)
    dissent: FreeText | None = None


class LevelAnswer(_AnswerBase):
    """The level (0-4) whose anchor describes the place best."""

    state: Literal["level"] = "level"
    level: LevelNumber


class DontKnowAnswer(_AnswerBase):
    """The respondent does not know: a finding, and counted as unknown."""

    state: Literal["dont_know"] = "dont_know"


class NotOurMandateAnswer(_AnswerBase):
    """Somebody else holds this task; `holder` says who, as far as the respondent knows."""

    state: Literal["not_our_mandate"] = "not_our_mandate"
    holder: Holder | None = None


class NotApplicableAnswer(_AnswerBase):
    """The question makes no sense here; the note gives the reason and is required."""

    state: Literal["not_applicable"] = "not_applicable"
    note: FreeText


Answer = Annotated[
    LevelAnswer | DontKnowAnswer | NotOurMandateAnswer | NotApplicableAnswer,
    Field(discriminator="state"),
]


class Action(AssessmentModel):
    """One step that the city plans for a practice."""

    practice: PracticeId
    text: FreeText
    owner: Owner = "undecided"
    horizon: Horizon = "later"
    done: bool = False


class Assessment(AssessmentModel):
    """One respondent's answers about one city at one time; one file.

    Attributes:
        mode: `full` asks every question that applies, `quick` the headline question of each practice.
        round: `own` for a respondent's own answers, `agreed` for what a room entered together.
        answers: question id → answer; a missing question is unanswered.
        targets: practice id → the level (1-4) that the city wants to reach.
        extensions: what other programs keep in the file; survives a round trip untouched.
    """

    format: Literal["nlc-assessment/1"] = FORMAT
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    created: Moment
    updated: Moment
    toolkit: Line | None = None
    checklist: ChecklistReference | None = None
    mode: Mode
    city: City
    context: Context = Field(default_factory=Context)
    respondent: Respondent
    round: Round
    answers: dict[QuestionId, Answer]
    targets: dict[PracticeId, Annotated[int, Field(ge=1, le=4)]] = Field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    extensions: dict[str, JsonValue] = Field(default_factory=dict)

    def current_answer(self, question: Question) -> Answer | None:
        """Return the answer to the present revision of `question`, asked or not; None where there is none."""
        answer = self.answers.get(question.id)
        return answer if answer is not None and answer.revision == question.revision else None

    def with_answers(self, answers: Mapping[str, Answer], now: datetime) -> Assessment:
        """Return the assessment with these answers added or replaced."""
        return self.model_copy(update={"answers": {**self.answers, **answers}, "updated": now})

    def changed(self, now: datetime, **changes: object) -> Assessment:
        """Return the assessment with these fields replaced, marked as updated `now`."""
        return self.model_copy(update={**changes, "updated": now})
