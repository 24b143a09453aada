"""Making report files: where each goes, from assessment to bytes, written whole, one after another or in processes.

The command's options and what it prints are left to `report.py`; what stands in a report to `report/view.py`.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from nlc_toolkit.errors import ToolkitError, WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.i18n import Digits, Translator
    from nlc_toolkit.report.editions import Edition


@dataclass(frozen=True)
class Order:
    """What holds for every report of one run; plain values, because it goes to other processes.

    Attributes:
        language, digits, content_folder: as in `Run`.
        suffix: `.pdf` or `.html`.
        logo_uri: a `data:` URI, or empty.
        now: the present moment.
    """

    language: str
    digits: Digits
    content_folder: Path | None
    edition: Edition
    suffix: str
    classification: str
    logo_uri: str
    now: datetime


@dataclass(frozen=True)
class Job:
    """One report to make: from this assessment, into this file."""

    source: Path
    target: Path


@dataclass(frozen=True)
class Outcome:
    """What became of one job, in the run's language.

    Attributes:
        error: why there is no report; empty when it was written.
        warning: what is wrong with the report that was written; empty when nothing is.
    """

    job: Job
    error: str = ""
    warning: str = ""


def plan_jobs(sources: Sequence[Path], output: Path | None, suffix: str) -> tuple[Job, ...]:
    """Return which report goes where: beside its assessment, into `output`, or into the folder `output`.

    Raises:
        WrongUsageError: two reports would go to one file, a report over an assessment, or many into one file.
    """
    several = len(sources) > 1
    if output is not None and several and output.exists() and not output.is_dir():
        raise WrongUsageError(mark("“{output}” is a file. For several reports name a folder after -o."), output=output)
    jobs = tuple(Job(source, _target(source, output, suffix, several=several)) for source in sources)
    taken = {_same(source) for source in sources}
    seen: dict[str, Path] = {}
    for job in jobs:
        name = _same(job.target)
        if name in taken or job.target.suffix.lower() == ".json":
            raise WrongUsageError(
                mark("The report would be written over “{file}”. Give another name after -o, such as report.pdf."),
                file=job.target,
            )
        if name in seen:
            raise WrongUsageError(
                mark("“{first}” and “{second}” would both become “{target}”. Rename one, or make them in two runs."),
                first=seen[name],
                second=job.source,
                target=job.target,
            )
        seen[name] = job.source
    return jobs


def make_reports(jobs: Sequence[Job], order: Order, processes: int) -> Iterator[Outcome]:
    """Make the reports and yield what became of each, in the order of `jobs`; a damaged file stops no other.

    Raises:
        ProblemsError: the content itself is damaged, so that no report can be made.
    """
    equipment(order.language, order.digits, order.content_folder)  # processes that are forked share it
    if processes == 1 or len(jobs) == 1:
        yield from (make_report_file(job, order) for job in jobs)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - rarely needed
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    with ProcessPoolExecutor(min(processes, len(jobs)), initializer=_tidy_up_at_end) as pool:
        waiting = [pool.submit(make_report_file, job, order) for job in jobs]
        try:
            for done in waiting:
                yield done.result()
        except BrokenProcessPool as error:
            raise ToolkitError(
                mark("The system ended a process, perhaps for lack of memory. Try again with a smaller --jobs.")
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _tidy_up_at_end() -> None:
    """Leave no temporary folder behind: the processes of a pool end without what `atexit` knows."""
    import gc  # noqa: PLC0415 - rarely needed
    from multiprocessing.util import Finalize  # noqa: PLC0415

    from nlc_toolkit.report.render import forget_styles  # noqa: PLC0415

    Finalize(None, forget_styles, exitpriority=1)
    Finalize(None, gc.collect, exitpriority=0)  # the engine's trees hold the fonts, too


def make_report_file(job: Job, order: Order) -> Outcome:
    """Make one report and write it; what stands in the way becomes a sentence."""
    from nlc_toolkit.report.fonts_present import missing_in_words  # noqa: PLC0415 - not needed to plan

    library, translator = equipment(order.language, order.digits, order.content_folder)
    try:
        page = make_report(job.source, order, library, translator)
        write_whole(job.target, page)
    except ToolkitError as error:
        return Outcome(job, error.sentence(translator))
    except Exception as error:  # noqa: BLE001 - one file never stops the others
        return Outcome(
            job,
            translator(
                mark("{file}: the toolkit has a fault here; please report it: {reason}"),
                file=job.source,
                reason=f"{type(error).__name__}: {error}",
            ),
        )
    return Outcome(job, warning=missing_in_words(page, job.target, translator))


def make_report(source: Path, order: Order, library: Library, translator: Translator) -> bytes:
    """Return the report on the assessment at `source`.

    Raises:
        ToolkitError: the assessment cannot be read, or the report cannot be made.
    """
    from nlc_toolkit.analysis.result import compute_result  # noqa: PLC0415 - not needed to plan
    from nlc_toolkit.assessment.store import read_with_bytes  # noqa: PLC0415
    from nlc_toolkit.report.editions import disclosure_of  # noqa: PLC0415
    from nlc_toolkit.report.render import page_as_file, render_html  # noqa: PLC0415
    from nlc_toolkit.report.view import Wishes, build_view  # noqa: PLC0415

    assessment, data = read_with_bytes(source)
    attachment = data if disclosure_of(assessment, order.edition).attachment else None
    wishes = Wishes(order.edition, order.now.date(), order.classification, order.logo_uri)
    view = build_view(compute_result(library, assessment), library, translator, wishes)
    return page_as_file(partial(render_html, view, translator), order.suffix, now=order.now, attachment=attachment)


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target`, replacing what is there, so that nobody ever sees half of it.

    A new file is readable by its owner only, like the assessment it may carry; a replaced one stays as open as it was.

    Raises:
        CannotSaveError: it cannot be written there.
    """
    from nlc_toolkit.assessment.saving import refusal  # noqa: PLC0415 - not needed to plan

    target, fresh = Path(os.path.realpath(target)), None
    try:
        if target.exists() and not target.is_file():
            raise ToolkitError(mark("“{file}” is not an ordinary file. Give another name after -o."), file=target)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".tmp", dir=target.parent)
        fresh = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, fresh)
        fresh.replace(target)
    except OSError as error:
        if fresh is not None:
            with suppress(OSError):
                fresh.unlink()
        raise refusal(target, error) from error


def write_page(run: Run, target: Path, page: bytes) -> None:
    """Write a finished page to `target`, and say on stderr which characters of it no font has.

    Raises:
        CannotSaveError: it cannot be written there.
    """
    from nlc_toolkit.report.fonts_present import missing_in_words  # noqa: PLC0415 - not needed to plan

    write_whole(target, page)
    if warning := missing_in_words(page, target, run.translator):
        run.print_line(warning, error=True)


@cache
def equipment(language: str, digits: Digits, content_folder: Path | None) -> tuple[Library, Translator]:
    """Return content and words, once in each process."""
    from nlc_toolkit.content.library import load_library  # noqa: PLC0415 - not needed to plan
    from nlc_toolkit.i18n import translator_for  # noqa: PLC0415

    return load_library(content_folder), translator_for(language, digits)


def _target(source: Path, output: Path | None, suffix: str, *, several: bool) -> Path:
    name = source.with_suffix(suffix).name
    if output is None:
        return source.with_name(name)
    if several or output.is_dir():
        return output / name
    return output if suffix == ".pdf" or output.suffix.lower() != ".pdf" else output.with_suffix(suffix)


def _same(path: Path) -> str:
    """A name that two paths share when a file system might take them for one file."""
    return os.path.realpath(path).casefold()
