"""A package that went through a spreadsheet: mended where the canonical form is certain, named where it is not."""

import shutil
import subprocess
import sys

import pytest

import borderclash as bc
from borderclash.contribute.tidy import tidy

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
