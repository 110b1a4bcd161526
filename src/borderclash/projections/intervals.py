"""Numeric bounds as a regular expression, for schemas that see a number as text.

The expression restrains size only; what a number may look like (digits, decimals) is the kind's own pattern, which stands beside it.
"""

from decimal import Decimal

__all__ = ["interval"]


def interval(minimum: Decimal | None, maximum: Decimal | None) -> str | None:
    """Return an unanchored pattern for plain decimals from `minimum` to `maximum`, or None if neither is given.

    A number is plain if it has no leading zeros, no exponent and no plus sign. Negative zero counts as zero.

    Raises:
        ValueError: if a bound is no whole number, or zero does not lie between the bounds; no kind has such bounds.
    """
    if minimum is None and maximum is None:
        return None
    if any(bound is not None and bound != int(bound) for bound in (minimum, maximum)) or (minimum or 0) > 0 or (maximum or 0) < 0:
        raise ValueError(f"only whole bounds around zero can be written as a pattern, not {minimum} to {maximum}")
    below = _size(None if minimum is None else -int(minimum))
    above = _size(None if maximum is None else int(maximum))
    return f"-?{above}" if below == above else f"(?:-{below}|{above})"


def _size(most: int | None) -> str:
    """Return a pattern for unsigned plain decimals up to `most`, or of any size."""
    if most is None:
        return r"[0-9]+(?:\.[0-9]+)?"
    at_most = rf"{most}(?:\.0+)?"
    return rf"(?:{at_most}|(?:{'|'.join(_whole_below(str(most)))})(?:\.[0-9]+)?)" if most else at_most


def _whole_below(digits: str) -> list[str]:
    """Return patterns that together hold every whole number from 0 up to, not including, the one written as `digits`."""
    count = len(digits)
    shorter = ["0"] if count > 1 else []
    shorter += [_then("[1-9]", length) for length in range(count - 1)]
    same = []
    for place, digit in enumerate(digits):
        lowest = 1 if place == 0 and count > 1 else 0
        if int(digit) > lowest:
            same.append(_then(f"{digits[:place]}[{lowest}-{int(digit) - 1}]", count - 1 - place))
    return shorter + same


def _then(start: str, more: int) -> str:
    """Return `start` followed by that many more digits."""
    return start + ("[0-9]" if more == 1 else f"[0-9]{{{more}}}" if more else "")
