"""The progress bar of a batch; it grows from the right where the language is read from there and lines are turned."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rich.progress import BarColumn, Progress, ProgressColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from nlc_toolkit.terminal.bidi import visual
from nlc_toolkit.terminal.console import direction_of, is_visual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console
    from rich.progress import Task

Each = TypeVar("Each")
BAR_CELLS = 40


class MirroredBar(ProgressColumn):
    """A bar that grows from the right."""

    def render(self, task: Task) -> Text:
        """Return the bar as far as `task` has come."""
        filled = round(BAR_CELLS * task.percentage / 100)
        return Text.assemble(("━" * (BAR_CELLS - filled), "bar.back"), ("━" * filled, "bar.complete"))


def watched(each: Iterable[Each], *, title: str, total: int, console: Console) -> Iterator[Each]:
    """Yield what `each` holds, with a bar on the console that goes away at the end.

    Args:
        each: what is worked on, one after the other.
        title: what stands beside the bar.
        total: how many there are.
        console: where the bar is drawn.
    """
    mirrored = is_visual(console) and direction_of(console) == "rtl"
    if is_visual(console):
        title = visual(title, direction_of(console))
    words, rest, time = TextColumn(title), TaskProgressColumn(), TimeRemainingColumn()
    columns = (time, rest, MirroredBar(), words) if mirrored else (words, BarColumn(BAR_CELLS), rest, time)
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(each, total=total)
