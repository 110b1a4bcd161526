"""Whom a column of actors names, and for whom they speak."""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.package.tables import Tables
from borderclash.views.view import ViewColumn, own

__all__ = ["name_and_side", "with_people"]


def with_people(tables: Tables, rows: nw.LazyFrame[Any], *columns: str) -> nw.LazyFrame[Any]:
    """Add `<column>_name` and `<column>_side` for each column of actor ids; null where it is null."""
    actors = tables["actors"].select("actor_id", "name", "side")
    for column in columns:
        named = actors.select(**{column: nw.col("actor_id"), f"{column}_name": nw.col("name"), f"{column}_side": nw.col("side")})
        rows = rows.join(named, on=column, how="left")
    return rows


def name_and_side(column: str, whom: str) -> tuple[ViewColumn, ViewColumn]:
    """Return the two columns that `with_people` gives beside `column`, described for `whom` it names."""
    return (
        own(f"{column}_name", "text", f"What {whom} is called in English."),
        own(f"{column}_side", "text", f"The party that {whom} speaks or acts for; empty if none.", references="actors"),
    )
