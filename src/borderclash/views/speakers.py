"""The view `speakers`: one row a speaker and year, with what they said, whom they charged and what they answered."""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash import derive
from borderclash.package.tables import Tables
from borderclash.views.view import View, own, taken
from borderclash.vocab import Stance

__all__ = ["SPEAKERS"]

_DEEDS: Final = {"denials": (Stance.DENIES,), "concessions": (Stance.CONFIRMS, Stance.JUSTIFIES), "counters": (Stance.COUNTERS,)}
"""What a claim does to claims of another side, by the column that counts the claims that do it."""


def _build(tables: Tables) -> nw.LazyFrame[Any]:
    stances = tables["replies"].select("reply_id", "answers", "aspect", "stance")
    foreign = derive.exchanges(tables).filter(~nw.col("own")).select("reply_id", "answers", "aspect")
    answered = stances.join(foreign, on=["reply_id", "answers", "aspect"])
    marks = {name: nw.col("stance").is_in([stance.value for stance in of]).fill_null(value=False) for name, of in _DEEDS.items()}
    deeds = answered.select("reply_id", **marks).group_by("reply_id").agg(*(nw.col(name).any() for name in marks))
    claims = tables["claims"].select("claim_id", "incident_id", "speaker", accusations=~nw.col("accused").is_null())
    rows = claims.join(derive.said(tables).select("claim_id", year=nw.col("said").dt.year().cast(nw.Int64)), on="claim_id", how="left")
    rows = rows.join(deeds.rename({"reply_id": "claim_id"}), on="claim_id", how="left")
    counts = ("accusations", *_DEEDS)
    ones = {name: nw.when(nw.col(name).fill_null(value=False)).then(nw.lit(1)).otherwise(nw.lit(0)) for name in counts}
    counted = (
        rows.with_columns(**ones)
        .group_by("speaker", "year")
        .agg(*(nw.col(name).sum() for name in counts), claims=nw.len(), incidents=nw.col("incident_id").n_unique())
    )
    actors = tables["actors"].select("name", "side", "kind", speaker="actor_id")
    rows = counted.join(actors, on="speaker", how="left").rename({"name": "speaker_name", "side": "speaker_side", "kind": "speaker_kind"})
    return rows.with_columns(nw.col("claims", "incidents", *counts).cast(nw.Int64))


SPEAKERS: Final = View(
    name="speakers",
    description="One speaker in one year: how many claims they made, whom they charged and what they answered.",
    columns=(
        taken("claims", "speaker"),
        taken("actors", "name", "speaker_name"),
        taken("actors", "kind", "speaker_kind"),
        own("speaker_side", "text", "The party the speaker speaks for; empty if none.", references="actors"),
        own("year", "integer", "The year the claims were said in; empty for claims of no known day."),
        own("claims", "integer", "How many claims they made."),
        own("incidents", "integer", "About how many incidents."),
        own("accusations", "integer", "How many of the claims name whom they charge."),
        own("denials", "integer", "How many deny something that another side said, be it only an aspect or a figure."),
        own("concessions", "integer", "How many confirm or justify something that another side said."),
        own("counters", "integer", "How many meet something that another side said with another account."),
    ),
    key=("speaker", "year"),
    build=_build,
)
"""The view as it is listed in `VIEWS`."""
