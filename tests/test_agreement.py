"""Four roads, one verdict on every cell: the kind, the Pydantic model, the JSON Schema, and (but for its named leniencies) frictionless."""

import re
from decimal import InvalidOperation
from functools import cache

import pytest
from frictionless import Schema
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from borderclash.columns import TABLES, Column, table
from borderclash.projections.jsonschema import row_schema
from borderclash.projections.tableschema import table_schema

COLUMNS = [column for of in TABLES.values() for column in of.columns]
NAMES = [f"{column.table}.{column.name}" for column in COLUMNS]

UNSPACED = """
a A - * ** claims denies Denies BC101 BC1 AM am HY hy-Latn hy_Latn Q399 Q0 q399 az-mod az--mod az-mod- az_mod Az-mod x.y.z
2021-05-28-x.az-mod
0 -0 00 1 -1 +1 1. .5 1.0 1.1234567 1e5 1_0 0x10 NaN sNaN Infinity -Infinity \u0665 90 90.0 90.1 91 -90.000001 180 180.5 181
1000 1000.0 1000.000001 1001 1000000000000 999999999999999 1000000000000000
2021-05-28 2021-5-28 2021-02-29 2020-02-29 1900-02-29 1899-12-31 2100-01-01 2021/05/28 epoch 1622160000 \u0662\u0660\u0662\u0661-05-28
09:30 9:30 24:00 09:60 09:30:00 2021-05-28T02:15 2021-05-28T2:15 2021-05-28T02:15:00 2021-05-28T02:15Z
https://example.org/a ftp://example.org https:// https://example.org/\u0561 https://example.org/" https://example.org/{ https://example.org/%22
"""
SPACED = [
    "",
    " ",
    "\n",
    "\t",
    "\x00",
    "\ufeff",
    " text",
    "text ",
    "text\u00a0",
    "two\nlines",
    "claims\n",
    "az-mod\n",
    "http://example.org/ a",
]
SPACED += [" 1", "1 ", "1\n", "2021-05- 8", "2021-05-28\n", "2021-05-28 02:15"]
LONG = ["a" * (most + more) for most in (40, 120, 200, 240, 300, 600, 1200, 2000) for more in (0, 1)] + ["\U0001f600" * 200]
NASTY = [*UNSPACED.split(), *SPACED, *LONG]


@cache
def base(name: str) -> dict[str, str]:
    """A row whose required cells are right, as text."""
    return {column.name: example(column) for column in table(name).columns if column.required}


def example(column: Column) -> str:
    return column.words[0] if column.words else column.kind.example


@cache
def validator(name: str) -> Draft202012Validator:
    schema = row_schema(table(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@cache
def frictionless_schema(name: str) -> Schema:
    return Schema.from_descriptor(table_schema(table(name)))


def by_kind(column: Column, cell: str) -> bool:
    if cell == "":
        return not column.required
    try:
        column.kind.read(cell)
    except ValueError:
        return False
    return not column.words or cell in column.words


def by_model(column: Column, cell: str) -> bool:
    try:
        table(column.table).model.model_validate({**base(column.table), column.name: cell})
    except ValidationError as error:
        blamed = {fault["loc"][0] for fault in error.errors()}
    else:
        return True
    assert blamed == {column.name}
    return False


def by_json_schema(column: Column, cell: str) -> bool:
    faults = list(validator(column.table).iter_errors({**base(column.table), column.name: cell or None}))
    assert all(list(fault.path) == [column.name] for fault in faults)
    return not faults


def by_frictionless(column: Column, cell: str) -> bool:
    try:
        return frictionless_schema(column.table).get_field(column.name).read_cell(cell)[1] is None
    except InvalidOperation:  # it compares a signalling NaN with itself, and falls over
        assert cell.strip("+-").lower().startswith("snan")
        return False


SPELLED_TIME = "a calendar or clock field spelled otherwise: unpadded, padded with a space, other digits"
OTHER_YEAR = "a year outside 1900 to 2099"
SPELLED_NUMBER = "a number spelled otherwise: signs, zeros, exponents, underscores, spaces, other digits"
INFINITE = "an infinite number"
DIGITS = "more digits than we keep"
NOT_ABOVE_ZERO = "an id number that is not above zero"
LAST_BREAK = "a line break that ends a text"


def excuses(column: Column, cell: str) -> set[str]:
    """The leniencies of frictionless by which it takes a cell that we refuse; there are no others."""
    value = frictionless_schema(column.table).get_field(column.name).read_cell(cell)[0]
    storage = column.kind.storage
    found = set()
    if storage in ("date", "time", "datetime"):
        found |= {SPELLED_TIME} if column.kind.write(value) != cell else set()
        found |= {OTHER_YEAR} if storage != "time" and not 1900 <= value.year <= 2099 else set()
    elif storage in ("integer", "decimal"):
        found |= {SPELLED_NUMBER} if column.kind.write(value) != cell else set()
        found |= {INFINITE} if storage == "decimal" and value.is_infinite() else set()
        found |= {DIGITS} if re.search(r"[0-9]{13}" if storage == "integer" else r"[0-9]{16}|\.[0-9]{7}", cell) else set()
        found |= {NOT_ABOVE_ZERO} if storage == "integer" and value <= 0 else set()
    elif storage == "text" and cell.endswith("\n"):
        found.add(LAST_BREAK)
    return found


def agree(column: Column, cell: str) -> None:
    ours = by_kind(column, cell)
    assert by_model(column, cell) is ours, f"the model disagrees on {cell!r}"
    assert by_json_schema(column, cell) is ours, f"the JSON Schema disagrees on {cell!r}"
    theirs = by_frictionless(column, cell)
    if ours:
        assert theirs, f"frictionless refuses {cell!r}"
    elif theirs:
        assert excuses(column, cell), f"frictionless takes {cell!r}"


def cells(column: Column) -> st.SearchStrategy[str]:
    """Cells that look right, cells that are right but for one character, and any text."""
    right = st.sampled_from(column.words) if column.words else st.from_regex(column.kind.regex, fullmatch=True)
    character = st.sampled_from(list(" \n\r\t\x00\x7f-+_.:/TZeE'\"|0159aA\u0665\u0561\u00a0")) | st.characters()
    place = st.integers(0, 30)
    inserted = st.builds(lambda cell, at, new: cell[:at] + new + cell[at:], right, place, character)
    replaced = st.builds(lambda cell, at, new: cell[:at] + new + cell[at + 1 :], right, place, character)
    cut = st.builds(lambda cell, at: cell[:at] + cell[at + 1 :], right, place)
    ended = st.builds(lambda cell, new: cell + new, right, character)
    return right | inserted | replaced | cut | ended | st.text(max_size=12) | st.decimals(allow_nan=True, places=3).map(str)


@pytest.mark.parametrize("column", COLUMNS, ids=NAMES)
def test_one_verdict_on_nasty_cells(column):
    assert by_kind(column, example(column))
    for cell in [example(column), *NASTY]:
        agree(column, cell)


@pytest.mark.parametrize("column", COLUMNS, ids=NAMES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_one_verdict_on_any_cell(column, data):
    agree(column, data.draw(cells(column)))


@pytest.mark.parametrize(
    ("leniency", "column", "cell"),
    [
        (SPELLED_TIME, "claims.said_on", "2021-5-28"),
        (SPELLED_TIME, "claims.said_at", "9:30"),
        (SPELLED_TIME, "claims.alleged_to", "2021-05-28T2:15"),
        (OTHER_YEAR, "claims.said_on", "1899-12-31"),
        (SPELLED_NUMBER, "figures.low", "1e5"),
        (INFINITE, "figures.high", "Infinity"),
        (DIGITS, "places.latitude", "39.1234567"),
        (DIGITS, "figures.low", "1000000000000000"),
        (NOT_ABOVE_ZERO, "places.geonames", "0"),
        (LAST_BREAK, "claims.text", "Says so.\n"),
    ],
)
def test_each_leniency_of_frictionless_is_real(leniency, column, cell):
    column = COLUMNS[NAMES.index(column)]
    assert not by_kind(column, cell)
    assert by_frictionless(column, cell)
    assert excuses(column, cell) == {leniency}


def test_the_model_writes_what_the_json_schema_describes():
    for name, of in TABLES.items():
        row = of.model.model_validate({column.name: example(column) for column in of.columns})
        written = row.model_dump(mode="json")
        assert written == {column.name: example(column) for column in of.columns}
        assert validator(name).is_valid(written)
        assert validator(name).is_valid(of.model.model_validate(base(name)).model_dump(mode="json"))
        assert not validator(name).is_valid({**written, "no_such_column": "x"})
