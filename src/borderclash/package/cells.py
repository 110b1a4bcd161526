"""Values of any frame as the cells a curator would have typed, so that one law judges files and frames."""

__all__ = ["cell"]

from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from numbers import Integral, Real
from typing import Any

from borderclash.kinds import Storage


def cell(value: Any, storage: Storage) -> str | None:
    """Return the canonical text of `value` in a column of that storage, or None for what stands for nothing.

    Days are ISO, a midnight in a column of days is its day, clock times and minutes lose seconds that are zero, whole numbers have
    no `.0`. What cannot be such a cell is written out as it is, for the rules to refuse.
    """
    if value is None:
        return None
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Real | Decimal):
        return _number(value)
    return _moment(value, storage) if isinstance(value, date | time) else str(value)


def _number(value: Any) -> str | None:
    number = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if number.is_nan():
        return None
    if not number.is_finite():
        return str(number)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _moment(value: date | time, storage: Storage) -> str:
    if isinstance(value, datetime) and storage == "date" and value.time() == time() and value.tzinfo is None:
        return value.date().isoformat()
    text = value.isoformat()
    bare = value.tzinfo is None if isinstance(value, datetime | time) else False
    exact = isinstance(value, datetime | time) and not (value.second or value.microsecond or getattr(value, "nanosecond", 0))
    return text[: -len(":00")] if bare and exact else text
