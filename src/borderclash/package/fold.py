"""Dossiers laid over a package: the rows there would be if they were merged, each with the place it comes from.

An incident that is there already is replaced whole: its claims, and all that hangs on them. A source, an actor or a place is replaced
where the dossier gives it otherwise. Nothing else is touched.
"""

__all__ = ["Folded", "as_tables", "fold"]

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from borderclash.columns import TABLES, Table
from borderclash.package.drafts import Draft, Drawn
from borderclash.package.faults import Fault
from borderclash.package.gather import gather
from borderclash.package.lines import Place
from borderclash.package.load import Loaded
from borderclash.package.rows import engine_for, load_rows
from borderclash.package.sheets import Sheets, Written
from borderclash.package.tables import Tables

_SHARED: Final = ("sources", "actors", "places", "place_names")
"""The tables whose rows belong to no incident."""


@dataclass(frozen=True)
class Folded:
    """A package with dossiers laid over it.

    Attributes:
        base: the package as it is.
        drafts: the dossiers.
        rows: the rows there would be, by table, in canonical order.
        fresh: those of them that a dossier brought, by table and number.
        faults: what is wrong with the dossiers themselves, or with the ids they give.
    """

    base: Sheets
    drafts: tuple[Draft, ...]
    rows: Mapping[str, tuple[Written, ...]]
    fresh: Mapping[str, frozenset[int]]
    faults: tuple[Fault, ...]


def fold(base: Sheets, drafts: Sequence[Draft]) -> Folded:
    """Lay dossiers over a package."""
    rows: dict[str, tuple[Written, ...]] = {}
    fresh: dict[str, frozenset[int]] = {}
    replaced = _replaced(base, {draft.incident_id for draft in drafts if draft.incident_id})
    for name, table in TABLES.items():
        kept = [row for row in base[name].rows if _owner(table, row) not in replaced]
        merged = _merged(table, kept, [(draft.file, row) for draft in drafts for row in draft.of(name)])
        merged.sort(key=lambda pair: _order(table, pair[0]))
        rows[name] = tuple(row for row, _ in merged)
        fresh[name] = frozenset(number for number, (_, new) in enumerate(merged) if new)
    faults = [fault for draft in drafts for fault in draft.faults]
    faults += _taken(base, drafts)
    return Folded(base, tuple(drafts), rows, fresh, tuple(faults))


def as_tables(folded: Folded) -> Tables:
    """Return tables over the rows there would be, to be judged; of each row it is known in which file it stands."""
    cells = {name: [row.cells for row in rows] for name, rows in folded.rows.items()}
    engine = engine_for(cells)
    try:
        loaded = {
            name: Loaded(misfits=load_rows(engine, table, cells[name]), lines=_Mixed(folded.rows[name])) for name, table in TABLES.items()
        }
        return gather(
            engine,
            loaded,
            faults=folded.faults,
            settings=folded.base.settings,
            package=folded.base.package,
            fresh=folded.fresh,
        )
    except BaseException:
        engine.close()
        raise


class _Mixed:
    """Where rows of several files stand."""

    file = None

    def __init__(self, rows: tuple[Written, ...]) -> None:
        self._rows = rows

    def place(self, row: int, field: str | None = None) -> Place:
        """Return where the row stands, or its cell of that column if it was typed."""
        if row >= len(self._rows):
            return Place()
        written = self._rows[row]
        mark = written.marks.get(field) if field else None
        return written.place if mark is None else Place(written.place.file, *mark)


def _order(table: Table, row: Written) -> tuple[list[str], list[str]]:
    """Order as `package.write` does: by key, then by all cells."""
    filled = [cell or "" for cell in row.cells]
    return [filled[table.names.index(name)] for name in table.key], filled


def _replaced(base: Sheets, incidents: set[str]) -> frozenset[tuple[str, str]]:
    """Return what owns the rows that go: the incidents given and their claims, as pairs of table and id."""
    claims = base["claims"]
    incident, claim = (claims.table.names.index(name) for name in ("incident_id", "claim_id"))
    owned = {("claims", row.cells[claim] or "") for row in claims.rows if row.cells[incident] in incidents}
    return frozenset(owned | {("incidents", each) for each in incidents})


_OWNER: Final = {
    "incidents": ("incidents", "incident_id"),
    "claims": ("claims", "claim_id"),
    "locations": ("claims", "claim_id"),
    "citations": ("claims", "claim_id"),
    "replies": ("claims", "reply_id"),
    "searches": ("claims", "claim_id"),
    "figures": ("claims", "claim_id"),
}
"""Per table whose rows belong to an incident: the table and the column by which they do. A reply belongs to the claim that gives it."""


def _owner(table: Table, row: Written) -> tuple[str, str] | None:
    if table.name not in _OWNER:
        return None
    owner, column = _OWNER[table.name]
    return owner, row.cells[table.names.index(column)] or ""


def _merged(table: Table, kept: list[Written], drawn: list[tuple[str, Drawn]]) -> list[tuple[Written, bool]]:
    """Return the rows of a table, each with whether a dossier brought it; a shared row that says the same again is no new row."""
    new = [(_written(table, file, row), row.key) for file, row in drawn]
    if table.name not in _SHARED:
        return [*((row, False) for row in kept), *((row, True) for row, _ in new)]
    key = [table.names.index(name) for name in table.key]
    there = {tuple(row.cells[place] or "" for place in key): (row, False) for row in kept}
    for row, its_key in new:
        if its_key not in there or there[its_key][0].cells != row.cells:
            there[its_key] = (row, True)
    return list(there.values())


def _written(table: Table, file: str, row: Drawn) -> Written:
    return Written(tuple(row.cells.get(name) for name in table.names), Place(file, row.line), row.marks)


def _taken(base: Sheets, drafts: Sequence[Draft]) -> Iterator[Fault]:
    """Yield a fault for each id of a dossier that belongs to something else: ids are given once, never reused."""
    yield from _twice(drafts)
    yield from _other_documents(base, drafts)
    yield from _other_incidents(base, drafts)


def _twice(drafts: Sequence[Draft]) -> Iterator[Fault]:
    """Two dossiers, or one, may not give one id to two things."""
    first: dict[tuple[str, tuple[str, ...]], tuple[str, Drawn]] = {}
    for draft in drafts:
        for row in draft.rows:
            if row.table not in (*_SHARED, "incidents"):
                continue
            there = first.setdefault((row.table, row.key), (draft.file, row))
            if there[1] is row or (row.table in _SHARED and there[1].cells == row.cells):
                continue
            differing = [name for name in TABLES[row.table].names if there[1].cells.get(name) != row.cells.get(name)]
            where = f"line {there[1].line}" if there[0] == draft.file else f"{_near(there[0])}:{there[1].line}"
            what = f"differs in {differing[0]}" if differing and row.table in _SHARED else "is given twice"
            yield _fault(draft, row, f"{row.table}: {'/'.join(row.key)} stands in {where} too, and {what}")


def _near(file: str) -> str:
    """Return a path as a person would type it from where they stand; outside of that folder, whole."""
    path = Path(file)
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else file


def _other_documents(base: Sheets, drafts: Sequence[Draft]) -> Iterator[Fault]:
    """A source's id stands for one document, so its address stays."""
    sheet = base["sources"]
    url = sheet.table.names.index("url")
    known = {sheet.key(row): row.cells[url] for row in sheet.rows}
    for draft in drafts:
        for row in draft.of("sources"):
            if row.key in known and row.cells.get("url") not in (None, known[row.key]):
                yield _fault(draft, row, f"the source {row.key[0]} is {known[row.key]}; give this other address an id of its own")


def _other_incidents(base: Sheets, drafts: Sequence[Draft]) -> Iterator[Fault]:
    """An incident that shares neither a source nor a claim's words with the one there of its id is another incident."""
    for draft in drafts:
        there = next((row for row in base["incidents"].rows if row.cells[0] == draft.incident_id), None)
        if there is None:
            continue
        cited = {row.cells.get("source_id") for row in draft.of("citations")}
        said = {row.cells.get("text") for row in draft.of("claims")}
        if not (cited & set(_cited(base, draft.incident_id)) or said & set(_said(base, draft.incident_id))):
            opening = next(draft.of("incidents"))
            title = there.cells[TABLES["incidents"].names.index("title")]
            yield _fault(draft, opening, f"the id {draft.incident_id} belongs to another incident: {title}", suggestion=_free(base, draft))


def _cited(base: Sheets, incident: str | None) -> Iterable[str | None]:
    return (row.cells[1] for row in base["citations"].rows if (row.cells[0] or "").startswith(f"{incident}."))


def _said(base: Sheets, incident: str | None) -> Iterable[str | None]:
    names = TABLES["claims"].names
    return (row.cells[names.index("text")] for row in base["claims"].rows if row.cells[names.index("incident_id")] == incident)


def _free(base: Sheets, draft: Draft) -> str:
    taken, number = {row.cells[0] for row in base["incidents"].rows}, 2
    while f"{draft.incident_id}-{number}" in taken:
        number += 1
    return f"{draft.incident_id}-{number}"


def _fault(draft: Draft, row: Drawn, message: str, suggestion: str | None = None) -> Fault:
    name = TABLES[row.table].key[0]
    line, column = row.marks.get(name, (row.line, 1))
    return Fault("taken-id", row.table, message, draft.file, line, column, row.key[0], suggestion, name)
