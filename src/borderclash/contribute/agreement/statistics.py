"""The figures: percent agreement, Cohen's kappa (scikit-learn) and Krippendorff's alpha for names (krippendorff), with a bootstrap."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from borderclash.errors import MissingExtraError

__all__ = ["Score", "score"]

_DRAWS: Final = 500
_SEED: Final = 20201110


@dataclass(frozen=True)
class Score:
    """How far two coders agree on one field.

    Attributes:
        n: how many pairs were compared.
        agreed: on how many of them they wrote the same.
        kappa: Cohen's kappa; None where both wrote one and the same word throughout, and chance cannot be told from agreement.
        alpha: Krippendorff's alpha for nominal data; None as above.
        low, high: the middle 95 of 100 alphas of as many pairs drawn again with replacement; None where alpha is.
    """

    n: int
    agreed: int
    kappa: float | None
    alpha: float | None
    low: float | None
    high: float | None

    @property
    def percent(self) -> float | None:
        """The share on which they wrote the same, in percent."""
        return 100 * self.agreed / self.n if self.n else None


def score(pairs: Sequence[tuple[str, str]]) -> Score:
    """Return how far pairs of words agree.

    Raises:
        MissingExtraError: if scikit-learn or krippendorff is not installed.
    """
    agreed = sum(one == other for one, other in pairs)
    words = sorted({word for pair in pairs for word in pair})
    if len(words) < 2:
        return Score(len(pairs), agreed, None, None, None, None)
    try:
        import krippendorff  # noqa: PLC0415 - only who compares needs them
        import numpy as np  # noqa: PLC0415
        from sklearn.metrics import cohen_kappa_score  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(error.name or "scikit-learn", "agreement") from error
    number = {word: place for place, word in enumerate(words)}
    table = np.array([[number[one] for one, _ in pairs], [number[other] for _, other in pairs]], dtype=float)

    def alpha(of: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> float | None:
        if len(np.unique(of)) < 2:
            return None
        return float(krippendorff.alpha(reliability_data=of, level_of_measurement="nominal"))

    generator = np.random.default_rng(_SEED)
    drawn = [alpha(table[:, generator.integers(0, len(pairs), len(pairs))]) for _ in range(_DRAWS)]
    known = [each for each in drawn if each is not None]
    low, high = np.percentile(known, [2.5, 97.5]) if known else (None, None)
    kappa = float(cohen_kappa_score(table[0], table[1]))
    return Score(len(pairs), agreed, kappa, alpha(table), None if low is None else float(low), None if high is None else float(high))
