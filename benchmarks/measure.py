"""Run a command as a process of its own, several times, and say how long it took and how much memory it held."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Measured", "measure", "table"]


@dataclass(frozen=True)
class Measured:
    """The median of several runs: seconds of wall clock, and the peak resident memory in MiB of the hungriest."""

    seconds: float
    mebibytes: float
    runs: int


def measure(command: Sequence[str], runs: int = 5, expect: Sequence[int] = (0,)) -> Measured:
    """Run the command `runs` times.

    Raises:
        RuntimeError: if a run exits with a code that is not expected.
    """
    seconds, memory = [], []
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        assert process.stderr is not None
        complaint = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - start)
        memory.append(usage.ru_maxrss / 1024)
        if process.returncode not in expect:
            raise RuntimeError(f"{' '.join(command)} exited with {process.returncode}: {complaint.decode()[-2000:]}")
    return Measured(statistics.median(seconds), max(memory), runs)


def python(program: str, *arguments: str) -> list[str]:
    """Return the command that runs a Python program given as text."""
    return [sys.executable, "-c", program, *arguments]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    wide = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)) for row in (heads, *rows)]
    rule = "-|-".join("-" * width for width in wide)
    return "\n".join(f"| {line} |" for line in (lines[0], rule, *lines[1:]))
