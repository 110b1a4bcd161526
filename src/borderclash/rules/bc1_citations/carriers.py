"""Who carries a claim to us: the sides of the publishers and agencies of its sources, beside the side of its speaker.

Who is whose opponent is not written anywhere; it is read off the accusations: two sides oppose each other if a voice of one accuses an
actor of the other. A text reprinted from an agency speaks for the agency's side as well as for its publisher's.
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.absence import unless_unread
from borderclash.rules.scope import Scope
from borderclash.vocab import Relation

__all__ = ["belongs", "ends", "one_sided", "sided"]

Frame = nw.LazyFrame[Any]


def ends(scope: Scope) -> Frame:
    """Return both ends of the citations whose claim is there.

    Columns: _row (of the citation), relation; claim_row, speaker, said_on; publisher, agency, published, null where there is no such
    source, or where its agency cannot be read.
    """
    return scope.shared("citations.ends", _ends)


def _ends(scope: Scope) -> Frame:
    sources = scope["sources"].select("_row", "source_id", "publisher", "agency", "published")
    if scope.may_misfit("sources", "agency"):
        named = scope.text("sources").filter(~nw.col("agency").is_null()).select("_row")
        sources = sources.join(sources.filter(nw.col("agency").is_null()).join(named, on="_row", how="semi"), on="_row", how="anti")
    claims = scope["claims"].select("claim_id", "speaker", "said_on", claim_row="_row")
    rows = scope["citations"].select("_row", "claim_id", "source_id", "relation").join(claims, on="claim_id")
    return rows.join(sources.drop("_row"), on="source_id", how="left").drop("claim_id", "source_id")


def sided(scope: Scope, rows: Frame) -> Frame:
    """Add to rows of `ends` whose speaker's side is certain `side`, `publisher_side`, `agency_side`, and if both are `known`."""
    actors = _actors(scope)
    rows = rows.join(actors.select("side", speaker="actor_id"), on="speaker")
    for name in ("publisher", "agency"):
        columns = {name: nw.col("actor_id"), f"{name}_side": nw.col("side"), f"{name}_known": nw.lit(value=True)}
        rows = rows.join(actors.select(**columns), on=name, how="left")
    known = ~nw.col("publisher_known").is_null() & (nw.col("agency").is_null() | ~nw.col("agency_known").is_null())
    return rows.with_columns(known=known).drop("publisher_known", "agency_known")


def belongs() -> nw.Expr:
    """Return whether a source, in a row of `sided`, is the speaker's own or of its side."""
    pairs = (("publisher", "speaker"), ("agency", "speaker"), ("publisher_side", "side"), ("agency_side", "side"))
    return nw.any_horizontal(*(nw.col(one) == nw.col(other) for one, other in pairs), ignore_nulls=True)


def one_sided(scope: Scope) -> Frame:
    """Return the claims that only sources of sides other than the speaker's carry, whoever speaks.

    Columns: _row (of the claim), carrier (a side whose publishers carry it), single (whether there is no other such side), opposed
    (whether all such sides are the speaker's opponents). A claim with a source that cannot be read, or whose side is not certain, is
    left out, as are all while a citation's claim cannot be read; what only an opponent mentions does not count as carried.
    """
    return scope.shared("citations.one_sided", _one_sided)


def _one_sided(scope: Scope) -> Frame:
    rows = sided(scope, ends(scope).filter(~is_word("relation", Relation.QUOTED_BY_OPPONENT)))
    rows = rows.join(_opponents(scope), on=["side", "publisher_side"], how="left")
    neutral = nw.col("publisher_side").is_null() | (~nw.col("agency").is_null() & nw.col("agency_side").is_null())
    excused = belongs() | neutral | ~nw.col("known") | ~is_word("relation", *Relation)
    flags = rows.select("claim_row", "publisher_side", excused=excused, opposed=~nw.col("opposed").is_null())
    claims = flags.group_by("claim_row").agg(
        nw.col("excused").any(), nw.col("opposed").all(), carrier=nw.col("publisher_side").min(), last=nw.col("publisher_side").max()
    )
    claims = claims.filter(~nw.col("excused")).select("carrier", "opposed", _row="claim_row", single=nw.col("carrier") == nw.col("last"))
    return unless_unread(scope, claims, "citations", "claim_id")


def _actors(scope: Scope) -> Frame:
    """Return actor_id and side of the actors whose side is certain: an actor that is there, or none at all."""
    actors = scope.text("actors").select("actor_id", "side").filter(~nw.col("actor_id").is_null())
    placed = actors.join(actors.select(side="actor_id"), on="side", how="semi")
    return nw.concat([actors.filter(nw.col("side").is_null()), placed], how="vertical").unique()


def _opponents(scope: Scope) -> Frame:
    """Return side and publisher_side for each two sides of which one accuses the other, in both orders, with `opposed` true."""
    actors = _actors(scope)
    charges = scope["claims"].select("speaker", "accused").drop_nulls().unique()
    charges = charges.join(actors.select(speaker="actor_id", one="side"), on="speaker")
    charges = charges.join(actors.select(accused="actor_id", other="side"), on="accused")
    charges = charges.filter(nw.col("one") != nw.col("other"))
    both = [charges.select(side="one", publisher_side="other"), charges.select(side="other", publisher_side="one")]
    return nw.concat(both, how="vertical").unique().with_columns(opposed=nw.lit(value=True))
