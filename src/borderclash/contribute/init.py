"""A new claims package: empty, with its own sides and settings, and sound from the first minute."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from borderclash.about import NAME, VERSION
from borderclash.columns import TABLES
from borderclash.errors import BorderclashError, UnreadableError
from borderclash.package.editor import SCHEMA
from borderclash.package.locate import DESCRIPTOR, locate
from borderclash.package.write import canonical
from borderclash.projections.descriptor import descriptor
from borderclash.projections.form import dossier_schema

__all__ = ["init"]

_SLUG: Final = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_COMMON: Final = (
    ("all-sides", "All sides together", "unspecified", ""),
    ("unspecified", "Not named", "unspecified", ""),
)


def init(folder: Path, sides: Sequence[str] = (), *, title: str | None = None, languages: Sequence[str] = ()) -> tuple[Path, ...]:
    """Make a new claims package in `folder` and return the files written.

    Args:
        folder: where; it may be there, but must hold none of these files.
        sides: the parties, as ids such as `northland`; each becomes an actor whose side is itself.
        title: what the package is about.
        languages: per side the language its names for places are in, in the same order.

    Raises:
        UnreadableError: if a file would be written over, or a side is not an id, is given twice, or is an actor every package has.
    """
    wrong = next((side for side in sides if not _SLUG.fullmatch(side)), None)
    if wrong is not None:
        near = "-".join(re.findall("[a-z0-9]+", wrong.lower()))
        raise UnreadableError(f"{wrong!r} is no id: lower-case letters, digits and single dashes{f'; type: --side {near}' if near else ''}")
    taken = {identity: f"an actor every package has: {name}" for identity, name, *_ in _COMMON}
    for side in sides:
        for identity in (side, *(f"{side}-{kind}" for kind, _ in _VOICES)):
            if identity in taken:
                raise UnreadableError(
                    f"--side {side} cannot be: {identity} is {taken[identity]}; give each party once, by an id of its own"
                )
            taken[identity] = f"given already, or follows from --side {side}"
    files = {
        DESCRIPTOR: _descriptor(folder, sides, title, languages),
        **{f"data/{name}.csv": canonical(table, _rows(name, sides)).decode() for name, table in TABLES.items()},
        f"schemas/{SCHEMA}": json.dumps(dossier_schema(), ensure_ascii=False, indent=2) + "\n",
        "README.md": _readme(folder, sides, title),
        ".gitattributes": "*.csv text eol=lf\n",
        ".github/workflows/claims.yml": _workflow(),
        ".pre-commit-config.yaml": _pre_commit(),
    }
    there = next((file for file in files if (folder / file).exists()), None)
    if there:
        raise UnreadableError(f"{folder / there} is there already, and init writes over nothing; name a folder that is new or empty")
    try:
        for file, content in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="")
    except OSError as error:
        raise UnreadableError(f"{folder} cannot be written to: {error.strerror}; name a folder of yours") from error
    return tuple(folder / file for file in files)


def _rows(name: str, sides: Sequence[str]) -> list[tuple[str | None, ...]]:
    if name != "actors":
        return []
    parties = [(side, side.replace("-", " ").title(), "state", side) for side in sides]
    voices = [
        (f"{side}-{kind}", f"{side.replace('-', ' ').title()}, {words}", "unspecified", side) for side in sides for kind, words in _VOICES
    ]
    cells = [dict(zip(("actor_id", "name", "kind", "side"), row, strict=True)) for row in (*parties, *voices, *_COMMON)]
    return [tuple(row.get(column) or None for column in TABLES["actors"].names) for row in cells]


_VOICES: Final = (("side", "unnamed voices"), ("media", "unnamed media"))


def _descriptor(folder: Path, sides: Sequence[str], title: str | None, languages: Sequence[str]) -> str:
    slug = "-".join(re.findall("[a-z0-9]+", folder.resolve().name.lower())) or "claims"
    settings: dict[str, Any] = {"parties": list(sides)} if sides else {}
    settings |= {"name_languages": [[language] for language in languages]} if languages else {}
    settings |= {"loaded_words": _loaded_words()}
    head = {
        "name": slug,
        "title": title or f"Claims of {folder.resolve().name}",
        "description": "Who said what about whom, where it was read, and what the accused side answered.",
        "version": "0.1.0",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "borderclash": settings,
    }
    return json.dumps(descriptor(head), ensure_ascii=False, indent=2) + "\n"


def _loaded_words() -> list[Mapping[str, str]]:
    """Return the loaded words of the shipped data, as a start; a package that ships none starts without."""
    try:
        content = json.loads(locate().descriptor.read_text(encoding="utf-8"))
    except (BorderclashError, OSError, ValueError):
        return []
    words: list[Mapping[str, str]] = content.get("borderclash", {}).get("loaded_words", [])
    return words


def _readme(folder: Path, sides: Sequence[str], title: str | None) -> str:
    between = f" between {' and '.join(sides)}" if sides else ""
    return f"""# {title or f"Claims of {folder.resolve().name}"}

Who said what about whom{between}, where it was read, and what the accused side answered. Every claim cites its source; every accusation
carries the accused side's reply, or a dated record that one was looked for.

    pip install {NAME}
    borderclash validate .                                    # is every claim sourced, every accusation answered?
    borderclash new --date 2021-05-28 -o my-incident.yaml     # a blank dossier to fill in
    borderclash validate my-incident.yaml
    borderclash merge my-incident.yaml
    borderclash tidy                                          # after editing the CSV files by hand

The twelve tables are in `data/`, described by `{DESCRIPTOR}`. What is particular to this dispute stands there under `borderclash`:
`parties`, `name_languages` (languages that every place must be named in), `bounds` (west, south, east, north), `zone`, `period_start`,
`loaded_words` (words to keep out of our own text; those there are a start).
"""


def _workflow() -> str:
    return f"""name: claims
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install {NAME}=={VERSION}
      - run: borderclash tidy --check .
      - if: github.event_name == 'pull_request'
        continue-on-error: true
        env:
          BASE: ${{{{ github.event.pull_request.base.sha }}}}
        run: borderclash diff "$BASE:." . --format markdown >> "$GITHUB_STEP_SUMMARY"
      - run: borderclash validate .
      - run: if compgen -G "inbox/*.yaml"; then borderclash validate inbox/*.yaml; fi
"""


def _pre_commit() -> str:
    return f"""repos:
  - repo: local
    hooks:
      - id: borderclash-tidy
        name: borderclash tidy
        entry: borderclash tidy .
        language: python
        additional_dependencies: ["{NAME}=={VERSION}"]
        files: ^data/.*\\.csv$
        pass_filenames: false
      - id: borderclash-validate
        name: borderclash validate
        entry: borderclash validate .
        language: python
        additional_dependencies: ["{NAME}=={VERSION}"]
        files: ^(data/.*\\.csv|datapackage\\.json)$
        pass_filenames: false
      - id: borderclash-dossier
        name: borderclash validate dossiers
        entry: borderclash validate
        language: python
        additional_dependencies: ["{NAME}=={VERSION}"]
        files: ^(dossiers|inbox)/.*\\.ya?ml$
        require_serial: true
"""
