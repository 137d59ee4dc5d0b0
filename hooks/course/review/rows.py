"""One thing of a report as an entry of its outline: Chinese first, English beside or below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from course.language.lang import OTHER, Lang
from course.render import markdown
from course.review.model import Behind, Both, ChangedLine, Due, FigureChange, FileChange, Found, PageChange, PageName, Passage, PlanOver
from course.review.outline import Entry, Line, Run, Sites, joined, plain

_NAME: Mapping[Lang, tuple[str, str]] = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
_WHAT = {
    "new": "新的 / new",
    "changed": "改了 / changed",
    "moved": "换了网址 / moved",
    "gone": "删了 / gone",
    "unread": "读不出来了，原因在上面 / cannot be read any more, the reason is above",
}


def found(problems: Sequence[Found]) -> tuple[Entry, ...]:
    """Problems: where, what, and what mostly helps; what helps with several is said once."""
    said: set[Both] = set()
    entries = []
    for problem in problems:
        below = [plain(problem.message.en)]
        if problem.mend in said:
            below.append(plain("怎么改：同上 / How: as above"))
        elif problem.mend:
            said.add(problem.mend)
            below += [plain(f"怎么改：{problem.mend.zh}"), plain(f"How: {problem.mend.en}")]
        place = Run(f"{problem.path}:{problem.line}", "code")
        entries.append(Entry((place, Run(f" [{problem.code}] "), Run(problem.message.zh, "strong")), tuple(below)))
    return tuple(entries)


def late(passages: Sequence[Behind]) -> Entry:
    """The passages of one page whose English is behind, and the command that confirms it."""
    page = passages[0]
    command = Run(f"make accept PAGE={page.code or page.path}", "code")
    below: list[Line] = []
    for one in passages:
        note = "（英文也改了，看看对上没有 / its English changed, too: do they agree?）" if one.touched else ""
        below += _passage(one.passage, note)
    return Entry((*_page(page), Run(" → "), command), tuple(below))


def figure(changes: Sequence[FigureChange]) -> Entry:
    """Figures of one passage that one language changed, or both but not alike."""
    below: list[Line] = []
    for one in changes:
        (zh, en), (zh_other, en_other) = _NAME[one.lang], _NAME[OTHER[one.lang]]
        still = ("", "")
        if one.still:
            still = f"，{zh_other}还写着 {_listed(one.still, 'zh')}", f"; the {en_other} still says {_listed(one.still, 'en')}"
        elif len(changes) == 1:
            still = f"，{zh_other}没有", f"; the {en_other} does not"
        below += [plain(f"{zh}{_moved(one, 'zh')}{still[0]}"), plain(f"{en}: {_moved(one, 'en')}{still[1]}")]
    return Entry((*_page(changes[0]), Run(f" · {_pair(changes[0].passage)}")), tuple(below))


def _moved(change: FigureChange, lang: Lang) -> str:
    gone, come = (_listed(figures, lang) for figures in (change.gone, change.come))
    if gone and come:
        return f"把 {gone} 改成了 {come}" if lang == "zh" else f"{gone} became {come}"
    if come:
        return f"新写了 {come}" if lang == "zh" else f"now says {come}"
    return f"去掉了 {gone}" if lang == "zh" else f"no longer says {gone}"


def _listed(figures: Sequence[str], lang: Lang) -> str:
    return markdown.listed(figures, lang)


def plan(plan: PlanOver) -> Entry:
    """A session plan that takes too long."""
    was = str(plan.before) if plan.before is not None else "—"
    zh = "在允许的一成以内" if plan.allowed else "超了一成以上，要减"
    en = "within the tenth that is allowed" if plan.allowed else "more than a tenth over, something has to go"
    return Entry(
        (Run(_pair(plan.title), "strong"), Run(f" · {plan.id}")),
        (
            plain(f"{was} → {plan.after} 分钟，目标 {plan.target}：{zh}"),
            plain(f"{was} → {plan.after} minutes against a target of {plan.target}: {en}"),
        ),
    )


def due(row: Due) -> Entry:
    """A reference whose day has passed."""
    pages = [f"{page.code} {page.title.zh}".strip() for page in row.pages]
    return Entry((Run(f"{row.id} {_pair(row.title)}", "strong"), Run(f" · {row.due}")), (plain(f"用在 / used on: {'；'.join(pages)}"),))


def change(page: PageChange, sites: Sites) -> Entry:
    """A page, what became of it, where to look at it, and the words that changed."""
    what = [Run(_WHAT[page.what])]
    if page.was:
        what.append(Run(f"{page.was} → {page.path}", "code"))
    if page.confirmed:
        what.append(Run("英文确认过了 / English confirmed"))
    elif page.what == "changed" and not page.passages:
        what.append(Run("只动了读者看不到的地方 / only what readers do not see"))
    below = [line for passage in page.passages for line in _passage(passage)]
    return Entry((*_page(page), Run(" · "), *joined(what)), (*_links(page, sites), *below, *_more(page.more, "处", "passages")))


def _links(page: PageChange, sites: Sites) -> Iterator[Line]:
    """A line of links to how the page was and is, in each language it has."""
    shown: list[Run] = []
    heads: tuple[tuple[Lang, str, str, str], ...] = (("zh", "看中文：", "改前", "改后"), ("en", "see the English: ", "before", "after"))
    for lang, head, before, after in heads:
        links = [
            *([Run(before, href=href)] if lang in page.before and (href := sites.link("before", page.was or page.path, lang)) else []),
            *([Run(after, href=href)] if lang in page.after and (href := sites.link("after", page.path, lang)) else []),
        ]
        shown += [*([Run("；")] if shown else []), Run(head), *joined(links)] if links else []
    if shown:
        yield tuple(shown)


def file(file: FileChange) -> Entry:
    """A table or drawing, and the words that changed."""
    line = (Run(file.path, "code"), Run(f" · {_WHAT[file.what]}"))
    return Entry(line, (*(tuple(_runs(changed)) for changed in file.lines), *_more(file.more, "行", "lines")))


def _passage(passage: Passage, note: str = "") -> Iterator[Line]:
    """A passage and the words of it that changed, a line each; all on one where only one line changed."""
    english = passage.name.en
    name = Run(f"{passage.name.zh}：" if passage.lang == "zh" else f"{english[:1].upper()}{english[1:]}: ")
    if not passage.lines:
        yield (Run(f"{_pair(passage.name)}{note}"),)
    for line in passage.lines:
        yield (name, *_runs(line), *([Run(note)] if note else []))
    yield from _more(passage.more, "行", "lines")


def _runs(line: ChangedLine) -> Iterator[Run]:
    for piece in line:
        yield Run(piece.text, "plain" if piece.kind == "same" else piece.kind)


def _more(count: int, zh: str, en: str) -> Iterator[Line]:
    if count:
        yield plain(f"……还有 {count} {zh} / and {count} more {en}")


def _page(page: PageName) -> Line:
    return (Run(f"{page.code} {_pair(page.title)}".strip(), "strong"),)


def _pair(words: Both) -> str:
    return words.zh if words.zh == words.en else f"{words.zh} / {words.en}"
