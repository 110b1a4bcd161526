"""The dataset as Python objects: typed, frozen, indexed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError

from borderclash.assembly import assemble
from borderclash.columns import TABLES, Table
from borderclash.dossier import Dossier, Outcome, Overview
from borderclash.errors import UnknownNameError, UnreadableError
from borderclash.history import FirstKnown, first_known, known_rows, tables_over, the_day
from borderclash.models import (
    Actor,
    Citation,
    Claim,
    Figure,
    Incident,
    Location,
    Place,
    PlaceName,
    Reply,
    Row,
    Search,
    Source,
    Waiver,
)
from borderclash.notebook import bold, fragment, grid, muted
from borderclash.outcomes import outcomes_of, overviews_of, sides_of
from borderclash.package.locate import Package, locate
from borderclash.package.read import read
from borderclash.package.tables import Tables
from borderclash.vocab import Attribution, ReplyStatus

__all__ = ["Dataset", "first_known_of", "load", "refuse_faults", "sides_of", "tables_of"]

_BY_ID: Final = ("actors", "places", "sources", "incidents", "claims")


@dataclass(frozen=True, repr=False, eq=False)
class Dataset:
    """A claims package, read whole. Every reference leads somewhere; nothing in it can be changed.

    Attributes:
        actors: rows by id, in the order of their file; so are `places`, `sources`, `incidents` and `claims`.
        place_names: rows, in the order of their file; so are `locations`, `citations`, `replies`, `searches`, `figures` and `waivers`.
        outcomes: what is derived of each claim, by its id.
        overviews: what is derived of each incident, by its id.
        package: where it was read.
        known_on: the day as of which it is known; None for all that was read.
    """

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    incidents: Mapping[str, Incident]
    claims: Mapping[str, Claim]
    place_names: tuple[PlaceName, ...]
    locations: tuple[Location, ...]
    citations: tuple[Citation, ...]
    replies: tuple[Reply, ...]
    searches: tuple[Search, ...]
    figures: tuple[Figure, ...]
    waivers: tuple[Waiver, ...]
    outcomes: Mapping[str, Outcome]
    overviews: Mapping[str, Overview]
    package: Package | None = None
    known_on: date | None = None
    _looked_for: frozenset[str] = frozenset()
    _indexes: dict[tuple[str, str], Mapping[str, tuple[Any, ...]]] = field(default_factory=dict, init=False)

    def dossier(self, incident_id: str) -> Dossier:
        """Return the incident, nested: its claims with their replies, searches, figures and sources.

        Raises:
            UnknownNameError: if there is no such incident.
        """
        self._known("incident", incident_id, self.incidents)
        return assemble(self, incident_id)

    def as_of(self, day: date | str) -> "Dataset":
        """Return the dataset as it could be known on a day: claims said, sources published and replies given by then.

        What is derived, statuses among it, is derived anew from what is left. `borderclash.history` says what was chosen where the
        question leaves a choice.

        Raises:
            UnreadableDayError: if it is no day.
        """
        day = the_day(day)
        rows = known_rows(_rows_of(self), first_known_of(self), day)
        accusations = (claim.claim_id for claim in rows["claims"] if claim.accused)
        looked_for = frozenset(claim for claim in accusations if self.outcomes[claim].status is not ReplyStatus.UNRECORDED)
        known_on = min(day, self.known_on or day)
        with tables_over(rows, looked_for, known_on) as tables:
            return _assembled(tables, rows, package=self.package, known_on=known_on, looked_for=looked_for)

    def reply_status(self, claim_id: str) -> ReplyStatus:
        """Return what became of the claim.

        Raises:
            UnknownNameError: if there is no such claim.
        """
        self._known("claim", claim_id, self.claims)
        return self.outcomes[claim_id].status

    def attribution(self, incident_id: str) -> Attribution:
        """Return how the incident's accusations were met.

        Raises:
            UnknownNameError: if there is no such incident.
        """
        self._known("incident", incident_id, self.incidents)
        return self.overviews[incident_id].attribution

    def claims_of(self, incident_id: str) -> tuple[Claim, ...]:
        """Return the claims about the incident, in the order of their file.

        Raises:
            UnknownNameError: if there is no such incident.
        """
        self._known("incident", incident_id, self.incidents)
        return self._where("claims", "incident_id", incident_id)

    def replies_to(self, claim_id: str) -> tuple[Reply, ...]:
        """Return the rows by which other claims answer this one, of whatever incident.

        Raises:
            UnknownNameError: if there is no such claim.
        """
        self._known("claim", claim_id, self.claims)
        return self._where("replies", "answers", claim_id)

    def answers_of(self, claim_id: str) -> tuple[Reply, ...]:
        """Return the rows by which this claim answers others.

        Raises:
            UnknownNameError: if there is no such claim.
        """
        self._known("claim", claim_id, self.claims)
        return self._where("replies", "reply_id", claim_id)

    def names_of(self, place_id: str) -> tuple[PlaceName, ...]:
        """Return what the place is called, by whom.

        Raises:
            UnknownNameError: if there is no such place.
        """
        self._known("place", place_id, self.places)
        return self._where("place_names", "place_id", place_id)

    def of(self, table: str, claim_id: str) -> tuple[Any, ...]:
        """Return the rows of citations, searches, figures or locations that hang on the claim.

        Raises:
            UnknownNameError: if there is no such claim, or the table is none of these.
        """
        hanging = ("citations", "searches", "figures", "locations")
        self._known("table of rows that hang on a claim", table, hanging)
        self._known("claim", claim_id, self.claims)
        return self._where(table, "claim_id", claim_id)

    def __repr__(self) -> str:
        days = [incident.date_start for incident in self.incidents.values()]
        period = f", {min(days)} to {max(days)}" if days else ""
        counts = ((len(self.incidents), "incident"), (len(self.claims), "claim"), (len(self.sources), "source"))
        period += f", as of {self.known_on}" if self.known_on else ""
        return "Dataset(" + ", ".join(f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in counts) + f"{period})"

    def _repr_html_(self) -> str:
        met = Counter(self.outcomes[claim.claim_id].status for claim in self.claims.values() if claim.accused)
        statuses = [(status, met[status], status.meaning) for status in ReplyStatus if met[status]]
        counts = grid(("table", "rows"), [(name, f"{len(getattr(self, name)):,}") for name in TABLES])
        where = f"read at {self.package.root}" if self.package else ""
        answered = grid(("accusations", "number", "meaning"), statuses) if statuses else ""
        return fragment(bold(repr(self)), muted(where) if where else "", answered, counts)

    def _where(self, table: str, column: str, value: str) -> tuple[Any, ...]:
        """Return the rows of a table with that value, through an index made at the first question."""
        if (table, column) not in self._indexes:
            rows = getattr(self, table)
            index: dict[str, list[Any]] = {}
            for row in rows.values() if isinstance(rows, Mapping) else rows:
                index.setdefault(getattr(row, column), []).append(row)
            self._indexes[table, column] = {key: tuple(found) for key, found in index.items()}
        return self._indexes[table, column].get(value, ())

    @staticmethod
    def _known(what: str, name: str, known: Iterable[str]) -> None:
        if name not in known:
            raise UnknownNameError(what, name, known, "to see them all, type: borderclash list" if what == "incident" else "")


def load(path: str | Path | None = None) -> Dataset:
    """Read a claims package, or without a path the data that borderclash ships.

    Args:
        path: a folder, or its `datapackage.json`.

    Raises:
        MissingPackageError: if there is no package.
        UnreadableError: if its files hold faults, so that some row could not be given as what it says.
    """
    package = locate(path)
    with read(package) as tables:
        refuse_faults(tables)
        rows = {name: tuple(_rows(tables, table)) for name, table in TABLES.items()}
        for name in _BY_ID:
            _refuse_twins(TABLES[name], rows[name], package)
        _refuse_loose_ends(rows, package)
        return _assembled(tables, rows, package=package)


def first_known_of(dataset: Dataset) -> FirstKnown:
    """Return from which day `Dataset.as_of` keeps each claim and each source."""
    return first_known(_rows_of(dataset), {claim: outcome.said for claim, outcome in dataset.outcomes.items()})


def tables_of(dataset: Dataset) -> Tables:
    """Return the rows of a dataset as tables again, from which all that it derives follows; close them when done.

    For a dataset as of a day, `searches` also holds a row for each accusation whose reply was looked for though none was there yet.
    """
    return tables_over(_rows_of(dataset), dataset._looked_for, dataset.known_on)  # noqa: SLF001 - of this module


def _rows_of(dataset: Dataset) -> dict[str, tuple[Any, ...]]:
    found = {name: getattr(dataset, name) for name in TABLES}
    return {name: tuple(rows.values() if isinstance(rows, Mapping) else rows) for name, rows in found.items()}


def _assembled(
    tables: Tables,
    rows: Mapping[str, tuple[Any, ...]],
    *,
    package: Package | None,
    known_on: date | None = None,
    looked_for: frozenset[str] = frozenset(),
) -> Dataset:
    """Return the dataset of rows, with what is derived of the tables that hold the same."""
    by_id = {name: MappingProxyType({getattr(row, TABLES[name].key[0]): row for row in rows[name]}) for name in _BY_ID}
    others = {name: rows[name] for name in TABLES if name not in _BY_ID}
    derived: dict[str, Any] = {"outcomes": MappingProxyType(outcomes_of(tables)), "overviews": MappingProxyType(overviews_of(tables))}
    return Dataset(**by_id, **others, **derived, package=package, known_on=known_on, _looked_for=looked_for)  # type: ignore[arg-type]


def refuse_faults(tables: Tables) -> None:
    """Refuse tables of which something was lost in reading: a file, a column, a row or a cell.

    Raises:
        UnreadableError: naming the first loss, and what to type to see them all.
    """
    lost = [f"the table {name} is missing" for name in sorted(tables.missing)]
    lost += [f"the table {table} has no column {column}" for table, column in sorted(tables.missing_columns)]
    lost += [f"{number} row(s) of {name} could not be read" for name, number in sorted(tables.rejected.items())]
    lost += [f"{number} cell(s) of {table}.{column} do not fit" for (table, column), number in sorted((tables.misfits or {}).items())]
    if lost:
        raise _unreadable(tables.package, lost[0], len(lost) - 1)


def _unreadable(package: Package | None, what: str, more: int = 0) -> UnreadableError:
    where = package.root if package else "the data"
    others = f" (and {more} more)" if more else ""
    return UnreadableError(f"{where} cannot be loaded: {what}{others}; to see every fault, type: borderclash validate {where}")


def _rows(tables: Tables, table: Table) -> list[Row]:
    rows = []
    for cells in tables.rows(tables.text(table.name).sort("_row").select(*table.names)):
        try:
            rows.append(table.model.model_validate(dict(zip(table.names, cells, strict=True))))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in (table.name, *first["loc"]))
            raise _unreadable(tables.package, f"{where}: {first['msg']}") from error
    return rows


def _refuse_twins(table: Table, rows: Iterable[Row], package: Package) -> None:
    seen: set[str] = set()
    for row in rows:
        key = getattr(row, table.key[0])
        if key in seen:
            raise _unreadable(package, f"two rows of {table.name} have the id {key}")
        seen.add(key)


def _refuse_loose_ends(rows: Mapping[str, tuple[Row, ...]], package: Package) -> None:
    ids = {name: {getattr(row, TABLES[name].key[0]) for row in rows[name]} for name in _BY_ID}
    for table in TABLES.values():
        for column in table.columns:
            if column.references:
                for row in rows[table.name]:
                    value = getattr(row, column.name)
                    if value is not None and value not in ids[column.references]:
                        raise _unreadable(package, f"{table.name}.{column.name} names {value}, which is not in {column.references}")
