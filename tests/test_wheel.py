"""What is in git is what is in the wheel, and the data in it can be checked with the stock frictionless."""

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from frictionless import Package, system

from borderclash.about import VERSION

ROOT = Path(__file__).resolve().parents[1]
HOME = "borderclash/_data/"
SCHEMA = "borderclash/_schemas/dossier.schema.json"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel, unpacked; built from the source distribution, as an index would have it."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    assert built.name == f"borderclash-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(built) as archive:
        archive.extractall(out / "unpacked")
    return out / "unpacked"


def tracked(folder):
    done = subprocess.run(["git", "ls-files", "-z", "--", folder], capture_output=True, text=True, check=True, cwd=ROOT)
    return {path.removeprefix(folder) for path in done.stdout.split("\0") if path}


def test_it_holds_what_git_holds_and_nothing_else(wheel):
    held = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*") if path.is_file()}
    meta = {path for path in held if path.startswith(f"borderclash-{VERSION}.dist-info/")}
    assert held - meta == tracked("src/") | {HOME + path for path in tracked("datapackage/")} | {SCHEMA}
    assert (wheel / SCHEMA).read_bytes() == (ROOT / "schemas" / "dossier.schema.json").read_bytes()
    assert {path.split("/", 1)[1] for path in meta} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
        "licenses/datapackage/LICENSE",
    }


def test_its_descriptor_is_ours_with_sizes_and_hashes(wheel):
    stamped = json.loads((wheel / HOME / "datapackage.json").read_text(encoding="utf-8"))
    for resource in stamped["resources"]:
        content = (wheel / HOME / resource["path"]).read_bytes()
        assert content == (ROOT / "datapackage" / resource["path"]).read_bytes()
        assert resource.pop("bytes") == len(content)
        assert resource.pop("hash") == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert stamped == json.loads((ROOT / "datapackage" / "datapackage.json").read_text(encoding="utf-8"))


def test_the_descriptor_in_git_carries_neither():
    for resource in json.loads((ROOT / "datapackage" / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        assert not {"bytes", "hash"} & set(resource)


def validate(descriptor):
    with system.use_context(trusted=True):
        return Package(str(descriptor)).validate()


def test_frictionless_passes_the_copy_in_the_wheel(wheel):
    report = validate(wheel / HOME / "datapackage.json")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])
    assert not [warning for task in report.tasks for warning in task.warnings]


def test_frictionless_sees_that_a_file_was_changed(wheel, tmp_path):
    for path in (wheel / HOME).rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(wheel / HOME)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "data/waivers.csv").write_bytes((tmp_path / "data/waivers.csv").read_bytes().replace(b"rule,", b"rule ,", 1))
    kinds = {error.type for task in validate(tmp_path / "datapackage.json").tasks for error in task.errors if task.name == "waivers"}
    assert {"byte-count", "hash-count"} & kinds


def test_the_stock_command_passes_the_shipped_package():
    command = [str(Path(sys.executable).with_name("frictionless")), "validate", "datapackage/datapackage.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
