"""Whether two people who coded the same pages without sight of each other wrote the same rows."""

from borderclash.contribute.agreement.compare import Agreement, Disagreement, agree
from borderclash.contribute.agreement.tell import as_json, as_markdown, as_text

__all__ = ["Agreement", "Disagreement", "agree", "as_json", "as_markdown", "as_text"]
