"""The sentences that say what the toolkit does not know or must not claim, in one place for every output."""

from __future__ import annotations

from nlc_toolkit.errors import mark

MEMORANDUM = (
    "https://www.thegctf.org/Resources/Framework-Documents/Policy-Toolkits/The-National-Local-Cooperation-NLC-Toolkit"
)
"""The page that leads to the GCTF's Memorandum and its NLC Toolkit."""

WORKING_TITLES = mark(
    "The titles of the practices are working titles. For the official wording see the GCTF Memorandum of 2020: "
    "{memorandum}"
)
"""`memorandum` is filled with `MEMORANDUM`, or left empty where the address follows on a line of its own."""

AREAS_UNOFFICIAL = mark("The six areas are this toolkit’s own grouping and not an official one.")
SELF_ASSESSMENT_LIMITS = mark(
    "A self-assessment tends to be optimistic. Levels are an order and not a measure, so an average is only a "
    "convenience. The figures do not rank cities and are never a risk score."
)
ONE_RESPONDENT = mark("One respondent’s view is not yet the view of the city. Ask the other groups too.")
ONE_QUESTION_EACH = mark(
    "Each practice is judged by one question here, and its score is that one level. A narrow band means that nothing "
    "is open, not that it is certain."
)
NOT_ENDORSEMENT = mark("A case study is listed because a source tells it. Listing is not endorsement.")
