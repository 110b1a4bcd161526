"""What a descriptor says of a table, held against the table's own description. What it does not say is not held against it.

Only what decides how data are read and judged is compared: names, types, formats, constraints, keys, references, encoding and dialect.
Titles, descriptions and properties of others' making are free. Where the standard has two spellings of one thing, both are taken.
"""

__all__ = ["differences"]

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from borderclash.columns import Table
from borderclash.projections.descriptor import resource

_ABSENT: Final = object()


def differences(table: Table, said: Mapping[str, Any], schema: Any) -> Iterator[tuple[str, str]]:
    """Yield what differs between a resource and what its table's resource is.

    Args:
        table: the table.
        said: the resource as the descriptor gives it.
        schema: its schema, already read where the descriptor only names the file; None where it has none.

    Yields:
        The path of a key inside of the resource, such as `schema.fields[act].type`, and the JSON that stands there in the table's own
        resource, or nothing where there is no such key.
    """
    ours = resource(table)
    encoding = said.get("encoding", "utf-8")
    if str(encoding).lower().replace("_", "-") not in {"utf-8", "utf8"}:
        yield "encoding", _json(ours["encoding"])
    if isinstance(said.get("dialect"), dict):
        yield from _dialect(said["dialect"], ours["dialect"])
    if schema is not None:
        for path, expected in _schema(schema, ours["schema"]):
            yield f"schema{path}", expected


def _dialect(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("header", "delimiter", "quoteChar", "doubleQuote", "skipInitialSpace"):
        if theirs.get(key, ours[key]) != ours[key]:
            yield f"dialect.{key}", _json(ours[key])
    for key in ("commentChar", "escapeChar", "nullSequence"):
        if theirs.get(key) is not None:
            yield f"dialect.{key}", ""


def _schema(theirs: Any, ours: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not isinstance(theirs, dict):
        yield "", _json(ours["title"])
        return
    yield from _fields(theirs.get("fields"), ours["fields"])
    for key, read in _KEYS.items():
        default = [""] if key == "missingValues" else _ABSENT
        given, wanted = theirs.get(key, default), ours.get(key)
        if given is _ABSENT and key != "primaryKey":
            continue
        if read(given) != read(wanted):
            yield f".{key}", _json(wanted)
    yield from _references(theirs.get("foreignKeys"), ours)


def _fields(theirs: Any, ours: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    names = [field["name"] for field in ours]
    if not isinstance(theirs, list) or not all(isinstance(field, dict) for field in theirs):
        yield ".fields", _json(names)
        return
    known = {field.get("name"): field for field in theirs if isinstance(field.get("name"), str)}
    for field in ours:
        if field["name"] not in known:
            yield f".fields[{field['name']}]", _json(field)
        else:
            for key, expected in _field(known[field["name"]], field):
                yield f".fields[{field['name']}].{key}", expected
    for name in known:
        if name not in names:
            yield f".fields[{name}]", ""
    if len(theirs) != len(known) or [name for name in known if name in names] != [name for name in names if name in known]:
        yield ".fields", _json(names)


def _field(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, default in (("type", "any"), ("format", "default")):
        if theirs.get(key, default) != ours.get(key, default):
            yield key, _json(ours[key]) if key in ours else ""
    wanted = ours.get("constraints", {})
    given = theirs.get("constraints", {})
    if not isinstance(given, dict):
        yield "constraints", _json(wanted)
        return
    for key in [*wanted, *(key for key in given if key not in wanted)]:
        if given.get(key, False) != wanted.get(key, False):
            yield f"constraints.{key}", _json(wanted[key]) if key in wanted else ""
    if "categories" in theirs and _values(theirs["categories"]) != _values(ours.get("categories")):
        yield "categories", _json(_values(ours.get("categories")))


def _references(theirs: Any, ours: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    wanted = {_reference(key, ours["title"]): key for key in ours.get("foreignKeys", [])}
    given = [_reference(key, ours["title"]) for key in theirs] if isinstance(theirs, list) else []
    for reference, key in wanted.items():
        if reference not in given:
            yield f".foreignKeys[{key['fields'][0]}]", _json(key)
    for reference in given:
        if reference not in wanted and not any(reference[0] == key[0] for key in wanted):
            yield f".foreignKeys[{'+'.join(map(str, reference[0]))}]", ""


def _reference(key: Any, home: str) -> tuple[Any, ...]:
    """Return fields, resource and fields referred to; a reference to its own table may name it, or not."""
    to = key.get("reference") if isinstance(key, dict) else None
    if not isinstance(to, dict):
        return ((str(key),), None, ())
    return tuple(_list(key.get("fields"))), to.get("resource") or home, tuple(_list(to.get("fields")))


def _list(value: Any) -> list[Any]:
    return [json.dumps(part) if isinstance(part, dict | list) else part for part in (value if isinstance(value, list) else [value])]


def _values(value: Any) -> list[Any]:
    return [part.get("value") if isinstance(part, dict) else part for part in value] if isinstance(value, list) else [value]


_KEYS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "fieldsMatch": _list,
    "missingValues": _values,
    "primaryKey": _list,
    "uniqueKeys": lambda value: [_list(key) for key in value] if isinstance(value, list) else value,
}
"""The keys of a schema that are compared whole, each with what makes one spelling of two."""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
