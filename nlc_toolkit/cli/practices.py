"""`nlc practices`: read the practices and their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.run import JsonOption, run_of
from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.content.models import Practice, Question


def practices(
    context: typer.Context,
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="ID", show_default=False, help=mark("A practice, such as p06, or a question, such as p06.q2.")
        ),
    ] = "",
    search: Annotated[str, typer.Option(metavar="WORDS", help=mark("Only questions that hold all these words."))] = "",
    as_json: JsonOption = False,
) -> None:
    """Read the practices, one of them with its questions, or all about one question.

    Examples:
      nlc practices
      nlc practices p06
      nlc practices p06.q2
      nlc practices --search "after an incident"
    """
    run = run_of(context)
    if wanted and search:
        raise WrongUsageError(mark("Give the id of a practice or question, or words to search for; not both."))
    if search.strip():
        from nlc_toolkit.analysis.finding import find_questions  # noqa: PLC0415 - help stays fast

        _show_questions(run, find_questions(run.library, search, run.translator), one=False, as_json=as_json)
    elif "." in wanted:
        _show_questions(run, (run.library.question(wanted),), one=True, as_json=as_json)
    else:
        _show_practices(run, run.library.practice(wanted) if wanted else None, as_json=as_json)


def _show_practices(run: Run, one: Practice | None, *, as_json: bool) -> None:
    library = run.library
    if as_json:
        _print_json(run, (one,) if one else library.practices)
        return
    from nlc_toolkit.terminal.page import Page  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.terminal.paging import show_pages  # noqa: PLC0415
    from nlc_toolkit.terminal.practice_pages import draw_practice, draw_practices  # noqa: PLC0415

    page = Page(run.console)
    if one:
        draw_practice(page, one, library, run.translator)
    else:
        draw_practices(page, library, run.translator)
    show_pages(page, run.translator)


def _show_questions(run: Run, found: tuple[Question, ...], *, one: bool, as_json: bool) -> None:
    library = run.library
    if as_json:
        kept = {question.id for question in found}
        chosen = (
            practice.model_copy(update={"questions": tuple(each for each in practice.questions if each.id in kept)})
            for practice in library.practices
        )
        _print_json(run, tuple(practice for practice in chosen if practice.questions))
        return
    from nlc_toolkit.terminal.page import Page  # noqa: PLC0415 - help stays fast
    from nlc_toolkit.terminal.paging import show_pages  # noqa: PLC0415
    from nlc_toolkit.terminal.practice_pages import draw_found, draw_question  # noqa: PLC0415

    page = Page(run.console)
    if one:
        draw_question(page, found[0], library, run.translator)
    else:
        draw_found(page, found, run.translator)
    show_pages(page, run.translator)


def _print_json(run: Run, chosen: tuple[Practice, ...]) -> None:
    from nlc_toolkit.exchange.content_json import practices_as_json  # noqa: PLC0415 - help stays fast

    run.print_json(practices_as_json(chosen, run.library.checklist, run.translator))
