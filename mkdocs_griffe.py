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
        self._seen: list[griffe.Function] = []

    def on_function_instance(self, *, func: griffe.Function, **_: Any) -> None:
        """Remember each function of a module, before the modules beside it are read."""
        if func.parent is not None and func.parent.is_module:
            self._seen.append(func)

    def on_package(self, **_: Any) -> None:
        """Put back each one in whose place a module stands now."""
        for func in self._seen:
            if func.parent is not None and isinstance(func.parent.members.get(func.name), griffe.Module):
                func.parent.members[func.name] = func
