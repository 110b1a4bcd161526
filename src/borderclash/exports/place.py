"""Where an export goes: written beside its place, then put there in one step, and never over anything else."""

import os
import shutil
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from borderclash.errors import UnwritableError

__all__ = ["put_file", "put_folder"]


def put_folder(out: Path, write: Callable[[Path], None], ours: Collection[str]) -> Path:
    """Let `write` fill a folder, then put it at `out`, whole or not at all; only `ours`, by name, may be replaced.

    Raises:
        UnwritableError: if that cannot be, or the folder holds something else.
    """
    place = out.resolve()
    if place.exists() and not place.is_dir():
        raise UnwritableError(f"{out} is a file, and this writes a folder; name one with -o")
    strangers = sorted({each.name for each in place.iterdir()} - set(ours)) if place.exists() else []
    if strangers:
        raise UnwritableError(f"{out} holds {strangers[0]}, which this would not write; name a folder that is new or empty with -o")
    _need_parent(out, place)
    try:
        stage = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        try:
            stage.chmod(0o755)
            write(stage)
            _swap(stage, place)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise UnwritableError(f"cannot write {out}: {error.strerror or error}; name another folder with -o") from error
    return out


def _swap(stage: Path, place: Path) -> None:
    if not place.exists():
        stage.rename(place)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{place.name}-old-", dir=place.parent)) / place.name
    place.rename(old)
    try:
        stage.rename(place)
    except OSError:
        old.rename(place)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


def put_file(out: Path, write: Callable[[Path], None], magic: bytes) -> Path:
    """Let `write` fill a file, then put it at `out`, whole or not at all; only a file that is empty or begins with `magic` is replaced.

    Raises:
        UnwritableError: if that cannot be, or the file is something else.
    """
    place = out.resolve()
    if place.is_dir():
        raise UnwritableError(f"{out} is a folder, and this writes a file; name one with -o")
    _need_parent(out, place)
    try:
        _refuse_stranger(out, place, magic)
        handle, name = tempfile.mkstemp(prefix=f".{place.name}-", suffix=".tmp", dir=place.parent)
        os.close(handle)
        stage = Path(name)
        try:
            write(stage)
            stage.chmod(0o644)
            stage.replace(place)
        finally:
            stage.unlink(missing_ok=True)
    except UnwritableError:
        raise
    except OSError as error:
        raise UnwritableError(f"cannot write {out}: {error.strerror or error}; name another file with -o") from error
    return out


def _refuse_stranger(out: Path, place: Path, magic: bytes) -> None:
    if place.exists():
        with place.open("rb") as stream:
            begin = stream.read(len(magic))
        if begin not in (b"", magic):
            raise UnwritableError(f"{out} is no file of this form, and is left as it is; name another with -o")


def _need_parent(out: Path, place: Path) -> None:
    if not place.parent.is_dir():
        raise UnwritableError(f"cannot write {out}: {place.parent} is no folder; make it first, or name another place with -o")
