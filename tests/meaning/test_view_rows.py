"""Every view over one small package: one expected value, whatever engine makes it and whatever library it is handed to."""

from datetime import date, time

import pandas as pd
import polars as pl
import pytest

import borderclash as bc
from borderclash.frames import BACKENDS

HILL = "2021-05-01-hill"
FORD = "2021-05-02-ford"


@pytest.fixture
def story(words):
    """An accusation with an echo, a denial of one aspect, a third voice, an accusation of the other side, and a claim of no known day."""
    claim, reply, on = words.claim, words.reply, words.on
    return {
        "places": [*words.places, {"place_id": "ford", "name": "The Ford", "kind": "river"}],
        "incidents": [words.incident, words.incident | {"incident_id": FORD, "title": "Fire near The Ford", "place_id": "ford"}],
        "claims": [
            claim("az-mod", "az-mod", accused="am-mod", act="shelling", said_on="2021-05-01", said_at="22:30"),
            claim("az-mfa", "az-mfa", accused="am-mod", act="shelling", said_on="2021-05-02"),
            claim("am-mod", "am-mod", said_on="2021-05-02", said_at="01:00"),
            claim("ru-mfa", "ru-mfa", said_on="2022-01-01"),
            claim(f"{FORD}.am-mod", "am-mod", accused="az-mod", act="works", said_on="2021-06-05"),
            claim(f"{FORD}.wire", "wire"),
        ],
        "replies": [
            reply("am-mod", "az-mod", "denies", "target"),
            reply("am-mod", "az-mod", "denies", "figures"),
            reply("az-mfa", "az-mod", "repeats"),
            reply("ru-mfa", "az-mfa", "confirms", "act"),
        ],
        "citations": [on("az-mod", source_id="az-page", relation="reported"), on("az-mod", source_id="az-copy", relation="reported")],
        "searches": [on(f"{FORD}.am-mod", searched_on="2022-01-01", outlet="az-media", language="az")],
        "figures": [
            on("az-mod", measure="killed", party="azerbaijan", category="military", unit="persons", low="2", qualifier="exact"),
            on("az-mod", measure="killed", party="am-mod", category="military", unit="persons", low="5", high="7", qualifier="about"),
            on("am-mod", measure="killed", party="am-mod", category="military", unit="persons", low="1", qualifier="exact"),
            on("az-mfa", measure="killed", party="azerbaijan", category="military", unit="persons", low="2", qualifier="exact"),
        ],
        "locations": [on(f"{FORD}.am-mod", place_id="hill", role="target"), on("az-mod", place_id="ford", role="target")],
    }


def row(names, *cells):
    return dict(zip(names.split(), cells, strict=True))


WHO = "claim_id speaker_name speaker_side accused_side act repeats said_on said_at"
MET = "reply_status aspects_denied others_confirm replies first_reply_on reply_lag_days reply_lag_hours sources independent_sources"
LOST = "killed killed_speaker_side killed_accused_side killed_military figures"
WHERE = "place located_at latitude"
MET_BOTH = ("partly-denied", "target", True, 1, date(2021, 5, 2))
EXPECTED = {
    "accusations": [
        row(WHO, f"{HILL}.az-mfa", "Ministry of Foreign Affairs of Azerbaijan", "azerbaijan", "armenia", "shelling", f"{HILL}.az-mod",
            date(2021, 5, 2), None)
        | row(MET, *MET_BOTH, 0, None, 0, 0) | row(LOST, 2.0, 2.0, None, 2.0, 1) | row(WHERE, "The Hill", "hill", 39.5),
        row(WHO, f"{HILL}.az-mod", "Ministry of Defence of Azerbaijan", "azerbaijan", "armenia", "shelling", None,
            date(2021, 5, 1), time(22, 30))
        | row(MET, *MET_BOTH, 1, 2.5, 2, 2) | row(LOST, None, 2.0, 5.0, None, 2) | row(WHERE, "The Hill", "hill", 39.5),
        row(WHO, f"{FORD}.am-mod", "Ministry of Defence of Armenia", "armenia", "azerbaijan", "works", None, date(2021, 6, 5), None)
        | row(MET, "unanswered", None, False, 0, None, None, None, 0, 0) | row(LOST, None, None, None, None, 0)
        | row(WHERE, "The Ford", "hill", 39.5),
    ],
    "exchanges": [
        row("answers reply_id aspect stance speaker_side accused_side replier replier_side about of_accused_side of_own_side counts stands "
            "lag_days lag_hours said_on replied_on replied_at text reply_text act incident_id", *cells, "shelling", HILL)
        for cells in [
            (f"{HILL}.az-mfa", f"{HILL}.ru-mfa", "act", "confirms", "azerbaijan", "armenia", "ru-mfa", None, f"{HILL}.az-mod", False, False,
             True, True, 244, None, date(2021, 5, 2), date(2022, 1, 1), None, "Says what az-mfa says.", "Says what ru-mfa says."),
            (f"{HILL}.az-mod", f"{HILL}.am-mod", "figures", "denies", "azerbaijan", "armenia", "am-mod", "armenia", f"{HILL}.az-mod", True,
             False, False, False, 1, 2.5, date(2021, 5, 1), date(2021, 5, 2), time(1), "Says what az-mod says.", "Says what am-mod says."),
            (f"{HILL}.az-mod", f"{HILL}.am-mod", "target", "denies", "azerbaijan", "armenia", "am-mod", "armenia", f"{HILL}.az-mod", True,
             False, True, True, 1, 2.5, date(2021, 5, 1), date(2021, 5, 2), time(1), "Says what az-mod says.", "Says what am-mod says."),
            (f"{HILL}.az-mod", f"{HILL}.az-mfa", "whole", "repeats", "azerbaijan", "armenia", "az-mfa", "azerbaijan", f"{HILL}.az-mod",
             False, True, False, False, 1, None, date(2021, 5, 1), date(2021, 5, 2), None, "Says what az-mod says.",
             "Says what az-mfa says."),
        ]
    ],
    "tolls": [
        row("incident_id measure party party_side said_on said_at speaker speaker_side of_own_side low high qualifier claim_id repeats",
            HILL, "killed", *cells)
        for cells in [
            ("am-mod", "armenia", date(2021, 5, 1), time(22, 30), "az-mod", "azerbaijan", False, 5.0, 7.0, "about", f"{HILL}.az-mod", None),
            ("am-mod", "armenia", date(2021, 5, 2), time(1), "am-mod", "armenia", True, 1.0, None, "exact", f"{HILL}.am-mod", None),
            ("azerbaijan", "azerbaijan", date(2021, 5, 1), time(22, 30), "az-mod", "azerbaijan", True, 2.0, None, "exact",
             f"{HILL}.az-mod", None),
            ("azerbaijan", "azerbaijan", date(2021, 5, 2), None, "az-mfa", "azerbaijan", True, 2.0, None, "exact", f"{HILL}.az-mfa",
             f"{HILL}.az-mod"),
        ]
    ],
    "incidents": [
        row("incident_id place latitude kind kinds attribution claims accusations replies speaker_sides accuser_sides accused_sides "
            "first_said_on sources", *cells)
        for cells in [
            (HILL, "The Hill", 39.5, "shelling", "shelling", "contested", 4, 2, 3, "armenia azerbaijan", "azerbaijan", "armenia",
             date(2021, 5, 1), 2),
            (FORD, "The Ford", None, "works", "works", "unanswered", 2, 1, 0, "armenia", "armenia", "azerbaijan", date(2021, 6, 5), 0),
        ]
    ],
    "speakers": [
        row("speaker speaker_kind speaker_side year claims incidents accusations denials concessions counters", *cells)
        for cells in [
            ("am-mod", "ministry", "armenia", 2021, 2, 2, 1, 1, 0, 0),
            ("az-mfa", "ministry", "azerbaijan", 2021, 1, 1, 1, 0, 0, 0),
            ("az-mod", "ministry", "azerbaijan", 2021, 1, 1, 1, 0, 0, 0),
            ("ru-mfa", "ministry", None, 2022, 1, 1, 0, 0, 1, 0),
            ("wire", "news-agency", None, None, 1, 1, 0, 0, 0, 0),
        ]
    ],
    "monthly": [
        row("month accuser_side incidents accusations echoes partly_denied denied unanswered", *cells)
        for cells in [
            (date(2021, 5, 1), "azerbaijan", 1, 2, 1, 2, 0, 0),
            (date(2021, 6, 1), "armenia", 1, 1, 0, 0, 0, 1),
        ]
    ],
}  # fmt: skip
"""The rows of each view, in their order, by the columns that tell something."""


def plain(frame, backend):
    """Return the rows of a frame as dicts of plain Python values, None where a cell is empty."""
    if backend == "polars":
        return frame.to_dicts()
    if backend == "pyarrow":
        return frame.to_pylist()
    if backend == "duckdb":
        return [dict(zip(frame.columns, cells, strict=True)) for cells in frame.fetchall()]
    return [{name: _plain_cell(cell) for name, cell in row.items()} for row in frame.to_dict("records")]


def _plain_cell(cell):
    if pd.isna(cell):
        return None
    return cell.date() if isinstance(cell, pd.Timestamp) else cell


def test_every_view_has_an_expected_value():
    assert EXPECTED.keys() == bc.VIEWS.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_every_engine_makes_the_same_rows(shelf, words, story, name):
    tables = shelf(words.rows_of(**story))
    made = tables.fetch(bc.VIEWS[name].over(tables))
    assert [{column: row[column] for column in EXPECTED[name][0]} for row in made] == EXPECTED[name]
    assert all(row.keys() == set(bc.VIEWS[name].names) for row in made)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", EXPECTED)
def test_every_library_is_handed_the_same_rows(package, story, name, backend):
    made = plain(bc.view(name, backend=backend, path=package(**story)), backend)
    assert [{column: row[column] for column in EXPECTED[name][0]} for row in made] == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_key_tells_rows_apart_in_the_shipped_data(name):
    keys = bc.view(name, backend="polars").select(bc.VIEWS[name].key).with_columns(pl.col(pl.Enum).cast(pl.String))
    assert keys.is_unique().all()
    assert keys.equals(keys.sort(*bc.VIEWS[name].key))
