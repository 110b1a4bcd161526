"""The report for machines, and the schemas of what it says."""

import json
from dataclasses import asdict
from typing import Any, Final

from borderclash.about import NAME, VERSION
from borderclash.columns import TABLES
from borderclash.findings import Run
from borderclash.rules import RULES, Rule
from borderclash.vocab import Severity

__all__ = ["finding_schema", "report", "rule_page", "rules_index"]

_TEXT: Final = {"type": "string"}
_TEXT_OR_NULL: Final = {"type": ["string", "null"]}
_PLACE_OR_NULL: Final = {"type": ["integer", "null"], "minimum": 1}


def report(run: Run, **_look: object) -> str:
    """Return the run as JSON."""
    content = {
        NAME: VERSION,
        "target": run.target,
        "ok": run.ok,
        "complete": run.complete,
        "exit_code": run.exit_code,
        "fail_on": run.fail_on,
        "counts": dict(run.counts),
        "by_severity": {severity.value: number for severity, number in run.by_severity.items()},
        "hidden": run.hidden,
        "ignored": run.ignored,
        "waived": run.waived,
        "undated": run.undated,
        "unset": run.unset,
        "unselected": run.unselected,
        "rows": dict(run.rows),
        "not_run": [asdict(gap) for gap in run.not_run],
        "findings": [asdict(finding) for finding in run.findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def finding_schema() -> dict[str, Any]:
    """Return the JSON Schema of one finding, as it stands in `findings` of the report."""
    properties: dict[str, Any] = {
        "code": {"type": "string", "pattern": "^BC[0-9]{3}$", "description": "The rule's code."},
        "name": {**_TEXT, "description": "The rule's name."},
        "severity": {"enum": [severity.value for severity in Severity], "description": "How grave it is."},
        "message": {**_TEXT, "description": "What is wrong, in one line."},
        "table": {"enum": [*TABLES, None], "description": "The table it is in; null for a fault of the package."},
        "key": {**_TEXT_OR_NULL, "description": "The key of the row, a composite one joined with `/`; null where no row is blamed."},
        "field": {**_TEXT_OR_NULL, "description": "The column; null where the whole row or file is blamed."},
        "value": {**_TEXT_OR_NULL, "description": "The cell blamed, shortened if it is long."},
        "suggestion": {**_TEXT_OR_NULL, "description": "What was probably meant."},
        "file": {**_TEXT_OR_NULL, "description": "The file; null for a frame in memory."},
        "line": {**_PLACE_OR_NULL, "description": "The physical line, counted from 1; the row, for a frame in memory."},
        "column": {**_PLACE_OR_NULL, "description": "The character in that line at which the cell starts, counted from 1."},
        "fix": {**_TEXT, "description": "How to mend it, in one line."},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Finding",
        "description": "One fault found by `borderclash validate --format json`.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def rule_page(rule: Rule) -> dict[str, Any]:
    """Return all that is to be said of one rule."""
    page = rule.page
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "shape": rule.shape,
        "table": rule.table,
        "reads": list(rule.reads),
        "since": rule.since,
        "why": page.why,
        "fix": page.fix,
        "breaks": page.breaks.text,
        "holds": page.holds.text,
    }


def rules_index() -> dict[str, Any]:
    """Return every rule, as `schemas/rules.json` holds them."""
    return {NAME: VERSION, "rules": [rule_page(rule) for rule in RULES]}
