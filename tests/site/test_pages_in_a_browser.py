"""Every kind of page as a browser shows it: whole, in light and dark, wide and narrow, with and without a script."""

from importlib import resources

import pytest

PHONE, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
KINDS = (
    "index.html",
    "incidents/2021-05-28-nakhchivan.html",
    "incidents/2021-11-16-gegharkunik-kalbajar.html",
    "actors.html",
    "actors/az-mod.html",
    "places.html",
    "places/nakhchivan.html",
    "sources.html",
    "rules.html",
    "codebook.html",
    "method.html",
)
SCRIPTLESS = pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True, ids=["no script"])
GRAVE = """() => axe.run(document, {preload: false, resultTypes: ["violations"]}).then((found) => found.violations
  .filter((fault) => ["serious", "critical"].includes(fault.impact))
  .flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html.slice(0, 160)}`)))"""


@pytest.fixture(scope="module")
def axe(chromium):
    assert chromium.is_connected()  # where there is none, this is skipped with the reason
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", KINDS)
def test_a_page_shows_without_complaint_and_asks_for_nothing_but_files(reader, path):
    page = reader.open(path)
    assert page.locator("h1").first.is_visible()
    assert page.locator("main").inner_text().strip()
    assert page.evaluate("getComputedStyle(document.body).maxWidth") is not None
    assert page.evaluate("document.styleSheets.length") == 1


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_serious_in_light_or_dark_wide_or_narrow(reader, path, axe):
    page = reader.open(path)
    page.evaluate(axe)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    for scheme in ("light", "dark"):
        for size in (WIDE, PHONE):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            assert page.evaluate(GRAVE) == [], (scheme, size)


@pytest.mark.parametrize("path", KINDS)
def test_a_phone_need_not_scroll_sideways(reader, path):
    page = reader.open(path)
    page.set_viewport_size(PHONE)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@SCRIPTLESS
@pytest.mark.parametrize("path", KINDS)
def test_without_a_script_all_can_be_read_and_no_control_is_dead(reader, path):
    page = reader.open(path)
    assert page.locator("h1").first.is_visible()
    for control in page.locator("button, input, select, textarea, output").all():
        assert not control.is_visible(), control.evaluate("each => each.outerHTML")


@SCRIPTLESS
def test_without_a_script_every_incident_is_listed_and_its_claims_are_shown(reader, dataset):
    assert sum(item.is_visible() for item in reader.open("index.html").locator("#list > li").all()) == len(dataset.incidents)
    page = reader.open("incidents/2021-05-12-sev-lich.html")
    for claim in dataset.claims_of("2021-05-12-sev-lich"):
        assert page.locator(f'[id="{claim.claim_id}"]').get_by_text(claim.text, exact=True).is_visible()
