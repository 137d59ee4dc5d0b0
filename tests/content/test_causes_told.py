"""One mistake, one sentence at its line: what only follows from it is not told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from small import edited, line_of, original, problems

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PRINCIPLE, PRINCIPLE_EN = "docs/zh/principles/check-first.md", "docs/en/principles/check-first.md"
ADDRESSES, FIGURES = "docs/data/addresses.yml", "docs/data/figures"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>{{ one }}</text></svg>'


def moved(old: str, new: str, lines: str = "moved: []") -> dict[str, str | None]:
    """The case under another name in both languages, and once published."""
    published = f"{lines}\npublished:\n- {{path: cases/meter.md, code: C01}}\n"
    files: dict[str, str | None] = {f"docs/{lang}/{new}": original(f"docs/{lang}/{old}") for lang in ("zh", "en")}
    return files | {f"docs/{lang}/{old}": None for lang in ("zh", "en")} | {ADDRESSES: published}


PUBLISHED = {ADDRESSES: "moved: []\npublished:\n- {path: cases/meter.md, code: C01}\n"}

ONE: list[tuple[Mapping[str, str | None], str, str, str, str, str]] = [
    (edited(CASE, ("```dialogue", "'''dialogue")), CASE, "'''dialogue", "E204", "'''dialogue 应写成 ```dialogue", "expected ```dialogue, with three backticks"),
    (edited(CASE_EN, ("```dialogue", "’’’dialogue")), CASE_EN, "’’’dialogue", "E204", "应写成 ```dialogue", "expected ```dialogue"),
    (edited(CASE, ("```dialogue", "···dialogue")), CASE, "···dialogue", "E204", "应写成 ```dialogue", "expected ```dialogue"),
    (edited(PRINCIPLE, ("```quiz", "``quiz")), PRINCIPLE, "``quiz", "E204", "应写成 ```quiz", "expected ```quiz"),
    (moved("cases/meter.md", "principles/meter.md"), "docs/zh/principles/meter.md", "id:", "E105", "编号 C01 的页面应放在 docs/zh/cases/", "the code C01 belongs into docs/zh/cases/"),
    (moved("cases/meter.md", "meter.md"), "docs/zh/meter.md", "id:", "E105", "编号 C01 的页面应放在 docs/zh/cases/", "belongs into docs/zh/cases/"),
    ({"docs/zh/forms/meter.md": original(CASE), CASE: None}, "docs/zh/forms/meter.md", "id:", "E105", "应放在 docs/zh/cases/", "belongs into docs/zh/cases/"),
    (moved("cases/meter.md", "cases/fast.md", "moved:\n- {from: cases/meter.md, to: cases/fats.md}"), ADDRESSES, "fats", "E308", "没有 cases/fats.md，应是现在有的页面，是不是 cases/fast.md？", "did you mean cases/fast.md?"),
    (moved("cases/meter.md", "cases/fast.md", "moved:\n- {from: cases/metre.md, to: cases/fast.md}"), ADDRESSES, "metre", "E308", "cases/metre.md 没有发布过，是不是 cases/meter.md？", "was never published, expected `from` to be cases/meter.md"),
    (edited(CASE, ("id: C01", "id: C10")) | PUBLISHED, CASE, "id:", "E308", "这一页发布时的编号是 C01", "this page was published as C01"),
    (edited(CASE, ("summary: 客户说", "summary: 客户说\n")), CASE, "新表走得快。", "E006", "上一行的话没写完就换了行，请接到上一行末尾", "expected this line joined to the one above"),
    (edited(CASE, ("summary: 客户说", "summary: 客户\n说：")), CASE, "说：新表", "E006", "上一行的话没写完就换了行", "joined to the one above"),
    (edited(CASE_EN, ("summary: A customer ", "summary: A customer\n")), CASE_EN, "says the new", "E006", "上一行的话没写完就换了行", "joined to the one above"),
    (edited(CASE, ("channel: hotline", "channel: [hotline, counter]")), CASE, "channel:", "E104", "“channel”只能有一个值，不写成列表", "`channel` holds one value, expected neither a list"),
    (edited(CASE, ("title: 表走得快", "title:\n  zh: 表走得快")), CASE, "title:", "E104", "“title”只能有一个值", "`title` holds one value"),
    ({f"{FIGURES}/new.svg": SVG}, f"{FIGURES}/new.svg", "<svg", "E108", "这张图还没有词，应有 new.yml", "this drawing has no words yet, expected new.yml"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "path", "words", "code", "zh", "en"), ONE, ids=[f"{row[3]} {row[5]}" for row in ONE])
def test_one_mistake_is_told_once_where_it_was_made(
    tree: Tree, files: Mapping[str, str | None], path: str, words: str, code: str, zh: str, en: str
) -> None:
    root = tree(files)
    told = problems(root)
    assert [(problem.path, problem.line, problem.code) for problem in told] == [(path, line_of(root, path, words), code)], told
    assert zh in told[0].zh
    assert en in told[0].en


def test_a_page_in_its_own_folder_keeps_all_its_mistakes(tree: Tree) -> None:
    told = problems(tree(edited(CASE, ("level: standard\n", ""), ("title: 表走得快\n", ""))))
    assert [(problem.code, problem.path) for problem in told] == [("E101", CASE)] * 2
