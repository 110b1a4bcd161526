"""Descriptors that say what the tables are, in the standard's several spellings, have nothing to answer for."""

import json
from pathlib import Path
from typing import Any

import pytest

from borderclash.columns import TABLES
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.projections.descriptor import descriptor

from .conftest import lay


def faults(root: Path, content: dict[str, Any]) -> list[tuple[str, str | None]]:
    (root / "datapackage.json").write_text(json.dumps(content), encoding="utf-8")
    with read(locate(root)) as tables:
        return [(fault.rule, fault.value) for fault in tables.faults]


@pytest.fixture
def content(tmp_path: Path) -> dict[str, Any]:
    """A generated descriptor; the package lies in `tmp_path / "package"`."""
    head = json.loads((lay(tmp_path / "package") / "datapackage.json").read_text(encoding="utf-8"))
    return json.loads(json.dumps(descriptor(head)))


def test_a_generated_descriptor_agrees(tmp_path: Path, content: dict[str, Any]):
    assert faults(tmp_path / "package", content) == []


def test_other_spellings_of_the_same_agree(tmp_path: Path, content: dict[str, Any]):
    for resource in content["resources"]:
        del resource["dialect"]
        resource["encoding"] = "UTF-8"
        schema = resource["schema"]
        del schema["uniqueKeys"], schema["missingValues"], schema["$schema"]
        schema |= {"title": "Anything", "fieldsMatch": ["exact"]}
        schema["primaryKey"] = schema["primaryKey"][0] if len(schema["primaryKey"]) == 1 else schema["primaryKey"]
        for field in schema["fields"]:
            field |= {"title": field["name"].title(), "rdfType": "https://example.org/term"}
            field.pop("description")
            field.setdefault("constraints", {}).setdefault("required", False)
            if "categories" in field:
                field["categories"] = [category["value"] for category in field["categories"]]
        for key in schema.get("foreignKeys", []):
            key["fields"], key["reference"]["fields"] = key["fields"][0], key["reference"]["fields"][0]
            key["reference"].setdefault("resource", "")
    content["resources"].append({"name": "readme", "path": "README.md"})
    assert faults(tmp_path / "package", content) == []


def test_a_schema_in_a_file_of_its_own_is_read(tmp_path: Path, content: dict[str, Any]):
    (tmp_path / "package" / "schemas").mkdir()
    for resource in content["resources"]:
        path = f"schemas/{resource['name']}.json"
        (tmp_path / "package" / path).write_text(json.dumps(resource["schema"]), encoding="utf-8")
        resource["schema"] = path
    assert faults(tmp_path / "package", content) == []
    (tmp_path / "package" / path).write_text(json.dumps({"fields": []}), encoding="utf-8")
    first = TABLES[resource["name"]].names[0]
    assert faults(tmp_path / "package", content) == [("disagreeing-descriptor", f"schema.fields[{first}]")]
