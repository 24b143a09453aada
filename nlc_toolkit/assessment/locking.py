"""One process at a time: the lock beside an assessment file that is open for change.

Why `filelock` does this is written in `docs/decisions/0002-filelock.md`.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from nlc_toolkit.assessment.saving import CannotSaveError, refusal
from nlc_toolkit.errors import ToolkitError, mark

if TYPE_CHECKING:
    from filelock import BaseFileLock

NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK})


class OpenElsewhereError(ToolkitError):
    """Another process has the file open for change."""


def lock_beside(target: Path, named: Path) -> BaseFileLock:
    """Take the lock of `target`, a hidden file beside it, at once; messages call the file `named`.

    The operating system frees the lock when its process ends, in whatever way.

    Raises:
        OpenElsewhereError: another process has it.
        CannotSaveError: the folder is read-only or keeps no locks.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - reading commands need no lock, and it is slow to import

    beside = target.with_name(f".{target.name}.lock")
    lock = FileLock(beside, timeout=0, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise OpenElsewhereError(
            mark("“{file}” is open in another window or on another computer. Close it there, then try again."),
            file=named,
        ) from None
    except OSError as error:
        if error.errno in NO_LOCKS:
            raise CannotSaveError(
                mark(
                    "“{file}” cannot be changed safely in its folder, because the folder keeps no locks. "
                    "Copy the file to a folder on this computer."
                ),
                file=named,
            ) from error
        if isinstance(error, PermissionError) and beside.exists():
            raise OpenElsewhereError(
                mark(
                    "“{file}” is held by somebody else’s “{lock}”. If nobody is working on the file, delete “{lock}”."
                ),
                file=named,
                lock=beside.name,
            ) from error
        raise refusal(named, error) from error
    return lock


def unlock(lock: BaseFileLock) -> None:
    """Free the lock and remove its file; a lock that is free already stays so."""
    if not lock.is_locked:
        return
    # Windows removes no open file; elsewhere, removing it after the release could take another process's lock away.
    if os.name == "posix":
        _remove(lock)
        lock.release()
    else:
        lock.release()
        _remove(lock)


def _remove(lock: BaseFileLock) -> None:
    with suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)
