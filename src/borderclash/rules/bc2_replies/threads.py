"""The joins that the rules over replies share: each reply beside what it answers, made once for all of them.

Words and days are not among the columns: the rules that need them join them to the few rows they have left.
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.derive import UNSPECIFIED, said
from borderclash.derive.base import is_word
from borderclash.rules.scope import Scope
from borderclash.vocab import Stance

__all__ = ["ANSWERS", "OWN", "PAGES", "dated", "once", "party", "threads", "undenied"]

Frame = nw.LazyFrame[Any]

ANSWERS: Final = (Stance.DENIES, Stance.CONFIRMS, Stance.JUSTIFIES, Stance.COUNTERS, Stance.QUERIES, Stance.NO_COMMENT)
"""The stances that are another's."""

OWN: Final = (Stance.REPEATS, Stance.UPDATES, Stance.CORRECTS, Stance.RETRACTS)
"""The stances that are the speaker's own side's."""

PAGES: Final = ("actors", "claims", "replies")
"""What `threads` reads."""


def party(scope: Scope) -> Frame:
    """Return actor_id, side (null where empty) and party, whom the actor stands for: its side, or itself if it has none.

    An actor whose side is no actor is left out: nobody can tell for whom it speaks.
    """
    actors = scope.text("actors").select("actor_id", "side").drop_nulls("actor_id")
    alone = actors.filter(nw.col("side").is_null())
    sided = actors.join(actors.select(side="actor_id"), on="side", how="semi")
    return nw.concat([alone, sided], how="vertical").with_columns(party=nw.coalesce("side", "actor_id"))


def threads(scope: Scope) -> Frame:
    """Return each row of replies whose two claims and their speakers are there.

    Columns: _row, reply_id, answers, aspect, stance; of the reply voice (its speaker), voice_party, voice_act, voice_accused and
    voice_accused_party; of the claim it answers speaker, side, party, act, accused and accused_party; kin (both of one party) and
    theirs (of the accused's side; where nobody is accused, or it is not said who, of any side but the speaker's). Acts and
    accused are as they stand in the file, so that a cell that is no word of ours is not taken for an empty one.
    """
    return scope.shared("bc2.threads", _threads)


def _threads(scope: Scope) -> Frame:
    actors = party(scope)
    speakers = actors.rename({"actor_id": "speaker"})
    accused = actors.select(accused="actor_id", accused_party="party")
    claims = scope.text("claims").select("claim_id", "speaker", "accused", "act")
    ends = claims.join(speakers, on="speaker").join(accused, on="accused", how="left")
    reply = ends.select(
        reply_id="claim_id",
        voice="speaker",
        voice_party="party",
        voice_act="act",
        voice_accused="accused",
        voice_accused_party="accused_party",
    )
    rows = scope["replies"].select("_row", "reply_id", "answers", "aspect", "stance")
    rows = rows.join(reply, on="reply_id").join(ends.rename({"claim_id": "answers"}), on="answers")
    kin = nw.col("voice_party") == nw.col("party")
    within = nw.col("accused_party") == nw.col("party")
    charged = nw.when(within).then(nw.col("voice") == nw.col("accused")).otherwise(nw.col("voice_party") == nw.col("accused_party"))
    nobody = nw.col("accused").is_null() | (nw.col("accused") == UNSPECIFIED)
    return rows.with_columns(kin=kin, theirs=nw.when(nobody).then(~kin).otherwise(charged.fill_null(value=False)))


def dated(scope: Scope) -> Frame:
    """Return the threads of which it is proved that the reply came first: its day, `voiced_on`, lies before the claim's `said_on`.

    The day of a source stands in for the reply's where that is empty, since it is no earlier; for the claim's it proves nothing.
    """
    return scope.shared("bc2.dated", _dated)


def _dated(scope: Scope) -> Frame:
    voiced = said(scope).select(reply_id="claim_id", voiced_on="said")
    spoken = scope["claims"].select("said_on", answers="claim_id")
    rows = threads(scope).join(voiced, on="reply_id").join(spoken, on="answers")
    return rows.filter(nw.col("voiced_on") < nw.col("said_on"))


def undenied(scope: Scope) -> Frame:
    """Return the claim_id of each claim that answers an accusation as another's, and denies nothing by any of its rows."""
    return scope.shared("bc2.undenied", _undenied)


def _undenied(scope: Scope) -> Frame:
    rows = threads(scope).filter(is_word("stance", *ANSWERS) & (nw.col("theirs") | ~nw.col("kin")) & ~nw.col("accused").is_null())
    denying = scope["replies"].filter(is_word("stance", Stance.DENIES) | nw.col("stance").is_null()).select("reply_id").drop_nulls()
    return rows.select("reply_id").unique().join(denying, on="reply_id", how="anti").select(claim_id="reply_id")


def once(frame: Frame) -> Frame:
    """Leave one of the rows that stand for the same row of a table, which a key used twice may have doubled."""
    return frame.unique(subset=["_row"])
