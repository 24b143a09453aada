"""The panel: where the respondents of one city agree and differ, per question and practice, and what to discuss.

Who belongs to it is decided in `members.py`, the arithmetic on levels is in `agreement.py`; what an edition may
show of it is left to `panel_editions.py`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from nlc_toolkit.analysis.agreement import (
    LevelFigures,
    agreement_of,
    consensus_of,
    gap_of,
    gap_to_discuss,
    outcome_of,
    reasons_in,
)
from nlc_toolkit.analysis.planning import STRONG_FROM
from nlc_toolkit.analysis.responsibility import responsibility_map
from nlc_toolkit.analysis.scoring import asked_questions
from nlc_toolkit.assessment.models import LevelAnswer
from nlc_toolkit.content.vocabulary import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nlc_toolkit.analysis.agreement import Agreement, Outcome, Reason
    from nlc_toolkit.analysis.members import Members, SetAsideFile
    from nlc_toolkit.analysis.responsibility import Responsibility
    from nlc_toolkit.assessment.models import Assessment, City
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.models import Practice, Question
    from nlc_toolkit.content.vocabulary import Group

SIDES: tuple[Group, Group] = ("national_government", "local_government")


@dataclass(frozen=True)
class QuestionPanel:
    """The figures of one question; None where there is no figure, or where the edition keeps it back.

    Attributes:
        question: the question's id.
        weight: 1, 2 or 3.
        whole: the levels of all respondents; None if nobody gave one.
        groups: the levels of each group that gave one, in the order of `GROUPS`.
        others: in the participant edition, the levels of all groups that it does not show apart.
        institutional: those of `groups` whose levels were all given on behalf of institutions.
        consensus: Tastle and Wierman's, 0-1, over all levels; None below three.
        gap: largest minus smallest median of the groups, 0-4; None with fewer than two groups.
        joint: the lower of the medians of national and local government, 0-4.
        one_sided: whether national or local government gave no level, so that there is no `joint`.
        outcome: what the levels call for.
        reasons: why the outcome is `discuss`; else empty.
        kept_back: whether respondents gave levels here that the edition does not show by group.
    """

    question: str
    weight: int
    whole: LevelFigures | None
    groups: dict[Group, LevelFigures]
    others: LevelFigures | None
    institutional: frozenset[Group]
    consensus: float | None
    gap: float | None
    joint: float | None
    one_sided: bool | None
    outcome: Outcome | None
    reasons: tuple[Reason, ...]
    kept_back: bool = False

    @property
    def median(self) -> float | None:
        """The median of all levels."""
        return self.whole.median if self.whole else None

    @property
    def range(self) -> int | None:
        """Highest minus lowest of all levels."""
        return self.whole.range if self.whole else None

    @property
    def agreement(self) -> Agreement | None:
        """The consensus as a word."""
        return agreement_of(self.consensus)

    def lacks(self, side: Group) -> bool:
        """Whether the edition shows that this side, of national and local government, gave no level."""
        return bool(self.one_sided) and not self.kept_back and side not in self.groups


@dataclass(frozen=True)
class PracticePanel:
    """The figures of one practice: weighted means over its questions, 0-4.

    Attributes:
        id: the practice's id.
        score: of the medians of all levels, over the questions that have one.
        joint_score: of `joint`, over the questions that have one.
        groups: of each group's medians, over the questions where it has one; a group without any is absent.
        questions: every question that at least one respondent is asked, in the order asked.
        kept_back: whether the edition keeps back a figure of this practice.
    """

    id: str
    score: float | None
    joint_score: float | None
    groups: dict[Group, float]
    questions: tuple[QuestionPanel, ...]
    kept_back: bool = False

    @property
    def gap(self) -> float | None:
        """Largest minus smallest of the groups' figures, 0-4; None with fewer than two, or where one is kept back."""
        if self.kept_back or len(self.groups) < len(SIDES):
            return None
        return max(self.groups.values()) - min(self.groups.values())


@dataclass(frozen=True)
class Panel:
    """What the respondents of one city say, side by side.

    Attributes:
        city: the place.
        respondents: how many assessments count.
        groups: how many respondents each group has, in the order of `GROUPS`; no group without respondents.
        institutional: those of `groups` whose respondents all speak for their institutions.
        practices: in the order of their ids.
        discussion: ids of the questions to talk about, most urgent first.
        strengths: ids of the questions on which two groups or more agree that the place is strong, highest first.
        responsibility: who says of which question that somebody else holds the task.
        set_aside: files that do not count, and why.
    """

    city: City
    respondents: int
    groups: dict[Group, int]
    institutional: frozenset[Group]
    practices: tuple[PracticePanel, ...]
    discussion: tuple[str, ...]
    strengths: tuple[str, ...]
    responsibility: tuple[Responsibility, ...]
    set_aside: tuple[SetAsideFile, ...]

    @cached_property
    def questions(self) -> dict[str, QuestionPanel]:
        """Question id → its figures, in the order asked."""
        return {question.question: question for practice in self.practices for question in practice.questions}


def compute_panel(library: Library, members: Members) -> Panel:
    """Return the panel of these members (DESIGN 6.5), everything included: the facilitator's edition."""
    own = [member.assessment for member in members.own]
    practices = tuple(_practice_panel(practice, own) for practice in library.practices)
    questions = [question for practice in practices for question in practice.questions]
    people = Counter(assessment.respondent.group for assessment in own)
    personal = {each.respondent.group for each in own if each.respondent.capacity != "institution"}
    return Panel(
        city=members.city,
        respondents=len(own),
        groups={group: people[group] for group in GROUPS if group in people},
        institutional=frozenset(people) - personal,
        practices=practices,
        discussion=discussion_order(questions),
        strengths=shared_strengths(questions),
        responsibility=responsibility_map(library, own),
        set_aside=members.set_aside,
    )


def question_panel(
    question: str, weight: int, levels: Mapping[Group, Sequence[int]], institutional: Iterable[Group] = ()
) -> QuestionPanel:
    """Return the figures of one question.

    Args:
        question: its id.
        weight: 1, 2 or 3.
        levels: group → the levels (0-4) that its respondents gave, in any order.
        institutional: the groups whose levels were all given on behalf of institutions.
    """
    figures = {group: LevelFigures.of(levels.get(group, ())) for group in GROUPS}
    groups = {group: each for group, each in figures.items() if each is not None}
    whole = LevelFigures.of(level for each in groups.values() for level in each.levels)
    gap = gap_of(groups)
    reasons = reasons_in(whole) if whole else ()
    if gap is not None and gap >= gap_to_discuss(groups):
        reasons = (*reasons, "gap")
    outcome = outcome_of(whole, reasons)
    sides = [groups[side].median for side in SIDES if side in groups]
    both = len(sides) == len(SIDES)
    return QuestionPanel(
        question=question,
        weight=weight,
        whole=whole,
        groups=groups,
        others=None,
        institutional=frozenset(institutional) & groups.keys(),
        consensus=consensus_of(whole.levels) if whole else None,
        gap=gap,
        joint=min(sides) if both else None,
        one_sided=not both,
        outcome=outcome,
        reasons=reasons if outcome == "discuss" else (),
    )


def discussion_order(questions: Iterable[QuestionPanel]) -> tuple[str, ...]:
    """Return the ids of the questions to talk about.

    `discuss` comes before `outlier`, then the larger gap (none last), the lower median, the order asked.
    """
    rank = {"discuss": 0, "outlier": 1}
    listed = [(rank[each.outcome], each) for each in questions if each.outcome in rank]
    listed.sort(key=lambda pair: (pair[0], _larger_first(pair[1].gap), pair[1].median))
    return tuple(each.question for _, each in listed)


def shared_strengths(questions: Iterable[QuestionPanel]) -> tuple[str, ...]:
    """Return the ids of the questions on which at least two groups agree on a high level, highest median first."""
    strong = [
        each
        for each in questions
        if each.outcome == "agreed" and each.gap is not None and each.median is not None and each.median >= STRONG_FROM
    ]
    strong.sort(key=lambda each: (_larger_first(each.median), _larger_first(each.consensus)))
    return tuple(each.question for each in strong)


def _practice_panel(practice: Practice, own: Sequence[Assessment]) -> PracticePanel:
    asked = {question.id for assessment in own for question in asked_questions(practice, assessment)}
    figures = [_question_panel(question, own) for question in practice.questions]
    questions = tuple(each for each in figures if each.question in asked or each.whole)
    groups = {
        group: _weighted_mean(
            (each.weight, each.groups[group].median if group in each.groups else None) for each in questions
        )
        for group in GROUPS
    }
    return PracticePanel(
        id=practice.id,
        score=_weighted_mean((each.weight, each.median) for each in questions),
        joint_score=_weighted_mean((each.weight, each.joint) for each in questions),
        groups={group: figure for group, figure in groups.items() if figure is not None},
        questions=questions,
    )


def _question_panel(question: Question, own: Iterable[Assessment]) -> QuestionPanel:
    levels: dict[Group, list[int]] = {group: [] for group in GROUPS}
    personal: set[Group] = set()
    for assessment in own:
        answer = assessment.current_answer(question)
        if isinstance(answer, LevelAnswer) and question.applies(assessment.context):
            respondent = assessment.respondent
            levels[respondent.group].append(answer.level)
            if respondent.capacity != "institution":
                personal.add(respondent.group)
    return question_panel(question.id, question.weight, levels, set(GROUPS) - personal)


def _weighted_mean(figures: Iterable[tuple[int, float | None]]) -> float | None:
    known = [(weight, figure) for weight, figure in figures if figure is not None]
    weights = sum(weight for weight, _ in known)
    return sum(weight * figure for weight, figure in known) / weights if known else None


def _larger_first(figure: float | None) -> float:
    return -figure if figure is not None else 1.0
