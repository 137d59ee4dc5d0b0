"""Links between pages lead to a page, and to a heading, that exists: every link the renderer makes, however it is written."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from course.content.catalogue import Catalogue, Page
from course.content.problem import Message, Problem, places, told
from course.content.source import Source
from course.language.lang import LANGS, Lang
from course.render.inline import Scope
from course.rules.bodies import problem, sides
from course.rules.links import ids, lines_with, links, targets_in
from course.site import exports
from course.site.pages import generated
from course.site.pages import paths as generated_paths
from course.syntax.inline import pictures, without_code
from course.syntax.tree import Tree

CODE = "E206"
WHY = "点不开的链接，读者不会再点第二次。/ A reader who meets a dead link does not try the next one."

_ALMOST = re.compile(r"\](?:（\s*+((?:(?!\.md)[^）)\s])++\.md[^）)\s]*+)|\(\s*+((?:(?!\.md)[^）)\s])++\.md[^）)\s]*+)\s*+）)")
"""A link in Chinese brackets; of one in HTML E318 tells."""
_MAYBE = re.compile(r"\][(（]")
_DEFINED = re.compile(r" {0,3}\[[^\[\]]*\]:")
_ID = re.compile(r"\{[^{}]*#([\w-]+)[^{}]*\}|\bid=\"([^\"]+)\"")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Links of bodies and of values; addresses of other hosts are not followed, but are looked at for what no address has."""
    targets = _Targets(catalogue)
    for page, lang, source in sides(catalogue):
        almost = dict(_almost(source.tree))
        wrong = ((number, said) for number, said in _links(page, lang, source, targets) if number not in almost)
        for number, (zh, en) in (*almost.items(), *wrong):
            yield problem(source, number, CODE, zh, en)
        yield from _values(source)
    for source in catalogue.tables.values():
        yield from _values(source)


def _almost(tree: Tree) -> Iterator[tuple[int, Message]]:
    """Lines with a link that is none."""
    for number, line in tree.prose:
        for found in _ALMOST.findall(without_code(line)) if _MAYBE.search(line) else ():
            target = "".join(found)
            zh = f"链接 {target} 点不开，应写成 [文字](页面.md)，括号用半角"
            yield number, (zh, f"the link {target} does not work, expected [words](page.md) with half-width brackets")


def _links(page: Page[Any, Any], lang: Lang, source: Source, targets: _Targets) -> Iterator[tuple[int, Message]]:
    """Line of each link of a body that the renderer makes and that leads nowhere; none while a table that pages show cannot be read."""
    if targets.catalogue.course is None or targets.catalogue.vocabulary is None:
        return
    try:
        found = links(source.tree, page.kind, Scope(targets.catalogue, lang, page.path))
    except KeyError:  # A mark that names nothing is told by a rule of its own; the links are looked at once it is mended.
        return
    lines = source.tree.lines
    for target in found:
        if said := targets.wrong(target, page, lang):
            for number in lines_with(target, source.tree.text):
                if not (pictures(lines[number - 1]) or _DEFINED.match(lines[number - 1])):  # E207 and E323 say what to do with them.
                    yield number, said


def _values(source: Source) -> Iterator[Problem]:
    """Links in front matter and tables: what stands there is shown on several pages, so that no path holds on all of them."""
    for key, text in source.values:
        for target in targets_in(text):
            if not _elsewhere(target):
                zh = f"这里不能写链接 {target}，应只写文字；理由里可以写编号，如 [[C09]]"
                en = f"the link {target} cannot stand here, expected words alone; a reason may name a code, as in [[C09]]"
                yield Problem(source.path, source.line(*key), CODE, zh, en)


def _elsewhere(target: str) -> bool:
    """Whether a target is an address with a scheme or a host, which are not followed."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return bool(parts.scheme or parts.netloc)


class _Targets:
    """What links can lead to."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._made = generated_paths(catalogue)
        self._wrong = places(catalogue.problems)
        self._ids: dict[tuple[str, Lang], set[str] | None] = {}

    def wrong(self, target: str, page: Page[Any, Any], lang: Lang) -> Message | None:
        """What is wrong with a link on a page, if anything is."""
        if any(quote in target for quote in "“”‘’"):
            zh = f'链接 {target} 里的引号要用半角，如 [文字](页面.md "说明")'
            return zh, f'the link {target} has curly quotes, expected straight ones, as in [words](page.md "title")'
        if _elsewhere(target):
            return None
        path, _, anchor = target.partition("#")
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        if wanted in exports.PATHS or wanted not in self.catalogue.pages and told(f"docs/zh/{wanted}", self._wrong):
            return None
        if not target or wanted not in self._made and wanted not in self.catalogue.pages:
            shown = html.unescape(target) or "()"
            zh = f"链接 {shown} 指不到任何页面，应是相对本文件的 .md 路径"
            return zh, f"the link {shown} leads to no page, expected a .md path relative to this file"
        shown_in: tuple[Lang, ...] = (lang,) if len(page.sides) > 1 else LANGS  # A page without English is shown in its place.
        if anchor and not all(anchor in known for tongue in shown_in if (known := self._known(wanted, tongue)) is not None):
            return f"页面 {wanted} 没有标题编号 #{anchor}", f"{wanted} has no heading id #{anchor}, expected one of its ids"
        return None

    def _known(self, path: str, lang: Lang) -> set[str] | None:
        if (path, lang) not in self._ids:
            self._ids[path, lang] = self._anchors(path, lang)
        return self._ids[path, lang]

    def _anchors(self, path: str, lang: Lang) -> set[str] | None:
        """The ids on a page; None where they cannot be told as long as something else is wrong."""
        page = self.catalogue.pages.get(path)
        try:
            if page is None:
                if any(where.startswith("docs/data/") for where in self._wrong):
                    return None
                bodies = [made.body for made in generated(self.catalogue, lang) if made.path == path]
                return {id for body in bodies for found in _ID.findall(body) for id in found if id}
            side = page.body(lang)
            shown: Lang = "zh" if side is page.sides["zh"] else lang
            return None if side.tree.torn else ids(side.tree, page.kind, Scope(self.catalogue, shown, path))
        except (KeyError, RuntimeError):
            return None
