"""The twelve tables as frames: typed, and as the text they were read from."""

__all__ = ["Frames", "Reading", "Tables"]

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field
from threading import RLock
from types import TracebackType
from typing import Any, Final, Self

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.errors import UnknownNameError
from borderclash.package.engine import DuckEngine, Engine
from borderclash.package.faults import Fault
from borderclash.package.lines import Place, Whereabouts
from borderclash.package.locate import Package
from borderclash.package.settings import Settings

Frames = Mapping[str, nw.LazyFrame[Any]]


@dataclass(frozen=True)
class Reading:
    """What reading a package brought to light.

    Attributes:
        faults: what is wrong with the descriptor and the files, by table and line.
        missing: the tables that could not be read at all.
        missing_columns: (table, column) for each column a header lacks.
        rejected: how many rows of a table were left out because they could not be read; tables with none are not in it.
        misfits: how many cells of a (table, column) break the pattern or the length of their kind; pairs with none are not in it.
            None where nobody counted.
        settings: what is particular to the package.
        package: where it lies, or None for frames that were handed in.
        lines: from row to line, per table that was a file.
        fresh: where dossiers were laid over a package, the numbers of the rows that come from them, by table; else None.
    """

    faults: tuple[Fault, ...] = ()
    missing: frozenset[str] = frozenset()
    missing_columns: frozenset[tuple[str, str]] = frozenset()
    rejected: Mapping[str, int] = field(default_factory=dict)
    misfits: Mapping[tuple[str, str], int] | None = None
    settings: Settings = field(default_factory=Settings)
    package: Package | None = None
    lines: Mapping[str, Whereabouts] = field(default_factory=dict)
    fresh: Mapping[str, frozenset[int]] | None = None


_UNREAD: Final = Reading()


class _Common:
    """What two hands on the same tables share: where each shared frame was kept, and a lock for each that is being made."""

    def __init__(self, made: dict[str, str]) -> None:
        self.made = made
        self._locks: dict[str, RLock] = {}

    def lock(self, name: str) -> RLock:
        """Return the lock of the shared frame `name`."""
        return self._locks.setdefault(name, RLock())


class Tables:
    """All that rules, loaders and exports see of a package: frames by name, and what reading it brought to light.

    A frame has the columns of its table and `_row`, the number of the row in its file, counted from 0 before any row was rejected.
    Every table is there: one that is missing is empty, a column that is missing is null, a cell that does not fit its kind is null.
    Close it, or use it in a `with`, when done.

    Attributes:
        faults, missing, missing_columns, rejected, misfits, settings, package, fresh: as in `Reading`.
    """

    def __init__(self, typed: Frames, text: Frames, engine: Engine, reading: Reading = _UNREAD) -> None:
        """Hold the frames; `read`, `from_frames` and `over` are how one comes by them."""
        self._typed, self._text, self._engine, self._reading = dict(typed), dict(text), engine, reading
        self._shared: dict[str, nw.LazyFrame[Any]] = {}
        self._common: _Common | None = None
        self.faults, self.settings, self.package = reading.faults, reading.settings, reading.package
        self.missing, self.missing_columns = reading.missing, reading.missing_columns
        self.rejected, self.misfits, self.fresh = reading.rejected, reading.misfits, reading.fresh

    def over(self, typed: Frames, text: Frames, engine: Engine) -> "Tables":
        """Return tables of which the same is known, over the frames of another engine."""
        return Tables(typed, text, engine, self._reading)

    def __getitem__(self, name: str) -> nw.LazyFrame[Any]:
        """Return the typed frame of the table `name`.

        Raises:
            UnknownNameError: if no table is called so.
        """
        return self._pick(self._typed, name)

    def text(self, name: str) -> nw.LazyFrame[Any]:
        """Return the frame of the table `name` with every cell as the text it was read as; an empty one is null.

        Raises:
            UnknownNameError: if no table is called so.
        """
        return self._pick(self._text, name)

    def keep(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Compute `frame` once and return a frame over the result."""
        return self._engine.keep(frame)

    def shared(self, name: str, build: Callable[["Tables"], nw.LazyFrame[Any]]) -> nw.LazyFrame[Any]:
        """Return the frame that `build` makes of these tables, computed the first time `name` is asked for and kept."""
        if name in self._shared:
            return self._shared[name]
        if self._common is None or not isinstance(self._engine, DuckEngine):
            self._shared[name] = self.keep(build(self))
            return self._shared[name]
        with self._common.lock(name):
            if name in self._common.made:
                self._shared[name] = self._engine.frame(self._common.made[name])
            else:
                self._shared[name] = self.keep(build(self))
                self._common.made[name] = self._shared[name].to_native().alias
        return self._shared[name]

    def aside(self) -> "Tables | None":
        """Return these tables in another hand, for a thread of its own; what one hand shares the other has. None if it would not help.

        It lets go by itself when nobody holds it any more.
        """
        engine = self._engine.aside() if isinstance(self._engine, DuckEngine) else None
        if engine is None:
            return None
        self._common = self._common or _Common({name: frame.to_native().alias for name, frame in self._shared.items()})
        typed, text = ({name: engine.frame(f"{form}.{name}") for name in self._typed} for form in ("typed", "text"))
        other = copy(self)
        other._typed, other._text, other._engine, other._shared = typed, text, engine, {}  # noqa: SLF001 - its own kind
        return other

    def rows(self, frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """Return the rows of `frame` as plain Python values: the one place where results are fetched."""
        return self._engine.rows(frame)

    def may_fill(self, frame: nw.LazyFrame[Any]) -> bool:
        """Return whether `frame` may have a row. False is certain; True says only that it is best to fetch them."""
        return self._engine.may_fill(frame)

    def native(self, frame: nw.LazyFrame[Any]) -> Any:
        """Return what the engine itself holds for `frame`; of tables that were read, a DuckDB relation."""
        return frame.to_native()

    def place_of(self, table: str, row: int, field: str | None = None) -> Place:
        """Return where a row stands, or its cell of the column `field`; the file is relative to the root, or absolute outside of it."""
        lines = self._reading.lines.get(table)
        return lines.place(row, field) if lines else Place()

    def close(self) -> None:
        """Let the engine go; the frames are of no use any more."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @staticmethod
    def _pick(frames: Frames, name: str) -> nw.LazyFrame[Any]:
        if name not in frames:
            raise UnknownNameError("table", name, TABLES)
        return frames[name]
