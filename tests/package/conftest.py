"""A small valid package to lay faults over."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).parent.parent / "cases"


def lay(root: Path, case: Path | None = None) -> Path:
    """Copy the base package to `root` and lay a case over it: tables, a descriptor, and `<table>.csv.gone` for one to take away."""
    shutil.copytree(CASES / "base", root)
    for file in sorted(case.iterdir()) if case else ():
        if file.suffix == ".csv":
            shutil.copyfile(file, root / "data" / file.name)
        elif file.name == "datapackage.json":
            shutil.copyfile(file, root / file.name)
        elif file.suffix == ".gone":
            (root / "data" / file.stem).unlink()
    return root


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that makes a package: the base, with whole tables replaced by the bytes given."""

    def make(**tables: bytes) -> Path:
        root = lay(tmp_path / "package")
        for name, content in tables.items():
            (root / "data" / f"{name}.csv").write_bytes(content)
        return root

    return make
