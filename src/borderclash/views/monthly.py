"""The view `monthly`: one row a month and accusing side, with what became of the accusations."""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash import derive
from borderclash.package.tables import Tables
from borderclash.views.view import View, own
from borderclash.vocab import ReplyStatus

__all__ = ["MONTHLY"]

_STATUSES: Final = {status.value.replace("-", "_"): status for status in ReplyStatus}


def _build(tables: Tables) -> nw.LazyFrame[Any]:
    status = tables.shared("derive.reply_status", derive.reply_status).select("claim_id", "reply_status")
    sides = tables["actors"].select(speaker="actor_id", accuser_side="side")
    month = nw.col("said").cast(nw.Datetime("us")).dt.truncate("1mo").cast(nw.Date)
    rows = (
        tables["claims"]
        .filter(~nw.col("accused").is_null())
        .select("claim_id", "incident_id", "speaker")
        .join(sides, on="speaker", how="left")
        .join(derive.said(tables).select("claim_id", month=month), on="claim_id", how="left")
        .join(status, on="claim_id")
        .join(derive.echoes_of(tables).rename({"about": "repeats"}), on="claim_id", how="left")
    )
    echoes = nw.when(nw.col("repeats").is_null()).then(nw.lit(0)).otherwise(nw.lit(1))
    met = {name: nw.when(nw.col("reply_status") == word.value).then(nw.lit(1)).otherwise(nw.lit(0)) for name, word in _STATUSES.items()}
    counted = (
        rows.with_columns(echoes=echoes, **met)
        .group_by("month", "accuser_side")
        .agg(
            nw.col("echoes").sum(),
            *(nw.col(name).sum() for name in met),
            incidents=nw.col("incident_id").n_unique(),
            accusations=nw.len(),
        )
    )
    return counted.with_columns(nw.col("incidents", "accusations", "echoes", *met).cast(nw.Int64))


MONTHLY: Final = View(
    name="monthly",
    description="One side in one month: how many accusations its voices made, and what became of them. A month without any has no row.",
    columns=(
        own("month", "date", "The first day of the month the accusations were said in; empty for those of no known day."),
        own("accuser_side", "text", "The party whose voices accuse; empty for voices that speak for none.", references="actors"),
        own("incidents", "integer", "How many incidents the accusations are about; one that two sides speak of is in both sides' rows."),
        own("accusations", "integer", "How many accusations were made."),
        own("echoes", "integer", "How many of them repeat another of their own side."),
        *(own(name, "integer", f"How many of them are {word.value}. {word.meaning}") for name, word in _STATUSES.items()),
    ),
    key=("month", "accuser_side"),
    build=_build,
)
"""The view as it is listed in `VIEWS`."""
