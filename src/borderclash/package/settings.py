"""What is particular to one border: it lies under `borderclash` in the descriptor, never in the code."""

__all__ = ["Bounds", "LoadedWord", "Settings", "read_settings"]

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from borderclash.errors import suggest
from borderclash.package.faults import Fault
from borderclash.vocab import Severity


class Bounds(NamedTuple):
    """The box, in degrees, that every place must lie in."""

    west: float
    south: float
    east: float
    north: float


class LoadedWord(NamedTuple):
    """A word that takes a side, and what to write instead of it."""

    word: str
    instead: str


@dataclass(frozen=True)
class Settings:
    """The settings of a package; a rule that needs one which is not given does not run.

    Attributes:
        parties: the actor ids of the parties.
        name_languages: the languages every place must be named in, each with what may stand for it: `(("hy", "hy-Latn"), ("az",))`.
        bounds: west, south, east, north in degrees, or None.
        zone: the zone of clock times, an offset such as `+04:00` or an IANA name, or None.
        period_start: the first day the dataset covers, or None.
        word_lists: words by the name of their list, such as the loaded words of each side.
        loaded_words: English words that our own text must not use outside quotation marks, each with a neutral alternative.
        select, ignore: codes of rules to run, or to leave out; None where nothing is said.
        fail_on: the lightest severity that fails a run, or None.
        max_findings: how many findings are shown, or None.
    """

    parties: tuple[str, ...] = ()
    name_languages: tuple[tuple[str, ...], ...] = ()
    bounds: Bounds | None = None
    zone: str | None = None
    period_start: date | None = None
    word_lists: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    loaded_words: tuple[LoadedWord, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: Severity | None = None
    max_findings: int | None = None


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise ValueError("a list of words")
    return tuple(value)


def _languages(value: Any) -> tuple[tuple[str, ...], ...]:
    try:
        return tuple(_words(group) for group in value) if isinstance(value, list) else _refuse()
    except ValueError:
        raise ValueError('a list of lists of language tags, such as [["hy", "hy-Latn"], ["az"]]') from None


def _refuse() -> tuple[Any, ...]:
    raise ValueError


def _bounds(value: Any) -> Bounds:
    if isinstance(value, dict) and sorted(value) == sorted(Bounds._fields):
        value = [value[name] for name in Bounds._fields]
    numbers = isinstance(value, list) and len(value) == 4 and all(type(number) in (int, float) for number in value)
    if numbers and -180 <= value[0] < value[2] <= 180 and -90 <= value[1] < value[3] <= 90:
        return Bounds(*map(float, value))
    raise ValueError("[west, south, east, north] in degrees, west below east and south below north")


def _zone(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch("[+-](?:0[0-9]|1[0-4]):[0-5][0-9]", value):
        return value
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise ValueError("an offset such as +04:00, or a zone such as Asia/Yerevan") from None


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("a day such as 2020-11-10") from None


def _word_lists(value: Any) -> Mapping[str, tuple[str, ...]]:
    try:
        return MappingProxyType({name: _words(words) for name, words in value.items()})
    except (AttributeError, ValueError):
        raise ValueError("an object of lists of words") from None


def _loaded_words(value: Any) -> tuple[LoadedWord, ...]:
    try:
        if isinstance(value, list) and all(isinstance(entry, dict) and sorted(entry) == sorted(LoadedWord._fields) for entry in value):
            return tuple(LoadedWord(*_words([entry[name] for name in LoadedWord._fields])) for entry in value)
        return _refuse()
    except ValueError:
        raise ValueError('a list of objects such as {"word": "provocation", "instead": "incident"}') from None


def _severity(value: Any) -> Severity:
    for severity in Severity:
        if severity == value:
            return severity
    raise ValueError("one of " + ", ".join(Severity))


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("a whole number, 0 or more")
    return value


_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "parties": _words,
    "name_languages": _languages,
    "bounds": _bounds,
    "zone": _zone,
    "period_start": _day,
    "word_lists": _word_lists,
    "loaded_words": _loaded_words,
    "select": _words,
    "ignore": _words,
    "fail_on": _severity,
    "max_findings": _count,
}


def read_settings(given: Any, file: str) -> tuple[Settings, list[Fault]]:
    """Return the settings found in `given`, and a fault of the descriptor `file` for each that is not what it must be."""
    if not isinstance(given, dict):
        return Settings(), [Fault("unreadable-descriptor", None, "`borderclash` must be an object of settings", file)]
    known = [setting.name for setting in fields(Settings)]
    found: dict[str, Any] = {}
    faults = []
    for name, value in given.items():
        if name not in known:
            message = f"no setting is called {name!r}"
            faults.append(Fault("unreadable-descriptor", None, message, file, value=name, suggestion=suggest(name, known)))
            continue
        try:
            found[name] = _READERS[name](value)
        except ValueError as error:
            faults.append(Fault("unreadable-descriptor", None, f"the setting {name!r} must be {error}", file, value=str(value)[:80]))
    return Settings(**found), faults
