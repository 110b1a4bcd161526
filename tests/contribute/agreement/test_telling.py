"""The agreement as people and machines read it, and the command that tells it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import borderclash as bc
from borderclash.contribute.agreement import FIELDS, compare
from borderclash.contribute.agreement.telling import FORMS

SHIPPED = Path(__file__).parents[3] / "datapackage"


@pytest.fixture(scope="module")
def coders(tmp_path_factory):
    """Two copies of the shipped data; in the second an act, a place and a word differ in one incident, and another is lost."""
    home = tmp_path_factory.mktemp("coders")
    for name in "ab":
        shutil.copytree(SHIPPED, home / name)
    for table, old, new in (
        ("claims", ",small-arms-fire,Says its positions near Ashagi Buzgov", ",sniper-fire,States that its positions near Ashagi Buzgov"),
        ("incidents", ",night,nakhchivan,", ",night,azerbaijan,"),
    ):
        file = home / "b" / "data" / f"{table}.csv"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    return home


@pytest.fixture(scope="module")
def found(coders):
    return compare(bc.load(coders / "a"), bc.load(coders / "b"), names=("first", "se|cond"))


def test_the_text_says_what_was_left_out_counts_fields_and_what_is_to_be_settled(found):
    text = FORMS["text"](found)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert lines[:2] == ["A: first", "B: se|cond"]
    assert lines[2].startswith(f"{len(bc.load().incidents) - 1} incidents that stand word for word in both left out")
    assert "incidents 1 0 0 100.0%" in lines
    assert any(line.startswith("accusation: act 2 1 50.0% ") for line in lines)
    assert "to settle in 2021-05-28-nakhchivan:" in lines
    assert "act: small-arms-fire in A, sniper-fire in B [2021-05-28-nakhchivan.az-mod]" in lines
    assert lines[-1].startswith("2 disagreements to settle: 2 fields filled differently, 0 that only one has")


def test_json_has_every_field_with_its_unit_and_null_for_what_is_not_defined(found):
    content = json.loads(FORMS["json"](found))
    assert {row["field"]: row["unit"] for row in content["fields"]} == dict(FIELDS)
    fields = {row["field"]: row for row in content["fields"]}
    assert (fields["act"]["units"], fields["act"]["agreed"], fields["act"]["percent"]) == (2, 1, 50.0)
    assert (fields["accuser"]["agreed"], fields["date"]["kappa"], fields["date"]["alpha"]) == (2, None, None)
    assert {(row["field"], row["in_a"], row["in_b"]) for row in content["disagreements"]} == {
        ("place", "nakhchivan", "azerbaijan"),
        ("act", "small-arms-fire", "sniper-fire"),
    }


def test_markdown_tables_hold_whatever_a_name_holds(found):
    page = FORMS["markdown"](found)
    assert "B: se\\|cond" in page
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert any(row.startswith("| accusation: act | 2 | 1 | 50.0% |") for row in rows)
    assert any("| act | small-arms-fire | sniper-fire |" in row for row in rows)


def run(*arguments):
    command = [sys.executable, "-W", "error", "-m", "borderclash", "agreement", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_command_tells_it_and_writes_it(coders, tmp_path):
    done = run(coders / "a", coders / "b", "--format", "json", "--output", tmp_path / "report.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["disagreements"]) == 2


def test_the_command_says_when_nothing_is_left_to_compare(coders):
    done = run(coders / "a", SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "nothing to compare: no incident is left; to compare copies too, type --all"
    assert "nothing to compare" in run(coders / "a", coders / "b", "--base", SHIPPED).stdout
