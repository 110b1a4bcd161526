"""The statistics and the assignment come from libraries of the extra `agreement`, fetched when they are asked for."""

from importlib import import_module
from typing import Any

from borderclash.errors import MissingExtraError

__all__ = ["library"]


def library(name: str) -> Any:
    """Return a module of a library of the extra.

    Raises:
        MissingExtraError: if the library is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        shown = {"sklearn": "scikit-learn"}.get(name.partition(".")[0], name.partition(".")[0])
        raise MissingExtraError(shown, "agreement") from error
