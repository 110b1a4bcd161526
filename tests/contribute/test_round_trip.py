"""Any small package goes out as dossiers and comes back byte for byte, whatever its texts look like."""

import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import borderclash as bc
from borderclash.columns import TABLES
from borderclash.package.drafts import read_drafts
from borderclash.package.fold import fold
from borderclash.package.locate import locate
from borderclash.package.sheets import read_sheets
from borderclash.package.write import canonical

from .conftest import BASE

ODD = (
    *("? x", "- x", "# x", "a # b", ": x", "a: b", "x:", "'x'", '"x"', '"', "'", "x, y", "[x]", "{x}", "!x", "&x", "*x", "%x", "@x", "`x`"),
    *("no", "Yes", "007", "360", "12:30", "2021-05-28", "~", "null", "|", ">-", "---", "...", "--- x", "=", "<<", "1e5", ".inf", "\\n"),
    *("Կութ", "x\u0301y", "\U0001f600", "x\u00a0y", "x\u0085y", "x\u2028y", "\ufeffx", "\u200b", "https://x.example/?p=1 " * 9 + "x"),
)
PLAIN = {
    "id": ("weir",),
    "country code": ("AM",),
    "language tag": ("en", "hy-Latn", "no"),
    "web address": ("https://x.example/?p=1", "https://x.example/a,b", "https://x.example/a:b#c'd"),
    "day": ("2001-05-01", "2001-05-02"),
    "clock time": ("00:00", "09:30", "12:30"),
    "minute": ("2001-05-01T23:40",),
    "distance": ("5", "0.5"),
    "number": ("0", "7", "1.5", "1000"),
    "Wikidata id": ("Q399",),
    "GeoNames id": ("616435",),
    "latitude": ("39.2042", "0"),
    "longitude": ("45.4072", "-0.5"),
    "unit": ("persons", "km"),
}
ACTORS = ("side-a", "side-b", "mod-a", "army-b", "wire")


def fits(kind):
    return lambda text: bool(re.fullmatch(kind.pattern, text)) and (kind.max_length is None or len(text) <= kind.max_length)


def cells(column):
    """Cells of a column: plain ones where its kind has few, else whatever people may type, odd things first."""
    kind = column.kind
    if column.vocabulary:
        filled = st.sampled_from(sorted(column.words))
    elif kind.name in PLAIN:
        filled = st.sampled_from(PLAIN[kind.name])
    else:
        filled = st.sampled_from([odd for odd in ODD if fits(kind)(odd)]) | st.text("?-:#'\"!&*%@`|>{}[], \\xk\u0561", min_size=1).map(
            str.strip
        ).filter(fits(kind))
    return filled if column.required else st.just("") | filled


def row(table, **known):
    """A row of a table: what is known of it, and anything that fits in the rest; nothing where it refers to another row."""
    given = {
        column.name: st.just(known[column.name]) if column.name in known else st.just("") if column.references else cells(column)
        for column in TABLES[table].columns
    }
    return st.fixed_dictionaries(given)


class Rows:
    """Rows as they are drawn, by table; of two with one key the first stays."""

    def __init__(self, draw):
        self.draw, self.rows = draw, {name: {} for name in TABLES}

    def add(self, table, **known):
        made = self.draw(row(table, **known))
        self.rows[table].setdefault(tuple(made[name] for name in TABLES[table].key), made)

    def times(self, most):
        return range(self.draw(st.integers(0, most)))

    def one_of(self, *choices):
        return self.draw(st.sampled_from(choices))


@st.composite
def packages(draw):
    rows = Rows(draw)
    for actor in ACTORS:
        rows.add("actors", actor_id=actor, side={"mod-a": "side-a", "army-b": "side-b", "wire": ""}.get(actor, actor))
    for place, within in (("weir", "tarn"), ("tarn", "")):
        rows.add("places", place_id=place, within=within)
        for _ in rows.times(2):
            rows.add("place_names", place_id=place)
    for number in range(1, draw(st.integers(2, 3)) + 1):
        incident = f"2001-05-0{number}-weir"
        rows.add("incidents", incident_id=incident, place_id="weir", part_of=rows.one_of("", "2001-05-01-weir"))
        rows.add("claims", claim_id=f"{incident}.mod-a", incident_id=incident, speaker="mod-a", accused="army-b")
        for place in rows.times(2):
            speaker = rows.one_of("mod-a", "army-b")
            rows.add("claims", claim_id=f"{incident}.{speaker}-{place + 2}", incident_id=incident, speaker=speaker)
    claims = [claim for (claim,) in rows.rows["claims"]]
    for number, claim in enumerate(claims):
        hang_on(rows, claim, number, [other for other in claims if other != claim])
    return {
        name: canonical(table, [[made[column] for column in table.names] for made in rows.rows[name].values()])
        for name, table in TABLES.items()
    }


def hang_on(rows, claim, number, others):
    rows.add("sources", source_id=f"wire-{number}", publisher="wire")
    rows.add("citations", claim_id=claim, source_id=f"wire-{number}")
    for _ in rows.times(1):
        rows.add("figures", claim_id=claim, party="side-a")
        rows.add("locations", claim_id=claim, place_id="tarn")
    for _ in rows.times(2):
        rows.add("searches", claim_id=claim, outlet=rows.one_of(*ACTORS), source_id=rows.one_of("", "wire-0"))
        rows.add("replies", reply_id=claim, answers=rows.one_of(*others))


@given(packages())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_any_package_goes_out_as_dossiers_and_comes_back(tables):
    with tempfile.TemporaryDirectory() as scratch:
        full, empty, out = Path(scratch, "full"), Path(scratch, "empty"), Path(scratch, "out")
        out.mkdir()
        for root in (full, empty):
            shutil.copytree(BASE, root)
            for name, content in tables.items():
                (root / "data" / f"{name}.csv").write_bytes(content if root is full else canonical(TABLES[name], []))
        ds = bc.load(full)
        for incident in ds.incidents:
            (out / f"{incident}.yaml").write_text(ds.dossier(incident).to_yaml(), encoding="utf-8")
        folded = fold(read_sheets(locate(empty)), read_drafts([out]))
        assert folded.faults == ()
        for name, table in TABLES.items():
            assert canonical(table, [made.cells for made in folded.rows[name]]).decode() == tables[name].decode(), name
