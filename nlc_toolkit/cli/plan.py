"""`nlc plan`: shows targets, actions, priorities and next steps, and changes the first two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args

import typer

from nlc_toolkit.cli.run import FileArgument, JsonOption, Run, run_of
from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from nlc_toolkit.analysis.result import Result
    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.models import Practice

NO_TARGET = "none"
TARGETS = (NO_TARGET, "1", "2", "3", "4")


def plan(
    context: typer.Context,
    file: FileArgument,
    practice: Annotated[
        str | None, typer.Argument(metavar="PRACTICE", help=mark("A practice, such as p06; all of them if left out."))
    ] = None,
    target: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help=mark("The level to reach, from 1 to 4; none takes the target away.")),
    ] = None,
    action: Annotated[str | None, typer.Option(metavar="TEXT", help=mark("A step to take."))] = None,
    owner: Annotated[
        str | None, typer.Option(metavar="GROUP", help=mark("Who takes it: a respondent group, joint or undecided."))
    ] = None,
    horizon: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help=mark("By when: now, 6_months, 12_months, 24_months or later.")),
    ] = None,
    done: Annotated[
        int | None, typer.Option(metavar="NUMBER", help=mark("The number of an action that has been taken."))
    ] = None,
    json: JsonOption = False,
) -> None:
    """Show and set targets and actions.

    Without options it shows them, with the priorities and their next steps.

    Examples:
      nlc plan my-city.json
      nlc plan my-city.json p11 --target 3
      nlc plan my-city.json p11 --action "Ask for a budget line" --owner local_government --horizon 6_months
      nlc plan my-city.json --done 1
    """
    from nlc_toolkit.analysis.result import compute_result  # noqa: PLC0415 - `nlc --help` does without all these
    from nlc_toolkit.assessment.store import AssessmentFile, read_assessment  # noqa: PLC0415

    run = run_of(context)
    chosen = None if practice is None else run.library.practice(practice)
    changes = _Changes(target, action, owner, horizon, done)
    if any(change is not None for change in changes):
        with AssessmentFile.open(file) as opened:
            opened.save(_changed(run, opened.assessment, chosen, changes))
            assessment = opened.assessment
    else:
        assessment = read_assessment(file)
    result = compute_result(run.library, assessment)
    shown = run.library.practices if chosen is None else (chosen,)
    if json:
        run.print_json(_as_json(run, result, shown))
    else:
        from nlc_toolkit.terminal.plan_tables import print_plan  # noqa: PLC0415

        print_plan(run.console, run.translator, run.library, result, shown)


class _Changes(NamedTuple):
    target: str | None
    action: str | None
    owner: str | None
    horizon: str | None
    done: int | None


def _changed(run: Run, assessment: Assessment, practice: Practice | None, changes: _Changes) -> Assessment:
    from nlc_toolkit.assessment import editing  # noqa: PLC0415
    from nlc_toolkit.assessment.models import Horizon, Owner  # noqa: PLC0415

    now = run.now()
    if changes.action is None and (changes.owner or changes.horizon):
        raise WrongUsageError(mark("--owner and --horizon describe an action: give --action TEXT as well."))
    if practice is None and (changes.target or changes.action is not None):
        raise WrongUsageError(mark("Say which practice: nlc plan FILE PRACTICE, such as p06."))
    if practice is not None and changes.target is not None:
        target = editing.typed_id(changes.target, TARGETS)
        if target == NO_TARGET:
            assessment = editing.clear_target(assessment, practice, now)
        else:
            assessment = editing.set_target(assessment, practice, int(target), now)
    if practice is not None and changes.action is not None:
        owners: tuple[Owner, ...] = get_args(Owner)
        horizons: tuple[Horizon, ...] = get_args(Horizon)
        owner = editing.typed_id(changes.owner or "undecided", owners)
        horizon = editing.typed_id(changes.horizon or "later", horizons)
        assessment = editing.add_action(assessment, practice, changes.action, now, owner=owner, horizon=horizon)
    if changes.done is not None:
        assessment = editing.finish_action(assessment, changes.done, now)
    return assessment


def _as_json(run: Run, result: Result, practices: tuple[Practice, ...]) -> dict[str, Any]:
    from nlc_toolkit.terminal.plan_tables import shown_steps  # noqa: PLC0415
    from nlc_toolkit.wording import next_step  # noqa: PLC0415

    shown = {practice.id for practice in practices}
    questions = run.library.questions
    actions = enumerate(result.assessment.actions, start=1)
    return {
        "targets": {name: target for name, target in result.assessment.targets.items() if name in shown},
        "actions": [
            {"number": number, **action.model_dump(mode="json")}
            for number, action in actions
            if action.practice in shown
        ],
        "priorities": [name for name in result.plan.priorities if name in shown],
        "find_out": [name for name in result.plan.find_out if name in shown],
        "next_steps": [
            {
                "question": step.question,
                "from": step.start,
                "to": step.end,
                "text": next_step(questions[step.question], step.start, run.translator),
            }
            for step in shown_steps(run.library, result, practices)
        ],
    }
