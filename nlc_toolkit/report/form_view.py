"""The blank form, complete and ready to print: the questionnaire on paper, with the codes that take the answers back.

Pure, as `view.py`; which code stands for what is decided in `assessment/form_codes.py`, which the reading of lines uses.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FormView:
    """One whole form."""

    document_title: str
