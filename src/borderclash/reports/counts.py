"""What the data are made of, in Markdown: the numbers that the documentation states, so that no person writes one by hand."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from borderclash.columns import TABLES
from borderclash.dataset import Dataset
from borderclash.models import Claim
from borderclash.projections.codebook import markdown_table
from borderclash.vocab import ReplyStatus

__all__ = ["COUNTS"]

_NOBODY: Final = "no party"


def size(dataset: Dataset) -> str:
    """Return in one sentence how much there is, and of when."""
    accusations = _accusations(dataset)
    days = sorted(incident.date_start for incident in dataset.incidents.values())
    span = f", begun from {days[0]} to {days[-1]}" if days else ""
    return (
        f"{len(dataset.incidents):,} incidents{span}; {len(dataset.claims):,} claims, {len(accusations):,} of them accusations; "
        f"{len(dataset.replies):,} replies; {len(dataset.searches):,} searches that found none; {len(dataset.sources):,} sources.\n"
    )


def tables(dataset: Dataset) -> str:
    """Return the rows of every table, and what one row is."""
    rows = [(f"`{name}`", f"{len(getattr(dataset, name)):,}", of.description) for name, of in TABLES.items()]
    return markdown_table(("table", "rows", "one row is"), rows) + "\n"


def statuses(dataset: Dataset) -> str:
    """Return what became of the accusations, by whom they accuse."""
    met: dict[str, Counter[ReplyStatus]] = {}
    for claim in _accusations(dataset):
        met.setdefault(_side(dataset, claim.accused or ""), Counter())[dataset.outcomes[claim.claim_id].status] += 1
    words = [status for status in ReplyStatus if any(row[status] for row in met.values())]
    ordered = sorted(met.items(), key=lambda item: (-item[1].total(), item[0]))
    rows = [(side, str(row.total()), *(str(row[status]) for status in words)) for side, row in ordered]
    return markdown_table(("accused side", "accusations", *(status.value for status in words)), rows) + "\n"


def lags(dataset: Dataset) -> str:
    """Return how closely the time from an accusation to its first answer is known."""
    accusations = _accusations(dataset)
    found = [dataset.outcomes[claim.claim_id] for claim in accusations]
    days = [outcome.reply_lag_days for outcome in found if outcome.reply_lag_days is not None]
    undated = sum(claim.said_on is None for claim in accusations)
    gaps = [(search.searched_on - said).days for search in dataset.searches if (said := dataset.outcomes[search.claim_id].said)]
    return _shares(
        (
            ("accusations with an answer, and a day for both", len(days), len(accusations)),
            ("of these, answered on the day of the accusation", sum(lag == 0 for lag in days), len(days)),
            ("of these, answered before it, as by a blanket denial", sum(lag < 0 for lag in days), len(days)),
            ("accusations whose lag is known in hours", sum(outcome.reply_lag_hours is not None for outcome in found), len(accusations)),
            ("accusations with a clock time of their own", sum(claim.said_at is not None for claim in accusations), len(accusations)),
            ("accusations with no day of their own, but at best that of their earliest page", undated, len(accusations)),
            ("searches made within a month of the accusation", sum(gap <= 31 for gap in gaps), len(gaps)),
        )
    )


def evidence(dataset: Dataset) -> str:
    """Return by how much the claims are carried."""
    outcomes = [dataset.outcomes[claim] for claim in dataset.claims]
    spoken = ((dataset.actors[claim.speaker].side, dataset.outcomes[claim.claim_id].sides_sourced) for claim in dataset.claims.values())
    elsewhere = sum(bool(media) and side is not None and side not in media for side, media in spoken)
    issued = {citation.claim_id for citation in dataset.citations if citation.relation == "issued"}
    hearsay = {citation.claim_id for citation in dataset.citations} - {
        citation.claim_id for citation in dataset.citations if citation.relation != "quoted-by-opponent"
    }
    archived = sum(source.archive_url is not None for source in dataset.sources.values())
    total = len(outcomes)
    return _shares(
        (
            ("claims read in the speaker's own document", len(issued), total),
            ("claims carried by one body only, however many pages copy it", sum(item.independent_sources == 1 for item in outcomes), total),
            ("claims carried by media of a party, none of them of the speaker's side", elsewhere, total),
            ("claims known only from what the other side says of them", len(hearsay), total),
            ("sources with an archived copy", archived, len(dataset.sources)),
        )
    )


def languages(dataset: Dataset) -> str:
    """Return in which languages the sources were read."""
    counted = Counter(source.language for source in dataset.sources.values())
    return _counter(("language", "sources", "share"), {f"`{language}`": n for language, n in counted.items()})


def publishers(dataset: Dataset) -> str:
    """Return from whose side of the line the sources were published."""
    return _counter(("side of the publisher", "sources", "share"), Counter(_side(dataset, s.publisher) for s in dataset.sources.values()))


def precision(dataset: Dataset) -> str:
    """Return how closely the incidents are dated and placed."""
    dates = Counter(f"day known as `{incident.date_precision.value}`" for incident in dataset.incidents.values())
    places = Counter(f"place known as `{incident.place_precision.value}`" for incident in dataset.incidents.values())
    return _counter(("incidents", "number", "share"), dates) + _counter((), places)


COUNTS: Final[Mapping[str, Callable[[Dataset], str]]] = {
    "size": size,
    "tables": tables,
    "statuses": statuses,
    "lags": lags,
    "evidence": evidence,
    "languages": languages,
    "publishers": publishers,
    "precision": precision,
}
"""Every block of numbers by the name it has between the marks of a page."""


def _accusations(dataset: Dataset) -> list[Claim]:
    return [claim for claim in dataset.claims.values() if claim.accused]


def _side(dataset: Dataset, actor: str) -> str:
    side = dataset.actors[actor].side
    return dataset.actors[side].name if side else _NOBODY


def _shares(rows: Iterable[tuple[str, int, int]]) -> str:
    told = [(what, f"{n:,} of {total:,}", _percent(n, total)) for what, n, total in rows]
    return markdown_table(("what", "number", "share"), told) + "\n"


def _counter(header: tuple[str, ...], counted: Mapping[str, int]) -> str:
    """Return the counts as a table, the commonest first; without a header, rows to go below another's."""
    total = sum(counted.values())
    rows = [(what, f"{n:,}", _percent(n, total)) for what, n in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]
    if header:
        return markdown_table(header, rows) + "\n"
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _percent(n: int, total: int) -> str:
    share = n / total if total else 0.0
    return "under 1%" if 0 < share < 0.005 else f"{share:.0%}" if total else "-"
