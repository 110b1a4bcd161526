"""A package with one of each fault: judged once, it yields exactly what `other_border/every_fault.csv` lists, in every form of report.

The faults are the edits of `other_border/copies.py`, all in one copy; only those that leave no table to be judged stand by themselves.
"""

import csv
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from borderclash.columns import TABLES
from borderclash.package.tables import Tables
from borderclash.reports import REPORTS
from borderclash.rules import RULES
from borderclash.validate import validate

from .other_border.copies import ALONE, DOSSIERS, ON, PACKAGE, break_all

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


def test_two_hands_find_what_one_finds(root, run, monkeypatch):
    monkeypatch.setattr(Tables, "aside", lambda _: None)
    assert replace(validate(root, on=ON), target=run.target) == run


@pytest.fixture(scope="module")
def clean():
    return validate(PACKAGE, on=ON)


def test_every_rule_is_listed():
    assert {code for code, *_ in LISTED} | ALONE | DOSSIERS == {rule.code for rule in RULES}


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


def in_text(report):
    for block in report.split("\n\n"):
        if head := re.match(r"(?:error|warning|info)\[(BC\d+)\].*\n  --> (\S+?)(?::(\d+))?(?: \(.*\))?\n", block):
            yield *head.groups(), block


def in_markdown(report):
    for row in report.splitlines():
        if head := re.match(r"\| (BC\d+) \S+ \| `(\S+?)(?::(\d+))?(?: \([^)]*\))?` \|", row):
            yield *head.groups(), row


def in_github(report):
    for line in report.splitlines():
        if head := re.match(r"::\w+ file=([^,]+)(?:,line=(\d+))?(?:,col=\d+)?,title=(BC\d+) ", line):
            yield head[3], head[1], head[2], line


def in_json(report):
    for finding in json.loads(report)["findings"]:
        yield finding["code"], finding["file"], finding["line"], json.dumps(finding, ensure_ascii=False)


def in_sarif(report):
    for result in json.loads(report)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        path = unquote(place["artifactLocation"]["uri"].removeprefix("file://"))
        yield result["ruleId"], path, place.get("region", {}).get("startLine"), json.dumps(result, ensure_ascii=False)


READERS = {"text": in_text, "json": in_json, "sarif": in_sarif, "github": in_github, "markdown": in_markdown}


def test_every_report_can_be_read_back():
    assert set(READERS) == set(REPORTS)


@pytest.mark.parametrize("form", READERS)
def test_every_report_tells_the_code_key_file_and_line_of_every_fault(root, run, form):
    told_of = [
        (code, Path(file).relative_to(root).as_posix(), int(line) if line else None, block)
        for code, file, line, block in READERS[form](told(run, form))
    ]
    assert sorted((code, file, line or 0) for code, file, line, _ in told_of) == sorted(
        (code, file, line or 0) for code, _, file, line in LISTED
    )
    for code, key, file, line in LISTED:
        blocks = [block for *place, block in told_of if place == [code, file, line]]
        assert key is None or any(key in block for block in blocks), (form, code, key)


def test_the_report_for_github_says_how_much_it_leaves_out(run):
    lines = REPORTS["github"](run).splitlines()
    shown = Counter(line.split(" ")[0] for line in lines if line.startswith("::"))
    assert shown == {"::error": 10, "::warning": 10, "::notice": min(10, run.by_severity["info"] + 1)}
    assert any("not annotated" in line for line in lines)


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
