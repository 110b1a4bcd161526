"""Which reply is about which claim, from whose side it comes, whether it counts, and whether it stands."""

from functools import partial
from typing import Final

from narwhals.stable import v2 as nw

from borderclash.derive.base import Frame, Tables, earliest_of, is_word, may_fill, said, settle, shared
from borderclash.vocab import Aspect, Relation, Stance

__all__ = ["UNSPECIFIED", "WEAK", "echoes_of", "point", "standing", "weighed_replies"]

UNSPECIFIED: Final = "unspecified"
"""The actor that is accused where a text charges forces it does not name."""

WEAK: Final = (Stance.QUERIES, Stance.NO_COMMENT)
"""The stances that count only where nothing else stands."""

_WEIGHTY: Final = (Stance.DENIES, Stance.CONFIRMS, Stance.JUSTIFIES, Stance.COUNTERS, Stance.RETRACTS)
_ASPECTS: Final = tuple(aspect for aspect in Aspect if aspect is not Aspect.FIGURES)


def _ends(t: Tables) -> Frame:
    """Return what must be known of a claim at either end of a reply.

    Columns: claim_id, speaker, accused, side (the speaker's), party and accused_party (whom each stands for), said, said_at, known
    (whether speaker and accused are actors at all).
    """
    actors = t["actors"].select("actor_id", "side")
    return (
        t["claims"]
        .select("claim_id", "speaker", "accused")
        .join(actors.select("side", speaker="actor_id", spoken=nw.lit(value=True)), on="speaker", how="left")
        .join(actors.select(accused="actor_id", accused_side="side", charged=nw.lit(value=True)), on="accused", how="left")
        .join(said(t), on="claim_id", how="left")
        .select(
            *("claim_id", "speaker", "accused", "side", "said", "said_at"),
            party=nw.coalesce("side", "speaker"),
            accused_party=nw.coalesce("accused_side", "accused"),
            known=~nw.col("spoken").is_null() & (~nw.col("charged").is_null() | nw.col("accused").is_null()),
        )
    )


def _joined_ends(rows: Frame, ends: Frame) -> Frame:
    """Add to rows of `reply_id` and `about` who speaks and when, and whether that is the `own` side or the accused's (`theirs`).

    Also `known` (of the reply) and `found` (of the claim it is about) are true, false, or null where there is no such claim.
    """
    reply = ends.select("known", "said", "said_at", reply_id="claim_id", voice="speaker", voice_side="side", voice_party="party")
    target = ends.select("speaker", "accused", "party", "accused_party", about="claim_id", found="known")
    nobody = nw.col("accused").is_null() | (nw.col("accused") == UNSPECIFIED)
    one_side = ~nobody & (nw.col("party") == nw.col("accused_party"))
    charged = nw.when(one_side).then(nw.col("voice") == nw.col("accused")).otherwise(nw.col("voice_party") == nw.col("accused_party"))
    own = nw.when(one_side).then(nw.col("voice") == nw.col("speaker")).otherwise(nw.col("voice_party") == nw.col("party"))
    theirs = nw.when(nobody).then(nw.col("voice_side") != nw.col("party")).otherwise(charged)
    both = rows.join(reply, on="reply_id", how="left").join(target, on="about", how="left")
    return both.with_columns(own=own.fill_null(value=False), theirs=theirs.fill_null(value=False)).drop(
        "voice_side", "voice_party", "speaker", "accused", "party", "accused_party"
    )


def _first_pointers(t: Tables) -> Frame:
    """Return claim_id and about for every echo: the claim it repeats, of several the earliest said."""
    echoes = t["replies"].filter(
        is_word("stance", Stance.REPEATS) & is_word("aspect", *_ASPECTS) & (nw.col("reply_id") != nw.col("answers"))
    )
    ends = shared(t, "ends", _ends)
    rows = _joined_ends(echoes.select("reply_id", about="answers"), ends).filter("own")
    dated = rows.select("reply_id", "about").join(ends.select("said", "said_at", about="claim_id"), on="about")
    earliest = settle(dated, ("reply_id",), partial(earliest_of, key="reply_id"))
    return earliest.group_by("reply_id").agg(nw.col("about").min()).rename({"reply_id": "claim_id"})


def echoes_of(t: Tables) -> Frame:
    """Return claim_id and about for every echo: the claim whose status it takes, up to sixteen echoes away."""
    return shared(t, "echoes", _echoes)


def _echoes(t: Tables) -> Frame:
    pointers = shared(t, "echo-1", _first_pointers)
    for steps in (2, 4, 8, 16):
        onward = pointers.select(about="claim_id", further="about")
        if not may_fill(t, pointers.join(onward, on="about", how="semi")):
            break
        doubled = pointers.join(onward, on="about", how="left").select("claim_id", about=nw.coalesce("further", "about"))
        pointers = shared(t, f"echo-{steps}", partial(_given, doubled))
    return pointers


def _given(frame: Frame, _: Tables) -> Frame:
    return frame


def point(rows: Frame, echoes: Frame) -> Frame:
    """Give rows of `claim_id` the claim they are `about`: what it repeats, or itself."""
    pointed = rows.join(echoes, on="claim_id", how="left")
    return pointed.with_columns(about=nw.coalesce("about", "claim_id"))


def _hearsay(t: Tables) -> Frame:
    """Return the reply_id of claims whose every citation is `quoted-by-opponent`."""
    citations = t["citations"].select("claim_id", hearsay=is_word("relation", Relation.QUOTED_BY_OPPONENT))
    quoted = citations.filter("hearsay").select("claim_id")
    every = citations.join(quoted, on="claim_id", how="semi").group_by("claim_id").agg(nw.col("hearsay").all())
    return every.filter("hearsay").rename({"claim_id": "reply_id"})


def weighed_replies(t: Tables) -> Frame:
    """Return every row of replies with the claim it is `about` (echoes pooled), who speaks, when, and whether it counts.

    Columns: about, reply_id, answers, stance, aspect, voice, said, said_at, own, theirs, counts; misread (its words, or who speaks or is
    accused, are not known) and lost (its words are not known, or it repeats a claim that is not there).
    """
    replies = t["replies"].select("reply_id", "stance", "aspect", claim_id="answers")
    replies = point(replies.filter(~nw.col("claim_id").is_null()), echoes_of(t))
    rows = _joined_ends(replies, shared(t, "ends", _ends)).join(_hearsay(t), on="reply_id", how="left")
    counts = is_word("stance", *_WEIGHTY, *WEAK) & is_word("aspect", *_ASPECTS) & (nw.col("reply_id") != nw.col("claim_id"))
    unread = ~is_word("stance", *Stance) | ~is_word("aspect", *Aspect)
    return (
        rows.with_columns(
            counts=counts.fill_null(value=False) & nw.col("hearsay").is_null() & ~nw.col("voice").is_null(),
            misread=unread | ~nw.col("known").fill_null(value=False) | ~nw.col("found").fill_null(value=False),
            lost=unread | (is_word("stance", Stance.REPEATS) & nw.col("found").is_null()),
        )
        .rename({"claim_id": "answers"})
        .drop("hearsay", "known", "found")
    )


def standing(weighed: Frame) -> Frame:
    """Leave only the counting replies that no later one of the same speaker replaced; a partial order, so ties all stand."""
    return settle(weighed.filter("counts"), ("about", "voice"), _unreplaced)


def _unreplaced(rows: Frame) -> Frame:
    weighty, whole = is_word("stance", *_WEIGHTY), is_word("aspect", Aspect.WHOLE)
    day, hour = (nw.when(weighty).then(nw.col(name)) for name in ("said", "said_at"))
    day_whole, hour_whole = (nw.when(weighty & whole).then(nw.col(name)) for name in ("said", "said_at"))
    voice = ("about", "voice")
    rows = rows.with_columns(
        last_day=nw.max_horizontal(day.max().over(*voice, "aspect"), day_whole.max().over(*voice)),
        last_hour=nw.max_horizontal(hour.max().over(*voice, "said", "aspect"), hour_whole.max().over(*voice, "said")),
    )
    undated = nw.col("said").is_null()
    later_day = nw.when(undated).then(~nw.col("last_day").is_null()).otherwise(nw.col("said") < nw.col("last_day"))
    later_hour = ~undated & (nw.col("said_at") < nw.col("last_hour"))
    standing = rows.filter(~(weighty & (later_day.fill_null(value=False) | later_hour.fill_null(value=False))))
    return standing.drop("last_day", "last_hour")
