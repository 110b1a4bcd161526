"""Make a valid claims package of any size, about a border that does not exist.

    python benchmarks/make_package.py FOLDER CLAIMS

Lengths and skew are those of real bulletins: most incidents have two or three claims and a few have a dozen, a handful of outlets
carry most of them, titles come in Armenian, Azerbaijani, Russian and English; one accusation in ten was answered by nobody. Two incidents
of one sector are at least two days apart, so that nothing in the package is a duplicate of anything else. The same number of claims gives
the same bytes.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from borderclash.columns import TABLES
from borderclash.package.write import canonical
from borderclash.projections.descriptor import descriptor

SECTORS = 40
VILLAGES = 10
SIDES = ("north", "south")
BODIES = (("mod", "ministry"), ("mfa", "ministry"), ("forces", "armed-force"), ("border-service", "border-service"))
OUTLETS = 12
TITLES = {
    "hy": "Հակառակ կողմը կրակ է բացել սահմանապահ դիրքերի ուղղությամբ, հայտնում է նախարարությունը",
    "az": "Qarşı tərəf sərhəddəki mövqelərimizi atəşə tutub, nazirlik bu barədə məlumat yayıb",
    "ru": "Министерство сообщает об обстреле позиций на границе в ночное время",
    "en": "Ministry says its positions on the border came under fire during the night",
}
ACTS = ("small-arms-fire", "sniper-fire", "shelling", "incursion", "works", "drone-flight", "property-damage", "blockade")
CLAIMS_PER_INCIDENT = (2,) * 50 + (3,) * 25 + (4,) * 12 + (5,) * 7 + (8,) * 4 + (12,) * 2
LOADED = (
    "aggression", "aggressor", "atrocity", "barbaric", "brutal", "butcher", "cowardly", "enemy", "extremist", "genocidal", "gang",
    "heroic", "invader", "liberated", "liberation", "marauder", "martyr", "massacre", "mercenary", "militant", "occupant", "occupier",
    "provocation", "provocative", "puppet", "regime", "savage", "separatist", "so-called", "terror", "terrorist", "traitor", "treacherous",
    "vandal", "warmonger",
)  # fmt: skip
FIRST_DAY = date(1975, 1, 1)
READ_ON = date(2026, 1, 1)
Row = dict[str, Any]


def head() -> dict[str, Any]:
    """Return the package's hand-written head, with its own settings."""
    return {
        "name": "made-up-border",
        "title": "A border that does not exist",
        "version": "1.0.0",
        "licenses": [{"name": "CC0-1.0"}],
        "borderclash": {
            "parties": list(SIDES),
            "name_languages": [["hy", "hy-Latn"], ["az"]],
            "bounds": [30, 30, 50, 50],
            "zone": "+04:00",
            "period_start": FIRST_DAY.isoformat(),
            "loaded_words": [{"word": word, "instead": "a plain word"} for word in LOADED],
        },
    }


def actors() -> Iterator[Row]:
    """Yield two sides with their bodies and outlets, and outlets of neither."""
    for side in SIDES:
        yield {"actor_id": side, "name": side.title(), "kind": "state", "side": side}
        for body, kind in BODIES:
            yield {"actor_id": f"{side}-{body}", "name": f"{side.title()} {body}", "kind": kind, "side": side}
        for n in range(OUTLETS):
            yield {"actor_id": f"{side}-news-{n}", "name": f"{side.title()} News {n}", "kind": "news-outlet", "side": side}
    for n in range(OUTLETS):
        yield {"actor_id": f"world-news-{n}", "name": f"World News {n}", "kind": "news-agency"}


def places() -> Iterator[Row]:
    """Yield a grid of sectors, half a degree apart, with villages around the middle of each."""
    for sector in range(SECTORS):
        yield {"place_id": f"sector-{sector}", "name": f"Sector {sector}", "kind": "border-sector"}
        for village in range(VILLAGES):
            yield {
                "place_id": f"village-{sector}-{village}",
                "name": f"Village {sector} {village}",
                "kind": "village",
                "within": f"sector-{sector}",
                "latitude": f"{35 + sector // 8 + village / 100:.2f}",
                "longitude": f"{35 + sector % 8 + village / 100:.2f}",
                "coordinates_from": "geonames",
                "geonames": str(1000 + sector * VILLAGES + village),
            }


def incident(number: int, rng: random.Random, size: int) -> Iterator[tuple[str, Row]]:
    """Yield the rows of one incident: an accusation, its denial or a search for one, echoes and later numbers."""
    day = FIRST_DAY + timedelta(days=2 * (number // SECTORS))
    village = f"village-{number % SECTORS}-{rng.randrange(VILLAGES)}"
    key = f"{day}-{village}"
    accuser = SIDES[rng.random() < 0.5]
    accused = SIDES[accuser == SIDES[0]]
    act = ACTS[min(int(rng.expovariate(0.7)), len(ACTS) - 1)]
    yield "incidents", {
        "incident_id": key, "title": f"Alleged {act.replace('-', ' ')} near {village}", "date_start": day, "date_end": day,
        "date_precision": "day", "place_id": village, "place_precision": "near-settlement",
    }  # fmt: skip
    first = f"{key}.{accuser}-mod"
    unanswered, known = rng.random() < 0.1, set[str]()
    for n in range(size):
        if n % 4 == 1 and unanswered:
            if n == 1:
                for outlet, language in ((f"{accused}-news-1", "az"), ("world-news-1", "en")):
                    yield "searches", {"claim_id": first, "searched_on": READ_ON, "outlet": outlet, "language": language}
            continue
        speaker, answer, extra = _turn(n, accuser, accused, act)
        earlier = n // 4
        claim = f"{key}.{speaker}" + (f"-{earlier + 1}" if earlier else "")
        said = day + timedelta(days=n // 4)
        text = _text(answer, village, n)
        yield "claims", {"claim_id": claim, "incident_id": key, "speaker": speaker, "text": text, "said_on": said, **extra}
        if answer:
            yield "replies", {"reply_id": claim, "answers": first, "aspect": "whole", "stance": answer, "basis": "named"}
        if extra.get("accused"):
            yield "locations", {"claim_id": claim, "place_id": village, "role": "target"}
        if n % 4 == 3:
            yield (
                "figures",
                {
                    "claim_id": claim,
                    "measure": "wounded",
                    "party": accuser,
                    "category": "military",
                    "unit": "persons",
                    "low": n,
                    "qualifier": "exact",
                },
            )
        side = accuser if speaker.startswith(accuser) else accused
        for publisher in {f"{side}-news-{_skewed(rng)}", *([f"world-news-{_skewed(rng)}"] if rng.random() < 0.2 else [])}:
            source = f"{publisher}-{number}-{n // 4}"
            if source not in known:
                known.add(source)
                yield "sources", _source(source, publisher, said, rng.choice(list(TITLES)))
            yield "citations", {"claim_id": claim, "source_id": source, "relation": "reported"}


def _text(answer: str, village: str, n: int) -> str:
    if answer == "denies":
        return f"Denies that its forces opened fire near {village} and says that the account given of that day is untrue ({n})."
    return f"Says that its positions near {village} came under fire from across the border by day and that measures were taken ({n})."


def _source(source: str, publisher: str, said: date, language: str) -> Row:
    return {
        "source_id": source,
        "publisher": publisher,
        "title": TITLES[language],
        "url": f"https://{publisher}.example/{language}/{said:%Y/%m/%d}/{source}.html",
        "archive_url": f"https://archive.example/{source}",
        "published": said,
        "accessed": READ_ON,
        "language": language,
        "kind": "news-report",
    }


def _turn(n: int, accuser: str, accused: str, act: str) -> tuple[str, str, Row]:
    """Return who speaks at the nth turn, how that answers the first claim, and what else the claim says."""
    if n == 0:
        return f"{accuser}-mod", "", {"accused": f"{accused}-forces", "act": act}
    if n % 4 == 1:
        return f"{accused}-mod", "denies", {}
    if n % 4 == 2:
        return f"{accuser}-mfa", "repeats", {"accused": f"{accused}-forces", "act": act}
    if n % 4 == 3:
        return f"{accuser}-border-service", "updates", {"act": act}
    return f"{accuser}-mod", "updates", {"act": act}


def _skewed(rng: random.Random) -> int:
    return min(int(rng.expovariate(0.5)), OUTLETS - 1)


def make(root: Path, claims: int) -> None:
    """Write a package of about `claims` claims, in canonical form, into the folder `root`."""
    rng = random.Random(claims)  # noqa: S311 - repeatable, not secret
    rows: dict[str, list[tuple[str | None, ...]]] = {name: [] for name in TABLES}

    def add(table: str, row: Row) -> None:
        rows[table].append(tuple(None if row.get(name) is None else str(row[name]) for name in TABLES[table].names))

    for actor in actors():
        add("actors", actor)
    for place in places():
        add("places", place)
        for language, name in (("az", f"{place['name']} kənd"), ("hy", f"{place['name']} գյուղ")):
            add("place_names", {"place_id": place["place_id"], "language": language, "name": name})
    number = planned = 0
    while planned < claims:
        size = rng.choice(CLAIMS_PER_INCIDENT)
        for table, row in incident(number, rng, size):
            add(table, row)
        number += 1
        planned += size
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "datapackage.json").write_text(json.dumps(descriptor(head()), indent=2, ensure_ascii=False), encoding="utf-8")
    for name, table in TABLES.items():
        (root / "data" / f"{name}.csv").write_bytes(canonical(table, rows.pop(name)))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
