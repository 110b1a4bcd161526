"""The views in Markdown, from the declarations that also make and test them."""

from typing import Final

from borderclash.projections.codebook import anchor, heading, markdown_table
from borderclash.views import VIEWS, View, ViewColumn

__all__ = ["views_page"]

_CODEBOOK: Final = "../datapackage/CODEBOOK.md"
_HEAD: Final = """# Views

Frames ready for analysis, made of the tables and never stored. Nothing in them says what happened: a row says who said what about whom, and
what the other side answered.

```python
import borderclash as bc

bc.view("accusations")  # pandas; also backend="polars", "pyarrow" or "duckdb"
bc.view("accusations", dataset=bc.load().as_of("2021-05-28"))  # as it could be known on a day
bc.describe("accusations")  # this page, in a terminal or a notebook
```

`borderclash export csv -o FOLDER` writes them all, with the tables. An empty cell is null. Statuses, evidence and lags are derived as the
docstring of `borderclash.derive` says; in every view rows are sorted by their key, empty cells first.

*This file is generated from the views themselves (`python -m borderclash.generate`); do not edit it.*
"""


def views_page() -> str:
    """Return the page of all views, to stand in `docs/`."""
    contents = markdown_table(("view", "one row is"), [(f"[{view.name}](#{view.name})", view.description) for view in VIEWS.values()])
    return "\n\n".join([_HEAD.rstrip(), contents, *(_view(view) for view in VIEWS.values())]) + "\n"


def _view(view: View) -> str:
    key = ", ".join(f"`{name}`" for name in view.key)
    rows = [(f"`{column.name}`", column.description, _type(column)) for column in view.columns]
    return f"## {view.name}\n\n{view.description} Key: {key}.\n\n{markdown_table(('column', 'meaning', 'type'), rows)}"


def _type(column: ViewColumn) -> str:
    return f"word of [{heading(column.vocabulary)}]({_CODEBOOK}#{anchor(column.vocabulary)})" if column.vocabulary else column.storage
