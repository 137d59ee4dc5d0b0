"""The book says everything a trainee sees on the site, names the right pages, keeps its answers to the end, and leaves nothing stranded."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from course.content.catalogue import AnyPage, Catalogue
from course.content.tables import TermRow
from course.language.lang import LANGS, Lang
from course.prints import book, key, lookup
from course.prints.fragment import _page as as_html
from course.prints.markup import Label, Markup, anchor, call, text
from course.prints.typesetter import Typesetter
from course.render.wording import say
from print_sample import Making

HEIGHT, WIDTH, TOP, BOTTOM = 842, 595, 68, 774
"""Of a page, and of the running text on it, in points from the top."""
BLOCKS = ("p", "li", "td", "th", "h2", "h3", "h4", "figcaption")


def at(place: str, way: str = "see") -> Markup:
    """A place that is led to, in the book's usual way or another."""
    return call(way, Label(place), content=text("A"))


HEADING = call("heading", level=3, content=text("x"))


def squashed(words: str) -> str:
    """Words without spaces, signs that are drawn, and the brackets of a reference."""
    return re.sub(r"[\s☐✓✗•\[\]]", "", unicodedata.normalize("NFKC", words))


@dataclass(frozen=True)
class Place:
    """Where a heading is: 1-based page, points from its top, level from 0."""

    title: str
    page: int
    y: float
    level: int


@dataclass(frozen=True)
class Book:
    lang: Lang
    file: Path
    course: Catalogue

    @cached_property
    def typesetter(self) -> Typesetter:
        return Typesetter(self.course, self.lang)

    @cached_property
    def pages(self) -> list[str]:
        """The squashed running text of each page."""
        return [squashed(page) for page in self._text(TOP, BOTTOM)]

    @cached_property
    def heads(self) -> list[str]:
        """What is above the text of each page."""
        return [page.strip() for page in self._text(0, TOP)]

    def _text(self, top: int, bottom: int) -> list[str]:
        box = ["-x", "0", "-y", str(top), "-W", str(WIDTH), "-H", str(bottom - top)]
        done = subprocess.run(["pdftotext", "-raw", "-r", "72", *box, str(self.file), "-"], capture_output=True, text=True, check=True)
        return done.stdout.split("\f")[:-1]

    @cached_property
    def text(self) -> str:
        """All of it, without the pages that references name: they may come anywhere in a sentence."""
        named = r"\(见第\d+页\)|,见第\d+页|\(p\.\d+\)|,p\.\d+"
        return re.sub(named, "", "".join(self.pages))

    @cached_property
    def outline(self) -> list[Place]:
        with pikepdf.open(self.file) as pdf, pdf.open_outline() as outline:
            numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
            return list(self._places(outline.root, numbers))

    def _places(self, items: list[pikepdf.OutlineItem], numbers: dict[tuple[int, int], int], level: int = 0) -> Iterator[Place]:
        for item in items:
            where = item.destination
            assert isinstance(where, pikepdf.Array)
            yield Place(str(item.title), numbers[where[0].objgen], HEIGHT - float(where[3]), level)
            yield from self._places(item.children, numbers, level + 1)

    @cached_property
    def page_of(self) -> dict[str, int]:
        """Label -> 1-based page."""
        with pikepdf.open(self.file) as pdf:
            numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
            names = pikepdf.NameTree(pdf.Root.Names.Dests)
            return {
                str(name): numbers[(where.D if isinstance(where, pikepdf.Dictionary) else where)[0].objgen] for name, where in names.items()
            }

    @cached_property
    def taught(self) -> list[AnyPage]:
        return [*self.course.chapters.values(), *self.course.cases.values()]


@pytest.fixture(scope="session")
def _books(course: Catalogue, making: Making) -> dict[Lang, Book]:
    assert shutil.which("pdftotext"), "install poppler-utils"
    return {one.lang: Book(one.lang, file, course) for one, file in making(lambda one: one.kind == "book").items()}


@pytest.fixture(params=LANGS)
def printed(request: pytest.FixtureRequest, _books: dict[Lang, Book]) -> Book:
    return _books[request.param]


def passages(words: str) -> Iterator[str]:
    """Each paragraph, item, cell and turn of finished Markdown, squashed; without what is in blocks inside it or is drawn."""
    root = html.fragment_fromstring(as_html(words), create_parent="div")
    for gone in root.xpath(".//svg | .//p[@class='lines']"):
        gone.drop_tree()
    for element in root.iter(*BLOCKS):
        own = squashed("".join(_own(element)))
        if own:
            yield own


def _own(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in (*BLOCKS, "ul", "ol", "div", "table", "blockquote"):
            yield from _own(child)
        yield child.tail or ""


def told(printed: Book, page: AnyPage) -> list[str]:
    """What a trainee reads on a page, passage by passage. A case's rules are with its answers."""
    parts = printed.typesetter.sections(page, "trainee")
    return [passage for id, part in parts.items() if not (page.kind.name == "case" and id == "rules") for passage in passages(part)]


def allowed(printed: Book) -> Iterator[str]:
    """All that may precede the answers: what trainees read on any page, phrases, terms, references."""
    lang = printed.lang
    pages: list[AnyPage] = [*printed.taught, *printed.course.principles.values()]
    for page in pages:
        yield from (page.title(lang), page.summary(lang), *told(printed, page))
    for phrase in printed.course.phrases:
        yield from (phrase.avoid[lang], phrase.say[lang], phrase.why[lang])
    yield from (row.definition[lang] for row in printed.course.terms)
    yield from (point.text[lang] for row in printed.course.references.values() for point in row.points)


def lacking(printed: Book, wanted: list[str]) -> list[str]:
    return [passage for passage in wanted if passage not in printed.text]


def test_everything_a_trainee_sees_is_there(printed: Book) -> None:
    pages: list[AnyPage] = [*printed.taught, *printed.course.principles.values()]
    wanted = [(page.path, told(printed, page)) for page in pages]
    assert min(len(passages) for _, passages in wanted) > 8
    assert [(path, lost) for path, passages in wanted for lost in lacking(printed, passages)] == []


def test_a_passage_left_out_would_be_found(printed: Book) -> None:
    words = told(printed, printed.taught[0])[3]
    assert lacking(printed, [f"{words[:-2]}{words[-1]}字"])


def test_answers_stand_at_the_end_and_trainers_notes_nowhere(printed: Book) -> None:
    begins = printed.page_of["answers"]
    seen = squashed("".join(allowed(printed)))
    before = "".join(printed.pages[: begins - 1])
    after = "".join(printed.pages[begins - 1 :])
    looked = 0
    for page in printed.taught:
        answers = {passage for part in key.answers(page, printed.typesetter) for passage in passages(part)}
        everything = {passage for part in printed.typesetter.sections(page, "trainer").values() for passage in passages(part)}
        for words in everything:
            if len(words) < 14 or words in seen:
                continue
            looked += 1
            assert words not in before, f"{page.path}: {words}"
            if words not in "".join(answers):
                assert words not in after, f"{page.path}: {words}"
    assert looked > 20 * len(printed.taught)


def test_every_reference_names_the_page_its_target_is_on(printed: Book) -> None:
    text = "".join(printed.pages)
    found = 0
    pages: list[AnyPage] = [*printed.taught, *printed.course.principles.values()]
    for page in pages:
        name = re.escape(squashed(f"{page.code} {page.title(printed.lang)}"))
        for named in re.findall(rf"{name}(?:\(见第|,见第|\(p\.|,p\.)(\d+)", text):
            assert int(named) == printed.page_of[anchor(page.path)], page.code
            found += 1
    assert found > len(pages)


def test_an_article_names_the_page_of_its_answers(printed: Book) -> None:
    words = squashed(say("see_answers", printed.lang))
    found = 0
    for page in printed.taught:
        place = f"answers-{anchor(page.path)}"
        if place in printed.page_of:
            number = printed.page_of[place]
            assert re.search(rf"{words}(第{number}页|p\.{number})", printed.pages[printed.page_of[anchor(page.path)] - 1]), page.code
            found += 1
    assert found >= len(printed.taught) / 2


def test_contents_and_openers_and_finder_name_the_right_pages(printed: Book) -> None:
    starts = min(place.page for place in printed.outline if place.level == 1)
    front = "".join(
        [
            *printed.pages[: starts - 1],
            *(printed.pages[place.page - 1] for place in printed.outline if not place.level and place.page >= starts),
        ]
    )
    for page in printed.taught:
        name = re.escape(squashed(f"{page.code} {page.title(printed.lang)}").rstrip("."))
        numbers = re.findall(rf"{name}[.…]*(\d+)", front)
        # A code or a year may follow without a space, so that only the first figures are the page's.
        assert len(numbers) >= 2 and all(number.startswith(str(printed.page_of[anchor(page.path)])) for number in numbers), (
            page.code,
            numbers,
        )


def test_the_index_names_the_pages_of_every_use(printed: Book) -> None:
    text = "".join(printed.pages[printed.page_of["index"] - 1 :])
    for code, page in printed.course.principles.items():
        uses: list[AnyPage] = [*printed.course.chapters_of(code), *(relation.case for relation in printed.course.relations_of(code))]
        own = printed.page_of[anchor(page.path)]
        others = sorted({printed.page_of[anchor(use.path)] for use in uses})
        numbers = f"{own}" + "".join(f"{'、' if printed.lang == 'zh' else ','}{number}" for number in others)
        assert squashed(f"{code} {page.title(printed.lang)}") + numbers in text, code


def test_the_outline_has_every_page_and_every_heading(printed: Book) -> None:
    titles = {(place.title.replace("\u00a0", " "), place.page) for place in printed.outline}
    pages: list[AnyPage] = [*printed.taught, *printed.course.principles.values()]
    for page in pages:
        assert (f"{page.code} {page.title(printed.lang)}", printed.page_of[anchor(page.path)]) in titles
    assert len(printed.outline) > 4 * len(pages)


def test_parts_begin_on_the_right_and_only_the_page_before_is_empty(printed: Book) -> None:
    parts = {place.page for place in printed.outline[1:] if place.level == 0}  # The first is the finder, behind the contents.
    assert all(page % 2 for page in parts)
    empty = {number for number, text in enumerate(printed.pages, start=1) if not text}
    assert {number for number in empty if number > 2} <= {page - 1 for page in parts}
    assert all(not printed.heads[number - 1] for number in empty)


def test_running_heads_are_those_of_their_page(printed: Book) -> None:
    part, article = "", ""
    waiting = [place for place in printed.outline if place.level <= 1 or re.match(r"P\d\d ", place.title)]
    checked = 0
    for number, head in enumerate(printed.heads, start=1):
        fresh = False
        while waiting and waiting[0].page == number:
            place = waiting.pop(0)
            part, article = (place.title, "") if place.level == 0 else (part, place.title)
            fresh = fresh or not place.level or place.y < TOP + 75
        if head:
            assert squashed(head) == squashed(part if number % 2 == 0 or not article else article) or number < 7, number
            checked += 1
        else:
            assert fresh or not printed.pages[number - 1] or number < 7, number
    assert checked > len(printed.pages) / 2


def test_no_heading_stands_last_on_its_page(printed: Book) -> None:
    done = subprocess.run(["pdftotext", "-bbox", str(printed.file), "-"], capture_output=True, text=True, check=True)
    words = [[float(y) for y in re.findall(r'<word [^>]*yMin="([\d.]+)"', page)] for page in done.stdout.split("<page ")[1:]]
    for place in printed.outline:
        if place.level:
            below = {round(y) for y in words[place.page - 1] if place.y + 14 < y < BOTTOM}
            assert below, f"{place.title}, page {place.page}"


def test_it_is_a_book_of_its_language_with_its_fonts(printed: Book) -> None:
    with pikepdf.open(printed.file) as pdf:
        assert str(pdf.Root.Lang).startswith(printed.lang)
        assert pdf.Root.MarkInfo.Marked
        fonts = [object for object in pdf.objects if isinstance(object, pikepdf.Dictionary) and object.get("/Type") == "/FontDescriptor"]
        assert len(fonts) >= 3
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        assert all(re.match(r"/[A-Z]{6}\+", str(font.FontName)) for font in fonts)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (at("a") + at("a"), at("a") + at("a", "to")),
        (at("a") + HEADING + at("a"), at("a") + HEADING + at("a")),
        (at("own") + HEADING + at("own"), at("own", "to") + HEADING + at("own", "to")),
        (text("（") + at("a"), text("（") + at("a", "see-inside")),
        (text("(→") + at("a") + at("a"), text("(→") + at("a", "see-inside") + at("a", "to")),
        (call("note", at("a"), mark=at("a"), content=at("a")), call("note", at("a"), mark=at("a", "to"), content=at("a", "to"))),
        (call("works", [at("a"), {"back": at("a")}]), call("works", (at("a"), {"back": at("a", "to")}))),
        (text("#see(<a>)[A]#see(<a>)[A]"), text("#see(<a>)[A]#see(<a>)[A]")),
    ],
)
def test_a_page_is_named_once_in_a_section(content: Markup, expected: Markup) -> None:
    assert book.sparing(content, Label("own")) == expected


@pytest.mark.parametrize(
    ("lang", "order"),
    [
        ("zh", ["12398 能源监管热线", "4C", "安全工器具", "差异性", "查询", "重庆", "供电所"]),
        ("en", ["12398 hotline", "area", "Bill", "call back"]),
    ],
)
def test_terms_stand_by_pinyin_or_alphabet(lang: Lang, order: list[str]) -> None:
    def key(term: str) -> list[str]:
        return lookup.order(term, lang)

    assert sorted(reversed(order), key=key) == order


def test_every_term_is_in_the_glossary(printed: Book) -> None:
    text = printed.text
    row: TermRow
    for row in printed.course.terms:
        assert squashed(row.term["zh"]) in text and squashed(row.term["en"]) in text
        assert squashed(row.definition[printed.lang]) in text
