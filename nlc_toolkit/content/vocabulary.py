"""The closed vocabularies that content and assessments share, as DESIGN lists them.

Ids only; their titles and explanations are content (`checklists/checklist.yaml`).
"""

from __future__ import annotations

from typing import Literal, get_args

BarrierId = Literal[
    "trust",
    "politics",
    "perceptions",
    "resources",
    "roles",
    "mandate",
    "securitisation",
    "information",
    "terminology",
    "data",
    "awareness",
    "donor_dependence",
    "overlap",
]
Region = Literal[
    "east_southern_africa",
    "west_africa",
    "mena",
    "western_balkans",
    "europe",
    "southeast_asia",
    "south_asia",
    "central_asia",
    "north_america",
    "international",
]
Tier = Literal["national", "regional", "local", "civil_society"]
Kind = Literal["standing", "event", "study"]
LintRule = Literal[
    "vague_word",
    "repeated_wording",
    "summary_length",
    "practice_without_case",
    "double_question",
    "long_sentence",
    "similar_levels",
    "personal_data",
]
"""The rules of `nlc validate` on wording from which a file can name an exception."""
Group = Literal[
    "national_government",
    "regional_government",
    "local_government",
    "security_services",
    "civil_society",
    "private_sector",
    "other",
]

BARRIERS: tuple[BarrierId, ...] = get_args(BarrierId)
LINT_RULES: tuple[LintRule, ...] = get_args(LintRule)
GROUPS: tuple[Group, ...] = get_args(Group)
MAIN_GROUPS: tuple[Group, ...] = ("national_government", "local_government", "civil_society", "private_sector")
"""The groups that a workshop is made for, in the order of `GROUPS`."""
LEVELS = (0, 1, 2, 3, 4)
HIGHEST_LEVEL = 4
