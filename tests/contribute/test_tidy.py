"""A package that went through a spreadsheet: mended where the canonical form is certain, named where it is not."""

import shutil
import subprocess
import sys

import pytest

import borderclash as bc
from borderclash.columns import TABLES
from borderclash.contribute.tidy import _damage, tidy

from .conftest import content


def quote_all(text):
    return "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in text.splitlines()) + "\n"


def spoil(package, table, change):
    file = package / "data" / f"{table}.csv"
    file.write_bytes(change(file.read_bytes().decode("utf-8")).encode("utf-8"))


def test_a_tidy_package_stays_as_it_is(package):
    before = content(package)
    done = tidy(package)
    assert (done.mends, done.damage, dict(done.new)) == ((), (), {})
    assert content(package) == before


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        ("claims", lambda text: "\ufeff" + text, "byte order mark"),
        ("claims", lambda text: text.replace("\n", "\r\n"), "line ends"),
        ("claims", lambda text: text.replace("Rejects the statement", " Rejects  the statement"), "spaces"),
        ("claims", lambda text: "\n".join([text.splitlines()[0], *reversed(text.splitlines()[1:])]) + "\n", "order of their keys"),
        ("claims", lambda text: text.rstrip("\n"), "after the last row"),
        (
            "actors",
            quote_all,
            "quotes",
        ),
        ("place_names", lambda text: text.replace("Wër", "We\u0308r"), "NFC"),
        ("citations", lambda text: text + "\n\n", "blank line"),
    ],
)
def test_what_is_certain_is_mended_and_said(package, table, change, said):
    before = content(package)
    spoil(package, table, change)
    done = tidy(package)
    assert any(said in str(mend) for mend in done.mends), done.mends
    assert content(package) == before
    assert not tidy(package).new


def test_columns_in_another_order_go_back(package):
    before = content(package)
    spoil(package, "locations", lambda text: "\n".join(",".join(reversed(line.split(","))) for line in text.splitlines()) + "\n")
    assert any("columns in their order" in str(mend) for mend in tidy(package).mends)
    assert content(package) == before


def test_tracking_parameters_go_unless_a_waiver_keeps_them(package):
    spoil(package, "sources", lambda text: text.replace("https://", "https://a.example/?utm_source=b&c=", 1))
    address = next(source.url for source in bc.load(package).sources.values() if "utm_source" in source.url)
    kept = shutil.copytree(package, package.parent / "kept")
    (source,) = (source.source_id for source in bc.load(package).sources.values() if source.url == address)
    spoil(kept, "waivers", lambda text: text + f"BC106,sources,{source},url,It was opened there.,2001-05-05,\n")
    tidy(package)
    tidy(kept)
    assert bc.load(package).sources[source].url == address.replace("utm_source=b&", "")
    assert bc.load(kept).sources[source].url == address


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("claims", "2001-04-03,09:30", "03.04.2001,09:30"),
        ("claims", "2001-04-03,09:30", "2001-04-03,9:30"),
        ("claims", "2001-04-03,09:30", "36984,09:30"),
        ("figures", "persons,1,", 'persons,"1,000",'),
        ("claims", "The page gives no hour.", "=SUM(A1)"),
        ("claims", "The page gives no hour.", "+ no hour"),
    ],
)
def test_what_is_not_certain_is_named_and_left(package, table, old, new):
    spoil(package, table, lambda text: text.replace(old, new))
    before = content(package)
    done = tidy(package)
    (hurt,) = done.damage
    assert (hurt.file, hurt.line is not None, hurt.field is not None) == (f"data/{table}.csv", True, True)
    assert content(package) == before


def column(table, name):
    return TABLES[table][name]


@pytest.mark.parametrize(
    ("table", "name", "cell"),
    [
        *(("claims", "said_on", cell) for cell in ("12-Mar-11", "12-Mar-2011", "12 March 2011", "Mar 12, 2011", "12.03.2011", "3/4/11")),
        *(("claims", "said_on", cell) for cell in ("2011-03-12 00:00:00", "12/03/2011 00:00", "Saturday, March 12, 2011", "12-мар-11")),
        *(("claims", "said_on", cell) for cell in ("########", "40614", "40614.5", "Mar-11", "12-Mar", "#VALUE!", "2011-3-4")),
        *(("claims", "alleged_from", cell) for cell in ("04/03/2011 23:10", "2011-03-04 23:10", "2011-03-04T23:10:00", "3/4/11 23:10")),
        *(("claims", "alleged_to", cell) for cell in ("40606.965", "4-Mar-11 11:10 PM", "#N/A", "2011-03-04")),
        *(("claims", "said_at", cell) for cell in ("9:30", "09:30:00", "9:30 AM", "0.354166667", "0,354166667", "0", "##")),
        *(
            ("figures", "low", cell)
            for cell in ("1,000", "1.000,5", "1 000", "1.", "+1", "-28,1", "1E+05", "#N/A", "#REF!", "Jan-11", "007")
        ),
        *(("places", "latitude", cell) for cell in ("39,2042", "+39.2", ".5")),
        *(("places", "geonames", cell) for cell in ("6.16E+05", "616,435", "616435.0")),
        *(("sources", "source_id", cell) for cell in ("Jan-11", "11-Jan", "1.23E+10", "3/11/2021", "#NAME?")),
        *(("claims", "text", cell) for cell in ("#REF!", "####", "=SUM(A1)", "Err:502")),
        ("claims", "act", "#N/A"),
    ],
)
def test_what_a_spreadsheet_does_to_a_cell_is_known(table, name, cell):
    assert _damage(column(table, name), cell)


@pytest.mark.parametrize(
    ("table", "name", "cell"),
    [
        ("claims", "said_on", "2011-03-12"),
        ("claims", "alleged_from", "2011-03-12T09:30"),
        ("claims", "said_at", "09:30"),
        ("figures", "low", "-28.1"),
        ("sources", "source_id", "jan-11"),
        ("claims", "text", "On 12-Mar-11 #1 said +5."),
        ("claims", "text", "#1 says so."),
        ("claims", "act", "small-arm-fire"),
    ],
)
def test_what_no_spreadsheet_did_is_no_damage(table, name, cell):
    assert _damage(column(table, name), cell) is None


def test_what_to_type_is_said_as_a_form_not_as_a_value():
    assert _damage(column("claims", "said_at"), "8:30").endswith("look it up and type it like 09:30 (hours:minutes)")
    assert _damage(column("figures", "low"), "1,000").endswith("look it up and type it like 1 (digits, with a point before decimals)")


def test_a_file_that_would_lose_something_is_refused(package):
    spoil(package, "claims", lambda text: text + "a,b,c\n")
    before = content(package)
    with pytest.raises(bc.UnreadableError, match=r"data/claims\.csv:5: .*mend it by hand"):
        tidy(package)
    assert content(package) == before


def test_check_shows_the_diff_writes_nothing_and_exits_1(package):
    spoil(package, "claims", lambda text: text.replace("Rejects the statement", "Rejects  the statement"))
    before = content(package)
    command = [sys.executable, "-W", "error", "-m", "borderclash", "tidy", str(package)]
    done = subprocess.run([*command, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, content(package)) == (1, before)
    assert "-2001-04-02-tarn-weir.southland-mod,2001-04-02-tarn-weir,southland-mod,,,Rejects  the" in done.stdout
    assert "would mend data/claims.csv:3 (text)" in done.stdout
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "wrote 1 file")
    assert subprocess.run([*command, "--check"], capture_output=True, check=False).returncode == 0


def test_damage_is_counted_and_the_package_is_not_called_tidy(package):
    spoil(package, "claims", lambda text: text.replace("2001-04-03,09:30", "2001-04-03,9:30"))
    command = [sys.executable, "-W", "error", "-m", "borderclash", "tidy", str(package)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "1 cell looks damaged" in done.stdout.splitlines()[-1]
    assert "nothing to change" not in done.stdout
