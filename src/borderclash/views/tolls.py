"""The view `tolls`: one row a figure, counts of the same thing one beneath the other, whoever states them."""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash import derive
from borderclash.package.tables import Tables
from borderclash.views.people import name_and_side, with_people
from borderclash.views.view import View, own, taken

__all__ = ["TOLLS"]


def _build(tables: Tables) -> nw.LazyFrame[Any]:
    figures = tables["figures"].select("claim_id", "measure", "party", "category", "unit", "low", "high", "qualifier")
    claims = tables["claims"].select("claim_id", "incident_id", "speaker", "said_at")
    rows = with_people(tables, figures.join(claims, on="claim_id"), "speaker", "party")
    rows = (
        rows.join(tables["incidents"].select("incident_id", "title"), on="incident_id", how="left")
        .join(derive.said(tables).select("claim_id", said_on="said"), on="claim_id", how="left")
        .join(derive.echoes_of(tables).rename({"about": "repeats"}), on="claim_id", how="left")
    )
    same = nw.coalesce("speaker_side", "speaker") == nw.coalesce("party_side", "party")
    return rows.with_columns(of_own_side=same.fill_null(value=False))


TOLLS: Final = View(
    name="tolls",
    description="One figure as one speaker stated it; counts of the same thing follow one another by day, two sides' side by side.",
    columns=(
        taken("claims", "incident_id"),
        taken("incidents", "title", description="The incident's title."),
        taken("figures", "measure"),
        taken("figures", "party"),
        *name_and_side("party", "whoever is counted"),
        taken("figures", "category"),
        taken("figures", "unit"),
        own("said_on", "date", "The day it was said, or else its earliest source was published."),
        taken("claims", "said_at"),
        taken("claims", "speaker"),
        *name_and_side("speaker", "the speaker"),
        own("of_own_side", "boolean", "Whether the speaker counts people or things of its own side."),
        taken("figures", "low"),
        taken("figures", "high"),
        taken("figures", "qualifier"),
        taken("figures", "claim_id"),
        own(
            "repeats",
            "text",
            "The claim of its own side that it repeats, so that a count told twice is not taken for two; or empty.",
            references="claims",
        ),
    ),
    key=("incident_id", "measure", "party", "category", "unit", "said_on", "claim_id"),
    build=_build,
)
"""The view as it is listed in `VIEWS`."""
