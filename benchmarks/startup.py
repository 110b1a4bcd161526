"""How long borderclash takes to start: import, help, and validating the shipped data, beside bare Python.

python benchmarks/startup.py [RUNS]
"""

import sys

from measure import measure, python, table

CASES = (
    ("bare Python", python("pass")),
    ("import borderclash", python("import borderclash")),
    ("borderclash --help", [sys.executable, "-m", "borderclash", "--help"]),
    ("borderclash show", [sys.executable, "-m", "borderclash", "show", "2021-05-28-nakhchivan"]),
    ("borderclash validate", [sys.executable, "-m", "borderclash", "validate"]),
)


def main(runs: int) -> None:
    """Measure each case and print a table."""
    measured = {name: measure(command, runs) for name, command in CASES}
    bare = measured["bare Python"].seconds
    rows = [
        (name, f"{one.seconds * 1000:.0f} ms", f"{(one.seconds - bare) * 1000:+.0f} ms", f"{one.mebibytes:.0f} MiB")
        for name, one in measured.items()
    ]
    print(table(("command", f"median of {runs}", "over bare Python", "peak memory"), rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
