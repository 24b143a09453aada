"""The workshop's paper, complete and ready to print, as far as its edition shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from nlc_toolkit.analysis.agenda import Agenda
    from nlc_toolkit.analysis.members import Members
    from nlc_toolkit.analysis.panel import Panel
    from nlc_toolkit.analysis.panel_editions import PanelEdition
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator


@dataclass(frozen=True)
class WorkshopWishes:
    """What the person who makes the paper asks for.

    Attributes:
        edition: for whom it is.
        today: the day it is made.
        classification: line printed on every page, such as “Official”; may be empty.
        logo_uri: picture for the cover as a `data:` URI; may be empty.
    """

    edition: PanelEdition
    today: date
    classification: str = ""
    logo_uri: str = ""


@dataclass(frozen=True)
class WorkshopView:
    """One whole paper."""

    translator: Translator


def build_workshop_view(
    panel: Panel,
    members: Members,
    agenda: Agenda,
    library: Library,
    translator: Translator,
    wishes: WorkshopWishes,
) -> WorkshopView:
    """Return everything that the workshop's paper prints.

    Args:
        panel: the whole panel; this function takes of it what the edition shows.
        members: whose notes the facilitator's edition prints, as far as they allow.
        agenda: made from `panel_in_edition(panel, wishes.edition)`.
        library: the content.
        translator: the run's translator.
        wishes: edition, day, classification, logo.

    Raises:
        ValueError: the agenda names a question that this edition does not put up for discussion.
    """
    raise NotImplementedError
