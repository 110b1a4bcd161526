"""The figures of an incident: each in words, and all side by side, a row for what is counted and a column for the side that speaks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from borderclash.dataset import Dataset
from borderclash.dossier import Dossier, DossierClaim
from borderclash.models import Figure
from borderclash.reports.dossier import Names
from borderclash.vocab import Category, Measure, Stance
from borderclash.wording import number_in_words, spaced

__all__ = ["Stated", "Table", "counted_in_words", "table", "told"]

_AFTER: Final = {
    Measure.KILLED: "killed",
    Measure.WOUNDED: "wounded",
    Measure.KILLED_OR_MISSING: "killed or missing",
    Measure.CAPTURED: "captured",
    Measure.MISSING: "missing",
    Measure.RELEASED: "released",
    Measure.DISPLACED: "displaced",
    Measure.DEPLOYED: "deployed",
    Measure.DAMAGED: "damaged",
    Measure.EQUIPMENT_LOST: "lost",
}
_NOBODY: Final = {"unspecified": "a party not named", "all-sides": "all sides together"}
_LINKS: Final = {Stance.UPDATES: "then ", Stance.CORRECTS: "corrected to "}


@dataclass(frozen=True)
class Stated:
    """A number in a cell: what links it to an earlier one, the number itself, and the claim that states it."""

    link: str
    number: str
    entry: DossierClaim


@dataclass(frozen=True)
class Table:
    """The figures side by side: a heading for each column, and rows of what is counted, of whom, and a cell for each column."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[tuple[Stated, ...], ...]], ...]


def counted_in_words(figure: Figure) -> str:
    """Return the number alone, such as `at least 2`, or `about 6 houses` where no people are counted."""
    number = number_in_words(figure)
    if figure.category is not Category.NOT_PERSONS:
        return number
    unit = spaced(figure.measure.value if figure.unit == "items" else figure.unit)
    one = figure.low == 1 and figure.high is None and unit.endswith("s")
    return f"{number} {unit.removesuffix('s') if one else unit}"


def _whose(figure: Figure, names: Names) -> str:
    """Return whom or whose things a figure counts, such as `military, of Armenia`."""
    kind = "" if figure.category in (Category.UNSPECIFIED, Category.NOT_PERSONS) else f"{figure.category}, "
    return f"{kind}of {_NOBODY.get(figure.party) or names.actor(figure.party)}"


def told(figure: Figure, names: Names) -> str:
    """Return a figure as people say it, such as `at least 2 wounded, military, of Armenia` or `strength: about 200, of Armenia`."""
    number, after = counted_in_words(figure), _AFTER.get(figure.measure)
    if after:
        return f"{number} {after}, {_whose(figure, names)}"
    things = figure.category is Category.NOT_PERSONS and figure.measure is Measure.OTHER
    same = figure.category is Category.NOT_PERSONS and figure.unit in (figure.measure.value, "items")
    lead = "" if things or same else f"{_called(figure.measure)}: "
    return f"{lead}{number}, {_whose(figure, names)}"


def table(dataset: Dataset, dossier: Dossier, names: Names) -> Table:
    """Return the figures of an incident side by side, in the order in which they were said."""
    stated = [(entry, figure) for entry in dossier.claims for figure in entry.figures]
    sides = [_side(dataset, entry) for entry, _ in stated]
    heads = tuple(dict.fromkeys(sorted(sides, key=lambda side: (side is None, side or ""))))
    rows: dict[tuple[str, str], dict[str | None, list[Stated]]] = {}
    for (entry, figure), side in zip(stated, sides, strict=True):
        what = _counted(figure)
        cell = rows.setdefault((what, _whose(figure, names)), {}).setdefault(side, [])
        cell.append(Stated(_link(entry, cell), counted_in_words(figure), entry))
    ordered = sorted(rows.items(), key=lambda row: row[0])
    return Table(
        tuple(f"the side of {names.actor(side)} says" if side else "others say" for side in heads),
        tuple((what, of, tuple(tuple(cells.get(side, ())) for side in heads)) for (what, of), cells in ordered),
    )


def _called(measure: Measure) -> str:
    return "persons counted otherwise" if measure is Measure.OTHER else spaced(measure)


def _counted(figure: Figure) -> str:
    """Return what a row is of: the measure, and the unit where that says more."""
    unit = spaced(figure.unit)
    if figure.category is Category.NOT_PERSONS and figure.measure is Measure.OTHER:
        return unit
    return _called(figure.measure) + ("" if figure.unit in ("persons", "items", figure.measure.value) else f", {unit}")


def _side(dataset: Dataset, entry: DossierClaim) -> str | None:
    return dataset.actors[entry.claim.speaker].side


def _link(entry: DossierClaim, earlier: Iterable[Stated]) -> str:
    """Return how a number follows those before it in its cell: whether it takes the place of one of them."""
    before = {stated.entry.claim.claim_id for stated in earlier}
    return next((_LINKS[reply.stance] for reply in entry.answers if reply.answers in before and reply.stance in _LINKS), "")
