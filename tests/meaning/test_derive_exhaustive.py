"""Every way to answer a claim once or twice, weighed by the tables and by an oracle that reads like the table of definitions.

Single replies take every aspect and stance. Pairs take every aspect, and every stance but `repeats`, which makes an echo and has cases
of its own, and `corrects`, which like `updates` decides nothing. Of two voices each is the earlier one once.
"""

from datetime import date, time
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

import polars as pl
import pytest
from narwhals.stable import v2 as nw

from borderclash import derive
from borderclash.columns import TABLES
from borderclash.vocab import Aspect, ReplyStatus, Stance

SIDES = {
    "azerbaijan": "azerbaijan",
    "az-mod": "azerbaijan",
    "az-mfa": "azerbaijan",
    "az-guard": "azerbaijan",
    "armenia": "armenia",
    "am-mod": "armenia",
    "am-mfa": "armenia",
    "russia": "russia",
    "ru-mod": "russia",
    "osce": None,
    "fishermen": None,
    "observer": None,
    "unspecified": None,
}
VOICES = [voice for voice in SIDES if voice not in {"azerbaijan", "armenia", "russia", "unspecified"}]
ACCUSED = ["am-mod", None, "unspecified", "fishermen", "az-guard"]
DAYS = {
    None: (None, None),
    1: (date(2021, 5, 1), None),
    2: (date(2021, 5, 2), None),
    2.1: (date(2021, 5, 2), time(9)),
    2.2: (date(2021, 5, 2), time(18)),
}
STANCES = [stance for stance in Stance if stance not in {Stance.REPEATS, Stance.CORRECTS}]
ASPECTS = list(Aspect)


class Said(NamedTuple):
    voice: str
    when: float | None
    aspect: str
    stance: str


class Case(NamedTuple):
    speaker: str
    accused: str | None
    searched: bool
    replies: tuple[Said, ...]


def is_later(one, other):
    """Whether `one` was said after `other`, as far as anybody can tell."""
    if one.when is None or other.when is None:
        return one.when is not None
    if int(one.when) != int(other.when):
        return one.when > other.when
    return one.when % 1 > 0 and other.when % 1 > 0 and one.when > other.when


def is_replaced(reply, replies):
    decisive = {"denies", "confirms", "justifies", "counters", "retracts"}
    return reply.stance in decisive and any(
        later.stance in decisive and later.voice == reply.voice and later.aspect in {reply.aspect, "whole"} and is_later(later, reply)
        for later in replies
    )


def side(actor):
    return SIDES[actor] or actor


def is_own(case, voice):
    if case.accused not in {None, "unspecified"} and side(case.accused) == side(case.speaker):
        return voice == case.speaker
    return side(voice) == side(case.speaker)


def is_accused_side(case, voice):
    if case.accused in {None, "unspecified"}:
        return SIDES[voice] is not None and SIDES[voice] != side(case.speaker)
    if side(case.accused) == side(case.speaker):
        return voice == case.accused
    return side(voice) == side(case.accused)


def oracle(case):
    """The table of the definitions, row by row: (status, others deny, others confirm)."""
    known = [reply for reply in case.replies if reply.aspect != "figures"]
    standing = [reply for reply in known if not is_replaced(reply, known)]
    own = [reply for reply in standing if is_own(case, reply.voice)]
    theirs = [reply for reply in standing if is_accused_side(case, reply.voice)]
    others = {reply.stance for reply in standing if not is_own(case, reply.voice) and not is_accused_side(case, reply.voice)}
    denied = {reply.aspect for reply in theirs if reply.stance == "denies"}
    stances = {reply.stance for reply in theirs}
    if any(reply.stance in {"retracts", "denies"} and reply.aspect in {"whole", "act", "intent"} for reply in own):
        status = "retracted"
    elif (denied and stances & {"confirms", "justifies"}) or (denied and denied <= {"target", "place", "intent"}):
        status = "partly-denied"
    elif denied:
        status = "denied"
    elif "justifies" in stances:
        status = "justified"
    elif "confirms" in stances:
        status = "admitted"
    elif "counters" in stances:
        status = "countered"
    elif stances & {"queries", "no-comment"}:
        status = "noncommittal"
    else:
        status = "unanswered" if case.searched else "unrecorded"
    return status, "denies" in others, "confirms" in others


@cache
def cases():
    """All cases, with what the oracle says of each."""
    return [(case, oracle(case)) for case in every_way()]


def every_way():
    for speaker, accused, searched in product(["az-mod", "observer"], ACCUSED, [True, False]):
        yield Case(speaker, accused, searched, ())
        for voice, aspect, stance, when in product(VOICES, Aspect, Stance, [None, 1]):
            yield Case(speaker, accused, searched, (Said(voice, when, aspect, stance),))
    ways = list(product(ASPECTS, STANCES))
    times = [(1, 2), (2, 2.1), (2.1, 2.2), (None, 1), (None, None)]
    for accused, voice, (one, two), first, second in product(ACCUSED, ["az-mod", "am-mod", "ru-mod", "fishermen"], times, ways, ways):
        yield Case("az-mod", accused, searched=False, replies=(Said(voice, one, *first), Said(voice, two, *second)))
    voices = ["az-mod", "az-guard", "am-mod", "am-mfa", "ru-mod", "osce", "fishermen"]
    for accused, (one, two), first, second in product(ACCUSED, combinations(voices, 2), ways, ways):
        yield Case("az-mod", accused, searched=True, replies=(Said(one, 1, *first), Said(two, 2, *second)))
    for (one, two), first, second in product(combinations(voices, 2), ways, ways):
        yield Case("az-mod", "am-mod", searched=True, replies=(Said(one, 2, *first), Said(two, 1, *second)))


@cache
def frames():
    """One table of many claims; the claims that answer are shared, because a reply's voice and time are all that matter of it."""
    all_cases = [case for case, _ in cases()]
    said = [(f"{voice}/{when}/{slot}", voice, DAYS[when]) for voice, when, slot in product(VOICES, DAYS, range(2))]
    claims = [(claim, voice, None, *moment) for claim, voice, moment in said]
    claims += [(f"case-{n}", case.speaker, case.accused, date(2021, 5, 1), None) for n, case in enumerate(all_cases)]
    replies = [
        (f"{reply.voice}/{reply.when}/{slot}", f"case-{n}", str(reply.aspect), str(reply.stance))
        for n, case in enumerate(all_cases)
        for slot, reply in enumerate(case.replies)
    ]
    empty = {name: pl.DataFrame(schema=dict.fromkeys(table.names, pl.String)) for name, table in TABLES.items()}
    return empty | {
        "actors": pl.DataFrame({"actor_id": list(SIDES), "side": list(SIDES.values())}),
        "claims": pl.DataFrame(
            claims,
            schema={"claim_id": pl.String, "speaker": pl.String, "accused": pl.String, "said_on": pl.Date, "said_at": pl.Time},
            orient="row",
        ),
        "replies": pl.DataFrame(replies, schema=dict.fromkeys(("reply_id", "answers", "aspect", "stance"), pl.String), orient="row"),
        "sources": pl.DataFrame(schema={"source_id": pl.String, "published": pl.Date}),
        "searches": pl.DataFrame({"claim_id": [f"case-{n}" for n, case in enumerate(all_cases) if case.searched]}),
    }


@pytest.mark.parametrize("shelf", ["duckdb", "polars"], indirect=True)
def test_every_way_to_answer_once_or_twice_gives_the_one_status_of_the_table(shelf):
    t = shelf(frames())
    rows = t.fetch(derive.reply_status(t).filter(nw.col("claim_id").str.starts_with("case-")))
    assert len(rows) == len(cases())
    found = {int(row["claim_id"][5:]): (row["reply_status"], row["others_deny"], row["others_confirm"]) for row in rows}
    wrong = [(case, found[n], expected) for n, (case, expected) in enumerate(cases()) if found[n] != expected]
    assert wrong[:3] == []
    assert {status for status, _, _ in found.values()} == set(ReplyStatus)
    assert not any(row["doubtful"] for row in rows)
