"""Several files written as one: all of them, or none, whenever the machine stops.

The new files are written whole into a folder beside the data, which then gets its final name in one step: from then on they are the
package, wherever they lie. Moving each to its place is all that is left, and whoever comes next can finish it. Readers look into that
folder first, so nobody ever sees half of a change. One writer at a time: the lock is let go by the system if its holder dies.
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from borderclash.errors import UnreadableError
from borderclash.package.locate import Package

__all__ = ["exclusive", "file_of", "replace_files"]

_JOURNAL: Final = ".borderclash-journal"
_SCRATCH: Final = ".borderclash-scratch-"


def file_of(root: Path, file: str) -> Path:
    """Return where a file of the package lies now: in the journal of a change that was not finished, else in its place."""
    pending = root / _JOURNAL / file
    return pending if pending.is_file() else root / file


@contextlib.contextmanager
def exclusive(package: Package) -> Iterator[None]:
    """Hold the package against every other writer, waiting for one that is at work, and finish what one that died has left.

    The descriptor is what is locked, so that no file of ours is left lying about.

    Raises:
        UnreadableError: if the folder cannot be written to.
    """
    if not os.access(package.root, os.W_OK):
        raise UnreadableError(f"{package.root} cannot be written to; name a package that is yours: --into PATH")
    handle = os.open(package.descriptor, os.O_RDONLY)
    try:
        _lock(handle)
        _settle(package.root)
        for left in package.root.glob(f"{_SCRATCH}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there is no such module elsewhere

        os.lseek(handle, 1 << 30, os.SEEK_SET)  # far behind its end, so that nobody is kept from reading
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - there is no such module on Windows

        fcntl.flock(handle, fcntl.LOCK_EX)


def replace_files(root: Path, contents: Mapping[str, bytes]) -> None:
    """Write each file, by its path relative to the root, as one change; the caller holds the package.

    Raises:
        OSError: if they cannot be written; the package then is as it was.
    """
    if not contents:
        return
    scratch = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=root))
    try:
        for file, content in contents.items():
            path = scratch / file
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            target = (root / file).resolve()
            path.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        scratch.rename(root / _JOURNAL)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    _settle(root)


def _settle(root: Path) -> None:
    """Move what lies in the journal to its place; a file that is a symbolic link stays one."""
    journal = root / _JOURNAL
    if not journal.is_dir():
        return
    for path in sorted(path for path in journal.rglob("*") if path.is_file()):
        target = (root / path.relative_to(journal)).resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    shutil.rmtree(journal)
