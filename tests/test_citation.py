"""How to cite: one source of the words, three forms, and CITATION.cff."""

import json
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from ruamel.yaml import YAML

import borderclash as bc
from borderclash.about import AUTHORS, DATE, KEYWORDS, TITLE, VERSION
from borderclash.citation import OURS, Work, cff, cite, work_of
from borderclash.package.locate import locate

ROOT = Path(__file__).parents[1]
PLAIN = Work("lake", "Claims & counter-claims: 50% of {it}", ("A. Lake_Observer", "The Weir"), "1.2.0", date(2026, 1, 9), "CC0-1.0")
FIRE = SimpleNamespace(incident_id="2001-04-20-weir", title="Fire #1")


def test_what_is_shipped_is_cited_by_what_about_says():
    assert work_of(locate()) == work_of(locate(ROOT / "datapackage")) == OURS
    assert (OURS.title, OURS.version, OURS.dated) == (TITLE, VERSION, date.fromisoformat(DATE))
    descriptor = json.loads((ROOT / "datapackage" / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["title"] == TITLE
    assert tuple(each["title"] for each in descriptor["contributors"]) == AUTHORS
    assert set(KEYWORDS) - {"frictionless", "data-package"} <= set(descriptor["keywords"])


def test_the_text_names_version_and_date():
    assert cite(PLAIN) == (
        "A. Lake_Observer, The Weir (2026). Claims & counter-claims: 50% of {it} (version 1.2.0, 2026-01-09) [Data set]. CC0-1.0.\n"
    )
    assert "(2026). Fire #1 (incident 2001-04-20-weir). In: Claims & counter-claims" in cite(PLAIN, FIRE)
    assert cite(Work("lake", "Lake", ())) == "lake (n.d.). Lake [Data set].\n"


def test_bibtex_is_escaped_and_balanced():
    entry = cite(PLAIN, FIRE, "bibtex")
    assert entry.startswith("@misc{lake-1.2.0-2001-04-20-weir,\n")
    assert r"author = {{A. Lake\_Observer} and {The Weir}}," in entry
    assert r"title = {{Fire \#1}}," in entry
    assert re.search(r"year = \{2026\},\n  month = jan,\n  date = \{2026-01-09\},\n  version = \{1\.2\.0\},", entry)
    assert r"Incident 2001-04-20-weir in: Claims \& counter-claims: 50\% of \{it\}, version 1.2.0, 2026-01-09, CC0-1.0" in entry
    unescaped = re.sub(r"\\.", "", entry)
    assert unescaped.count("{") == unescaped.count("}")
    assert "month" not in cite(Work("lake", "Lake", ()), None, "bibtex")


def test_csl_json_is_what_reference_managers_read():
    (item,) = json.loads(cite(PLAIN, FIRE, "csl-json"))
    assert item == {
        "id": "lake-1.2.0-2001-04-20-weir",
        "type": "dataset",
        "title": "Fire #1",
        "author": [{"literal": "A. Lake_Observer"}, {"literal": "The Weir"}],
        "container-title": PLAIN.title,
        "number": "2001-04-20-weir",
        "version": "1.2.0",
        "issued": {"date-parts": [[2026, 1, 9]]},
        "note": "CC0-1.0",
    }


def test_another_package_is_cited_by_its_descriptor():
    work = work_of(locate(ROOT / "tests" / "other_border" / "package"))
    assert (work.name, work.title, work.licence) == ("sault-isles", "Claims about a border that does not exist", "CC0-1.0")


@pytest.mark.parametrize(
    ("text", "expected"), [("{}", ""), ("[]", ""), ('{"contributors": 3, "created": "2024-02-30"}', ""), ('{"name": "x"}', "x")]
)
def test_a_bare_descriptor_is_cited_by_its_folder(tmp_path, text, expected):
    (tmp_path / "datapackage.json").write_text(text, encoding="utf-8")
    work = work_of(locate(tmp_path))
    assert (work.name, work.title, work.authors, work.dated) == (expected or tmp_path.name, expected or tmp_path.name, (), None)


def test_a_broken_descriptor_says_what_to_type(tmp_path):
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(bc.UnreadableError, match="type: borderclash validate"):
        work_of(locate(tmp_path))


def test_an_unknown_form_gets_a_suggestion():
    with pytest.raises(bc.UnknownNameError, match="did you mean 'bibtex'"):
        cite(OURS, None, "bibtext")


def test_the_citation_file_is_yaml_with_our_version_and_date():
    told = YAML(typ="safe").load(cff())
    assert (told["version"], str(told["date-released"]), told["title"]) == (VERSION, DATE, TITLE)
    assert [author["name"] for author in told["authors"]] == list(AUTHORS)
    assert "  " not in told["abstract"]
