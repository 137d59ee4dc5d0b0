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
    if looks := _looks(review):
        zh, en = ("、".join(zh for zh, _ in looks), ", ".join(en for _, en in looks))
        return f"⚠ 写法没有错，合并前要看清楚：{zh} / Well written, but to be looked at before it is merged: {en}"
    if review.pages or review.files:
        return f"✓ 没有问题：{_changed_zh(review)} / Nothing is wrong: {_changed_en(review)}"
    return "✓ 课程没有变 / Nothing of the course has changed"


def then(review: Review) -> tuple[str, ...]:
    """What happens next, Chinese first."""
    if any(problem.new for problem in review.problems):
        hostile = any(problem.new and problem.told == "hostile" for problem in review.problems)
        return (
            "接下来：照下面一条一条改，改好再存一次，这份报告就换成新的。不会改，就留言说一声。",
            "Next: mend what is listed and save again; this report is then made anew. Not sure how? Say so in a comment.",
            *(_WAIT if hostile else ()),
        )
    if review.problems:
        return (
            "接下来：您的改动可以请人看了；原来的问题列在最后，谁方便谁改。",
            "Next: a colleague can read your change; what was wrong before is listed last, for whoever can mend it.",
        )
    if _looks(review):
        return (
            "接下来：先看清下面带 ⚠ 的，再等一位同事看过、同意，就会发布。",
            "Next: see to what is marked ⚠ below; once a colleague has read it and agrees, it is published.",
        )
    if review.behind:
        return (
            "接下来：英文还要跟上、要确认（见下），您来做，或者留给英文同事；中文等一位同事看过、同意，就会发布。",
            "Next: the English has to follow and be confirmed (below), by you or a colleague; the Chinese is published once a colleague agrees.",
        )
    if review.pages or review.files:
        return (
            "接下来：交上来的，您不用再做什么，等一位同事看过、同意，就会发布；还只在自己电脑上的，照指南提交。",
            "Next: once handed in, nothing for you to do; when a colleague has read it and agrees, it is published.",
        )
    return ()


_WAIT = (
    "审阅的人：改好以前不要同意，也不要打开预览。",
    "Reviewers: do not approve, and do not open the preview, until it is mended.",
)


def _looks(review: Review) -> list[tuple[str, str]]:
    """What no rule can judge and somebody has to: how many there are of each, in both languages."""
    files, links, figures = len(review.others), len(review.addresses), len({(one.path, one.passage) for one in review.figures})
    told = [
        (files, f"程序或设置文件 {files} 个", _count(files, "program or setting", "programs or settings")),
        (links, f"新的外部网址 {links} 个", _count(links, "new address of another site", "new addresses of other sites")),
        (figures, f"只改了一种语言的数字 {figures} 处", f"figures of {_count(figures, 'passage')} changed in one language only"),
    ]
    return [(zh, en) for number, zh, en in told if number]


def _changed_zh(review: Review) -> str:
    pages, files = len(review.pages), len(review.files)
    return "改了 " + "、".join([*([f"{pages} 页"] if pages else []), *([f"{files} 张表或图"] if files else [])])


def _changed_en(review: Review) -> str:
    pages, files = len(review.pages), len(review.files)
    said = [*([_count(pages, "page")] if pages else []), *([_count(files, "table or drawing", "tables or drawings")] if files else [])]
    return f"{' and '.join(said)} changed"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
