"""HTML fragments for notebooks: plain tables and blocks that take the colours of the page, with every text escaped."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

__all__ = ["block", "bold", "details", "fragment", "grid", "link", "muted"]

_LEFT: Final = ' style="text-align:left;vertical-align:top"'

_BLOCK: Final = "margin:.5em 0 .5em 1em;padding-left:.7em;border-left:2px solid rgba(128,128,128,.45);text-align:left"


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


def link(address: str, text: object) -> str:
    """Return a link to a page, or the text alone where the address is none of a page."""
    if not address.startswith(("https://", "http://")):
        return escape(str(text))
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{escape(str(text))}</a>'


def block(*lines: str, inner: Iterable[str] = ()) -> str:
    """Return lines that are HTML already, and beneath them, set in, the blocks that belong to them."""
    told = "".join(f"<div>{line}</div>" for line in lines if line)
    return f'<div style="{_BLOCK}">{told}{"".join(inner)}</div>'


def details(summary: object, *parts: str) -> str:
    """Return parts that are HTML already, folded away beneath a summary."""
    return f"<details><summary>{escape(str(summary))}</summary>{''.join(parts)}</details>"


def fragment(*parts: str) -> str:
    """Return parts that are HTML already as one block, a paragraph each but for tables and blocks."""
    told = (part if part.startswith(("<table", "<div", "<details")) else f"<p>{part}</p>" for part in parts if part)
    return f'<div class="borderclash">{"".join(told)}</div>'


def _cell(value: object) -> str:
    return "" if value is None else escape(str(value)).replace("\n", "<br>")
