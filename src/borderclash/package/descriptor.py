"""The descriptor of a package: which file holds a table, and the settings it carries."""

__all__ = ["Descriptor", "read_descriptor"]

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from borderclash.columns import TABLES
from borderclash.package.faults import Fault
from borderclash.package.locate import Package
from borderclash.package.schemas import differences
from borderclash.package.settings import Settings, read_settings
from borderclash.package.stamps import judge_stamps

_SHORT: Final = 120
"""Signs that a key may have to be shown whole."""


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
    said, twice = _resources(package, content.get("resources", []))
    paths, unsafe = _paths(package, said)
    kept = [fault for name, resource in said.items() for fault in _judge(package, name, paths[name], resource)]
    unlisted = _unlisted(package, said, paths) if content.get("resources") and not twice else []
    return Descriptor(settings, paths, (*faults, *wrong, *twice, *unsafe, *kept, *unlisted))


def _resources(package: Package, resources: Any) -> tuple[dict[str, dict[str, Any]], list[Fault]]:
    """Return the resources that are tables of ours, by name in the order of the tables."""
    file = package.descriptor.name
    faults = []
    if not isinstance(resources, list) or not all(isinstance(resource, dict) for resource in resources):
        faults.append(_unreadable(file, "`resources` must be a list of objects"))
        resources = []
    said: dict[str, dict[str, Any]] = {}
    for resource in resources:
        name = resource.get("name")
        if not isinstance(name, str) or name not in TABLES:
            continue
        if name in said:
            faults.append(_unreadable(file, f"two resources are called {name!r}; the first is read", table=name))
            continue
        said[name] = resource
    return {name: said[name] for name in TABLES if name in said}, faults


def _paths(package: Package, said: Mapping[str, dict[str, Any]]) -> tuple[dict[str, str | None], list[Fault]]:
    paths: dict[str, str | None] = {}
    faults = []
    for name in TABLES:
        path = said[name].get("path") if name in said else f"data/{name}.csv"
        reason = _refuse(package.root, path)
        paths[name] = None if reason else path
        if reason:
            shown = path if isinstance(path, str) else json.dumps(path)
            message = f"the path of {name}, {shown!r}, {reason}, so it is not followed"
            faults.append(Fault("unsafe-path", name, message, package.descriptor.name, value=shown, suggestion=f"data/{name}.csv"))
    return paths, faults


def _judge(package: Package, name: str, path: str | None, said: Mapping[str, Any]) -> list[Fault]:
    """Hold what a resource says of its table against the table and its file."""
    file = package.descriptor.name
    schema, faults = _schema(package, name, said.get("schema"))
    if path is not None:
        faults += judge_stamps(name, package.root / path, path, said, file)
    found = list(differences(TABLES[name], said, schema))
    if found:
        (key, expected), more = found[0], len(found) - 1
        others = f", and so do{'es' if more == 1 else ''} {more} more of its keys" if more else ""
        message = f"`{key}` of the resource {name} differs from what the table is{others}"
        shown = expected if 0 < len(expected) <= _SHORT else None
        faults.append(Fault("disagreeing-descriptor", name, message, file, value=key, suggestion=shown))
    return faults


def _schema(package: Package, name: str, given: Any) -> tuple[Any, list[Fault]]:
    """Return the schema of a resource, read where it names a file of the package; None where it has none, or one on the web."""
    file = package.descriptor.name
    if not isinstance(given, str) or "://" in given:
        return (None if isinstance(given, str) else given), []
    reason = _refuse(package.root, given)
    if reason:
        return None, [Fault("unsafe-path", name, f"the schema of {name}, {given!r}, {reason}, so it is not followed", file, value=given)]
    try:
        return json.loads((package.root / given).read_text(encoding="utf-8")), []
    except (OSError, ValueError, RecursionError) as error:
        return None, [_unreadable(given, f"the schema of {name}, {given}, cannot be read: {_why(error)}", table=name)]


def _unlisted(package: Package, said: Mapping[str, object], paths: Mapping[str, str | None]) -> list[Fault]:
    """Say which tables are there and are no resource, so that other readers of the package never see them."""
    file = package.descriptor.name
    there = [name for name, path in paths.items() if name not in said and path and (package.root / path).is_file()]
    return [Fault("disagreeing-descriptor", name, f"{paths[name]} is there, but {file} has no resource {name}", file) for name in there]


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
