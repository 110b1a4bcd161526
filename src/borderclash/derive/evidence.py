"""What is derived of incidents, and of the sources of claims and incidents."""

from collections.abc import Sequence
from functools import partial

from narwhals.stable import v2 as nw

from borderclash.derive.base import Frame, Tables, earliest_of, first_case, is_word, joined, said, settle, shared
from borderclash.derive.status import reply_status
from borderclash.vocab import Act, Attribution, ReplyStatus

__all__ = ["attribution", "charging_sides", "evidence", "incident_evidence", "kinds", "speaking_sides"]


def attribution(t: Tables) -> Frame:
    """Return incident_id and attribution (a word of `Attribution`), one row an incident."""
    accusations = t["claims"].filter(~nw.col("accused").is_null()).select("incident_id", "claim_id")
    met = accusations.join(shared(t, "reply_status", reply_status), on="claim_id").select(
        "incident_id",
        contested=is_word("reply_status", ReplyStatus.DENIED, ReplyStatus.PARTLY_DENIED, ReplyStatus.COUNTERED),
        conceded=is_word("reply_status", ReplyStatus.ADMITTED, ReplyStatus.JUSTIFIED),
        accused=nw.lit(value=True),
    )
    names = ("contested", "conceded", "accused")
    met = met.group_by("incident_id").agg(*(nw.col(name).any() for name in names))
    rows = _incidents(t).join(met, on="incident_id", how="left").with_columns(nw.col(*names).fill_null(value=False))
    words = (Attribution.CONTESTED, Attribution.CONCEDED, Attribution.UNANSWERED)
    cases = zip(words, (nw.col(name) for name in names), strict=True)
    return rows.select("incident_id", attribution=first_case(cases, otherwise=Attribution.UNATTRIBUTED))


def _incidents(t: Tables) -> Frame:
    return t["incidents"].select("incident_id").filter(~nw.col("incident_id").is_null()).unique()


def kinds(t: Tables) -> Frame:
    """Return incident_id, kind (the act of its earliest-said claim with an act) and kinds (all acts, gravest first, one space between)."""
    rank: nw.Expr = nw.lit(None, dtype=nw.Int64)
    for place, act in reversed(list(enumerate(Act))):
        rank = nw.when(nw.col("act") == act.value).then(nw.lit(place)).otherwise(rank)
    acts = t["claims"].select("claim_id", "incident_id", "act", rank=rank).filter(~nw.col("rank").is_null())
    acts = acts.join(said(t), on="claim_id")
    first = settle(acts.select("incident_id", "rank", "said", "said_at"), ("incident_id",), partial(earliest_of, key="incident_id"))
    first = first.group_by("incident_id").agg(nw.col("rank").min())
    first = first.select("incident_id", kind=first_case([(act, nw.col("rank") == place) for place, act in enumerate(Act)], Act.OTHER))
    every = joined(acts, "incident_id", "kinds", {act.value: nw.col("act") == act.value for act in Act})
    return _incidents(t).join(first, on="incident_id", how="left").join(every, on="incident_id", how="left")


def _carried(t: Tables) -> Frame:
    """Return claim_id, source_id, the publisher, and the body its text comes from, for each citation of a source that is there."""
    sources = t["sources"].select("source_id", "publisher", body=nw.coalesce("agency", "publisher"))
    return t["citations"].select("claim_id", "source_id").join(sources, on="source_id")


def _counted(rows: Frame, key: str) -> Frame:
    return rows.group_by(key).agg(sources=nw.col("source_id").n_unique(), independent_sources=nw.col("body").n_unique())


def evidence(t: Tables, sides: Sequence[str]) -> Frame:
    """Return claim_id, sources, independent_sources and sides_sourced for each claim that cites a source.

    Args:
        t: the tables.
        sides: the sides there are, in the order in which `sides_sourced` names them; one that carries nothing is left out.
    """
    rows = _carried(t)
    return _counted(rows, "claim_id").join(_carriers(t, rows, "claim_id", sides), on="claim_id", how="left")


def _carriers(t: Tables, rows: Frame, key: str, sides: Sequence[str]) -> Frame:
    publishers = rows.join(t["actors"].select("side", publisher="actor_id"), on="publisher", how="left")
    return joined(publishers, key, "sides_sourced", {side: nw.col("side") == side for side in sides})


def incident_evidence(t: Tables, sides: Sequence[str]) -> Frame:
    """Return incident_id, sources, independent_sources and sides_sourced over all its claims, for each incident with a source."""
    rows = _carried(t).join(t["claims"].select("claim_id", "incident_id"), on="claim_id")
    return _counted(rows, "incident_id").join(_carriers(t, rows, "incident_id", sides), on="incident_id", how="left")


def speaking_sides(t: Tables, sides: Sequence[str]) -> Frame:
    """Return incident_id and speaker_sides (those of `sides` whose voices speak of it, one space between) where any does."""
    return _sides_in(t, t["claims"], "speaker", "speaker_sides", sides)


def charging_sides(t: Tables, sides: Sequence[str]) -> Frame:
    """Return incident_id, accuser_sides and accused_sides (those of `sides` that accuse, and that are accused) where any accuses."""
    accusations = t["claims"].filter(~nw.col("accused").is_null())
    accused = _sides_in(t, accusations, "accused", "accused_sides", sides)
    accusers = _sides_in(t, accusations, "speaker", "accuser_sides", sides)
    every = accusations.select("incident_id").unique()
    return every.join(accusers, on="incident_id", how="left").join(accused, on="incident_id", how="left")


def _sides_in(t: Tables, claims: Frame, column: str, name: str, sides: Sequence[str]) -> Frame:
    actors = t["actors"].select("actor_id", "side")
    rows = claims.select("incident_id", actor_id=column).join(actors, on="actor_id", how="left")
    return joined(rows, "incident_id", name, {side: nw.col("side") == side for side in sides})
