"""An agreement as text for a terminal, as Markdown for the record, as JSON for machines."""

import json
from dataclasses import asdict

from borderclash.contribute.agreement.compare import Agreement
from borderclash.contribute.agreement.statistics import Score

__all__ = ["as_json", "as_markdown", "as_text"]


def as_text(found: Agreement) -> str:
    """Return it for a terminal."""
    lines = [_cut(found), "", f"{'field':<18}{'pairs':>6}{'same':>7}{'kappa':>8}{'alpha':>8}   95 % of alpha"]
    lines += [
        f"{field:<18}{score.n:>6}{_percent(score):>7}{_number(score.kappa):>8}{_number(score.alpha):>8}   {_span(score)}"
        for field, score in found.scores.items()
    ]
    for title, ids in _singles(found):
        lines += ["", f"{title}:", *(f"  {each}" for each in ids)] if ids else []
    lines += ["", f"to settle ({len(found.disagreements)}):"]
    lines += [f"  {each.claim or each.incident}  {each.field}: {each.a}  |  {each.b}" for each in found.disagreements]
    return "\n".join(lines) + "\n"


def as_markdown(found: Agreement) -> str:
    """Return it as Markdown."""
    lines = [_cut(found), "", "| field | pairs | same | kappa | alpha | 95 % of alpha |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {field} | {score.n} | {_percent(score)} | {_number(score.kappa)} | {_number(score.alpha)} | {_span(score)} |"
        for field, score in found.scores.items()
    ]
    for title, ids in _singles(found):
        lines += ["", f"{title}: {', '.join(f'`{each}`' for each in ids)}."] if ids else []
    if found.disagreements:
        lines += ["", "| what | field | A | B |", "|---|---|---|---|"]
        lines += [f"| `{each.claim or each.incident}` | {each.field} | {each.a} | {each.b} |" for each in found.disagreements]
    return "\n".join(lines) + "\n"


def as_json(found: Agreement) -> str:
    """Return it as JSON."""
    said = asdict(found)
    said["scores"] = {field: {**asdict(score), "percent": score.percent} for field, score in found.scores.items()}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _cut(found: Agreement) -> str:
    total_a, total_b = len(found.incidents) + len(found.only_a), len(found.incidents) + len(found.only_b)
    claims_a, claims_b = len(found.accusations) + len(found.accusations_a), len(found.accusations) + len(found.accusations_b)
    return (
        f"{len(found.incidents)} incidents matched of {total_a} and {total_b} ({found.same_id} with the same id); "
        f"in them {len(found.accusations)} accusations matched of {claims_a} and {claims_b}."
    )


def _singles(found: Agreement) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("Incidents of A only", found.only_a),
        ("Incidents of B only", found.only_b),
        ("Accusations of A only, in matched incidents", found.accusations_a),
        ("Accusations of B only, in matched incidents", found.accusations_b),
    )


def _percent(score: Score) -> str:
    return "-" if score.percent is None else f"{score.percent:.0f} %"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _span(score: Score) -> str:
    return "-" if score.low is None or score.high is None else f"{score.low:.2f} to {score.high:.2f}"
