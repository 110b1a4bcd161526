"""The plots that count: how accusations come, how they are answered, how soon, and how well all of it is covered."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from borderclash.plots.rows import Charge, charges, starts
from borderclash.plots.style import STATUSES, altair, colour, finished, lines, said_as, status_labels, words
from borderclash.vocab import ReplyStatus

__all__ = ["coverage", "lag", "replies", "timeline"]

_SEVERAL: Final = "media of two sides or more"
_THIRD: Final = "third parties only"
_ONE_SIDE: Final = ("#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
_SMALL: Final = 0.05
"""A side that makes a smaller share of all accusations has no row of its own in the timeline if it is not the only such one."""
_WIDTH: Final = 620
"""Of the widest part of a chart, so that the whole is shown at its own size in a column of text."""
_SPANS: Final = {
    "before": ("#009E73", "before the accusation"),
    "same day": ("#0072B2", "on the same day"),
    "next day": ("#56B4E9", "on the next day"),
    "2 to 7 days": ("#E69F00", "within 2 to 7 days"),
    "later": ("#D55E00", "later"),
    "answered, day not known": ("#CC79A7", "on a day not known"),
    "no answer found": ("#BBBBBB", ""),
}
"""How soon an answer came: its colour, and how that is told."""
_MONTHS: Final = {"title": None, "format": "%b %Y", "labelAngle": -45, "tickCount": "month", "labelOverlap": True}


def timeline(data: Any) -> Any:
    """Return accusations by month, by who makes them and what became of them.

    Args:
        data: a dataset, or the view `accusations` as a frame of pandas, polars, pyarrow or DuckDB.

    Raises:
        UnreadableError: if it is neither.
    """
    alt = altair()
    every = charges(data)
    dated = [charge for charge in every if charge.said]
    pooled = _pooled([charge.accuser for charge in dated])
    counted = Counter((f"{charge.said:%Y-%m}-01", pooled[charge.accuser], charge.status) for charge in dated)
    rows = [
        {"month": month, "accuser": accuser, "status": status, "n": n, "order": STATUSES.index(status)}
        for (month, accuser, status), n in sorted(counted.items())
    ]
    totals = Counter(charge.accuser for charge in dated)
    sides = list(dict.fromkeys(pooled[side] for side, _ in totals.most_common()))
    header = {"labelAngle": 0, "labelAlign": "left", "labelAnchor": "start", "labelOrient": "top", "labelPadding": 3}
    bars = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(size=13)
        .encode(
            x=alt.X("month:T", scale=alt.Scale(type="utc", padding=10), axis=alt.Axis(**_MONTHS)),
            y=alt.Y("n:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4)),
            color=colour({str(row["status"]) for row in rows}),
            order=alt.Order("order:Q"),
            row=alt.Row("accuser:N", title=None, sort=sides, header=alt.Header(**header)),
            tooltip=["month:T", "accuser:N", "status:N", "n:Q"],
        )
        .properties(width=_WIDTH, height=90)
    )
    undated = len(every) - len(dated)
    note = f"{words(undated, 'accusation')} of which no page tells the day {'is' if undated == 1 else 'are'} not drawn" if undated else ""
    says = "; ".join(f"{side}, {words(n, 'accusation')}" for side, n in totals.most_common())
    subtitle = ["accusations a month, one panel a side that makes them", *([note] if note else [])]
    told = f"Accusations by month and by who makes them: {says}.{f' {note}.' if note else ''}"
    return finished(bars, "Accusations by month, and what became of them", subtitle, told)


def _pooled(accusers: Sequence[str]) -> dict[str, str]:
    """Return the panel of each side: its own, but that those who seldom accuse share one."""
    totals = Counter(accusers)
    small = [side for side, n in totals.most_common() if n < _SMALL * len(accusers)]
    others = f"others: {', '.join(small)}"
    return {side: others if side in small and len(small) > 1 else side for side in totals}


def replies(data: Any) -> Any:
    """Return who accuses whom, against how that is answered.

    Args:
        data: a dataset, or the view `accusations` as a frame of pandas, polars, pyarrow or DuckDB.

    Raises:
        UnreadableError: if it is neither.
    """
    alt = altair()
    every = charges(data)
    counted = Counter((_pair(charge), charge.status) for charge in every)
    totals = Counter(map(_pair, every))
    rows = [{"who": pair, "status": status, "n": n, "share": n / totals[pair]} for (pair, status), n in sorted(counted.items())]
    there = [status for status in STATUSES if any(row["status"] == status for row in rows)]
    who = {pair: (pair.partition(", ")[0], f"{pair.partition(', ')[2]} ({n})") for pair, n in totals.most_common()}
    labels = status_labels(there) | {ReplyStatus.RETRACTED.value: ("taken back",)}
    above = alt.Axis(orient="top", labelAngle=-30, labelExpr=said_as(labels), labelFontSize=13)
    left = alt.Axis(labelLimit=300, labelExpr=said_as(who), labelOffset=-7, labelFontSize=13)
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("status:N", sort=there, title=None, axis=above),
        y=alt.Y("who:N", sort=list(who), title=None, axis=left),
    )
    shade = alt.Legend(title="share of the row", format=".0%", gradientLength=180)
    cells = base.mark_rect().encode(color=alt.Color("share:Q", scale=alt.Scale(scheme="blues", domain=[0, 1]), legend=shade))
    numbers = base.mark_text(fontSize=14).encode(
        text="n:Q", color=alt.condition("datum.share > 0.55", alt.value("white"), alt.value("black"))
    )
    chart = (cells + numbers).properties(width=max(52 * len(there), 200), height=max(38 * len(who), 60))
    says = "; ".join(
        f"{pair} ({n}): "
        + ", ".join(f"{counted[pair, status]} {' '.join(status_labels([status])[status])}" for status in there if counted[pair, status])
        for pair, n in totals.most_common()
    )
    taken_back = "; taken back: by the accuser's own side, or denied by it" if ReplyStatus.RETRACTED.value in there else ""
    subtitle = lines(f"accusations by one side against another; the colour is the share of the row{taken_back}", width=_WIDTH)
    return finished(chart, "Who accuses whom, and how it is answered", subtitle, f"Accusations, and how they were met. {says}.")


def _pair(charge: Charge) -> str:
    return f"by {charge.accuser}, against {charge.accused}"


def lag(data: Any) -> Any:
    """Return how many days pass until the accused side answers, by side.

    Args:
        data: a dataset, or the view `accusations` as a frame of pandas, polars, pyarrow or DuckDB.

    Raises:
        UnreadableError: if it is neither.
    """
    alt = altair()
    every = charges(data)
    counted = Counter((charge.accused, _span(charge)) for charge in every)
    totals = Counter(charge.accused for charge in every)
    order = list(_SPANS)
    rows = [
        {"side": f"{side} ({totals[side]})", "lag": span, "n": n, "order": order.index(span)} for (side, span), n in sorted(counted.items())
    ]
    there = [span for span in order if any(row["lag"] == span for row in rows)]
    bars = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar()
        .encode(
            x=alt.X("n:Q", stack="normalize", title="share of the accusations against the side", axis=alt.Axis(format=".0%")),
            y=alt.Y("side:N", title=None, sort=[f"{side} ({n})" for side, n in totals.most_common()], axis=alt.Axis(labelLimit=420)),
            color=alt.Color(
                "lag:N",
                sort=there,
                scale=alt.Scale(domain=there, range=[_SPANS[span][0] for span in there]),
                legend=alt.Legend(title="first answer"),
            ),
            order=alt.Order("order:Q"),
            tooltip=["side:N", "lag:N", "n:Q"],
        )
        .properties(width=460, height=max(34 * len(totals), 60))
    )
    says = "; ".join(
        f"of {words(n, 'accusation')} against {side}, "
        + ", ".join(
            f"{counted[side, span]} with {span}" if not told else f"{counted[side, span]} answered {told}"
            for span, (_, told) in _SPANS.items()
            if counted[side, span]
        )
        for side, n in totals.most_common()
    )
    subtitle = lines(
        "days from an accusation to the first answer of the accused side; pages give days, seldom hours. "
        "How many accusations are made against a side stands behind its name",
        width=_WIDTH,
    )
    return finished(bars, "How soon the accused side answers", subtitle, f"How soon answers came: {says}.")


def _span(charge: Charge) -> str:
    if not charge.answered:
        return "no answer found"
    if charge.lag is None:
        return "answered, day not known"
    named = {0: "same day", 1: "next day"}
    return "before" if charge.lag < 0 else named.get(charge.lag, "2 to 7 days" if charge.lag <= 7 else "later")


def coverage(data: Any) -> Any:
    """Return how many incidents there are by month, and whose media are among their sources.

    Args:
        data: a dataset, or the view `incidents` as a frame of pandas, polars, pyarrow or DuckDB.

    Raises:
        UnreadableError: if it is neither.
    """
    alt = altair()
    counted = Counter((f"{start.day:%Y-%m}-01", _sourced(start.sides)) for start in starts(data))
    one_side = sorted({how for _, how in counted} - {_SEVERAL, _THIRD})
    order = [_SEVERAL, *one_side, _THIRD]
    rows = [{"month": month, "sourced": how, "n": n, "order": order.index(how)} for (month, how), n in sorted(counted.items())]
    bars = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(size=13)
        .encode(
            x=alt.X("month:T", scale=alt.Scale(type="utc", padding=10), axis=alt.Axis(**_MONTHS)),
            y=alt.Y("n:Q", title="incidents", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "sourced:N",
                sort=order,
                scale=alt.Scale(domain=order, range=["#0072B2", *(_ONE_SIDE * len(one_side))[: len(one_side)], "#BBBBBB"]),
                legend=alt.Legend(title="media among the sources"),
            ),
            order=alt.Order("order:Q"),
            tooltip=["month:T", "sourced:N", "n:Q"],
        )
        .properties(width=_WIDTH, height=220)
    )
    totals = Counter({how: sum(n for (_, by), n in counted.items() if by == how) for _, how in counted})
    says = "; ".join(f"{words(totals[how], 'incident')} with {how}" for how in order if totals[how])
    subtitle = "incidents by the month they began; a thin month is thin in what was found"
    return finished(bars, "Coverage by month", subtitle, f"Incidents by the month they began: {says}.", columns=2)


def _sourced(sides: Sequence[str]) -> str:
    """Say whose media are among the sources of an incident's claims."""
    return _SEVERAL if len(sides) > 1 else f"media of {sides[0]} only" if sides else _THIRD
