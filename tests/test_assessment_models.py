"""The shape of an assessment: what goes into a file comes out of it, and what no file may hold is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mini import NOW, level, make_assessment
from pydantic import ValidationError

from nlc_toolkit.assessment.models import (
    Action,
    Answer,
    Assessment,
    City,
    DontKnowAnswer,
    Evidence,
    Holder,
    Horizon,
    LevelAnswer,
    NotApplicableAnswer,
    NotOurMandateAnswer,
    Owner,
    Strength,
)
from nlc_toolkit.assessment.reading import MOST_BYTES, parse_assessment, to_json
from nlc_toolkit.content.models import Context
from nlc_toolkit.errors import ProblemsError
from nlc_toolkit.free_text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = Path("x.json")
BROKEN = sorted((Path(__file__).parent / "data" / "assessments").glob("*.json"))

letters = st.characters(codec="utf-8")
texts = st.text(letters, min_size=1, max_size=60).map(clean).filter(bool)
lines = st.text(letters, min_size=1, max_size=60).map(clean_line).filter(bool)
moments = st.datetimes(datetime(1970, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(letters),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(letters), children, max_size=3),
    max_leaves=8,
)
pieces_of_evidence = st.builds(
    Evidence,
    text=texts,
    date=st.none() | st.dates().map(str) | st.just("2026-03") | st.just("1999"),
    strength=st.none() | st.sampled_from(get_args(Strength)),
)
common: dict[str, Any] = {
    "revision": st.integers(1, 9),
    "answered": moments,
    "evidence": st.lists(pieces_of_evidence, max_size=2).map(tuple),
}
answers: st.SearchStrategy[Answer] = st.one_of(
    st.builds(LevelAnswer, level=st.integers(0, 4), note=st.none() | texts, **common),
    st.builds(DontKnowAnswer, note=st.none() | texts, **common),
    st.builds(NotOurMandateAnswer, holder=st.none() | st.sampled_from(get_args(Holder)), **common),
    st.builds(NotApplicableAnswer, note=texts, **common),
)
assessments = st.builds(
    make_assessment,
    city=st.builds(City, name=lines, country=st.sampled_from(("ID", "XK", "BA")), region=st.none() | lines),
    context=st.builds(
        Context, state_system=st.sampled_from((None, "federal")), police=st.sampled_from((None, "shared"))
    ),
    mode=st.sampled_from(("full", "quick")),
    answers=st.dictionaries(st.from_regex(r"\Ap[0-9]{2}\.q[1-9]\Z"), answers, max_size=3),
    targets=st.dictionaries(st.from_regex(r"\Ap[0-9]{2}\Z"), st.integers(1, 4), max_size=2),
    actions=st.lists(
        st.builds(
            Action,
            practice=st.just("p06"),
            text=texts,
            owner=st.sampled_from(get_args(Owner)),
            horizon=st.sampled_from(get_args(Horizon)),
            done=st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    extensions=st.dictionaries(st.text(letters), json_values, max_size=3),
)


def as_json() -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(to_json(make_assessment(answers={"p06.q1": level(3)})))
    return tree


def parsed(tree: Any) -> Assessment:
    return parse_assessment(json.dumps(tree).encode(), FILE)


@given(assessments)
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_what_is_read(assessment: Assessment) -> None:
    text = to_json(assessment)
    assert parse_assessment(text.encode(), FILE) == assessment
    assert to_json(parse_assessment(text.encode(), FILE)) == text


def test_the_format_comes_first_and_what_is_not_stated_is_left_out() -> None:
    text = to_json(make_assessment(city=City(name="Şırnak", country="TR")))
    assert next(iter(json.loads(text))) == "format"
    assert "null" not in text
    assert "Şırnak" in text
    assert text.endswith("}\n")


def test_extensions_come_back_as_they_were_nothing_included() -> None:
    kept = {"other": {"nothing": None, "list": [None, 1.0, -0.5, 10**30, "\x00\u202e"]}, "": False}
    again = parse_assessment(to_json(make_assessment(extensions=kept)).encode(), FILE)
    assert repr(again.extensions) == repr(kept)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_with_its_sentences(path: Path, expect: Callable[[str, str], None]) -> None:
    with pytest.raises(ProblemsError) as refused:
        parse_assessment(path.read_bytes(), Path(path.name))
    assert "cannot be used" not in str(refused.value), "the problem has no words of its own"
    expect(f"assessments/{path.stem}.txt", str(refused.value) + "\n")


def test_the_broken_files_are_there() -> None:
    assert len(BROKEN) > 50


def test_all_problems_are_named_at_once() -> None:
    tree = as_json()
    tree["mode"], tree["round"], tree["answers"]["p06.q1"]["level"] = "half", "third", 9
    with pytest.raises(ProblemsError) as refused:
        parsed(tree)
    assert [problem.field for problem in refused.value.problems] == ["mode", "round", "answers.p06.q1.level"]


def test_an_oversized_file_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ProblemsError, match="larger than 5 MB"):
        parse_assessment(b" " * (MOST_BYTES + 1), FILE)


@pytest.mark.parametrize(
    "data", [b'"' + b'\\"' * 200_000, b'"' * 200_001, b"[" * 200_000, b'{"a":' * 200_000, b"\\" * 9]
)
def test_a_hostile_file_is_refused_without_effort(data: bytes) -> None:
    with pytest.raises(ProblemsError):
        parse_assessment(data, FILE)


def test_brackets_inside_texts_are_not_nesting() -> None:
    tree = as_json()
    tree["extensions"] = {"text": '[{"' * 100}
    assert parsed(tree).extensions == {"text": '[{"' * 100}


def test_a_byte_order_mark_is_passed_over() -> None:
    data = to_json(make_assessment()).encode()
    assert parse_assessment(b"\xef\xbb\xbf" + data, FILE) == make_assessment()


def test_a_text_is_cleaned_when_it_is_read() -> None:
    tree = as_json()
    tree["answers"]["p06.q1"]["note"] = " a\u202eb\x1b[31m "
    assert parsed(tree).answers["p06.q1"].note == "ab"


def test_a_text_that_is_too_long_is_refused() -> None:
    tree = as_json()
    tree["answers"]["p06.q1"]["note"] = "ä" * 10_001
    with pytest.raises(ProblemsError, match=r"answers\.p06\.q1\.note: must not be longer than 10000 characters"):
        parsed(tree)


def test_dissent_is_read_in_an_agreed_round() -> None:
    tree = as_json()
    tree["round"], tree["answers"]["p06.q1"]["dissent"] = "agreed", "The police saw it otherwise."
    assert parsed(tree).answers["p06.q1"].dissent == "The police saw it otherwise."


def test_a_moment_is_kept_in_utc_and_whole_seconds() -> None:
    moment = datetime(2026, 11, 20, 16, 0, 0, 999, tzinfo=timezone(timedelta(hours=7)))
    answer = LevelAnswer(revision=1, answered=moment, level=0)
    assert answer.answered == NOW
    assert answer.model_dump(mode="json")["answered"] == "2026-11-20T09:00:00Z"


def test_a_foreign_key_cannot_spoil_the_terminal() -> None:
    tree = as_json()
    tree["\x1b[2J" + "a" * 500] = 1
    with pytest.raises(ProblemsError) as refused:
        parsed(tree)
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("number", [True, 1.5, "2", 2.0, None, -1, 5])
def test_what_is_no_level_is_refused_from_programs_too(number: Any) -> None:
    with pytest.raises(ValidationError):
        LevelAnswer(revision=1, answered=NOW, level=number)


def places(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(place for step, value in steps for place in places(value, (*path, step)))]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_value_in_any_place_is_read_or_refused_in_plain_words(data: st.DataObject) -> None:
    answered = {
        "p06.q1": level(3, note="a", evidence=(Evidence(text="b", date="2026", strength="document"),)),
        "p06.q2": NotOurMandateAnswer(revision=1, answered=NOW, holder="nobody"),
    }
    action = Action(practice="p06", text="c")
    tree = json.loads(to_json(make_assessment(answers=answered, targets={"p06": 3}, actions=(action,))))
    *way, last = data.draw(st.sampled_from(places(tree)[1:]))
    inner = tree
    for step in way:
        inner = inner[step]
    if isinstance(inner, dict) and data.draw(st.booleans()):
        inner[data.draw(st.text(letters, max_size=9))] = data.draw(json_values)
    inner[last] = data.draw(json_values)
    refused, again = refused_or_read(tree)
    assert "cannot be used" not in refused
    assert again is None or parse_assessment(to_json(again).encode(), FILE) == again


def refused_or_read(tree: Any) -> tuple[str, Assessment | None]:
    try:
        return "", parsed(tree)
    except ProblemsError as refused:
        return str(refused), None
