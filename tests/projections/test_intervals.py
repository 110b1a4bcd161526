import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderclash.projections.intervals import interval

PLAIN = st.builds(
    lambda sign, whole, part: f"{sign}{whole}{part}",
    st.sampled_from(["", "-"]),
    st.integers(0, 2500),
    st.sampled_from(["", ".0", ".000000", ".5", ".000001", ".99"]),
)


@given(st.integers(-1200, 0) | st.none(), st.integers(0, 1200) | st.none(), PLAIN)
def test_the_pattern_says_what_the_bounds_say(low, high, cell):
    minimum, maximum = (None if bound is None else Decimal(bound) for bound in (low, high))
    pattern = interval(minimum, maximum)
    if pattern is None:
        assert (low, high) == (None, None)
        return
    inside = (low is None or low <= Decimal(cell)) and (high is None or Decimal(cell) <= high)
    assert bool(re.fullmatch(pattern, cell)) is inside


@pytest.mark.parametrize("most", [1, 9, 10, 19, 90, 99, 100, 101, 180, 909, 1000])
def test_every_whole_number_near_a_bound(most):
    pattern = interval(Decimal(-most), Decimal(most))
    for number in range(-most - 2, most + 3):
        assert bool(re.fullmatch(pattern, str(number))) is (abs(number) <= most)


@pytest.mark.parametrize(("low", "high"), [("0.5", None), (None, "0.5"), ("1", "2"), ("-2", "-1")])
def test_bounds_no_kind_has_are_refused(low, high):
    with pytest.raises(ValueError, match="only whole bounds around zero"):
        interval(low and Decimal(low), high and Decimal(high))
