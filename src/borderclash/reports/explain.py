"""A rule explained: its page, or the list of all rules, from the text that also tests it."""

import json
import re
from typing import Final

from borderclash.errors import UnknownNameError
from borderclash.reports.json import rule_page, rules_index
from borderclash.reports.style import OF_SEVERITY, paint
from borderclash.rules import RULES, Rule
from borderclash.rules.examples import SECTIONS

__all__ = ["as_json", "as_text"]

_FENCE: Final = re.compile(r"^```([a-z]*) ?([a-z_]*)$")


def as_text(code: str | None = None, *, colour: bool = False) -> str:
    """Return the page of a rule, or a line for each rule, to be read in a terminal.

    Raises:
        UnknownNameError: if no rule has that code or name.
    """
    if code is None:
        wide = max(len(rule.name) for rule in RULES)
        return "".join(f"{_head(rule, wide, colour=colour)}  {rule.summary}\n" for rule in RULES)
    rule = _find(code)
    page = rule.page
    lines = [f"{_head(rule, colour=colour)}  ({rule.severity}, since {rule.since})", "", page.summary]
    for title, body in zip(SECTIONS, (page.why, page.fix, page.breaks.text, page.holds.text), strict=True):
        lines += ["", paint(title, "bold", colour=colour), "", *_plain(body)]
    return "\n".join(lines) + "\n"


def as_json(code: str | None = None) -> str:
    """Return the page of a rule, or all of them, as JSON.

    Raises:
        UnknownNameError: if no rule has that code or name.
    """
    content = rules_index() if code is None else rule_page(_find(code))
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _find(code: str) -> Rule:
    for rule in RULES:
        if code in (rule.code, rule.name) or code.upper() == rule.code:
            return rule
    known = [name for rule in RULES for name in (rule.code, rule.name)]
    raise UnknownNameError("rule", code, known, "to list them, type: borderclash explain")


def _head(rule: Rule, wide: int = 0, *, colour: bool) -> str:
    return f"{paint(rule.code, OF_SEVERITY[rule.severity], 'bold', colour=colour)}  {paint(f'{rule.name:<{wide}}', 'bold', colour=colour)}"


def _plain(body: str) -> list[str]:
    """Return markdown as indented lines; a fenced table shows its file's name above it."""
    lines, fenced = [], False
    for line in body.splitlines():
        fence = _FENCE.match(line)
        if fence is None:
            lines.append(f"{'      ' if fenced else '  '}{line}".rstrip())
            continue
        fenced = not fenced
        if fenced and fence[2]:
            lines.append(f"    {fence[2]}.{fence[1]}")
    return lines
