"""Every fault in a content file is told with line, column, field and a sentence that says how to mend it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlc_toolkit.content.document import LARGEST_FILE, read_document
from nlc_toolkit.content.explaining import explain, model_at
from nlc_toolkit.content.models import CaseStudy, Checklist, Level, Practice, Source, Years
from nlc_toolkit.content.reading import read_as
from nlc_toolkit.exchange.validation import validate_paths
from nlc_toolkit.i18n import Translator

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parent / "data"
BROKEN, SMALL = DATA / "broken", DATA / "small"
GOOD_PRACTICE = SMALL / "checklists" / "01-coordination.yaml"
GOOD_CASE = SMALL / "case_studies" / "KE-two-towns.yaml"
ENGLISH = Translator()


def problems_of(path: Path, model: type[Practice | CaseStudy] = Practice) -> list[str]:
    """Return the problems without the file's folder."""
    problems = read_as(read_document(path), model).problems
    return [problem.sentence(ENGLISH).replace(f"{path.parent}{os.sep}", "") for problem in problems]


def practice_with(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "01-fault.yaml"
    path.write_bytes(content)
    return path


def test_each_broken_file_is_told_at_the_right_line(expect: Callable[[str, str], None]) -> None:
    found: dict[str, list[str]] = {}
    for problem in validate_paths([BROKEN], SMALL).problems:
        name = problem.file.relative_to(BROKEN).as_posix()
        sentence = problem.sentence(ENGLISH).removeprefix(f"{problem.file}:")
        found.setdefault(name, []).append(sentence)
    files = [path.relative_to(BROKEN).as_posix() for path in BROKEN.rglob("*.yaml")]
    assert sorted(found) == sorted(files)
    assert len(files) >= 25
    expect("broken_content.yaml", yaml.safe_dump(found, allow_unicode=True, width=1000))


def test_a_file_with_one_fault_has_one_problem() -> None:
    problems = validate_paths([BROKEN], SMALL).problems
    assert len({problem.file for problem in problems}) == len(problems)


def test_what_is_right_becomes_a_model() -> None:
    practice = read_as(read_document(GOOD_PRACTICE), Practice).model
    case = read_as(read_document(GOOD_CASE), CaseStudy).model
    assert practice is not None
    assert case is not None
    assert practice.headline.id == "p01.q1"
    assert practice.questions[1].applies_when == {"police": ("national", "shared")}
    assert (case.years.start, case.years.end, case.countries) == (2016, 2020, ("KE",))


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD_PRACTICE.read_text("utf-8")
    text = text.replace("weight: 1", "weight: 0").replace("text: Is the", "text: No #").replace("why:", "wy:")
    text = text.replace("area: coordination", "area: coordination\narea: trust")
    assert problems_of(practice_with(tmp_path, text.encode())) == [
        "01-fault.yaml:6:1: area: The key “area” stands here a second time.",
        "01-fault.yaml:1:1: why: The key “why” is missing.",
        (
            "01-fault.yaml:15:11: questions[0].text: Without quotes, YAML reads “No” as a yes/no value. "
            'Put it in quotes: "No".'
        ),
        "01-fault.yaml:17:13: questions[0].weight: 0 is too small here. The smallest number allowed is 1.",
        "01-fault.yaml:8:1: wy: There is no key “wy” here. Did you mean “why”?",
    ]


@pytest.mark.parametrize("yes", ["true", "yes", "on", "True"])
def test_a_yes_no_value_is_read_as_yaml_reads_it(tmp_path: Path, yes: str) -> None:
    text = GOOD_PRACTICE.read_text("utf-8").replace("headline: true", f"headline: {yes}")
    assert problems_of(practice_with(tmp_path, text.encode())) == []


@pytest.mark.parametrize("number", ["0x1", "1_0", "01", "1:30", "0b1", "+.inf", ".nan", "1e3"])
def test_a_number_is_written_in_plain_digits(tmp_path: Path, number: str) -> None:
    text = GOOD_PRACTICE.read_text("utf-8").replace("weight: 1", f"weight: {number}")
    [problem] = problems_of(practice_with(tmp_path, text.encode()))
    assert problem.startswith("01-fault.yaml:16:13: questions[0].weight: ")
    assert "whole number" in problem


def test_a_text_may_name_its_own_type(tmp_path: Path) -> None:
    text = GOOD_PRACTICE.read_text("utf-8").replace("text: Is the", "text: !!str 13 #")
    assert problems_of(practice_with(tmp_path, text.encode())) == []


def test_a_tag_that_would_make_an_object_makes_none(tmp_path: Path) -> None:
    text = GOOD_PRACTICE.read_text("utf-8").replace(
        "text: Is the fault found?", 'text: !!python/object/apply:os.system ["touch made"]'
    )
    assert problems_of(practice_with(tmp_path, text.encode())) == [
        (
            "01-fault.yaml:14:11: questions[0].text: “!” has a meaning of its own in YAML. "
            "If a text begins with it, put the text in quotes."
        )
    ]


def test_a_byte_order_mark_and_windows_lines_are_fine(tmp_path: Path) -> None:
    text = "\ufeff" + GOOD_PRACTICE.read_text("utf-8").replace("weight: 1", "weight: 0").replace("\n", "\r\n")
    [problem] = problems_of(practice_with(tmp_path, text.encode()))
    assert problem.startswith("01-fault.yaml:16:13: ")


@pytest.mark.parametrize("text", ["R&D", "A & B", "https://example.org/?a=1&b=2", "a &", "&c"])
def test_an_ampersand_inside_a_text_names_nothing(tmp_path: Path, text: str) -> None:
    content = GOOD_PRACTICE.read_text("utf-8").replace("Is the fault found?", f"Is {text} found?")
    assert problems_of(practice_with(tmp_path, content.encode())) == []


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = practice_with(tmp_path, b"")
    with path.open("wb") as file:
        file.truncate(10 * LARGEST_FILE)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened"))
    [problem] = problems_of(path)
    assert problem == (
        "01-fault.yaml:1:1: The file is larger than 1 000 000 bytes. No checklist or case study needs so much."
    )


@pytest.mark.parametrize("piece", ["[", "- ", "{a: ", "? ", "{"])
@pytest.mark.parametrize("before", ["", "id: "])
def test_deep_nesting_is_refused_quickly(tmp_path: Path, piece: str, before: str) -> None:
    start = time.perf_counter()
    [problem] = problems_of(practice_with(tmp_path, (before + piece * 100_000).encode()))
    assert problem.startswith("01-fault.yaml:1:")
    assert time.perf_counter() - start < 2


def test_many_aliases_of_aliases_are_refused_quickly(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 50)}]" for n in range(1, 60)]
    start = time.perf_counter()
    assert problems_of(practice_with(tmp_path, "\n".join(lines).encode())) == [
        "01-fault.yaml:1:5: Names for repeated parts (“&name”, “*name”) are not supported. Write the text out."
    ]
    assert time.perf_counter() - start < 2


def test_what_is_no_readable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, link = tmp_path / "folder.yaml", tmp_path / "link.yaml"
    folder.mkdir()
    link.symlink_to(tmp_path / "nowhere")
    assert problems_of(folder) == ["folder.yaml:1:1: This is not a file."]
    assert problems_of(link) == ["link.yaml: There is no such file, or it is a link that leads nowhere."]

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert problems_of(GOOD_PRACTICE) == ["01-coordination.yaml: You are not allowed to read this file."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert problems_of(tmp_path / "pipe.yaml") == ["pipe.yaml:1:1: This is not a file."]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.integers(0, 1400),
    length=st.integers(0, 20),
    inserted=st.one_of(
        st.binary(max_size=6),
        st.sampled_from([b"\t", b"'", b'"', b"[", b"{", b": ", b"- ", b"&a ", b"*a", b"!x ", b"? ", b"|", b"<<: "]),
    ),
)
def test_whatever_a_file_holds_is_a_model_or_told(tmp_path: Path, start: int, length: int, inserted: bytes) -> None:
    content = GOOD_PRACTICE.read_bytes()
    path = practice_with(tmp_path, content[:start] + inserted + content[start + length :])
    for model in (Practice, CaseStudy, Checklist):
        reading = read_as(read_document(path), model)
        assert (reading.model is None) == bool(reading.problems)
        for problem in reading.problems:
            assert "does not fit here" not in problem.sentence(ENGLISH)
            assert problem.line is not None
            assert problem.column is not None
            assert 1 <= problem.line <= content.count(b"\n") + inserted.count(b"\n") + 2


def test_an_error_that_pydantic_may_add_one_day_still_has_a_sentence() -> None:
    details = {"type": "new_error", "loc": ("id",), "msg": "", "input": None}
    explanation = explain(details, None, Practice)  # type: ignore[arg-type]  # a TypedDict cannot be made by hand
    assert explanation is not None
    assert explanation.message == "This value does not fit here."


def test_the_model_of_an_inner_mapping_is_found_for_its_keys() -> None:
    assert model_at(Practice, ("questions", 0, "levels", 3)) is Level
    assert model_at(Practice, ("sources", 1)) is Source
    assert model_at(CaseStudy, ("years",)) is Years
    assert model_at(Practice, ("questions", 0, "applies_when", "police")) is None
    assert model_at(Practice, ("nothing", "here")) is None
