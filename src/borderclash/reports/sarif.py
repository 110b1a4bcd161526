"""The report as SARIF 2.1.0, for code scanning and for editors that read it."""

import json
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from borderclash.about import NAME, SUMMARY, VERSION
from borderclash.findings import Finding, NotRun, Run
from borderclash.reports.explain import as_text
from borderclash.reports.pages import rule_markdown
from borderclash.rules import RULES, Rule
from borderclash.vocab import Severity

__all__ = ["FINGERPRINT", "report"]

FINGERPRINT: Final = "borderclashRow/v1"
"""The name of the fingerprint that knows a finding by its rule and its row, wherever the row has moved."""

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_LEVELS: Final[Mapping[Severity, str]] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report(run: Run, **_look: object) -> str:
    """Return the run as SARIF, with the rules that found something or could not run."""
    concerned = {*run.counts, *(finding.code for finding in run.findings), *(gap.code for gap in run.not_run)}
    rules = [rule for rule in RULES if rule.code in concerned]
    places = {rule.code: place for place, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    content = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which borderclash was run."}}},
                "invocations": [_invocation(run, places)],
                "results": [_result(finding, places, seen) for finding in run.findings],
                "properties": _whole(run),
            }
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _driver(rules: list[Rule]) -> dict[str, Any]:
    return {"name": NAME, "semanticVersion": VERSION, "fullDescription": {"text": SUMMARY}, "rules": [_rule(rule) for rule in rules]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.page.why.split())},
        "help": {"text": as_text(rule.code), "markdown": rule_markdown(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"since": rule.since},
    }


def _invocation(run: Run, places: Mapping[str, int]) -> dict[str, Any]:
    notes = [_notification(gap, places) for gap in run.not_run]
    return {"executionSuccessful": run.complete, "exitCode": run.exit_code, "toolExecutionNotifications": notes}


def _notification(gap: NotRun, places: Mapping[str, int]) -> dict[str, Any]:
    return {
        "associatedRule": _named(gap.code, places, "id", "index"),
        "level": "error" if gap.broken else "warning",
        "message": {"text": str(gap)},
    }


def _named(code: str, places: Mapping[str, int], name: str, index: str) -> dict[str, Any]:
    return {name: code} | ({index: places[code]} if code in places else {})


def _result(finding: Finding, places: Mapping[str, int], seen: Counter[str]) -> dict[str, Any]:
    said = {"name": finding.name, "table": finding.table, "key": finding.key, "field": finding.field, "value": finding.value}
    said |= {"suggestion": finding.suggestion, "fix": finding.fix or None}
    identity = _identity(finding)
    seen[identity] += 1
    return {
        **_named(finding.code, places, "ruleId", "ruleIndex"),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding)],
        "partialFingerprints": {FINGERPRINT: f"{identity}:{seen[identity]}"},
        "properties": {name: value for name, value in said.items() if value is not None},
    }


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if finding.file is not None:
        location["physicalLocation"] = {"artifactLocation": _address(finding.file)}
        region = {"startLine": finding.line, "startColumn": finding.line and finding.column}
        if finding.line is not None:
            location["physicalLocation"]["region"] = {name: value for name, value in region.items() if value is not None}
    name = "/".join(part for part in (finding.table, finding.key, finding.field) if part)
    if name:
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "table" if name == finding.table else "member"}]
    return location


def _address(file: str) -> dict[str, str]:
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    address = quote(path.as_posix())
    return {"uri": address} if ".." in path.parts else {"uri": address, "uriBaseId": _ROOT}


def _identity(finding: Finding) -> str:
    """Return what stays the same of a finding while lines come and go above it."""
    where = (finding.table, finding.key) if finding.key else (finding.file, finding.message)
    parts = [finding.code, *where, finding.field, finding.value]
    return sha256("\0".join(part or "" for part in parts).encode()).hexdigest()[:32]


def _whole(run: Run) -> dict[str, Any]:
    return {
        "target": run.target,
        "ok": run.ok,
        "failOn": run.fail_on.value,
        "counts": dict(run.counts),
        "bySeverity": {severity.value: number for severity, number in run.by_severity.items()},
        "hidden": run.hidden,
        "ignored": run.ignored,
        "waived": run.waived,
        "undated": run.undated,
        "unset": run.unset,
        "unselected": run.unselected,
        "rows": dict(run.rows),
    }
