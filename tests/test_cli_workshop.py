"""`nlc workshop` shows the panel, writes the meeting's paper where it belongs, and says what it could not use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mini import make_library
from panels import Person, assessment_of

from nlc_toolkit.assessment.models import City
from nlc_toolkit.assessment.reading import to_json
from nlc_toolkit.cli import main
from nlc_toolkit.report import render

if TYPE_CHECKING:
    from collections.abc import Callable

    Workshop = Callable[..., tuple[int, str, str]]

PEOPLE = [
    Person("national_government", "institution", {"p01.q1": 3, "p02.q1": 2}),
    Person("local_government", "institution", {"p01.q1": 1, "p02.q1": 2}),
    Person("civil_society", "personal", {"p01.q1": 0}),
]
EVERY_GROUP_LINE = ("- National government: 1", "- Local government: 1", "- Civil society: 1")


@pytest.fixture(autouse=True)
def small_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("nlc_toolkit.content.library.load_library", lambda _: make_library())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the PDF engine where the PDF itself does not matter."""
    monkeypatch.setattr(render, "load_engine", lambda: None)
    monkeypatch.setattr(render, "html_to_pdf", lambda html, **_: b"%PDF-" + html.encode())


@pytest.fixture
def nlc_workshop(capsys: pytest.CaptureFixture[str]) -> Workshop:
    """Run `nlc workshop`; return exit code, standard output and standard error."""

    def nlc_workshop(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main.main(["workshop", *arguments])
        printed = capsys.readouterr()
        return int(stop.value.code or 0), printed.out, printed.err

    return nlc_workshop


def write(folder: str = "answers", *, city: str = "Surakarta", first: int = 1, mode: str = "full") -> list[Path]:
    """Write one file for each of `PEOPLE` into the folder, numbered from `first`."""
    Path(folder).mkdir(exist_ok=True)
    paths = []
    for number, person in enumerate(PEOPLE, first):
        path = Path(folder, f"{number}.json")
        changes = {"city": City(name=city, country="ID"), "mode": mode}
        path.write_text(to_json(assessment_of(person, number, **changes)), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def names(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_panel_is_printed_and_the_paper_written_beside_the_assessments(nlc_workshop: Workshop) -> None:
    before = [path.read_bytes() for path in write()]
    code, out, err = nlc_workshop("answers")
    assert (code, err) == (0, "")
    assert out.startswith("Panel for Surakarta, Indonesia\nFacilitator edition.")
    assert set(EVERY_GROUP_LINE) <= set(out.splitlines())
    assert out.endswith(f"For the meeting: {Path('answers/workshop.pdf')}\n")
    assert names("answers") == ["1.json", "2.json", "3.json", "workshop.pdf"]
    assert Path("answers/workshop.pdf").read_bytes().startswith(b"%PDF-")
    assert [path.read_bytes() for path in sorted(Path("answers").glob("*.json"))] == before


@pytest.mark.usefixtures("quick")
def test_files_of_several_folders_have_their_paper_in_the_present_folder(nlc_workshop: Workshop) -> None:
    here, there = write("here"), write("there")
    assert nlc_workshop(str(here[0]), str(there[1]))[0] == 0
    assert names() == ["here", "there", "workshop.pdf"]
    assert nlc_workshop(*[str(path) for path in here])[0] == 0
    assert "workshop.pdf" in names("here")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("edition", ["participant", "public"])
def test_another_edition_has_a_name_of_its_own_and_leaves_the_facilitators_paper(
    nlc_workshop: Workshop, edition: str
) -> None:
    write()
    Path("answers/workshop.pdf").write_text("the facilitator's", encoding="utf-8")
    assert nlc_workshop("answers", "--edition", edition)[0] == 0
    assert Path("answers/workshop.pdf").read_text(encoding="utf-8") == "the facilitator's"
    assert f"workshop-{edition}.pdf" in names("answers")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("output", "written"), [("plan.pdf", "plan.pdf"), ("out", "out/workshop.pdf"), ("page.html", "page.html")]
)
def test_the_paper_goes_where_it_is_asked_to(nlc_workshop: Workshop, output: str, written: str) -> None:
    write()
    Path("out").mkdir()
    code, out, _ = nlc_workshop("answers", "-o", output)
    assert code == 0
    assert out.endswith(f"For the meeting: {Path(written)}\n")
    content = Path(written).read_text(encoding="utf-8")
    assert content.startswith("%PDF-" if written.endswith(".pdf") else "<!DOCTYPE html>")
    assert "workshop.pdf" not in names("answers")


@pytest.mark.usefixtures("quick")
def test_an_older_paper_is_replaced(nlc_workshop: Workshop) -> None:
    write()
    Path("answers/workshop.pdf").write_text("old", encoding="utf-8")
    assert nlc_workshop("answers")[0] == 0
    assert Path("answers/workshop.pdf").read_text(encoding="utf-8") != "old"


def test_without_the_pdf_libraries_the_paper_is_a_page_for_the_browser(
    nlc_workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise render.NoPdfEngineError

    monkeypatch.setattr(render, "load_engine", missing)
    write()
    code, _, err = nlc_workshop("answers")
    assert code == 0
    assert "written as HTML" in err
    assert "workshop.html" in names("answers")


@pytest.mark.usefixtures("quick")
def test_classification_and_logo_stand_in_the_paper(nlc_workshop: Workshop) -> None:
    write()
    Path("logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    assert nlc_workshop("answers", "--classification", "For us only", "--logo", "logo.svg")[0] == 0
    paper = Path("answers/workshop.pdf").read_text(encoding="utf-8")
    assert "For us only" in paper
    assert "data:image/svg+xml" in paper


def test_json_is_all_that_is_printed_and_nothing_is_written(nlc_workshop: Workshop) -> None:
    write()
    code, out, err = nlc_workshop("answers", "--json", "--minutes", "95")
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert data["format"] == "nlc-panel/1"
    assert data["groups"] == {"national_government": 1, "local_government": 1, "civil_society": 1}
    assert sum(entry["minutes"] for entry in data["agenda"]) == 95
    assert names("answers") == ["1.json", "2.json", "3.json"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("edition", ["participant", "public"])
def test_other_editions_show_no_level_of_one_person(nlc_workshop: Workshop, edition: str) -> None:
    write()
    code, out, _ = nlc_workshop("answers", "--edition", edition, "--minutes", "60")
    assert code == 0
    assert f"{edition.capitalize()} edition." in out
    assert "Civil society: 0" not in out
    data = json.loads(nlc_workshop("answers", "--edition", edition, "--json")[1])
    assert all("civil_society" not in question["groups"] for question in data["questions"])


@pytest.mark.usefixtures("quick")
def test_one_damaged_file_is_named_and_stops_nothing(nlc_workshop: Workshop) -> None:
    write()
    Path("answers/bad.json").write_text("{", encoding="utf-8")
    code, out, err = nlc_workshop("answers")
    assert (code, err) == (0, "")
    assert "Not counted: 1 file" in out
    assert f"{Path('answers/bad.json')} cannot be used:" in in_one_line(out)


def test_a_folder_without_assessments_is_told_in_a_sentence(nlc_workshop: Workshop) -> None:
    Path("answers").mkdir()
    for arguments in (["answers"], ["answers", "--json"]):
        code, out, err = nlc_workshop(*arguments)
        assert (code, out) == (1, "")
        assert "answers: this folder holds no assessment." in err
    assert names("answers") == []


def test_a_misspelt_name_is_told_in_a_sentence(nlc_workshop: Workshop) -> None:
    code, out, err = nlc_workshop("anwsers")
    assert (code, out) == (1, "")
    assert "anwsers: there is no such file or folder." in err


def test_files_alone_that_hold_no_answers_are_told_one_by_one(nlc_workshop: Workshop) -> None:
    Path("a.json").write_text("{", encoding="utf-8")
    Path("b.json").write_text(to_json(assessment_of(Person("other", None, {}), 1)), encoding="utf-8", newline="\n")
    code, out, err = nlc_workshop("a.json", "b.json")
    assert (code, out) == (1, "")
    assert "a.json cannot be used" in err
    assert "b.json holds no answers yet." in err


@pytest.mark.usefixtures("quick")
def test_the_city_of_most_files_is_taken_and_the_person_told(nlc_workshop: Workshop) -> None:
    write()
    strangers = write("far", city="Solo", first=4)[:1]
    code, out, _ = nlc_workshop("answers", *map(str, strangers))
    assert code == 0
    assert "is about Solo (ID), not about Surakarta (ID)." in in_one_line(out)
    assert "Most files are about Surakarta (ID), so the panel is about it." in in_one_line(out)
    data, err = nlc_workshop("answers", *map(str, strangers), "--json")[1:]
    assert json.loads(data)["city"]["name"] == "Surakarta"
    assert "Most files are about Surakarta" in err


@pytest.mark.usefixtures("quick")
def test_city_chooses_and_given_twice_takes_both_spellings(nlc_workshop: Workshop) -> None:
    write()
    write("far", city="Solo", first=4)
    code, _, err = nlc_workshop("answers", "far")
    assert code == 2
    assert "Choose one with `--city`" in err
    assert "Panel for Solo" in nlc_workshop("answers", "far", "--city", "solo")[1]
    assert "6 respondents" in nlc_workshop("answers", "far", "--city", "Surakarta", "--city", "Solo")[1]
    code, _, err = nlc_workshop("answers", "--city", "Atlantis")
    assert code == 2
    assert "No respondent answers about Atlantis." in err


@pytest.mark.usefixtures("quick")
def test_quick_and_full_assessments_count_beside_each_other(nlc_workshop: Workshop) -> None:
    write("full")
    write("fast", first=4, mode="quick")
    code, out, _ = nlc_workshop("full", "fast")
    assert code == 0
    assert "6 respondents" in out
    assert "National government: 3 3" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--minutes", "0"], "A meeting takes from 30 to 480 minutes."),
        (["--minutes", "-60"], "A meeting takes from 30 to 480 minutes."),
        (["--minutes", "9999"], "A meeting takes from 30 to 480 minutes."),
        (["--minutes", "two hours"], "What stands after --minutes is not a number"),
        (["--edition", "secret"], "There is no edition “secret”."),
        (["--format", "docx"], "There is no format “docx”."),
        (["--logo", "none.png"], "The logo “none.png” cannot be read"),
        (["-o", "answers/1.json"], "would be written over"),
    ],
)
def test_wrong_options_are_refused_before_anything_is_printed_or_written(
    nlc_workshop: Workshop, arguments: list[str], sentence: str
) -> None:
    before = [path.read_bytes() for path in write()]
    code, out, err = nlc_workshop("answers", *arguments)
    assert (code, out) == (2, "")
    assert sentence in in_one_line(err)
    assert names("answers") == ["1.json", "2.json", "3.json"]
    assert [path.read_bytes() for path in sorted(Path("answers").glob("*.json"))] == before


@pytest.mark.usefixtures("quick")
def test_a_place_that_cannot_be_written_is_told_after_the_panel(nlc_workshop: Workshop) -> None:
    write()
    code, out, err = nlc_workshop("answers", "-o", "nowhere/workshop.pdf")
    assert code == 1
    assert out.startswith("Panel for Surakarta")
    assert "nowhere" in err


def test_status_says_who_has_answered_and_writes_nothing(nlc_workshop: Workshop) -> None:
    write()
    code, out, _ = nlc_workshop("answers", "--status")
    assert code == 0
    assert "Surakarta" in out
    assert names("answers") == ["1.json", "2.json", "3.json"]
    assert json.loads(nlc_workshop("answers", "--status", "--json")[1])
