"""What the city means to do: next steps, targets and planned actions; and the answers kept but not scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.errors import mark
from nlc_toolkit.report.answer_view import answer_in_words, own_words
from nlc_toolkit.report.practice_view import band_in_words, reached_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.assessment.models import Action
    from nlc_toolkit.report.answer_view import OwnWords
    from nlc_toolkit.report.material import Material

KEPT_REASONS: Mapping[str, str] = {
    "retired": mark("The checklist no longer asks this question."),
    "inapplicable": mark("The question is not asked under these facts about the place, or not in this mode."),
    "to_confirm": mark("The question has changed since it was answered. Please confirm the answer."),
}


@dataclass(frozen=True)
class StepView:
    """The step that leads one question of a priority to its next level."""

    practice: str
    question: str
    levels: str
    text: str


@dataclass(frozen=True)
class TargetView:
    """The target of one practice beside where it stands."""

    practice: str
    score: str
    band: str
    coverage: str
    reached: str
    target: str


@dataclass(frozen=True)
class ActionView:
    """One planned action."""

    practice: str
    text: str
    owner: str
    horizon: str
    done: str


@dataclass(frozen=True)
class PlanView:
    """Next steps, targets and actions; `actions_kept_back` is empty unless the edition leaves the actions out."""

    steps: tuple[StepView, ...]
    targets: tuple[TargetView, ...]
    actions: tuple[ActionView, ...]
    actions_kept_back: str


@dataclass(frozen=True)
class KeptView:
    """A stored answer that is not scored; `words` are empty where the practice's own section prints them."""

    id: str
    text: str
    reason: str
    answer: str
    words: OwnWords


def plan_view(material: Material) -> PlanView:
    """Return next steps, targets and actions."""
    t, assessment = material.t, material.assessment
    shown = material.disclosure.actions
    hidden = t("The planned actions are left out of this edition.") if assessment.actions and not shown else ""
    return PlanView(
        steps=_steps(material),
        targets=_targets(material),
        actions=tuple(_action(material, action) for action in assessment.actions) if shown else (),
        actions_kept_back=hidden,
    )


def kept_views(material: Material) -> tuple[KeptView, ...]:
    """Return the answers that are kept but not scored."""
    aside = material.result.scores.set_aside
    return tuple(
        _kept(material, question, reason)
        for reason in ("to_confirm", "inapplicable", "retired")
        for question in getattr(aside, reason)
    )


def _steps(material: Material) -> tuple[StepView, ...]:
    t, library = material.t, material.library
    return tuple(
        StepView(
            practice=wording.practice_title(library.practice_of(step.question), t),
            question=step.question,
            levels=t(
                "{start} to {end}",
                start=wording.level_label(step.start, library.checklist, t),
                end=wording.level_label(step.end, library.checklist, t),
            ),
            text=wording.next_step(library.questions[step.question], step.start, t),
        )
        for step in material.result.plan.next_steps
    )


def _targets(material: Material) -> tuple[TargetView, ...]:
    t = material.t
    return tuple(
        TargetView(
            practice=wording.practice_title(material.library.practice(result.id), t),
            score=t.number(result.score),
            band=band_in_words(material, result.low, result.high),
            coverage=t.percent(result.coverage),
            reached=reached_in_words(material, result),
            target=t.number(result.target, 0),
        )
        for result in material.result.scores.practices
        if result.target is not None
    )


def _action(material: Material, action: Action) -> ActionView:
    t = material.t
    titles = {practice.id: wording.practice_title(practice, t) for practice in material.library.practices}
    return ActionView(
        practice=titles.get(action.practice, action.practice),
        text=action.text,
        owner=wording.owner_title(action.owner, t),
        horizon=wording.horizon_title(action.horizon, t),
        done=t("Done") if action.done else t("Open"),
    )


def _kept(material: Material, name: str, reason: str) -> KeptView:
    t, question = material.t, material.library.questions.get(name)
    answer = material.assessment.answers[name]
    same_words = question is not None and answer.revision == question.revision
    return KeptView(
        id=name,
        text=wording.question_text(question, t) if question else "",
        reason=t(KEPT_REASONS[reason]),
        answer=answer_in_words(material, question if same_words else None, answer),
        words=own_words(material, None if reason == "to_confirm" else answer),
    )
