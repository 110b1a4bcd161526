"""A rule's docstring, read: what it says to people, and the small tables it must break and hold on.

The docstring is markdown of one fixed form: a summary line, then the sections *Why it matters*, *How to fix*, *Breaks* and
*Holds*, each under a `##` heading. *Breaks* and *Holds* carry fenced blocks, one a table, whose info string names the table
(```` ```csv claims ````) or, for rules that ask the package's settings, says ```` ```json settings ````. *Breaks* ends with a list
of the keys the rule finds. Columns an example does not need may be left out. Rules about bytes point to case folders instead.
"""

import csv
import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

__all__ = ["SECTIONS", "Example", "Page", "parse"]

SECTIONS: Final = ("Why it matters", "How to fix", "Breaks", "Holds")
"""The headings of a rule's docstring, in their order."""

_HEADING: Final = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_FENCE: Final = re.compile(r"^```([a-z]+) ([a-z_]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DOSSIER: Final = "\n\nIn a dossier: "
_KEY: Final = re.compile(r"^- `([^`]*)`", re.MULTILINE)

Cells = dict[str, str | None]


@dataclass(frozen=True)
class Example:
    """The tables of one section, as small as they can be.

    Attributes:
        text: the section as it stands.
        tables: the rows of each table shown, by column; an empty cell is None.
        keys: the keys the rule finds, sorted; none for what holds.
        settings: what the package's settings say, where the rule asks them.
    """

    text: str
    tables: Mapping[str, tuple[Cells, ...]] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """A rule's docstring in its parts, each as markdown."""

    summary: str
    why: str
    fix: str
    breaks: Example
    holds: Example

    @property
    def advice(self) -> str:
        """The first sentence of *How to fix* as one plain line, to stand after `fix:`."""
        return _plain(self.fix)

    @property
    def advice_in_dossier(self) -> str:
        """The same for who fills in a dossier, where the section says it in the words of one; such a part begins with *In a dossier:*."""
        return _plain(self.fix.partition(_DOSSIER)[2]) or self.advice


def _plain(text: str) -> str:
    line = " ".join(text.split()).split(". ", 1)[0].replace("`", "").removesuffix(".")
    return line if line[1:2].isupper() else line[:1].lower() + line[1:]


def _example(text: str) -> Example:
    tables: dict[str, tuple[Cells, ...]] = {}
    settings: dict[str, Any] = {}
    for form, name, body in _FENCE.findall(text):
        if form == "json":
            settings = json.loads(body)
        else:
            rows = csv.DictReader(body.splitlines(keepends=True), strict=True)
            tables[name] = tuple({column: cell or None for column, cell in row.items()} for row in rows)
    keys = sorted(_KEY.findall(_FENCE.sub("", text)))
    return Example(text, tables, tuple(keys), settings)


def parse(docstring: str) -> Page:
    """Read a rule's docstring.

    Raises:
        ValueError: if a section is missing, doubled or out of order.
    """
    summary, *parts = _HEADING.split(inspect.cleandoc(docstring))
    headings, texts = tuple(parts[::2]), [text.strip() for text in parts[1::2]]
    if headings != SECTIONS:
        raise ValueError(f"the sections must be {', '.join(SECTIONS)}; they are {', '.join(headings)}")
    why, fix, breaks, holds = texts
    return Page(summary.strip(), why, fix, _example(breaks), _example(holds))
