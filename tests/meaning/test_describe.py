"""What the columns mean, told to a person."""

import pytest

import borderclash as bc


def test_a_table_is_told_with_its_types_words_and_references():
    told = bc.describe("claims")
    assert (told.kind, len(told), [column.name for column in told]) == ("table", 11, list(bc.TABLES["claims"].names))
    assert (told["claim_id"].type, told["claim_id"].filled, told["incident_id"].references) == ("text", "key", "incidents")
    assert (told["text"].filled, told["note"].filled, told["said_on"].type) == ("always", "may be empty", "date")
    assert told["act"].vocabulary[0] == ("war", "Full-scale hostilities on many fronts over days or weeks.")


def test_a_view_is_told_and_a_table_of_the_same_name_comes_first():
    assert bc.describe("accusations")["reply_status"].vocabulary[2][0] == "denied"
    assert (bc.describe("incidents").kind, bc.describe("incidents", view=True).kind) == ("table", "view")
    assert bc.describe("claims", view=True).kind == "table"


@pytest.mark.parametrize("name", [*bc.TABLES, *bc.VIEWS])
def test_every_column_is_told_in_a_terminal_and_in_a_notebook(name):
    told = bc.describe(name, view=name in bc.VIEWS)
    text, html = repr(told), told._repr_html_()
    assert all(column.name in text and f">{column.name}</td>" in html for column in told)
    assert all(len(line) <= 100 for line in text.splitlines()[1:])
    assert html.count("<tr>") == len(told) + 1


def test_an_unknown_name_gets_a_suggestion():
    with pytest.raises(bc.UnknownNameError, match="did you mean 'tolls'"):
        bc.describe("toll")
    with pytest.raises(bc.UnknownNameError, match="did you mean 'act'"):
        bc.describe("claims")["acts"]
