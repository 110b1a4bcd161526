"""The table `waivers`."""

from typing import Annotated

from borderclash.kinds import KEY, Day, FieldName, Note, RowKey, RuleCode, TableName
from borderclash.models.row import Row

__all__ = ["Waiver"]


class Waiver(Row):
    """A finding of the validator that is accepted on purpose."""

    rule: Annotated[RuleCode, KEY]
    """The rule."""
    table: Annotated[TableName, KEY]
    """The table the finding is in."""
    key: Annotated[RowKey, KEY]
    """The key of the row."""
    field: Annotated[FieldName, KEY]
    """The column, or `*` for the row."""
    reason: Note
    """Why it is accepted."""
    added_on: Day
    """The day it was accepted."""
    until: Day | None = None
    """The last day it holds."""
