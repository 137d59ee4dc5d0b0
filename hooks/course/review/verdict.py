"""How a change stands, in one line, and what happens next: all that most people read."""

from __future__ import annotations

from course.review.model import Review


def summary(review: Review) -> str:
    """How it went, in one line, Chinese first."""
    new = [problem for problem in review.problems if problem.new]
    if any(problem.told == "hostile" for problem in new):
        return f"⚠ 有 {len(new)} 处要改，有的可能有害，先看这些 / {_count(len(new), 'thing')} to mend, and some may do harm: look at these first"
    if new:
        return f"✗ 有 {len(new)} 处要改 / {_count(len(new), 'thing')} to mend"
    if review.problems:
        old = len(review.problems)
        return f"✗ 这次没带来问题，原来就有的 {old} 处还要改 / Nothing wrong came with this change; {_count(old, 'problem')} from before to mend"
    if review.pages or review.files:
        return f"✓ 没有问题：{_changed_zh(review)} / Nothing is wrong: {_changed_en(review)}"
    if review.others:
        return "✓ 没有问题：课程没有变，变的是别的文件 / Nothing is wrong: the course is as it was, other files changed"
    return "✓ 课程没有变 / Nothing of the course has changed"


def then(review: Review) -> tuple[str, ...]:
    """What happens next, Chinese first."""
    if any(problem.new for problem in review.problems):
        return (
            "接下来：照下面一条一条改，改好再存一次，这份报告就换成新的。不会改，就留言说一声。",
            "Next: mend what is listed and save again; this report is then made anew. Not sure how? Say so in a comment.",
        )
    if review.problems:
        return (
            "接下来：您的改动可以请人看了；原来的问题列在最后，谁方便谁改。",
            "Next: a colleague can read your change; what was wrong before is listed last, for whoever can mend it.",
        )
    if review.pages or review.files or review.others:
        return (
            "接下来：您不用再做什么，等一位同事看过、同意，就会发布。",
            "Next: nothing for you to do; once a colleague has read it and agrees, it is published.",
        )
    return ()


def _changed_zh(review: Review) -> str:
    pages, files = len(review.pages), len(review.files)
    return "改了 " + "、".join([*([f"{pages} 页"] if pages else []), *([f"{files} 张表或图"] if files else [])])


def _changed_en(review: Review) -> str:
    pages, files = len(review.pages), len(review.files)
    said = [*([_count(pages, "page")] if pages else []), *([_count(files, "table or drawing", "tables or drawings")] if files else [])]
    return f"{' and '.join(said)} changed"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
