"""One incident, nested."""

import pytest

import borderclash as bc

HILL = "2021-05-01-hill"


@pytest.fixture
def dossier(package):
    return bc.load(package()).dossier(HILL)


def test_claims_stand_in_the_order_they_were_said_the_hourless_first(dossier):
    assert [entry.claim.claim_id.removeprefix(f"{HILL}.") for entry in dossier.claims] == ["am-mod-2", "az-mod", "am-mod"]


def test_the_tenth_claim_follows_the_second(package, words):
    claims = [words.claim(name, "az-mod", said_on="2021-05-01") for name in ("az-mod", "az-mod-10", "az-mod-2", "az-mod-9")]
    dossier = bc.load(package(claims=claims)).dossier(HILL)
    assert [entry.claim.claim_id.removeprefix(f"{HILL}.") for entry in dossier.claims] == ["az-mod", "az-mod-2", "az-mod-9", "az-mod-10"]


def test_each_claim_carries_all_that_hangs_on_it(dossier):
    search, accusation, denial = dossier.claims
    assert accusation.status == "denied"
    assert [(answer.reply.stance, answer.claim, answer.owned) for answer in accusation.replies] == [("denies", denial.claim, True)]
    assert [cited.source.source_id for cited in accusation.cites] == ["az-page", "az-copy", "am-copy"]
    assert [figure.low for figure in accusation.figures] == [1]
    assert [location.role for location in accusation.locations] == ["target"]
    assert [reply.answers for reply in denial.answers] == [f"{HILL}.az-mod"]
    assert [row.outlet for row in search.searches] == ["az-media"]
    assert dossier.place.name == "The Hill"
    assert dossier.overview.attribution == "contested"
    assert [source.source_id for source in dossier.sources] == ["am-copy", "az-page", "az-copy"]


def test_a_reply_of_another_incident_is_shown_by_reference(package, words):
    other = words.incident | {"incident_id": "2021-05-02-hill", "date_start": "2021-05-02", "date_end": "2021-05-02", "place_id": ""}
    far = words.claim("2021-05-02-hill.az-mod", "az-mod", accused="am-mod", act="shelling", said_on="2021-05-02")
    rows = {**words.denied, "incidents": [words.incident, other], "claims": [*words.denied["claims"], far]}
    rows["replies"] = [*words.denied["replies"], words.reply("am-mod", "2021-05-02-hill.az-mod", "denies", "act")]
    ds = bc.load(package(**rows))
    shown = ds.dossier("2021-05-02-hill")
    assert [(answer.claim.claim_id, answer.owned) for answer in shown.claims[0].replies] == [(f"{HILL}.am-mod", False)]
    assert shown.place is None
    assert "am-mod" not in [claim["id"] for claim in shown.to_dict()["claims"]]
    owner = next(claim for claim in ds.dossier(HILL).to_dict()["claims"] if claim["id"] == "am-mod")
    assert [answer["claim"] for answer in owner["answers"]] == ["az-mod", "2021-05-02-hill.az-mod"]


def test_its_dict_has_the_shape_of_the_file(dossier):
    whole = dossier.to_dict()
    assert whole["incident"] == {
        "id": HILL,
        "title": "Fire near The Hill",
        "date_start": "2021-05-01",
        "date_end": "2021-05-01",
        "date_precision": "day",
        "place": "hill",
        "place_precision": "exact",
    }
    assert whole["claims"][1] == {
        "id": "az-mod",
        "speaker": "az-mod",
        "accused": "am-mod",
        "act": "small-arms-fire",
        "text": "Says what az-mod says.",
        "said_on": "2021-05-01",
        "said_at": "09:30",
        "cites": [
            {"source": "az-page", "relation": "reported"},
            {"source": "az-copy", "relation": "reported", "quote": "came under fire"},
            {"source": "am-copy", "relation": "reported"},
        ],
        "figures": [
            {"measure": "wounded", "party": "azerbaijan", "category": "military", "unit": "persons", "low": "1", "qualifier": "exact"}
        ],
        "locations": [{"place": "hill", "role": "target"}],
    }
    assert whole["claims"][2]["answers"] == [{"claim": "az-mod", "aspect": "whole", "stance": "denies", "basis": "named"}]
    assert whole["searches"] == [
        {"claim": "am-mod-2", "searched_on": "2022-01-01", "looked_in": [{"outlet": "az-media", "language": "az"}]}
    ]
    assert [source["id"] for source in whole["sources"]] == ["am-copy", "az-page", "az-copy"]
