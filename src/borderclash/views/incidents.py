"""The view `incidents`: one row an incident, with who speaks of it and how its accusations were met."""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash import derive
from borderclash.outcomes import sides_of
from borderclash.package.tables import Tables
from borderclash.views.view import View, own, taken
from borderclash.vocab import Act, Attribution

__all__ = ["INCIDENTS"]


def _build(tables: Tables) -> nw.LazyFrame[Any]:
    places = tables["places"].select("place_id", "latitude", "longitude", "uncertainty_km", place="name")
    sides = sides_of(tables)
    rows = (
        tables["incidents"]
        .join(places, on="place_id", how="left")
        .join(derive.attribution(tables), on="incident_id")
        .join(derive.kinds(tables), on="incident_id")
        .join(_counted(tables), on="incident_id", how="left")
        .join(derive.speaking_sides(tables, sides), on="incident_id", how="left")
        .join(derive.charging_sides(tables, sides), on="incident_id", how="left")
        .join(derive.incident_evidence(tables, sides), on="incident_id", how="left")
    )
    counts = ("claims", "accusations", "replies", "sources", "independent_sources")
    return rows.with_columns(nw.col(name).fill_null(0).cast(nw.Int64) for name in counts)


def _counted(tables: Tables) -> nw.LazyFrame[Any]:
    """Return incident_id with how many claims, accusations and answering claims there are, and the day of the earliest."""
    answering = tables["replies"].select(claim_id="reply_id").unique().with_columns(answering=nw.lit(1))
    claims = tables["claims"].select("claim_id", "incident_id", charges=(~nw.col("accused").is_null()).cast(nw.Int64))
    claims = claims.join(answering, on="claim_id", how="left").join(
        derive.said(tables).select("claim_id", "said"), on="claim_id", how="left"
    )
    return claims.group_by("incident_id").agg(
        claims=nw.len(), accusations=nw.col("charges").sum(), replies=nw.col("answering").sum(), first_said_on=nw.col("said").min()
    )


INCIDENTS: Final = View(
    name="incidents",
    description="One incident: what a set of claims is about, who speaks of it, and how its accusations were met.",
    columns=(
        taken("incidents", "incident_id"),
        taken("incidents", "title"),
        taken("incidents", "date_start"),
        taken("incidents", "date_end"),
        taken("incidents", "date_precision"),
        taken("incidents", "place_id"),
        taken("places", "name", "place", "That place's side-neutral English name."),
        taken("incidents", "place_precision"),
        taken("places", "latitude"),
        taken("places", "longitude"),
        taken("places", "uncertainty_km"),
        taken("incidents", "part_of"),
        own("kind", "word", "The act of its earliest-said claim with an act; empty if none has one.", Act),
        own("kinds", "text", "All acts alleged, gravest first, one space between; empty if none is."),
        own("attribution", "word", "How its accusations were met.", Attribution),
        own("claims", "integer", "How many claims are about it."),
        own("accusations", "integer", "How many of them name whom they charge."),
        own("replies", "integer", "How many of them answer another claim, of whatever side or incident."),
        own("first_said_on", "date", "The day the earliest of them was said; empty if no day is known."),
        own("speaker_sides", "text", "The sides that speak of it, sorted, one space between; empty if none does."),
        own("accuser_sides", "text", "The sides whose voices accuse somebody in it, sorted, one space between; empty if none does."),
        own("accused_sides", "text", "The sides whose forces or organs are accused in it, sorted, one space between; empty if none is."),
        own("sources", "integer", "How many documents carry its claims."),
        own("independent_sources", "integer", "From how many bodies those come; copies of one agency's text count once."),
        own("sides_sourced", "text", "The sides whose media carry any of its claims, sorted, one space between; empty if none does."),
    ),
    key=("incident_id",),
    build=_build,
)
"""The view as it is listed in `VIEWS`."""
