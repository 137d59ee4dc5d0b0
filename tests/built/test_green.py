"""A green check is a green build: whatever an author writes of links, what the check lets through a strict build takes."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from course.content.reading import load
from course.rules import check
from small import MINIMAL, ROOT

TARGETS = (
    "../cases/meter.md", "../cases/meter.md#rules", "../cases/meter.md#title", "../cases/meter.md#none", "meter.md", "../glossary.md",
    "../glossary.md#work-order", "../glossary.md#none", "../references.md#r01", "../references.md#R01", "/cases/meter.md", "/cases/", "../cases/", "..",
    ".", "", "#", "#none", "#here", "?a=1", "../cases/meter.md?a=1", "../cases/meter.md?a=1#rules", "../cases/meter.md#", "../cases/meter",
    "../cases/meter.html", "../cases/meter/", "..\\\\cases\\\\meter.md", "../cases/%6Deter.md", "../Cases/Meter.md", "../data/cases.csv", "../data/none.csv",
    "../prints/c01-handout.pdf", "../assets/css/tokens.css", "https://a.example/", "HTTPS://a.example/", "//a.example", "http://[", "mailto:", "tel:110",
    "说明", "../cases/meter.md “说明”", "../cases/meter.md '说明'", '../cases/meter.md "说明"', "<../cases/meter.md>", "< ../cases/meter.md >", "a b.md",
    "../browse/channels/hotline.md", "../browse/channels/none.md", "../trainer/cases/meter.md", "../index.md#doors", "../404.html", "../principles/matrix.md",
    "../../cases/meter.md", "../en/index.md", "../cases/meter.md\\#rules", "&#46;./cases/meter.md", "../cases/meter.md&#35;none", "a&b.md", "C01", "[C01]",
)  # fmt: skip
FORMS = (
    "见[说明]({0})。", "见 [说明]( {0} ) 。", "见[[[C01]]]({0})。", "见[**说明**]({0}){{ .ref }}。", "见[`码`]({0})。", "[说明][注]\n\n[注]: {0}", "[注]\n\n[注]: {0}",
    "[注][]\n\n[注]: {0}", "[说明][无]\n\n[注]: {0}", "见脚注[^1]。\n\n[^1]: {0}", "> 见[说明]({0})。", "- 见[说明]({0})。", "1. 见\n   [说明]({0})。",
    "| 一 | 二 |\n| --- | --- |\n| [说明]({0}) | 三 |", "::: note 题目\n见[说明]({0})。\n:::", "```dialogue\n坐席：见[说明]({0})。\n```",
    "见[说\n明]({0})。", "见[说明](\n{0})。", "见[说[明]书]({0})。", "见`[说明]({0})`。", "    [说明]({0})", "```\n[说明]({0})\n```", "见\\[说明]({0})。",
    "见[说明](../glossary.md){{ href=\"{0}\" }}。", "见<{0}>。", "## 见[说明]({0}) {{#here}}\n\n一句话。", "见[说明] ({0})。", "见![图]({0})。", "见![图][注]。\n\n[注]: {0}",
    "见[说明]：\n\n[说明]:\n  {0}", "<!-- [说明]({0}) -->\n\n一句话。", "见[a]({0})和[b]({0})。",
)  # fmt: skip
PAGES = 240
"""How many of all the forms with all the targets are tried, always the same: with all of them there is no more to find."""
PAGE = "---\ntitle: 一页\nsummary: 说一件事。\n---\n\n{0}\n"


def planted(to: Path) -> dict[str, str]:
    """The minimal course with a page for each form of link and target, below a root that a build can use; path -> text."""
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, to)
    shutil.copytree(MINIMAL / "docs", to / "docs")
    pages = {}
    for number, (form, target) in enumerate(random.Random(7).sample(list(product(FORMS, TARGETS)), PAGES)):
        path = f"docs/zh/about/page{number}.md"
        pages[path] = PAGE.format(form.format(target))
        (to / path).parent.mkdir(exist_ok=True)
        (to / path).write_text(pages[path], encoding="utf-8")
    return pages


@pytest.mark.thorough
def test_what_the_check_lets_through_a_strict_build_takes(tmp_path: Path) -> None:
    pages = planted(tmp_path)
    told = {problem.path for problem in check(load(tmp_path))}
    assert told <= pages.keys()
    passed = pages.keys() - told
    assert 0.2 * len(pages) < len(passed) < 0.8 * len(pages)
    for path in told:
        (tmp_path / path).unlink()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path, env={**os.environ, "PRINTS": "no"}, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    warned = [line for line in done.stderr.split("\n") if line.startswith("WARNING") and "about/page" in line]
    assert warned == []
    assert done.returncode == 0, done.stdout + done.stderr
