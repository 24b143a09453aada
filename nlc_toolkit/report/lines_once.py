"""Lines laid out once: WeasyPrint 70 lays out each line that is written from right to left a second time for nothing.

It compares the place of the line with a place computed without the line's width, takes it for moved, and begins anew.
The result is the same, byte for byte; a paper from right to left costs a fifth less.
"""

from __future__ import annotations

import math
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType


def lay_out_lines_once(inline: ModuleType) -> None:
    """Tell WeasyPrint's module `weasyprint.layout.inline` that without floats a line has found its place at once."""
    avoid_collisions = getattr(inline, "avoid_collisions", None)
    if avoid_collisions is None or hasattr(avoid_collisions, "__wrapped__"):
        return

    @wraps(avoid_collisions)
    def found_at_once(context: Any, box: Any, *rest: Any, **options: Any) -> Any:
        place = avoid_collisions(context, box, *rest, **options)
        if not context.excluded_shapes and isinstance(box, inline.boxes.LineBox):
            box.height = math.inf  # a line that is not higher than this needs no other place
        return place

    inline.avoid_collisions = found_at_once  # type: ignore[attr-defined]
