"""Typst source -> PDF files. What has not changed is not set again, and as many are set at once as there are processors.

A PDF kept from an earlier run has its seal in its name, and is handed out only where that fits its bytes (``seals``).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.content import cache_keys, citations
from course.content.catalogue import Catalogue
from course.files import disk, seals
from course.prints.errors import Unprintable
from course.prints.sources import source
from course.sessions.printables import Print

if TYPE_CHECKING:
    from typst import Compiler

HERE = Path(__file__).parent
FOLDER = ".cache/prints"
INDEX = f"{FOLDER}/index.json"
"""Below the project's root."""
UNFINISHED = 24 * 3600
"""Seconds after which nobody is still writing a file."""
KEPT = 14 * 24 * 3600
"""Seconds for which a file stays that nothing asks for."""
MAX_BYTES = 200_000_000
"""More than the longest book takes, and than the index."""
SUMS = "SHA256SUMS"
"""Names and SHA-256 of the fonts, beside them; `make fonts` writes it."""
_BORROWING = ("cards", "all")
"""Kinds of print that hold words of pages they are not made of: principles on cards, the forms of a session."""
_NAME = re.compile(r"(?P<source>[0-9a-f]{40})-(?P<seal>[0-9a-f]{32})\.pdf")
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


class Unavailable(RuntimeError):
    """What the prints need is not there; the message says how to get it, in both languages."""


class NotPrinted(RuntimeError):
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

    Unavailable where Typst or its fonts are not there; NotPrinted where something cannot be printed, after everything else was; disk.Unwritten
    where there is no keeping them.
    """
    marks = fingerprints(wanted, catalogue)
    index = _index(root)
    made = _ready(root, index, marks)
    new = [one for one in marks if one not in made]
    if new:
        disk.write(root, {INDEX: json.dumps(index)})  # Where this cannot be written, nothing can.
        fresh, wrong = _set(new, catalogue, root, tell)
        made |= fresh
        index |= {marks[one]: ready.file.name for one, ready in fresh.items()}
        here = {file.name for file in (root / FOLDER).glob("*.pdf")}
        disk.write(root, {INDEX: json.dumps({mark: name for mark, name in index.items() if name in here})})
        if wrong:
            raise NotPrinted("\n".join(wrong))
    with suppress(disk.Unwritten):
        _forget(disk.place(root, INDEX).parent, {ready.file.name for ready in made.values()})
    return made


def known(root: Path, wanted: Iterable[Print], catalogue: Catalogue) -> dict[Print, Made]:
    """Those of the prints that are ready already."""
    return _ready(root, _index(root), fingerprints(wanted, catalogue))


def made_of(one: Print, catalogue: Catalogue) -> list[str]:
    """Paths of the pages whose words are in a print: its own, or all, and those it borrows from."""
    own = [catalogue.coded[code].path for code in one.pages] or list(catalogue.pages)
    lent = (*catalogue.principles, *catalogue.forms) if one.kind in _BORROWING else ()
    return [*own, *(catalogue.coded[code].path for code in lent)]


def fingerprints(wanted: Iterable[Print], catalogue: Catalogue) -> dict[Print, str]:
    """Each print and a fingerprint of all it is made from: its pages, the titles of all others, the tables, our own code and looks,
    and what a company says its own way.

    Of the day it has only which references are overdue, so that nothing is set again each morning.
    """
    pages = cache_keys.of_pages(catalogue)
    titles = [page.name(lang) for page in catalogue.coded.values() for lang in page.sides]
    around = cache_keys.of_texts([_tools(), *titles, "overdue", *citations.overdue(catalogue), catalogue.own.model_dump_json()])
    return {
        one: cache_keys.of_texts([around, one.kind, one.subject, one.lang, *(pages[path] for path in made_of(one, catalogue))])
        for one in wanted
    }


def _tools() -> str:
    """A fingerprint of the looks and the fonts."""
    return cache_keys.of_files([*(HERE / "look").glob("*.typ"), *(HERE / "fonts").glob("*.?tf")])


def _set(new: list[Print], catalogue: Catalogue, root: Path, tell: Callable[[int, int], None]) -> tuple[dict[Print, Made], list[str]]:
    """Those that could be set, and a line for each that could not."""
    made: dict[Print, Made] = {}
    wrong: list[str] = []
    own = _Own(_compiler())
    tools = f"{_tools()} {_version()}"
    kept = _kept(root)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        jobs: dict[Future[Made], Print] = {}
        for one in new:
            try:
                text = source(one, catalogue)
            except Unprintable as error:
                wrong.append(f"{error.path}: 打印稿排不了 / the prints cannot set {error.what}")
                continue
            mark = cache_keys.of_texts([tools, text])[:40]
            jobs[pool.submit(_pdf, own, text, mark, kept.get(mark, ()), root)] = one
        for number, job in enumerate(as_completed(jobs), start=1):
            failure = job.exception()
            if isinstance(failure, disk.Unwritten):
                raise failure
            if failure:
                wrong.append(f"{jobs[job].lang} {jobs[job].path}: {_said(failure)}")
            else:
                made[jobs[job]] = job.result()
            tell(number, len(jobs))
    return made, sorted(set(wrong))


class _Own(threading.local):
    """A compiler of its own for each thread: one serves one at a time."""

    def __init__(self, make: Callable[[], Compiler]) -> None:
        self.compiler = make()


def _pdf(own: _Own, text: str, mark: str, kept: Iterable[str], root: Path) -> Made:
    """Set that source, whose fingerprint is given, unless one of the files kept of it is good."""
    for name in kept:
        if made := _proven(root, name):
            return made
    content = own.compiler.compile(text.encode(), format="pdf", pdf_standards=["ua-1"])
    assert isinstance(content, bytes)
    name = f"{mark}-{seals.seal(root, mark.encode(), content)}.pdf"
    disk.write(root, {f"{FOLDER}/{name}": content})
    return Made(root / FOLDER / name, _pages(content))


def _proven(root: Path, name: object) -> Made | None:
    """The file of that name, if it is one of ours and what it was when it was made."""
    named = _NAME.fullmatch(name) if isinstance(name, str) else None
    if not named:
        return None
    try:
        file = disk.place(root, f"{FOLDER}/{named[0]}")
        content = disk.read(file, MAX_BYTES)
    except (OSError, disk.Unwritten):
        return None
    good = hmac.compare_digest(named["seal"], seals.seal(root, named["source"].encode(), content))
    return Made(root / FOLDER / named[0], _pages(content)) if good else None


def _pages(content: bytes) -> int:
    count = _COUNT.search(content)
    return int(count[1]) if count else 0


def _said(error: BaseException) -> str:
    hints = "; ".join(getattr(error, "hints", []))
    return f"{error}" + (f" ({hints})" if hints else "")


def _compiler() -> Callable[[], Compiler]:
    """What makes a Typst with our fonts and no others, so that every machine sets the same bytes."""
    try:
        import typst
    except ImportError as error:
        raise Unavailable(
            "没有 Typst，打印稿没有做。装上它 / no Typst, so nothing was printed; install it: pip install -r requirements.txt"
        ) from error
    if wrong := _wrong_fonts():
        raise Unavailable(
            f"缺字体或字体文件不对：{'、'.join(wrong)}，打印稿没有做。取回来 / "
            f"fonts missing or not as they should be: {', '.join(wrong)}; nothing was printed; get them back: "
            "git checkout hooks/course/prints/fonts"
        )
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")])
    # Nothing but the looks can be read from a source, and no package fetched.
    looks = str(HERE / "look")
    return lambda: typst.Compiler(root=looks, font_paths=fonts, package_path=looks, package_cache_path=looks)


def _wrong_fonts() -> list[str]:
    """Fonts that are not there, have other bytes than they should, or should not be there: each would move lines on paper."""
    folder = HERE / "fonts"
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
        expected = {name: mark for mark, name in (line.split() for line in lines)}
    except (OSError, ValueError):
        return [f"fonts/{SUMS}"]
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.[ot]t[cf]") if file.is_file()}
    return sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))


def _version() -> str:
    import typst

    return str(getattr(typst, "__version__", ""))


def _index(root: Path) -> dict[str, str]:
    """Fingerprint of a print -> name of its file, as an earlier run left it, proven or not; nothing where that makes no sense."""
    try:
        index = json.loads(disk.read(disk.place(root, INDEX), MAX_BYTES))
    except (OSError, ValueError, RecursionError, disk.Unwritten):
        return {}
    return {mark: name for mark, name in index.items() if isinstance(name, str)} if isinstance(index, dict) else {}


def _ready(root: Path, index: Mapping[str, str], marks: Mapping[Print, str]) -> dict[Print, Made]:
    """Those prints whose file is there and good."""
    return {one: made for one, mark in marks.items() if (made := _proven(root, index.get(mark)))}


def _kept(root: Path) -> Mapping[str, list[str]]:
    """Fingerprint of a source -> names of the files there are of it."""
    found = defaultdict(list)
    for file in (root / FOLDER).glob("*.pdf"):
        if named := _NAME.fullmatch(file.name):
            found[named["source"]].append(file.name)
    return found


def _forget(folder: Path, used: set[str]) -> None:
    """Note what was used; drop what nothing has asked for in a long time, and what was left unfinished by whoever was killed."""
    now = time.time()
    for file in [*folder.glob("*.pdf"), *folder.glob(disk.LEFT_OVER), *folder.glob("*.*-*")]:
        with suppress(OSError):
            age = now - file.lstat().st_mtime
            if file.name in used:
                os.utime(file)
            elif age > (KEPT if file.suffix == ".pdf" else UNFINISHED):
                file.unlink()
