"""Writes everything generated, or checks that it is as it would be written.

    python -m borderclash.generate            write what differs
    python -m borderclash.generate --check    show what differs, and exit 1 if anything does
    python -m borderclash.generate --images   draw the plots that README and docs show

It works in a checkout only. Every generated file is one pair in `GENERATED`: its path, and the function that returns its text. The plots
are not among them: what an image is made of may differ from one version of the drawing library to the next, so `--check` leaves them out.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import Any, Final

from borderclash.about import TITLE, VERSION
from borderclash.citation import cff
from borderclash.cli.reference import cli_page
from borderclash.columns import TABLES, Table
from borderclash.contribute.agreement import FORMS, compare
from borderclash.contribute.coded import read_coded
from borderclash.contribute.walkthrough import transcript
from borderclash.dataset import load
from borderclash.errors import MissingExtraError, MissingPackageError, UnreadableError
from borderclash.plots import plot, save
from borderclash.projections.codebook import codebook
from borderclash.projections.descriptor import descriptor
from borderclash.projections.form import dossier_schema
from borderclash.projections.jsonschema import row_schema
from borderclash.projections.tableschema import table_schema
from borderclash.reports import REPORTS
from borderclash.reports.counts import COUNTS
from borderclash.reports.coverage import coverage_tables
from borderclash.reports.dossier import Names, report
from borderclash.reports.json import finding_schema, rules_index
from borderclash.reports.pages import families, index, page
from borderclash.reports.source import read_source
from borderclash.reports.views import views_page
from borderclash.rules import RULES, Rule
from borderclash.validate import validate

__all__ = ["GENERATED", "IMAGES", "REPAIR", "main", "stale"]

REPAIR: Final = "python -m borderclash.generate"
_ROOT: Final = Path(__file__).resolve().parents[2]
_DESCRIPTOR: Final = "datapackage/datapackage.json"
_SHOWN: Final = "2021-05-28-nakhchivan"
_DENIAL: Final = f"{_SHOWN}.am-mod,{_SHOWN}.az-mod,"
"""How the row of replies begins that the README takes away, to show what the validator says then."""


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _descriptor(root: Path) -> str:
    """Return the shipped descriptor: its own hand-written head, our title and version, and the resources as the tables say.

    Raises:
        MissingPackageError: if there is no descriptor to take the head from.
        UnreadableError: if it is not a JSON object.
    """
    path = root / _DESCRIPTOR
    if not path.is_file():
        raise MissingPackageError(f"{path} does not exist; run this in a checkout of borderclash, or type: git checkout {_DESCRIPTOR}")
    try:
        head = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UnreadableError(f"{path} is not JSON ({error}); repair it by hand, or restore it: git checkout {_DESCRIPTOR}") from error
    if not isinstance(head, dict):
        raise UnreadableError(f"{path} is not a JSON object; restore it: git checkout {_DESCRIPTOR}")
    return _json(descriptor({**head, "title": TITLE, "version": VERSION}))


def _codebook(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return codebook()


def _table_schema(of: Table, root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return _json(table_schema(of))


def _row_schema(of: Table, root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return _json(row_schema(of))


def _finding_schema(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return _json(finding_schema())


def _dossier_schema(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return _json(dossier_schema())


def _rules(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return _json(rules_index())


def _views(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return views_page()


def _rule_page(of: Rule, root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return page(of)


def _rule_index(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return index()


def _readme(root: Path) -> str:
    """Return the README with its parts between the marks told anew: an incident, what is said of it without its denial, the rules."""
    text = _read(root / "README.md")
    text = _between(text, "incident", _console(f"borderclash show {_SHOWN}", _incident(root)))
    text = _between(text, "finding", _console("borderclash validate my-copy", _without_denial(root)))
    return _between(text, "rules", families("docs/rules"))


def _console(command: str, output: str) -> str:
    return f"```console\n$ {command}\n{output}```\n"


def _between(text: str, part: str, content: str) -> str:
    begin, end = f"<!-- generated by `{REPAIR}`: {part} -->\n", "<!-- end -->"
    block = f"{begin}{content}{end}"
    return re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: block, text, count=1, flags=re.DOTALL)


def _incident(root: Path) -> str:
    dataset = load(root / "datapackage")
    return report(dataset.dossier(_SHOWN), Names(dataset.actors, dataset.places))


def _without_denial(root: Path) -> str:
    """Return the report of a copy of the data from which one row of replies was taken."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "my-copy"
        shutil.copytree(root / "datapackage", copy)
        replies = copy / "data" / "replies.csv"
        rows = replies.read_text(encoding="utf-8").splitlines(keepends=True)
        replies.write_text("".join(row for row in rows if not row.startswith(_DENIAL)), encoding="utf-8")
        run = validate(copy, select=["BC201"])
        return REPORTS["text"](run, source=read_source(run.findings)).replace(str(copy), "my-copy")


def _walkthrough(root: Path) -> str:
    """Return CONTRIBUTING.md with the walk from a blank form to a commit walked anew."""
    return _between(_read(root / "CONTRIBUTING.md"), "walkthrough", transcript())


def _cli(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return cli_page()


def _counted(path: str, root: Path) -> str:
    """Return a page with every block of numbers between its marks counted anew."""
    text, dataset = _read(root / path), load(root / "datapackage")
    for part, count in COUNTS.items():
        text = _between(text, part, f"\n{count(dataset)}\n")
    return text


def _citation(root: Path) -> str:  # noqa: ARG001 - every function in GENERATED is given the root
    return cff()


def _coverage(root: Path) -> str:
    """Return docs/coverage.md with its tables made anew of the data."""
    return _between(_read(root / "docs" / "coverage.md"), "coverage", coverage_tables(load(root / "datapackage")))


def _reliability(root: Path) -> str:
    """Return docs/reliability.md with the figures of each double coding measured anew."""
    text = _read(root / "docs" / "reliability.md")
    for coding in ("pilot", "second"):
        one, other = (read_coded(root / "reliability" / coding / coder, root / "datapackage") for coder in "ab")
        found = compare(one.dataset, other.dataset, names=("a", "b"), base=(one.before, other.before))
        text = _between(text, coding, FORMS["markdown"](found))
    return text


GENERATED: Final[tuple[tuple[str, Callable[[Path], str]], ...]] = (
    (_DESCRIPTOR, _descriptor),
    ("README.md", _readme),
    ("CITATION.cff", _citation),
    ("CONTRIBUTING.md", _walkthrough),
    ("schemas/finding.schema.json", _finding_schema),
    ("schemas/rules.json", _rules),
    ("schemas/dossier.schema.json", _dossier_schema),
    ("datapackage/CODEBOOK.md", _codebook),
    ("docs/views.md", _views),
    ("docs/coverage.md", _coverage),
    ("docs/reliability.md", _reliability),
    ("docs/reference/cli.md", _cli),
    *((path, partial(_counted, path)) for path in ("docs/index.md", "docs/method.md", "docs/datasheet.md")),
    ("docs/rules/README.md", _rule_index),
    *((f"docs/rules/{of.code}.md", partial(_rule_page, of)) for of in RULES),
    *((f"schemas/{of.name}.tableschema.json", partial(_table_schema, of)) for of in TABLES.values()),
    *((f"schemas/{of.name}.schema.json", partial(_row_schema, of)) for of in TABLES.values()),
)
"""Every generated file: its path from the root of the checkout, and the function that, given that root, returns its text."""

IMAGES: Final = {name: f"docs/images/{name}.svg" for name in ("timeline", "replies", "lag", "tolls", "map", "coverage")}
"""The plots that README and docs show: name -> path."""


def stale(root: Path) -> dict[str, tuple[str, str]]:
    """Return the files that differ from what would be written: path -> (text now, text as it should be).

    A file that does not exist counts as empty.

    Raises:
        MissingPackageError: if `root` holds no data package.
        UnreadableError: if its descriptor cannot be read.
    """
    texts = {path: (_read(root / path), make(root)) for path, make in GENERATED}
    return {path: (now, then) for path, (now, then) in texts.items() if now != then}


def _read(path: Path) -> str:
    """Return a file's text with its line ends as they are, or nothing if it does not exist."""
    return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""


def _diff(path: str, now: str, then: str) -> str:
    lines = unified_diff(now.splitlines(keepends=True), then.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _draw(root: Path) -> int:
    """Draw the plots anew and say so."""
    dataset = load(root / "datapackage")
    for name, path in IMAGES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        save(plot(name, dataset), root / path, dark=True)
        sys.stdout.write(f"wrote {path}\n")
    return 0


def main(arguments: Sequence[str] | None = None, root: Path = _ROOT) -> int:
    """Run the command; return its exit code: 0 clean or written, 1 if --check found a difference, 2 if it could not run."""
    parser = argparse.ArgumentParser(prog=REPAIR, description="Write everything generated, or check that it is up to date.")
    parser.add_argument("--check", action="store_true", help="write nothing; show what differs and exit 1 if anything does")
    parser.add_argument("--images", action="store_true", help="draw the plots that README and docs show, and nothing else")
    chosen = parser.parse_args(arguments)
    check = chosen.check
    try:
        if chosen.images:
            return _draw(root)
        differing = stale(root)
    except (MissingExtraError, MissingPackageError, UnreadableError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    for path, (now, then) in differing.items():
        if check:
            sys.stdout.write(_diff(path, now, then))
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(then.encode("utf-8"))
            sys.stdout.write(f"wrote {path}\n")
    if check and differing:
        count = len(differing)
        sys.stdout.write(f"\n{count} generated {'file differs' if count == 1 else 'files differ'}; to repair, type: {REPAIR}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
