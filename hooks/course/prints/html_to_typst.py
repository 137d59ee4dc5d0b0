"""HTML of our own pages -> Typst source. What it does not know is an error, so that nothing is left out in silence."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from course.prints import drawing, parts, tabular
from course.prints.markup import EMPTY_LINE, NOTHING, SPACE, Markup, Name, Setting, Unknown, call, joined, named, text, unlinked
from course.render import answer_lines
from course.syntax import papers

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SIGNS = {"✓": "tick", "✗": "cross"}
"""Signs that are drawn."""

Setter = Callable[["HtmlElement", Setting], Markup]


def typeset(root: HtmlElement, setting: Setting) -> Markup:
    """Everything inside that element; Unknown where there is something this cannot set."""
    return _inside(root, setting)


_SPACES = re.compile(r"[ \t\n\r\f]+")
"""What runs together in HTML; other spaces, such as a full-width one, are meant."""
_CJK = "\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’…—"
_SEAM = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")


def _words(raw: str | None, setting: Setting) -> Markup:
    if not raw:
        return NOTHING
    words = _SPACES.sub(" ", raw)
    if setting.lang == "zh":
        words = _SEAM.sub("", words)  # A line break in the source between two characters is no space.
    return text(words) if words else NOTHING


def _inside(element: HtmlElement, setting: Setting) -> Markup:
    """Text and elements, in order; white space between blocks is nothing."""
    blocks = element.tag in _HOLDERS and any(child.tag in _BLOCKS for child in element)
    pieces = [] if blocks and not (element.text or "").strip() else [_words(element.text, setting)]
    for child in element:
        if isinstance(child.tag, str):  # A comment is not printed.
            pieces.append(_element(child, setting))
        if not (blocks and not (child.tail or "").strip()):
            pieces.append(_words(child.tail, setting))
    return joined(pieces)


_HOLDERS = frozenset({"div", "li", "td", "th", "blockquote", "figure", "section"})
_BLOCKS = frozenset({"p", "ul", "ol", "div", "table", "blockquote", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre"})


def _element(element: HtmlElement, setting: Setting) -> Markup:
    names = (element.get("class") or "").split()
    for name in names:
        if name in _BY_CLASS:
            return _BY_CLASS[name](element, setting)
    if unknown := [name for name in names if name not in _NO_MATTER]:
        raise Unknown(f'<{element.tag!s} class="{" ".join(unknown)}">')
    if element.tag not in _BY_TAG:
        raise Unknown(f"<{element.tag!s}>")
    return _BY_TAG[str(element.tag)](element, setting)


def _as(name: str) -> Setter:
    """Set the content with the function of that name in the look."""
    return lambda element, setting: call(name, content=_inside(element, setting)) + (EMPTY_LINE if element.tag in _BLOCKS else NOTHING)


def _note(element: HtmlElement, setting: Setting) -> Markup:
    """A note; a short one stays on one page."""
    whole = tabular.halves(element.text_content()) <= tabular.WHOLE
    return call("note", whole=whole, content=_inside(element, setting)) + EMPTY_LINE


def _titled(made: Setter) -> Setter:
    """The same for a block with a title of its own; without one it is a whole section, whose sheet says what it is."""
    return lambda element, setting: (made if element.find("p[@class]") is not None else _inside)(element, setting)


def _paragraph(element: HtmlElement, setting: Setting) -> Markup:
    return call("parbreak") + _inside(element, setting) + call("parbreak") + SPACE


def _heading(element: HtmlElement, setting: Setting) -> Markup:
    level = int(str(element.tag)[1]) + setting.depth
    return SPACE + call("heading", level=level, content=_inside(element, setting)) + EMPTY_LINE


def _list(element: HtmlElement, setting: Setting) -> Markup:
    boxes = [*element.iterfind("li/span[@class='box']"), *element.iterfind("li/p/span[@class='box']")]
    for box in boxes:
        box.tail = (box.tail or "").lstrip()
    items = [_inside(item, setting) for item in parts.all_of(element, "li")]
    return call("numbered" if element.tag == "ol" else "ticks" if boxes else "dotted", *items) + EMPTY_LINE


def _worksheet(element: HtmlElement, setting: Setting) -> Markup:
    """A note whose empty cells are there to be written in."""
    return _note(element, replace(setting, written=True))


def _table(element: HtmlElement, setting: Setting) -> Markup:
    rows = parts.rows(element)
    sides = [cell.get("align") or "left" for cell in rows[0]]
    return tabular.table([[(_inside(cell, setting), cell.text_content().strip()) for cell in row] for row in rows], sides, setting.written)


def _anchor(element: HtmlElement, setting: Setting) -> Markup:
    words = _inside(element, setting)
    href = element.get("href") or ""
    if re.match(r"[A-Za-z]+:", href):
        return call("address", content=words)
    target, _, place = href.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(setting.path), target)) if target else setting.path
    return setting.link(path, place, words)


def _reference(element: HtmlElement, setting: Setting) -> Markup:
    return call("reference", content=_anchor(element, setting))


def _turn(element: HtmlElement, setting: Setting) -> Markup:
    own = {str(part.get("class")): part for part in parts.elements(element)}
    if not {"turn__speaker", "turn__words"} <= own.keys():
        raise Unknown(f'<{element.tag!s} class="turn"> without speaker or words')
    sign = "good" if "turn--good" in str(element.get("class")) else "bad" if "turn--bad" in str(element.get("class")) else ""
    speaker = _inside(own["turn__speaker"], setting)
    mark = _inside(own["turn__mark"], replace(setting, link=unlinked)) if "turn__mark" in own else NOTHING
    return call("turn", speaker=speaker, sign=sign, mark=mark, content=_inside(own["turn__words"], setting)) + SPACE


def _questions(element: HtmlElement, setting: Setting) -> Markup:
    """Each question of a list with room to write under it: a line less where there is a worksheet to write on, too."""
    spared = 1 if element.find("div[@class='worksheet']") is not None else 0
    done = []
    for part in parts.elements(element):
        if part.tag != "ol":
            done.append(_element(part, setting))
            continue
        for number, item in enumerate(parts.all_of(part, "li"), start=1):
            done.append(
                call("question", number, answer_lines.for_question(item.text_content()) - spared, content=_inside(item, setting)) + SPACE
            )
    return joined(done)


def _quiz(element: HtmlElement, setting: Setting) -> Markup:
    """The question with its answers to tick; or, once it is answered, with the verdict on each."""
    question = parts.only(element, "p[@class='quiz__question']")
    answered = element.find("div[@class='answer']") is not None
    if answered:
        question.remove(parts.only(question, "span[@class='quiz__hint']"))
    options = parts.only(element, "div[@class='answer']/ul" if answered else "ul")
    for part in parts.elements(element):
        if part.tag not in ("p", "ul") and part.get("class") != "answer":
            raise Unknown(f'<{part.tag!s}> in <{element.tag!s} class="quiz">')
    items = [_inside(item, setting) for item in parts.all_of(options, "li")]
    return call("quiz", content=_element(question, setting) + call("verdicts" if answered else "ticks", *items)) + EMPTY_LINE


def _verdict(element: HtmlElement, _setting: Setting) -> Markup:
    sign, _space, words = element.text_content().partition(" ")
    return call("verdict", Name(_sign(sign, element)), content=text(words))


def _sign(sign: str, element: HtmlElement) -> str:
    """The name of a sign that is drawn; Unknown where it is none of them."""
    if sign not in SIGNS:
        raise Unknown(f'<{element.tag!s} class="{element.get("class")}"> without {" or ".join(SIGNS)}')
    return SIGNS[sign]


def _drawing(element: HtmlElement, setting: Setting) -> Markup:
    alt = (element.get("aria-label") or "").strip()
    if not alt:
        raise Unknown("<svg> without aria-label")
    return call("drawing", drawing.printed(element, setting.lang), alt)


def _figure(element: HtmlElement, setting: Setting) -> Markup:
    caption = joined([_inside(part, setting) for part in element.iterfind("figcaption")])
    content = joined([_element(part, setting) for part in parts.elements(element) if part.tag != "figcaption"])
    return call("drawn", caption=caption, content=content) + EMPTY_LINE


def _preformatted(element: HtmlElement, _: Setting) -> Markup:
    """Text whose line breaks count."""
    lines = [text(line) for line in element.text_content().strip("\n").split("\n")]
    return call("preformatted", content=joined(lines, call("linebreak"))) + EMPTY_LINE


def _lines(element: HtmlElement, _: Setting) -> Markup:
    count = element.text or "2"
    if not count.isdecimal() or len(count) > 2:
        raise Unknown(f'<{element.tag!s} class="lines"> without a small number')
    return call("lines", int(count)) + EMPTY_LINE


def _dropped(_element: HtmlElement, _setting: Setting) -> Markup:
    return NOTHING


_BY_CLASS: dict[str, Setter] = {
    "address": _as("address"),
    "answer": _titled(_as("answer")),
    "answer__title": _as("label-line"),
    "answer__lead": _paragraph,
    "asked": _inside,
    "asked__number": _as("strong"),
    "asked__words": _paragraph,
    "behind": _as("aside"),
    "blank": lambda _element, _setting: named("gap"),
    "box": _dropped,
    "dialogue": _as("dialogue"),
    "figure": _figure,
    "lines": _lines,
    "note": _note,
    "note__label": _as("note-label"),
    "note__title": _as("note-title"),
    "paper": _note,
    "paper__title": _as("note-title"),
    "print-only": _dropped,
    "questions": _questions,
    "quiz": _quiz,
    "quiz__number": lambda element, setting: call("quiz-number", content=_inside(element, setting)),
    "quiz__question": _as("quiz-question"),
    "quiz__hint": _as("quiz-hint"),
    "ref": _reference,
    "role-card": _note,
    "role-card__title": _as("note-title"),
    "scene__end": _paragraph,
    "scene__number": _as("label-line"),
    "scenes": _inside,
    "stage": _as("stage"),
    "turn": _turn,
    "trainer": _titled(_note),
    "trainer__title": _as("note-title"),
    "turn__sign": lambda element, _setting: named(_sign(element.text or "", element)),
    "unconfirmed": _as("hint"),
    "verdict": _verdict,
    "worksheet": _worksheet,
}
_NO_MATTER = frozenset({"chip", "chip--good", "chip--bad", "code-link", "figure__frame", "term", "note--note", "note--myth", "note--compare", "note--prop", *(f"paper--{look}" for look in papers.LOOKS),
                        "verdict--right", "verdict--wrong", "turn--good", "turn--bad"})  # fmt: skip
"""Classes that make no difference on paper."""
_BY_TAG: dict[str, Setter] = {
    "a": _anchor,
    "abbr": _inside,
    "b": _as("strong"),
    "blockquote": _as("quoted"),
    "br": lambda _element, _setting: call("linebreak"),
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
    "hr": lambda _element, _setting: named("divider") + EMPTY_LINE,
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
