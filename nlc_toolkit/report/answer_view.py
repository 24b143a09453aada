"""One question as the report prints it: how it stands, the anchor chosen, all notes and evidence, the next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlc_toolkit import wording
from nlc_toolkit.assessment.models import LevelAnswer, NotApplicableAnswer, NotOurMandateAnswer
from nlc_toolkit.content.vocabulary import HIGHEST_LEVEL

if TYPE_CHECKING:
    from nlc_toolkit.analysis.scoring import QuestionResult
    from nlc_toolkit.assessment.models import Answer, Evidence, Holder
    from nlc_toolkit.content.models import Question
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.material import Material

SHORT = 600


@dataclass(frozen=True)
class Remark:
    """What the respondent wrote, under a label such as “Note”; `short` enough to be kept on one page."""

    label: str
    text: str
    short: bool


@dataclass(frozen=True)
class EvidenceView:
    """One piece of evidence; `text` is empty where the edition keeps it back."""

    text: str
    date: str
    strength: str


@dataclass(frozen=True)
class OwnWords:
    """What the respondent wrote beside one answer, as far as the edition shows it.

    Attributes:
        short: whether the evidence is short enough to be kept on one page.
        kept_back: sentences that say what is not shown.
    """

    remarks: tuple[Remark, ...]
    evidence: tuple[EvidenceView, ...]
    short: bool
    kept_back: tuple[str, ...]


@dataclass(frozen=True)
class QuestionView:
    """One asked question.

    Attributes:
        badge: the level as a figure, or a dash.
        open: whether there is no level.
        label: the level's name, or how the question stands.
        answer: the anchor chosen, or a sentence that says why there is none.
        next_label, next: the step that leads to the next level, empty where there is none.
        would_show: what would show the answer, where the answer is not known.
    """

    id: str
    text: str
    badge: str
    open: bool
    label: str
    answer: str
    words: OwnWords
    next_label: str
    next: str
    would_show: tuple[str, ...]


def question_view(material: Material, result: QuestionResult) -> QuestionView:
    """Return one asked question of the assessment."""
    t, question = material.t, material.library.questions[result.question]
    level = result.level
    following = level + 1 if level is not None and level < HIGHEST_LEVEL else 0
    open_question = result.standing in {"dont_know", "unanswered", "to_confirm"}
    return QuestionView(
        id=question.id,
        text=wording.question_text(question, t),
        badge=t.number(level, 0),
        open=level is None,
        label=wording.standing_title(result.standing, t) if level is None else _level_label(material, level),
        answer=_answer(material, question, result),
        words=own_words(material, result.answer),
        next_label=t("To reach “{label}”", label=_level_label(material, following)) if following else "",
        next=wording.next_step(question, following - 1, t) if following else "",
        would_show=wording.question_evidence(question, t) if open_question else (),
    )


def own_words(material: Material, answer: Answer | None) -> OwnWords:
    """Return note, reason, dissent and evidence of an answer, as far as the edition shows them."""
    t = material.t
    if answer is None:
        return OwnWords((), (), short=True, kept_back=())
    note_label = t("Reason") if isinstance(answer, NotApplicableAnswer) else t("Note")
    written = [(note_label, answer.note), (t("A different view"), answer.dissent)]
    remarks = tuple(Remark(label, text, len(text) < SHORT) for label, text in written if text)
    if not material.disclosure.notes:
        return OwnWords((), (), short=True, kept_back=_kept_back(material, len(remarks), len(answer.evidence)))
    evidence = tuple(_evidence(material, entry) for entry in answer.evidence)
    return OwnWords(remarks, evidence, short=sum(len(entry.text) for entry in evidence) < SHORT, kept_back=())


def answer_in_words(material: Material, question: Question | None, answer: Answer) -> str:
    """Return a stored answer in one sentence, the anchor of a level included where the question is known."""
    t = material.t
    match answer:
        case LevelAnswer():
            return _level_in_words(material, question, answer.level)
        case NotOurMandateAnswer():
            return _holder_in_words(answer.holder, t)
        case NotApplicableAnswer():
            return t("The question makes no sense for this place. It does not count.")
        case _:
            return t("The respondent does not know. This counts as open, not as level 0.")


def _level_in_words(material: Material, question: Question | None, level: int) -> str:
    t = material.t
    number, label = t.number(level, 0), _level_label(material, level)
    if question is None:
        return t("Level {level} ({label})", level=number, label=label)
    anchor = wording.anchor(question, level, t)
    return t("Level {level} ({label}): {anchor}", level=number, label=label, anchor=anchor)


def _holder_in_words(holder: Holder | None, t: Translator) -> str:
    if holder is None:
        return t("Not the respondent’s task. Who holds it was not said.")
    if holder == "nobody":
        return t("Not the respondent’s task. As far as the respondent knows, nobody holds it.")
    if holder == "unknown":
        return t("Not the respondent’s task. The respondent does not know who holds it.")
    return t(
        "Not the respondent’s task. The respondent says that it is held by: {holder}.",
        holder=wording.holder_title(holder, t),
    )


def _answer(material: Material, question: Question, result: QuestionResult) -> str:
    t, answer = material.t, result.answer
    if answer is None:
        return t("There is no answer yet.")
    if result.standing == "to_confirm":
        return t(
            "The question has changed since it was answered. The earlier answer is kept and does not count until it is "
            "confirmed. It was: {answer}",
            answer=answer_in_words(material, None, answer),
        )
    if isinstance(answer, LevelAnswer):
        return wording.anchor(question, answer.level, t)
    return answer_in_words(material, question, answer)


def _evidence(material: Material, entry: Evidence) -> EvidenceView:
    return EvidenceView(
        text=entry.text,
        date=material.t.when(entry.date) if entry.date else "",
        strength="" if entry.strength is None else wording.strength_title(entry.strength, material.t),
    )


def _kept_back(material: Material, remarks: int, evidence: int) -> tuple[str, ...]:
    t = material.t
    if material.disclosure.edition == "public":
        return ()
    of_notes = (t("A note was written here. It is not shown."),) if remarks else ()
    of_evidence = (
        (
            t.plural(
                "{count} piece of evidence was named here. Its text is not shown.",
                "{count} pieces of evidence were named here. Their texts are not shown.",
                evidence,
            ),
        )
        if evidence
        else ()
    )
    return of_notes + of_evidence


def _level_label(material: Material, level: int) -> str:
    return wording.level_label(level, material.library.checklist, material.t)
