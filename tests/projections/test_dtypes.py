import duckdb
import polars as pl
import pyarrow as pa
import pytest
from pandas.api.types import pandas_dtype as parse

from borderclash.columns import TABLES
from borderclash.projections import dtypes

COLUMNS = [column for of in TABLES.values() for column in of.columns]
ARROW = {
    "text": pa.string(),
    "word": pa.dictionary(pa.int32(), pa.string()),
    "integer": pa.int64(),
    "decimal": pa.float64(),
    "date": pa.date32(),
    "time": pa.time64("us"),
    "datetime": pa.timestamp("us"),
}


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.table}.{column.name}")
def test_every_name_is_one_its_backend_knows(column):
    assert str(parse(dtypes.pandas_dtype(column))) == dtypes.pandas_dtype(column)
    assert issubclass(getattr(pl, dtypes.polars_dtype(column)), pl.DataType)
    assert dtypes.arrow_dtype(column) == str(ARROW[column.kind.storage])
    cast = duckdb.sql(f"SELECT NULL::{dtypes.duckdb_dtype(column)} AS x")
    assert str(cast.types[0]).replace(" ", "") == dtypes.duckdb_dtype(column).replace(" ", "")


def test_vocabularies_are_categorical_everywhere():
    stance = TABLES["replies"]["stance"]
    assert dtypes.pandas_dtype(stance) == "category"
    assert dtypes.polars_dtype(stance) == "Enum"
    assert dtypes.arrow_dtype(stance).startswith("dictionary")
    assert dtypes.duckdb_dtype(stance).startswith("ENUM ('denies', 'confirms', ")
