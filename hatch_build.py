"""Puts the data package into the wheel, as `borderclash/_data`, and the schema of dossiers, as `borderclash/_schemas`.

The descriptor's copy carries `bytes` and `hash` for each resource. They are written here and not kept in git, where any two changes of
the data would collide. An editable install gets no copy: it reads `datapackage/` beside `src/`, so nothing can go stale.
"""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DESCRIPTOR = "datapackage.json"
DOCUMENTS = ("CODEBOOK.md", "LICENSE")
HOME = "borderclash/_data"
SCHEMA = "dossier.schema.json"


def stamped(folder: Path) -> dict[str, Any]:
    """Return the descriptor in a folder with each resource's size in bytes and SHA-256 hash, in the standard's prefixed form."""
    descriptor: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        content = (folder / resource["path"]).read_bytes()
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return descriptor


class DataPackageHook(BuildHookInterface[Any]):
    """Force-includes the data package: the resources its descriptor names, its documents, and the stamped descriptor."""

    scratch: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to include; `version` is `standard` or `editable`."""
        if version != "standard":
            return
        folder = Path(self.root, "datapackage")
        descriptor = stamped(folder)
        self.scratch = tempfile.TemporaryDirectory()
        copy = Path(self.scratch.name, DESCRIPTOR)
        copy.write_bytes((json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
        included = {str(copy): f"{HOME}/{DESCRIPTOR}"}
        for path in (*DOCUMENTS, *(resource["path"] for resource in descriptor["resources"])):
            included[str(folder / path)] = f"{HOME}/{path}"
        included[str(Path(self.root, "schemas", SCHEMA))] = f"borderclash/_schemas/{SCHEMA}"
        build_data["force_include"].update(included)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's signature
        """Remove the copy of the descriptor."""
        if self.scratch:
            self.scratch.cleanup()
