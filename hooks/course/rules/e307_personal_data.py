"""No page or table shows a number or an address that may belong to a real person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.content.source import Source
from course.rules.bodies import Pages, sides

CODE = "E307"
WHY = "随手编的号码，也可能正是别人的号码。/ A number made up on the spot may be somebody's real one."


@dataclass(frozen=True)
class Identifier:
    """Something personal: its name in either language, what to write in its place, how it looks, and a second test."""

    zh: str
    en: str
    instead: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = bool


@dataclass(frozen=True)
class Finding:
    """Something that looks personal."""

    kind: Identifier
    words: str

    @property
    def masked(self) -> str:
        """Its first three characters: all the log may repeat of it."""
        return f"{re.sub(r'[ ()+.-]', '', self.words)[:3]}***"


def _identity(text: str) -> bool:
    """Whether 18 characters end in the check digit of an identity number (GB 11643)."""
    total = sum(2 ** (17 - place) * int(digit) for place, digit in enumerate(text[:17]))
    return "10X98765432"[total % 11] == text[-1].upper()


def _luhn(text: str) -> bool:
    """Whether digits, with or without spaces, end in the check digit of a bank card."""
    digits = [int(digit) for digit in reversed(re.sub(r"\D", "", text))]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return len(set(digits)) > 1 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _number(pattern: str) -> re.Pattern[str]:
    """Digits that are neither part of more digits nor masked nor an amount."""
    unit = "元|块钱|万|亿|%|千瓦时|度电|yuan|RMB|kWh"
    return re.compile(rf"(?<![\d*])(?<!\d[.,])(?<![¥$] )(?<![¥$])(?:{pattern})(?![\d*])(?!\.\d)(?!\s?(?:{unit}))")


_SAFE_ID, _TAIL = "110105********0000", "尾号 0000 / ending in 0000"
_MOBILE = r"(?P<it>1[3-9](?:\d{9}|\d([ .-])\d{4}\2\d{4}|\d([ .-])\d{3}\3\d{5}|\d\d([ .-])\d{3}\4\d{4}|\d{3}[ .-]\d{6}))"
_WECHAT = (
    r"(?:微信(?:号码?|\s?ID)?\s*(?:[:是为]|(?<=号)|(?<=ID))\s*[“\"]?(?!wechat|weixin)|\b(?=wxid_)"
    r"|(?:WeChat|Weixin)(?:\s(?:ID|number|account))?(?:\sis|\s?:|(?<=ID))\s*[“\"]?(?=[a-z_-]*\d|[a-z-]*_))"
    r"(?P<it>[a-z][a-z0-9_-]{5,19})(?![a-z0-9])"
)
_LABELLED = (
    r"(?:户号|[账帐][号户]|卡号|\b(?:account|card|customer)(?: number| no\.?)?)\s*(?:[:是为]|is)?\s*(?P<it>\d(?:[ -]?\d){9,})(?![\d*])"
)
_FIXED = r"(?:(?:\+|00)86[ -]?\(?\d{2,3}|\(0\d{2,3}|0\d{2,3}(?=[ )-]))(?:\) ?|[ -])\d{3,4}[ -]?\d{4}"
_MAIL = r"(?<![\w.%+-])[\w.%+-]++@(?!(?:[\w-]+\.)*(?:example\.(?:com|org|net)|\w+\.(?:example|invalid|test))\b(?!\.?\w))[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}"

KINDS = (
    Identifier("邮箱", "an e-mail address", "name@example.com", re.compile(_MAIL, re.IGNORECASE | re.ASCII)),
    Identifier("微信号", "a WeChat id", "微信号（略） / (WeChat id left out)", re.compile(_WECHAT, re.IGNORECASE)),
    Identifier("身份证号", "a Chinese identity number", _SAFE_ID, _number(r"\d{17}[\dXx](?![A-Za-z])"), _identity),
    Identifier("手机号", "a mobile number", "138****0000", _number(rf"(?:(?:\+|00)?86[ -]?)?{_MOBILE}")),
    Identifier("座机号", "a landline number", "0xx-****0000", re.compile(rf"(?<![\d.*])(?<!\d{{4}}[ -])(?!\(?080){_FIXED}(?![\d*])")),
    Identifier("银行卡号", "a bank card number", _TAIL, _number(r"\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}(?:\1\d{1,3})?"), _luhn),
    Identifier("旧式身份证号", "an old identity number", _SAFE_ID, _number(r"[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")),
    Identifier("账号", "an account number", _TAIL, re.compile(_LABELLED, re.IGNORECASE)),
    Identifier("账号", "an account number", _TAIL, _number(r"(?<![A-Za-z_])(?![48]00\d{7}(?!\d))\d{10,}[Xx]?(?![A-Za-z_])")),
)
"""What to look for. The first kind that fits a stretch of text has it."""

_PUBLIC = re.compile(
    r"https?://[\w./?=&%#~+-]+|\b10\.\d{4,9}/[\w./()-]+|ISBN[: ]*[\d-]+[Xx]?|(?<!\d)[48]00[ -]\d{3,4}[ -]\d{3,4}(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
    r"|(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)",
    re.ASCII,
)
"""Web addresses, books, service lines, dates and moments: they are nobody's. Short service numbers fit no kind."""

_MAYBE = re.compile(r"[@＠]|微信|wechat|weixin|wxid|(?:\d\W{0,2}){10}", re.IGNORECASE)
"""What any of the kinds has: most lines have none of it, and looking closely takes time."""


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Personal numbers and addresses in pages, their front matter and the tables."""
    for _, _, source in sides(catalogue, pages):
        yield from _data(source)
        for number, line in enumerate(source.tree.lines, start=source.body_line):
            yield from _told(line, source.path, number)
    for source in catalogue.tables.values():
        yield from _data(source)


def _data(source: Source) -> Iterator[Problem]:
    for key, value in source.values:
        yield from _told(value, source.path, source.line(*key))


def _told(text: str, path: str, line: int) -> Iterator[Problem]:
    for found in findings(text):
        kind, shown = found.kind, found.masked
        zh = f"“{shown}”像是{kind.zh}，哪怕是编的也可能是别人的，应改成一看就不是真的写法，如 {kind.instead}"
        en = f"`{shown}` looks like {kind.en}, which may be somebody's even if made up; expected one that cannot be, such as {kind.instead}"
        yield Problem(path, line, CODE, zh, en)


def findings(text: str) -> Iterator[Finding]:
    """What looks personal in a text, full-width digits included; every stretch of it counts once."""
    if not _MAYBE.search(text):
        return
    plain = _PUBLIC.sub("·", re.sub("[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", text)))
    for kind in KINDS:
        for match in list(kind.pattern.finditer(plain)):
            if kind.holds(match[0]):
                yield Finding(kind, match.groupdict().get("it") or match[0])
                plain = f"{plain[: match.start()]}{'·' * len(match[0])}{plain[match.end() :]}"
