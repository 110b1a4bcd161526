"""The pages of the rules: every word of the docstring, linked from every list."""

import re

import pytest

from borderclash.reports.pages import families, index, page
from borderclash.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_holds_the_whole_docstring_and_its_fences_are_closed(rule):
    told = page(rule)
    assert told.startswith(f"# {rule.code} {rule.name}\n\n**{rule.severity}** · since {rule.since}")
    assert re.findall(r"(?m)^## (.*)$", told) == ["Why it matters", "How to fix", "Breaks", "Holds"]
    assert rule.page.why in told
    assert rule.page.fix in told
    assert told.count("```") % 2 == 0
    assert set(re.findall(r"(?m)^```(.+)$", told)) <= {"csv", "json"}
    assert ("waivers.csv`. [All rules]" in told) == (rule.shape != "files"), "a fault of a file has no row that a waiver could name"
    for example in (rule.page.breaks, rule.page.holds):
        for name in example.tables:
            assert f"`{name}.csv`\n\n```csv\n" in told


def test_every_rule_is_in_both_lists_once_under_its_family():
    codes = [rule.code for rule in RULES]
    assert re.findall(r"(?m)^\| \[(BC\d+)\]\(\1\.md\)", index()) == codes
    assert re.findall(r"\]\(docs/rules/(BC\d+)\.md\)", families("docs/rules")) == codes
    titles = re.findall(r"(?m)^## (BC\d)xx: ", index())
    assert titles == sorted({code[:3] for code in codes})
    assert len(families("x").splitlines()) == len(titles)


def test_the_rows_of_the_index_have_four_cells():
    rows = [line for line in index().splitlines() if line.startswith("| [")]
    assert {len(re.split(r"(?<!\\)\|", row)) for row in rows} == {6}
