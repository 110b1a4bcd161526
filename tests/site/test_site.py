"""The site as a folder of pages: whole, at one with itself, and asking nobody for anything."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from markupsafe import escape

import borderclash as bc
from borderclash.citation import OURS, cite
from borderclash.dataset import first_known_of
from borderclash.errors import UnreadableError
from borderclash.site import build
from borderclash.site.languages import language
from borderclash.wording import day_in_words

SEED = "2021-05-28-nakhchivan"


class Page(HTMLParser):
    """What a page links to, fetches and is made of."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.unnamed: list[str] = []
        self.language = None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "html":
            self.language = given.get("lang")
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        self.fetched += [given[name] for name in ("src", "data", "poster") if name in given]
        if tag == "link":
            self.fetched.append(given["href"])
        if tag == "img" and not given.get("alt"):
            self.unnamed.append(str(given))

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def pages(root) -> dict[Path, Page]:
    return {path: Page(path) for path in root.rglob("*.html")}


def inner(path: Path, links: list[str]) -> Iterator[tuple[Path, str]]:
    for link in links:
        parts = urlsplit(link)
        if not parts.scheme:
            yield ((path.parent / unquote(parts.path)).resolve() if parts.path else path), unquote(parts.fragment)


def test_there_is_a_page_for_each_incident_actor_and_place(root, dataset):
    for folder, ids in (("incidents", dataset.incidents), ("actors", dataset.actors), ("places", dataset.places)):
        assert sorted(path.stem for path in (root / folder).iterdir()) == sorted(ids)


def test_every_link_within_leads_to_a_page_and_to_a_part_of_it(pages):
    dead = [
        (path.name, target.name, part)
        for path, page in pages.items()
        for target, part in inner(path, page.links)
        if not target.is_file() or (part and target in pages and part not in pages[target].ids)
    ]
    assert dead == []


def test_nothing_is_fetched_from_elsewhere(root, pages):
    away = {(path.name, what) for path, page in pages.items() for what in page.fetched if urlsplit(what).scheme not in ("", "data")}
    assert away == set()
    for asset in (root / "assets").iterdir():
        assert not re.search(r"(?:url\(|@import|fetch\(|https?:)\s*['\"]?(?:https?:)?//", asset.read_text(encoding="utf-8")), asset.name


def test_pages_name_their_language_their_images_and_no_id_twice(pages):
    for path, page in pages.items():
        assert page.language == "en", path.name
        assert page.unnamed == [], path.name
        assert len(page.ids) == len(set(page.ids)), path.name


def test_the_seed_is_found_read_followed_and_cited_without_a_script(root, pages, dataset):
    start, seed = pages[root / "index.html"], pages[root / "incidents" / f"{SEED}.html"]
    assert f"incidents/{SEED}.html" in start.links
    text = " ".join(" ".join(seed.words).split())
    for claim in dataset.claims_of(SEED):
        assert " ".join(claim.text.split()) in text
    assert "denied by the accused side" in text
    assert {source.url for source in dataset.dossier(SEED).sources} <= set(seed.links)
    assert f"(incident {SEED})" in text
    assert f"version {bc.__version__}" in text
    assert "@misc" in text or "@dataset" in text
    cited = next(part for part in seed.words if part.lstrip().startswith("[") and "title" in part and '"id"' in part)
    assert json.loads(cited)[0]["title"]


def test_a_status_is_told_once_and_what_its_own_side_denied_is_not_said_to_be_retracted(root, pages, dataset):
    taken_back = [claim for claim, outcome in dataset.outcomes.items() if outcome.status == "retracted"]
    assert taken_back
    for claim in taken_back:
        text = " ".join(pages[root / "incidents" / f"{dataset.claims[claim].incident_id}.html"].words)
        assert "taken back or denied by the accuser's own side" in text
    start = " ".join(pages[root / "index.html"].words)
    assert "taken back or denied by own side" in start
    for page in (root / "index.html", root / "method.html", *(root / "incidents").iterdir()):
        assert "retracted by" not in " ".join(pages[page].words)
    assert not re.search(r"denied\s+denied by", " ".join(pages[root / "incidents" / f"{SEED}.html"].words))


def test_those_answered_are_those_to_which_the_accused_side_replied(root):
    accusations = bc.view("accusations")
    text = (root / "index.html").read_text(encoding="utf-8")
    assert f"<dt>of them answered by the accused side</dt><dd>{(accusations['replies'] > 0).sum()}</dd>" in text


def test_languages_are_called_by_their_names(root, pages, dataset):
    used = {row.language for row in (*dataset.sources.values(), *dataset.place_names, *dataset.searches)}
    assert {tag for tag in used if language(tag) == tag} == set()
    assert language("hy-Latn") == "Armenian, in Latin letters"
    assert language("hy-x-own") == "hy-x-own"
    for path in (root / "places.html", root / "places" / "nakhchivan.html", root / "incidents" / f"{SEED}.html", root / "sources.html"):
        assert not {"hy-Latn", "az", "ru"} & {word.strip() for word in pages[path].words}, path.name


def test_each_card_names_the_publishers_of_its_claim_and_quotes_each(root, dataset):
    quoting = [claim for claim in dataset.claims if sum(bool(row.quote) for row in dataset.of("citations", claim)) > 1]
    assert quoting
    for claim in (f"{SEED}.az-mod", f"{SEED}.am-mod", *quoting):
        page = (root / "incidents" / f"{dataset.claims[claim].incident_id}.html").read_text(encoding="utf-8")
        card = page[page.index(f'id="{claim}"') :].partition("</article>")[0]
        for citation in dataset.of("citations", claim):
            source = dataset.sources[citation.source_id]
            line = next(line for line in card.split("<li") if f'<a href="{escape(source.url)}" rel="external">' in line)
            assert escape(dataset.actors[source.publisher].name) in line
            assert source.published is None or f'datetime="{source.published}"' in line
            assert citation.quote is None or escape(citation.quote) in line


def test_each_card_says_for_whom_its_speaker_speaks(root):
    page = (root / "incidents" / f"{SEED}.html").read_text(encoding="utf-8")
    for card in page.split("<article")[1:]:
        assert re.search(r'<span class="side">(side of [A-Z]|of no side)', card)
    assert page.index("side of Azerbaijan") > page.index(f'id="{SEED}.az-mod"')


def test_what_was_not_found_on_a_day_is_not_said_to_be_missing_where_replies_are_known(root, dataset):
    met = {True: 0, False: 0}
    for claim, outcome in dataset.outcomes.items():
        if dataset.of("searches", claim):
            page = (root / "incidents" / f"{dataset.claims[claim].incident_id}.html").read_text(encoding="utf-8")
            card = page[page.index(f'id="{claim}"') :].partition("</article>")[0]
            unanswered = outcome.status == "unanswered"
            met[unanswered] += 1
            assert ("A reply was looked for and not found:" in card) == unanswered, claim
            assert ("Replies are known; none was found then at:" in card) != unanswered, claim
    assert all(met.values())


def test_a_report_of_an_error_is_prepared_and_goes_where_it_is_told(root, pages, dataset, tmp_path):
    def told(page):
        return next(words for words in page.words if words.startswith("Incident: "))

    for claim in dataset.claims_of(SEED):
        assert claim.claim_id in told(pages[root / "incidents" / f"{SEED}.html"])
    assert bc.__version__ in told(pages[root / "incidents" / f"{SEED}.html"])
    build(dataset, tmp_path / "site", issues="https://example.org/issues/new")
    page = Page(tmp_path / "site" / "incidents" / f"{SEED}.html")
    asked = parse_qs(urlsplit(next(link for link in page.links if link.startswith("https://example.org/"))).query)
    assert asked == {"title": [f"Error in {SEED}"], "body": [told(page)]}


def test_the_start_page_says_where_the_record_begins_and_ends_and_how_to_cite_it(root, pages, dataset):
    first = min(incident.date_start for incident in dataset.incidents.values())
    last = max(incident.date_end or incident.date_start for incident in dataset.incidents.values())
    text = " ".join(" ".join(pages[root / "index.html"].words).split())
    assert f"The first incident in it is of {day_in_words(first)}, the last of {day_in_words(last)}" in text
    assert f"This is version {OURS.version} of the data, of {day_in_words(OURS.dated)}." in text
    for form in ("text", "bibtex", "csl-json"):
        assert cite(OURS, None, form).strip() in [words.strip() for words in pages[root / "index.html"].words]
    for page in (root / "method.html", root / "incidents" / f"{SEED}.html"):
        footer = " ".join(" ".join(pages[page].words).split())
        assert f"incidents from {day_in_words(first)} to {day_in_words(last)}" in footer


def test_an_actor_s_claims_stand_by_day_with_their_incident_and_what_they_deny(root, dataset):
    page = (root / "actors" / "am-mod.html").read_text(encoding="utf-8")
    claims = [claim for claim in dataset.claims.values() if claim.speaker == "am-mod"]
    lines = page.partition("What it says")[2].partition("<h2>")[0].split("<li>")[1:]
    assert len(lines) == len(claims)
    days = [dataset.outcomes[re.search(r'#([^"]+)"', line)[1]].said for line in lines]
    assert [day for day in days if day] == sorted(day for day in days if day)
    denial = next(line for line in lines if f"#{SEED}.am-mod" in line)
    assert f'<a href="../incidents/{SEED}.html">' in denial
    assert f'denies <a href="../incidents/{SEED}.html#{SEED}.az-mod">' in denial


def test_actors_stand_by_side_with_those_who_speak_first_and_outlets_last(root, dataset):
    page = (root / "actors.html").read_text(encoding="utf-8")
    parts = page.split("<h2>")[1:]
    assert [part.partition("</h2>")[0] for part in parts][:2] == ["Side of Armenia", "Side of Azerbaijan"]
    assert parts[-1].startswith("Of no side")
    listed = [re.findall(r'href="actors/([^"]+)\.html"', part.partition("</footer>")[0]) for part in parts]
    assert sorted(each for ids in listed for each in ids) == sorted(dataset.actors)
    for ids in listed:
        media = [dataset.actors[each].kind in ("news-outlet", "news-agency") for each in ids]
        assert media == sorted(media)
        said = [
            sum(claim.speaker == each for claim in dataset.claims.values()) for each in ids if dataset.actors[each].kind != "news-outlet"
        ]
        voices = said[: media.count(False)]
        assert voices == sorted(voices, reverse=True)


def test_places_say_which_name_was_not_found(root, dataset):
    page = (root / "places.html").read_text(encoding="utf-8")
    lacking = 0
    for place in dataset.places:
        languages = {name.language.partition("-")[0] for name in dataset.names_of(place)}
        row = page[page.index(f'href="places/{place}.html"') :].partition("</tr>")[0]
        assert ("no name found in Armenian" in row) == ("hy" not in languages), place
        lacking += not {"hy", "az"} <= languages
    assert lacking
    assert f"For {lacking} of {len(dataset.places)} places" in page


def test_sources_name_the_side_and_lead_to_the_incidents_that_cite_them(root, dataset):
    page = (root / "sources.html").read_text(encoding="utf-8")
    for source in list(dataset.sources.values())[::40]:
        row = page[page.index(f'id="{source.source_id}"') :].partition("</tr>")[0]
        side = dataset.actors[source.publisher].side
        assert (f'data-head="side">{dataset.actors[side].name if side else ""}</td>') in row
        incidents = {dataset.claims[row.claim_id].incident_id for row in dataset.citations if row.source_id == source.source_id}
        assert set(re.findall(r'href="incidents/([^"]+)\.html"', row)) == incidents


def test_searches_are_shown_as_openly_as_replies(root, pages, dataset):
    for claim, outcome in dataset.outcomes.items():
        if outcome.status == "unanswered" and dataset.of("searches", claim):
            page = pages[root / "incidents" / f"{dataset.claims[claim].incident_id}.html"]
            text = " ".join(page.words)
            for search in dataset.of("searches", claim):
                assert dataset.actors[search.outlet].name in text, claim


def test_what_is_shown_from_a_day_on_is_what_the_dataset_knows_of_that_day(dataset):
    known = first_known_of(dataset)
    for day in ("2020-12-01", "2021-05-28", "2021-11-16", "2022-06-30"):
        then = dataset.as_of(day)
        assert {claim for claim, first in known.claims.items() if first.isoformat() <= day} == set(then.claims)
        assert {source for source, first in known.sources.items() if first.isoformat() <= day} == set(then.sources)


def test_statuses_over_time_are_those_of_the_dataset_as_of_each_day(root, dataset):
    for incident in (SEED, "2021-07-28-gegharkunik-kalbajar", "2021-10-14-nor-shen", "2020-12-14-agarak-kapan"):
        page = (root / "incidents" / f"{incident}.html").read_text(encoding="utf-8")
        told = re.search(r'<script type="application/json" id="history">(.*?)</script>', page, re.DOTALL)
        for claim, past in (json.loads(told[1]) if told else {}).items():
            for day, status in past:
                assert dataset.as_of(day).reply_status(claim) == status, (claim, day)


def test_every_incident_can_be_asked_of_a_day(root, dataset):
    for incident in dataset.incidents:
        page = (root / "incidents" / f"{incident}.html").read_text(encoding="utf-8")
        field = re.search(r'<input type="date" name="on" min="([0-9-]+)" max="([0-9-]+)" value="([0-9-]+)" list="days"', page)
        assert field, incident
        assert field[1] <= field[2] == field[3]


def test_a_folder_of_somebody_else_is_left_alone_and_an_older_site_is_replaced(dataset, tmp_path, root):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UnreadableError, match="no borderclash site"):
        build(dataset, mine)
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]
    (root / "incidents" / "stale.html").write_text("", encoding="utf-8")
    build(dataset, root)
    assert not (root / "incidents" / "stale.html").exists()
