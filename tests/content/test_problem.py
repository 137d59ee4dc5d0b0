"""A problem prints on one line, and a report counts what it lists."""

from __future__ import annotations

from course.content.problem import Problem, report

FIRST = Problem("docs/en/index.md", 3, "E102", "不认识“x”", "unknown name `x`")
SECOND = Problem("docs/zh/index.md", 1, "E004", "文件是空的", "the file is empty")


def test_a_problem_reads_place_code_chinese_english() -> None:
    assert str(FIRST) == "docs/en/index.md:3: [E102] 不认识“x” / unknown name `x`"


def test_a_problem_is_one_line_whatever_it_quotes() -> None:
    assert str(Problem("a.md", 1, "E006", "一\n  二", "one\ttwo")) == "a.md:1: [E006] 一 二 / one two"


def test_a_report_is_sorted_counted_and_says_nothing_twice() -> None:
    assert report([SECOND, FIRST, SECOND]) == "\n".join(
        [
            "docs/en/index.md:3: [E102] 不认识“x” / unknown name `x`",
            "docs/zh/index.md:1: [E004] 文件是空的 / the file is empty",
            "共 2 处问题，在 2 个文件里 / 2 problem(s) in 2 file(s)",
        ]
    )
