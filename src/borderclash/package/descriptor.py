"""The descriptor of a package: which file holds a table, and the settings it carries."""

__all__ = ["Descriptor", "read_descriptor"]

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from borderclash.columns import TABLES
from borderclash.package.faults import Fault
from borderclash.package.locate import Package
from borderclash.package.settings import Settings, read_settings


@dataclass(frozen=True)
class Descriptor:
    """What a package's descriptor says, as far as reading it goes.

    Attributes:
        settings: what lies under `borderclash`.
        paths: per table its file relative to the root, or None where that must not be followed.
        faults: what is wrong with the descriptor.
    """

    settings: Settings
    paths: Mapping[str, str | None]
    faults: tuple[Fault, ...]


def read_descriptor(package: Package) -> Descriptor:
    """Read the descriptor of `package`; what is wrong with it is a fault, and the defaults stand in its place."""
    file = package.descriptor.name
    try:
        content = json.loads(package.descriptor.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        return _with(package, {}, (_unreadable(file, f"{file} cannot be read: {_why(error)}", getattr(error, "lineno", None)),))
    if not isinstance(content, dict):
        return _with(package, {}, (_unreadable(file, f"{file} must hold a JSON object"),))
    return _with(package, content, ())


def _with(package: Package, content: dict[str, Any], faults: tuple[Fault, ...]) -> Descriptor:
    settings, wrong = read_settings(content.get("borderclash", {}), package.descriptor.name)
    paths, unsafe = _paths(package, content.get("resources", []))
    return Descriptor(settings, paths, (*faults, *wrong, *unsafe))


def _paths(package: Package, resources: Any) -> tuple[dict[str, str | None], list[Fault]]:
    file = package.descriptor.name
    faults = []
    if not isinstance(resources, list) or not all(isinstance(resource, dict) for resource in resources):
        faults.append(_unreadable(file, "`resources` must be a list of objects"))
        resources = []
    said: dict[str, Any] = {}
    for resource in resources:
        name = resource.get("name")
        if not isinstance(name, str) or name not in TABLES:
            continue
        if name in said:
            faults.append(_unreadable(file, f"two resources are called {name!r}; the first is read", table=name))
            continue
        said[name] = resource.get("path")
    paths: dict[str, str | None] = {}
    for name in TABLES:
        path = said.get(name, f"data/{name}.csv")
        reason = _refuse(package.root, path)
        paths[name] = None if reason else path
        if reason:
            shown = path if isinstance(path, str) else json.dumps(path)
            message = f"the path of {name}, {shown!r}, {reason}, so it is not followed"
            faults.append(Fault("unsafe-path", name, message, file, value=shown, suggestion=f"data/{name}.csv"))
    return paths, faults


def _refuse(root: Path, path: Any) -> str | None:
    """Say why a resource's path is not followed, or return None: only plain relative paths inside the package are."""
    if not isinstance(path, str) or not path:
        return "is not one file"
    if "://" in path:
        return "is an address, not a file of the package"
    if "\\" in path or PurePosixPath(path).is_absolute() or path[1:2] == ":":
        return "is absolute or not written with `/`"
    if ".." in PurePosixPath(path).parts:
        return "steps out of its folder"
    return _escapes(root, path)


def _escapes(root: Path, path: str) -> str | None:
    try:
        inside = (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return "cannot be resolved"
    return None if inside else "is a link that leaves the package"


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} (line {error.lineno}, column {error.colno})"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return getattr(error, "strerror", None) or str(error)


def _unreadable(file: str, message: str, line: int | None = None, table: str | None = None) -> Fault:
    return Fault("unreadable-descriptor", table, message, file, line)
