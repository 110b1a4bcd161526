"""`borderclash merge --update`, the command itself, killed while it writes: the package is as it was, or as it was to be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from borderclash.contribute.merge import merge

KILLS = 200
UPDATE = (
    ("Alleged fire near Weir", "Alleged fire at Weir"),
    ("Says a shot was fired", "Says two shots were fired"),
    ("low: 7", "low: 8"),
    ("basis: named", "basis: matched"),
    ('quote: "no"', "quote: never"),
    ("title: A shot near Weir", "title: Two shots near Weir"),
    ("sources:\n", "actors: [{id: weir-mayor, name: Mayor of Weir, kind: local-authority, side: southland}]\nsources:\n"),
)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="it takes a process that can be killed between two instructions")
def test_a_merge_killed_at_two_hundred_random_moments_of_its_writing_leaves_a_whole_package_each_time(package, dossier, tmp_path):
    assert merge([dossier()], package).files
    dossier(*UPDATE, name="update")
    killer = Path(__file__).with_name("killer.py")
    done = subprocess.run([sys.executable, str(killer), str(tmp_path), str(KILLS)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads((tmp_path / "seen.json").read_text(encoding="utf-8"))
    tables = ("actors", "citations", "claims", "figures", "incidents", "replies", "sources")
    assert seen["changed"] == [f"data/{table}.csv" for table in tables]
    assert seen.get("torn", 0) == 0
    assert seen["read otherwise"] == 0
    assert seen["kept"] + seen["merged"] == KILLS
    assert min(seen["kept"], seen["merged"], seen["cleared up"]) >= KILLS // 20, "the moments are not spread over the writing"
