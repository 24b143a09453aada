"""One practice as the report prints it: its figures in words and as a drawing, its questions, a case that fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.analysis.scoring import LEAST_COVERAGE, LEAST_SCOPE
from nlc_toolkit.report import charts
from nlc_toolkit.report.answer_view import question_view
from nlc_toolkit.report.case_view import match_view
from nlc_toolkit.report.material import Fact

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import PracticeResult
    from nlc_toolkit.report.answer_view import QuestionView
    from nlc_toolkit.report.case_view import MatchView
    from nlc_toolkit.report.charts import PracticeChart
    from nlc_toolkit.report.material import Material


@dataclass(frozen=True)
class PracticeView:
    """The section of one practice.

    Attributes:
        why_no_score: sentence; empty where there is a score.
        chart_in_words: the text alternative of the drawing.
        guidance: how to apply the practice in places like this one, each labelled with the kind of place.
        match: the case that fits best; None where none is about the practice.
    """

    id: str
    title: str
    area: str
    summary: str
    figures: tuple[Fact, ...]
    why_no_score: str
    chart: PracticeChart
    chart_in_words: str
    questions: tuple[QuestionView, ...]
    guidance: tuple[Fact, ...]
    match: MatchView | None


def practice_views(material: Material) -> tuple[PracticeView, ...]:
    """Return the sections of all practices."""
    return tuple(_practice_view(material, result) for result in material.result.scores.practices)


def _practice_view(material: Material, result: PracticeResult) -> PracticeView:
    t, library = material.t, material.library
    practice = library.practice(result.id)
    match = material.result.case_beside.get(result.id)
    facts = material.disclosure.context_shown(material.assessment.context.stated())
    return PracticeView(
        id=result.id,
        title=wording.practice_title(practice, t),
        area=wording.area_title(practice.area, library.checklist, t),
        summary=wording.practice_summary(practice, t),
        figures=figures_of(material, result),
        why_no_score=why_no_score(material, result),
        chart=charts.practice_chart(result, charts.BANNER, mirrored=material.mirrored),
        chart_in_words=chart_in_words(material, result),
        questions=tuple(question_view(material, question) for question in result.questions),
        guidance=tuple(
            Fact(place, guidance)
            for place, guidance in wording.practice_guidance(practice, library.checklist, t, facts)
        ),
        match=match_view(material, match) if match else None,
    )


def figures_of(material: Material, result: PracticeResult) -> tuple[Fact, ...]:
    """Return the key figures of one practice, each with its label."""
    t = material.t
    return (
        Fact(t("Score"), t.number(result.score)),
        Fact(t("Band"), band_in_words(material, result.low, result.high)),
        Fact(t("Level reached"), reached_in_words(material, result)),
        Fact(t("Coverage"), t.percent(result.coverage)),
        Fact(t("Scope"), t.percent(result.scope)),
        Fact(t("Evidenced"), t.percent(result.evidenced)),
        Fact(t("Target"), t.number(result.target, 0)),
    )


def band_in_words(material: Material, low: float | None, high: float | None) -> str:
    """Return `low` and `high` (0-4) as one text; a dash where there are none."""
    t = material.t
    if low is None or high is None:
        return t.number(None)
    return t("{low} to {high}", low=t.number(low), high=t.number(high))


def reached_in_words(material: Material, result: PracticeResult) -> str:
    """Return the level reached; “at least” it while anything is unknown."""
    t = material.t
    level = t.number(result.reached, 0)
    return t("at least {level}", level=level) if result.unknown and result.reached is not None else level


def why_no_score(material: Material, result: PracticeResult) -> str:
    """Return why a practice has no score; empty where it has one."""
    t = material.t
    if result.score is not None:
        return ""
    if not result.questions:
        return t("No question of this practice applies to this place.")
    if not result.applicable:
        return t("The respondent took no question of this practice as its own to judge, so there is no score.")
    if result.scope is not None and result.scope < LEAST_SCOPE:
        return t(
            "The respondent took only {scope} of this practice as its own to judge. A score needs {least}.",
            scope=t.percent(result.scope),
            least=t.percent(LEAST_SCOPE),
        )
    return t(
        "Not enough answers: levels cover {coverage} of this practice. A score needs {least}.",
        coverage=t.percent(result.coverage),
        least=t.percent(LEAST_COVERAGE),
    )


def chart_in_words(material: Material, result: PracticeResult) -> str:
    """Return the text alternative of a practice's drawing."""
    t = material.t
    score = t("not enough answers") if result.score is None else t.number(result.score)
    if not result.applicable:
        score = t("not the respondent’s to judge")
    return t(
        "Scale from 0 to 4. Score: {score}. Band: {band}. Level reached: {reached}. Target: {target}.",
        score=score,
        band=band_in_words(material, result.low, result.high),
        reached=reached_in_words(material, result),
        target=t.number(result.target, 0),
    )
