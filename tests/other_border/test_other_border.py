"""A package about another border: it passes, and each of its broken copies fails with the rule that was broken.

That no rule of another family speaks up is held in `test_every_fault.py`, where all rules judge all faults at once.
"""

import ast
import json
import re
from pathlib import Path

import pytest

import borderclash
from borderclash.dataset import load
from borderclash.projections.descriptor import descriptor
from borderclash.rules import RULES
from borderclash.validate import validate
from borderclash.vocab import ReplyStatus

from .copies import COPIES, DOSSIERS, FAULTS, ON, PACKAGE, break_

SOURCE = Path(str(borderclash.__file__)).parent


def test_it_passes_under_every_rule_and_every_table_has_rows():
    run = validate(PACKAGE, on=ON)
    assert (run.findings, run.not_run, run.waived, run.ignored, run.undated, run.ok) == ((), (), 1, 0, 0, True)
    assert all(run.rows.values())


def test_it_has_its_own_parties_and_its_replies_are_told_from_silence():
    dataset = load(PACKAGE)
    told = {claim: dataset.reply_status(claim) for claim, row in dataset.claims.items() if row.accused}
    assert set(told.values()) == {ReplyStatus.DENIED, ReplyStatus.JUSTIFIED, ReplyStatus.UNANSWERED, ReplyStatus.NONCOMMITTAL}


def test_there_is_a_broken_copy_for_every_rule():
    assert sorted([*COPIES, *FAULTS, *DOSSIERS]) == [rule.code for rule in RULES]


@pytest.mark.parametrize("code", COPIES)
def test_a_broken_copy_is_found_by_the_rule_it_breaks_and_by_no_other_of_its_family(code, tmp_path):
    copy = COPIES[code]
    run = validate(break_(tmp_path / "copy", copy.edits), select=(code[:3], "BC101"), on=ON)
    assert sorted((f.code, f.key, Path(f.file).name, f.line) for f in run.findings) == sorted(
        (code, key, f"{file}.csv", line) for key, file, line in copy.finds
    )
    assert run.not_run == ()


@pytest.mark.parametrize("code", FAULTS)
def test_a_broken_file_is_found_by_the_rule_it_breaks_and_by_no_other_of_its_family(code, tmp_path):
    fault, finds = FAULTS[code]
    root = break_(tmp_path / "copy", ())
    fault(root)
    run = validate(root, select=code[:3], on=ON)
    found = sorted(((f.code, f.key, Path(f.file).relative_to(root).as_posix(), f.line) for f in run.findings), key=str)
    assert found == sorted(((code, None, file, line) for file, line in finds), key=str)
    assert not any(gap.broken for gap in run.not_run)


OURS = load()
GENERAL = {"all-sides", "unspecified"}
"""Actors that every border has."""
NAMES = {name for table in (OURS.actors, OURS.places, OURS.incidents) for name in table} - GENERAL
PLACES = {place.name for place in OURS.places.values()} | {row.name for row in OURS.place_names}
ADJECTIVES = {"armenian", "azerbaijani", "azeri", "karabakh", "artsakh", "yerevan", "baku"}
LANGUAGES = {row.language for row in OURS.place_names} - {"en"}
LEXICONS = {"denials.py"}
"""Where words of several languages stand by language: how people deny is no matter of one border."""


def spoken(module: Path) -> list[str]:
    """Return every text and name in the code of a module; docstrings, with their examples, are no code."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
    ]
    return texts + [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]


def named(text: str) -> set[str]:
    words = {word.lower() for word in re.findall(r"\w+(?:-\w+)*", text)}
    return (words & {name.lower() for name in NAMES | PLACES}) | {word for word in words for stem in ADJECTIVES if word.startswith(stem)}


@pytest.mark.parametrize(
    "module", sorted(file for room in ("rules", "derive", "views") for file in (SOURCE / room).rglob("*.py")), ids=lambda file: file.name
)
def test_no_rule_and_no_view_names_this_border(module):
    for text in spoken(module):
        assert not named(text), text
        assert module.name in LEXICONS or text not in LANGUAGES, text


def test_a_name_of_this_border_would_be_seen():
    assert named("is_in(az-mod)") == {"az-mod"}
    assert named("an Armenian post near Sotk") == {"armenian", "sotk"}
    assert not named("unspecified side of the border")


def test_its_descriptor_holds_the_resources_as_the_tables_have_them():
    content = json.loads((PACKAGE / "datapackage.json").read_text(encoding="utf-8"))
    assert content == descriptor(content), "the tables have changed; write the resources anew with projections.descriptor.descriptor"
