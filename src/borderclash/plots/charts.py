"""The plots but the map: how accusations come, how they are answered, how soon, with which tolls, and how well all of it is covered."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from borderclash.dataset import Dataset
from borderclash.models import Claim
from borderclash.plots.style import COLOURS, STATUSES, altair, colour, finished, words
from borderclash.vocab import Measure

__all__ = ["accusations", "coverage", "lag", "replies", "timeline", "tolls"]

_LOSSES: Final = (Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED, Measure.MISSING, Measure.KILLED_OR_MISSING, Measure.CASUALTIES)
_NOBODY: Final = "no side"
_SEVERAL: Final = "media of two sides or more"
_THIRD: Final = "third parties only"
_ONE_SIDE: Final = ("#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")


def accusations(dataset: Dataset) -> Iterator[tuple[Claim, str, str]]:
    """Yield each accusation with the names of the side that makes it and of the side accused."""
    for claim in dataset.claims.values():
        if claim.accused:
            yield claim, side_name(dataset, claim.speaker), side_name(dataset, claim.accused)


def side_name(dataset: Dataset, actor: str) -> str:
    """Return the name of the side that an actor is on."""
    side = dataset.actors[actor].side
    return dataset.actors[side].name if side else _NOBODY


def timeline(dataset: Dataset) -> Any:
    """Return accusations by month, by who makes them and what became of them."""
    alt = altair()
    counted = Counter(
        (f"{said:%Y-%m}-01", accuser, dataset.outcomes[claim.claim_id].status.value)
        for claim, accuser, _ in accusations(dataset)
        if (said := dataset.outcomes[claim.claim_id].said)
    )
    rows = [{"month": month, "accuser": accuser, "status": status, "n": n} for (month, accuser, status), n in sorted(counted.items())]
    for row in rows:
        row["order"] = STATUSES.index(str(row["status"]))
    totals = Counter({accuser: sum(n for (_, by, _), n in counted.items() if by == accuser) for _, accuser, _ in counted})
    sides = [side for side, _ in totals.most_common()]
    header = {"labelAngle": 0, "labelAlign": "left", "labelAnchor": "start", "labelOrient": "top", "labelPadding": 3}
    bars = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(size=13)
        .encode(
            x=alt.X("month:T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=-45, tickCount="month")),
            y=alt.Y("n:Q", title="accusations", axis=alt.Axis(tickMinStep=1)),
            color=colour({str(row["status"]) for row in rows}),
            order=alt.Order("order:Q"),
            row=alt.Row("accuser:N", title=None, sort=sides, header=alt.Header(**header)),
            tooltip=["month:T", "accuser:N", "status:N", "n:Q"],
        )
        .properties(width=640, height=110)
    )
    says = "; ".join(f"{side} makes {words(totals[side], 'accusation')}" for side in sides)
    return finished(bars, "Accusations by month, and what became of them", "one row a side that accuses", f"Accusations by month: {says}.")


def replies(dataset: Dataset) -> Any:
    """Return who accuses whom, against how that is answered."""
    alt = altair()
    counted = Counter(
        (f"{accuser} accuses {accused}", dataset.outcomes[claim.claim_id].status.value) for claim, accuser, accused in accusations(dataset)
    )
    totals = Counter({who: sum(n for (pair, _), n in counted.items() if pair == who) for who, _ in counted})
    who = [f"{pair} ({n})" for pair, n in totals.most_common()]
    rows = [
        {"who": f"{pair} ({totals[pair]})", "status": status, "n": n, "share": n / totals[pair]}
        for (pair, status), n in sorted(counted.items())
    ]
    there = [status for status in STATUSES if any(row["status"] == status for row in rows)]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("status:N", sort=there, title=None, axis=alt.Axis(orient="top", labelAngle=-30)),
        y=alt.Y("who:N", sort=who, title=None, axis=alt.Axis(labelLimit=420)),
    )
    cells = base.mark_rect().encode(
        color=alt.Color("share:Q", scale=alt.Scale(scheme="blues", domain=[0, 1]), legend=alt.Legend(title="share of the row", format="%"))
    )
    numbers = base.mark_text(fontSize=13).encode(
        text="n:Q", color=alt.condition("datum.share > 0.55", alt.value("white"), alt.value("black"))
    )
    chart = (cells + numbers).properties(width=max(90 * len(there), 200), height=max(28 * len(who), 60))
    says = "; ".join(f"{row['who']}: {row['n']} {row['status']}" for row in rows)
    return finished(chart, "Who accuses whom, and how it is answered", "accusations; the colour is the share of the row", f"{says}.")


def lag(dataset: Dataset) -> Any:
    """Return how many days pass until the accused side answers, by side."""
    alt = altair()
    counted: Counter[tuple[str, str]] = Counter()
    for claim, _, accused in accusations(dataset):
        days = dataset.outcomes[claim.claim_id].reply_lag_days
        counted[accused, _span(days)] += 1
    order = ["before", "same day", "next day", "2 to 7 days", "later", "none found"]
    totals = Counter({side: sum(n for (by, _), n in counted.items() if by == side) for side, _ in counted})
    rows = [
        {"side": f"{side} ({totals[side]})", "lag": span, "n": n, "order": order.index(span)} for (side, span), n in sorted(counted.items())
    ]
    palette = ["#009E73", "#0072B2", "#56B4E9", "#E69F00", "#D55E00", "#BBBBBB"]
    there = [span for span in order if any(row["lag"] == span for row in rows)]
    bars = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar()
        .encode(
            x=alt.X("n:Q", stack="normalize", title="share of the accusations against the side", axis=alt.Axis(format="%")),
            y=alt.Y("side:N", title=None, sort=[f"{side} ({n})" for side, n in totals.most_common()], axis=alt.Axis(labelLimit=420)),
            color=alt.Color(
                "lag:N",
                sort=there,
                scale=alt.Scale(domain=there, range=[palette[order.index(span)] for span in there]),
                legend=alt.Legend(title="first answer"),
            ),
            order=alt.Order("order:Q"),
            tooltip=["side:N", "lag:N", "n:Q"],
        )
        .properties(width=560, height=max(34 * len(totals), 60))
    )
    says = "; ".join(f"{row['side']}: {row['n']} {row['lag']}" for row in rows)
    subtitle = "days from an accusation to the first answer of the accused side; pages give days, seldom hours"
    return finished(bars, "How soon the accused side answers", subtitle, f"{says}.")


def _span(days: int | None) -> str:
    if days is None:
        return "none found"
    named = {0: "same day", 1: "next day"}
    return "before" if days < 0 else named.get(days, "2 to 7 days" if days <= 7 else "later")


def tolls(dataset: Dataset, incident: str | None = None) -> Any:
    """Return what each speaker says of the dead, wounded, captured and missing of one incident, over time.

    Args:
        dataset: the dataset.
        incident: an incident's id; the one with most such figures if None.

    Raises:
        UnknownNameError: if there is no such incident.
    """
    alt = altair()
    stated = [figure for figure in dataset.figures if figure.measure in _LOSSES and figure.low is not None]
    if incident is None:
        most = Counter(dataset.claims[figure.claim_id].incident_id for figure in stated).most_common(1)
        incident = most[0][0] if most else next(iter(dataset.incidents), "")
    title = dataset.dossier(incident).incident.title
    rows = [
        {
            "speaker": dataset.actors[claim.speaker].name,
            "said": said.isoformat(),
            "what": f"{figure.measure.value}, of {dataset.actors[figure.party].name}",
            "low": float(figure.low or 0),
            "high": float(figure.high or figure.low or 0),
            "qualifier": figure.qualifier.value,
        }
        for figure in stated
        if (claim := dataset.claims[figure.claim_id]).incident_id == incident and (said := dataset.outcomes[claim.claim_id].said)
    ]
    speakers = sorted({str(row["speaker"]) for row in rows})
    shade = alt.Color(
        "speaker:N",
        scale=alt.Scale(domain=speakers, range=[shade for shade in COLOURS.values() if shade not in {"#F0E442", "#BBBBBB"}]),
        legend=alt.Legend(title="who says so", labelLimit=420),
    )
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("said:T", title="said on", axis=alt.Axis(format="%-d %b %Y", labelAngle=-30, labelOverlap=True)), color=shade
    )
    ranges = base.mark_rule().encode(y=alt.Y("low:Q", title="persons", axis=alt.Axis(tickMinStep=1, format="d")), y2="high:Q")
    points = base.mark_point(filled=True, size=90).encode(
        y="low:Q",
        shape=alt.Shape("qualifier:N", legend=alt.Legend(title="as stated")),
        tooltip=["speaker:N", "said:T", "what:N", "low:Q", "high:Q", "qualifier:N"],
    )
    chart = (
        alt.layer(ranges, points)
        .properties(width=250, height=150)
        .facet(facet=alt.Facet("what:N", title=None), columns=2)
        .resolve_scale(y="independent")
    )
    says = "; ".join(f"{row['speaker']} on {row['said']}: {row['low']:g} {row['what']}" for row in rows) or "no figure is stated"
    return finished(chart, f"Tolls stated: {title}", "each speaker's figures as they were said; none of them is added up", f"{says}.")


def coverage(dataset: Dataset) -> Any:
    """Return how many incidents there are by month, and whose media are among their sources."""
    alt = altair()
    counted = Counter(
        (f"{incident.date_start:%Y-%m}-01", _sourced(dataset, incident.incident_id)) for incident in dataset.incidents.values()
    )
    one_side = sorted({how for _, how in counted} - {_SEVERAL, _THIRD})
    order = [_SEVERAL, *one_side, _THIRD]
    rows = [{"month": month, "sourced": how, "n": n, "order": order.index(how)} for (month, how), n in sorted(counted.items())]
    bars = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(size=13)
        .encode(
            x=alt.X("month:T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=-45, tickCount="month")),
            y=alt.Y("n:Q", title="incidents", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "sourced:N",
                sort=order,
                scale=alt.Scale(domain=order, range=["#0072B2", *(_ONE_SIDE * len(one_side))[: len(one_side)], "#BBBBBB"]),
                legend=alt.Legend(title="media among the sources", labelLimit=320),
            ),
            order=alt.Order("order:Q"),
            tooltip=["month:T", "sourced:N", "n:Q"],
        )
        .properties(width=640, height=220)
    )
    totals = Counter({how: sum(n for (_, by), n in counted.items() if by == how) for _, how in counted})
    says = "; ".join(f"{words(totals[how], 'incident')} with {how}" for how in order if totals[how])
    return finished(bars, "Coverage by month", "incidents by the month they began; a thin month is thin in what was found", f"{says}.")


def _sourced(dataset: Dataset, incident_id: str) -> str:
    """Say whose media are among the sources of an incident's claims."""
    sides = sorted({side for claim in dataset.claims_of(incident_id) for side in dataset.outcomes[claim.claim_id].sides_sourced})
    return _SEVERAL if len(sides) > 1 else f"media of {dataset.actors[sides[0]].name} only" if sides else _THIRD
