"""The canonical form, and writing it whole or not at all."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderclash.columns import TABLES
from borderclash.package.write import canonical, write

LOCATIONS = TABLES["locations"]
CELLS = st.none() | st.text(st.characters(codec="utf-8"), max_size=6)


def test_header_order_quotes_and_nothing():
    rows = [["b", "x,y", 'say "no"'], ["a", "é", None], ["a", "Z", ""], ["B", "two\nlines", "r"]]
    assert canonical(LOCATIONS, rows).decode() == ('claim_id,place_id,role\nB,"two\nlines",r\na,Z,\na,é,\nb,"x,y","say ""no"""\n')


def test_rows_are_sorted_by_key_not_by_place():
    figures = TABLES["figures"]
    row = dict.fromkeys(figures.names, "x")
    rows = [
        [{**row, "claim_id": claim, "unit": unit}[name] for name in figures.names] for claim, unit in [("b", "a"), ("a", "c"), ("a", "b")]
    ]
    kept = [line.split(",")[0] + line.split(",")[4] for line in canonical(figures, rows).decode().splitlines()[1:]]
    assert kept == ["ab", "ac", "ba"]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.randoms())
def test_the_order_rows_come_in_never_shows(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert canonical(LOCATIONS, shuffled) == canonical(LOCATIONS, rows)


def test_write_replaces_keeps_the_mode_and_leaves_nothing_behind(tmp_path):
    path = write(tmp_path, "locations", [["a", "b", "target"]])
    assert path == (tmp_path / "data" / "locations.csv").resolve()
    path.chmod(0o640)
    before = path.stat()
    assert write(tmp_path, "locations", [["a", "b", "target"]]).stat().st_mtime_ns == before.st_mtime_ns
    write(tmp_path, "locations", [["a", "c", "target"]])
    assert path.read_bytes() == b"claim_id,place_id,role\na,c,target\n"
    assert path.stat().st_mode == before.st_mode
    assert [file.name for file in path.parent.iterdir()] == ["locations.csv"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = write(tmp_path, "locations", [["a", "b", "target"]])

    def fail(_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write(tmp_path, "locations", [["z", "z", "z"]])
    assert path.read_bytes() == b"claim_id,place_id,role\na,b,target\n"
    assert [file.name for file in path.parent.iterdir()] == ["locations.csv"]
