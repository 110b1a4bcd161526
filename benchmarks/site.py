"""How long a page of the site takes from disk in a browser that is already warm: from navigation to the end of its load event.

python benchmarks/site.py [RUNS]
"""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import table
from playwright.sync_api import sync_playwright

import borderclash as bc
from borderclash.site import build

BUDGET = 200
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
TAKEN = "() => performance.timing.loadEventEnd - performance.timing.navigationStart"
SHOWN = """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""


def pages(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the start page, the largest page of an incident, and the largest of the other pages."""
    yield "start page", root / "index.html"
    largest = max((root / "incidents").iterdir(), key=lambda path: path.stat().st_size)
    yield f"largest incident, {largest.stem}", largest
    other = max(root.glob("[!i]*.html"), key=lambda path: path.stat().st_size)
    yield f"largest other page, {other.stem}", other


def loads(page: Any, path: Path, runs: int) -> tuple[list[float], list[float]]:
    """Return how many milliseconds each load took, and each until a frame was drawn; two loads before that warm the browser."""
    loaded, shown = [], []
    for run in range(runs + 2):
        page.goto("about:blank")
        page.goto(path.as_uri(), wait_until="load")
        drawn = page.evaluate(SHOWN)
        page.wait_for_function(f"({TAKEN})() > 0")
        if run > 1:
            loaded.append(page.evaluate(TAKEN))
            shown.append(drawn)
    return loaded, shown


def main(runs: int) -> None:
    """Build the site of the shipped data, measure and print a table."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        root = Path(scratch) / "site"
        build(bc.load(), root)
        browser = playwright.chromium.launch(executable_path=next(filter(None, map(shutil.which, BROWSERS))), args=[*ARGUMENTS])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        rows = []
        for name, path in pages(root):
            loaded, shown = loads(page, path, runs)
            median = statistics.median(loaded)
            verdict = "met" if median <= BUDGET else "not met"
            size = f"{path.stat().st_size / 1024:.0f} KiB"
            rows.append((name, size, f"{median:.0f} ms", f"{max(loaded):.0f} ms", f"{statistics.median(shown):.0f} ms", verdict))
        browser.close()
    print(table(("page", "size", f"median of {runs}", "slowest", "median until drawn", f"budget of {BUDGET} ms"), rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
