"""What is derived of claims and incidents, fetched from the tables into Python objects."""

from borderclash import derive
from borderclash.dossier import Outcome, Overview
from borderclash.package.tables import Tables
from borderclash.vocab import Act, Attribution, ReplyStatus

__all__ = ["outcomes_of", "overviews_of", "sides_of"]


def sides_of(tables: Tables) -> tuple[str, ...]:
    """Return every side that an actor is on, sorted."""
    return tuple(sorted(side for (side,) in tables.rows(tables["actors"].select("side").unique()) if side is not None))


def outcomes_of(tables: Tables) -> dict[str, Outcome]:
    """Return what is derived of each claim, by its id."""
    weighed = tables.shared("derive.reply_status", derive.reply_status)
    frame = weighed.join(derive.answers(tables), on="claim_id").join(derive.evidence(tables, sides_of(tables)), on="claim_id", how="left")
    names = ("claim_id", "reply_status", "others_deny", "others_confirm", "said", "replies", "first_reply_on", "reply_lag_days")
    counted = ("sources", "independent_sources", "sides_sourced", "reply_lag_hours")
    statuses = {word.value: word for word in ReplyStatus}
    result = {}
    for claim, status, deny, confirm, said, replies, first, lag, sources, independent, sides, hours in tables.rows(
        frame.select(*names, *counted)
    ):
        carried = (sources or 0, independent or 0, tuple((sides or "").split()), hours)
        result[claim] = Outcome(statuses[status], deny, confirm, said, replies, first, lag, *carried)
    return result


def overviews_of(tables: Tables) -> dict[str, Overview]:
    """Return what is derived of each incident, by its id."""
    frame = derive.attribution(tables).join(derive.kinds(tables), on="incident_id").select("incident_id", "attribution", "kind", "kinds")
    met = {word.value: word for word in Attribution}
    acts = {word.value: word for word in Act}
    return {
        incident: Overview(met[word], acts.get(kind), tuple(acts[act] for act in (kinds or "").split()))
        for incident, word, kind, kinds in tables.rows(frame)
    }
