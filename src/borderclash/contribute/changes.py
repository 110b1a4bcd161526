"""What differs between two states of a package: row by row, gathered by incident, and what that means for its version."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal

from borderclash.columns import TABLES
from borderclash.package.fold import Folded
from borderclash.package.sheets import Sheets, Written

__all__ = ["Change", "Changes", "Level", "State", "compare", "state_of"]

Key = tuple[str, ...]
Row = Mapping[str, str]
State = Mapping[str, Mapping[Key, Row]]
"""A package as rows by table and key; of each row its filled cells."""
Kind = Literal["added", "changed", "removed"]

_CLAIM_OF: Final = {
    "claims": "claim_id",
    "locations": "claim_id",
    "citations": "claim_id",
    "replies": "reply_id",
    "searches": "claim_id",
    "figures": "claim_id",
}


class Level(StrEnum):
    """Which number of the version a change moves."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


@dataclass(frozen=True)
class Change:
    """One row that was added, changed or removed.

    Attributes:
        kind: which of the three.
        table, key: which row.
        incident, claim: the incident and the claim it belongs to; None for a row that belongs to none.
        old, new: its filled cells before and after; None where there is no such row.
    """

    kind: Kind
    table: str
    key: Key
    incident: str | None
    claim: str | None
    old: Row | None
    new: Row | None

    @property
    def fields(self) -> tuple[tuple[str, str | None, str | None], ...]:
        """The columns that differ, each with the cell before and after."""
        old, new = self.old or {}, self.new or {}
        pairs = ((name, old.get(name), new.get(name)) for name in TABLES[self.table].names)
        return tuple((name, before, after) for name, before, after in pairs if before != after)

    @property
    def row(self) -> Row:
        """The row as it is now, or as it was if it is gone."""
        return self.new if self.new is not None else self.old or {}


@dataclass(frozen=True)
class Changes:
    """All that differs.

    Attributes:
        rows: the rows that differ, by incident, claim, table and key; those of no incident first.
        schema: what differs in the tables, columns and words themselves, in words, each with the number of the version it moves.
        titles: the titles of the incidents concerned.
    """

    rows: tuple[Change, ...]
    schema: tuple[tuple[Level, str], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.rows or self.schema)

    @property
    def level(self) -> Level:
        """What the changes mean for the version: what goes of the form is major; what comes, and what is taken out whole, minor."""
        levels = {level for level, _ in self.schema}
        levels |= {Level.PATCH} if self.rows else set()
        levels |= {Level.MINOR} if self.adds or self.taken_out else set()
        return next((level for level in Level if level in levels), Level.NONE)

    @property
    def adds(self) -> bool:
        """Whether rows are added other than in the place of one that goes, as when one source of a claim is replaced by another.

        A source that is new with such a replacement, and comes for nothing else, belongs to it.
        """
        come, gone = (
            Counter((row.claim, row.table) for row in self.rows if row.kind == kind and row.claim) for kind in ("added", "removed")
        )
        more = {place for place, number in come.items() if place[1] == "claims" or number > gone[place]}
        new = [change for change in self.rows if change.kind == "added"]
        swapped = {row.row.get("source_id") for row in new if row.claim and (row.claim, row.table) not in more}
        wanted = {row.row.get("source_id") for row in new if row.claim and (row.claim, row.table) in more}
        return any(
            (row.claim, row.table) in more if row.claim else not (row.table == "sources" and row.key[0] in swapped - wanted) for row in new
        )

    @property
    def taken_out(self) -> tuple[str, ...]:
        """The incidents that are gone, and the claims gone from others."""
        whole = self.incidents("removed")
        claims = (row.key[0] for row in self.rows if row.table == "claims" and row.kind == "removed" and row.incident not in whole)
        return (*whole, *claims)

    def incidents(self, kind: Kind) -> tuple[str, ...]:
        """Return the incidents that were added, changed or removed as a whole or in part."""
        whole = {change.incident: change.kind for change in self.rows if change.table == "incidents" and change.kind != "changed"}
        touched = dict.fromkeys(change.incident for change in self.rows if change.incident)
        return tuple(incident for incident in touched if incident and whole.get(incident, "changed") == kind)

    def of(self, incident: str | None) -> tuple[Change, ...]:
        """Return the changes of one incident, or those of none."""
        return tuple(change for change in self.rows if change.incident == incident)

    @property
    def counts(self) -> Mapping[tuple[str, Kind], int]:
        """How many rows of each table were added, changed and removed."""
        return Counter((change.table, change.kind) for change in self.rows)


def state_of(given: Sheets | Folded) -> State:
    """Return the rows of a package as it is, or as it would be with dossiers laid over it."""
    return {name: dict(_keyed(name, given[name].rows if isinstance(given, Sheets) else given.rows[name])) for name in TABLES}


def _keyed(name: str, rows: Iterable[Written]) -> Iterator[tuple[Key, Row]]:
    table = TABLES[name]
    for row in rows:
        cells = {column: cell for column, cell in zip(table.names, row.cells, strict=True) if cell is not None}
        yield tuple(cells.get(column, "") for column in table.key), cells


def compare(old: State, new: State, schema: Iterable[tuple[Level, str]] = ()) -> Changes:
    """Return what differs between two states."""
    found = [change for name in TABLES for change in _rows(name, old, new)]
    order = {name: place for place, name in enumerate(TABLES)}
    found.sort(key=lambda change: (change.incident or "", change.claim or "", order[change.table], change.key))
    concerned = {change.incident for change in found if change.incident}
    titles = {key[0]: row.get("title", "") for state in (old, new) for key, row in state["incidents"].items() if key[0] in concerned}
    return Changes(tuple(found), tuple(schema), titles)


def _rows(name: str, old: State, new: State) -> Iterator[Change]:
    before, after = old[name], new[name]
    for key in sorted({*before, *after}):
        one, other = before.get(key), after.get(key)
        if one != other:
            kind: Kind = "added" if one is None else "removed" if other is None else "changed"
            incident, claim = _belongs(name, other or one or {}, new, old)
            yield Change(kind, name, key, incident, claim, one, other)


def _belongs(name: str, row: Row, *states: Any) -> tuple[str | None, str | None]:
    if name == "incidents":
        return row.get("incident_id"), None
    if name not in _CLAIM_OF:
        return None, None
    claim = row.get(_CLAIM_OF[name], "")
    owner = next((state["claims"][claim,].get("incident_id") for state in states if (claim,) in state["claims"]), None)
    return owner, claim
