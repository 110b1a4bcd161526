import csv
import json

import pytest
from frictionless import Package, system

from borderclash.columns import TABLES
from borderclash.projections.descriptor import descriptor


def faults(folder):
    """What frictionless finds: (table, row number, column, kind of error)."""
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    assert not report.errors
    return {
        (task.name, getattr(error, "row_number", None), getattr(error, "field_name", None), error.type)
        for task in report.tasks
        for error in task.errors
    }


def change(folder, name, row, column, cell):
    path = folder / "data" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[row][rows[0].index(column)] = cell
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def test_the_head_is_kept_and_the_rest_is_made():
    head = {
        "profile": "old",
        "resources": [1],
        "name": "x",
        "borderclash": {"zone": "+04:00"},
        "$schema": "old",
        "homepage": "https://example.org",
    }
    made = descriptor(head)
    assert list(made) == ["$schema", "name", "borderclash", "homepage", "resources"]
    assert made["borderclash"] == {"zone": "+04:00"}
    assert [resource["name"] for resource in made["resources"]] == list(TABLES)
    assert [resource["path"] for resource in made["resources"]] == [f"data/{name}.csv" for name in TABLES]
    assert descriptor(made) == made
    assert json.loads(json.dumps(made)) == made


def test_frictionless_passes_a_package_that_is_right(folder):
    assert faults(folder) == set()


def test_frictionless_reads_each_type(folder):
    with system.use_context(trusted=True):
        package = Package(str(folder / "datapackage.json"))
        claim = package.get_resource("claims").read_rows()[0].to_dict()
        place = package.get_resource("places").read_rows()[0].to_dict()
    assert str(claim["said_on"]) == "2021-05-28"
    assert str(claim["said_at"]) == "09:30:00"
    assert str(claim["alleged_from"]) == "2021-05-28 02:15:00"
    assert claim["note"] == 'A note, with a comma and a "quote".'
    assert (str(place["latitude"]), place["geonames"], place["note"]) == ("39.2", 616195, None)


@pytest.mark.parametrize(
    ("name", "row", "column", "cell", "expected"),
    [
        ("claims", 1, "act", "small-arm-fire", "constraint-error"),
        ("claims", 1, "said_on", "28.05.2021", "type-error"),
        ("claims", 1, "said_at", "25:00", "type-error"),
        ("claims", 1, "alleged_from", "2021-05-28", "type-error"),
        ("claims", 1, "text", "", "constraint-error"),
        ("claims", 1, "text", " Says so.", "constraint-error"),
        ("claims", 1, "text", "a" * 601, "constraint-error"),
        ("places", 1, "latitude", "90.5", "constraint-error"),
        ("places", 1, "geonames", "x", "type-error"),
        ("actors", 1, "country", "Armenia", "constraint-error"),
        ("figures", 1, "low", "-1", "constraint-error"),
        ("waivers", 1, "field", "*x", "constraint-error"),
    ],
)
def test_frictionless_refuses_a_broken_cell(folder, name, row, column, cell, expected):
    change(folder, name, row, column, cell)
    assert faults(folder) == {(name, row + 1, column, expected)}


@pytest.mark.parametrize(
    ("name", "row", "column", "cell"),
    [
        ("claims", 1, "speaker", "nobody"),
        ("actors", 1, "side", "nobody"),
        ("places", 2, "within", "nowhere"),
        ("searches", 1, "claim_id", "x.y"),
    ],
)
def test_frictionless_refuses_a_reference_to_nothing(folder, name, row, column, cell):
    change(folder, name, row, column, cell)
    assert (name, row + 1, None, "foreign-key") in faults(folder)


def test_frictionless_refuses_a_key_given_twice(folder):
    change(folder, "actors", 2, "actor_id", "armenia")
    assert {kind for table, row, _, kind in faults(folder) if (table, row) == ("actors", 3)} >= {"primary-key", "unique-error"}
    change(folder, "place_names", 2, "language", "hy")
    change(folder, "place_names", 2, "name", "Գորիս")
    assert ("place_names", 3, None, "primary-key") in faults(folder)


def test_frictionless_refuses_columns_out_of_order(folder):
    path = folder / "data" / "locations.csv"
    path.write_text("place_id,claim_id,role\ngoris,2021-05-28-goris.armenia,target\n", encoding="utf-8")
    assert "incorrect-label" in {kind for table, _, _, kind in faults(folder) if table == "locations"}
