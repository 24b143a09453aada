"""`nlc validate`: says everything that is wrong with content and assessments, with file, line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlc_toolkit.cli.run import JsonOption, run_of
from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from nlc_toolkit.exchange.validation import Validation
    from nlc_toolkit.i18n import Translator

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        readable=False,
        help=mark("Files or folders; without any, the content of this run and its translations."),
    ),
]


def validate(context: typer.Context, paths: PathsArgument = None, as_json: JsonOption = False) -> None:
    """Check questions, case studies, assessments and translations; list every problem.

    Each problem is one line: file, line, column, field, and what to mend. Nothing is changed.
    A line with “warning:” asks for a second look, and a name in [ ] is the rule.

    Examples:
      nlc validate
      nlc validate my-content/checklists/06-coordination.yaml
      nlc validate my-city.json
    """
    from nlc_toolkit.exchange.validation import validate_content, validate_paths  # noqa: PLC0415 - help stays fast

    run = run_of(context)
    found = validate_paths(paths, run.content_folder) if paths else validate_content(run.content_folder)
    if as_json:
        run.print_json(found.as_json(run.translator))
    else:
        for problem in found.problems:
            run.print_line(problem.sentence(run.translator))
        run.print_line(_conclusion(found, run.translator))
    if found.errors:
        raise typer.Exit(1)


def _conclusion(found: Validation, t: Translator) -> str:
    checked = t(
        mark(
            "Checked: practices {practices}, questions {questions}, case studies {cases}, assessments {assessments}, "
            "translations {catalogues}."
        ),
        practices=found.practices,
        questions=found.questions,
        cases=found.cases,
        assessments=found.assessments,
        catalogues=found.catalogues,
    )
    if not found.problems:
        return t("No problems. {checked}", checked=checked)
    if not found.warnings:
        return t.plural("{count} problem. {checked}", "{count} problems. {checked}", found.errors, checked=checked)
    if not found.errors:
        return t("No problems. Warnings: {warnings}. {checked}", warnings=found.warnings, checked=checked)
    return t.plural(
        "{count} problem. Warnings: {warnings}. {checked}",
        "{count} problems. Warnings: {warnings}. {checked}",
        found.errors,
        warnings=found.warnings,
        checked=checked,
    )
