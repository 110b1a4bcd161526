"""What a large package costs, beside a floor and two peers, in one run.

    python benchmarks/scale.py [--runs N] [--frictionless MOST] CLAIMS...

For each number of claims a valid package is made, and then measured: DuckDB reading the same files into tables (the floor), polars reading
them, borderclash judging structure and keys alone, borderclash judging by all rules, and frictionless, which knows structure and keys
only. Frictionless is left out above MOST claims, since it takes hours there.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Measured, measure, python, table

DUCKDB = """
import sys, duckdb
from pathlib import Path
db = duckdb.connect(str(Path(sys.argv[2]) / "floor.duckdb"))
for file in sorted(Path(sys.argv[1], "data").glob("*.csv")):
    names = file.open(encoding="utf-8").readline().strip().split(",")
    db.read_csv(str(file), auto_detect=False, header=True, delimiter=",", quotechar='"', escapechar='"',
                columns={name: "VARCHAR" for name in names}).create("t_" + file.stem)
"""
POLARS = """
import sys, polars
from pathlib import Path
held = [polars.read_csv(file, infer_schema=False) for file in sorted(Path(sys.argv[1], "data").glob("*.csv"))]
"""
STRUCTURE = "BC0,BC90,BC910,BC911,BC912,BC913,BC914"
"""Files, headers, cells, keys and references: what frictionless judges too. The order of rows and the like are left out."""
FRICTIONLESS = """
import sys
from frictionless import Package
report = Package(sys.argv[1] + "/datapackage.json").validate()
raise SystemExit(0 if report.valid else 1)
"""


def cases(package: Path, scratch: Path, *, frictionless: bool) -> dict[str, list[str]]:
    """Return the commands to measure."""
    judge = [
        sys.executable,
        "-m",
        "borderclash",
        "validate",
        str(package),
        "--on",
        "2026-01-01",
        "--max-findings",
        "5",
        "--fail-on",
        "warning",
    ]
    found = {
        "DuckDB CREATE TABLE (the floor)": python(DUCKDB, str(package), str(scratch)),
        "polars read_csv": python(POLARS, str(package)),
        "borderclash, structure and keys": [*judge, "--select", STRUCTURE],
        "borderclash, all rules": judge,
    }
    if frictionless:
        found["frictionless"] = python(FRICTIONLESS, str(package))
    return found


def measured(package: Path, runs: int, *, frictionless: bool) -> dict[str, Measured]:
    """Measure each case; what takes long is run once."""
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, command in cases(package, Path(scratch), frictionless=frictionless).items():
            if name.startswith("DuckDB"):
                results[name] = _floor(command, Path(scratch), runs)
            else:
                results[name] = measure(command, 1 if name == "frictionless" else runs)
            sys.stderr.write(f"{name}: {results[name].seconds:.1f} s\n")
    return results


def _floor(command: list[str], scratch: Path, runs: int) -> Measured:
    each = []
    for _ in range(runs):
        for file in scratch.iterdir():
            file.unlink()
        each.append(measure(command, 1))
    middle = sorted(each, key=lambda one: one.seconds)[len(each) // 2]
    return Measured(middle.seconds, max(one.mebibytes for one in each), runs)


def _rows(file: Path) -> int:
    with file.open("rb") as stream:
        return sum(1 for _ in stream) - 1


def main() -> None:
    """Make, measure, and print a table a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int, nargs="+", help="how many claims a package is to hold")
    parser.add_argument("--runs", type=int, default=3, help="how often each is run; the median counts")
    parser.add_argument("--frictionless", type=int, default=100_000, metavar="MOST", help="the largest package given to frictionless")
    arguments = parser.parse_args()
    for claims in arguments.claims:
        with tempfile.TemporaryDirectory() as folder:
            package = Path(folder)
            # In a process of its own: what this one holds would count as held by each command it starts.
            subprocess.run([sys.executable, str(Path(__file__).with_name("make_package.py")), folder, str(claims)], check=True)
            size = sum(file.stat().st_size for file in (package / "data").iterdir()) / 1e6
            rows = sum(_rows(file) for file in (package / "data").iterdir())
            results = measured(package, arguments.runs, frictionless=claims <= arguments.frictionless)
        floor, peer = results["DuckDB CREATE TABLE (the floor)"], results.get("frictionless")
        lines = [
            (
                name,
                f"{one.seconds:.2f} s",
                f"{one.seconds / floor.seconds:.1f}",
                f"{peer.seconds / one.seconds:.0f}" if peer else "not run",
                f"{one.mebibytes:.0f} MiB",
                str(one.runs),
            )
            for name, one in results.items()
        ]
        print(f"\n{claims:,} claims: {rows:,} rows, {size:.0f} MB\n")
        print(table(("", "median", "times the floor", "times faster than frictionless", "peak memory", "runs"), lines))
        print(json.dumps({name: one.seconds for name, one in results.items()}), file=sys.stderr)


if __name__ == "__main__":
    main()
