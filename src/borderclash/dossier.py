"""One incident, nested: each claim with its status, its sources, its figures, and what answers it. What people read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Protocol

from borderclash.columns import TABLES
from borderclash.models import Actor, Citation, Claim, Figure, Incident, Location, Place, Reply, Row, Search, Source
from borderclash.notebook import bold, fragment, grid, muted
from borderclash.vocab import Act, Attribution, ReplyStatus

__all__ = ["Answer", "Cited", "Dossier", "DossierClaim", "Graph", "Outcome", "Overview", "assemble"]


@dataclass(frozen=True)
class Outcome:
    """What is derived of one claim; `borderclash.derive` says how.

    Attributes:
        status: what became of it.
        others_deny, others_confirm: whether a voice of neither side denies or confirms it.
        said: the day it was said, or its earliest source published; None if neither is known.
        replies: how many claims of the accused's side count as answers.
        first_reply_on, reply_lag_days: the day of the first of them, and the days from the claim to it, negative if it came first.
        sources, independent_sources: how many documents carry it, and from how many bodies those come.
        sides_sourced: the sides whose media carry it, sorted.
        reply_lag_hours: the same lag in hours, where the clock times are known.
    """

    status: ReplyStatus
    others_deny: bool
    others_confirm: bool
    said: date | None
    replies: int
    first_reply_on: date | None
    reply_lag_days: int | None
    sources: int
    independent_sources: int
    sides_sourced: tuple[str, ...]
    reply_lag_hours: float | None = None


@dataclass(frozen=True)
class Overview:
    """What is derived of one incident.

    Attributes:
        attribution: how its accusations were met.
        kind: the act of its earliest-said claim with an act, or None.
        kinds: all acts alleged, gravest first.
    """

    attribution: Attribution
    kind: Act | None
    kinds: tuple[Act, ...]


@dataclass(frozen=True)
class Cited:
    """A source, and how it carries the claim."""

    citation: Citation
    source: Source


@dataclass(frozen=True)
class Answer:
    """A reply, and the claim that makes it; `owned` is false if that claim belongs to another incident's dossier."""

    reply: Reply
    claim: Claim
    owned: bool


@dataclass(frozen=True)
class DossierClaim:
    """One claim and all that hangs on it.

    Attributes:
        claim, outcome: the claim, and what is derived of it.
        cites: its sources.
        answers: the claims it answers itself.
        replies: the claims that answer it, of this incident or of another.
        searches, figures, locations: its rows of those tables.
    """

    claim: Claim
    outcome: Outcome
    cites: tuple[Cited, ...]
    answers: tuple[Reply, ...]
    replies: tuple[Answer, ...]
    searches: tuple[Search, ...]
    figures: tuple[Figure, ...]
    locations: tuple[Location, ...]

    @property
    def status(self) -> ReplyStatus:
        """What became of the claim."""
        return self.outcome.status


@dataclass(frozen=True, repr=False)
class Dossier:
    """One incident with everything that is said about it, claims in the order they were said.

    Attributes:
        incident, overview: the incident, and what is derived of it.
        place: where it is, if a place is named.
        claims: its claims.
        names: what actors are called, by id.
    """

    incident: Incident
    overview: Overview
    place: Place | None
    claims: tuple[DossierClaim, ...]
    names: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source its claims cite, once, in order of first use."""
        return tuple({cited.source.source_id: cited.source for claim in self.claims for cited in claim.cites}.values())

    def to_dict(self) -> dict[str, Any]:
        """Return the dossier in the shape of its YAML file: plain dicts and lists whose scalars are the cells of the tables, as text.

        Ids of this incident's claims are short, empty cells are left out, and replies that other incidents own are not in it.
        """
        claims = [self._claim(claim) for claim in self.claims]
        searches = [_cells("searches", search) for claim in self.claims for search in claim.searches]
        return {
            "incident": _renamed(_cells("incidents", self.incident), incident_id="id", place_id="place"),
            "claims": claims,
            "searches": [self._shortened(_renamed(search, claim_id="claim", source_id="source"), "claim") for search in searches],
            "sources": [_renamed(_cells("sources", source), source_id="id") for source in self.sources],
        }

    def __repr__(self) -> str:
        accusations = sum(1 for item in self.claims if item.claim.accused)
        counts = ((len(self.claims), "claim"), (accusations, "accusation"), (len(self.sources), "source"))
        told = ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts)
        return f"<Dossier {self.incident.incident_id}: {self.incident.title!r}, {told}, {self.overview.attribution}>"

    def _repr_html_(self) -> str:
        where = f", {self.place.name}" if self.place else ""
        head = f"{self.incident.incident_id}{where}: {self.overview.attribution} ({self.overview.attribution.meaning})"
        header = ("said", "who", "says", "of whom", "status", "answered by", "read in")
        return fragment(bold(self.incident.title), muted(head), grid(header, [self._told(item) for item in self.claims]))

    def _told(self, item: DossierClaim) -> tuple[object, ...]:
        """Return one claim as a row for a reader, what answers it in the same row."""
        claim = item.claim
        answers = [f"{self._name(by.claim.speaker)} {by.reply.stance} ({by.reply.aspect}): {by.claim.text}" for by in item.replies]
        searches = [f"searched {search.searched_on}: {self._name(search.outlet)} ({search.language})" for search in item.searches]
        sources = [f"{self._name(cited.source.publisher)}, {cited.source.published or 'undated'}" for cited in item.cites]
        charged = f"{self._name(claim.accused)}, {claim.act or 'an act not named'}" if claim.accused else None
        status = item.status if claim.accused else None
        said, heard = item.outcome.said or "undated", "\n".join((*answers, *searches))
        return (said, self._name(claim.speaker), claim.text, charged, status, heard, "\n".join(sources))

    def _name(self, actor_id: str) -> str:
        return self.names.get(actor_id, actor_id)

    def _claim(self, claim: DossierClaim) -> dict[str, Any]:
        cells = self._shortened(_renamed(_cells("claims", claim.claim, "incident_id"), claim_id="id"), "id")
        answers = [_renamed(_cells("replies", reply, "reply_id"), answers="claim") for reply in claim.answers]
        parts = {
            "answers": [self._shortened(answer, "claim") for answer in answers],
            "cites": [_renamed(_cells("citations", cited.citation, "claim_id"), source_id="source") for cited in claim.cites],
            "figures": [_cells("figures", figure, "claim_id") for figure in claim.figures],
            "locations": [_renamed(_cells("locations", location, "claim_id"), place_id="place") for location in claim.locations],
        }
        return cells | {name: part for name, part in parts.items() if part}

    def _shortened(self, cells: dict[str, str], name: str) -> dict[str, str]:
        return cells | {name: cells[name].removeprefix(f"{self.incident.incident_id}.")}


def _cells(table: str, row: Row, *without: str) -> dict[str, str]:
    """Return the filled cells of a row as their canonical text, in the order of its table, `without` some."""
    filled = ((column, getattr(row, column.name)) for column in TABLES[table].columns if column.name not in without)
    return {column.name: column.kind.write(value) for column, value in filled if value is not None}


def _renamed(cells: Mapping[str, str], **names: str) -> dict[str, str]:
    return {names.get(name, name): cell for name, cell in cells.items()}


class Graph(Protocol):
    """What a dossier needs of a dataset: rows by id, and the rows that hang on a claim."""

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""

    @property
    def incidents(self) -> Mapping[str, Incident]:
        """The incidents by id."""

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""

    @property
    def places(self) -> Mapping[str, Place]:
        """The places by id."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """What is derived of each claim."""

    @property
    def overviews(self) -> Mapping[str, Overview]:
        """What is derived of each incident."""

    def claims_of(self, incident_id: str) -> tuple[Claim, ...]:
        """Return the incident's claims."""

    def of(self, table: str, claim_id: str) -> tuple[Any, ...]:
        """Return the rows of a table that hang on the claim."""

    def answers_of(self, claim_id: str) -> tuple[Reply, ...]:
        """Return the rows by which the claim answers others."""

    def replies_to(self, claim_id: str) -> tuple[Reply, ...]:
        """Return the rows by which others answer the claim."""


def assemble(graph: Graph, incident_id: str) -> Dossier:
    """Return the dossier of an incident that is there."""
    incident = graph.incidents[incident_id]
    claims = sorted(graph.claims_of(incident_id), key=lambda claim: _moment(claim, graph.outcomes[claim.claim_id]))
    return Dossier(
        incident=incident,
        overview=graph.overviews[incident_id],
        place=graph.places[incident.place_id] if incident.place_id else None,
        claims=tuple(_gathered(graph, claim) for claim in claims),
        names={actor_id: actor.name for actor_id, actor in graph.actors.items()},
    )


def _gathered(graph: Graph, claim: Claim) -> DossierClaim:
    answers = ((reply, graph.claims[reply.reply_id]) for reply in graph.replies_to(claim.claim_id))
    return DossierClaim(
        claim=claim,
        outcome=graph.outcomes[claim.claim_id],
        cites=tuple(Cited(citation, graph.sources[citation.source_id]) for citation in graph.of("citations", claim.claim_id)),
        answers=graph.answers_of(claim.claim_id),
        replies=tuple(Answer(reply, by, owned=by.incident_id == claim.incident_id) for reply, by in answers),
        searches=graph.of("searches", claim.claim_id),
        figures=graph.of("figures", claim.claim_id),
        locations=graph.of("locations", claim.claim_id),
    )


def _moment(claim: Claim, outcome: Outcome) -> tuple[date, time, int, str]:
    """Order by day, hour and entry; what is unknown comes first, and the number that ends an id is counted, not spelt."""
    stem, _, number = claim.claim_id.rpartition("-")
    entry = (int(number), stem) if number.isdigit() and "." in stem else (1, claim.claim_id)
    return (outcome.said or date.min, claim.said_at or time.min, *entry)
