"""Whatever is typed: the file stays a readable assessment, nothing harmful is stored or shown, and no error escapes."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mini import level
from typist import INTERRUPT, Typist, make_typist

from nlc_toolkit.free_text import HARMFUL
from nlc_toolkit.terminal.letters import ARABIC

COMMANDS = st.sampled_from([*"01234dxmyneatsbjrfch?q", *ARABIC.values(), "", "", "-", "- 1", "9", "12", "٣"])
WITH_TEXT = st.tuples(
    st.sampled_from(["n", "e", "a", "x", "t", "j", "3", "q", "d"]),
    st.text(max_size=20) | st.sampled_from(["p01", "2.1"]),
).map(" ".join)
TEXTS = st.text(max_size=30).filter(lambda text: text != INTERRUPT)
LINES = st.lists(COMMANDS | WITH_TEXT | TEXTS | st.sampled_from(["2026-03", "ID", "Solo"]), max_size=25)

HOSTILE = [
    "\x1b[2J\x1b[31mred",
    "\x1b]0;title\x07text",
    "[bold red]markup[/bold red] [link=https://x]y[/link]",
    "[/]",
    ":smile: :boom:",
    "\u202eevil\u202c \u2066x\u2069",
    "nul\x00nul",
    "👩‍👩‍👧‍👦 🇮🇩 e\u0301",
    "العربية ١٢٣ מעורב",
    "{braces} {0} %s %(x)s",
    "\ud800 half",
    "=1+1",
    "line\rcarriage",
    "\u2028 separator \x85",
    "漢字" * 200,
    "w" * 1_000_000,
    "\U000e0041\U000e0042 tags",
    "  ",
]


@given(lines=LINES, started=st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_line_breaks_the_file_or_the_program(lines: list[str], started: bool) -> None:  # noqa: FBT001
    with tempfile.TemporaryDirectory() as folder:
        typist = make_typist(Path(folder))
        if started:
            typist.start(answers={"p01.q1": level(1)})
        typist.type(*lines)
        if typist.path.exists():
            assert typist.assessment.city.name
        if started:
            assert "p01.q1" in typist.assessment.answers


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("plain", [True, False])
def test_hostile_text_is_data_everywhere(tmp_path: Path, text: str, plain: bool) -> None:  # noqa: FBT001
    typist = make_typist(tmp_path, plain=plain)
    typist.start(answers={"p01.q1": level(1)})
    lines = (text, f"n {text}", "n", text, "", "e", text, "2026", "1", "", "a", text, "", "", "x", text)
    typist.type(*lines, "c", "1", text, "", "3", text, "", "r", "f", "", "", "", "")
    shown = typist.type("r", "c", "", "b", "n", "", "e", "", "a", "")
    without_styles = re.sub(r"\x1b\[[0-9;]*m", "", shown) if not plain else shown
    assert not HARMFUL.search(without_styles)
    assert typist.assessment.answers["p01.q1"].state == "level"


def test_markup_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    typist = make_typist(tmp_path, plain=False)
    typist.start(answers={"p01.q1": level(1)})
    typist.type("b", "n [bold]x[/bold] :smile:")
    assert "[bold]x[/bold] :smile:" in typist.type("b", "n").rsplit("Your note now", 1)[1]


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "iso8859-6"])
@pytest.mark.parametrize("plain", [True, False])
def test_a_console_that_cannot_print_the_text_never_stops_it(tmp_path: Path, encoding: str, plain: bool) -> None:  # noqa: FBT001
    typist = make_typist(tmp_path, plain=plain)
    typist.encoding = encoding
    typist.start(answers={"p01.q1": level(1)})
    shown = typist.type("n Übung 漢字 – “quoted”", "h", "?", "3", "r", "f", "", "", "", "")
    assert "p01.q2 text?" in shown
    assert typist.assessment.answers["p01.q2"].note == "Übung 漢字 – “quoted”"
    if encoding == "ascii":
        assert 'n - "quoted"' not in shown
        assert "0-4  d don't know" in shown or "Type 0 to 4, d don't know" in shown


def test_a_narrow_window_still_shows_everything(tmp_path: Path) -> None:
    typist: Typist = make_typist(tmp_path)
    typist.height = 5
    typist.start()
    shown = typist.type("3", "r", "c", "")
    assert all(f"p01.q2 anchor {number}" in shown for number in range(5))
