"""The way from a blank form to a commit, walked for real: every command of the transcript is run, and shown with what it said."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

__all__ = ["transcript"]

_FILLED: Final = """\
incident:
  id: 2001-05-01-weir
  title: Alleged fire near Weir, 1 May 2001
  date_start: 2001-05-01
  date_end: 2001-05-01
  date_precision: day
  place: weir
  place_precision: near-settlement
claims:
  - speaker: northland-mod
    acused: southland
    act: small-arm-fire
    said_on: 2001-05-01
    text: Says a shot was fired at its post near Weir.
    cites: [{source: northland-media-1, relation: reported}]
  - speaker: southland-mod
    said_on: 2001-05-02
    text: Denies that its forces fired.
    answers: [{claim: northland-mod, aspect: whole, stance: denies, basis: named}]
    cites: [{source: southland-media-1, relation: reported}]
sources:
  - id: northland-media-1
    publisher: northland-media
    title: A shot near Weir
    url: https://news.northland.example/1
    published: 01.05.2001
    accessed: 2001-05-04
    language: en
    kind: news-report
  - id: southland-media-1
    publisher: southland-media
    title: Ministry denies
    url: https://news.southland.example/1
    published: 2001-05-02
    accessed: 2001-05-04
    language: en
    kind: news-report
actors:
  - {id: northland-mod, name: Ministry of Defence of Northland, kind: ministry, side: northland}
  - {id: southland-mod, name: Ministry of Defence of Southland, kind: ministry, side: southland}
places:
  - {id: weir, name: Weir, kind: village, names: [{language: en, name: Weir}]}
"""
_MENDED: Final = (("acused:", "accused:"), ("small-arm-fire", "small-arms-fire"), ("01.05.2001", "2001-05-01"))
_DAY: Final = "2001-06-01"
_GIT: Final = ("git", "-c", "user.name=you", "-c", "user.email=you@example.org", "-c", "init.defaultBranch=main")


def transcript() -> str:
    """Return the walk as Markdown: text, and each command with its output."""
    with tempfile.TemporaryDirectory(prefix="borderclash-") as folder:
        return "\n".join(_walk(Path(folder))) + "\n"


def _walk(folder: Path) -> Iterator[str]:
    package = folder / "weir-claims"
    dossier = package / "weir.yaml"
    yield "A package to contribute to (skip this in a checkout of borderclash, which has one in `datapackage/`):\n"
    yield _console(folder, "borderclash init weir-claims --side northland --side southland --language en")
    yield _console(package, "cd weir-claims && git init -q && git add . && git commit -qm 'Begin'")
    yield "A blank form. It names every key, and offers the words and ids there are as comments:\n"
    yield _console(package, "borderclash new --date 2001-05-01 --place Weir -o weir.yaml")
    yield "Fill it in. Here it is with three mistakes: a misspelt key, a misspelt word, and a day as a spreadsheet writes it.\n"
    dossier.write_text(_FILLED, encoding="utf-8")
    yield f"```yaml\n{_FILLED}```\n"
    yield _console(package, f"borderclash validate weir.yaml --on {_DAY}")
    yield "Mend the three lines, and ask again:\n"
    text = _FILLED
    for wrong, right in _MENDED:
        text = text.replace(wrong, right)
    dossier.write_text(text, encoding="utf-8")
    yield _console(package, f"borderclash validate weir.yaml --on {_DAY} --ignore BC112")
    yield "Fold it into the tables, see what changed, and commit:\n"
    yield _console(package, f"borderclash merge weir.yaml --on {_DAY}", hide="info[")
    yield _console(package, "borderclash diff HEAD:. .")
    yield _console(package, "git add data && git commit -qm 'Add the shot near Weir of 1 May 2001' && git log --format=%s")


def _console(folder: Path, command: str, hide: str | None = None) -> str:
    """Run a command, several joined with `&&`, and return it with its output and, unless that is 0, its exit code."""
    output, code = "", 0
    for part in command.split(" && "):
        if part.startswith("cd "):
            continue
        code, said = _run(folder, shlex.split(part))
        output += said
    if hide:
        paragraphs = output.split("\n\n")
        output = "\n\n".join(paragraph for paragraph in paragraphs if not paragraph.startswith(hide))
    ending = f"$ echo $?\n{code}\n" if code else ""
    return f"```console\n$ {command}\n{output}{ending}```\n"


def _run(folder: Path, words: list[str]) -> tuple[int, str]:
    program = [sys.executable, "-m", "borderclash"] if words[0] == "borderclash" else [*_GIT]
    environment = {**os.environ, "GITHUB_ACTIONS": "", "PYTHONUTF8": "1", "NO_COLOR": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(  # noqa: S603 - the commands stand above
        [*program, *words[1:]], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr
