"""Claims about armed incidents: who said what about whom, read where, and what the accused side answered.

    import borderclash as bc

    ds = bc.load()                    # the shipped dataset, typed and indexed
    bc.view("accusations")            # one row an accusation, as a pandas frame
    bc.validate("path/to/package")    # the rules, on any claims package

Names are fetched on first use: importing borderclash loads neither Pydantic nor an engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from borderclash.about import VERSION as __version__

if TYPE_CHECKING:
    from borderclash.columns import TABLES
    from borderclash.dataset import Dataset, load
    from borderclash.dossier import Dossier
    from borderclash.errors import BorderclashError, MissingExtraError, MissingPackageError, UnknownNameError, UnreadableError
    from borderclash.findings import Finding, Run
    from borderclash.frames import frame
    from borderclash.models import (
        Actor,
        Citation,
        Claim,
        Figure,
        Incident,
        Location,
        Place,
        PlaceName,
        Reply,
        Search,
        Source,
        Waiver,
    )
    from borderclash.rules import RULES
    from borderclash.validate import validate
    from borderclash.views import VIEWS, view
    from borderclash.vocab import Act, Aspect, Attribution, DatePrecision, ReplyStatus, Severity, Stance

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
    "errors": ("BorderclashError", "MissingExtraError", "MissingPackageError", "UnknownNameError", "UnreadableError"),
    "findings": ("Finding", "Run"),
    "frames": ("frame",),
    "models": _MODELS,
    "rules": ("RULES",),
    "validate": ("validate",),
    "views": ("VIEWS", "view"),
    "vocab": ("Act", "Aspect", "Attribution", "DatePrecision", "ReplyStatus", "Severity", "Stance"),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [  # noqa: PLE0604, RUF022 - made of the rooms above, so that a name is listed once
    "__version__",
    *_HOME,
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from the room it lives in."""
    if name not in _HOME:
        raise AttributeError(f"module 'borderclash' has no attribute {name!r}")
    value = getattr(import_module(f"borderclash.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, fetched or not."""
    return sorted(__all__)
