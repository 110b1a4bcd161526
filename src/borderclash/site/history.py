"""What stood of each accusation on which day, so that a page can show itself as it could be known then.

Each incident is laid into one set of tables once for every day on which something became known of it, its claims under other ids, and all
are judged at once: to ask `Dataset.as_of` day by day would take minutes.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from borderclash.columns import TABLES
from borderclash.dataset import Dataset
from borderclash.history import FirstKnown
from borderclash.models import Claim, Row
from borderclash.outcomes import outcomes_of
from borderclash.package.rows import cells_of, from_rows
from borderclash.vocab import Relation, ReplyStatus, Stance

__all__ = ["History", "statuses_over_time"]

History = Mapping[str, list[tuple[str, str]]]
"""By accusation, each day on which its status changed, with the status from then on."""


def statuses_over_time(dataset: Dataset, known: FirstKnown) -> Mapping[str, History]:
    """Return the history of each incident's accusations, by incident."""
    days = {incident: _days(dataset, known, incident) for incident in dataset.incidents}
    variants = [(incident, day) for incident in dataset.incidents for day in days[incident][:-1]]
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    rows["actors"] = list(dataset.actors.values())
    rows["sources"] = list(dataset.sources.values())
    for number, (incident, day) in enumerate(variants):
        for name, row in _variant(dataset, known, incident, day, number):
            rows[name].append(row)
    with from_rows({name: [cells_of(TABLES[name], row) for row in rows[name]] for name in TABLES}) as tables:
        found = outcomes_of(tables)
    histories: dict[str, dict[str, list[tuple[str, str]]]] = {incident: {} for incident in dataset.incidents}
    for number, (incident, day) in enumerate(variants):
        for claim in _accusations(dataset, incident):
            if outcome := found.get(_under(claim, number)):
                looked_for = dataset.reply_status(claim) is not ReplyStatus.UNRECORDED
                unanswered = outcome.status is ReplyStatus.UNRECORDED and looked_for
                _note(histories[incident], claim, day, ReplyStatus.UNANSWERED if unanswered else outcome.status)
    for incident, known_on in days.items():
        for claim in _accusations(dataset, incident):
            _note(histories[incident], claim, known_on[-1], dataset.reply_status(claim))
    return histories


def _accusations(dataset: Dataset, incident_id: str) -> list[str]:
    return [claim.claim_id for claim in dataset.claims_of(incident_id) if claim.accused]


def _note(history: dict[str, list[tuple[str, str]]], claim_id: str, day: date, status: ReplyStatus) -> None:
    """Note the status of an accusation on a day if it is another than before."""
    past = history.setdefault(claim_id, [])
    if not past or past[-1][1] != status.value:
        past.append((day.isoformat(), status.value))


def _days(dataset: Dataset, known: FirstKnown, incident_id: str) -> list[date]:
    """Return the days on which something that decides a status became known; from the last on it stands as it does now.

    A claim's sources decide something only where one of them quotes it as the opponent does.
    """
    days = set()
    for claim in _concerned(dataset, incident_id):
        days.add(known.claims[claim])
        cited = dataset.of("citations", claim)
        if any(citation.relation is Relation.QUOTED_BY_OPPONENT for citation in cited):
            days |= {max(known.sources[citation.source_id], known.claims[claim]) for citation in cited}
    return sorted(days)


def _variant(dataset: Dataset, known: FirstKnown, incident_id: str, day: date, number: int) -> Iterator[tuple[str, Row]]:
    """Yield the rows that decide the statuses of an incident on a day, its claims under ids of this variant."""
    kept = {claim for claim in _concerned(dataset, incident_id) if known.claims[claim] <= day}
    for claim_id in sorted(kept):
        claim: Claim = dataset.claims[claim_id]
        new = _under(claim_id, number)
        yield "claims", claim.model_copy(update={"claim_id": new, "said_on": dataset.outcomes[claim_id].said})
        for table in ("citations", "searches"):
            for row in dataset.of(table, claim_id):
                if row.source_id is None or known.sources[row.source_id] <= day:
                    yield table, row.model_copy(update={"claim_id": new})
        for reply in dataset.answers_of(claim_id):
            if reply.answers in kept:
                yield "replies", reply.model_copy(update={"reply_id": new, "answers": _under(reply.answers, number)})


def _concerned(dataset: Dataset, incident_id: str) -> set[str]:
    """Return the claims of an incident, all that they echo or that echo them, and whatever answers any of these."""
    found: set[str] = set()
    waiting = [claim.claim_id for claim in dataset.claims_of(incident_id)]
    while waiting:
        claim = waiting.pop()
        if claim in found:
            continue
        found.add(claim)
        waiting += [reply.answers for reply in dataset.answers_of(claim) if reply.stance is Stance.REPEATS]
        waiting += [reply.reply_id for reply in dataset.replies_to(claim) if reply.stance is Stance.REPEATS]
    return found | {reply.reply_id for claim in found for reply in dataset.replies_to(claim)}


def _under(claim_id: str, number: int) -> str:
    incident, _, rest = claim_id.partition(".")
    return f"{incident}-v{number}.{rest}"
