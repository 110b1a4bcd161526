"""A small package about a border that does not exist, and a dossier for it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

BASE = Path(__file__).parents[1] / "cases" / "base"
DOSSIER = """\
incident:
  id: 2001-05-01-weir
  title: Alleged fire near Weir
  date_start: 2001-05-01
  date_end: 2001-05-01
  date_precision: day
  place: weir
  place_precision: near-settlement
claims:
  - speaker: southland-mod
    accused: northland-army
    act: small-arms-fire
    said_on: 2001-05-01
    said_at: 12:30
    text: Says a shot was fired at its post near Weir.
    cites:
      - {source: southland-wire-9, relation: reported}
    figures: [{measure: wounded, party: southland, category: military, low: 7, qualifier: exact}]
  - speaker: northland-mod
    text: Denies that any shot was fired.
    said_on: 2001-05-02
    answers: [{claim: southland-mod, aspect: whole, stance: denies, basis: named}]
    cites: [{source: southland-wire-9, relation: reported, quote: "no"}]
sources:
  - id: southland-wire-9
    publisher: southland-wire
    title: A shot near Weir
    url: https://wire.southland.example/9
    published: 2001-05-03
    accessed: 2001-05-03
    language: qab
    kind: news-agency
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the base package."""
    return Path(shutil.copytree(BASE, tmp_path / "package"))


@pytest.fixture
def dossier(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the dossier, with one text replaced by another, and returns its path."""

    def write(*replaced: tuple[str, str], name: str = "weir") -> Path:
        text = DOSSIER
        for old, new in replaced:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def content(package: Path) -> dict[str, bytes]:
    """Return every file of a package by its name."""
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in sorted(package.rglob("*")) if path.is_file()}
