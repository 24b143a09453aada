"""The same and nearly the same words are found, wherever they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nlc_toolkit.content.likeness import SHORTEST_COMPARED, alike, words_changed

BOAT = "Two towns on the same river may share one boat if both of them pay for it."
texts = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=20).map(" ".join)


def test_one_noun_more_or_less_leaves_two_texts_alike() -> None:
    [(earlier, later, share)] = alike([BOAT, "Nobody knows.", BOAT.replace("boat", "large ferry")], 0.5)
    assert (earlier, later) == (0, 2)
    assert 0.5 <= share < 1


def test_the_same_words_in_another_order_are_another_text() -> None:
    assert list(alike([BOAT, " ".join(reversed(BOAT.split()))], 0.5)) == []


def test_case_punctuation_and_line_breaks_do_not_make_a_difference() -> None:
    assert list(alike([BOAT, BOAT.upper().replace(" ", "\n").replace(".", "!")], 1.0)) == [(0, 1, 1.0)]


def test_a_short_text_is_alike_only_if_it_is_the_same() -> None:
    assert list(alike(["Look at the next file.", "Look at the next key.", "look at the next file"], 0.1)) == [
        (0, 2, 1.0)
    ]


def test_the_likest_of_several_comes_first() -> None:
    found = list(alike([BOAT.replace("boat", "ferry").replace("same", "long"), BOAT.replace("pay", "paid"), BOAT], 0.5))
    assert [(earlier, later) for earlier, later, _ in found if later == 2] == [(1, 2), (0, 2)]


@given(texts, texts)
def test_a_text_is_like_itself_and_likeness_has_no_direction(first: str, second: str) -> None:
    assert [share for *_, share in alike([first, first], 1.0)] == [1.0]
    assert [share for *_, share in alike([first, second], 0.1)] == [share for *_, share in alike([second, first], 0.1)]


def test_the_words_that_lead_from_one_anchor_to_the_next_are_counted() -> None:
    assert words_changed(BOAT, BOAT) == 0
    assert words_changed(BOAT, BOAT.replace("boat", "ferry")) == 1
    assert words_changed(BOAT, f"{BOAT} The budget says so.") == 4
    assert words_changed(f"{BOAT} The budget says so.", BOAT) == 4
    assert words_changed("word " * (SHORTEST_COMPARED - 1), BOAT) is None
