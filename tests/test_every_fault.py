"""A package with one of each fault: judged once, it yields exactly what `other_border/every_fault.csv` lists, in every form of report.

The faults are the edits of `other_border/copies.py`, all in one copy; only those that leave no table to be judged stand by themselves.
"""

import csv
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from borderclash.columns import TABLES
from borderclash.reports import REPORTS
from borderclash.rules import RULES
from borderclash.validate import validate

from .other_border.copies import ALONE, ON, PACKAGE, break_all

LISTED = [
    (row["code"], row["key"] or None, row["file"], int(row["line"]) if row["line"] else None)
    for row in csv.DictReader((Path(__file__).parent / "other_border" / "every_fault.csv").read_text(encoding="utf-8").splitlines())
]


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return break_all(tmp_path_factory.mktemp("faults") / "package")


@pytest.fixture(scope="module")
def run(root):
    return validate(root, on=ON)


@pytest.fixture(scope="module")
def clean():
    return validate(PACKAGE, on=ON)


def test_every_rule_is_listed():
    assert {code for code, *_ in LISTED} | ALONE == {rule.code for rule in RULES}


def test_each_fault_is_found_with_its_code_key_file_and_line_and_nothing_else_is(root, run):
    found = [(f.code, f.key, Path(f.file).relative_to(root).as_posix(), f.line) for f in run.findings]
    assert sorted(found, key=str) == sorted(LISTED, key=str)
    assert (run.hidden, run.ignored, run.waived, run.exit_code) == (0, 0, 1, 1)
    assert [str(gap) for gap in run.not_run] == ["BC002 on actors.wikidata could not run: actors has no column wikidata"]


def test_the_line_listed_is_that_of_the_row_with_the_key_listed(root):
    for code, key, file, line in LISTED:
        if key is None:
            continue
        lines = (root / file).read_text(encoding="utf-8-sig").splitlines()
        row = dict(zip(next(csv.reader([lines[0]])), next(csv.reader([lines[line - 1]])), strict=True))
        assert key == "/".join(row[name] for name in TABLES[Path(file).stem].key), code


def told(run, form):
    """Return the report; in the form for GitHub, which shows few of a kind, the reports of the findings one by one."""
    if form != "github":
        return REPORTS[form](run)
    single = [replace(run, findings=(f,), counts={f.code: 1}, by_severity={f.severity: 1}, not_run=()) for f in run.findings]
    return "".join(REPORTS[form](each) for each in single)


@pytest.mark.parametrize("form", REPORTS)
def test_every_report_tells_every_fault_with_its_file(run, form):
    text = told(run, form)
    assert [(code, file) for code, _, file, _ in LISTED if code not in text or file not in text] == []


def test_the_report_for_github_says_how_much_it_leaves_out(run):
    lines = REPORTS["github"](run).splitlines()
    shown = Counter(line.split(" ")[0] for line in lines if line.startswith("::"))
    assert shown == {"::error": 10, "::warning": 10, "::notice": min(10, run.by_severity["info"] + 1)}
    assert any("not annotated" in line for line in lines)


def test_the_reports_for_machines_tell_place_by_place(root, run):
    findings = json.loads(REPORTS["json"](run))["findings"]
    assert sorted(((f["code"], f["key"], Path(f["file"]).relative_to(root).as_posix(), f["line"]) for f in findings), key=str) == sorted(
        LISTED, key=str
    )


@pytest.mark.parametrize("form", REPORTS)
def test_a_clean_package_yields_nothing_in_any_report(clean, form):
    assert clean.ok
    text = REPORTS[form](clean)
    if form == "json":
        assert json.loads(text)["findings"] == []
    elif form == "sarif":
        assert json.loads(text)["runs"][0]["results"] == []
    else:
        assert [code for code, *_ in LISTED if code in text] == []
        assert "::" not in text
