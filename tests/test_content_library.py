"""The content of a run: where it lies, what it offers by id, and how it is refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nlc_toolkit.content import library as library_module
from nlc_toolkit.content.library import content_folders, load_library, shipped_folder
from nlc_toolkit.errors import ProblemsError, ToolkitError, WrongUsageError

if TYPE_CHECKING:
    from nlc_toolkit.content.library import Library

SMALL = Path(__file__).parent / "data" / "small"


def test_the_shipped_content_is_whole_and_right() -> None:
    library = load_library()
    assert [practice.id for practice in library.practices] == [f"p{number:02}" for number in range(1, 14)]
    assert len(library.cases) >= 10
    assert all(practice.headline.applies_when == {} for practice in library.practices)
    assert set(library.areas) == {practice.area for practice in library.practices}


def test_own_content_is_loaded_in_the_order_of_ids() -> None:
    library = load_library(SMALL)
    assert library.checklist.id == "small"
    assert [practice.id for practice in library.practices] == ["p01", "p02"]
    assert [case.id for case in library.cases] == ["INT-everywhere", "KE-two-towns"]


def test_own_content_may_have_no_cases(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "checklists", tmp_path / "checklists")
    assert load_library(tmp_path).cases == ()


def test_only_yaml_files_are_content(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    for name in ("README.md", "schema.json", "03-draft.yaml.bak", "03-draft.txt"):
        (tmp_path / "checklists" / name).write_text("[not content", "utf-8")
    assert len(load_library(tmp_path).practices) == 2


def test_every_problem_of_every_file_is_raised_together(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "checklists" / "03-empty.yaml").write_text("", "utf-8")
    (tmp_path / "case_studies" / "KE-list.yaml").write_text("- a", "utf-8")
    with pytest.raises(ProblemsError) as error:
        load_library(tmp_path)
    assert [problem.file.name for problem in error.value.problems] == ["KE-list.yaml", "03-empty.yaml"]


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("", "There is no folder"),
        ("checklists", "checklists” is missing"),
        ("checklists/checklist.yaml", "checklist.yaml” is missing"),
    ],
)
def test_a_folder_without_a_checklist_is_refused(tmp_path: Path, missing: str, sentence: str) -> None:
    folder = tmp_path / "own"
    shutil.copytree(SMALL, folder)
    gone = folder / missing
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    with pytest.raises(ToolkitError, match=sentence):
        load_library(folder)


def test_a_folder_without_a_practice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "checklists").mkdir()
    shutil.copy(SMALL / "checklists" / "checklist.yaml", tmp_path / "checklists")
    with pytest.raises(ToolkitError, match="holds no practice"):
        content_folders(tmp_path)


def test_the_shipped_folder_is_inside_the_package_before_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "nlc_toolkit"
    package.mkdir()
    monkeypatch.setattr(library_module, "PACKAGE", package)
    with pytest.raises(ToolkitError) as error:
        shipped_folder("checklists")
    assert str(package / "checklists") in str(error.value)
    assert str(tmp_path / "checklists") in str(error.value)
    (tmp_path / "checklists").mkdir()
    assert shipped_folder("checklists") == tmp_path / "checklists"
    (package / "checklists").mkdir()
    assert shipped_folder("checklists") == package / "checklists"


@pytest.mark.parametrize("typed", ["p02", "P02", "p2", " p02 "])
def test_a_practice_is_found_by_its_id_in_any_spelling(library: Library, typed: str) -> None:
    assert library.practice(typed).id == "p02"


def test_an_unknown_id_is_answered_with_what_there_is(library: Library) -> None:
    with pytest.raises(WrongUsageError, match="p01 to p02"):
        library.practice("p09")
    with pytest.raises(WrongUsageError, match=r"p01\.q1"):
        library.question("p01.q9")
    with pytest.raises(WrongUsageError, match="KE-one"):
        library.case("KE-on")
    assert library.case("ke-one").id == "KE-one"
    assert library.question("P01.Q2").id == "p01.q2"


def test_the_digest_changes_with_what_scores_depend_on_and_with_nothing_else() -> None:
    small = load_library(SMALL)
    assert small.digest == load_library(SMALL).digest
    assert small.digest.startswith("sha256:")
    practice = small.practices[0]
    reworded = practice.model_copy(update={"title": "Another"})
    revised = practice.model_copy(
        update={"questions": (practice.questions[0].model_copy(update={"revision": 2}), *practice.questions[1:])}
    )
    assert type(small)(small.checklist, (reworded, small.practices[1])).digest == small.digest
    assert type(small)(small.checklist, (revised, small.practices[1])).digest != small.digest
