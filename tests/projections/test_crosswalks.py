import pytest

from borderclash.crosswalks import ACT_CODES, DATE_CODES, NO_CLEAN_CODE, PLACE_CODES
from borderclash.vocab import Act, DatePrecision, PlacePrecision

ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
PLOVER = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": {"economic", "military", "humanitarian", "asylum"},
    "RETREAT": {"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"},
    "DEMAND": {"assist", "change", "yield", "meet"},
    "ACCUSE": set(),
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "ban", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike-gen", "strike-lim", "strike-hun", "boycott", "obstruct"},
    "SANCTION": {"convict", "cancel", "expel", "withdraw", "sever"},
    "MOBILIZE": {"troops", "weapons", "police"},
    "COERCE": {"confiscate", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"},
    "ASSAULT": {
        "abduct",
        "beat",
        "torture",
        "execute",
        "sexual",
        "assassinate",
        "destroy",
        "primitive",
        "firearms",
        "explosives",
        "suicide-attack",
        "heavy-weapons",
    },
}


def test_every_word_has_an_entry_in_its_order():
    assert list(ACT_CODES) == list(Act)
    assert list(DATE_CODES) == list(DatePrecision)
    assert list(PLACE_CODES) == list(PlacePrecision)


@pytest.mark.parametrize("act", Act)
def test_acts_go_to_codes_that_exist(act):
    codes = ACT_CODES[act]
    assert codes.acled_sub_event in ACLED.get(codes.acled_event, {NO_CLEAN_CODE})
    assert codes.ucdp_type in {"1", "2", "3", NO_CLEAN_CODE}
    modes = PLOVER.get(codes.plover_event, set())
    assert codes.plover_event in PLOVER or (codes.plover_event, codes.plover_mode) == (NO_CLEAN_CODE, NO_CLEAN_CODE)
    assert codes.plover_mode in {*modes, NO_CLEAN_CODE} if modes else codes.plover_mode in {None, NO_CLEAN_CODE}


@pytest.mark.parametrize(("codes", "finest"), [(DATE_CODES, 5), (PLACE_CODES, 7)])
def test_precisions_go_to_codes_that_exist(codes, finest):
    for code in codes.values():
        assert 1 <= int(code.ucdp) <= finest
        assert code.acled in {"1", "2", "3", NO_CLEAN_CODE}


def test_coarser_words_never_go_to_finer_codes():
    order = ("day", "night", "days", "week", "month")
    dates = [DATE_CODES[DatePrecision(word)] for word in order]
    assert [code.ucdp for code in dates] == sorted(code.ucdp for code in dates)
    assert [code.acled for code in dates] == sorted(code.acled for code in dates)
