"""The site as it is used: searched, filtered by hand and by key, sent on as an address, read as of a day, cited."""

import re

import duckdb
import pytest

import borderclash as bc
from borderclash.site.build import _STATUS, _plain

SEED = "2021-05-28-nakhchivan"
LONG = "2021-05-12-sev-lich"


def listed(page) -> list[str]:
    """Return the incidents that are seen in the list, in its order."""
    links = page.locator("#list > li:visible > a").all()
    return [link.get_attribute("href").removeprefix("incidents/").removesuffix(".html") for link in links]


def address_of(page) -> str:
    """Return the address as the page has it; what playwright knows of it may lag behind."""
    return page.evaluate("location.href")


@pytest.fixture(scope="session")
def ask():
    """Ask the shipped data in SQL, in the order of the list; `p` holds each place with all it lies in, itself among them."""
    connection = duckdb.connect()
    for table in ("incidents", "claims", "locations", "places", "place_names"):
        connection.register(table, bc.frame(table).astype(object).where(lambda frame: frame.notna(), None))
    connection.register(
        "accusations", bc.view("accusations")[["incident_id", "act", "speaker_side", "accused_side", "reply_status"]].astype(str)
    )
    connection.execute("""
        create view p as with recursive up(place_id, around) as (
            select place_id, place_id from places
            union select up.place_id, places.within from up join places on places.place_id = up.around where places.within is not null
        ) select * from up
    """)
    connection.execute(r"""
        create view said as
            select incident_id, place_id from incidents where place_id is not null
            union select incident_id, place_id from locations join claims using (claim_id);
        create view texts as select incident_id, translate(strip_accents(lower(text)), 'əı', 'ei') as text from (
            select incident_id, title as text from incidents
            union select incident_id, text from claims
            union select incident_id, name from said join place_names using (place_id)
            union select incident_id, name from said join places using (place_id)
        )
    """)

    def answer(where: str) -> list[str]:
        return [row[0] for row in connection.sql(f"select incident_id from incidents i where {where} order by date_start, 1").fetchall()]  # noqa: S608

    return answer


CASES = {
    "act=sniper-fire": "exists (from claims c where c.incident_id = i.incident_id and c.act = 'sniper-fire')",
    "act=capture": "exists (from claims c where c.incident_id = i.incident_id and c.act = 'capture')",
    "side=armenia": "exists (from accusations a where a.incident_id = i.incident_id and a.speaker_side = 'armenia')",
    "side=russia": "exists (from accusations a where a.incident_id = i.incident_id and a.speaker_side = 'russia')",
    "status=denied": "exists (from accusations a where a.incident_id = i.incident_id and a.reply_status = 'denied')",
    "status=unanswered": "exists (from accusations a where a.incident_id = i.incident_id and a.reply_status = 'unanswered')",
    "place=nakhchivan": "exists (from p join said s using (place_id) where around = 'nakhchivan' and s.incident_id = i.incident_id)",
    "place=yeraskh": "exists (from p join said s using (place_id) where around = 'yeraskh' and s.incident_id = i.incident_id)",
    "since=2021-11-16": "coalesce(date_end, date '9999-12-31') >= date '2021-11-16'",
    "until=2021-01-31": "date_start <= date '2021-01-31'",
    "since=2021-05-25&until=2021-05-28": "coalesce(date_end, date '9999-12-31') >= date '2021-05-25' and date_start <= date '2021-05-28'",
    "since=2021-07-01&until=2021-07-31&side=azerbaijan&status=countered": (
        "coalesce(date_end, date '9999-12-31') >= date '2021-07-01' and date_start <= date '2021-07-31'"
        " and exists (from accusations a where a.incident_id = i.incident_id"
        " and a.speaker_side = 'azerbaijan' and a.reply_status = 'countered')"
    ),
    "side=azerbaijan&status=denied": (
        "exists (from accusations a where a.incident_id = i.incident_id and a.speaker_side = 'azerbaijan' and a.reply_status = 'denied')"
    ),
    "accused=azerbaijan&act=capture": (
        "exists (from accusations a where a.incident_id = i.incident_id and a.accused_side = 'azerbaijan' and a.act = 'capture')"
    ),
    "side=armenia&accused=azerbaijan&act=small-arms-fire&status=denied": (
        "exists (from accusations a where a.incident_id = i.incident_id and a.speaker_side = 'armenia' and a.accused_side = 'azerbaijan'"
        " and a.act = 'small-arms-fire' and a.reply_status = 'denied')"
    ),
}


def fill(page, address: str) -> None:
    """Set the fields as a hand does."""
    for name, value in (pair.split("=") for pair in address.split("&")):
        field = page.locator(f"#filters [name={name}]")
        field.select_option(value) if field.evaluate("each => each.tagName") == "SELECT" else field.fill(value)


@pytest.mark.parametrize("address", CASES)
def test_each_filter_leaves_what_the_data_say(reader, ask, dataset, address):
    expected = ask(CASES[address])
    assert 0 < len(expected) < len(dataset.incidents)
    page = reader.open("index.html")
    assert listed(page) == ask("true")
    fill(page, address)
    assert listed(page) == expected
    status = page.locator("#shown")
    assert status.inner_text() == f"{len(expected)} of {len(dataset.incidents)} incidents"
    assert (status.get_attribute("role"), status.get_attribute("aria-live")) == ("status", "polite")
    assert dict(pair.split("=") for pair in address_of(page).partition("?")[2].split("&")) == dict(
        pair.split("=") for pair in address.split("&")
    )
    assert listed(reader.open(f"index.html?{address}")) == expected, "the address alone brings it back"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Nakhchivan", ["nakhchivan"]),
        ("  nakhchivan  soldier ", ["nakhchivan", "soldier"]),
        ("NAXÇIVAN", ["naxcivan"]),
        ("naxcivan", ["naxcivan"]),
        ("Kəlbəcər", ["kelbecer"]),
        ("Սև լիճ", ["սև", "լիճ"]),
        ("Ашагы Бузгов", ["ашагы", "бузгов"]),
    ],
)
def test_words_are_found_in_titles_claims_and_every_name_of_a_place(reader, ask, typed, words):
    page = reader.open("index.html")
    page.get_by_role("searchbox").press_sequentially(typed)
    expected = ask(" and ".join(f"exists (from texts t where t.incident_id = i.incident_id and t.text like '%{word}%')" for word in words))
    assert expected
    assert listed(page) == expected


def test_what_is_typed_is_made_plain_as_the_texts_are(reader, dataset):
    page = reader.open("index.html")
    texts = [*(name.name for name in dataset.place_names), *(source.title for source in dataset.sources.values()), "İĞDIR", "ЙОЛ"]
    assert page.evaluate("(texts) => texts.map(plain)", texts) == [_plain(text) for text in texts]


@pytest.mark.parametrize("typed", ["28 May 2021", "28 may 2021", "May 28, 2021", "2021-05-28", "28.05.2021", "28/5/2021", "28 мая 2021"])
def test_a_day_finds_what_is_said_to_have_been_on_it(reader, ask, typed):
    page = reader.open("index.html")
    page.get_by_role("searchbox").fill(typed)
    if "мая" in typed:
        assert listed(page) == []
        assert page.get_by_text("No incident fits").is_visible()
    else:
        expected = ask("date_start <= date '2021-05-28' and coalesce(date_end, date '9999-12-31') >= date '2021-05-28'")
        assert SEED in expected
        assert listed(page) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "shooting of 28 May 2021",
        "28 may 2021 shooting",
        "28th of May 2021",
        "the shots on May 28th, 2021",
        SEED,
        "fire at Nakhchivan, May 2021",
    ],
)
def test_a_day_told_as_people_tell_it_finds_the_incident_among_few(reader, typed):
    page = reader.open("index.html")
    page.get_by_role("searchbox").fill(typed)
    assert SEED in listed(page)[:5]
    assert "none has all" not in page.locator("#shown").inner_text()


@pytest.mark.parametrize(("one", "other"), [("UAV", "drones"), ("captives", "prisoner"), ("shots", "fired"), ("mines", "landmine")])
def test_words_told_for_one_another_find_the_same(reader, dataset, one, other):
    page = reader.open("index.html")
    page.get_by_role("searchbox").fill(one)
    found = listed(page)
    assert 0 < len(found) < len(dataset.incidents)
    page.get_by_role("searchbox").fill(other)
    assert listed(page) == found


def test_where_no_incident_has_all_the_words_those_with_most_come_first(reader, dataset):
    page = reader.open("index.html")
    page.get_by_role("searchbox").fill("Ashagi Buzgov unheard-of")
    assert listed(page)[0] == SEED
    assert page.locator("#shown").inner_text().endswith("none has all these words, so those with most of them come first")
    page.get_by_role("button", name="Clear").click()
    page.get_by_text(f"{len(dataset.incidents)} incidents", exact=True).wait_for()
    assert listed(page) == sorted(dataset.incidents, key=lambda each: (dataset.incidents[each].date_start, each))


def test_a_month_finds_what_is_said_to_have_been_in_it_and_words_narrow_it(reader, ask):
    page = reader.open("index.html")
    page.get_by_role("searchbox").fill("September 2021")
    assert listed(page) == ask("date_start <= date '2021-09-30' and coalesce(date_end, date '9999-12-31') >= date '2021-09-01'")
    page.get_by_role("searchbox").fill("Nakhchivan May 2021")
    assert SEED in listed(page)
    assert len(listed(page)) < 10


def test_a_filter_outlives_a_reload_and_the_way_back(reader):
    page = reader.open("index.html")
    fill(page, "status=denied&since=2021-05-01&until=2021-05-31")
    page.get_by_role("searchbox").fill("fire")
    left, address = listed(page), address_of(page)
    assert 1 < len(left) < 20
    page.reload()
    assert (listed(page), address_of(page)) == (left, address)
    page.locator("#list > li:visible > a").nth(1).click()
    page.get_by_role("heading", name="Cite this incident").wait_for()
    assert address_of(page).endswith(f"{left[1]}.html")
    page.go_back()
    assert (listed(page), address_of(page)) == (left, address)
    assert page.get_by_role("searchbox").input_value() == "fire"
    assert page.locator("[name=status]").input_value() == "denied"
    page.get_by_role("button", name="Clear").click()
    page.locator(".charts").wait_for(state="visible")
    assert "?" not in address_of(page)
    assert page.get_by_role("searchbox").input_value() == ""


def test_the_way_back_from_an_incident_leads_to_what_was_asked(reader):
    page = reader.open(f"incidents/{SEED}.html")
    assert page.locator("#back").inner_text() == "All incidents"
    reader.open("index.html")
    fill(page, "status=denied&since=2021-05-01&until=2021-05-31")
    found = listed(page)
    page.locator("#list > li:visible > a").first.click()
    page.get_by_role("link", name="Back to the incidents found").click()
    page.locator("#shown").wait_for()
    assert listed(page) == found


def test_the_fields_of_the_filter_stand_in_rows(reader):
    page = reader.open("index.html")
    boxes = [each.bounding_box() for each in page.locator("#filters input, #filters select").all()]
    rows = {}
    for box in boxes:
        rows.setdefault(round(box["y"]), []).append(round(box["height"]))
    assert len(rows) == 2
    assert all(len(set(heights)) == 1 for heights in rows.values())


def test_the_codebook_keeps_its_names_whole_and_does_not_speak_to_editors(reader):
    page = reader.open("codebook.html")
    assert "is generated" not in page.locator("main").inner_text()
    for name in page.locator("td:first-child > code:only-child").all()[:60]:
        assert name.evaluate("each => each.getClientRects().length") == 1


def test_who_comes_for_the_incidents_sees_the_fields_and_the_list_and_no_pictures_between(reader):
    page = reader.open("method.html")
    page.get_by_role("link", name="Incidents", exact=True).click()
    assert address_of(page).endswith("index.html#incidents")
    assert page.locator(".charts").is_hidden()
    bottom = page.viewport_size["height"]
    for seen in (page.get_by_role("searchbox"), page.locator("#list > li").first):
        assert 0 <= seen.bounding_box()["y"] < bottom
    page.get_by_role("searchbox").fill("Nakhchivan")
    assert address_of(page).endswith("?q=Nakhchivan#incidents")


@pytest.mark.parametrize("address", ["index.html#incidents", "index.html?side=armenia", "index.html?q=Nakhchivan"])
def test_the_pictures_make_way_and_can_be_opened_again(reader, address):
    page = reader.open(address)
    assert page.locator(".charts").is_hidden()
    page.get_by_text("Timeline and map of all incidents").click()
    assert page.locator(".charts svg").first.is_visible()
    page.get_by_role("searchbox").press_sequentially(" a")
    assert page.locator(".charts svg").first.is_visible() == ("?" in address), "what was opened stays open while words are added"


@pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True, ids=["no script"])
def test_without_a_script_the_link_to_the_incidents_takes_no_picture_away(reader):
    assert reader.open("index.html#incidents").locator(".charts svg").first.is_visible()


def test_an_address_that_asks_for_what_is_not_there_is_passed_over(reader, dataset):
    page = reader.open("index.html?act=sorcery&colour=red&since=yesterday")
    assert len(listed(page)) == len(dataset.incidents)
    assert page.locator("[name=act]").input_value() == ""


def test_the_keyboard_reaches_the_search_each_filter_and_the_first_result_and_shows_where_it_is(reader):
    page = reader.open("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    met = []
    for _ in range(20):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => { const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
            const seen = box.top >= 0 && box.bottom <= innerHeight;
            return [at.name || at.type || at.getAttribute("href"), style.outlineStyle, style.outlineWidth, seen]; }"""
        )
        assert at[1:] == ["solid", "3px", True], at
        if at[0] not in met:  # a field of a date is three stops
            met.append(at[0])
        if at[0] == "q":
            page.keyboard.type("Ashagi Buzgov")
        if str(at[0]).startswith("incidents/"):
            break
    assert met == ["#cite", "q", "since", "until", "place", "act", "side", "accused", "status", "reset", None, f"incidents/{SEED}.html"]
    page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "Alleged fire on Azerbaijani positions near Ashagi Buzgov, Nakhchivan"


@pytest.mark.parametrize("incident", [LONG, SEED, "2021-08-25-goris-kapan-road", "2020-12-12-khojavend"])
def test_an_incident_shows_itself_as_it_could_be_known_on_a_day(reader, dataset, incident):
    page = reader.open(f"incidents/{incident}.html")
    field = page.get_by_label("As it could be known on")
    days = page.locator("#days option").evaluate_all("each => each.map((one) => one.value)")
    first, last = (field.get_attribute(name) for name in ("min", "max"))
    assert first <= days[0] <= days[-1] <= last
    assert field.input_value() == last
    verdicts = page.locator(".verdict").all_inner_texts()
    dossier, foreign = dataset.dossier(incident), page.locator(".card:not([id])").count()
    urls = {source.url: source.source_id for source in dossier.sources}
    for day in (first, *days):
        if day == last:
            continue
        field.fill(day)
        then = dataset.as_of(day)
        known = {claim.claim_id for claim in then.claims_of(incident)} if incident in then.incidents else set()
        cards = page.locator(".card[id]:visible")
        assert set(cards.evaluate_all("each => each.map((one) => one.id)")) == known, day
        for claim in known:
            if then.claims[claim].accused:
                told = page.locator(f'[id="{claim}"] .verdict .status').inner_text()
                assert told == _STATUS[then.reply_status(claim)], (claim, day)
            assert page.locator(f'[id="{claim}"] .read [data-from]:visible').count() == len(then.of("citations", claim)), (claim, day)
        seen = {link.get_attribute("href") for link in page.locator(".sources > li:visible > a").all()}
        assert {urls[url] for url in seen & set(urls)} == set(urls.values()) & set(then.sources), day
        later = len(dossier.claims) - len(known)
        said = page.get_by_role("status").inner_text()
        assert (f"{later} claim{'' if later == 1 else 's'}" in said) == (later > 0), day
        if not foreign:
            gone = len(set(urls.values()) - set(then.sources))
            assert (f"{gone} source{'' if gone == 1 else 's'}" in said) == (gone > 0), day
        assert page.locator(".facts .of-today").is_visible()
        assert page.get_by_text("Replies are known").locator("visible=true").count() == 0, "on that day none was known yet"
        assert f"on={day}" in address_of(page)
    page.reload()
    assert field.input_value() == day
    page.get_by_role("button", name="Today").click()
    page.locator(".facts .of-today").wait_for(state="hidden")
    assert page.locator(".verdict").all_inner_texts() == verdicts
    assert "?" not in address_of(page)


def test_each_form_of_citation_is_copied(reader):
    page = reader.open(f"incidents/{SEED}.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for details in page.locator("details:has([data-copy])").all():
        details.locator("summary").click()
    for form, start in (("citation", "borderclash contributors"), ("citation-bibtex", "@"), ("citation-csl-json", "[")):
        button = page.locator(f"[data-copy={form}]")
        button.click()
        page.locator(f"[data-copy={form}]", has_text="Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator(f"#{form}").text_content()
        assert copied.startswith(start)
        assert bc.__version__ in copied
        assert SEED in copied


def test_what_cannot_be_copied_is_selected(reader):
    page = reader.open(f"incidents/{SEED}.html")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    page.locator("[data-copy=citation]").click()
    page.get_by_text("Selected: copy it with the keyboard").wait_for()
    assert page.evaluate("getSelection().toString()").strip() == page.locator("#citation").inner_text().strip()


@pytest.mark.parametrize("reader", [{}, {"viewport": {"width": 390, "height": 844}}], indirect=True, ids=["wide", "phone"])
@pytest.mark.parametrize("typed", ["Nakhchivan", "28 May 2021"])
def test_the_shooting_of_28_may_2021_is_found_read_followed_and_cited(reader, dataset, typed):
    page = reader.open("index.html")
    page.get_by_role("searchbox").press_sequentially(typed)
    page.get_by_role("link", name="Alleged fire on Azerbaijani positions near Ashagi Buzgov").click()
    accusation, denial = (page.locator(f'[id="{SEED}.{who}"]') for who in ("az-mod", "am-mod"))
    one, other = accusation.bounding_box(), denial.bounding_box()
    beside = abs(one["y"] - other["y"]) < 5 and (one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"])
    below = 0 <= other["y"] - one["y"] - one["height"] < 60
    assert below if page.viewport_size["width"] == 390 else beside
    assert "denies Ministry of Defence of Azerbaijan" in denial.inner_text()
    assert "denied by the accused side" in accusation.inner_text()
    for card in (accusation, denial):
        mark = card.locator(".read a").first
        source = page.locator(f"li{mark.get_attribute('href')}")
        mark.click()
        assert source.evaluate("each => each.matches(':target')")
        assert source.locator("a").get_attribute("href") in {each.url for each in dataset.sources.values()}
    cited = page.locator("#citation").inner_text()
    assert f"version {bc.__version__}" in cited
    assert re.search(r"\d{4}-\d{2}-\d{2}", cited.replace(SEED, ""))
    assert SEED in cited
