"""What may stand under ``docs``, and what does: every file is known by rule or told, so that nothing is published or ignored unseen.

::

    docs/zh, docs/en          *.md in the folders of the kinds of page, or beside them; the same names in both
    docs/data                 the tables, each under its own name
    docs/data/figures         drawings (.svg) and their words (.yml)

Nothing is followed: no link, and nothing that is no plain file is opened. What systems and editors leave lying about is passed over.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from course import disk
from course.kinds import DOCUMENTS, FIGURES, FOLDERS, TABLES
from course.model import LANGS
from course.problem import Problem

DOCS = "docs"
DATA = "docs/data"
LONGEST = 80
"""Characters of a file's name: some systems store no more than 143 bytes, and the name is part of an address."""

PASSED_OVER = (
    ".DS_Store",
    "._*",
    ".gitkeep",
    ".directory",
    "Thumbs.db",
    "desktop.ini",
    ".*.sw?",
    ".#*",
    "#*#",
    ".~lock.*#",
    disk.LEFT_OVER,
)
"""Left by systems and editors while they run; never read, never published."""

_WORD = "[a-z0-9]+(-[a-z0-9]+)*"
_NAME = re.compile(_WORD)
_PAGE = re.compile(rf"({_WORD}/)?{_WORD}\.md")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_TABLES = tuple(f"{name}.yml" for name in (*TABLES, *DOCUMENTS))
_TAKEN = "en.md"
"""Its address is where the English site stands."""


@dataclass(frozen=True)
class Tree:
    """The files under ``docs`` that may be read, by path from the project's root and in order, and what is wrong with the rest."""

    files: tuple[str, ...]
    strays: tuple[str, ...]
    """Pages under a wrong name or in a wrong place. They are not read, but the codes in them are not to be called unknown."""
    problems: tuple[Problem, ...]

    def pages(self, lang: str) -> list[str]:
        """Paths of a language's pages, relative to its folder."""
        top = f"{DOCS}/{lang}/"
        return [path.removeprefix(top) for path in self.files if path.startswith(top)]


def walk(root: Path) -> Tree:
    """The tree under that project root."""
    walker = _Walker(root)
    walker.docs()
    return Tree(tuple(sorted(walker.files)), tuple(sorted(walker.strays)), tuple(walker.problems))


def legible(name: str) -> str:
    """A name from the disk as it can be printed: what is no text, and what would steer a terminal, as an escape."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def passed_over(name: str) -> bool:
    """Whether a file or folder of that name is left by a system or an editor, and none of ours."""
    return any(fnmatchcase(name, pattern) for pattern in PASSED_OVER)


class _Walker:
    """Collects files and problems; lives for one walk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: list[str] = []
        self.strays: list[str] = []
        self.problems: list[Problem] = []

    def _say(self, path: str, code: str, zh: str, en: str) -> None:
        self.problems.append(Problem(legible(path), 1, code, zh, en))

    def docs(self) -> None:
        """The whole tree."""
        if (self.root / DOCS).is_symlink():
            self._say(DOCS, "E010", *_LINK)
            return
        wanted = (*LANGS, DATA.rsplit("/", 1)[-1])
        for name in wanted:
            if not os.path.lexists(self.root / DOCS / name):
                self._say(f"{DOCS}/{name}", "E003", "没有这个文件夹，请放回来", "the folder is missing, expected it back under this name")
        for entry, path in self._entries(DOCS):
            if not _is_folder(entry):
                self.strays += [path] if _is_page(entry.name) else []
                self._say(path, "E011", *_advice(path))
            elif entry.name == "data":
                self._data(path)
            elif entry.name in LANGS:
                self._language(path)
            else:
                self._foreign(entry, path, "、".join(wanted), ", ".join(wanted))

    def _language(self, top: str) -> None:
        for entry, path in self._entries(top):
            if not _is_folder(entry):
                self._page(path, path.removeprefix(f"{top}/"))
            elif entry.name in FOLDERS:
                self._pages(path, top)
            elif entry.name.endswith(".md"):
                self._say(path, "E003", *_FOLDER)
            elif not self._told_in_chinese(path):
                self._foreign(entry, path, "、".join(FOLDERS), ", ".join(FOLDERS))

    def _pages(self, folder: str, top: str) -> None:
        """The pages of a folder; those in a folder further down are told one by one."""
        for entry, path in self._entries(folder):
            if not _is_folder(entry):
                self._page(path, path.removeprefix(f"{top}/"))
            elif entry.name.endswith(".md"):
                self._say(path, "E003", *_FOLDER)
            else:
                self._pages(path, top)

    def _page(self, path: str, within: str) -> None:
        name = path.rsplit("/", 1)[-1]
        if not name.endswith(".md"):
            if _is_page(name):
                self.strays.append(path)
            self._say(path, "E011", *_advice(path))
            return
        fault = _misnamed(name) or ("" if _PAGE.fullmatch(within) else "E105")
        if within == _TAKEN:
            self._say(path, "E109", "en 留给英文站，请换一个文件名", "the address en/ is that of the English site, expected another name")
        elif fault and not self._told_in_chinese(path):
            self._say(path, fault, *_FAULTS[fault])
        if legible(path) == path:
            self.files.append(path)

    def _data(self, folder: str) -> None:
        for entry, path in self._entries(folder):
            if not _is_folder(entry):
                if entry.name in _TABLES:
                    self.files.append(path)
                else:
                    self._say(path, "E011", *_advice(path))
            elif entry.name == FIGURES:
                self._figures(path)
            elif entry.name in _TABLES:
                self._say(path, "E003", *_FOLDER)
            else:
                self._foreign(entry, path, FIGURES, FIGURES)

    def _figures(self, folder: str) -> None:
        for entry, path in self._entries(folder):
            stem, _, ending = entry.name.rpartition(".")
            if _is_folder(entry):
                self._foreign(entry, path, "（没有）", "none")
            elif ending not in ("svg", "yml"):
                self._say(path, "E011", *_advice(path))
            elif fault := _misnamed(entry.name) or ("" if _NAME.fullmatch(stem) else "E105"):
                self._say(path, fault, *_FAULTS[fault])
            else:
                self.files.append(path)

    def _foreign(self, entry: os.DirEntry[str], path: str, zh: str, en: str) -> None:
        """A folder nobody knows, told once; pages in it are strays."""
        near = entry.name.lower()
        hint = (f"，是不是应叫 {near}？", f"; should it be called {near}?") if near != entry.name and near in zh else ("", "")
        zh, en = f"这里不放这个文件夹，应只有：{zh}{hint[0]}", f"no folder of this name belongs here, expected only: {en}{hint[1]}"
        self._say(path, "E012", zh, en)
        self._stray(path)

    def _stray(self, folder: str) -> None:
        for entry, path in self._entries(folder, quiet=True):
            if _is_folder(entry):
                self._stray(path)
            elif _is_page(entry.name):
                self.strays.append(path)

    def _entries(self, folder: str, quiet: bool = False) -> Iterator[tuple[os.DirEntry[str], str]]:
        """What stands in a folder and is a plain file or a folder, with its path, in order; the rest is told."""
        try:
            with os.scandir(self.root / folder) as found:
                entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
        except FileNotFoundError:
            return
        except OSError as error:
            said = error.strerror or str(error)
            self._say(folder, "E003", f"文件夹读不出来：{said}", f"cannot read the folder: {said}")
            return
        for entry in entries:
            if passed_over(entry.name):
                continue
            path = f"{folder}/{entry.name}"
            try:
                mode = entry.stat(follow_symlinks=False).st_mode
            except FileNotFoundError:  # Gone since: an editor was saving.
                continue
            if stat.S_ISLNK(mode) or getattr(entry, "is_junction", bool)():
                fault = _LINK
            elif not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                fault = _NO_FILE
            else:
                yield entry, path
                continue
            if not quiet:
                self._say(path, "E010", *fault)

    def _told_in_chinese(self, path: str) -> bool:
        """Whether this is an English file or folder whose Chinese counterpart has the same name: then the name is told there."""
        return path.startswith(f"{DOCS}/en/") and os.path.lexists(self.root / path.replace("/en/", "/zh/", 1))


_LINK = (
    "这是链接，docs 下只放文件本身，请换成文件，或删去",
    "this is a link, expected the file or folder itself: nothing under docs may lead elsewhere",
)
_NO_FILE = ("这不是普通文件，请删去", "this is no plain file, expected it gone")
_FOLDER = ("这是文件夹，应是文件；文件夹名不要以 .md、.yml 结尾", "this is a folder, expected a file")
_FAULTS = {
    "E105": (
        "文件名应只有小写英文、数字和连字符，最多一层文件夹",
        "expected a file name of lower-case letters, digits and hyphens, at most one folder deep",
    ),
    "E109": (
        f"文件名应不超过 {LONGEST} 个字符，也不能是 con、nul 这类 Windows 留给设备的名字",
        f"expected a file name of {LONGEST} characters at most, and none that Windows keeps for devices, such as con or nul",
    ),
}


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _misnamed(name: str) -> str:
    """Code of what is wrong with a name on some system or other; empty where nothing is."""
    return "E109" if len(name) > LONGEST or _DEVICE.fullmatch(name) else ""


def _is_page(name: str) -> bool:
    """Whether that was meant to be a page: ``x.md``, ``x.MD``, ``x.md.txt``, ``x.md~``."""
    return bool(re.search(r"\.(md|markdown)\b", name, re.IGNORECASE))


def _advice(path: str) -> tuple[str, str]:
    """What to do with a file that does not belong where it is."""
    name = path.rsplit("/", 1)[-1]
    stem, _, ending = name.partition(".")
    ending = ending.lower()
    if name.startswith("~$") or re.search(r"(~|\.(bak|orig|rej|tmp|old))$", name):
        return "这是软件自动留下的副本，请删去", "a program left this copy behind, expected it deleted"
    if path.startswith(f"{DATA}/") and (ending == "yaml" or f"{name.lower()}" in _TABLES or f"{stem.lower()}.yml" in _TABLES):
        wanted = f"{stem.lower()}.yml"
        return (
            f"这里的表应叫 {wanted}，请改名；已有同名的表，就把内容合并过去再删去",
            f"expected this table to be called {wanted}, or, where there is one, its rows moved into that",
        )
    if path.startswith(f"{DATA}/{FIGURES}/"):
        return (
            "这里只放图（.svg）和图里的词（.yml），请换成这两种，或删去",
            "only drawings (.svg) and their words (.yml) belong here, expected one of these, or the file gone",
        )
    if path.startswith(f"{DATA}/"):
        listed = "、".join(_TABLES), ", ".join(_TABLES)
        return (
            f"这里只有这些表：{listed[0]}，请把内容放进其中一张，再删去这个文件",
            f"the tables are {listed[1]}; expected what this holds in one of them, and the file gone",
        )
    if path.count("/") > 1 and _is_page(name):
        return (
            "页面的文件名应以 .md 结尾，请改名；多出来的副本请删去",
            "expected the name of a page to end in .md, or, if this is a copy, the file gone",
        )
    if re.search(r"(svg|png|jpe?g|gif|webp|bmp|heic)$", ending):
        return (
            "图片不放在这里：图（SVG）和两种语言的说明放进 docs/data/figures/，页面里写 {{ figure: 名字 }}",
            "pictures do not belong here, expected the drawing (SVG) and its words in docs/data/figures/ and {{ figure: name }} on the page",
        )
    return (
        "这里只放课程的 .md 页面，附件和别的文件不会发布，请移到 docs 外面，或删去",
        "only the course's .md pages belong here and nothing else is published, expected the file outside docs, or gone",
    )
