"""Each rule on wording, on content that is right before a change: what fails, what is near it, what is excepted."""

from __future__ import annotations

import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from nlc_toolkit.content.collection import read_folders
from nlc_toolkit.content.library import content_folders, load_library
from nlc_toolkit.content.linting import WARNINGS, lint
from nlc_toolkit.content.vocabulary import LINT_RULES, LintRule
from nlc_toolkit.i18n import Translator

SMALL = Path(__file__).parent / "data" / "small"
GUIDE = Path(__file__).parent.parent / "docs" / "writing_content.md"
FIRST, SECOND = "checklists/01-coordination.yaml", "checklists/02-learning.yaml"
SHARED = "checklists/checklist.yaml"
CASE, OTHER_CASE = "case_studies/KE-two-towns.yaml", "case_studies/INT-everywhere.yaml"

OPENING = "When did a fault last surprise each of us?"
LONGEST = " ".join(f"word{number}" for number in range(30))
MET_ONCE = "Two offices met once in the last year and wrote down what each will do."
MET_TWICE = MET_ONCE.replace("once", "twice")
FERRY = "Two towns on the same river may share one ferry if both of them pay."


@dataclass(frozen=True)
class Sample:
    """A change to the small content that breaks one rule, and a near one that breaks none."""

    rule: str
    file: str
    old: str
    fails: str
    passes: str
    owner: str
    at: str

    @property
    def field(self) -> str:
        """Where the finding is told."""
        return re.sub(r"\.([0-9]+)", r"[\1]", f"{self.owner}.{self.at}".lstrip("."))


Q1, Q2 = "questions[0]", "questions[1]"
SAMPLES = [
    Sample("vague_word", FIRST, "{anchor: A pro", "{anchor: A good pro", "{anchor: A goods pro", Q1, "levels.3.anchor"),
    Sample("vague_word", FIRST, "It hides none.", "It rarely hides one.", "It hides one.", Q2, "levels.4.anchor"),
    Sample("repeated_wording", FIRST, "Ask one person.", "Write a program.", "Read a program.", Q1, "levels.2.next"),
    Sample("repeated_wording", SECOND, "It should.", "It must not.", "It must.", Q2, "explain"),
    Sample("repeated_wording", FIRST, OPENING, "Is the fault found?", "x?", Q2, "opening"),
    Sample("repeated_wording", CASE, "It is invented.", "Nobody has seen these offices.", "It is.", "", "limits"),
    Sample("practice_without_case", CASE, "[p01, p02]", "[p02]", "[p01]", "", "id"),
    Sample("double_question", FIRST, "found?", "found and is it mended?", "found and mended?", Q1, "text"),
    Sample("double_question", FIRST, "us?", "us? Why?", "us, without a reason?", Q2, "opening"),
    Sample("long_sentence", FIRST, "It must not.", f"One {LONGEST}.", f"{LONGEST}.", Q2, "explain"),
    Sample("long_sentence", FIRST, "When did a", f"One {LONGEST}. Which", f"{LONGEST}. Which", Q2, "opening"),
    Sample("long_sentence", CASE, "It is invented.", f"It is. One {LONGEST}.", f"It is. {LONGEST}.", "", "limits"),
    Sample("personal_data", FIRST, "[The output", "[Names of people in", "[Names of offices in", Q1, "evidence.0"),
    Sample("personal_data", FIRST, "a fault last", "names of staff", "names of offices", Q2, "opening"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


def add_exception(folder: Path, sample: Sample, entry: str) -> None:
    """Write an exception into the question of the finding, or into the practice or case itself."""
    written = f"exceptions: [{{{entry}}}]\n"
    if sample.owner:
        last = "weight: 1\n" if sample.owner == Q1 else "weight: 2\n"
        change(folder, sample.file, last, f"{last}    {written}")
    else:
        path = folder / (FIRST if sample.rule == "practice_without_case" else sample.file)
        path.write_text(path.read_text("utf-8") + written, "utf-8")


def problems(folder: Path) -> list[tuple[str, str]]:
    """Return what is wrong with the words, as rule (empty: a needless exception) and field; the form must be right."""
    collection = read_folders(folder / "checklists", folder / "case_studies")
    assert collection.problems() == []
    return [(problem.rule, problem.field) for problem in lint(collection, ())]


def test_right_content_has_no_problems(folder: Path) -> None:
    assert problems(folder) == []


def test_every_rule_has_a_sample_here_or_a_test_of_its_own() -> None:
    apart = {"summary_length", "similar_levels"}
    assert {sample.rule for sample in SAMPLES} | apart == set(LINT_RULES) == set(get_args(LintRule))
    assert set(LINT_RULES) > WARNINGS


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.rule}-{sample.at}")
def test_a_rule_finds_what_fails_and_not_what_is_near_it(folder: Path, sample: Sample) -> None:
    change(folder, sample.file, sample.old, sample.fails)
    assert problems(folder) == [(sample.rule, sample.field)]
    change(folder, sample.file, sample.fails, sample.passes)
    assert problems(folder) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.rule}-{sample.at}")
@pytest.mark.parametrize("at", [True, False])
def test_an_exception_hides_a_finding_and_is_told_when_it_hides_nothing(
    folder: Path, sample: Sample, *, at: bool
) -> None:
    change(folder, sample.file, sample.old, sample.fails)
    add_exception(
        folder, sample, f"rule: {sample.rule}, at: {sample.at}, reason: x" if at else f"rule: {sample.rule}, reason: x"
    )
    assert problems(folder) == []
    change(folder, sample.file, sample.fails, sample.passes)
    key = "at" if at else "rule"
    assert problems(folder) == [("", f"{sample.owner}.exceptions[0].{key}".lstrip("."))]


@pytest.mark.parametrize("entry", ["rule: double_question", "rule: vague_word, at: levels.2.anchor"])
def test_an_exception_from_another_rule_or_place_hides_nothing(folder: Path, entry: str) -> None:
    sample = SAMPLES[0]
    change(folder, sample.file, sample.old, sample.fails)
    add_exception(folder, sample, f"{entry}, reason: x")
    found = problems(folder)
    assert (sample.rule, sample.field) in found
    assert [field for rule, field in found if not rule] == [f"{Q1}.exceptions[0].{'at' if 'at:' in entry else 'rule'}"]


def test_the_place_of_an_exception_may_be_written_as_it_is_told(folder: Path) -> None:
    sample = SAMPLES[0]
    change(folder, sample.file, sample.old, sample.fails)
    add_exception(folder, sample, 'rule: vague_word, at: "levels[3].anchor", reason: x')
    assert problems(folder) == []


def test_an_exception_of_the_practice_does_not_speak_for_its_questions(folder: Path) -> None:
    change(folder, SAMPLES[0].file, SAMPLES[0].old, SAMPLES[0].fails)
    (folder / FIRST).write_text((folder / FIRST).read_text("utf-8") + "exceptions: [{rule: vague_word, reason: x}]\n")
    assert problems(folder) == [("vague_word", "questions[0].levels[3].anchor"), ("", "exceptions[0].rule")]


@pytest.mark.parametrize("at_first", [True, False])
def test_an_exception_at_either_end_of_a_repetition_hides_it(folder: Path, *, at_first: bool) -> None:
    change(folder, SECOND, "It should.", "It must not.")
    change(
        folder,
        FIRST if at_first else SECOND,
        "weight: 2\n",
        "weight: 2\n    exceptions: [{rule: repeated_wording, reason: x}]\n",
    )
    assert problems(folder) == []


@pytest.mark.parametrize(("count", "rules"), [(39, ["summary_length"]), (40, []), (120, []), (121, ["summary_length"])])
def test_a_summary_has_its_length(folder: Path, count: int, rules: list[str]) -> None:
    path = folder / CASE
    summary = " ".join(f"w{number}{'.' if number % 9 == 0 else ''}" for number in range(count))
    path.write_text(re.sub("(?m)^summary: .*$", f"summary: {summary}", path.read_text("utf-8")), "utf-8")
    assert [rule for rule, _ in problems(folder)] == rules
    if rules:
        path.write_text(path.read_text("utf-8") + "exceptions: [{rule: summary_length, reason: x}]\n", "utf-8")
        assert problems(folder) == []


def test_neighbouring_anchors_that_hardly_differ_are_told_at_the_upper_one(folder: Path) -> None:
    change(folder, FIRST, "anchor: Two people look.", f"anchor: {MET_ONCE}")
    change(folder, FIRST, "anchor: A program looks.", f"anchor: {MET_TWICE}")
    assert problems(folder) == [("similar_levels", "questions[0].levels[3].anchor")]
    change(folder, FIRST, MET_TWICE, f"{MET_TWICE} A budget pays for it.")
    assert problems(folder) == []


def test_anchors_that_are_not_neighbours_may_be_alike(folder: Path) -> None:
    change(folder, FIRST, "anchor: Two people look.", f"anchor: {MET_ONCE}")
    change(folder, FIRST, "anchor: A test looks at every change.", f"anchor: {MET_TWICE}")
    assert problems(folder) == []


def test_one_formula_with_another_noun_is_repeated_wording(folder: Path) -> None:
    change(folder, FIRST, "It must not.", FERRY)
    change(folder, SECOND, "It should.", FERRY.replace("ferry", "bridge"))
    assert problems(folder) == [("repeated_wording", "questions[1].explain")]
    change(folder, SECOND, FERRY.replace("ferry", "bridge"), "If both towns pay, the bridge over the river is theirs.")
    assert problems(folder) == []


def test_a_question_may_return_in_its_own_anchors_but_not_in_its_steps(folder: Path) -> None:
    change(folder, FIRST, "Is the fault found?", f"{FERRY[:-1]}?")
    change(folder, FIRST, "{anchor: Nobody looks.", f"{{anchor: 'Not true: {FERRY}'")
    assert problems(folder) == []
    change(folder, FIRST, "Ask one person.", f"Say it aloud. {FERRY}")
    assert problems(folder) == [("repeated_wording", "questions[0].levels[0].next")]


def test_a_text_is_told_once_however_often_it_stood_before(folder: Path) -> None:
    for old in ("Ask one person.", "Ask a second person.", "Write a program."):
        change(folder, FIRST, old, "Go there.")
    assert problems(folder) == [("repeated_wording", f"questions[0].levels[{number}].next") for number in (1, 2)]


def test_a_file_with_a_fault_in_its_form_is_not_compared_with_others_yet(folder: Path) -> None:
    shutil.copy(folder / FIRST, folder / "checklists" / "03-copy.yaml")
    change(folder, "checklists/03-copy.yaml", "A program looks., next", "A good program looks., next")
    collection = read_folders(folder / "checklists", folder / "case_studies")
    found = lint(collection, collection.problems())
    assert [(problem.file.name, problem.rule) for problem in found] == [("03-copy.yaml", "vague_word")]


def test_a_place_that_is_told_already_is_not_told_twice(folder: Path) -> None:
    change(folder, FIRST, "anchor: A program looks.", "anchor: Good.")
    change(folder, FIRST, "anchor: Two people look.", "anchor: Good.")
    collection = read_folders(folder / "checklists", folder / "case_studies")
    [told] = collection.problems()
    assert told.field == "questions[0].levels[3].anchor"
    assert [problem.field for problem in lint(collection, [told])] == ["questions[0].levels[2].anchor"]


def test_without_case_studies_no_practice_lacks_one(folder: Path) -> None:
    shutil.rmtree(folder / "case_studies")
    collection = read_folders(folder / "checklists", None)
    assert lint(collection, collection.problems()) == []


def test_explanations_that_all_practices_share_are_read_too(folder: Path) -> None:
    change(folder, SHARED, "meaning: …", f"meaning: One {LONGEST}.")
    assert problems(folder) == [("long_sentence", "levels[0].meaning")]


def test_a_run_does_not_stop_at_wording(folder: Path) -> None:
    change(folder, SAMPLES[0].file, SAMPLES[0].old, SAMPLES[0].fails)
    assert len(load_library(folder).practices) == 2


def test_every_rule_is_in_the_guide() -> None:
    rows = re.findall(r"(?m)^\| `(\w+)` \| (error|warning) \|", GUIDE.read_text("utf-8"))
    assert dict(rows) == {rule: "warning" if rule in WARNINGS else "error" for rule in LINT_RULES}


def test_the_shipped_content_is_clean_and_quickly_checked() -> None:
    start = time.perf_counter()
    collection = read_folders(*content_folders(None))
    found = lint(collection, collection.problems())
    assert time.perf_counter() - start < 2
    assert [problem.sentence(Translator()) for problem in found] == []
