"""A number of legal force, and whatever the law is said to command, leads to its reference; a company's promise is not called law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.content.tables import TermRow
from course.language.lang import LANGS, Lang
from course.rules.bodies import Pages, problem, sides
from course.rules.passages import Passage, is_row, passages, sentences, unquoted
from course.syntax.inline import references

CODE = "E306"
WHY = "没有出处的天数和比例，学员会当成法律说给客户听。/ A time limit without a source is repeated to customers as if it were law."

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千万半]+)"
_WORD = "(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty|ninety|hundred)"
_FIGURE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        rf"[百千万]分之{_NUMBER}|{_NUMBER}\s*(?:[-–—~～至到]\s*{_NUMBER}\s*)?个?半?\s*"
        r"(?:工作日|自然日|日历日|天|日|小时|钟头|分钟|%|％|倍|元)"
    ),
    "en": re.compile(
        rf"(?:\d[\d,]*(?:\.\d+)?|\b{_WORD}(?:[- ]{_WORD})*\b)(?:[-–\s]*(?:(?:working|calendar|business)[-\s]+)?(?:days?|hours?|h|minutes?|yuan)\b"
        r"|\s*(?:%|per\s?cent\b)|[-\s]times(?=\s(?:the|that|its|their|as)\b)|-?fold\b)",
        re.IGNORECASE,
    ),
}
_DATE = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|[\d〇零一二三四五六七八九十]+\s*月\s*[\d一二三四五六七八九十]+\s*日")
_FORCE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"规定|应当|必须|不得|法律|法定|法规|依法|条例|规章|承诺|《[^》]*(?:法|规则|办法|细则|规范|标准)》|国家标准"),
    "en": re.compile(
        r"\b(?:(?<!in-)laws?|regulations?|must(?!-)|shall|(?<!^)rules?(?! (?:of thumb|out)\b)"
        r"|promise[sd]?|commitments?|legal(?:ly)?|statutory|national standard)\b",
        re.IGNORECASE,
    ),
}
_NO_FORCE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:不是|不算|并非|不属于|没有)[^，。；：、按依照]{0,4}?(?:法律|法定|规定|承诺)(?:规定|上限)?|(?:课程|自己|厅里|所里)的?(?:规定|承诺)"
        r"|(?:核对|对照|[请先]查|[请先]看|查(?:看|当地|本地|本单位|现行))[^，。；：\d]{0,24}(?:规定|法律|条例|规章|承诺)"
    ),
    "en": re.compile(
        r"\b(?:not|no|nor|isn['’]t|never)\b(?: an?| the| any| by| set by| required by)*(?: legal\w*| statutory| law| rules?| promise)\b"
        r"|\b(?:course|house|own) (?:rules?|promise)\b|\b(?:check|look up|see)\b[^,.;:\d]*",
        re.IGNORECASE,
    ),
}
"""Words of force that claim none: denied, the course's own, or only told to be looked up."""
_INVENTED = re.compile(r"故事里|公司内部|\bin (?:this|the) story\b|\bin-house\b", re.IGNORECASE)
"""A sentence that says its numbers are a story's."""
_CALLED_LAW: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"法律(?:上)?(?:规定|要求)|依法|法定|是(?:一条)?法律"),
    "en": re.compile(r"\blaw (?:requires|says|sets|demands)\b|\bby law\b|\blegally\b|\b(?:is|are) (?:the )?law\b", re.IGNORECASE),
}
_COMMANDS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"法律(?:上)?(?:规定|要求|禁止|不许|不准|不允许)(?!的)"),
    "en": re.compile(
        r"\blaw (?:requires|demands|forbids|bans|prohibits)\b|(?<!\bnot )(?<!n[’']t )\b(?:against|forbidden by|required by) (?:the )?law\b",
        re.IGNORECASE,
    ),
}
_CLOSING = re.compile(r"(?:\[[RMU]\d{2,3}\]\s*)+[)）。.!！*\s]*$")
_POINTS_BACK = re.compile(r"(?:这|那|它|以上|两者)|(?:That|This|It|These|Those|They|Both)\b")


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Numbers of legal force and commands of the law without a reference; promises called law."""
    promises = {id for id, row in catalogue.references.items() if _only_promised({point.level for point in row.points})}
    for page, lang, source in sides(catalogue, pages):
        if not source.tree.torn:
            for passage in passages(source.tree, page.kind, lang):
                yield from _check(passage, lang, source, promises)
    for index, term in enumerate(catalogue.terms):
        for lang in LANGS:
            yield from _defined(term, lang, catalogue.tables["terms"], index, promises)


def _only_promised(levels: set[str]) -> bool:
    """Whether a reference of those levels binds by nothing but a promise: what we advise (``practice``) binds nobody."""
    return "promise" in levels and levels <= {"promise", "practice"}


def _check(passage: Passage, lang: Lang, source: Source, promises: set[str]) -> Iterator[Problem]:
    if not _FORCE[lang].search(passage.text):  # Most passages: splitting them would only take time.
        return
    final = _final(passage)
    for (start, sentence), (_, following) in pairwise([*sentences(passage.text, lang), (0, "")]):
        # "… 5 working days. That is a promise [R09]." is one statement.
        cited = _cited(sentence) or (_cited(following) if _POINTS_BACK.match(following) else frozenset())
        found = figure(sentence, lang)
        line = passage.line + passage.text.count("\n", 0, start + (sentence.index(found[0]) if found else 0))
        if found and not cited and not final:
            number, word = found
            zh = f"“{number}”和“{word}”写在一句里，却没有依据编号，应在句末加上，如 [R04]"
            en = f"`{number}` stands beside `{word}` without a reference, expected a mark such as [R04] at the end of the sentence"
            yield problem(source, line, CODE, zh + _FIRST[0], en + _FIRST[1])
        elif not found and not cited and not final and (said := _COMMANDS[lang].search(_claims(sentence, lang))):
            zh = f"这里写了“{said[0]}”，却没有依据编号，应在句末加上，如 [R04]"
            en = f"`{said[0]}` stands here without a reference, expected a mark such as [R04] at the end of the sentence"
            yield problem(source, line, CODE, zh + _FIRST[0], en + _FIRST[1])
        leaned = cited or (final if found else frozenset())
        if leaned and leaned <= promises and (called := _CALLED_LAW[lang].search(_claims(sentence, lang))):
            yield problem(source, line, CODE, *_said_of_a_promise(leaned, called[0]))


def _defined(term: TermRow, lang: Lang, source: Source, index: int, promises: set[str]) -> Iterator[Problem]:
    """The same of a term: what it leans on is beside its definition, not in it."""
    leaned, line = frozenset(term.references), source.line(index, "definition", lang)
    for _, sentence in sentences(term.definition[lang], lang):
        found = figure(sentence, lang)
        if found and not leaned:
            zh = f"“{found[0]}”和“{found[1]}”写在一句里，{term.id} 却没有依据，应写进它的 references，如 [R04]"
            en = f"`{found[0]}` stands beside `{found[1]}`, but {term.id} has no reference; expected one in its `references`, such as [R04]"
            yield Problem(source.path, line, CODE, zh + _FIRST[0], en + _FIRST[1])
        elif found and leaned <= promises and (called := _CALLED_LAW[lang].search(_claims(sentence, lang))):
            yield Problem(source.path, line, CODE, *_said_of_a_promise(leaned, called[0]))


_FIRST = "；依据表里没有的，先写进 docs/data/references.yml", "; what the table lacks goes into docs/data/references.yml first"


def _said_of_a_promise(leaned: frozenset[str], called: str) -> tuple[str, str]:
    ids = "".join(f"[{id}]" for id in sorted(leaned))
    return (
        f"{ids} 只是公司承诺，这一句却写了“{called}”，应写成“公司承诺，不是法律”，或换成法律的依据编号",
        f"{ids} is only a company's promise, but the sentence says `{called}`; expected `a company promise, not law`, "
        "or the reference of the law itself",
    )


def figure(sentence: str, lang: Lang) -> tuple[str, str] | None:
    """The first number of a sentence and the word that gives it force; None where one of them is missing."""
    number = _FIGURE[lang].search(_DATE.sub(lambda date: " " * len(date[0]), sentence))
    force = _FORCE[lang].search(_claims(sentence, lang))
    return (number[0].strip(), force[0]) if number and force else None


def _claims(sentence: str, lang: Lang) -> str:
    """What the sentence itself says, without words of force that claim none; nothing where it tells of a story."""
    return "" if _INVENTED.search(sentence) else _NO_FORCE[lang].sub("", unquoted(sentence)).strip()


def _final(passage: Passage) -> frozenset[str]:
    """References that hold for a whole passage: those at its end, or anywhere in a row of a table."""
    closing = _CLOSING.search(passage.text)
    return _cited(passage.text if is_row(passage.text) else closing[0] if closing else "")


def _cited(text: str) -> frozenset[str]:
    return frozenset(references(text))
