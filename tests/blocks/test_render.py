"""A small body -> the Markdown any builder gets -> the HTML the site's own extensions make of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from markdown import markdown

from course.language.lang import Lang
from course.render.blocks import render
from course.syntax.tree import parse
from small import ROOT, scope


class _Loader(yaml.SafeLoader):
    """Configurations may name Python objects; none of ours matters here."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def extensions() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)["markdown_extensions"]  # noqa: S506
    return found


def as_html(body: str, lang: Lang = "zh") -> str:
    """The finished HTML, without the space between elements."""
    options = extensions()
    made = markdown(render(parse(body).nodes, scope(lang)), extensions=list(options), extension_configs=options, output_format="html")
    return re.sub(r">\s+<", "><", made.strip())


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("words\n\n- one", "words\n\n- one"),
        ("- [ ]看读数", '- <span class="box">☐</span> 看读数'),
        ("- [ ] 看读数", '- <span class="box">☐</span> 看读数'),
        (
            "```dialogue\n客户：[R01]？\n（停）\n坐席（✗ P01）：不。\n```",
            '<div class="dialogue" markdown="1">\n\n'
            '<p class="turn" markdown="1"><b class="turn__speaker">客户：</b> <span class="turn__words">[R01](../references.md#r01 "答复时限"){ .ref }？</span></p>\n\n'
            '<p class="stage" markdown="1">停</p>\n\n'
            '<p class="turn turn--bad" markdown="1"><b class="turn__speaker">坐席：</b> <span class="turn__words">不。</span> '
            '<span class="turn__mark"><span class="turn__sign" role="img" aria-label="不要这样说">✗</span> '
            '[P01 先查后判](../principles/check-first.md "查清楚了再下结论。"){ .chip .chip--bad }</span></p>\n\n'
            "</div>",
        ),
        (
            "::: note 记住 <这句>\n话\n:::",
            '<div class="note note--note" markdown="1">\n<p class="note__title"><span class="note__label">提醒</span> 记住 &lt;这句&gt;</p>\n\n话\n\n</div>',
        ),
        (
            "::: answer\n话\n:::",
            '<details class="answer" markdown="1">\n<summary>先自己想，再看参考</summary>\n\n话\n\n</details>\n\n'
            '<p class="print-only">参考答案不打印。请在网站本页展开查看。</p>',
        ),
        (
            "::: trainer 分组\n话\n:::",
            '<details class="trainer" data-search-exclude markdown="1">\n<summary>分组</summary>\n\n话\n\n</details>',
        ),
        (
            "::: role 客户\n话\n:::",
            '<details class="role-card" markdown="1">\n<summary>角色卡：客户（只看自己的）</summary>\n\n话\n\n</details>',
        ),
    ],
)  # fmt: skip
def test_markdown(body: str, wanted: str) -> None:
    assert render(parse(body).nodes, scope()) == wanted


def test_a_dialogue_is_a_conversation_with_marks() -> None:
    made = as_html("```dialogue\n客户：表**快**。\n坐席（✓ P01）：我查。\n```")
    assert '<b class="turn__speaker">客户：</b>' in made
    assert '<span class="turn__words">表<strong>快</strong>。</span>' in made
    assert '<p class="turn turn--good">' in made
    assert '<a class="chip chip--good" href="../principles/check-first.md" title="查清楚了再下结论。">P01 先查后判</a>' in made
    assert "markdown=" not in made


def test_english_has_its_own_colon_and_words() -> None:
    made = as_html("```dialogue\nAgent (✗ P01): It can't be.\n```", "en")
    assert '<b class="turn__speaker">Agent:</b>' in made
    assert 'role="img" aria-label="do not say this"' in made


def test_a_quiz_keeps_its_answer_folded() -> None:
    made = as_html("```quiz\n先说哪句？\n- [ ] 不可能。\n  > 没查。\n- [x] 我查[R01]。\n  > 对。\n```")
    before, answer = made.split('<details class="answer">')
    assert '<p class="quiz__question">先说哪句？ <span class="quiz__hint">选一项</span></p>' in before
    assert "<li>不可能。</li>" in before
    assert "没查" not in before and "✓" not in before
    assert '<b class="verdict verdict--right">✓ 对</b> 我查' in answer
    assert '<b class="verdict verdict--wrong">✗ 不对</b> 不可能。<br>没查。' in answer


def test_several_right_options_say_so() -> None:
    assert "可选多项" in as_html("```quiz\n哪些？\n- [x] 一\n  > 一\n- [x] 二\n  > 二\n```")


def test_containers_hold_markdown_and_other_blocks() -> None:
    made = as_html("::: answer 看答案\n- 一\n\n```dialogue\n客户：话\n```\n:::")
    assert made.startswith('<details class="answer"><summary>看答案</summary><ul><li>一</li></ul><div class="dialogue"><p class="turn">')
    assert made.endswith('</div></details><p class="print-only">参考答案不打印。请在网站本页展开查看。</p>')


@pytest.mark.parametrize("view", ["doors", "finder", "steps", "parts", "search"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_views_leave_no_markdown_behind(view: str, lang: Lang) -> None:
    made = as_html(f"{{{{ {view} }}}}", lang)
    assert made.startswith("<")
    assert not re.search(r"\]\(|\{ ?[.#:]|markdown=|\{\{", made), made


def test_terms_are_links_with_their_meaning() -> None:
    assert as_html("派工单也是工单。").count('class="term"') == 1


def test_a_quiz_nothing_can_be_made_of_is_left_out() -> None:
    assert render(parse("```quiz\n```").nodes, scope()) == ""
