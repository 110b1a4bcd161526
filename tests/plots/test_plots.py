"""The plots: what they show is what the dataset says, they can be drawn with no network, and they say it in words."""

import itertools
import json
import re
import subprocess
import sys
from collections import Counter

import pytest

import borderclash as bc
from borderclash.plots import PLOTS, image, incident_map, replies, save, tolls
from borderclash.plots.map import _box, _labels, _view, borders, located
from borderclash.plots.style import COLOURS


@pytest.fixture(scope="module")
def ds():
    return bc.load()


def rows_of(specification):
    """Yield every row of data inside a chart."""
    if isinstance(specification, dict):
        yield from specification.get("values", ()) if isinstance(specification.get("values"), list) else ()
        for inner in specification.values():
            yield from rows_of(inner)
    elif isinstance(specification, list):
        for inner in specification:
            yield from rows_of(inner)


@pytest.mark.parametrize("name", PLOTS)
def test_each_can_be_drawn_and_says_in_words_what_it_shows(ds, name):
    chart = PLOTS[name](ds)
    assert len(chart.to_dict()["description"]) > 40
    svg = image(chart, "svg").decode()
    assert svg.startswith("<svg")
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", svg)
    assert image(chart, "png", scale=1).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", PLOTS)
def test_each_can_be_drawn_of_a_package_with_next_to_nothing_in_it(name):
    from pathlib import Path

    small = bc.load(Path(__file__).parents[1] / "cases" / "base")
    assert image(PLOTS[name](small), "svg").startswith(b"<svg")


def test_the_matrix_counts_every_accusation_once(ds):
    rows = [row for row in rows_of(replies(ds).to_dict()) if "status" in row]
    counted = Counter()
    for row in {(row["who"], row["status"]): row for row in rows}.values():
        counted[row["status"]] += row["n"]
    assert counted == Counter(ds.outcomes[claim.claim_id].status.value for claim in ds.claims.values() if claim.accused)


def test_no_incident_is_drawn_more_narrowly_than_it_is_known(ds):
    for incident in ds.incidents.values():
        found = located(ds, incident)
        if found:
            place, radius = found
            assert (
                radius
                >= {"exact": 1, "settlement": 2, "near-settlement": 6, "district": 18, "border-sector": 25, "province": 35}[
                    incident.place_precision.value
                ]
            )
            assert place.latitude is not None
        else:
            assert incident.place_precision.value == "country" or not incident.place_id or ds.places[incident.place_id].latitude is None


def test_the_map_counts_what_it_draws_and_what_it_does_not(ds):
    drawn = {row["place"] + str(row["km"]): row["n"] for row in rows_of(incident_map(ds).to_dict()) if "km" in row}
    there = sum(located(ds, incident) is not None for incident in ds.incidents.values())
    assert sum(drawn.values()) == there
    assert str(len(ds.incidents) - there) in json.dumps(incident_map(ds).to_dict()["title"])


def test_no_name_on_the_map_lies_on_another_and_the_first_come_first(ds):
    view = _view([], 380, 350)
    places = [(place, 1) for place in ds.places.values() if place.latitude is not None]
    labels = _labels(view, places * 3)
    boxes = [_box(*view.point(label["lon"], label["lat"]), label["name"]) for label in labels]
    assert labels[0]["name"] == f"{places[0][0].name} (1)"
    assert len(labels) >= len(places)
    for one, other in itertools.combinations(boxes, 2):
        assert min(one[1], other[1]) - max(one[0], other[0]) < 0.5 or min(one[3], other[3]) - max(one[2], other[2]) < 0.5


def test_a_map_holds_what_lies_beyond_the_border_too():
    view = _view([[49.9, 40.4], [44.0, 42.5]], 400, 300)
    for corner in ((49.9, 40.4), (44.0, 42.5), (43.9, 38.75)):
        x, y = view.point(*corner)
        assert -1e-6 <= x <= 400 + 1e-6
        assert -1e-6 <= y <= 300 + 1e-6
        assert view.place(x, y) == pytest.approx(corner)


def test_the_borders_are_of_the_region_and_small():
    assert {feature["properties"]["name"] for feature in borders()["features"]} == {
        "Armenia", "Azerbaijan", "Georgia", "Iran", "Russia", "Turkey",
    }  # fmt: skip
    assert len(json.dumps(borders())) < 100_000


def test_tolls_stand_beside_each_other_and_are_not_added(ds):
    chart = tolls(ds, "2020-09-27-nagorno-karabakh").to_dict()
    said = {(row["speaker"], row["low"]) for row in rows_of(chart)}
    assert ("Ministry of Health of Armenia", 2317.0) in said
    assert len({who for who, _ in said}) > 3
    with pytest.raises(bc.UnknownNameError, match="2020-09-27-nagorno-karabakh"):
        tolls(ds, "2020-09-27-nagorno-karabak")


def test_every_status_has_a_colour_of_its_own():
    assert set(COLOURS) == set(bc.ReplyStatus)
    assert len(set(COLOURS.values())) == len(COLOURS)


def test_a_form_that_is_none_and_a_folder_that_is_not_there_are_said(ds, tmp_path):
    chart = replies(ds)
    with pytest.raises(bc.UnknownNameError, match="png"):
        save(chart, tmp_path / "a.gif")
    with pytest.raises(bc.UnreadableError, match="folder that exists"):
        save(chart, tmp_path / "nowhere" / "a.svg")


def test_the_command_writes_a_file(tmp_path):
    command = [sys.executable, "-m", "borderclash", "plot"]
    done = subprocess.run([*command, "replies", "-o", str(tmp_path / "r.svg")], capture_output=True, text=True, check=False)
    assert (done.returncode, (tmp_path / "r.svg").read_text()[:4]) == (0, "<svg"), done.stderr
    done = subprocess.run([*command, "replys"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "did you mean 'replies'" in done.stderr
