"""What the rules on days share: how long a span is, and which incidents have no end."""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.scope import Scope

__all__ = ["DAY", "at", "day_after", "endless", "span"]

DAY = 24 * 60
"""The minutes of a day."""


def at(day: str) -> nw.Expr:
    """Return the first minute of the day in a column."""
    return nw.col(day).cast(nw.Datetime("us"))


def day_after(day: str) -> nw.Expr:
    """Return the first minute after the day in a column."""
    return at(day).dt.offset_by("1d")


def span(start: str, end: str) -> nw.Expr:
    """Return the minutes from the day `start` to the day `end`; 0 where they are one."""
    return (at(end) - at(start)).dt.total_minutes()


def endless(scope: Scope, incidents: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Leave the incidents whose `date_end` is empty; one that holds something unreadable is not."""
    empty = scope.text("incidents").filter(nw.col("date_end").is_null()).select("_row")
    return incidents.join(empty, on="_row", how="semi")
