"""Every folder under `tests/cases/<rule of files>/` and `tests/cases/legal/`: what the reader says, and what it still delivers."""

import json
from pathlib import Path
from typing import get_args

import pytest
from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.package.drafts import read_draft
from borderclash.package.faults import FaultRule
from borderclash.package.fold import as_tables, fold
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.package.sheets import read_sheets

from .conftest import CASES, lay

RULES = get_args(FaultRule)
FOLDERS = sorted(case for rule in (*RULES, "legal") for case in (CASES / rule).iterdir())


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_faults_and_rows(case: Path, tmp_path: Path):
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    wanted = case / "rows.json"
    package = locate(lay(tmp_path / "package", case))
    dossier = case / "dossier.yaml"
    with as_tables(fold(read_sheets(package), [read_draft(dossier)])) if dossier.exists() else read(package) as tables:
        found = [{key: getattr(fault, key) for key in want} for fault, want in zip(tables.faults, expected, strict=False)]
        assert (found, len(tables.faults)) == (expected, len(expected)), tables.faults
        for name, rows in (json.loads(wanted.read_text(encoding="utf-8")) if wanted.exists() else {}).items():
            frame = tables.text(name).sort("_row")
            names = frame.collect_schema().names()
            cells = [dict(zip(names, row, strict=True)) for row in tables.rows(frame)]
            assert [tables.place_of(name, row["_row"]).line for row in cells] == [line for line, _ in rows]
            for row, (_, some) in zip(cells, rows, strict=True):
                assert {column: row[column] for column in some} == some
            assert tables.rows(tables[name].select(nw.len())) == [(len(rows),)]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_files_has_a_case(rule: str):
    assert any(entry["rule"] == rule for case in (CASES / rule).iterdir() for entry in json.loads((case / "expected.json").read_text()))


def test_the_base_package_has_no_fault_and_no_misfit(tmp_path: Path):
    with read(locate(lay(tmp_path / "package"))) as tables:
        assert (tables.faults, tables.missing, tables.missing_columns, tables.rejected, tables.misfits) == ((), set(), set(), {}, {})
        assert {name: tables.rows(tables[name].select(nw.len())) for name in TABLES}["claims"] == [(3,)]
