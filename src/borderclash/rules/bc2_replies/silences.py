"""The accusations that count as unanswered, with the searches on which that rests: made once for the rules over searches."""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive import reply_status
from borderclash.derive.replies import echoes_of, point
from borderclash.rules.bc2_replies.threads import party
from borderclash.rules.scope import Scope
from borderclash.vocab import ReplyStatus

__all__ = ["silences"]


def silences(scope: Scope) -> nw.LazyFrame[Any]:
    """Return each search for a reply to an accusation that is unanswered; of an echo, beside those for what it repeats.

    Columns: _row, claim_id, incident_id and accused_side (null if the accused has none) of the claim; searched_on, outlet, language.
    """
    return scope.shared("bc2.silences", _silences)


def _silences(scope: Scope) -> nw.LazyFrame[Any]:
    status = scope.shared("derive.reply_status", reply_status)
    echoes = echoes_of(scope)
    silent = status.filter((nw.col("reply_status") == ReplyStatus.UNANSWERED.value) & ~nw.col("doubtful")).select("claim_id")
    silent = silent.join(echoes, on="claim_id", how="anti")
    sides = party(scope).select(accused="actor_id", accused_side="side")
    claims = scope["claims"].select("_row", "claim_id", "incident_id", "accused").join(silent, on="claim_id", how="semi")
    claims = claims.join(sides, on="accused").select("_row", "incident_id", "accused_side", about="claim_id")
    searches = point(scope["searches"].select("claim_id", "searched_on", "outlet", "language"), echoes)
    return claims.join(searches.drop("claim_id"), on="about").rename({"about": "claim_id"})
