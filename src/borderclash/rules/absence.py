"""What a rule needs that concludes from what is not there: a cell that cannot be read may be the very one it misses."""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.scope import Scope

__all__ = ["unless_unread"]


def unless_unread(scope: Scope, rows: nw.LazyFrame[Any], table: str, column: str) -> nw.LazyFrame[Any]:
    """Return `rows` whole, or none of them if some cell of a required column is null, which is a finding of its own."""
    unread = scope[table].filter(nw.col(column).is_null()).with_columns(_unread=nw.lit(value=True)).select("_unread")
    return rows.with_columns(_unread=nw.lit(value=True)).join(unread, on="_unread", how="anti").drop("_unread")
