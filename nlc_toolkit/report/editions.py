"""What each edition of a report may show; the respondent's choice about notes is kept by every edition.

Why it is so is written down in `docs/decisions/0003-notes-in-reports.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.assessment.models import Assessment

Edition = Literal["facilitator", "participant", "public"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)

EDITION_TITLES: Mapping[Edition, str] = {
    "facilitator": mark("Facilitator edition"),
    "participant": mark("Participant edition"),
    "public": mark("Public edition"),
}
REMARKS: Mapping[str, str] = {
    "with_group": mark(
        "For the facilitator: this report shows the respondent’s notes. Keep it as carefully as the assessment itself."
    ),
    "without_group": mark(
        "The respondent lets the notes be shown only without the group. So this report names no group, and the "
        "assessment is not attached to it."
    ),
    "withheld": mark(
        "The respondent keeps the notes out of reports. So notes, reasons and the text of evidence are not printed, "
        "and the assessment is not attached."
    ),
    "not_stated": mark(
        "The respondent has not said who may see the notes. Ask the respondent before you hand this report on."
    ),
    "participant_with_notes": mark(
        "For the people in the room: this report shows the notes, as the respondent allows. It leaves out the "
        "respondent’s code and how free civil society is to speak."
    ),
    "participant": mark(
        "For the people in the room: this report shows figures and plans, and nothing that the respondent wrote "
        "beside an answer."
    ),
    "public": mark(
        "For the public: this report shows the figures of one respondent. It leaves out notes, evidence, actions and "
        "facts about the place."
    ),
}


@dataclass(frozen=True)
class Disclosure:
    """What one report may show.

    Attributes:
        edition: for whom the report is.
        group: the respondent group, and whether it speaks for its institution.
        code: the respondent's code.
        notes: what the respondent wrote beside an answer: note, reason, dissent, text of evidence.
        context: the facts about the place.
        civic_space: among them, how free civil society is.
        actions: the planned actions.
        attachment: the assessment itself, attached to the PDF.
        remark: sentence to translate that says so on the cover.
    """

    edition: Edition
    group: bool
    code: bool
    notes: bool
    context: bool
    civic_space: bool
    actions: bool
    attachment: bool
    remark: str

    def context_shown(self, stated: Mapping[str, str]) -> dict[str, str]:
        """Return of the stated facts about the place (key → value) those that may be shown."""
        if not self.context:
            return {}
        return {key: value for key, value in stated.items() if self.civic_space or key != "civic_space"}


def disclosure_of(assessment: Assessment, edition: Edition) -> Disclosure:
    """Return what a report on this assessment may show in this edition."""
    choice = assessment.respondent.notes
    if edition == "facilitator":
        named = choice != "without_group"
        return Disclosure(
            edition=edition,
            group=named,
            code=named,
            notes=choice != "withheld",
            context=True,
            civic_space=True,
            actions=True,
            attachment=choice in {"with_group", None},
            remark=REMARKS[choice or "not_stated"],
        )
    participant = edition == "participant"
    notes = participant and choice == "with_group"
    return Disclosure(
        edition=edition,
        group=assessment.round == "agreed" or assessment.respondent.capacity == "institution",
        code=False,
        notes=notes,
        context=participant,
        civic_space=False,
        actions=participant,
        attachment=False,
        remark=REMARKS["participant_with_notes" if notes else edition],
    )
