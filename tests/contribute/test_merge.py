"""Dossiers into a package: all or nothing, once, and never in the place of something else."""

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import borderclash as bc
from borderclash.contribute.blank import blank
from borderclash.contribute.merge import merge
from borderclash.reports.source import read_source
from borderclash.rules import RULES

from .conftest import content


def test_a_dossier_becomes_rows(package, dossier):
    done = merge([dossier()], package)
    assert done.ok
    assert set(done.files) == {f"data/{name}.csv" for name in ("sources", "incidents", "claims", "citations", "replies", "figures")}
    ds = bc.load(package)
    assert ds.reply_status("2001-05-01-weir.southland-mod") == "denied"
    assert [figure.low for figure in ds.of("figures", "2001-05-01-weir.southland-mod")] == [7]
    assert ds.of("figures", "2001-05-01-weir.southland-mod")[0].unit == "persons"
    assert ds.claims["2001-05-01-weir.southland-mod"].said_at.isoformat() == "12:30:00"
    assert ds.of("citations", "2001-05-01-weir.northland-mod")[0].quote == "no"


def test_merging_again_writes_nothing(package, dossier):
    merge([dossier()], package)
    before = content(package)
    again = merge([dossier()], package)
    assert (again.ok, again.files, bool(again.changes)) == (True, (), False)
    assert content(package) == before


def test_a_dry_run_tells_and_writes_nothing(package, dossier):
    before = content(package)
    done = merge([dossier()], package, dry_run=True)
    assert done.changes.incidents("added") == ("2001-05-01-weir",)
    assert content(package) == before


def test_one_error_in_one_dossier_leaves_all_out(package, dossier):
    before = content(package)
    good = dossier()
    bad = dossier(("2001-05-01-weir", "2001-05-02-weir"), ("speaker: northland-mod", "speaker: northland-mood"), name="other")
    done = merge([good, bad], package)
    assert not done.ok
    assert ("BC007", "speaker", bad.name) in {(found.code, found.field, Path(found.file).name) for found in done.run.findings}
    assert content(package) == before


def test_a_changed_incident_needs_to_be_asked_for(package, dossier):
    merge([dossier()], package)
    before = content(package)
    changed = dossier(("low: 7", "low: 2"))
    held = merge([changed], package)
    assert (held.ok, held.held, held.files) == (False, ("2001-05-01-weir",), ())
    assert content(package) == before
    assert merge([changed], package, update=True).files == ("data/figures.csv",)


def test_an_update_takes_out_what_the_dossier_no_longer_says(package, dossier):
    merge([dossier()], package)
    assert merge(
        [dossier(("    figures: [{measure: wounded, party: southland, category: military, low: 7, qualifier: exact}]\n", ""))],
        package,
        update=True,
    ).ok
    assert bc.load(package).of("figures", "2001-05-01-weir.southland-mod") == ()


def test_an_id_of_another_incident_is_refused(package, dossier):
    taken = dossier(("id: 2001-05-01-weir", "id: 2001-04-02-tarn-weir"))
    done = merge([taken], package, update=True)
    assert "BC924" in done.run.counts
    assert not done.files


def test_two_merges_at_once_lose_no_row(package, dossier):
    paths = [
        dossier(
            ("2001-05-01", f"2001-05-{day:02}"),
            ("southland-wire-9", f"southland-wire-{day}9"),
            ("example/9", f"example/{day}"),
            ("2001-05-02", f"2001-05-{day:02}"),
            ("published: 2001-05-03", "published: 2001-06-01"),
            ("accessed: 2001-05-03", "accessed: 2001-06-02"),
            name=f"day-{day}",
        )
        for day in range(4, 8)
    ]
    command = [sys.executable, "-m", "borderclash", "merge", "--into", str(package), "--fail-on", "error"]
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda path: subprocess.run([*command, str(path)], capture_output=True, text=True, check=False), paths))
    assert [each.returncode for each in done] == [0] * 4, done
    assert {f"2001-05-{day:02}-weir" for day in range(4, 8)} <= set(bc.load(package).incidents)


def test_the_copy_inside_an_installed_borderclash_is_not_touched(dossier, monkeypatch):
    from borderclash.contribute import merge as room
    from borderclash.package.locate import Package

    monkeypatch.setattr(room, "nearest", lambda _: Package(Path("x"), Path("x/datapackage.json"), "wheel"))
    with pytest.raises(bc.UnreadableError, match="--into PATH"):
        merge([dossier()])


@pytest.mark.parametrize("shipped", [True, False])
def test_the_whole_dataset_goes_out_and_comes_back(tmp_path, package, shipped):
    source = Path(__file__).parents[2] / "datapackage" if shipped else Path(__file__).parents[1] / "other_border" / "package"
    ds = bc.load(source)
    folder = tmp_path / "dossiers"
    folder.mkdir()
    for incident in ds.incidents:
        (folder / f"{incident}.yaml").write_text(ds.dossier(incident).to_yaml(), encoding="utf-8")
    for file in (package / "data").iterdir():
        header = (source / "data" / file.name).read_bytes().split(b"\n")[0] + b"\n"
        file.write_bytes((source / "data" / file.name).read_bytes() if file.stem == "waivers" else header)
    (package / "datapackage.json").write_bytes((source / "datapackage.json").read_bytes())
    done = merge([folder], package)
    assert done.run.by_severity["error"] == 0, done.run.findings
    there, here = ({name: file for name, file in content(root).items() if name.endswith(".csv")} for root in (source, package))
    differing = [name for name in there if there[name] != here[name]]
    referred = {"data/actors.csv", "data/places.csv", "data/place_names.csv", "data/sources.csv"}
    assert set(differing) <= referred, differing
    for name in differing:
        assert set(here[name].splitlines()) < set(there[name].splitlines()), name


def test_what_merge_prints(package, dossier):
    command = [sys.executable, "-W", "error", "-m", "borderclash", "merge", "--into", str(package)]
    done = subprocess.run([*command, str(dossier())], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 incident added" in done.stdout
    assert "2 claims, 1 accusation, 1 reply" in done.stdout
    assert "wrote data/" in done.stdout
    changed = subprocess.run([*command, str(dossier(("low: 7", "low: 2")))], capture_output=True, text=True, check=False)
    assert changed.returncode == 1
    assert "corrected: low '7' -> '2'" in changed.stdout
    assert "add --update" in changed.stdout


def test_the_schema_for_editors_takes_every_dossier_of_the_shipped_data():
    import jsonschema
    from ruamel.yaml import YAML

    schema = json.loads((Path(__file__).parents[2] / "schemas" / "dossier.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    ds = bc.load()
    for incident in list(ds.incidents)[:12]:
        plain = YAML(typ="base").load(ds.dossier(incident).to_yaml())
        assert [error.message for error in validator.iter_errors(plain)] == []
    ours = ds.dossier(next(iter(ds.incidents)))
    numbered = replace(ours, actors=(ours.actors[0].model_copy(update={"name": "360"}),)).to_yaml()
    seen = json.loads(json.dumps(YAML(typ="safe", pure=True).load(numbered), default=str))
    assert [error.message for error in validator.iter_errors(seen)] == []
    assert list(validator.iter_errors({"incident": {"id": "x"}, "claims": [], "serches": []}))


@pytest.mark.parametrize(
    ("typed", "code", "line", "column"),
    [
        (("low: 7", "low: 007"), "BC002", 18, 77),
        (("said_on: 2001-05-01", "said_on: 05/01/2001"), "BC002", 13, 14),
        (("act: small-arms-fire", "act: small-arm-fire"), "BC003", 12, 10),
        (("accused: northland-army", "acused: northland-army"), "BC922", 11, 5),
        (("said_at: 12:30", "said_at: no"), "BC002", 14, 14),
        (("language: qab", "language: !!str qab"), "BC921", 31, 15),
        (("    said_at: 12:30\n", "    said_at: 12:30\n    said_at: 12:31\n"), "BC923", 15, 5),
        (("text: Says a shot was fired at its post near Weir.", "text:"), "BC001", 15, 10),
        (("text: Says a shot was fired at its post near Weir.", "text:  # what\n\n    # was\n\n    # said"), "BC001", 15, 10),
        (("text: Says a shot was fired at its post near Weir.", 'text: ""'), "BC001", 15, 11),
        (("text: Says a shot was fired at its post near Weir.", "text: ~"), "BC001", 15, 11),
        (("{source: southland-wire-9, relation: reported}\n    figures", "{source: , relation: reported}\n    figures"), "BC001", 17, 17),
        (("    kind: news-agency\n", "    kind:\n"), "BC001", 32, 10),
        (("    kind: news-agency\n", "    kind:"), "BC001", 32, 10),
        (("text: Says a shot was fired", "text: >-\n        " + "Says a shot " * 60 + "was fired"), "BC005", 16, 9),
        (("text: Says a shot was fired at its post near Weir.", "text: |\n"), "BC001", 15, 11),
        (("near Weir.", "near Weir" + "." * 700), "BC005", 15, 11),
        (("near Weir.", "near Weir" + "." * 3_000_000), "BC921", 15, 11),
    ],
)
def test_each_mistake_is_blamed_on_its_own_line_and_column(package, dossier, typed, code, line, column):
    run = bc.validate([dossier(typed)], into=package)
    assert (code, line, column) in {(found.code, found.line, found.column) for found in run.findings}, run.findings


def test_of_the_blank_form_each_finding_stands_on_the_line_of_its_key(package, tmp_path):
    form = tmp_path / "form.yaml"
    form.write_text(blank(into=package), encoding="utf-8")
    lines = form.read_text(encoding="utf-8").splitlines()
    empty = [found for found in bc.validate([form], into=package).findings if found.code == "BC001" and found.column]
    keys = {"place_id": "place", "source_id": "(source|id)", "incident_id": "id", "claim_id": "id", "answers": "claim"}
    unlike = [
        found
        for found in empty
        if not re.search(rf"\b{keys.get(found.field, found.field)}:$", lines[found.line - 1][: found.column - 1].rstrip())
    ]
    assert {"text", "speaker", "title", "url", "kind", "source_id"} <= {found.field for found in empty}
    assert unlike == []
    assert {shown.mark.count("^") for shown in read_source(empty).values()} == {1}


def test_a_misspelt_word_key_and_id_come_with_what_was_meant(package, dossier):
    path = dossier(
        ("small-arms-fire", "small-arm-fire"),
        ("answers: [{claim: southland-mod", "answers: [{claim: southland-mood"),
        ("    figures:", "    figure:"),
    )
    suggested = {found.suggestion for found in bc.validate([path], into=package).findings}
    assert {"small-arms-fire", "2001-05-01-weir.southland-mod", "figures"} <= suggested


def test_a_dossier_comes_by_standard_input(package, dossier):
    text = dossier(("speaker: southland-mod", "speaker: southland-mood")).read_text(encoding="utf-8")
    command = [sys.executable, "-W", "error", "-m", "borderclash", "validate", "-", "--into", str(package)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "--> <stdin>:10 (speaker)" in done.stdout


def test_of_the_package_itself_only_errors_are_told(package, dossier):
    sources = package / "data" / "sources.csv"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(text.replace("https://", "https://x.example/?utm_source=y#", 1), encoding="utf-8")
    assert "BC106" in bc.validate(package).counts
    assert "BC106" not in bc.validate([dossier()], into=package).counts


def test_what_to_do_is_said_in_the_words_of_a_dossier(package, dossier):
    lone = dossier(
        ("    answers: [{claim: southland-mod, aspect: whole, stance: denies, basis: named}]\n", ""),
        ('    cites: [{source: southland-wire-9, relation: reported, quote: "no"}]\n', ""),
    )
    fixes = {found.code: found.fix for found in bc.validate([lone], into=package).findings}
    assert "answers:" in fixes["BC201"]
    assert fixes["BC101"].startswith("add the page under cites:")
    assert [fix for fix in fixes.values() if ".csv" in fix] == []


def test_no_fix_of_a_rule_over_rows_names_a_file_to_who_has_a_dossier():
    assert [rule.code for rule in RULES if rule.shape in ("rows", "cells") and ".csv" in rule.page.advice_in_dossier] == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("incident:\n  id: 2001-05-01-weir\n", "incidents:\n  id: 2001-05-01-weir\n"), "the dossier has no `incident:`"),
        (("speaker: northland-mod", "speaker: [northland-mod]"), "`speaker` holds one value"),
        (("sources:\n  - id", "sources:\n    id"), "`sources` must be a list"),
    ],
)
def test_what_hangs_on_a_part_that_cannot_be_read_is_not_blamed(package, dossier, typed, said):
    path = dossier(typed)
    found = [each for each in bc.validate([path], into=package).findings if each.code != "BC922"]
    assert [(each.code, Path(each.file).name) for each in found] == [("BC921", path.name)]
    assert said in found[0].message


def run(*words, text=None):
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "borderclash", *map(str, words)], input=text, capture_output=True, text=True, check=False
    )


def test_a_folder_without_a_dossier_is_said_to_be_one(package, tmp_path):
    (tmp_path / "none").mkdir()
    done = run("merge", tmp_path / "none", "--into", package)
    assert (done.returncode, "holds no dossier" in done.stderr) == (2, True), done.stdout + done.stderr


def test_a_folder_of_dossiers_is_judged_like_each_of_them(package, dossier, tmp_path):
    folder = tmp_path / "dossiers"
    folder.mkdir()
    dossier().rename(folder / "weir.YAML")
    assert bc.validate(folder, into=package).counts == bc.validate([folder / "weir.YAML"], into=package).counts
    done = run("validate", folder, "--into", package)
    assert (done.returncode, "weir.YAML" in done.stdout) == (0, True), done.stdout + done.stderr


def test_a_dossier_by_standard_input_is_merged(package, dossier):
    done = run("merge", "-", "--into", package, text=dossier().read_text(encoding="utf-8"))
    assert (done.returncode, "1 incident added" in done.stdout) == (0, True), done.stdout + done.stderr


def test_a_cell_of_megabytes_in_a_table_is_too_long_and_no_more(package, dossier):
    claims = package / "data" / "claims.csv"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text.replace("Rejects the statement", "Rejects the statement" + "." * 3_000_000), encoding="utf-8")
    assert "BC005" in bc.validate(package).counts
    assert "BC005" in bc.validate([dossier()], into=package).counts
