"""An address or code once published stays: the page is there, or leads to where it went."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem, places, told
from course.content.source import Source
from course.site.pages import own_paths, paths

CODE = "E308"
WHY = "打印稿、聊天记录里的旧地址和旧编号，几年后还有人用。/ Old addresses and codes live on paper and in chats for years."

ROWS = {"browse/": "docs/data/vocabulary.yml", "plans/": "docs/data/plans.yml"}
"""Folders with a page for every row of a table: while that cannot be read, nobody can tell which are gone."""

OTHERS = ("assets", "data", "en", "search")
"""Folders of the site that hold no page of ours, or the other language's."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Published pages that are gone, published codes given to another page, and moves that lead nowhere."""
    source = catalogue.tables.get("addresses")
    if source is None:
        return
    here = {*catalogue.pages, *paths(catalogue)}
    moved = {row.old: row.new for row in catalogue.addresses.moved}
    broken = places(catalogue.problems)
    asked = {*(row.path for row in catalogue.addresses.published), *moved.values()}
    unread = {path for path in asked if told(f"docs/zh/{path}", broken)}  # An English page left behind does not keep the address.
    untold = tuple(folder for folder, table in ROWS.items() if told(table, broken))
    here |= {row.path for row in catalogue.addresses.published if row.path.startswith(untold)}
    gone = {old for old, new in moved.items() if new not in here}
    misnamed = _misnamed(catalogue, here)
    for index, row in enumerate(catalogue.addresses.published):
        line = source.line("published", index)
        now = catalogue.coded.get(row.code)
        if row.path in {*gone, *misnamed.values()} or row.code in catalogue.unread and row.path not in catalogue.pages:
            continue  # The line that leads nowhere is told, or the page that could not be read.
        if row.path not in here | unread:
            yield _lost(source, index, row.path, now.path if now else "")
        elif now and now.path not in (row.path, moved.get(row.path)) and row.path not in unread:
            zh = f"编号 {row.code} 发布时是 {row.path}，不能再给 {now.path}，应换一个没用过的编号"
            yield Problem(
                source.path, line, CODE, zh, f"{row.code} was published as {row.path}, expected {now.path} to have a code never used before"
            )
        elif row.code and (page := catalogue.pages.get(row.path)) and page.code != row.code and row.path not in unread:
            own, code = page.sides["zh"], page.code or "-"
            zh = f"这一页发布时的编号是 {row.code}，已印在纸上，现在写的是 {code}，应改回"
            en = f"this page was published as {row.code}, which is on paper, and says {code} now; expected {row.code}"
            yield Problem(own.path, own.line("id"), CODE, zh, en)
    for index, (old, new) in enumerate(moved.items()):
        line = source.line("moved", index)
        if old in misnamed:
            zh = f"{old} 没有发布过，是不是 {misnamed[old]}？"
            yield Problem(source.path, line, CODE, zh, f"{old} was never published, expected `from` to be {misnamed[old]}")
        elif old.split("/")[0] in (*OTHERS, *(f"{name}.md" for name in OTHERS)):
            zh, en = f"{old} 是别的文件的地方，不是页面的旧地址", f"{old} is where other files stand, expected the old address of a page"
            yield Problem(source.path, line, CODE, zh, en)
        elif old in catalogue.pages or old in own_paths(catalogue):
            yield Problem(
                source.path, line, CODE, f"{old} 还在，不能同时搬走", f"{old} is still there, expected `from` to be a page that is gone"
            )
        if new not in here - set(moved) | unread:
            code = next((row.code for row in catalogue.addresses.published if row.path == old and row.code in catalogue.coded), "")
            hint = (
                f"，是不是 {catalogue.coded[code].path}？" if code else "",
                f"; did you mean {catalogue.coded[code].path}?" if code else "",
            )
            zh, en = f"没有 {new}，应是现在有的页面{hint[0]}", f"there is no {new}, expected `to` to be a page that exists{hint[1]}"
            yield Problem(source.path, line, CODE, zh, en)


def _misnamed(catalogue: Catalogue, here: set[str]) -> dict[str, str]:
    """Lines below ``moved`` whose old address was never published, and the published page they must mean: it is where they lead."""
    published = {row.path for row in catalogue.addresses.published}
    found = {}
    for move in catalogue.addresses.moved:
        meant = [
            row.path
            for row in catalogue.addresses.published
            if row.path not in here and (now := catalogue.coded.get(row.code)) and now.path == move.new
        ]
        if move.old not in published | catalogue.pages.keys() and meant:
            found[move.old] = meant[0]
    return found


def _lost(source: Source, index: int, path: str, now: str) -> Problem:
    """A published page that is gone: where to add which line, and where it leads if that can be told."""
    line = source.line("moved") if ("moved",) in source.lines else source.line("published", index)
    added = f"- {{from: {path}, to: {now or '…'}}}"
    zh = f"{path} 发布过，现在没有了，应在 moved: 下面加一行：{added}"
    en = f"{path} was published and is gone, expected a line below `moved:`: {added}"
    if not now:
        zh, en = f"{zh}，把 … 换成代替它的页面", f"{en} with the page that takes its place for …"
    if "moved" in source.data and not source.data["moved"]:
        zh, en = f"{zh}；moved: 后面的 [] 先删掉", f"{en}; delete the [] behind `moved:` first"
    return Problem(source.path, line, CODE, zh, en)
