"""The SARIF report, held to the schema of its standard and to what code scanning asks for."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from borderclash.findings import NotRun, Run
from borderclash.reports import REPORTS
from borderclash.reports.sarif import FINGERPRINT
from borderclash.rules import RULES
from borderclash.vocab import Severity

from .conftest import CLEAN, EXPIRED, FRAME, GONE, MISSPELT, NOTED, RUN, UNCITED

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def told(run: Run) -> Mapping[str, Any]:
    """Return the one run of the report, after it has been held to the schema."""
    log = json.loads(REPORTS["sarif"](run))
    Draft4Validator(SCHEMA).validate(log)
    (only,) = log["runs"]
    return only


def of(run: Run, **parts: Any) -> Mapping[str, Any]:
    """Return the one result of a run with one finding."""
    return told(replace(run, **parts))["results"][0]


def test_the_schema_refuses_what_is_not_sarif():
    Draft4Validator.check_schema(SCHEMA)
    log = json.loads(REPORTS["sarif"](RUN))
    log["runs"][0]["results"][0]["level"] = "info"
    assert not Draft4Validator(SCHEMA).is_valid(log)


@pytest.mark.parametrize("run", [RUN, CLEAN], ids=["broken", "clean"])
def test_it_is_sarif(run):
    assert len(told(run)["results"]) == len(run.findings)


def test_every_rule_can_be_told_with_its_help():
    rules = told(replace(RUN, counts={rule.code: 1 for rule in RULES}))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for made, rule in zip(rules, RULES, strict=True):
        assert made["shortDescription"]["text"] == rule.summary
        assert made["defaultConfiguration"]["level"] == {"error": "error", "warning": "warning", "info": "note"}[rule.severity]
        for heading in ("Why it matters", "How to fix", "Breaks", "Holds"):
            assert heading in made["help"]["text"]
            assert f"## {heading}\n" in made["help"]["markdown"]
        assert "helpUri" not in made


def test_only_the_rules_concerned_are_told_and_results_point_at_theirs():
    only = told(RUN)
    rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
    known = {rule.code for rule in RULES}
    assert rules == sorted({*RUN.counts, "BC001", "BC006", "BC007"} & known)
    for result, finding in zip(only["results"], RUN.findings, strict=True):
        assert result["ruleId"] == finding.code
        assert ("ruleIndex" in result) == (finding.code in known)
        assert rules[result.get("ruleIndex", rules.index("BC101"))] == finding.code or finding is NOTED


def test_places_are_relative_and_escaped_and_a_frame_has_none():
    assert of(RUN, findings=(UNCITED,))["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "data%20of%20mine/claims.csv", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 412, "startColumn": 1},
            },
            "logicalLocations": [{"fullyQualifiedName": "claims/2021-05-28-nakhchivan.az-mod/claim_id", "kind": "member"}],
        }
    ]
    (frame,) = of(RUN, findings=(FRAME,))["locations"]
    assert frame.keys() == {"logicalLocations"}
    (gone,) = of(RUN, findings=(GONE,))["locations"]
    assert gone == {"physicalLocation": {"artifactLocation": {"uri": "file:///srv/x/datapackage.json"}}}
    (outside,) = of(RUN, findings=(EXPIRED,))["locations"]
    assert outside["physicalLocation"] == {"artifactLocation": {"uri": "../waivers.csv"}, "region": {"startLine": 2}}
    assert told(RUN)["columnKind"] == "unicodeCodePoints"


def test_levels_messages_and_what_to_do():
    assert [result["level"] for result in told(RUN)["results"]] == ["error", "error", "error", "error", "warning", "note"]
    assert of(RUN, findings=(MISSPELT,))["properties"] == {
        "name": "unknown-word",
        "table": "replies",
        "key": "a/b/whole",
        "field": "stance",
        "value": "denys|all",
        "suggestion": "denies",
        "fix": MISSPELT.fix,
    }
    assert "value" not in of(RUN, findings=(NOTED,))["properties"]


def test_a_fingerprint_knows_a_row_wherever_it_moves_and_two_findings_apart():
    def prints(*findings):
        return [result["partialFingerprints"][FINGERPRINT] for result in told(replace(RUN, findings=findings))["results"]]

    moved = replace(UNCITED, line=9, column=4, file="other.csv", message="said otherwise")
    assert prints(UNCITED) == prints(moved)
    others = [replace(UNCITED, **{part: "x"}) for part in ("key", "field", "value", "table")]
    assert len(set(prints(UNCITED, *others, MISSPELT, GONE, replace(GONE, message="x"), replace(GONE, file="x")))) == 9
    assert len(set(prints(UNCITED, UNCITED))) == 2


def test_rules_that_could_not_run_are_notified_and_the_run_is_no_success():
    (invocation,) = told(RUN)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 2
    notes = invocation["toolExecutionNotifications"]
    assert [(note["level"], note["associatedRule"]["id"], note["message"]["text"]) for note in notes] == [
        ("warning", "BC001", "BC001 on actors could not run: actors is missing"),
        ("warning", "BC007", "BC007 on claims.speaker could not run: actors is missing"),
        ("error", "BC006", "BC006 could not run: ValueError: no"),
    ]
    (clean,) = told(CLEAN)["invocations"]
    assert clean == {"executionSuccessful": True, "exitCode": 0, "toolExecutionNotifications": []}


def test_a_run_that_fails_on_its_data_alone_was_executed_well():
    run = replace(RUN, not_run=())
    assert told(run)["invocations"][0]["executionSuccessful"] is True
    assert told(run)["invocations"][0]["exitCode"] == 1


def test_what_is_hidden_ignored_and_waived_is_counted():
    counted = told(RUN)["properties"]
    assert (counted["hidden"], counted["ignored"], counted["waived"], counted["counts"]["BC101"]) == (1_200, 2, 3, 1_201)
    assert counted["bySeverity"] == {severity.value: number for severity, number in RUN.by_severity.items()}
    assert Severity.ERROR.value in counted["bySeverity"]


def test_a_rule_that_is_not_in_the_list_has_no_index():
    odd = replace(RUN, findings=(replace(UNCITED, code="BC899"),), not_run=(NotRun("BC898", "gone"),))
    assert "ruleIndex" not in told(odd)["results"][0]
    assert told(odd)["invocations"][0]["toolExecutionNotifications"][0]["associatedRule"] == {"id": "BC898"}
