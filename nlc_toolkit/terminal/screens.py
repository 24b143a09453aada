"""The question's page and the pages that explain it; what is typed on them is left to `questionnaire.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.assessment.models import LevelAnswer, NotOurMandateAnswer
from nlc_toolkit.content.vocabulary import HIGHEST_LEVEL, LEVELS
from nlc_toolkit.errors import mark
from nlc_toolkit.terminal.commands import shortened
from nlc_toolkit.terminal.keeping import present_answer
from nlc_toolkit.terminal.letters import command_label, letters_shown
from nlc_toolkit.terminal.page import CARE, GOOD, HEAD, QUIET, STRONG, Page, padded

if TYPE_CHECKING:
    from nlc_toolkit.assessment.models import Answer
    from nlc_toolkit.content.models import Practice, Question
    from nlc_toolkit.terminal.session import Session

NOTE_SHOWN = 60
LINES_BELOW_LEVELS = 3  # the answer, its note and the commands

HELP = (
    ("0-4", mark("answer with that level")),
    ("d", mark("don’t know")),
    ("m", mark("not our mandate: somebody else has this task; asks who")),
    ("x", mark("not applicable: the question makes no sense here; asks why")),
    ("y", mark("confirm an older answer that is shown")),
    ("?", mark("explain this question: examples, evidence, the next level")),
    ("n", mark("write a note; or at once: {n} and the text")),
    ("e", mark("add evidence; or at once: {e} and the text")),
    ("s", mark("skip this question for now")),
    ("b", mark("go back to the question shown before")),
    ("j", mark("jump to a practice or question: {j} p06, {j} p06.q2")),
    ("r", mark("review all answers so far")),
    ("f", mark("finish: see the result with the answers so far")),
    ("t", mark("set a target level for this practice: {t} 3; {t} - takes it away")),
    ("a", mark("plan an action for this practice; or at once: {a} and the text")),
    ("c", mark("open city and context")),
    ("q", mark("save and quit; everything is kept")),
    (mark("Enter"), mark("show the question again")),
)
COMMANDS_SHORT = mark("0–4  {d} don’t know  {m} not ours  ? info  {n} note  {s} skip  {b} back  {h} more  {q} quit")
COMMANDS_SPOKEN = mark("Type 0 to 4, {d} don’t know, {m} not ours, {n} note, {s} skip, {b} back, {h} more, {q} quit.")
COMMANDS_CONFIRM = mark("{y} confirm  0–4 change  {d} don’t know  ? info  {s} skip  {b} back  {h} more  {q} quit")
COMMANDS_CONFIRM_SPOKEN = mark("Type {y} to confirm, 0 to 4 to change, {s} skip, {b} back, {h} more, {q} quit.")


def draw_question(session: Session, practice: Practice, question: Question) -> None:
    """Print a question: where one is, what is asked, the five levels, the present answer and the commands."""
    page, t = session.dialogue.page(), session.t
    page.gap()
    if practice.id not in session.introduced:
        session.introduced.add(practice.id)
        page.text(wording.practice_summary(practice, t), QUIET, spare=1)
        page.gap()
    draw_head(page, session, practice, question)
    page.gap()
    page.text(wording.question_text(question, t), STRONG)
    page.gap()
    answer = session.assessment.answers.get(question.id)
    chosen = answer.level if isinstance(answer, LevelAnswer) else None
    for level in LEVELS:
        chosen_here = level == chosen
        page.text(
            wording.anchor(question, level, t),
            GOOD if chosen_here else "",
            label=t.in_digits(f"{level}  "),
            label_style=STRONG,
        )
    page.gap()
    draw_answer(page, session, question)
    page.text(commands_line(session, question, plain=page.plain), QUIET)
    page.show()


def draw_head(page: Page, session: Session, practice: Practice, question: Question) -> None:
    """Add which practice this is, which of its questions, and how much is answered in all."""
    t, course = session.t, session.course
    asked = next(asked for known, asked in course.practices if known.id == practice.id)
    number = [known.id for known in asked].index(question.id) + 1
    title = t("{id} {title}", id=practice.id, title=wording.practice_title(practice, t))
    page.pair(title, t("Question {number} of {last}", number=number, last=len(asked)), HEAD)
    count = t("{answered} of {asked} answered", answered=course.answered, asked=len(course.questions))
    bar = page.bar(course.answered / len(course.questions))
    page.text(f"{bar} {count}" if bar else count, QUIET, spare=2)


def draw_answer(page: Page, session: Session, question: Question) -> None:
    """Add the present answer, its note and how much evidence it has, where there is one; on one line if it must."""
    t, answer = session.t, present_answer(session.assessment, question)
    if answer is None:
        return
    status, style = answer_status(session, question, answer)
    if answer.note is None:
        page.text(status, style)
        return
    note = shortened(answer.note, NOTE_SHOWN)
    if page.room is not None and page.room < LINES_BELOW_LEVELS:
        both = t("{answer}: {reason}", answer=status.rstrip(":\u00a0 "), reason=note)
        page.text(page.cut(both, page.width), style)
        return
    page.text(status, style)
    page.text(t("Your note: {note}", note=note), GOOD)


def answer_status(session: Session, question: Question, answer: Answer) -> tuple[str, str]:
    """Return how the answer to a question stands, in words and in the style that fits."""
    t, count = session.t, len(answer.evidence)
    if question.id not in session.assessment.answers:
        return (
            t("Kept until you answer. Evidence: {count}", count=count) if count else t("Kept until you answer:")
        ), CARE
    words = answer_words(answer, session)
    if answer.revision != question.revision:
        return t("To confirm, as the question has changed since: {answer}", answer=words), CARE
    if count:
        return t("Your answer: {answer}. Evidence: {count}", answer=words, count=count), GOOD
    return t("Your answer: {answer}", answer=words), GOOD


def answer_words(answer: Answer, session: Session) -> str:
    """Return an answer in words, such as `3 (Established)`."""
    t = session.t
    if isinstance(answer, LevelAnswer):
        return t(
            "{level} ({label})",
            level=answer.level,
            label=wording.level_label(answer.level, session.library.checklist, t),
        )
    words = wording.standing_title(answer.state, t)
    if isinstance(answer, NotOurMandateAnswer) and answer.holder is not None:
        return t("{answer} ({holder})", answer=words, holder=wording.holder_title(answer.holder, t))
    return words


def commands_line(session: Session, question: Question, *, plain: bool) -> str:
    """Return the commands worth showing at this question."""
    letters = letters_shown(session.t)
    if session.course.is_to_confirm(question):
        return session.t(COMMANDS_CONFIRM_SPOKEN if plain else COMMANDS_CONFIRM, **letters)
    return session.t(COMMANDS_SPOKEN if plain else COMMANDS_SHORT, **letters)


def draw_explanation(session: Session, question: Question) -> None:
    """Print what the question means, what would show the answer, which barriers it is about, and the next step."""
    page, t = session.dialogue.page(), session.t
    page.gap()
    page.text(wording.question_explanation(question, t))
    page.gap()
    page.text(t("What would show it:"), STRONG)
    for kind in wording.question_evidence(question, t):
        page.text(kind, label="- ")
    barriers = [wording.barrier_title(barrier, session.library.checklist, t) for barrier in question.barriers]
    page.gap()
    page.text(t("Barriers it is about: {barriers}", barriers=t.series(barriers)))
    page.gap()
    answer = session.assessment.answers.get(question.id)
    if not isinstance(answer, LevelAnswer):
        page.text(t("Once you have chosen a level, this page also shows what leads to the next one."), QUIET)
    elif answer.level == HIGHEST_LEVEL:
        page.text(t("Your answer is the highest level: the task is to keep it."))
    else:
        level, following = answer.level, answer.level + 1
        page.text(t("What leads from level {level} to level {following}:", level=level, following=following), STRONG)
        page.text(wording.next_step(question, level, t))
    draw_guidance(page, session, question)
    page.gap()
    page.text(t("Enter shows the question again."), QUIET)
    page.show()


def draw_guidance(page: Page, session: Session, question: Question) -> None:
    """Add how to apply the practice in a place like this; says how to get it where no such fact is stated."""
    t, library = session.t, session.library
    practice, stated = library.practice_of(question.id), session.assessment.context.stated()
    for place, guidance in wording.practice_guidance(practice, library.checklist, t, stated):
        page.gap()
        page.text(t("{practice} – {place}:", practice=practice.id, place=place), STRONG)
        page.text(guidance)
    if practice.guidance and not any(key in stated for place in library.checklist.places for key in place.when):
        page.gap()
        page.text(
            t(
                "State facts about the place with {c}. Then guidance for such places stands here too.",
                **letters_shown(t),
            ),
            QUIET,
        )


def draw_help(session: Session, question: Question | None = None) -> None:
    """Print every command, one line each."""
    from rich.cells import cell_len  # noqa: PLC0415 - rich is imported by what draws

    page, t = session.dialogue.page(), session.t
    page.gap()
    page.text(t("What you can type"), HEAD)
    cells = max(cell_len(command_label(command, t)) for command, _ in HELP) + len("  ")
    for command, meaning in HELP:
        if command == "x" and question is not None and not question.not_applicable_allowed:
            continue
        page.text(t(meaning, **letters_shown(t)), label=padded(command_label(command, t), cells))
    page.text(t("Each answer is saved at once in {file}", file=session.file.path.name), QUIET)
    page.show()


def draw_farewell(session: Session) -> None:
    """Print that everything is kept, and the exact command that goes on."""
    page, t = session.dialogue.page(), session.t
    draw_kept(page, session)
    page.text(t("To go on:"), label="  ") if session.course.open else page.text(t("To change something:"), label="  ")
    draw_command(page, session.command("assess"))
    if session.assessment.mode == "quick":
        page.text(t("To answer every question of each practice:"), label="  ")
        draw_command(page, f"{session.command('assess')} --full")
    page.text(t("For the report:"), label="  ")
    draw_command(page, session.command("report"))
    page.show()


def draw_kept(page: Page, session: Session) -> None:
    """Add how much is answered and in which file everything is kept."""
    t, course = session.t, session.course
    page.gap()
    page.text(
        t(
            "Saved: {answered} of {asked} questions are answered. Everything is in this file:",
            answered=course.answered,
            asked=len(course.questions),
        ),
        STRONG,
    )
    page.whole(str(session.file.path.absolute()), indent=4)
    for copy in session.file.set_aside:
        page.text(t("Another program changed the file meanwhile. Its version is kept as {file}.", file=copy.name))


def draw_command(page: Page, command: str) -> None:
    """Add a command to copy, unbroken however long it is."""
    page.whole(command, STRONG, indent=4)
