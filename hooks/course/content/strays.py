"""What is said of a file under ``docs`` that does not belong where it is, and what to do with it."""

from __future__ import annotations

import re

from course.content.kinds import DOCUMENTS, FIGURES, TABLES

DOCS = "docs"
DATA = "docs/data"
LONGEST = 80
"""Characters of a file's name: some systems store no more than 143 bytes, and the name is part of an address."""

TABLE_FILES = tuple(f"{name}.yml" for name in (*TABLES, *DOCUMENTS))
"""The tables there are."""

LINK = (
    "这是链接，docs 下只放文件本身，请换成文件，或删去",
    "this is a link, expected the file or folder itself: nothing under docs may lead elsewhere",
)
NO_FILE = ("这不是普通文件，请删去", "this is no plain file, expected it gone")
FOLDER = ("这是文件夹，应是文件；文件夹名不要以 .md、.yml 结尾", "this is a folder, expected a file")
FAULTS = {
    "E105": (
        "文件名应只有小写英文、数字和连字符，最多一层文件夹",
        "expected a file name of lower-case letters, digits and hyphens, at most one folder deep",
    ),
    "E109": (
        f"文件名应不超过 {LONGEST} 个字符，也不能是 con、nul 这类 Windows 留给设备的名字",
        f"expected a file name of {LONGEST} characters at most, and none that Windows keeps for devices, such as con or nul",
    ),
}


def is_page(name: str) -> bool:
    """Whether that was meant to be a page: ``x.md``, ``x.MD``, ``x.md.txt``, ``x.md~``."""
    return bool(re.search(r"\.(md|markdown)\b", name, re.IGNORECASE))


def advice(path: str) -> tuple[str, str]:
    """What to do with a file that does not belong where it is."""
    name = path.rsplit("/", 1)[-1]
    stem, _, ending = name.partition(".")
    ending = ending.lower()
    if name.startswith("~$") or re.search(r"(~|\.(bak|orig|rej|tmp|old))$", name):
        return "这是软件自动留下的副本，请删去", "a program left this copy behind, expected it deleted"
    if path.startswith(f"{DATA}/") and (ending == "yaml" or f"{name.lower()}" in TABLE_FILES or f"{stem.lower()}.yml" in TABLE_FILES):
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
        listed = "、".join(TABLE_FILES), ", ".join(TABLE_FILES)
        return (
            f"这里只有这些表：{listed[0]}，请把内容放进其中一张，再删去这个文件",
            f"the tables are {listed[1]}; expected what this holds in one of them, and the file gone",
        )
    if path.count("/") > 1 and is_page(name):
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
