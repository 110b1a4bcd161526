"""Small typed tables for the tests of what is derived: written as rows of words, read by DuckDB and by polars."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb
import polars as pl
import pytest
from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.projections.descriptor import descriptor

DTYPES = {
    "text": pl.String,
    "word": pl.String,
    "integer": pl.Int64,
    "decimal": pl.Float64,
    "date": pl.Date,
    "time": pl.Time,
    "datetime": pl.Datetime("us"),
}

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def typed(rows: Rows) -> dict[str, pl.DataFrame]:
    """Return all twelve tables as typed polars frames; cells may be text or already typed, absent ones are null."""
    frames = {}
    for name, table in TABLES.items():
        columns = {column.name: [] for column in table.columns}
        for row in rows.get(name, ()):
            for column in table.columns:
                cell = row.get(column.name)
                cell = column.kind.read(cell) if isinstance(cell, str) and DTYPES[column.kind.storage] != pl.String else cell
                columns[column.name].append(float(cell) if column.kind.storage == "decimal" and cell is not None else cell)
        frames[name] = pl.DataFrame(columns, schema={column.name: DTYPES[column.kind.storage] for column in table.columns})
    return frames


class Shelf(dict):
    """Lazy tables by name, which fetch themselves with their own engine and, as a package's do, make shared joins once."""

    def __init__(self, tables: Mapping[str, nw.LazyFrame], keep: Callable[[Any, str], Any]) -> None:
        super().__init__(tables)
        self.keep, self.made = keep, {}

    def shared(self, name: str, build: Callable[["Shelf"], nw.LazyFrame]) -> nw.LazyFrame:
        if name not in self.made:
            native = build(self).to_native()
            self.made[name] = nw.from_native(self.keep(native, f"made_{len(self.made)}"))
        return self.made[name]

    def rows(self, frame: nw.LazyFrame) -> list[tuple[Any, ...]]:
        return [tuple(row.values()) for row in self.fetch(frame)]

    def fetch(self, frame: nw.LazyFrame) -> list[dict[str, Any]]:
        native = frame.to_native()
        if isinstance(native, pl.LazyFrame):
            return native.collect().to_dicts()
        return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]


def on_polars(frames: Mapping[str, pl.DataFrame]) -> Shelf:
    lazy = {name: nw.from_native(frame.lazy()) for name, frame in frames.items()}
    return Shelf(lazy, lambda native, _: native.collect().lazy())


def on_duckdb(frames: Mapping[str, pl.DataFrame]) -> Shelf:
    connection = duckdb.connect()
    for name, frame in frames.items():
        connection.register("incoming", frame.to_arrow())
        connection.table("incoming").create(name)
        connection.unregister("incoming")

    def keep(native: Any, name: str) -> Any:
        native.create(name)
        return connection.table(name)

    return Shelf({name: nw.from_native(connection.table(name)) for name in frames}, keep)


ENGINES = {"duckdb": on_duckdb, "polars": on_polars}


@pytest.fixture(params=list(ENGINES))
def shelf(request) -> Callable[[Rows], Shelf]:
    """Put rows (or ready polars frames) on an engine's shelf."""

    def put(rows: Any) -> Shelf:
        ready = all(isinstance(frame, pl.DataFrame) for frame in rows.values())
        return ENGINES[request.param](rows if ready else typed(rows))

    return put


ACTORS = [
    {"actor_id": "azerbaijan", "name": "Azerbaijan", "kind": "state", "side": "azerbaijan"},
    {"actor_id": "az-mod", "name": "Ministry of Defence of Azerbaijan", "kind": "ministry", "side": "azerbaijan"},
    {"actor_id": "az-mfa", "name": "Ministry of Foreign Affairs of Azerbaijan", "kind": "ministry", "side": "azerbaijan"},
    {"actor_id": "az-media", "name": "Media of Azerbaijan", "kind": "news-outlet", "side": "azerbaijan"},
    {"actor_id": "armenia", "name": "Armenia", "kind": "state", "side": "armenia"},
    {"actor_id": "am-mod", "name": "Ministry of Defence of Armenia", "kind": "ministry", "side": "armenia"},
    {"actor_id": "am-mfa", "name": "Ministry of Foreign Affairs of Armenia", "kind": "ministry", "side": "armenia"},
    {"actor_id": "am-media", "name": "Media of Armenia", "kind": "news-outlet", "side": "armenia"},
    {"actor_id": "ru-mfa", "name": "A third ministry", "kind": "ministry"},
    {"actor_id": "wire", "name": "A wire", "kind": "news-agency"},
]
PLACES = [{"place_id": "hill", "name": "The Hill", "kind": "height", "latitude": "39.5", "longitude": "46.25"}]
PLACE_NAMES = [{"place_id": "hill", "language": "hy-Latn", "name": "Blur"}, {"place_id": "hill", "language": "az", "name": "Tepe"}]
SOURCES = [
    {"source_id": "az-page", "publisher": "az-media", "published": "2021-05-03", "language": "az"},
    {"source_id": "az-copy", "publisher": "az-media", "agency": "wire", "published": "2021-05-01", "language": "az"},
    {"source_id": "am-copy", "publisher": "am-media", "agency": "wire", "published": "2021-05-02", "language": "en"},
    {"source_id": "undated-page", "publisher": "wire", "language": "en"},
]
SOURCES = [
    {"title": "A page", "url": f"https://example.org/{source['source_id']}", "accessed": "2022-01-01", "kind": "news-report", **source}
    for source in SOURCES
]
INCIDENT = {
    "incident_id": "2021-05-01-hill",
    "title": "Fire near The Hill",
    "date_start": "2021-05-01",
    "date_end": "2021-05-01",
    "date_precision": "day",
    "place_id": "hill",
    "place_precision": "exact",
}


def claim(short: str, speaker: str, **cells: str) -> dict[str, str]:
    """Return a claim about the one incident, or about the one that `short` names before its full stop."""
    whole = short if "." in short else f"2021-05-01-hill.{short}"
    return {"claim_id": whole, "incident_id": whole.rpartition(".")[0], "speaker": speaker, "text": f"Says what {short} says.", **cells}


def reply(by: str, to: str, stance: str, aspect: str = "whole") -> dict[str, str]:
    """Return the row by which one claim answers another; both may be short."""
    by, to = (short if "." in short else f"2021-05-01-hill.{short}" for short in (by, to))
    return {"reply_id": by, "answers": to, "aspect": aspect, "stance": stance, "basis": "named"}


def on(claim_id: str, **cells: str) -> dict[str, str]:
    """Return a row that hangs on a claim, whose id may be short."""
    return {"claim_id": claim_id if "." in claim_id else f"2021-05-01-hill.{claim_id}", **cells}


def rows_of(**tables: Sequence[Mapping[str, str]]) -> dict[str, Sequence[Mapping[str, str]]]:
    """Return the rows of a small package: the actors, places and sources that stand here, one incident, and what is given."""
    ground = {"actors": ACTORS, "places": PLACES, "place_names": PLACE_NAMES, "sources": SOURCES, "incidents": [INCIDENT]}
    return ground | tables


DENIED = {
    "claims": [
        claim("az-mod", "az-mod", accused="am-mod", act="small-arms-fire", said_on="2021-05-01", said_at="09:30"),
        claim("am-mod", "am-mod", said_on="2021-05-03"),
        claim("am-mod-2", "am-mod", accused="az-mod", act="shelling", said_on="2021-05-01"),
    ],
    "replies": [reply("am-mod", "az-mod", "denies")],
    "citations": [
        on("az-mod", source_id="az-page", relation="reported"),
        on("az-mod", source_id="az-copy", relation="reported", quote="came under fire"),
        on("az-mod", source_id="am-copy", relation="reported"),
        on("am-mod", source_id="am-copy", relation="reported"),
        on("am-mod-2", source_id="am-copy", relation="reported"),
    ],
    "searches": [on("am-mod-2", searched_on="2022-01-01", outlet="az-media", language="az")],
    "figures": [on("az-mod", measure="wounded", party="azerbaijan", category="military", unit="persons", low="1", qualifier="exact")],
    "locations": [on("az-mod", place_id="hill", role="target")],
}


@pytest.fixture
def words():
    """Hand the tests the few words in which they write rows."""
    ready = {"denied": DENIED, "incident": INCIDENT, "places": PLACES, "sources": SOURCES}
    return SimpleNamespace(claim=claim, reply=reply, on=on, rows_of=rows_of, typed=typed, **ready)


@pytest.fixture
def package(tmp_path) -> Callable[..., Path]:
    """Write a package of small tables, and return its folder."""

    def write(**tables: Sequence[Mapping[str, str]]) -> Path:
        rows = rows_of(**(tables or DENIED))
        (tmp_path / "data").mkdir(exist_ok=True)
        for name, table in TABLES.items():
            with (tmp_path / "data" / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
                writer = csv.DictWriter(stream, table.names, restval="", lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows.get(name, ()))
        (tmp_path / "datapackage.json").write_text(json.dumps(descriptor({"name": "small", "title": "Small"})), encoding="utf-8")
        return tmp_path

    return write
