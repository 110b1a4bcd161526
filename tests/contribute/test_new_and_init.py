"""The blank form, and a package for another dispute."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import borderclash as bc
from borderclash.contribute.blank import blank
from borderclash.contribute.init import init
from borderclash.contribute.merge import merge
from borderclash.package.drafts import unfold


def test_the_blank_form_names_every_key_and_every_word_of_the_form(package):
    from borderclash.projections.form import DOSSIER

    text = blank(into=package)
    for part in DOSSIER:
        assert f"{part.name}:" in text
        for key in part.columns if part.name in ("incident", "sources") else ():
            assert f"  {key}:" in text, (part.name, key)
        for each in (part, *part.parts):
            assert f"{each.name}:" in text
            for word in (word for column in each.columns.values() for word in column.words):
                assert word in text, (each.name, word)


def test_the_blank_form_reads_as_a_dossier_by_the_law_of_ids(package):
    text = blank(date(2001, 4, 20), "Weir", "northland-mod", "southland-army", into=package, on=date(2001, 5, 1))
    draft = unfold(text.encode(), "new.yaml")
    assert draft.faults == ()
    assert draft.incident_id == "2001-04-20-weir-2"
    assert [row.cells.get("speaker") for row in draft.of("claims")] == ["northland-mod", "southland-mod"]
    assert next(draft.of("claims")).cells["claim_id"] == "2001-04-20-weir-2.northland-mod"
    assert next(draft.of("sources")).cells["accessed"] == "2001-05-01"


def test_a_place_that_is_not_known_gets_a_form_of_its_own(package):
    text = blank(date(2001, 4, 20), "Far Ridge", into=package)
    assert "  - id: far-ridge\n    name: Far Ridge" in text
    assert "2001-04-20-far-ridge" in text


def test_a_place_like_one_that_is_known_is_asked_about(package):
    said = []
    blank(date(2001, 4, 20), "Weirr", into=package, say=said.append)
    blank(date(2001, 4, 20), "Weir", into=package, say=said.append)
    assert said == ["no place is called 'Weirr', so it gets a form of its own under `places:`; did you mean weir?"]


def test_nobody_accuses_themselves_and_no_day_is_yet_to_come(package):
    with pytest.raises(bc.UnreadableError, match="northland-mod would accuse itself"):
        blank(None, None, "northland-mod", "northland-mod", into=package)
    with pytest.raises(bc.UnreadableError, match="2001-05-02 is yet to come"):
        blank(date(2001, 5, 2), into=package, on=date(2001, 5, 1))


def test_an_actor_that_is_not_known_is_said(package):
    with pytest.raises(bc.UnknownNameError, match="northland-mod"):
        blank(accuser="northland-mood", into=package)


def test_a_blank_form_is_not_clean_and_says_where(package, tmp_path):
    path = tmp_path / "new.yaml"
    path.write_text(blank(date(2001, 4, 20), "Weir", "northland-mod", "southland-army", into=package), encoding="utf-8")
    run = bc.validate([path], into=package)
    assert not run.ok
    assert {"BC001"} <= set(run.counts)
    assert all(found.line for found in run.findings)


def test_a_new_package_is_valid_at_once_and_takes_a_dossier(tmp_path):
    folder = tmp_path / "claims"
    files = init(folder, ["northland", "southland"], languages=["qaa", "qab"], title="Claims of the weir")
    assert {file.name for file in files} >= {"datapackage.json", "claims.csv", "README.md", "claims.yml", ".pre-commit-config.yaml"}
    run = bc.validate(folder)
    assert run.ok
    assert set(run.counts) <= {"BC920"}
    assert not subprocess.run([sys.executable, "-m", "borderclash", "tidy", "--check", str(folder)], check=False).returncode
    dossier = tmp_path / "first.yaml"
    dossier.write_text(
        """
incident: {title: Alleged fire at the weir, date_start: 2001-05-01, date_end: 2001-05-01, date_precision: day, place_precision: country}
claims:
  - {speaker: northland-side, text: Says there was a shot., said_on: 2001-05-01, cites: [{source: wire-1, relation: reported}]}
sources:
  - {id: wire-1, publisher: southland-media, title: A, url: 'https://a.example/1', accessed: 2001-05-02, language: qab, kind: reference}
""",
        encoding="utf-8",
    )
    done = merge([dossier], folder)
    assert done.run.by_severity["error"] == 0, done.run.findings
    assert list(bc.load(folder).incidents) == ["2001-05-01"]


def test_nothing_is_written_over(tmp_path):
    init(tmp_path, ["northland"])
    with pytest.raises(bc.UnreadableError, match="is there already"):
        init(tmp_path, ["northland"])


def test_a_side_that_is_no_id_is_said(tmp_path):
    with pytest.raises(bc.UnreadableError, match="--side north-land"):
        init(tmp_path / "x", ["North Land"])


def test_in_a_package_every_command_means_that_package_and_says_so(package, monkeypatch, capsys):
    from borderclash.cli import app

    def run(*words):
        with pytest.raises(SystemExit):
            app([*words], standalone_mode=True)
        return capsys.readouterr()

    monkeypatch.chdir(package / "data")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    shown = run("show", "2001-04-20-weir")
    assert "Weir" in shown.out
    assert "of the package in ..; for the data that borderclash ships, add: -p installed" in shown.err
    assert "2001-04-20-weir" in run("list").out
    assert "of .. (around this folder; `borderclash validate installed`" in run("validate", "--on", "2001-06-01").out.splitlines()[-1]
    assert "2021-05-28-nakhchivan" in run("list", "-p", "installed").out


def test_an_unchanged_copy_of_the_shipped_data_is_the_shipped_data(tmp_path, monkeypatch):
    from borderclash.cli.options import around
    from borderclash.package.locate import locate

    copy = shutil.copytree(locate().root, tmp_path / "datapackage")
    monkeypatch.chdir(tmp_path)
    assert around() is None
    with (copy / "data" / "claims.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert around() == Path("datapackage")


@pytest.mark.parametrize("command", ["merge", "tidy"])
def test_data_nobody_named_or_stands_in_is_not_written(command, dossier, tmp_path, monkeypatch):
    from borderclash.contribute.tidy import tidy

    path = dossier()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(bc.UnreadableError, match="not to be changed from elsewhere"):
        merge([path]) if command == "merge" else tidy()


@pytest.mark.parametrize("sides", [["a", "a"], ["unspecified", "all-sides"], ["all-sides"], ["a", "a-media"]])
def test_a_side_that_would_be_two_actors_is_refused(sides, tmp_path):
    with pytest.raises(bc.UnreadableError, match="give each party once"):
        init(tmp_path / "x", sides)
    assert not (tmp_path / "x").exists()


def test_the_first_line_of_a_dossier_names_a_schema_that_is_there(package, tmp_path, monkeypatch):
    from borderclash.package.editor import editor
    from borderclash.package.locate import locate
    from borderclash.projections.form import dossier_schema

    def named(root, output):
        line = editor(locate(root), output)
        assert line.startswith("# yaml-language-server: $schema=")
        return line.strip().partition("=")[2]

    init(tmp_path / "own", ["northland"])
    own = tmp_path / "own" / "schemas" / "dossier.schema.json"
    assert json.loads(own.read_text(encoding="utf-8")) == dossier_schema()
    inbox = tmp_path / "own" / "inbox" / "one.yaml"
    inbox.parent.mkdir()
    assert named(tmp_path / "own", inbox) == "../schemas/dossier.schema.json"
    monkeypatch.chdir(tmp_path / "own")
    assert named(tmp_path / "own", None) == "schemas/dossier.schema.json"
    assert blank(into=tmp_path / "own", output=inbox).startswith("# yaml-language-server: $schema=../schemas/dossier.schema.json\n#")
    shutil.copy(own, package / "dossier.schema.json")
    assert named(package, package / "one.yaml") == "dossier.schema.json"
    (package / "dossier.schema.json").unlink()
    shipped = editor(locate(), tmp_path / "one.yaml")
    assert "$schema=file:///" in shipped, "it lies outside of any checkout"
    installed = named(package, package / "one.yaml")
    assert installed.startswith("file:///")
    assert json.loads(Path(unquote(urlsplit(installed).path)).read_text(encoding="utf-8")) == dossier_schema()
