"""The annotations: escaped, worst first, within what GitHub shows, the rest stated; and the summary of the step."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from borderclash.findings import Finding, Run
from borderclash.reports import REPORTS
from borderclash.vocab import Severity

from .conftest import CLEAN, EXPIRED, FRAME, MISSPELT, NOTED, RUN, UNCITED

ROOT = Path(__file__).parents[2]


def kinds(told: str) -> list[str]:
    return re.findall(r"(?m)^::(\w+) ", told)


def many(**numbers: int) -> Run:
    """Return a run with so many findings of each severity, the mildest first."""
    findings: list[Finding] = []
    for severity in reversed(Severity):
        findings += [replace(NOTED, severity=severity, key=f"k{count}") for count in range(numbers.get(severity.value, 0))]
    by_severity = {severity: numbers.get(severity.value, 0) for severity in Severity}
    return replace(CLEAN, findings=tuple(findings), counts={"BC899": len(findings)}, by_severity=by_severity)


def test_the_worst_come_first_and_no_more_than_github_shows():
    told = REPORTS["github"](many(error=11, warning=10, info=25))
    assert kinds(told) == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert told.splitlines()[-2] == (
        "::notice title=borderclash::not annotated, as GitHub shows 10 of a kind: 1 error, 16 infos; see the summary of this step"
    )


def test_nothing_is_said_to_be_left_out_where_nothing_is():
    told = REPORTS["github"](many(error=10, warning=10, info=10))
    assert kinds(told) == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert "not annotated" not in told


def test_what_the_run_hides_is_counted_too():
    run = many(warning=2)
    run = replace(run, by_severity={**run.by_severity, Severity.WARNING: 5_002}, hidden=5_000)
    told = REPORTS["github"](run)
    assert "10 of a kind: 5,000 warnings;" in told
    assert "5,000 hidden" in told.splitlines()[-1]


def test_rules_that_could_not_run_take_the_place_of_an_error():
    run = replace(many(error=12), not_run=RUN.not_run)
    lines = REPORTS["github"](run).splitlines()
    assert lines[0] == (
        "::error title=borderclash::could not run, and so passed nothing:%0A"
        "BC001, BC007 (claims.speaker): actors is missing%0ABC006: ValueError: no"
    )
    assert kinds("\n".join(lines)).count("error") == 10
    assert "10 of a kind: 3 errors;" in lines[-2]


def test_an_annotation_says_where_what_and_what_to_do():
    told = REPORTS["github"](replace(RUN, findings=(MISSPELT,), not_run=()))
    assert told.splitlines()[0] == (
        "::error file=data of mine/replies.csv,line=3,col=17,title=BC003 unknown-word::'denys|all' is not a word for stance"
        "%0Arow: a/b/whole%0Adid you mean: denies%0Afix: use the word suggested, or look the right one up in the codebook"
        "%0Amore: borderclash explain BC003"
    )


def test_percent_line_ends_colons_and_commas_are_escaped_where_they_must_be():
    odd = replace(EXPIRED, file="a,b:c%\n.csv", message="50%: a, b\r\n::error::no", key=None)
    (line, *_) = REPORTS["github"](replace(RUN, findings=(odd,), not_run=(), by_severity={Severity.WARNING: 1})).splitlines()
    assert line.startswith("::warning file=a%2Cb%3Ac%25%0A.csv,line=2,title=BC915 expired-waiver::50%25: a, b%0D%0A::error::no%0Afix:")


def test_a_row_of_a_frame_is_no_line_of_a_file():
    (line, *_) = REPORTS["github"](replace(RUN, findings=(FRAME,), not_run=())).splitlines()
    assert line.startswith("::error title=BC002 malformed-cell::")
    assert "%0Ain place_names:7 (name)%0Arow: " in line


def test_a_name_with_a_line_end_commands_nothing():
    told = REPORTS["github"](replace(CLEAN, target="x\n::add-mask::y"))
    assert told.count("\n") == 1


@pytest.fixture
def package(tmp_path: Path) -> None:
    """Lay a copy of the shipped package with one misspelt word."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "datapackage", copy)
    claims = copy / "data" / "claims.csv"
    text = claims.read_text(encoding="utf-8")
    assert ",small-arms-fire," in text
    claims.write_text(text.replace(",small-arms-fire,", ",small-arm-fire,", 1), encoding="utf-8", newline="")


def run(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "borderclash", "validate", "copy", "--select", "BC003", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**clean, "PYTHONUTF8": "1", **environment},
        check=False,
    )


@pytest.mark.usefixtures("package")
def test_in_github_actions_annotations_are_the_usual_form_and_the_summary_is_appended(tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    done = run(cwd=tmp_path, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=copy/data/claims.csv,line=")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n### borderclash: not ok\n")
    assert "| BC003 unknown-word | `copy/data/claims.csv:" in text


@pytest.mark.usefixtures("package")
def test_a_form_that_is_named_or_a_file_that_is_written_keeps_its_form(tmp_path):
    summary = tmp_path / "summary.md"
    actions = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    assert run("--format", "text", cwd=tmp_path, **actions).stdout.startswith("error[BC003]")
    assert run("--output", "report.txt", cwd=tmp_path, **actions).stdout == ""
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").startswith("error[BC003]")
    assert run(cwd=tmp_path).stdout.startswith("error[BC003]")
    assert run(cwd=tmp_path, GITHUB_ACTIONS="false").stdout.startswith("error[BC003]")
    assert not summary.exists()


@pytest.mark.usefixtures("package")
def test_outside_of_actions_annotations_need_no_summary_and_one_that_cannot_be_written_is_said(tmp_path):
    assert run("--format", "github", cwd=tmp_path).stdout.startswith("::error ")
    done = run("--format", "github", cwd=tmp_path, GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "where.md"))
    assert done.returncode == 1
    assert "cannot write the summary of the step" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("package")
def test_an_unknown_form_exits_2_and_the_forms_are_named(tmp_path):
    done = run("--format", "xml", cwd=tmp_path)
    assert done.returncode == 2
    assert all(f"'{form}'" in done.stderr for form in REPORTS)


def test_the_keys_of_findings_are_told():
    assert f"%0Arow: {UNCITED.key}%0A" in REPORTS["github"](replace(RUN, findings=(UNCITED,)))
