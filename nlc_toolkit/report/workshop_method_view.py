"""How the panel's figures come about, in brief, from the very constants that make them.

The figures themselves are made in `analysis/agreement.py` and `analysis/panel.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.analysis.agreement import (
    FAR,
    GAP_OF_GROUPS,
    GAP_OF_SINGLES,
    HIGH_CONSENSUS,
    LEAST_CONSENSUS,
    LEAST_FOR_CONSENSUS,
    LEAST_LEVELS,
    LEAST_SHARE_NEAR,
    NEAR,
)
from nlc_toolkit.analysis.panel_editions import LEAST_SHOWN
from nlc_toolkit.analysis.planning import STRONG_FROM
from nlc_toolkit.content import honesty
from nlc_toolkit.content.vocabulary import LEVELS
from nlc_toolkit.errors import mark
from nlc_toolkit.report.material import Fact

if TYPE_CHECKING:
    from nlc_toolkit.report.workshop_material import WorkshopMaterial

NO_SAMPLE = mark("A handful of people is no sample. Nothing here is tested for significance.")
NOT_TRUTH = mark("Agreement is not truth: all may be wrong together. A gap is a question and not a fault.")
LEAST_FOR_PANEL = mark(
    "All figures come from one respondent. One respondent’s view is not yet the view of the city. Ask the other groups."
)


def honesty_sentences(material: WorkshopMaterial) -> tuple[str, ...]:
    """Return the sentences that no paper may do without."""
    t = material.t
    sentences = [t(honesty.SELF_ASSESSMENT_LIMITS), t(NO_SAMPLE), t(NOT_TRUTH)]
    if material.panel.respondents == 1:
        sentences.insert(0, t(LEAST_FOR_PANEL))
    if material.library.titles_are_working_titles:
        sentences.insert(0, t(honesty.WORKING_TITLES, memorandum=honesty.MEMORANDUM))
    return tuple(sentences)


def level_facts(material: WorkshopMaterial) -> tuple[Fact, ...]:
    """Return the five levels, each with what it stands for on any question."""
    t, checklist = material.t, material.library.checklist
    return tuple(
        Fact(
            t("{level} {label}", level=t.number(level, 0), label=wording.level_label(level, checklist, t)),
            wording.level_meaning(level, checklist, t),
        )
        for level in LEVELS
    )


def method_facts(material: WorkshopMaterial) -> tuple[Fact, ...]:
    """Return the rules behind the figures, in brief."""
    return (*_figures(material), *_outcomes(material))


def _figures(material: WorkshopMaterial) -> tuple[Fact, ...]:
    t = material.t
    return (
        Fact(
            t("Median"),
            t("The middle of all levels in a row. Of an even number of levels it is the mean of the middle two."),
        ),
        Fact(
            t("Gap between groups"),
            t(
                "The largest minus the smallest median of the groups. It is a difference to talk about: it does not "
                "say who is right."
            ),
        ),
        Fact(
            t("Joint level"),
            t(
                "The lower of the medians of national and local government: cooperation is as good as the side that "
                "sees less of it says. If one of the two gave no level, the question is called one-sided."
            ),
        ),
        Fact(
            t("Agreement"),
            t(
                "How near together all levels lie (the consensus after Tastle and Wierman, from 0 to 1). High from "
                "{high} on, mixed from {mixed} on, low below. It needs {least} levels.",
                high=t.number(HIGH_CONSENSUS, 2),
                mixed=t.number(LEAST_CONSENSUS, 2),
                least=t.number(LEAST_FOR_CONSENSUS, 0),
            ),
        ),
        Fact(
            t("Practices"),
            t(
                "Weighted means over the questions that have the figure. Two groups may not have answered the same "
                "questions."
            ),
        ),
    )


def _outcomes(material: WorkshopMaterial) -> tuple[Fact, ...]:
    t = material.t
    return (
        Fact(
            t("To discuss"),
            t(
                "The agreement is low; or fewer than {share} of the levels lie within {near} of the median; or the "
                "gap is {groups} or more. Where a group has a single level, the gap must be {singles}. "
                "The rule was fixed before anybody answered.",
                share=t.percent(LEAST_SHARE_NEAR),
                near=t.number(NEAR, 0),
                groups=t.number(GAP_OF_GROUPS, 0),
                singles=t.number(GAP_OF_SINGLES, 0),
            ),
        ),
        Fact(
            t("One view stands apart"),
            t("Nothing of that, but one level lies {far} or more from the median.", far=t.number(FAR, 0)),
        ),
        Fact(
            t("Agreed"),
            t(
                "Nothing of that. It is a shared strength if two groups gave levels and the median is {strong} or "
                "more. Fewer than {least} levels are too few to say anything.",
                strong=t.number(STRONG_FROM),
                least=t.number(LEAST_LEVELS, 0),
            ),
        ),
        Fact(
            t("Small groups"),
            t(
                "So that nobody can be held to an answer, participants see a group from {least} levels on, or where "
                "all its answers speak for institutions. The others are put together. The public sees only figures of "
                "all respondents, from {least} levels on.",
                least=t.number(LEAST_SHOWN, 0),
            ),
        ),
    )
