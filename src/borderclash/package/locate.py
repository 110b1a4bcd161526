"""Where the data package is: the argument, else the copy in the wheel, else the checkout beside `src/`."""

__all__ = ["DESCRIPTOR", "Origin", "Package", "locate", "nearest"]

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from borderclash.errors import MissingPackageError

DESCRIPTOR: Final = "datapackage.json"
Origin = Literal["argument", "wheel", "checkout"]

_HOME: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Package:
    """A data package on disk.

    Attributes:
        root: the folder; paths in messages are relative to it.
        descriptor: its `datapackage.json`.
        origin: how it was found.
    """

    root: Path
    descriptor: Path
    origin: Origin


def locate(path: str | Path | None = None) -> Package:
    """Find the package at `path`, a folder or a descriptor; without one, the data that borderclash ships.

    Raises:
        MissingPackageError: if nothing is there, or what is there holds no `datapackage.json`.
    """
    if path is not None:
        return _given(Path(path))
    for root, origin in _shipped():
        if (root / DESCRIPTOR).is_file():
            return Package(root, root / DESCRIPTOR, origin)
    looked = " or ".join(str(root) for root, _ in _shipped())
    raise MissingPackageError(f"this copy of borderclash ships no data (looked in {looked}); name a package: borderclash validate PATH")


def nearest(path: str | Path | None = None) -> Package:
    """Find the package that a dossier belongs to: at `path`, else in the folder one works in, else the data that borderclash ships.

    Raises:
        MissingPackageError: as `locate`.
    """
    if path is None:
        path = next((root for root in (Path(), Path("datapackage")) if (root / DESCRIPTOR).is_file()), None)
    return locate(path)


def _shipped() -> tuple[tuple[Path, Origin], ...]:
    return (_HOME / "_data", "wheel"), (_HOME.parent.parent / "datapackage", "checkout")


def _given(path: Path) -> Package:
    if path.is_dir():
        root, descriptor = path, path / DESCRIPTOR
        if not descriptor.is_file():
            raise MissingPackageError(
                f"{path} holds no {DESCRIPTOR}; name a folder that holds one, or none at all for the data that borderclash ships"
            )
        return Package(root, descriptor, "argument")
    if not path.exists():
        raise MissingPackageError(
            f"{path} does not exist; name the folder of a data package, or none at all for the data that borderclash ships"
        )
    if path.suffix != ".json":
        raise MissingPackageError(f"{path} is no data package; name its folder, or its {DESCRIPTOR}")
    return Package(path.parent, path, "argument")
