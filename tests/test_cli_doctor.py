"""The doctor names what is missing, says what to install, and its exit code tells whether a report can be made."""

from __future__ import annotations

import json
import re
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import filelock
import pytest

from nlc_toolkit.cli import doctor, doctor_languages, main
from nlc_toolkit.cli.run import Run
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report import fonts_present, render

if TYPE_CHECKING:
    from collections.abc import Callable

    Examine = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: {"ID": "debian"})
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def examine(capsys: pytest.CaptureFixture[str]) -> Examine:
    """Run `nlc doctor --json`; return the exit code and the checks by id."""

    def examine(*options: str) -> tuple[int, dict[str, Any]]:
        code = exit_of("--json", *options)
        data = json.loads(capsys.readouterr().out)
        assert data["ok"] == (code == 0)
        return code, {check["check"]: check for check in data["checks"]}

    return examine


def exit_of(*options: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main.main(["doctor", *options])
    return int(stop.value.code or 0)


def lose_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def load_engine() -> None:
        raise render.NoPdfEngineError from OSError("cannot load library 'libpango': no such file")

    monkeypatch.setattr(render, "load_engine", load_engine)


def test_on_a_healthy_computer_everything_is_ok(examine: Examine) -> None:
    code, checks = examine()
    assert code == 0
    assert list(checks) == [
        "toolkit",
        "python",
        "language",
        "content",
        "fonts",
        "pdf",
        "scripts",
        "terminal",
        "locking",
    ]
    assert all(check["ok"] for name, check in checks.items() if name not in {"terminal", "scripts"})
    assert checks["content"]["found"].startswith("13 practices")
    assert "Vazirmatn-Regular.ttf" in checks["fonts"]["found"]
    assert checks["pdf"]["found"].startswith("WeasyPrint")


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    assert exit_of() == 0
    assert list(tmp_path.iterdir()) == []


def test_without_the_library_it_says_what_to_install_and_exits_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lose_library(monkeypatch)
    assert exit_of() == 1
    lines = capsys.readouterr().out.splitlines()
    missing = lines.index("missing  PDF: a library of the system is missing (cannot load library 'libpango')")
    assert lines[missing + 1].strip().endswith("apt-get install libpangoft2-1.0-0 libharfbuzz-subset0")
    assert lines[-1] == "Reports cannot be made as PDF yet. Everything else works, and reports as HTML."


def test_a_system_that_does_not_name_itself_is_told_the_library(
    monkeypatch: pytest.MonkeyPatch, examine: Examine
) -> None:
    def no_release() -> dict[str, str]:
        raise OSError

    lose_library(monkeypatch)
    monkeypatch.setattr("platform.freedesktop_os_release", no_release)
    _, checks = examine()
    assert "libpangoft2" in checks["pdf"]["advice"]


def test_an_old_harfbuzz_is_named_but_no_obstacle(monkeypatch: pytest.MonkeyPatch, examine: Examine) -> None:
    monkeypatch.setattr(render.load_engine().text.ffi, "harfbuzz_subset", None)
    code, checks = examine()
    assert code == 0
    assert checks["pdf"]["ok"]
    assert "libharfbuzz-subset0" in checks["pdf_fonts"]["advice"]


def test_content_that_cannot_be_read_is_counted_and_sent_to_validate(examine: Examine, tmp_path: Path) -> None:
    (tmp_path / "checklists").mkdir()
    for name in ("checklist", "01-mandates"):
        (tmp_path / "checklists" / f"{name}.yaml").write_text("nonsense: yes\n")
    code, checks = examine("--content", str(tmp_path))
    assert code == 1
    assert "problems" in checks["content"]["found"]
    assert "nlc validate" in checks["content"]["advice"]


def test_content_that_is_not_there_is_told_in_its_own_sentence(
    examine: Examine,
) -> None:
    code, checks = examine("--content", "nowhere")
    assert code == 1
    assert "nowhere" in checks["content"]["found"]


def test_lost_fonts_are_missing(monkeypatch: pytest.MonkeyPatch, examine: Examine, tmp_path: Path) -> None:
    monkeypatch.setattr("nlc_toolkit.__file__", str(tmp_path / "__init__.py"))
    code, checks = examine()
    assert code == 1
    assert not checks["fonts"]["ok"]


class Unlocked:
    """A lock that everybody gets."""

    def __init__(self, *_: object, **__: object) -> None: ...
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


class Unwritable(Unlocked):
    """A lock on a disk that refuses."""

    def __enter__(self) -> None:
        raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize(("lock", "said"), [(Unlocked, "overwrite each other"), (Unwritable, "Permission denied")])
def test_a_folder_where_answers_are_not_safe_is_named(
    lock: type[Unlocked],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    examine: Examine,
) -> None:
    monkeypatch.setattr(filelock, "FileLock", lock)
    code, checks = examine()
    assert code == 1
    assert said in checks["locking"]["found"]
    assert str(Path.cwd()) in checks["locking"]["found"]


def test_a_console_that_cannot_show_every_letter_is_no_obstacle(
    monkeypatch: pytest.MonkeyPatch, examine: Examine
) -> None:
    monkeypatch.setattr(doctor, "_encoding", lambda: "cp1252")
    code, checks = examine()
    assert code == 0
    assert "PYTHONUTF8" in checks["terminal"]["advice"]


@pytest.mark.parametrize(
    ("header", "expected"), [({"x-reviewed": "yes"}, True), ({"x-reviewed": "no"}, False), ({}, False)]
)
def test_a_language_counts_as_reviewed_only_when_its_catalogue_says_so(
    header: dict[str, str], expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = NullTranslations()
    monkeypatch.setattr(catalogue, "info", lambda: header)
    monkeypatch.setattr("nlc_toolkit.i18n.translator_for", lambda code: Translator(code, catalogue))
    assert doctor_languages.is_reviewed("fr") is expected
    assert doctor_languages.is_reviewed("en")


def test_a_language_that_no_person_reviewed_says_so_and_how_much_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_of() == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "Language: ar," in line]
    assert re.search(r"ar, ([\d,]+) of \1 texts, translated by a machine, not yet reviewed by a native speaker$", line)


def test_programs_learn_how_much_each_language_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_of("--json") == 0
    languages = {entry["language"]: entry for entry in json.loads(capsys.readouterr().out)["languages"]}
    assert languages["en"] == {"language": "en", "reviewed": True}
    assert set(languages) == {"en", "ar", "fr", "id"}
    for code in ("ar", "fr", "id"):
        assert languages[code]["translated"] == languages[code]["texts"] > 3000
        assert (languages[code]["reviewed"], languages[code]["to_confirm"]) == (False, 0)


@pytest.mark.parametrize(
    ("distribution", "advice"),
    [
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "sudo apt-get install fonts-noto-core"),
        ({"ID": "elsewhere"}, "install a free font that has it: Noto Sans Bengali"),
    ],
)
def test_scripts_without_a_font_are_named_with_what_to_install(
    distribution: dict[str, str], advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bengali = next(script for script in fonts_present.SCRIPTS if script.code == "Beng")
    monkeypatch.setattr(fonts_present, "scripts_without_font", lambda: (bengali,))
    found, advised = doctor_languages.scripts_in_words(Translator(), distribution)
    assert found == "none for: Bangla"
    assert advice in str(advised)


def test_all_scripts_with_a_font_leave_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts_present, "scripts_without_font", lambda: ())
    assert doctor_languages.scripts_in_words(Translator(), {})[1] is None


@pytest.mark.parametrize(("language", "shown"), [("ar", 2), ("fr", 0)])
def test_arabic_is_shown_in_both_orders_so_that_a_person_sees_which_reads_right(language: str, shown: int) -> None:
    lines = [*doctor_languages.arabic_on_screen(Run(language=language))]
    assert sum("nlc: 123" in line for line in lines) == shown
