"""The reports of a run, and the rules explained."""

import json
from dataclasses import fields, replace
from types import MappingProxyType

import pytest
from jsonschema import Draft202012Validator

from borderclash.errors import UnknownNameError
from borderclash.findings import Finding, NotRun, Run
from borderclash.reports import REPORTS, explain
from borderclash.reports.json import finding_schema, rules_index
from borderclash.rules import RULES
from borderclash.vocab import Severity

UNCITED = Finding(
    code="BC101",
    name="uncited-claim",
    severity=Severity.ERROR,
    message="claim 2021-05-28-nakhchivan.az-mod cites no source",
    table="claims",
    key="2021-05-28-nakhchivan.az-mod",
    field="claim_id",
    value="2021-05-28-nakhchivan.az-mod",
    file="datapackage/data/claims.csv",
    line=412,
    column=1,
    fix="add a row to citations.csv naming the source you read it in",
)
MISSPELT = Finding(
    code="BC003",
    name="unknown-word",
    severity=Severity.ERROR,
    message="'denys' is not a word for stance",
    table="replies",
    key="a/b/whole",
    field="stance",
    value="denys",
    suggestion="denies",
    line=3,
    fix="use the word suggested, or look the right one up in the codebook",
)
EXPIRED = Finding("BC915", "expired-waiver", Severity.WARNING, "the waiver x held until 2021-06-30", table="waivers", fix="look again")
GONE = Finding("BC913", "unreadable-descriptor", Severity.ERROR, "datapackage.json cannot be read", file="datapackage.json", fix="mend it")
GAPS = (
    NotRun("BC001", "actors is missing", "actors"),
    NotRun("BC007", "actors is missing", "claims", "speaker"),
    NotRun("BC201", "actors is missing"),
    NotRun("BC202", "ValueError: no", broken=True),
)
RUN = Run(
    target="some/package",
    findings=(UNCITED, MISSPELT, GONE, EXPIRED),
    counts=MappingProxyType({"BC003": 1, "BC101": 1_201, "BC913": 1, "BC915": 1}),
    by_severity=MappingProxyType({Severity.ERROR: 1_203, Severity.WARNING: 1, Severity.INFO: 0}),
    hidden=1_200,
    ignored=2,
    waived=3,
    not_run=GAPS,
    undated=1,
    unselected=4,
    rows=MappingProxyType({"claims": 1, "citations": 5}),
)
CLEAN = Run("the data that borderclash ships", by_severity=dict.fromkeys(Severity, 0), rows={"claims": 4, "citations": 5})

TEXT = """\
error[BC101] uncited-claim: claim 2021-05-28-nakhchivan.az-mod cites no source
  --> datapackage/data/claims.csv:412 (claim_id)
  fix: add a row to citations.csv naming the source you read it in
  more: borderclash explain BC101

error[BC003] unknown-word: 'denys' is not a word for stance
  --> replies:3 (stance)
  row: a/b/whole
  did you mean: denies
  fix: use the word suggested, or look the right one up in the codebook
  more: borderclash explain BC003

error[BC913] unreadable-descriptor: datapackage.json cannot be read
  --> datapackage.json
  fix: mend it
  more: borderclash explain BC913

warning[BC915] expired-waiver: the waiver x held until 2021-06-30
  --> waivers
  fix: look again
  more: borderclash explain BC915

1,200 more findings not shown: 1,200 BC101
  to see them: borderclash validate --max-findings 0

could not run, and so passed nothing:
  actors is missing: BC001, BC007 (claims.speaker), BC201
  ValueError: no: BC202

not ok: checked 1 claim, 6 rows in 2 tables of some/package: 1,203 errors, 1 warning, 0 infos; 1,200 hidden; 2 ignored; 3 waived; \
4 rules not run whole; 1 rule not asked for want of a day; 4 rules not selected
"""


def test_the_text_report_is_told_whole():
    assert REPORTS["text"](RUN) == TEXT


def test_a_clean_run_is_one_line_that_leaves_nothing_out():
    assert REPORTS["text"](CLEAN) == (
        "ok: checked 4 claims, 9 rows in 2 tables of the data that borderclash ships: 0 errors, 0 warnings, 0 infos; "
        "0 hidden; 0 ignored; 0 waived; 0 rules not run whole\n"
    )


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("run", [RUN, CLEAN], ids=["broken", "clean"])
def test_a_report_is_plain_unless_colour_is_asked_for_and_ends_its_last_line(report, run):
    assert "\x1b" not in report(run)
    assert report(run).endswith("\n")
    assert not report(run).endswith("\n\n")


def test_colour_changes_nothing_but_colour():
    coloured = REPORTS["text"](RUN, colour=True)
    assert coloured != TEXT
    for code in ("0", "31", "33", "1", "2", "31;1", "33;1", "34;1"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == TEXT


def test_the_json_report_holds_the_whole_run():
    content = json.loads(REPORTS["json"](RUN))
    schema = finding_schema()
    Draft202012Validator.check_schema(schema)
    for finding in content["findings"]:
        Draft202012Validator(schema).validate(finding)
    assert [Finding(**(finding | {"severity": Severity(finding["severity"])})) for finding in content["findings"]] == list(RUN.findings)
    assert {name: content[name] for name in ("ok", "complete", "exit_code", "hidden", "ignored", "waived", "undated", "unselected")} == {
        "ok": False,
        "complete": False,
        "exit_code": 2,
        "hidden": 1_200,
        "ignored": 2,
        "waived": 3,
        "undated": 1,
        "unselected": 4,
    }
    assert content["counts"] == dict(RUN.counts)
    assert content["by_severity"] == {"error": 1_203, "warning": 1, "info": 0}
    assert [NotRun(**gap) for gap in content["not_run"]] == list(GAPS)


def test_the_schema_of_a_finding_knows_each_of_its_fields_and_no_others():
    assert list(finding_schema()["properties"]) != []
    assert set(finding_schema()["properties"]) == {field.name for field in fields(Finding)}
    wrong = json.loads(REPORTS["json"](replace(RUN, findings=(replace(UNCITED, line=0),))))["findings"][0]
    assert not Draft202012Validator(finding_schema()).is_valid(wrong)


def test_the_index_of_rules_holds_every_rule_with_its_page():
    index = rules_index()["rules"]
    assert [rule["code"] for rule in index] == [rule.code for rule in RULES]
    assert all(rule[part] for rule in index for part in ("name", "severity", "summary", "why", "fix", "breaks", "holds", "since"))
    json.dumps(index)


@pytest.mark.parametrize("code", ["BC101", "bc101", "uncited-claim"])
def test_a_rule_is_explained_whole_by_code_or_name(code):
    page = explain.as_text(code)
    assert page.startswith("BC101  uncited-claim  (error, since 0.1.0)\n\nA claim cites no source.\n\nWhy it matters\n\n  ")
    assert "\n    claims.csv\n      claim_id,incident_id,speaker" in page
    assert "```" not in page
    assert json.loads(explain.as_json(code))["code"] == "BC101"


def test_all_rules_are_listed_in_a_line_each():
    lines = explain.as_text().splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in RULES]
    assert all(line.endswith(rule.summary) for line, rule in zip(lines, RULES, strict=True))
    assert json.loads(explain.as_json())["rules"][0]["code"] == RULES[0].code
    assert "\x1b[31;1mBC101\x1b[0m" in explain.as_text(colour=True)


def test_an_unknown_rule_cannot_be_explained():
    with pytest.raises(UnknownNameError, match="did you mean 'uncited-claim'"):
        explain.as_text("uncited-claims")
