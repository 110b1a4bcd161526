"""The rules in Markdown: a page each, and the lists that lead to the pages. All from the text that also tests the rules."""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from borderclash.rules import RULES, Rule
from borderclash.rules.examples import SECTIONS

__all__ = ["families", "index", "page", "rule_markdown"]

_FENCE: Final = re.compile(r"^```([a-z]+) ([a-z_]+)$", re.MULTILINE)


def page(rule: Rule) -> str:
    """Return the page of a rule, to stand in `docs/rules/`."""
    about = [f"**{rule.severity}**", f"since {rule.since}"]
    if rule.table:
        about.append(f"found in `{rule.table}`")
    if rule.reads:
        about.append("reads " + ", ".join(f"`{name}`" for name in rule.reads))
    if rule.dated:
        about.append("judges by the day given with `--on`")
    leave = f"To leave this rule out, type `borderclash validate --ignore {rule.code}`"
    leave += "." if rule.shape == "files" else "; to accept one finding of it, add a row to `waivers.csv`."
    return f"# {rule.code} {rule.name}\n\n{' · '.join(about)}\n\n{rule_markdown(rule)}\n{leave} [All rules](README.md)\n"


def rule_markdown(rule: Rule) -> str:
    """Return all that a rule's docstring says, each table of its examples under the name of its file."""
    body = rule.page
    parts = [body.summary]
    for title, text in zip(SECTIONS, (body.why, body.fix, body.breaks.text, body.holds.text), strict=True):
        parts += [f"## {title}", _FENCE.sub(_titled, text)]
    return "\n\n".join(parts) + "\n"


def _titled(fence: re.Match[str]) -> str:
    form, name = fence.groups()
    title = "`borderclash` in `datapackage.json`" if form == "json" else f"`{name}.{form}`"
    return f"{title}\n\n```{form}"


def index() -> str:
    """Return the list of all rules, family by family, to stand beside their pages."""
    lines = ["# Rules", "", f"The {len(RULES)} rules of `borderclash validate`. `borderclash explain CODE` prints the same pages."]
    for title, rules in _families():
        lines += ["", f"## {title}", "", "| code | name | severity | refuses |", "|---|---|---|---|"]
        lines += [f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {_cell(rule.summary)} |" for rule in rules]
    return "\n".join(lines) + "\n"


def families(folder: str) -> str:
    """Return all rules in a line for each family, linked to their pages in `folder`."""
    return "".join(
        f"- **{title.rstrip('.')}**: {', '.join(f'[{rule.name}]({folder}/{rule.code}.md)' for rule in rules)}\n"
        for title, rules in _families()
    )


def _families() -> Iterator[tuple[str, Iterable[Rule]]]:
    """Yield the rules family by family, each with the first sentence of its folder's docstring."""
    for folder, rules in groupby(RULES, lambda rule: rule.module.rpartition(".")[0]):
        yield (sys.modules[folder].__doc__ or folder).split(". ", 1)[0].strip().removesuffix("."), rules


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
