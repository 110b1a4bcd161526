"""The data package, handed to frictionless."""

import pytest
from frictionless import Package

import borderclash as bc


def test_it_is_a_frictionless_package_with_every_table():
    package = bc.package()
    assert isinstance(package, Package)
    assert package.resource_names == list(bc.TABLES)
    rows = package.get_resource("claims").read_rows()
    assert [row["claim_id"] for row in rows] == list(bc.load().claims)


def test_a_path_may_be_a_folder_or_a_descriptor_and_the_working_folder_does_not_matter(package, monkeypatch, tmp_path_factory):
    root = package()
    for path in (root, root / "datapackage.json"):
        assert bc.package(path).get_resource("places").read_rows()[0]["name"] == "The Hill"
    made = bc.package(root)
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert made.get_resource("places").read_rows()[0]["name"] == "The Hill"


def test_what_is_no_package_is_told(tmp_path):
    with pytest.raises(bc.MissingPackageError):
        bc.package(tmp_path)
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(bc.UnreadableError, match="type: borderclash validate"):
        bc.package(tmp_path)


def test_the_room_of_that_name_stays_behind_the_function():
    from borderclash.package.locate import locate

    assert callable(bc.package)
    assert locate().root
