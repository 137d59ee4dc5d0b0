"""A report -> its outline: what an editor is told under which heading, Chinese first. A heading is there only where there is something to say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from course.review import on_paper, rows
from course.review.model import Review, Told
from course.review.outline import Entry, Outline, Run, Section, Sites
from course.review.verdict import summary, then


def outline(review: Review, sites: Sites) -> Outline:
    """All that is said, with links into those sites."""
    sections = [*_problems(review), *_looks(review), *_languages(review), *_rest(review, sites), *_before(review)]
    return Outline(summary(review), then(review), tuple(section for section in sections if section.entries))


def _problems(review: Review) -> Iterator[Section]:
    """What came with the change and has to be mended; what may do harm first."""
    new = [problem for problem in review.problems if problem.new]

    def section(told: Told, title: str, *about: str) -> Section:
        found = [problem for problem in new if problem.told == told]
        return Section(f"{title}（{len(found)}）", rows.found(found), about)

    yield section(
        "hostile",
        "⚠ 先看这里：可能在读者电脑上作怪的内容 · Look here first: content that may do harm on readers' machines",
        "多半是从别处粘贴时带进来的，删掉就好。没人说得清是哪来的，先别合并。",
        "Mostly it came along with something pasted: delete it. If nobody can say where it is from, do not merge.",
    )
    yield section("other", "要改的 · To mend")
    yield section(
        "address",
        "丢了的网址 · Addresses lost",
        "这些网址印在纸上、发在群里，打开要能找到东西。",
        "These addresses are on paper and in chats; whoever opens one must find something there.",
    )
    yield section(
        "quiz",
        "一猜就中的题 · Quizzes that give themselves away",
        "不读题也能选对，就什么也没练到。",
        "Where the right answer shows without reading, nothing is practised.",
    )


def _looks(review: Review) -> Iterator[Section]:
    """What is well written and may do harm all the same."""
    yield Section(
        f"⚠ 程序、设置、样子 · Programs, settings, looks（{len(review.others)}）",
        tuple(Entry((Run(path, "code"),)) for path in review.others),
        (
            "不是课程内容：要会写程序的同事看过才能合并。",
            "They are no content: not to be merged before a colleague who programs has read them.",
        ),
    )
    yield Section(
        f"⚠ 新的外部网址 · New addresses of other sites（{len(review.addresses)}）",
        tuple(Entry((Run(one.address, "strong"), Run(" · "), Run(f"{one.path}:{one.line}", "code"))) for one in review.addresses),
        (
            "看清是谁家的网址；不认识的别点，也别合并。",
            "See whose they are; do not open one you do not know, and do not merge it.",
        ),
    )


def _before(review: Review) -> Iterator[Section]:
    old = [problem for problem in review.problems if not problem.new]
    yield Section(
        f"原来就有的问题 · There before you（{len(old)}）",
        rows.found(old),
        (
            "不是这次带来的；可它们改好之前，网站也更新不了。",
            "Not of your making; but until they are mended, too, nothing new is published.",
        ),
    )


def _languages(review: Review) -> Iterator[Section]:
    """Where the two languages have come apart."""
    late = [rows.late([*group]) for _, group in groupby(review.behind, lambda one: one.path)]
    yield Section(
        f"英文落后了 · English now behind（{len(review.behind)} 节 / passages）",
        tuple(late),
        (
            "不拦着这次改动，英文页会自己注明。英文跟上以后，运行每页后面的命令确认；不会就留言，请英文同事来。",
            "This does not hold the change up; the English page says so itself. Once the English has followed, run the command beside the page; or leave it to a colleague.",
        ),
    )
    figures = [rows.figure([*group]) for _, group in groupby(review.figures, lambda one: (one.path, one.passage))]
    yield Section(
        f"⚠ 数字只改了一种语言 · Figures changed in one language only（{len(figures)}）",
        tuple(figures),
        (
            "改错了就改回来；改对了，把另一种语言的同一个数也改过来。",
            "A slip? Put it back. Meant so? Change the same figure in the other language.",
        ),
    )


def _rest(review: Review, sites: Sites) -> Iterator[Section]:
    """What whoever accepts the change should know."""
    yield Section(f"课程安排超时了 · Session plans over their target（{len(review.plans)}）", tuple(map(rows.plan, review.plans)))
    yield Section(
        f"该再查一遍的依据 · References due to be read again（{len(review.due)}）",
        tuple(map(rows.due, review.due)),
        ("改的页面靠着它们，日子已经过了。", "The pages changed lean on them, and their day has passed."),
    )
    yield Section(f"改了哪些页 · Pages changed（{len(review.pages)}）", tuple(rows.change(page, sites) for page in review.pages))
    yield Section(f"改了哪些表和图 · Tables and drawings changed（{len(review.files)}）", tuple(map(rows.file, review.files)))
    yield on_paper.section(review)
