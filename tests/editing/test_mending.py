"""``make fix``: what it mends, what it leaves alone, and that it changes no word."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course.__main__ import main
from course.content import front_matter
from course.content.reading import load
from course.content.source import Source
from course.editing.mending import mended, mends
from course.translation import outdated
from course.translation.outdated import normalised
from small import MINIMAL, SAMPLE, edited, original

Tree = Callable[..., Path]
CASE, CASE_EN, TERMS = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/data/terms.yml"
FILES = [
    file
    for folder in ("docs/zh", "docs/en", "docs/data")
    for file in sorted((SAMPLE / folder).rglob("*.*"))
    if file.suffix in (".md", ".yml")
]

PAGE = "---\ntitle: 表\nsummary: 话\n---\n\n{}\n"


def body(text: str, path: str = "docs/zh/about/x.md") -> str:
    """What becomes of a body."""
    return mended(PAGE.format(text), path).removeprefix(PAGE.split("{", 1)[0]).removesuffix("\n")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('客户说:"好的"!', "客户说：“好的”！"),
        ("第１２号ＡＢ柜", "第 12 号 AB 柜"),
        ("拨95598热线", "拨 95598 热线"),
        ("等等...好", "等等……好"),
        ("等。。。好", "等……好"),
        ("好 -- 是", "好——是"),
        ("好，，是", "好，是"),
        ("价格(含税)是", "价格（含税）是"),
        ("真的吗?! 是", "真的吗？！是"),
        ("好\u200b的⼈", "好的人"),
        ("\u3000\u3000段落", "段落"),
        ("好\u3000是", "好 是"),
        ("好的。  ", "好的。"),
        ("3月-5月", "3 月-5 月"),
        ("3 月 -5 月", "3 月-5 月"),
        ("下午3点-5点半", "下午 3 点-5 点半"),
        ("3月5日-8日", "3 月 5 日-8 日"),
        ("9:00-11:30来", "9:00-11:30 来"),
        ("30-50元，30元-50元", "30-50 元，30 元-50 元"),
        ("2026-05-01到", "2026-05-01 到"),
        ("5-8分钟，第3-5条", "5-8 分钟，第 3-5 条"),
        ("好。   \n是", "好。  \n是"),
        ("- 好,  \n  是", "- 好，  \n  是"),
        ("| 好,是 |  \n| --- |", "| 好，是 |\n| --- |"),
        ("```dialogue\n甲：好  \n乙：是\n```", "```dialogue\n甲：好\n乙：是\n```"),
        ("好\u00a0的，3\u2009kW，甲\u2003乙", "好的，3 kW，甲 乙"),
        ("说“好”.共三户", "说“好”。共三户"),
        ("20％的人", "20% 的人"),
        ('他说“wait."再来', "他说“wait.”再来"),
        ("- 好,是", "- 好，是"),
        ("- [ ] 好,是", "- [ ] 好，是"),
        ("## 好,是 {#a-b}", "## 好，是 {#a-b}"),
        ("| 好,是 | 3个 |", "| 好，是 | 3 个 |"),
        ("::: myth “好”的,是", "::: myth “好”的，是"),
        ("见[图,表](a,b.md),是", "见[图，表](a,b.md)，是"),
        ("```dialogue\n客户:好,是\n坐席(✓ P01):好,是\n(停,走)\n```", "```dialogue\n客户：好，是\n坐席（✓ P01）：好，是\n(停，走)\n```"),
        ("```dialogue\n甲：好\n```\n\n好,是  ", "```dialogue\n甲：好\n```\n\n好，是"),
        ("```quiz\n哪句?\n- [x] 好,是\n  > 好,是\n```", "```quiz\n哪句？\n- [x] 好，是\n  > 好，是\n```"),
    ],
)
def test_what_it_mends(wrong: str, right: str) -> None:
    assert body(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "表一\u3000本所",
        "第 3 章 “七个一”",
        "接待-理解-帮助",
        "`好,是`和`a`",
        "```\n好,是  \n```",
        "```dialogue\n甲：好\n```\n\n```\n好,是  \n```",
        "~~~yaml\n好,是",
        "<!-- 好,是\n好,是 -->",
        "见 [[C09|好,是]]，[R02]。",
        "{{ figure: five-needs }}",
        '<b title="好,是">好</b>',
        "见 https://example.com/a,b?c=1 和 a@example.com",
        "约翰.史密斯",
        "周一-周五，甲-3 号，T-1 日，气温 -5 ℃，气温-5 ℃",
        "3。5 元",
        "好。  \n是",
        "自己核得 出来的数，要说。",
        "见附件.pdf 和 3.5 元、1,000 户，9:40 到",
        '屏有 5" 和 10" 两种',
        "按 1.96×√(p(1−p)÷n) 粗算",
        "| 好 | 是 |\n| --- | :-: |",
        "好，。是",
        "后來的事",
        "С01 号",
    ],
)
def test_what_it_leaves_alone(text: str) -> None:
    assert body(text) == text


def test_english_prose_is_not_set_as_chinese() -> None:
    text = 'The legal name: 违约金, not 滞纳金.  \nA "quoted" word... and Ａ\u200b.\n“您好，请坐。” A list，and more。'
    assert (
        body(text, "docs/en/about/x.md")
        == 'The legal name: 违约金, not 滞纳金.  \nA "quoted" word... and A.\n“您好，请坐。” A list, and more.'
    )
    assert body('He said “wait." Then “go”.', "docs/en/about/x.md") == "He said “wait.” Then “go”."


def test_front_matter_has_its_words_mended_and_nothing_else() -> None:
    text = "---\nid: C01\ntitle: '表,好'\nsummary: \"拨95598,好\"\nprinciples:\n  P01: 好,是  \nsources: [A1.1]\n---\n\n好\n"
    assert (
        mended(text, CASE)
        == "---\nid: C01\ntitle: '表，好'\nsummary: \"拨 95598，好\"\nprinciples:\n  P01: 好，是\nsources: [A1.1]\n---\n\n好\n"
    )


@pytest.mark.parametrize("value", ["二#3号", '"他说\\"好,是\\""', "|\n  好,是", "'他''好,是'", "好,\n  是"])
def test_front_matter_still_says_the_same(value: str) -> None:
    text = PAGE.format("好").replace("summary: 话", f"summary: {value}")
    before, after = front_matter.page(text, ""), front_matter.page(mended(text, "docs/zh/x.md"), "")
    assert isinstance(before, Source) and isinstance(after, Source)
    assert normalised(before.data["summary"]) == normalised(after.data["summary"])


def test_a_table_has_its_chinese_words_mended() -> None:
    row = "- id: a-b\n  term: {zh: 表3号, en: a, b}\n  avoid: {zh: [表3号]}\n".replace("a, b", '"a, 表"')
    assert mended(row, TERMS) == row.replace("term: {zh: 表3号", "term: {zh: 表 3 号")


@pytest.mark.parametrize("text", ["标题: 好,是\n\n好,是\n", "---\ntitle: 好,是\n\n好,是\n", "---\ntitle: [好,是\n---\n"])
def test_where_it_cannot_tell_it_mends_no_words(text: str) -> None:
    assert mended(text, CASE) == text


def test_a_file_from_windows() -> None:
    text = "\ufeff" + PAGE.format("好").replace("\n", "\r\n").removesuffix("\r\n")
    assert mended(text, CASE) == PAGE.format("好")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SAMPLE).as_posix())
def test_a_right_page_is_left_alone(file: Path) -> None:
    text = file.read_bytes().decode()
    assert mended(text, file.relative_to(SAMPLE).as_posix()) == text


PIECES = st.sampled_from(
    [*"好是的月3aＡ\u00a0\u2009％⼈,.:;?!()（）“”\"'-`[]{}|*_#<>，。：\u3000\u200b \n", "...", "--", "```", "```dialogue\n", "客户：", "客户: ", "Ms Lu：", "（✓ P01）：", "(✓ P01):", "[[C01]]", "[R01]", "](", "{#a", "<!--", "-->", "  \n", "\n\n", "&nbsp;", "\\", "http://a.b/", "——", "……", "\r", "\ue000", "95598", "App", "✓", ":::", "::: note "]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=400)
@example(":::⼈客户：", "docs/en/x.md")
@given(TEXTS, st.sampled_from(["docs/zh/x.md", "docs/en/x.md"]))
def test_mending_twice_is_mending_once_and_changes_no_fingerprint(text: str, path: str) -> None:
    page = PAGE.format(text)
    once = mended(page, path)
    assert mended(once, path) == once
    assert normalised(once) == normalised(page.replace("\r\n", "\n").replace("\r", "\n"))


@settings(max_examples=200)
@given(TEXTS, st.sampled_from([CASE, CASE_EN, TERMS]))
def test_whatever_stands_in_a_file(text: str, path: str) -> None:
    once = mended(text, path)
    assert mended(once, path) == once


@settings(max_examples=200)
@given(TEXTS)
def test_front_matter_is_mended_once_and_says_the_same(text: str) -> None:
    page = PAGE.format("好").replace("summary: 话", f"summary: {text}")
    once = mended(page, "docs/zh/x.md")
    assert mended(once, "docs/zh/x.md") == once
    before, after = front_matter.page(page.replace("\r", "\n"), ""), front_matter.page(once, "")
    assert isinstance(before, Source) == isinstance(after, Source)


def test_a_space_that_would_begin_a_comment_is_left_as_it_is() -> None:
    page = PAGE.format("好").replace("summary: 话", "summary: 好\u00a0#")
    assert mended(page, "docs/zh/x.md") == page


def test_no_translation_falls_behind(tree: Tree) -> None:
    root = tree()
    main(["--root", str(root), "accept", "--all"])
    file = root / CASE
    file.write_text(file.read_text(encoding="utf-8").replace("先查后判。", "先查,后判 .").replace("先让大家读。", "Ａ先"), encoding="utf-8")
    before = outdated.stamps(load(root).cases["C01"])
    assert main(["--root", str(root), "fix"]) == 0
    assert outdated.stamps(load(root).cases["C01"]) == before


def test_it_works_where_the_check_fails_and_says_what_it_did(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree(
        {
            **edited(CASE, ("先查后判。", "先查,后判.")),
            "docs/zh/index.md": "",
            "docs/en/index.md": b"\xff\xfe",
            TERMS: original(TERMS).removesuffix("\n"),
        }
    )
    assert main(["--root", str(root), "fix"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"改好了 / mended: {TERMS}",
        f"改好了 / mended: {CASE}",
        "其余要人来看：make check 会列出来 / what needs your eye is told by make check",
    ]
    assert "先查，后判。" in (root / CASE).read_text(encoding="utf-8")
    assert (root / "docs/en/index.md").read_bytes() == b"\xff\xfe"
    assert main(["--root", str(root), "fix"]) == 0
    assert capsys.readouterr().out == "没有能代改的 / nothing to mend\n"


def test_it_leaves_a_huge_file_alone(tree: Tree) -> None:
    root = tree({"docs/zh/index.md": "好,是\n" * 200_000})
    assert list(mends(root)) == []


def test_the_minimal_course_needs_nothing() -> None:
    assert list(mends(MINIMAL)) == []


@given(st.lists(st.sampled_from([*"月日点元3589：:- 。a”", "10", "  \n"]), max_size=20).map("".join))
def test_no_hyphen_gets_a_space_on_one_side_alone(text: str) -> None:
    half = re.compile(r"(?<=[^\s-]) -(?=[^\s-])|(?<=[^\s-])- (?=[^\s-])")
    assert len(half.findall(body(text))) <= len(half.findall(text))
