"""What every part of a report is made from: the result, the content, the words and what the edition may show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.editions import Disclosure


@dataclass(frozen=True)
class Material:
    """One report's material; `t` is the run's translator."""

    result: Result
    library: Library
    t: Translator
    disclosure: Disclosure

    @property
    def assessment(self) -> Assessment:
        """The assessment that the report is about."""
        return self.result.assessment

    @property
    def mirrored(self) -> bool:
        """Whether the report is written from right to left."""
        return self.t.direction == "rtl"


@dataclass(frozen=True)
class Fact:
    """A figure or fact with its label; `ltr` for what is written from left to right in every language."""

    label: str
    value: str
    ltr: bool = False
