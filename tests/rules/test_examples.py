"""The small reading of a rule's docstring."""

import pytest

from borderclash.rules.examples import parse

PAGE = """A cell is wrong.

It is more than one paragraph.

## Why it matters

Because.

## How to fix

Mend `it.csv` at once.
Then look again.

## Breaks

Some words, and a list that is no list of keys inside a fence:

```csv claims
claim_id,text
a,"- `no`"
b,
```

```csv replies
reply_id,answers
a,b
```

```json settings
{"parties": ["x", "y"]}
```

Found:

- `b`
- `a/b`

## Holds

```csv claims
claim_id,text
a,"one, two"
```
"""


def test_a_page_is_read_into_its_parts():
    page = parse(PAGE)
    assert page.summary == "A cell is wrong.\n\nIt is more than one paragraph."
    assert (page.why, page.advice) == ("Because.", "mend it.csv at once")
    assert page.breaks.tables == {
        "claims": ({"claim_id": "a", "text": "- `no`"}, {"claim_id": "b", "text": None}),
        "replies": ({"reply_id": "a", "answers": "b"},),
    }
    assert page.breaks.keys == ("a/b", "b")
    assert page.breaks.settings == {"parties": ["x", "y"]}
    assert page.holds.tables == {"claims": ({"claim_id": "a", "text": "one, two"},)}
    assert (page.holds.keys, page.holds.settings) == ((), {})


@pytest.mark.parametrize(
    "wrong",
    [
        PAGE.replace("## Holds", "## Hold"),
        PAGE.replace("## Breaks", "Breaks"),
        PAGE + "## Holds\n",
        PAGE.replace("## Why it matters", "## How to fix", 1).replace("## How to fix\n\nMend", "## Why it matters\n\nMend"),
        "A cell is wrong.",
    ],
)
def test_a_section_missing_doubled_or_out_of_order_is_refused(wrong):
    with pytest.raises(ValueError, match="the sections must be"):
        parse(wrong)


def test_a_name_in_capitals_keeps_them_at_the_head_of_the_advice():
    assert parse(PAGE.replace("Mend `it.csv`", "UTF-8 it is")).advice == "UTF-8 it is at once"
