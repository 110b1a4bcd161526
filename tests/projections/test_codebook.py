import re

from borderclash.columns import TABLES
from borderclash.crosswalks import ACT_CODES
from borderclash.kinds import KINDS
from borderclash.projections.codebook import codebook
from borderclash.vocab import VOCABULARIES

TEXT = codebook()


def test_it_says_everything_once():
    for of in TABLES.values():
        assert TEXT.count(f"\n### {of.name}\n") == 1
        for column in of.columns:
            assert f"| `{column.name}` | {column.description} |" in TEXT
    for words in VOCABULARIES:
        for word in words:
            assert f"| `{word.value}` | {word.meaning} |" in TEXT
    for kind in KINDS:
        assert f"| {kind.name} | {kind.meaning} |" in TEXT
    for act in ACT_CODES:
        assert len(re.findall(rf"^\| `{act.value}` \|", TEXT, re.MULTILINE)) >= 2


def test_its_tables_are_whole():
    """Every line of a table has as many cells as its header, escaped bars aside."""
    blocks = re.findall(r"(?:^\|.*\n)+", TEXT, re.MULTILINE)
    assert len(blocks) > 30
    for block in blocks:
        assert len({line.replace(r"\|", "").count("|") for line in block.splitlines()}) == 1


def test_its_links_lead_somewhere():
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert len(anchors) == len(headings)
    links = set(re.findall(r"\]\(#([^)]+)\)", TEXT))
    assert links
    assert links <= anchors


def test_an_act_without_a_code_says_so_once_a_project():
    line = next(line for line in TEXT.splitlines() if line.startswith("| `works` | no"))
    assert line == "| `works` | no clean code | no clean code | no clean code |  |"
