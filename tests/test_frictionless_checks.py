"""The two promises as checks of the stock frictionless command: found by name, failing what must fail, passing what must pass."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from frictionless import Checklist, Package, Resource, system

from frictionless_borderclash import uncited_claim, unrecorded_denial

from .other_border.copies import COPIES, NIGHT, PACKAGE, break_, describe

ROOT = Path(__file__).resolve().parents[1]
CHECKS = "borderclash-uncited-claim borderclash-unrecorded-denial"
CITATION, DENIAL = COPIES["BC101"], COPIES["BC201"]
UNCITED, UNRECORDED = (2, "borderclash-uncited-claim"), (18, "borderclash-unrecorded-denial")


def stock(descriptor, *options, python=sys.executable, checks=CHECKS, env=None):
    """Run the stock command; return its exit code and the row and type of each error."""
    command = [str(python), "-m", "frictionless", "validate", str(descriptor), "--trusted", "--json", "--checks", checks, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env, cwd=Path(descriptor).parent)
    report = json.loads(done.stdout)
    errors = [error for task in report["tasks"] for error in task["errors"]] + report["errors"]
    return done.returncode, sorted((error.get("rowNumber"), error["type"]) for error in errors)


def test_a_sound_package_passes():
    assert stock(PACKAGE / "datapackage.json") == (0, [])


def test_a_package_that_breaks_both_promises_fails_and_plain_frictionless_sees_nothing(tmp_path):
    root = break_(tmp_path / "copy", (*CITATION.edits, *DENIAL.edits))
    assert stock(root / "datapackage.json") == (1, [UNCITED, UNRECORDED])
    assert stock(root / "datapackage.json", checks="borderclash-unrecorded-denial") == (1, [UNRECORDED])
    assert stock(root / "datapackage.json", checks="duplicate-row") == (0, [])


def judged(target, *checks):
    with system.use_context(trusted=True):
        package = target if isinstance(target, Package) else Package(str(target))
        return package.validate(Checklist(checks=list(checks)))


def types(report):
    return sorted(error.type for task in report.tasks for error in task.errors)


def test_a_descriptor_in_memory_is_judged_as_it_is_there(tmp_path):
    root = break_(tmp_path / "copy", CITATION.edits)
    content = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
    (root / "datapackage.json").unlink()
    report = judged(Package(content, basepath=str(root)), uncited_claim(), unrecorded_denial())
    assert types(report) == ["borderclash-uncited-claim"]
    (error,) = [error for task in report.tasks for error in task.errors]
    assert error.cells[0] == f"{NIGHT}.brenn-coastguard"
    assert error.message.endswith("(BC101)")


@pytest.mark.parametrize("limit", [0, 3])
def test_what_the_package_hides_of_its_findings_is_told_all_the_same(tmp_path, limit):
    root = break_(tmp_path / "copy", CITATION.edits)
    describe(root, lambda content: content["borderclash"].update(max_findings=limit))
    assert types(judged(root / "datapackage.json", uncited_claim())) == ["borderclash-uncited-claim"]


def test_a_file_without_its_package_cannot_be_judged_and_does_not_pass():
    for name in ("claims", "sources"):
        report = Resource(path=f"data/{name}.csv", basepath=str(PACKAGE)).validate(Checklist(checks=[uncited_claim()]))
        assert types(report) == ["borderclash-not-judged"]


def test_a_package_of_which_a_table_is_missing_or_torn_does_not_pass(tmp_path):
    root = break_(tmp_path / "copy", ())
    (root / "data" / "citations.csv").write_text("claim_id,source_id,relation,locator,quote\nx\n", encoding="utf-8")
    assert "borderclash-not-judged" in types(judged(root / "datapackage.json", uncited_claim()))


def test_a_package_that_lists_no_claims_does_not_pass(tmp_path):
    root = break_(tmp_path / "copy", ())
    describe(root, lambda content: content.update(resources=[each for each in content["resources"] if each["name"] == "actors"]))
    (root / "data" / "claims.csv").unlink()
    assert types(judged(root / "datapackage.json", uncited_claim())) == ["borderclash-not-judged"]


def test_a_check_may_be_used_for_one_package_after_another(tmp_path):
    check = uncited_claim()
    assert types(judged(break_(tmp_path / "copy", CITATION.edits) / "datapackage.json", check)) == ["borderclash-uncited-claim"]
    assert judged(PACKAGE / "datapackage.json", check).valid


@pytest.fixture(scope="module", params=["wheel", "editable"])
def installed(request, tmp_path_factory):
    """A fresh environment with borderclash installed, its dependencies lent; its interpreter."""
    home = tmp_path_factory.mktemp(request.param)
    venv.create(home, with_pip=False)
    (lib,) = home.glob("lib/python*/site-packages")
    (lib / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = home / "bin" / "python"
    how = [str(ROOT)] if request.param == "wheel" else ["--editable", str(ROOT)]
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-build-isolation", *how]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return python, lib if request.param == "wheel" else ROOT / "src", environment


def test_the_checks_are_found_in_a_fresh_environment(installed, tmp_path):
    python, home, env = installed
    where = [str(python), "-c", "import frictionless_borderclash as f; print(f.__file__)"]
    done = subprocess.run(where, capture_output=True, text=True, check=True, env=env, cwd=tmp_path)
    assert Path(done.stdout.strip()) == home / "frictionless_borderclash" / "__init__.py"
    root = break_(tmp_path / "copy", (*CITATION.edits, *DENIAL.edits))
    assert stock(root / "datapackage.json", python=python, env=env) == (1, [UNCITED, UNRECORDED])
    assert stock(PACKAGE / "datapackage.json", python=python, env=env) == (0, [])
