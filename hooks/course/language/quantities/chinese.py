"""How quantities are written in Chinese."""

from __future__ import annotations

import re
from fractions import Fraction

from course.language.quantities.value import DIGITS, HALF, SHARED, Made, Reading, clock, counted, dated, figures, measured, number

_ONES = {sign: value for value, signs in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九")) for sign in signs}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10**4, "亿": 10**8}
_ONE = f"[{''.join(_ONES)}]"
_PREFIX = "(?![瓦米克伏安帕])"
"""千 before these belongs to the unit."""
_NUMERAL = rf"(?:{DIGITS}(?:\s{{0,9}}+[百千万亿]{_PREFIX})?|(?:[{''.join(_ONES)}十百万亿]|千{_PREFIX}){{1,24}}+)"
"""Longer than any number is: what looks for the end of a longer one would do so anew from each of its characters."""
_UNITS = {
    "秒": "second", "分": "minute", "小时": "hour", "钟头": "hour", "天": "day", "周": "week", "星期": "week",
    "月": "month", "季度": "quarter", "年": "year",
}  # fmt: skip
_MORNING, _EVENING = "凌晨|清晨|早上|上午|一早|明早|今早", "下午|傍晚|晚上|今晚|当晚"


def numeral(text: str) -> list[Fraction]:
    """What a numeral, or digits with 万 after them, may mean; two numbers for one such as 四五 or 十五六."""
    text = text.replace(" ", "")
    if match := re.fullmatch(rf"({DIGITS})([百千万亿]?)", text):
        return [figures(match[1]) * {**_PLACES, **_GREAT, "": 1}[match[2]]]
    if all(sign in _ONES for sign in text):
        spelled = Fraction("".join(str(_ONES[sign]) for sign in text))
        return [*(Fraction(_ONES[sign]) for sign in text), spelled] if len(text) == 2 else [spelled]
    if two := re.search("[一二两三四五六七八九]{2}", text):
        return [found for digit in two[0] for found in numeral(text[: two.start()] + digit + text[two.end() :])]
    return [Fraction(_placed(text))]


def _placed(text: str) -> int:
    """Value of a numeral with places, such as 一百二十; 三千二 is 3200."""
    total = section = 0
    digit: int | None = None
    place = 1
    for sign in text:
        if sign in _ONES:
            digit = _ONES[sign]
            place = 10 if digit == 0 else place
        elif sign in _PLACES:
            place = _PLACES[sign]
            section += place * (1 if digit is None else digit)
            digit = None
        else:
            place = _GREAT[sign]
            total = (total + section + (digit or 0) or 1) * place
            section, digit = 0, None
    return total + section + (digit or 0) * (place // 10 if place > 10 else 1)


def _last(text: str | None) -> Fraction:
    return numeral(text)[-1] if text else Fraction()


def _share(match: re.Match[str]) -> Made:
    whole = {"百": Fraction(100), "千": Fraction(1000), "万": Fraction(10000)}.get(match[1]) or _last(match[1])
    part = _last(match[2])
    return Made("share", (part, whole), (part / whole,) if whole else ())


def _tenths(match: re.Match[str]) -> Made:
    parts = numeral(match[1])
    return Made("share", tuple(parts), tuple(part / 10 for part in parts))


def _weekday(match: re.Match[str]) -> Made:
    return Made("weekday", (), (Fraction(_ONES.get(match[1], 0)),))


def _decimal(match: re.Match[str]) -> Made | None:
    whole, part = numeral(match[1])[-1], match[2]
    if whole <= 24 and part[0] in "零〇":
        return None  # 九点零五 is a time.
    return number([whole + Fraction(int("".join(str(_ONES[sign]) for sign in part)), 10 ** len(part)), *([whole] if whole <= 24 else [])])


def _weight(match: re.Match[str]) -> Made:
    kilos = HALF if match[2] == "斤" else Fraction(1)
    return Made("weight", tuple(numeral(match[1])), tuple(written * kilos for written in numeral(match[1])))


def _date(match: re.Match[str]) -> Made | None:
    said = match.groupdict()
    return dated(*(int(_last(said.get(part))) for part in ("year", "month", "day")))


def _time(match: re.Match[str]) -> Made | None:
    parts = {"半": Fraction(30), "一刻": Fraction(15), "三刻": Fraction(45)}
    minute = parts.get(match["part"]) or _last(match["minute"])
    hour = _last(match["hour"])
    half = "am" if match["am"] else "pm" if match["pm"] else ""
    if match["pm"] != "下午" and not 5 <= hour < 12:
        half = "am" if match["am"] and hour < 12 else ""  # 晚上十二点 is midnight.
    return clock(hour, minute, half)


def _duration(match: re.Match[str]) -> Made:
    options = [option + (HALF if match["half"] or match["more"] else 0) for option in numeral(match["number"])]
    return measured(_UNITS[match["unit"]], options, _last(match["rest"]))


def _money(match: re.Match[str]) -> Made:
    return counted("money", [_last(match["yuan"]) + _last(match["jiao"]) / 10 + _last(match["fen"]) / 100])


READINGS: tuple[Reading, ...] = (
    *SHARED,
    Reading(
        ("周", "星期", "礼拜"),
        re.compile(r"(?<![一二三四五六七八九十两每几\d老])(?:周|星期|礼拜)([一二三四五六日天])(?![样件次个位条张轮遍页直定共半])"),
        _weekday,
    ),
    Reading(("分之",), re.compile(rf"({_NUMERAL})分之({_NUMERAL})"), _share),
    Reading(("成",), re.compile(rf"({_NUMERAL})成(?![为了功就立本长员交分天熟人])"), _tenths),
    Reading(
        ("年",),
        re.compile(
            rf"(?P<year>(?:19|20)\d\d|[一二]{_ONE}{{3}})\s*年(?:\s*(?P<month>{_NUMERAL})\s*月(?:\s*(?P<day>{_NUMERAL})\s*[日号])?)?"
        ),
        _date,
    ),
    Reading(("月",), re.compile(rf"(?P<month>{_NUMERAL})\s*月(?:份)?(?:\s*(?P<day>{_NUMERAL})\s*[日号])?"), _date),
    Reading(("日",), re.compile(rf"(?P<day>{DIGITS})\s*日"), _date),
    Reading(("点",), re.compile(rf"({_NUMERAL})点({_ONE}+)(?![十分])"), _decimal),
    Reading(
        ("点", "时"),
        re.compile(
            rf"(?:(?P<am>{_MORNING})|(?P<pm>{_EVENING}))?(?P<hour>{_NUMERAL})\s*(?:点\s*(?![评名开头])|时(?![候间长段限差效常刻]))"
            rf"(?:钟|(?P<part>半|一刻|三刻)|(?P<minute>{_NUMERAL})\s*分?)?"
        ),
        _time,
    ),
    Reading(("工作日",), re.compile(rf"({_NUMERAL})\s*个?工作日"), lambda match: counted("working days", numeral(match[1]))),
    Reading(
        ("秒", "分", "小时", "钟头", "天", "周", "星期", "月", "季度", "年"),
        re.compile(
            rf"(?P<number>{_NUMERAL})\s*(?:个(?P<half>半)?)?\s*"
            r"(?P<unit>秒|分(?=钟|半)|小时|钟头|天(?!两头)|(?<!四)周(?![岁年])|星期(?![一二三四五六日天])|(?<=[个半])(?:月|季度)|年(?![级代]))钟?(?P<more>半)?"
            rf"(?:(?<=[时头])(?P<rest>零?{_NUMERAL})\s*分钟?)?"
        ),
        _duration,
    ),
    Reading(
        ("元", "块"),
        re.compile(rf"(?P<yuan>{_NUMERAL})\s*(?:元|块钱?)(?:(?P<jiao>{_ONE})(?!{_ONE}|[个两])(?:[毛角](?:(?P<fen>{_ONE})分?)?)?)?"),
        _money,
    ),
    Reading(("斤", "千克"), re.compile(rf"({_NUMERAL})\s*(斤|公斤|千克)"), _weight),
    Reading(("半",), re.compile("半个?(小时|钟头|天|月|年)"), lambda match: measured(_UNITS[match[1]], [HALF])),
    Reading(("半",), re.compile("半"), lambda match: Made("share", (HALF,), (HALF,))),
    Reading((), re.compile(_NUMERAL), lambda match: number(numeral(match[0]))),
)
