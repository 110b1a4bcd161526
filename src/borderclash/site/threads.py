"""An incident as threads: each accusation with what answers it, every claim in the column of the side that speaks."""

from collections import Counter
from collections.abc import Iterator, Sequence
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


def columns(dataset: Dataset, parties: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns: the first party, all third parties, and the second party.

    A further party stands opposite to that of the two with which it exchanges more accusations. Without two parties there is one column.
    """
    there = [party for party in parties if party in dataset.actors]
    if len(there) < 2:
        return (Column("all", "Claims", frozenset()),)
    first, second, *further = there
    beside, opposite = {first: [first], second: [second]}, {first: second, second: first}
    between = ((claim.speaker, claim.accused) for claim in dataset.claims.values() if claim.accused)
    charges = Counter(frozenset(dataset.actors[actor].side for actor in pair) for pair in between)
    for party in further:
        against = max(second, first, key=lambda one: charges[frozenset((one, party))])
        beside[opposite[against]].append(party)
    headed = {key: " and ".join(dataset.actors[party].name for party in beside[one]) for key, one in (("a", first), ("b", second))}
    return (
        Column("a", headed["a"], frozenset(beside[first])),
        Column("third", "Third parties", frozenset()),
        Column("b", headed["b"], frozenset(beside[second])),
    )


def threads(dataset: Dataset, dossier: Dossier, shown: Sequence[Column]) -> tuple[Thread, ...]:
    """Return the threads of an incident in the columns given; every claim of it is shown whole once."""
    return tuple(_Weaver(dataset, dossier, shown).threads())


class _Weaver:
    """Weaves the threads of one incident, and remembers which claims stand there already."""

    def __init__(self, dataset: Dataset, dossier: Dossier, shown: Sequence[Column]) -> None:
        self._dataset, self._dossier, self._columns = dataset, dossier, shown
        self._own = {entry.claim.claim_id: entry for entry in dossier.claims}
        self._told: set[str] = set()

    def threads(self) -> Iterator[Thread]:
        """Yield those of the claims that stand alone, then those of answers that go round in a circle."""
        yield from (self._thread(entry) for entry in self._dossier.claims if self._dossier.stands_alone(entry))
        yield from (self._thread(entry) for claim_id, entry in self._own.items() if claim_id not in self._told)

    def _thread(self, entry: DossierClaim) -> Thread:
        self._told.add(entry.claim.claim_id)
        return Thread(Card(entry, self._column(entry)), tuple(self._answers(entry)))

    def _answers(self, entry: DossierClaim) -> Iterator[Card]:
        """Yield what answers a claim, and what answers those that open no thread of their own."""
        for answer in entry.replies:
            claim_id = answer.claim.claim_id
            inner = self._own.get(claim_id)
            if inner is None:
                elsewhere = self._dataset.dossier(answer.claim.incident_id).claims
                inner = next(each for each in elsewhere if each.claim.claim_id == claim_id)
                yield Card(inner, self._column(inner), answer.reply, whole=True, owned=False)
            elif claim_id in self._told or self._dossier.stands_alone(inner):
                yield Card(inner, self._column(inner), answer.reply, whole=False)
            else:
                self._told.add(claim_id)
                yield Card(inner, self._column(inner), answer.reply)
                yield from self._answers(inner)

    def _column(self, entry: DossierClaim) -> str:
        side = self._dataset.actors[entry.claim.speaker].side
        middle = self._columns[len(self._columns) // 2]
        return next((column.key for column in self._columns if side in column.sides), middle.key)
