"""The plot of tolls: what each speaker says of the people lost in one incident, over time."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from borderclash.dataset import Dataset
from borderclash.errors import UnknownNameError
from borderclash.plots.rows import Toll, tolls_stated
from borderclash.plots.style import PALETTE, altair, finished, lines, said_as, words
from borderclash.wording import QUALIFIED, spaced

__all__ = ["tolls"]


def tolls(data: Any, incident: str | None = None) -> Any:
    """Return what each speaker says of the dead, wounded, captured and missing of one incident, over time.

    Args:
        data: a dataset, or the view `tolls` as a frame of pandas, polars, pyarrow or DuckDB.
        incident: an incident's id; the one with most such figures if None.

    Raises:
        UnknownNameError: if there is no such incident.
        UnreadableError: if `data` is neither.
    """
    alt = altair()
    stated = tolls_stated(data)
    if incident is None:
        most = Counter(toll.incident for toll in stated).most_common(1)
        incident = most[0][0] if most else ""
    title = _title(data, stated, incident)
    shown = sorted((toll for toll in stated if toll.incident == incident and toll.said), key=_by_day)
    undated = sum(toll.incident == incident for toll in stated) - len(shown)
    rows = _points(shown)
    days = sorted({toll.said for toll in shown if toll.said})
    panels = {str(row["what"]): (spaced(toll.measure), f"of {toll.party}") for row, toll in zip(rows, shown, strict=True)}
    layers = _layers(alt, rows, days, 2 if len(panels) > 1 else 1)
    chart = (
        alt.layer(*layers, data=alt.Data(values=rows))
        .properties(width=230 if len(panels) > 1 else 300, height=140)
        .facet(facet=alt.Facet("what:N", title=None, header=alt.Header(labelExpr=said_as(panels), labelLimit=300)), columns=2)
        .resolve_scale(y="independent")
    )
    says = "; ".join(_told(toll) for toll in shown) or "no figure of people lost is stated with a day"
    note = f"{words(undated, 'figure')} of no known day {'is' if undated == 1 else 'are'} not drawn" if undated else ""
    subtitle = [*lines("each speaker's figures as they were said; none of them is added up", width=480), *([note] if note else [])]
    wrapped = lines(f"Tolls stated: {title}", width=360)
    return finished(chart, wrapped, subtitle, f"Tolls stated of {title}: {says}.{f' {note}.' if note else ''}")  # type: ignore[arg-type]


def _by_day(toll: Toll) -> tuple[object, ...]:
    return toll.said, toll.measure, toll.party, toll.category, toll.speaker, toll.low, toll.high, toll.qualifier


def _title(data: Any, stated: Sequence[Toll], incident: str) -> str:
    """Return the title of an incident.

    Raises:
        UnknownNameError: if there is none.
    """
    titles = {toll.incident: toll.title for toll in stated}
    if incident in titles or not incident:
        return titles.get(incident, "no incident")
    if isinstance(data, Dataset):
        return data.dossier(incident).incident.title
    raise UnknownNameError("incident with such figures", incident, titles)


def _points(shown: Sequence[Toll]) -> list[dict[str, object]]:
    """Return the rows of the plot of tolls; of those that would lie on each other each has a step of its own."""
    taken: Counter[tuple[object, ...]] = Counter()
    rows: list[dict[str, object]] = []
    for toll in shown:
        spot = (toll.measure, toll.party, toll.said, toll.low)
        rows.append(
            {
                "speaker": toll.speaker,
                "said": toll.said.isoformat() if toll.said else None,
                "what": f"{toll.measure}, {toll.party}",
                "who": spaced(toll.category),
                "low": toll.low,
                "high": toll.high,
                "as": (lead := QUALIFIED[toll.qualifier]) and f"{lead}{toll.low:,g}",
                "step": taken[spot],
            }
        )
        taken[spot] += 1
    return rows


def _layers(alt: Any, rows: Sequence[dict[str, object]], days: Sequence[date], columns: int) -> list[Any]:
    """Return the points of the plot of tolls, the ranges behind them and what is not exact in words, step by step."""
    speakers = sorted({str(row["speaker"]) for row in rows})
    legend = {"direction": "vertical"}
    shade = alt.Color(
        "speaker:N",
        scale=alt.Scale(domain=speakers, range=[PALETTE[number % len(PALETTE)] for number in range(len(speakers))]),
        legend=alt.Legend(title="who says so", columns=columns, **legend),
    )
    base = alt.Chart().encode(x=alt.X("said:T", **_days(alt, days)))
    low = alt.Y("low:Q", title="persons", **_persons(alt, [float(str(row["high"])) for row in rows]))
    shape = alt.Shape("who:N", legend=alt.Legend(title="who is counted", columns=1, symbolFillColor="#888", symbolStrokeWidth=0, **legend))
    hints = ["speaker:N", "said:T", "what:N", "who:N", "low:Q", "high:Q", "as:N"]
    layers = []
    for step in sorted({int(str(row["step"])) for row in rows}) or [0]:
        at, aside = base.transform_filter(f"datum.step == {step}"), _aside(step)
        layers.append(at.mark_rule(xOffset=aside).encode(y=low, y2="high:Q", color=shade))
        layers.append(
            at.mark_point(filled=True, size=90, opacity=0.9, xOffset=aside).encode(y=low, color=shade, shape=shape, tooltip=hints)
        )
        layers.append(at.mark_text(fontSize=11, dy=13, color="#111111", xOffset=aside).encode(y=low, text="as:N"))
    return layers


def _persons(alt: Any, highs: Sequence[float]) -> dict[str, Any]:
    """Return scale and axis of persons: whole numbers only."""
    most = int(max(highs, default=1))
    if most <= 5:
        return {"scale": alt.Scale(domain=[0, most + 0.4], nice=False), "axis": alt.Axis(format="d", values=list(range(most + 1)))}
    whole = "datum.value === floor(datum.value) ? format(datum.value, ',d') : ''"
    return {"axis": alt.Axis(tickMinStep=1, tickCount=4, labelExpr=whole)}


def _aside(step: int) -> int:
    """Return how many pixels a point steps aside: 0, 12, -12, 24, and so on."""
    return (step + 1) // 2 * 12 * (1 if step % 2 else -1)


def _days(alt: Any, days: Sequence[date]) -> dict[str, Any]:
    """Return scale and axis of days, with room at both ends so that no point is cut."""
    if not days:
        return {"title": "said on"}
    room = timedelta(days=max((days[-1] - days[0]).days // 12, 1))
    ends = [(days[0] - room).isoformat(), (days[-1] + room).isoformat()]
    axis: dict[str, Any] = {"format": "%-d %b %Y", "labelAngle": -30, "labelOverlap": True}
    if len(days) <= 3:
        axis["values"] = [day.isoformat() for day in days]
    else:
        axis |= {"tickCount": 4}
    return {"title": "said on", "scale": alt.Scale(type="utc", domain=ends), "axis": alt.Axis(**axis)}


def _told(toll: Toll) -> str:
    number = f"{toll.low:g}" if toll.low == toll.high else f"{toll.low:g} to {toll.high:g}"
    return f"{toll.speaker} on {toll.said}: {QUALIFIED[toll.qualifier]}{number} {spaced(toll.measure)}, {toll.category}, of {toll.party}"
