import json
import re

import pytest
from jsonschema import Draft202012Validator

from borderclash.columns import TABLES, table
from borderclash.kinds import KINDS
from borderclash.projections.jsonschema import row_schema
from borderclash.projections.tableschema import table_schema

each_table = pytest.mark.parametrize("name", TABLES)


@each_table
def test_a_table_schema_repeats_its_table(name):
    schema = table_schema(table(name))
    fields = {field["name"]: field for field in schema["fields"]}
    assert list(fields) == list(table(name).names)
    assert schema["primaryKey"] == list(table(name).key)
    assert schema["uniqueKeys"] == [list(table(name).key)]
    assert schema["fieldsMatch"] == "exact"
    for column in table(name).columns:
        field = fields[column.name]
        constraints = field.get("constraints", {})
        assert field["description"] == column.description
        assert constraints.get("required", False) is column.required
        assert constraints.get("unique", False) is (table(name).key == (column.name,))
        assert tuple(constraints.get("enum", ())) == column.words
        assert tuple(category["value"] for category in field.get("categories", ())) == column.words
    assert {(key["fields"][0], key["reference"].get("resource", name)) for key in schema.get("foreignKeys", ())} == {
        (column.name, column.references) for column in table(name).columns if column.references
    }


def test_a_reference_to_its_own_table_names_no_resource():
    (side,) = table_schema(table("actors"))["foreignKeys"]
    assert side == {"fields": ["side"], "reference": {"fields": ["actor_id"]}}


@each_table
def test_a_json_schema_is_one(name):
    schema = row_schema(table(name))
    Draft202012Validator.check_schema(schema)
    assert list(schema["properties"]) == list(table(name).names)
    assert schema["required"] == [column.name for column in table(name).columns if column.required]


@each_table
def test_schemas_are_plain_json(name):
    for schema in (table_schema(table(name)), row_schema(table(name))):
        assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_patterns_are_read_alike_in_every_tongue(kind):
    """ECMAScript's Unicode mode refuses an escape that escapes nothing; RE2 and Rust know no look-around and no back-reference."""
    assert set(re.findall(r"\\(.)", kind.pattern)) <= set("x.*\\")
    assert not re.search(r"\(\?(?!:)", kind.pattern)
    assert not re.search(r"\\[dDwWsSbBpP1-9]", kind.pattern)
