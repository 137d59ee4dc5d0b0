"""Typst as a tree of words, function calls and places. Only ``source`` makes Typst source of it, so that no words can become code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Union

from course.language.lang import Lang

Value = Union[str, bool, int, float, "Name", "Share", "Label", "Markup", "Sequence[Value]", "Mapping[str, Value]"]
"""What a Typst function can be given: words are a string, ``Markup`` is content, sequences and mappings are arrays and dictionaries."""

_NAME = re.compile(r"[a-z][a-z-]*")


@dataclass(frozen=True)
class Name:
    """A name of Typst or of our looks, such as ``auto`` or ``tick``."""

    name: str

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"no name of Typst: {self.name!r}")


@dataclass(frozen=True)
class Share:
    """A share of what room is left: 1.5 is ``1.5fr``."""

    parts: float


@dataclass(frozen=True)
class Label:
    """A place that can be linked to. Whoever links there makes sure that there is one."""

    name: str


@dataclass(frozen=True)
class Gap:
    """One line end, which is a space, or two, which end a paragraph."""

    lines: int


@dataclass(frozen=True)
class Call:
    """A function called, or, where nothing is ``given``, the value of a name."""

    function: Name
    given: tuple[Value, ...] | None = None
    options: tuple[tuple[str, Value], ...] = ()
    content: Markup | None = None


Piece = str | Call | Gap
"""A string is words, always."""


@dataclass(frozen=True)
class Markup:
    """Content of a print. There is no other way to make some than the functions below, and none of them takes source."""

    pieces: tuple[Piece, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def __add__(self, other: Markup) -> Markup:
        return Markup(self.pieces + other.pieces)


NOTHING = Markup()
SPACE = Markup((Gap(1),))
"""Between words; between blocks it is nothing."""
EMPTY_LINE = Markup((Gap(2),))
"""Between blocks."""

Link = Callable[[str, str, Markup], Markup]
"""Path of the page a link leads to, the place on it, and the words -> what is printed of it."""


class Unknown(ValueError):
    """An element the prints have no way to set."""


def unlinked(_path: str, _anchor: str, words: Markup) -> Markup:
    """A link that leads nowhere on paper: only its words."""
    return words


@dataclass(frozen=True)
class Setting:
    """How a stretch of HTML is to be set."""

    path: str
    """Path of the page it is on: links are relative to it."""
    lang: Lang = "zh"
    depth: int = 0
    """How many levels its headings go down."""
    link: Link = unlinked
    written: bool = False
    """Whether an empty cell of a table is there to be written in."""


def text(words: str) -> Markup:
    """Those words, letter by letter."""
    return Markup((words,))


def named(name: str) -> Markup:
    """The value of a name, such as ``tick``."""
    return Markup((Call(Name(name)),))


def call(function: str, *given: Value, content: Markup | None = None, **options: Value) -> Markup:
    """A Typst function called with those arguments; ``content`` is its last one."""
    return Markup((Call(Name(function), given, tuple((key.replace("_", "-"), value) for key, value in options.items()), content),))


def joined(pieces: Sequence[Markup], between: Markup = NOTHING) -> Markup:
    """All of them in order."""
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        found += (between.pieces if number else ()) + piece.pieces
    return Markup(tuple(found))


def anchor(path: str) -> str:
    """The name of a page's place in a Typst document."""
    return re.sub(r"[^A-Za-z0-9]+", "-", path.removesuffix(".md"))


def mapped(markup: Markup, change: Callable[[Call, Piece | None], Call]) -> Markup:
    """The same with every call changed, in the order they are read; ``change`` is also given the piece right before a call."""
    pieces: list[Piece] = []
    for piece in markup.pieces:
        if isinstance(piece, Call):
            piece = change(piece, pieces[-1] if pieces else None)
            given = None if piece.given is None else tuple(_mapped(value, change) for value in piece.given)
            options = tuple((name, _mapped(value, change)) for name, value in piece.options)
            content = None if piece.content is None else mapped(piece.content, change)
            piece = replace(piece, given=given, options=options, content=content)
        pieces.append(piece)
    return Markup(tuple(pieces))


def called(markup: Markup, function: str) -> list[Call]:
    """Every call of that function in content, from the first to the last."""
    found: list[Call] = []
    name = Name(function)

    def seen(call: Call, _before: Piece | None) -> Call:
        if call.function == name:
            found.append(call)
        return call

    mapped(markup, seen)
    return found


def _mapped(value: Value, change: Callable[[Call, Piece | None], Call]) -> Value:
    match value:
        case Markup():
            return mapped(value, change)
        case str():
            return value
        case Mapping():
            return {name: _mapped(one, change) for name, one in value.items()}
        case Sequence():
            return tuple(_mapped(one, change) for one in value)
    return value


def source(markup: Markup) -> str:
    """That content as Typst source."""
    return "".join(_written(markup))


def document(looks: Sequence[str], shown: Sequence[tuple[str, Mapping[str, Value]]], body: Markup) -> str:
    """The source of a whole document: the files of looks it uses, the functions everything in it goes through with their options, its content."""
    imports = [f"#import {_string(f'/{look}.typ')}: *\n" for look in looks]
    shows = [
        f"#show: {Name(name).name}.with({', '.join(f'{key}: {_value(value)}' for key, value in options.items())})\n"
        for name, options in shown
    ]
    return "".join([*imports, *shows, source(body)])


def _written(markup: Markup) -> Iterator[str]:
    for piece in markup.pieces:
        match piece:
            case str():
                yield f"#{_string(piece)};"
            case Gap():
                yield "\n" * piece.lines
            case Call():
                yield f"#{_called(piece)};"


def _called(call: Call) -> str:
    if call.given is None:
        return call.function.name
    arguments = [*map(_value, call.given), *(f"{Name(name).name}: {_value(value)}" for name, value in call.options)]
    content = "" if call.content is None else f"[{source(call.content)}]"
    return f"{call.function.name}({', '.join(arguments)}){content}"


def _value(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case str():
            return _string(value)
        case Name():
            return value.name
        case Share():
            return f"{value.parts:.1f}fr"
        case Label():
            return f"label({_string(value.name)})"
        case Markup():
            return f"[{source(value)}]"
        case Mapping():
            return f"({', '.join(f'{Name(name).name}: {_value(one)}' for name, one in value.items()) or ':'})"
    return f"({''.join(f'{_value(one)}, ' for one in value)})"


def _string(words: str) -> str:
    """Words as a Typst string, in which nothing but a backslash and a quotation mark means anything."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').encode("utf-8", "replace").decode() + '"'
