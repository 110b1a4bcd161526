"""What the columns of a table or a view are and mean, for a person in a terminal or a notebook."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from borderclash.columns import Table
from borderclash.errors import UnknownNameError
from borderclash.notebook import bold, fragment, grid, muted
from borderclash.views.view import View

__all__ = ["ColumnText", "Description", "described"]

_WIDTH: Final = 100


@dataclass(frozen=True)
class ColumnText:
    """One column, told.

    Attributes:
        name: what it is called.
        type: `text`, `word`, `integer`, `decimal`, `date`, `time`, `datetime` or `boolean`.
        meaning: what a cell means.
        vocabulary: the words a cell may be, each with its meaning; empty where any text of the type will do.
        filled: `key`, `always`, or `may be empty`; of a view's other columns nothing is promised.
        references: the table whose key a cell is, or None.
    """

    name: str
    type: str
    meaning: str
    vocabulary: tuple[tuple[str, str], ...]
    filled: str
    references: str | None = None


@dataclass(frozen=True, repr=False)
class Description:
    """A table or a view, told; print it, or let a notebook show it.

    Attributes:
        name: what it is called.
        kind: `table` or `view`.
        meaning: what one row is.
        columns: its columns in order.
    """

    name: str
    kind: str
    meaning: str
    columns: tuple[ColumnText, ...]

    def __getitem__(self, name: str) -> ColumnText:
        """Return the column of that name.

        Raises:
            UnknownNameError: if there is none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise UnknownNameError(f"column of {self.name}", name, [column.name for column in self.columns])

    def __iter__(self) -> Iterator[ColumnText]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)

    def __repr__(self) -> str:
        lines = [f"{self.name} ({self.kind}): {self.meaning}"]
        name_width = max(len(column.name) for column in self.columns) + 2
        indent = " " * (name_width + 10)
        for column in self.columns:
            lead = f"{column.name:<{name_width}}{column.type:<10}"
            lines += textwrap.wrap(f"{column.meaning}{_aside(column)}", _WIDTH, initial_indent=lead, subsequent_indent=indent)
            if column.vocabulary:
                words = ", ".join(word for word, _ in column.vocabulary)
                lines += textwrap.wrap(f"one of: {words}", _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = [
            (column.name, column.type, column.meaning + _aside(column), "\n".join(f"{word}: {text}" for word, text in column.vocabulary))
            for column in self.columns
        ]
        return fragment(f"{bold(self.name)} {muted(self.kind)}", muted(self.meaning), grid(("column", "type", "meaning", "words"), rows))


def _aside(column: ColumnText) -> str:
    notes = [column.filled] if column.filled in ("key", "always") else []
    notes += [f"refers to {column.references}"] if column.references else []
    return f" ({', '.join(notes)})" if notes else ""


def described(of: Table | View) -> Description:
    """Return a table or a view, told."""
    if isinstance(of, View):
        told = [
            ColumnText(
                each.name,
                each.storage,
                each.description,
                tuple((word.value, word.meaning) for word in each.vocabulary or ()),
                "key" if each.name in of.key else "",
                each.references,
            )
            for each in of.columns
        ]
        return Description(of.name, "view", of.description, tuple(told))
    told = [
        ColumnText(
            each.name,
            each.kind.storage,
            each.description,
            tuple((word.value, word.meaning) for word in each.vocabulary or ()),
            "key" if each.key else "always" if each.required else "may be empty",
            each.references,
        )
        for each in of.columns
    ]
    return Description(of.name, "table", of.description, tuple(told))
