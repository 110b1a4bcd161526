import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from borderclash.about import TITLE, VERSION
from borderclash.generate import GENERATED, REPAIR, main

ROOT = Path(__file__).resolve().parents[1]
PATHS = [path for path, _ in GENERATED]
ONE_OF_A_KIND = list({getattr(make, "func", make): path for path, make in GENERATED}.values())

WITHIN = {
    "README.md": "[uncited-claim]",
    "CITATION.cff": f"version: {VERSION}",
    "datapackage/datapackage.json": '"description": "One thing',
    "CONTRIBUTING.md": "wrote 18 files to weir-claims",
    "docs/coverage.md": "Sources by language",
    "docs/reliability.md": "incident: date precision",
    "docs/datasheet.md": " searches that found none; ",
}
"""What is generated in the files that are so in part."""


@pytest.fixture
def checkout(tmp_path):
    """A copy of everything generated, and of the data that some of it tells of."""
    shutil.copytree(ROOT / "datapackage", tmp_path / "datapackage")
    shutil.copytree(ROOT / "reliability", tmp_path / "reliability")
    for path in PATHS:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


@pytest.fixture
def only(monkeypatch):
    """Generate only these files: a walk from a form to a commit, and two codings measured, take their time."""

    def choose(*paths):
        monkeypatch.setattr("borderclash.generate.GENERATED", tuple((path, make) for path, make in GENERATED if path in paths))

    choose("datapackage/CODEBOOK.md", "datapackage/datapackage.json")
    return choose


def test_every_schema_is_listed_and_no_path_twice():
    assert {f"schemas/{path.name}" for path in (ROOT / "schemas").iterdir()} == {path for path in PATHS if path.startswith("schemas/")}
    assert len(set(PATHS)) == len(PATHS)


def test_every_page_of_a_rule_is_listed():
    pages = {f"docs/rules/{path.name}" for path in (ROOT / "docs/rules").iterdir()}
    assert pages == {path for path in PATHS if path.startswith("docs/rules/")}


@pytest.mark.parametrize("path", ONE_OF_A_KIND)
def test_a_change_is_found_shown_and_repaired(checkout, capsys, only, path):
    only(path)
    wanted = (checkout / path).read_bytes()
    text = wanted.decode("utf-8")
    old = WITHIN.get(path) or next(line for line in reversed(text.splitlines()) if line)
    assert old in text
    (checkout / path).write_bytes(text.replace(old, old + " #").encode("utf-8"))
    assert main(["--check"], checkout) == 1
    shown = capsys.readouterr().out
    assert f"--- a/{path}\n+++ b/{path}\n@@" in shown
    assert shown.endswith(f"1 generated file differs; to repair, type: {REPAIR}\n")
    assert main([], checkout) == 0
    assert capsys.readouterr().out == f"wrote {path}\n"
    assert (checkout / path).read_bytes() == wanted
    assert main(["--check"], checkout) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("only")
def test_a_missing_file_counts_as_empty(checkout, capsys):
    (checkout / "datapackage/CODEBOOK.md").unlink()
    assert main(["--check"], checkout) == 1
    assert "+# Codebook\n" in capsys.readouterr().out
    assert not (checkout / "datapackage/CODEBOOK.md").exists()


@pytest.mark.usefixtures("only")
def test_line_ends_are_compared_too(checkout, capsys):
    path = checkout / "datapackage/CODEBOOK.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["--check"], checkout) == 1
    assert "CODEBOOK.md" in capsys.readouterr().out


@pytest.mark.usefixtures("only")
def test_the_head_of_the_descriptor_is_kept_and_its_title_and_version_are_ours(checkout, capsys):
    path = checkout / "datapackage/datapackage.json"
    changed = {
        **json.loads(path.read_text(encoding="utf-8")),
        "description": "Another one",
        "title": "Another",
        "version": "9.9.9",
        "resources": [],
    }
    path.write_text(json.dumps(changed), encoding="utf-8")
    assert main([], checkout) == 0
    assert capsys.readouterr().out == "wrote datapackage/datapackage.json\n"
    again = json.loads(path.read_text(encoding="utf-8"))
    assert (again["description"], again["title"], again["version"]) == ("Another one", TITLE, VERSION)
    assert len(again["resources"]) == 12


@pytest.mark.usefixtures("only")
@pytest.mark.parametrize("content", [None, "{", "[]"])
def test_a_descriptor_that_cannot_be_read_is_said_not_overwritten(checkout, capsys, content):
    path = checkout / "datapackage/datapackage.json"
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    assert main([], checkout) == 2
    assert "git checkout datapackage/datapackage.json" in capsys.readouterr().err
    assert content is None or path.read_text(encoding="utf-8") == content


def test_what_is_committed_is_what_the_command_would_write():
    done = subprocess.run([sys.executable, "-m", "borderclash.generate", "--check"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), done.stdout


def test_the_shipped_head_says_what_it_must():
    shipped = json.loads((ROOT / "datapackage/datapackage.json").read_text(encoding="utf-8"))
    assert "profile" not in shipped
    assert shipped["version"] == VERSION
    assert [licence["name"] for licence in shipped["licenses"]] == ["CC-BY-4.0"]
    assert shipped["borderclash"]["bounds"] == shipped["spatial"]["bbox"]
    assert shipped["borderclash"]["period_start"] == shipped["temporal"]["start"]
    west, south, east, north = shipped["spatial"]["bbox"]
    ring = shipped["spatial"]["coordinates"][0]
    assert ring[0] == ring[-1]
    assert {tuple(point) for point in ring} == {(west, south), (east, south), (east, north), (west, north)}


def test_citation_and_licences_agree_with_what_we_say_we_are():
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {VERSION}\n" in citation
    assert "\nlicense:\n  - MIT\n  - CC-BY-4.0\n" in citation
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n\nCopyright (c) 2026 borderclash contributors\n")
    terms = (ROOT / "datapackage/LICENSE").read_text(encoding="utf-8")
    assert terms.startswith("Attribution 4.0 International\n")
    assert terms.endswith("Creative Commons may be contacted at creativecommons.org.\n")
    assert "Section 8 -- Interpretation." in terms
