"""One incident, nested: each claim with its status, its sources, its figures, and what answers it. What people read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any, Final

from borderclash.models import Actor, Citation, Claim, Figure, Incident, Location, Place, PlaceName, Reply, Row, Search, Source
from borderclash.notebook import block, bold, fragment, link, muted
from borderclash.projections.form import DOSSIER, Part
from borderclash.vocab import Act, Attribution, ReplyStatus, Stance
from borderclash.wording import day_in_words, deed_in_words, figure_in_words, spaced

__all__ = [
    "OWN_SIDE",
    "Answer",
    "Cited",
    "Dossier",
    "DossierClaim",
    "Outcome",
    "Overview",
]

OWN_SIDE: Final = (Stance.CORRECTS, Stance.RETRACTS, Stance.UPDATES, Stance.REPEATS)
"""What only the speaker's own side does, in the order in which it is told, after all that others answer."""


def _parts(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield from (part, *_parts(part.parts))


_BARE: Final = frozenset(
    key for part in _parts(DOSSIER) for key, column in part.columns.items() if column.kind.storage not in ("text", "word")
)
"""The keys under which numbers, days and hours stand: they need no quotes, and are easier to read without."""


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
        incident: the incident.
        overview: what is derived of it.
        place: where it is, if a place is named.
        claims: its claims.
        pages: the sources that no claim cites, but a search names as the page that says there was no reply.
        actors: the actors that any of its rows names, sorted by id.
        places: the places that any of its rows names, sorted by id.
        names: what those places are called.
        called: what actors are called in English, by id.
    """

    incident: Incident
    overview: Overview
    place: Place | None
    claims: tuple[DossierClaim, ...]
    pages: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    names: tuple[PlaceName, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source its claims cite, once, in order of first use."""
        return tuple({cited.source.source_id: cited.source for claim in self.claims for cited in claim.cites}.values())

    def __repr__(self) -> str:
        accusations = sum(1 for item in self.claims if item.claim.accused)
        counts = ((len(self.claims), "claim"), (accusations, "accusation"), (len(self.sources), "source"))
        told = ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts)
        return f"<Dossier {self.incident.incident_id}: {self.incident.title!r}, {told}, {self.overview.attribution}>"

    def stands_alone(self, item: DossierClaim) -> bool:
        """Whether a claim is told in a place of its own: it accuses, or answers nothing that is told here."""
        claims = {each.claim.claim_id for each in self.claims} - {item.claim.claim_id}
        here = [answer for answer in item.answers if answer.answers in claims]
        echoes = any(answer.stance is Stance.REPEATS for answer in here)
        return not here or (item.claim.accused is not None and not echoes)

    def _repr_html_(self) -> str:
        where = f", {self.place.name}" if self.place else ""
        head = f"{self.incident.incident_id}{where}: {self.overview.attribution} ({self.overview.attribution.meaning})"
        told: set[str] = set()
        threads = [self._thread(item, told) for item in self.claims if self.stands_alone(item)]
        threads += [self._thread(item, told) for item in self.claims if item.claim.claim_id not in told]
        return fragment(bold(self.incident.title), muted(head), *threads)

    def _thread(self, item: DossierClaim, told: set[str], deed: str = "") -> str:
        """Return a claim as HTML, and beneath it what answers it: the other side first, what the speaker's own side adds last."""
        claim = item.claim
        told.add(claim.claim_id)
        charge = f" accuses {self._name(claim.accused)} of {spaced(claim.act or 'an act not named')}" if claim.accused and not deed else ""
        said = day_in_words(item.outcome.said) if item.outcome.said else "undated"
        hour = f", {claim.said_at:%H:%M}" if claim.said_at else ""
        head = f"{muted(f'{deed}: ') if deed else ''}{bold(self._name(claim.speaker) + charge)} {muted(said + hour)}"
        answers = sorted(item.replies, key=lambda answer: OWN_SIDE.index(answer.reply.stance) if answer.reply.stance in OWN_SIDE else -1)
        return block(head, escape(claim.text), *self._about(item), inner=[self._answered(answer, told) for answer in answers])

    def _about(self, item: DossierClaim) -> Iterator[str]:
        """Yield what is known of a claim, a line of HTML each: its status, its figures, its sources, the searches for a reply."""
        if item.claim.accused:
            echoes = any(answer.stance is Stance.REPEATS for answer in item.answers)
            yield f"{muted('status, of what it repeats:' if echoes else 'status:')} {bold(item.status)}"
        if item.figures:
            yield f"{muted('figures:')} {escape('; '.join(figure_in_words(each, self._name) for each in item.figures))}"
        if item.cites:
            yield f"{muted('read in:')} {'; '.join(map(self._cited, item.cites))}"
        for each in item.searches:
            yield muted(f"searched {day_in_words(each.searched_on)}, no reply found: {self._name(each.outlet)} ({each.language})")

    def _answered(self, answer: Answer, told: set[str]) -> str:
        """Return an answer as HTML: whole, or in short if it is told elsewhere."""
        claim, deed = answer.claim, deed_in_words(answer.reply)
        item = next((each for each in self.claims if each.claim.claim_id == claim.claim_id), None)
        if item is not None and claim.claim_id not in told and not self.stands_alone(item):
            return self._thread(item, told, deed)
        where = "told whole in this dossier" if item is not None else f"told whole in {claim.incident_id}"
        return block(f"{muted(f'{deed}: ')}{bold(self._name(claim.speaker))}", escape(claim.text), muted(where))

    def _cited(self, cited: Cited) -> str:
        source = cited.source
        side = next((actor.side for actor in self.actors if actor.actor_id == source.publisher), None)
        whose = f"{self._name(side)}, {source.language}" if side else source.language
        when = day_in_words(source.published) if source.published else "undated"
        return f"{link(source.url, self._name(source.publisher))} {muted(f'({whose}, {when})')}"

    def _name(self, actor_id: str) -> str:
        return self.called.get(actor_id, actor_id)

    def to_dict(self) -> dict[str, Any]:
        """Return the dossier in the shape of its YAML file: plain dicts and lists whose scalars are the cells of the tables, as text.

        Ids of this incident's claims are short, empty cells are left out, and replies that other incidents own are not in it. With the
        sources come the actors and the places it names, and what those lie in or speak for, so that it can be merged anywhere.
        """
        parts = {part.name: part for part in DOSSIER}
        claims = [self._claim(parts["claims"], claim) for claim in self.claims]
        whole: dict[str, Any] = {"incident": self._cells(parts["incident"], self.incident), "claims": claims}
        whole["searches"] = self._searches(parts["searches"])
        for name, rows in (("sources", (*self.sources, *self.pages)), ("actors", self.actors)):
            whole[name] = [self._cells(parts[name], row) for row in rows]
        whole["places"] = [self._place(parts["places"], place) for place in self.places]
        return {name: part for name, part in whole.items() if part or name in ("incident", "claims")}

    def to_yaml(self, editor: str = "") -> str:
        """Return the dossier as the file that people fill in; merged into the package it came from, it changes nothing.

        Args:
            editor: a first line that tells editors which schema to go by; whoever knows where the file will lie gives it.
        """
        from borderclash.package.marked import dump  # noqa: PLC0415 - YAML is loaded when somebody asks for it

        return f"{editor}{dump(self.to_dict(), bare=_BARE)}"

    def _claim(self, part: Part, claim: DossierClaim) -> dict[str, Any]:
        hanging: dict[str, Iterable[Row]] = {
            "locations": claim.locations,
            "answers": claim.answers,
            "cites": (cited.citation for cited in claim.cites),
            "figures": claim.figures,
        }
        inner = {each.name: [self._cells(each, row) for row in hanging[each.name]] for each in part.parts}
        return self._cells(part, claim.claim) | {name: rows for name, rows in inner.items() if rows}

    def _searches(self, part: Part) -> list[dict[str, Any]]:
        """Return the searches, those for one reply on one day under one head."""
        (inner,) = part.parts
        heads: dict[tuple[str, str], list[dict[str, str]]] = {}
        for claim in self.claims:
            for search in claim.searches:
                cells = self._cells(part, search)
                heads.setdefault((cells["claim"], cells["searched_on"]), []).append(
                    {key: cell for key, cell in cells.items() if key in inner.columns}
                )
        return [{"claim": claim, "searched_on": day, inner.name: rows} for (claim, day), rows in heads.items()]

    def _place(self, part: Part, place: Place) -> dict[str, Any]:
        (inner,) = part.parts
        names = [self._cells(inner, name) for name in self.names if name.place_id == place.place_id]
        return self._cells(part, place) | ({inner.name: names} if names else {})

    def _cells(self, part: Part, row: Row) -> dict[str, str]:
        """Return the filled cells of a row as their canonical text, by the keys of the form."""
        filled = ((key, column, getattr(row, column.name)) for key, column in part.columns.items())
        cells = {key: column.kind.write(value) for key, column, value in filled if value is not None}
        own = f"{self.incident.incident_id}."
        claims = {key for key, column in part.columns.items() if "claims" in (column.references, column.table if column.key else None)}
        return {key: cell.removeprefix(own) if key in claims else cell for key, cell in cells.items()}
