"""Tables, vocabularies, kinds and crosswalks -> the codebook, in Markdown."""

from collections.abc import Iterable
from inspect import cleandoc
from typing import Final

from borderclash.about import DATA_LICENCE, SUMMARY
from borderclash.columns import TABLES, Column, Table
from borderclash.crosswalks import ACT_CODES, DATE_CODES, PLACE_CODES, PrecisionCodes
from borderclash.kinds import KINDS, Kind
from borderclash.vocab import VOCABULARIES, Word

__all__ = ["anchor", "codebook", "heading", "markdown_table"]

_HEAD: Final = f"""# Codebook

{SUMMARY}

Nothing here says what happened. It says who said what about whom, when, where it was read, and what the other side answered; an
incident is what a set of claims is about, not a finding. Silence is written down too: where no reply was found, `searches` says where
one was looked for.

Every table is one CSV file, `data/<table>.csv`: UTF-8, comma, a header, one row a line. An empty cell, quoted or not, is null, and nothing
else is. No cell holds a list. Times are local. The data are licensed {DATA_LICENCE}.

*This file is generated from the code that checks the data (`python -m borderclash.generate`); do not edit it.*
"""

_CROSSWALKS: Final = """## Crosswalks

Where our words would go in three other codings, if a claim were taken at its word. The others code what happened, we hold what is
alleged; where theirs needs a judgement that a claim does not carry, it says "no clean code". UCDP records only events in which somebody
died, and its type of violence depends on who was aimed at: 1 (state-based) supposes forces on both sides, 3 is one-sided violence.
The code lists are those of the ACLED Codebook, the UCDP GED Codebook, and PLOVER's Specification, draft 0.7b1."""


def codebook(tables: Iterable[Table] = TABLES.values()) -> str:
    """Return the codebook of the tables as Markdown, ending with a line break."""
    tables = tuple(tables)
    used = {column.vocabulary for of in tables for column in of.columns}
    stored = [words for words in VOCABULARIES if words in used]
    derived = [words for words in VOCABULARIES if words not in used]
    contents = markdown_table(("table", "one row is"), [(f"[{of.name}](#{of.name})", of.description) for of in tables])
    parts = [
        _HEAD.rstrip(),
        f"## Tables\n\n{contents}",
        *(_table(of) for of in tables),
        "## Vocabularies",
        *(_vocabulary(words, tables) for words in stored),
        "## Derived words\n\nNever stored: worked out from the rows, or said by the validator.",
        *(_vocabulary(words, tables) for words in derived),
        _kinds(),
        _CROSSWALKS,
        _acts(),
        _precisions("Date precisions", "`date_prec`", "time precision", {word.value: codes for word, codes in DATE_CODES.items()}),
        _precisions("Place precisions", "`where_prec`", "spatial precision", {word.value: codes for word, codes in PLACE_CODES.items()}),
    ]
    return "\n\n".join(parts) + "\n"


def _table(of: Table) -> str:
    rows = [(f"`{column.name}`", column.description, _kind(column), _filled(column), _target(column)) for column in of.columns]
    key = ", ".join(f"`{name}`" for name in of.key)
    return f"### {of.name}\n\n{of.description} Key: {key}.\n\n{markdown_table(('column', 'meaning', 'kind', 'filled', 'refers to'), rows)}"


def _kind(column: Column) -> str:
    return f"word of [{heading(column.vocabulary)}](#{anchor(column.vocabulary)})" if column.vocabulary else column.kind.name


def _filled(column: Column) -> str:
    return "key" if column.key else "always" if column.required else ""


def _target(column: Column) -> str:
    return f"[{column.references}](#{column.references})" if column.references else ""


def heading(words: type[Word]) -> str:
    """Return the class name as words: `DatePrecision` -> `Date precision`."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in words.__name__).strip()
    return spaced[0].upper() + spaced[1:]


def anchor(words: type[Word]) -> str:
    """Return what a link to the vocabulary in the codebook ends with."""
    return heading(words).lower().replace(" ", "-")


def _vocabulary(words: type[Word], tables: Iterable[Table]) -> str:
    users = [f"`{of.name}.{column.name}`" for of in tables for column in of.columns if column.vocabulary is words]
    used = f" Used by {', '.join(users)}." if users else ""
    rows = markdown_table(("word", "meaning"), [(f"`{word.value}`", word.meaning) for word in words])
    return f"### {heading(words)}\n\n{cleandoc(words.__doc__ or '')}{used}\n\n{rows}"


def _kinds() -> str:
    rows = [(kind.name, kind.meaning, f"`{kind.pattern}`", f"`{kind.example}`", _limits(kind)) for kind in KINDS]
    intro = "What a cell may look like. The pattern is matched against the whole cell; lengths are counted in Unicode code points."
    return f"## Kinds of cell\n\n{intro}\n\n{markdown_table(('kind', 'meaning', 'pattern', 'example', 'limits'), rows)}"


def _limits(kind: Kind) -> str:
    limits = [] if kind.minimum is None and kind.maximum is None else [kind.bounds]
    return "; ".join([*limits, *([] if kind.max_length is None else [f"at most {kind.max_length} characters"])])


def _acts() -> str:
    rows = [
        (
            f"`{act.value}`",
            _joined(codes.acled_event, codes.acled_sub_event),
            codes.ucdp_type,
            _joined(codes.plover_event, codes.plover_mode),
            codes.note,
        )
        for act, codes in ACT_CODES.items()
    ]
    return f"### Acts\n\n{markdown_table(('act', 'ACLED event: sub-event', 'UCDP `type_of_violence`', 'PLOVER event: mode', 'note'), rows)}"


def _joined(event: str, detail: str | None) -> str:
    """Return `event: detail`; the event alone where it has no detail, and one 'no clean code' where both say so."""
    return event if detail in (None, event) else f"{event}: {detail}"


def _precisions(heading: str, ucdp: str, acled: str, codes: dict[str, PrecisionCodes]) -> str:
    rows = [(f"`{word}`", code.ucdp, code.acled, code.note) for word, code in codes.items()]
    return f"### {heading}\n\n{markdown_table(('word', f'UCDP {ucdp}', f'ACLED {acled}', 'note'), rows)}"


def markdown_table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table; a `|` inside a cell is escaped, which Markdown undoes even inside code."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)
