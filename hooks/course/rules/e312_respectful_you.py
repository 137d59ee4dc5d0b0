"""Staff who do it well say 您 to a customer; nobody says 您 and 你 in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.content.values import of_page
from course.rules.bodies import Pages, sides
from course.syntax.dialogue import Dialogue, Turn
from course.syntax.notation import HIDDEN, words

CODE = "E312"
WHY = "学员照着 ✓ 的话说；对客户一会儿“您”一会儿“你”，客户听得出来。/ Learners copy the ✓ turns, and a customer hears it when 您 turns into 你."

_YOU = re.compile("你(?!们)")
_NOBODY = re.compile(r"迷你|你我|你一[^，。！？\s]{1,4}我一|你来我往|你[推争追]我|你死我活")
"""Set phrases in which 你 is nobody in particular."""
_QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』")
_STOPS = re.compile(r"[。！？；：…]|——|\|")
_CUSTOMER = re.compile(
    r"客户|用户|顾客|居民|村民|商户|租户|租客|房客|房东|业主|机主|户主|群众|邻居|家属|来电人|投诉人|市民|住户"
    r"|(?:阿姨|大爷|大妈|大娘|大伯|大叔|大婶|大姐|大哥|奶奶|爷爷|婆婆|伯伯|叔叔|先生|女士|小姐|太太|老板|老板娘|婶|嫂)$"
)
_STAFF = re.compile(r"^[小老]\S$|[所班站组队科处]长|经理|主任|主管|坐席|柜员|工程师|电工|值班|同事|讲师|学员|分析员|人员$|班组|徒弟")
_CALLED = re.compile(r"(?:^|[，。！？；…])\s*(?:[小老][\u4e00-\u9fff]|[\u4e00-\u9fff]{1,3}(?:师傅|班长|所长|经理|主任|主管|工))[，！、：]")
_TURNED = re.compile(r"[对向朝问喊叫]")


@dataclass(frozen=True)
class Cast:
    """Who is who on a page: those whose words are marked ✓ or ✗ serve, and the role cards tell of others."""

    customers: frozenset[str]
    staff: frozenset[str]
    has_cards: bool

    def is_customer(self, speaker: str) -> bool:
        """Whether somebody is a customer; not where it cannot be told."""
        if speaker in self.staff or speaker in self.customers:
            return speaker in self.customers
        if _CUSTOMER.search(speaker):
            return True
        if _STAFF.search(speaker) or any(speaker[0] == name[0] for name in self.staff):
            return False
        return not self.has_cards or any(speaker[0] == name[0] for name in self.customers)

    def calls_staff(self, said: str) -> bool:
        """Whether words begin with, or have in them, the name of a colleague they are meant for."""
        return bool(_CALLED.search(said)) or any(re.search(rf"{re.escape(name)}[，！、：]", said) for name in self.staff)


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """你 said to a customer in good turns and good phrases, and sentences that say both."""
    for page, lang, source in sides(catalogue, pages):
        if lang == "zh" and "你" in source.text:
            for line, text in of_page(page.kind, source):
                if mixed(words(text).text):
                    yield _both(source, line, text)
            yield from _body(source)
    for index, row in enumerate(catalogue.phrases):
        source = catalogue.tables["phrases"]
        if "你" in _NOBODY.sub("", _QUOTED.sub("", row.say.zh)):
            zh = f"{row.id} 的 say 里有“你”：“{row.say.zh}”，对客户应说“您”（几个人说“各位”）"
            en = f"the Chinese `say` of {row.id} has 你, expected 您 to a customer (各位 to several)"
            yield Problem(source.path, source.line(index, "say", "zh"), CODE, zh, en)


def _body(source: Source) -> Iterator[Problem]:
    talks = [leaf.turns for leaf in source.tree.leaves if isinstance(leaf, Dialogue)]
    shown_bad = {turn.line for talk in talks for turn in talk if turn.mark == "bad"}
    for number, found in source.tree.words:
        if number not in shown_bad and mixed(found.text):
            yield _both(source, source.body_line + number - 1, found.text)
    who = _cast(source, talks)
    for talk in talks:
        for at, turn in enumerate(talk):
            if turn.mark == "good" and (said := familiar(turn.words)) and _meant_for_customer(talk, at, who, said):
                zh = f"✓ 的话里对客户说了“你”：“{turn.words}”，应说“您”"
                en = f"a ✓ turn says 你 to the customer: “{turn.words}”; expected 您"
                yield Problem(source.path, source.body_line + turn.line - 1, CODE, zh, en)


def _both(source: Source, line: int, text: str) -> Problem:
    sentence = mixed(text).replace(HIDDEN, " ").strip()
    zh = f"“{sentence}”一句里又是“您”又是“你”，应只用一种"
    return Problem(source.path, line, CODE, zh, f"“{sentence}” says both 您 and 你, expected one of them")


def mixed(text: str) -> str:
    """The first sentence that says both 您 and 你; what is quoted counts by itself. Empty where none does."""
    if "您" not in text or "你" not in text:
        return ""
    voices = [_QUOTED.sub("", text), *(quoted[1:-1] for quoted in _QUOTED.findall(text))]
    sentences = (sentence for voice in voices for sentence in _STOPS.split(_NOBODY.sub("", voice)))
    return next((sentence for sentence in sentences if "您" in sentence and _YOU.search(sentence)), "")


def familiar(text: str) -> str:
    """What a turn says up to the 你 it says to somebody; empty where it says none. 你们 has no polite form and does not count."""
    own = _NOBODY.sub("", _QUOTED.sub("", text))
    found = _YOU.search(own)
    return own[: found.end()] if found else ""


def _meant_for_customer(talk: Sequence[Turn], at: int, who: Cast, said: str) -> bool:
    """Whether a turn answers a customer and neither calls a colleague nor turns to one."""
    if who.calls_staff(said):
        return False
    before = talk[at - 1] if at else None
    if before and not before.speaker and _TURNED.search(before.words) and any(name in before.words for name in who.staff):
        return False
    others = [turn.speaker for turn in (*reversed(talk[:at]), *talk[at + 1 :]) if turn.speaker not in ("", talk[at].speaker)]
    return bool(others) and who.is_customer(others[0])


def _cast(source: Source, talks: Sequence[Sequence[Turn]]) -> Cast:
    """Who is who on that page."""
    marked = {turn.speaker for talk in talks for turn in talk if turn.mark}
    customers: set[str] = set()
    staff: set[str] = set()
    cards = [re.split(r"\s*[·:：]\s*", block.title) for block in source.tree.containers if block.name == "role"]
    for role, *names in cards:
        (customers if _CUSTOMER.search(role) else staff).update(name for name in names if name)
    return Cast(frozenset(customers - marked), frozenset(marked | staff), bool(customers or staff))
