"""Two states of a package side by side: folders, revisions of git, or what an installed borderclash ships."""

import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from borderclash.contribute.changes import Changes, Level, compare, state_of
from borderclash.errors import MissingPackageError
from borderclash.package.locate import DESCRIPTOR, INSTALLED, Package, locate, nearest
from borderclash.package.sheets import read_sheets

__all__ = ["diff"]


def diff(old: str | Path, new: str | Path | None = None) -> Changes:
    """Return what changed from `old` to `new`.

    Args:
        old: a folder or a `datapackage.json`; `REV:PATH`, a folder of a revision of the git repository one works in; or `installed`.
        new: the same; if None the package around the folder one works in, else the data that borderclash ships.

    Raises:
        MissingPackageError: if there is no such package or revision.
        UnreadableError: if one of them has faults.
    """
    with _opened(old) as before, _opened(new) as after:
        schema = _schema(_content(before), _content(after))
        return compare(state_of(read_sheets(before)), state_of(read_sheets(after)), schema)


@contextmanager
def _opened(given: str | Path | None) -> Iterator[Package]:
    if given is None:
        yield nearest()
    elif given == INSTALLED or Path(given).exists() or ":" not in str(given):
        yield locate(given)
    else:
        with tempfile.TemporaryDirectory(prefix="borderclash-") as folder:
            yield locate(_extracted(str(given), Path(folder)))


def _extracted(given: str, folder: Path) -> Path:
    """Write a folder of a revision to `folder` and return where its package is."""
    revision, _, path = given.partition(":")
    path = PurePosixPath(path or ".").as_posix()
    inside = path.removesuffix(f"/{DESCRIPTOR}") if path != DESCRIPTOR else "."
    try:
        top = _git("rev-parse", "--show-toplevel").decode().strip()
        archive = _git("-C", top, "archive", "--format=tar", revision, "--", inside)
    except FileNotFoundError:
        raise MissingPackageError(f"{given} names a revision of git, and git is not installed; name two folders instead") from None
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["git gave no reason"]
        raise MissingPackageError(f"{given} is no folder and no revision of git: {why[0]}; name it REV:PATH, from the top") from None
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    return folder / inside


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout  # noqa: S603, S607 - git as the user has it


def _content(package: Package) -> Mapping[str, Any]:
    try:
        content = json.loads(package.descriptor.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _schema(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[Level, str]]:
    """Yield what the two descriptors say otherwise of tables, columns and words; what goes is major, what comes is minor."""
    before, after = _columns(old), _columns(new)
    for table in sorted(before.keys() | after.keys()):
        yield from _listed(f"the table {table}", table in before, table in after)
        for column in sorted(before.get(table, {}).keys() | after.get(table, {}).keys()):
            if table in before and table in after:
                one, other = before[table].get(column), after[table].get(column)
                yield from _listed(f"the column {table}.{column}", one is not None, other is not None)
                if one is not None and other is not None:
                    for word in sorted(one ^ other):
                        yield from _listed(f"the word {word} of {table}.{column}", word in one, word in other)


def _listed(what: str, was: bool, is_: bool) -> Iterator[tuple[Level, str]]:
    if was and not is_:
        yield Level.MAJOR, f"{what} is gone"
    if is_ and not was:
        yield Level.MINOR, f"{what} is new"


def _columns(content: Mapping[str, Any]) -> dict[str, dict[str, frozenset[str]]]:
    """Return, by table and column, the words a descriptor allows there."""
    tables = {}
    for resource in content.get("resources", []):
        fields = resource.get("schema", {}).get("fields", []) if isinstance(resource.get("schema"), dict) else []
        tables[resource.get("name", "")] = {
            field["name"]: frozenset(field.get("constraints", {}).get("enum", ())) for field in fields if "name" in field
        }
    return tables
