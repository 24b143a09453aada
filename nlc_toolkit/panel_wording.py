"""The words of a panel: outcomes, agreement, reasons to discuss, parts of a meeting; the same on screen and paper.

The words for groups, levels and content texts are in `wording.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.analysis.agenda import Kind
    from nlc_toolkit.analysis.agreement import Agreement, Outcome, Reason
    from nlc_toolkit.i18n import Translator

OUTCOME_TITLES: Mapping[Outcome, str] = {
    "too_few": mark("Too few levels"),
    "discuss": mark("To discuss"),
    "outlier": mark("One view stands apart"),
    "agreed": mark("Agreed"),
}
AGREEMENT_TITLES: Mapping[Agreement, str] = {
    "high": mark("high"),
    "mixed": mark("mixed"),
    "low": mark("low"),
}
REASON_TITLES: Mapping[Reason, str] = {
    "consensus": mark("the agreement is low"),
    "spread": mark("many levels lie far from the median"),
    "gap": mark("the groups lie apart"),
}
PART_TITLES: Mapping[Kind, str] = {
    "opening": mark("Opening"),
    "item": mark("Discussion"),
    "break_out": mark("Each group alone"),
    "break": mark("Break"),
    "closing": mark("Closing"),
}


def outcome_title(outcome: Outcome | None, t: Translator) -> str:
    """Return what the levels of a question call for; a dash where that is kept back."""
    return t.number(None) if outcome is None else t(OUTCOME_TITLES[outcome])


def agreement_title(agreement: Agreement | None, t: Translator) -> str:
    """Return how near together all levels lie, in one word; a dash where there are too few."""
    return t.number(None) if agreement is None else t(AGREEMENT_TITLES[agreement])


def reason_title(reason: Reason, t: Translator) -> str:
    """Return why a question is to be discussed, as a part of a sentence."""
    return t(REASON_TITLES[reason])


def part_title(kind: Kind, t: Translator) -> str:
    """Return what a part of the meeting is called."""
    return t(PART_TITLES[kind])
