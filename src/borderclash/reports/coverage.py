"""How well the time is covered, month by month: what is there, what became of it, and whose media were read."""

from collections import Counter, defaultdict
from typing import Final

from borderclash.dataset import Dataset
from borderclash.models import Claim
from borderclash.projections.codebook import markdown_table
from borderclash.vocab import ReplyStatus

__all__ = ["THIN", "coverage_tables"]

THIN: Final = 8
"""A month with fewer incidents than this is named as thin."""

_SIDE_WORDS: Final = "media of two sides"


def coverage_tables(dataset: Dataset) -> str:
    """Return, in Markdown, incidents and accusations by month, the months that are thin, and the languages and publishers that were read.

    An incident counts in the month it began in, its accusations with it. One with media of two sides has, among the sources of its
    claims, publishers that are on at least two of the sides that actors are on.
    """
    months: dict[str, list[str]] = defaultdict(list)
    for incident in dataset.incidents.values():
        months[f"{incident.date_start:%Y-%m}"].append(incident.incident_id)
    used = [status for status in ReplyStatus if any(dataset.outcomes[claim.claim_id].status is status for claim in _accusations(dataset))]
    header = ("month", "incidents", _SIDE_WORDS, "accusations", "answered", *(status.value for status in used))
    rows = [(month, *_row(dataset, ids, used)) for month, ids in sorted(months.items())]
    total = ("**all**", *_row(dataset, list(dataset.incidents), used))
    thin = [f"{month} ({len(ids)})" for month, ids in sorted(months.items()) if len(ids) < THIN]
    told = f"Thin months, with fewer than {THIN} incidents: {', '.join(thin)}." if thin else f"No month has fewer than {THIN} incidents."
    return "\n\n".join((markdown_table(header, [*rows, total]), told, _languages(dataset))) + "\n"


def _accusations(dataset: Dataset) -> list[Claim]:
    return [claim for claim in dataset.claims.values() if claim.accused]


def _row(dataset: Dataset, incidents: list[str], used: list[ReplyStatus]) -> tuple[str, ...]:
    claims = [claim for incident in incidents for claim in dataset.claims_of(incident)]
    met = Counter(dataset.outcomes[claim.claim_id].status for claim in claims if claim.accused)
    accusations = sum(met.values())
    answered = sum(dataset.outcomes[claim.claim_id].replies > 0 for claim in claims if claim.accused)
    several = sum(_sides(dataset, incident) > 1 for incident in incidents)
    shares = (_share(several, len(incidents)), str(accusations), _share(answered, accusations))
    return (str(len(incidents)), *shares, *(str(met[status]) for status in used))


def _sides(dataset: Dataset, incident: str) -> int:
    return len({side for claim in dataset.claims_of(incident) for side in dataset.outcomes[claim.claim_id].sides_sourced})


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.0f} %)" if whole else "0"


def _languages(dataset: Dataset) -> str:
    """Return the sources by language and by the side of their publisher."""
    counted = Counter((source.language, dataset.actors[source.publisher].side) for source in dataset.sources.values())
    sides = [*sorted({side for _, side in counted if side}), None]
    languages = sorted({language for language, _ in counted}, key=lambda word: (-sum(counted[word, side] for side in sides), word))
    rows = [
        (f"`{word}`", str(sum(counted[word, side] for side in sides)), *(str(counted[word, side]) for side in sides)) for word in languages
    ]
    names = [dataset.actors[side].name if side else "no side" for side in sides]
    return "Sources by language, and by the side of their publisher:\n\n" + markdown_table(("language", "sources", *names), rows)
