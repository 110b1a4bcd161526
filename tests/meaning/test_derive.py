"""What is derived, case by case; the cases have names so that a failure says which definition broke."""

import pytest

from borderclash import derive
from borderclash.vocab import Act

ACCUSED = {"accused": "am-mod", "act": "shelling", "said_on": "2021-05-01"}


@pytest.fixture
def outcome(shelf, words):
    """Return what is derived of claim `az-mod`, an accusation of am-mod, answered by (short id, speaker, stance, aspect, cells)."""

    def derived(*answers, of="az-mod", replies=(), claims=(), accusation=ACCUSED, **tables):
        rows = words.rows_of(
            claims=[
                words.claim("az-mod", "az-mod", **accusation),
                *(words.claim(short, speaker, **cells) for short, speaker, _, _, cells in answers),
                *claims,
            ],
            replies=[*(words.reply(short, "az-mod", stance, aspect) for short, _, stance, aspect, _ in answers), *replies],
            **tables,
        )
        t = shelf(rows)
        return next(row for row in t.fetch(derive.reply_status(t)) if row["claim_id"] == f"2021-05-01-hill.{of}")

    return derived


def by(speaker, stance, aspect="whole", *, short=None, **cells):
    return short or speaker, speaker, stance, aspect, cells


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        pytest.param([by("az-mfa", "retracts", "intent")], "retracted", id="own side says they were no saboteurs after all"),
        pytest.param([by("az-mfa", "denies")], "retracted", id="own side denies it"),
        pytest.param([by("az-mfa", "denies"), by("am-mod", "denies")], "retracted", id="retracted comes before denied"),
        pytest.param([by("az-mfa", "retracts", "place")], "unrecorded", id="taking back the place takes back nothing else"),
        pytest.param([by("am-mod", "denies"), by("am-mfa", "confirms")], "partly-denied", id="two voices of one side differ"),
        pytest.param([by("am-mod", "denies"), by("am-mfa", "justifies")], "partly-denied", id="denied and justified"),
        pytest.param([by("am-mod", "denies", "target")], "partly-denied", id="fired, but not at the ambulance"),
        pytest.param([by("am-mod", "denies", "place"), by("am-mfa", "counters")], "partly-denied", id="on our own territory"),
        pytest.param([by("am-mod", "denies")], "denied", id="denied on the whole"),
        pytest.param([by("am-mod", "denies", "act"), by("am-mfa", "denies", "target")], "denied", id="denied on the act"),
        pytest.param([by("am-mod", "denies"), by("am-mfa", "counters")], "denied", id="counter-blame beside a denial"),
        pytest.param([by("am-mod", "justifies"), by("am-mfa", "confirms")], "justified", id="returned fire"),
        pytest.param([by("am-mod", "confirms")], "admitted", id="confirmed"),
        pytest.param([by("am-mod", "confirms"), by("am-mfa", "counters")], "admitted", id="confirmed beside counter-blame"),
        pytest.param([by("am-mod", "counters")], "countered", id="another account"),
        pytest.param([by("am-mod", "counters"), by("am-mfa", "queries")], "countered", id="a doubt beside another account"),
        pytest.param([by("am-mod", "no-comment"), by("am-mfa", "queries")], "noncommittal", id="no comment and an inquiry"),
        pytest.param([by("am-mod", "denies", "figures")], "unrecorded", id="a number alone answers nothing"),
        pytest.param([by("ru-mfa", "denies")], "unrecorded", id="a third voice does not settle it"),
        pytest.param([], "unrecorded", id="silence nobody looked into"),
    ],
)
def test_status(outcome, answers, status):
    assert outcome(*answers)["reply_status"] == status


def test_a_recorded_search_makes_silence_unanswered(outcome, words):
    search = words.on("az-mod", searched_on="2022-01-01", outlet="am-media", language="en")
    assert outcome(searches=[search])["reply_status"] == "unanswered"
    assert outcome(by("am-mod", "denies"), searches=[search])["reply_status"] == "denied"


def test_third_voices_show_beside_the_status(outcome):
    found = outcome(by("ru-mfa", "denies"), by("wire", "confirms", "act"), by("am-mod", "confirms"))
    assert (found["reply_status"], found["others_deny"], found["others_confirm"]) == ("admitted", True, True)
    found = outcome(by("ru-mfa", "denies", "figures"), by("az-mfa", "confirms"), by("am-mod", "denies"))
    assert (found["reply_status"], found["others_deny"], found["others_confirm"]) == ("denied", False, False)


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        pytest.param({"said_on": "2021-05-01"}, {"said_on": "2021-05-02"}, "admitted", id="a later day replaces"),
        pytest.param({"said_on": "2021-05-02"}, {"said_on": "2021-05-01"}, "denied", id="an earlier day does not"),
        pytest.param({}, {"said_on": "2021-05-02"}, "admitted", id="undated is earliest"),
        pytest.param({}, {}, "partly-denied", id="two undated ones are a tie"),
        pytest.param({"said_on": "2021-05-01"}, {"said_on": "2021-05-01", "said_at": "23:00"}, "partly-denied", id="one hour is no order"),
        pytest.param(
            {"said_on": "2021-05-01", "said_at": "08:00"}, {"said_on": "2021-05-01", "said_at": "09:00"}, "admitted", id="hours order a day"
        ),
    ],
)
def test_a_later_reply_of_the_same_speaker_replaces(outcome, first, second, status):
    assert outcome(by("am-mod", "denies", **first), by("am-mod", "confirms", short="am-mod-2", **second))["reply_status"] == status


def test_another_aspect_replaces_nothing_but_the_whole_replaces_all(outcome):
    denial = by("am-mod", "denies", "act", said_on="2021-05-01")
    assert outcome(denial, by("am-mod", "confirms", "place", short="am-mod-2", said_on="2021-05-02"))["reply_status"] == "partly-denied"
    assert outcome(denial, by("am-mod", "confirms", "whole", short="am-mod-2", said_on="2021-05-02"))["reply_status"] == "admitted"


def test_the_day_of_a_reply_falls_back_to_its_earliest_source(outcome, words):
    cites = [words.on("am-mod-2", source_id=source, relation="reported") for source in ("az-page", "am-copy", "undated-page")]
    late = by("am-mod", "confirms", short="am-mod-2")
    assert outcome(by("am-mod", "denies", said_on="2021-05-01"), late, citations=cites)["reply_status"] == "admitted"
    assert outcome(by("am-mod", "denies", said_on="2021-05-02"), late, citations=cites)["reply_status"] == "partly-denied"
    assert outcome(by("am-mod", "denies", said_on="2021-05-03"), late, citations=cites)["reply_status"] == "denied"


def test_what_only_the_opponent_quotes_never_counts(outcome, words):
    quoted = words.on("am-mod", source_id="az-page", relation="quoted-by-opponent")
    assert outcome(by("am-mod", "confirms"), citations=[quoted])["reply_status"] == "unrecorded"
    own = words.on("am-mod", source_id="am-copy", relation="issued")
    assert outcome(by("am-mod", "confirms"), citations=[quoted, own])["reply_status"] == "admitted"
    older = by("am-mod", "denies", short="am-mod-2", said_on="2021-05-01")
    assert outcome(older, by("am-mod", "confirms", said_on="2021-05-02"), citations=[quoted])["reply_status"] == "denied"


def test_a_claim_that_answers_itself_is_no_reply(outcome, words):
    assert outcome(replies=[words.reply("az-mod", "az-mod", "denies")])["reply_status"] == "unrecorded"


def test_an_echo_and_its_original_share_their_replies_and_searches(outcome, words):
    echoes = [words.claim("az-mfa", "az-mfa", **ACCUSED), words.claim("az-mfa-2", "az-mfa", **ACCUSED)]
    chain = [words.reply("az-mfa", "az-mod", "repeats"), words.reply("az-mfa-2", "az-mfa", "repeats")]
    denial = words.claim("am-mod", "am-mod")
    for answered in ("az-mod", "az-mfa", "az-mfa-2"):
        for asked in ("az-mod", "az-mfa", "az-mfa-2"):
            rows = {"claims": [*echoes, denial], "replies": [*chain, words.reply("am-mod", answered, "denies")]}
            assert outcome(of=asked, **rows)["reply_status"] == "denied"
    search = words.on("az-mfa-2", searched_on="2022-01-01", outlet="am-media", language="en")
    assert outcome(of="az-mod", claims=echoes, replies=chain, searches=[search])["reply_status"] == "unanswered"


def test_sixteen_echoes_reach_the_original_and_a_ring_of_echoes_ends(outcome, words):
    echoes = [words.claim(f"az-mfa-{n}", "az-mfa", **ACCUSED) for n in range(16)]
    chain = [words.reply(f"az-mfa-{n}", f"az-mfa-{n - 1}" if n else "az-mod", "repeats") for n in range(16)]
    assert outcome(by("am-mod", "denies"), claims=echoes, replies=chain, of="az-mfa-15")["reply_status"] == "denied"
    ring = [*chain, words.reply("az-mod", "az-mfa-0", "repeats")]
    assert outcome(claims=echoes, replies=ring, of="az-mfa-15")["reply_status"] == "unrecorded"


def test_an_echo_of_several_follows_the_earliest_said(outcome, words):
    claims = [
        words.claim("az-mfa", "az-mfa", accused="am-mod", said_on="2021-05-02"),
        words.claim("az-mfa-2", "az-mfa", accused="am-mod", said_on="2021-05-03"),
        words.claim("am-mod", "am-mod"),
    ]
    replies = [
        words.reply("az-mfa-2", "az-mfa", "repeats"),
        words.reply("az-mfa-2", "az-mod", "repeats"),
        words.reply("am-mod", "az-mod", "denies"),
    ]
    assert outcome(claims=claims, replies=replies, of="az-mfa-2")["reply_status"] == "denied"
    assert outcome(claims=claims, replies=replies, of="az-mfa")["reply_status"] == "unrecorded"


def test_the_other_side_cannot_echo(outcome, words):
    claims = [words.claim("am-mfa", "am-mfa", **ACCUSED)]
    found = outcome(by("am-mod", "denies"), claims=claims, replies=[words.reply("am-mfa", "az-mod", "repeats")], of="am-mfa")
    assert found["reply_status"] == "unrecorded"


@pytest.mark.parametrize(
    "slip",
    [
        {"replies": [("am-mod", "az-mod", "denis", "whole")]},
        {"replies": [("am-mod", "az-mod", "denies", "hole")]},
        {"replies": [("am-mod-9", "az-mod", "denies", "whole")]},
        {"replies": [("nobody", "az-mod", "denies", "whole")]},
        {"replies": [("az-mod", "am-mod", "repaets", "whole")]},
        {"replies": [("az-mod", "az-mod-9", "repeats", "whole")]},
    ],
    ids=["stance", "aspect", "no such claim", "speaker is no actor", "an echo's stance", "an echo of nothing"],
)
def test_a_slip_of_the_pen_answers_nothing_but_is_told(outcome, words, slip):
    claims = [words.claim("am-mod", "am-mod"), words.claim("nobody", "nobody")]
    found = outcome(claims=claims, replies=[words.reply(*cells) for cells in slip["replies"]])
    assert (found["reply_status"], found["doubtful"]) == ("unrecorded", True)


def test_an_accused_who_is_no_actor_leaves_its_answer_in_doubt(outcome):
    found = outcome(by("am-mod", "denies"), accusation=ACCUSED | {"accused": "am-mdo"})
    assert (found["reply_status"], found["doubtful"]) == ("unrecorded", True)


def test_a_well_written_silence_is_not_doubtful(outcome):
    assert outcome(by("ru-mfa", "denies"))["doubtful"] is False


def test_every_claim_has_one_row_even_when_an_id_is_there_twice(shelf, words):
    twice = words.claim("az-mod", "az-mod", **ACCUSED)
    t = shelf(words.rows_of(claims=[twice, twice, words.claim("am-mod", "am-mod")], replies=[words.reply("am-mod", "az-mod", "denies")]))
    rows = t.fetch(derive.reply_status(t))
    assert {row["claim_id"].split(".")[1]: row["reply_status"] for row in rows} == {"az-mod": "denied", "am-mod": "unrecorded"}
    assert len(rows) == 2


def test_no_claims_no_rows(shelf, words):
    t = shelf(words.rows_of())
    assert t.fetch(derive.reply_status(t)) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param([by("am-mod", "denies", said_on="2021-05-04"), by("am-mfa", "denies", said_on="2021-05-03")], (2, 2), id="the first"),
        pytest.param([by("am-mod", "denies", said_on="2021-04-29")], (1, -2), id="an answer that came before"),
        pytest.param([by("am-mod", "denies")], (1, None), id="no day"),
        pytest.param(
            [by("am-mod", "denies", "figures", said_on="2021-05-02"), by("ru-mfa", "denies", said_on="2021-05-02")], (0, None), id="none"
        ),
        pytest.param(
            [by("am-mod", "queries", said_on="2021-05-02"), by("am-mfa", "denies", said_on="2021-05-05")], (1, 4), id="doubts do not count"
        ),
        pytest.param([by("am-mod", "queries", said_on="2021-05-02")], (1, 1), id="but alone"),
        pytest.param(
            [by("am-mod", "denies", said_on="2021-05-02"), by("am-mod", "confirms", short="am-mod-2", said_on="2021-05-05")],
            (2, 1),
            id="the first answer stays the first",
        ),
    ],
)
def test_replies_and_lag(shelf, words, answers, expected):
    claims = [
        words.claim("az-mod", "az-mod", **ACCUSED),
        *(words.claim(short, speaker, **cells) for short, speaker, _, _, cells in answers),
    ]
    replies = [words.reply(short, "az-mod", stance, aspect) for short, _, stance, aspect, _ in answers]
    t = shelf(words.rows_of(claims=claims, replies=replies))
    row = next(row for row in t.fetch(derive.answers(t)) if row["claim_id"].endswith(".az-mod"))
    assert (row["replies"], row["reply_lag_days"]) == expected


CLOCKED = ACCUSED | {"said_at": "22:30"}


@pytest.mark.parametrize(
    ("accusation", "answers", "hours"),
    [
        pytest.param(CLOCKED, [by("am-mod", "denies", said_on="2021-05-02", said_at="01:00")], 2.5, id="over midnight"),
        pytest.param(CLOCKED, [by("am-mod", "denies", said_on="2021-05-01", said_at="21:15")], -1.25, id="an answer that came before"),
        pytest.param(CLOCKED, [by("am-mod", "denies", said_on="2021-05-02")], None, id="no hour of the answer"),
        pytest.param(ACCUSED, [by("am-mod", "denies", said_on="2021-05-02", said_at="01:00")], None, id="no hour of the accusation"),
        pytest.param(
            CLOCKED,
            [by("am-mod", "denies", said_on="2021-05-02", said_at="01:00"), by("am-mfa", "denies", said_on="2021-05-02")],
            None,
            id="another answer of that day has no hour, and may be the first",
        ),
        pytest.param(
            CLOCKED,
            [by("am-mod", "denies", said_on="2021-05-02", said_at="01:00"), by("am-mfa", "denies", said_on="2021-05-03")],
            2.5,
            id="another of a later day cannot be",
        ),
    ],
)
def test_lag_in_hours_only_where_both_clocks_are_known(shelf, words, accusation, answers, hours):
    claims = [
        words.claim("az-mod", "az-mod", **accusation),
        *(words.claim(short, speaker, **cells) for short, speaker, _, _, cells in answers),
    ]
    replies = [words.reply(short, "az-mod", stance, aspect) for short, _, stance, aspect, _ in answers]
    t = shelf(words.rows_of(claims=claims, replies=replies))
    row = next(row for row in t.fetch(derive.answers(t)) if row["claim_id"].endswith(".az-mod"))
    assert row["reply_lag_hours"] == hours


def test_the_aspects_denied_are_those_of_denials_that_stand_and_echoes_share_them(shelf, words):
    claims = [
        words.claim("az-mod", "az-mod", **ACCUSED),
        words.claim("az-mfa", "az-mfa", **ACCUSED),
        words.claim("am-mod", "am-mod", said_on="2021-05-02"),
        words.claim("am-mod-2", "am-mod", said_on="2021-05-03"),
        words.claim("ru-mfa", "ru-mfa", said_on="2021-05-02"),
    ]
    replies = [
        words.reply("az-mfa", "az-mod", "repeats"),
        words.reply("am-mod", "az-mod", "denies", "place"),
        words.reply("am-mod", "az-mod", "denies", "target"),
        words.reply("am-mod", "az-mod", "denies", "figures"),
        words.reply("am-mod-2", "az-mfa", "confirms", "place"),
        words.reply("ru-mfa", "az-mod", "denies", "act"),
    ]
    t = shelf(words.rows_of(claims=claims, replies=replies))
    found = {row["claim_id"].partition(".")[2]: row["aspects_denied"] for row in t.fetch(derive.denied_aspects(t))}
    assert found == {"az-mod": "target", "az-mfa": "target"}
    rows = {(row["reply_id"].partition(".")[2], row["aspect"]): row for row in t.fetch(derive.exchanges(t))}
    assert len(rows) == len(replies)
    place, later = rows["am-mod", "place"], rows["am-mod-2", "place"]
    assert (place["theirs"], place["own"], place["counts"], place["stands"]) == (True, False, True, False)
    assert (later["stands"], later["answers"].partition(".")[2], later["about"].partition(".")[2]) == (True, "az-mfa", "az-mod")
    assert (rows["am-mod", "figures"]["counts"], rows["ru-mfa", "act"]["theirs"]) == (False, False)


@pytest.mark.parametrize(
    ("stances", "attribution"),
    [
        (["denies", "confirms", None], "contested"),
        (["counters"], "contested"),
        (["justifies", None], "conceded"),
        (["confirms"], "conceded"),
        (["no-comment", None], "unanswered"),
        ([], "unattributed"),
    ],
)
def test_attribution(shelf, words, stances, attribution):
    claims = [words.claim(f"az-mod-{n}", "az-mod", **ACCUSED) for n in range(len(stances))] + [words.claim("am-mod", "am-mod", act="works")]
    replies = [words.reply("am-mod", f"az-mod-{n}", stance) for n, stance in enumerate(stances) if stance]
    t = shelf(words.rows_of(claims=claims, replies=replies))
    assert t.fetch(derive.attribution(t)) == [{"incident_id": "2021-05-01-hill", "attribution": attribution}]


@pytest.mark.parametrize(
    ("claims", "kind", "kinds"),
    [
        ([], None, None),
        ([("other", "2021-05-02"), ("shelling", "2021-05-03"), ("shelling", "2021-05-04")], "other", "shelling other"),
        ([("works", "2021-05-02"), ("shelling", "2021-05-02")], "shelling", "shelling works"),
        ([("works", None), ("shelling", "2021-05-02")], "works", "shelling works"),
        ([("works", "2021-05-02 08:00"), ("shelling", "2021-05-02 09:00")], "works", "shelling works"),
    ],
)
def test_kinds(shelf, words, claims, kind, kinds):
    rows = []
    for n, (act, moment) in enumerate(claims):
        day, _, hour = (moment or "").partition(" ")
        rows.append(words.claim(f"az-mod-{n}", "az-mod", act=act, said_on=day or None, said_at=hour or None))
    t = shelf(words.rows_of(claims=[*rows, words.claim("am-mod", "am-mod", said_on="2021-05-01")]))
    assert t.fetch(derive.kinds(t)) == [{"incident_id": "2021-05-01-hill", "kind": kind, "kinds": kinds}]


def test_every_act_can_be_a_kind(shelf, words):
    incidents = [words.incident | {"incident_id": f"2021-05-01-{act.value}"} for act in Act]
    claims = [words.claim(f"2021-05-01-{act.value}.az-mod", "az-mod", act=act.value) for act in Act]
    t = shelf(words.rows_of(incidents=incidents, claims=claims))
    assert {row["incident_id"]: (row["kind"], row["kinds"]) for row in t.fetch(derive.kinds(t))} == {
        f"2021-05-01-{act.value}": (act.value, act.value) for act in Act
    }


def test_evidence_counts_copies_once_and_names_the_sides_that_carry_it(shelf, words):
    t = shelf(words.rows_of(**words.denied))
    rows = {row.pop("claim_id").split(".")[1]: row for row in t.fetch(derive.evidence(t, ["armenia", "azerbaijan"]))}
    assert rows["az-mod"] == {"sources": 3, "independent_sources": 2, "sides_sourced": "armenia azerbaijan"}
    assert rows["am-mod"] == {"sources": 1, "independent_sources": 1, "sides_sourced": "armenia"}
    (whole,) = t.fetch(derive.incident_evidence(t, ["armenia", "azerbaijan"]))
    assert whole == {"incident_id": "2021-05-01-hill", "sources": 3, "independent_sources": 2, "sides_sourced": "armenia azerbaijan"}
    assert t.fetch(derive.speaking_sides(t, ["armenia", "azerbaijan"]))[0]["speaker_sides"] == "armenia azerbaijan"
