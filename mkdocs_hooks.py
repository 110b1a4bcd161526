"""What the docs site does beyond its pages: it shows some files that live outside of `docs/`, and it mends links to them.

In git a page links to `../CONTRIBUTING.md`, which leads somewhere wherever the repository is read. On the site the same file is a page
of its own, and the link leads there. A link to a file that the site does not show becomes its name.
"""

import posixpath
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT: Final = Path(__file__).parent
SHOWN: Final = {
    "CHANGELOG.md": "reference/changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "datapackage/CODEBOOK.md": "reference/codebook.md",
}
"""A file outside of `docs/` -> the page it is on the site."""

_LINK: Final = re.compile(r"(?P<text>!?\[[^\]\n]*\])\((?P<target>[^)\s:#]+)(?P<anchor>#[^)\s]*)?\)")
_NOTEBOOK_LINK: Final = re.compile(r'href="(?P<target>[^":#]+)\.(?P<suffix>md|ipynb)(?P<anchor>#[^"]*)?"')
_SCRIPT: Final = re.compile(r"<script\b[^>]*>.*?</script>", flags=re.DOTALL)
_ELSEWHERE: Final = re.compile(r"""["']https?://cdnjs[^"']*["']""")
_FETCHES: Final = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=["'](?:https?:)?//[^>]*>""")
_FENCE: Final = re.compile(r"(^```.*?^```[^\n]*$)", flags=re.DOTALL | re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are files from outside."""
    for source, page in SHOWN.items():
        files.append(File.generated(config, page, abs_src_path=str(ROOT / source)))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Lead every relative link to where the site has what it names."""
    shown = page.file.src_uri
    source = next((path for path, at in SHOWN.items() if at == shown), f"docs/{shown}")
    parts = _FENCE.split(markdown)  # every second part is a fenced block, and stays as it is
    parts[::2] = [_LINK.sub(_led(source, shown), part) for part in parts[::2]]
    return "".join(parts)


def on_post_page(output: str, *, page: Page, **_: Any) -> str:
    """Lead the links of notebooks to pages, take out what their template would fetch if need be, and let nothing through that fetches."""
    if page.file.src_uri.endswith(".ipynb"):
        output = _NOTEBOOK_LINK.sub(partial(_led_from_notebook, f"docs/{page.file.src_uri}"), output)
    output = _SCRIPT.sub(lambda script: "" if _ELSEWHERE.search(script[0]) else script[0], output)
    if fetched := _FETCHES.search(output):
        raise PluginError(f"{page.file.src_uri}: the page fetches something from elsewhere: {fetched[0]}")
    return output


def _led_from_notebook(source: str, link: re.Match[str]) -> str:
    if not (ROOT / posixpath.dirname(source) / f"{link['target']}.{link['suffix']}").exists():
        raise PluginError(f"{source}: the link to {link['target']}.{link['suffix']} leads nowhere")
    return f'href="{link["target"]}.html{link["anchor"] or ""}"'


def _led(source: str, shown: str) -> Callable[[re.Match[str]], str]:
    """Return what a link in a file becomes on the page that shows it."""

    def led(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), link["target"]))
        if not (ROOT / path).exists():
            raise PluginError(f"{source}: the link to {link['target']} leads nowhere")
        at = SHOWN.get(path) or (path.removeprefix("docs/") if path.startswith("docs/") else None)
        if at is None:
            return f"{link['text'][1:-1]} (`{path}` in the repository)"
        return f"{link['text']}({posixpath.relpath(at, posixpath.dirname(shown) or '.')}{link['anchor'] or ''})"

    return led
