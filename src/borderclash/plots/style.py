"""What all plots share: colours, order and names of the statuses, the font, and altair itself, loaded when a plot is made."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Final

from borderclash.errors import MissingExtraError
from borderclash.vocab import ReplyStatus
from borderclash.wording import spaced

__all__ = [
    "COLOURS",
    "DARK",
    "PALETTE",
    "STATUSES",
    "adapting",
    "altair",
    "colour",
    "finished",
    "lines",
    "said_as",
    "status_labels",
    "words",
]

COLOURS: Final = {
    ReplyStatus.DENIED: "#0072B2",
    ReplyStatus.PARTLY_DENIED: "#56B4E9",
    ReplyStatus.COUNTERED: "#CC79A7",
    ReplyStatus.JUSTIFIED: "#E69F00",
    ReplyStatus.ADMITTED: "#D55E00",
    ReplyStatus.RETRACTED: "#009E73",
    ReplyStatus.NONCOMMITTAL: "#F0E442",
    ReplyStatus.UNANSWERED: "#BBBBBB",
    ReplyStatus.UNRECORDED: "#000000",
}
"""The colour of each reply status, after Okabe and Ito, with a grey for silence."""
STATUSES: Final = tuple(status.value for status in COLOURS)
PALETTE: Final = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C8C8C", "#9467BD")
"""Colours for what has none of its own, each seen on white and on black."""
DARK: Final[Mapping[str, str]] = {
    "#000": "#E6E6E6",
    "#111111": "#F2F2F2",
    "#444444": "#B8B8B8",
    "#6B6B6B": "#A8A8A8",
    "#E6E6E6": "#3C4148",
    "#888": "#8B949E",
    "#777777": "#8B949E",
    "#F4F1EA": "#262B31",
    "#FFFFFF": "#15181C",
    "#0072B2": "#2E8FCE",
}
"""What ink and ground become where a page is dark: colour on white -> colour on black. Of the data only the darkest blue gives way."""
_FONT: Final = "Helvetica, Arial, DejaVu Sans, sans-serif"
_LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    ReplyStatus.RETRACTED.value: ("taken back or denied", "by the accuser's own side"),
}


def altair() -> Any:
    """Return altair.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        import altair as alt  # noqa: PLC0415 - only who draws needs it
    except ImportError as error:
        raise MissingExtraError("altair", "plot") from error
    return alt


def adapting(svg: str) -> str:
    """Return a drawing without its white ground, whose ink is light where the page it stands in is dark."""
    ink = " ".join(f'[{part}="{on_white}"]{{{part}:{on_black}}}' for on_white, on_black in DARK.items() for part in ("fill", "stroke"))
    head, ground, rest = svg.partition('fill="white"/>')
    if not ground:
        return svg
    begin = head.rindex("<rect")
    end = svg.index(">") + 1
    look = f"<style>@media (prefers-color-scheme: dark){{{ink}}}</style>"
    return f"{svg[:end]}{look}{head[end:begin]}{rest}"


def colour(statuses: set[str]) -> Any:
    """Return the colour of reply statuses, with a legend of those that occur, in their order."""
    alt = altair()
    there = [status for status in STATUSES if status in statuses]
    scale = alt.Scale(domain=there, range=[shade for status, shade in COLOURS.items() if status.value in there])
    legend = alt.Legend(title="how they were met", labelExpr=said_as(status_labels(there)))
    return alt.Color("status:N", scale=scale, sort=there, legend=legend)


def status_labels(statuses: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return reply statuses as people read them, a long one in several lines."""
    return {status: _LABELS.get(status, (spaced(status),)) for status in statuses}


def said_as(labels: Mapping[str, Sequence[str]]) -> str:
    """Return the expression that writes each value of an axis, a legend or a header in the lines given for it."""
    return f"({json.dumps({value: list(told) for value, told in labels.items()}, ensure_ascii=False)})[datum.value]"


def lines(*sentences: str, width: int) -> list[str]:
    """Return sentences as the lines of a subtitle for a picture of so many pixels."""
    return [line for sentence in sentences for line in textwrap.wrap(sentence, max(width // 6, 40))]


def finished(chart: Any, title: str, subtitle: str | list[str], says: str, *, columns: int = 4) -> Any:
    """Return a chart with its title, its legend beneath in so many columns, and what it shows in words, for those who do not see it."""
    alt = altair()
    return (
        chart.properties(title=alt.Title(title, subtitle=subtitle, anchor="start"), description=says)
        .configure(font=_FONT, background="white")
        .configure_title(fontSize=16, subtitleFontSize=12, subtitleColor="#444444", offset=12)
        .configure_axis(labelFontSize=12, titleFontSize=12, titleFontWeight="normal", gridColor="#E6E6E6")
        .configure_legend(
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", symbolSize=80, labelLimit=420, orient="bottom", columns=columns
        )
        .configure_header(labelFontSize=13, titleFontSize=13, labelFontWeight="bold")
        .configure_view(stroke=None)
    )


def words(count: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
