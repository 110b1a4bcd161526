"""Claims in columns and threads, for this border and for any other."""

from collections import Counter

import pytest

from borderclash.package.descriptor import read_descriptor
from borderclash.site.threads import columns, threads


@pytest.fixture(scope="module")
def parties(dataset):
    return read_descriptor(dataset.package).settings.parties


def test_a_further_party_stands_opposite_to_the_one_it_quarrels_with(dataset, parties):
    first, third, second = columns(dataset, parties)
    assert first.sides == {"armenia", "karabakh-authorities"}
    assert (third.sides, second.sides) == (frozenset(), {"azerbaijan"})
    assert first.heading == "Armenia and Authorities of Nagorno-Karabakh"


def test_which_parties_there_are_is_said_by_the_package_and_not_by_the_code(dataset):
    first, _, second = columns(dataset, ("azerbaijan", "russia", "nobody-here"))
    assert (first.sides, second.sides) == ({"azerbaijan"}, {"russia"})
    first, _, second = columns(dataset, ("azerbaijan", "armenia", "karabakh-authorities"))
    assert (first.sides, second.sides) == ({"azerbaijan"}, {"armenia", "karabakh-authorities"})
    for few in ((), ("armenia",), ("armenia", "nobody-here")):
        assert [column.key for column in columns(dataset, few)] == ["all"]


@pytest.mark.parametrize("number", [0, 3])
def test_every_claim_is_shown_whole_once_in_the_column_of_its_side(dataset, parties, number):
    shown = columns(dataset, parties[:number])
    of_side = {side: column.key for column in shown for side in column.sides}
    for incident in dataset.incidents:
        dossier = dataset.dossier(incident)
        cards = [card for thread in threads(dataset, dossier, shown) for card in (thread.head, *thread.answers)]
        whole = Counter(card.entry.claim.claim_id for card in cards if card.whole and card.owned)
        assert whole == {entry.claim.claim_id: 1 for entry in dossier.claims}
        for card in cards:
            side = dataset.actors[card.entry.claim.speaker].side
            assert card.column == of_side.get(side, "third" if number else "all")
