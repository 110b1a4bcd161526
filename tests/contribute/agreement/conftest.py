"""Small packages as two coders might hand them in."""

import csv
import json
from collections.abc import Callable
from types import SimpleNamespace

import pytest

import borderclash as bc
from borderclash.columns import TABLES
from borderclash.projections.descriptor import descriptor

ACTORS = [
    {"actor_id": "azerbaijan", "name": "Azerbaijan", "kind": "state", "side": "azerbaijan"},
    {"actor_id": "az-mod", "name": "Ministry of Defence of Azerbaijan", "kind": "ministry", "side": "azerbaijan"},
    {"actor_id": "az-forces", "name": "Forces of Azerbaijan", "kind": "armed-force", "side": "azerbaijan"},
    {"actor_id": "armenia", "name": "Armenia", "kind": "state", "side": "armenia"},
    {"actor_id": "am-mod", "name": "Ministry of Defence of Armenia", "kind": "ministry", "side": "armenia"},
    {"actor_id": "am-forces", "name": "Forces of Armenia", "kind": "armed-force", "side": "armenia"},
    {"actor_id": "wire", "name": "A wire", "kind": "news-agency"},
]
PLACES = [
    {"place_id": "am", "name": "Armenia", "kind": "country", "country": "AM"},
    {"place_id": "vale", "name": "The Vale", "kind": "province", "within": "am", "country": "AM"},
    {"place_id": "mill", "name": "The Mill", "kind": "village", "within": "vale", "country": "AM"},
    {"place_id": "hill", "name": "The Hill", "kind": "height", "country": "AZ"},
]


def incident(key: str, place: str, **cells: str) -> dict[str, str]:
    day = key[:10]
    usual = {"date_start": day, "date_end": day, "date_precision": "day", "place_precision": "settlement"}
    return {"incident_id": key, "title": f"Fire near {place}", "place_id": place, **usual, **cells}


def source(key: str, page: str) -> dict[str, str]:
    usual = {"title": "A page", "accessed": "2022-01-01", "language": "en", "kind": "news-report", "published": "2021-05-01"}
    return {"source_id": key, "publisher": "wire", "url": f"https://example.org/{page}", **usual}


def claim(key: str, speaker: str, accused: str = "", act: str = "", **cells: str) -> dict[str, str]:
    text = cells.pop("text", f"Says what {key} says.")
    return {
        "claim_id": key,
        "incident_id": key.rpartition(".")[0],
        "speaker": speaker,
        "accused": accused,
        "act": act,
        "text": text,
        "said_on": key[:10],
        **cells,
    }


def cites(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"claim_id": key, "source_id": page, "relation": "reported"} for key, page in pairs]


@pytest.fixture
def words():
    """The words in which the tests write rows."""
    return SimpleNamespace(incident=incident, source=source, claim=claim)


@pytest.fixture
def coded(tmp_path) -> Callable[..., "bc.Dataset"]:
    """Write what a coder hands in, and load it; citations are pairs of claim and source."""

    def write(name: str, *, places=(), actors=(), citations=(), **tables) -> "bc.Dataset":
        rows = {"actors": [*ACTORS, *actors], "places": [*PLACES, *places], "citations": cites(*citations), **tables}
        (tmp_path / name / "data").mkdir(parents=True)
        for table in TABLES.values():
            with (tmp_path / name / "data" / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as stream:
                writer = csv.DictWriter(stream, table.names, restval="", lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows.get(table.name, ()))
        content = json.dumps(descriptor({"name": "coder", "title": "A coder's"}))
        (tmp_path / name / "datapackage.json").write_text(content, encoding="utf-8")
        return bc.load(tmp_path / name)

    return write
