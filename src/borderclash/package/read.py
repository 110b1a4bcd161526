"""A package into tables: locate, byte pass, text, types. No step back."""

__all__ = ["read"]

from borderclash.columns import TABLES, Table
from borderclash.package.descriptor import read_descriptor
from borderclash.package.engine import DuckEngine
from borderclash.package.faults import Fault
from borderclash.package.gather import gather, prepare
from borderclash.package.journal import file_of
from borderclash.package.load import Loaded, load_empty, load_file
from borderclash.package.locate import Package
from borderclash.package.tables import Tables


def read(package: Package) -> Tables:
    """Read every table of `package`. What is wrong with its files is in `Tables.faults`, never an exception."""
    descriptor = read_descriptor(package)
    files = {name: path for name, path in descriptor.paths.items() if path is not None}
    engine = DuckEngine(sum(_size(package, path) for path in files.values()))
    try:
        prepare(engine)
        loaded = {name: _load(engine, package, table, files.get(name)) for name, table in TABLES.items()}
        return gather(engine, loaded, faults=descriptor.faults, settings=descriptor.settings, package=package)
    except BaseException:
        engine.close()
        raise


def _load(engine: DuckEngine, package: Package, table: Table, file: str | None) -> Loaded:
    if file is None:
        return load_empty(engine, table)
    path = file_of(package.root, file)
    if not path.is_file():
        reason = "is no file" if path.exists() else "is not there"
        return load_empty(engine, table, Fault("missing-table", table.name, f"{file} {reason}", file))
    return load_file(engine, table, path, file)


def _size(package: Package, file: str) -> int:
    try:
        return file_of(package.root, file).stat().st_size
    except OSError:
        return 0
