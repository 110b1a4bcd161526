"""The plots as the pages show them: drawn for a narrow column, named in words, and in the colours of the page."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from markupsafe import Markup

from borderclash.dataset import Dataset
from borderclash.plots import image, incident_map, timeline

__all__ = ["Picture", "pictures"]

_WIDTH: Final = 330
_MARK_BY_MARK: Final = re.compile(r' (?:role|aria-[a-z]+|font-family|pointer-events)="[^"]*"')


@dataclass(frozen=True)
class Picture:
    """A drawing, what stands above it and what it tells."""

    title: str
    lines: tuple[str, ...]
    svg: Markup


def pictures(dataset: Dataset) -> dict[str, Picture]:
    """Return the timeline and the map."""
    import altair as alt  # noqa: PLC0415 - `timeline` says what is missing if it is

    months = timeline(dataset)
    below = {"orient": "bottom", "columns": 3, "labelFontSize": 12, "titleFontSize": 12, "symbolSize": 80}
    months = months.properties(width=_WIDTH, height=46, spacing=8).configure_legend(**below)
    return {"timeline": _picture(months, alt), "map": _picture(incident_map(dataset, width=_WIDTH + 50, height=_WIDTH + 20), alt)}


def _picture(chart: Any, alt: Any) -> Picture:
    title, says = chart.title, chart.description
    chart = chart.properties(padding=2)
    chart.title = alt.Undefined
    drawn = _MARK_BY_MARK.sub("", image(chart, "svg").decode())
    named = drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(says)}" ', 1)
    lines = title.subtitle if isinstance(title.subtitle, list) else [title.subtitle]
    return Picture(title.text, tuple(lines), Markup(named))  # noqa: S704 - drawn by ourselves
