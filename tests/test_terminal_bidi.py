"""Right-to-left text in the order in which it is seen, for terminals that do not turn it."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from nlc_toolkit.free_text import clean
from nlc_toolkit.terminal.bidi import SAMPLE_INTRODUCTION, has_right_to_left, joined, samples, visual

SIGNS = st.text("ابتثلمنّسَ abcé1290٣ ()[]«».,:;-/%–●", max_size=40)


def unjoined(text: str) -> str:
    """Return the letters without their joined forms, so that a test can be read."""
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("مرحبا", "ابحرم"),
        ("ابدأ nlc report الآن", "نلآا nlc report أدبا"),
        ("اقرأ ./a-b.json ثم --plain", "--plain مث ./a-b.json أرقا"),
        ("--json بيانات", "تانايب --json"),
        ("السؤال p06.q2 من 4", "4 نم p06.q2 لاؤسلا"),
        ("عنوان (قصير) هنا", "انه (ريصق) ناونع"),
        ("«هدف» [p06]", "[p06] «فده»"),
        ("نعم؟ لا!", "!لا ؟معن"),
        ("3  ", "  3"),
        ("nlc assess --quick", "nlc assess --quick"),
        ("رقم ١٢٣", "١٢٣ مقر"),
        ("مثل 2026-03 أو 2026-03-15", "2026-03-15 وأ 2026-03 لثم"),
        ("الملف (.json) هنا", "انه (.json) فلملا"),
        ("الساعة 10:30", "10:30 ةعاسلا"),
        ("من 0-4 ثم 80%", "%80 مث 0-4 نم"),
    ],
)
def test_a_right_to_left_line_is_in_the_order_in_which_it_is_seen(text: str, seen: str) -> None:
    assert unjoined(visual(text, "rtl")) == unjoined(seen)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Note saved: مرحبا بكم", "Note saved: مكب ابحرم"),
        ("Answer: نص (قصير), end", "Answer: (ريصق) صن, end"),
        ("City: الرباط", "City: طابرلا"),
    ],
)
def test_arabic_in_a_left_to_right_line_is_turned_by_itself(text: str, seen: str) -> None:
    assert unjoined(visual(text, "ltr")) == unjoined(seen)


def test_letters_take_the_forms_in_which_they_join() -> None:
    assert joined("سمع") == "\ufeb3\ufee4\ufeca"
    assert joined("مدوّن") == "\ufee3\ufeaa\ufeed\u0651\ufee5"
    assert joined("plain") == "plain"


def test_lam_and_alef_share_a_cell() -> None:
    assert cell_len("لا") == 2
    assert cell_len(joined("لا")) == 1
    assert cell_len(visual("سلام", "rtl")) == 3


def test_marks_stay_with_their_letter() -> None:
    seen = visual("مدوّن e\u0301t", "rtl")
    assert "e\u0301t" in seen
    assert "\ufeed\u0651" in seen


def test_joining_twice_changes_nothing() -> None:
    text = "السلام عليكم، مدوّنات"
    assert joined(joined(text)) == joined(text)
    assert visual(joined(text), "rtl") == visual(text, "rtl")


def test_latin_text_passes_untouched_and_without_the_library() -> None:
    assert not has_right_to_left("Évaluation – 80 %, 漢字")
    assert visual("Évaluation (80 %)", "ltr") == "Évaluation (80 %)"


def test_invisible_direction_marks_are_not_printed() -> None:
    assert visual("80\u200e%\u200e نسبة\u061c", "rtl").isprintable()


@given(SIGNS, st.sampled_from(["ltr", "rtl"]))
def test_turning_loses_and_adds_no_sign(text: str, direction: str) -> None:
    kept = clean(text)
    seen = visual(kept, "rtl" if direction == "rtl" else "ltr")
    brackets = str.maketrans(")]»", "([«")
    assert sorted(seen.translate(brackets)) == sorted(joined(kept).translate(brackets))
    assert cell_len(seen) == cell_len(joined(kept))


def test_samples_hold_the_same_words_in_both_orders_with_latin_and_a_number() -> None:
    logical, turned = samples()
    assert (logical.bidi, turned.bidi) == ("logical", "visual")
    assert turned.text == visual(logical.text, "rtl") != logical.text
    for sample in (logical, turned):
        assert "nlc" in sample.text
        assert "123" in sample.text
        assert has_right_to_left(sample.text)
    assert "--bidi visual" in turned.advice
    assert "NLC_BIDI" in turned.advice
    assert "two lines" in SAMPLE_INTRODUCTION


def test_nothing_is_imported_where_nothing_is_turned() -> None:
    code = (
        "import sys; from nlc_toolkit.terminal.bidi import visual; visual('abc', 'ltr');"
        "sys.exit(bool({'bidi', 'arabic_reshaper'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
