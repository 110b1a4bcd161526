"""An incident as threads: each accusation with what answers it, every claim in the column of the side that speaks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from borderclash.dataset import Dataset
from borderclash.dossier import Dossier, DossierClaim
from borderclash.models import Reply
from borderclash.vocab import Stance

__all__ = ["Card", "Column", "Thread", "columns", "deed", "threads"]

_SHORT: Final = {
    Stance.DENIES: "denies",
    Stance.CONFIRMS: "confirms",
    Stance.JUSTIFIES: "justifies",
    Stance.COUNTERS: "counters",
    Stance.QUERIES: "queries",
    Stance.NO_COMMENT: "does not comment on",
    Stance.REPEATS: "repeats",
    Stance.UPDATES: "updates",
    Stance.CORRECTS: "corrects",
    Stance.RETRACTS: "retracts",
}


@dataclass(frozen=True)
class Column:
    """A column of an incident's page: the sides whose claims stand in it, and its heading."""

    key: str
    heading: str
    sides: frozenset[str]


@dataclass(frozen=True)
class Card:
    """A claim as it is shown: in which column, as which answer, and whether whole or by reference because it stands elsewhere."""

    entry: DossierClaim
    column: str
    reply: Reply | None = None
    whole: bool = True
    owned: bool = True

    @property
    def does(self) -> str:
        """What it does to the claim it answers, in words."""
        return deed(self.reply) if self.reply else ""


def deed(reply: Reply) -> str:
    """Return what a reply does to what it answers, such as `denies the place of`."""
    part = "" if reply.aspect.value == "whole" else f" the {reply.aspect.value} of"
    return f"{_SHORT[reply.stance]}{part}"


@dataclass(frozen=True)
class Thread:
    """A claim that stands for itself, and the cards that answer it, in the order they were said."""

    head: Card
    answers: tuple[Card, ...]


def columns(dataset: Dataset) -> tuple[Column, ...]:
    """Return the columns: the first party and those beside it, all third parties, and the other party."""
    parties = [side for side in ("armenia", "azerbaijan") if side in dataset.actors]
    sides = sorted({actor.side for actor in dataset.actors.values() if actor.side})
    if len(parties) < 2:
        return (Column("all", "Claims", frozenset(sides)),)
    return (
        Column("a", "Armenia and the Karabakh authorities", frozenset({"armenia", "karabakh-authorities"})),
        Column("third", "Third parties", frozenset()),
        Column("b", "Azerbaijan", frozenset({"azerbaijan"})),
    )


def threads(dataset: Dataset, dossier: Dossier) -> tuple[Thread, ...]:
    """Return the threads of an incident; every claim of it is shown whole once."""
    told: set[str] = set()
    found = [_thread(dataset, dossier, entry, told) for entry in dossier.claims if _leads(dossier, entry)]
    left = [entry for entry in dossier.claims if entry.claim.claim_id not in told]
    return (*found, *(_thread(dataset, dossier, entry, told) for entry in left if entry.claim.claim_id not in told))


def _leads(dossier: Dossier, entry: DossierClaim) -> bool:
    """Whether a claim opens a thread: it accuses and is no echo, or answers nothing that stands here."""
    own = {each.claim.claim_id for each in dossier.claims}
    here = [reply for reply in entry.answers if reply.answers in own]
    echo = any(reply.stance is Stance.REPEATS for reply in here)
    return not here or (entry.claim.accused is not None and not echo)


def _thread(dataset: Dataset, dossier: Dossier, entry: DossierClaim, told: set[str]) -> Thread:
    told.add(entry.claim.claim_id)
    head = Card(entry, _column(dataset, entry))
    return Thread(head, tuple(_answers(dataset, dossier, entry, told, set())))


def _answers(dataset: Dataset, dossier: Dossier, entry: DossierClaim, told: set[str], seen: set[str]) -> Iterator[Card]:
    """Yield what answers a claim, and what answers those that open no thread of their own."""
    own = {each.claim.claim_id: each for each in dossier.claims}
    seen.add(entry.claim.claim_id)
    for answer in entry.replies:
        claim_id = answer.claim.claim_id
        if claim_id in own:
            inner = own[claim_id]
            whole = claim_id not in told and not _leads(dossier, inner)
            if whole:
                told.add(claim_id)
            yield Card(inner, _column(dataset, inner), answer.reply, whole)
            if whole and claim_id not in seen:
                yield from _answers(dataset, dossier, inner, told, seen)
        else:
            other = dataset.dossier(answer.claim.incident_id)
            inner = next(each for each in other.claims if each.claim.claim_id == claim_id)
            yield Card(inner, _column(dataset, inner), answer.reply, whole=True, owned=False)


def _column(dataset: Dataset, entry: DossierClaim) -> str:
    side = dataset.actors[entry.claim.speaker].side
    cols = columns(dataset)
    return next((column.key for column in cols if side in column.sides), "third" if len(cols) > 1 else cols[0].key)
