"""The tables as frames: right types in every library, and the same cells."""

import gc
import subprocess
import sys

import pandas as pd
import polars as pl
import pytest

import borderclash as bc
from borderclash.frames import BACKENDS
from borderclash.projections.dtypes import arrow_dtype, duckdb_dtype, pandas_dtype, polars_dtype


@pytest.mark.parametrize("source", ["path", "dataset"])
@pytest.mark.parametrize("name", bc.TABLES)
def test_every_column_has_the_type_that_the_projections_name(package, name, source):
    given = {"path": package()} if source == "path" else {"dataset": bc.load(package())}
    columns = bc.TABLES[name].columns
    made = {backend: bc.frame(name, backend=backend, **given) for backend in BACKENDS}
    assert [list(made[backend].columns) for backend in ("pandas", "polars", "duckdb")] == [[column.name for column in columns]] * 3
    for column in columns:
        assert made["pandas"][column.name].dtype == pandas_dtype(column)
        assert str(made["polars"].schema[column.name]).partition("(")[0] == polars_dtype(column)
        assert str(made["pyarrow"].schema.field(column.name).type) == arrow_dtype(column)
        assert str(made["duckdb"].types[made["duckdb"].columns.index(column.name)]).replace("ENUM(", "ENUM (") == duckdb_dtype(column)


def test_vocabularies_have_all_their_words_in_order(package):
    root = package()
    words = list(bc.TABLES["replies"]["stance"].words)
    assert list(bc.frame("replies", path=root)["stance"].cat.categories) == words
    assert bc.frame("replies", backend="polars", path=root).schema["stance"] == pl.Enum(words)
    assert bc.frame("replies", backend="pyarrow", path=root)["stance"].chunk(0).dictionary.to_pylist() == words


def test_nulls_stay_null_and_numbers_stay_numbers(package):
    actors, claims = bc.frame("actors", path=package()), bc.frame("claims", path=package())
    assert actors["side"].isna().sum() == 2
    assert claims["accused"].isna().tolist() == [False, True, False]
    assert claims["said_on"].tolist() == [pd.Timestamp("2021-05-01"), pd.Timestamp("2021-05-03"), pd.Timestamp("2021-05-01")]
    assert str(claims["said_at"][0]) == "09:30:00"
    assert bc.frame("places", path=package())["latitude"].tolist() == [39.5]


def test_a_table_with_no_rows_is_a_frame_with_no_rows(package):
    root = package()
    assert bc.frame("waivers", path=root).shape == (0, 7)
    assert bc.frame("waivers", backend="polars", path=root).shape == (0, 7)
    assert bc.frame("waivers", backend="pyarrow", path=root).shape == (0, 7)
    assert bc.frame("waivers", backend="duckdb", path=root).shape == (0, 7)


def test_a_relation_outlives_everything_it_came_from(package):
    relation = bc.frame("claims", backend="duckdb", path=package())
    gc.collect()
    assert relation.filter("accused is not null").aggregate("count(*)").fetchall() == [(2,)]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_word_that_is_none_of_the_vocabulary_is_refused_not_lost(package, words, backend):
    rows = {**words.denied, "replies": [words.reply("am-mod", "az-mod", "denis")]}
    with pytest.raises(bc.UnreadableError, match="'denis' is no word of stance"):
        bc.frame("replies", backend=backend, path=package(**rows))


def test_misuse_is_told(package):
    with pytest.raises(bc.UnknownNameError, match="did you mean 'claims'"):
        bc.frame("claim")
    with pytest.raises(bc.UnknownNameError, match="did you mean 'polars'"):
        bc.frame("claims", backend="polar")
    root = package()
    with pytest.raises(TypeError, match="not both"):
        bc.frame("claims", path=root, dataset=bc.load(root))
    (root / "data" / "claims.csv").write_text("claim_id\n", encoding="utf-8")
    with pytest.raises(bc.UnreadableError, match="has no column"):
        bc.frame("claims", path=root)


@pytest.mark.parametrize(("backend", "library", "extra"), [("pandas", "pandas", "pandas"), ("polars", "pyarrow", "polars")])
def test_a_missing_library_names_its_extra(monkeypatch, backend, library, extra):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(bc.MissingExtraError, match=rf"pip install 'borderclash\[{extra}\]'"):
        bc.frame("claims", backend=backend)


def test_a_relation_needs_no_frame_library(package):
    program = (
        "import sys\nfor name in ('pandas', 'polars', 'pyarrow', 'numpy'): sys.modules[name] = None\n"
        "import borderclash as bc\nprint(len(bc.frame('claims', backend='duckdb', path=sys.argv[1]).fetchall()))\n"
        "print(len(bc.view('accusations', backend='duckdb', path=sys.argv[1]).fetchall()))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(package())], capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["3", "2"], "")
