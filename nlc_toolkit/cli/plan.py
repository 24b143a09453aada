"""`nlc plan`: not written yet."""

from __future__ import annotations

import typer  # noqa: TC002 - typer reads the annotations when the program runs


def plan(context: typer.Context) -> None:
    """Not written yet."""
