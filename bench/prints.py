"""What the prints cost: time, memory, size and what their PDFs lack, beside Chromium printing the content of the same book.

Run from the project's root: ``make bench``. Works on a copy of the course, so that nothing is remembered at first. Prints a table;
seconds are of one run each, and those of the processor beside them say more on a busy machine. Chromium gets the book as one HTML page made from the same sections, with the same fonts and a
small style of its own; it cannot number its contents or cross-references, so it has less to do.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import markdown as python_markdown
import pikepdf
from lxml import html
from playwright.sync_api import sync_playwright

from course.content.catalogue import AnyPage, Catalogue
from course.content.reading import load
from course.language.lang import LANGS, Lang
from course.prints import key, press, typesetter
from course.prints.markup import anchor
from course.render import markdown
from course.render.wording import say
from course.sessions.printables import Print, prints
from pdf_check import findings
from setup_browser import find_chromium

ROOT = Path(__file__).resolve().parents[1]
HANDOUT = """
import sys
from pathlib import Path
from course.prints import delivery
from course.content.reading import load
root = Path(sys.argv[1])
assert delivery.asked(root, load(root), "prints/C09-handout.pdf")
"""
"""What the preview does when somebody asks for a handout."""
CASE, CHAPTER = "docs/zh/cases/smart-meter-runs-fast.md", "docs/zh/chapters/who-our-customer-is.md"


@dataclass(frozen=True)
class Cost:
    """What something took: seconds on the clock and, where they are known, of processors; MB of memory at most, where it had a process of its own."""

    seconds: float
    work: float
    memory: float = 0

    def __str__(self) -> str:
        work = f"{self.work:7.2f} s of processors" if self.work else " " * 23
        return f"{self.seconds:7.2f} s  {work}"


def child(*arguments: str, seed: str = "0") -> Cost:
    """The cost of a Python process of its own, which must succeed."""
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONHASHSEED": seed}
    process = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(arguments)}\n{said.decode()}")
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def everything(course: Path, seed: str = "0") -> Cost:
    """All prints of the course in that folder, by the command editors use; it checks the course first."""
    return child("-m", "course", "--root", str(course), "prints", seed=seed)


def copied(to: Path) -> Path:
    """A copy of the course, already checked once."""
    shutil.copytree(ROOT / "docs", to / "docs")
    child("-m", "course", "--root", str(to), "check")
    return to


def edited(course: Path, path: str) -> None:
    """Write one more sentence into the first paragraph of a page."""
    file = course / path
    front, body = file.read_text(encoding="utf-8").split("\n---\n", 1)
    file.write_text(f"{front}\n---\n{body.replace('。', '。这一句是新写的。', 1)}", encoding="utf-8")


def hashes(course: Path) -> dict[str, str]:
    """Path -> hash of every PDF that was written for a course."""
    folder = course / "prints"
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.rglob("*.pdf"))}


def timed(work: Callable[[], object]) -> Cost:
    """The cost of something in this process."""
    start, worked = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - start, time.process_time() - worked)


def lacking(files: Iterable[Path]) -> str:
    """What the PDFs lack, counted."""
    found = Counter(finding.name for file in files for finding in findings(file))
    return f"{sum(found.values())} findings" + "".join(f"; {count} x {name}" for name, count in found.most_common())


def book(course: Catalogue, lang: Lang, folder: Path) -> tuple[Cost, Path]:
    """Cost and file of the book, in this process and a clean folder."""
    (wanted,) = (one for one in prints(course, lang) if one.kind == "book")
    typesetter._set.cache_clear()
    made: dict[Print, press.Made] = {}
    cost = timed(lambda: made.update(press.run(folder, [wanted], course)))
    return cost, made[wanted].file


def as_html(course: Catalogue, lang: Lang) -> str:
    """The book's content as one page: parts, chapters and cases, principles, phrases, terms, references, answers."""
    desk = typesetter.Typesetter(course, lang)
    title = course.programme.title[lang]
    done = [f"<h1>{title}</h1><p>{course.programme.tagline[lang]}</p>"]
    taught: list[AnyPage] = []
    for part in course.programme.parts:
        chapters = [chapter for chapter in course.chapters.values() if chapter.front.part == part.id]
        pages: list[AnyPage] = []
        for chapter in chapters:
            pages += [chapter, *(course.cases[code] for code in chapter.front.cases if code in course.cases)]
        taught += pages
        done += [f"<h1>{part.title[lang]}</h1><p>{part.about[lang]}</p>", *(_article(page, _shown(page, desk), desk) for page in pages)]
    done.append(f"<h1>{say('principles', lang)}</h1>")
    done += [_article(page, _shown(page, desk), desk) for page in course.principles.values()]
    done.append(f"<h1>{say('phrases', lang)}</h1>")
    done += [f"<p>{row.id}</p><p>✗ {row.avoid[lang]}</p><p><b>✓ {row.say[lang]}</b></p><p>{row.why[lang]}</p>" for row in course.phrases]
    done.append(f"<h1>{say('glossary', lang)}</h1>")
    done += [f"<p><b>{row.term[lang]}</b><br>{row.definition[lang]}</p>" for row in course.terms]
    done.append(f"<h1>{say('references', lang)}</h1>")
    for row in course.references.values():
        points = "".join(f"<li>{point.text[lang]} <small>{point.source[lang]}</small></li>" for point in row.points)
        done.append(f"<h2>{row.id} {row.title[lang]}</h2><ul>{points}</ul>")
    done.append(f"<h1>{say('print_key', lang)}</h1>")
    done += [_article(page, words, desk, "answers-") for page in taught if (words := list(key.answers(page, desk)))]
    faces = "".join(
        f"@font-face {{ font-family: {name}; font-weight: {weight}; src: url('{(press.HERE / 'fonts' / file).as_uri()}') }}"
        for name, weight, file in (
            ("Latin", 400, "NotoSans-Regular.ttf"),
            ("Latin", 700, "NotoSans-Bold.ttf"),
            ("Chinese", 400, "NotoSansCJKsc-Regular.otf"),
            ("Chinese", 700, "NotoSansCJKsc-Bold.otf"),
        )
    )
    look = (
        "@page { size: A4; margin: 23mm 20mm 21mm } body { font: 10.5pt/1.6 Latin, Chinese } h1 { break-before: page } h2, h3, h4 { break-after: avoid }"
        " table { border-collapse: collapse } td, th { border-top: .4pt solid #999; padding: .4em; text-align: left } a { color: inherit }"
        " .turn, tr, figure { break-inside: avoid } svg { max-width: 118mm }"
    )
    head = f'<meta charset="utf-8"><title>{title}</title><style>{faces}{look}</style>'
    return f'<!doctype html><html lang="{"zh-CN" if lang == "zh" else "en-GB"}"><head>{head}</head><body>{"".join(done)}</body></html>'


def _shown(page: AnyPage, desk: typesetter.Typesetter) -> list[str]:
    return [words for id, words in desk.sections(page, "trainee").items() if page.kind.name != "case" or id != "rules"]


def _article(page: AnyPage, words: list[str], desk: typesetter.Typesetter, prefix: str = "") -> str:
    """A page under a heading of the second level; links to other pages lead to their place, others nowhere."""
    body = python_markdown.markdown(markdown.join(*words), extensions=["attr_list", "fenced_code", "md_in_html", "tables"])
    root = html.fragment_fromstring(body, create_parent="section")
    for element in [*root.iter("h1", "h2", "h3", "h4")]:
        element.tag = f"h{int(str(element.tag)[1]) + 1}"
        element.attrib.pop("id", None)
    for element in [*root.iter("figure", "strong")]:
        element.tag = "div" if element.tag == "figure" else "b"  # Chromium tags both in a way PDF/UA does not take.
    places = {other.path.rsplit("/", 1)[-1]: anchor(other.path) for other in desk.catalogue.coded.values()}
    for link in [*root.iter("a")]:
        place = places.get(str(link.get("href", "")).partition("#")[0].rsplit("/", 1)[-1])
        link.attrib.clear()
        if place:
            link.set("href", f"#{place}")
    title = f"{page.code} {page.title(desk.lang)}"
    return f'<h2 id="{prefix}{anchor(page.path)}">{title}</h2><p>{page.summary(desk.lang)}</p>{html.tostring(root, encoding="unicode")}'


def by_chromium(course: Catalogue, lang: Lang, folder: Path) -> tuple[Cost, Path]:
    """Cost and file of the book printed by the system's Chromium, started for it, whose own processors' time is not known."""
    page_file, file = folder / f"{lang}.html", folder / f"{lang}.pdf"
    start = time.perf_counter()
    page_file.write_text(as_html(course, lang), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(page_file.as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        page.pdf(path=file, prefer_css_page_size=True, tagged=True, outline=True)
        browser.close()
    return Cost(time.perf_counter() - start, 0), file


def report_book(name: str, lang: Lang, cost: Cost, file: Path) -> None:
    """A line about a book."""
    with pikepdf.open(file) as pdf:
        pages = len(pdf.pages)
    print(
        f"book {lang}, {name:<17} {cost}; {100 * cost.seconds / pages:.2f} s/100 pages, {pages} pages, {megabytes([file]):.1f} MB, {lacking([file])}",
        flush=True,
    )


def megabytes(files: Iterable[Path]) -> float:
    """How large files are together."""
    return sum(file.stat().st_size for file in files) / 1e6


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = copied(folder / "first"), copied(folder / "second")
        cost = everything(first, seed="1")  # First of all: a process counts what the one that started it had grown to.
        files = [*(first / "prints").rglob("*.pdf")]
        print(
            f"everything, cold           {cost}; {cost.memory:.0f} MB of memory at most, {len(files)} files, {megabytes(files):.1f} MB, {lacking(files)}",
            flush=True,
        )
        everything(second, seed="2")
        same = sum(hashes(second).get(path) == mark for path, mark in hashes(first).items())
        print(f"equal over two clean runs  {same} of {len(files)} files", flush=True)
        print(f"nothing changed            {everything(first)}")
        edited(first, CHAPTER)
        print(f"one chapter changed        {everything(first)}", flush=True)
        edited(first, CASE)
        print(f"one handout, new process   {child('-c', HANDOUT, str(first))}")
        edited(first, CASE)
        catalogue = load(first)
        (wanted,) = (one for one in prints(catalogue, "zh") if one.path == "prints/C09-handout.pdf")
        print(f"one handout, warm          {timed(lambda: press.run(first, [wanted], catalogue))}", flush=True)
        real = load(ROOT)
        for lang in LANGS:
            report_book("Typst", lang, *book(real, lang, folder))
            if find_chromium():
                report_book("Chromium", lang, *by_chromium(real, lang, folder))


if __name__ == "__main__":
    main()
