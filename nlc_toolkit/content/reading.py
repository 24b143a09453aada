"""One document → one model, with every problem at its line and column.

Rules between fields and between files are in `checking.py`; the sentences in `explaining.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from nlc_toolkit.content.explaining import explain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from nlc_toolkit.content.document import Document
    from nlc_toolkit.errors import Problem

M_co = TypeVar("M_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Reading(Generic[M_co]):
    """A document read as a model.

    Attributes:
        document: what was read.
        model: None if it does not fit.
        problems: those of the document and those of its values.
    """

    document: Document
    model: M_co | None
    problems: tuple[Problem, ...]


def read_as(document: Document, model: type[M_co]) -> Reading[M_co]:
    """Return `document` as `model`, or every reason why it is none."""
    if document.root is None:
        return Reading(document, None, document.problems)
    try:
        valid = model.model_validate(document.data)
    except ValidationError as error:
        told = {problem.field for problem in document.problems}
        found = [_problem(document, model, details) for details in error.errors(include_url=False)]
        more = (problem for problem in found if problem and problem.field not in told)
        return Reading(document, None, (*document.problems, *more))
    return Reading(document, None if document.problems else valid, document.problems)


def _problem(document: Document, model: type[BaseModel], details: ErrorDetails) -> Problem | None:
    loc = details["loc"]
    explanation = explain(details, document.node(loc), model)
    if explanation is None:
        return None
    place = (*loc, *explanation.below)
    return document.problem(place, explanation.message, at_key=explanation.at_key, **explanation.fields)
