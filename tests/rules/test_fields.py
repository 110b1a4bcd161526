"""The rules over cells: they and the Pydantic models give one verdict on every cell, and each fault is one finding."""

import re
from collections.abc import Iterator
from functools import cache
from types import SimpleNamespace

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from narwhals.stable import v2 as nw
from pydantic import ValidationError

from borderclash.columns import TABLES, Column
from borderclash.rules import RULES
from borderclash.rules.fields import FLAG, Nearest, checks_of, flagged
from borderclash.rules.scope import Scope
from borderclash.validate import validate

CELLS = [rule for rule in RULES if rule.shape == "cells"]
COLUMNS = [column for table in TABLES.values() for column in table.columns]
ANYTHING = SimpleNamespace(lacks=lambda *_: False, may_misfit=lambda *_: True)

NASTY = [
    None, " ", "\n", "\t", "\x7f", "\ufeff", "a", "A", "-", "0", "-0", "00", "1", "-1", "+1", " 1", "1 ", "1\n", "1.", ".5", "1.0",
    "1.1234567", "1e5", "0x10", "NaN", "Infinity", "90", "90.0", "90.1", "-90.000001", "180.5", "-181", "1000.000001",
    "999999999999999", "1000000000000000", "2021-05-28", "2021-5-28", "28.05.2021", "2021-02-29", "2020-02-29", "1899-12-31",
    "2021/05/28", "epoch", "1622160000", "2021-05-28\n", "09:30", "9:30", "24:00", "09:30:00", "2021-05-28T02:15", "2021-05-28 02:15",
    "2021-05-28T02:15Z", "az-mod", "az--mod", "Az-mod", "2021-05-28-x.az-mod", "x.y.z", "https://example.org/a", "ftp://example.org",
    "https://example.org/ a", "AM", "am", "hy-Latn", "hy_Latn", "Q399", "Q0", "BC101", "BC1", "*", "claims", "denies", "denys",
    "Denies", "text ", "text\u00a0", "two\nlines", "a" * 40, "a" * 41, "a" * 120, "a" * 121, "\U0001f600" * 200, "\U0001f600" * 201,
    "a" * 600, "a" * 601, "a" * 1201,
]  # fmt: skip


@cache
def example(column: Column) -> str:
    return column.words[0] if column.words else column.kind.example


@cache
def base(name: str) -> dict[str, str]:
    return {column.name: example(column) for column in TABLES[name].columns if column.required}


def by_model(column: Column, cell: str | None) -> bool:
    try:
        TABLES[column.table].model.model_validate({**base(column.table), column.name: cell})
    except ValidationError:
        return False
    return True


def test_models_and_rules_agree_on_every_cell_of_every_column(lay):
    rows = {name: [{**base(name), column.name: cell} for column in table.columns for cell in NASTY] for name, table in TABLES.items()}
    places = {name: [(column, cell) for column in table.columns for cell in NASTY] for name, table in TABLES.items()}
    run = validate(lay(rows), select=[rule.code for rule in CELLS])
    assert run.not_run == ()
    wrong = {
        (name, number, column.name)
        for name, cells in places.items()
        for number, (column, cell) in enumerate(cells, start=1)
        if not by_model(column, cell)
    }
    found = [(finding.table, finding.line, finding.field) for finding in run.findings]
    assert len(found) == len(set(found)), "a fault is one finding"
    assert set(found) == wrong
    assert run.total == len(found)


def flags(frame: nw.LazyFrame, column: Column) -> list[str | None]:
    """Return by row the code of the rule that a cell breaks."""
    checks = [check for check in checks_of(column.table, CELLS, ANYTHING) if check.column == column]
    native = flagged(frame, checks).select("_row", FLAG + column.name).to_native()
    rows = native.fetchall() if hasattr(native, "fetchall") else native.collect().rows()
    return {row: checks[place].rule.code for row, place in rows}


def near(column: Column) -> st.SearchStrategy[str]:
    """Cells of the column's own kind, whole or with one sign changed."""
    right = st.sampled_from(column.words) if column.words else st.from_regex(re.compile(column.kind.pattern, re.ASCII), fullmatch=True)
    changed = st.tuples(right, st.integers(0, 60), st.text(max_size=1)).map(lambda x: x[0][: x[1]] + x[2] + x[0][x[1] + 1 :])
    return right | changed | st.text(max_size=12)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_models_and_rules_agree_on_whatever_is_typed(connection, data):
    column = data.draw(st.sampled_from(COLUMNS))
    cells = data.draw(st.lists(near(column), min_size=1, max_size=20))
    cells = [cell or None for cell in cells if "\x00" not in cell and not any("\ud800" <= sign <= "\udfff" for sign in cell)]
    connection.execute(f'create or replace temp table cells (_row bigint, "{column.name}" varchar)')
    for row, cell in enumerate(cells):
        connection.execute("insert into cells values (?, ?)", [row, cell])
    wrong = {row for row, cell in enumerate(cells) if not by_model(column, cell)}
    on_duckdb = flags(nw.from_native(connection.table("cells")), column)
    schema = {"_row": pl.Int64, column.name: pl.String}
    on_polars = flags(nw.from_native(pl.LazyFrame({"_row": range(len(cells)), column.name: cells}, schema=schema)), column)
    assert on_duckdb == on_polars
    assert set(on_duckdb) == wrong


@pytest.mark.parametrize(
    ("table", "column", "cell", "code", "message", "suggestion"),
    [
        ("claims", "said_on", "28.05.2021", "BC002", "'28.05.2021' is not a day, such as 2021-05-28", None),
        ("claims", "speaker", None, "BC001", "speaker is empty, and must not be", None),
        ("claims", "text", "two\nlines", "BC002", r"'two\nlines' is not a sentence, such as Says its positions came under fire.", None),
        ("claims", "act", "Small Arms fire", "BC003", "'Small Arms fire' is not a word for act", "small-arms-fire"),
        ("replies", "stance", "zzz", "BC003", "'zzz' is not a word for stance", None),
        ("places", "latitude", "-90.5", "BC004", "-90.5 is outside -90 to 90", None),
        ("figures", "low", "-1", "BC004", "-1 is outside 0 and up", None),
        ("citations", "quote", "a" * 201, "BC005", "quote is 201 characters long; at most 200 are allowed", None),
    ],
)
def test_a_broken_cell_is_told_in_words(lay, table, column, cell, code, message, suggestion):
    run = validate(lay({table: [{**base(table), column: cell}]}), select="BC001,BC002,BC003,BC004,BC005")
    assert [(f.code, f.field, f.message, f.suggestion) for f in run.findings] == [(code, column, message, suggestion)]
    shown = run.findings[0].value
    assert shown == (cell if cell is None or len(cell) <= 200 else cell[:199] + "…")


def test_the_first_row_of_a_key_is_not_blamed_and_the_later_ones_name_it(lay):
    rows = {"place_names": [{"place_id": "tarn", "language": "hy", "name": name} for name in ("A", "B", "A", "A", None, None)]}
    run = validate(lay(rows), select="BC006")
    assert [(f.key, f.line, f.message) for f in run.findings] == [
        ("tarn/hy/A", 3, "the key tarn/hy/A is already that of row 1"),
        ("tarn/hy/A", 4, "the key tarn/hy/A is already that of row 1"),
    ]


def test_a_reference_is_judged_only_where_it_is_filled_and_well_formed(lay):
    rows = {
        "actors": [{"actor_id": "am-mod", "name": "x", "kind": "ministry", "side": side} for side in (None, "Am", "am-mod")],
        "claims": [{"claim_id": "x.am-mod", "incident_id": "x", "speaker": "am-mod", "accused": "am-mo"}],
    }
    run = validate(lay(rows), select="BC007")
    assert [(f.table, f.field, f.value, f.suggestion) for f in run.findings] == [
        ("claims", "accused", "am-mo", "am-mod"),
        ("claims", "incident_id", "x", None),
    ]


def test_a_reference_into_a_table_with_lost_rows_is_not_judged_and_that_is_said(lay):
    tables = lay({"claims": [{"claim_id": "x.am-mod", "incident_id": "x", "speaker": "am-mod"}]})
    tables.rejected = {"actors": 1}
    run = validate(tables, select="BC007")
    assert [(f.table, f.field) for f in run.findings] == [("claims", "incident_id")]
    gaps = {(gap.table, gap.field) for gap in run.not_run}
    assert ("claims", "speaker") in gaps
    assert ("claims", "incident_id") not in gaps
    assert all(gap.reason.startswith("1 row of actors could not be read") for gap in run.not_run)


def test_the_nearest_key_is_found_among_many_by_either_half(lay):
    rows = [{"incident_id": f"2021-05-{number:05}-nakhchivan"} for number in range(6_000)]
    nearest = Nearest(Scope(lay({"incidents": rows})), "incidents")
    assert nearest("2021-05-01234-nakhchivn") == "2021-05-01234-nakhchivan"
    assert nearest("2012-05-01234-nakhchivan") == "2021-05-01234-nakhchivan"
    assert nearest("elsewhere") is None
