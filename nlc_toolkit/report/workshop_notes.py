"""What respondents wrote beside their answers to one question, as far as each one's choice about notes allows.

For the facilitator's edition only; why so is written down in `docs/decisions/0003-notes-in-reports.md`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from nlc_toolkit import wording
from nlc_toolkit.assessment.models import LevelAnswer
from nlc_toolkit.content.vocabulary import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nlc_toolkit.assessment.models import Answer, Assessment
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.workshop_material import WorkshopMaterial

MOST_QUOTES = 4
CHARACTERS, LEAST_EACH, MOST_EACH = 500, 75, 220  # of all quotes on a half page, and of each
LEAST_GROUPS = 2
Reason = Literal["withheld", "not_stated", "guessable"]


@dataclass(frozen=True)
class Quote:
    """One remark; `who` is a group or says that no group is named, `beside` what it was written beside."""

    who: str
    beside: str
    text: str


@dataclass(frozen=True)
class NotesView:
    """The remarks on one question.

    Attributes:
        quotes: some of them, shortened, so that a page can be read in a minute; each group that wrote is among them.
        in_full: all of them in full; empty where `quotes` are that already.
        kept_back: sentence that says what is not shown; may be empty.
    """

    quotes: tuple[Quote, ...]
    in_full: tuple[Quote, ...]
    kept_back: str


NOTHING = NotesView((), (), "")


def notes_view(material: WorkshopMaterial, question: str) -> NotesView:
    """Return the remarks on a question; nothing at all outside the facilitator's edition."""
    if not material.for_facilitator:
        return NOTHING
    answered = list(_answers(material, question))
    nameless = _may_be_nameless([assessment for assessment, _ in answered])
    kept_back: Counter[Reason] = Counter()
    quotes: list[Quote] = []
    for assessment, answer in sorted(answered, key=_place):
        choice = assessment.respondent.notes
        remarks = list(_remarks(material, assessment, answer))
        if choice == "with_group" or (choice == "without_group" and nameless):
            quotes += remarks
        elif choice == "without_group":
            kept_back["guessable"] += len(remarks)
        else:
            kept_back["withheld" if choice == "withheld" else "not_stated"] += len(remarks)
    chosen = _some_of_each(quotes)
    most = max(LEAST_EACH, min(MOST_EACH, CHARACTERS // max(1, len(chosen))))
    short = tuple(Quote(quote.who, quote.beside, _shortened(quote.text, most)) for quote in chosen)
    whole = tuple(quotes)
    return NotesView(short, () if short == whole else whole, _sentence(kept_back, material.t))


def _answers(material: WorkshopMaterial, name: str) -> Iterator[tuple[Assessment, Answer]]:
    question = material.library.questions[name]
    for member in material.members.own:
        answer = member.assessment.current_answer(question)
        if answer and question.applies(member.assessment.context):
            yield member.assessment, answer


def _may_be_nameless(assessments: Iterable[Assessment]) -> bool:
    """Whether a remark without a group could be by more than one group, as far as the others' choices tell."""
    groups = {each.respondent.group for each in assessments if each.respondent.notes != "with_group"}
    return len(groups) >= LEAST_GROUPS


def _place(entry: tuple[Assessment, Answer]) -> tuple[bool, int, int, str]:
    """Those with a group first, in the order of groups and levels; those without in an order that tells nothing."""
    assessment, answer = entry
    if assessment.respondent.notes != "with_group":
        return True, 0, 0, answer.note or ""
    level = answer.level if isinstance(answer, LevelAnswer) else len(GROUPS)
    return False, GROUPS.index(assessment.respondent.group), level, answer.note or ""


def _remarks(material: WorkshopMaterial, assessment: Assessment, answer: Answer) -> Iterator[Quote]:
    t = material.t
    named = assessment.respondent.notes == "with_group"
    who = wording.group_title(assessment.respondent.group, t) if named else t("Group not named")
    beside = ""
    if named:
        beside = (
            t("level {level}", level=t.number(answer.level, 0))
            if isinstance(answer, LevelAnswer)
            else wording.standing_title(answer.state, t)
        )
    if answer.note:
        yield Quote(who, beside, answer.note)
    for entry in answer.evidence:
        yield Quote(who, t("evidence"), entry.text)


def _some_of_each(quotes: Sequence[Quote]) -> list[Quote]:
    """Return a few quotes in their order: the first of each who wrote, then the second of each, and so on."""
    by_whom: dict[str, list[int]] = {}
    for number, quote in enumerate(quotes):
        by_whom.setdefault(quote.who, []).append(number)
    in_turn = [number for turn in zip_longest(*by_whom.values()) for number in turn if number is not None]
    return [quotes[number] for number in sorted(in_turn[: max(MOST_QUOTES, len(by_whom))])]


def _shortened(text: str, most: int) -> str:
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head, _, _ = line[:most].rpartition(" ")
    return f"{head or line[:most]} …"


def _sentence(kept_back: Counter[Reason], t: Translator) -> str:
    """Return how many remarks are not shown, and why; empty where all are."""
    withheld, not_stated, guessable = (kept_back[reason] for reason in ("withheld", "not_stated", "guessable"))
    parts = []
    if withheld:
        parts.append(
            t.plural("{count} that its respondent keeps back", "{count} that their respondents keep back", withheld)
        )
    if not_stated:
        parts.append(
            t.plural(
                "{count} whose respondent has not said who may see it",
                "{count} whose respondents have not said who may see them",
                not_stated,
            )
        )
    if guessable:
        parts.append(
            t.plural(
                "{count} that may not name its group, which could be guessed here",
                "{count} that may not name their group, which could be guessed here",
                guessable,
            )
        )
    return t("Remarks not shown: {parts}.", parts=t.series(parts)) if parts else ""
