"""How far two coders agree, told: as text, as JSON, as Markdown."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Final, Protocol

from borderclash.about import NAME, VERSION
from borderclash.contribute.agreement.compare import FIELDS, Agreement, Count, Disagreement, Single
from borderclash.contribute.agreement.statistics import Statistics

__all__ = ["FORMS", "as_json", "as_markdown", "as_text"]

_MARKS: Final = re.compile(r"([\\`*_\[\]{}<>~|&])")
_PLURALS: Final = {"reply": "replies"}
_UNDEFINED: Final = "-"
_FOOT: Final = (
    "kappa: Cohen's. alpha: Krippendorff's, nominal, but ordinal for place precision. 95%: where 95 of 100 resamples of incidents lie.",
    "commonest: the share of the commonest word; near 100%, kappa and alpha say little. -: not defined, or too few incidents.",
)
_FIELD_HEAD: Final = ("field", "units", "agreed", "percent", "kappa", "alpha", "95%", "words", "commonest")
_COUNT_HEAD: Final = ("", "in both", "only in A", "only in B", "matched")


class Form(Protocol):
    """A way to tell an agreement."""

    def __call__(self, found: Agreement) -> str:
        """Return it, ending with a line feed."""


def as_json(found: Agreement) -> str:
    """Return the agreement as JSON; what is not defined is null."""
    content = {
        NAME: VERSION,
        "a": found.a,
        "b": found.b,
        "left_out": found.left_out,
        "incidents": [{"a": a, "b": b} for a, b in found.incidents],
        "counts": [{**asdict(count), "share": count.share} for count in found.counts],
        "fields": [
            {"field": name, "unit": FIELDS[name], "percent": figures.percent, **asdict(figures)} for name, figures in found.fields.items()
        ],
        "disagreements": [asdict(item) for item in found.disagreements],
        "singles": [asdict(item) for item in found.singles],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_text(found: Agreement) -> str:
    """Return the agreement as text."""
    blocks = [[f"A: {found.a}", f"B: {found.b}", *_left_out(found)]]
    blocks.append(list(_columns([_COUNT_HEAD, *(_count(count) for count in found.counts)])))
    blocks.append([*_columns([_FIELD_HEAD, *(_figures(name, figures) for name, figures in found.fields.items())]), *_FOOT])
    renamed = [f"  {a} is {b} in B" for a, b in found.incidents if a != b]
    blocks.append(["the same incident under two ids:", *renamed] if renamed else [])
    for incident, differing in groupby(found.disagreements, key=lambda item: item.incident):
        blocks.append([f"to settle in {incident}:", *map(_differing, differing)])
    for coder in "ab":
        for unit, items in _singles(found, coder).items():
            blocks.append([f"only in {coder.upper()}: {_number(len(items), unit)}", *(f"  {line}" for line in map(_single, items))])
    blocks.append([_closing(found)])
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def as_markdown(found: Agreement) -> str:
    """Return the agreement as Markdown."""
    head = [
        "### How far the two coders agree",
        "",
        f"A: {_plain(found.a)}. B: {_plain(found.b)}. {' '.join(_left_out(found))}".rstrip(),
        "",
    ]
    head += [*_table(_COUNT_HEAD, [_count(count) for count in found.counts]), ""]
    head += [*_table(_FIELD_HEAD, [_figures(name, figures) for name, figures in found.fields.items()]), "", " ".join(_FOOT), ""]
    differing = [(item.incident, _both(item.a, item.b), item.field, item.in_a, item.in_b) for item in found.disagreements]
    head += _section("To settle", ("incident in A", "what", "field", "in A", "in B"), differing)
    head += _section("The same incident under two ids", ("in A", "in B"), [(a, b) for a, b in found.incidents if a != b])
    alone = [(item.coder.upper(), item.unit, item.key, f"{item.what}{_near(item)}") for item in found.singles]
    head += _section("Only one has it", ("coder", "unit", "id", "what"), alone)
    return "\n".join([*head, f"{_closing(found).capitalize()}.", ""])


FORMS: Final[Mapping[str, Form]] = {"text": as_text, "json": as_json, "markdown": as_markdown}
"""Every form by the name `--format` knows it by."""


def _left_out(found: Agreement) -> list[str]:
    if not found.left_out:
        return []
    verb = "stands" if found.left_out == 1 else "stand"
    return [f"{_number(found.left_out, 'incident')} that {verb} word for word in both left out: copied, not coded twice."]


def _closing(found: Agreement) -> str:
    settle = len(found.disagreements) + len(found.singles)
    if not found.incidents and not found.singles:
        return "nothing to compare: no incident is left" + ("; to compare copies too, type --all" if found.left_out else "")
    differ, alone = _number(len(found.disagreements), "field"), f"{len(found.singles):,}"
    return f"{_number(settle, 'disagreement')} to settle: {differ} filled differently, {alone} that only one has"


def _count(count: Count) -> tuple[str, ...]:
    name = _PLURALS.get(count.unit, f"{count.unit}s")
    return (name, f"{count.matched:,}", f"{count.only_a:,}", f"{count.only_b:,}", _percent(count.share))


def _figures(name: str, figures: Statistics) -> tuple[str, ...]:
    low, high = figures.alpha_low, figures.alpha_high
    return (
        f"{FIELDS[name]}: {name}",
        f"{figures.units:,}",
        f"{figures.agreed:,}",
        _percent(figures.percent),
        _decimals(figures.kappa),
        _decimals(figures.alpha),
        _UNDEFINED if low is None else f"{_decimals(low)} to {_decimals(high)}",
        f"{figures.words:,}",
        _percent(None if figures.commonest is None else 100 * figures.commonest),
    )


def _singles(found: Agreement, coder: str) -> dict[str, list[Single]]:
    units = dict.fromkeys(FIELDS.values())
    whose = {unit: [item for item in found.singles if (item.unit, item.coder) == (unit, coder)] for unit in units}
    return {unit: items for unit, items in whose.items() if items}


def _differing(item: Disagreement) -> str:
    return f"  {item.field}: {item.in_a} in A, {item.in_b} in B  [{_both(item.a, item.b)}]"


def _single(item: Single) -> str:
    return f"{item.key}: {item.what}{_near(item)}"


def _near(item: Single) -> str:
    return f" (or a part of {', '.join(item.near)}?)" if item.near else ""


def _both(a: str, b: str) -> str:
    return a if a == b else f"{a} = {b}"


def _number(count: int, one: str) -> str:
    return f"{count:,} {one if count == 1 else _PLURALS.get(one, one + 's')}"


def _percent(share: float | None) -> str:
    return _UNDEFINED if share is None else f"{share:.1f}%"


def _decimals(value: float | None) -> str:
    return _UNDEFINED if value is None else f"{value:.3f}"


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines, the first column flush left, the others flush right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        yield "  ".join(cells).rstrip()


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: bool = True) -> list[str]:
    rule = ["---", *("--:" if numbers else "---" for _ in head[1:])]
    return [f"| {' | '.join(cells)} |" for cells in (head, rule, *(map(_plain, row) for row in rows))]


def _section(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"#### {title}", "", *_table(head, rows, numbers=False), ""] if rows else []


def _plain(text: str) -> str:
    """Return text that Markdown shows as it stands, in a cell of a table."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
