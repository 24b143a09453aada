"""A folder that a command fills: new or empty, so that nothing of anybody's is mixed up or overwritten.

What is written there is left to the command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.errors import ToolkitError, mark

if TYPE_CHECKING:
    from pathlib import Path


def refuse_used(folder: Path, command: str) -> None:
    """Refuse a folder that holds anything; `command` is the command line to try again, such as `nlc demo DIR`.

    Raises:
        ToolkitError: there is something at `folder` or in it, or it cannot be read.
    """
    try:
        used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise ToolkitError(
            mark("The folder “{folder}” cannot be read ({reason}). Name another one: {command}"),
            folder=folder,
            reason=error.strerror or str(error),
            command=command,
        ) from None
    if used:
        raise ToolkitError(
            mark("“{folder}” is not empty, so nothing is written there. Name a new folder: {command}"),
            folder=folder,
            command=command,
        )


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, as far as they are missing.

    Raises:
        CannotSaveError: it cannot be made there.
    """
    from nlc_toolkit.assessment.saving import refusal  # noqa: PLC0415 - help stays fast

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from error
