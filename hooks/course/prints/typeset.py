"""HTML of our own pages -> Typst source. What it does not know is an error, so that nothing is left out in silence."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from course import ruling
from course.prints import drawing, tabular
from course.prints.markup import Setting, Unknown, call, plain, string, text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SIGNS = {"✓": "tick", "✗": "cross"}
"""Signs that are drawn."""


def typeset(root: HtmlElement, setting: Setting) -> str:
    """Everything inside that element; Unknown where there is something this cannot set."""
    return _inside(root, setting)


_SPACES = re.compile(r"\s+")
_CJK = "\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’…—"
_SEAM = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")


def _words(raw: str | None, setting: Setting) -> str:
    if not raw:
        return ""
    words = _SPACES.sub(" ", raw.replace("\u00a0", "\ufffc")).replace("\ufffc", "\u00a0")
    if setting.chinese:
        words = _SEAM.sub("", words)  # A line break in the source between two characters is no space.
    return text(words) if words.strip(" ") else ('#" ";' if words else "")


def _inside(element: HtmlElement, setting: Setting) -> str:
    """Text and elements, in order; white space between blocks is nothing."""
    blocks = element.tag in _HOLDERS and any(child.tag in _BLOCKS for child in element)
    pieces = [] if blocks and not (element.text or "").strip() else [_words(element.text, setting)]
    for child in element:
        if isinstance(child.tag, str):  # A comment is not printed.
            pieces.append(_element(child, setting))
        if not (blocks and not (child.tail or "").strip()):
            pieces.append(_words(child.tail, setting))
    return "".join(pieces)


_HOLDERS = frozenset({"div", "li", "td", "th", "blockquote", "figure", "section"})
_BLOCKS = frozenset({"p", "ul", "ol", "div", "table", "blockquote", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre"})


def _element(element: HtmlElement, setting: Setting) -> str:
    names = (element.get("class") or "").split()
    for name in names:
        if name in _BY_CLASS:
            return _BY_CLASS[name](element, setting)
    if unknown := [name for name in names if name not in _NO_MATTER]:
        raise Unknown(f'<{element.tag!s} class="{" ".join(unknown)}">')
    if element.tag not in _BY_TAG:
        raise Unknown(f"<{element.tag!s}>")
    return _BY_TAG[str(element.tag)](element, setting)


def _as(name: str) -> Callable[[HtmlElement, Setting], str]:
    """Set the content with the function of that name in the look."""
    return lambda element, setting: call(name, _inside(element, setting)) + "\n\n" * (element.tag in _BLOCKS)


def _note(element: HtmlElement, setting: Setting) -> str:
    """A note; a short one stays on one page."""
    whole = tabular.halves(element.text_content()) <= tabular.WHOLE
    return call("note", _inside(element, setting), whole=str(whole).lower()) + "\n\n"


def _titled(made: Callable[[HtmlElement, Setting], str]) -> Callable[[HtmlElement, Setting], str]:
    """The same for a block with a title of its own; without one it is a whole section, whose sheet says what it is."""
    return lambda element, setting: (made if element.find("p[@class]") is not None else _inside)(element, setting)


def _paragraph(element: HtmlElement, setting: Setting) -> str:
    return f"#parbreak();{_inside(element, setting)}#parbreak();\n"


def _heading(element: HtmlElement, setting: Setting) -> str:
    level = int(str(element.tag)[1]) + setting.depth
    return f"\n#heading(level: {level})[{_inside(element, setting)}]\n\n"


def _list(element: HtmlElement, setting: Setting) -> str:
    boxes = [*element.iterfind("li/span[@class='box']"), *element.iterfind("li/p/span[@class='box']")]
    for box in boxes:
        box.tail = (box.tail or "").lstrip()
    items = ", ".join(f"[{_inside(item, setting)}]" for item in _children(element, "li"))
    name = "numbered" if element.tag == "ol" else "ticks" if boxes else "dotted"
    return f"#{name}({items},)\n\n"


def _children(element: HtmlElement, tag: str) -> Iterator[HtmlElement]:
    for child in element:
        if child.tag != tag:
            raise Unknown(f"<{child.tag!s}> in <{element.tag!s}>")
        yield child


def _table(element: HtmlElement, setting: Setting) -> str:
    rows = [[(_inside(cell, setting), cell.text_content().strip()) for cell in row] for row in element.iter("tr")]
    sides = [cell.get("align") or "left" for cell in next(element.iter("tr"))]
    return tabular.table(rows, sides)


def _anchor(element: HtmlElement, setting: Setting) -> str:
    words = _inside(element, setting)
    href = element.get("href") or ""
    if re.match(r"[a-z]+:", href):
        return call("address", words)
    target, _, place = href.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(setting.path), target)) if target else setting.path
    return setting.link(path, place, words)


def _reference(element: HtmlElement, setting: Setting) -> str:
    return call("reference", _anchor(element, setting))


def _turn(element: HtmlElement, setting: Setting) -> str:
    parts = {str(part.get("class")): part for part in element if isinstance(part.tag, str)}
    sign = "good" if "turn--good" in str(element.get("class")) else "bad" if "turn--bad" in str(element.get("class")) else ""
    speaker = _inside(parts["turn__speaker"], setting)
    mark = _inside(parts["turn__mark"], replace(setting, link=plain)) if "turn__mark" in parts else ""
    return call("turn", _inside(parts["turn__words"], setting), speaker=f"[{speaker}]", sign=string(sign), mark=f"[{mark}]") + "\n"


def _questions(element: HtmlElement, setting: Setting) -> str:
    """Each question of a list with room to write under it."""
    done = []
    for part in element:
        if part.tag != "ol":
            done.append(_element(part, setting))
            continue
        for number, item in enumerate(_children(part, "li"), start=1):
            done.append(f"#question({number}, {ruling.for_question(item.text_content())})[{_inside(item, setting)}]\n")
    return "".join(done)


def _quiz(element: HtmlElement, setting: Setting) -> str:
    """The question with its answers to tick; or, once it is answered, with the verdict on each."""
    question = _only(element, "p[@class='quiz__question']")
    answered = element.find("div[@class='answer']") is not None
    if answered:
        question.remove(_only(question, "span[@class='quiz__hint']"))
    options = _only(element, "div[@class='answer']/ul" if answered else "ul")
    for part in element:
        if part.tag not in ("p", "ul") and part.get("class") != "answer":
            raise Unknown(f"<{part.tag!s}> in <{element.tag!s} class=\"quiz\">")
    items = ", ".join(f"[{_inside(item, setting)}]" for item in _children(options, "li"))
    return call("quiz", f"{_element(question, setting)}#{'verdicts' if answered else 'ticks'}({items},)") + "\n\n"


def _verdict(element: HtmlElement, _setting: Setting) -> str:
    sign, _space, words = element.text_content().partition(" ")
    return f"#verdict({SIGNS[sign]})[{text(words)}]"


def _only(element: HtmlElement, path: str) -> HtmlElement:
    """The one element at that path; Unknown where there is none."""
    found = element.find(path)
    if found is None:
        raise Unknown(f"<{element.tag!s}> without {path}")
    return found


def _drawing(element: HtmlElement, setting: Setting) -> str:
    alt = string(element.get("aria-label") or "")
    return f"#drawing({string(drawing.printed(element, setting.chinese))}, {alt})"


def _figure(element: HtmlElement, setting: Setting) -> str:
    caption = "".join(_inside(part, setting) for part in element if part.tag == "figcaption")
    content = "".join(_element(part, setting) for part in element if part.tag != "figcaption")
    return call("drawn", content, caption=f"[{caption}]") + "\n\n"


def _preformatted(element: HtmlElement, _: Setting) -> str:
    """Text whose line breaks count."""
    return call("preformatted", "#linebreak();".join(text(line) for line in element.text_content().strip("\n").split("\n"))) + "\n\n"


def _lines(element: HtmlElement, _: Setting) -> str:
    return f"#lines({int(element.text or 2)})\n\n"


def _dropped(_element: HtmlElement, _setting: Setting) -> str:
    return ""


_BY_CLASS: dict[str, Callable[[HtmlElement, Setting], str]] = {
    "address": _as("address"),
    "answer": _titled(_as("answer")),
    "answer__title": _as("label-line"),
    "behind": _as("aside"),
    "box": _dropped,
    "dialogue": _as("dialogue"),
    "figure": _figure,
    "lines": _lines,
    "note": _note,
    "note__label": _as("note-label"),
    "note__title": _as("note-title"),
    "print-only": _dropped,
    "questions": _questions,
    "quiz": _quiz,
    "quiz__question": _as("quiz-question"),
    "quiz__hint": _as("quiz-hint"),
    "ref": _reference,
    "role-card": _note,
    "role-card__title": _as("note-title"),
    "stage": _as("stage"),
    "turn": _turn,
    "trainer": _titled(_note),
    "trainer__title": _as("note-title"),
    "turn__sign": lambda element, _setting: f"#{SIGNS[element.text or '']};",
    "verdict": _verdict,
}
_NO_MATTER = frozenset({"chip", "chip--good", "chip--bad", "code-link", "figure__frame", "term", "note--note", "note--myth", "note--compare",
                        "verdict--right", "verdict--wrong", "turn--good", "turn--bad"})  # fmt: skip
"""Classes that make no difference on paper."""
_BY_TAG: dict[str, Callable[[HtmlElement, Setting], str]] = {
    "a": _anchor,
    "abbr": _inside,
    "b": _as("strong"),
    "blockquote": _as("quoted"),
    "br": lambda _element, _setting: "#linebreak();",
    "code": _as("raw-words"),
    "div": _inside,
    "del": _as("strike"),
    "em": _as("emph"),
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "h6": _heading,
    "hr": lambda _element, _setting: "#divider\n\n",
    "i": _as("emph"),
    "ins": _as("underline"),
    "kbd": _as("raw-words"),
    "mark": _as("strong"),
    "ol": _list,
    "p": _paragraph,
    "pre": _preformatted,
    "s": _as("strike"),
    "small": _as("hint"),
    "span": _inside,
    "strong": _as("strong"),
    "sub": _as("sub"),
    "sup": _as("super"),
    "svg": _drawing,
    "table": _table,
    "u": _as("underline"),
    "ul": _list,
}
