"""What every content model starts from, and the exception from a rule of `nlc validate` that several of them can name.

The models of the files are in `models.py`; what the rules find is in `linting.py`.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from nlc_toolkit.content.fields import Text
from nlc_toolkit.content.vocabulary import LintRule


class ContentModel(BaseModel):
    """What all content models share: exact types, no unknown keys, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class RuleException(ContentModel):
    """A place where a rule on wording may be broken, for a reason that every reader of the file sees.

    Attributes:
        rule: the rule's name, as `nlc validate` prints it in square brackets.
        at: the field in this question, practice or case, such as levels.2.anchor; without it, every field.
        reason: why the rule does not fit here.
    """

    rule: LintRule
    at: Text | None = None
    reason: Text
