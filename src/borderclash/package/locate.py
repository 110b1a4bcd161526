"""Where the data package is: the argument, else the copy in the wheel, else the checkout beside `src/`."""

__all__ = ["DESCRIPTOR", "INSTALLED", "Origin", "Package", "around", "locate", "nearest"]

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from borderclash.errors import MissingPackageError

DESCRIPTOR: Final = "datapackage.json"
INSTALLED: Final = "installed"
"""What names the data that borderclash ships where a package is to be named, unless a file or folder is called so."""
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
    """Find the package at `path`, a folder or a descriptor; without one, or by `installed`, the data that borderclash ships.

    Raises:
        MissingPackageError: if nothing is there, or what is there holds no `datapackage.json`.
    """
    if path is not None and (str(path) != INSTALLED or Path(path).exists()):
        return _given(Path(path))
    for root, origin in _shipped():
        if (root / DESCRIPTOR).is_file():
            return Package(root, root / DESCRIPTOR, origin)
    looked = " or ".join(str(root) for root, _ in _shipped())
    raise MissingPackageError(f"this copy of borderclash ships no data (looked in {looked}); name a package: borderclash validate PATH")


def nearest(path: str | Path | None = None) -> Package:
    """Find the package that a command means: at `path`, else the one around the folder one works in, else the data that borderclash ships.

    Raises:
        MissingPackageError: as `locate`.
    """
    return locate(around() if path is None else path)


def around() -> Path | None:
    """Return the folder of the claims package one works in: here or in `datapackage/`, or so further up; None if there is none.

    It is looked for no further up than the top of a git repository.
    """
    here = Path.cwd()
    for up in (here, *here.parents):
        for folder in (up, up / "datapackage"):
            if _holds_claims(folder / DESCRIPTOR):
                return Path(os.path.relpath(folder, here))
        if (up / ".git").exists():
            break
    return None


def _holds_claims(descriptor: Path) -> bool:
    """Whether a descriptor is one of claims, broken ones included, and not that of some other data package."""
    try:
        content = json.loads(descriptor.read_text(encoding="utf-8"))
    except OSError:
        return False
    except ValueError:
        return True
    if not isinstance(content, dict) or "borderclash" in content or not isinstance(resources := content.get("resources"), list):
        return True
    return not resources or any(isinstance(each, dict) and each.get("name") == "claims" for each in resources)


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
