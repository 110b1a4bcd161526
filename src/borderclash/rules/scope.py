"""What a rule may look at: the tables, the day, and the faults the reader met. Rules see nothing else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from narwhals.stable import v2 as nw

if TYPE_CHECKING:
    from borderclash.package.faults import Fault
    from borderclash.package.settings import Settings
    from borderclash.package.tables import Tables

__all__ = ["Scope"]


@dataclass(frozen=True)
class Scope:
    """The tables as a rule sees them.

    A column that the package does not have is not there: a rule that asks for it fails to run, and that is said, whereas a
    column of nulls would be judged.

    Attributes:
        tables: the tables as read.
        on: the day to judge by; None if none was given, and then no rule that needs one is asked.
        used_waivers: the keys of the waivers that accepted something; filled only for the rules over the run, which come last.
        unjudged: the codes of the rules that were not asked, were asked only to be counted, or could not run whole: what a waiver of
            theirs would have accepted is not known; filled like `used_waivers`.
    """

    tables: "Tables"
    on: date | None = None
    used_waivers: frozenset[str] = frozenset()
    unjudged: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> nw.LazyFrame[Any]:
        """Return a table, typed, with `_row`; cells that are not what their column wants are null."""
        return self._whole(name, self.tables[name])

    def text(self, name: str) -> nw.LazyFrame[Any]:
        """Return a table as text, with `_row`."""
        return self._whole(name, self.tables.text(name))

    def shared(self, name: str, build: "Callable[[Scope], nw.LazyFrame[Any]]") -> nw.LazyFrame[Any]:
        """Return what `build` makes, made once for all rules that ask for `name`."""
        return self.tables.shared(name, lambda _: build(self))

    def may_fill(self, frame: nw.LazyFrame[Any]) -> bool:
        """Return whether `frame` may have a row; False is certain, and spares the steps that would be taken over nothing."""
        return self.tables.may_fill(frame)

    @property
    def settings(self) -> "Settings":
        """The package's own settings."""
        return self.tables.settings

    def faults(self, name: str) -> "Iterator[Fault]":
        """Yield the faults of that name the reader met."""
        return (fault for fault in self.tables.faults if fault.rule == name)

    def lacks(self, table: str, column: str) -> bool:
        """Return whether the package has no such column."""
        return table in self.tables.missing or (table, column) in self.tables.missing_columns

    def may_misfit(self, table: str, column: str) -> bool:
        """Return whether some cell of the column may break the pattern or length of its kind; the reader may have counted."""
        return self.tables.misfits is None or (table, column) in self.tables.misfits

    def gap(self, reads: Iterable[str] = (), absent: Iterable[str] = ()) -> str | None:
        """Return why a rule could not run, in one line, or None if it can.

        Args:
            reads: the tables it reads.
            absent: those from whose rows it concludes that something is *not* there.
        """
        missing = [name for name in reads if name in self.tables.missing]
        if missing:
            return f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
        for name in absent:
            rejected = self.tables.rejected.get(name, 0)
            if rejected:
                rows = "1 row" if rejected == 1 else f"{rejected} rows"
                return f"{rows} of {name} could not be read, and may hold what would look absent"
        return None

    def _whole(self, name: str, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        lacking = [column for table, column in sorted(self.tables.missing_columns) if table == name]
        return frame.drop(*lacking, strict=False) if lacking else frame
