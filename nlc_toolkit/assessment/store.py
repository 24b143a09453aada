"""Assessment files on disk: where they lie, how they are opened by one process at a time, and how they are saved.

What a file may hold is checked by `reading.py`; that it is never half-written is the work of `saving.py`.
"""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, NoReturn, Self

from nlc_toolkit.assessment.locking import lock_beside, unlock
from nlc_toolkit.assessment.models import Assessment, ChecklistReference, Respondent
from nlc_toolkit.assessment.reading import MOST_BYTES, DamagedFileError, parse_assessment, refuse, to_json
from nlc_toolkit.assessment.saving import (
    CannotSaveError,
    create_file,
    keep_copy,
    refusal,
    remove_leftovers,
    replace_file,
)
from nlc_toolkit.errors import Problem, ProblemsError, mark

if TYPE_CHECKING:
    from datetime import date, datetime
    from random import Random
    from types import TracebackType

    from filelock import BaseFileLock

    from nlc_toolkit.assessment.models import City, Mode
    from nlc_toolkit.content.library import Library
    from nlc_toolkit.content.vocabulary import Group

CODE_LENGTH = 4
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without I, O, 0 and 1, which are misread on paper
LONGEST_CITY = 90  # bytes, so that lock and backup names fit every file system
WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def read_assessment(path: Path) -> Assessment:
    """Return the assessment in the file at `path`; takes no lock and changes nothing.

    Raises:
        ProblemsError: the file is missing, damaged, foreign or newer, or holds what it must not; every problem.
    """
    return read_with_bytes(path)[0]


def read_with_bytes(path: Path) -> tuple[Assessment, bytes]:
    """Return the assessment in the file at `path` and the very bytes it was read from.

    Raises:
        ProblemsError: as `read_assessment`.
    """
    data = _bytes_of(path)
    return _parsed(data, path), data


def backup_of(path: Path) -> Path:
    """Return where the state before the last save is kept."""
    return path.with_name(f"{path.name}.bak")


def default_path(folder: Path, city: str, group: str, day: date) -> Path:
    """Return `<city>-<group>-<date>.json` in `folder`, the city made safe for every file system.

    Letters (small ones), marks and digits of any script stay; everything else becomes a hyphen.
    """
    city_words = _hyphenated(city).encode()[:LONGEST_CITY].decode(errors="ignore").strip("-")
    return folder / f"{city_words or 'city'}-{_hyphenated(group)}-{day.isoformat()}.json"


def _hyphenated(name: str) -> str:
    letters = unicodedata.normalize("NFC", name.lower())
    kept = (letter if unicodedata.category(letter)[0] in "LMN" else "-" for letter in letters)
    return "-".join(word for word in "".join(kept).split("-") if word)


def new_assessment(  # noqa: PLR0913 - one parameter per fact that a new file holds
    *, city: City, group: Group, mode: Mode, now: datetime, library: Library, toolkit: str, random: Random
) -> Assessment:
    """Return an empty own-round assessment with a fresh id and code, drawn from `random` (such as `SystemRandom()`)."""
    return Assessment(
        id=_fresh_id(random),
        created=now,
        updated=now,
        toolkit=toolkit,
        checklist=ChecklistReference(id=library.checklist.id, version=library.checklist.version, digest=library.digest),
        mode=mode,
        city=city,
        respondent=Respondent(group=group, code=_fresh_code(random)),
        round="own",
        answers={},
    )


def for_another_respondent(assessment: Assessment, random: Random) -> Assessment:
    """Return the assessment with a fresh id and code, so that it counts beside the one that it was copied from."""
    respondent = assessment.respondent.model_copy(update={"code": _fresh_code(random)})
    return assessment.model_copy(update={"id": _fresh_id(random), "respondent": respondent})


def _fresh_id(random: Random) -> str:
    return f"{random.getrandbits(128):032x}"


def _fresh_code(random: Random) -> str:
    return "".join(random.choices(CODE_LETTERS, k=CODE_LENGTH))


class AssessmentFile:
    """An assessment file that is open for change; while it is, no other process can open it so.

    Attributes:
        path: the file, as it was named.
        assessment: what the file holds, on disk, at this moment; id and code are fresh while it holds no answers.
        set_aside: copies of states that another program wrote while the file was open here.
    """

    def __init__(self, path: Path, target: Path, lock: BaseFileLock, data: bytes) -> None:
        self.path = path
        self.assessment = _parsed(data, path)
        self.set_aside: tuple[Path, ...] = ()
        self._target = target
        self._lock = lock
        self._on_disk = data

    @classmethod
    def create(cls, path: Path, assessment: Assessment) -> Self:
        """Write `assessment` to a new file at `path` and open it.

        Raises:
            CannotSaveError: something exists at `path`, or the folder is missing, read-only or full.
            OpenElsewhereError: another process is making the same file.
        """
        data = to_json(assessment).encode()
        if os.path.lexists(path):
            raise refusal(path, FileExistsError(errno.EEXIST, ""))
        target = Path(os.path.realpath(path))
        if not target.parent.is_dir():
            raise refusal(path, FileNotFoundError(errno.ENOENT, ""))
        lock = lock_beside(target, path)
        try:
            create_file(target, data)
            return cls(path, target, lock, data)
        except BaseException:
            unlock(lock)
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file at `path` for change; behind a symbolic link, the file it leads to.

        While a file holds no answers, several people may each have a copy of it. So the assessment has a fresh id and
        code each time, until the first answer is saved: then the file is one respondent's.

        Raises:
            ProblemsError: the file cannot be read as an assessment.
            OpenElsewhereError: another process has it open for change.
            CannotSaveError: the file or its folder is write-protected.
        """
        _require_file(path)
        target = Path(os.path.realpath(path))
        if not (os.access(target, os.W_OK) and target.stat().st_mode & WRITABLE):
            raise CannotSaveError(
                mark("“{file}” is write-protected. Remove the protection, or copy the file and open the copy."),
                file=path,
            )
        lock = lock_beside(target, path)
        try:
            opened = cls(path, target, lock, _bytes_of(path))
        except BaseException:
            unlock(lock)
            raise
        if not opened.assessment.answers:
            opened.assessment = for_another_respondent(opened.assessment, SystemRandom())
        remove_leftovers(target)
        return opened

    def save(self, assessment: Assessment) -> None:
        """Put `assessment` in the file's place; it is on disk when this returns, the state before it in `FILE.bak`.

        A state that another program wrote meanwhile is not lost: it is kept beside the file and listed in `set_aside`.

        Raises:
            CannotSaveError: the disk is full or the file cannot be replaced; the file is as it was.
        """
        data = to_json(assessment).encode()
        checked = parse_assessment(data, self.path)  # what could not be read back is never written
        self._keep_foreign_state()
        replace_file(self._target, data, backup_of(self._target))
        self._on_disk = data
        self.assessment = checked

    def close(self) -> None:
        """Give the file free for others; closing twice does nothing."""
        unlock(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _keep_foreign_state(self) -> None:
        if not self._target.exists() or self._target.read_bytes() == self._on_disk:
            return
        number = 1
        while os.path.lexists(copy := self._target.with_name(f"{self._target.name}.found-{number}")):
            number += 1
        keep_copy(self._target, copy)
        self.set_aside = (*self.set_aside, copy)


def _parsed(data: bytes, path: Path) -> Assessment:
    try:
        return parse_assessment(data, path)
    except DamagedFileError:
        backup = backup_of(Path(os.path.realpath(path)))
        if not _is_assessment(backup):
            raise
        raise DamagedFileError([Problem(path, "", DAMAGED_WITH_BACKUP, {"backup": backup.name})]) from None


DAMAGED_WITH_BACKUP = mark(
    "The file is damaged, but “{backup}” beside it holds its state before the last save. "
    "Delete the damaged file and give “{backup}” its name."
)


def _is_assessment(path: Path) -> bool:
    try:
        parse_assessment(_bytes_of(path), path)
    except ProblemsError:
        return False
    return True


def _require_file(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        _refuse_unreadable(path, error)
    if stat.S_ISDIR(mode):
        refuse(path, mark("This is a folder. Name an assessment in it."))
    if not stat.S_ISREG(mode):
        refuse(path, mark("This is not an ordinary file. Name an assessment."))


def _bytes_of(path: Path) -> bytes:
    _require_file(path)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        _refuse_unreadable(path, error)


def _refuse_unreadable(path: Path, error: OSError) -> NoReturn:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            refuse(path, mark("There is no such file. Check the name; `nlc assess` makes a new file."))
        case errno.EACCES | errno.EPERM:
            refuse(path, mark("You may not read this file. Ask whoever owns it for a copy."))
        case _:
            refuse(
                path,
                mark("The file cannot be read ({reason}). Copy it to this computer, then try again."),
                reason=error.strerror or str(error),
            )
