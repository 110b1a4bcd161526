"""The views: analysis-ready, the same in every library."""

import re

import polars as pl
import pytest

import borderclash as bc
from borderclash.frames import BACKENDS

HILL = "2021-05-01-hill"
POLARS = {"text": pl.String, "integer": pl.Int64, "decimal": pl.Float64, "date": pl.Date, "boolean": pl.Boolean} | {
    "time": pl.Time,
    "datetime": pl.Datetime("us"),
}
PANDAS = {"text": "string", "word": "category", "integer": "Int64", "decimal": "Float64", "date": "datetime64[s]", "boolean": "boolean"} | {
    "time": "time64[us][pyarrow]",
    "datetime": "datetime64[s]",
}


def test_an_accusation_in_one_row(package):
    rows = bc.view("accusations", backend="polars", path=package()).to_dicts()
    assert [row["claim_id"] for row in rows] == [f"{HILL}.am-mod-2", f"{HILL}.az-mod"]
    row = rows[1]
    assert (row["title"], row["place"], row["latitude"], row["longitude"]) == ("Fire near The Hill", "The Hill", 39.5, 46.25)
    assert (row["speaker_side"], row["accused_side"], row["act"]) == ("azerbaijan", "armenia", "small-arms-fire")
    assert (row["reply_status"], row["others_deny"], row["others_confirm"]) == ("denied", False, False)
    assert (str(row["said_on"]), row["replies"], str(row["first_reply_on"]), row["reply_lag_days"]) == ("2021-05-01", 1, "2021-05-03", 2)
    assert (row["sources"], row["independent_sources"], row["sides_sourced"]) == (3, 2, "armenia azerbaijan")
    assert (row["wounded"], row["wounded_military"], row["wounded_civilian"], row["killed"], row["figures"]) == (1.0, 1.0, None, None, 1)
    assert (rows[0]["reply_status"], rows[0]["replies"], rows[0]["figures"]) == ("unanswered", 0, 0)


def test_an_incident_in_one_row(package):
    (row,) = bc.view("incidents", backend="polars", path=package()).to_dicts()
    assert (row["kind"], row["kinds"], row["attribution"]) == ("shelling", "shelling small-arms-fire", "contested")
    assert (row["claims"], row["accusations"], row["speaker_sides"]) == (3, 2, "armenia azerbaijan")
    assert (row["sources"], row["independent_sources"], row["place"]) == (3, 2, "The Hill")
    assert row["sides_sourced"] == "armenia azerbaijan"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([("killed", "azerbaijan", "military", 2)], (2, 2, None)),
        ([("killed", "azerbaijan", "military", 2), ("killed", "azerbaijan", "civilian", 1)], (None, 2, 1)),
        ([("killed", "azerbaijan", "military", 2), ("killed", "azerbaijan", "mixed", 5)], (5, 2, None)),
        ([("killed", "azerbaijan", "mixed", 2), ("killed", "armenia", "mixed", 5)], (None, None, None)),
        ([("killed", "azerbaijan", "military", 2), ("killed", "armenia", "military", 5)], (None, None, None)),
        ([("wounded", "azerbaijan", "military", 2)], (None, None, None)),
        ([("killed", "azerbaijan", "unspecified", 0)], (0, None, None)),
    ],
    ids=["one", "no total given", "the mixed one", "two parties in all", "two parties", "another measure", "a stated zero"],
)
def test_numbers_are_taken_as_stated_and_never_added(package, words, figures, expected):
    rows = [
        words.on("az-mod", measure=measure, party=party, category=category, unit="persons", low=str(low), qualifier="exact")
        for measure, party, category, low in figures
    ]
    view = bc.view("accusations", backend="polars", path=package(**{**words.denied, "figures": rows}))
    row = view.filter(pl.col("claim_id") == f"{HILL}.az-mod").to_dicts()[0]
    assert (row["killed"], row["killed_military"], row["killed_civilian"]) == expected
    assert row["figures"] == len(figures)


@pytest.mark.parametrize("name", bc.VIEWS)
def test_every_declared_column_is_there_typed_and_described(package, name):
    root, columns = package(), bc.VIEWS[name].columns
    made = {backend: bc.view(name, backend=backend, path=root) for backend in BACKENDS}
    for backend in ("pandas", "polars", "duckdb"):
        assert list(made[backend].columns) == [column.name for column in columns]
    assert made["pyarrow"].schema.names == [column.name for column in columns]
    for column in columns:
        assert re.fullmatch(r".{10,}\.", column.description)
        assert made["pandas"][column.name].dtype == PANDAS[column.storage]
        expected = pl.Enum(list(column.words)) if column.vocabulary else POLARS[column.storage]
        assert made["polars"].schema[column.name] == expected
    as_polars = pl.from_arrow(made["pyarrow"].select([column.name for column in columns if not column.vocabulary]))
    assert as_polars.equals(made["polars"].select(as_polars.columns))
    assert made["duckdb"].fetchall() == made["polars"].rows()


@pytest.mark.parametrize("name", bc.VIEWS)
def test_a_view_of_nothing_is_empty(package, name):
    assert bc.view(name, backend="polars", path=package(incidents=[], claims=[])).height == 0


def test_one_row_an_accusation_and_one_an_incident_of_the_shipped_data():
    ds = bc.load()
    assert bc.view("accusations", backend="polars")["claim_id"].to_list() == sorted(
        key for key, claim in ds.claims.items() if claim.accused
    )
    assert bc.view("incidents", backend="polars")["incident_id"].to_list() == sorted(ds.incidents)


def test_an_unknown_view_gets_a_suggestion():
    with pytest.raises(bc.UnknownNameError, match="did you mean 'accusations'"):
        bc.view("accusation")
