"""How far two people agree who coded the same pages without seeing each other's work; `docs/reliability.md` is the protocol."""

from borderclash.contribute.agreement.compare import FIELDS, NOTHING, Agreement, Count, Disagreement, Single, compare
from borderclash.contribute.agreement.telling import FORMS

__all__ = ["FIELDS", "FORMS", "NOTHING", "Agreement", "Count", "Disagreement", "Single", "compare"]
