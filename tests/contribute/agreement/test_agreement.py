"""Two coders side by side: what is matched with what, what is compared, and that neither coder is favoured."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import borderclash as bc
from borderclash.contribute.agreement import FIELDS, compare, statistics
from borderclash.contribute.agreement.matching import Scene, assign
from borderclash.contribute.coded import read_coded
from borderclash.errors import MissingExtraError, MissingPackageError, UnreadableError
from borderclash.vocab import Act

HANGING = ("citations", "searches", "figures", "locations")


@pytest.fixture(autouse=True, scope="module")
def few_resamples():
    """Resample little: how the interval is had does not depend on how often."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statistics, "_RESAMPLES", 20)
        yield


def pairs(found):
    return list(found.incidents)


def counts(found):
    return {count.unit: (count.matched, count.only_a, count.only_b) for count in found.counts}


def singles(found, unit):
    return {(item.coder, item.key) for item in found.singles if item.unit == unit}


def one(words, key="2021-05-01-mill", page="p1", place="mill", act="shelling", text="Says it."):
    """The rows of a coder with one incident, of which Azerbaijan accuses Armenia."""
    return {
        "incidents": [words.incident(key, place)],
        "claims": [words.claim(f"{key}.az-mod", "az-mod", "am-forces", act, text=text)],
        "sources": [words.source(f"s-{page}", page)],
        "citations": [(f"{key}.az-mod", f"s-{page}")],
    }


def test_the_same_incident_under_another_id_is_found_by_days_place_and_page(coded, words):
    a = coded("a", **one(words))
    b = coded("b", **one(words, key="2021-05-01-vale", place="vale", act="sniper-fire", text="Says so."))
    found = compare(a, b)
    assert pairs(found) == [("2021-05-01-mill", "2021-05-01-vale")]
    assert {(item.field, item.in_a, item.in_b) for item in found.disagreements} == {
        ("place", "mill", "vale"),
        ("act", "shelling", "sniper-fire"),
    }
    assert counts(found) == {"incident": (1, 0, 0), "accusation": (1, 0, 0), "reply": (0, 0, 0), "figure": (0, 0, 0)}


@pytest.mark.parametrize(
    "other",
    [
        {"key": "2021-05-03-vale", "place": "vale"},  # another day
        {"key": "2021-05-01-hill", "place": "hill", "page": "p2"},  # another place
    ],
)
def test_another_day_or_another_place_is_another_incident(coded, words, other):
    found = compare(coded("a", **one(words)), coded("b", **one(words, **other)))
    assert pairs(found) == []
    assert counts(found)["incident"] == (0, 1, 1)
    assert counts(found)["accusation"] == (0, 1, 1)


def test_the_same_day_and_place_with_other_parties_and_pages_is_another_incident(coded, words):
    rows = one(words, key="2021-05-01-vale", place="vale", page="p2")
    rows["claims"] = [words.claim("2021-05-01-vale.az-mod", "am-mod", "az-forces", "shelling")]
    assert pairs(compare(coded("a", **one(words)), coded("b", **rows))) == []


def test_hours_more_than_six_apart_are_two_incidents_unless_one_page_tells_both(coded, words):
    def at(hour, page, key="2021-05-01-mill"):
        rows = one(words, page=page, key=key)
        rows["claims"][0]["alleged_from"] = f"2021-05-01T{hour}"
        return rows

    a = coded("a", **at("04:00", "p1"))
    assert pairs(compare(a, coded("b", **at("20:00", "p2", "2021-05-01-mill-2")))) == []
    assert len(pairs(compare(a, coded("c", **at("09:00", "p2", "2021-05-01-mill-2"))))) == 1
    assert len(pairs(compare(a, coded("d", **at("20:00", "p1", "2021-05-01-mill-2"))))) == 1


def test_numbers_that_end_ids_may_be_swapped(coded, words):
    def two(first, second):
        x, y = one(words, "2021-05-01-mill", first), one(words, "2021-05-01-mill-2", second)
        return {name: [*x[name], *y[name]] for name in x}

    found = compare(coded("a", **two("p1", "p2")), coded("b", **two("p2", "p1")), everything=True)
    assert pairs(found) == [("2021-05-01-mill", "2021-05-01-mill-2"), ("2021-05-01-mill-2", "2021-05-01-mill")]


def test_of_a_split_incident_one_part_is_matched_and_the_other_says_what_it_may_be_a_part_of(coded, words):
    whole = one(words)
    whole["claims"].append(words.claim("2021-05-01-mill.am-mod", "am-mod", "az-forces", "shelling"))
    whole["sources"].append(words.source("s-p2", "p2"))
    whole["citations"].append(("2021-05-01-mill.am-mod", "s-p2"))
    x, y = one(words, text="Says so."), one(words, "2021-05-01-vale", "p2", "vale")
    y["claims"] = [words.claim("2021-05-01-vale.am-mod", "am-mod", "az-forces", "shelling")]
    y["citations"] = [("2021-05-01-vale.am-mod", "s-p2")]
    found = compare(coded("a", **whole), coded("b", **{name: [*x[name], *y[name]] for name in x}))
    assert pairs(found) == [("2021-05-01-mill", "2021-05-01-mill")]
    (split,) = [item for item in found.singles if item.unit == "incident"]
    assert (split.coder, split.key, split.near) == ("b", "2021-05-01-vale", ("2021-05-01-mill",))
    assert singles(found, "accusation") == {("a", "2021-05-01-mill.am-mod"), ("b", "2021-05-01-vale.am-mod")}


def test_places_actors_and_documents_are_the_same_under_other_ids(coded, words):
    left, right = (
        {"place_id": key, "name": name, "kind": "village", "country": "AM"} for key, name in (("azat", "Azat"), ("azad", "Azát"))
    )
    names = [{"place_id": "azad", "language": "ru", "name": "Азат"}]
    guards = [{"actor_id": key, "name": "The Guard", "kind": "border-service", "side": "armenia"} for key in ("am-guard", "guard-am")]
    x, y = one(words, "2021-05-01-azat", place="azat"), one(words, "2021-05-01-azad", place="azad", text="Says so.")
    x["claims"][0]["accused"], y["claims"][0]["accused"] = "am-guard", "guard-am"
    y["sources"][0] |= {"url": "http://www.example.org/p1/"}
    found = compare(
        coded("a", places=[left], actors=guards[:1], **x), coded("b", places=[right], actors=guards[1:], place_names=names, **y)
    )
    assert pairs(found) == [("2021-05-01-azat", "2021-05-01-azad")]
    assert found.disagreements == ()


@pytest.mark.parametrize("order", [["mine", "fire"], ["fire", "mine"]])
def test_accusations_are_matched_by_who_accuses_whom_of_what_and_where_it_is_read(coded, words, order):
    def rows(order, extra=()):
        base = one(words)
        claims = {
            "fire": words.claim("2021-05-01-mill.az-mod", "az-mod", "am-forces", "shelling"),
            "mine": words.claim("2021-05-01-mill.az-mod", "az-mod", "am-forces", "mine-laying"),
            "back": words.claim("2021-05-01-mill.am-mod", "am-mod", "az-forces", "shelling"),
        }
        base["claims"] = []
        for number, name in enumerate([*order, *extra]):
            row = claims[name]
            base["claims"].append(row | {"claim_id": f"2021-05-01-mill.{row['speaker']}-{number + 2}", "text": f"Says {number}."})
        base["citations"] = [(row["claim_id"], "s-p1") for row in base["claims"]]
        return base

    found = compare(coded("a", **rows(["fire", "mine"])), coded("b", **rows(order, ["back"])))
    assert found.fields["act"].agreed == found.fields["act"].units == 2
    assert singles(found, "accusation") == {("b", "2021-05-01-mill.am-mod-4")}


def test_a_name_that_two_places_have_makes_neither_of_them_the_same(coded, words):
    def azat(key, **cells):
        return {"place_id": key, "name": "Azat", "kind": "village", **cells}

    x, y = one(words, "2021-05-01-azat", place="azat"), one(words, "2021-05-01-azat-a", place="azat-a", text="Says so.")
    a = coded("a", places=[azat("azat")], **x)
    found = compare(a, coded("b", places=[azat("azat-a")], **y))
    assert (len(found.incidents), found.disagreements) == (1, ())
    assert pairs(compare(a, coded("c", places=[azat("azat-a"), azat("azat-b")], **y))) == []
    assert (
        pairs(compare(coded("d", places=[azat("azat", country="AM")], **x), coded("e", places=[azat("azat-a", country="AZ")], **y))) == []
    )


@pytest.mark.parametrize("number", range(8))
def test_a_draw_is_broken_the_same_way_whoever_comes_first_and_in_whatever_order(number):
    day = date(2021, 5, 1)
    charges = frozenset({("azerbaijan", "armenia")})
    left, right = (
        [Scene(f"{side}-{number}-{n}", day, day, None, ("mill",), frozenset({"mill"}), charges, frozenset()) for n in range(4)]
        for side in ("left", "right")
    )
    found = {(one.key, other.key) for one, other in assign(left, right)}
    assert len(found) == 4
    assert {(one.key, other.key) for other, one in assign(right, left)} == found
    assert {(one.key, other.key) for one, other in assign(left[::-1], right)} == found
    assert {(one.key, other.key) for one, other in assign(left, right[::-1])} == found


def answered(words, stance, aspect, low, category="military", *, searched=False):
    rows = one(words, text=f"Says {stance} {low}.")
    if stance:
        rows["claims"].append(words.claim("2021-05-01-mill.am-mod", "am-mod", text="Rejects it."))
        rows["citations"].append(("2021-05-01-mill.am-mod", "s-p1"))
        answer = {"reply_id": "2021-05-01-mill.am-mod", "answers": "2021-05-01-mill.az-mod", "basis": "named"}
        rows["replies"] = [{**answer, "stance": stance, "aspect": aspect}]
    if searched:
        rows["searches"] = [{"claim_id": "2021-05-01-mill.az-mod", "searched_on": "2022-01-01", "outlet": "wire", "language": "hy"}]
    figure = {"measure": "wounded", "party": "azerbaijan", "unit": "persons", "qualifier": "exact", "category": category, "low": low}
    rows["figures"] = [{"claim_id": "2021-05-01-mill.az-mod", **figure}]
    return rows


def test_replies_and_figures_of_matched_accusations_are_compared_field_by_field(coded, words):
    found = compare(
        coded("a", **answered(words, "denies", "whole", "1")), coded("b", **answered(words, "counters", "act", "2", "civilian"))
    )
    assert {(item.field, item.in_a, item.in_b) for item in found.disagreements} == {
        ("stance", "denies", "counters"),
        ("aspect", "whole", "act"),
        ("reply status", "denied", "countered"),
        ("number", "exact 1", "exact 2"),
        ("category", "military", "civilian"),
    }
    assert counts(found)["reply"] == counts(found)["figure"] == (1, 0, 0)


def test_a_denial_that_only_one_found_is_a_single_and_a_disagreement_on_the_status(coded, words):
    found = compare(coded("a", **answered(words, "denies", "whole", "1")), coded("b", **answered(words, "", "", "1", searched=True)))
    assert singles(found, "reply") == {("a", "2021-05-01-mill.am-mod (whole)")}
    assert [(item.field, item.in_a, item.in_b) for item in found.disagreements] == [("reply status", "denied", "unanswered")]
    assert found.fields["stance"].units == 0


def test_copies_are_left_out_unless_asked_for_and_so_is_the_base(coded, words):
    x, y = one(words), one(words, "2021-05-02-hill", "p2", "hill")
    both = {name: [*x[name], *y[name]] for name in x}
    a = coded("a", **both)
    both["claims"] = [both["claims"][0], both["claims"][1] | {"text": "Says so."}]
    b = coded("b", **both)
    assert (compare(a, b).left_out, pairs(compare(a, b))) == (1, [("2021-05-02-hill", "2021-05-02-hill")])
    assert (compare(a, b, everything=True).left_out, len(pairs(compare(a, b, everything=True)))) == (0, 2)
    hill = ["2021-05-02-hill"]
    assert pairs(compare(a, b, everything=True, base=(hill, hill))) == [("2021-05-01-mill", "2021-05-01-mill")]


def test_a_matched_incident_is_kept_if_either_coder_dates_it_within_the_days_asked_for(coded, words):
    x, y = one(words), one(words, text="Says so.")
    y["incidents"][0] |= {"date_end": "2021-05-02", "date_precision": "days"}
    a, b = coded("a", **x), coded("b", **y)
    assert len(pairs(compare(a, b, since=date(2021, 5, 2)))) == 1
    later = compare(a, b, since=date(2021, 5, 3))
    assert (pairs(later), later.singles) == ([], ())
    assert pairs(compare(a, b, until=date(2021, 4, 30))) == []


def test_without_the_library_that_assigns_the_extra_is_named(coded, words, monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(MissingExtraError, match=r"needs scipy, .*borderclash\[agreement\]"):
        compare(coded("a", **one(words)), coded("b", **one(words, text="Says so.")))


def test_a_folder_without_package_or_dossier_is_refused(tmp_path):
    with pytest.raises(UnreadableError, match=r"neither a package nor a dossier"):
        read_coded(tmp_path)


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(MissingPackageError, match=r"^nothere does not exist"):
        read_coded(Path("nothere"), tmp_path)


def test_of_a_folder_of_dossiers_only_what_it_gives_is_compared(tmp_path):
    """The package both are laid over may hold a settled version of what they coded: neither coder is taken for its author."""
    ds = bc.load()
    first, second = sorted(ds.incidents)[:2]
    for coder, chosen in (("a", (first, second)), ("b", (first,))):
        (tmp_path / coder).mkdir()
        for key in chosen:
            changed = ds.dossier(key).to_yaml().replace("title: ", f"title: Coder {coder} on ", 1)
            (tmp_path / coder / f"{key}.yaml").write_text(changed, encoding="utf-8")
    one, other = read_coded(tmp_path / "a"), read_coded(tmp_path / "b")
    found = compare(one.dataset, other.dataset, base=(one.before, other.before))
    assert (pairs(found), found.left_out) == ([(first, first)], 0)
    assert [(single.coder, single.key) for single in found.singles if single.unit == "incident"] == [("a", second)]


SHIPPED = bc.load()


def rewritten(ds, *, renamed=(), dropped=(), acts=None, accused=None):
    """Return the dataset as another coder might have it: incidents under other ids, without some, with other acts and accused."""
    new = {key: f"{key}-77" if key in renamed else key for key in ds.incidents if key not in dropped}
    claims = {}
    for key, claim in ds.claims.items():
        if claim.incident_id in new:
            whole = f"{new[claim.incident_id]}.{key.rpartition('.')[2]}"
            changes = {"act": (acts or {}).get(key, claim.act), "accused": (accused or {}).get(key, claim.accused)}
            claims[key] = claim.model_copy(update={"claim_id": whole, "incident_id": new[claim.incident_id], **changes})
    ids = {old: claim.claim_id for old, claim in claims.items()}
    incidents = {
        new[key]: row.model_copy(update={"incident_id": new[key], "part_of": new.get(row.part_of)})
        for key, row in ds.incidents.items()
        if key in new
    }
    hanging = {
        name: tuple(row.model_copy(update={"claim_id": ids[row.claim_id]}) for row in getattr(ds, name) if row.claim_id in ids)
        for name in HANGING
    }
    replies = tuple(
        row.model_copy(update={"reply_id": ids[row.reply_id], "answers": ids[row.answers]})
        for row in ds.replies
        if row.reply_id in ids and row.answers in ids
    )
    return replace(
        ds,
        incidents=MappingProxyType(incidents),
        claims=MappingProxyType({claim.claim_id: claim for claim in claims.values()}),
        outcomes=MappingProxyType({ids[key]: outcome for key, outcome in ds.outcomes.items() if key in ids}),
        overviews=MappingProxyType({new[key]: overview for key, overview in ds.overviews.items() if key in new}),
        replies=replies,
        **hanging,
    )


INCIDENTS = sorted(SHIPPED.incidents)
ACCUSATIONS = sorted(key for key, claim in SHIPPED.claims.items() if claim.accused)
ANOTHER = st.builds(
    dict,
    renamed=st.sets(st.sampled_from(INCIDENTS)),
    dropped=st.sets(st.sampled_from(INCIDENTS), max_size=5),
    acts=st.dictionaries(st.sampled_from(ACCUSATIONS), st.sampled_from(list(Act)), max_size=12),
    accused=st.dictionaries(st.sampled_from(ACCUSATIONS), st.sampled_from(["armenia", "azerbaijan"]), max_size=6),
)
SLOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(st.sets(st.sampled_from(INCIDENTS)), st.sets(st.sampled_from(INCIDENTS), max_size=8))
def test_a_coder_agrees_wholly_with_themselves_under_whatever_ids(renamed, dropped):
    a = rewritten(SHIPPED, dropped=dropped)
    found = compare(a, rewritten(SHIPPED, renamed=renamed, dropped=dropped), everything=True)
    assert (found.disagreements, found.singles) == ((), ())
    assert len(found.incidents) == len(a.incidents)
    for name, figures in found.fields.items():
        assert figures.agreed == figures.units, name
        assert figures.kappa in {None, 1}, name
        assert figures.alpha in {None, 1}, name


@SLOW
@given(ANOTHER, ANOTHER)
def test_which_coder_is_named_first_makes_no_difference(one, other):
    a, b = rewritten(SHIPPED, **one), rewritten(SHIPPED, **other)
    found, turned = compare(a, b), compare(b, a)
    assert {pair[::-1] for pair in turned.incidents} == set(found.incidents)
    assert {unit: (matched, in_b, in_a) for unit, (matched, in_a, in_b) in counts(turned).items()} == counts(found)
    assert turned.fields == found.fields
    assert {(item.b, item.a, item.field, item.in_b, item.in_a) for item in turned.disagreements} == {
        (item.a, item.b, item.field, item.in_a, item.in_b) for item in found.disagreements
    }
    assert {(item.key, item.coder == "b") for item in turned.singles} == {(item.key, item.coder == "a") for item in found.singles}


@SLOW
@given(ANOTHER)
def test_whatever_differs_is_told_once_and_what_is_counted_adds_up(other):
    b = rewritten(SHIPPED, **other)
    found = compare(SHIPPED, b, everything=True)
    for name, figures in found.fields.items():
        assert figures.units - figures.agreed == sum(item.field == name for item in found.disagreements)
        assert figures.units == counts(found)[FIELDS[name]][0]
    for of, only in ((SHIPPED, 1), (b, 2)):
        matched = counts(found)["accusation"]
        assert matched[0] + matched[only] == sum(claim.accused is not None for claim in of.claims.values())
        assert counts(found)["incident"][0] + counts(found)["incident"][only] == len(of.incidents)
