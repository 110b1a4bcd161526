"""Frames of every library come in as the same text that a file would hold, and are judged by the same reader."""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.errors import BorderclashError, UnknownNameError, UnreadableError
from borderclash.kinds import KINDS
from borderclash.package.cells import cell
from borderclash.package.door import from_frames
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.vocab import Act


def records(tables, name: str) -> list[dict]:
    frame = tables[name].sort("_row")
    return [dict(zip(frame.collect_schema().names(), row, strict=True)) for row in tables.rows(frame)]


def columns_of(rows: list[dict]) -> dict[str, list]:
    return {name: [row[name] for row in rows] for name in rows[0] if name != "_row"}


def _polars(columns):
    return pl.DataFrame(columns, strict=False)


CONNECTION = duckdb.connect()  # before DuckDB 2 a relation does not keep its connection open


def _relation(columns):
    return CONNECTION.from_arrow(pa.table(columns))


MAKERS = {
    "pandas": pd.DataFrame,
    "pandas-nullable": lambda columns: pd.DataFrame(columns).convert_dtypes(),
    "pandas-object": lambda columns: pd.DataFrame(columns, dtype=object),
    "pandas-category": lambda columns: pd.DataFrame(columns).assign(speaker=lambda frame: frame["speaker"].astype("category")),
    "pandas-timestamps": lambda columns: pd.DataFrame(columns).assign(said_on=lambda frame: pd.to_datetime(frame["said_on"])),
    "polars": _polars,
    "pyarrow": pa.table,
    "duckdb": _relation,
}


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_typed_frames_become_the_text_of_the_file(package, maker):
    with read(locate(package())) as tables:
        typed = columns_of(records(tables, "claims"))
        wanted = tables.rows(tables.text("claims").sort("_row"))
        with from_frames({"claims": maker(typed)}) as entered:
            assert entered.rows(entered.text("claims").sort("_row")) == wanted
            assert records(entered, "claims") == records(tables, "claims")
            assert not [fault for fault in entered.faults if fault.table == "claims"]
            assert entered.missing == set(TABLES) - {"claims"}


@pytest.mark.parametrize("maker", [pd.DataFrame, _polars, pa.table, _relation], ids=["pandas", "polars", "pyarrow", "duckdb"])
def test_numbers_and_nothing(maker):
    columns = {
        "low": [1.0, 2.5, float("nan"), None],
        "high": [3, None, 4, 5],
        "note": ["", 'a, "b"\nc', None, " "],
        "claim_id": [None, None, None, None],
    }
    with from_frames({"figures": maker(columns)}) as tables:
        got = tables.rows(tables.text("figures").sort("_row").select("low", "high", "note", "claim_id"))
        assert got == [("1", "3", None, None), ("2.5", None, 'a, "b"\nc', None), (None, "4", None, None), (None, "5", " ", None)]
        assert tables.rows(tables["figures"].sort("_row").select("low")) == [(1.0,), (2.5,), (None,), (None,)]


def test_a_header_is_judged_and_the_rows_of_a_frame_have_no_line():
    with from_frames({"claims": pd.DataFrame({"claim_id": ["a.b"], "acused": ["c"], 7: [1]})}) as tables:
        found = [(fault.rule, fault.value, fault.suggestion) for fault in tables.faults if fault.rule == "unknown-column"]
        assert found == [("unknown-column", "acused", "accused"), ("unknown-column", "7", None)]
        assert ("claims", "accused") in tables.missing_columns
        assert tables.place_of("claims", 0) == (None, None, None)
        assert {fault.file for fault in tables.faults} == {None}


def test_a_column_twice_is_a_fault_and_the_table_is_missing():
    with from_frames({"claims": pd.DataFrame([[1, 2]], columns=["claim_id", "claim_id"])}) as tables:
        assert "claims" in tables.missing
        assert [fault.rule for fault in tables.faults if fault.table == "claims"] == ["duplicate-header"]


def test_a_relation_is_left_as_it_was_and_may_hold_many_slices():
    connection = duckdb.connect()
    relation = connection.sql("SELECT 'i.a-' || n AS claim_id, n AS \"within\", 'p' AS place_id, 'target' AS role FROM range(45000) t(n)")
    with from_frames({"locations": relation}) as tables:
        assert tables.rows(tables["locations"].select(nw.col("claim_id").n_unique(), nw.col("_row").max())) == [(45000, 44999)]
    assert relation.limit(1).fetchall() == [("i.a-0", 0, "p", "target")]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([1], r"claims is a builtins\.list, which is no frame; pass a pandas or polars DataFrame"),
        ({"claim_id": ["a"]}, "which is no frame"),
        ("claims.csv", "or the path of a package"),
        (None, "which is no frame"),
        (pl.Series([1]), "which is no frame"),
        (pl.LazyFrame({"claim_id": ["a"]}), "claims is a lazy frame of polars; collect it first"),
    ],
    ids=["list", "dict", "path", "none", "series", "lazy"],
)
def test_what_is_no_frame_is_refused_with_what_to_pass(given, says):
    with pytest.raises(UnreadableError, match=says) as error:
        from_frames({"claims": given})
    assert isinstance(error.value, BorderclashError)


def test_a_table_by_another_name_is_refused():
    with pytest.raises(UnknownNameError, match="did you mean 'claims'"):
        from_frames({"claim": pd.DataFrame()})


def test_letters_that_cannot_be_written_in_utf8_do_not_stop_the_reader():
    frame = pd.DataFrame({"text": pd.Series(["\ud800 x", "a\0b"], dtype=object)})
    with from_frames({"claims": frame}) as tables:
        assert tables.rows(tables.text("claims").sort("_row").select("text")) == [("\\ud800 x",), ("a\0b",)]


class _Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "storage", "text"),
    [
        (True, "text", "true"),
        (Decimal("1E+2"), "decimal", "100"),
        (Decimal("1.500"), "decimal", "1.5"),
        (Decimal("NaN"), "decimal", None),
        (1e-7, "decimal", "0.0000001"),
        (float("inf"), "decimal", "Infinity"),
        (100.0, "integer", "100"),
        (datetime(2021, 5, 28), "date", "2021-05-28"),
        (datetime(2021, 5, 28), "datetime", "2021-05-28T00:00"),
        (datetime(2021, 5, 28, 1), "date", "2021-05-28T01:00"),
        (datetime(2021, 5, 28, tzinfo=UTC), "date", "2021-05-28T00:00:00+00:00"),
        (datetime(2021, 5, 28, 2, 15, 1), "datetime", "2021-05-28T02:15:01"),
        (pd.Timestamp("2021-05-28 02:15:00.000000001"), "datetime", "2021-05-28T02:15:00.000000001"),
        (time(9, 30), "time", "09:30"),
        (time(9, 30, 5), "time", "09:30:05"),
        (date(2021, 5, 28), "datetime", "2021-05-28"),
        (Act.WAR, "word", "war"),
        (_Colour.RED, "word", "red"),
        ([1, 2], "text", "[1, 2]"),
    ],
)
def test_values_as_cells(value, storage, text):
    assert cell(value, storage) == text


VALUES = {
    "integer": st.integers(1, 10**11),
    "decimal": st.decimals(-(10**9), 10**9, places=3),
    "date": st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    "time": st.times().map(lambda value: value.replace(second=0, microsecond=0)),
    "datetime": st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)).map(lambda value: value.replace(second=0, microsecond=0)),
}


@given(
    st.sampled_from([kind for kind in KINDS if kind.storage in VALUES]).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind.storage]))
)
def test_a_value_becomes_a_cell_of_its_kind_that_means_it(pair):
    kind, value = pair
    text = cell(value, kind.storage)
    assert kind.regex.fullmatch(text)
    in_bounds = (kind.minimum is None or value >= kind.minimum) and (kind.maximum is None or value <= kind.maximum)
    if in_bounds:
        assert kind.read(text) == value


def test_no_frame_library_is_needed_or_imported(package):
    code = """
import sys
for name in ("pandas", "polars", "pyarrow", "numpy"):
    sys.modules[name] = None
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.package.door import from_frames
import duckdb
with read(locate(sys.argv[1])) as tables:
    assert tables.faults == ()
    joined = tables.keep(tables["claims"].join(tables["citations"], on="claim_id"))
    assert len(tables.rows(joined)) == 4
with from_frames({"claims": duckdb.sql("SELECT 'a.b' AS claim_id")}) as tables:
    assert tables.rows(tables["claims"].select("claim_id")) == [("a.b",)]
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code, str(package())], check=True)
