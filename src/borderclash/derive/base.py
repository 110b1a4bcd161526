"""What all derivations share: the tables they read, the day a claim was said, and how words become columns."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeAlias

from narwhals.stable import v2 as nw

from borderclash.vocab import Word

__all__ = ["Frame", "Tables", "earliest_of", "first_case", "is_word", "joined", "may_fill", "minutes_between", "said", "settle", "shared"]

Frame: TypeAlias = nw.LazyFrame[Any]
"""A lazy narwhals frame over whatever engine the tables came from."""


class Tables(Protocol):
    """The typed tables by name.

    One that also has `shared(name, build)`, as those of a package do, has every join that is needed more than once made once. An
    engine that does not see for itself that two parts of a plan are one, such as DuckDB, needs that: without it the plans of
    `reply_status` and what rests on it grow past use.
    """

    def __getitem__(self, name: str, /) -> Frame:
        """Return the table of that name."""


def shared(t: Tables, name: str, build: Callable[[Any], Frame]) -> Frame:
    """Return `build(t)`, made once if `t` can remember it."""
    share = getattr(t, "shared", None)
    return share(f"derive.{name}", build) if share else build(t)


def may_fill(t: Tables, frame: Frame) -> bool:
    """Return whether `frame` may have a row, if `t` can tell quickly; else True. It spares the steps taken over nothing."""
    look = getattr(t, "may_fill", None)
    return look is None or bool(look(frame))


def is_word(column: str, *words: Word) -> nw.Expr:
    """Whether the cell is one of the words; null is none of them."""
    return nw.col(column).is_in([word.value for word in words]).fill_null(value=False)


def first_case(cases: Iterable[tuple[Word, nw.Expr]], otherwise: Word) -> nw.Expr:
    """The word of the first case that holds, else `otherwise`."""
    result: nw.Expr = nw.lit(otherwise.value)
    for word, holds in reversed(list(cases)):
        result = nw.when(holds).then(nw.lit(word.value)).otherwise(result)
    return result


def joined(rows: Frame, key: str, name: str, words: dict[str, nw.Expr]) -> Frame:
    """Return key and, as `name`, the words that hold for any of its rows, in their order, one space between; null if none does."""
    if not words:
        return rows.select(key).unique().with_columns(nw.lit(None, dtype=nw.String).alias(name))
    flags = {f"_{place}": holds for place, holds in enumerate(words.values())}
    held = rows.select(key, **flags).group_by(key).agg(*(nw.col(flag).any() for flag in flags))
    parts = [nw.when(nw.col(flag)).then(nw.lit(word)) for flag, word in zip(flags, words, strict=True)]
    return held.filter(nw.any_horizontal(*flags, ignore_nulls=True)).select(
        key, nw.concat_str(*parts, separator=" ", ignore_nulls=True).alias(name)
    )


def said(t: Tables) -> Frame:
    """Return claim_id, said (the day it was said, or of its earliest source; may be null) and said_at, one row a row of claims."""
    claims = t["claims"].select("claim_id", "said_on", "said_at")
    undated = claims.filter(nw.col("said_on").is_null()).select("claim_id")
    published = (
        t["citations"]
        .select("claim_id", "source_id")
        .join(undated, on="claim_id", how="semi")
        .join(t["sources"].select("source_id", "published"), on="source_id")
        .group_by("claim_id")
        .agg(published=nw.col("published").min())
    )
    dated = claims.join(published, on="claim_id", how="left")
    return dated.select("claim_id", "said_at", said=nw.coalesce("said_on", "published"))


def minutes_between(day: str, clock: str | None, later_day: str, later_clock: str | None) -> nw.Expr:
    """The minutes from one moment to another, of columns of days and, if given, of clock times; null where a part is not known."""
    days = nw.col(later_day).cast(nw.Datetime("us")) - nw.col(day).cast(nw.Datetime("us"))
    minutes = days.dt.total_minutes()
    if clock is None or later_clock is None:
        return minutes
    return minutes + _minute_of(later_clock) - _minute_of(clock)


def _minute_of(clock: str) -> nw.Expr:
    return nw.col(clock).dt.hour().cast(nw.Int64) * 60 + nw.col(clock).dt.minute().cast(nw.Int64)


def earliest_of(rows: Frame, key: str) -> Frame:
    """Leave, of the rows of each key, those that none was said before; they have `said` and `said_at`, and undated is earliest."""
    day, hour, undated = nw.col("said"), nw.col("said_at"), nw.col("said").is_null()
    rows = rows.filter(nw.when(undated.any().over(key)).then(undated).otherwise(day == day.min().over(key)))
    return rows.filter(undated | hour.is_null() | (hour == hour.min().over(key)))


def settle(rows: Frame, keys: tuple[str, ...], choose: Callable[[Frame], Frame]) -> Frame:
    """Apply `choose` to the rows that share their keys with another row, and leave the others, mostly all, untouched."""
    several = rows.group_by(*keys).agg(times=nw.len()).filter(nw.col("times") > 1)
    alone = rows.join(several, on=list(keys), how="anti")
    return nw.concat([alone, choose(rows.join(several, on=list(keys), how="semi"))], how="vertical")
