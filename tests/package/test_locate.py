"""Where a package is, which file holds a table, and what its descriptor may say."""

import json
from datetime import date

import pytest

from borderclash.errors import MissingPackageError
from borderclash.package import locate as module
from borderclash.package.descriptor import read_descriptor
from borderclash.package.locate import around, locate, nearest
from borderclash.package.read import read
from borderclash.package.settings import Bounds, Settings, read_settings
from borderclash.vocab import Severity


def test_a_folder_and_its_descriptor_are_the_same_package(package):
    root = package()
    assert locate(root) == locate(str(root / "datapackage.json"))
    assert (locate(root).root, locate(root).origin) == (root, "argument")


@pytest.mark.parametrize("ask", [lambda root: root / "nowhere", lambda root: root / "data", lambda root: root / "data" / "claims.csv"])
def test_what_is_no_package_says_what_to_type(package, ask):
    with pytest.raises(MissingPackageError, match=r"name (a|the|its) folder"):
        locate(ask(package()))


def test_the_wheel_comes_before_the_checkout(tmp_path, monkeypatch):
    home = tmp_path / "src" / "borderclash"
    for folder in (home / "_data", tmp_path / "datapackage"):
        folder.mkdir(parents=True)
        (folder / "datapackage.json").write_text("{}")
    monkeypatch.setattr(module, "_HOME", home)
    assert (locate().root, locate().origin) == (home / "_data", "wheel")
    (home / "_data" / "datapackage.json").unlink()
    assert (locate().root, locate().origin) == (tmp_path / "datapackage", "checkout")
    (tmp_path / "datapackage" / "datapackage.json").unlink()
    with pytest.raises(MissingPackageError, match=r"ships no data .* borderclash validate PATH"):
        locate()


def test_a_link_that_leaves_the_package_is_not_followed(package, tmp_path):
    root = package()
    (root / "data" / "claims.csv").rename(tmp_path / "outside.csv")
    (root / "data" / "claims.csv").symlink_to(tmp_path / "outside.csv")
    with read(locate(root)) as tables:
        assert [(fault.rule, fault.table) for fault in tables.faults] == [("unsafe-path", "claims")]
        assert (tables.missing, tables.rows(tables["claims"])) == ({"claims"}, [])


def test_a_link_within_the_package_is_followed(package):
    root = package()
    (root / "data" / "claims.csv").rename(root / "data" / "said.csv")
    (root / "data" / "claims.csv").symlink_to("said.csv")
    with read(locate(root)) as tables:
        assert tables.faults == ()


def test_a_descriptor_of_another_name(package):
    root = package()
    other = root / "other.json"
    other.write_text(json.dumps({"resources": [{"name": "claims", "path": "../claims.csv"}]}))
    found = read_descriptor(locate(other))
    assert [(fault.rule, fault.file) for fault in found.faults if fault.table == "claims"] == [("unsafe-path", "other.json")]
    assert (found.paths["claims"], found.paths["actors"]) == (None, "data/actors.csv")


def test_all_settings():
    given = {
        "parties": ["a", "b"],
        "name_languages": [["hy", "hy-Latn"], ["az"]],
        "bounds": {"west": 1, "south": 2, "east": 3, "north": 4.5},
        "zone": "Asia/Yerevan",
        "period_start": "2020-11-10",
        "word_lists": {"loaded": ["x", "y"]},
        "select": ["BC1"],
        "ignore": [],
        "fail_on": "warning",
        "max_findings": 0,
    }
    wanted = Settings(
        parties=("a", "b"),
        name_languages=(("hy", "hy-Latn"), ("az",)),
        bounds=Bounds(1, 2, 3, 4.5),
        zone="Asia/Yerevan",
        period_start=date(2020, 11, 10),
        word_lists={"loaded": ("x", "y")},
        select=("BC1",),
        ignore=(),
        fail_on=Severity.WARNING,
        max_findings=0,
    )
    assert read_settings(given, "datapackage.json") == (wanted, [])
    assert read_settings({}, "datapackage.json") == (Settings(), [])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("parties", [""]),
        ("name_languages", [[1]]),
        ("bounds", [1, 2, 3]),
        ("bounds", [1, 2, 3, True]),
        ("bounds", [1, 2, 3, 91]),
        ("bounds", {"west": 1}),
        ("zone", "+15:00"),
        ("zone", "../../etc/passwd"),
        ("zone", None),
        ("zone", ["x"]),
        ("period_start", 20201110),
        ("word_lists", {"a": "b"}),
        ("fail_on", ["error"]),
        ("max_findings", True),
        ("max_findings", 1.0),
    ],
)
def test_a_setting_of_the_wrong_type_is_a_fault_and_the_default_stands(name, value):
    settings, faults = read_settings({name: value}, "datapackage.json")
    assert settings == Settings()
    assert [(fault.rule, fault.file) for fault in faults] == [("unreadable-descriptor", "datapackage.json")]
    assert f"{name!r} must be" in faults[0].message


def test_the_package_around_the_folder_one_works_in_is_found_up_to_the_top_of_the_repository(package, tmp_path, monkeypatch):
    root = package()
    inner = root / "data" / "deep"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert (nearest().root.resolve(), nearest().origin) == (root.resolve(), "argument")
    (root / "datapackage.json").write_text('{"resources": [{"name": "rivers", "path": "rivers.csv"}]}')
    assert around() is None, "it is a data package of something else"
    (root / "datapackage.json").write_text("{")
    assert around() is not None, "it is broken, and to be judged"
    (inner / ".git").mkdir()
    assert around() is None
    monkeypatch.chdir(tmp_path)
    root.rename(tmp_path / "datapackage")
    assert nearest().root.as_posix() == "datapackage"


def test_the_shipped_data_can_be_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert locate("installed") == locate()
