"""The panel of a city in the terminal: who answered, what stays out, and each practice with its groups side by side.

The questions and the agenda are drawn by `panel_questions.py`; nothing is computed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.analysis.panel import SIDES
from nlc_toolkit.content.honesty import MEMORANDUM, WORKING_TITLES
from nlc_toolkit.countries import country_name
from nlc_toolkit.errors import mark
from nlc_toolkit.terminal.page import HEAD, QUIET, STRONG, Page
from nlc_toolkit.terminal.paging import show_pages
from nlc_toolkit.terminal.panel_questions import (
    draw_agenda,
    draw_discussion,
    draw_find_out,
    draw_responsibility,
    draw_strengths,
    kept_back,
    short_group,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import Console

    from nlc_toolkit.analysis.agenda import Agenda
    from nlc_toolkit.analysis.members import Sentence
    from nlc_toolkit.analysis.panel import Panel, PracticePanel
    from nlc_toolkit.analysis.panel_editions import PanelEdition
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator

FIGURE_CELLS = 6
ID_CELLS = 4
LEAST_TITLE_CELLS, MOST_TITLE_CELLS = 16, 46
GROUP_CELLS = 48

EDITION_REMARKS: Mapping[PanelEdition, str] = {
    "facilitator": mark("Facilitator edition. It shows what small groups said: keep it to yourself."),
    "participant": mark("Participant edition. What a small group said is merged with others or left out."),
    "public": mark("Public edition. It shows all respondents together, and no group."),
}
LIMITS = mark("A handful of people is no sample, and agreement is not truth. A gap is a question, not a fault.")


def show_panel(  # noqa: PLR0913, PLR0917 - what is drawn, and with what
    console: Console,
    library: Library,
    panel: Panel,
    agenda: Agenda,
    edition: PanelEdition,
    t: Translator,
    notice: Sentence | None = None,
) -> None:
    """Print the panel and its agenda, through the pager where they are longer than the window.

    Args:
        console: where it is printed.
        library: the words of practices and questions.
        panel: as `edition` shows it.
        agenda: made from that panel; it is for those who meet, so the public edition does without.
        edition: named at the head.
        t: the run's translator.
        notice: what the person should know about the choice of the city.
    """
    page = Page(console)
    draw_heading(page, panel, edition, t)
    draw_respondents(page, panel, t)
    draw_set_aside(page, panel, t, notice)
    draw_practices(page, library, panel, t)
    draw_strengths(page, library, panel, t)
    draw_discussion(page, library, panel, t)
    draw_find_out(page, panel, t)
    draw_responsibility(page, library, panel, t)
    if edition != "public":
        draw_agenda(page, library, panel, agenda, t)
    page.gap()
    page.text(t(LIMITS), QUIET)
    if library.titles_are_working_titles:
        page.text(t(WORKING_TITLES, memorandum=""), QUIET)
        page.whole(MEMORANDUM, QUIET)
    page.gap()
    show_pages(page, t)


def draw_heading(page: Page, panel: Panel, edition: PanelEdition, t: Translator) -> None:
    """Add whose panel this is and for whom it is meant."""
    country = country_name(panel.city.country, t)
    page.text(t("Panel for {city}, {country}", city=panel.city.name, country=country), HEAD)
    page.text(t(EDITION_REMARKS[edition]), QUIET)


def draw_respondents(page: Page, panel: Panel, t: Translator) -> None:
    """Add how many answered, by group where the edition tells it, and which side did not."""
    page.gap()
    page.text(t("Who answered"), STRONG)
    page.text(t.plural("{count} respondent", "{count} respondents", panel.respondents))
    for group, count in panel.groups.items():
        title = wording.group_title(group, t)
        if page.plain or page.width < GROUP_CELLS:
            page.text(t("{group}: {count}", group=title, count=t.number(count, 0)), label="- ")
        else:
            cells = ((t.number(count, 0), -5), ("", 2), (short_group(group, t), 8), (title, GROUP_CELLS - 15))
            page.columns(cells)
    missing = [wording.group_title(side, t) for side in SIDES if panel.groups and side not in panel.groups]
    if missing:
        page.text(t("Nobody answered for: {groups}. So there is no joint level.", groups=t.series(missing)))


def draw_set_aside(page: Page, panel: Panel, t: Translator, notice: Sentence | None) -> None:
    """Add each file that does not count, with the sentence that says why."""
    if panel.set_aside:
        page.gap()
        page.text(t.plural("Not counted: {count} file", "Not counted: {count} files", len(panel.set_aside)), STRONG)
    for entry in panel.set_aside:
        page.text(entry.why.sentence(t), label="- ")
    if notice is not None:
        page.text(notice.sentence(t))


def draw_practices(page: Page, library: Library, panel: Panel, t: Translator) -> None:
    """Add every practice with its joint score and the figure of each group."""
    page.gap()
    page.text(t("The practices, on the scale from 0 to 4"), STRONG)
    columns = practice_columns(panel, t)
    titles = {
        practice.id: f"{practice.id:<{ID_CELLS}}{wording.practice_title(library.practice(practice.id), t)}"
        for practice in panel.practices
    }
    room = min(MOST_TITLE_CELLS, page.width - FIGURE_CELLS * len(columns))
    if page.plain or room < LEAST_TITLE_CELLS:
        for practice in panel.practices:
            page.text(practice_sentence(titles[practice.id], practice, t))
    else:
        rows = [(titles[practice.id], *practice_cells(panel, practice, t)) for practice in panel.practices]
        page.table(("", *columns), rows, (room, *[-FIGURE_CELLS] * len(columns)))
    for remark in practice_remarks(panel, t):
        page.text(remark, QUIET)


def practice_columns(panel: Panel, t: Translator) -> tuple[str, ...]:
    """Return the heads of the figures: without groups there is only the figure of all, and nothing lies apart."""
    if not panel.groups:
        return (t("All"),)
    apart = (t("Apart"),) if len(panel.groups) > 1 else ()
    return (t("Joint"), *(short_group(group, t) for group in panel.groups), *apart)


def practice_cells(panel: Panel, practice: PracticePanel, t: Translator) -> tuple[str, ...]:
    """Return the figures of one practice, below the heads of `practice_columns`."""
    if not panel.groups:
        return (t.number(practice.score),)
    apart = (t.number(practice.gap),) if len(panel.groups) > 1 else ()
    return (
        t.number(practice.joint_score),
        *(t.number(practice.groups.get(group)) for group in panel.groups),
        *apart,
    )


def practice_sentence(title: str, practice: PracticePanel, t: Translator) -> str:
    """Return one practice as a sentence, for a screen reader or a pipe."""
    if not practice.groups:
        return t("{practice}: all {score}.", practice=title, score=t.number(practice.score))
    groups = t.listed(
        t("{group} {figure}", group=wording.group_title(group, t), figure=t.number(figure))
        for group, figure in practice.groups.items()
    )
    return t(
        "{practice}: joint {joint}; {groups}.", practice=title, joint=t.number(practice.joint_score), groups=groups
    )


def practice_remarks(panel: Panel, t: Translator) -> Iterator[str]:
    """Yield what the figures mean and why some are missing."""
    if panel.groups:
        yield t("Joint: on each question the lower of national and local government.")
    else:
        yield t("All: on each question the median of all levels.")
    yield t("Each figure is the mean over the questions that have it, so two figures can rest on different questions.")
    if kept_back(panel):
        yield t("A dash: no figure, or one that would tell what a small group said.")
