"""The workshop's paper holds what a facilitator needs, and no edition a word or mark that it keeps back."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from panels import LIBRARY, Person, people
from workshops import CIVIL, ENGLISH, LOCAL, NATIONAL, PRIVATE, TODAY, member_of, room, view_of, without_words

from nlc_toolkit.analysis.agenda import make_agenda
from nlc_toolkit.analysis.members import Member, members_of
from nlc_toolkit.analysis.panel import compute_panel
from nlc_toolkit.analysis.panel_editions import panel_in_edition
from nlc_toolkit.content.models import ContextQuestion, ContextValue
from nlc_toolkit.report.workshop_view import WorkshopWishes, build_workshop_view

if TYPE_CHECKING:
    from nlc_toolkit.analysis.panel_editions import PanelEdition
    from nlc_toolkit.assessment.models import NotesChoice
    from nlc_toolkit.report.workshop_item_view import ItemView
    from nlc_toolkit.report.workshop_notes import NotesView
    from nlc_toolkit.report.workshop_view import WorkshopView

OTHERS: tuple[PanelEdition, ...] = ("participant", "public")


def strings(value: object) -> list[str]:
    """Return every string in a view, those of the translator left out."""
    if isinstance(value, str):
        return [value]
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value) if field.name != "translator"]
        return [found for name in names for found in strings(getattr(value, name))]
    return [found for item in value for found in strings(item)] if isinstance(value, tuple) else []


def item(view: WorkshopView, name: str) -> ItemView:
    return next(item for item in view.items if item.id == name)


def notes_on(name: str, *respondents: tuple[Person, NotesChoice | None]) -> NotesView:
    members = [member_of(person, number, choice) for number, (person, choice) in enumerate(respondents)]
    return item(view_of(members_of(members)), name).notes


def everything_written(notes: NotesView) -> str:
    return " ".join(quote.text for quote in notes.in_full or notes.quotes)


# What an edition keeps back


@pytest.mark.parametrize("edition", OTHERS)
def test_nothing_that_an_edition_keeps_back_is_in_any_string_of_its_view(edition: PanelEdition) -> None:
    members = room()
    assert "Note 0 on p01.q1." in strings(view_of(members))
    text = "\n".join(strings(view_of(members, edition)))
    assert not re.search(r"(Note|Paper) \d", text)
    hidden = ["damaged", "civil_society-2", "file-", "How freely", "closed", "Remarks not shown"]
    assert [word for word in hidden if word in text] == []


@pytest.mark.parametrize("edition", ["facilitator", *OTHERS])
def test_no_edition_names_a_code_or_a_file_that_counts(edition: PanelEdition) -> None:
    members = room()
    text = "\n".join(strings(view_of(members, edition)))
    assert [member.file for member in members.own if member.file in text] == []
    assert [code for member in members.own if (code := member.assessment.respondent.code) in text] == []


@given(people())
@settings(max_examples=60)
def test_other_editions_are_made_of_the_edited_panel_alone(some: list[Person]) -> None:
    members = members_of(member_of(person, number) for number, person in enumerate(some))
    bare = dataclasses.replace(
        members, own=tuple(Member("", without_words(member.assessment)) for member in members.own), set_aside=()
    )
    panel = compute_panel(LIBRARY, members)
    for edition in OTHERS:
        shown = panel_in_edition(panel, edition)
        wishes = WorkshopWishes(edition, TODAY)
        full = build_workshop_view(panel, members, make_agenda(shown), LIBRARY, ENGLISH, wishes)
        assert full == build_workshop_view(shown, bare, make_agenda(shown), LIBRARY, ENGLISH, wishes)


def test_participants_see_small_groups_only_as_others() -> None:
    first = item(view_of(room(), "participant"), "p01.q1")
    titles = [row.title for row in first.rows]
    assert "Civil society" not in titles
    assert "Private sector" not in titles
    assert "Others, put together" in titles
    assert first.remark
    assert {row.title for row in item(view_of(room()), "p01.q1").rows} >= {"Civil society", "Private sector"}


def test_the_public_edition_has_figures_and_no_meeting() -> None:
    view = view_of(room(), "public")
    assert (view.agenda, view.items, view.rules, view.advice, view.cases) == (None, (), (), (), ())
    assert (view.cover.groups, view.responsibility.conflicts, view.responsibility.others) == ((), (), ())
    assert view.cover.respondents == "6 respondents"
    assert view.picture.columns == ()
    assert any(row.score != "–" for row in view.picture.rows)


def test_notes_pages_to_write_on_and_advice_are_for_the_facilitator() -> None:
    facilitator, participant = view_of(room()), view_of(room(), "participant")
    assert facilitator.pages_to_write
    assert len(facilitator.advice) == 6
    assert (participant.pages_to_write, participant.advice, participant.civic_space) == (False, (), "")
    assert participant.rules == facilitator.rules != ()


def test_an_agenda_that_was_made_from_another_edition_is_refused() -> None:
    near = Person("local_government", "institution", {"p01.q1": 1})
    alone = Person("civil_society", "personal", {"p01.q1": 3})
    members = room((near, near, near, alone), ["with_group"])
    panel = compute_panel(LIBRARY, members)
    agenda = make_agenda(panel)
    assert agenda.items == ("p01.q1",)
    assert make_agenda(panel_in_edition(panel, "participant")).items == ()
    with pytest.raises(ValueError, match="participant"):
        build_workshop_view(panel, members, agenda, LIBRARY, ENGLISH, WorkshopWishes("participant", TODAY))


# What respondents wrote


def test_each_choice_about_notes_is_kept() -> None:
    choices: list[tuple[Person, NotesChoice | None]] = [
        (NATIONAL, "with_group"),
        (LOCAL, "without_group"),
        (CIVIL, "withheld"),
        (PRIVATE, None),
    ]
    notes = notes_on("p01.q1", *choices)
    written = {quote.text: (quote.who, quote.beside) for quote in notes.in_full or notes.quotes}
    assert written == {
        "Note 0 on p01.q1.": ("National government", "level 4"),
        "Paper 0 on p01.q1.": ("National government", "evidence"),
        "Note 1 on p01.q1.": ("Group not named", ""),
        "Paper 1 on p01.q1.": ("Group not named", "evidence"),
    }
    assert notes.kept_back == (
        "Remarks not shown: 2 that their respondents keep back and 2 whose respondents have not said who may see them."
    )


def test_a_note_without_its_group_is_kept_back_where_only_one_group_could_have_written_it() -> None:
    notes = notes_on("p01.q1", (NATIONAL, "with_group"), (LOCAL, "with_group"), (CIVIL, "without_group"))
    assert "Note 2" not in everything_written(notes)
    assert "guessed" in notes.kept_back


def test_notes_without_a_group_stand_in_an_order_that_tells_nothing() -> None:
    people_ = [(PRIVATE, "without_group"), (CIVIL, "without_group"), (NATIONAL, "without_group"), (LOCAL, "with_group")]
    notes = notes_on("p01.q1", *people_)  # type: ignore[arg-type]  # literals in a list
    nameless = [q.text for q in notes.in_full or notes.quotes if q.who == "Group not named" and q.text.startswith("N")]
    assert nameless == sorted(nameless)
    assert len(nameless) == 3


def test_long_notes_are_shortened_on_the_half_page_and_printed_in_full_later() -> None:
    members = room((NATIONAL, LOCAL, CIVIL), ["with_group"] * 3)
    long = "word " * 900
    first = members.own[0]
    answer = first.assessment.answers["p01.q1"].model_copy(update={"note": long.strip()})
    changed = first.assessment.model_copy(update={"answers": {**first.assessment.answers, "p01.q1": answer}})
    view = view_of(members_of([Member("long.json", changed), *members.own[1:]]))
    notes = item(view, "p01.q1").notes
    assert view.notes_in_full
    assert max(len(quote.text) for quote in notes.quotes) < 250
    assert long.strip() in [quote.text for quote in notes.in_full]


def test_every_group_that_wrote_is_quoted_on_the_half_page() -> None:
    view = view_of(room((NATIONAL,) * 9 + (LOCAL, CIVIL, PRIVATE), ["with_group"] * 12))
    quoted = {quote.who for quote in item(view, "p01.q1").notes.quotes}
    assert quoted == {"National government", "Local government", "Civil society", "Private sector"}
    assert len(item(view, "p01.q1").notes.quotes) <= 4


# What the facilitator gets


def test_the_cover_names_groups_counts_and_files_that_do_not_count() -> None:
    cover = view_of(room()).cover
    assert [(fact.label, fact.value) for fact in cover.groups] == [
        ("National government", "2"),
        ("Local government", "2"),
        ("Civil society", "1"),
        ("Private sector", "1"),
    ]
    assert cover.set_aside == ("civil_society-2.json is damaged.",)
    assert cover.city == "Surakarta"


def test_what_the_room_agreed_is_told_and_enters_no_figure() -> None:
    agreed = member_of(LOCAL, 90, "with_group", round="agreed")
    members = members_of([*room().own, agreed])
    assert view_of(members).cover.set_aside == (
        "1 file holds what the room agreed earlier. It does not enter these figures.",
    )


def test_the_half_page_of_a_question_is_complete() -> None:
    first = view_of(room()).items[0]
    assert (first.number, first.id, first.practice) == ("1", "p01.q1", "p01 title")
    assert first.why.startswith("To discuss, because")
    assert {figure.label: figure.value for figure in first.figures} == {
        "Median": "1.5",
        "Gap between groups": "4.0",
        "Joint level": "1.0",
        "Agreement": "low",
    }
    assert [anchor.text for anchor in first.anchors] == [f"p01.q1 anchor {number}" for number in range(5)]
    assert first.opening
    assert first.match is not None
    assert [row.median for row in first.rows] == ["4.0", "1.0", "0.0", "2.0", "1.5"]
    assert first.rows[0].words == "How often each level was given. level 4: 2."


def test_the_anchors_in_dispute_lie_between_the_groups() -> None:
    lower = Person("local_government", "institution", {"p01.q1": 2})
    higher = Person("national_government", "institution", {"p01.q1": 4})
    first = view_of(room((lower, lower, higher, higher), ["with_group"])).items[0]
    assert [anchor.level for anchor in first.anchors] == ["2", "3", "4"]
    assert len(first.all_anchors) == 5


def test_a_question_without_a_side_is_called_one_sided() -> None:
    view = view_of(room((NATIONAL, NATIONAL, CIVIL, CIVIL), ["with_group"]))
    assert item(view, "p01.q1").figures[2].value == "one-sided"
    assert view.find_out.sentences == (
        "No respondent speaks for this group: Local government. So no question has a joint level.",
    )


def test_questions_that_lack_levels_are_listed_by_side() -> None:
    rows = {row.practice: row for row in view_of(room()).find_out.rows}
    assert rows["p01 title"].few == ("p01.q3",)
    assert rows["p02 title"].local == ("p02.q2",)
    assert rows["p02 title"].national == ()


def test_the_responsibility_map_puts_conflicts_first_and_names_no_respondent() -> None:
    conflicts = view_of(room()).responsibility.conflicts
    assert [row.id for row in conflicts] == ["p01.q3", "p02.q2"]
    assert conflicts[0].says == (
        "National government (2) names: Local government",
        "Local government (2) names: National government",
    )
    assert conflicts[1].says == ("Civil society (1): not ours, and nobody’s",)


@pytest.mark.parametrize("minutes", [30, 90, 180, 480])
def test_the_agenda_runs_from_the_first_minute_to_the_last(minutes: int) -> None:
    view = view_of(room(), minutes=minutes)
    assert view.agenda is not None
    spans = [row.time.span for row in view.agenda.rows]
    edges = [[int(word) for word in span.split() if word.isdigit()] for span in spans]
    assert (edges[0][0], edges[-1][1]) == (0, minutes)
    assert [start for start, _ in edges[1:]] == [end for _, end in edges[:-1]]
    assert [row.question for row in view.agenda.rows if row.question] == [item.id for item in view.items]


def test_questions_without_time_are_said() -> None:
    view = view_of(room(), minutes=30)
    assert view.agenda is not None
    assert [question.id for question in view.agenda.left_out] == ["p02.q1"]
    assert [row.id for row in view.discussion if row.time is None] == ["p02.q1"]
    assert view.agenda.left_out_more == ""


def test_questions_without_time_beyond_the_most_that_are_listed_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlc_toolkit.report.workshop_agenda_view.MOST_LEFT_OUT", 0)
    view = view_of(room(), minutes=30)
    assert view.agenda is not None
    assert view.agenda.left_out == ()
    assert view.agenda.left_out_more == "and 1 more, marked “no time” in “What to discuss”"


def test_shared_strengths_are_the_panel_s() -> None:
    assert [row.id for row in view_of(room()).strengths] == ["p01.q2"]


def test_how_free_civil_society_is_stands_in_the_facilitator_s_notes_alone() -> None:
    values = tuple(ContextValue(id=key, title=key, explanation=key) for key in ("open", "restricted", "closed"))
    asked = ContextQuestion(key="civic_space", title="How free?", explanation="Why.", values=values)
    checklist = LIBRARY.checklist.model_copy(update={"context": (*LIBRARY.checklist.context, asked)})
    library, members = dataclasses.replace(LIBRARY, checklist=checklist), room()
    panel = compute_panel(library, members)
    said = []
    for edition in ("facilitator", *OTHERS):
        agenda = make_agenda(panel_in_edition(panel, edition))
        view = build_workshop_view(panel, members, agenda, library, ENGLISH, WorkshopWishes(edition, TODAY))
        said.append(view.civic_space)
        assert any("closed" in text for text in strings(view)) is (edition == "facilitator")
    assert said == ["For you only. “How free?” Respondents said: “closed” (1).", "", ""]


def test_a_panel_of_one_says_so_and_compares_nothing() -> None:
    view = view_of(room((LOCAL,), ["with_group"]))
    assert "only one respondent" in view.picture.lead.lower()
    assert (view.items, view.discussion, view.strengths, view.find_out.rows) == ((), (), (), ())
    assert "All figures come from one respondent." in " ".join(view.honesty)
    assert view.picture.rows[0].words == "Scale from 0 to 4. Local government: 1.7."


def test_the_honesty_lines_are_there_in_every_edition() -> None:
    for edition in ("facilitator", *OTHERS):
        text = " ".join(view_of(room(), edition).honesty)
        assert "working titles" in text
        assert "never a risk score" in text
        assert "no sample" in text


def test_the_practices_show_the_gap_between_groups_in_picture_words_and_table() -> None:
    row = view_of(room()).picture.rows[0]
    assert row.figures == ("3.7", "1.7", "1.0", "2.3")
    assert (row.gap, row.joint) == ("2.7", "1.7")
    assert row.words.endswith("Gap: 2.7.")
    assert len(row.drawing.marks) == len(row.figures) == 4
    hidden = view_of(room(), "participant").picture
    assert [row.gap for row in hidden.rows] == ["–", "–"]
    assert hidden.remark
