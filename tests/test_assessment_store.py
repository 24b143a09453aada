"""Assessment files on disk: never half-written, never lost, open for change in one place at a time."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import subprocess
import sys
import textwrap
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mini import NOW, level, make_assessment

from nlc_toolkit.assessment import saving
from nlc_toolkit.assessment.locking import OpenElsewhereError
from nlc_toolkit.assessment.models import City
from nlc_toolkit.assessment.reading import MOST_BYTES, DamagedFileError, to_json
from nlc_toolkit.assessment.saving import CannotSaveError
from nlc_toolkit.assessment.store import AssessmentFile, backup_of, default_path, new_assessment, read_assessment
from nlc_toolkit.errors import ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes, links and signals of POSIX")
FIRST = make_assessment()
SECOND = make_assessment(answers={"p01.q1": level(1)})
THIRD = make_assessment(answers={"p01.q1": level(1), "p01.q2": level(2)})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my-city.json"


@pytest.fixture
def opened(path: Path) -> Iterator[AssessmentFile]:
    with AssessmentFile.create(path, FIRST) as file:
        yield file


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def fails_with(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_new_file_is_on_disk_at_once(path: Path, opened: AssessmentFile) -> None:
    assert read_assessment(path) == opened.assessment == FIRST
    assert path.read_text(encoding="utf-8") == to_json(FIRST)


def test_saving_replaces_the_file_and_keeps_the_state_before(path: Path, opened: AssessmentFile) -> None:
    opened.save(SECOND)
    opened.save(THIRD)
    assert read_assessment(path) == opened.assessment == THIRD
    assert read_assessment(backup_of(path)) == SECOND


def test_closing_leaves_the_file_and_its_backup_and_nothing_else(path: Path, opened: AssessmentFile) -> None:
    opened.save(SECOND)
    opened.close()
    opened.close()
    assert names(path.parent) == {"my-city.json", "my-city.json.bak"}


def test_whoever_answers_in_a_copy_of_an_empty_file_is_a_respondent_of_their_own(path: Path) -> None:
    AssessmentFile.create(path, FIRST).close()
    copy = path.with_name("copy.json")
    copy.write_bytes(path.read_bytes())
    found = []
    for each in (path, copy):
        with AssessmentFile.open(each) as file:
            file.save(file.assessment.with_answers({"p01.q1": level(1)}, NOW))
        found.append(read_assessment(each))
    one, other = found
    assert len({FIRST.id, one.id, other.id}) == len({FIRST.respondent.code, one.respondent.code, other.respondent.code})
    assert len({FIRST.id, one.id, other.id}) == 3
    assert one.model_copy(update={"id": other.id, "respondent": other.respondent}) == other
    assert one.respondent.model_copy(update={"code": "K7QD"}) == FIRST.respondent


def test_once_there_is_an_answer_a_file_stays_the_respondent_s(path: Path) -> None:
    AssessmentFile.create(path, FIRST).close()
    with AssessmentFile.open(path) as file:
        file.save(file.assessment.with_answers({"p01.q1": level(1)}, NOW))
        first = file.assessment
        file.save(first.with_answers({"p01.q2": level(2)}, NOW))
    with AssessmentFile.open(path) as file:
        assert (file.assessment.id, file.assessment.respondent.code) == (first.id, first.respondent.code)
        assert len(file.assessment.answers) == 2


def test_looking_into_an_empty_file_changes_nothing_on_the_disk(path: Path) -> None:
    AssessmentFile.create(path, FIRST).close()
    before = path.read_bytes()
    AssessmentFile.open(path).close()
    assert path.read_bytes() == before
    assert read_assessment(path) == FIRST


def test_creating_never_touches_what_is_there(path: Path) -> None:
    path.write_text("a letter", encoding="utf-8")
    with pytest.raises(CannotSaveError, match="already exists"):
        AssessmentFile.create(path, FIRST)
    assert path.read_text(encoding="utf-8") == "a letter"
    assert names(path.parent) == {"my-city.json"}


def test_a_file_that_appears_while_it_is_created_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    path.write_text("a letter", encoding="utf-8")
    with pytest.raises(CannotSaveError, match="already exists"):
        AssessmentFile.create(path, FIRST)
    assert path.read_text(encoding="utf-8") == "a letter"


@POSIX
def test_a_dangling_link_is_not_written_through(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere.json")
    with pytest.raises(CannotSaveError, match="already exists"):
        AssessmentFile.create(path, FIRST)
    assert names(path.parent) == {"my-city.json"}


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(CannotSaveError, match="there is no folder"):
        AssessmentFile.create(tmp_path / "missing" / "x.json", FIRST)
    assert names(tmp_path) == set()


def test_a_second_opening_is_refused_at_once_and_possible_after_the_first(path: Path, opened: AssessmentFile) -> None:
    with pytest.raises(OpenElsewhereError, match="is open in another window"):
        AssessmentFile.open(path)
    opened.save(SECOND)
    opened.close()
    with AssessmentFile.open(path) as again:
        assert again.assessment == SECOND


def test_another_process_is_refused(path: Path, opened: AssessmentFile) -> None:
    script = "import pathlib, sys; from nlc_toolkit.assessment.store import AssessmentFile as File; "
    script += "File.open(pathlib.Path(sys.argv[1]))"
    ended = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "OpenElsewhereError" in ended.stderr
    opened.save(SECOND)


@POSIX
def test_another_name_of_the_file_is_the_same_file(path: Path, opened: AssessmentFile) -> None:
    other = path.parent / "link.json"
    other.symlink_to(path)
    with pytest.raises(OpenElsewhereError):
        AssessmentFile.open(other)
    opened.close()
    with AssessmentFile.open(other) as again:
        again.save(SECOND)
    assert other.is_symlink()
    assert read_assessment(path) == SECOND


def test_a_reader_is_not_held_up_by_the_lock(path: Path, opened: AssessmentFile) -> None:
    assert read_assessment(path) == opened.assessment


def test_a_lock_file_left_behind_does_not_block(path: Path, opened: AssessmentFile) -> None:
    opened.close()
    (path.parent / ".my-city.json.lock").write_text("", encoding="utf-8")
    with AssessmentFile.open(path) as again:
        assert again.assessment.city == FIRST.city
    assert names(path.parent) == {"my-city.json"}


KILLED = """
    import os, random, signal, sys, time
    from pathlib import Path
    from mini import level, make_assessment
    from nlc_toolkit.assessment.store import AssessmentFile, backup_of, read_assessment

    path = Path(sys.argv[1])
    AssessmentFile.create(path, make_assessment(answers={"p01.q1": level(0)})).close()
    leftovers = 0

    def killed(work):
        child = os.fork()
        if child:
            return child
        try:
            work()
        finally:
            os._exit(1)

    def check():
        global leftovers
        read_assessment(path)
        leftovers += any(entry.suffix == ".tmp" for entry in path.parent.iterdir())
        with AssessmentFile.open(path) as file:
            file.save(file.assessment)
        assert {entry.name for entry in path.parent.iterdir()} == {path.name, backup_of(path).name}

    def save_for_ever():
        with AssessmentFile.open(path) as file:
            while True:
                for number in range(5):
                    file.save(make_assessment(answers={"p01.q1": level(number)}))

    def save_and_die_at(step):
        left = step
        def hook(event, arguments):
            nonlocal left
            if event in {"open", "os.rename", "os.link", "os.remove"} and path.name in str(arguments[0]):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
        with AssessmentFile.open(path) as file:
            sys.addaudithook(hook)
            file.save(make_assessment(answers={"p01.q1": level(1)}))
        os._exit(0)

    for _ in range(15):
        child = killed(save_for_ever)
        time.sleep(random.uniform(0.005, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        check()

    step, status = 0, signal.SIGKILL
    while os.WIFSIGNALED(status):
        step += 1
        _, status = os.waitpid(killed(lambda: save_and_die_at(step)), 0)
        check()
    assert os.WEXITSTATUS(status) == 0
    assert step > 5 and leftovers > 3, (step, leftovers)
    print("steps", step)
"""


@POSIX
def test_a_process_killed_at_any_moment_leaves_a_whole_file(path: Path) -> None:
    tests = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[1])])
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": tests},
    )
    assert ended.returncode == 0, ended.stderr
    assert "steps" in ended.stdout


@pytest.mark.parametrize("step", ["fsync", "link", "replace"])
@pytest.mark.parametrize("failure", [(errno.ENOSPC, "disk is full"), (errno.EIO, "was not saved")])
def test_a_failing_disk_leaves_file_and_backup_as_they_were(
    path: Path, opened: AssessmentFile, monkeypatch: pytest.MonkeyPatch, step: str, failure: tuple[int, str]
) -> None:
    number, said = failure
    opened.save(SECOND)
    with monkeypatch.context() as patched:
        if step == "link":  # no hard links and no room for a copy
            patched.setattr(os, "link", fails_with(errno.EPERM))
            patched.setattr(Path, "read_bytes", _second_time(Path.read_bytes, fails_with(number)))
        else:
            patched.setattr(os, step, fails_with(number))
        with pytest.raises(CannotSaveError, match=said):
            opened.save(THIRD)
    assert read_assessment(path) == SECOND
    assert read_assessment(backup_of(path)) == FIRST
    assert names(path.parent) == {"my-city.json", "my-city.json.bak", ".my-city.json.lock"}
    opened.save(THIRD)
    assert read_assessment(path) == THIRD


def _second_time(first: Callable[..., Any], then: Callable[..., Any]) -> Callable[..., Any]:
    calls = iter((first, then))

    def call(*given: Any) -> Any:
        return next(calls)(*given)

    return call


def test_a_full_disk_leaves_no_new_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", fails_with(errno.ENOSPC))
    with pytest.raises(CannotSaveError, match="disk is full"):
        AssessmentFile.create(path, FIRST)
    assert names(path.parent) == set()


def test_a_file_system_without_hard_links_is_served(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", fails_with(errno.EPERM))
    with AssessmentFile.create(path, FIRST) as file:
        file.save(SECOND)
        file.save(THIRD)
    assert (read_assessment(path), read_assessment(backup_of(path))) == (THIRD, SECOND)
    assert names(path.parent) == {"my-city.json", "my-city.json.bak"}
    with pytest.raises(CannotSaveError, match="already exists"):
        AssessmentFile.create(path, FIRST)


def test_a_file_that_a_scanner_holds_for_a_moment_is_saved_all_the_same(
    path: Path, opened: AssessmentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", _second_time(fails_with(errno.EACCES), Path.replace))
    monkeypatch.setattr(os, "link", fails_with(errno.EPERM))
    monkeypatch.setattr(saving, "_keep", lambda *_: None)
    opened.save(SECOND)
    assert pauses == [saving.PAUSES[0]]
    assert read_assessment(path) == SECOND


def test_a_file_that_stays_held_is_told(path: Path, opened: AssessmentFile, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fails_with(errno.EACCES))
        patched.setattr(Path, "replace", fails_with(errno.EACCES))
        with pytest.raises(CannotSaveError, match="you may not write there"):
            opened.save(SECOND)
    assert pauses == list(saving.PAUSES)
    assert read_assessment(path) == FIRST


@POSIX
def test_a_new_file_is_for_its_owner_only(path: Path, opened: AssessmentFile) -> None:
    opened.save(SECOND)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup_of(path).stat().st_mode) == 0o600


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_stays_as_open_as_it_was(path: Path, mode: int) -> None:
    AssessmentFile.create(path, FIRST).close()
    path.chmod(mode)
    with AssessmentFile.open(path) as file:
        file.save(SECOND)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@POSIX
def test_a_group_that_cannot_be_kept_loses_its_rights(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    AssessmentFile.create(path, FIRST).close()
    path.chmod(0o664)
    monkeypatch.setattr(os, "fchown", fails_with(errno.EPERM))
    with AssessmentFile.open(path) as file:
        file.save(SECOND)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@POSIX
def test_a_write_protected_file_is_not_opened_for_change(path: Path) -> None:
    AssessmentFile.create(path, FIRST).close()
    path.chmod(0o444)
    with pytest.raises(CannotSaveError, match="write-protected"):
        AssessmentFile.open(path)
    assert read_assessment(path) == FIRST
    assert names(path.parent) == {"my-city.json"}


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.EROFS, "you may not write there"), (errno.ENOSYS, "keeps no locks"), (errno.ENOSPC, "disk is full")],
)
def test_a_folder_without_locks_can_be_read_but_not_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    AssessmentFile.create(path, FIRST).close()
    monkeypatch.setattr("filelock.FileLock.acquire", fails_with(number))
    with pytest.raises(CannotSaveError, match=said):
        AssessmentFile.open(path)
    assert read_assessment(path) == FIRST


def test_a_lock_of_somebody_else_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    AssessmentFile.create(path, FIRST).close()
    (path.parent / ".my-city.json.lock").write_text("", encoding="utf-8")
    monkeypatch.setattr("filelock.FileLock.acquire", fails_with(errno.EACCES))
    with pytest.raises(OpenElsewhereError, match=re.escape("delete “.my-city.json.lock”")):
        AssessmentFile.open(path)


def test_what_another_program_wrote_meanwhile_is_kept(path: Path, opened: AssessmentFile) -> None:
    opened.save(SECOND)
    path.write_text("from the sync service", encoding="utf-8")
    opened.save(THIRD)
    (found,) = opened.set_aside
    assert found.read_text(encoding="utf-8") == "from the sync service"
    assert read_assessment(path) == THIRD


def test_a_file_that_was_deleted_meanwhile_is_written_again(path: Path, opened: AssessmentFile) -> None:
    path.unlink()
    opened.save(SECOND)
    assert read_assessment(path) == SECOND


def test_what_could_not_be_read_back_is_never_written(path: Path, opened: AssessmentFile) -> None:
    with pytest.raises(ProblemsError, match="mode: must be one of"):
        opened.save(FIRST.model_copy(update={"mode": "half"}))
    assert read_assessment(path) == FIRST


def test_a_damaged_file_names_its_backup_and_is_not_changed(path: Path, opened: AssessmentFile) -> None:
    opened.save(SECOND)
    opened.close()
    cut = path.read_bytes()[:300]
    path.write_bytes(cut)
    for use in (read_assessment, AssessmentFile.open):
        with pytest.raises(DamagedFileError, match=re.escape("“my-city.json.bak” beside it holds its state")):
            use(path)
    assert path.read_bytes() == cut
    assert names(path.parent) == {"my-city.json", "my-city.json.bak"}


def test_a_backup_that_is_damaged_too_is_not_offered(path: Path) -> None:
    path.write_bytes(to_json(FIRST).encode()[:300])
    backup_of(path).write_bytes(b"")
    with pytest.raises(DamagedFileError) as refused:
        read_assessment(path)
    assert ".bak" not in str(refused.value)


def test_a_missing_file_a_folder_and_a_pipe_are_told_apart(path: Path, tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="There is no such file"):
        read_assessment(path)
    with pytest.raises(ProblemsError, match="There is no such file"):
        AssessmentFile.open(path)
    with pytest.raises(ProblemsError, match="This is a folder"):
        read_assessment(tmp_path)
    if os.name == "posix":
        os.mkfifo(path)
        with pytest.raises(ProblemsError, match="not an ordinary file"):
            read_assessment(path)


def test_an_oversized_file_is_not_read_into_memory(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * MOST_BYTES)
    with pytest.raises(ProblemsError, match="larger than 5 MB"):
        read_assessment(path)


def test_a_file_one_may_not_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(Path, "open", fails_with(errno.EACCES))
    with pytest.raises(ProblemsError, match="You may not read this file"):
        read_assessment(path)


def test_a_new_assessment_has_a_fresh_id_and_a_code_that_is_easily_read(library: Library) -> None:
    def fresh() -> Assessment:
        return new_assessment(
            city=City(name="Surakarta", country="ID"),
            group="local_government",
            mode="quick",
            now=NOW,
            library=library,
            toolkit="0.1.0",
            random=secrets.SystemRandom(),
        )

    many = [fresh() for _ in range(50)]
    assert len({assessment.id for assessment in many}) == 50
    assert not set("".join(assessment.respondent.code for assessment in many)) & set("IO01")
    assert many[0].checklist is not None
    assert many[0].checklist.digest == library.digest
    assert (many[0].round, many[0].mode, many[0].created, many[0].answers) == ("own", "quick", NOW, {})


@pytest.mark.parametrize(
    ("city", "name"),
    [
        ("Surakarta", "surakarta-local-government-2026-11-20.json"),
        ("São Tomé / Água Grande", "são-tomé-água-grande-local-government-2026-11-20.json"),
        ("L’Aquila", "l-aquila-local-government-2026-11-20.json"),
        ("../../etc/passwd", "etc-passwd-local-government-2026-11-20.json"),
        ("CON", "con-local-government-2026-11-20.json"),
        (". …\x00\n", "city-local-government-2026-11-20.json"),
        ("بغداد", "بغداد-local-government-2026-11-20.json"),
        ("พระนคร", "พระนคร-local-government-2026-11-20.json"),
        ("I\u0307zmir", "i̇zmir-local-government-2026-11-20.json"),
    ],
)
def test_the_default_name_is_safe_and_readable(city: str, name: str) -> None:
    assert default_path(Path(), city, "local_government", date(2026, 11, 20)) == Path(name)


@given(st.text())
def test_any_city_gives_one_short_plain_file_name(city: str) -> None:
    path = default_path(Path("folder"), city, "other", date(2026, 11, 20))
    assert path.parent == Path("folder")
    assert path.name.endswith("-other-2026-11-20.json")
    assert path.name[0] not in "-. "
    assert not set(path.name) & set('/\\:*?"<>|\x00\n\t ')
    assert unicodedata.is_normalized("NFC", path.name)
    assert len(path.name.encode()) < 140
