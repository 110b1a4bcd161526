"""What a notebook shows, and what a terminal does."""

import os
import re
import shutil
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import borderclash as bc
from borderclash.notebook import link

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


def test_a_dossier_has_each_denial_beneath_what_it_denies(package):
    dossier = bc.load(package()).dossier(HILL)
    assert repr(dossier) == f"<Dossier {HILL}: 'Fire near The Hill', 3 claims, 2 accusations, 3 sources, contested>"
    html = dossier._repr_html_()
    assert re.search(
        r"Says what az-mod says\.</div>.*<div style=[^>]*><div><small[^>]*>denies: </small><strong>Ministry of Defence of", html
    )
    text = read(html)
    assert text.index("Says what az-mod says.") < text.index("Says what am-mod says.")
    assert text.count("Says what am-mod says.") == 1
    assert "searched 1 January 2022, no reply found: Media of Azerbaijan (az)" in text
    assert "1 wounded, military, of Azerbaijan" in text


def test_a_dossier_leads_to_its_sources_and_says_whose_they_are():
    html = bc.load().dossier("2021-05-28-nakhchivan")._repr_html_()
    assert '<a href="https://en.trend.az/azerbaijan/politics/3430808.html" rel="noopener noreferrer">Trend</a>' in html
    assert "(Azerbaijan, en, 28 May 2021)" in html
    assert html.index("accuses Armed Forces of Armenia") < html.index("denies: ")


def test_every_dossier_tells_every_claim_and_the_accused_side_first():
    ds = bc.load()
    for incident in ds.incidents:
        html = ds.dossier(incident)._repr_html_()
        read(html)
        for claim in ds.claims_of(incident):
            assert escape(claim.text) in html


def test_what_is_no_address_of_a_page_is_no_link():
    assert link("javascript:alert(1)", "a") == "a"


def test_a_run_names_files_from_the_package_on_and_folds_the_infos_away(tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(Path(__file__).parents[2] / "datapackage", copy)
    file = copy / "data" / "claims.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",shelling,", ",sheling,", 1), encoding="utf-8")
    html = bc.validate(copy)._repr_html_()
    read(html)
    open_part, _, folded = html.partition("<details>")
    assert f">data{os.sep}claims.csv:" in open_part
    assert str(tmp_path) not in html.replace(f"<strong>{copy}</strong>", "")
    assert ">info<" not in open_part
    assert re.match(r"<summary>\d+ infos</summary>", folded)


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
