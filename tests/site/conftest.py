"""The site of the shipped data in Chromium, for the tests of this folder that read it as a reader does.

They are skipped where Chromium or the extra `browser` is missing, and fail instead if BORDERCLASH_BROWSER is `required`.
"""

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import borderclash as bc
from borderclash.site import build

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@dataclass
class Reader:
    """A page of the site in the browser, and what went on in it."""

    page: Any
    root: Path
    complaints: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)

    def open(self, path: str) -> Any:
        """Open a page of the site by its path, such as `index.html?q=road`, and return it."""
        name = re.split("[?#]", path)[0]
        self.page.goto((self.root / name).as_uri() + path[len(name) :])
        return self.page


def lacking(what: str) -> None:
    if os.environ.get("BORDERCLASH_BROWSER") == "required":
        pytest.fail(f"{what}, and BORDERCLASH_BROWSER is required")
    pytest.skip(what)


@pytest.fixture(scope="session")
def dataset():
    return bc.load()


@pytest.fixture(scope="session")
def root(dataset, tmp_path_factory):
    out = tmp_path_factory.mktemp("shipped") / "public"
    build(dataset, out)
    return out


@pytest.fixture(scope="module")  # no longer than it must be: while it runs, no other test of the process can have an event loop
def chromium():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        lacking("the site is not read in a browser for want of playwright; type: pip install -e '.[browser]'")
    if CHROMIUM is None:
        lacking("the site is not read in a browser for want of Chromium; type: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS])
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium, root, request):
    """A reader at a wide screen, or as the parameters of `reader` say, who at the end has nothing to complain of."""
    context = chromium.new_context(**{"viewport": WIDE, **getattr(request, "param", {})})
    one = Reader(context.new_page(), root)
    one.page.set_default_timeout(10_000)
    one.page.on("console", lambda said: said.type in {"error", "warning"} and one.complaints.append(said.text))
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.page.on("request", lambda asked: urlsplit(asked.url).scheme not in {"file", "data"} and one.away.append(asked.url))
    yield one
    context.close()
    assert one.complaints == []
    assert one.away == []
