"""Plots: each takes a dataset, or the frame of one view, and returns an altair chart that says in words what it shows.

They need the extra `plot`. `timeline`, `replies` and `lag` draw the view `accusations`, `coverage` and `incident_map` the view
`incidents`, `tolls` the view `tolls`; a frame may be of pandas, polars, pyarrow or DuckDB, and may hold some of the rows only. The map is
the function `incident_map`, and its name for `plot` is `map`; `borderclash.plots.map` is the module it stands in.

Colours are those of Okabe and Ito, which people with any kind of colour vision tell apart; nothing is told by colour alone where a
label has room.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from borderclash.errors import MissingExtraError, UnknownNameError, UnreadableError
from borderclash.plots.charts import coverage, lag, replies, timeline
from borderclash.plots.map import incident_map
from borderclash.plots.style import adapting
from borderclash.plots.toll import tolls

if TYPE_CHECKING:
    import altair as alt

__all__ = ["PLOTS", "coverage", "image", "incident_map", "lag", "plot", "replies", "save", "timeline", "tolls"]

PLOTS: Final[Mapping[str, Callable[[Any], "alt.TopLevelMixin"]]] = {
    "timeline": timeline,
    "map": incident_map,
    "replies": replies,
    "lag": lag,
    "tolls": tolls,
    "coverage": coverage,
}
"""Every plot by name: a function from a dataset, or from the frame of its view, to an altair chart."""

_FORMATS: Final = ("png", "svg")


def plot(name: str, data: Any) -> Any:
    """Return the plot of that name.

    Args:
        name: `timeline`, `replies` or `lag`, which draw the view `accusations`; `coverage` or `map`, which draw the view `incidents`;
            or `tolls`, which draws the view `tolls`, of the incident with most figures.
        data: a dataset, or the frame of that view, of pandas, polars, pyarrow or DuckDB. The function behind the name `map` is
            `borderclash.plots.incident_map`; the others are called as they are named.

    Raises:
        UnknownNameError: if there is no such plot.
        UnreadableError: if the data are neither a dataset nor the frame of that view.
        MissingExtraError: if altair is not installed.
    """
    if name not in PLOTS:
        raise UnknownNameError("plot", name, PLOTS)
    return PLOTS[name](data)


def image(chart: Any, form: str = "svg", *, scale: float = 2, dark: bool = False) -> bytes:
    """Return a chart as an image, made without any network.

    Args:
        chart: an altair chart.
        form: `png` or `svg`.
        scale: pixels of a PNG per pixel of the chart.
        dark: whether an SVG has no ground of its own, and light ink where the page it stands in is dark.

    Raises:
        MissingExtraError: if vl-convert-python is not installed.
        UnknownNameError: if the form is neither.
    """
    if form not in _FORMATS:
        raise UnknownNameError("form of image", form, _FORMATS)
    try:
        import vl_convert  # noqa: PLC0415 - only who draws needs it
    except ImportError as error:
        raise MissingExtraError("vl-convert-python", "plot") from error
    specification = chart.to_json()
    if form == "png":
        png: bytes = vl_convert.vegalite_to_png(specification, scale=scale)
        return png
    svg: str = vl_convert.vegalite_to_svg(specification)
    return (adapting(svg) if dark else svg).encode("utf-8")


def save(chart: Any, path: str | Path, *, dark: bool = False) -> Path:
    """Write a chart to a file that ends in `.png` or `.svg`, and return its path.

    Args:
        chart: an altair chart.
        path: the file.
        dark: whether an SVG has no ground of its own, and light ink where the page it stands in is dark.

    Raises:
        MissingExtraError: if vl-convert-python is not installed.
        UnknownNameError: if the file's name ends in neither.
        UnreadableError: if the file cannot be written.
    """
    path = Path(path)
    content = image(chart, path.suffix.removeprefix(".").lower(), dark=dark)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UnreadableError(f"cannot write {path}: {error.strerror}; name a file in a folder that exists") from error
    return path
