"""Lets the reference find a function that has the name of a module beside it.

`borderclash.views.view` is both: the function that people call, and the module in which a view is declared. griffe, which reads the source
for the reference, keeps the module; people look for the function.
"""

from typing import Any

import griffe


class Functions(griffe.Extension):
    """Puts functions back that a module of the same name had replaced."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[str, griffe.Function] = {}

    def on_function(self, *, func: griffe.Function, **_: Any) -> None:
        """Remember each function by its path, before the modules beside it are read."""
        self._seen[func.path] = func

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Put back each one whose path now leads to a module."""
        for path, func in self._seen.items():
            *parents, name = path.split(".")[1:]
            parent = pkg[parents] if parents else pkg
            if isinstance(parent.members.get(name), griffe.Module):
                parent.members[name] = func
