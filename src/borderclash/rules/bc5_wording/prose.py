"""What the rules on wording share: which cells hold our own words, words and their bounds as patterns, and text without its quotations.

All of it is judged as text, so that a note which is too long is read all the same.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias

from narwhals.stable import v2 as nw

from borderclash.findings import NotRun
from borderclash.rules.rule import Broken
from borderclash.rules.scope import Scope

__all__ = ["OUTER", "PROSE", "QUOTATION", "any_of", "blamed", "listed", "unquoted"]

Test: TypeAlias = Callable[[nw.LazyFrame[Any]], nw.LazyFrame[Any]]

PROSE: Final = (
    ("actors", "note"),
    ("places", "note"),
    ("incidents", "title"),
    ("incidents", "note"),
    ("claims", "text"),
    ("claims", "note"),
    ("replies", "note"),
    ("searches", "note"),
    ("figures", "note"),
)
"""The columns that hold our own words, as table and column. Titles of sources and quotes are others' words."""

OUTER: Final = r"[^\p{L}\p{M}\p{N}]"
"""A sign that is no part of a word, in any script."""

QUOTATION: Final = '"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]|‘[^’]*’'
"""What stands inside quotation marks, and the marks."""

_SPECIAL: Final = re.compile(r"[\\.+*?()|\[\]{}^$-]")


def any_of(words: Iterable[str], ending: str = "") -> str:
    """Return the pattern of any of the words, whole, each with an ending that may follow it."""
    return f"(?:^|{OUTER})(?:{listed(words)}){ending}(?:{OUTER}|$)"


def listed(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, anywhere: quicker to look for than whole words, and so asked first."""
    return "|".join(_SPECIAL.sub(r"\\\g<0>", word) for word in sorted(words, key=len, reverse=True))


def unquoted(column: str) -> nw.Expr:
    """Return the text without what stands inside quotation marks."""
    return nw.col(column).str.replace_all(QUOTATION, " ")


def blamed(
    code: str,
    scope: Scope,
    columns: Iterable[tuple[str, str]],
    likely: Test,
    broken: Test,
    suggest: Callable[[str], str | None] | None = None,
) -> list[Broken | NotRun]:
    """Return the broken cells of each of the columns; one that the package lacks could not be judged.

    The cells of all columns are one frame, since each pattern costs as much to prepare as a hundred thousand cells to judge.

    Args:
        code: the rule.
        scope: where to look.
        columns: the columns to judge, as table and column.
        likely: leaves, of a frame with `cell`, those that may be broken, and is quick.
        broken: leaves, of these few, those that are.
        suggest: what to write instead.
    """
    columns = list(columns)
    there = [pair for pair in columns if not scope.lacks(*pair)]
    found: list[Broken | NotRun] = [
        NotRun(code, f"{table} has no column {column}", table, column) for table, column in columns if (table, column) not in there
    ]
    if not there:
        return found
    hits = scope.shared(f"{code}.likely", lambda scope: likely(_cells(scope, there)))
    if not scope.may_fill(hits):
        return found
    hits = scope.shared(f"{code}.broken", lambda _: broken(hits)).select("_row", "_of").unique()
    for (place,) in sorted(scope.tables.rows(hits.select("_of").unique())):
        table, column = there[place]
        rows = hits.filter(nw.col("_of") == place).select("_row")
        found.append(Broken(table, scope.text(table).join(rows, on="_row", how="semi"), column, suggest=suggest))
    return found


def _cells(scope: Scope, columns: Iterable[tuple[str, str]]) -> nw.LazyFrame[Any]:
    """Return the filled cells of the columns as `cell`, with `_row` and `_of`, the place of their column in the list."""
    cells = [scope.text(table).select("_row", cell=column, _of=nw.lit(place)) for place, (table, column) in enumerate(columns)]
    return nw.concat(cells, how="vertical").filter(~nw.col("cell").is_null())
