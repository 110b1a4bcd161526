r"""The kinds of cell: one alias a meaning, one lexical pattern a kind.

A kind says what a cell may look like as text (`pattern`, which decides alone: dates it admits exist in the calendar), how
long it may be, between which bounds, and what it becomes once read. Patterns and bounds live only here; Pydantic, Table Schema,
JSON Schema, the field rules and the frames are all projections of them.

Patterns are written in the tongue that Python, RE2 (DuckDB), Rust (polars) and ECMAScript (JSON Schema) share: no look-around,
no back-reference, `[0-9]` and never `\d`. They are matched against the whole cell. An empty cell is null before any kind is asked.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Final, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

__all__ = [
    "DAY",
    "KEY",
    "KINDS",
    "WORD",
    "ActorId",
    "ActorRef",
    "ClaimId",
    "ClaimRef",
    "Clock",
    "CountryCode",
    "Day",
    "FieldName",
    "Gazetteer",
    "GeonamesId",
    "IncidentId",
    "IncidentRef",
    "Key",
    "Kilometres",
    "Kind",
    "LanguageTag",
    "Latitude",
    "Longitude",
    "Minute",
    "Name",
    "Note",
    "Number",
    "PlaceId",
    "PlaceRef",
    "Quote",
    "References",
    "RowKey",
    "RuleCode",
    "Sentence",
    "SourceId",
    "SourceRef",
    "Storage",
    "TableName",
    "Title",
    "Unit",
    "Url",
    "WikidataId",
]

Storage = Literal["text", "word", "integer", "decimal", "date", "time", "datetime"]
"""What a cell becomes once read: `text` and `word` stay strings, the others are the Python types of `_PYTHON`."""

_PYTHON: Final[dict[Storage, type]] = {
    "text": str,
    "word": str,
    "integer": int,
    "decimal": Decimal,
    "date": date,
    "time": time,
    "datetime": datetime,
}
_READ: Final[dict[Storage, Callable[[str], Any]]] = {
    "text": str,
    "word": str,
    "integer": int,
    "decimal": Decimal,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "datetime": datetime.fromisoformat,
}
_WRITE: Final[dict[Storage, Callable[[Any], str]]] = {
    "text": str,
    "word": str,
    "integer": str,
    "decimal": lambda value: format(value, "f"),
    "date": date.isoformat,
    "time": lambda value: str(value.isoformat("auto")).removesuffix(":00"),
    "datetime": lambda value: str(value.isoformat(timespec="auto")).removesuffix(":00"),
}


@dataclass(frozen=True)
class Kind:
    """A kind of cell. Put into `Annotated`, it is also how Pydantic reads and checks the field.

    Attributes:
        name: one word, used in messages ("is not a day").
        meaning: what such a cell holds, for a person.
        storage: what the text becomes once read.
        pattern: the whole-cell lexical law, unanchored.
        example: a cell that passes.
        minimum, maximum: inclusive bounds of the value; None where there are none.
        max_length: the longest text allowed, in code points; None where the pattern bounds it.
    """

    name: str
    meaning: str
    storage: Storage
    pattern: str
    example: str
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    max_length: int | None = None
    python: type = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look the Python type up by storage."""
        object.__setattr__(self, "python", _PYTHON[self.storage])

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern compiled for Python; use `fullmatch`."""
        return re.compile(self.pattern)

    def write(self, value: Any) -> str:
        """Return the canonical cell of a value."""
        return _WRITE[self.storage](value)

    def read(self, value: Any) -> Any:
        """Return the value of a cell, or of a value already typed; the same law judges both.

        Raises:
            ValueError: (as `PydanticCustomError`) if the text breaks the pattern, the length or the bounds.
        """
        if type(value) is self.python:
            value = self.write(value)
        elif self.storage == "decimal" and type(value) in (int, float):
            value = self.write(Decimal(str(value)))
        if not isinstance(value, str) or not self.regex.fullmatch(value):
            context = {"value": repr(value), "kind": f"{self.article} {self.name}", "example": self.example}
            raise PydanticCustomError("kind", "{value} is not {kind}, such as {example}", context)
        if self.max_length is not None and len(value) > self.max_length:
            limits = {"length": len(value), "most": self.max_length}
            raise PydanticCustomError("length", "is {length} characters long; at most {most}", limits)
        result = _READ[self.storage](value)
        if (self.minimum is not None and result < self.minimum) or (self.maximum is not None and result > self.maximum):
            context = {"value": value, "bounds": self.bounds}
            raise PydanticCustomError("range", "{value} is outside {bounds}", context)
        return result

    @property
    def bounds(self) -> str:
        """The bounds of the value in words, such as `-90 to 90` or `0 and up`."""
        if self.maximum is None:
            return f"{self.minimum} and up"
        return f"{self.minimum} to {self.maximum}" if self.minimum is not None else f"up to {self.maximum}"

    @property
    def article(self) -> str:
        """`a` or `an`, as the name wants it."""
        return "an" if self.name[0] in "aeio" else "a"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let Pydantic read the field through `read` and write it as the canonical cell in JSON."""
        return core_schema.no_info_plain_validator_function(
            self.read, serialization=core_schema.plain_serializer_function_ser_schema(self.write, when_used="json-unless-none")
        )

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Give Pydantic's own JSON Schema the pattern too."""
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True)
class References:
    """Marks a field whose cell must be the key of a row in `table`."""

    table: str


@dataclass(frozen=True)
class Key:
    """Marks a field that is (part of) its table's key."""


KEY: Final = Key()

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_LONG_MONTH = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
_SHORT_MONTH = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(?:0[1-9]|1[0-9]|2[0-8])"
_LEAP_YEAR = "(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))"
_DAY = f"(?:(?:19|20)[0-9][0-9]-(?:{_LONG_MONTH}|{_SHORT_MONTH}|{_FEBRUARY})|{_LEAP_YEAR}-02-29)"
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_LINE = r"[^\x00-\x20\x7f](?:[^\x00-\x1f\x7f]*[^\x00-\x20\x7f])?"
_DECIMAL = r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?"


def _line(name: str, meaning: str, example: str, max_length: int) -> Kind:
    return Kind(name, meaning, "text", _LINE, example, max_length=max_length)


def _decimal(name: str, meaning: str, example: str, minimum: int | None, maximum: int | None) -> Kind:
    low, high = (None if bound is None else Decimal(bound) for bound in (minimum, maximum))
    return Kind(name, meaning, "decimal", _DECIMAL, example, minimum=low, maximum=high)


_ID = Kind("id", "A lower-case slug, given once and never reused.", "text", _SLUG, "az-mod", max_length=120)
_CLAIM_ID = Kind(
    "claim id",
    "The incident's id, a full stop, the speaker's id, and a number from the second claim on.",
    "text",
    rf"{_SLUG}\.{_SLUG}",
    "2021-05-28-nakhchivan.az-mod",
    max_length=240,
)
DAY: Final = Kind("day", "A day of the calendar, ISO 8601, local time.", "date", _DAY, "2021-05-28")
_CLOCK_KIND = Kind("clock time", "Hour and minute, local time.", "time", _CLOCK, "09:30")
_MINUTE_KIND = Kind("minute", "A day and a clock time, local.", "datetime", f"{_DAY}T{_CLOCK}", "2021-05-28T02:15")
_URL_KIND = Kind(
    "web address",
    "An absolute http or https address, exactly as it was opened.",
    "text",
    r'https?://[^\x00-\x20\x7f"<>\\^`{|}]+',
    "https://example.org/news/1",
    max_length=2000,
)
_COUNTRY_KIND = Kind("country code", "ISO 3166-1 alpha-2.", "text", "[A-Z]{2}", "AM")
_LANGUAGE_KIND = Kind(
    "language tag",
    "BCP 47: a language, and a script where it is not the usual one.",
    "text",
    "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?",
    "hy-Latn",
)
_WIKIDATA_KIND = Kind("Wikidata id", "The Q-number of the Wikidata item.", "text", "Q[1-9][0-9]{0,11}", "Q399")
_GEONAMES_KIND = Kind("GeoNames id", "The number of the GeoNames feature.", "integer", "[1-9][0-9]{0,11}", "616435")
_LATITUDE_KIND = _decimal("latitude", "Degrees north, WGS 84.", "39.2042", -90, 90)
_LONGITUDE_KIND = _decimal("longitude", "Degrees east, WGS 84.", "45.4072", -180, 180)
_KILOMETRES_KIND = _decimal("distance", "Kilometres.", "5", 0, 1000)
_NUMBER_KIND = _decimal("number", "A decimal number as stated, in the row's unit.", "1", 0, None)
_UNIT_KIND = Kind(
    "unit", "What is counted: `persons` for people, else a slug such as `km`, `sq-km`, `items`.", "text", _SLUG, "persons", max_length=40
)
_NAME_KIND = _line("name", "A proper name, on one line.", "Sev Lich", 200)
_TITLE_KIND = _line("title", "A title, on one line.", "Fire at positions near a village in Nakhchivan", 300)
_SENTENCE_KIND = _line(
    "sentence",
    "One neutral sentence of ours, on one line; its unspoken subject is the speaker.",
    "Says its positions came under fire.",
    600,
)
_NOTE_KIND = _line("note", "What a reader must know beside the row, on one line.", "The page gives no hour.", 1200)
_QUOTE_KIND = _line("quote", "At most twelve words of the speaker's own, on one line.", "categorically denies", 200)
_RULE_KIND = Kind("rule code", "The code of a rule of the validator.", "text", "BC[0-9]{3}", "BC101")
_TABLE_KIND = Kind("table name", "The name of one of the twelve tables.", "text", "[a-z]+(?:_[a-z]+)*", "claims", max_length=40)
_FIELD_KIND = Kind("field name", "The name of a column, or `*` for the whole row.", "text", r"\*|[a-z]+(?:_[a-z]+)*", "text", max_length=40)
_ROW_KEY_KIND = _line("row key", "The key of a row, a composite one joined with `/`.", "2021-05-28-nakhchivan.az-mod", 600)

WORD: Final = Kind("word", "A word of a controlled vocabulary.", "word", _SLUG, "denies", max_length=40)

KINDS: Final[tuple[Kind, ...]] = (
    _ID, _CLAIM_ID, DAY, _CLOCK_KIND, _MINUTE_KIND, _URL_KIND, _COUNTRY_KIND, _LANGUAGE_KIND, _WIKIDATA_KIND, _GEONAMES_KIND,
    _LATITUDE_KIND, _LONGITUDE_KIND, _KILOMETRES_KIND, _NUMBER_KIND, _UNIT_KIND, _NAME_KIND, _TITLE_KIND, _SENTENCE_KIND, _NOTE_KIND,
    _QUOTE_KIND, _RULE_KIND, _TABLE_KIND, _FIELD_KIND, _ROW_KEY_KIND, WORD,
)  # fmt: skip
"""Every kind there is."""

ActorId = Annotated[str, _ID]
PlaceId = Annotated[str, _ID]
SourceId = Annotated[str, _ID]
IncidentId = Annotated[str, _ID]
ClaimId = Annotated[str, _CLAIM_ID]
ActorRef = Annotated[str, _ID, References("actors")]
PlaceRef = Annotated[str, _ID, References("places")]
SourceRef = Annotated[str, _ID, References("sources")]
IncidentRef = Annotated[str, _ID, References("incidents")]
ClaimRef = Annotated[str, _CLAIM_ID, References("claims")]
Day = Annotated[date, DAY]
Clock = Annotated[time, _CLOCK_KIND]
Minute = Annotated[datetime, _MINUTE_KIND]
Url = Annotated[str, _URL_KIND]
CountryCode = Annotated[str, _COUNTRY_KIND]
LanguageTag = Annotated[str, _LANGUAGE_KIND]
WikidataId = Annotated[str, _WIKIDATA_KIND]
Gazetteer = Annotated[str, _ID]
GeonamesId = Annotated[int, _GEONAMES_KIND]
Latitude = Annotated[Decimal, _LATITUDE_KIND]
Longitude = Annotated[Decimal, _LONGITUDE_KIND]
Kilometres = Annotated[Decimal, _KILOMETRES_KIND]
Number = Annotated[Decimal, _NUMBER_KIND]
Unit = Annotated[str, _UNIT_KIND]
Name = Annotated[str, _NAME_KIND]
Title = Annotated[str, _TITLE_KIND]
Sentence = Annotated[str, _SENTENCE_KIND]
Note = Annotated[str, _NOTE_KIND]
Quote = Annotated[str, _QUOTE_KIND]
RuleCode = Annotated[str, _RULE_KIND]
TableName = Annotated[str, _TABLE_KIND]
FieldName = Annotated[str, _FIELD_KIND]
RowKey = Annotated[str, _ROW_KEY_KIND]
