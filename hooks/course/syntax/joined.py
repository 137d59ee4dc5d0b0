"""Lines of a paragraph -> one where Chinese goes on: a browser shows the end of a line as a space, and Chinese has none between its words."""

from __future__ import annotations

import re

_HAN = "\u3400-\u9fff"
_STOPS = "，。、：；？！（）《》「」『』【】"
_ENDS = re.compile(rf"(?:[{_HAN}”’…—]|\]\]|(?<=[{_HAN}])\]\([^()]*\))[*_]*$")
_ENDS_IN_STOP = re.compile(rf"[{_STOPS}][*_]*$")
_GOES_ON = re.compile(rf"[*_]*\[?[{_HAN}“‘…—]")
_GOES_ON_WITH_STOP = re.compile(f"[{_STOPS}]")
_OF_ITS_OWN = re.compile(r"\s*(?:#{1,6}\s|\||<|:{3}|\{\{|[-*+]\s|\d+\.\s|`{3}|~{3}|\[[^\[\]]*\]:|$)")
"""Lines that begin something: a heading, a row, an element, an item. An indented line goes on, for code is fenced here."""
_QUOTE = re.compile(r"\s{0,3}>\s?")


def together(line: str, after: str) -> str:
    """Two lines of one paragraph as one, with the space between them that their language has."""
    line, after = line.rstrip(), after.lstrip()
    tight = _ENDS_IN_STOP.search(line) or _GOES_ON_WITH_STOP.match(after) or _ENDS.search(line) and _GOES_ON.match(after)
    return f"{line}{'' if tight or not line or not after else ' '}{after}"


def joined(text: str) -> str:
    """Plain Markdown, none of it code, with the lines of a paragraph made one wherever no space belongs between them."""
    first, *rest = text.split("\n")
    done = [first]
    for line in rest:
        if (one := _one(done[-1], line)) is not None:
            done[-1] = one
        else:
            done.append(line)
    return "\n".join(done)


def _one(line: str, after: str) -> str | None:
    """Both lines as one; None where they are two, or have a space between them."""
    quotes = _QUOTE.match(line), _QUOTE.match(after)
    if quotes[1]:
        if not quotes[0]:
            return None
        after = after[quotes[1].end() :]
    bare = line[quotes[0].end() :] if quotes[0] else line
    if line.endswith("  ") or not bare.strip() or _OF_ITS_OWN.match(after) or re.match(r"\s*(?:#{1,6}\s|\||<|:{3}|\{\{)", bare):
        return None
    one = together(line, after)
    return one if one == line.rstrip() + after.lstrip() else None
