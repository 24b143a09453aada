"""What each edition of a panel may show: a copy of the panel in which everything else is left out.

Why it is so is written down in `docs/decisions/0006-small-groups-in-panels.md`. Notes are the report's business.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations
from typing import TYPE_CHECKING, Literal

from nlc_toolkit.analysis.agreement import (
    GAP_OF_GROUPS,
    GAP_OF_SINGLES,
    LEAST_LEVELS,
    LevelFigures,
    outcome_of,
    reasons_in,
)
from nlc_toolkit.analysis.panel import SIDES, discussion_order, shared_strengths
from nlc_toolkit.analysis.responsibility import in_conflict
from nlc_toolkit.content.vocabulary import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from nlc_toolkit.analysis.panel import Panel, PracticePanel, QuestionPanel
    from nlc_toolkit.analysis.responsibility import Responsibility
    from nlc_toolkit.content.vocabulary import Group

PanelEdition = Literal["facilitator", "participant", "public"]
LEAST_SHOWN = 3


def panel_in_edition(panel: Panel, edition: PanelEdition) -> Panel:
    """Return the panel as this edition shows it; no figure differs from the facilitator's, it is there or not."""
    match edition:
        case "facilitator":
            return panel
        case "participant":
            return panel_for_participants(panel)
        case "public":
            return panel_for_public(panel)


def panel_for_participants(panel: Panel) -> Panel:
    """Return the panel without the figures of small groups whose members did not all answer for institutions."""
    shown = _with_questions(panel, lambda question: _for_participants(question, panel))
    return replace(shown, responsibility=tuple(_shown_entries(panel)))


def panel_for_public(panel: Panel) -> Panel:
    """Return the panel with figures of all respondents together only, where there are three levels or more."""
    shown = _with_questions(panel, _for_public)
    return replace(shown, groups={}, institutional=frozenset(), responsibility=())


def _with_questions(panel: Panel, edit: Callable[[QuestionPanel], QuestionPanel]) -> Panel:
    practices = tuple(_practice(practice, edit) for practice in panel.practices)
    questions = [question for practice in practices for question in practice.questions]
    return replace(
        panel,
        practices=practices,
        discussion=discussion_order(questions),
        strengths=shared_strengths(questions),
        set_aside=(),
    )


def _practice(practice: PracticePanel, edit: Callable[[QuestionPanel], QuestionPanel]) -> PracticePanel:
    """Return the practice with its means only where every figure that they are made of is shown."""
    questions = tuple(edit(question) for question in practice.questions)
    groups = {
        group: figure
        for group, figure in practice.groups.items()
        if all(group in question.groups or not question.kept_back for question in questions)
    }
    all_wholes = all(question.whole or not question.kept_back for question in questions)
    all_joints = all(question.one_sided is not None for question in questions)
    return replace(
        practice,
        score=practice.score if all_wholes else None,
        joint_score=practice.joint_score if all_joints else None,
        groups=groups,
        questions=questions,
        kept_back=any(question.kept_back for question in questions),
    )


def _for_participants(question: QuestionPanel, panel: Panel) -> QuestionPanel:
    if question.whole is None:
        return question
    shown = _groups_shown(question)
    groups = {group: figures for group, figures in question.groups.items() if group in shown}
    if len(groups) == len(question.groups):
        return question
    enough = question.whole.count >= LEAST_SHOWN
    apart = [figures for group, figures in question.groups.items() if group not in groups]
    return replace(
        _without_groups(question, groups),
        others=LevelFigures.of(level for figures in apart for level in figures.levels) if enough else None,
        joint=question.joint if shown.issuperset(SIDES) else None,
        one_sided=_one_sided(groups, panel.groups),
    )


def _for_public(question: QuestionPanel) -> QuestionPanel:
    return question if question.whole is None else _without_groups(question, {})


def _without_groups(question: QuestionPanel, groups: dict[Group, LevelFigures]) -> QuestionPanel:
    """Return the question with these groups only, and with the other figures as far as they follow from what is left.

    All levels together are shown from three on. They alone decide the outcome where they call for a discussion, or
    lie so near together that no gap between groups could call for one.
    """
    whole = question.whole if question.whole and question.whole.count >= LEAST_SHOWN else None
    reasons = reasons_in(whole) if whole else ()
    a_single = any(figures.count < LEAST_LEVELS for figures in groups.values())
    gap_wanted = GAP_OF_SINGLES if a_single else GAP_OF_GROUPS
    decided = whole is not None and (bool(reasons) or whole.range < gap_wanted)
    return replace(
        question,
        whole=whole,
        groups=groups,
        institutional=question.institutional & groups.keys(),
        consensus=question.consensus if whole else None,
        gap=None,
        joint=None,
        one_sided=None,
        outcome=outcome_of(whole, reasons) if decided else None,
        reasons=reasons if decided else (),
        kept_back=True,
    )


def _one_sided(shown: Collection[Group], members: Mapping[Group, int]) -> bool | None:
    """Return whether a side gave no level, as far as that follows from the groups shown and from who takes part."""
    if any(side not in members for side in SIDES):
        return True
    return False if all(side in shown for side in SIDES) else None


def _groups_shown(question: QuestionPanel) -> frozenset[Group]:
    """Return the groups whose figures may stand apart.

    Where the rest would be one or two levels beside a known whole, more groups join it: as few as possible, rather
    not national or local government, and by their counts, never by their levels.
    """
    counts = {group: figures.count for group, figures in question.groups.items()}
    free = {group for group, count in counts.items() if count >= LEAST_SHOWN or group in question.institutional}
    rest = sum(count for group, count in counts.items() if group not in free)
    if rest == 0 or sum(counts.values()) < LEAST_SHOWN:
        return frozenset(free)

    def loss(joining: tuple[Group, ...]) -> tuple[int, int, int, list[int]]:
        sides = sum(group in SIDES for group in joining)
        return sides, len(joining), sum(counts[group] for group in joining), [-GROUPS.index(group) for group in joining]

    enough = (some for some in _selections(free) if rest + sum(counts[group] for group in some) >= LEAST_SHOWN)
    joining = min(enough, key=loss)
    return frozenset(free.difference(joining))


def _selections(groups: Collection[Group]) -> Iterator[tuple[Group, ...]]:
    ordered = sorted(groups, key=GROUPS.index)
    return chain.from_iterable(combinations(ordered, size) for size in range(len(ordered) + 1))


def _shown_entries(panel: Panel) -> Iterator[Responsibility]:
    """Yield the entries of three respondents or of institutions; a conflict only where it follows from them."""
    shown = [entry for entry in panel.responsibility if entry.count >= LEAST_SHOWN or entry.institutional]
    for entry in shown:
        conflict = in_conflict(entry, shown)
        more_may_be_hidden = entry.holder in panel.groups and entry.holder not in panel.institutional
        yield replace(entry, conflict=None if more_may_be_hidden and not conflict else conflict)
