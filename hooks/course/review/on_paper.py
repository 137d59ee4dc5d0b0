"""What of a report is about paper: the prints that change, grouped so that a change of one page takes a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.language.lang import LANGS, Lang
from course.render import markdown
from course.render.wording import say
from course.review.model import PrintChange, Review
from course.review.outline import Entry, Line, Run, Section, plain
from course.sessions.printables import BOOK

_HEAD = {"zh": "中文：", "en": "English: "}


def section(review: Review) -> Section:
    """The prints that change, those of each changed page together, then what holds these pages besides."""
    pages = {page.code: page for page in review.pages if page.code}
    entries = []
    for code, page in pages.items():
        if own := [one for one in review.prints if one.subject == code]:
            title = page.title.zh if page.title.zh == page.title.en else f"{page.title.zh} / {page.title.en}"
            entries.append(Entry((Run(f"{code} {title}", "strong"),), tuple(_lines(own, review.counted))))
    if wider := [one for one in review.prints if one.subject not in pages]:
        entries.append(Entry((Run("这些页也在里面 / which hold these pages, too", "strong"),), tuple(_besides(wider, review.counted))))
    about = ("要知道各变几页，运行时加 --prints，会慢一些。", "With --prints, which is slow, it says by how many pages.")
    return Section(f"打印稿要换的 · Prints that change（{len(review.prints)}）", tuple(entries), () if review.counted else about)


def _lines(found: Sequence[PrintChange], counted: bool) -> Iterator[Line]:
    """A line for each language, naming each print."""
    for lang in LANGS:
        if own := [one for one in found if one.lang == lang]:
            yield plain(
                _HEAD[lang] + markdown.listed([say(f"print_{one.kind}", lang) + _amount([one], lang, counted) for one in own], lang)
            )


def _besides(found: Sequence[PrintChange], counted: bool) -> Iterator[Line]:
    """A line for each language: the book, the plans one by one, and how many prints of other pages."""
    for lang in LANGS:
        own = [one for one in found if one.lang == lang]
        plans = dict.fromkeys(one.subject for one in own if _is_plan(one))
        groups = [
            (say("print_book", lang), [one for one in own if one.subject == BOOK]),
            *((f"课程安排 {plan}" if lang == "zh" else f"plan {plan}", [one for one in own if one.subject == plan]) for plan in plans),
            ("别的页" if lang == "zh" else "other pages", [one for one in own if one.subject != BOOK and not _is_plan(one)]),
        ]
        named = [name + _amount(prints, lang, counted) for name, prints in groups if prints]
        if named:
            yield plain(_HEAD[lang] + markdown.listed(named, lang))


def _is_plan(one: PrintChange) -> bool:
    """Whether it is of a session plan: their ids are words, the codes of pages begin with a capital or a figure."""
    return one.subject != BOOK and one.subject[:1].islower() and one.subject != "phrases"


def _amount(prints: Sequence[PrintChange], lang: Lang, counted: bool) -> str:
    """How many they are, if more than one, and how many pages they had and have, in brackets."""
    said = [f"{len(prints)} 份" if lang == "zh" else f"{len(prints)} prints"] if len(prints) > 1 else []
    if counted:
        before, after = (
            sum(number or 0 for number in numbers) for numbers in zip(*((one.before, one.after) for one in prints), strict=True)
        )
        same = before == after
        if lang == "zh":
            said.append(f"还是 {after} 页" if same else f"{before} → {after} 页")
        else:
            said.append(f"still {after} page{'' if after == 1 else 's'}" if same else f"{before} → {after} pages")
    words = markdown.listed(said, lang)
    return "" if not said else f"（{words}）" if lang == "zh" else f" ({words})"
