"""The shape of checklists and case studies: what each YAML file may hold, field by field.

Rules that need more than one field (five levels, one headline, ids that exist) are in `checking.py`; where in a
file a problem stands is worked out by `reading.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import ConfigDict, Field

from nlc_toolkit.content.fields import CaseId, CountryCode, Month, PracticeId, QuestionId, Text, Url, Version
from nlc_toolkit.content.strict_model import ContentModel, RuleException
from nlc_toolkit.content.vocabulary import BarrierId, Kind, Region, Tier

if TYPE_CHECKING:
    from collections.abc import Mapping


class Context(ContentModel):
    """Facts about the place that tailor the questions; an absent key is not stated.

    Attributes:
        state_system: how the state is organised.
        national_framework: whether there is a national strategy on prevention; `adopted` means not published.
        local_plan: whether the city has a prevention plan.
        local_mandate: what mandate the city has for prevention.
        police: who controls the police in the city.
        conflict: whether armed conflict affects the city.
        place_type: what kind of place it is.
        resources: who pays for prevention.
        structure: what coordinates prevention in the city.
        civic_space: how freely civil society can work; never judged in a case study.
        politics: how city politics and national politics relate.
    """

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
    """A public page or paper that shows a theme or a case.

    Attributes:
        title: its title; in square brackets where it is described, not quoted.
        url: its address, or null.
        accessed: the month it was read, in quotes, such as "2026-11".
    """

    title: Text
    url: Url | None
    accessed: Month | None = None


class LevelLabel(ContentModel):
    """One of the five levels, on any question.

    Attributes:
        label: its name.
        meaning: what it stands for.
    """

    label: Text
    meaning: Text


class Area(ContentModel):
    """An unofficial group of practices.

    Attributes:
        id: what practices name it by; never changes.
        title: its name.
    """

    id: Text
    title: Text


class Barrier(ContentModel):
    """A reason why cooperation is hard, named by questions and case studies.

    Attributes:
        id: what questions and case studies name it by; never changes.
        title: its name.
        explanation: what it means, in a sentence.
    """

    id: BarrierId
    title: Text
    explanation: Text


class ContextValue(ContentModel):
    """One answer to a context question.

    Attributes:
        id: what files name it by; never changes.
        title: the answer as it is offered.
        explanation: when to choose it.
    """

    id: Text
    title: Text
    explanation: Text


class ContextQuestion(ContentModel):
    """One fact about the place, as it is asked.

    Attributes:
        key: what files name it by; never changes.
        title: the question.
        explanation: why it is asked.
        values: the answers, in the order they are offered.
    """

    key: Text
    title: Text
    explanation: Text
    values: tuple[ContextValue, ...] = Field(min_length=2)


class KindOfPlace(ContentModel):
    """A kind of place for which practices give guidance of its own.

    Attributes:
        id: what practices name it by; never changes.
        title: the places it means, in a few words.
        when: context keys with the values of such a place; all keys must be stated and match.
    """

    id: Text
    title: Text
    when: dict[str, tuple[str, ...]] = Field(min_length=1)

    def fits(self, stated: Mapping[str, str]) -> bool:
        """Whether a place with these facts (context key → value) is of this kind; what is not stated never is."""
        return all(stated.get(key) in values for key, values in self.when.items())


class Checklist(ContentModel):
    """What the practices share: level labels, areas and vocabularies with their words.

    Attributes:
        id: the name of the checklist, such as nlc.
        version: three numbers with dots, such as 1.0.0.
        levels: names and meanings of the five levels, from 0 to 4.
        areas: the groups of practices, in the order of the report.
        barriers: the words for every barrier.
        places: the kinds of place that practices give guidance for; may be empty.
        context: the questions about the place, in the order they are asked.
    """

    id: Text
    version: Version
    levels: tuple[LevelLabel, ...] = Field(min_length=5, max_length=5)
    areas: tuple[Area, ...] = Field(min_length=1)
    barriers: tuple[Barrier, ...]
    places: tuple[KindOfPlace, ...] = ()
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
        id: practice, `.q` and a number, such as p06.q1; never changes and is never used again.
        revision: raised when a change is material, so that older answers are confirmed before they count.
        headline: whether the quick mode asks it; exactly one question of a practice is the headline.
        text: the question: one thing, answerable.
        explain: what the question means, shown on `?`.
        opening: the neutral question with which a facilitator opens the discussion of it; may be left out.
        weight: 1, 2 or 3.
        applies_when: context keys with the values under which it is asked; all keys must match, and a key that
            an assessment does not state matches. Never with a headline.
        not_applicable_allowed: whether a respondent may say that it makes no sense here.
        levels: exactly five, from 0 to 4.
        evidence: what would show the level; never data about persons.
        barriers: what often stands in the way; helps to find case studies.
        exceptions: rules on wording that do not fit this question, with the reason.
    """

    id: QuestionId
    revision: int = Field(ge=1)
    headline: bool
    text: Text
    explain: Text
    opening: Text | None = None
    weight: int = Field(ge=1, le=3)
    applies_when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    not_applicable_allowed: bool
    levels: tuple[Level, ...] = Field(min_length=5, max_length=5)
    evidence: tuple[Text, ...] = Field(min_length=1)
    barriers: tuple[BarrierId, ...] = Field(min_length=1)
    exceptions: tuple[RuleException, ...] = ()

    def applies(self, context: Context) -> bool:
        """Whether the question makes sense in this context."""
        stated = context.stated()
        return all(stated.get(key) in {None, *values} for key, values in self.applies_when.items())


class Practice(ContentModel):
    """One of the practices, with its questions.

    Attributes:
        id: `p` and two digits, such as p06, as in the file name; never changes.
        title: a working title.
        official_number: its number in the Memorandum, for someone who holds it; else null.
        official_title: its title in the Memorandum, for someone who holds it; else null.
        area: the id of its area in checklist.yaml.
        summary: what it is, in one or two sentences.
        why: why it matters, in two to four sentences.
        sources: where the theme is evidenced.
        guidance: id of a kind of place → how to apply the practice there; may be empty.
        exceptions: rules on wording that do not fit this practice outside its questions, with the reason.
        questions: what is asked, in this order.
    """

    id: PracticeId
    title: Text
    official_number: int | None
    official_title: Text | None
    area: Text
    summary: Text
    why: Text
    sources: tuple[Source, ...] = Field(min_length=1)
    guidance: dict[str, Text] = Field(default_factory=dict)
    exceptions: tuple[RuleException, ...] = ()
    questions: tuple[Question, ...] = Field(min_length=1)

    @cached_property
    def headline(self) -> Question:
        """The question that the quick mode asks."""
        return next(question for question in self.questions if question.headline)


class Years(ContentModel):
    """When a case took place.

    Attributes:
        start: the first year the sources give, or null.
        end: the last year the sources give, or null.
        ongoing: whether it goes on: "yes", "no" (both in quotes) or unknown.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    start: int | None = Field(alias="from", ge=1900, le=2100)
    end: int | None = Field(alias="to", ge=1900, le=2100)
    ongoing: Literal["yes", "no", "unknown"]


class CaseStudy(ContentModel):
    """What one place did: dated, sourced, with its limits; listing is not endorsement.

    Attributes:
        id: two-letter country or INT, a hyphen and a few words; equal to the file name.
        title: a plain title, without praise.
        countries: two-letter codes; empty for a case that concerns the whole world.
        place: the town or area; null for a national case.
        region: the part of the world.
        tiers: who carries the case.
        years: when it took place.
        kind: a standing arrangement, an event or a study.
        summary: what was done, by whom and when, in 40 to 120 words.
        practices: the practices it speaks to, by our own judgement.
        barriers: the barriers it speaks to, by our own judgement.
        context: facts about the place that the sources support.
        thin: whether the sources say little.
        limits: what is not known, what did not work, whose account it is.
        sources: where it is told.
        exceptions: rules on wording that do not fit this case, with the reason.
    """

    id: CaseId
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
    exceptions: tuple[RuleException, ...] = ()
