"""What a notebook shows, and what a terminal does."""

import re
from html.parser import HTMLParser

import pytest

import borderclash as bc

HILL = "2021-05-01-hill"
VOID = {"br"}


class Balanced(HTMLParser):
    """Refuses what is opened and not closed."""

    def __init__(self):
        super().__init__()
        self.open, self.text = [], []

    def handle_starttag(self, tag, _):
        assert tag != "script"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def read(html):
    page = Balanced()
    page.feed(html)
    page.close()
    assert page.open == []
    return " ".join(page.text)


def test_a_dataset_counts_its_rows_and_tells_how_accusations_were_met(package):
    text = read(bc.load(package())._repr_html_())
    assert "3 claims" in text
    assert re.search(r"denied 1 .*unanswered 1 ", text)
    assert re.search(r"citations 5 ", text)


def test_a_dossier_has_each_denial_in_the_row_of_what_it_denies(package):
    dossier = bc.load(package()).dossier(HILL)
    assert repr(dossier) == f"<Dossier {HILL}: 'Fire near The Hill', 3 claims, 2 accusations, 3 sources, contested>"
    html = dossier._repr_html_()
    row = next(row for row in html.split("<tr>") if "Says what az-mod says." in row)
    assert "Ministry of Defence of Armenia denies (whole): Says what am-mod says." in row
    assert "searched 2022-01-01: Media of Azerbaijan (az)" in read(html)


def test_a_run_shows_what_is_wrong(package, words):
    run = bc.validate(package(**{**words.denied, "citations": []}))
    text = read(run._repr_html_())
    assert not run.ok
    assert "not ok" in text
    assert run.findings[0].message in text
    assert "not ok" not in read(bc.validate()._repr_html_())


@pytest.mark.parametrize("cell", ["<script>alert(1)</script>", "a & b", '"quoted"'])
def test_every_cell_is_escaped(package, words, cell):
    claims = [words.claim("az-mod", "az-mod", accused="am-mod", act="shelling", said_on="2021-05-01") | {"text": f"Says {cell}."}]
    assert f"Says {cell}." in read(bc.load(package(claims=claims)).dossier(HILL)._repr_html_())
