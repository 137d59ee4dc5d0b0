"""How quantities are written in English."""

from __future__ import annotations

import re
from fractions import Fraction

from course.language.quantities.value import DIGITS, HALF, SHARED, Made, Reading, clock, counted, dated, figures, measured, number

_ONES = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_ONES + _TEENS)} | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
_GREAT = {"hundred": 100, "thousand": 1000, "million": 10**6}
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_ORDINALS = {_IRREGULAR.get(word) or (f"{word[:-1]}ieth" if word in _TENS else f"{word}th"): value for word, value in _SMALL.items()}
_SEVERAL = {"once": 1, "twice": 2, "double": 2, "both": 2, "pair": 2, "pairs": 2, "couple": 2, "dozen": 12, "single": 1}
_DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split()
_MONTHS = "January February March April May June July August September October November December".split()


def _any(words: list[str]) -> str:
    """Any of the words, the longest that fits."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_SUB = rf"(?=[efnostz])(?:{_any(_TENS)}(?:[- ]{_any(_ONES[1:])})?|{_any(_ONES + _TEENS)})\b"
_HUNDRED = rf"hundred(?:th|\s+(?:and\s+)?{_SUB})?\b"
_THOUSAND = rf"(?:thousand|million)(?:,?\s+(?:and\s+)?{_SUB}(?:[ -]{_HUNDRED})?)?\b"
_WORDS = rf"(?:{_SUB}(?:[ -]{_HUNDRED})?(?:[ -]{_THOUSAND})?|(?:a[ -])?(?:{_HUNDRED}|{_THOUSAND}))"
_NUMBER = rf"\b(?=[\daefhmnostz])(?:{DIGITS}(?:\s+(?:hundred|thousand|million)\b)?|{_WORDS})"
_MONTH = rf"\b(?P<month>{'|'.join(_MONTHS)})\b"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?"
_ORDINAL = r"(?:st|nd|rd|th)"
_UNIT = r"(?P<unit>second|minute|min|hour|day|week|fortnight|month|quarter|year)s?\b"
_HALF_OF_DAY = r"(?P<half>[ap]\.?m\b\.?|(?:in\s+the|this|that|tomorrow)\s+(?:morning|afternoon|evening)|tonight)"
_IN_MONTHS = tuple(month.lower() for month in _MONTHS)
_IN_ORDINALS = tuple({word[-4:] for word in _ORDINALS})


def value(text: str) -> Fraction:
    """The number meant by words such as "a hundred and twenty", or by digits."""
    total = section = Fraction()
    for word in re.findall(rf"{DIGITS}|[a-z]+", text.lower().removesuffix("th")):
        if word == "hundred":
            section = (section or Fraction(1)) * 100
        elif word in _GREAT:
            total += (section or Fraction(1)) * _GREAT[word]
            section = Fraction()
        else:
            section += figures(word) if word[0].isdigit() else _SMALL.get(word, 0)
    return total + section


def _half_of_day(said: str | None) -> str:
    said = (said or "").lower().replace(".", "")
    return "am" if said == "am" or "morning" in said else "pm" if said else ""


def _unit(match: re.Match[str]) -> Made:
    written = value(match[1])
    if match["cent"] or match["mille"]:
        return Made("share", (written,), (written / (100 if match["cent"] else 1000),))
    return counted("money" if match["yuan"] else "weight" if match["kilos"] else "working days", [written])


def _plain(match: re.Match[str]) -> Made:
    """A number; one such as 10.35 may be a time."""
    time = re.fullmatch(r"(\d{1,2})\.([0-5]\d)", match[0])
    made = clock(Fraction(time[1]), Fraction(time[2])) if time else None
    return Made("number", (value(match[0]),), made.values if made else ())


def _time(match: re.Match[str]) -> Made | None:
    return clock(value(match["hour"]), value(match["minute"] or ""), _half_of_day(match["half"]))


def _past(match: re.Match[str]) -> Made | None:
    said, hour, to = match["part"].lower(), value(match["hour"] or ""), match["way"].lower() == "to"
    minute = Fraction(30) if said == "half" else Fraction(15) if said.endswith("quarter") else value(said)
    after = 60 - minute if to else minute
    if not match["hour"]:
        return Made("time", (minute, after), tuple(full * 60 + after for full in range(24)))
    made = clock((hour - 1 or Fraction(12)) if to else hour, after, _half_of_day(match["half"]))
    return made and Made("time", (hour, minute), made.values)  # "ten to twelve" may be numbers after all


def _date(match: re.Match[str]) -> Made | None:
    said = match.groupdict()
    return dated(int(said.get("year") or 0), _MONTHS.index(match["month"]) + 1, int(value(said.get("day") or "")))


def _duration(match: re.Match[str]) -> Made:
    unit = match["unit"].lower()
    written = value(match["number"]) or Fraction(1)
    extra = HALF if match["half"] or match["more"] else 0
    return measured("minute" if unit == "min" else unit, [written + extra], value(match["rest"] or ""))


def _share(match: re.Match[str]) -> Made:
    part, whole = value(match[1]) or Fraction(1), Fraction({"quarter": 4, **_ORDINALS}[match[2].lower()])
    return Made("share", (part, whole), (part / whole,))


def _i(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


READINGS: tuple[Reading, ...] = (
    *SHARED,
    Reading(
        ("cent", "thousand", "yuan", "kilo", "kg", "day"),
        _i(
            rf"({_NUMBER})(?:\s+(?P<cent>per\s?cent)\b|\s+(?P<mille>in\s+(?:a|one)\s+thousand)\b|[\s-]+(?P<yuan>yuan)\b"
            r"|[\s-]+(?P<kilos>kilos?|kilogram(?:me)?s?|kg)\b|[\s-]+(?P<working>(?:working|business)[\s-]+days?)\b)"
        ),
        _unit,
    ),
    Reading(("¥", "￥"), re.compile(rf"[¥￥]\s*({DIGITS})"), lambda match: counted("money", [figures(match[1])])),
    Reading(("day",), re.compile(rf"\b({'|'.join(_DAYS)})s?\b"), lambda match: Made("weekday", (), (Fraction(_DAYS.index(match[1])),))),
    Reading(_IN_MONTHS, re.compile(rf"(?P<day>\d{{1,2}}){_ORDINAL}?\s+(?:of\s+)?{_MONTH}{_YEAR}"), _date),
    Reading(_IN_MONTHS, re.compile(rf"{_MONTH}\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}?(?![\d:]|[.,]\d){_YEAR}"), _date),
    Reading(_IN_MONTHS, re.compile(rf"{_MONTH}{_YEAR}"), _date),
    Reading(
        ("0",), re.compile(r"(?<![\d.,-])(?:in|of|since|the|by|from|to)\s+((?:19|20)\d\d)(?![\d.,-]\d)"), lambda match: dated(int(match[1]))
    ),
    Reading(
        ("am", "pm", "a.m", "p.m", "morning", "afternoon", "evening", "tonight"),
        _i(rf"\b(?P<hour>{_SUB}|(?<![\d.])\d{{1,2}})(?:[.:](?P<minute>\d\d))?\s*{_HALF_OF_DAY}"),
        _time,
    ),
    Reading(
        ("past",),
        _i(
            rf"\b(?P<part>half|(?:a\s+)?quarter|{_SUB})(?:\s+minutes)?\s+(?P<way>past)\b"
            rf"(?:\s+(?P<hour>{_SUB}|\d{{1,2}}\b)(?:\s+{_HALF_OF_DAY})?)?"
        ),
        _past,
    ),
    Reading(
        ("quarter", "five", "ten", "twenty"),
        _i(
            r"\b(?P<part>(?:a\s+)?quarter|five|ten|twenty(?:-five)?)(?:\s+minutes)?\s+(?P<way>to)\b"
            rf"(?:\s+(?P<hour>{_SUB}|\d{{1,2}}\b)(?:\s+{_HALF_OF_DAY})?)?(?=\s*(?:[.,;:?!”’\")\0]|$|till|until|and|on|at|sharp|{_HALF_OF_DAY.replace('?P<half>', '?:')}))"
        ),
        _past,
    ),
    Reading(("clock",), _i(rf"\b(?P<hour>{_SUB}|\d{{1,2}})(?P<minute>(?!))?\s+o['’]clock(?:\s+{_HALF_OF_DAY})?"), _time),
    Reading(
        ("quarter", *_IN_ORDINALS),
        _i(
            rf"\b(?=[aefnostz])({_SUB}|an?)[\s-]+(quarter(?=s|\s+of)|{_any([word for word in _ORDINALS if word not in ('first', 'second')])})s?\b"
        ),
        _share,
    ),
    Reading(("half",), _i(rf"(?<!and a )\bhalf[\s-]+(?:an?[\s-]+)?{_UNIT}"), lambda match: measured(match["unit"].lower(), [HALF])),
    Reading(
        ("second", "min", "hour", "day", "week", "fortnight", "month", "quarter", "year"),
        _i(
            rf"\b(?P<number>{_NUMBER}|an?)(?P<half>\s+and\s+a\s+half)?[\s-]+{_UNIT}(?P<more>\s+and\s+a\s+half)?"
            rf"(?:(?<=hour|ours)(?:\s+and)?\s+(?P<rest>{_NUMBER})\s+minutes?)?"
        ),
        _duration,
    ),
    Reading(("quarter",), _i(r"\bquarter\s+of\s+an\s+hour"), lambda match: measured("minute", [Fraction(15)])),
    Reading(("noon", "midday"), _i(r"\b(?:noon|midday)\b"), lambda match: clock(Fraction(12), Fraction(), "pm")),
    Reading(("midnight",), _i(r"\bmidnight\b"), lambda match: clock(Fraction(12), Fraction(), "am")),
    Reading(("clock",), _i(r"\b(?:a?round)[\s-]the[\s-]clock\b"), lambda match: measured("hour", [Fraction(24)])),
    Reading(("hal",), _i(r"\bhal(?:f|ves)\b"), lambda match: Made("share", (HALF,), (HALF,))),
    Reading(("0",), _i(r"(?<![\d.,])(\d+)(?:st|nd|rd|th)\b"), lambda match: number([Fraction(match[1])])),
    Reading(
        _IN_ORDINALS,
        _i(rf"\b(?=[efnostz])(?:({_any(_TENS)})-)?({_any(list(_ORDINALS))})\b"),
        lambda match: number([Fraction(_ORDINALS[match[2].lower()] + (_SMALL[match[1].lower()] if match[1] else 0))]),
    ),
    Reading(tuple(_SEVERAL), _i(rf"\b({_any(list(_SEVERAL))})\b"), lambda match: number([Fraction(_SEVERAL[match[1].lower()])])),
    Reading((), _i(_NUMBER), _plain),
)
