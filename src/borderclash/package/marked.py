"""YAML as it was typed: every scalar is its text, and everything knows the line and the column it stands at.

Nothing is guessed: `no`, `007`, `12:30` and `2021-05-28` are what they say. Tags are refused, since they would make a text something
else; anchors and aliases are, since a few lines of them can stand for a million.
"""

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent
from ruamel.yaml.resolver import BaseResolver, implicit_resolvers
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

__all__ = ["Branch", "Leaf", "MarkedError", "Node", "Twigs", "dump", "parse"]

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_BLOCKS: Final = ("|", ">")
_DEEPEST: Final = 8
"""How deep a dossier may be nested; its own form needs five."""
_ENDS: Final = ("StreamEndEvent", "DocumentEndEvent")


@dataclass(frozen=True)
class Leaf:
    """A scalar: its text, or None if nothing stands there; `line` and `column`, counted from 1, say where it starts."""

    text: str | None
    line: int
    column: int


@dataclass(frozen=True)
class Branch:
    """A mapping: its keys, in their order and as often as they stand there, each with what it holds."""

    entries: tuple[tuple[Leaf, "Node"], ...]
    line: int
    column: int


@dataclass(frozen=True)
class Twigs:
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


Node = Leaf | Branch | Twigs


class MarkedError(Exception):
    """What was typed cannot be read: why, and the line and the column."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        """Hold what is wrong and where."""
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


def parse(text: str) -> Node | None:
    """Return what one YAML document says, or None if it says nothing.

    Raises:
        MarkedError: if it is no YAML, holds more than one document, a tag, an anchor or an alias, or is nested too deeply.
    """
    try:
        return _Reader(text).document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = " ".join(part for part in (error.problem, error.context) if part)
        raise MarkedError(words, mark.line + 1 if mark else None, mark.column + 1 if mark else None) from None
    except YAMLError as error:
        raise MarkedError(str(error).splitlines()[0]) from None


class _Reader:
    def __init__(self, text: str) -> None:
        self._events: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(text))
        self._text = text

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self._events:
            name = type(event).__name__
            if name == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise MarkedError("a second document starts here; write one dossier a file", *_mark(event))
            elif name not in ("StreamStartEvent", *_ENDS):
                root = self._node(event, 0)
        return None if isinstance(root, Leaf) and root.text is None else root

    def _node(self, event: Any, depth: int) -> Node:
        line, column = _mark(event)
        if isinstance(event, AliasEvent):
            raise MarkedError(f"the alias *{event.anchor} is refused; write out what it stands for", line, column)
        if event.anchor:
            raise MarkedError(f"the anchor &{event.anchor} is refused; take it out", line, column)
        if event.tag and event.tag != "!":
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            raise MarkedError(f"the tag {tag} is refused; take it out, every value is read as text", line, column)
        if depth > _DEEPEST:
            raise MarkedError("this is nested deeper than any dossier", line, column)
        if isinstance(event, ScalarEvent):
            return Leaf(_text(event), *(self._first_words(event) if event.style in _BLOCKS and event.value.strip() else (line, column)))
        if isinstance(event, SequenceStartEvent):
            return Twigs(tuple(self._nodes("SequenceEndEvent", depth)), line, column)
        if isinstance(event, MappingStartEvent):
            return Branch(tuple(self._pairs(depth)), line, column)
        raise MarkedError("this is no part of a dossier", line, column)

    def _nodes(self, end: str, depth: int) -> Iterator[Node]:
        while type(event := next(self._events)).__name__ != end:
            yield self._node(event, depth + 1)

    def _first_words(self, event: ScalarEvent) -> tuple[int, int]:
        """Return where the words of a text below its key start, which is not at the sign that says so."""
        line = event.start_mark.line + 1
        for number, typed in enumerate(self._lines[line : event.end_mark.line + 1], start=line + 1):
            if typed.strip():
                return number, len(typed) - len(typed.lstrip()) + 1
        return _mark(event)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _pairs(self, depth: int) -> Iterator[tuple[Leaf, Node]]:
        """Yield the keys of a mapping with what they hold; where that is nothing at all, it stands right behind the colon.

        The parser has it stand where the next token does, which may be lines below.
        """
        while type(event := next(self._events)).__name__ != "MappingEndEvent":
            key, held = _key(self._node(event, depth + 1)), next(self._events)
            value = self._node(held, depth + 1)
            if isinstance(held, ScalarEvent) and held.style is None and not held.value:
                value = Leaf(None, event.end_mark.line + 1, event.end_mark.column + 2)
            yield key, value


def _text(event: ScalarEvent) -> str | None:
    if event.style is None and event.value in _NULLS:
        return None
    text = str(event.value)
    return (text.rstrip("\n") if event.style in _BLOCKS else text) or None


def _key(node: Node) -> Leaf:
    if isinstance(node, Leaf):
        return node
    raise MarkedError("a key must be a word, not a list or a mapping", node.line, node.column)


def _mark(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


class _Literal(BaseResolver):
    """Takes every plain scalar for text, so that days and numbers need no quotes."""

    def __init__(self, version: Any = None, loader: Any = None) -> None:  # noqa: ARG002 - ruamel hands both over
        super().__init__(loader)


def dump(value: dict[str, Any], width: int = 120, *, bare: Collection[str] = ()) -> str:
    """Return a document of dicts, lists and texts as YAML that `parse` reads back as it was: rows without inner rows on one line.

    What other readers of YAML would refuse, or take for a number, a truth or a day, is quoted; but for what stands under the keys
    named `bare`, which is meant so.
    """
    yaml = YAML()
    yaml.Resolver = _Literal
    yaml.width = width
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_styled(value, bare), stream)
    return stream.getvalue()


def _styled(value: Any, bare: Collection[str], *, key: str = "", listed: bool = False) -> Any:
    if isinstance(value, dict):
        mapping = CommentedMap((name, _styled(inner, bare, key=name)) for name, inner in value.items())
        if listed and not any(isinstance(inner, dict | list) for inner in value.values()):
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list):
        items = CommentedSeq(_styled(inner, bare, listed=True) for inner in value)
        if not items:
            items.fa.set_flow_style()
        return items
    return DoubleQuotedScalarString(value) if _mistaken(value) or (key not in bare and _guessed(value)) else value


def _mistaken(text: str) -> bool:
    """Say whether a text would not come back from every reader of YAML: as nothing, for its marks, or for signs that are not seen."""
    return text in _NULLS or "?" in text or text.startswith(":") or not text.isprintable()


def _guessed(text: str) -> bool:
    """Say whether a reader that guesses, by any version of YAML, takes a text for something else."""
    return any(pattern.match(text) for _, _, pattern, _ in implicit_resolvers)
