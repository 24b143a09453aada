"""The workshop's paper, complete and ready to print, as far as its edition shows it.

Pure: the day, the language and the edition are arguments. The parts are made by the modules named `workshop_*.py`;
laying them out is left to the templates, making a file of them to `render.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit.analysis.panel_editions import panel_in_edition
from nlc_toolkit.content import honesty
from nlc_toolkit.countries import country_name
from nlc_toolkit.free_text import clean_line
from nlc_toolkit.report.case_view import case_views
from nlc_toolkit.report.directions import on_paper
from nlc_toolkit.report.workshop_agenda_view import agenda_view, times_of_items
from nlc_toolkit.report.workshop_cover_view import cover_view
from nlc_toolkit.report.workshop_guidance import civic_space_in_words, facilitator_advice, ground_rules
from nlc_toolkit.report.workshop_item_view import item_matches, item_views
from nlc_toolkit.report.workshop_lists_view import discussion_rows, find_out_view, responsibility_view, strength_rows
from nlc_toolkit.report.workshop_material import WorkshopMaterial
from nlc_toolkit.report.workshop_method_view import honesty_sentences, level_facts, method_facts
from nlc_toolkit.report.workshop_picture_view import picture_view

if TYPE_CHECKING:
    from datetime import date

    from nlc_toolkit.analysis.agenda import Agenda
    from nlc_toolkit.analysis.members import Members
    from nlc_toolkit.analysis.panel import Panel
    from nlc_toolkit.analysis.panel_editions import PanelEdition
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.case_view import CaseView
    from nlc_toolkit.report.material import Fact
    from nlc_toolkit.report.workshop_agenda_view import AgendaView
    from nlc_toolkit.report.workshop_cover_view import WorkshopCoverView
    from nlc_toolkit.report.workshop_guidance import Advice
    from nlc_toolkit.report.workshop_item_view import ItemView
    from nlc_toolkit.report.workshop_lists_view import (
        DiscussionRow,
        FindOutView,
        ResponsibilityView,
        StrengthRow,
    )
    from nlc_toolkit.report.workshop_picture_view import PictureView


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
    """One whole paper.

    Attributes:
        translator: for the words that stand in the templates.
        language, direction: of the words, as HTML's `lang` and `dir`.
        document_title: title in the file's metadata.
        day: the day it is made, as ISO text for the metadata.
        honesty: the sentences that no paper may do without.
        agenda: None in the public edition, which has no meeting.
        rules: the ground rules; empty in the public edition.
        civic_space: how free the answers call civil society; empty but for the facilitator.
        advice: the facilitator's notes; empty in the other editions.
        pages_to_write: whether there is a page to write on for each question on the agenda.
        notes_in_full: whether any question's half page shortens what respondents wrote.
        cases: those named beside the questions, in full.
    """

    translator: Translator
    language: str
    direction: str
    document_title: str
    keywords: str
    day: str
    edition: PanelEdition
    classification: str
    cover: WorkshopCoverView
    honesty: tuple[str, ...]
    picture: PictureView
    strengths: tuple[StrengthRow, ...]
    discussion: tuple[DiscussionRow, ...]
    find_out: FindOutView
    items: tuple[ItemView, ...]
    responsibility: ResponsibilityView
    agenda: AgendaView | None
    rules: tuple[str, ...]
    civic_space: str
    advice: tuple[Advice, ...]
    pages_to_write: bool
    notes_in_full: bool
    cases: tuple[CaseView, ...]
    not_endorsement: str
    levels: tuple[Fact, ...]
    method: tuple[Fact, ...]


def build_workshop_view(  # noqa: PLR0913, PLR0917 - what the paper is made from, and nothing else
    panel: Panel,
    members: Members,
    agenda: Agenda,
    library: Library,
    translator: Translator,
    wishes: WorkshopWishes,
) -> WorkshopView:
    """Return everything that the workshop's paper prints.

    Args:
        panel: the whole panel, or what the edition leaves of it; no more than that is taken from it.
        members: whose remarks the facilitator's edition prints, as far as they allow.
        agenda: made from `panel_in_edition(panel, wishes.edition)`.
        library: the content.
        translator: the run's translator.
        wishes: edition, day, classification, logo.

    Raises:
        ValueError: the agenda is not made from this edition, and would tell more than it may.
    """
    t, city = on_paper(translator), panel.city
    shown = panel_in_edition(panel, wishes.edition)
    if wishes.edition != "public" and (*agenda.items, *agenda.left_out) != shown.discussion:
        message = f"make the agenda from panel_in_edition(panel, {wishes.edition!r})"
        raise ValueError(message)
    material = WorkshopMaterial(shown, members, agenda, library, t, wishes.edition)
    times = {} if material.for_public else times_of_items(material)
    cover = cover_view(material, wishes.today, wishes.logo_uri)
    matches = {} if material.for_public else item_matches(material)
    items = item_views(material, times, matches) if times else ()
    return WorkshopView(
        translator=t,
        language=t.language,
        direction=t.direction,
        document_title=t("{city}: {title}", city=city.name, title=cover.title),
        keywords=", ".join((city.name, country_name(city.country, t), t("workshop"))),
        day=wishes.today.isoformat(),
        edition=wishes.edition,
        classification=clean_line(wishes.classification),
        cover=cover,
        honesty=honesty_sentences(material),
        picture=picture_view(material),
        strengths=strength_rows(material),
        discussion=discussion_rows(material, times),
        find_out=find_out_view(material),
        items=items,
        responsibility=responsibility_view(material),
        agenda=None if material.for_public else agenda_view(material),
        rules=ground_rules(material),
        civic_space=civic_space_in_words(material),
        advice=facilitator_advice(material),
        pages_to_write=material.for_facilitator,
        notes_in_full=any(item.notes.in_full for item in items),
        cases=case_views(library, t, matches.values()),
        not_endorsement=t(honesty.NOT_ENDORSEMENT),
        levels=level_facts(material),
        method=method_facts(material),
    )
