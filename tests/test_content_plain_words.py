"""Words that fail a text, and near ones that do not."""

from __future__ import annotations

import pytest

from nlc_toolkit.content.plain_words import (
    LONGEST_SENTENCE,
    long_sentences,
    measured,
    personal_data,
    second_question,
    sentences,
    vague_words,
    words,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Adequate staff work on it.", ("adequate",)),
        ("The rooms are inadequate.", ("inadequate",)),
        ("The offices cooperate effectively and\nproperly.", ("effectively", "properly")),
        ("Good notes, good rooms.", ("good",)),
        ("They meet regularly.", ("regularly",)),
        ("The group is somewhat known and insufficiently paid.", ("somewhat", "insufficiently")),
        ("Meaningful, robust and strong links exist.", ("meaningful", "robust", "strong")),
        ("They often meet, where possible with the police.", ("often", "where possible")),
        ("The dialogue works well.", ("well",)),
        ("All relevant offices take part.", ("relevant",)),
    ],
)
def test_a_word_that_two_readers_take_differently_is_found(text: str, found: tuple[str, ...]) -> None:
    assert vague_words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "They meet at least four times a year.",
        "A property office keeps the goods.",
        "A note says how this good practice is paid for.",
        "The city is a member of the Strong Cities Network.",
        "The plan says how often they meet, as well as who pays.",
        "The city acts as a network rather than as one office.",
        "The best interests of the child come first in the text of the rules.",
        "An irregularity is reported within ten days.",
        "Le bon conseil se réunit assez souvent.",
    ],
)
def test_what_can_be_seen_is_no_vague_word(text: str) -> None:
    assert vague_words(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Is there a plan? Who pays for it?",
        "هل توجد خطة؟ من يدفع؟",
        "Is there a plan and is it funded?",
        "Does the ministry listen, or does it only inform?",
        "Do schools as well as police take part?",
        "Do women and/or men take part?",
        "Is there a group, and if so, who leads it?",
        "Is it agreed who informs the public and what may be said to families?",
        "Does the city meet its partners and publish the results?",
        "Does the city know the plan and how it will be paid for?",
        "Is there a plan and has it been read?",
        "Are there rules and they are public?",
    ],
)
def test_two_questions_in_one_are_found(text: str) -> None:
    assert second_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do national and local bodies meet?",
        "Is it written down which tasks belong to national government and which to the city?",
        "Is there a dialogue in which partners can raise concerns and get an answer?",
        "Do organisations of women, young people and minorities take part in writing the plan?",
        "Is there an agreed way to decide when a task is claimed by several bodies, or by none?",
        "Do social, health and youth services have as much say as police and security bodies?",
        "Does the city train staff and volunteers in the service?",
        "Is it agreed who does what and when?",
        "Can the people who do prevention work in the city get training and advice for it?",
        "Gibt es einen Plan, und wird er bezahlt?",
    ],
)
def test_one_question_about_several_bodies_or_things_is_one_question(text: str) -> None:
    assert second_question(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "List of participants of the last meeting",
        "Attendance lists of two meetings",
        "The participants’ list",
        "Names of the officers in charge",
        "Who took part? Give the nationality of participants.",
        "A register of people who were trained",
        "Dates of birth",
        "E-mail addresses of the group",
        "The case files of the last year",
        "Minutes of individual cases",
        "Write down residents with their religion.",
        "A person’s religion may be stated.",
        "The office without a stamp counts. Add the list of members.",
    ],
)
def test_a_request_for_data_about_persons_is_found(text: str) -> None:
    assert personal_data(text)


@pytest.mark.parametrize(
    "text",
    [
        "List of member organisations",
        "Attendance lists without names",
        "Names of the offices in charge",
        "Numbers of participants, women and men",
        "Written rules on personal data",
        "Everybody is heard, whatever their religion.",
        "Never add case files or lists of persons.",
        "A note with decisions and dates instead of a list of participants",
        "A record of decisions",
        "The list of bodies present",
        "Liste des participants",
    ],
)
def test_a_request_for_organisations_offices_or_numbers_is_fine(text: str) -> None:
    assert personal_data(text) == ""


def test_a_sentence_is_long_above_the_limit_and_not_at_it() -> None:
    fits = " ".join(["word"] * LONGEST_SENTENCE) + "."
    assert list(long_sentences(f"{fits} {fits}")) == []
    assert list(long_sentences(f"{fits} Then one word and {fits}")) == [("Then one word and", LONGEST_SENTENCE + 4)]


def test_a_sentence_ends_at_its_mark_also_in_quotes_brackets_and_other_scripts() -> None:
    assert sentences("One “two.” Three (four.) Five?\nSix! سبعة؟ आठ। Nine 1.5 ten") == (
        "One “two.",
        "Three (four.",
        "Five?",
        "Six!",
        "سبعة؟",
        "आठ।",
        "Nine 1.5 ten",
    )


def test_words_lose_case_and_punctuation_but_no_letters() -> None:
    assert words("“The CITY’s co-ordination — well, हिन्दी!”") == ("the", "city's", "co-ordination", "well", "हिन्दी")


def test_a_script_without_spaces_is_not_measured() -> None:
    assert measured("two words") == 2
    assert measured("市議会は毎年会合を開く") is None
    assert list(long_sentences("市 " * 100)) == []
