"""Every principle is at work in a case, and every reason for it is one of its own.

That every case is listed in a chapter is held by E212 (its chapter lists it) and E201 (its chapter exists).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from course.content.catalogue import Case, Catalogue
from course.content.kinds import MARK
from course.content.problem import Problem
from course.language.lang import LANGS, Lang

CODE = "E305"
WHY = "没有案例的原则没人信，照抄的理由哪件事都能套。/ Nobody believes a principle without a case, and a copied reason fits anything."

_ALIKE = 0.9
_ANY_CASE: dict[Lang, frozenset[str]] = {
    "zh": frozenset("这那此本里处中案例原则一条做到了没未有不违反符合遵守体现很好同上见的就是也"),
    "en": frozenset(
        "this that the a case principle here is was it does do did done holds hold held breaks break broke broken "
        "keeps keep kept follows followed applies applied well not no see above same as in of by so".split()
    ),
}
"""Characters and words that tell of no case."""
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff_]+")


@dataclass(frozen=True)
class Reason:
    """Why a case holds or breaks a principle, as written on its page in one language."""

    case: Case
    lang: Lang
    code: str
    plain: str
    """Its words as they are compared."""
    runs: frozenset[str]
    """Every three of them that follow one another. Only texts with two fifths of these in common are compared letter by letter."""
    path: str
    line: int


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Principles without a case; reasons that tell nothing, or repeat another reason or the principle itself."""
    yield from _without_a_case(catalogue)
    for lang in LANGS:
        by_principle: dict[str, list[Reason]] = defaultdict(list)
        for case in catalogue.cases.values():
            reasons = list(_reasons(case, lang))
            for one, other in combinations(reasons, 2):
                if 5 * len(one.runs & other.runs) >= 2 * len(other.runs) and alike(one.plain, other.plain):
                    yield _twin(other, one)
            for reason in reasons:
                if reason.plain and _ANY_CASE[lang].issuperset(reason.plain.split()):
                    yield _of_any_case(reason)
                by_principle[reason.code].append(reason)
        for code, reasons in by_principle.items():
            yield from _copies(reasons)
            yield from _echoes(catalogue, code, reasons)


def _without_a_case(catalogue: Catalogue) -> Iterator[Problem]:
    used = {relation.principle for relation in catalogue.relations}
    # A case that cannot be read, or a mistyped code, may be what is missing; the reader and E201 tell of it first.
    if not catalogue.cases or any(code.startswith("C") for code in catalogue.unread) or used - {*catalogue.principles, *catalogue.unread}:
        return
    for code, page in catalogue.principles.items():
        source = page.sides["zh"]
        if code not in used and MARK not in source.text:  # A page that is still being written has no case yet.
            zh = f"没有案例做到或违反 {code}，应至少有一个案例在 principles 或 breaks 里写上 {code} 和理由"
            en = f"no case holds or breaks {code}, expected at least one with {code} and a reason in its `principles` or `breaks`"
            yield Problem(source.path, source.line("id"), CODE, zh, en)


def _reasons(case: Case, lang: Lang) -> Iterator[Reason]:
    """The reasons a case's page gives in that language itself, held before broken."""
    if lang in case.sides:
        source = case.sides[lang]
        for verb in ("principles", "breaks"):
            for code, text in getattr(case.words[lang], verb).items():
                words = comparable(text)
                yield Reason(case, lang, code, words, _runs(words), source.path, source.line(verb, code))


def _copies(reasons: list[Reason]) -> Iterator[Problem]:
    """Reasons for one principle that repeat another case's, each told once."""
    first: dict[str, Reason] = {}
    holders: dict[str, list[str]] = defaultdict(list)
    for reason in reasons:
        shared = Counter(text for run in reason.runs for text in holders[run])
        near = [reason.plain, *(text for text, count in shared.most_common() if 5 * count >= 2 * len(reason.runs))]
        others = (first[text] for text in near if text in first and alike(text, reason.plain))
        if twin := next((other for other in others if other.case.code != reason.case.code), None):
            yield _twin(reason, twin)
        if reason.plain not in first:
            first[reason.plain] = reason
            for run in reason.runs:
                holders[run].append(reason.plain)


def _echoes(catalogue: Catalogue, code: str, reasons: list[Reason]) -> Iterator[Problem]:
    """Reasons that only say the principle again."""
    principle = catalogue.principles.get(code)
    for reason in reasons if principle else ():
        assert principle
        for name, zh in (("title", "标题"), ("statement", "那句话")):
            if alike(reason.plain, comparable(principle.word(name, reason.lang))):
                yield Problem(
                    reason.path,
                    reason.line,
                    CODE,
                    f"{code} 的理由只是重复了原则的{zh}，应写这个案例里哪句话、哪件事做到或违反了它",
                    f"the reason for {code} only repeats the principle's {name}, expected what in this case holds or breaks it",
                )
                break


def _of_any_case(reason: Reason) -> Problem:
    zh = f"{reason.code} 的理由放到哪个案例都行，应写这个案例里谁说的哪句话、做的哪件事"
    en = f"the reason for {reason.code} would do for any case, expected what somebody says or does in this one"
    return Problem(reason.path, reason.line, CODE, zh, en)


def _twin(reason: Reason, other: Reason) -> Problem:
    place = f"{other.path}:{other.line}"
    return Problem(
        reason.path,
        reason.line,
        CODE,
        f"{reason.code} 的理由和 {other.case.code} 里 {other.code} 的理由（{place}）几乎一样，应写只有这里才说得通的理由",
        f"the reason for {reason.code} is nearly that for {other.code} in {other.case.code} ({place}), expected one that fits only here",
    )


def comparable(text: str) -> str:
    """Text as it is compared: words with a space between, Chinese characters one by one; no punctuation, no capitals."""
    return " ".join(_TOKEN.findall(text.lower()))


def alike(one: str, other: str) -> bool:
    """Whether two such texts are the same or nearly so; empty ones are not."""
    if one == other:
        return bool(one)
    if 2 * min(len(one), len(other)) <= _ALIKE * (len(one) + len(other)):
        return False  # Whatever they say, one is too long for the other.
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


def _runs(text: str) -> frozenset[str]:
    """Every three words or Chinese characters that follow one another; of a shorter text, all of it."""
    words = text.split()
    return frozenset(" ".join(words[start : start + 3]) for start in range(max(1, len(words) - 2)))
