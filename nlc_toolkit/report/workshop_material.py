"""What every part of the workshop's paper is made from: the panel as its edition shows it, the agenda, the words.

What is printed of it is left to the modules named `workshop_*.py`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.content.models import Context
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nlc_toolkit.analysis.agenda import Agenda
    from nlc_toolkit.analysis.members import Members
    from nlc_toolkit.analysis.panel import Panel
    from nlc_toolkit.analysis.panel_editions import PanelEdition
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.panel_charts import Kind

KIND_TITLES: Mapping[str, str] = {
    "others": mark("Others, put together"),
    "whole": mark("All respondents"),
}


@dataclass(frozen=True)
class WorkshopMaterial:
    """One paper's material.

    Attributes:
        panel: as the edition shows it; the whole panel never gets this far.
        members: for the facilitator's edition, and for facts about the place.
        agenda: made from `panel`.
        t: the run's translator.
    """

    panel: Panel
    members: Members
    agenda: Agenda
    library: Library
    t: Translator
    edition: PanelEdition

    @property
    def mirrored(self) -> bool:
        """Whether the paper is written from right to left."""
        return self.t.direction == "rtl"

    @property
    def for_facilitator(self) -> bool:
        """Whether notes, set-aside files and how free civil society is may be shown."""
        return self.edition == "facilitator"

    @property
    def for_public(self) -> bool:
        """Whether figures of all respondents together are all that may be shown."""
        return self.edition == "public"

    def question_text(self, name: str) -> str:
        """Return what is asked."""
        return wording.question_text(self.library.questions[name], self.t)

    def practice_title(self, practice: str) -> str:
        """Return the practice's title."""
        return wording.practice_title(self.library.practice(practice), self.t)

    def kind_title(self, kind: Kind) -> str:
        """Return whose mark it is, in words."""
        return self.t(KIND_TITLES[kind]) if kind in KIND_TITLES else self.t(wording.GROUP_TITLES[kind])

    def facts_shared(self) -> Context:
        """Return the facts about the place on which all who state them agree, without how free civil society is."""
        stated: dict[str, set[str]] = defaultdict(set)
        for member in self.members.own:
            for key, value in member.assessment.context.stated().items():
                stated[key].add(value)
        shared = {key: next(iter(values)) for key, values in stated.items() if len(values) == 1}
        return Context.model_validate({key: value for key, value in shared.items() if key != "civic_space"})
