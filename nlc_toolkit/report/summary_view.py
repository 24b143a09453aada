"""The page that is read first: the profile of all practices, what is strong, what comes first, what to find out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.analysis.planning import STRONG_FROM
from nlc_toolkit.analysis.scoring import LEAST_SHARE_OF_PRACTICES
from nlc_toolkit.content.vocabulary import LEVELS
from nlc_toolkit.report import charts
from nlc_toolkit.report.material import Fact
from nlc_toolkit.report.practice_view import band_in_words, chart_in_words, reached_in_words

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import MeanResult, PracticeResult
    from nlc_toolkit.report.charts import PracticeChart
    from nlc_toolkit.report.material import Material


@dataclass(frozen=True)
class ProfileRow:
    """One practice in the profile."""

    id: str
    title: str
    chart: PracticeChart
    chart_in_words: str
    score: str
    band: str
    reached: str
    coverage: str
    target: str


@dataclass(frozen=True)
class Named:
    """A practice that is named for a reason, which `remark` gives in figures."""

    id: str
    title: str
    remark: str


@dataclass(frozen=True)
class AreaRow:
    """One area, with the practices it groups."""

    title: str
    practices: str
    score: str
    band: str
    scored: str


@dataclass(frozen=True)
class SummaryView:
    """The one-page summary.

    Attributes:
        overall: one sentence on the whole.
        levels: the figures 0-4 along the scale.
        find_out: practices without a score; `find_out_more` says how many are not listed.
    """

    overall: str
    figures: tuple[Fact, ...]
    levels: tuple[str, ...]
    profile: tuple[ProfileRow, ...]
    strengths: tuple[Named, ...]
    priorities: tuple[Named, ...]
    find_out: tuple[Named, ...]
    find_out_more: str
    areas: tuple[AreaRow, ...]


MOST_TO_FIND_OUT = 5


def summary_view(material: Material) -> SummaryView:
    """Return the summary of one assessment."""
    t, plan = material.t, material.result.plan
    results = {result.id: result for result in material.result.scores.practices}
    more = len(plan.find_out) - MOST_TO_FIND_OUT
    return SummaryView(
        overall=_overall(material),
        figures=_figures(material),
        levels=tuple(t.number(level, 0) for level in LEVELS),
        profile=tuple(_profile_row(material, result) for result in results.values()),
        strengths=tuple(_named(material, results[name]) for name in plan.strengths),
        priorities=tuple(_named(material, results[name]) for name in plan.priorities),
        find_out=tuple(_to_find_out(material, results[name]) for name in plan.find_out[:MOST_TO_FIND_OUT]),
        find_out_more=t.plural("and {count} more", "and {count} more", more) if more > 0 else "",
        areas=tuple(_area_row(material, area) for area in material.result.scores.areas if area.of),
    )


def _overall(material: Material) -> str:
    t, overall = material.t, material.result.scores.overall
    scored, of = t.number(overall.scored, 0), t.number(overall.of, 0)
    if overall.score is None:
        return t(
            "There are not enough answers for an overall figure: {scored} of {of} practices have a score, and {least} "
            "are needed.",
            scored=scored,
            of=of,
            least=t.percent(LEAST_SHARE_OF_PRACTICES),
        )
    return t(
        "In these answers, the practices stand on average at {score} on the scale from 0 to 4. {scored} of {of} "
        "practices have a score. "
        "The average is a convenience: read the profile first.",
        score=t.number(overall.score),
        scored=scored,
        of=of,
    )


def _figures(material: Material) -> tuple[Fact, ...]:
    t, result = material.t, material.result
    overall = result.scores.overall
    return (
        Fact(t("Overall score"), t.number(overall.score)),
        Fact(t("Band"), band_in_words(material, overall.low, overall.high)),
        Fact(t("Practices scored"), _of(material, overall.scored, overall.of)),
        Fact(t("Questions gone through"), _of(material, result.answered, result.asked)),
    )


def _profile_row(material: Material, result: PracticeResult) -> ProfileRow:
    t = material.t
    return ProfileRow(
        id=result.id,
        title=wording.practice_title(material.library.practice(result.id), t),
        chart=charts.practice_chart(result, charts.ROW, mirrored=material.mirrored),
        chart_in_words=chart_in_words(material, result),
        score=t.number(result.score),
        band=band_in_words(material, result.low, result.high),
        reached=reached_in_words(material, result),
        coverage=t.percent(result.coverage),
        target=t.number(result.target, 0),
    )


def _named(material: Material, result: PracticeResult) -> Named:
    t = material.t
    if result.target is not None and result.score is not None and result.score < result.target:
        remark = t("{score}, target {target}", score=t.number(result.score), target=t.number(result.target, 0))
    elif result.score is not None and result.score < STRONG_FROM:
        remark = t("{score}, below {line}", score=t.number(result.score), line=t.number(STRONG_FROM))
    else:
        remark = t.number(result.score)
    return Named(result.id, wording.practice_title(material.library.practice(result.id), t), remark)


def _to_find_out(material: Material, result: PracticeResult) -> Named:
    t = material.t
    remark = t(
        "{answered} of {of} with a level", answered=t.number(result.answered, 0), of=t.number(result.applicable, 0)
    )
    if not result.applicable:
        remark = t("not the respondent’s to judge: ask who holds it")
    return Named(result.id, wording.practice_title(material.library.practice(result.id), t), remark)


def _area_row(material: Material, area: MeanResult) -> AreaRow:
    t, library = material.t, material.library
    titles = [wording.practice_title(practice, t) for practice in library.practices if practice.area == area.id]
    return AreaRow(
        title=wording.area_title(area.id, library.checklist, t),
        practices=" · ".join(titles),
        score=t.number(area.score),
        band=band_in_words(material, area.low, area.high),
        scored=_of(material, area.scored, area.of),
    )


def _of(material: Material, part: int, whole: int) -> str:
    t = material.t
    return t("{part} of {whole}", part=t.number(part, 0), whole=t.number(whole, 0))
