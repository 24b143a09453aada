"""The letters of the commands in every script, and which of them a language shows."""

from __future__ import annotations

import pytest

from nlc_toolkit.i18n import Translator
from nlc_toolkit.terminal.commands import Command, parse, parse_in_text, parse_number, parse_place, parse_target
from nlc_toolkit.terminal.letters import (
    ARABIC,
    LATIN,
    LETTERS,
    WORDS,
    MistypedError,
    command_label,
    in_codes,
    letters_shown,
    typed_word,
)

ARABIC_RUN, FRENCH_RUN = Translator("ar"), Translator("fr")


def test_every_command_has_one_arabic_letter_and_no_two_the_same() -> None:
    assert set(ARABIC) == set(LATIN)
    assert len(set(ARABIC.values())) == len(ARABIC)
    assert all(len(letter) == 1 and not letter.isascii() for letter in ARABIC.values())


@pytest.mark.parametrize("letter", LATIN)
def test_the_arabic_letter_does_what_the_latin_one_does(letter: str) -> None:
    assert parse(ARABIC[letter]).name == parse(letter).name == LATIN[letter]


@pytest.mark.parametrize("typed", ["ا", "أ", "إ", "آ", " ا "])
def test_an_alef_is_an_alef_with_or_without_hamza(typed: str) -> None:
    assert parse(typed).name == "action"


def test_the_letters_of_other_arabic_keyboards_are_taken() -> None:
    assert parse("ک").name == "help"
    assert parse("م\u0651").name == "note"
    assert parse("مـ").name == "note"


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("م الاجتماع كل شهر", Command("note", "الاجتماع كل شهر")),
        ("د محضر 2026", Command("evidence", "محضر 2026")),
        ("ه ٣", Command("target", "٣")),
        ("ه٣", Command("target", "3")),
        ("ق ٦.٢", Command("jump", "٦.٢")),
        ("ق6", Command("jump", "6")),
        ("٤", Command("level", "4")),
        ("۰", Command("level", "0")),
        ("ر الآن", Command("unknown", "ر الآن")),
        ("مساعدة", Command("help")),
        ("خُروج", Command("quit")),
        ("رجوع", Command("back")),
        ("تخطٍّ", Command("skip")),
        ("Aide", Command("help")),
        ("quitter", Command("quit")),
        ("RETOUR", Command("back")),
        ("passer", Command("skip")),
        ("bantuan", Command("help")),
        ("keluar", Command("quit")),
        ("kembali", Command("back")),
        ("lewati", Command("skip")),
    ],
)
def test_lines_of_every_language_are_understood(typed: str, command: Command) -> None:
    assert parse(typed) == command


def test_words_are_kept_as_they_are_compared() -> None:
    assert len(WORDS) > 15
    assert all(typed_word(word) == word for word in (*WORDS, *LETTERS))


@pytest.mark.parametrize("typed", ["ق ٦", "ق م٦.س٢", "خ", "ر", "ع", "ن", "س", "ك", "؟", "retour", "خروج"])
def test_what_can_only_be_a_command_leaves_an_arabic_text(typed: str) -> None:
    assert parse_in_text(typed) is not None


@pytest.mark.parametrize("typed", ["م ملاحظة", "ا", "ق وقف", "رجوع المكتب", "في الاجتماع"])
def test_an_arabic_text_that_begins_like_a_command_is_a_text(typed: str) -> None:
    assert parse_in_text(typed) is None


@pytest.mark.parametrize("typed", ["٦٫٢", "٦.٢", "٦،٢", "م٦.س٢", "م06س2", "6,2", "۶ ۲", "p6.q٢"])
def test_a_place_is_named_on_an_arabic_keyboard(typed: str) -> None:
    assert parse_place(typed) == ("p06", "p06.q2")


def test_numbers_of_every_script_are_numbers() -> None:
    assert parse_number("١٢") == parse_number("۱۲") == parse_number("１２") == 12
    assert parse_target("٣") == 3


def test_a_language_shows_its_own_letters_and_the_help_both() -> None:
    assert letters_shown(ARABIC_RUN)["q"] == ARABIC["q"]
    assert letters_shown(FRENCH_RUN) == letters_shown(Translator("id")) == {letter: letter for letter in LATIN}
    assert command_label("q", ARABIC_RUN) == f"{ARABIC['q']} (q)"
    assert command_label("?", ARABIC_RUN) == "؟"
    assert command_label("q", FRENCH_RUN) == "q"
    assert command_label("0-4", ARABIC_RUN) == "0-4"


def test_a_refusal_names_the_letter_of_the_language() -> None:
    with pytest.raises(MistypedError) as caught:
        parse_place("six")
    assert "j p06" in str(caught.value)
    assert "j p06" in caught.value.sentence(FRENCH_RUN)
    assert f"{ARABIC['j']} p06" in caught.value.sentence(ARABIC_RUN)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("p03 3 ٢ ل ج غ", "p03 3 ٢ d m x"),
        ("م٣ 3 ل", "p٣ 3 d"),
        ("م 2 ل ج", "n 2 ل ج"),
        ('p03 غ:"ل ج" ل', 'p03 غ:"ل ج" ل'),
        ("p03 3 2 d mn 1", "p03 3 2 d mn 1"),
        ("", ""),
    ],
)
def test_a_line_of_the_paper_form_takes_arabic_letters_for_its_codes(typed: str, codes: str) -> None:
    assert in_codes(typed) == codes
