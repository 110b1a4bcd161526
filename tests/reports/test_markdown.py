"""The Markdown report: tables that nothing in the data can break, and that fit where they are put."""

import re
from dataclasses import replace

import pytest

from borderclash.reports import REPORTS
from borderclash.reports.markdown import COMMENT, SUMMARY, code, plain, report
from borderclash.vocab import Severity

from .conftest import CLEAN, RUN, UNCITED


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", "a\\|b"),
        ("a\r\n\n  b\u2028c", "a b c"),
        ("a_b*c`d", "a\\_b\\*c\\`d"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("[x](y)", "\\[x\\](y)"),
        ("\\|", "\\\\\\|"),
        ("ask @someone of #12, a @ b", "ask @<!-- -->someone of #<!-- -->12, a @ b"),
        ("Սև լիճ", "Սև լիճ"),
    ],
)
def test_text_is_shown_as_it_stands(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("a|b", "`a\\|b`"), ("a\nb", "`a b`"), ("a`b``c", "```a`b``c```"), ("`", "`` ` ``"), ("\x1b[1m", "`\\x1b[1m`")]
)
def test_code_is_shown_as_it_stands(text, shown):
    assert code(text) == shown


def test_every_row_of_a_table_has_as_many_cells_as_its_head_and_the_worst_come_first():
    told = REPORTS["markdown"](RUN)
    rows = [row for row in told.splitlines() if row.startswith("| BC")]
    assert [row.split()[1] for row in rows] == ["BC101", "BC003", "BC002", "BC913", "BC915", "BC899"]
    assert {len(re.split(r"(?<!\\)\|", row)) for row in rows} == {7}


def test_counts_are_exact_and_what_is_not_listed_is_said():
    told = REPORTS["markdown"](RUN)
    assert "| error | 1,204 |\n| warning | 1 |\n| info | 1 |\n" in told
    assert "#### 1,204 errors\n" in told
    assert "\n1,200 of 1,204 not listed.\n" in told
    assert told.count("not listed") == 1
    assert (
        "\nCould not run, and so passed nothing:\n\n- actors is missing: BC001, BC007 (claims.speaker)\n- ValueError: no: BC006\n" in told
    )
    assert "1,200 hidden; 2 ignored; 3 waived;" in told


@pytest.mark.parametrize("room", [COMMENT, SUMMARY, 2_000])
def test_it_fits_its_room_and_says_how_many_rows_did_not(room):
    findings = tuple(replace(UNCITED, key=f"{count}-Սև", line=count + 1) for count in range(9_000))
    mild = tuple(replace(finding, severity=Severity.INFO) for finding in findings[:5])
    by_severity = {Severity.ERROR: 9_000, Severity.WARNING: 0, Severity.INFO: 5}
    run = replace(CLEAN, findings=(*findings, *mild), by_severity=by_severity)
    told = report(run, room=room)
    listed = [len(re.findall(r"(?m)^\| BC", part)) for part in told.split("#### ")[1:]]
    left = [int(part.replace(",", "")) for part in re.findall(r"([\d,]+) of [\d,]+ not listed", told)]
    assert len(told.encode()) < room
    assert sum(listed) + sum(left) == 9_005
    assert listed[0] > 0
    assert len(told.encode()) > room * 0.75 or room == SUMMARY


def test_a_clean_run_has_no_table_of_findings():
    told = REPORTS["markdown"](CLEAN)
    assert told.startswith("### borderclash: ok\n")
    assert "####" not in told
