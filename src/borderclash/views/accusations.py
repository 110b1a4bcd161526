"""The view `accusations`: one row an accusation, with what became of it."""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash import derive
from borderclash.outcomes import sides_of
from borderclash.package.tables import Tables
from borderclash.views.figures import FIGURE_COLUMNS, figures_of
from borderclash.views.people import name_and_side, with_people
from borderclash.views.view import View, own, taken
from borderclash.vocab import LocationRole, ReplyStatus

__all__ = ["ACCUSATIONS"]


def _build(tables: Tables) -> nw.LazyFrame[Any]:
    status = tables.shared("derive.reply_status", derive.reply_status).drop("doubtful")
    places = tables["places"].select("place_id", place="name")
    incidents = tables["incidents"].select(
        "incident_id", "title", "date_start", "date_end", "date_precision", "place_id", "place_precision"
    )
    told = ("claim_id", "incident_id", "speaker", "accused", "act", "text", "said_at", "alleged_from", "alleged_to")
    claims = tables["claims"].filter(~nw.col("accused").is_null()).select(*told)
    rows = (
        with_people(tables, claims, "speaker", "accused")
        .join(incidents, on="incident_id", how="left")
        .join(places, on="place_id", how="left")
        .join(_target(tables), on="claim_id", how="left")
        .join(status, on="claim_id")
        .join(derive.denied_aspects(tables), on="claim_id", how="left")
        .join(derive.answers(tables).rename({"said": "said_on"}), on="claim_id")
        .join(derive.echoes_of(tables).rename({"about": "repeats"}), on="claim_id", how="left")
        .join(derive.evidence(tables, sides_of(tables)), on="claim_id", how="left")
        .join(figures_of(tables), on="claim_id", how="left")
    )
    counts = (nw.col(name).fill_null(0).cast(nw.Int64) for name in ("sources", "independent_sources", "figures"))
    rows = rows.with_columns(*counts, located_at=nw.coalesce("target", "place_id"))
    return rows.join(_located(tables).rename({"place_id": "located_at"}), on="located_at", how="left")


def _located(tables: Tables) -> nw.LazyFrame[Any]:
    return tables["places"].select("place_id", "latitude", "longitude", "uncertainty_km").filter(~nw.col("latitude").is_null())


def _target(tables: Tables) -> nw.LazyFrame[Any]:
    """Return claim_id and target, the one place with coordinates that a claim says was hit; not for claims that name several."""
    targets = tables["locations"].filter(nw.col("role") == LocationRole.TARGET.value).select("claim_id", "place_id")
    named = targets.join(_located(tables), on="place_id").group_by("claim_id").agg(times=nw.len(), target=nw.col("place_id").min())
    return named.filter(nw.col("times") == 1).select("claim_id", "target")


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
        own(
            "located_at",
            "text",
            "The place whose coordinates these are: the only target it names that has any, else the incident's.",
            references="places",
        ),
        taken("places", "latitude"),
        taken("places", "longitude"),
        taken("places", "uncertainty_km"),
        own("said_on", "date", "The day it was said, or else its earliest source was published."),
        taken("claims", "said_at"),
        taken("claims", "speaker"),
        *name_and_side("speaker", "the speaker"),
        taken("claims", "accused"),
        *name_and_side("accused", "the accused"),
        taken("claims", "act"),
        taken("claims", "alleged_from"),
        taken("claims", "alleged_to"),
        taken("claims", "text"),
        own(
            "repeats",
            "text",
            "The accusation of its own side that it repeats and whose status it shares; or empty.",
            references="claims",
        ),
        own("reply_status", "word", "What became of it.", ReplyStatus),
        own("aspects_denied", "text", "What the accused's side denies of it by replies that stand, one space between; never its figures."),
        own("others_deny", "boolean", "Whether a voice neither of the accused's side nor of the speaker's own denies it."),
        own("others_confirm", "boolean", "Whether a voice neither of the accused's side nor of the speaker's own confirms it."),
        own("replies", "integer", "How many claims of the accused's side count as answers to it, or to what it repeats."),
        own("first_reply_on", "date", "The day of the first of them."),
        own("reply_lag_days", "integer", "Days from the accusation to that day; negative if the answer came first."),
        own("reply_lag_hours", "decimal", "The same in hours; known only where it and every answer of that first day have a clock time."),
        own("sources", "integer", "How many documents carry it."),
        own("independent_sources", "integer", "From how many bodies those come; copies of one agency's text count once."),
        own("sides_sourced", "text", "The sides whose media carry it, sorted, one space between; empty if none does."),
        *FIGURE_COLUMNS,
    ),
    key=("claim_id",),
    build=_build,
)
"""The view as it is listed in `VIEWS`."""
