"""The dataset as Python objects: typed, frozen, indexed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError

from borderclash.columns import TABLES, Table
from borderclash.dossier import Dossier, Outcome, Overview, assemble
from borderclash.errors import UnknownNameError, UnreadableError
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
from borderclash.outcomes import cells_of, outcomes, overviews
from borderclash.package.locate import Package, locate
from borderclash.package.read import read
from borderclash.package.rows import from_rows
from borderclash.package.tables import Tables
from borderclash.vocab import Attribution, ReplyStatus

__all__ = ["Dataset", "load", "refuse_faults", "still_unanswered"]

_BY_ID: Final = ("actors", "places", "sources", "incidents", "claims")


@dataclass(frozen=True, repr=False, eq=False)
class Dataset:
    """A claims package, read whole. Every reference leads somewhere; nothing in it can be changed.

    Attributes:
        actors, places, sources, incidents, claims: rows by id, in the order of their files.
        place_names, locations, citations, replies, searches, figures, waivers: rows, in the order of their files.
        outcomes, overviews: what is derived of each claim and of each incident.
        package: where it was read.
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
    _indexes: dict[tuple[str, str], Mapping[str, tuple[Any, ...]]] = field(default_factory=dict, init=False)

    def dossier(self, incident_id: str) -> Dossier:
        """Return the incident, nested: its claims with their replies, searches, figures and sources.

        Raises:
            UnknownNameError: if there is no such incident.
        """
        self._known("incident", incident_id, self.incidents)
        return assemble(self, incident_id)

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

    def as_of(self, day: date | str) -> "Dataset":
        """Return the dataset as it could be known on a day, with the statuses as they stood.

        Kept are the claims said by that day (one whose day is not known is left out), the incidents they are about, and the replies
        between them. A claim keeps the sources published by then and those without a date; one that has only later pages keeps
        those, since they carry what was said before. An accusation that nobody had answered by then is unanswered, whether or not
        somebody looked: the later answer itself shows that there was none before. Searches stay, being ours and not of the time.
        Actors, places and their names stay whole; waivers are of the whole and go.

        Args:
            day: a date, or an ISO day such as `2021-05-28`.

        Raises:
            ValueError: if `day` is a text that is no ISO day.
        """
        return _as_of(self, date.fromisoformat(day) if isinstance(day, str) else day)

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
        return "Dataset(" + ", ".join(f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in counts) + f"{period})"

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
        rows = {name: _rows(tables, table) for name, table in TABLES.items()}
        by_id: dict[str, Any] = {name: MappingProxyType(_by_id(TABLES[name], rows[name], package)) for name in _BY_ID}
        _refuse_loose_ends(rows, package)
        others: dict[str, Any] = {name: tuple(rows[name]) for name in TABLES if name not in _BY_ID}
        return Dataset(
            **by_id,
            **others,
            outcomes=MappingProxyType(outcomes(tables)),
            overviews=MappingProxyType(overviews(tables)),
            package=package,
        )


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


def _by_id(table: Table, rows: Iterable[Row], package: Package) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for row in rows:
        key = getattr(row, table.key[0])
        if key in result:
            raise _unreadable(package, f"two rows of {table.name} have the id {key}")
        result[key] = row
    return result


def _refuse_loose_ends(rows: Mapping[str, list[Row]], package: Package) -> None:
    ids = {name: {getattr(row, TABLES[name].key[0]) for row in rows[name]} for name in _BY_ID}
    for table in TABLES.values():
        for column in table.columns:
            if column.references:
                for row in rows[table.name]:
                    value = getattr(row, column.name)
                    if value is not None and value not in ids[column.references]:
                        raise _unreadable(package, f"{table.name}.{column.name} names {value}, which is not in {column.references}")


def _as_of(dataset: Dataset, day: date) -> Dataset:
    claims = {
        claim_id: claim
        for claim_id, claim in dataset.claims.items()
        if (said := dataset.outcomes[claim_id].said) is not None and said <= day
    }
    early = {source_id for source_id, source in dataset.sources.items() if source.published is None or source.published <= day}
    citations = [citation for claim_id in claims for citation in _by_then(dataset.of("citations", claim_id), early)]
    incidents = {claim.incident_id for claim in claims.values()}
    incidents |= {whole for each in incidents if (whole := dataset.incidents[each].part_of)}
    searches = [search for search in dataset.searches if search.claim_id in claims]
    cited = {citation.source_id for citation in citations} | {search.source_id for search in searches if search.source_id}
    rows: dict[str, list[Row]] = {
        "actors": list(dataset.actors.values()),
        "places": list(dataset.places.values()),
        "place_names": list(dataset.place_names),
        "sources": [source for source_id, source in dataset.sources.items() if source_id in cited],
        "incidents": [incident for incident_id, incident in dataset.incidents.items() if incident_id in incidents],
        "claims": list(claims.values()),
        "citations": list(citations),
        "replies": [reply for reply in dataset.replies if reply.reply_id in claims and reply.answers in claims],
        "searches": list(searches),
        "locations": [location for location in dataset.locations if location.claim_id in claims],
        "figures": [figure for figure in dataset.figures if figure.claim_id in claims],
    }
    cells = {name: [cells_of(TABLES[name], row) for row in rows.get(name, ())] for name in TABLES}
    with from_rows(cells) as tables:
        then = {claim: still_unanswered(dataset, claim, outcome) for claim, outcome in outcomes(tables).items()}
        seen = overviews(tables)
    by_id: dict[str, Any] = {name: MappingProxyType({getattr(row, TABLES[name].key[0]): row for row in rows[name]}) for name in _BY_ID}
    others: dict[str, Any] = {name: tuple(rows.get(name, ())) for name in TABLES if name not in _BY_ID}
    return Dataset(**by_id, **others, outcomes=MappingProxyType(then), overviews=MappingProxyType(seen), package=dataset.package)


def _by_then(citations: Iterable[Citation], early: set[str]) -> tuple[Citation, ...]:
    """Return the citations of pages published by then; all of them if there is none."""
    whole = tuple(citations)
    return tuple(citation for citation in whole if citation.source_id in early) or whole


def still_unanswered(dataset: Dataset, claim_id: str, outcome: Outcome) -> Outcome:
    """Take an accusation that was answered later for one that was unanswered, since the record of it goes on."""
    answered_later = dataset.outcomes[claim_id].status is not ReplyStatus.UNRECORDED
    if outcome.status is ReplyStatus.UNRECORDED and answered_later and dataset.claims[claim_id].accused:
        return replace(outcome, status=ReplyStatus.UNANSWERED)
    return outcome
