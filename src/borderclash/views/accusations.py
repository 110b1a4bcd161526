"""The view `accusations`: one row an accusation, with what became of it."""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash import derive
from borderclash.outcomes import sides_of
from borderclash.package.tables import Tables
from borderclash.views.figures import FIGURE_COLUMNS, figures_of
from borderclash.views.view import View, own, taken
from borderclash.vocab import ReplyStatus

__all__ = ["ACCUSATIONS"]


def _build(tables: Tables) -> nw.LazyFrame[Any]:
    status = tables.shared("derive.reply_status", derive.reply_status).drop("doubtful")
    actors = tables["actors"].select("actor_id", "side")
    places = tables["places"].select("place_id", "latitude", "longitude", place="name")
    incidents = tables["incidents"].select(
        "incident_id", "title", "date_start", "date_end", "date_precision", "place_id", "place_precision"
    )
    claims = tables["claims"].filter(~nw.col("accused").is_null()).select("claim_id", "incident_id", "speaker", "accused", "act", "text")
    rows = (
        claims.join(incidents, on="incident_id", how="left")
        .join(places, on="place_id", how="left")
        .join(actors.select(speaker="actor_id", speaker_side="side"), on="speaker", how="left")
        .join(actors.select(accused="actor_id", accused_side="side"), on="accused", how="left")
        .join(status, on="claim_id")
        .join(derive.answers(tables).rename({"said": "said_on"}), on="claim_id")
        .join(derive.evidence(tables, sides_of(tables)), on="claim_id", how="left")
        .join(figures_of(tables), on="claim_id", how="left")
    )
    counts = (nw.col(name).fill_null(0).cast(nw.Int64) for name in ("sources", "independent_sources", "figures"))
    return rows.with_columns(*counts)


ACCUSATIONS: Final = View(
    name="accusations",
    description="One accusation: a claim that names whom it charges, with what became of it and what carries it.",
    columns=(
        taken("claims", "claim_id"),
        taken("claims", "incident_id"),
        taken("incidents", "title", description="The incident's title."),
        taken("incidents", "date_start", description="The incident's first day, as well as `date_precision` says."),
        taken("incidents", "date_end", description="The incident's last day; empty while it is still going on."),
        taken("incidents", "date_precision", description="How well the incident's start and end are known."),
        taken("incidents", "place_id", description="The smallest place into which every account of the incident fits."),
        taken("places", "name", "place", "That place's side-neutral English name."),
        taken("incidents", "place_precision", description="How closely the incident's place is known."),
        taken("places", "latitude"),
        taken("places", "longitude"),
        own("said_on", "date", "The day it was said, or else its earliest source was published."),
        taken("claims", "speaker"),
        own("speaker_side", "text", "The party the speaker speaks for; empty if none."),
        taken("claims", "accused"),
        own("accused_side", "text", "The party the accused belongs to; empty if none."),
        taken("claims", "act"),
        taken("claims", "text"),
        own("reply_status", "word", "What became of it.", ReplyStatus),
        own("others_deny", "boolean", "Whether a voice neither of the accused's side nor of the speaker's own denies it."),
        own("others_confirm", "boolean", "Whether a voice neither of the accused's side nor of the speaker's own confirms it."),
        own("replies", "integer", "How many claims of the accused's side count as answers to it, or to what it repeats."),
        own("first_reply_on", "date", "The day of the first of them."),
        own("reply_lag_days", "integer", "Days from the accusation to that day; negative if the answer came first."),
        own("sources", "integer", "How many documents carry it."),
        own("independent_sources", "integer", "From how many bodies those come; copies of one agency's text count once."),
        own("sides_sourced", "text", "The sides whose media carry it, sorted, one space between; empty if none does."),
        *FIGURE_COLUMNS,
    ),
    key="claim_id",
    build=_build,
)
"""The view as it is listed in `VIEWS`."""
