"""Which addresses are one: the list in the module, pair by pair, on both engines; and the rough key never parts what is one."""

import pytest

from borderclash.rules.bc1_citations.addresses import normal, rough, tracked, untracked

ONE = [
    ("https://example.org/a/7", "http://WWW.example.org/a/7/"),
    ("https://example.org/a/7", "https://m.example.org//a/7//"),
    ("https://example.org/a/7", "https://www.m.example.org/m/a/7"),
    ("https://example.org/a/7", "https://mobile.example.org/mobile/a/7"),
    ("https://example.org/a/7", "https://amp.example.org/a/7/amp"),
    ("https://example.org/a/7", "https://example.org/amp/a/7/amp/"),
    ("https://example.org/a/7", "https://example.org/a/amp/7?amp=1"),
    ("https://example.org/a/7", "https://example.org/a/7.amp?outputType=amp"),
    ("https://example.org/news/7.html", "https://example.org/ampnews/7.amp.html?amp"),
    ("https://example.org/a/7", "https://example.org/a/7#section-2"),
    ("https://example.org/a/7", "https://example.org/a/7?utm_source=a&utm_medium=b&fbclid=c#top"),
    ("https://example.org/?id=7", "https://www.example.org?UTM_campaign=a&id=7&yclid"),
    ("https://example.org/a?id=7&lang=hy", "https://example.org/a/?gclid=1&id=7&traffic_source=x&ysclid=2&lang=hy"),
    ("https://example.org/Փաշինյան/7", "http://example.org/Փաշինյան/7/?gbraid=1"),
    ("https://example.org", "https://www.example.org/"),
    ("https://m.am/a", "http://m.am/a/"),
]
TWO = [
    ("https://example.org/a/7", "https://example.org/a/8"),
    ("https://example.org/a/7", "https://example.org/A/7"),
    ("https://example.org/a/7", "https://en.example.org/a/7"),
    ("https://example.org/a/7", "https://example.org/a/7?id=1"),
    ("https://example.org/a?id=7", "https://example.org/a?id=8"),
    ("https://example.org/a?my_utm_x=7", "https://example.org/a"),
    ("https://example.org/a?fbclids=7", "https://example.org/a"),
    ("https://example.org/amp/7", "https://example.org/news/7"),
    ("https://example.org/ampere/7", "https://example.org/ere/7"),
    ("https://example.org/a/m/7", "https://example.org/a/7"),
    ("https://example.org/#!/7", "https://example.org/#!/8"),
    ("https://m.am/a", "https://am/a"),
]
CLEAN = [
    ("https://example.org/a?utm_source=x", "https://example.org/a"),
    ("https://example.org/a?utm_source=x#top", "https://example.org/a#top"),
    ("http://www.Example.org/a/?id=7&fbclid=x&gclid=y&b=&c#top", "http://www.Example.org/a/?id=7&b=&c#top"),
    ("https://example.org/a?fbclid", "https://example.org/a"),
    ("https://example.org/a?id=7", None),
    ("https://example.org/fbclid=1", None),
    ("https://example.org/a#?utm_source=x", None),
    ("https://example.org/a?xfbclid=1&fbclid.y=2", None),
]


def keys(lay, urls):
    tables = lay({"sources": [{"source_id": f"s-{n}", "url": url} for n, url in enumerate(urls)]})
    rows = tables.rows(tables["sources"].select("url", normal=normal("url"), rough=rough("url")))
    assert len(rows) == len(urls)
    return {url: (exact, coarse) for url, exact, coarse in rows}


def test_addresses_on_the_list_are_one_and_share_the_rough_key(lay):
    found = keys(lay, [url for pair in ONE for url in pair])
    for one, other in ONE:
        assert found[one] == found[other], (one, other)


def test_other_addresses_are_two(lay):
    found = keys(lay, [url for pair in TWO for url in pair])
    for one, other in TWO:
        assert found[one][0] != found[other][0], (one, other)


@pytest.mark.parametrize(("url", "clean"), CLEAN)
def test_tracking_parameters_go_and_nothing_else_does(lay, url, clean):
    tables = lay({"sources": [{"source_id": "s", "url": url}]})
    rows = tables.rows(tables["sources"].filter(tracked("url")).select(clean=untracked("url")))
    assert rows == ([(clean,)] if clean else [])
