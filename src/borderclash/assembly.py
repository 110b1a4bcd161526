"""Gathering a dossier: one incident, and from all tables whatever hangs on its claims or is named by them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from typing import Any, Protocol

from borderclash.columns import TABLES
from borderclash.dossier import Answer, Cited, Dossier, DossierClaim, Outcome, Overview
from borderclash.models import Actor, Claim, Incident, Place, PlaceName, Reply, Row, Source

__all__ = ["Graph", "assemble"]


class Graph(Protocol):
    """What a dossier needs of a dataset: rows by id, and the rows that hang on a claim."""

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
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""

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

    def names_of(self, place_id: str) -> tuple[PlaceName, ...]:
        """Return what the place is called, by whom."""


def assemble(graph: Graph, incident_id: str) -> Dossier:
    """Return the dossier of an incident that is there."""
    incident = graph.incidents[incident_id]
    claims = sorted(graph.claims_of(incident_id), key=lambda claim: _moment(claim, graph.outcomes[claim.claim_id]))
    gathered = tuple(_gathered(graph, claim) for claim in claims)
    named = list(_rows(incident, gathered))
    cited = {cited.source.source_id for claim in gathered for cited in claim.cites}
    pages = tuple(source for source in _reached(graph.sources, "sources", named) if source.source_id not in cited)
    actors = _reached(graph.actors, "actors", [*named, *(("sources", page) for page in pages)])
    places = _reached(graph.places, "places", named)
    return Dossier(
        incident=incident,
        overview=graph.overviews[incident_id],
        place=graph.places[incident.place_id] if incident.place_id else None,
        claims=gathered,
        pages=pages,
        actors=actors,
        places=places,
        names=tuple(name for place in places for name in graph.names_of(place.place_id)),
        called={actor_id: actor.name for actor_id, actor in graph.actors.items()},
    )


def _rows(incident: Incident, claims: Iterable[DossierClaim]) -> Iterator[tuple[str, Row]]:
    """Yield every row of the dossier with its table."""
    yield "incidents", incident
    for claim in claims:
        yield "claims", claim.claim
        for cited in claim.cites:
            yield from (("citations", cited.citation), ("sources", cited.source))
        for table, rows in (("searches", claim.searches), ("figures", claim.figures), ("locations", claim.locations)):
            yield from ((table, row) for row in rows)


def _reached(known: Mapping[str, Any], table: str, rows: Iterable[tuple[str, Row]]) -> tuple[Any, ...]:
    """Return the rows of a table that any of `rows` names, or that one of those names, sorted by id."""
    found: dict[str, Any] = {}
    waiting = [*rows]
    while waiting:
        name, row = waiting.pop()
        for column in TABLES[name].columns:
            wanted = getattr(row, column.name) if column.references == table else None
            if wanted is not None and wanted not in found:
                found[wanted] = known[wanted]
                waiting.append((table, known[wanted]))
    return tuple(found[each] for each in sorted(found))


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
