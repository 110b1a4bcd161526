"""Two roads into the engine, one answer; types; lines; what a missing or broken table leaves behind."""

import csv
import gc
import io
import os
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.errors import UnknownNameError
from borderclash.kinds import KINDS
from borderclash.package import engine as engines
from borderclash.package.engine import DuckEngine
from borderclash.package.gather import prepare
from borderclash.package.load import _load_carefully, _load_clean
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.package.records import Records
from borderclash.package.scan import scan
from borderclash.package.typed import TYPES
from borderclash.package.write import canonical

from .conftest import CASES

CLAIMS = (CASES / "base" / "data" / "claims.csv").read_bytes()
LOCATIONS = TABLES["locations"]
PIECES = [",", ",", '"', '"', "\n", "\r\n", " ", "\t", "a", '""', '"a"', ',"b,c"', ',"x\ny",', "a,b,c\n", "#", "\\", "é", "'", "\r", "\0"]


@pytest.fixture(scope="module")
def engine():
    engine = DuckEngine()
    prepare(engine)
    yield engine
    engine.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(st.sampled_from(PIECES), max_size=14).map("".join), crlf=st.booleans())
@example(body="a,b,c,\n", crlf=False)  # one empty cell too many, which the engine lets pass
@example(body="a\n", crlf=True)  # all rows ragged
@example(body=', "b" ,c\n', crlf=False)  # blanks beside quotes, which the engine takes away
@example(body=',, """"\n', crlf=False)
@example(body=',"\t""a" ",c"\n', crlf=False)
@example(body='a,b,"c\r\nd"\nx\n', crlf=False)
def test_where_the_engine_reads_a_file_the_careful_reader_agrees(engine: DuckEngine, tmp_path: Path, body: str, crlf: bool):
    text = "claim_id,place_id,role\n" + body
    path = tmp_path / "locations.csv"
    path.write_bytes((text.replace("\r", "").replace("\n", "\r\n") if crlf else text).encode())
    seen = scan(path)
    quick = _load_clean(engine, LOCATIONS, path, "f", seen) if seen.clean else None
    rows = engine.run("SELECT * FROM text.locations ORDER BY _row") if quick else None
    records = Records(path, "locations", "f")
    kept = [(record, row) for row, record in enumerate(records) if record.cells is not None]
    expected = [(*(cell or None for cell in record.cells), row) for record, row in kept]
    if quick:
        assert (rows, records.faults) == (expected, [])
        assert [quick.lines.of(row) for row in range(len(rows))] == [record.line for record, _ in kept]
    slow = _load_carefully(engine, LOCATIONS, path, "f")
    assert engine.run("SELECT * FROM text.locations ORDER BY _row") == expected
    assert bool(records.faults) == bool(slow.faults)
    assert slow.rejected == sum(fault.rule in {"ragged-row", "unclosed-quote"} for fault in slow.faults) or "\r" in body or "\0" in body


LEGAL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(*[st.none() | LEGAL] * 3), max_size=6))
def test_what_is_written_is_read_again(tmp_path_factory, rows):
    root = tmp_path_factory.mktemp("written")
    (root / "datapackage.json").write_text("{}")
    (root / "data").mkdir()
    content = canonical(LOCATIONS, rows)
    (root / "data" / "locations.csv").write_bytes(content)
    with read(locate(root)) as tables:
        back = [row[:-1] for row in tables.rows(tables.text("locations").sort("_row"))]
        stray = [fault for fault in tables.faults if fault.table == "locations"]
    if any("\r" in (cell or "") for row in rows for cell in row):
        assert {fault.rule for fault in stray} <= {"stray-carriage-return"}
        return
    assert not stray
    assert sorted(back, key=str) == sorted((tuple(cell or None for cell in row) for row in rows), key=str)
    assert canonical(LOCATIONS, back) == content


def test_types_and_the_cells_that_do_not_fit(package):
    header = ",".join(TABLES["claims"].names)
    good = "i.a,i,a,b,war,Says so.,2021-05-28,09:30,2021-05-28T02:15,,"
    bad = "I A,i,a,b,Open War,Says so.,epoch,9:30,2021-05-28 02:15,0x10, padded"
    with read(locate(package(claims=f"{header}\n{good}\n{bad}\n".encode()))) as tables:
        typed, text = tables.rows(tables["claims"].sort("_row")), tables.rows(tables.text("claims").sort("_row"))
        misfits = tables.misfits
    moment = datetime(2021, 5, 28, 2, 15)
    assert typed[0] == ("i.a", "i", "a", "b", "war", "Says so.", date(2021, 5, 28), time(9, 30), moment, None, None, 0)
    assert typed[1] == (None, "i", "a", "b", "Open War", "Says so.", None, None, None, None, None, 1)
    assert text[1] == (*bad.split(","), 1)
    assert misfits == {("claims", name): 1 for name in ("claim_id", "act", "said_on", "said_at", "alleged_from", "alleged_to", "note")}


def test_numbers_keep_their_value_outside_the_bounds(package):
    header = ",".join(TABLES["places"].names)
    rows = "a,A,village,,,91.5,-181,0.000001,616435,,\nb,B,village,,,1e3,+1,.5,0616435,,\n"
    with read(locate(package(places=f"{header}\n{rows}".encode()))) as tables:
        found = tables.rows(tables["places"].sort("_row").select("latitude", "longitude", "uncertainty_km", "geonames"))
    assert found == [(91.5, -181.0, 0.000001, 616435), (None, None, None, None)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_example_of_a_kind_is_cast_to_its_value(package, kind):
    column = next(column for table in TABLES.values() for column in table.columns if column.kind is kind)
    content = f"{column.name}\n{kind.example}\n".encode()
    with read(locate(package(**{column.table: content}))) as tables:
        assert tables[column.table].collect_schema()[column.name] == TYPES[kind.storage]
        value = tables.rows(tables[column.table].select(column.name))[0][0]
    assert value == (float(kind.read(kind.example)) if kind.storage == "decimal" else kind.read(kind.example))


def test_a_missing_table_is_an_empty_frame_of_the_right_shape(package):
    root = package()
    (root / "data" / "claims.csv").unlink()
    (root / "data" / "figures.csv").unlink()
    (root / "data" / "figures.csv").mkdir()
    with read(locate(root)) as tables:
        assert tables.missing == {"claims", "figures"}
        assert [fault.message for fault in tables.faults] == ["data/claims.csv is not there", "data/figures.csv is no file"]
        for name in tables.missing:
            schema = tables[name].collect_schema()
            assert schema.names() == [*TABLES[name].names, "_row"]
            assert [schema[column.name] for column in TABLES[name].columns] == [
                TYPES[column.kind.storage] for column in TABLES[name].columns
            ]
            assert tables.rows(tables[name]) == tables.rows(tables.text(name)) == []


def test_rejected_rows_are_counted_and_keep_their_numbers(package):
    lines = CLAIMS.splitlines(keepends=True)
    with read(locate(package(claims=b"".join([lines[0], b"x\n", lines[1], b'"\n', lines[2]])))) as tables:
        assert tables.rejected == {"claims": 2}
        assert [row for (row,) in tables.rows(tables["claims"].select("_row").sort("_row"))] == [1, 3]
        assert [tables.place_of("claims", row)[:2] for row in (0, 1, 2, 3, 4)] == [("data/claims.csv", line) for line in (2, 3, 4, 5, None)]


def test_one_slip_hides_nothing_below_it(package):
    lines = CLAIMS.splitlines(keepends=True)
    many = [
        lines[0],
        *([lines[2].replace(b"Rejects", b'"Rejects'), b"ragged\n", lines[2], b"\n", lines[2].replace(b"full", b"f\xfcll")] * 200),
    ]
    with read(locate(package(claims=b"".join(many)))) as tables:
        counts = {
            rule: sum(fault.rule == rule for fault in tables.faults) for rule in ("unclosed-quote", "ragged-row", "blank-line", "not-utf8")
        }
        assert set(counts.values()) == {200}
        assert tables.rows(tables["claims"].select(nw.len())) == [(200,)]
        assert [fault.line for fault in tables.faults] == sorted(fault.line for fault in tables.faults)


def test_a_file_of_many_blocks_keeps_its_order_and_its_lines(package):
    rows = [[f"i.a-{row}", "p" * (row % 50) + ('\n, "q"' if row % 97 == 0 else ""), "" if row % 7 else "target"] for row in range(120_000)]
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows([LOCATIONS.names, *rows])
    with read(locate(package(locations=stream.getvalue().encode()))) as tables:
        assert tables.rows(tables.text("locations").sort("_row")) == [(*(cell or None for cell in row), n) for n, row in enumerate(rows)]
        assert tables.faults == ()
        inside = sum("\n" in row[1] for row in rows[:100_000])
        assert tables.place_of("locations", 100_000)[:2] == ("data/locations.csv", 100_002 + inside)


def test_a_folder_named_like_a_pattern_is_read_all_the_same(package):
    root = package()
    odd = root.with_name("a[1]*?'s")
    root.rename(odd)
    with read(locate(odd)) as tables:
        assert tables.faults == ()
        assert tables.rows(tables["claims"].select(nw.len())) == [(3,)]


def test_the_tables_stand_in_a_file_when_they_are_large(package, monkeypatch):
    monkeypatch.setattr(engines, "_SMALL", 10)
    monkeypatch.setattr(engines, "_FITS", 10)
    with read(locate(package())) as tables:
        scratch = tables._engine.scratch
        assert (scratch / "tables.duckdb").stat().st_size > 0
        assert tables.rows(tables["claims"].select(nw.len())) == [(3,)]
    assert not scratch.exists()


def test_the_scratch_folder_goes_with_the_tables(package):
    tables = read(locate(package()))
    scratch = tables._engine.scratch
    assert scratch.exists()
    del tables
    gc.collect()
    assert not scratch.exists()


def test_shared_frames_are_made_once(package):
    made = []

    def build(tables):
        made.append(1)
        return tables["claims"].join(tables["citations"], on="claim_id").select("claim_id", "source_id")

    with read(locate(package())) as tables:
        first, second = tables.shared("cited", build), tables.shared("cited", build)
        assert first is second
        assert (len(made), len(tables.rows(first)), len(tables.native(first).fetchall())) == (1, 4, 4)


def test_an_unknown_table_is_our_own_error(package):
    with read(locate(package())) as tables:
        for ask in (tables.__getitem__, tables.text):
            with pytest.raises(UnknownNameError, match="no table is called 'claim'; did you mean 'claims'"):
                ask("claim")


def test_the_same_knowledge_over_another_engine(package):
    with read(locate(package(claims=b"claim_id\nx.y\n\n"))) as tables:
        other = tables.over({"claims": tables["claims"]}, {}, tables._engine)
        assert (other.faults, other.missing_columns, other.settings) == (tables.faults, tables.missing_columns, tables.settings)
        assert other.place_of("claims", 0)[:2] == ("data/claims.csv", 2)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions bind nobody here")
def test_a_file_that_may_not_be_read_is_missing(package):
    root = package()
    (root / "data" / "claims.csv").chmod(0)
    with read(locate(root)) as tables:
        assert [(fault.rule, fault.table) for fault in tables.faults] == [("missing-table", "claims")]
