"""Writes everything generated, or checks that it is as it would be written.

    python -m borderclash.generate            write what differs
    python -m borderclash.generate --check    show what differs, and exit 1 if anything does

It works in a checkout only. Every generated file is one pair in `GENERATED`: its path, and the function that returns its text.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import Any, Final

from borderclash.about import VERSION
from borderclash.columns import TABLES, Table
from borderclash.errors import MissingPackageError, UnreadableError
from borderclash.projections.codebook import codebook
from borderclash.projections.descriptor import descriptor
from borderclash.projections.jsonschema import row_schema
from borderclash.projections.tableschema import table_schema

__all__ = ["GENERATED", "REPAIR", "main", "stale"]

REPAIR: Final = "python -m borderclash.generate"
_ROOT: Final = Path(__file__).resolve().parents[2]
_DESCRIPTOR: Final = "datapackage/datapackage.json"


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _descriptor(root: Path) -> str:
    """Return the shipped descriptor: its own hand-written head, our version, and the resources as the tables say.

    Raises:
        MissingPackageError: if there is no descriptor to take the head from.
        UnreadableError: if it is not a JSON object.
    """
    path = root / _DESCRIPTOR
    if not path.is_file():
        raise MissingPackageError(f"{path} does not exist; run this in a checkout of borderclash, or type: git checkout {_DESCRIPTOR}")
    try:
        head = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UnreadableError(f"{path} is not JSON ({error}); repair it by hand, or restore it: git checkout {_DESCRIPTOR}") from error
    if not isinstance(head, dict):
        raise UnreadableError(f"{path} is not a JSON object; restore it: git checkout {_DESCRIPTOR}")
    return _json(descriptor({**head, "version": VERSION}))


def _codebook(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return codebook()


def _table_schema(of: Table, root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return _json(table_schema(of))


def _row_schema(of: Table, root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return _json(row_schema(of))


GENERATED: Final[tuple[tuple[str, Callable[[Path], str]], ...]] = (
    (_DESCRIPTOR, _descriptor),
    ("datapackage/CODEBOOK.md", _codebook),
    *((f"schemas/{of.name}.tableschema.json", partial(_table_schema, of)) for of in TABLES.values()),
    *((f"schemas/{of.name}.schema.json", partial(_row_schema, of)) for of in TABLES.values()),
)
"""Every generated file: its path from the root of the checkout, and the function that, given that root, returns its text."""


def stale(root: Path) -> dict[str, tuple[str, str]]:
    """Return the files that differ from what would be written: path -> (text now, text as it should be).

    A file that does not exist counts as empty.

    Raises:
        MissingPackageError: if `root` holds no data package.
        UnreadableError: if its descriptor cannot be read.
    """
    texts = {path: (_read(root / path), make(root)) for path, make in GENERATED}
    return {path: (now, then) for path, (now, then) in texts.items() if now != then}


def _read(path: Path) -> str:
    """Return a file's text with its line ends as they are, or nothing if it does not exist."""
    return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""


def _diff(path: str, now: str, then: str) -> str:
    lines = unified_diff(now.splitlines(keepends=True), then.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def main(arguments: Sequence[str] | None = None, root: Path = _ROOT) -> int:
    """Run the command; return its exit code: 0 clean or written, 1 if --check found a difference, 2 if it could not run."""
    parser = argparse.ArgumentParser(prog=REPAIR, description="Write everything generated, or check that it is up to date.")
    parser.add_argument("--check", action="store_true", help="write nothing; show what differs and exit 1 if anything does")
    check = parser.parse_args(arguments).check
    try:
        differing = stale(root)
    except (MissingPackageError, UnreadableError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    for path, (now, then) in differing.items():
        if check:
            sys.stdout.write(_diff(path, now, then))
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(then.encode("utf-8"))
            sys.stdout.write(f"wrote {path}\n")
    if check and differing:
        count = len(differing)
        sys.stdout.write(f"\n{count} generated {'file differs' if count == 1 else 'files differ'}; to repair, type: {REPAIR}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
