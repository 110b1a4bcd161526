"""The dataset as Python objects."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

import borderclash as bc
from borderclash.vocab import Act, Attribution, ReplyStatus

HILL = "2021-05-01-hill"


def test_rows_are_typed_and_indexed(package):
    ds = bc.load(package())
    assert ds.incidents[HILL].date_start == date(2021, 5, 1)
    assert ds.places["hill"].latitude == Decimal("39.5")
    assert ds.claims[f"{HILL}.az-mod"].act is Act.SMALL_ARMS_FIRE
    assert [claim.claim_id for claim in ds.claims_of(HILL)] == [f"{HILL}.az-mod", f"{HILL}.am-mod", f"{HILL}.am-mod-2"]
    assert [row.reply_id for row in ds.replies_to(f"{HILL}.az-mod")] == [f"{HILL}.am-mod"]
    assert [row.answers for row in ds.answers_of(f"{HILL}.am-mod")] == [f"{HILL}.az-mod"]
    assert ds.replies_to(f"{HILL}.am-mod") == ()
    assert [row.name for row in ds.names_of("hill")] == ["Blur", "Tepe"]
    assert [row.source_id for row in ds.of("citations", f"{HILL}.az-mod")] == ["az-page", "az-copy", "am-copy"]
    assert ds.waivers == ()


def test_what_is_derived_is_what_derive_says(package):
    ds = bc.load(package())
    assert ds.reply_status(f"{HILL}.az-mod") is ReplyStatus.DENIED
    assert ds.reply_status(f"{HILL}.am-mod-2") is ReplyStatus.UNANSWERED
    assert ds.attribution(HILL) is Attribution.CONTESTED
    outcome = ds.outcomes[f"{HILL}.az-mod"]
    assert (outcome.replies, outcome.first_reply_on, outcome.reply_lag_days) == (1, date(2021, 5, 3), 2)
    assert (outcome.sources, outcome.independent_sources, outcome.sides_sourced) == (3, 2, ("armenia", "azerbaijan"))
    assert ds.overviews[HILL].kinds == (Act.SHELLING, Act.SMALL_ARMS_FIRE)


def test_nothing_in_it_can_be_changed(package):
    ds = bc.load(package())
    with pytest.raises(TypeError):
        ds.claims["x"] = None
    with pytest.raises(AttributeError):
        ds.replies = ()
    with pytest.raises(ValidationError):
        ds.incidents[HILL].title = "Another"


def test_its_repr_counts_and_dates(package):
    assert repr(bc.load(package())) == "Dataset(1 incident, 3 claims, 4 sources, 2021-05-01 to 2021-05-01)"


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (lambda ds: ds.dossier("2021-05-01-hil"), "did you mean '2021-05-01-hill'"),
        (lambda ds: ds.reply_status(f"{HILL}.az-mud"), f"did you mean '{HILL}.az-mod'"),
        (lambda ds: ds.claims_of("2021-05-01-hil"), "no incident is called"),
        (lambda ds: ds.attribution("2021-05-01-hil"), "no incident is called"),
        (lambda ds: ds.replies_to("x"), "no claim is called 'x'"),
        (lambda ds: ds.answers_of("x"), "no claim is called 'x'"),
        (lambda ds: ds.names_of("hil"), "did you mean 'hill'"),
        (lambda ds: ds.of("figure", f"{HILL}.az-mod"), "did you mean 'figures'"),
    ],
)
def test_an_unknown_name_gets_a_suggestion(package, question, message):
    with pytest.raises(bc.UnknownNameError, match=message):
        question(bc.load(package()))


def test_no_package_is_said(tmp_path):
    with pytest.raises(bc.MissingPackageError):
        bc.load(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("claims", "2021-05-01,09:30", "2021/05/01,09:30", "claims.said_on"),
        ("claims", "small-arms-fire", "small-arm-fire", "claims.act"),
        ("replies", "denies", "", "replies.stance"),
        ("claims", ".am-mod,2021-05-01-hill", ".az-mod,2021-05-01-hill", f"two rows of claims have the id {HILL}.az-mod"),
        ("citations", "az-page", "az-pages", "citations.source_id names az-pages, which is not in sources"),
        ("sources", "source_id,", "source,", "the table sources has no column source_id"),
        ("actors", "am-mod,Ministry", 'am-mod,"x,y",z,z,z,z,z,z,z,Ministry', r"1 row\(s\) of actors could not be read"),
    ],
)
def test_faults_that_lose_something_refuse_the_load_and_say_what_to_type(package, file, old, new, message):
    root = package()
    path = root / "data" / f"{file}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(bc.UnreadableError, match=message) as caught:
        bc.load(root)
    assert str(caught.value).endswith(f"borderclash validate {root}")


def test_a_missing_table_refuses_the_load(package):
    root = package()
    (root / "data" / "searches.csv").unlink()
    with pytest.raises(bc.UnreadableError, match="the table searches is missing"):
        bc.load(root)


def test_a_package_with_no_rows_is_a_dataset(package):
    ds = bc.load(package(actors=[], places=[], place_names=[], sources=[], incidents=[]))
    assert repr(ds) == "Dataset(0 incidents, 0 claims, 0 sources)"


def test_the_shipped_data_loads_and_every_incident_has_its_dossier():
    ds = bc.load()
    assert all(len(ds.dossier(incident).claims) == len(ds.claims_of(incident)) for incident in ds.incidents)
    assert not [claim for claim in ds.claims.values() if claim.accused and ds.reply_status(claim.claim_id) is ReplyStatus.UNRECORDED]
