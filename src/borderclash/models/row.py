"""What the rows of all tables share."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

__all__ = ["Row"]


class Row(BaseModel):
    """One row of a table: immutable, hashable, no unknown columns; an empty cell is null."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_null(cls, data: Any) -> Any:
        return {name: None if cell == "" else cell for name, cell in data.items()} if isinstance(data, dict) else data
