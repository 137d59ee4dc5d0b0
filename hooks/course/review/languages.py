"""Where the two languages have come apart by a change: English that is behind, and figures that only one of them changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from course.content.catalogue import AnyPage
from course.language.lang import LANGS, OTHER, Lang
from course.language.quantities import Quantity
from course.review import shortened
from course.review.model import PASSAGES, Behind, FigureChange, Passage
from course.review.pages import Pair, called
from course.rules.e302_same_figures import by_section, quantities
from course.translation import outdated
from course.translation.outdated import FRONT, passages, stamp


def behind(pairs: Iterable[Pair]) -> Iterator[Behind]:
    """The passages whose English is behind because of this change, in the order of the course."""
    for was, now in ((pair.was, pair.now) for pair in pairs if pair.changed):
        if now is None or "en" not in now.sides:
            continue
        late = outdated.behind(now) - outdated.unwritten(now)
        late_before = outdated.behind(was) if was else frozenset()
        old, new = (passages(page.sides["zh"], page.kind) if page else {} for page in (was, now))
        for name in (*(name for name in new if name in late), *sorted(late - new.keys())):
            if name not in late_before or _mark(old, name) != _mark(new, name):
                lines, more = shortened.lines(old.get(name, ""), new.get(name, "")) if was else ((), 0)
                passage = Passage(lang="zh", name=called(name, now, *([was] if was else [])), lines=lines, more=more)
                yield Behind(**dict(shortened.name(now)), passage=passage, touched=_english(was, name) != _english(now, name))


def _mark(texts: dict[str, str], name: str) -> str:
    return stamp(texts[name]) if name in texts else ""


def _english(page: AnyPage | None, name: str) -> str:
    if page is None or "en" not in page.sides:
        return ""
    return _mark(passages(page.sides["en"], page.kind, "en"), name)


def figures(pairs: Iterable[Pair]) -> Iterator[FigureChange]:
    """The passages that say other figures now in one language, while the other says what it said."""
    for was, now in ((pair.was, pair.now) for pair in pairs if pair.changed):
        if was and now and all("en" in page.sides for page in (was, now)):
            before, after = ({lang: _figures(page, lang) for lang in LANGS} for page in (was, now))
            for name in after["zh"]:
                if name in after["en"] and all(name in before[lang] for lang in LANGS):
                    then, today = ({lang: side[lang][name] for lang in LANGS} for side in (before, after))
                    yield from (change for lang in LANGS if (change := _alone(now, name, lang, then, today)))


_Said = dict[Lang, list[Quantity]]


def _alone(page: AnyPage, name: str, lang: Lang, then: _Said, today: _Said) -> FigureChange | None:
    """What changed in that language of a passage and has no counterpart in the other."""
    other = today[OTHER[lang]]
    come = [one for one in _more(today[lang], then[lang]) if not any(map(one.answers, other))]
    gone = [one for one in _more(then[lang], today[lang]) if not any(map(one.answers, today[lang]))]
    still = [theirs for theirs in other if any(map(theirs.answers, gone)) and not any(map(theirs.answers, today[lang]))]
    if not come and not still:
        return None
    return FigureChange(
        **dict(shortened.name(page)),
        passage=called(name, page),
        lang=lang,
        gone=_words(gone),
        come=_words(come),
        still=_words(still),
    )


def _more(ours: list[Quantity], theirs: list[Quantity]) -> list[Quantity]:
    """Those that must have a counterpart and are said more often here than there."""
    left = Counter[Any](map(_what, ours)) - Counter[Any](map(_what, theirs))
    return [one for one in ours if one.sure and left[_what(one)]]


def _what(one: Quantity) -> tuple[object, ...]:
    """What it says, however it is written."""
    return one.kind, one.values, one.bare, one.date


def _words(found: list[Quantity]) -> tuple[str, ...]:
    return shortened.short((one.text for one in found), PASSAGES)


def _figures(page: AnyPage, lang: Lang) -> dict[str, list[Quantity]]:
    """The quantities of each passage of a page."""
    fields = passages(page.sides[lang], page.kind, lang)
    texts = {name: text.split("\n") for name, text in fields.items() if name.startswith(FRONT)}
    texts |= {name: [line for _, line in lines] for name, lines in by_section(page, lang).items()}
    return {name: [one for line in lines for one in quantities(line, lang)] for name, lines in texts.items()}
