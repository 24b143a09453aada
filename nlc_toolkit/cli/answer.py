"""`nlc answer`: one answer, without a terminal dialogue."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from nlc_toolkit.cli.run import FileArgument, JsonOption, Run, run_of
from nlc_toolkit.errors import ToolkitError, WrongUsageError, mark

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Answer
    from nlc_toolkit.content.models import Question

READ_STDIN = "-"
VALUES = ("0", "1", "2", "3", "4", "dont_know", "not_applicable", "not_our_mandate")
LONGEST_CHARACTER = 4  # bytes of UTF-8; what is longer is refused for its length all the same


def answer(
    context: typer.Context,
    file: FileArgument,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help=mark("A question, such as p06.q1."))],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE", help=mark("A level from 0 to 4, or dont_know, not_applicable or not_our_mandate.")
        ),
    ],
    note: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help=mark("A note, or the reason for not_applicable; - reads standard input.")),
    ] = None,
    evidence: Annotated[
        str | None, typer.Option(metavar="TEXT", help=mark("What shows the answer; added to what is there."))
    ] = None,
    evidence_date: Annotated[
        str | None, typer.Option(metavar="DATE", help=mark("When the evidence is from: 2026, 2026-03 or 2026-03-15."))
    ] = None,
    strength: Annotated[
        str | None, typer.Option(metavar="HOW", help=mark("statement, observed, document or independent."))
    ] = None,
    holder: Annotated[
        str | None,
        typer.Option(metavar="GROUP", help=mark("Who has the task, for not_our_mandate: a group, nobody or unknown.")),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Answer one question of an assessment without a dialogue.

    Note and evidence of an earlier answer stay. Please write no names of persons.

    Examples:
      nlc answer my-city.json p06.q1 3 --evidence "Terms of the forum" --strength document
      nlc answer my-city.json p06.q1 not_our_mandate --holder national_government
    """
    from nlc_toolkit.assessment.editing import add_evidence, make_evidence, set_answer, set_note  # noqa: PLC0415
    from nlc_toolkit.assessment.models import NotApplicableAnswer  # noqa: PLC0415
    from nlc_toolkit.assessment.store import AssessmentFile  # noqa: PLC0415

    run = run_of(context)
    asked = run.library.question(question)
    given = None if evidence is None else make_evidence(evidence, evidence_date, strength)
    if given is None and (evidence_date or strength):
        raise WrongUsageError(mark("--evidence-date and --strength describe evidence: give --evidence TEXT as well."))
    text = _from_stdin() if note == READ_STDIN else note
    with AssessmentFile.open(file) as opened:
        before = opened.assessment.answers.get(asked.id)
        new = _typed_answer(run, asked, value, before, note=text, holder=holder)
        changed = set_answer(opened.assessment, asked, new, run.now())
        if text is not None and not isinstance(new, NotApplicableAnswer):
            changed = set_note(changed, asked, text, run.now())
        if given is not None:
            changed = add_evidence(changed, asked, given, run.now())
        opened.save(changed)
        stored = opened.assessment.answers[asked.id]
    if json:
        run.print_json(stored.model_dump(mode="json", exclude_none=True))
    else:
        _say(run, asked, stored)


def _typed_answer(
    run: Run, question: Question, value: str, before: Answer | None, *, note: str | None, holder: str | None
) -> Answer:
    from nlc_toolkit.assessment import editing  # noqa: PLC0415
    from nlc_toolkit.assessment.models import Holder, NotApplicableAnswer, NotOurMandateAnswer  # noqa: PLC0415

    choice = editing.typed_id(value, VALUES)
    if holder is not None and choice != "not_our_mandate":
        raise WrongUsageError(mark("--holder says who has the task, so it goes only with not_our_mandate."))
    if choice == "dont_know":
        return editing.dont_know_answer(question, before, run.now())
    if choice == "not_our_mandate":
        known: tuple[Holder, ...] = get_args(Holder)
        stored = before.holder if isinstance(before, NotOurMandateAnswer) else None
        holds = stored if holder is None else editing.typed_id(holder, known)
        return editing.not_our_mandate_answer(question, holds, before, run.now())
    if choice == "not_applicable":
        reason = before.note if note is None and isinstance(before, NotApplicableAnswer) else note
        if reason is None and question.not_applicable_allowed:
            raise WrongUsageError(mark("Say why the question is not applicable: add --note TEXT."))
        return editing.not_applicable_answer(question, reason or "", before, run.now())
    return editing.level_answer(question, int(choice), before, run.now())


def _from_stdin() -> str:
    from nlc_toolkit.free_text import LONGEST  # noqa: PLC0415

    if not hasattr(sys.stdin, "buffer"):
        return ""
    try:
        return sys.stdin.buffer.read((LONGEST + 1) * LONGEST_CHARACTER).decode()
    except UnicodeDecodeError:
        raise ToolkitError(mark("The note is not text in UTF-8. Save it as UTF-8, then try again.")) from None


def _say(run: Run, question: Question, stored: Answer) -> None:
    from nlc_toolkit import wording  # noqa: PLC0415
    from nlc_toolkit.assessment.models import LevelAnswer, NotApplicableAnswer, NotOurMandateAnswer  # noqa: PLC0415
    from nlc_toolkit.free_text import clean_line  # noqa: PLC0415

    t = run.translator
    fields: dict[str, object] = {
        "practice": wording.practice_title(run.library.practice_of(question.id), t),
        "id": question.id,
        "text": wording.question_text(question, t),
    }
    match stored:
        case LevelAnswer():
            message = mark("{practice}, {id}: “{text}” Level {level}, {label}: {anchor}")
            fields["level"] = stored.level
            fields["label"] = wording.level_label(stored.level, run.library.checklist, t)
            fields["anchor"] = wording.anchor(question, stored.level, t)
        case NotOurMandateAnswer(holder=None):
            message = mark("{practice}, {id}: “{text}” Not our mandate.")
        case NotOurMandateAnswer():
            message = mark("{practice}, {id}: “{text}” Not our mandate; it lies with: {holder}.")
            fields["holder"] = wording.holder_title(stored.holder or "unknown", t)
        case NotApplicableAnswer():
            message = mark("{practice}, {id}: “{text}” Not applicable: {reason}")
            fields["reason"] = clean_line(stored.note)
        case _:
            message = mark("{practice}, {id}: “{text}” Don’t know.")
    run.say(message, **fields)
