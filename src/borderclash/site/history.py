"""What stood of each accusation on which day, so that a page can show itself as it could be known then.

Each incident is laid into one set of tables once for every day on which something was said of it, its claims under other ids, and all
are judged at once: to ask `Dataset.as_of` day by day would take minutes.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from borderclash.columns import TABLES
from borderclash.dataset import Dataset
from borderclash.models import Claim, Row
from borderclash.outcomes import outcomes_of
from borderclash.package.rows import cells_of, from_rows
from borderclash.vocab import ReplyStatus, Stance

__all__ = ["History", "statuses_over_time"]

History = Mapping[str, list[tuple[str, str]]]
"""By accusation, each day on which its status changed, with the status from then on."""


def statuses_over_time(dataset: Dataset) -> Mapping[str, History]:
    """Return the history of each incident's accusations, by incident."""
    variants = [(incident, day) for incident in dataset.incidents for day in _days(dataset, incident)]
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    rows["actors"] = list(dataset.actors.values())
    rows["sources"] = list(dataset.sources.values())
    for number, (incident, day) in enumerate(variants):
        for name, row in _variant(dataset, incident, day, number):
            rows[name].append(row)
    with from_rows({name: [cells_of(TABLES[name], row) for row in rows[name]] for name in TABLES}) as tables:
        found = outcomes_of(tables)
    histories: dict[str, dict[str, list[tuple[str, str]]]] = {incident: {} for incident in dataset.incidents}
    for number, (incident, day) in enumerate(variants):
        for claim in dataset.claims_of(incident):
            outcome = found.get(_under(claim.claim_id, number))
            if claim.accused and outcome:
                looked_for = dataset.reply_status(claim.claim_id) is not ReplyStatus.UNRECORDED
                unanswered = outcome.status is ReplyStatus.UNRECORDED and looked_for
                status = (ReplyStatus.UNANSWERED if unanswered else outcome.status).value
                past = histories[incident].setdefault(claim.claim_id, [])
                if not past or past[-1][1] != status:
                    past.append((day.isoformat(), status))
    return histories


def _days(dataset: Dataset, incident_id: str) -> list[date]:
    """Return the days on which something was said of the incident, but the last: that is how it stands now."""
    days = {said for claim in dataset.claims_of(incident_id) if (said := dataset.outcomes[claim.claim_id].said)}
    return sorted(days)[:-1]


def _variant(dataset: Dataset, incident_id: str, day: date, number: int) -> Iterator[tuple[str, Row]]:
    """Yield the rows that decide the statuses of an incident on a day, its claims under ids of this variant."""
    kept = {claim for claim in _concerned(dataset, incident_id) if (said := dataset.outcomes[claim].said) is not None and said <= day}
    for claim_id in sorted(kept):
        claim: Claim = dataset.claims[claim_id]
        new = _under(claim_id, number)
        yield "claims", claim.model_copy(update={"claim_id": new, "said_on": dataset.outcomes[claim_id].said})
        for table in ("citations", "searches"):
            for row in dataset.of(table, claim_id):
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
