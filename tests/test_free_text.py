"""Free text is data: it cannot act on a reader's screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlc_toolkit.free_text import HARMFUL, clean, clean_line, folded


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;a title\x07text", "text"),
        ("bell\x07", "bell"),
        ("abc\u202edcba", "abcdcba"),
        ("\u2066isolate\u2069", "isolate"),
        ("\ufeffmark", "mark"),
        ("tab\there", "tab here"),
        ("half \ud83d pair", "half  pair"),
        ("caf\udcc3\udca9", "café"),
        ("caf\udce9 é", "caf é"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\u200fعربي\u200e", "\u200fعربي\u200e"),
        ("نیم\u200cفاصله", "نیم\u200cفاصله"),
    ],
)
def test_what_could_act_on_a_screen_is_taken_out_and_words_stay(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_no_harmful_character_is_printable_so_that_printable_text_needs_no_search() -> None:
    harmful = [char for char in map(chr, range(0x110000)) if HARMFUL.match(char)]
    assert len(harmful) > 2000
    assert not any(char.isprintable() for char in harmful)


def test_one_line_stays_one_line() -> None:
    assert clean_line(" a\n\n b\u2028c ") == "a b c"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert not HARMFUL.search(clean(text))


@pytest.mark.parametrize(
    ("typed", "meant"), [("مدرسه", "مدرسة"), ("القري", "القرى"), ("اجراء", "إجراء"), ("أَمْن", "امن"), ("خطـة", "خطة")]
)
def test_arabic_words_are_found_however_their_letters_were_typed(typed: str, meant: str) -> None:
    assert folded(typed) == folded(meant)
