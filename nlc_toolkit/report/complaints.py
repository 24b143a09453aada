"""What the PDF engine says in its log about things that it could not draw; what to do about it is left to others."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGE = "Failed to load image"
GLYPH = ".notdef glyph"


@dataclass(frozen=True)
class Complaints:
    """What was said while one page was made."""

    records: list[logging.LogRecord] = field(default_factory=list)

    @property
    def damaged_image(self) -> bool:
        """Whether an image could not be drawn."""
        return any(record.msg.startswith(IMAGE) for record in self.records)

    @property
    def unprintable(self) -> str:
        """The characters that no font has, each once."""
        return "".join(
            sorted(
                {
                    str(record.args[0])
                    for record in self.records
                    if record.msg.startswith(GLYPH) and isinstance(record.args, tuple)
                }
            )
        )


class _Listener(logging.Handler):
    def __init__(self, complaints: Complaints) -> None:
        super().__init__(logging.WARNING)
        self.complaints = complaints

    def emit(self, record: logging.LogRecord) -> None:
        self.complaints.records.append(record)


@contextmanager
def complaints_of(logger_name: str) -> Iterator[Complaints]:
    """Collect what is said in this log until the end of the block."""
    complaints = Complaints()
    logger, listener = logging.getLogger(logger_name), _Listener(complaints)
    logger.addHandler(listener)
    try:
        yield complaints
    finally:
        logger.removeHandler(listener)
