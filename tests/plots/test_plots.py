"""The plots: what they show is what the dataset says, they can be drawn with no network, and they say it in words."""

import itertools
import json
import re
import subprocess
import sys
from collections import Counter

import pytest

import borderclash as bc
from borderclash.plots import PLOTS, coverage, image, incident_map, lag, plot, replies, save, timeline, tolls
from borderclash.plots.map import _box, _labels, _view, borders
from borderclash.plots.rows import Spot, charges, located, starts
from borderclash.plots.style import COLOURS


@pytest.fixture(scope="module")
def ds():
    return bc.load()


def rows_of(specification):
    """Yield every row of data inside a chart."""
    if isinstance(specification, dict):
        values = specification.get("values")
        yield from (row for row in values if isinstance(row, dict)) if isinstance(values, list) else ()
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
    places = [
        (Spot(place.place_id, place.name, float(place.longitude), float(place.latitude), 1), 1)
        for place in ds.places.values()
        if place.latitude is not None and place.place_id != "baku"
    ]
    labels = _labels(view, places * 3)
    boxes = [_box(*view.point(label["lon"], label["lat"]), label["name"]) for label in labels]
    assert labels[0]["name"] == f"{places[0][0].name} (1)"
    assert len(labels) >= len(places) / 2
    assert all(box[0] >= 0 and box[1] <= 380 for box in boxes)
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


VIEW_OF = {
    "timeline": "accusations",
    "replies": "accusations",
    "lag": "accusations",
    "tolls": "tolls",
    "coverage": "incidents",
    "map": "incidents",
}


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow", "duckdb"])
@pytest.mark.parametrize("name", ["timeline", "replies", "lag", "tolls"])
def test_a_view_in_a_frame_of_any_kind_is_drawn_as_its_dataset_is(ds, name, backend):
    assert PLOTS[name](bc.view(VIEW_OF[name], backend=backend)).to_dict() == PLOTS[name](ds).to_dict()


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow", "duckdb"])
def test_incidents_in_a_frame_of_any_kind_are_counted_as_those_of_the_dataset(ds, backend):
    frame = bc.view("incidents", backend=backend)
    by_month = Counter((start.day, len(start.sides)) for start in starts(frame))
    assert by_month == Counter((start.day, len(start.sides)) for start in starts(ds))
    assert image(coverage(frame)).startswith(b"<svg")
    drawn = {row["place"] + str(row["km"]): row["n"] for row in rows_of(incident_map(frame).to_dict()) if "km" in row}
    own = [each for each in ds.incidents.values() if each.place_id and ds.places[each.place_id].latitude and located(ds, each)]
    assert sum(drawn.values()) == len(own)


def test_some_rows_of_a_view_are_drawn_as_well():
    frame = bc.view("accusations")
    assert charges(frame[frame["accused_side"] == "armenia"]) == [each for each in charges(frame) if each.accused == "Armenia"]
    assert image(timeline(frame.head(0))).startswith(b"<svg")
    assert len({row["who"] for row in rows_of(replies(frame.head(1)).to_dict()) if "who" in row}) == 1


@pytest.mark.parametrize("name", PLOTS)
def test_what_cannot_be_drawn_is_told_what_to_give(name):
    for wrong in (bc.frame("sources"), bc.frame("sources", backend="duckdb"), "accusations", None):
        with pytest.raises(bc.UnreadableError, match=rf'bc\.view\("{VIEW_OF[name]}"\)'):
            plot(name, wrong)


def test_an_answer_of_no_known_day_is_not_told_as_none(ds):
    chart = lag(ds).to_dict()
    spans = Counter()
    for row in rows_of(chart):
        spans[row["lag"]] += row["n"]
    outcomes = [ds.outcomes[claim.claim_id] for claim in ds.claims.values() if claim.accused]
    assert spans["no answer found"] == sum(outcome.replies == 0 for outcome in outcomes)
    assert spans["answered, day not known"] == sum(outcome.replies > 0 and outcome.reply_lag_days is None for outcome in outcomes)
    assert "2 2 to" not in chart["description"]


def test_the_timeline_says_how_many_it_does_not_draw_and_pools_those_who_seldom_accuse(ds):
    chart = timeline(ds).to_dict()
    rows = [row for row in rows_of(chart) if "accuser" in row]
    undated = sum(1 for claim in ds.claims.values() if claim.accused and ds.outcomes[claim.claim_id].said is None)
    assert sum(row["n"] for row in rows) + undated == len(charges(ds))
    for told in (json.dumps(chart["title"]), chart["description"]):
        assert (f"{undated} accusation" in told and "not drawn" in told) == (undated > 0)
    often = Counter(charge.accuser for charge in charges(ds) if charge.said)
    small = {side for side, n in often.items() if n < 0.05 * sum(often.values())}
    panels = {row["accuser"] for row in rows}
    assert len(panels) == (len(often) - len(small) + 1 if len(small) > 1 else len(often))
    assert all(any(side in panel for panel in panels) for side in often)


def test_statuses_are_told_in_words(ds):
    for chart in (timeline(ds), replies(ds)):
        drawn = image(chart, "svg").decode()
        assert "partly denied" in drawn
        assert ">partly-denied<" not in drawn
    assert "by the accuser" in image(timeline(ds), "svg").decode()


def test_overlapping_areas_do_not_add_up(ds):
    areas = [row for row in rows_of(incident_map(ds).to_dict()) if "fill" in row]
    for cover, shade in zip(areas[::2], areas[1::2], strict=True):
        assert (cover["place"], cover["km"], cover["strength"]) == (shade["place"], shade["km"], 1)
        assert cover["fill"] != shade["fill"]
    assert [area["km"] for area in areas] == sorted((area["km"] for area in areas), reverse=True)


def test_the_map_tells_its_scale_and_its_conventions(ds):
    chart = incident_map(ds).to_dict()
    told = " ".join(chart["title"]["subtitle"])
    assert "border sector 25" in told
    assert "darker" not in told
    names = {row["name"] for row in rows_of(chart) if "name" in row and "lon" in row}
    assert {"Nakhchivan", "Nagorno-Karabakh", "100 km"} <= names


def test_tolls_of_few_people_have_whole_numbers_and_points_beside_each_other(ds):
    chart = tolls(ds, "2021-05-28-nakhchivan").to_dict()
    rows = [row for row in rows_of(chart) if "speaker" in row]
    assert len({(row["what"], row["said"], row["low"], row["step"]) for row in rows}) == len(rows)
    assert [
        tick for tick in re.findall(r"<text[^>]*>(\d+)</text>", image(tolls(ds, "2021-05-28-nakhchivan")).decode()) if len(tick) < 3
    ] == ["0", "1"]


def test_tolls_tell_who_is_counted(ds):
    rows = [row for row in rows_of(tolls(ds, "2020-09-27-nagorno-karabakh").to_dict()) if "speaker" in row]
    assert {"military", "civilian"} <= {row["who"] for row in rows}


def test_a_drawing_for_dark_pages_has_no_ground_and_takes_light_ink_there(ds):
    for chart in (plot(name, ds) for name in PLOTS):
        light, dark = image(chart).decode(), image(chart, dark=True).decode()
        assert 'fill="white"/>' in light
        assert 'fill="white"/>' not in dark
        assert '@media (prefers-color-scheme: dark){[fill="#000"]{fill:#E6E6E6}' in dark
        assert "<style>" not in light
