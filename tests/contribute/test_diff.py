"""What changed, in human words, and what it means for the version."""

import json
import shutil
import subprocess

import pytest

import borderclash as bc
from borderclash.contribute.diff import diff
from borderclash.contribute.merge import merge
from borderclash.contribute.words import as_changelog, as_json, as_markdown, as_text


def edit(package, table, old, new):
    file = package / "data" / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def old(package):
    return shutil.copytree(package, package.parent / "old")


def test_nothing_differs(package, old):
    assert not diff(old, package)
    assert "nothing differs" in as_text(diff(old, package))


@pytest.mark.parametrize(
    ("table", "before", "after", "words", "level"),
    [
        ("figures", "persons,1,,exact", "persons,2,,exact", "figure wounded, military, of northland corrected: low '1' -> '2'", "patch"),
        (
            "replies",
            "2001-04-02-tarn-weir.southland-mod,2001-04-02-tarn-weir.northland-mod,whole,denies,named,\n",
            "",
            "southland-mod: a denial of northland-mod removed",
            "patch",
        ),
        ("citations", "river-observer-1,reported", "southland-wire-1,reported", "the source river-observer-1 replaced by", "patch"),
        ("claims", "small-arms-fire", "sniper-fire", "the accusation changed: act 'small-arms-fire' -> 'sniper-fire'", "patch"),
        ("actors", "Northland Wire", "Wire of Northland", "the actor northland-wire changed: name", "patch"),
    ],
)
def test_each_change_is_told_where_it_belongs(package, old, table, before, after, words, level):
    edit(package, table, before, after)
    changes = diff(old, package)
    assert words in as_text(changes)
    assert changes.level.value == level


def remove(package, table, beginning):
    file = package / "data" / f"{table}.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(beginning)]
    assert kept != lines
    file.write_text("".join(kept), encoding="utf-8")


def add(package, table, line):
    with (package / "data" / f"{table}.csv").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def test_a_source_replaced_by_a_new_one_with_a_toll_and_a_denial_mended_is_a_correction(package, old):
    new = "river-observer-9,river-observer,,Another page,https://example.org/9,,2001-04-04,2001-05-01,en,news-report"
    add(package, "sources", new)
    assert diff(old, package).level.value == "minor"
    edit(package, "citations", "river-observer-1,reported", "river-observer-9,reported")
    edit(package, "figures", "persons,1,,exact", "persons,2,,exact")
    remove(package, "replies", "2001-04-02-tarn-weir.southland-mod")
    changes = diff(old, package)
    assert changes.level.value == "patch"
    assert "version: corrections only: PATCH" in as_text(changes)


def test_a_second_source_is_an_addition(package, old):
    first = (package / "data" / "citations.csv").read_text(encoding="utf-8").splitlines()[1]
    claim = first.split(",")[0]
    sources = [line.split(",")[0] for line in (package / "data" / "sources.csv").read_text(encoding="utf-8").splitlines()[1:]]
    cited = (package / "data" / "citations.csv").read_text(encoding="utf-8")
    add(package, "citations", f"{claim},{next(each for each in sources if f'{claim},{each},' not in cited)},reported,,")
    assert diff(old, package).level.value == "minor"


def test_what_is_taken_out_has_words_of_its_own(package, old, dossier):
    merge([dossier()], old)
    changes = diff(old, package)
    assert changes.level.value == "minor"
    assert "version: an incident is taken out: MINOR, say why" in as_text(changes)
    merge([dossier()], package)
    for table in ("claims", "citations", "replies"):
        remove(package, table, "2001-05-01-weir.northland-mod")
    assert "Version: a claim is taken out: MINOR, say why." in as_markdown(diff(old, package))
    assert "rows, columns or words are added: MINOR" in as_text(diff(package, old))


def test_a_new_incident_is_one_line_with_its_counts(package, old, dossier):
    merge([dossier()], package)
    changes = diff(old, package)
    assert changes.level.value == "minor"
    assert "added: 2 claims, 1 accusation, 1 reply, 0 searches, 2 citations" in as_text(changes)
    assert "| `2001-05-01-weir` Alleged fire near Weir |" in as_markdown(changes)
    assert "- Added 2001-05-01-weir (Alleged fire near Weir)" in as_changelog(changes)
    said = json.loads(as_json(changes))
    assert said["incidents"] == {"added": ["2001-05-01-weir"], "changed": [], "removed": []}
    assert {row["table"] for row in said["rows"]} == {"sources", "incidents", "claims", "citations", "replies", "figures"}


def test_a_word_that_goes_is_major_and_one_that_comes_minor(package, old):
    descriptor = package / "datapackage.json"
    resources = {
        "resources": [
            {"name": "claims", "path": "data/claims.csv", "schema": {"fields": [{"name": "act", "constraints": {"enum": ["war", "feud"]}}]}}
        ]
    }
    for root, words in ((old, ["war", "shelling"]), (package, ["war", "feud"])):
        content = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
        resources["resources"][0]["schema"]["fields"][0]["constraints"]["enum"] = words
        (root / "datapackage.json").write_text(json.dumps({**content, **resources}), encoding="utf-8")
    changes = diff(old, package)
    assert changes.level.value == "major"
    assert "the word shelling of claims.act is gone" in as_text(changes)
    assert "the word feud of claims.act is new" in as_text(changes)
    del descriptor


def test_a_revision_of_git_is_a_state_too(package, monkeypatch):
    def git(*arguments):
        named = ["-c", "user.name=x", "-c", "user.email=x@x.example"]
        subprocess.run(["git", *named, *arguments], cwd=package.parent, check=True, capture_output=True)

    git("init", "-q")
    git("add", "package")
    git("commit", "-qm", "one")
    edit(package, "figures", "persons,1,,exact", "persons,3,,exact")
    monkeypatch.chdir(package)
    assert "low '1' -> '3'" in as_text(diff("HEAD:package", package))
    with pytest.raises(bc.MissingPackageError, match="no revision of git"):
        diff("nowhere:package", package)
