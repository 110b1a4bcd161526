"""Every report whole, and every report of one broken package: the same codes, keys, files and lines in each."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from borderclash.cli.validate import Format
from borderclash.findings import Run
from borderclash.reports import REPORTS
from borderclash.reports.source import excerpt, read_source
from borderclash.validate import validate

from .conftest import CLEAN, MISSPELT, RUN, SNAPSHOTS, UNCITED

ROOT = Path(__file__).parents[2]
LINES = {
    UNCITED: excerpt("2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod", 1),
    MISSPELT: excerpt('a,b,"Ağdam, կիկոս",denys|all,named', 20),
}
CODES = ("BC002", "BC003", "BC101", "BC201", "BC902", "BC905", "BC910")

Found = set[tuple[str, str | None, str, int]]
"""Code, key, file and line of each finding."""


@pytest.mark.parametrize(("name", "run"), [("broken", RUN), ("clean", CLEAN)])
@pytest.mark.parametrize("form", REPORTS)
def test_a_report_is_told_whole(form, name, run, same_as_snapshot):
    same_as_snapshot(f"{name}.{form}.txt", REPORTS[form](run, source=LINES))


def test_there_is_no_snapshot_of_nothing():
    assert {path.name for path in SNAPSHOTS.iterdir()} == {f"{name}.{form}.txt" for name in ("broken", "clean") for form in REPORTS}


@pytest.mark.parametrize("form", REPORTS)
def test_a_report_ends_its_last_line_and_holds_no_sign_that_steers_a_terminal(form):
    nasty = replace(RUN, findings=(replace(MISSPELT, key="a\x1b[2Jb/c", suggestion="x\x07y"),))
    told = REPORTS[form](nasty)
    assert told.endswith("\n")
    assert not told.endswith("\n\n")
    assert all(sign.isprintable() or sign == "\n" for sign in told)


def test_the_command_offers_every_report_there_is():
    assert [form.value for form in Format] == list(REPORTS)


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A copy of the shipped package with one fault of each of `CODES`, judged from the folder it is in."""
    data = tmp_path / "my copy" / "data"
    shutil.copytree(ROOT / "datapackage", data.parent)

    def edit(table: str, change: Callable[[str], str]) -> None:
        file = data / f"{table}.csv"
        before = file.read_bytes().decode("utf-8")
        after = change(before)
        assert after != before
        file.write_bytes(after.encode("utf-8"))

    edit("claims", lambda text: text.replace(",small-arms-fire,", ",small-arm-fire,", 1))
    edit("citations", lambda text: re.sub(r"(?m)^2021-05-28-nakhchivan\.az-mod-2,.*\n", "", text))
    edit("replies", lambda text: re.sub(r"(?m)^2021-05-28-nakhchivan\.am-mod,2021-05-28-nakhchivan\.az-mod,.*\n", "", text))
    edit("place_names", lambda text: re.sub(r"(?m)^(.*),hy,(.*)$", r"\1,Հy|x,\2", text, count=1))
    edit("waivers", lambda text: text + "one,two\n")
    edit("actors", lambda text: text + "\n")
    edit("figures", lambda text: "\ufeff" + text)
    monkeypatch.chdir(tmp_path)
    return validate("my copy", select=CODES)


def in_text(run: Run) -> Found:
    found: Found = set()
    for block in REPORTS["text"](run, source=read_source(run.findings)).split("\n\n")[:-1]:
        head, place = re.search(r"\[(BC\d+)\]", block), re.search(r"--> (.*?):(\d+)", block)
        key = re.search(r"(?m)^  row: (.*)$", block) or re.search(r": claim ([^ :]+)", block)
        assert head
        assert place
        assert f"\n  {place[2]} |" in block
        found.add((head[1], key and key[1], place[1], int(place[2])))
    return found


def in_json(run: Run) -> Found:
    findings = json.loads(REPORTS["json"](run))["findings"]
    return {(finding["code"], finding["key"], finding["file"], finding["line"]) for finding in findings}


def in_sarif(run: Run) -> Found:
    found: Found = set()
    for result in json.loads(REPORTS["sarif"](run))["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        line = place["region"]["startLine"]
        found.add((result["ruleId"], result["properties"].get("key"), unquote(place["artifactLocation"]["uri"]), line))
    return found


def in_github(run: Run) -> Found:
    found: Found = set()
    for command in re.findall(r"(?m)^::(?:error|warning|notice) (.*)$", REPORTS["github"](run)):
        properties, message = command.split("::", 1)
        said = dict(part.split("=", 1) for part in properties.split(","))
        key = re.search(r"%0Arow: (.*?)%0A", message)
        found.add((said["title"].split()[0], key and key[1], said["file"], int(said["line"])))
    return found


def in_markdown(run: Run) -> Found:
    found: Found = set()
    for row in re.findall(r"(?m)^\| BC.*$", REPORTS["markdown"](run)):
        rule, where, key = (cell.strip().strip("`").replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)[1:4])
        file, line = re.sub(r" \(.*", "", where).rsplit(":", 1)
        found.add((rule.split()[0], key or None, file, int(line)))
    return found


READERS = {"text": in_text, "json": in_json, "sarif": in_sarif, "github": in_github, "markdown": in_markdown}


def test_each_fault_has_its_code_key_file_and_line_in_every_report(broken):
    assert READERS.keys() == REPORTS.keys()
    assert {code: broken.counts.get(code) for code in CODES} == dict.fromkeys(CODES, 1)
    truth = {(finding.code, finding.key, finding.file, finding.line) for finding in broken.findings}
    keys = {code: key for code, key, _, _ in truth}
    assert keys["BC101"] == "2021-05-28-nakhchivan.az-mod-2"
    assert keys["BC201"] == "2021-05-28-nakhchivan.az-mod"
    assert {file for _, _, file, _ in truth} == {
        f"my copy/data/{name}.csv" for name in ("actors", "claims", "figures", "place_names", "waivers")
    }
    for form, read in READERS.items():
        assert read(broken) == truth, form


def test_every_finding_of_a_real_package_is_as_the_published_schema_says(broken):
    schema = json.loads((ROOT / "schemas" / "finding.schema.json").read_text(encoding="utf-8"))
    findings = json.loads(REPORTS["json"](broken))["findings"]
    assert len(findings) == len(CODES)
    for finding in findings:
        Draft202012Validator(schema).validate(finding)
