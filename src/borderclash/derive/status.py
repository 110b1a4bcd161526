"""What became of a claim, and when it was first answered."""

from typing import Final

from narwhals.stable import v2 as nw

from borderclash.derive.base import Frame, Tables, first_case, is_word, joined, minutes_between, said, shared
from borderclash.derive.replies import WEAK, echoes_of, point, standing, weighed_replies
from borderclash.vocab import Aspect, ReplyStatus, Stance

__all__ = ["answers", "denied_aspects", "exchanges", "reply_status"]

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


def denied_aspects(t: Tables) -> Frame:
    """Return claim_id and aspects_denied: what the accused's side denies of it by replies that stand, one space between."""
    rows = standing(shared(t, "weighed", weighed_replies)).filter(nw.col("theirs") & is_word("stance", Stance.DENIES))
    named = joined(rows, "about", "aspects_denied", {aspect.value: nw.col("aspect") == aspect.value for aspect in Aspect})
    return point(t["claims"].select("claim_id"), echoes_of(t)).join(named, on="about").select("claim_id", "aspects_denied")


def exchanges(t: Tables) -> Frame:
    """Return every row of replies by its key (reply_id, answers, aspect), with what it bears on and whether it is weighed.

    Columns: about (the claim whose status it bears on: what the answered claim repeats, or that claim itself); own and theirs (whether
    the reply's speaker is of that claim's side, or of its accused's); counts and stands (whether it is weighed at all, and whether no
    later reply replaced it); said and said_at (of the reply).
    """
    key = ("reply_id", "answers", "aspect")
    weighed = shared(t, "weighed", weighed_replies)
    standing_keys = standing(weighed).select(*key).unique().with_columns(stands=nw.lit(value=True))
    rows = weighed.join(standing_keys, on=list(key), how="left")
    names = (*key, "about", "own", "theirs", "counts", "stands", "said", "said_at")
    return rows.with_columns(nw.col("stands").fill_null(value=False)).select(*names)


def answers(t: Tables) -> Frame:
    """Return claim_id, said, and when it was first answered; one row a claim.

    Columns: replies (how many claims of the accused's side count as answers), first_reply_on, reply_lag_days and reply_lag_hours. The
    lag is from the claim to its first dated answer; negative if the answer came first, null if either has no day. In hours it is known
    only where the claim and every answer of that first day have a clock time, since one without might be the first.
    """
    weighed, echoes = shared(t, "weighed", weighed_replies), echoes_of(t)
    rows = weighed.filter(nw.col("counts") & nw.col("theirs") & is_word("stance", *ANSWERS))
    strong = rows.filter(~is_word("stance", *WEAK))
    weak = rows.filter(is_word("stance", *WEAK)).join(strong.select("about"), on="about", how="anti")
    every = nw.concat([frame.select("about", "reply_id", "said", "said_at") for frame in (strong, weak)], how="vertical")
    first = every.group_by("about").agg(replies=nw.col("reply_id").n_unique(), first_reply_on=nw.col("said").min())
    clocked = every.select("about", "said_at", first_reply_on="said", unclocked=nw.col("said_at").is_null())
    clocked = clocked.join(first, on=["about", "first_reply_on"], how="semi")
    hours = clocked.group_by("about").agg(nw.col("unclocked").any(), first_reply_at=nw.col("said_at").min())
    hours = hours.filter(~nw.col("unclocked")).drop("unclocked")
    claims = said(t).filter(~nw.col("claim_id").is_null()).group_by("claim_id").agg(nw.col("said", "said_at").min())
    claims = point(claims, echoes)
    found = claims.join(first, on="about", how="left").join(hours, on="about", how="left")
    days = minutes_between("said", None, "first_reply_on", None) // 1440
    return found.select(
        "claim_id",
        "said",
        nw.col("replies").fill_null(0).cast(nw.Int64),
        "first_reply_on",
        reply_lag_days=days,
        reply_lag_hours=minutes_between("said", "said_at", "first_reply_on", "first_reply_at") / 60,
    )
