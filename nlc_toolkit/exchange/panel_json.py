"""A panel and its agenda as JSON for other programs (format nlc-panel/1): ids and unrounded numbers.

What an edition keeps back is null or absent here as well. Printing it is left to `cli/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from nlc_toolkit.analysis.agenda import Agenda
    from nlc_toolkit.analysis.panel import Panel, QuestionPanel
    from nlc_toolkit.content.vocabulary import Group
    from nlc_toolkit.i18n import Translator

FORMAT = "nlc-panel/1"


def panel_data(panel: Panel, agenda: Agenda, t: Translator) -> dict[str, JsonValue]:
    """Return the panel as JSON data; levels, medians and gaps 0-4, consensus 0-1, null where there is no figure.

    Args:
        panel: as its edition shows it.
        agenda: made from that panel.
        t: for the sentences about files; nothing else depends on the language.
    """
    return {
        "format": FORMAT,
        "city": panel.city.model_dump(mode="json", exclude_none=True),
        "groups": by_group(panel.groups),
        "set_aside": [{"file": entry.file, "why": entry.why.sentence(t)} for entry in panel.set_aside],
        "practices": [
            {"id": practice.id, "joint_score": practice.joint_score, "groups": by_group(practice.groups)}
            for practice in panel.practices
        ],
        "questions": [question_data(question) for question in panel.questions.values()],
        "discussion": list(panel.discussion),
        "responsibility": [
            {"question": entry.question, "says": entry.says, "holder": entry.holder, "conflict": entry.conflict}
            for entry in panel.responsibility
        ],
        "agenda": [
            {"kind": entry.kind, "minutes": entry.minutes, "question": entry.question} for entry in agenda.entries
        ],
        "left_out": list(agenda.left_out),
    }


def question_data(question: QuestionPanel) -> dict[str, JsonValue]:
    """Return the figures of one question; `levels` lowest first, empty if nobody gave one, null if kept back."""
    levels: JsonValue = None if question.kept_back else []
    if question.whole is not None:
        levels = list(question.whole.levels)
    return {
        "id": question.question,
        "levels": levels,
        "groups": {
            group: {"levels": list(figures.levels), "median": figures.median}
            for group, figures in question.groups.items()
        },
        "median": question.median,
        "range": question.range,
        "gap": question.gap,
        "joint": question.joint,
        "one_sided": question.one_sided,
        "consensus": question.consensus,
        "outcome": question.outcome,
    }


def by_group(figures: Mapping[Group, float]) -> dict[str, JsonValue]:
    """Return a figure of each group, by its id."""
    return {str(group): figure for group, figure in figures.items()}
