"""What all plots share: colours, order and names of the statuses, the font, and altair itself, loaded when a plot is made."""

from typing import Any, Final

from borderclash.errors import MissingExtraError
from borderclash.vocab import ReplyStatus

__all__ = ["COLOURS", "STATUSES", "altair", "colour", "finished", "words"]

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
_FONT: Final = "Helvetica, Arial, DejaVu Sans, sans-serif"


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


def colour(statuses: set[str]) -> Any:
    """Return the colour of reply statuses, with a legend of those that occur, in their order."""
    alt = altair()
    there = [status for status in STATUSES if status in statuses]
    scale = alt.Scale(domain=there, range=[shade for status, shade in COLOURS.items() if status.value in there])
    return alt.Color("status:N", scale=scale, sort=there, legend=alt.Legend(title="the accused side"))


def finished(chart: Any, title: str, subtitle: str, says: str) -> Any:
    """Return a chart with its title, and with what it shows in words, for those who do not see it."""
    alt = altair()
    return (
        chart.properties(title=alt.Title(title, subtitle=subtitle, anchor="start"), description=says)
        .configure(font=_FONT, background="white")
        .configure_title(fontSize=16, subtitleFontSize=12, subtitleColor="#444444", offset=12)
        .configure_axis(labelFontSize=12, titleFontSize=12, titleFontWeight="normal", gridColor="#E6E6E6")
        .configure_legend(labelFontSize=12, titleFontSize=12, titleFontWeight="normal")
        .configure_header(labelFontSize=13, titleFontSize=13, labelFontWeight="bold")
        .configure_view(stroke=None)
    )


def words(count: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
