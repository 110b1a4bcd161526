"""What became of a claim, and when it was first answered."""

from typing import Final

from narwhals.stable import v2 as nw

from borderclash.derive.base import Frame, Tables, first_case, is_word, said, shared
from borderclash.derive.replies import WEAK, echoes_of, point, standing, weighed_replies
from borderclash.vocab import Aspect, ReplyStatus, Stance

__all__ = ["answers", "reply_status"]

ANSWERS: Final = (Stance.DENIES, Stance.CONFIRMS, Stance.JUSTIFIES, Stance.COUNTERS, *WEAK)


def _flags(rows: Frame) -> Frame:
    """Return, for each claim that is answered, what the standing replies do to it: one boolean column a question of the table."""
    own, theirs, others = nw.col("own"), nw.col("theirs"), ~nw.col("own") & ~nw.col("theirs")
    denies, main = is_word("stance", Stance.DENIES), is_word("aspect", Aspect.WHOLE, Aspect.ACT)
    questions = {
        "retracted": own & is_word("stance", Stance.RETRACTS, Stance.DENIES) & (main | is_word("aspect", Aspect.INTENT)),
        "denied": theirs & denies,
        "denied_main": theirs & denies & main,
        "confirmed": theirs & is_word("stance", Stance.CONFIRMS),
        "justified": theirs & is_word("stance", Stance.JUSTIFIES),
        "countered": theirs & is_word("stance", Stance.COUNTERS),
        "queried": theirs & is_word("stance", *WEAK),
        "others_deny": others & denies,
        "others_confirm": others & is_word("stance", Stance.CONFIRMS),
    }
    return rows.select("about", **questions).group_by("about").agg(*(nw.col(question).any() for question in questions))


def _doubts(weighed: Frame, echoes: Frame) -> Frame:
    """Return the claims whose silence may be a slip of the pen: a row that answers them, or by which they echo, is unreadable."""
    answered = weighed.filter("misread").select("about")
    echoing = point(weighed.filter("lost").select(claim_id="reply_id"), echoes).select("about")
    return nw.concat([answered, echoing], how="vertical").unique().with_columns(doubtful=nw.lit(value=True))


def reply_status(t: Tables) -> Frame:
    """Return what became of every claim, one row a claim_id.

    Columns: claim_id; reply_status (a word of `ReplyStatus`); others_deny and others_confirm (booleans: a voice neither of the
    accused's side nor the accuser's own denies or confirms it, and that stands); doubtful (boolean: a row of replies that may concern
    it cannot be read, so `unrecorded` proves nothing).
    """
    weighed, echoes = shared(t, "weighed", weighed_replies), echoes_of(t)
    searched = point(t["searches"].select("claim_id"), echoes).select("about").unique().with_columns(searched=nw.lit(value=True))
    claims = point(t["claims"].select("claim_id").filter(~nw.col("claim_id").is_null()).unique(), echoes)
    flags = _flags(standing(weighed))
    rows = claims.join(flags, on="about", how="left").join(searched, on="about", how="left")
    rows = rows.join(_doubts(weighed, echoes), on="about", how="left")
    rows = rows.with_columns(
        nw.col(*(name for name in rows.collect_schema().names() if name not in {"claim_id", "about"})).fill_null(value=False)
    )
    denied, main, confirmed, justified = (nw.col(name) for name in ("denied", "denied_main", "confirmed", "justified"))
    table = (
        (ReplyStatus.RETRACTED, nw.col("retracted")),
        (ReplyStatus.PARTLY_DENIED, denied & (confirmed | justified | ~main)),
        (ReplyStatus.DENIED, denied),
        (ReplyStatus.JUSTIFIED, justified),
        (ReplyStatus.ADMITTED, confirmed),
        (ReplyStatus.COUNTERED, nw.col("countered")),
        (ReplyStatus.NONCOMMITTAL, nw.col("queried")),
        (ReplyStatus.UNANSWERED, nw.col("searched")),
    )
    status = first_case(table, otherwise=ReplyStatus.UNRECORDED)
    return rows.select("claim_id", "others_deny", "others_confirm", "doubtful", reply_status=status).select(
        "claim_id", "reply_status", "others_deny", "others_confirm", "doubtful"
    )


def answers(t: Tables) -> Frame:
    """Return claim_id, said, replies (how many claims of the accused's side count as answers), first_reply_on and reply_lag_days.

    One row a claim. The lag is in days from the claim to its first dated answer; negative if the answer came first, null if either
    has no day.
    """
    weighed, echoes = shared(t, "weighed", weighed_replies), echoes_of(t)
    rows = weighed.filter(nw.col("counts") & nw.col("theirs") & is_word("stance", *ANSWERS))
    strong = rows.filter(~is_word("stance", *WEAK))
    weak = rows.filter(is_word("stance", *WEAK)).join(strong.select("about"), on="about", how="anti")
    first = nw.concat([frame.select("about", "reply_id", "said") for frame in (strong, weak)], how="vertical")
    first = first.group_by("about").agg(replies=nw.col("reply_id").n_unique(), first_reply_on=nw.col("said").min())
    claims = point(said(t).filter(~nw.col("claim_id").is_null()).group_by("claim_id").agg(nw.col("said").min()), echoes)
    reply_day, claim_day = (nw.col(name).cast(nw.Datetime("us")) for name in ("first_reply_on", "said"))
    return claims.join(first, on="about", how="left").select(
        "claim_id",
        "said",
        nw.col("replies").fill_null(0).cast(nw.Int64),
        "first_reply_on",
        reply_lag_days=(reply_day - claim_day).dt.total_minutes() // 1440,
    )
