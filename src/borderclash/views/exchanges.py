"""The view `exchanges`: one row a reply, with the claim it answers beside the claim that answers."""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash import derive
from borderclash.package.tables import Tables
from borderclash.views.people import name_and_side, with_people
from borderclash.views.view import View, own, taken

__all__ = ["EXCHANGES"]


def _build(tables: Tables) -> nw.LazyFrame[Any]:
    claims = tables["claims"]
    said = derive.said(tables).select("claim_id", "said", "said_at")
    answered = with_people(tables, claims.select("claim_id", "incident_id", "speaker", "accused", "act", "text"), "speaker", "accused")
    answered = answered.join(said, on="claim_id").rename({"claim_id": "answers"})
    replier = with_people(tables, claims.select(reply_id="claim_id", replier="speaker", reply_text="text"), "replier")
    weighed = derive.exchanges(tables).rename(
        {"said": "replied_on", "said_at": "replied_at", "theirs": "of_accused_side", "own": "of_own_side"}
    )
    rows = (
        tables["replies"]
        .select("reply_id", "answers", "aspect", "stance", "basis")
        .join(weighed, on=["reply_id", "answers", "aspect"])
        .join(replier, on="reply_id", how="left")
        .join(answered, on="answers", how="left")
    )
    return rows.with_columns(
        said_on=nw.col("said"),
        lag_days=derive.minutes_between("said", None, "replied_on", None) // 1440,
        lag_hours=derive.minutes_between("said", "said_at", "replied_on", "replied_at") / 60,
    )


EXCHANGES: Final = View(
    name="exchanges",
    description="One reply: a claim that answers another, on one aspect; the answered claim stands in the same row.",
    columns=(
        taken("claims", "incident_id", description="The incident that the answered claim is about."),
        taken("replies", "answers"),
        taken("claims", "speaker", description="Who said what is answered."),
        *name_and_side("speaker", "the answered speaker"),
        taken("claims", "accused", description="Whom the answered claim accuses; empty if nobody."),
        *name_and_side("accused", "the accused"),
        taken("claims", "act", description="The gravest act that the answered claim alleges."),
        own("said_on", "date", "The day the answered claim was said, or else its earliest source was published."),
        taken("claims", "said_at", description="The local time the answered claim was said."),
        taken("claims", "text", description="What the answered claim says, in our words."),
        taken("replies", "reply_id"),
        own("replier", "text", "Who answers.", references="actors"),
        *name_and_side("replier", "the one who answers"),
        own("replied_on", "date", "The day the answer was given, or else its earliest source was published."),
        taken("claims", "said_at", "replied_at", "The local time the answer was given."),
        taken("claims", "text", "reply_text", "What the answer says, in our words."),
        taken("replies", "aspect"),
        taken("replies", "stance"),
        taken("replies", "basis"),
        own(
            "about",
            "text",
            "The claim whose status it bears on: what the answered one repeats, or that itself.",
            references="claims",
        ),
        own("of_accused_side", "boolean", "Whether it comes from the side of those whom that claim accuses."),
        own("of_own_side", "boolean", "Whether it comes from the side that made that claim."),
        own("counts", "boolean", "Whether it is weighed for a status at all; figures, updates, echoes and hearsay are not."),
        own("stands", "boolean", "Whether it is weighed and no later reply of the same speaker replaced it."),
        own("lag_days", "integer", "Days from the answered claim to the answer; negative if the answer came first."),
        own("lag_hours", "decimal", "The same in hours; known only where both have a clock time."),
    ),
    key=("answers", "reply_id", "aspect"),
    build=_build,
)
"""The view as it is listed in `VIEWS`."""
