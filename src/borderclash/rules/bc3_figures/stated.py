"""What the rules over figures share: each figure with who stated it, about what, when, and how low and high it may be meant."""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word, said
from borderclash.rules.scope import Scope
from borderclash.vocab import Qualifier

__all__ = ["as_written", "number", "stated"]


def stated(scope: Scope) -> nw.LazyFrame[Any]:
    """Return the figures whose claim is there, a row each.

    Columns: _row, claim_id, measure, party, category, unit, low; incident_id, speaker; said (the day; null where not known) and said_at;
    floor (what it says it is not below) and ceiling (not above), null where it does not say so: of `about` both are null, of
    `at-least` the ceiling, of `at-most` the floor.
    """
    return scope.shared("figures.stated", _stated)


def _stated(scope: Scope) -> nw.LazyFrame[Any]:
    firm, least, most = (is_word("qualifier", word) for word in (Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.AT_MOST))
    open_end = scope.text("figures").select("_row", no_high=nw.col("high").is_null())
    figures = (
        scope["figures"]
        .join(open_end, on="_row")
        .select(
            *("_row", "claim_id", "measure", "party", "category", "unit", "low"),
            floor=nw.when(firm | least).then(nw.col("low")),
            ceiling=nw.when(firm | most).then(nw.when("no_high").then(nw.col("low")).otherwise(nw.col("high"))),
        )
    )
    claims = scope["claims"].select("claim_id", "incident_id", "speaker").join(figures.select("claim_id"), on="claim_id", how="semi")
    days = said(scope).join(figures.select("claim_id"), on="claim_id", how="semi")
    return figures.join(claims, on="claim_id").join(days, on="claim_id")


def as_written(scope: Scope, rows: nw.LazyFrame[Any], *extra: str) -> nw.LazyFrame[Any]:
    """Return the rows of figures as the text they were read as, so that a message says `3` where the file does, with `extra` columns."""
    return scope.text("figures").join(rows.select("_row", *extra), on="_row")


def number(name: str) -> nw.Expr:
    """Return a number as people write it, whole ones without `.0`."""
    return nw.col(name).cast(nw.String).str.replace_all("[.]0$", "")
