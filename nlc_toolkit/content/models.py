"""The shape of checklists and case studies: what each YAML file may hold, field by field.

Rules that need more than one field (five levels, one headline, ids that exist) are in `checking.py`; where in a
file a problem stands is worked out by `reading.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from nlc_toolkit.content.vocabulary import BarrierId, Kind, Region, Tier
from nlc_toolkit.free_text import HARMFUL


def _printable(text: str) -> str:
    if not text.strip():
        message = "must not be empty"
        raise ValueError(message)
    if HARMFUL.search(text):
        message = "holds a control or text-direction character; type it again without"
        raise ValueError(message)
    return text.strip()


Text = Annotated[str, AfterValidator(_printable)]
Url = Annotated[str, Field(pattern=r"^https?://\S+$")]
PracticeId = Annotated[str, Field(pattern=r"^p\d{2}$")]
QuestionId = Annotated[str, Field(pattern=r"^p\d{2}\.q[1-9]\d*$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class ContentModel(BaseModel):
    """What all content models share: exact types, no unknown keys, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Context(ContentModel):
    """Facts about the place that tailor the questions; an absent key is not stated."""

    state_system: Literal["unitary_centralised", "unitary_decentralised", "federal", "dual"] | None = None
    national_framework: Literal["none", "drafting", "adopted", "public", "under_review"] | None = None
    local_plan: Literal["none", "started", "exists"] | None = None
    local_mandate: Literal["none", "implied", "explicit", "statutory"] | None = None
    police: Literal["national", "shared", "municipal"] | None = None
    conflict: Literal["active", "spill_over", "post_conflict", "none_recent"] | None = None
    place_type: Literal["metropolis", "secondary_city", "small_town", "rural_district"] | None = None
    resources: Literal["own_budget", "shared", "donor_dependent", "none"] | None = None
    structure: Literal["none", "ad_hoc", "forum", "forum_resourced"] | None = None
    civic_space: Literal["open", "restricted", "closed"] | None = None
    politics: Literal["aligned", "opposed", "in_transition"] | None = None

    def stated(self) -> dict[str, str]:
        """Return the keys that are stated, with their values, in the order of the checklist."""
        return {key: value for key in type(self).model_fields if (value := getattr(self, key)) is not None}


class Source(ContentModel):
    """A public page or paper that shows a theme or a case; `accessed` is a month such as `2026-11`."""

    title: Text
    url: Url | None
    accessed: Month | None = None


class LevelLabel(ContentModel):
    """The name of one of the five levels and what it stands for on any question."""

    label: Text
    meaning: Text


class Area(ContentModel):
    """An unofficial group of practices."""

    id: Text
    title: Text


class Barrier(ContentModel):
    """A reason why cooperation is hard, named by questions and case studies."""

    id: BarrierId
    title: Text
    explanation: Text


class ContextValue(ContentModel):
    """One answer to a context question."""

    id: Text
    title: Text
    explanation: Text


class ContextQuestion(ContentModel):
    """One fact about the place, as it is asked."""

    key: Text
    title: Text
    explanation: Text
    values: tuple[ContextValue, ...] = Field(min_length=2)


class Checklist(ContentModel):
    """What the practices share: level labels, areas and vocabularies with their words."""

    id: Text
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    levels: tuple[LevelLabel, ...] = Field(min_length=5, max_length=5)
    areas: tuple[Area, ...] = Field(min_length=1)
    barriers: tuple[Barrier, ...]
    context: tuple[ContextQuestion, ...]


class Level(ContentModel):
    """One of a question's five levels.

    Attributes:
        anchor: what can be seen when this level is reached.
        next: the step that leads to the next level; none on level 4.
    """

    anchor: Text
    next: Text | None = None


class Question(ContentModel):
    """One thing that is asked, with an anchor for each level.

    Attributes:
        revision: raised when a change is material, so that older answers are confirmed before they count.
        headline: whether the quick mode asks it.
        weight: 1, 2 or 3.
        applies_when: context keys with the values under which it is asked; all keys must match, and a key that
            an assessment does not state matches.
        levels: from 0 to 4.
    """

    id: QuestionId
    revision: int = Field(ge=1)
    headline: bool
    text: Text
    explain: Text
    weight: int = Field(ge=1, le=3)
    applies_when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    not_applicable_allowed: bool
    levels: tuple[Level, ...] = Field(min_length=5, max_length=5)
    evidence: tuple[Text, ...] = Field(min_length=1)
    barriers: tuple[BarrierId, ...] = Field(min_length=1)

    def applies(self, context: Context) -> bool:
        """Whether the question makes sense in this context."""
        stated = context.stated()
        return all(stated.get(key) in {None, *values} for key, values in self.applies_when.items())


class Practice(ContentModel):
    """One of the practices, with its questions; `title` is a working title while `official_title` is empty."""

    id: PracticeId
    title: Text
    official_number: int | None
    official_title: Text | None
    area: Text
    summary: Text
    why: Text
    sources: tuple[Source, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(min_length=1)

    @cached_property
    def headline(self) -> Question:
        """The question that the quick mode asks."""
        return next(question for question in self.questions if question.headline)


class Years(ContentModel):
    """When a case took place; `from` and `to` are years or unknown (null)."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    start: int | None = Field(alias="from", ge=1900, le=2100)
    end: int | None = Field(alias="to", ge=1900, le=2100)
    ongoing: Literal["yes", "no", "unknown"]


class CaseStudy(ContentModel):
    """What one place did: dated, sourced, with its limits; listing is not endorsement.

    Attributes:
        countries: two-letter codes; empty for a case that concerns the whole world.
        place: None for a national case.
        thin: whether the sources say little.
        limits: what is not known, what did not work, whose account it is.
    """

    id: Annotated[str, Field(pattern=r"^([A-Z]{2}|INT)-[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Text
    countries: tuple[CountryCode, ...]
    place: Text | None
    region: Region
    tiers: tuple[Tier, ...] = Field(min_length=1)
    years: Years
    kind: Kind
    summary: Text
    practices: tuple[PracticeId, ...] = Field(min_length=1)
    barriers: tuple[BarrierId, ...] = Field(min_length=1)
    context: Context
    thin: bool
    limits: Text
    sources: tuple[Source, ...] = Field(min_length=1)
