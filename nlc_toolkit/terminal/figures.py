"""Figures in words: a score never without its band and coverage, a level reached never without its doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import PracticeResult
    from nlc_toolkit.i18n import Translator


def band_words(low: float | None, high: float | None, t: Translator) -> str:
    """Return the band of a score, such as `1.5–3.1`; a dash where there is none."""
    if low is None or high is None:
        return t.number(None)
    return t("{low}–{high}", low=t.number(low), high=t.number(high))


def reached_words(result: PracticeResult, t: Translator) -> str:
    """Return the level that every question has reached, `at least` while any is unknown; a dash where none counts."""
    if result.reached is None:
        return t.number(None)
    if result.unknown:
        return t("at least {level}", level=result.reached)
    return t("{level}", level=result.reached)


def score_words(result: PracticeResult, t: Translator) -> str:
    """Return score, band and coverage as part of a sentence; says so where answers are too few for a score."""
    if result.high is None:
        return t("nothing to score")
    if result.score is None:
        return t(
            "not enough answers for a score, band {band}, coverage {coverage}",
            band=band_words(result.low, result.high, t),
            coverage=t.percent(result.coverage),
        )
    return t(
        "score {score}, band {band}, coverage {coverage}",
        score=t.number(result.score),
        band=band_words(result.low, result.high, t),
        coverage=t.percent(result.coverage),
    )
