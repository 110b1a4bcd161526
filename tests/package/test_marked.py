"""YAML as it is written and read back: by us, by others, and where they stand."""

import pytest
from ruamel.yaml import YAML

import borderclash as bc
from borderclash.package.marked import Branch, Leaf, Twigs, dump, parse

ODD = [
    *("? x", "?", "a ?b", "https://x.example/?p=2119127", "- x", "-", "# x", "a # b", ": x", "x:", "a: b", "'", '"a', "it's", "a, b"),
    *("[a", "a]", "{a", "a}", "!x", "&x", "*x", "%x", "@x", "`x`", "|", ">", "...", "--- a", "=", "<<", "~", "null", "no", "Yes", "on"),
    *("true", "007", "360", "-1", "+1", "1.5", "1e5", "0x1f", "1_000", ".inf", "12:30", "2021-05-28", "2021-05-28T23:40", ""),
    *(" x", "x ", "\u00a0x", "\u0085", "\u2028", "\u200b", "\ufeffa", "\u0561\u0580\u0581\u0561\u056d", "\U0001f600", "word " * 60),
]


def plain(node):
    match node:
        case Leaf():
            return node.text or ""
        case Twigs():
            return [plain(item) for item in node.items]
        case Branch():
            return {key.text: plain(value) for key, value in node.entries}


@pytest.mark.parametrize("odd", ODD)
def test_every_reader_reads_an_odd_text_back(odd):
    whole = {"incident": {"title": odd, "more": "x"}, "claims": [{"text": odd, "more": "x"}, {"text": odd, "rows": [{"quote": odd}]}]}
    written = dump(whole)
    assert plain(parse(written)) == whole
    assert YAML(typ="safe", pure=True).load(written) == whole
    yaml = pytest.importorskip("yaml")
    assert yaml.safe_load(written) == whole


def test_numbers_and_days_are_bare_where_they_are_meant_so():
    assert dump({"rows": [{"low": "7", "name": "360", "day": "2021-05-28"}]}, bare={"low", "day"}) == (
        'rows:\n  - {low: 7, name: "360", day: 2021-05-28}\n'
    )


def test_other_readers_read_the_shipped_incidents_as_we_do():
    yaml = pytest.importorskip("yaml")
    ds = bc.load()
    for incident in ds.incidents:
        dossier = ds.dossier(incident)
        written = dossier.to_yaml()
        assert yaml.load(written, Loader=yaml.BaseLoader) == dossier.to_dict(), incident
