"""A small package that is right, as files, for the tests of the mirrors."""

import json

import pytest

from borderclash.columns import TABLES
from borderclash.projections.descriptor import descriptor

ROWS = {
    "actors": ["armenia,Armenia,state,armenia,AM,Q399,", "azerbaijan,Azerbaijan,state,azerbaijan,AZ,,"],
    "places": ["syunik,Syunik,province,,AM,39.2,46.4,60,616195,geonames,", "goris,Goris,town,syunik,AM,,,,,,"],
    "place_names": ["goris,hy,Գորիս", "goris,az,Gorus"],
    "sources": ["s-1,armenia,,A statement,https://example.org/1,,2021-05-28,2024-01-02,hy,official-statement"],
    "incidents": ["2021-05-28-goris,Fire near Goris,2021-05-28,2021-05-28,day,goris,settlement,,"],
    "claims": [
        "2021-05-28-goris.armenia,2021-05-28-goris,armenia,azerbaijan,small-arms-fire,Says its posts came under fire.,"
        '2021-05-28,09:30,2021-05-28T02:15,2021-05-28T03:00,"A note, with a comma and a ""quote""."',
        "2021-05-28-goris.azerbaijan,2021-05-28-goris,azerbaijan,,,Denies it.,2021-05-28,,,,",
    ],
    "locations": ["2021-05-28-goris.armenia,goris,target"],
    "citations": ["2021-05-28-goris.armenia,s-1,issued,,", "2021-05-28-goris.azerbaijan,s-1,reported,,"],
    "replies": ["2021-05-28-goris.azerbaijan,2021-05-28-goris.armenia,whole,denies,named,"],
    "searches": ["2021-05-28-goris.armenia,2021-06-01,azerbaijan,az,,"],
    "figures": ["2021-05-28-goris.armenia,wounded,armenia,military,persons,1,,exact,"],
    "waivers": ["BC101,claims,2021-05-28-goris.armenia,*,Known.,2024-01-02,"],
}


@pytest.fixture
def folder(tmp_path):
    """A folder with a descriptor and one to two good rows a table."""
    (tmp_path / "data").mkdir()
    for name, of in TABLES.items():
        text = "\n".join([",".join(of.names), *ROWS[name]]) + "\n"
        (tmp_path / "data" / f"{name}.csv").write_bytes(text.encode("utf-8"))
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor({"name": "small"})), encoding="utf-8")
    return tmp_path
