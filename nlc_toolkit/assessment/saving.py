"""Putting bytes on the disk so that a file is always whole: the old state or the new one, never a part.

Which file, and who may change it at a time, is left to `store.py`.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from nlc_toolkit.errors import ToolkitError, mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWNER_ONLY = 0o600
PERMISSIONS = 0o777
GROUP = 0o070
PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF})


class CannotSaveError(ToolkitError):
    """The file could not be written; on the disk it is as it was."""


def create_file(target: Path, data: bytes) -> None:
    """Write a new file, readable by its owner only; it is on disk when this returns.

    Raises:
        CannotSaveError: something is at `target` already, or the folder is missing, read-only or full.
    """
    with _refusals(target), _written_beside(target, data, None) as fresh:
        try:
            os.link(fresh, target)
        except FileExistsError:
            raise
        except OSError:  # no hard links here: look first, then move; the lock keeps other toolkits away
            if os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
            _move(fresh, target)
        _sync_folder(target.parent)


def replace_file(target: Path, data: bytes, backup: Path) -> None:
    """Replace the content of `target`; its previous state becomes `backup`. On disk when this returns.

    The file stays as closed to others as it was; where it was gone, it is made anew.

    Raises:
        CannotSaveError: the disk is full, or the file or its folder is read-only.
    """
    with _refusals(target):
        before = target.stat() if target.exists() else None
        with _written_beside(target, data, before) as fresh:
            if before is not None:
                _keep(target, backup, before)
            _move(fresh, target)
            _sync_folder(target.parent)


def keep_copy(target: Path, copy: Path) -> None:
    """Keep the present state of `target` as `copy`.

    Raises:
        CannotSaveError: as `replace_file`.
    """
    with _refusals(target):
        _keep(target, copy, target.stat())


def remove_leftovers(target: Path) -> None:
    """Remove the temporary files that killed processes left beside `target`."""
    with suppress(OSError):
        for path in target.parent.iterdir():
            if path.name.startswith(f".{target.name}.") and path.name.endswith(".tmp"):
                path.unlink()


@contextmanager
def _written_beside(target: Path, data: bytes, before: os.stat_result | None) -> Iterator[Path]:
    """A temporary file in the folder of `target` that holds `data`, on disk; gone at the end if it was not moved."""
    fresh = _temporary(target)
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWNER_ONLY)
        with os.fdopen(handle, "wb") as file:
            if before is not None:
                _give_to_owner(file.fileno(), before)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield fresh
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _give_to_owner(handle: int, before: os.stat_result) -> None:
    if os.name != "posix":
        return
    mode = stat.S_IMODE(before.st_mode) & PERMISSIONS
    for owner in (before.st_uid, -1):
        with suppress(OSError):
            os.fchown(handle, owner, before.st_gid)
            break
    else:
        mode &= ~GROUP  # the file's group cannot be kept, and another group must not see more
    os.fchmod(handle, mode)


def _keep(target: Path, copy: Path, before: os.stat_result) -> None:
    spare = _temporary(target)
    try:
        os.link(target, spare)
    except OSError:  # no hard links here
        with _written_beside(target, target.read_bytes(), before) as spare:
            _move(spare, copy)
        return
    try:
        _move(spare, copy)
    finally:
        with suppress(OSError):  # moving one name of a file onto another name of it leaves both
            spare.unlink(missing_ok=True)


def _move(fresh: Path, target: Path) -> None:
    for pause in PAUSES:
        try:
            fresh.replace(target)
        except PermissionError:  # a virus scanner or a sync client holds the file for a moment
            time.sleep(pause)
        else:
            return
    fresh.replace(target)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = None
    try:
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
    finally:
        if handle is not None:
            os.close(handle)


def _temporary(target: Path) -> Path:
    if not target.name:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")


@contextmanager
def _refusals(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(target, error) from error


def refusal(target: Path, error: OSError) -> CannotSaveError:
    """Return why `target` could not be written, in a sentence that tells what to do."""
    match error.errno:
        case errno.EEXIST:
            message = mark("“{file}” already exists. Go on with it (`nlc assess FILE`), or give another name.")
        case errno.ENOSPC | errno.EDQUOT:
            message = mark("The disk is full: “{file}” was not saved. Free some space, then try again.")
        case errno.EROFS | errno.EACCES | errno.EPERM:
            message = mark("“{file}” was not saved: you may not write there. Copy it to a folder of yours.")
        case errno.ENOENT | errno.ENOTDIR:
            message = mark("“{file}” was not saved: there is no folder “{folder}”. Make it, or name another place.")
        case errno.ENAMETOOLONG:
            message = mark("“{file}” was not saved: the name is too long. Give a shorter one.")
        case _:
            message = mark("“{file}” was not saved ({reason}). Try again, or copy it to another folder.")
    return CannotSaveError(message, file=target, folder=target.parent, reason=error.strerror or str(error))
