"""Files on disk -> the catalogue. Never raises for bad content: what cannot be used is left out and becomes a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from course.content import company, front_matter, layout, validation
from course.content.catalogue import AnyPage, Catalogue, Figure, Page
from course.content.company import CompanyTable, Overlay
from course.content.kinds import DOCUMENTS, FIGURES, KINDS, TABLES, Kind, kind_of, kind_of_code
from course.content.problem import Problem, places, told
from course.content.source import Source
from course.content.strays import DATA, DOCS
from course.content.tables import AddressTable, FigureTable, SpellingTable, SyllabusTable
from course.language.lang import Lang

T = TypeVar("T")

_ID = re.compile(r"""^(?:- *\{? *)?id:\s*["']?([\w.-]+)""", re.MULTILINE)


def load(root: Path, today: str = "") -> Catalogue:
    """The course under that project root on that day, with all problems of reading in it."""
    return replace(_Reader(root).catalogue(), today=today)


class _Reader:
    """Collects problems while it reads; lives for one ``load``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.tree = layout.walk(root)
        self.files = frozenset(self.tree.files)
        self.told = places(self.tree.problems)
        self.problems: list[Problem] = list(self.tree.problems)
        self.unread: set[str] = {id for path in self.tree.strays for id in _ID.findall(front_matter.glimpse(root / path))}
        self.tables: dict[str, Source] = {}
        self.misplaced: dict[str, str] = {}
        """Path of each page in the folder of another kind, and the path it should have."""

    def catalogue(self) -> Catalogue:
        chinese = self.tree.pages("zh")
        pages = [page for path in chinese if (page := self._page(path))]
        for path in self.tree.pages("en"):
            if path not in chinese and path not in self.misplaced.values() and not told(f"{DOCS}/zh/{path}", self.told):
                self._say(
                    f"{DOCS}/en/{path}",
                    1,
                    "E107",
                    "没有同名的中文页：中文页改了名，这一页也改成同样的名字；删了，这一页也删；还没写，先写中文页",
                    "there is no Chinese page of that name, expected this file to be renamed with it, deleted with it, or written after it",
                )
        by_kind = {kind.name: self._by_code(kind, [page for page in pages if page.kind is kind]) for kind in KINDS}
        rows: dict[str, tuple[Any, ...]] = {name: self._table(name, tuple[row, ...]) or () for name, row in TABLES.items()}  # type: ignore[valid-type]
        documents: dict[str, Any] = {name: self._table(name, shape) for name, shape in DOCUMENTS.items()}
        addresses: AddressTable = documents["addresses"] or AddressTable()
        said: CompanyTable | None = documents["company"]
        overlay = company.read(self.root, said) if said else Overlay()
        self.problems += overlay.problems
        read, wrong = {page.path: page.code for page in pages}, places(self.problems)
        changed = {row.code for row in addresses.published if row.code and read.get(row.path, row.code) != row.code}
        self.unread |= changed - {*read.values()}  # E308 tells of the page whose code was changed, once.
        for row in addresses.published:
            if row.code and row.path not in read and told(f"{DOCS}/zh/{row.path}", wrong):
                self.unread.add(row.code)  # Its file may not say it any more.
        return Catalogue(
            chapters=by_kind["chapter"],
            cases=by_kind["case"],
            principles=by_kind["principle"],
            forms=by_kind["form"],
            plain=by_kind["page"],
            terms=rows["terms"],
            phrases=rows["phrases"],
            references={row.id: row for row in rows["references"]},
            plans=rows["plans"],
            asked=rows["asked"],
            figures={figure.name: figure for figure in self._figures()},
            course=documents["course"],
            vocabulary=documents["vocabulary"],
            syllabus=documents["syllabus"] or SyllabusTable(items=()),
            addresses=addresses,
            company=said or CompanyTable(),
            overlay=overlay,
            spelling=documents["spelling"] or SpellingTable(),
            tables=self.tables,
            unread=frozenset(self.unread),
            problems=tuple(self.problems),
        )

    def _say(self, path: str, line: int, code: str, zh: str, en: str) -> None:
        self.problems.append(Problem(path, line, code, zh, en))

    def _by_code(self, kind: Kind, pages: list[AnyPage]) -> dict[str, AnyPage]:
        """Pages by code in order of code; a code used twice is a problem on both files."""
        found: dict[str, AnyPage] = {}
        for page in pages:
            code = page.code or page.path
            if code in found:
                for one, other in ((page, found[code]), (found[code], page)):
                    source, taken = one.sides["zh"], other.sides["zh"].path
                    zh = f"编号 {code} 也用在 {taken}，后写的那一页应换一个没用过的编号"
                    en = f"code {code} stands in {taken}, too; expected the newer page to have one never used before"
                    self._say(source.path, source.line("id"), "E106", zh, en)
                continue
            found[code] = page
        return dict(sorted(found.items(), key=lambda item: [int(n) for n in re.findall(r"\d+", item[0])] if kind.folder else []))

    def _page(self, path: str) -> AnyPage | None:
        kind = kind_of(path)
        facts = frozenset(kind.front.model_fields) - frozenset(kind.words.model_fields)
        chinese = self._side("zh", path, kind.front)
        english = self._side("en", path, kind.english, facts) if f"{DOCS}/en/{path}" in self.files else None
        if chinese is None:
            return None
        source, front = chinese
        words: dict[Lang, Any] = {"zh": front}
        sides: dict[Lang, Source] = {"zh": source}
        if english:
            sides["en"], words["en"] = english
        return Page(kind, path, front, words, sides)

    def _side(self, lang: Lang, path: str, shape: type[T], facts: frozenset[str] = frozenset()) -> tuple[Source, T] | None:
        """One language's file, or None with its problems noted."""
        name = f"{DOCS}/{lang}/{path}"
        text = front_matter.read(self.root / name, name)
        if isinstance(text, Problem):
            self.problems.append(text)
            self.unread |= set(_ID.findall(front_matter.glimpse(self.root / name)))
            return None
        source = front_matter.page(text, name)
        found: T | list[Problem] = [source] if isinstance(source, Problem) else validation.check(source, shape, facts)
        if isinstance(found, list):
            self.problems += found if isinstance(source, Problem) else self._explained(lang, path, source, found)
            self.unread |= set(_ID.findall(text))
            return None
        assert isinstance(source, Source)
        return source, found

    def _explained(self, lang: Lang, path: str, source: Source, found: list[Problem]) -> list[Problem]:
        """The mistakes of a page; where its code is that of another kind, only that it is in the wrong folder."""
        if lang == "en":
            return [] if path in self.misplaced else found
        code = source.data.get("id")
        home = kind_of_code(code) if isinstance(code, str) else None
        if home is None or home is kind_of(path):
            return found
        self.misplaced[path] = f"{home.folder}/{path.split('/')[-1]}"
        zh = f"编号 {code} 的页面应放在 {DOCS}/zh/{home.folder}/，有英文的一起移到 {DOCS}/en/{home.folder}/；放这里没错，就换编号"
        en = f"a page with the code {code} belongs into {DOCS}/zh/{home.folder}/, its English beside; expected it there, or another code"
        return [Problem(source.path, source.line("id"), "E105", zh, en)]

    def _table(self, name: str, shape: Any) -> Any:
        """A table of ``docs/data``, or None with its problems noted."""
        path = f"{DATA}/{name}.yml"
        if path not in self.files and told(path, self.told):
            return None
        text = front_matter.read(self.root / path, path)
        source = text if isinstance(text, Problem) else front_matter.table(text, path)
        if isinstance(source, Problem):
            self.problems.append(source)
            self.unread |= set(_ID.findall(front_matter.glimpse(self.root / path)))
            return None
        self.tables[name] = source
        found = validation.check(source, shape)
        if isinstance(found, list):
            self.problems += found
            self.unread |= {str(row.get("id")) for row in source.data if isinstance(row, dict)} if isinstance(source.data, list) else set()
            return None
        return found

    def _figures(self) -> Iterator[Figure]:
        figures = [Path(path) for path in self.tree.files if path.startswith(f"{DATA}/{FIGURES}/")]
        for file in figures:
            drawing = file.with_suffix(".svg")
            if file.suffix == ".yml" and drawing not in figures and not told(drawing.as_posix(), self.told):
                zh = f"没有 {file.stem}.svg，这些词用不上，应把图放在旁边，或改成图的名字，或删去"
                en = f"there is no {file.stem}.svg for these words, expected the drawing beside them, its name here, or the file deleted"
                self._say(file.as_posix(), 1, "E108", zh, en)
        for file in figures:
            if file.suffix != ".svg":
                continue
            svg = front_matter.read(self.root / file, file.as_posix())
            words = file.with_suffix(".yml")
            if words not in figures and not told(words.as_posix(), self.told):
                zh = f"这张图还没有词，应有 {words.name}，照旁边的 .yml 写；是不小心删掉的，就放回来"
                en = f"this drawing has no words yet, expected {words.name}, written like those beside it, or put back if it was deleted"
                self._say(file.as_posix(), 1, "E108", zh, en)
                continue
            table = self._table(f"{FIGURES}/{file.stem}", FigureTable)
            if isinstance(svg, Problem):
                self.problems.append(svg)
            elif table is not None:
                yield Figure(file.stem, svg, table)
