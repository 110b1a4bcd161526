"""The line shown under a finding: cut to one line, its mark under the cell, whatever the letters."""

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from borderclash.reports import REPORTS
from borderclash.reports.source import excerpt, read_source

from .conftest import MISSPELT, RUN, UNCITED


def marked(line: str, column: int, *, whole: bool = True) -> str:
    """Return what stands above the mark."""
    shown = excerpt(line, column, whole=whole)
    assert shown.indent is not None
    assert cell_len(shown.text) <= 100
    used, above = 0, ""
    for sign in shown.text:
        above += sign if shown.indent <= used < shown.indent + shown.width else ""
        used += cell_len(sign)
    return above


@pytest.mark.parametrize(
    "before",
    ["a", "Սև լիճ", "Naxçıvan Şərur", "i\u0307brahim", "Ճամբարակ" * 2, "国境", '\'quoted, ""well""\''.replace("'", '"'), ""],
)
@pytest.mark.parametrize("cell", ["denys", "Խոզնավար", "国", '"with, comma"', '"with ""quotes"", too"'])
@pytest.mark.parametrize("after", ["", ",named", "," + "x" * 300])
def test_the_mark_stands_under_the_cell_whatever_letters_come_before(before, cell, after):
    assert marked(f"{before},{cell}{after}", len(before) + 2) == cell


@pytest.mark.parametrize("filler", ["x", "ә", "国", "e\u0301", "\t", "\u202e"])
@pytest.mark.parametrize("length", [95, 150, 5_000])
def test_a_long_line_is_cut_around_the_cell(filler, length):
    before = filler * length
    line = f"{before},denys,{filler * length}"
    shown = excerpt(line, len(before) + 2)
    assert marked(line, len(before) + 2) == "denys"
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert cell_len(shown.text) >= 60
    assert cell_len(shown.text[1]) > 0, "no sign is torn from the one it joins"


def test_a_cell_too_long_to_show_is_marked_as_far_as_it_is_shown():
    shown = excerpt("a," + "x" * 500 + ",b", 3)
    assert shown.text == "a," + "x" * 97 + "…"
    assert shown.mark == "  " + "^" * 98


def test_a_line_that_just_fits_is_not_cut():
    assert excerpt("x" * 100).text == "x" * 100
    assert excerpt("x" * 101).text == "x" * 99 + "…"
    assert excerpt("x" * 99 + ",", 101).text == "x" * 99 + ","


@pytest.mark.parametrize(("line", "column", "indent"), [("a,,b", 3, 2), ("a,b,", 5, 4), ("", 1, 0), ("a", 9, 1)])
def test_an_empty_cell_has_one_mark(line, column, indent):
    shown = excerpt(line, column)
    assert (shown.text, shown.indent, shown.width) == (line, indent, 1)


def test_where_no_cell_is_blamed_one_character_is_and_where_no_character_none():
    assert marked("a,bcd", 4, whole=False) == "c"
    assert excerpt("a,bcd").mark is None


def test_what_cannot_be_seen_is_written_out():
    shown = excerpt("a\x1b[2J,\0b,\u202ec\r\n", 7)
    assert shown.text == r"a\x1b[2J,\x00b,\u202ec"
    assert shown.mark == "         ^^^^^"


def test_lines_are_read_from_files_that_can_be_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "replies.csv").write_bytes("\ufeffreply_id,stance\nx,y\nա,denys\n\xff".encode())
    there = replace(MISSPELT, file="replies.csv", line=3, column=3)
    header = replace(MISSPELT, file="replies.csv", line=1, column=10)
    beyond = replace(MISSPELT, file="replies.csv", line=9)
    memory = replace(MISSPELT, file=None)
    absent = replace(UNCITED, file="claims.csv")
    folder = replace(UNCITED, file=".")
    whole = replace(MISSPELT, file="replies.csv", line=None)
    source = read_source([there, header, beyond, memory, absent, folder, whole])
    assert {finding: (shown.text, shown.mark) for finding, shown in source.items()} == {
        there: ("ա,denys", "  ^^^^^"),
        header: ("reply_id,stance", "         ^^^^^^"),
    }


def test_the_text_report_shows_the_line_between_place_and_advice():
    told = REPORTS["text"](replace(RUN, findings=(MISSPELT,)), source={MISSPELT: excerpt('a,b,"Ağdam, կիկոս",denys|all,named', 20)})
    assert told.startswith(
        "error[BC003] unknown-word: 'denys|all' is not a word for stance\n"
        "  --> data of mine/replies.csv:3 (stance)\n"
        '  3 | a,b,"Ağdam, կիկոս",denys|all,named\n'
        "    |                    ^^^^^^^^^\n"
        "  row: a/b/whole\n"
        "  did you mean: denies\n"
        "  fix: use the word suggested"
    )


def test_the_row_is_named_only_where_the_message_does_not():
    assert "row:" not in REPORTS["text"](replace(RUN, findings=(UNCITED,)))
    other = replace(UNCITED, message=UNCITED.message.replace("az-mod", "az-mod-2"))
    assert f"\n  row: {UNCITED.key}\n" in REPORTS["text"](replace(RUN, findings=(other,)))


def test_colour_moves_no_mark():
    source = {MISSPELT: excerpt("a,denys,b", 3)}
    run = replace(RUN, findings=(MISSPELT,))
    coloured = REPORTS["text"](run, source=source, colour=True)
    assert "\x1b[31;1m^^^^^\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == REPORTS["text"](run, source=source)
