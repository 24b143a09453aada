"""`nlc demo`: writes the example city's assessments, its report and its workshop: the first thing a newcomer runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.new_folder import make_folder, refuse_used
from nlc_toolkit.cli.report import usable_suffix
from nlc_toolkit.cli.run import run_of
from nlc_toolkit.errors import ToolkitError, mark
from nlc_toolkit.i18n import SOURCE_LANGUAGE, example_name

if TYPE_CHECKING:
    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.i18n import Translator

DEFAULT_FOLDER = Path("nlc-demo")
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help=mark("An empty or new folder."))]


def demo(context: typer.Context, folder: FolderArgument = DEFAULT_FOLDER) -> None:
    """Write an example city's assessments, its report and the paper of its workshop into a folder.

    The city does not exist. Several respondent groups have answered for it, at two points in time.

    Examples:
      nlc demo
      nlc demo somewhere-else
    """
    run = run_of(context)
    refuse_used(folder, "nlc demo DIR")
    written = _copy_examples(folder, run.translator)
    source = _newest_of_the_city(written)
    suffix = usable_suffix(run, ".pdf")
    report = _write_report(run, source, folder / f"report{suffix}")
    paper = _write_paper(run, written, folder / f"workshop{suffix}")
    for path in (*written, report, paper):
        run.print_as_it_is(path)
    run.print_line("")
    run.say(WHAT_NEXT, report=report, paper=paper, file=source)


WHAT_NEXT = mark(
    """\
What to do next:

  open {report}
  open {paper}
  nlc show {file}
  nlc assess                answer for your own city""",
)


def _copy_examples(folder: Path, t: Translator) -> list[Path]:
    """Copy the examples, told in the language of the run, and return where the current ones stand now."""
    from nlc_toolkit.assessment.saving import create_file  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.content.library import shipped_folder  # noqa: PLC0415

    examples = shipped_folder("examples")
    current = []
    for source in sorted(examples.glob("assessments/**/*.json")):
        target = folder / source.relative_to(examples)
        make_folder(target.parent)
        create_file(target, source.read_bytes() if t.language == SOURCE_LANGUAGE else _told(source, t))
        if source.parent.name == "assessments":
            current.append(target)
    return current


def _told(source: Path, t: Translator) -> bytes:
    """The example with its notes, evidence and actions in the language of `t`; its levels are the same."""
    from nlc_toolkit.assessment.reading import to_json  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.assessment.store import read_assessment  # noqa: PLC0415
    from nlc_toolkit.assessment.texts import retold  # noqa: PLC0415

    words = replace(t, digits="western")  # a file holds no others, whatever a run shows
    told = retold(read_assessment(source), lambda part, text: words.content(example_name(source.stem, part), text))
    return to_json(told).encode()


def _newest_of_the_city(files: list[Path]) -> Path:
    from nlc_toolkit.assessment.store import read_assessment  # noqa: PLC0415 - help stays fast

    found = {path: read_assessment(path) for path in files}
    own = [path for path in files if found[path].respondent.group == "local_government"]
    if not own:
        raise ToolkitError(mark("The examples hold no assessment by a local government. Install the toolkit again."))
    return max(own, key=lambda path: found[path].updated)


def _write_report(run: Run, source: Path, target: Path) -> Path:
    from nlc_toolkit.cli.report_making import Order, make_report, write_page  # noqa: PLC0415 - help stays fast

    order = Order(
        language=run.language,
        digits=run.digits,
        content_folder=run.content_folder,
        edition="facilitator",
        suffix=target.suffix,
        classification="",
        logo_uri="",
        now=run.now(),
    )
    write_page(run, target, make_report(source, order, run.library, run.translator))
    return target


def _write_paper(run: Run, files: list[Path], target: Path) -> Path:
    from nlc_toolkit.analysis.agenda import USUAL_MINUTES  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.cli.report_making import write_page  # noqa: PLC0415
    from nlc_toolkit.cli.workshop_making import make_paper, prepare_meeting  # noqa: PLC0415
    from nlc_toolkit.report.workshop_view import WorkshopWishes  # noqa: PLC0415

    meeting = prepare_meeting(run.library, files, (), "facilitator", USUAL_MINUTES)
    now = run.now()
    wishes = WorkshopWishes("facilitator", now.date())
    write_page(run, target, make_paper(meeting, run.library, run.translator, wishes, target.suffix, now))
    return target
