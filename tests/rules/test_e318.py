"""E318: what an author may not write is told at its line, on every kind of page, in front matter and in tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.reading import load
from course.rules import e318_allowed as rule
from small import edited, line_of, original, problems

Tree = Callable[..., Path]
CASE, CASE_EN, HOME = "docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/index.md"
STORY, TURN = "换表后电费多了一半。", "我先查一下读数。"
ABOUT = "---\ntitle: 关于\nsummary: 一句话。\n---\n\n"


def told(root: Path) -> list[tuple[str, int]]:
    return [(problem.path, problem.line) for problem in rule.check(load(root))]


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        (
            '<video src="a.mp4"></video>',
            '“<video src="a.mp4"></video>”里的 < 会当成网页代码',
            "this < begins HTML, expected none but <br>, <kbd>",
        ),
        ("读数{: .red }是 0", "“{: .red }是 0”里的花括号读者看不到", "expected braces only as {#id} at the end of a heading"),
        (
            "[读数](javascript:x)",
            "不是能点开的地址，应是页面的 .md 路径",
            "expected the .md path of a page, or an address that begins with http, https",
        ),
        ("读\x02数", "前面有看不见的控制字符，应删掉", "an invisible control character before"),
        ("<!-- 忘了结束", "里的 < 会当成网页代码", "this < begins HTML"),
    ],
)
def test_it_is_told_where_it_stands(written: str, zh: str, en: str, tree: Tree) -> None:
    root = tree(edited(CASE, (STORY, f"{STORY}{written}")))
    (problem, *others) = rule.check(load(root))
    assert (problem.path, problem.line) == (CASE, line_of(root, CASE, STORY))
    assert zh in problem.zh and en in problem.en
    assert {(other.path, other.line) for other in others} <= {(problem.path, problem.line)}


@pytest.mark.parametrize(
    "path", [HOME, CASE_EN, "docs/zh/chapters/service.md", "docs/zh/principles/check-first.md", "docs/zh/forms/call-log.md"]
)
def test_every_kind_of_page_is_read_to_its_end(path: str, tree: Tree) -> None:
    text = f"{original(path)}\n<script>x()</script>\n"
    assert (path, text.count("\n")) in told(tree({path: text}))


def test_a_page_about_the_course_is_no_exception(tree: Tree) -> None:
    assert told(tree({"docs/zh/about/us.md": f"{ABOUT}甲\n\n<script>x()</script>\n"})) == [("docs/zh/about/us.md", 8)]


def test_a_turn_is_looked_at_too(tree: Tree) -> None:
    root = tree(edited(CASE, (TURN, f"{TURN}<marquee>急</marquee>")))
    assert told(root) == [(CASE, line_of(root, CASE, "marquee"))]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (CASE, "title: "), (CASE, "summary: "), (CASE, "  P01: "), (CASE_EN, "title: "), ("docs/zh/principles/check-first.md", "statement: "),
        ("docs/zh/chapters/service.md", "title: "), ("docs/data/terms.yml", "definition: "), ("docs/data/vocabulary.yml", "zh: "), ("docs/data/plans.yml", "title: "),
        ("docs/data/references.yml", "title: "), ("docs/data/course.yml", "title: "), ("docs/data/syllabus.yml", "zh: "),
    ],
)  # fmt: skip
def test_a_value_is_told_at_its_line(path: str, words: str, tree: Tree) -> None:
    root = tree({path: planted(original(path), words)})
    assert (path, line_of(root, path, "<b>")) in told(root)


def planted(text: str, name: str) -> str:
    """The text with ``<b>`` in the first value of that name."""
    start = text.index(name) + len(name)
    end = start + len(text[start:].split("\n")[0].split(",")[0].split("}")[0])
    value = text[start:end]
    if value.startswith("{zh: "):
        return f"{text[:start]}{{zh: '<b>'{text[end:]}"
    return f"{text[:start]}'<b>'{text[end:]}"


def test_a_mistake_the_directives_tell_of_is_told_once(tree: Tree) -> None:
    root = tree(edited(CASE, (STORY, f"{STORY} {{{{ figure: one }}}}")))
    assert [problem.code for problem in problems(root) if problem.line == line_of(root, CASE, STORY)] == ["E204"]


def test_a_comment_is_for_editors(tree: Tree) -> None:
    root = tree(edited(CASE, (STORY, f"{STORY}<!-- <video> 以后\n再说 -->")))
    assert told(root) == []
    assert load(root).cases["C01"].sides["zh"].tree.text.count("\n") == load(tree()).cases["C01"].sides["zh"].tree.text.count("\n") + 1
    assert "以后" not in load(root).cases["C01"].sides["zh"].tree.text


@pytest.mark.parametrize(
    "hidden", ["<!-- --!><script>x()</script>", "<!--><script>x()</script>", "<scr<!-- -->ipt>x()", "<<!-- -->script>x()"]
)
def test_nothing_hides_behind_a_comment(hidden: str, tree: Tree) -> None:
    assert told(tree(edited(CASE, (STORY, f"{STORY}{hidden}"))))


@pytest.mark.parametrize(
    "written",
    ['<p class="turn">甲</p>', '<span class="verdict">甲</span>', '<b class="turn__sign">甲</b>', "<ul></ul>", "<table></table>", '<td colspan="2">甲</td>',
     "<li>甲</li>", "<h6>甲</h6>", "<svg></svg>", "<em>" * 300, "<details><summary>甲</summary></details>"],
)  # fmt: skip
def test_what_the_prints_could_not_set_cannot_be_written(written: str, tree: Tree) -> None:
    root = tree(edited(CASE, (STORY, f"{STORY}\n\n{written}")))
    assert told(root) == [(CASE, line_of(root, CASE, STORY) + 2)]


def test_a_picture_in_html_is_told_like_any_other(tree: Tree) -> None:
    (problem,) = rule.check(load(tree(edited(CASE, (STORY, f'{STORY}<img src="a.png">')))))
    assert problem.en.endswith("and here a line {{ figure: name }}")


@pytest.mark.parametrize("id", ['"<b>x"', '"../x"', "线上", '"a b"'])
def test_an_id_of_the_vocabulary_is_fit_for_an_address(id: str, tree: Tree) -> None:
    root = tree(edited("docs/data/vocabulary.yml", ("{id: meter,", f"{{id: {id},")))
    (problem,) = (problem for problem in load(root).problems if problem.code == "E104")
    assert problem.line == line_of(root, "docs/data/vocabulary.yml", "zh: 电表")
    assert "应是小写英文、数字和连字符" in problem.zh and "expected lower-case letters, digits and hyphens" in problem.en


@pytest.mark.parametrize("around", ["{}", "::: note\n{}\n:::"])
def test_what_is_fenced_may_hold_any_sign_and_a_mark_in_words_may_not(around: str, tree: Tree) -> None:
    fenced = around.format("```\n尊敬的{户名} <b>\n[a](javascript:x)\n```")
    assert told(tree(edited(CASE, (STORY, f"{STORY}\n\n{fenced}")))) == []
    assert told(tree(edited(CASE, (STORY, f"{STORY}`<b>`")))) == [(CASE, line_of(tree(), CASE, STORY))]
