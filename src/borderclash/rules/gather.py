"""The gathering place: broken rows and cells fetched from the engine, counted exactly, and held as drafts of findings.

However many rows are broken, no more are fetched than can be shown; the others are counted where they lie.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.columns import Column
from borderclash.errors import suggest
from borderclash.package.faults import Fault
from borderclash.rules.fields import FLAG, Check, checks_of, flagged, suspects
from borderclash.rules.rule import Broken, Rule
from borderclash.rules.scope import Scope
from borderclash.rules.waivers import Waivers, key_of
from borderclash.vocab import Severity

__all__ = ["Catch", "Draft", "gather_cells", "gather_faults", "gather_rows"]

_GIVEN: Final = frozenset({"key", "value", "field", "other"})
"""What a message may name that is no column of the broken row."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """A finding before its line is looked up and its message written.

    Attributes:
        rule, table, key, field: as in the finding.
        row: the number of the row, counted from 0.
        words: what the message may name.
        other: the number of another row that the message names.
        suggest: what gives the value probably meant, from the value there is.
        fault: the fault it is, which brings message and place with it.
    """

    rule: Rule
    table: str | None
    row: int | None = None
    key: str | None = None
    field: str | None = None
    words: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    other: int | None = None
    suggest: Callable[[str], str | None] | None = None
    fault: Fault | None = None


@dataclass
class Catch:
    """What was found: drafts of those that may be shown, and exact numbers by code of all, and of those accepted by waivers."""

    drafts: list[Draft] = dataclasses.field(default_factory=list)
    counts: Counter[str] = dataclasses.field(default_factory=Counter)
    waived: Counter[str] = dataclasses.field(default_factory=Counter)

    def add(self, other: "Catch") -> None:
        """Take in what another catch holds."""
        self.drafts += other.drafts
        self.counts += other.counts
        self.waived += other.waived


def gather_faults(rule: Rule, faults: Iterable[Fault]) -> Catch:
    """Draft a finding for each fault."""
    drafts = [Draft(rule, fault.table, field=fault.field, fault=fault) for fault in faults]
    return Catch(drafts, Counter({rule.code: len(drafts)} if drafts else {}))


def gather_rows(scope: Scope, rule: Rule, broken: Broken, waivers: Waivers, limit: int | None) -> Catch:
    """Fetch the broken rows of a rule, at most `limit` of those no waiver accepts, first rows first."""
    if not scope.tables.may_fill(broken.frame):
        return Catch()
    there = broken.frame.collect_schema().names()
    named = [name for name in rule.named if name not in _GIVEN and name not in broken.words]
    extra = [*named, *([broken.field] if broken.field else []), *(["_other"] if "_other" in there else [])]
    frame = broken.frame.select("_row", *dict.fromkeys(extra), key_of(broken.table, there).alias("_key"))
    frame = _of_dossiers(scope, rule, broken.table, frame)
    catch = Catch()
    touched, head, uncounted = _fetch(scope, frame, waivers.keys((rule.code,), broken.table), limit)
    for row in touched:
        if waivers.accept(rule.code, broken.table, row["_key"], broken.field):
            catch.waived[rule.code] += 1
        else:
            head.append(row)
            catch.counts[rule.code] += uncounted is not None
    catch.drafts = [_draft(rule, broken, row) for row in head]
    catch.counts[rule.code] += len(head) if uncounted is None else int(scope.tables.rows(uncounted.select(nw.len()))[0][0])
    return catch


def _of_dossiers(scope: Scope, rule: Rule, table: str, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Where dossiers were laid over a package, keep what they brought; of the package's own rows only what would refuse the whole."""
    if scope.tables.fresh is None or rule.severity is Severity.ERROR:
        return frame
    fresh = sorted(scope.tables.fresh.get(table, ()))
    named = [name for name in ("_row", "_other") if name in frame.collect_schema().names()]
    return frame.filter(nw.any_horizontal(*(nw.col(name).is_in(fresh) for name in named), ignore_nulls=True))


def _draft(rule: Rule, broken: Broken, row: Row) -> Draft:
    words = {**broken.words, **row, "key": row["_key"], "field": broken.field}
    if broken.field:
        words["value"] = row[broken.field]
    return Draft(rule, broken.table, row["_row"], row["_key"], broken.field, words, row.get("_other"), broken.suggest)


def gather_cells(scope: Scope, table: str, rules: Sequence[Rule], waivers: Waivers, limit: int | None) -> Catch:
    """Fetch the broken cells of a table for all rules over cells at once, in one scan."""
    checks = checks_of(table, rules, scope)
    catch = Catch()
    if not checks:
        return catch
    text = scope.text(table)
    if not scope.tables.may_fill(suspects(text, checks)):
        return catch
    frame = flagged(text, checks).with_columns(key_of(table, text.collect_schema().names()).alias("_key"))
    touched, head, uncounted = _fetch(scope, frame, waivers.keys((rule.code for rule in rules), table), limit)
    for check, row in _broken(checks, touched):
        if waivers.accept(check.rule.code, table, row["_key"], check.column.name):
            catch.waived[check.rule.code] += 1
        else:
            catch.drafts.append(_cell(check, row))
    drafts = [_cell(check, row) for check, row in _broken(checks, head)]
    catch.counts.update(draft.rule.code for draft in (catch.drafts if uncounted is not None else catch.drafts + drafts))
    catch.drafts += drafts
    if uncounted is not None:
        totals = [(nw.col(FLAG + check.column.name) == place).sum().alias(f"_{place}") for place, check in enumerate(checks)]
        for check, number in zip(checks, scope.tables.rows(uncounted.select(*totals))[0], strict=True):
            catch.counts[check.rule.code] += int(number or 0)
    return catch


def _broken(checks: Sequence[Check], rows: Iterable[Row]) -> Iterator[tuple[Check, Row]]:
    """Yield each broken cell of flagged rows."""
    for row in rows:
        for name, place in row.items():
            if name.startswith(FLAG) and place is not None:
                yield checks[place], row


def _cell(check: Check, row: Row) -> Draft:
    column, value = check.column, row[check.column.name]
    kind = column.kind
    words = {
        "value": value,
        "key": row["_key"],
        "field": column.name,
        "kind": f"{kind.article} {kind.name}",
        "example": kind.example,
        "bounds": kind.bounds,
        "most": kind.max_length,
        "length": len(value) if value else 0,
    }
    return Draft(check.rule, column.table, row["_row"], row["_key"], column.name, words, suggest=_word(column))


def _word(column: Column) -> Callable[[str], str | None] | None:
    words = column.words
    return (lambda value: suggest("-".join(value.lower().replace("_", " ").split()), words)) if words else None


def _fetch(
    scope: Scope, frame: nw.LazyFrame[Any], keys: list[str], limit: int | None
) -> tuple[list[Row], list[Row], nw.LazyFrame[Any] | None]:
    """Return the rows that a waiver may accept, all of them; of the others at most `limit`; and these as a frame if that is not all."""
    touched: list[Row] = []
    names = frame.collect_schema().names()
    if keys:
        touched = _rows(scope, frame.filter(nw.col("_key").is_in(keys)), names)
        frame = frame.filter(~nw.col("_key").is_in(keys))
    if limit is None:
        return touched, _rows(scope, frame, names), None
    head = _rows(scope, frame.sort("_row", "_key").head(limit + 1), names) if limit else []
    return (touched, head[:limit], frame) if len(head) > limit or not limit else (touched, head, None)


def _rows(scope: Scope, frame: nw.LazyFrame[Any], names: Sequence[str]) -> list[Row]:
    return [dict(zip(names, row, strict=True)) for row in scope.tables.rows(frame)]
