"""A blank dossier: every key there is, the words each may be, the ids that are known, and what the law of ids makes of the rest."""

import textwrap
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Final

from borderclash.columns import TABLES
from borderclash.dataset import Dataset, load
from borderclash.errors import UnknownNameError, UnreadableError, suggest
from borderclash.models import Actor, Place
from borderclash.package.editor import editor
from borderclash.package.locate import nearest
from borderclash.vocab import ActorKind, PlaceKind, PlacePrecision

__all__ = ["blank"]

_WIDTH: Final = 110
_MEDIA: Final = frozenset({ActorKind.NEWS_AGENCY, ActorKind.NEWS_OUTLET, ActorKind.NGO})
_TODAY_HINT: Final = "the day you looked"


def blank(
    day: date | None = None,
    place: str | None = None,
    accuser: str | None = None,
    accused: str | None = None,
    *,
    into: str | Path | None = None,
    on: date | None = None,
    output: Path | None = None,
    say: Callable[[str], object] | None = None,
) -> str:
    """Return a dossier to fill in, as YAML with comments.

    Args:
        day: the day of the incident.
        place: a place by its id or by any of its names; one that is not known yet gets a form of its own.
        accuser: who speaks, an actor by id.
        accused: whom they speak about, an actor by id.
        into: the package it is meant for; as for `merge`.
        on: the day to write down as that of reading and searching.
        output: the file it will be, from where editors look for its schema; one in this folder if None.
        say: told, in words, that a place is not known, and which may have been meant.

    Raises:
        UnknownNameError: if an actor is not known.
        UnreadableError: if somebody is to accuse themselves, or the day is yet to come.
        MissingPackageError, UnreadableError: as `load`.
    """
    dataset = load(nearest(into).descriptor)
    for actor in (accuser, accused):
        if actor and actor not in dataset.actors:
            hint = "if it is a new one, leave the option out and describe it under `actors:` in the dossier"
            raise UnknownNameError("actor", actor, dataset.actors, hint)
    if accuser and accuser == accused:
        raise UnreadableError(f"{accuser} would accuse itself; name in --accused whom it speaks about")
    if day and on and day > on:
        raise UnreadableError(f"{day} is yet to come; name in --date the day of the incident")
    there = _place(dataset, place)
    if place and not there and say:
        near = _near(dataset, place)
        say(f"no place is called {place!r}, so it gets a form of its own under `places:`" + (f"; did you mean {near}?" if near else ""))
    slug = there.place_id if there else _slug(place or "")
    said = on.isoformat() if on else ""
    parts = (
        _opening(dataset, day, place, there, slug),
        _claims(dataset, day, accuser, accused),
        _lists(dataset, accused, said),
        _places(dataset, place if place and not there else None, slug),
    )
    return editor(dataset.package, output) + "\n".join(parts)


def _opening(dataset: Dataset, day: date | None, place: str | None, there: Place | None, slug: str) -> str:
    when = day.isoformat() if day else ""
    identity = _free(dataset, f"{when}-{slug}") if when and slug else ""
    name = there.name if there else place or "PLACE"
    shown = f"{day.day} {day:%B %Y}" if day else "DAY"
    precision = _precision(there)
    return "\n".join(
        [
            "# One incident, in five steps: fill this in; borderclash validate FILE; mend what it says; borderclash merge FILE; commit.",
            "# Everything behind a # is a hint and may go. What you leave empty is empty. Write what the page says, in your own words.",
            "",
            "incident:",
            f"  id: {identity}".rstrip() + "  # its day (of a night, the day it ended), a dash, the place; given once",
            f"  title: Alleged ACT near {name}, {shown}  # what the claims are about; it blames nobody",
            f"  date_start: {when}".rstrip() + "  # as 2021-05-28",
            f"  date_end: {when}".rstrip() + "  # the same day for one day; empty if it still goes on",
            f"  date_precision: day{_words('incidents', 'date_precision')}",
            f"  place: {slug}".rstrip() + "  # the smallest place that both accounts fit in",
            f"  place_precision: {precision}{_words('incidents', 'place_precision')}",
            "  part_of:  # the battle it belongs to, if there is one in the data",
            "  note:",
            *_hint("places known", sorted(dataset.places)),
            "",
        ]
    )


def _claims(dataset: Dataset, day: date | None, accuser: str | None, accused: str | None) -> str:
    when = day.isoformat() if day else ""
    side = dataset.actors[accused].side if accused else None
    voices = [actor.actor_id for actor in dataset.actors.values() if side and actor.kind is ActorKind.MINISTRY and actor.side == side]
    reply = next((voice for voice in voices if voice.endswith("-mod")), voices[0] if voices else "")
    speaker = accuser or ""
    claims = [
        "claims:",
        "  # First the accusation: who says what about whom.",
        f"  - speaker: {speaker}".rstrip(),
        f"    accused: {accused or ''}".rstrip() + "  # whose forces; empty if nobody is charged with an act",
        "    act:" + _words("claims", "act", "    "),
        "    text:  # one sentence that begins with a verb: Says its positions near ... came under fire.",
        f"    said_on: {when}".rstrip(),
        "    said_at:  # as 12:30, if the page says so",
        "    alleged_from:  # as 2021-05-28T23:40, only where an hour is given",
        "    alleged_to:",
        "    note:",
        "    cites:  # every page you read it in",
        "      - {source: , relation: reported}  # relation: issued (their own document), reported, quoted-by-opponent;"
        " add quote: at most 12 words of theirs",
        "    figures:  # each number as stated; of people the unit may be left out",
        "      # - {measure: wounded, party: armenia, category: military, low: 1, qualifier: exact}",
        *_hint("measure", TABLES["figures"]["measure"].words, "      "),
        *_hint("category", TABLES["figures"]["category"].words, "      "),
        *_hint("qualifier", TABLES["figures"]["qualifier"].words, "      "),
        "    locations:  # places the claim names; role: target, origin or elsewhere",
        "      # - {place: , role: target}",
        "",
        "  # Then what the accused side answered. Found nothing? Take this claim out and write down below where you looked.",
        f"  - speaker: {reply}".rstrip(),
        "    text:  # Denies ... / Says its forces returned fire ...",
        f"    said_on: {when}".rstrip(),
        "    answers:",
        f"      - {{claim: {speaker}, aspect: whole, stance: denies, basis: named}}",
        *_hint("aspect", TABLES["replies"]["aspect"].words, "      "),
        *_hint("stance", TABLES["replies"]["stance"].words, "      "),
        *_hint("basis", TABLES["replies"]["basis"].words, "      "),
        "    cites:",
        "      - {source: , relation: reported}",
        *_hint("actors known", _ids(dataset.actors.values(), media=False)),
        "",
    ]
    return "\n".join(claims)


def _lists(dataset: Dataset, accused: str | None, said: str) -> str:
    side = dataset.actors[accused].side if accused else None
    outlets = [actor for actor in dataset.actors.values() if actor.kind in _MEDIA and (side is None or actor.side in (side, None))]
    return "\n".join(
        [
            "searches:  # a reply was looked for and not found: at least two outlets, one of the accused side, and two languages",
            f"  # - {{claim: , searched_on: {said or _TODAY_HINT}, looked_in: [{{outlet: , language: en}}, {{outlet: , language: }}]}}",
            *_hint("outlets of the accused side, and of no side" if side else "outlets known", _ids(outlets, media=True)),
            "",
            "sources:  # every page not in the data yet, with the address exactly as you opened it",
            "  - id:  # the publisher, a dash, the number in the address or the day: trend-3430808",
            "    publisher:",
            "    agency:  # whose text it is, if it reprints one",
            "    title:",
            "    url:",
            "    archive_url:",
            "    published:",
            f"    accessed: {said}".rstrip(),
            "    language:",
            f"    kind:{_words('sources', 'kind')}",
            "",
            "actors:  # only new ones",
            "  # - {id: , name: , kind: , side: , country: }",
            *_hint("kind", TABLES["actors"]["kind"].words),
            "",
        ]
    )


def _places(dataset: Dataset, new: str | None, slug: str) -> str:
    languages = [group[0] for group in dataset_languages(dataset)]
    names = ", ".join(f"{{language: {language}, name: }}" for language in languages)
    row = [f"  - id: {slug}", f"    name: {new}", "    kind:", "    within:", "    country:", f"    names: [{names}]"]
    example = f"  # - {{id: , name: , kind: village, within: , country: , names: [{names}]}}"
    return "\n".join(
        [
            "places:  # only new ones; coordinates only from a gazetteer, with its id",
            *(row if new else [example]),
            *_hint("kind", TABLES["places"]["kind"].words),
            "",
        ]
    )


def dataset_languages(dataset: Dataset) -> Iterable[tuple[str, ...]]:
    """Return the groups of languages a place must be named in, as the package's settings say."""
    from borderclash.package.descriptor import read_descriptor  # noqa: PLC0415 - only for the blank form of a place

    return read_descriptor(dataset.package).settings.name_languages if dataset.package else ()


def _place(dataset: Dataset, wanted: str | None) -> Place | None:
    if not wanted:
        return None
    names = {place.name.casefold(): place for place in dataset.places.values()}
    names |= {name.name.casefold(): dataset.places[name.place_id] for name in dataset.place_names}
    return dataset.places.get(wanted) or names.get(wanted.casefold())


def _near(dataset: Dataset, wanted: str) -> str | None:
    """Return the id of the place whose id or name is most like one that is not known."""
    names = {name.name.casefold(): name.place_id for name in dataset.place_names}
    names |= {place.name.casefold(): place.place_id for place in dataset.places.values()} | {place: place for place in dataset.places}
    near = suggest(wanted.casefold(), names)
    return names[near] if near else None


def _precision(place: Place | None) -> str:
    by_kind = {
        PlaceKind.BORDER_SECTOR: PlacePrecision.BORDER_SECTOR,
        PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
        PlaceKind.PROVINCE: PlacePrecision.PROVINCE,
        PlaceKind.REGION: PlacePrecision.PROVINCE,
        PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    }
    return by_kind.get(place.kind, PlacePrecision.NEAR_SETTLEMENT) if place else PlacePrecision.NEAR_SETTLEMENT


def _free(dataset: Dataset, stem: str) -> str:
    number = 1
    while (chosen := stem if number == 1 else f"{stem}-{number}") in dataset.incidents:
        number += 1
    return chosen


def _slug(text: str) -> str:
    return "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in text.lower()).split())


def _ids(actors: Iterable[Actor], *, media: bool) -> list[str]:
    return sorted(actor.actor_id for actor in actors if (actor.kind in _MEDIA) is media)


def _words(table: str, column: str, indent: str = "  ") -> str:
    """Return the words of a column as a comment: beside it if they are few, else on lines of their own below it."""
    words = TABLES[table][column].words
    beside = f"  # {', '.join(words)}"
    return beside if len(beside) < _WIDTH else "\n" + "\n".join(_hint(column, words, indent))


def _hint(what: str, words: Iterable[str], indent: str = "  ") -> list[str]:
    first = f"{indent}# {what}: "
    text = ", ".join(words)
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=f"{indent}#   ", break_on_hyphens=False) if text else []
