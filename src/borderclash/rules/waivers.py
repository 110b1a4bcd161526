"""The waivers of a package: which findings are accepted on purpose, and which waivers were needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.rules.scope import Scope

__all__ = ["WHOLE_ROW", "Waivers"]

WHOLE_ROW = "*"
"""The field of a waiver that accepts a finding on any field of its row."""

_COLUMNS = ("rule", "table", "key", "field")


@dataclass
class Waivers:
    """The waivers, by rule and table.

    A waiver holds past its last day too: then a warning says that it has expired, but data that were accepted once do not fail by
    the mere passing of time.

    Attributes:
        fields: per rule and table, per key, the fields accepted.
        used: the keys, as rows of the table `waivers`, of those that accepted something.
    """

    fields: Mapping[tuple[str, str], Mapping[str, frozenset[str]]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, scope: Scope) -> "Waivers":
        """Read the waivers of a package; rows that are not whole accept nothing."""
        if scope.gap(("waivers",)) or any(scope.lacks("waivers", column) for column in _COLUMNS):
            return cls()
        fields: dict[tuple[str, str], dict[str, frozenset[str]]] = {}
        for rule, table, key, name in scope.tables.rows(scope["waivers"].select(*_COLUMNS).drop_nulls()):
            keys = fields.setdefault((rule, table), {})
            keys[key] = keys.get(key, frozenset()) | {name}
        return cls(fields)

    def keys(self, rules: Iterable[str], table: str) -> list[str]:
        """Return the keys of the rows of `table` on which some finding of one of the rules is accepted, sorted."""
        return sorted({key for rule in rules for key in self.fields.get((rule, table), ())})

    def accept(self, rule: str, table: str, key: str, name: str | None) -> bool:
        """Return whether a finding is accepted, and remember which waivers did it."""
        given = self.fields.get((rule, table), {}).get(key, frozenset())
        matching = given & {WHOLE_ROW, name}
        self.used.update("/".join((rule, table, key, match)) for match in matching)
        return bool(matching)


def key_of(table: str, columns: Iterable[str]) -> nw.Expr:
    """Return the key of each row as a finding shows it: its parts joined with `/`, those that are empty or lacking left blank."""
    there = set(columns)
    parts = [nw.col(part).cast(nw.String).fill_null("") if part in there else nw.lit("") for part in TABLES[table].key]
    return parts[0] if len(parts) == 1 else nw.concat_str(parts, separator="/")
