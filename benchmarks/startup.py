"""How long borderclash takes to start: import, help, validating the shipped data and merging a dossier into it, beside bare Python.

python benchmarks/startup.py [RUNS]
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import measure, python, table

CASES = (
    ("bare Python", python("pass")),
    ("import borderclash", python("import borderclash")),
    ("borderclash --help", [sys.executable, "-m", "borderclash", "--help"]),
    ("borderclash show", [sys.executable, "-m", "borderclash", "show", "2021-05-28-nakhchivan"]),
    ("borderclash validate", [sys.executable, "-m", "borderclash", "validate"]),
)


INCIDENT = "2021-12-10-gegharkunik-kalbajar"


def merge(scratch: Path) -> list[str]:
    """Return the command that merges a dossier into a copy of the shipped data: an incident of it, under the next free id.

    It is a trial run, judged and compared as a real one, so that it can be run again.
    """
    shipped = Path(__file__).parents[1] / "datapackage"
    shutil.copytree(shipped, scratch / "datapackage")
    show = [sys.executable, "-m", "borderclash", "show", INCIDENT, "-p", str(shipped), "--format", "yaml"]
    text = subprocess.run(show, check=True, capture_output=True, text=True).stdout
    (scratch / "one.yaml").write_text(text.replace(f"id: {INCIDENT}", f"id: {INCIDENT}-2", 1), encoding="utf-8")
    return [
        *(sys.executable, "-m", "borderclash", "merge", str(scratch / "one.yaml")),
        *("--into", str(scratch / "datapackage"), "--dry-run"),
    ]


def main(runs: int) -> None:
    """Measure each case and print a table."""
    with tempfile.TemporaryDirectory() as scratch:
        cases = (*CASES, ("borderclash merge", merge(Path(scratch))))
        measured = {name: measure(command, runs) for name, command in cases}
    bare = measured["bare Python"].seconds
    rows = [
        (name, f"{one.seconds * 1000:.0f} ms", f"{(one.seconds - bare) * 1000:+.0f} ms", f"{one.mebibytes:.0f} MiB")
        for name, one in measured.items()
    ]
    print(table(("command", f"median of {runs}", "over bare Python", "peak memory"), rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
