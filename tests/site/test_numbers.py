"""Figures in words and side by side."""

from decimal import Decimal

import pytest

from borderclash.models import Figure
from borderclash.reports.dossier import Names
from borderclash.site.numbers import table, told


def figure(measure, low, category="military", unit="persons", qualifier="exact"):
    return Figure(
        claim_id="2021-05-28-nakhchivan.az-mod",
        measure=measure,
        party="armenia",
        category=category,
        unit=unit,
        low=Decimal(low),
        qualifier=qualifier,
    )


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (figure("wounded", 2, qualifier="at-least"), "at least 2 wounded, military, of Armenia"),
        (figure("strength", 200, qualifier="about"), "strength: about 200, military, of Armenia"),
        (figure("killed", 1, category="unspecified"), "1 killed, of Armenia"),
        (figure("distance", 3, category="not-persons", unit="km"), "distance: 3 km, of Armenia"),
        (figure("other", 5, category="not-persons", unit="houses"), "5 houses, of Armenia"),
        (figure("drones", 1, category="not-persons", unit="drones"), "1 drone, of Armenia"),
        (figure("drones", 2, category="not-persons", unit="items"), "2 drones, of Armenia"),
        (figure("other", 25, category="civilian"), "persons counted otherwise: 25, civilian, of Armenia"),
        (figure("damaged", 4, category="not-persons", unit="houses"), "4 houses damaged, of Armenia"),
    ],
)
def test_a_figure_reads_as_english(dataset, stated, words):
    assert told(stated, Names(dataset.actors, dataset.places)) == words


def test_what_is_counted_has_one_row_and_each_side_a_column_in_the_order_said(dataset):
    names = Names(dataset.actors, dataset.places)
    several = 0
    for incident in dataset.incidents:
        dossier = dataset.dossier(incident)
        shown = table(dataset, dossier, names)
        assert len({(what, of) for what, of, _ in shown.rows}) == len(shown.rows)
        cells = [cell for _, _, row in shown.rows for cell in row]
        assert all(len(row) == len(shown.heads) for _, _, row in shown.rows)
        assert sum(map(len, cells)) == sum(len(entry.figures) for entry in dossier.claims)
        for cell in cells:
            assert len({dataset.actors[stated.entry.claim.speaker].side for stated in cell}) <= 1
            order = [dossier.claims.index(stated.entry) for stated in cell]
            assert order == sorted(order)
        several += any(stated.link == "then " for cell in cells for stated in cell)
    assert several
