"""Quantities of either language, read and compared."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.language.lang import Lang
from course.language.quantities import Quantity, chinese, english, read
from course.language.quantities.value import folded
from small import SAMPLE

HAN = "零一二三四五六七八九"
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = "January February March April May June July August September October November December".split()


def only(text: str, lang: Lang) -> Quantity:
    """The one quantity of a text."""
    found = read(text, lang)
    assert len(found) == 1, (text, found)
    return found[0]


def han(number: int) -> str:
    """A number below 10,000 as it is written in Chinese."""
    written, gap = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if gap and written else "") + HAN[digit] + sign
        gap = not digit
    return written.removeprefix("一") if 10 <= number < 20 else written


def words(number: int) -> str:
    """A number below 10,000 in English words."""
    if number >= 1000:
        rest = number % 1000
        return f"{words(number // 1000)} thousand" + (f"{' and' if rest < 100 else ''} {words(rest)}" if rest else "")
    if number >= 100:
        return f"{words(number // 100)} hundred" + (f" and {words(number % 100)}" if number % 100 else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(1, 9999))
def test_a_number_is_the_same_however_it_is_written(number: int) -> None:
    for text, lang in ((str(number), "zh"), (f"{number:,}", "zh"), (han(number), "zh"), (f"{number:,}", "en"), (words(number), "en")):
        assert only(text, lang).bare == {number}, text  # type: ignore[arg-type]


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_different_numbers_do_not_answer_each_other(one: int, other: int) -> None:
    assert only(f"{one} 块", "zh").answers(only(f"{words(other)} yuan", "en")) == (one == other)


@given(st.decimals("0.1", "99.9", places=1))
def test_a_percentage_is_the_same_however_it_is_written(share: Decimal) -> None:
    assert only(f"{share} %", "zh").answers(only(f"{share} per cent", "en"))
    assert only(f"{share}‰", "zh").answers(only(f"{share / 10}%", "en"))


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28))
def test_a_date_is_the_same_however_it_is_written(year: int, month: int, day: int) -> None:
    chinese = [f"{year} 年 {month} 月 {day} 日", f"{year}年{han(month)}月{han(day)}日", f"{year}-{month:02}-{day:02}"]
    english = [f"{day} {MONTHS[month - 1]} {year}", f"{MONTHS[month - 1]} {day}, {year}", f"{year}-{month:02}-{day:02}"]
    assert all(only(one, "zh").answers(only(other, "en")) for one in chinese for other in english)
    assert not only(chinese[0], "zh").answers(only(f"{day % 28 + 1} {MONTHS[month - 1]}", "en"))


@given(st.integers(1, 11), st.integers(1, 59))
def test_a_time_is_the_same_however_it_is_written(hour: int, minute: int) -> None:
    told = f"{'零' if minute < 10 else ''}{han(minute)}分"
    for written in (f"{hour + 12}:{minute:02}", f"下午{han(hour)}点{told}"):
        assert only(written, "zh").answers(only(f"{hour}.{minute:02} p.m.", "en"))
        assert only(written, "zh").answers(only(f"{hour}:{minute:02}", "en"))
        assert not only(written, "zh").answers(only(f"{hour}:{minute:02} am", "en"))


WORDS = st.sampled_from(
    "five ten twenty-five past to o'clock a.m. pm half an hour and a quarter of third fifths 3rd Monday 8 June 2026 2022–23 17:30 １２：０５ 2.5 % "
    "per cent yuan kilos working days weeks minutes dozen noon midnight round-the-clock halves million 两 三 十五 分之 成 年 月 日 点 时 半 周五 "
    "个 小时 块 二 毛 公斤 工作日 百 千 万 -".split(" ")
)


@given(st.lists(WORDS, max_size=8), st.sampled_from(["", " ", "-"]))
def test_what_a_reading_needs_is_in_whatever_it_matches(words: list[str], between: str) -> None:
    _needed(between.join(words))


def test_what_a_reading_needs_is_in_whatever_it_matches_in_pages_of_full_length() -> None:
    for file in (SAMPLE / "docs").rglob("*.md"):
        for line in file.read_text(encoding="utf-8").splitlines():
            _needed(line)


def _needed(text: str) -> None:
    for needs, pattern, _ in (*chinese.READINGS, *english.READINGS):
        if needs and pattern.search(text):
            assert any(need in folded(text) for need in needs), (pattern.pattern, text)


@given(st.text(alphabet="零一二两三十百千万半点分元块成个月年日周0123456789.,:%–- 天小时", max_size=12), st.sampled_from(["zh", "en"]))
def test_anything_can_be_read(text: str, lang: Lang) -> None:
    read(text, lang)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("三天", "three days"),
        ("1.5 小时", "90 minutes"),
        ("一个半小时", "an hour and a half"),
        ("两个半小时", "two and a half hours"),
        ("半小时", "half an hour"),
        ("一小时二十分钟", "80 minutes"),
        ("一小时", "an hour"),
        ("24 小时", "one day"),
        ("三个月", "three months"),
        ("6 月 8 日", "8 June"),
        ("6 月 8 日", "June 8"),
        ("27 日", "the 27th"),
        ("二〇二一年", "in 2021"),
        ("九点半", "half past nine"),
        ("十点三十五", "10.35"),
        ("四点五十", "ten to five."),
        ("下午五点二十", "5.20 p.m."),
        ("0.1 %", "0.1%"),
        ("千分之一", "0.1%"),
        ("三成", "30 per cent"),
        ("四分之三", "three-quarters"),
        ("一百六十八块三", "168.30 yuan"),
        ("两块三毛六", "2.36 yuan"),
        ("三千二", "3,200"),
        ("1.2 万", "twelve thousand"),
        ("95598", "95598"),
        ("第三十三条", "art. 33"),
        ("二百三十五点四", "235.4"),
        ("二百斤", "100 kilos"),
        ("周五", "Friday"),
        ("5 个工作日", "five working days"),
        ("17 时", "5 p.m."),
        ("中午十二点", "noon"),
        ("晚上十二点", "midnight"),
        ("24 小时", "round the clock"),
        ("第 3 题", "the third question"),
    ],
)
def test_the_same_in_both_languages(zh: str, en: str) -> None:
    assert only(zh, "zh").answers(only(en, "en"))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("三天", "three hours"),
        ("5 个工作日", "five days"),
        ("三个月", "three weeks"),
        ("6 月 8 日", "9 June"),
        ("6 月 8 日", "June"),
        ("1%", "one"),
        ("九点半", "half past eight"),
        ("0.1%", "1%"),
        ("95598", "95589"),
        ("168.30 元", "163.80 yuan"),
    ],
)
def test_not_the_same(zh: str, en: str) -> None:
    assert not only(zh, "zh").answers(only(en, "en"))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "等一下，一句话说清，三言两语，两边都看，这两天，千万别急，万一停电，百分数，半天没人，四周，上周一样，一点也不，三天两头，百年不遇，三周年，第三季度",
            "zh",
        ),
        ("one another, at once, one of them, a hundred times, in two minds, thousands, half the time, a day off, twice", "en"),
        ("二十个字以内", "zh"),
        ("fifteen words at most", "en"),
    ],
)
def test_idioms_are_never_demanded(text: str, lang: Lang) -> None:
    assert not [quantity.text for quantity in read(text, lang) if quantity.sure]
