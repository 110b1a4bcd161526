"""The figures, against worked examples that stand in print."""

import sys

import pytest

from borderclash.contribute.agreement import statistics
from borderclash.contribute.agreement.statistics import Judged, measure
from borderclash.errors import MissingExtraError


def judged(a, b):
    return [Judged(str(index), *pair) for index, pair in enumerate(zip(a, b, strict=True))]


def test_alpha_of_krippendorffs_nominal_example():
    """Computing Krippendorff's Alpha-Reliability (2011), section B: twelve articles, two observers, five words, no missing data."""
    found = measure(judged("aabbdcccedda", "babbbccceddd"))
    assert (found.units, found.agreed, found.words) == (12, 9, 5)
    assert round(found.alpha, 3) == 0.692


def test_alpha_of_krippendorffs_binary_example():
    """The same paper, section A: ten articles, two observers, yes or no."""
    found = measure(judged("0100000010", "1110010000"))
    assert round(found.alpha, 3) == 0.095
    assert found.percent == 60.0


def test_kappa_of_the_textbook_table():
    """Fifty proposals, two readers: 20 both yes, 5 and 10 yes by one only, 15 both no; 0.7 observed, 0.5 by chance."""
    found = measure(judged("y" * 20 + "y" * 5 + "n" * 10 + "n" * 15, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15))
    assert (found.percent, found.kappa) == (70.0, 0.4)


def test_skewed_margins_make_kappa_negative_where_nine_in_ten_agree():
    found = measure(judged("y" * 90 + "y" * 5 + "n" * 5, "y" * 90 + "n" * 5 + "y" * 5))
    assert (found.percent, found.commonest) == (90.0, 0.95)
    assert round(found.kappa, 3) == -0.053


def test_with_an_order_a_near_miss_counts_less_than_a_far_one():
    order = ("exact", "near", "far", "unknown")
    same = ["exact", "near", "far", "unknown"] * 3
    near, far = (measure(judged([*same, "exact"], [*same, other]), order) for other in ("near", "unknown"))
    assert near.alpha > far.alpha
    assert near.kappa == pytest.approx(far.kappa, abs=0.02)
    plain = [measure(judged([*same, "exact"], [*same, other])).alpha for other in ("near", "unknown")]
    assert plain[0] == plain[1]


@pytest.mark.parametrize(("a", "b"), [("", ""), ("yyyyyy", "yyyyyy")])
def test_without_units_or_with_one_word_nothing_is_defined_and_nothing_is_claimed(a, b):
    found = measure(judged(a, b))
    assert (found.kappa, found.alpha, found.alpha_low, found.alpha_high) == (None, None, None, None)
    assert found.percent == (100.0 if a else None)


def test_the_interval_holds_alpha_and_is_the_same_every_time():
    units = judged("aabbdcccedda" * 3, "babbbcccedda" * 3)
    found = measure(units)
    assert found.alpha_low < found.alpha < found.alpha_high
    assert measure(units) == found


def test_units_of_one_cluster_are_drawn_together_so_few_clusters_have_no_interval():
    few = [Judged(str(index % 4), *pair) for index, pair in enumerate(zip("aabbdccceddd", "babbbcccedda", strict=True))]
    assert measure(few).alpha is not None
    assert measure(few).alpha_low is None


def test_clustered_units_have_a_wider_interval_than_as_many_free_ones():
    a, b = "ab" * 40, ("ab" * 4 + "ba") * 8
    free = measure(judged(a, b))
    clustered = measure(
        [
            Judged(str(index // 10 if one == other else 100 + index // 20), one, other)
            for index, (one, other) in enumerate(zip(a, b, strict=True))
        ]
    )
    assert clustered.alpha == free.alpha
    assert clustered.alpha_high - clustered.alpha_low > free.alpha_high - free.alpha_low


def test_what_would_not_fit_in_memory_has_no_alpha_but_the_rest(monkeypatch):
    monkeypatch.setattr(statistics, "_ROOM", 100)
    found = measure(judged("aabbdcccedda", "babbbcccedda"))
    assert (found.alpha, found.alpha_low) == (None, None)
    assert found.kappa is not None


@pytest.mark.parametrize(("module", "library"), [("sklearn.metrics", "scikit-learn"), ("krippendorff", "krippendorff")])
def test_a_missing_library_is_named_with_the_extra(monkeypatch, module, library):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"needs {library}, .*borderclash\[agreement\]"):
        measure(judged("ab", "ba"))
