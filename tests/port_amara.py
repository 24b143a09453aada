"""The files of the example city, for the tests that keep its story together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nlc_toolkit.assessment.models import LevelAnswer
from nlc_toolkit.assessment.store import read_assessment

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Assessment

EXAMPLES = Path(__file__).parents[1] / "examples"
CURRENT = sorted((EXAMPLES / "assessments").glob("*.json"))
EARLIER = sorted((EXAMPLES / "assessments" / "earlier").glob("*.json"))
FILES = [*CURRENT, *EARLIER]

GROUPS = ("national_government", "local_government", "civil_society")
"""The groups of which one respondent has answered at two points in time."""

MAIN = {"national_government": "R9WC", "local_government": "H4TN", "civil_society": "Q2MB", "private_sector": "X6JF"}
"""Group → code of the respondent who answers the whole checklist; the others answer what they can see."""


def is_main(path: Path) -> bool:
    return read_assessment(path).respondent.code in MAIN.values()


def main_of(files: list[Path]) -> dict[str, Assessment]:
    """Return the assessment of each group's main respondent."""
    assessments = [read_assessment(path) for path in files if is_main(path)]
    return {assessment.respondent.group: assessment for assessment in assessments}


def levels_of(assessment: Assessment) -> dict[str, int]:
    return {name: answer.level for name, answer in assessment.answers.items() if isinstance(answer, LevelAnswer)}


def levels_by_practice(assessment: Assessment) -> list[list[int]]:
    """Return the levels of each practice in which two or more questions have one."""
    found: dict[str, list[int]] = {}
    for name, level in levels_of(assessment).items():
        found.setdefault(name.partition(".")[0], []).append(level)
    return [levels for levels in found.values() if len(levels) > 1]
