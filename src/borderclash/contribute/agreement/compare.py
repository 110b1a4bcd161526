"""How far two coders agree who worked the same pages without seeing each other's work: what `borderclash agreement` tells.

First what is one coder's is matched with what is the other's (`matching`), then the fields of what was matched are compared
(`statistics`). What only one of them has is counted and named, and enters no statistic of a field.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from borderclash.contribute.agreement.alike import Alike
from borderclash.contribute.agreement.matching import Answered, Charge, Counted, Scene, answers_of, assign, charges_of, counts_of, scene_of
from borderclash.contribute.agreement.statistics import Judged, Statistics, measure
from borderclash.dataset import Dataset
from borderclash.models import Figure, Incident
from borderclash.vocab import PlacePrecision

__all__ = ["FIELDS", "NOTHING", "Agreement", "Count", "Disagreement", "Single", "compare"]

NOTHING: Final = "(none)"
"""What is said of a field that a coder left empty; it is a word like others."""

FIELDS: Final[Mapping[str, str]] = {
    "date": "incident",
    "date precision": "incident",
    "place": "incident",
    "place precision": "incident",
    "accuser": "accusation",
    "accused": "accusation",
    "accused side": "accusation",
    "act": "accusation",
    "reply status": "accusation",
    "stance": "reply",
    "aspect": "reply",
    "number": "figure",
    "category": "figure",
}
"""The fields that are compared, each with the unit it is a field of."""

_ORDERS: Final = {"place precision": tuple(word.value for word in PlacePrecision)}


@dataclass(frozen=True)
class Count:
    """How many units of a kind both coders have, and how many only one; `unit` names the kind."""

    unit: str
    matched: int
    only_a: int
    only_b: int

    @property
    def share(self) -> float | None:
        """The share of all that either coder has, counted with both, that is matched, in percent."""
        both = 2 * self.matched + self.only_a + self.only_b
        return round(200 * self.matched / both, 1) if both else None


@dataclass(frozen=True)
class Disagreement:
    """A field of a matched unit that the two coders filled differently.

    Attributes:
        incident: the incident in A.
        unit, field: what it is about.
        a, b: the unit in each.
        in_a, in_b: what each says.
    """

    incident: str
    unit: str
    field: str
    a: str
    b: str
    in_a: str
    in_b: str


@dataclass(frozen=True)
class Single:
    """Something that only one coder has.

    Attributes:
        unit: what it is.
        coder: `a` or `b`.
        key: its id.
        what: what it says, in short.
        near: for an incident, those of the other coder that it could have been matched with, so that it may be a part of one.
    """

    unit: str
    coder: str
    key: str
    what: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Agreement:
    """How far two coders agree.

    Attributes:
        a, b: what the two are called.
        left_out: how many incidents stand word for word in both, and so were copied and not coded twice.
        incidents: the matched ones, A's id and B's.
        counts: for each unit, how many are matched.
        fields: the statistics of each field.
        disagreements, singles: what is to be settled.
    """

    a: str
    b: str
    left_out: int
    incidents: tuple[tuple[str, str], ...]
    counts: tuple[Count, ...]
    fields: Mapping[str, Statistics]
    disagreements: tuple[Disagreement, ...]
    singles: tuple[Single, ...]


@dataclass
class _Notes:
    """What is gathered on the way: matched units by kind, what was judged by field, and what differs."""

    matched: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS.values(), 0))
    judged: dict[str, list[Judged]] = field(default_factory=lambda: {name: [] for name in FIELDS})
    disagreements: list[Disagreement] = field(default_factory=list)
    singles: list[Single] = field(default_factory=list)


def compare(
    a: Dataset,
    b: Dataset,
    *,
    names: tuple[str, str] = ("A", "B"),
    since: date | None = None,
    until: date | None = None,
    everything: bool = False,
    base: tuple[Iterable[str], Iterable[str]] = ((), ()),
) -> Agreement:
    """Return how far two coders agree.

    Args:
        a: what the one coded.
        b: what the other coded.
        names: what the two are called.
        since: leave out what was over before this day; a matched incident only if it was so in both.
        until: leave out what began after this day, likewise.
        everything: keep incidents that stand word for word in both; no two people write the same sentences, so these were copied.
        base: ids of incidents to leave out of A and of B, such as those of a package that the coder started from.

    Raises:
        MissingExtraError: if a library of the extra `agreement` is not installed.
    """
    before = tuple(set(ids) for ids in base)
    both = (set(a.incidents) - before[0]) & (set(b.incidents) - before[1])
    copied = set() if everything else {key for key in both if _copied(a, b, key)}
    work = _Work(a, b, Alike(a, b))
    cut = _Cut(since, until)
    ours, theirs = (
        [scene_of(of, key, work.alike) for key in sorted(of.incidents) if key not in copied | held]
        for of, held in zip((a, b), before, strict=True)
    )
    pairs = assign(ours, theirs)
    notes = _Notes()
    kept = [(one, other) for one, other in pairs if cut.holds(one) or cut.holds(other)]
    for one, other in sorted(kept, key=lambda pair: (pair[0].start, pair[0].key)):
        work.incident(one, other, notes)
    _alone(work, ours, theirs, pairs, cut, notes)
    counts = [
        Count(unit, number, *(sum(single.unit == unit and single.coder == coder for single in notes.singles) for coder in "ab"))
        for unit, number in notes.matched.items()
    ]
    return Agreement(
        *names,
        left_out=len(copied),
        incidents=tuple((one.key, other.key) for one, other in sorted(kept, key=lambda pair: (pair[0].start, pair[0].key))),
        counts=tuple(counts),
        fields={name: measure(judged, _ORDERS.get(name)) for name, judged in notes.judged.items()},
        disagreements=tuple(notes.disagreements),
        singles=tuple(notes.singles),
    )


@dataclass(frozen=True)
class _Cut:
    """The days that are looked at."""

    since: date | None
    until: date | None

    def holds(self, scene: Scene) -> bool:
        return (self.since is None or scene.end >= self.since) and (self.until is None or scene.start <= self.until)


@dataclass(frozen=True)
class _Work:
    """Two packages side by side."""

    a: Dataset
    b: Dataset
    alike: Alike

    def incident(self, one: Scene, other: Scene, notes: _Notes) -> None:
        """Compare a matched incident and all that hangs on it."""
        ours, theirs = self.a.incidents[one.key], self.b.incidents[other.key]
        row = _Row(self._cluster(one, other), one.key, "incident", one.key, other.key, notes)
        notes.matched["incident"] += 1
        row.judge("date", _days(ours), _days(theirs))
        row.judge("date precision", ours.date_precision, theirs.date_precision)
        row.judge("place", ours.place_id, theirs.place_id, self.alike.place)
        row.judge("place precision", ours.place_precision, theirs.place_precision)
        charges = (charges_of(self.a, one.key, self.alike), charges_of(self.b, other.key, self.alike))
        self._each(row, "accusation", charges, _told, self._accusation)

    def _accusation(self, row: "_Row", one: Charge, other: Charge) -> None:
        ours, theirs = one.claim, other.claim
        row.judge("accuser", ours.speaker, theirs.speaker, self.alike.actor)
        row.judge("accused", ours.accused, theirs.accused, self.alike.actor)
        row.judge("accused side", one.accused_party, other.accused_party)
        row.judge("act", ours.act, theirs.act)
        row.judge("reply status", self.a.reply_status(one.key), self.b.reply_status(other.key))
        answers = (answers_of(self.a, one.key, self.alike), answers_of(self.b, other.key, self.alike))
        self._each(row, "reply", answers, _answer_told, self._reply)
        figures = (counts_of(self.a, one.key, self.alike), counts_of(self.b, other.key, self.alike))
        self._each(row, "figure", figures, _figure_told, self._figure)

    def _reply(self, row: "_Row", one: Answered, other: Answered) -> None:
        row.judge("stance", one.reply.stance, other.reply.stance)
        row.judge("aspect", one.reply.aspect, other.reply.aspect)

    def _figure(self, row: "_Row", one: Counted, other: Counted) -> None:
        row.judge("number", _number(one.figure), _number(other.figure))
        row.judge("category", one.figure.category, other.figure.category)

    @staticmethod
    def _each(
        parent: "_Row",
        unit: str,
        both: tuple[Sequence[Any], Sequence[Any]],
        told: Callable[[Any], str],
        judge: Callable[["_Row", Any, Any], None],
    ) -> None:
        """Match the units of one kind that hang on a matched unit; judge each pair, and note what only one coder has."""
        pairs = assign(*both)
        for one, other in sorted(pairs, key=lambda pair: str(pair[0].key)):
            parent.notes.matched[unit] += 1
            judge(_Row(parent.cluster, parent.incident, unit, one.key, other.key, parent.notes), one, other)
        for side, coder in enumerate("ab"):
            paired = {pair[side].key for pair in pairs}
            parent.notes.singles += [Single(unit, coder, item.key, told(item)) for item in both[side] if item.key not in paired]

    @staticmethod
    def _cluster(one: Scene, other: Scene) -> str:
        return " ".join(sorted((one.key, other.key)))


@dataclass(frozen=True)
class _Row:
    """One matched unit, whose fields are judged one after the other."""

    cluster: str
    incident: str
    unit: str
    a: str
    b: str
    notes: _Notes

    def judge(self, name: str, in_a: str | None, in_b: str | None, same: Callable[[str], str | None] = str) -> None:
        """Note what each says; `same` gives one name to what the two call differently."""
        said_a, said_b = (NOTHING if said is None else same(str(said)) or NOTHING for said in (in_a, in_b))
        self.notes.judged[name].append(Judged(self.cluster, said_a, said_b))
        if said_a != said_b:
            shown = (NOTHING if said is None else str(said) for said in (in_a, in_b))
            self.notes.disagreements.append(Disagreement(self.incident, self.unit, name, self.a, self.b, *shown))


def _alone(
    work: _Work, ours: Sequence[Scene], theirs: Sequence[Scene], pairs: Sequence[tuple[Scene, Scene]], cut: _Cut, notes: _Notes
) -> None:
    """Note the incidents that only one coder has, with their accusations."""
    for side, (coder, of, scenes, others) in enumerate((("a", work.a, ours, theirs), ("b", work.b, theirs, ours))):
        paired = {pair[side].key for pair in pairs}
        for scene in scenes:
            if scene.key in paired or not cut.holds(scene):
                continue
            near = tuple(other.key for other in others if scene.likeness(other))
            notes.singles.append(Single("incident", coder, scene.key, of.incidents[scene.key].title, near))
            notes.singles += [Single("accusation", coder, charge.key, _told(charge)) for charge in charges_of(of, scene.key, work.alike)]


def _copied(a: Dataset, b: Dataset, incident_id: str) -> bool:
    """Say whether the incident and all its claims stand in both with the same words."""
    return a.incidents[incident_id] == b.incidents[incident_id] and a.claims_of(incident_id) == b.claims_of(incident_id)


def _days(incident: Incident) -> str:
    end = incident.date_end.isoformat() if incident.date_end else "..."
    start = incident.date_start.isoformat()
    return start if start == end else f"{start}/{end}"


def _number(figure: Figure) -> str:
    low = f"{figure.low:f}" if figure.high is None else f"{figure.low:f} to {figure.high:f}"
    return f"{figure.qualifier} {low}"


def _told(charge: Charge) -> str:
    return f"{charge.claim.speaker} accuses {charge.claim.accused} of {charge.claim.act or NOTHING}"


def _answer_told(answer: Answered) -> str:
    return f"{answer.reply.stance} {answer.reply.aspect} of {answer.reply.answers}"


def _figure_told(counted: Counted) -> str:
    return f"{_number(counted.figure)} {counted.figure.measure}"
