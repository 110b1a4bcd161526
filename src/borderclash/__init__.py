"""Claims about armed incidents: who said what about whom, read where, and what the accused side answered.

    import borderclash as bc

    ds = bc.load()                    # the shipped dataset, typed and indexed
    bc.view("accusations")            # one row an accusation, as a pandas frame
    bc.validate("path/to/package")    # the rules, on any claims package

Names are fetched on first use: importing borderclash loads neither Pydantic nor an engine.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from borderclash import about

_MODELS = (
    "Actor",
    "Citation",
    "Claim",
    "Figure",
    "Incident",
    "Location",
    "Place",
    "PlaceName",
    "Reply",
    "Search",
    "Source",
    "Waiver",
)
_ROOMS = {
    "columns": ("TABLES",),
    "dataset": ("Dataset", "load"),
    "dossier": ("Dossier",),
    "errors": (
        "BorderclashError",
        "MissingExtraError",
        "MissingPackageError",
        "UnknownNameError",
        "UnreadableDayError",
        "UnreadableError",
        "UnwritableError",
    ),
    "exports": ("export", "package"),
    "findings": ("Finding", "Run"),
    "frames": ("frame",),
    "models": _MODELS,
    "rules": ("RULES",),
    "validate": ("validate",),
    "views": ("VIEWS", "describe", "view"),
    "vocab": ("Act", "Aspect", "Attribution", "DatePrecision", "ReplyStatus", "Severity", "Stance"),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__version__ = about.VERSION
__all__ = ["__version__", *_HOME]  # noqa: PLE0604 - made of the rooms above, so that a name is listed once


def __getattr__(name: str) -> Any:
    """Fetch a public name from the room it lives in."""
    if name not in _HOME:
        raise AttributeError(f"module 'borderclash' has no attribute {name!r}")
    value = getattr(import_module(f"borderclash.{_HOME[name]}"), name)
    globals()[name] = value
    return value


class _FrontDoor(ModuleType):
    """The package itself: `borderclash.validate` stays the function, whoever imports the module of that name."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in _HOME or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor


def __dir__() -> list[str]:
    """List the public names, fetched or not."""
    return sorted(__all__)
