"""What the paths are that people give: a package, dossiers, or a folder of them."""

from pathlib import Path
from typing import Final

from borderclash.errors import UnreadableError
from borderclash.package.faults import STDIN
from borderclash.package.locate import DESCRIPTOR

__all__ = ["dossiers_in", "is_dossiers", "names_dossier"]

_SUFFIXES: Final = frozenset({".yaml", ".yml"})


def names_dossier(path: str | Path) -> bool:
    """Say whether a path ends as dossiers do, in small or capital letters, or stands for the standard input."""
    return str(path) == STDIN or Path(path).suffix.lower() in _SUFFIXES


def is_dossiers(path: str | Path) -> bool:
    """Say whether a path is a dossier, or a folder that holds some and is no package."""
    return names_dossier(path) or (
        Path(path).is_dir() and not Path(path, DESCRIPTOR).exists() and any(map(names_dossier, Path(path).iterdir()))
    )


def dossiers_in(folder: Path) -> list[Path]:
    """Return the dossiers in a folder, by name.

    Raises:
        UnreadableError: if there is none.
    """
    found = sorted(path for path in folder.iterdir() if names_dossier(path))
    if not found:
        raise UnreadableError(f"{folder} holds no dossier: nothing in it ends in .yaml or .yml; name a folder that does, or the files")
    return found
