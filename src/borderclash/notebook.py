"""HTML fragments for notebooks: plain tables that take the colours of the page, with every cell escaped."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

__all__ = ["bold", "fragment", "grid", "muted"]

_LEFT: Final = ' style="text-align:left;vertical-align:top"'


def bold(text: object) -> str:
    """Return text as bold HTML."""
    return f"<strong>{escape(str(text))}</strong>"


def muted(text: object) -> str:
    """Return text as small HTML that stands back."""
    return f'<small style="opacity:.75">{escape(str(text))}</small>'


def grid(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return an HTML table; None is an empty cell, and every cell is escaped."""
    head = "".join(f'<th scope="col"{_LEFT}>{escape(name)}</th>' for name in header)
    body = "".join("<tr>" + "".join(f"<td{_LEFT}>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def fragment(*parts: str) -> str:
    """Return parts that are HTML already as one block, a paragraph each but for tables."""
    told = (part if part.startswith("<table") else f"<p>{part}</p>" for part in parts if part)
    return f'<div class="borderclash">{"".join(told)}</div>'


def _cell(value: object) -> str:
    return "" if value is None else escape(str(value)).replace("\n", "<br>")
