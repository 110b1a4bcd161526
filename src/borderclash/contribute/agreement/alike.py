"""What two packages call the same thing: a place, an actor, a document. Two coders coin ids without seeing each other's."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from borderclash.dataset import Dataset

__all__ = ["Alike", "address"]

Names = Callable[[str], set[str]]
"""From an id to what the thing is called, folded so that spelling matters less."""

_HOST: Final = re.compile(r"^(?:www|m|amp)\.")


class Alike:
    """One name for each place, actor and document of two packages, whichever of them it is asked about.

    An id that both have is the same thing in both. An id that only one has is the other's only thing with one of its names: for a
    place of the same country, for an actor of the same side. A document is its address, so ids of sources are never compared.
    """

    def __init__(self, a: Dataset, b: Dataset) -> None:
        """Compare what the two packages hold; which is first makes no difference."""
        self._place = _same(a.places, b.places, (_place_names(a), _place_names(b)), "country")
        self._actor = _same(a.actors, b.actors, (_actor_names(a), _actor_names(b)), "side")

    def place(self, place_id: str | None) -> str | None:
        """Return the one name of a place."""
        return None if place_id is None else self._place.get(place_id, place_id)

    def actor(self, actor_id: str | None) -> str | None:
        """Return the one name of an actor."""
        return None if actor_id is None else self._actor.get(actor_id, actor_id)

    def party(self, of: Dataset, actor_id: str | None) -> str | None:
        """Return the one name of the side an actor is on, or of the actor if it is on none."""
        return None if actor_id is None else self.actor(of.actors[actor_id].side or actor_id)

    def around(self, of: Dataset, place_id: str | None) -> tuple[str, ...]:
        """Return the one names of a place and of all that it lies within, from the smallest up."""
        chain: list[str] = []
        while place_id is not None and (name := self._place.get(place_id, place_id)) not in chain:
            chain.append(name)
            place_id = of.places[place_id].within
        return tuple(chain)


def address(url: str) -> str:
    """Return what tells documents apart in an address: no scheme, no `www.`, `m.` or `amp.`, no slash at the end, letters as they read."""
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    return _HOST.sub("", parts.netloc.lower()) + path + (f"?{unquote(parts.query)}" if parts.query else "")


def _place_names(of: Dataset) -> Names:
    return lambda place_id: _folded([of.places[place_id].name, *(name.name for name in of.names_of(place_id))])


def _actor_names(of: Dataset) -> Names:
    return lambda actor_id: _folded([of.actors[actor_id].name])


def _folded(names: Iterable[str]) -> set[str]:
    return {"".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalnum()) for name in names}


def _same(a: Mapping[str, Any], b: Mapping[str, Any], names: tuple[Names, Names], guard: str) -> dict[str, str]:
    """Return, for every id that has a twin in the other package, the one name of both: the id both have, else the first in the alphabet."""
    twins = _twins(a, b, names, guard) | _twins(b, a, (names[1], names[0]), guard)
    return {
        key: other if other in a and other in b else min(key, other)
        for key, other in twins.items()
        if (other in a and other in b) or twins.get(other) == key
    }


def _twins(ours: Mapping[str, Any], theirs: Mapping[str, Any], names: tuple[Names, Names], guard: str) -> dict[str, str]:
    """Return, for every id that only we have, theirs that has a name of it, if there is one and no second."""
    strangers = sorted(ours.keys() - theirs.keys())
    there = {key: names[1](key) for key in theirs} if strangers else {}
    twins = {}
    for key in strangers:
        mine = names[0](key)
        may_be = (other for other, its in there.items() if mine & its and _agree(getattr(ours[key], guard), getattr(theirs[other], guard)))
        found = list(may_be)
        if len(found) == 1:
            twins[key] = found[0]
    return twins


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
