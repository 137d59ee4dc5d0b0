"""Rule E302 by examples: a figure that stands in one language only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from course.__main__ import main
from course.content.problem import Problem
from course.content.reading import load
from course.rules.e302_same_figures import CODE, check
from small import edited, line_of

Tree = Callable[..., Path]
ZH, EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
OLD, OLD_EN = "先让大家读。", "Let everyone read first."


def found(root: Path) -> list[Problem]:
    return sorted(check(load(root)))


def pair(zh: str, en: str) -> Mapping[str, str]:
    """The minimal course with these words in the trainer's notes."""
    return {**edited(ZH, (OLD, zh)), **edited(EN, (OLD_EN, en))}


@pytest.mark.parametrize(
    ("zh", "en", "in_zh", "in_en"),
    [
        ("读 3 分钟。", "Read for 4 minutes.", "3 分钟", "4 minutes"),
        ("等三天。", "Wait four days.", "三天", "four days"),
        ("打 95598。", "Ring 95589.", "95598", "95589"),
        ("收 168.30 元。", "It is 186.30 yuan.", "168.30 元", "186.30 yuan"),
        ("6 月 8 日起。", "From 9 June on.", "6 月 8 日", "9 June"),
        ("14:20 没人接。", "No answer at half past two.", "14:20", "half past two"),
        ("8 月 26 日缴，9 月再说。", "Pay by 26 September, not in August.", "8 月 26 日", "26 September"),
        ("说一次，收千分之一。", "Say it once and take 1%.", "", "1%"),
        ("违约金 0.1%。", "The charge is 1%.", "0.1%", "1%"),
        ("5 个工作日内答复。", "Reply within 5 days.", "5 个工作日", "5 days"),
        ("打 95598。", "Ring us.", "95598", ""),
        ("给我们打电话。", "Ring 95598.", "", "95598"),
        ("甲 7 户，乙 8 户。\n\n丙 7 户。", "A 7, B 8.\n\nC 8.", "7", "8"),
        ("打 95598。\n\n::: note 注意\n等 3 天。\n:::", "Ring 95598.\n\n::: note Mind\nWait 30 days.\n:::", "3 天", "30 days"),
    ],
)
def test_a_figure_of_one_language_only(tree: Tree, zh: str, en: str, in_zh: str, in_en: str) -> None:
    root = tree(pair(zh, en))
    problems = found(root)
    assert [problem.path for problem in problems] == [EN] * bool(in_en) + [ZH] * bool(in_zh)
    for problem, said in zip(problems, filter(None, (in_en, in_zh)), strict=True):
        assert problem.code == CODE
        assert said in (root / problem.path).read_text(encoding="utf-8").splitlines()[problem.line - 1]
        assert f"“{said}”" in problem.zh and f"`{said}`" in problem.en
        lacks = ZH if problem.path == EN else EN
        assert lacks in problem.zh and lacks in problem.en


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("等 1.5 小时。", "Wait 90 minutes."),
        ("千分之一。", "0.1%."),
        ("8 月 26、27 日缴，8 月份的。", "Pay on 26 or 27 August; it is August's."),
        ("2021 年 11 月 1 日起。", "Since 2021."),
        ("百户里有 1 户。", "That is 1% of them."),
        ("见 [[P01]] 和 [[C01]]，编号 B005 [R01]。", "See the cases."),
        ("[地图](https://example.com/12345)", "[Map](https://example.com/6789)"),
        ("等一下，一句话说清。", "Just a moment; put it plainly."),
        ("没有。", "None.\n\n::: compare Great Britain\nWithin 18 hours, 95 pounds.\n:::"),
        ("1. 读\n2. 议", "- Read\n- Discuss"),
    ],
)
def test_nothing_to_say(tree: Tree, zh: str, en: str) -> None:
    assert not found(tree(pair(zh, en)))


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [("客户说新表走得快。", "客户说 3 块新表走得快。", "summary"), ("先查读数，再说快慢。", "先查 30 天的读数，再说快慢。", "P01")],
)
def test_the_words_of_the_front_matter(tree: Tree, old: str, new: str, key: str) -> None:
    root = tree(edited(ZH, (old, new)))
    assert [(problem.path, problem.line) for problem in found(root)] == [(ZH, line_of(root, ZH, f"{key}:"))]


TABLES = {name: f"docs/data/{name}.yml" for name in ("course", "phrases", "plans", "references", "terms", "vocabulary")}
FIGURE = {
    "docs/data/figures/one.svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<text>{{ one }}</text>\n</svg>',
    "docs/data/figures/one.yml": "alt: {zh: 图, en: Figure}\ncaption: {zh: 图, en: Figure}\nwords:\n  one: {zh: 8 分钟, en: 9 min}\n",
}


@pytest.mark.parametrize(
    ("path", "files", "in_zh", "in_en"),
    [
        (
            TABLES["references"],
            edited(TABLES["references"], ("zh: 当天给第一次答复。, en: A first", "zh: 3 天内答复。, en: A first")),
            "3 天",
            "",
        ),
        (TABLES["terms"], edited(TABLES["terms"], ("一件事和办理经过的单子。, en: The sheet", "5 份单子。, en: The 6 sheets")), "5", "6"),
        (TABLES["phrases"], edited(TABLES["phrases"], ("en: Let me look up", "en: Give me 20 minutes to look up")), "", "20 minutes"),
        (TABLES["plans"], edited(TABLES["plans"], ("一个班组, en: One team", "12～24 人, en: 12 to 42 people")), "24", "42"),
        (TABLES["course"], edited(TABLES["course"], ("电话响了。, en: The", "打 95598。, en: The")), "95598", ""),
        (TABLES["vocabulary"], edited(TABLES["vocabulary"], ("en_about: Hotline.", "en_about: Hotline 95598.")), "", "95598"),
        ("docs/data/figures/one.yml", FIGURE, "8 分钟", "9 min"),
    ],
)
def test_a_row_of_a_table(tree: Tree, path: str, files: Mapping[str, str], in_zh: str, in_en: str) -> None:
    root = tree(files)
    problems = found(root)
    assert {(problem.path, problem.line) for problem in problems} == {(path, line_of(root, path, said)) for said in (in_en, in_zh) if said}
    said = [problem.zh for problem in problems]
    assert sorted(said) == sorted(
        [f"英文写了“{in_en}”，中文的同一条没有；应两边一致"] * bool(in_en)
        + [f"中文写了“{in_zh}”，英文的同一条没有；应两边一致"] * bool(in_zh)
    )
    assert all("does not in the same place; expected the same in both" in problem.en for problem in problems)


def test_a_row_of_a_table_that_says_the_same(tree: Tree) -> None:
    same = FIGURE["docs/data/figures/one.yml"].replace("zh: 8 分钟, en: 9 min", "zh: 周一 8 分钟, en: Mon 8 min")
    assert not found(tree({**FIGURE, "docs/data/figures/one.yml": same}))


def test_titles_of_the_source_documents_are_left_alone(tree: Tree) -> None:
    assert not found(tree(edited("docs/data/syllabus.yml", ("en: What service means", "en: What service means 321"))))


def test_a_title_that_waits_for_its_translator_is_left_alone(tree: Tree) -> None:
    root = tree()
    assert main(["--root", str(root), "accept", "--all"]) == 0
    file = root / ZH
    file.write_text(file.read_text(encoding="utf-8").replace("summary: 客户", "summary: 3 位客户"), encoding="utf-8")
    assert found(root) == []
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: 第 2 次"), encoding="utf-8")
    assert found(root) == []


def test_the_minimal_course_passes(tree: Tree) -> None:
    assert not found(tree())


def test_a_page_not_translated_yet_passes(tree: Tree) -> None:
    assert not found(tree({**edited(ZH, (OLD, "打 95598。")), EN: None}))


def test_a_page_whose_sections_are_wrong_is_left_to_its_own_rule(tree: Tree) -> None:
    assert not found(tree({**edited(ZH, (OLD, "打 95598。")), **edited(EN, ("## Trainer notes", "## Notes"))}))
