"""The canonical form of a table's file, so that one change of data is one change of lines."""

__all__ = ["canonical", "write"]

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from borderclash.columns import TABLES, Table


def canonical(table: Table, rows: Iterable[Sequence[str | None]]) -> bytes:
    r"""Return the file of a table: UTF-8, `\n`, the header, the rows sorted by key, quotes only where needed, null as nothing.

    `rows` hold their cells in the order of the table's columns. Keys are compared as text, code point by code point; rows of one
    key by all their cells, so that the order they came in never shows.
    """
    key = [table.names.index(name) for name in table.key]
    filled = [tuple(cell or "" for cell in row) for row in rows]
    filled.sort(key=lambda row: ([row[place] for place in key], row))
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.names)
    writer.writerows(filled)
    return stream.getvalue().encode()


def write(root: Path, name: str, rows: Iterable[Sequence[str | None]]) -> Path:
    """Write the file of the table `name` under `root` in its canonical form, whole or not at all, and return its path.

    A file that already says the same is left alone. A file that is a symbolic link stays one.

    Raises:
        OSError: if it cannot be written.
    """
    path = (root / "data" / f"{name}.csv").resolve()
    content = canonical(TABLES[name], rows)
    if path.is_file() and path.read_bytes() == content:
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, scratch = tempfile.mkstemp(prefix=f".{name}-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(scratch).chmod(mode)
        Path(scratch).replace(path)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise
    return path
