"""E327: values and lines in the other language are told, names and words quoted are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.language.lang import Lang
from course.rules.e327_own_language import foreign
from small import edited, line_of, problems

Tree = Callable[..., Path]
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
TERMS, PHRASES, COURSE, VOCABULARY = (f"docs/data/{name}.yml" for name in ("terms", "phrases", "course", "vocabulary"))


def term(old: str, new: str) -> Mapping[str, str]:
    return edited(TERMS, (old, new))


WRONG: list[tuple[str, str, Mapping[str, str], str, str]] = [
    (TERMS, "  term:", term("zh: 工单, en: work order", "zh: work order, en: 工单"), "zh 和 en 写反了，应对调", "`zh` and `en` are swapped"),
    (TERMS, "definition:", term("en: The sheet that records one matter and what was done about it.", "en: 记下一件事和办理经过的单子。"), "这里应是英文，写的是中文", "this is Chinese, expected English here"),
    (TERMS, "aliases:", term("zh: [派工单]", "zh: [job sheet]"), "这里应是中文，写的是英文", "this is English, expected Chinese here"),
    (PHRASES, "why:", edited(PHRASES, ('A verdict before the check', '没查先判')), "这里应是英文", "this is Chinese"),
    (COURSE, "  line:", edited(COURSE, ("zh: 电话响了。, en: The telephone rings.", "zh: The telephone rings., en: The telephone rings.")), "这里应是中文", "this is English"),
    (VOCABULARY, "hotline-agent", edited(VOCABULARY, ("zh_about: 热线坐席。, en_about: Hotline agent.", "zh_about: Hotline agent., en_about: 热线坐席。")), "zh 和 en 写反了", "are swapped"),
    (CASE_EN, "title:", edited(CASE_EN, ("title: ", "title: 表走得快 ")), "这里应是英文", "this is Chinese"),
    (CASE, "title:", edited(CASE, ("title: 表走得快", "title: The meter is too fast")), "这里应是中文", "this is English"),
    (CASE_EN, "先让大家读。", edited(CASE_EN, ("Let everyone read first.", "先让大家读。")), "这里应是英文", "this is Chinese"),
    (CASE, "Let everyone", edited(CASE, ("先让大家读。", "Let everyone read it for themselves first.")), "这里应是中文", "this is English"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "words", "files", "zh", "en"), WRONG)
def test_it_is_told_once_at_its_line(tree: Tree, path: str, words: str, files: Mapping[str, str], zh: str, en: str) -> None:
    root = tree(files)
    told = [problem for problem in problems(root) if problem.code == "E327"]
    assert [(problem.path, problem.line) for problem in told] == [(path, line_of(root, path, words))]
    assert zh in told[0].zh
    assert en in told[0].en


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("工单", "zh"), ("4C", "zh"), ("7-38-55", "zh"), ("App", "zh"), ("95598", "zh"), ("MOT", "zh"), ("", "zh"), ("GB/T 19012-2019", "zh"),
        ("docs/zh/index.md", "zh"), ("work order", "en"), ("12", "en"), ("", "en"), ("It is called 违约金, not 滞纳金, in the law.", "en"), ("✎ 标题", "en"),
    ],
)  # fmt: skip
def test_what_is_in_its_own_language_is_not_told(text: str, lang: Lang) -> None:
    assert not foreign(text, lang, names=text == "App")


@given(
    st.text(alphabet="电表工单服务 ，。1", min_size=1, max_size=20).filter(
        lambda text: any("\u3400" <= letter for letter in text if letter.isalpha())
    )
)
def test_chinese_is_foreign_to_english_alone(text: str) -> None:
    assert foreign(text, "en")
    assert not foreign(text, "zh")
