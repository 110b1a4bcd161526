"""Percent agreement, Cohen's kappa and Krippendorff's alpha of two coders; libraries do the arithmetic."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from borderclash.contribute.agreement.library import library

__all__ = ["Judged", "Statistics", "measure"]

_RESAMPLES: Final = 1000
_SEED: Final = 20201110
_ENOUGH: Final = 5
"""Fewer clusters than these say nothing of how the next ones would come out."""
_ROOM: Final = 5_000_000
"""Units by words by words that alpha may take in memory; a thousand times that is what resampling costs."""
_DIGITS: Final = 6
"""Rounding takes away what the order of sums leaves behind, so that A with B and B with A have the same figures."""


@dataclass(frozen=True)
class Judged:
    """One unit that both judged.

    Attributes:
        cluster: what it hangs together with, an incident; units of one cluster are drawn together.
        a, b: what each said.
    """

    cluster: str
    a: str
    b: str


@dataclass(frozen=True)
class Statistics:
    """How far two coders agree on one field.

    Attributes:
        units: how many units both judged.
        agreed: on how many they said the same.
        words: how many different words they used.
        commonest: the share of the commonest word in all that both said; near 1, kappa and alpha say little.
        kappa, alpha: None where they are not defined, because there is no unit or one word was used throughout.
        alpha_low, alpha_high: between them lie 95 of 100 resamplings of whole clusters; None if there are too few clusters.
    """

    units: int
    agreed: int
    words: int
    commonest: float | None
    kappa: float | None
    alpha: float | None
    alpha_low: float | None
    alpha_high: float | None

    @property
    def percent(self) -> float | None:
        """The share of units on which they agree, in percent."""
        return round(100 * self.agreed / self.units, 1) if self.units else None


def measure(judged: Sequence[Judged], order: Sequence[str] | None = None) -> Statistics:
    """Return how far two coders agree.

    Args:
        judged: the units.
        order: the words from one end to the other, if they have an order: alpha then counts a near miss as less than a far one.

    Raises:
        MissingExtraError: if a library of the extra `agreement` is not installed.
    """
    counted = Counter(word for unit in judged for word in (unit.a, unit.b))
    agreed = sum(unit.a == unit.b for unit in judged)
    commonest = round(max(counted.values()) / counted.total(), _DIGITS) if judged else None
    kappa = alpha = low = high = None
    if len(counted) > 1:
        kappa = _kappa(judged)
        words = [word for word in order if word in counted] if order else sorted(counted)
        alpha, low, high = _alpha(judged, words, "ordinal" if order else "nominal")
    return Statistics(len(judged), agreed, len(counted), commonest, kappa, alpha, low, high)


def _kappa(judged: Sequence[Judged]) -> float:
    value = library("sklearn.metrics").cohen_kappa_score([unit.a for unit in judged], [unit.b for unit in judged])
    return round(float(value), _DIGITS) + 0.0


def _alpha(judged: Sequence[Judged], words: Sequence[str], level: str) -> tuple[float | None, float | None, float | None]:
    """Return alpha, and the ends of its interval where one can be had."""
    alpha, numpy = library("krippendorff").alpha, library("numpy")
    if len(judged) * len(words) ** 2 > _ROOM:
        return None, None, None
    place = {word: index for index, word in enumerate(words)}
    counts = numpy.zeros((len(judged), len(words)), dtype=int)
    clusters: dict[str, list[int]] = {}
    for row, unit in enumerate(judged):
        counts[row, place[unit.a]] += 1
        counts[row, place[unit.b]] += 1
        clusters.setdefault(unit.cluster, []).append(row)
    value = round(float(alpha(value_counts=counts, level_of_measurement=level)), _DIGITS) + 0.0
    return value, *_interval(counts, [clusters[name] for name in sorted(clusters)], level)


def _interval(counts: Any, clusters: Sequence[Sequence[int]], level: str) -> tuple[float | None, float | None]:
    """Return between what lie 95 of 100 alphas of resampled clusters; resamples with one word only have none, and are left out."""
    alpha, numpy = library("krippendorff").alpha, library("numpy")
    if len(clusters) < _ENOUGH or counts.shape[0] * counts.shape[1] ** 2 > _ROOM // 20:
        return None, None
    dice, drawn = numpy.random.default_rng(_SEED), []
    rows = [numpy.asarray(cluster) for cluster in clusters]
    for draw in dice.integers(0, len(rows), (_RESAMPLES, len(rows))):
        sample = counts[numpy.concatenate([rows[index] for index in draw])]
        sample = sample[:, sample.any(axis=0)]
        if sample.shape[1] > 1:
            drawn.append(float(alpha(value_counts=sample, level_of_measurement=level)))
    if len(drawn) < 0.95 * _RESAMPLES:
        return None, None
    low, high = numpy.quantile(drawn, [0.025, 0.975])
    return round(float(low), _DIGITS) + 0.0, round(float(high), _DIGITS) + 0.0
