"""``python -m course terms``: where a term may be marked inside another word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.__main__ import main
from course.content.reading import load
from course.editing.neighbours import lines, others
from course.language.lang import Lang
from small import edited, line_of, original

Tree = Callable[..., Path]
PAGE = "docs/zh/cases/meter.md"


@pytest.mark.parametrize(
    ("lang", "marked", "wanted"),
    [
        ("zh", "客户指定施[工单]位。", ["单位"]),
        ("zh", "这张[工单]写得清楚。", []),
        ("zh", "[投诉]率高", []),  # A word the term begins is made from it.
        ("zh", "到[期望]型", ["到期"]),
        ("zh", "[工单]", []),
        ("en", "the Kano [questionnaire] of 1984", ["Kano"]),
        ("en", "a [work order] Form", ["Form"]),
        ("en", "The [work order] is done. Next", []),
    ],
)
def test_words_across_the_edge_of_a_term(lang: Lang, marked: str, wanted: list[str]) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert others(marked.replace("[", "").replace("]", ""), start, end, lang) == wanted


def test_every_place_is_listed_until_the_word_stands_in_the_table(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    change = edited(PAGE, ("先查后判", "施工单位要先查工单，先查后判"))
    root = tree(change)
    line = line_of(root, PAGE, "施工单位")
    found = list(lines(load(root)))
    assert len(found) == 3
    assert found[0].startswith(f"{PAGE}:{line}: work-order: ")
    assert "施[工单]位要先查工单" in found[0]
    root = tree(change | {"docs/data/terms.yml": original("docs/data/terms.yml") + "  not_in: {zh: [施工单位]}\n"})
    assert main(["--root", str(root), "terms"]) == 0
    assert capsys.readouterr().out == "没有术语像是标在别的词里 / no term seems to be marked inside another word\n"
