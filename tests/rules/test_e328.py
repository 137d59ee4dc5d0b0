"""E328: two words written as one entry, and words that do not hold the term they are named for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from small import edited, line_of, original, problems

Tree = Callable[..., Path]
TERMS, SYNONYMS = "docs/data/terms.yml", "docs/data/synonyms.yml"


def term(old: str, new: str) -> Mapping[str, str]:
    return edited(TERMS, (old, new))


WRONG: list[tuple[str, str, Mapping[str, str], str, str]] = [
    (TERMS, "aliases:", term("[派工单]", "[派工单，单据]"), "“派工单，单据”里有“，”，两个词之间要用半角逗号", "`派工单，单据` holds `，`, expected a half-width comma between two words"),
    (TERMS, "avoid:", term("en: [slip]", "en: [slip；chit]"), "里有“；”", "holds `；`"),
    (SYNONYMS, "、", edited(SYNONYMS, ("电费, 账单", "电费、电钱, 账单")), "里有“、”", "holds `、`"),
    (TERMS, "not_in:", {TERMS: original(TERMS) + "  not_in: {zh: [施工队]}\n"}, "“施工队”里没有“工单”", "`施工队` does not hold `工单`"),
    (TERMS, "not_in:", {TERMS: original(TERMS) + "  not_in: {en: [work order]}\n"}, "not_in 里只写含有它的别的词", "`work order` does not hold `work order`"),
    (SYNONYMS, "[电费", edited(SYNONYMS, ("[电费, 账单]", "[电费]")), "这一组只有一个词", "this group has one word, expected two or more"),
    (SYNONYMS, "[bill", edited(SYNONYMS, ("[bill, invoice]", "[bill, bill]")), "“bill”在这一组里写了两次", "`bill` stands twice in this group"),
    (SYNONYMS, "[电费", edited(SYNONYMS, ("[电费, 账单]", "[电费, 费]")), "“费”只有一个字", "`费` is a single character"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "words", "files", "zh", "en"), WRONG)
def test_it_is_told_once_at_its_line(tree: Tree, path: str, words: str, files: Mapping[str, str], zh: str, en: str) -> None:
    root = tree(files)
    told = [problem for problem in problems(root) if problem.code == "E328"]
    assert [(problem.path, problem.line) for problem in told] == [(path, line_of(root, path, words))]
    assert zh in told[0].zh
    assert en in told[0].en
