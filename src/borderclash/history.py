"""Which rows of a dataset could be known on a day.

A row is left out or kept as it is; nothing in it is changed. What was chosen where the question leaves a choice:

- A claim is kept if it was said by that day. One of no known day is kept from the day one of its sources was first read, since it was
  out by then; without a source either, it is left out.
- A source is kept if it was published by that day. One that bears no day is kept if it carries a kept claim, or a
  search for one rests on it. A claim may stand there without a source: it had been said, and what we read it in came out later.
- A reply is kept if both claims are: the one that answers and the one it answers.
- Searches are ours and not of the time: all for kept claims are kept, whenever they were made, since whoever finds nothing today finds
  that there was nothing then. But one that rests on a page of the time ("has not commented") is kept only with that page.
- An accusation that was answered later, so that no search was needed, was not left unrecorded then: the reply was looked for, found,
  and not there yet. Its status is derived as if a search were recorded (`unanswered`); no row is made up for it.
- An incident is kept if a kept claim is about it, or a kept incident is part of it; one of no claim at all from its first day. Its
  title, dates and place are as we tell them today, and so are actors, places and their names.
- A waiver is kept if the row it accepts is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from borderclash.columns import TABLES
from borderclash.errors import UnreadableDayError
from borderclash.kinds import DAY
from borderclash.models import Row
from borderclash.package.rows import cells_of, from_rows
from borderclash.package.tables import Tables

__all__ = ["FirstKnown", "first_known", "known_rows", "tables_over", "the_day"]

Rows = Mapping[str, tuple[Any, ...]]
"""The rows of each table, in their order."""

_HANGING: Final = ("locations", "figures")


def the_day(given: date | str) -> date:
    """Return a day, given as one, as a moment of it, or as text such as `2021-05-28`.

    Raises:
        UnreadableDayError: if it is none.
    """
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    try:
        day: date = DAY.read(given)
    except (TypeError, ValueError):
        raise UnreadableDayError(f"{given!r} is no day; write it as 2021-05-28") from None
    return day


@dataclass(frozen=True)
class FirstKnown:
    """The day from which each claim and each source is kept, by id; `date.max` for what is never."""

    claims: Mapping[str, date]
    sources: Mapping[str, date]


def first_known(rows: Rows, said: Mapping[str, date | None]) -> FirstKnown:
    """Return from which day each claim and each source could be known.

    Args:
        rows: the rows of all twelve tables.
        said: the day on which each claim was said, as it is derived.
    """
    accessed = {row.source_id: row.accessed for row in rows["sources"]}
    read: dict[str, date] = {}
    for row in rows["citations"]:
        read[row.claim_id] = min(accessed[row.source_id], read.get(row.claim_id, date.max))
    claims = {row.claim_id: said[row.claim_id] or read.get(row.claim_id, date.max) for row in rows["claims"]}
    carrying: dict[str, date] = {}
    for row in (*rows["citations"], *rows["searches"]):
        if row.source_id is not None:
            carrying[row.source_id] = min(claims[row.claim_id], carrying.get(row.source_id, date.max))
    return FirstKnown(claims, {row.source_id: row.published or carrying.get(row.source_id, date.max) for row in rows["sources"]})


def known_rows(rows: Rows, known: FirstKnown, day: date) -> dict[str, tuple[Any, ...]]:
    """Return the rows of each table that could be known on `day`, in their order.

    Args:
        rows: the rows of all twelve tables.
        known: from which day their claims and sources could be known.
        day: the day.
    """
    claims = {claim_id for claim_id, first in known.claims.items() if first <= day}
    sources = {source_id for source_id, first in known.sources.items() if first <= day}
    incidents = _known_incidents(rows, claims, day)
    kept = {
        **rows,
        "sources": tuple(row for row in rows["sources"] if row.source_id in sources),
        "incidents": tuple(row for row in rows["incidents"] if row.incident_id in incidents),
        "claims": tuple(row for row in rows["claims"] if row.claim_id in claims),
        "citations": tuple(row for row in rows["citations"] if row.claim_id in claims and row.source_id in sources),
        "replies": tuple(row for row in rows["replies"] if row.reply_id in claims and row.answers in claims),
        "searches": tuple(row for row in rows["searches"] if row.claim_id in claims and row.source_id in {None, *sources}),
        **{name: tuple(row for row in rows[name] if row.claim_id in claims) for name in _HANGING},
    }
    keys = {(name, _key(name, row)) for name in TABLES if name != "waivers" for row in kept[name]}
    kept["waivers"] = tuple(row for row in rows["waivers"] if (row.table, row.key) in keys)
    return kept


def _known_incidents(rows: Rows, claims: Iterable[str], day: date) -> set[str]:
    about = {row.claim_id: row.incident_id for row in rows["claims"]}
    spoken_of = set(about.values())
    known = {about[claim] for claim in claims}
    known |= {row.incident_id for row in rows["incidents"] if row.incident_id not in spoken_of and row.date_start <= day}
    larger = {row.incident_id: row.part_of for row in rows["incidents"]}
    while parents := {larger[incident] for incident in known} - known - {None}:
        known |= parents
    return known


def _key(table: str, row: Row) -> str:
    """Return the key of a row as a waiver writes it."""
    of = TABLES[table]
    return "/".join(of[name].kind.write(getattr(row, name)) for name in of.key)


def tables_over(rows: Rows, looked_for: Iterable[str], known_on: date | None) -> Tables:
    """Return rows as tables; `searches` also holds, if there is a day, a row of it for each claim whose reply was `looked_for`."""
    cells = {name: [cells_of(table, row) for row in rows[name]] for name, table in TABLES.items()}
    if known_on is not None:
        looked = ({"claim_id": claim, "searched_on": known_on.isoformat()} for claim in sorted(looked_for))
        cells["searches"] += [[search.get(name) for name in TABLES["searches"].names] for search in looked]
    return from_rows(cells)
