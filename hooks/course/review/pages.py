"""Which pages and tables differ between two courses, and in which passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course.content.catalogue import AnyPage, Catalogue
from course.content.problem import places, told
from course.content.strays import DATA, DOCS
from course.language.lang import LANGS, Lang
from course.review import shortened
from course.review.model import PASSAGES, Both, FileChange, PageChange, Passage
from course.translation.outdated import passages, words
from course.translation.report import named


@dataclass(frozen=True)
class Pair:
    """A page as it was and as it is; one of them is None where it is new or gone."""

    was: AnyPage | None
    now: AnyPage | None

    @property
    def page(self) -> AnyPage:
        """As it is, or where it is gone, as it was."""
        page = self.now or self.was
        assert page
        return page

    def differs(self, lang: Lang) -> bool:
        """Whether its file in that language is another than it was."""
        was, now = (page.sides[lang].text if page and lang in page.sides else None for page in (self.was, self.now))
        return was != now

    @property
    def changed(self) -> bool:
        """Whether anything of it is other than it was."""
        return (self.was and self.was.path) != (self.now and self.now.path) or any(map(self.differs, LANGS))


def pairs(base: Catalogue, now: Catalogue) -> list[Pair]:
    """Every page there was or is, in the order of the course: those there are, then those that are gone."""
    left = {path: page for path, page in base.pages.items() if path not in now.pages}
    came_from = {_new_place(page, base, now): page for page in left.values()}
    found = [Pair(base.pages.get(path) or came_from.get(path), page) for path, page in now.pages.items()]
    moved = {pair.was.path for pair in found if pair.was}
    return found + [Pair(page, None) for path, page in left.items() if path not in moved]


def _new_place(page: AnyPage, base: Catalogue, now: Catalogue) -> str:
    """Where a page that is not at its place any more has gone: by a row of the table of addresses, its code, or all its words."""
    rows = {row.old: row.new for row in now.addresses.moved}
    new = {path: other for path, other in now.pages.items() if path not in base.pages}
    coded = now.coded.get(page.code)
    if rows.get(page.path) in new:
        return rows[page.path]
    if coded and coded.path in new:
        return coded.path
    return next((path for path, other in new.items() if other.sides["zh"].text == page.sides["zh"].text), "")


def changes(found: list[Pair], now: Catalogue) -> list[PageChange]:
    """What is told of those pages that are not as they were."""
    broken = places(now.problems)
    return [_change(pair, broken) for pair in found if pair.changed]


def _change(pair: Pair, broken: frozenset[str]) -> PageChange:
    was, now = pair.was, pair.now
    both = [*_passages(was, now)] if was and now else []
    told_here = shortened.name(pair.page)
    lost = now is None and told(f"{DOCS}/zh/{told_here.path}", broken)
    moved = bool(was and now and was.path != now.path)
    return PageChange(
        **dict(told_here),
        what="unread" if lost else "gone" if now is None else "new" if was is None else "moved" if moved else "changed",
        was=was.path if was and moved else "",
        before=tuple(was.sides) if was else (),
        after=tuple(now.sides) if now else (),
        confirmed=bool(now and _confirmed(now) and _confirmed(was) != _confirmed(now)),
        passages=tuple(both[:PASSAGES]),
        more=max(0, len(both) - PASSAGES),
    )


def _confirmed(page: AnyPage | None) -> Mapping[str, str]:
    found: Mapping[str, str] = getattr(page.words.get("en"), "translated", {}) if page else {}
    return found


def _passages(was: AnyPage, now: AnyPage) -> Iterator[Passage]:
    """The passages that differ, in the order of the page, each in its Chinese and its English."""
    old, new = ({lang: _texts(page, lang) for lang in LANGS} for page in (was, now))
    names = dict.fromkeys(name for side in (*new.values(), *old.values()) for name in side)
    for name in names:
        for lang in LANGS:
            lines, more = shortened.lines(old[lang].get(name, ""), new[lang].get(name, ""))
            if lines:
                yield Passage(lang=lang, name=called(name, now, was), lines=lines, more=more)


def _texts(page: AnyPage, lang: Lang) -> dict[str, str]:
    """Every passage of a page in that language, and of the Chinese page its facts, by the names they have in the file."""
    if lang not in page.sides:
        return {}
    source = page.sides[lang]
    facts = page.kind.front.model_fields.keys() - page.kind.words.model_fields.keys() if lang == "zh" else ()
    return {name: words(source.data.get(name)) for name in source.data if name in facts} | passages(source, page.kind, lang)


def called(name: str, *pages: AnyPage) -> Both:
    """What a reader calls a passage, in both languages, by the first of the pages that has it; a fact is called what it is in the file."""
    found = {lang: next((page for page in pages if name in _texts(page, lang)), pages[0]) for lang in LANGS}
    return shortened.both(*(named(page, name, lang) for lang, page in found.items()))


def files(base: Catalogue, now: Catalogue) -> list[FileChange]:
    """The tables and drawings that differ."""
    one, two = _files(base), _files(now)
    broken = places(now.problems)
    return [
        _file(path, one.get(path), two.get(path))
        for path in sorted(one.keys() | two.keys())
        if one.get(path) != two.get(path) and not (path not in two and told(path, broken))
    ]


def _files(course: Catalogue) -> dict[str, str]:
    drawings = {f"{DATA}/figures/{figure.name}.svg": figure.svg for figure in course.figures.values()}
    return {source.path: source.text for source in course.tables.values()} | drawings


def _file(path: str, was: str | None, now: str | None) -> FileChange:
    if was is None or now is None:
        return FileChange(path=path, what="new" if was is None else "gone")
    lines, more = ((), 0) if path.endswith(".svg") else shortened.lines(was, now, PASSAGES)
    return FileChange(path=path, what="changed", lines=lines, more=more)
