"""What may be under ``docs``, and what is: every file is either expected there or reported, so that none is published or ignored unnoticed.

::

    docs/zh, docs/en          *.md in the folders of the kinds of page, or beside them; the same names in both
    docs/data                 the tables, each under its own name
    docs/data/figures         drawings (.svg) and their words (.yml)

No link is followed, and nothing but regular files is opened. What systems and editors leave behind is ignored.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from course.content.kinds import FIGURES, FOLDERS
from course.content.problem import Problem
from course.content.strays import DATA, DOCS, FAULTS, FOLDER, LINK, LONGEST, NO_FILE, TABLE_FILES, advice, is_page
from course.files import disk
from course.language.lang import LANGS

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
"""Left behind by systems and editors; never read, never published."""

_WORD = "[a-z0-9]+(-[a-z0-9]+)*"
_NAME = re.compile(_WORD)
_PAGE = re.compile(rf"({_WORD}/)?{_WORD}\.md")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_TAKEN = "en.md"
"""Its address is that of the English site."""


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
    """A name from the disk as it can be printed: bytes that are no text, and characters that control a terminal, are escaped."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def passed_over(name: str) -> bool:
    """Whether a file or folder of that name was left behind by a system or an editor."""
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
            self._say(DOCS, "E010", *LINK)
            return
        wanted = (*LANGS, DATA.rsplit("/", 1)[-1])
        for name in wanted:
            if not os.path.lexists(self.root / DOCS / name):
                self._say(f"{DOCS}/{name}", "E003", "没有这个文件夹，请放回来", "the folder is missing, expected it back under this name")
        for entry, path in self._entries(DOCS):
            if not _is_folder(entry):
                self.strays += [path] if is_page(entry.name) else []
                self._say(path, "E011", *advice(path))
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
                self._say(path, "E003", *FOLDER)
            elif not self._told_in_chinese(path):
                self._foreign(entry, path, "、".join(FOLDERS), ", ".join(FOLDERS))

    def _pages(self, folder: str, top: str) -> None:
        """The pages of a folder; those in a folder further down are told one by one."""
        for entry, path in self._entries(folder):
            if not _is_folder(entry):
                self._page(path, path.removeprefix(f"{top}/"))
            elif entry.name.endswith(".md"):
                self._say(path, "E003", *FOLDER)
            else:
                self._pages(path, top)

    def _page(self, path: str, within: str) -> None:
        name = path.rsplit("/", 1)[-1]
        if not name.endswith(".md"):
            if is_page(name):
                self.strays.append(path)
            self._say(path, "E011", *advice(path))
            return
        fault = _misnamed(name) or ("" if _PAGE.fullmatch(within) else "E105")
        if within == _TAKEN:
            self._say(path, "E109", "en 留给英文站，请换一个文件名", "the address en/ is that of the English site, expected another name")
        elif fault and not self._told_in_chinese(path):
            self._say(path, fault, *FAULTS[fault])
        if legible(path) == path:
            self.files.append(path)

    def _data(self, folder: str) -> None:
        for entry, path in self._entries(folder):
            if not _is_folder(entry):
                if entry.name in TABLE_FILES:
                    self.files.append(path)
                else:
                    self._say(path, "E011", *advice(path))
            elif entry.name == FIGURES:
                self._figures(path)
            elif entry.name in TABLE_FILES:
                self._say(path, "E003", *FOLDER)
            else:
                self._foreign(entry, path, FIGURES, FIGURES)

    def _figures(self, folder: str) -> None:
        for entry, path in self._entries(folder):
            stem, _, ending = entry.name.rpartition(".")
            if _is_folder(entry):
                self._foreign(entry, path, "（没有）", "none")
            elif ending not in ("svg", "yml"):
                self._say(path, "E011", *advice(path))
            elif fault := _misnamed(entry.name) or ("" if _NAME.fullmatch(stem) else "E105"):
                self._say(path, fault, *FAULTS[fault])
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
            elif is_page(entry.name):
                self.strays.append(path)

    def _entries(self, folder: str, quiet: bool = False) -> Iterator[tuple[os.DirEntry[str], str]]:
        """The regular files and folders in a folder, with their paths, in order; anything else is reported."""
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
                fault = LINK
            elif not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                fault = NO_FILE
            else:
                yield entry, path
                continue
            if not quiet:
                self._say(path, "E010", *fault)

    def _told_in_chinese(self, path: str) -> bool:
        """Whether this is an English file or folder whose Chinese counterpart has the same name: then the name is told there."""
        return path.startswith(f"{DOCS}/en/") and os.path.lexists(self.root / path.replace("/en/", "/zh/", 1))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _misnamed(name: str) -> str:
    """Code of what is wrong with a name on some system or other; empty where nothing is."""
    return "E109" if len(name) > LONGEST or _DEVICE.fullmatch(name) else ""
