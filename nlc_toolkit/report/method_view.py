"""How the figures come about, from the very constants that make them, with this city's own numbers as the example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.analysis.matching import BARRIER_POINTS, CONTEXT_POINTS
from nlc_toolkit.analysis.planning import MOST_NAMED, STEPS_PER_PRIORITY, STRONG_FROM
from nlc_toolkit.analysis.scoring import LEAST_COVERAGE, LEAST_SCOPE, LEAST_SHARE_OF_PRACTICES
from nlc_toolkit.content.vocabulary import HIGHEST_LEVEL, LEVELS
from nlc_toolkit.report.material import Fact
from nlc_toolkit.report.practice_view import band_in_words, reached_in_words, why_no_score

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import PracticeResult, QuestionResult
    from nlc_toolkit.report.material import Material


@dataclass(frozen=True)
class LevelView:
    """One of the five levels."""

    number: str
    label: str
    meaning: str


@dataclass(frozen=True)
class ExampleRow:
    """One question of the worked example."""

    question: str
    standing: str
    weight: str
    points: str


@dataclass(frozen=True)
class Example:
    """One practice of this city, worked through."""

    heading: str
    rows: tuple[ExampleRow, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True)
class MethodView:
    """The method page."""

    levels: tuple[LevelView, ...]
    rules: tuple[Fact, ...]
    example: Example | None


def method_view(material: Material) -> MethodView:
    """Return the method page of one report."""
    checklist, t = material.library.checklist, material.t
    shown = _example_practice(material)
    return MethodView(
        levels=tuple(
            LevelView(
                t.number(level, 0), wording.level_label(level, checklist, t), wording.level_meaning(level, checklist, t)
            )
            for level in LEVELS
        ),
        rules=(*_figure_rules(material), *_conclusion_rules(material)),
        example=None if shown is None else _example(material, shown),
    )


def _figure_rules(material: Material) -> tuple[Fact, ...]:
    t = material.t
    return (
        Fact(
            t("Scope"),
            t("The share of a practice that the respondent takes as its own to judge. “Not our mandate” lowers it."),
        ),
        Fact(t("Coverage"), t("The share of those questions, by weight, that are answered with a level.")),
        Fact(
            t("Score"),
            t(
                "The mean of the levels given, by weight, from 0 to {highest}. It is shown from {coverage} coverage "
                "and {scope} scope on. Below that the report says “not enough answers”.",
                highest=t.number(HIGHEST_LEVEL, 0),
                coverage=t.percent(LEAST_COVERAGE),
                scope=t.percent(LEAST_SCOPE),
            ),
        ),
        Fact(
            t("Band"),
            t(
                "The score if every open question were at level 0, and if every one were at level {highest}.",
                highest=t.number(HIGHEST_LEVEL, 0),
            ),
        ),
        Fact(
            t("Level reached"),
            t("The highest level that every question of the practice has reached. Open questions count as 0 here."),
        ),
        Fact(
            t("Evidenced"),
            t(
                "The share of the levels given, by weight, that name at least one piece of evidence. "
                "Nobody has checked it for this report."
            ),
        ),
    )


def _conclusion_rules(material: Material) -> tuple[Fact, ...]:
    t = material.t
    most = t.number(MOST_NAMED, 0)
    return (
        Fact(
            t("Areas and overall"),
            t(
                "The plain mean of the practices’ scores, where at least {share} of the practices have one.",
                share=t.percent(LEAST_SHARE_OF_PRACTICES),
            ),
        ),
        Fact(
            t("Strengths"),
            t(
                "A score of {line} or more and no target missed. At most {most} are named.",
                line=t.number(STRONG_FROM),
                most=most,
            ),
        ),
        Fact(
            t("Priorities"),
            t(
                "A score below {line} or below the target. The largest shortfall comes first: to the target where one "
                "is set, else to {line}. At most {most} are named, each with the "
                "next steps of its lowest questions, {steps} at most.",
                line=t.number(STRONG_FROM),
                most=most,
                steps=t.number(STEPS_PER_PRIORITY, 0),
            ),
        ),
        Fact(
            t("Case studies"),
            t(
                "A case must be about the practice. Each shared barrier gives {barrier} points, each shared fact "
                "about the place {context}. The barriers are those that the checklist links to a question, not the "
                "respondent’s words.",
                barrier=t.number(BARRIER_POINTS, 0),
                context=t.number(CONTEXT_POINTS, 0),
            ),
        ),
    )


def _example_practice(material: Material) -> PracticeResult | None:
    """The practice that shows most of the rules: scored, with open questions, with many questions, above 0."""
    return max(
        (result for result in material.result.scores.practices if result.answered),
        key=lambda result: (result.score is not None, result.unknown > 0, len(result.questions), bool(result.low)),
        default=None,
    )


def _example(material: Material, result: PracticeResult) -> Example:
    t, practice = material.t, material.library.practice(result.id)
    return Example(
        heading=t("Worked example: {practice}", practice=wording.practice_title(practice, t)),
        rows=tuple(_example_row(material, question) for question in result.questions),
        steps=_example_steps(material, result),
    )


def _example_row(material: Material, question: QuestionResult) -> ExampleRow:
    t = material.t
    given = question.level is not None
    return ExampleRow(
        question=question.question,
        standing=t("Level {level}", level=t.number(question.level, 0))
        if given
        else wording.standing_title(question.standing, t),
        weight=t.number(question.weight, 0),
        points=t.number(question.weight * (question.level or 0) if given else None, 0),
    )


def _example_steps(material: Material, result: PracticeResult) -> tuple[str, ...]:
    t = material.t
    answered = [question for question in result.questions if question.level is not None]
    weight = sum(question.weight for question in answered)
    points = sum(question.weight * (question.level or 0) for question in answered)
    own = sum(
        question.weight
        for question in result.questions
        if question.standing not in {"not_our_mandate", "not_applicable"}
    )
    steps = [
        t(
            "Coverage: {answered} of {own} points of weight are answered with a level, that is {share}.",
            answered=t.number(weight, 0),
            own=t.number(own, 0),
            share=t.percent(result.coverage),
        )
    ]
    if result.score is None:
        steps.append(why_no_score(material, result))
    else:
        steps.append(
            t(
                "Score: {points} points divided by a weight of {weight} give {score}.",
                points=t.number(points, 0),
                weight=t.number(weight, 0),
                score=t.number(result.score, 2),
            )
        )
    steps.append(
        t(
            "Band: {band}. Level reached: {reached}.",
            band=band_in_words(material, result.low, result.high),
            reached=reached_in_words(material, result),
        )
    )
    return tuple(steps)
