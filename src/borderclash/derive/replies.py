"""Which reply is about which claim, from whose side it comes, whether it counts, and whether it stands."""

from functools import partial
from typing import Final

from narwhals.stable import v2 as nw

from borderclash.derive.base import Frame, Tables, is_word, said, shared
from borderclash.vocab import Aspect, Relation, Stance

__all__ = ["UNSPECIFIED", "WEAK", "echoes_of", "point", "standing", "weighed_replies"]

UNSPECIFIED: Final = "unspecified"
"""The actor that is accused where a text charges forces it does not name."""

WEAK: Final = (Stance.QUERIES, Stance.NO_COMMENT)
"""The stances that count only where nothing else stands."""

_WEIGHTY: Final = (Stance.DENIES, Stance.CONFIRMS, Stance.JUSTIFIES, Stance.COUNTERS, Stance.RETRACTS)
_ASPECTS: Final = tuple(aspect for aspect in Aspect if aspect is not Aspect.FIGURES)


def voices_of(t: Tables) -> Frame:
    """Return each claim's speaker and accused, with the party each of them stands for; `known` is true if the speaker is an actor."""
    actors = t["actors"].select("actor_id", "side")
    return (
        t["claims"]
        .select("claim_id", "speaker", "accused")
        .join(actors.select(nw.lit(value=True).alias("known"), "side", speaker="actor_id"), on="speaker", how="left")
        .join(actors.select(accused="actor_id", accused_side="side"), on="accused", how="left")
        .with_columns(party=nw.coalesce("side", "speaker"), accused_party=nw.coalesce("accused_side", "accused"))
        .drop("accused_side")
    )


def sided(rows: Frame, voices: Frame) -> Frame:
    """Add to rows of `reply_id` and `about` the `voice`, whether it is `known`, and whether it is its `own` or the accused's (`theirs`)."""
    voice = voices.select("known", reply_id="claim_id", voice="speaker", voice_side="side", voice_party="party")
    target = voices.select("speaker", "accused", "party", "accused_party", about="claim_id")
    nobody = nw.col("accused").is_null() | (nw.col("accused") == UNSPECIFIED)
    shared = ~nobody & (nw.col("party") == nw.col("accused_party"))
    charged = nw.when(shared).then(nw.col("voice") == nw.col("accused")).otherwise(nw.col("voice_party") == nw.col("accused_party"))
    own = nw.when(shared).then(nw.col("voice") == nw.col("speaker")).otherwise(nw.col("voice_party") == nw.col("party"))
    theirs = nw.when(nobody).then(nw.col("voice_side") != nw.col("party")).otherwise(charged)
    both = rows.join(voice, on="reply_id", how="left").join(target, on="about", how="left")
    return both.with_columns(own=own.fill_null(value=False), theirs=theirs.fill_null(value=False)).drop(
        "voice_side", "voice_party", "speaker", "accused", "party", "accused_party"
    )


def _first_pointers(t: Tables) -> Frame:
    """Return claim_id and about for every echo: the claim it repeats, of several the earliest said."""
    echoes = t["replies"].filter(
        is_word("stance", Stance.REPEATS) & is_word("aspect", *_ASPECTS) & (nw.col("reply_id") != nw.col("answers"))
    )
    rows = sided(echoes.select("reply_id", about="answers"), voices_of(t)).filter("own")
    dated = rows.select("reply_id", "about").join(said(t).select("said", "said_at", about="claim_id"), on="about")
    undated = nw.col("said").is_null()
    earliest = nw.when(undated.any().over("reply_id")).then(undated).otherwise(nw.col("said") == nw.col("said").min().over("reply_id"))
    hour = nw.col("said_at").is_null() | undated | (nw.col("said_at") == nw.col("said_at").min().over("reply_id"))
    return dated.filter(earliest).filter(hour).group_by("reply_id").agg(nw.col("about").min()).rename({"reply_id": "claim_id"})


def echoes_of(t: Tables) -> Frame:
    """Return claim_id and about for every echo: the claim whose status it takes, up to sixteen echoes away."""
    pointers = shared(t, "echo-1", _first_pointers)
    for steps in (2, 4, 8, 16):
        onward = pointers.select(about="claim_id", further="about")
        doubled = pointers.join(onward, on="about", how="left").select("claim_id", about=nw.coalesce("further", "about"))
        pointers = shared(t, f"echo-{steps}", partial(_given, doubled))
    return pointers


def _given(frame: Frame, _: Tables) -> Frame:
    return frame


def point(rows: Frame, echoes: Frame) -> Frame:
    """Give rows of `claim_id` the claim they are `about`: what it repeats, or itself."""
    pointed = rows.join(echoes, on="claim_id", how="left")
    return pointed.with_columns(about=nw.coalesce("about", "claim_id"))


def hearsay(t: Tables) -> Frame:
    """Return the reply_id of claims whose every citation is `quoted-by-opponent`."""
    citations = t["citations"].select("claim_id", hearsay=is_word("relation", Relation.QUOTED_BY_OPPONENT))
    quoted = citations.filter("hearsay").select("claim_id")
    every = citations.join(quoted, on="claim_id", how="semi").group_by("claim_id").agg(nw.col("hearsay").all())
    return every.filter("hearsay").rename({"claim_id": "reply_id"})


def weighed_replies(t: Tables) -> Frame:
    """Return every row of replies with the claim it is `about` (echoes pooled), who speaks, when, and whether it counts.

    Columns: about, reply_id, stance, aspect, voice, said, said_at, own, theirs, counts, doubtful.
    """
    replies = t["replies"].select("reply_id", "stance", "aspect", claim_id="answers")
    replies = point(replies.filter(~nw.col("claim_id").is_null()), echoes_of(t))
    rows = sided(replies, voices_of(t)).join(said(t).rename({"claim_id": "reply_id"}), on="reply_id", how="left")
    rows = rows.join(hearsay(t), on="reply_id", how="left")
    answers = is_word("stance", *_WEIGHTY, *WEAK) & is_word("aspect", *_ASPECTS) & (nw.col("reply_id") != nw.col("claim_id"))
    return rows.with_columns(
        counts=answers.fill_null(value=False) & nw.col("hearsay").is_null() & ~nw.col("voice").is_null(),
        doubtful=nw.col("known").is_null() | ~is_word("stance", *Stance) | ~is_word("aspect", *Aspect),
    ).drop("claim_id", "hearsay", "known")


def standing(rows: Frame) -> Frame:
    """Leave only the counting replies that no later one of the same speaker replaced; a partial order, so ties all stand."""
    rows = rows.filter("counts")
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
    return rows.filter(~(weighty & (later_day.fill_null(value=False) | later_hour.fill_null(value=False))))
