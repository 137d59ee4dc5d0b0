"""Typst source -> PDF files. What has not changed is not set again, and as many are set at once as there are processors."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course import fingerprints
from course.catalogue import Catalogue
from course.printouts import Print
from course.prints.shelf import source
from course.prints.wanted import Unprintable

if TYPE_CHECKING:
    from typst import Compiler

HERE = Path(__file__).parent
FOLDER = ".cache/prints"
"""Below the project's root."""
KEPT = 14 * 24 * 3600
"""Seconds for which a file stays that nothing asks for."""
FAMILIES = {"Noto Sans", "Noto Sans CJK SC", "Noto Sans Symbols2"}
_BORROWING = ("cards", "all")
"""Kinds of print that hold words of pages they are not made of: principles on cards, the forms of a session."""
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


class Missing(RuntimeError):
    """What the prints need is not there; the message says how to get it, in both languages."""


class Unset(RuntimeError):
    """Some prints could not be set; the message has a line for each, in both languages."""


@dataclass(frozen=True)
class Made:
    """A print that is ready."""

    file: Path
    pages: int

    @property
    def size(self) -> int:
        """Bytes."""
        return self.file.stat().st_size


def run(
    root: Path, wanted: Iterable[Print], catalogue: Catalogue, tell: Callable[[int, int], None] = lambda done, all: None
) -> dict[Print, Made]:
    """Every print of a course that was read from that root; ``tell`` hears how many of those that had to be set are ready.

    Missing where Typst or its fonts are not there; Unset where something cannot be printed, after everything else was.
    """
    folder = root / FOLDER
    marks = _marks(list(wanted), catalogue)
    known = _recalled(folder)
    made = {one: known[mark] for one, mark in marks.items() if mark in known}
    new = [one for one in marks if one not in made]
    if new:
        folder.mkdir(parents=True, exist_ok=True)
        fresh, wrong = _set(new, catalogue, folder, tell)
        made |= fresh
        kept = {**known, **{marks[one]: ready for one, ready in fresh.items()}}
        index = {mark: [ready.file.name, ready.pages] for mark, ready in kept.items() if ready.file.exists()}
        (folder / "index.json").write_text(json.dumps(index), encoding="utf-8")
        if wrong:
            raise Unset("\n".join(wrong))
    _forget(folder, {ready.file for ready in made.values()})
    return made


def known(root: Path, wanted: Iterable[Print], catalogue: Catalogue) -> dict[Print, Made]:
    """Those of the prints that are ready already."""
    ready = _recalled(root / FOLDER)
    return {one: ready[mark] for one, mark in _marks(list(wanted), catalogue).items() if mark in ready}


def _marks(wanted: list[Print], catalogue: Catalogue) -> dict[Print, str]:
    """Each print and a fingerprint of all it is made from: its pages, the titles of all others, the tables, our own code and looks."""
    pages = fingerprints.of_pages(catalogue)
    titles = [f"{code} {page.title(lang)}" for code, page in catalogue.coded.items() for lang in page.sides]
    around = fingerprints.of_texts([_tools(), *titles])
    lent = [pages[catalogue.coded[code].path] for code in (*catalogue.principles, *catalogue.forms)]
    marks = {}
    for one in wanted:
        own = [pages[catalogue.coded[code].path] for code in one.pages] or list(pages.values())
        others = lent if one.kind in _BORROWING else []
        marks[one] = fingerprints.of_texts([around, one.kind, one.subject, one.lang, *own, *others])
    return marks


def _tools() -> str:
    """A fingerprint of the looks and the fonts."""
    return fingerprints.of_files([*(HERE / "look").glob("*.typ"), *(HERE / "fonts").glob("*.?tf")])


def _set(new: list[Print], catalogue: Catalogue, folder: Path, tell: Callable[[int, int], None]) -> tuple[dict[Print, Made], list[str]]:
    """Those that could be set, and a line for each that could not."""
    made: dict[Print, Made] = {}
    wrong: list[str] = []
    own = _Own(_compiler())
    tools = f"{_tools()} {_version()}"
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        jobs: dict[Future[Made], Print] = {}
        for one in new:
            try:
                text = source(one, catalogue)
            except Unprintable as error:
                wrong.append(f"{error.path}: 打印稿排不了 / the prints cannot set {error.what}")
                continue
            file = folder / f"{fingerprints.of_texts([tools, text])[:40]}.pdf"
            jobs[pool.submit(_pdf, own, text, file)] = one
        for number, job in enumerate(as_completed(jobs), start=1):
            if failure := job.exception():
                wrong.append(f"{jobs[job].lang} {jobs[job].path}: {_said(failure)}")
            else:
                made[jobs[job]] = job.result()
            tell(number, len(jobs))
    return made, sorted(set(wrong))


class _Own(threading.local):
    """A compiler of its own for each thread: one serves one at a time."""

    def __init__(self, make: Callable[[], Compiler]) -> None:
        self.compiler = make()


def _pdf(own: _Own, text: str, file: Path) -> Made:
    """Set that source into that file, unless it is there already."""
    if not file.exists():
        content = own.compiler.compile(text.encode(), format="pdf", pdf_standards=["ua-1"])
        assert isinstance(content, bytes)
        aside = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}")  # Two prints may be of one text.
        aside.write_bytes(content)
        aside.replace(file)
    count = _COUNT.search(file.read_bytes())
    return Made(file, int(count[1]) if count else 0)


def _said(error: BaseException) -> str:
    hints = "; ".join(getattr(error, "hints", []))
    return f"{error}" + (f" ({hints})" if hints else "")


def _compiler() -> Callable[[], Compiler]:
    """What makes a Typst with our fonts and no others, so that every machine sets the same bytes."""
    try:
        import typst
    except ImportError as error:
        raise Missing(
            "没有 Typst，打印稿没有做。装上它 / no Typst, so nothing was printed; install it: pip install -r requirements.txt"
        ) from error
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")])
    if lacking := FAMILIES - set(fonts.families()):
        names = ", ".join(sorted(lacking))
        raise Missing(
            f"缺字体 {names}，打印稿没有做。取回来 / fonts are missing, so nothing was printed; get them back: git checkout hooks/course/prints/fonts"
        )
    return lambda: typst.Compiler(root=str(HERE), font_paths=fonts)


def _version() -> str:
    import typst

    return str(getattr(typst, "__version__", ""))


def _recalled(folder: Path) -> dict[str, Made]:
    """Fingerprint -> print, as far as the files are still there."""
    try:
        index: Mapping[str, tuple[str, int]] = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        return {mark: Made(folder / name, int(pages)) for mark, (name, pages) in index.items() if (folder / name).is_file()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _forget(folder: Path, used: set[Path]) -> None:
    """Note what was used, and drop what nothing has asked for in a long time."""
    now = time.time()
    for file in folder.glob("*.pdf"):
        with suppress(OSError):
            if file in used:
                os.utime(file)
            elif now - file.stat().st_mtime > KEPT:
                file.unlink()
