"""One coder's work as a dataset: a package, or dossiers as if they were merged into the one they are meant for."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from borderclash.columns import TABLES
from borderclash.dataset import Dataset, load
from borderclash.errors import MissingPackageError, UnreadableError
from borderclash.package.drafts import read_drafts
from borderclash.package.fold import fold
from borderclash.package.given import is_dossiers
from borderclash.package.locate import DESCRIPTOR, nearest
from borderclash.package.sheets import read_sheets
from borderclash.package.write import canonical

__all__ = ["Coded", "read_coded"]


@dataclass(frozen=True)
class Coded:
    """A coding: the dataset, and the incidents that were there before it and that it does not give anew."""

    dataset: Dataset
    before: frozenset[str]


def read_coded(path: Path, into: Path | None = None) -> Coded:
    """Read a coding.

    Raises:
        MissingPackageError, UnreadableError: if there is nothing at `path` that can be read whole.
    """
    if (path / DESCRIPTOR).is_file() or path.name == DESCRIPTOR:
        return Coded(load(path), frozenset())
    if not path.exists():
        raise MissingPackageError(f"{path} does not exist; name a package, or a folder of dossiers (.yaml)")
    base = read_sheets(nearest(into))
    if path.is_dir() and not is_dossiers(path):
        raise UnreadableError(f"{path} holds neither a package nor a dossier (.yaml); name a folder that does")
    drafts = read_drafts([path])
    folded = fold(base, drafts)
    grave = [fault for fault in folded.faults if fault.rule == "unreadable-dossier"]
    if grave:
        where = grave[0].file if grave[0].line is None else f"{grave[0].file}:{grave[0].line}"
        raise UnreadableError(f"{where}: {grave[0].message}; to see every fault, type: borderclash validate {path}")
    given = {draft.incident_id for draft in drafts}
    before = frozenset(incident for row in base["incidents"].rows if (incident := row.cells[0]) and incident not in given)
    with tempfile.TemporaryDirectory(prefix="borderclash-") as folder:
        root = Path(folder)
        shutil.copyfile(base.package.descriptor, root / DESCRIPTOR)
        for name, table in TABLES.items():
            target = root / base[name].file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(canonical(table, [row.cells for row in folded.rows[name]]))
        return Coded(load(root), before)
