"""`nlc show`: the result of an assessment in the terminal, or as JSON."""

from __future__ import annotations

import typer  # noqa: TC002 - typer reads the annotations when the program runs

from nlc_toolkit.cli.run import FileArgument, JsonOption, run_of


def show(context: typer.Context, file: FileArgument, json: JsonOption = False) -> None:
    """Show where a city stands: score, band and level reached of each practice, strengths, priorities, next steps.

    Example:
      nlc show surakarta-local-government-2026-11-20.json
    """
    from nlc_toolkit.analysis.result import compute_result  # noqa: PLC0415 - only what a command needs is imported
    from nlc_toolkit.assessment.store import read_assessment  # noqa: PLC0415

    run = run_of(context)
    assessment = read_assessment(file)
    result = compute_result(run.library, assessment)
    if json:
        from nlc_toolkit.exchange.result_json import result_data  # noqa: PLC0415

        run.print_json(result_data(run.library, result, run.translator))
        return
    from nlc_toolkit.terminal.showing import show_result  # noqa: PLC0415

    show_result(run.console, run.library, result, run.translator)
