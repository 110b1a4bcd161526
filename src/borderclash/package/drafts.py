"""A dossier as it was typed, unfolded into rows of the tables; each cell remembers where it stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

from borderclash.columns import TABLES
from borderclash.errors import suggest
from borderclash.package.faults import STDIN, Fault, FaultRule
from borderclash.package.given import dossiers_in
from borderclash.package.marked import Branch, Leaf, MarkedError, Node, Twigs, parse
from borderclash.projections.form import DOSSIER, PERSONS, Part

__all__ = ["Draft", "Drawn", "read_draft", "read_drafts", "unfold"]

_NIGHT: Final = "night"
_LONGEST: Final = 20_000
"""More characters than any cell may have; rows of cells that are longer still, the engine does not take."""


@dataclass(frozen=True)
class Drawn:
    """One row, drawn from a dossier.

    Attributes:
        table: its table.
        cells: its filled cells by column.
        line: where the row starts, counted from 1.
        marks: per column that was typed the line and the character at which the cell starts.
    """

    table: str
    cells: Mapping[str, str]
    line: int
    marks: Mapping[str, tuple[int, int]]

    @property
    def key(self) -> tuple[str, ...]:
        """Its cells under the key of its table, an empty one as an empty text."""
        return tuple(self.cells.get(name, "") for name in TABLES[self.table].key)


@dataclass(frozen=True)
class Draft:
    """One dossier, unfolded.

    Attributes:
        file: its path, or what it is called.
        incident_id: its incident, or None if none could be read.
        rows: its rows, in the order they were typed; none if a part of it could not be read, since what hangs on that part would then
            be blamed for what is there.
        faults: what keeps parts of it from being read.
    """

    file: str
    incident_id: str | None = None
    rows: tuple[Drawn, ...] = ()
    faults: tuple[Fault, ...] = ()

    def of(self, table: str) -> Iterator[Drawn]:
        """Yield its rows of one table."""
        return (row for row in self.rows if row.table == table)


def read_drafts(given: Iterable[Path | BinaryIO]) -> tuple[Draft, ...]:
    """Read dossiers: files, folders, of which every `.yaml` and `.yml` is read, sorted by name, and streams such as standard input.

    Raises:
        UnreadableError: if a folder holds none.
    """
    drafts: list[Draft] = []
    for each in given:
        if not isinstance(each, Path):
            drafts.append(unfold(each.read(), STDIN))
        elif each.is_dir():
            drafts += map(read_draft, dossiers_in(each))
        else:
            drafts.append(read_draft(each))
    return tuple(drafts)


def read_draft(path: Path) -> Draft:
    """Read one dossier. Bad data never raises: what is wrong is in its faults."""
    file = str(path.absolute())
    try:
        content = path.read_bytes()
    except OSError as error:
        return Draft(file, faults=(_unreadable(file, f"{path} cannot be read: {error.strerror}"),))
    return unfold(content, file)


def unfold(content: bytes, file: str) -> Draft:
    """Unfold the content of a dossier called `file`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Draft(file, faults=(_unreadable(file, "this is not UTF-8; save the file as UTF-8", line),))
    try:
        root = parse(text)
    except MarkedError as error:
        return Draft(file, faults=(_unreadable(file, error.message, error.line, error.column),))
    return _Unfolder(file).draft(root)


def _unreadable(file: str, message: str, line: int | None = None, column: int | None = None) -> Fault:
    return Fault("unreadable-dossier", None, message, file, line, column)


@dataclass
class _Unfolder:
    file: str
    incident: str = ""
    rows: list[Drawn] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def draft(self, root: Node | None) -> Draft:
        if not isinstance(root, Branch):
            what = "the file is empty" if root is None else "the file must hold keys such as `incident:` and `claims:`"
            return Draft(self.file, faults=(_unreadable(self.file, what, 1),))
        tops = self._tops(root)
        opening = next((part for part in DOSSIER if not part.many), DOSSIER[0])
        if opening.name not in tops:
            self._blame("unreadable-dossier", "the dossier has no `incident:`", root)
        for part in DOSSIER:
            if part.name in tops:
                self._part(part, tops[part.name], {})
        if any(fault.rule == "unreadable-dossier" for fault in self.faults):
            return Draft(self.file, faults=tuple(self.faults))
        return Draft(self.file, self.incident or None, tuple(self.rows), tuple(self.faults))

    def _tops(self, root: Branch) -> dict[str, Node]:
        return self._keyed(root, tuple(part.name for part in DOSSIER), "a dossier")

    def _part(self, part: Part, node: Node, given: Mapping[str, str]) -> None:
        """Unfold what stands under the key of a part; `given` is what follows from where it stands."""
        if isinstance(node, Leaf) and node.text is None:
            return
        rows: tuple[Node, ...] = (node,)
        if part.many:
            if not isinstance(node, Twigs):
                self._blame("unreadable-dossier", f"`{part.name}` must be a list: begin each row under it with `- `", node)
                return
            rows = node.items
        numbers = self._named(rows) if part.name == "claims" else {}
        for place, row in enumerate(rows):
            if not isinstance(row, Branch):
                self._blame("unreadable-dossier", f"each row of `{part.name}` must hold keys, such as `{part.keys[0]}: ...`", row)
                continue
            self._row(part, row, {**given, **numbers.get(place, {})})

    def _row(self, part: Part, row: Branch, given: Mapping[str, str]) -> None:
        held = self._keyed(row, part.keys, f"a row of `{part.name}`")
        cells, marks = self._cells(part, held)
        cells = {**given, **cells}
        self._complete(part, cells)
        inner = [(each, held[each.name]) for each in part.parts if each.name in held]
        if not any(each.heir and isinstance(node, Twigs) for each, node in inner):
            ordered = {name: cells[name] for name in part.of.names if name in cells}
            self.rows.append(Drawn(part.table, ordered, row.line, marks))
        key = {name: cells[name] for name in part.of.key if name in cells}
        for each, node in inner:
            self._part(each, node, cells if each.heir else self._inherit(each, key))

    @staticmethod
    def _inherit(inner: Part, key: Mapping[str, str]) -> dict[str, str]:
        """Return the implied columns of an inner part: all are the id of the row it stands in."""
        own = next(iter(key.values()), "")
        return dict.fromkeys(inner.implied, own) if own else {}

    def _complete(self, part: Part, cells: dict[str, str]) -> None:
        """Write out what the form lets people leave out or shorten."""
        if part.name == "incident":
            cells.setdefault("incident_id", _law(cells))
            self.incident = cells["incident_id"]
        if part.name == "claims":
            cells["incident_id"] = self.incident
        if part.name == "figures" and cells.get("category") != "not-persons":
            cells.setdefault("unit", PERSONS)
        for column in part.of.columns:
            name = column.name
            if name in cells and (column.references == "claims" or (column.table, name) == ("claims", "claim_id")):
                cells[name] = self._long(cells[name])

    def _long(self, claim: str) -> str:
        return claim if "." in claim or not self.incident else f"{self.incident}.{claim}"

    def _named(self, rows: tuple[Node, ...]) -> dict[int, dict[str, str]]:
        """Return, by place, the ids of the claims that were given none: by the law of ids, in order of entry."""
        said = [self._plain(row) for row in rows]
        taken = {self._long(claim["id"]) for claim in said if claim.get("id")}
        named = {}
        for place, claim in enumerate(said):
            if claim.get("id") or not claim.get("speaker"):
                continue
            stem, number = self._long(claim["speaker"]), 1
            while (chosen := stem if number == 1 else f"{stem}-{number}") in taken:
                number += 1
            taken.add(chosen)
            named[place] = {"claim_id": chosen}
        return named

    @staticmethod
    def _plain(row: Node) -> dict[str, str]:
        if not isinstance(row, Branch):
            return {}
        return {key.text: value.text for key, value in row.entries if key.text and isinstance(value, Leaf) and value.text}

    def _cells(self, part: Part, held: Mapping[str, Node]) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
        cells: dict[str, str] = {}
        marks: dict[str, tuple[int, int]] = {}
        for key, column in part.columns.items():
            node = held.get(key)
            if node is None:
                continue
            if not isinstance(node, Leaf):
                self._blame("unreadable-dossier", f"`{key}` holds one value, not a list or keys; write a row for each", node)
                continue
            marks[column.name] = (node.line, node.column)
            if node.text is not None and len(node.text) > _LONGEST:
                self._blame("unreadable-dossier", f"`{key}` holds {len(node.text):,} characters, which no cell does; shorten it", node)
            elif node.text is not None:
                cells[column.name] = node.text
        return cells, marks

    def _keyed(self, branch: Branch, known: tuple[str, ...], what: str) -> dict[str, Node]:
        """Return what stands under each known key; blame keys that are not known, and those that stand there twice."""
        held: dict[str, Node] = {}
        for key, value in branch.entries:
            name = key.text or ""
            if name in held:
                self._blame("repeated-key", f"`{name}` stands here a second time; the first is read", key, value=name)
            elif name not in known:
                near = suggest(name.strip().lower(), [each for each in known if each not in held])
                self._blame("unknown-key", f"{what} has no key `{name}`; it is left out", key, value=name, suggestion=near)
            else:
                held[name] = value
        return held

    def _blame(self, rule: FaultRule, message: str, node: Node, **more: Any) -> None:
        self.faults.append(Fault(rule, None, message, self.file, node.line, node.column, **more))


def _law(cells: Mapping[str, str]) -> str:
    """Return the id that an incident has by the law of ids, as far as its cells tell."""
    ends = cells.get("date_precision") == _NIGHT and cells.get("date_end")
    return "-".join(part for part in (ends or cells.get("date_start"), cells.get("place_id")) if part)
