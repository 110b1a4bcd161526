"""The first line of a dossier: it tells editors which schema to complete and check by, seen from where the file lies."""

import os
from pathlib import Path
from typing import Final

from borderclash.package.locate import Package

__all__ = ["SCHEMA", "editor"]

SCHEMA: Final = "dossier.schema.json"
_HOME: Final = Path(__file__).resolve().parent.parent


def editor(package: Package | None, output: Path | None = None) -> str:
    """Return the line for a dossier written to `output`, or shown to one who works in this folder; empty if there is no schema.

    The schema is the package's own, in its `schemas/`, beside its descriptor, or beside `datapackage/`, and then named from the file's
    folder; else the installed one, named by its address. So is that of the shipped data's checkout for one who works elsewhere.
    """
    folder = (output.parent if output else Path()).resolve()
    own = next((path for path in _own(package) if path.is_file()), None)
    if own is not None and package is not None and (package.origin == "argument" or folder.is_relative_to(own.resolve().parents[1])):
        try:
            near = Path(os.path.relpath(own.resolve(), folder)).as_posix()
        except ValueError:  # it lies on another drive
            near = own.resolve().as_uri()
        return _line(near if near.isascii() and " " not in near else own.resolve().as_uri())
    installed = next((path for path in (_HOME / "_schemas" / SCHEMA, _HOME.parent.parent / "schemas" / SCHEMA) if path.is_file()), None)
    return _line(installed.as_uri()) if installed else ""


def _own(package: Package | None) -> tuple[Path, ...]:
    if package is None or package.origin == "wheel":
        return ()
    root = package.root.resolve()
    beside = (root.parent / "schemas" / SCHEMA,) if root.name == "datapackage" else ()
    return (root / "schemas" / SCHEMA, root / SCHEMA, *beside)


def _line(schema: str) -> str:
    return f"# yaml-language-server: $schema={schema}\n"
