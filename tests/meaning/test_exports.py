"""Exports: what is written is what the tables and views hold, and nothing else is touched."""

import csv
import os
import sqlite3
from contextlib import closing

import duckdb
import pytest

import borderclash as bc
from borderclash.exports import FORMS, NAMES
from borderclash.exports.place import put_file, put_folder

ENDING = {"csv": ".csv", "parquet": ".parquet"}


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def asked(base, sql):
    with closing(sqlite3.connect(base)) as connection:
        return connection.execute(sql).fetchall()


def test_the_tables_come_out_as_csv_as_they_went_in(tmp_path):
    bc.export("csv", tmp_path / "out")
    root = bc.load().package.root
    assert names_in(tmp_path / "out") == sorted(f"{name}.csv" for name in NAMES)
    for name in bc.TABLES:
        assert (tmp_path / "out" / f"{name}.csv").read_bytes() == (root / "data" / f"{name}.csv").read_bytes()


@pytest.mark.parametrize("name", bc.VIEWS)
def test_a_view_comes_out_in_every_form_with_the_rows_it_has(tmp_path, package, name):
    root = package()
    wanted = bc.view(name, backend="duckdb", path=root)
    rows = wanted.fetchall()
    for form in FORMS:
        bc.export(form, tmp_path / f"out.{form}", only=[f"view_{name}"], path=root)
    with (tmp_path / "out.csv" / f"view_{name}.csv").open(encoding="utf-8", newline="") as stream:
        header, *cells = csv.reader(stream)
    assert header == list(bc.VIEWS[name].names)
    assert len(cells) == len(rows)
    storages = [column.storage for column in bc.VIEWS[name].columns]
    for line, row in zip(cells, rows, strict=True):
        assert line == [written(cell, storage) for cell, storage in zip(row, storages, strict=True)]
    assert duckdb.read_parquet(str(tmp_path / "out.parquet" / f"view_{name}.parquet")).fetchall() == rows
    held = asked(tmp_path / "out.sqlite", f'SELECT * FROM "view_{name}"')  # noqa: S608 - a name of ours
    assert held == [tuple(map(kept, row, storages)) for row in rows]


def kept(cell, storage):
    """Return a cell as SQLite has it."""
    return written(cell, storage) if storage in ("date", "time", "datetime") and cell is not None else cell


def written(cell, storage):
    """Return a cell as CSV has it."""
    if cell is None:
        return ""
    if storage in ("time", "datetime"):
        return cell.isoformat(timespec="minutes")
    if storage == "decimal":
        return str(cell).removesuffix(".0")
    return str(cell).lower() if storage == "boolean" else str(cell)


def test_a_database_has_keys_indexes_and_search(tmp_path):
    base = tmp_path / "out.db"
    bc.export("sqlite", base)
    assert asked(base, "PRAGMA foreign_key_check") == []
    assert asked(base, "PRAGMA integrity_check") == [("ok",)]
    tables = {name for (name,) in asked(base, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {*NAMES, "about", "column_docs", "claims_fts"} <= tables
    refers = {(row[3], row[2]) for row in asked(base, "PRAGMA foreign_key_list('view_accusations')")}
    assert {("claim_id", "claims"), ("incident_id", "incidents"), ("speaker", "actors"), ("accused_side", "actors")} <= refers
    plan = str(asked(base, "EXPLAIN QUERY PLAN SELECT * FROM claims WHERE incident_id = 'x'"))
    assert "USING INDEX claims_incident_id" in plan
    found = asked(base, "SELECT claim_id FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'buzgov')")
    assert ("2021-05-28-nakhchivan.az-mod",) in found
    about = dict(asked(base, "SELECT * FROM about"))
    assert bc.__version__ in about["cite"]
    assert "as of" not in about
    told = asked(base, "SELECT meaning FROM column_docs WHERE part = 'view_accusations' AND \"column\" = 'reply_status'")
    assert told == [("What became of it.",)]
    types = {row[1]: row[2] for row in asked(base, "PRAGMA table_info('view_accusations')")}
    assert (types["replies"], types["latitude"], types["others_deny"], types["said_on"]) == ("INTEGER", "REAL", "INTEGER", "TEXT")


def test_only_some_parts_refer_only_to_what_is_there(tmp_path):
    bc.export("sqlite", tmp_path / "out.db", only=["claims", "incidents"])
    assert {row[2] for row in asked(tmp_path / "out.db", "PRAGMA foreign_key_list('claims')")} == {"incidents"}


@pytest.mark.parametrize("form", FORMS)
def test_an_export_as_of_a_day_holds_no_row_that_is_made_up(tmp_path, form):
    now = bc.load()
    then = now.as_of("2021-05-12")
    unanswered = [claim for claim, row in then.claims.items() if row.accused and then.reply_status(claim) == "unanswered"]
    assert set(then.searches) <= set(now.searches)
    assert set(unanswered) - {search.claim_id for search in then.searches}  # theirs came later, and no search is made up for it
    out = bc.export(form, tmp_path / "out", dataset=then)
    if form == "sqlite":
        claims, searches = asked(out, "SELECT claim_id FROM claims"), asked(out, "SELECT * FROM searches")
        met = asked(out, "SELECT claim_id FROM view_accusations WHERE reply_status = 'unanswered'")
        assert dict(asked(out, "SELECT * FROM about"))["as of"] == "2021-05-12"
    else:
        read = duckdb.read_csv if form == "csv" else duckdb.read_parquet
        claims, searches, accusations = (read(str(out / f"{name}{ENDING[form]}")) for name in ("claims", "searches", "view_accusations"))
        met = accusations.filter("reply_status = 'unanswered'").project("claim_id").fetchall()
        claims, searches = claims.project("claim_id").fetchall(), searches.fetchall()
    assert {claim for (claim,) in claims} == set(then.claims)
    assert sorted(claim for (claim,) in met) == sorted(unanswered)
    assert [row[0] for row in searches] == [search.claim_id for search in then.searches]


@pytest.mark.parametrize("form", FORMS)
def test_an_export_replaces_an_export_and_nothing_is_left_beside_it(tmp_path, package, form):
    root, out = package(), tmp_path / "there" / "out"
    out.parent.mkdir()
    for _ in range(2):
        assert bc.export(form, out, path=root) == out
        assert names_in(out.parent) == ["out"]
    mode = out.stat().st_mode & 0o777
    assert mode == (0o644 if form == "sqlite" else 0o755)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, form):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(bc.UnwritableError, match=r"holds thesis\.txt, which this would not write"):
        bc.export(form, tmp_path)
    assert names_in(tmp_path) == ["thesis.txt"]
    with pytest.raises(bc.UnwritableError, match="is a file"):
        bc.export(form, tmp_path / "thesis.txt")


def test_a_file_that_is_no_database_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("SQLite format 3, they say", encoding="utf-8")
    with pytest.raises(bc.UnwritableError, match="is no file of this form"):
        bc.export("sqlite", tmp_path / "thesis.txt")
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "SQLite format 3, they say"
    with pytest.raises(bc.UnwritableError, match="is a folder"):
        bc.export("sqlite", tmp_path)


@pytest.mark.parametrize("put", [put_folder, lambda out, write, _: put_file(out, write, b"SQL")], ids=["folder", "file"])
def test_what_breaks_half_way_leaves_nothing_and_what_was_there(tmp_path, put):
    def half(place):
        (place / "a.csv" if place.is_dir() else place).write_text("SQL half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    def whole(place):
        (place / "a.csv" if place.is_dir() else place).write_text("SQL whole", encoding="utf-8")

    with pytest.raises(bc.UnwritableError, match="No space left on device"):
        put(tmp_path / "out", half, ["a.csv"])
    assert names_in(tmp_path) == []
    put(tmp_path / "out", whole, ["a.csv"])
    with pytest.raises(bc.UnwritableError, match="No space left on device"):
        put(tmp_path / "out", half, ["a.csv"])
    assert names_in(tmp_path) == ["out"]
    out = tmp_path / "out"
    assert (out / "a.csv" if out.is_dir() else out).read_text(encoding="utf-8") == "SQL whole"


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_that_is_not_there_is_told(tmp_path, form):
    with pytest.raises(bc.UnwritableError, match="make it first"):
        bc.export(form, tmp_path / "nowhere" / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(bc.UnwritableError, match="Permission denied"):
        bc.export("csv", tmp_path / "out")


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        ("citations", "az-page", "az-pages", "a row of citations names something that is not in sources"),
        ("figures", "2021-05-01-hill.az-mod,wounded", "2021-05-01-hill.az-mud,wounded", "a row of figures names something"),
        ("claims", ".am-mod,2021-05-01-hill", ".az-mod,2021-05-01-hill", "claims: UNIQUE constraint failed"),
        ("claims", "2021-05-01,09:30", "2021/05/01,09:30", "claims.said_on"),
    ],
)
def test_a_database_of_faulty_data_is_refused_and_says_what_to_type(tmp_path, package, table, old, new, message):
    root = package()
    file = root / "data" / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(bc.UnreadableError, match=message) as caught:
        bc.export("sqlite", tmp_path / "out.db", path=root)
    assert str(caught.value).endswith(f"borderclash validate {root}")
    assert not (tmp_path / "out.db").exists()


def test_misuse_is_told(tmp_path, package):
    with pytest.raises(bc.UnknownNameError, match="did you mean 'sqlite'"):
        bc.export("sqlit", tmp_path / "out")
    with pytest.raises(bc.UnknownNameError, match="did you mean 'view_tolls'"):
        bc.export("csv", tmp_path / "out", only=["view_toll"])
    root = package()
    with pytest.raises(TypeError, match="not both"):
        bc.export("csv", tmp_path / "out", path=root, dataset=bc.load(root))


def test_each_part_is_told_as_it_is_begun(tmp_path):
    told = []
    bc.export("parquet", tmp_path / "out", only=["claims", "view_tolls"], begun=told.append)
    assert told == ["claims", "view_tolls"]
