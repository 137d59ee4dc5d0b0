"""What a machine can safely mend in a page or table: how it is typed and set, never what it says.

In: the text of a file, however broken. Out: the text as it should be, or the very same. Mending twice is mending once, and
no fingerprint of a translation changes by it. What needs somebody's eye is left for the check to tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from course.content import front_matter, layout, values
from course.content.kinds import kind_of
from course.content.source import Key, Source
from course.files import disk
from course.language import half_width
from course.language.lang import Lang
from course.language.look_alikes import folded
from course.language.typography import mended as set_right
from course.syntax import notation
from course.syntax.nodes import Code, Fenced
from course.syntax.tree import parse
from course.translation.outdated import normalised

_LINE_END = re.compile("\r\n?")
_BLANK_END = re.compile(r"[ \t]+$")
_GOES_ON = re.compile(r"\s*(?!#|\||`{3}|~{3}|:::|\{\{|<)\S")
"""A line of a paragraph or of an item."""


def mends(root: Path) -> Iterator[tuple[str, bytes]]:
    """Every page and table under a project's root that has something to mend, in order: its path, and what it should hold."""
    for path in layout.walk(root).files:
        if path.endswith(".svg"):
            continue
        try:
            raw = disk.read(root / path, front_matter.MAX_BYTES + 1)
            new = mended(raw.decode("utf-8"), path).encode() if len(raw) <= front_matter.MAX_BYTES else raw
        except (OSError, UnicodeDecodeError):  # The check says what is the matter.
            continue
        if new != raw:
            yield path, new


def mended(text: str, path: str) -> str:
    """The text of the file at that path, from the project's root, with what is typed or set wrong put right."""
    if not text.strip("\ufeff \t\r\n"):
        return text
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    mend = _table if path.endswith(".yml") else _page
    # Twice: with its letters put right a line may be read as something else, as the start of a box where ⼈ was no letter.
    new = mend(mend(text, path), path)
    return new if new.endswith("\n") else f"{new}\n"


def _page(text: str, path: str) -> str:
    """A page with its front matter and its prose mended; without front matter nobody can say where its prose begins."""
    lines = text.split("\n")
    end = front_matter.closing_line(lines)
    if end is None:
        return text
    lang: Lang = "zh" if path.startswith("docs/zh/") else "en"
    kind = kind_of(path.removeprefix(f"docs/{lang}/"))
    front = _data("\n".join(lines[1:end]), lambda key: lang if values.is_words_of_page(kind, key) else None)
    return "\n".join(["---", front, "---", _body("\n".join(lines[end + 1 :]), lang)])


def _table(text: str, path: str) -> str:
    name = path.removeprefix("docs/data/").removesuffix(".yml")

    def language(key: Key) -> Lang | None:
        return next((lang for lang in ("zh", "en") if values.is_words_of_table(name, key, lang)), None)

    return _data(text, language)


def _body(body: str, lang: Lang) -> str:
    """A body with its prose mended; lines that hold a comment stay as they are, whatever else is on them, and so does code."""
    tree, lines = parse(body), body.split("\n")
    fenced = [leaf for leaf in tree.leaves if isinstance(leaf, Fenced | Code)]
    kept = tree.commented | {number for leaf in fenced if isinstance(leaf, Code) for number, _ in leaf.numbered}
    breaks = _breaks(lines) - {number for leaf in fenced for number, _ in leaf.numbered}
    for number, found in tree.words:
        if number not in kept:
            lines[number - 1] = found.headed(lang).written(_words(found.text, lang))
    ends = [_BLANK_END.sub("", line) for line in lines]
    lines = [
        line if number in kept else end + "  " * (number in breaks and end != "")
        for number, (line, end) in enumerate(zip(lines, ends, strict=True), start=1)
    ]
    new = "\n".join(lines)
    return new if normalised(new) == normalised(body) else body


def _breaks(lines: Sequence[str]) -> set[int]:
    """Numbers of the lines that end with two blanks, which break them where their paragraph goes on below."""
    pairs = enumerate(pairwise(lines), start=1)
    return {number for number, (line, after) in pairs if line.endswith("  ") and _GOES_ON.match(line) and _GOES_ON.match(after)}


def _words(text: str, lang: Lang) -> str:
    """Words set right for their language, if they are still the same words."""
    new = set_right(text) if lang == "zh" else half_width.mended(folded(text))
    return new if normalised(new) == normalised(text) else text


def _data(text: str, language: Callable[[Key], Lang | None]) -> str:
    """YAML with its words mended in place, if it can be read and says the same afterwards."""
    text = "\n".join(line if line.rstrip().endswith("\\") else _BLANK_END.sub("", line) for line in text.split("\n"))
    before = front_matter.table(text, "")
    if not isinstance(before, Source):
        return text
    new, at = "", 0
    for key, node in _scalars(front_matter.compose(text), ()):
        start, end = node.start_mark.index, node.end_mark.index
        if start >= at and (lang := language(key)) and "\\" not in text[start:end] and node.style not in ("|", ">"):
            new, at = new + text[at:start] + _quoted(text[start:end], lang), end
    new += text[at:]
    after = front_matter.table(new, "")
    same = isinstance(after, Source) and _normalised(after.data) == _normalised(before.data) and after.lines == before.lines
    return new if same else text


def _quoted(raw: str, lang: Lang) -> str:
    """A value as YAML has it, its words mended and its quotes left alone."""
    mark = raw[:1] if raw[:1] in ("'", '"') else ""
    inner = raw[1:-1] if mark else raw
    if "\n" in inner:
        return raw
    found = notation.words(inner)
    new = found.written(_words(found.text, lang))
    if not mark and " #" in new:
        return raw  # What follows would be taken for a comment.
    new = new if mark else new.strip(" ")  # A space that did not break was more than its look.
    return f"{mark}{new}{mark}" if not mark or new.count(mark) == inner.count(mark) else raw


def _scalars(node: yaml.Node | None, key: Key) -> Iterator[tuple[Key, yaml.ScalarNode]]:
    """Every value that is no list and no mapping, with its place."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _scalars(value, (*key, str(name.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _scalars(value, (*key, index))
    elif isinstance(node, yaml.ScalarNode):
        yield key, node


def _normalised(data: Any) -> Any:
    """Data without what does not count in its words."""
    if isinstance(data, dict):
        return {str(name): _normalised(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_normalised(value) for value in data]
    return normalised(data) if isinstance(data, str) else data
