"""The paper of a workshop for tests: from people to its view, with notes and facts that some editions keep back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from panels import LIBRARY, Person, assessment_of

from nlc_toolkit.analysis.agenda import make_agenda
from nlc_toolkit.analysis.members import Member, Sentence, SetAsideFile, members_of
from nlc_toolkit.analysis.panel import compute_panel
from nlc_toolkit.analysis.panel_editions import panel_in_edition
from nlc_toolkit.assessment.models import Evidence
from nlc_toolkit.content.models import Context
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.workshop_view import WorkshopWishes, build_workshop_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlc_toolkit.analysis.members import Members
    from nlc_toolkit.analysis.panel_editions import PanelEdition
    from nlc_toolkit.assessment.models import Assessment, NotesChoice
    from nlc_toolkit.report.workshop_view import WorkshopView

TODAY = date(2026, 11, 20)
ENGLISH = Translator()
DAMAGED = SetAsideFile(
    "civil_society-2.json", "unreadable", Sentence("{file} is damaged.", {"file": "civil_society-2.json"})
)

NATIONAL = Person(
    "national_government",
    "institution",
    {"p01.q1": 4, "p01.q2": 3, "p01.q3": "local_government", "p02.q1": 3, "p02.q2": 1},
)
LOCAL = Person(
    "local_government", "institution", {"p01.q1": 1, "p01.q2": 3, "p01.q3": "national_government", "p02.q1": 3}
)
CIVIL = Person("civil_society", "personal", {"p01.q1": 0, "p01.q2": 3, "p02.q1": 3, "p02.q2": "nobody"})
PRIVATE = Person("private_sector", "personal", {"p01.q1": 2, "p01.q2": 3, "p02.q1": 0, "p02.q2": None})
ROOM = (NATIONAL, NATIONAL, LOCAL, LOCAL, CIVIL, PRIVATE)
CHOICES: tuple[NotesChoice | None, ...] = (
    "with_group",
    None,
    "with_group",
    "withheld",
    "without_group",
    "without_group",
)


def member_of(person: Person, number: int, notes: NotesChoice | None = "with_group", **changes: object) -> Member:
    """Return a member whose every answer carries a note and a piece of evidence that name it by its number."""
    assessment = assessment_of(person, number, **changes)
    answers = {
        name: answer.model_copy(
            update={"note": f"Note {number} on {name}.", "evidence": (Evidence(text=f"Paper {number} on {name}."),)}
        )
        for name, answer in assessment.answers.items()
    }
    respondent = assessment.respondent.model_copy(update={"notes": notes, "code": f"ZQ{number:02}"})
    return Member(f"file-{number}.json", assessment.model_copy(update={"answers": answers, "respondent": respondent}))


def room(people: Sequence[Person] = ROOM, choices: Sequence[NotesChoice | None] = CHOICES) -> Members:
    """Return the members of a meeting, the last of whom says that civil society is not free, and a damaged file."""
    members = [member_of(person, number, choices[number % len(choices)]) for number, person in enumerate(people)]
    last = members[-1]
    closed = last.assessment.model_copy(update={"context": Context(civic_space="closed")})
    return members_of([*members[:-1], replace(last, assessment=closed)], [DAMAGED])


def without_words(assessment: Assessment) -> Assessment:
    """Return the assessment with nothing but what enters the panel's figures."""
    answers = {
        name: answer.model_copy(update={"note": None, "evidence": ()}) for name, answer in assessment.answers.items()
    }
    respondent = assessment.respondent.model_copy(update={"code": "AAAA", "notes": None})
    return assessment.model_copy(update={"answers": answers, "respondent": respondent, "context": Context()})


def view_of(
    members: Members, edition: PanelEdition = "facilitator", minutes: int = 180, translator: Translator = ENGLISH
) -> WorkshopView:
    panel = compute_panel(LIBRARY, members)
    agenda = make_agenda(panel_in_edition(panel, edition), minutes)
    wishes = WorkshopWishes(edition, TODAY, classification="Official")
    return build_workshop_view(panel, members, agenda, LIBRARY, translator, wishes)
