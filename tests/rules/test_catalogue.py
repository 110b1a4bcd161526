"""Every rule: documented, named by the law, reachable, firing on its own bad example and silent on its good one."""

import importlib
import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import borderclash.rules
from borderclash.about import VERSION
from borderclash.columns import TABLES
from borderclash.package.faults import FaultRule
from borderclash.rules import RULES, Rule
from borderclash.rules.scope import Scope
from borderclash.validate import validate
from borderclash.vocab import Severity

FOLDER = Path(str(borderclash.rules.__file__)).parent
FILES = sorted(FOLDER.glob("bc*/bc*.py"))
CASES = Path(__file__).parent.parent / "cases"
OVER_TABLES = [rule for rule in RULES if rule.shape != "files"]
OVER_FILES = [rule for rule in RULES if rule.shape == "files"]
ON_ROWS = [rule for rule in RULES if rule.reads]
DAY = date(2021, 7, 1)

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def asked(rule, example):
    """Return the rules to ask for an example: those over the run look at what others did, so the waivers' rules are asked too."""
    codes = {row["rule"] for row in example.tables["waivers"]} if rule.shape == "run" else set()
    return [rule.code, *(each.code for each in RULES if each.code in codes)]


def test_each_file_holds_one_rule_and_every_rule_is_in_the_list():
    made = []
    for file in FILES:
        module = importlib.import_module(f"borderclash.rules.{file.parent.name}.{file.stem}")
        made += [rule for rule in vars(module).values() if isinstance(rule, Rule)]
    assert len(made) == len(FILES)
    assert {rule.code: rule for rule in made} == {rule.code: rule for rule in RULES}


def test_the_list_is_in_the_order_of_codes_and_no_code_or_name_is_used_twice():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


@every_rule
def test_a_rule_is_named_by_the_law(rule):
    file = FOLDER.joinpath(*rule.module.split(".")[2:]).with_suffix(".py")
    assert re.fullmatch("BC[0-9]{3}", rule.code)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", rule.name)
    assert file.stem == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert file.parent.name.startswith(f"{rule.code[:3].lower()}_")
    assert rule.function.__name__ == rule.name.replace("-", "_")


@every_rule
def test_a_rule_is_documented(rule):
    page = rule.page
    assert re.fullmatch(r"[A-Z][^\n]{20,120}\.", rule.summary)
    assert len(page.why) > 60
    assert len(page.fix) > 20
    for advice in (page.advice, page.advice_in_dossier):
        assert re.fullmatch(r"[^\n`]{10,160}[^.\n]", advice)
    assert tuple(map(int, rule.since.split("."))) <= tuple(map(int, VERSION.split(".")))
    assert all(name in TABLES for name in (*rule.reads, *rule.absent, *([rule.table] if rule.table else [])))
    assert set(rule.absent) <= set(rule.reads)
    assert rule.table is None or rule.table in rule.reads


@pytest.mark.parametrize("rule", OVER_TABLES, ids=lambda rule: rule.code)
def test_an_example_shows_tables_and_columns_that_exist(rule):
    for example in (rule.page.breaks, rule.page.holds):
        assert example.tables
        for name, rows in example.tables.items():
            assert rows
            assert all(set(row) <= set(TABLES[name].names) for row in rows)
    assert rule.page.breaks.keys
    assert not rule.page.holds.keys


@pytest.mark.parametrize("rule", OVER_TABLES, ids=lambda rule: rule.code)
def test_a_rule_finds_exactly_the_keys_it_says_it_finds(rule, lay):
    example = rule.page.breaks
    run = validate(lay(example.tables, example.settings), select=asked(rule, example), on=DAY)
    assert run.not_run == ()
    assert tuple(sorted(finding.key for finding in run.findings)) == example.keys
    assert dict(run.counts) == {rule.code: len(example.keys)}
    for finding in run.findings:
        assert (finding.code, finding.name, finding.severity, finding.fix) == (rule.code, rule.name, rule.severity, rule.page.advice)
        assert finding.line
        assert "{" not in finding.message


@pytest.mark.parametrize("rule", OVER_TABLES, ids=lambda rule: rule.code)
def test_a_rule_is_silent_on_what_holds(rule, lay):
    example = rule.page.holds
    run = validate(lay(example.tables, example.settings), select=asked(rule, example), on=DAY)
    assert run.not_run == ()
    assert run.findings == ()
    assert run.ok


@pytest.mark.parametrize("rule", ON_ROWS, ids=lambda rule: rule.code)
def test_a_rule_reads_what_it_says_it_reads(rule, lay):
    asked = set()

    class Watched(Scope):
        def __getitem__(self, name):
            asked.add(name)
            return super().__getitem__(name)

        def text(self, name):
            asked.add(name)
            return super().text(name)

    rule.function(Watched(lay(rule.page.breaks.tables), DAY))
    assert asked == set(rule.reads)


@pytest.mark.parametrize("rule", ON_ROWS, ids=lambda rule: rule.code)
def test_a_rule_that_lacks_a_table_says_that_it_did_not_run(rule, lay):
    tables = lay(rule.page.breaks.tables, rule.page.breaks.settings)
    for table in rule.reads:
        tables.missing = frozenset({table})
        run = validate(tables, select=rule.code, on=DAY)
        assert [(gap.code, gap.broken) for gap in run.not_run] == [(rule.code, False)]
        assert table in run.not_run[0].reason
        assert (run.findings, run.complete, run.ok, run.exit_code) == ((), False, False, 2)


@pytest.mark.parametrize("rule", [rule for rule in ON_ROWS if rule.needs], ids=lambda rule: rule.code)
def test_a_rule_without_its_setting_is_counted_as_not_asked(rule, lay):
    run = validate(lay(rule.page.breaks.tables), select=rule.code, on=DAY)
    assert (run.unset, run.findings, run.not_run, run.ok) == (1, (), (), True)


@pytest.mark.parametrize("rule", [rule for rule in ON_ROWS if rule.absent], ids=lambda rule: rule.code)
def test_a_rule_that_blames_absence_does_not_run_where_rows_were_rejected(rule, lay):
    tables = lay(rule.page.breaks.tables, rule.page.breaks.settings)
    for table in rule.absent:
        tables.rejected = {table: 2}
        run = validate(tables, select=rule.code, on=DAY)
        assert [gap.code for gap in run.not_run] == [rule.code]
        assert run.not_run[0].reason.startswith(f"2 rows of {table}")
        assert run.findings == ()


def test_every_fault_of_the_reader_has_its_rule():
    assert sorted(rule.name for rule in OVER_FILES) == sorted(get_args(FaultRule))


@pytest.mark.parametrize("rule", OVER_FILES, ids=lambda rule: rule.code)
def test_a_rule_over_files_points_to_cases_that_exist(rule):
    (folder,) = re.findall(r"`tests/cases/([a-z0-9-]+)/`", rule.page.breaks.text)
    assert folder == rule.name
    assert any((CASES / folder).iterdir())
    (holds,) = re.findall(r"`tests/cases/([a-z0-9-]+)/`", rule.page.holds.text)
    assert any((CASES / holds).iterdir())


CASE_FOLDERS = sorted(case.parent for case in CASES.glob("*/*/expected.json"))


@pytest.mark.parametrize("case", CASE_FOLDERS, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_fault_of_a_file_becomes_a_finding_with_its_line(case, tmp_path):
    root = tmp_path / "package"
    shutil.copytree(CASES / "base", root)
    for file in case.iterdir():
        if file.suffix == ".csv":
            shutil.copyfile(file, root / "data" / file.name)
        elif file.name == "datapackage.json":
            shutil.copyfile(file, root / file.name)
        elif file.suffix == ".gone":
            (root / "data" / file.stem).unlink()
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    dossier = case / "dossier.yaml"
    run = validate([dossier], into=root, select="BC9") if dossier.exists() else validate(root, select="BC9")
    found = [{"rule": finding.name, "table": finding.table, "line": finding.line} for finding in run.findings]
    assert len(found) == len(expected)
    for fault in expected:
        wanted = {name: fault[name] for name in ("rule", "table", "line") if name in fault}
        assert any(wanted.items() <= finding.items() for finding in found), wanted
    grave = {rule.name for rule in OVER_FILES if rule.severity is Severity.ERROR}
    assert run.exit_code == (1 if grave & {fault["rule"] for fault in expected} else 0)
    for finding in run.findings:
        assert Path(finding.file).is_relative_to(root) or Path(finding.file) == dossier.relative_to(Path.cwd())
        assert finding.message
