"""Changes in human words: as text for a terminal, as Markdown for a pull request, as JSON for machines, as a section of a CHANGELOG."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from borderclash.columns import TABLES
from borderclash.contribute.changes import Change, Changes, Level
from borderclash.vocab import Stance

__all__ = ["as_changelog", "as_json", "as_markdown", "as_text", "headline"]

_REPLY: Final[Mapping[str, str]] = {
    Stance.DENIES: "a denial",
    Stance.CONFIRMS: "a confirmation",
    Stance.JUSTIFIES: "a justification",
    Stance.COUNTERS: "another account",
    Stance.QUERIES: "a query",
    Stance.NO_COMMENT: "a refusal to comment",
    Stance.REPEATS: "an echo",
    Stance.UPDATES: "an update",
    Stance.CORRECTS: "a correction",
    Stance.RETRACTS: "a retraction",
}
_THING: Final = {
    "locations": "the place {place_id} ({role})",
    "searches": "a search at {outlet} in {language}",
    "figures": "the figure {measure}, {category}, of {party}",
    "actors": "the actor {actor_id}",
    "places": "the place {place_id}",
    "place_names": "the name {name} ({language}) of {place_id}",
    "sources": "the source {source_id}",
    "waivers": "the waiver of {rule} for {key}",
}
_LONG: Final = 60
_NAMED: Final = 8
"""How many added rows of a list are named in one line."""
_LEVELS: Final = {
    Level.MAJOR: "a word, a column or a table changes meaning or goes: MAJOR",
    Level.MINOR: "rows, columns or words are added: MINOR",
    Level.PATCH: "corrections only: PATCH",
    Level.NONE: "nothing differs",
}


def headline(changes: Changes) -> str:
    """Return the changes in one line."""
    parts = [
        f"{len(found)} {'incident' if len(found) == 1 else 'incidents'} {kind}"
        for kind in ("added", "changed", "removed")
        if (found := changes.incidents(kind))
    ]
    others = len(changes.of(None))
    if others:
        parts.append(f"{others} {'row' if others == 1 else 'rows'} of sources, actors, places and other lists")
    parts += ["the form itself"] if changes.schema else []
    return ", ".join(parts) or "nothing differs"


def as_text(changes: Changes) -> str:
    """Return the changes for a terminal."""
    lines = [headline(changes)]
    for incident in _order(changes):
        lines += ["", f"{incident}  {changes.titles.get(incident, '')}".rstrip()]
        lines += [f"  {line}" for line in _told(changes, incident)]
    if changes.of(None):
        lines += ["", "lists"]
        lines += [f"  {line}" for line in _lists(changes)]
    if changes.schema:
        lines += ["", "form", *(f"  {what}" for _, what in changes.schema)]
    return "\n".join([*lines, "", f"version: {_version(changes)}"]) + "\n"


def as_markdown(changes: Changes) -> str:
    """Return the changes as Markdown, one row of a table an incident."""
    lines = [f"**Changes to the data:** {headline(changes)}.", ""]
    if _order(changes):
        lines += ["| incident | what changed |", "|---|---|"]
        lines += [
            f"| `{incident}` {_cell(changes.titles.get(incident, ''))} | {_cells(changes, incident)} |" for incident in _order(changes)
        ]
        lines.append("")
    if changes.of(None):
        lines += ["<details><summary>Sources, actors, places and other lists</summary>", ""]
        lines += [*(f"- {_cell(line)}" for line in _lists(changes)), "", "</details>", ""]
    lines += [f"- {_cell(what)}" for _, what in changes.schema]
    return "\n".join([*lines, f"Version: {_version(changes)}."]) + "\n"


def _version(changes: Changes) -> str:
    """Return what the changes mean for the version; what is taken out has words of its own, for a reader will ask why."""
    whole = changes.incidents("removed")
    what = ["an incident is taken out" if whole else "", "a claim is taken out" if len(changes.taken_out) > len(whole) else ""]
    out = " and ".join(each for each in what if each)
    if not out:
        return _LEVELS[changes.level]
    return f"{out}: MINOR, say why" if changes.level is Level.MINOR and not changes.adds else f"{_LEVELS[changes.level]}; {out}, say why"


def as_json(changes: Changes) -> str:
    """Return the changes as JSON: the level, the counts, and every row with the cells that differ."""
    said = {
        "level": changes.level.value,
        "incidents": {kind: list(changes.incidents(kind)) for kind in ("added", "changed", "removed")},
        "schema": [{"level": level.value, "what": what} for level, what in changes.schema],
        "rows": [_object(change) for change in changes.rows],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def as_changelog(changes: Changes) -> str:
    """Return a section to paste under `Data` of the CHANGELOG."""
    lines = ["### Data", ""]
    for kind in ("added", "changed", "removed"):
        for incident in changes.incidents(kind):
            title = changes.titles.get(incident, "")
            detail = "" if kind == "added" else ": " + "; ".join(_told(changes, incident))
            lines.append(f"- {kind.capitalize()} {incident} ({title}){detail}")
    lines += [f"- {what[0].upper()}{what[1:]}" for _, what in changes.schema]
    lines += [f"- {_row(change)}" for change in changes.of(None) if change.kind != "added"]
    return "\n".join(lines if len(lines) > 2 else [*lines, "- Nothing differs."]) + "\n"


def _lists(changes: Changes) -> Iterator[str]:
    """Tell what changed in the lists that belong to no incident: what was added by its ids, all else row by row."""
    rows = changes.of(None)
    for table in dict.fromkeys(change.table for change in rows if change.kind == "added"):
        keys = ["/".join(change.key) for change in rows if change.table == table and change.kind == "added"]
        more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
        yield f"{table.replace('_', ' ')} added: {', '.join(keys[:_NAMED])}{more}"
    yield from (_row(change) for change in rows if change.kind != "added")


def _order(changes: Changes) -> tuple[str, ...]:
    return tuple(dict.fromkeys(change.incident for change in changes.rows if change.incident))


def _told(changes: Changes, incident: str) -> Iterator[str]:
    """Tell what changed in an incident: a new or a withdrawn one in one line, else row by row."""
    rows = changes.of(incident)
    for kind in ("added", "removed"):
        if incident in changes.incidents(kind):
            number = {table: sum(change.table == table for change in rows) for table in ("claims", "replies", "searches", "citations")}
            accusations = sum(change.table == "claims" and "accused" in change.row for change in rows)
            yield f"{kind}: " + ", ".join(
                f"{count} {one if count == 1 else many}"
                for count, one, many in (
                    (number["claims"], "claim", "claims"),
                    (accusations, "accusation", "accusations"),
                    (number["replies"], "reply", "replies"),
                    (number["searches"], "search", "searches"),
                    (number["citations"], "citation", "citations"),
                )
            )
            return
    for change in _without_replaced(rows):
        yield _row(change, incident)
    yield from (f"{_short(claim, incident)}: the source {old} replaced by {new}" for claim, old, new in _replaced(rows))


def _replaced(rows: tuple[Change, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield each claim of which one source went and one came, with the two."""
    claims = dict.fromkeys(change.claim for change in rows if change.table == "citations" and change.claim)
    for claim in claims:
        gone, come = ([c for c in rows if c.table == "citations" and c.claim == claim and c.kind == kind] for kind in ("removed", "added"))
        if len(gone) == 1 and len(come) == 1 and claim:
            yield claim, gone[0].row.get("source_id", ""), come[0].row.get("source_id", "")


def _without_replaced(rows: tuple[Change, ...]) -> Iterator[Change]:
    swapped = {claim for claim, _, _ in _replaced(rows)}
    return (change for change in rows if not (change.table == "citations" and change.claim in swapped and change.kind != "changed"))


def _row(change: Change, incident: str = "") -> str:
    """Tell one row that changed, in one line."""
    who = f"{_short(change.claim, incident)}: " if change.claim else ""
    what = _thing(change, incident)
    if change.kind != "changed":
        return f"{who}{what} {change.kind}"
    fields = "; ".join(f"{name} {_value(old)} -> {_value(new)}" for name, old, new in change.fields)
    toll = change.table == "figures" and {name for name, _, _ in change.fields} & {"low", "high", "qualifier"}
    return f"{who}{what} {'corrected' if toll else 'changed'}: {fields}"


def _thing(change: Change, incident: str) -> str:
    row = change.row
    if change.table == "replies":
        return f"{_REPLY.get(row.get('stance', ''), 'a reply')} of {_short(row['answers'], incident)}"
    if change.table == "citations":
        return f"the source {row.get('source_id', '')}"
    if change.table == "claims":
        return "the accusation" if row.get("accused") else "the claim"
    if change.table == "incidents":
        return "the incident"
    return _THING[change.table].format_map({name: row.get(name, "?") for name in TABLES[change.table].names})


def _short(claim: str | None, incident: str) -> str:
    return (claim or "").removeprefix(f"{incident}.") if incident else claim or ""


def _value(cell: str | None) -> str:
    if cell is None:
        return "nothing"
    return repr(cell if len(cell) <= _LONG else cell[: _LONG - 1] + "…")


def _cells(changes: Changes, incident: str) -> str:
    return "<br>".join(_cell(line) for line in _told(changes, incident))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _object(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "table": change.table,
        "key": "/".join(change.key),
        "incident": change.incident,
        "claim": change.claim,
        "what": _row(change, change.incident or ""),
        "cells": {name: {"old": old, "new": new} for name, old, new in change.fields},
    }
