"""The questions of a panel in the terminal: strong ones, the discussion list, who holds which task, and the agenda.

Respondents and practices are drawn by `panel_showing.py`; nothing is computed here.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.analysis.panel import SIDES
from nlc_toolkit.errors import mark
from nlc_toolkit.panel_wording import agreement_title, reason_title
from nlc_toolkit.terminal.page import QUIET, STRONG, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nlc_toolkit.analysis.agenda import Agenda, AgendaEntry, Kind
    from nlc_toolkit.analysis.panel import Panel, QuestionPanel
    from nlc_toolkit.analysis.responsibility import Responsibility
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.vocabulary import Group
    from nlc_toolkit.i18n import Translator

NUMBER_CELLS = 4
QUESTION_CELLS = 9
MINUTES_IN_HOUR = 60
APART = "   "

ONE_APART = mark("one view stands apart")

SHORT_GROUPS: Mapping[Group, str] = {
    "national_government": mark("Nat."),
    "regional_government": mark("Reg."),
    "local_government": mark("Local"),
    "security_services": mark("Sec."),
    "civil_society": mark("Civil"),
    "private_sector": mark("Priv."),
    "other": mark("Other"),
}
PARTS: Mapping[Kind, str] = {
    "opening": mark("Opening: why we meet, ground rules, consent"),
    "break_out": mark("Each group alone: what do we see, and why?"),
    "break": mark("Break"),
    "closing": mark("Closing: who does what, by when"),
}
SAYS = mark("{group} ({count}) says: {holder}.")
CONFLICT = mark("Conflict. {group} ({count}) says: {holder}. But that group says the same of others.")
CONFLICT_NOBODY = mark("Conflict. {group} ({count}) says: nobody.")


def short_group(group: Group, t: Translator) -> str:
    """Return the group in at most five letters, for the head of a column."""
    return t(SHORT_GROUPS[group])


def kept_back(panel: Panel) -> bool:
    """Whether the edition keeps a figure back."""
    return any(practice.kept_back for practice in panel.practices)


def draw_strengths(page: Page, library: Library, panel: Panel, t: Translator) -> None:
    """Add on which questions two groups or more agree that the place is strong."""
    page.gap()
    page.text(t("Agreed and strong"), STRONG)
    for name in panel.strengths:
        median = t("Median {median}.", median=t.number(panel.questions[name].median))
        text = wording.question_text(library.question(name), t)
        page.text(t("{question} {figure}", question=text, figure=median), label=f"{name:<{QUESTION_CELLS}}")
    if not panel.strengths:
        page.text(
            t("None that this edition may show.")
            if kept_back(panel)
            else t("None yet: on no question do two groups agree on a median of 2.5 or more.")
        )


def draw_discussion(page: Page, library: Library, panel: Panel, t: Translator) -> None:
    """Add what to talk about, most urgent first, each with its levels and why it is on the list."""
    page.gap()
    page.text(t("To discuss, most urgent first"), STRONG)
    for number, name in enumerate(panel.discussion, start=1):
        question = panel.questions[name]
        label = f"{f'{number}.':<{NUMBER_CELLS}}{name:<{QUESTION_CELLS}}"
        page.text(wording.question_text(library.question(name), t), label=label)
        indent = " " * (NUMBER_CELLS + QUESTION_CELLS)
        for line in in_lines(levels_of(page, question, t), page.width - len(indent)):
            page.text(line, label=indent)
        page.text(why_line(question, t), QUIET, label=indent)
    if not panel.discussion:
        page.text(
            t("Nothing that this edition may show.")
            if kept_back(panel)
            else t("Nothing: where two or more gave a level, they agree.")
        )


def levels_of(page: Page, question: QuestionPanel, t: Translator) -> tuple[str, ...]:
    """Return the levels of each group that the edition shows; of all together where it shows no group."""
    named = wording.group_title if page.plain else short_group
    shown = [(named(group, t), figures) for group, figures in question.groups.items()]
    if question.others is not None:
        shown.append((t("Others"), question.others))
    if not shown and question.whole is not None:
        shown.append((t("All"), question.whole))
    return tuple(
        t("{group}: {levels}", group=title, levels=t.in_digits(" ".join(map(str, figures.levels))))
        for title, figures in shown
    )


def in_lines(pieces: Sequence[str], cells: int) -> tuple[str, ...]:
    """Return the pieces in lines of at most `cells` columns, none cut in two that fits a line."""
    from rich.cells import cell_len  # noqa: PLC0415 - rich is imported by what draws

    lines: list[str] = []
    for piece in pieces:
        if lines and cell_len(lines[-1] + APART + piece) <= cells:
            lines[-1] += APART + piece
        else:
            lines.append(piece)
    return tuple(lines)


def why_line(question: QuestionPanel, t: Translator) -> str:
    """Return gap, agreement in a word and why a question is on the list; the exact figures are in the JSON."""
    why = t.series([reason_title(reason, t) for reason in question.reasons]) or t(ONE_APART)
    gap, agreement = t.number(question.gap), agreement_title(question.agreement, t)
    match question.gap, question.consensus:
        case None, None:
            return t("Why: {why}.", why=why)
        case None, _:
            return t("Agreement {agreement}. Why: {why}.", agreement=agreement, why=why)
        case _, None:
            return t("Gap {gap}. Why: {why}.", gap=gap, why=why)
    return t("Gap {gap}, agreement {agreement}. Why: {why}.", gap=gap, agreement=agreement, why=why)


def draw_find_out(page: Page, panel: Panel, t: Translator) -> None:
    """Add the questions that cannot be compared, because one side or nearly everybody gave no level."""
    too_few = [name for name, question in panel.questions.items() if question.outcome == "too_few"]
    lacking = {
        side: [name for name, question in panel.questions.items() if name not in too_few and question.lacks(side)]
        for side in SIDES
        if side in panel.groups
    }
    if not too_few and not any(lacking.values()):
        return
    page.gap()
    page.text(t("Find out first"), STRONG)
    if too_few:
        page.text(t("Fewer than two levels. Ask who could know: {questions}", questions=t.series(too_few)))
    for side, names in lacking.items():
        if names:
            group = wording.group_title(side, t)
            page.text(t("{group} gave no level: {questions}", group=group, questions=t.series(names)))


def draw_responsibility(page: Page, library: Library, panel: Panel, t: Translator) -> None:
    """Add who says that somebody else holds a task, those first on which this does not add up."""
    by_question = [
        (name, list(entries)) for name, entries in groupby(panel.responsibility, lambda entry: entry.question)
    ]
    if not by_question:
        return
    page.gap()
    page.text(t("Who holds the task? “Not our mandate” was said here"), STRONG)
    by_question.sort(key=lambda each: not any(entry.conflict for entry in each[1]))
    for name, entries in by_question:
        page.text(wording.question_text(library.question(name), t), label=f"{name:<{QUESTION_CELLS}}")
        for entry in entries:
            style = STRONG if entry.conflict else QUIET
            page.text(holder_line(entry, t), style, label=" " * QUESTION_CELLS)


def holder_line(entry: Responsibility, t: Translator) -> str:
    """Return who names whom, and whether that adds up."""
    message = SAYS
    if entry.conflict:
        message = CONFLICT_NOBODY if entry.holder == "nobody" else CONFLICT
    return t(
        message,
        group=wording.group_title(entry.says, t),
        count=t.number(entry.count, 0),
        holder=wording.holder_title(entry.holder, t),
    )


def draw_agenda(page: Page, library: Library, panel: Panel, agenda: Agenda, t: Translator) -> None:
    """Add how the meeting is spent and what there is no time for."""
    from rich.cells import cell_len  # noqa: PLC0415 - as above

    page.gap()
    page.text(t("Agenda for {minutes} minutes", minutes=t.number(agenda.minutes, 0)), STRONG)
    for start, entry in zip(agenda.starts, agenda.entries, strict=True):
        label = f"{start // MINUTES_IN_HOUR}:{start % MINUTES_IN_HOUR:02}"
        length = t("{minutes} min", minutes=t.number(entry.minutes, 0))
        page.text(_part(library, entry, t), label=f"{label:>5}  {' ' * (6 - cell_len(length))}{length}  ")
    for remark in _agenda_remarks(panel, agenda, t):
        page.text(remark)


def _part(library: Library, entry: AgendaEntry, t: Translator) -> str:
    if entry.question is None:
        return t(PARTS[entry.kind])
    text = wording.question_text(library.question(entry.question), t)
    return t("{question}: {text}", question=entry.question, text=text)


def _agenda_remarks(panel: Panel, agenda: Agenda, t: Translator) -> Iterator[str]:
    if agenda.left_out:
        yield t(
            "No time for {left_out} of {all} questions: {questions}",
            left_out=t.number(len(agenda.left_out), 0),
            all=t.number(len(panel.discussion), 0),
            questions=t.series(agenda.left_out),
        )
    if agenda.spare:
        yield t(
            "The list needs {spare} minutes less than you have. Plan the next steps in them, or give a smaller "
            "number after --minutes.",
            spare=t.number(agenda.spare, 0),
        )
