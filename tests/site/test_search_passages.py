"""What the search reads off a finished page."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.site.search_passages import Passage, passages

PAGE = """
<h1 id="title">表走得快<a class="headerlink" href="#title">&para;</a></h1>
<p class="meta"><b class="code">C09</b> · 案例 · 热线</p>
<p class="lead">多了四十四块。</p>
<h2 id="talk">经过</h2>
<p class="turn"><b>坐席：</b> <span>快不了。</span> <span class="turn__mark"><span role="img">✗</span> <a class="chip">P04 先查后判</a></span></p>
<h2 id="analysis">参考分析</h2>
<details class="answer"><summary>先自己想</summary><p>先对天数。</p></details>
<p class="print-only">不打印。</p>
<h2 id="practice">演练</h2>
<details class="role-card"><summary>角色卡：坐席</summary><p>红灯催人。</p><details><summary>里头</summary>暗处</details></details>
<h2 id="check">自测</h2>
<div class="quiz"><p class="quiz__question"><b class="quiz__number">1</b> 怎么回？ <span class="quiz__hint">选一项</span></p>
<ul><li>去问银行。</li></ul>
<details class="answer"><ul><li><b class="verdict verdict--wrong">✗ 不对</b> 去问银行。<br>还没查。</li></ul></details></div>
<h2 id="questions">想一想</h2>
<div class="asked"><p class="asked__words"><b class="asked__number">2</b> 谁手里有数？</p>
<details class="answer"><summary>第 2 题 · 参考</summary><p>在我们手里。</p></details></div>
<details class="answer marked-talk"><summary>哪几句出了问题？</summary><p class="turn">快不了。<span class="turn__mark">✗ P04</span></p></details>
<h2 id="try">试一试</h2>
<div class="try"><p class="try__intro">选一句您会说的。</p><p class="turn">这表是不是快？</p>
<details class="try__option"><summary>您放心用。</summary><p class="try__verdict">✗ P04</p><p>她又把插头拔了。</p></details></div>
<p>试完再看。</p>
<h2 id="cases" data-search-exclude>在案例里</h2><p>抄来的</p>
<h2 id="rules">依据</h2><p>检定说了算。</p><details class="references" data-search-exclude=""><table><tr><td>抄来的</td></tr></table></details>
"""


def test_open_and_folded_text_are_told_apart_and_what_is_no_prose_is_left_out() -> None:
    assert passages(PAGE) == [
        Passage("", "表走得快", "多了四十四块。"),
        Passage("talk", "经过", "坐席：快不了。"),
        Passage("analysis", "参考分析", "", "先对天数。"),
        Passage("practice", "演练", "角色卡：坐席", "红灯催人。里头 暗处"),
        Passage("check", "自测", "怎么回？", "去问银行。去问银行。还没查。"),
        Passage("questions", "想一想", "谁手里有数？", "在我们手里。快不了。"),
        Passage("try", "试一试", "试完再看。", "这表是不是快？您放心用。她又把插头拔了。"),
        Passage("rules", "依据", "检定说了算。"),
    ]


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("<p>一</p><p>二</p>", "一 二"),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("H<sub>2</sub>O", "H2O"),
        ("<ul><li>一</li><li>二</li></ul>", "一 二"),
        ("1 &lt; 2 &amp;&amp; 3", "1 < 2 && 3"),
        ("  a\n b ", "a b"),
        ("a < b", "a < b"),
        ("一<br>二", "一 二"),
        ("<script>一</script>二", "二"),
        ("<p>一</div>二", "一 二"),
        ("<details>", ""),
        ("", ""),
    ],
)
def test_plain_text(article: str, text: str) -> None:
    assert "".join(passage.text for passage in passages(article)) == text


def test_a_heading_without_an_id_is_text_of_its_section() -> None:
    assert passages('<h2 id="a">甲</h2><h3>乙</h3>丙') == [Passage("a", "甲", "乙 丙")]


def test_a_section_without_text_keeps_its_title() -> None:
    assert passages('<h2 id="a">甲</h2><h2 id="b"></h2>') == [Passage("a", "甲", "")]


@given(st.text(), st.text(), st.text())
def test_no_text_is_lost_or_shown_from_inside_a_fold(before: str, inside: str, after: str) -> None:
    page = f"<p>{html.escape(before)}</p><details><p>{html.escape(inside)}</p></details><p>{html.escape(after)}</p>"
    found = passages(page)
    assert _kept("".join(passage.text for passage in found)) == _kept(before + after)
    assert _kept("".join(passage.folded for passage in found)) == _kept(inside)


def _kept(text: str) -> str:
    """What of a text an HTML reader must not lose: no white space, no NUL."""
    return "".join(text.split()).replace("\0", "")
