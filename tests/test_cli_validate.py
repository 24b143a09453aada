"""`nlc validate`: everything that is wrong with files of any kind, at once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from nlc_toolkit.cli.main import main

DATA = Path(__file__).parent / "data"
BROKEN, SMALL = DATA / "broken", DATA / "small"
EXAMPLES = Path(__file__).parent.parent / "examples"


def validate(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr."""
    with pytest.raises(SystemExit) as end:
        main(["validate", *map(str, arguments)])
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


def as_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    code, out, err = validate(capsys, "--json", *arguments)
    assert err == ""
    return code, json.loads(out)


def test_the_shipped_content_has_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = validate(capsys)
    assert (code, err) == (0, "")
    assert out.startswith("No problems. Checked: practices 13, questions ")
    assert out.count("\n") == 1


def test_own_content_is_checked_instead_of_the_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = validate(capsys, "--content", SMALL)
    assert code == 0
    assert "practices 2, questions 4, case studies 2, assessments 0" in out


def test_every_problem_is_a_line_and_the_count_is_the_last(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = validate(capsys, BROKEN)
    *lines, last = out.splitlines()
    assert (code, err) == (1, "")
    assert len(lines) == len(list(BROKEN.rglob("*.yaml"))) >= 25
    assert all(line.startswith(str(BROKEN)) for line in lines)
    warnings = sum(": warning: " in line for line in lines)
    assert warnings >= 4
    assert last.startswith(f"{len(lines) - warnings} problems. Warnings: {warnings}. Checked: ")


def test_a_warning_is_said_and_counted_but_does_not_fail(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "checklists" / "01-coordination.yaml"
    path.write_text(
        path.read_text("utf-8").replace("Is the fault found?", "Is the fault found? Is it mended?"), "utf-8"
    )
    code, out, err = validate(capsys, tmp_path)
    line, last = out.splitlines()
    assert (code, err) == (0, "")
    assert line.startswith(f"{path}:14:11: questions[0].text: warning: ")
    assert line.endswith(" [double_question]")
    assert last.startswith("No problems. Warnings: 1. Checked: ")
    code, found = as_json(capsys, path)
    assert code == 0
    assert [(each["severity"], each["rule"]) for each in found["problems"]] == [("warning", "double_question")]


def test_one_problem_beside_a_warning_is_counted_apart(capsys: pytest.CaptureFixture[str]) -> None:
    wording = BROKEN / "wording" / "checklists"
    code, out, _ = validate(capsys, wording / "06-needless-exception.yaml", wording / "07-two-questions.yaml")
    assert code == 1
    assert out.splitlines()[-1].startswith("1 problem. Warnings: 1. Checked: practices 2,")


def test_a_lone_file_is_compared_with_what_lies_beside_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    copied, alone = tmp_path / "checklists" / "03-learning.yaml", tmp_path / "far" / "03-learning.yaml"
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    text = (SMALL / "checklists" / "02-learning.yaml").read_text("utf-8").replace("p02", "p03")
    alone.parent.mkdir()
    for path in (copied, alone):
        path.write_text(text, "utf-8")
    code, found = as_json(capsys, copied)
    assert code == 1
    assert {each["rule"] for each in found["problems"]} == {"repeated_wording", "practice_without_case"}
    assert {each["file"] for each in found["problems"]} == {str(copied)}
    assert as_json(capsys, alone, "--content", SMALL)[0] == 0


def test_of_two_repetitions_the_file_that_is_asked_about_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    first, second = (tmp_path / "checklists" / name for name in ("01-coordination.yaml", "02-learning.yaml"))
    for path, old in ((first, "It is found if the line is right."), (second, "It should.")):
        path.write_text(path.read_text("utf-8").replace(f"explain: {old}", "explain: Ask at the town hall."), "utf-8")
    fields = {
        "checklists": "questions[1].explain",
        first.name: "questions[0].explain",
        second.name: "questions[1].explain",
    }
    for name, field in fields.items():
        path = tmp_path / name if name == "checklists" else tmp_path / "checklists" / name
        _, found = as_json(capsys, path)
        assert [(each["rule"], each["field"]) for each in found["problems"]] == [("repeated_wording", field)]


def test_programs_get_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    path = BROKEN / "checklists" / "05-text-no.yaml"
    code, found = as_json(capsys, path)
    assert code == 1
    assert found == {
        "problems": [
            {
                "file": str(path),
                "line": 14,
                "column": 11,
                "field": "questions[0].text",
                "severity": "error",
                "rule": None,
                "sentence": 'Without quotes, YAML reads “No” as a yes/no value. Put it in quotes: "No".',
            }
        ],
        "checked": {"practices": 1, "questions": 2, "case_studies": 0, "assessments": 0, "catalogues": 0},
    }


@pytest.mark.parametrize("path", ["no-such-file.yaml", "no/such/folder"])
def test_a_path_that_does_not_exist_is_one_sentence_on_stderr(capsys: pytest.CaptureFixture[str], path: str) -> None:
    code, out, err = validate(capsys, SMALL, path)
    assert (code, out) == (1, "")
    assert err == f"There is no file or folder “{Path(path)}”.\n"


def test_a_folder_with_nothing_to_check_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", "utf-8")
    code, out, err = validate(capsys, tmp_path)
    assert (code, out) == (1, "")
    assert "holds nothing to check" in err


def test_a_file_of_another_kind_is_a_problem(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", "utf-8")
    code, out, _ = validate(capsys, tmp_path / "notes.txt")
    assert code == 1
    assert "notes.txt: The name must end in .yaml (content), .json (assessment) or .po (translation)." in out


def test_assessments_are_checked_with_the_path_in_the_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    assessment = next((tmp_path / "examples").rglob("*.json"))
    code, found = as_json(capsys, tmp_path)
    assert code == 0
    assert found["checked"]["assessments"] == len(list(tmp_path.rglob("*.json"))) >= 1
    text = assessment.read_text("utf-8")
    assessment.write_text(text.replace('"round": "own"', '"round": "ours"'), "utf-8")
    code, found = as_json(capsys, tmp_path)
    assert code == 1
    [problem] = found["problems"]
    assert (problem["file"], problem["line"], problem["field"]) == (str(assessment), None, "round")


def test_a_folder_is_searched_with_all_folders_in_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "city" / "content")
    for unseen in (".hidden/01-a.yaml", "city/content/checklists/.draft.yaml", "city/content/checklists/schema.json"):
        (tmp_path / unseen).parent.mkdir(exist_ok=True)
        (tmp_path / unseen).write_text("[", "utf-8")
    code, found = as_json(capsys, tmp_path)
    assert code == 0
    assert found["checked"] == {"practices": 2, "questions": 4, "case_studies": 2, "assessments": 0, "catalogues": 0}
    (tmp_path / "city" / "content" / "checklists" / "03-late.yml").write_text("id: p03", "utf-8")
    code, found = as_json(capsys, tmp_path)
    assert [problem["sentence"][:26] for problem in found["problems"]] == ["The name must end in .yaml"]


def test_a_file_that_is_named_twice_is_checked_once(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = as_json(capsys, SMALL, SMALL / "checklists", SMALL / "checklists" / "01-coordination.yaml")
    assert code == 0
    assert found["checked"]["practices"] == 2


def test_a_lone_file_may_name_what_the_run_offers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    practice, case = tmp_path / "01-coordination.yaml", tmp_path / "far" / "KE-two-towns.yaml"
    case.parent.mkdir()
    shutil.copy(SMALL / "checklists" / practice.name, practice)
    shutil.copy(SMALL / "case_studies" / case.name, case)
    code, found = as_json(capsys, practice, case)
    assert (code, found["checked"]["practices"], found["checked"]["case_studies"]) == (0, 1, 1)
    case.write_text(case.read_text("utf-8").replace("[p01, p02]", "[p77]"), "utf-8")
    practice.write_text(practice.read_text("utf-8").replace("area: coordination", "area: roads"), "utf-8")
    code, found = as_json(capsys, practice, case, "--content", SMALL)
    assert code == 1
    assert [problem["field"] for problem in found["problems"]] == ["area", "practices[0]"]
    assert found["problems"][1]["sentence"] == "There is no practice “p77”. The practices are: p01, p02."


def test_a_case_may_name_the_practices_in_the_folder_beside_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shutil.copytree(SMALL, tmp_path / "own")
    (tmp_path / "own" / "checklists" / "02-learning.yaml").unlink()
    code, found = as_json(capsys, tmp_path / "own" / "case_studies")
    assert code == 1
    assert {problem["sentence"] for problem in found["problems"]} == {
        "There is no practice “p02”. The practices are: p01."
    }


def test_a_yaml_file_that_is_no_content_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "other.yaml").write_text("name: something else\n", "utf-8")
    code, found = as_json(capsys, tmp_path)
    assert code == 1
    assert found["problems"][0]["sentence"] == (
        "The file has none of the keys of a practice, a checklist or a case study."
    )


def test_a_missing_folder_of_own_content_is_an_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = validate(capsys, "--content", tmp_path / "nowhere")
    assert (code, out) == (1, "")
    assert "There is no folder" in err
