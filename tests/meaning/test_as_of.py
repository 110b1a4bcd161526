"""The dataset as it could be known on a day."""

from datetime import date, datetime

import pytest

import borderclash as bc
from borderclash.vocab import Attribution, ReplyStatus

HILL = "2021-05-01-hill"
TIE = "2021-05-06-tie"


def shorts(ds):
    return sorted(claim.partition(".")[2] for claim in ds.claims)


@pytest.fixture
def ds(package, words):
    """An accusation of 1 May, denied on 3 May and admitted on 5 May; one of 6 May, never answered; and what bears no day."""
    claim, reply, on = words.claim, words.reply, words.on
    larger = words.incident | {"incident_id": TIE, "title": "The whole", "date_start": "2021-05-06", "date_end": "2021-05-06"}
    return bc.load(
        package(
            sources=[
                *words.sources,
                {**words.sources[0], "source_id": "late-page", "published": "2021-05-09", "url": "https://example.org/late"},
            ],
            incidents=[words.incident | {"part_of": TIE}, larger],
            claims=[
                claim("az-mod", "az-mod", accused="am-mod", act="shelling", said_on="2021-05-01"),
                claim("am-mod", "am-mod", said_on="2021-05-03"),
                claim("am-mod-2", "am-mod", said_on="2021-05-05"),
                claim("az-mfa", "az-mfa"),
                claim("wire", "wire"),
                claim("ru-mfa", "ru-mfa"),
                claim(f"{TIE}.am-mfa", "am-mfa", accused="az-mod", act="works", said_on="2021-05-06"),
            ],
            replies=[
                reply("am-mod", "az-mod", "denies"),
                reply("am-mod-2", "az-mod", "confirms"),
            ],
            citations=[
                on("az-mod", source_id="az-page", relation="reported"),
                on("az-mod", source_id="az-copy", relation="reported"),
                on("az-mod", source_id="undated-page", relation="reported"),
                on("am-mod", source_id="am-copy", relation="reported"),
                on("az-mfa", source_id="am-copy", relation="reported"),
                on("wire", source_id="undated-page", relation="reported"),
                on(f"{TIE}.am-mfa", source_id="late-page", relation="reported"),
            ],
            searches=[
                on(f"{TIE}.am-mfa", searched_on="2022-01-01", outlet="az-media", language="az"),
                on(f"{TIE}.am-mfa", searched_on="2021-05-09", outlet="az-media", language="en", source_id="late-page"),
            ],
            figures=[on("am-mod", measure="killed", party="armenia", category="military", unit="persons", low="1", qualifier="exact")],
            locations=[on("am-mod", place_id="hill", role="target")],
            waivers=[
                {"rule": "BC101", "table": "claims", "key": f"{HILL}.ru-mfa", "field": "*", "reason": "None.", "added_on": "2022-01-01"},
                {"rule": "BC411", "table": "places", "key": "hill", "field": "*", "reason": "None.", "added_on": "2022-01-01"},
                {
                    "rule": "BC101",
                    "table": "citations",
                    "key": f"{HILL}.az-mod/az-copy",
                    "field": "*",
                    "reason": "None.",
                    "added_on": "2022-01-01",
                },
            ],
        )
    )


@pytest.mark.parametrize(
    ("day", "claims", "sources"),
    [
        pytest.param("2021-04-30", [], [], id="before anything was said"),
        pytest.param("2021-05-01", ["az-mod"], ["az-copy", "undated-page"], id="a source without a day comes with what it carries"),
        pytest.param("2021-05-02", ["az-mfa", "az-mod"], ["am-copy", "az-copy", "undated-page"], id="a claim without a day: its source's"),
        pytest.param("2021-05-03", ["am-mod", "az-mfa", "az-mod"], ["am-copy", "az-copy", "az-page", "undated-page"], id="the denial"),
        pytest.param(
            "2021-12-31",
            ["am-mfa", "am-mod", "am-mod-2", "az-mfa", "az-mod"],
            ["am-copy", "az-copy", "az-page", "late-page", "undated-page"],
            id="but for claims of no day at all",
        ),
        pytest.param(
            "2022-01-01",
            ["am-mfa", "am-mod", "am-mod-2", "az-mfa", "az-mod", "wire"],
            ["am-copy", "az-copy", "az-page", "late-page", "undated-page"],
            id="the day we read the undated page; a claim with neither day nor source is never there",
        ),
    ],
)
def test_claims_said_and_sources_published_by_then(ds, day, claims, sources):
    then = ds.as_of(day)
    assert (shorts(then), sorted(then.sources)) == (claims, sources)
    assert all(row.source_id in then.sources and row.claim_id in then.claims for row in then.citations)
    assert all(row.reply_id in then.claims and row.answers in then.claims for row in then.replies)
    assert all(row.claim_id in then.claims for row in (*then.searches, *then.figures, *then.locations))


@pytest.mark.parametrize(
    ("day", "status", "attribution", "replies"),
    [
        ("2021-05-01", ReplyStatus.UNANSWERED, Attribution.UNANSWERED, 0),
        ("2021-05-02", ReplyStatus.UNANSWERED, Attribution.UNANSWERED, 0),
        ("2021-05-03", ReplyStatus.DENIED, Attribution.CONTESTED, 1),
        ("2021-05-04", ReplyStatus.DENIED, Attribution.CONTESTED, 1),
        ("2021-05-05", ReplyStatus.ADMITTED, Attribution.CONCEDED, 2),
    ],
)
def test_statuses_as_they_stood(ds, day, status, attribution, replies):
    then = ds.as_of(day)
    assert then.reply_status(f"{HILL}.az-mod") is status
    assert then.attribution(HILL) is attribution
    assert then.outcomes[f"{HILL}.az-mod"].replies == replies
    row = bc.view("accusations", backend="polars", dataset=then).to_dicts()[0]
    assert (row["claim_id"], row["reply_status"], row["replies"]) == (f"{HILL}.az-mod", status.value, replies)


def test_no_search_is_made_up_and_ours_count_whenever_they_were_made(ds):
    then = ds.as_of("2021-05-06")
    assert then.reply_status(f"{TIE}.am-mfa") is ReplyStatus.UNANSWERED
    assert [str(search.searched_on) for search in then.searches] == ["2022-01-01"], "a page of the time is not there before its day"
    assert len(ds.as_of("2021-05-09").searches) == 2
    assert not ds.as_of("2021-05-01").searches
    assert bc.frame("searches", backend="polars", dataset=ds.as_of("2021-05-01")).height == 0


def test_an_accusation_that_is_unrecorded_today_was_so_then(package, words):
    claims = [words.claim("az-mod", "az-mod", accused="am-mod", act="shelling", said_on="2021-05-01")]
    then = bc.load(package(claims=claims)).as_of("2021-05-01")
    assert then.reply_status(f"{HILL}.az-mod") is ReplyStatus.UNRECORDED


def test_a_claim_said_before_its_source_came_out_has_no_source_yet(ds):
    then = ds.as_of("2021-05-06")
    assert then.outcomes[f"{TIE}.am-mfa"].sources == 0
    assert ds.as_of("2021-05-09").outcomes[f"{TIE}.am-mfa"].sources == 1


def test_incidents_are_those_spoken_of_and_what_they_are_part_of(ds):
    assert list(ds.as_of("2021-04-30").incidents) == []
    assert sorted(ds.as_of("2021-05-01").incidents) == [HILL, TIE]


def test_an_incident_nobody_speaks_of_is_there_from_its_first_day(package):
    ds = bc.load(package(claims=[]))
    assert (len(ds.as_of("2021-04-30").incidents), len(ds.as_of("2021-05-01").incidents)) == (0, 1)


def test_waivers_stay_with_their_rows(ds):
    assert [waiver.table for waiver in ds.as_of("2021-04-30").waivers] == ["places"]
    assert [waiver.table for waiver in ds.as_of("2021-05-01").waivers] == ["places", "citations"]


def test_the_day_is_said_and_days_may_follow_one_another(ds):
    then = ds.as_of(datetime(2021, 5, 3, 12))
    assert then.known_on == date(2021, 5, 3)
    assert repr(then).endswith("as of 2021-05-03)")
    assert "2021-05-03" in then._repr_html_()
    assert shorts(then.as_of("2021-05-01")) == shorts(ds.as_of(date(2021, 5, 1)))
    later = then.as_of("2021-06-01")
    assert (later.known_on, shorts(later), later.outcomes) == (then.known_on, shorts(then), then.outcomes)


def test_what_is_no_day_is_told():
    ds = bc.load()
    for wrong in ("28 May 2021", "2021-05", "", None, 20210528):
        with pytest.raises(bc.UnreadableDayError, match="write it as 2021-05-28"):
            ds.as_of(wrong)


def test_as_of_a_day_after_all_the_shipped_data_is_the_shipped_data():
    ds = bc.load()
    then = ds.as_of(date(2100, 1, 1))
    for name in bc.TABLES:
        assert getattr(then, name) == getattr(ds, name)
    assert (then.outcomes, then.overviews) == (ds.outcomes, ds.overviews)


def test_no_accusation_of_the_shipped_data_was_ever_unrecorded_and_knowledge_only_grows():
    ds = bc.load()
    days = sorted({outcome.said for outcome in ds.outcomes.values() if outcome.said})
    before: set[str] = set()
    for day in days[::15]:
        then = ds.as_of(day)
        assert before <= set(then.claims)
        assert then.claims.keys() == {claim for claim, outcome in ds.outcomes.items() if outcome.said and outcome.said <= day}
        accusations = (claim for claim, row in then.claims.items() if row.accused)
        assert all(then.reply_status(claim) is not ReplyStatus.UNRECORDED for claim in accusations)
        before = set(then.claims)


@pytest.mark.parametrize("name", bc.VIEWS)
def test_views_of_a_dataset_are_views_of_its_package(package, name):
    root = package()
    from_rows = bc.view(name, backend="polars", dataset=bc.load(root))
    assert from_rows.equals(bc.view(name, backend="polars", path=root))


def test_a_path_and_a_dataset_are_too_much(package):
    root = package()
    with pytest.raises(TypeError, match="not both"):
        bc.view("accusations", path=root, dataset=bc.load(root))
