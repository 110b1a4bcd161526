"""Broken copies of the package beside this file: which small edits break which rule, and where the rule must find it.

An edit is one of:
    (table, old, new)   the old text, which stands once in the table's file, becomes the new one
    (table, None, row)  a row is put where its key belongs
    (table, row, None)  a row, given by how it begins, is taken out
"""

import csv
import json
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from borderclash.columns import TABLES

PACKAGE = Path(__file__).parent / "package"
ON = date(2011, 10, 1)
"""The day to judge by: after all that the package holds."""

NIGHT, ROCK, FERRY, ISLES = "2011-03-05-anse-holm", "2011-03-12-gull-rock", "2011-04-02-skerry", "2011-05-01-sault"
DAWN, NETS, MINE, TRUCE = "2011-05-03-gull-rock", "2011-06-04-holm", "2011-07-02-anse", "2011-08-01-harbour-talks"
ARCHIVE = "https://web.archive.org/web/20110901000000/"
MANY = "many words " * 400

Edit = tuple[str, str | None, str | None]
Place = tuple[str | None, str, int | None]


class Copy(NamedTuple):
    """A broken copy.

    Attributes:
        edits: what breaks it.
        finds: key, file and line of each finding.
    """

    edits: tuple[Edit, ...]
    finds: tuple[Place, ...]


def one(edits: Edit | tuple[Edit, ...], key: str, file: str, line: int) -> Copy:
    """Return a copy in which one thing is found."""
    several = edits if isinstance(edits[0], tuple) else (edits,)
    return Copy(several, ((key, file, line),))


def break_(root: Path, edits: Iterable[Edit]) -> Path:
    """Make a copy of the package at `root` and edit it."""
    shutil.copytree(PACKAGE, root)
    for table, old, new in edits:
        file = root / "data" / f"{table}.csv"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        if old is None:
            places = [TABLES[table].names.index(name) for name in TABLES[table].key]
            lines[1:] = sorted([*lines[1:], f"{new}\n"], key=lambda line: [next(csv.reader([line]))[place] for place in places])
        elif new is None:
            (place,) = (place for place, line in enumerate(lines) if line.startswith(old))
            del lines[place]
        else:
            text = "".join(lines)
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {table}"
            lines = [text.replace(old, new)]
        file.write_text("".join(lines), encoding="utf-8", newline="")
    return root


def describe(root: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the descriptor of a copy."""
    file = root / "datapackage.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    change(content)
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


DUPLICATE = (
    ("incidents", None, "2011-03-05-holm,Shots heard at Holm,2011-03-04,2011-03-05,night,holm,settlement,,"),
    (
        "claims",
        None,
        "2011-03-05-holm.brenn-mfa,2011-03-05-holm,brenn-mfa,calder-navy,small-arms-fire,Says shots came from Holm.,2011-03-05,,,,",
    ),
    ("citations", None, "2011-03-05-holm.brenn-mfa,harbour-post-1,reported,,"),
    ("searches", None, "2011-03-05-holm.brenn-mfa,2011-05-02,calder-mod,qca,,"),
    ("searches", None, "2011-03-05-holm.brenn-mfa,2011-05-02,harbour-post,en,,"),
)

ONE_SIDED = (
    ("incidents", None, "2011-08-03-anse,Shots near Anse,2011-08-03,2011-08-03,day,anse,near-settlement,,"),
    (
        "claims",
        None,
        "2011-08-03-anse.brenn-mod,2011-08-03-anse,brenn-mod,,small-arms-fire,Says a man of the other side was hit.,2011-08-03,,,,",
    ),
    ("citations", None, "2011-08-03-anse.brenn-mod,strait-wire-3,reported,,"),
    ("figures", None, "2011-08-03-anse.brenn-mod,wounded,calder,military,persons,1,,exact,"),
)

COPIES: dict[str, Copy] = {
    "BC001": one(("actors", "strait-wire,Strait Wire,", "strait-wire,,"), "strait-wire", "actors", 17),
    "BC002": one(("sources", ",2011-04-20,", ",20.04.2011,"), "calder-radio-2", "sources", 12),
    "BC003": one(
        ("figures", ",nets,3,,at-least,", ",nets,3,,atleast,"), f"{NETS}.holm-residents/damaged/calder/not-persons/nets", "figures", 10
    ),
    "BC004": one(("places", ",-37.9,1,", ",-37.9,9000,"), "skerry", "places", 7),
    "BC005": one(
        ("searches", "The bulletin does not speak", f"The {MANY}do not speak"),
        f"{FERRY}.isles-council/2011-05-02/calder-radio/qca",
        "searches",
        3,
    ),
    "BC006": one(("actors", None, "isles-herald,Isles Herald,news-outlet,isles-council,,,"), "isles-herald", "actors", 16),
    "BC007": one(("sources", "harbour-post,strait-wire,", "harbour-post,strait-wires,"), "harbour-post-1", "sources", 14),
    "BC101": one(("citations", f"{NIGHT}.brenn-coastguard,", None), f"{NIGHT}.brenn-coastguard", "claims", 2),
    "BC102": one(
        (
            "sources",
            None,
            f"strait-wire-4,strait-wire,,Weather,https://example.org/4,{ARCHIVE}https://example.org/4,2011-08-02,2011-09-01,en,news-agency",
        ),
        "strait-wire-4",
        "sources",
        21,
    ),
    "BC103": one(
        ("sources", ",2011-03-06,2011-09-01,qbr", ",2011-03-04,2011-09-01,qbr"), f"{NIGHT}.brenn-mod-2/brenn-daily-1", "citations", 5
    ),
    "BC104": one(("sources", ",2011-07-05,2011-09-01,", ",2011-07-05,2011-07-04,"), "brenn-daily-5", "sources", 6),
    "BC105": one(
        ("sources", "https://example.org/strait-wire-3,https", "http://www.example.org/strait-wire-2/,https"),
        "strait-wire-3",
        "sources",
        20,
    ),
    "BC106": one(
        ("sources", "https://example.org/strait-wire-1,https", "https://example.org/strait-wire-1?fbclid=1,https"),
        "strait-wire-1",
        "sources",
        18,
    ),
    "BC107": one(
        (
            "citations",
            f"{ROCK}.brenn-mfa,brenn-daily-2,reported,,",
            f"{ROCK}.brenn-mfa,brenn-daily-2,reported,,one two three four five six seven eight nine ten eleven twelve thirteen",
        ),
        f"{ROCK}.brenn-mfa/brenn-daily-2",
        "citations",
        9,
    ),
    "BC108": one(
        ("citations", "isles-herald-1,reported,,", "isles-herald-1,reported,,Says two warships kept the ferry from leaving Skerry"),
        f"{FERRY}.isles-council/isles-herald-1",
        "citations",
        12,
    ),
    "BC109": one(
        ("citations", f"{DAWN}.calder-mod,strait-wire-2,", f"{DAWN}.calder-mod,brenn-daily-4,"), f"{DAWN}.calder-mod", "claims", 16
    ),
    "BC110": one(
        (
            ("claims", None, f"{NETS}.calder-mod,{NETS},calder-mod,,,Says that it expects an inquiry.,2011-06-12,,,,"),
            ("citations", None, f"{NETS}.calder-mod,brenn-daily-3,quoted-by-opponent,,"),
        ),
        f"{NETS}.calder-mod",
        "claims",
        18,
    ),
    "BC111": one(
        (
            ("claims", None, f"{MINE}.strait-monitors,{MINE},strait-monitors,,,Reports that its boat was turned back.,2011-07-04,,,,"),
            ("citations", None, f"{MINE}.strait-monitors,brenn-daily-5,reported,,"),
        ),
        f"{MINE}.strait-monitors",
        "claims",
        21,
    ),
    "BC112": one(("sources", f"{ARCHIVE}https://example.org/strait-wire-2,", ","), "strait-wire-2", "sources", 19),
    "BC113": one(
        ("citations", "strait-wire-3,reported", "strait-wire-3,issued"), f"{TRUCE}.strait-monitors/strait-wire-3", "citations", 25
    ),
    "BC201": one(("replies", f"{NETS}.brenn-mod,", None), f"{NETS}.holm-residents", "claims", 18),
    "BC202": one(
        ("replies", None, f"{FERRY}.isles-council-2,{FERRY}.isles-council-2,whole,queries,named,"),
        f"{FERRY}.isles-council-2/{FERRY}.isles-council-2/whole",
        "replies",
        8,
    ),
    "BC203": one(
        ("replies", ",act,confirms,matched", ",act,repeats,matched"), f"{ROCK}.strait-monitors/{ROCK}.calder-mod/act", "replies", 7
    ),
    "BC204": one(
        (
            ("replies", None, f"{MINE}.brenn-mod-2,{MINE}.brenn-mod,whole,denies,named,"),
            ("claims", "Says a fifth person has died.", "Denies that it spoke of four."),
        ),
        f"{MINE}.brenn-mod-2/{MINE}.brenn-mod/whole",
        "replies",
        12,
    ),
    "BC205": one(
        ("replies", None, f"{FERRY}.isles-council-2,{FERRY}.isles-council,whole,confirms,named,"),
        f"{FERRY}.isles-council-2/{FERRY}.isles-council/whole",
        "replies",
        8,
    ),
    "BC206": Copy(
        (
            ("replies", None, f"{ROCK}.brenn-mfa,{ROCK}.brenn-coastguard,whole,repeats,named,"),
            ("replies", None, f"{ROCK}.brenn-coastguard,{ROCK}.brenn-mfa,whole,repeats,named,"),
        ),
        ((f"{ROCK}.brenn-coastguard", "claims", 6), (f"{ROCK}.brenn-mfa", "claims", 7)),
    ),
    "BC207": one(
        ("claims", "brenn-coastguard,calder-navy,small-arms-fire", "brenn-coastguard,calder-navy,shelling"),
        f"{NIGHT}.brenn-coastguard/{NIGHT}.brenn-mod/whole",
        "replies",
        2,
    ),
    "BC208": one(
        (
            ("claims", "brenn-mod,,small-arms-fire", "brenn-mod,calder-navy,small-arms-fire"),
            ("replies", None, f"{NIGHT}.calder-mod,{NIGHT}.brenn-mod-2,whole,denies,named,"),
        ),
        f"{NIGHT}.brenn-mod-2",
        "claims",
        4,
    ),
    "BC209": one(
        ("claims", "far shore.,2011-03-05", "far shore.,2011-03-04"), f"{NIGHT}.brenn-coastguard/{NIGHT}.brenn-mod/whole", "replies", 2
    ),
    "BC210": one(("claims", "brenn-fleet,mine-laying,", "brenn-fleet,,"), f"{NETS}.holm-residents", "claims", 18),
    "BC211": one(
        (
            ("claims", None, f"{MINE}.holm-residents,{MINE},holm-residents,,,Asks who laid the mine.,2011-07-04,,,,"),
            ("citations", None, f"{MINE}.holm-residents,strait-wire-3,reported,,"),
            ("replies", None, f"{MINE}.holm-residents,{MINE}.brenn-mod,whole,queries,named,"),
        ),
        f"{MINE}.holm-residents/{MINE}.brenn-mod/whole",
        "replies",
        12,
    ),
    "BC212": one(
        ("claims", "from end to end.,2011-05-11", "from end to end.,2011-05-08"),
        f"{ISLES}.brenn-mfa/{ISLES}.calder-mod/whole",
        "replies",
        8,
    ),
    "BC213": one(
        ("replies", None, f"{NIGHT}.calder-mod,{NIGHT}.brenn-mod,act,justifies,named,"),
        f"{NIGHT}.calder-mod/{NIGHT}.brenn-mod/whole",
        "replies",
        5,
    ),
    "BC214": one(
        ("replies", None, f"{DAWN}.brenn-mod,{DAWN}.calder-mod,figures,queries,matched,"),
        f"{DAWN}.brenn-mod/{DAWN}.calder-mod/figures",
        "replies",
        10,
    ),
    "BC215": one(("figures", f"{ROCK}.brenn-coastguard,", None), f"{ROCK}.brenn-coastguard/{ROCK}.calder-mod/figures", "replies", 5),
    "BC216": one(
        ("searches", None, f"{NIGHT}.brenn-mod,2011-05-02,calder-radio,qca,,"),
        f"{NIGHT}.brenn-mod/2011-05-02/calder-radio/qca",
        "searches",
        2,
    ),
    "BC217": one(("searches", f"{FERRY}.isles-council,2011-05-02,harbour-post,", None), f"{FERRY}.isles-council", "claims", 10),
    "BC218": one(("sources", "isles-herald-1,2011-04-04,", "isles-herald-1,2011-05-20,"), f"{FERRY}.isles-council", "claims", 10),
    "BC219": one(ONE_SIDED, "2011-08-03-anse", "incidents", 10),
    "BC220": one(
        ("claims", "Says the boats sought", "Denies that a landing was meant, and says the boats sought"), f"{ROCK}.brenn-mfa", "claims", 7
    ),
    "BC221": one(
        (
            "claims",
            '"Rejects the statement, and says that it was the fleet of Brenn that attacked."',
            "Says that it was the fleet of Brenn that attacked.",
        ),
        f"{ISLES}.calder-mod",
        "claims",
        14,
    ),
    "BC222": one(
        ("citations", f"{DAWN}.brenn-mod,strait-wire-2,reported,,", f"{DAWN}.brenn-mod,strait-wire-2,reported,,we refute this"),
        f"{DAWN}.brenn-mod/strait-wire-2",
        "citations",
        19,
    ),
    "BC223": one(
        ("claims", "Reports that both governments agreed to a truce.", "Denies that it took part in the talks."),
        f"{TRUCE}.strait-monitors",
        "claims",
        21,
    ),
    "BC301": one(("figures", ",12,15,about", ",15,12,about"), f"{ROCK}.calder-mod/strength/brenn/military/persons", "figures", 5),
    "BC302": one(
        ("figures", "civilian,persons,1,", "civilian,persons,5,"), f"{ISLES}.brenn-mod/killed/brenn/civilian/persons", "figures", 6
    ),
    "BC303": one(
        ("figures", None, f"{ISLES}.brenn-mfa,killed,calder,military,persons,2,,exact,"),
        f"{ISLES}.brenn-mfa/killed/calder/military/persons",
        "figures",
        6,
    ),
    "BC304": one(
        ("figures", f"{NIGHT}.brenn-mod,wounded,brenn,military,persons,1,,", f"{NIGHT}.brenn-mod,wounded,brenn,military,persons,1,2,"),
        f"{NIGHT}.brenn-mod/wounded/brenn/military/persons",
        "figures",
        2,
    ),
    "BC305": one(
        ("figures", "unspecified,persons,4,", "unspecified,persons,4.5,"),
        f"{MINE}.brenn-mod/killed/brenn/unspecified/persons",
        "figures",
        12,
    ),
    "BC306": one(
        ("figures", "not-persons,items,2", "not-persons,persons,2"), f"{NETS}.holm-residents/mines/brenn/not-persons/persons", "figures", 11
    ),
    "BC307": one(
        ("figures", "unspecified,persons,5,", "unspecified,persons,3,"),
        f"{MINE}.brenn-mod-2/killed/brenn/unspecified/persons",
        "figures",
        13,
    ),
    "BC401": one(("claims", "2011-03-12T06:40", "2011-03-12T05:40"), f"{ROCK}.calder-mod", "claims", 8),
    "BC402": one(("claims", "before dawn.,2011-05-03", "before dawn.,2011-05-01"), f"{DAWN}.calder-mod", "claims", 16),
    "BC403": one(("waivers", ",2011-09-02,", ",2011-12-02,"), "BC106/sources/isles-herald-1/url", "waivers", 2),
    "BC404": one(("incidents", "2011-06-10,week", "2011-06-14,week"), NETS, "incidents", 7),
    "BC405": one(("incidents", ",2011-03-04,", ",2011-03-03,"), NIGHT, "incidents", 2),
    "BC406": one(("claims", "2011-03-05T00:20", "2011-03-06T00:20"), f"{NIGHT}.brenn-mod", "claims", 3),
    "BC407": one(("places", "-29.02,-37.9", "-29.02,37.9"), "skerry", "places", 7),
    "BC408": one(("incidents", ",day,,country,", ",day,,exact,"), TRUCE, "incidents", 9),
    "BC409": one(("places", "-28.3,-38.6,", "-28.3,,"), "holm", "places", 5),
    "BC410": one(("places", "-38.52,1,,nautical-chart,", "-38.52,1,,,"), "anse", "places", 2),
    "BC411": one(("place_names", "skerry,qbr,", None), "skerry", "places", 7),
    "BC412": one(("incidents", ",2011-08-01,2011-08-01,", ",2011-07-31,2011-08-01,"), TRUCE, "incidents", 9),
    "BC413": one(DUPLICATE, "2011-03-05-holm", "incidents", 3),
    "BC414": one(("incidents", "2011-05-03,2011-05-03,", "2011-05-03,2011-05-12,"), DAWN, "incidents", 6),
    "BC415": one(("places", "Skerry,village,sault", "Skerry,village,skerry"), "skerry", "places", 7),
    "BC501": one(("incidents", "Only what is said", "Only what is said of the marauders"), ISLES, "incidents", 5),
    "BC502": one(("incidents", "Mine explosion near Anse", "Brenn's attack near Anse"), MINE, "incidents", 8),
    "BC503": one(("claims", "Says its guns only", "Its guns only"), f"{DAWN}.brenn-mod", "claims", 15),
    "BC504": one(("claims", "went off near Anse.", "went off near Ansa."), f"{MINE}.brenn-mod", "claims", 19),
    "BC505": one(("claims", "Calls on both governments to", "Calls on Captain Ole Strand to"), f"{FERRY}.isles-council-2", "claims", 11),
    "BC506": one(("claims", "has opened an inquiry.", "has opened an inquiry"), f"{NETS}.brenn-mod", "claims", 17),
    "BC915": one(("waivers", "2012-09-02", "2011-09-20"), "BC106/sources/isles-herald-1/url", "waivers", 2),
    "BC918": one(
        (
            ("place_names", "\nholm,qbr,Hölm\n", "\n"),
            ("place_names", "holm,qca,Холм-ди-Сальт\n", "holm,qca,Холм-ди-Сальт\nholm,qbr,Hölm\n"),
        ),
        "holm/qbr/Hölm",
        "place_names",
        9,
    ),
    "BC919": one(("waivers", None, "BC101,claims,nobody,*,It was mended.,2011-09-02,"), "BC101/claims/nobody/*", "waivers", 2),
}
"""By code, the copies that break one rule over rows, cells or the run."""


def lines_of(table: str, change: Callable[[list[bytes]], None]) -> Callable[[Path], None]:
    """Return what changes the lines of a table's file, as bytes with their ends."""

    def apply(root: Path) -> None:
        file = root / "data" / f"{table}.csv"
        lines = file.read_bytes().splitlines(keepends=True)
        change(lines)
        file.write_bytes(b"".join(lines))

    return apply


def in_line(number: int, old: bytes, new: bytes) -> Callable[[list[bytes]], None]:
    """Return what replaces a text in the line of that number, where it stands once."""

    def apply(lines: list[bytes]) -> None:
        assert lines[number - 1].count(old) == 1
        lines[number - 1] = lines[number - 1].replace(old, new)

    return apply


def with_column(name: bytes) -> Callable[[list[bytes]], None]:
    """Return what adds an empty column to every line."""

    def apply(lines: list[bytes]) -> None:
        lines[:] = [line.rstrip(b"\r\n") + b"," + name * (number == 0) + b"\n" for number, line in enumerate(lines)]

    return apply


def without_wikidata(lines: list[bytes]) -> None:
    """Take away the last column but one, which is empty."""
    lines[:] = [
        line.replace(b",wikidata,", b",") if number == 0 else b",".join(line.split(b",")[:5] + line.split(b",")[6:])
        for number, line in enumerate(lines)
    ]


def emptied(root: Path) -> None:
    """Leave every table with its header alone."""
    for file in (root / "data").iterdir():
        file.write_bytes(file.read_bytes().splitlines(keepends=True)[0])


def said(change: Callable[[dict[str, Any], dict[str, dict[str, Any]]], None]) -> Callable[[Path], None]:
    """Return what changes the descriptor, given it and its resources by name."""
    return lambda root: describe(root, lambda content: change(content, {each["name"]: each for each in content["resources"]}))


FAULTS: dict[str, tuple[Callable[[Path], None], tuple[tuple[str, int | None], ...]]] = {
    "BC901": (lines_of("locations", in_line(5, b"skerry,target", b"sk\xffrry,target")), (("data/locations.csv", 5),)),
    "BC902": (lines_of("waivers", lambda lines: lines.insert(0, b"\xef\xbb\xbf")), (("data/waivers.csv", 1),)),
    "BC903": (lines_of("locations", in_line(2, b"target", b"tar\0get")), (("data/locations.csv", 2),)),
    "BC904": (lines_of("actors", in_line(5, b"\n", b"\r\n")), (("data/actors.csv", 5),)),
    "BC905": (lines_of("locations", in_line(4, b"target", b"target,")), (("data/locations.csv", 4),)),
    "BC906": (lines_of("locations", in_line(6, b"gull-rock,target", b'"gull-rock,target')), (("data/locations.csv", 6),)),
    "BC907": (lines_of("waivers", with_column(b"until")), (("data/waivers.csv", 1),)),
    "BC908": (lines_of("place_names", with_column(b"colour")), (("data/place_names.csv", 1),)),
    "BC909": (lines_of("actors", without_wikidata), (("data/actors.csv", 1),)),
    "BC910": (lines_of("replies", lambda lines: lines.append(b"\n")), (("data/replies.csv", 12),)),
    "BC911": (lambda root: (root / "data" / "locations.csv").unlink(), (("data/locations.csv", None),)),
    "BC912": (lines_of("locations", list.clear), (("data/locations.csv", None),)),
    "BC913": (said(lambda content, _: content["borderclash"].update(zone="half past")), (("datapackage.json", None),)),
    "BC914": (said(lambda _, tables: tables["claims"].update(schema="../claims.json")), (("datapackage.json", None),)),
    "BC916": (said(lambda _, tables: tables["sources"].update(bytes=1)), (("data/sources.csv", None),)),
    "BC917": (said(lambda _, tables: tables["citations"]["schema"].pop("foreignKeys")), (("datapackage.json", None),)),
    "BC920": (emptied, tuple((f"data/{name}.csv", 1) for name in ("actors", "citations", "claims", "incidents", "sources"))),
}
"""By code, what breaks one rule over files in a copy, and the files and lines of its findings."""

DOSSIERS = frozenset({"BC921", "BC922", "BC923", "BC924"})
"""The rules over dossiers, which no package can break; `tests/contribute/test_merge.py` breaks each of them."""

ALONE = frozenset({"BC911", "BC912", "BC920"})
"""The faults that leave no room for others: tables that are not there, or empty."""


def break_all(root: Path) -> Path:
    """Make a copy with one of each fault that can stand beside the others."""
    break_(root, [edit for copy in COPIES.values() for edit in copy.edits])
    for code, (fault, _) in FAULTS.items():
        if code not in ALONE:
            fault(root)
    return root
