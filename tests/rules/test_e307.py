"""E307: what looks like a real person's number is told, masked; service numbers, dates and amounts are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.problem import Problem
from course.content.reading import load
from course.rules import e307_personal_data
from course.rules.e307_personal_data import findings
from small import MINIMAL, edited, line_of

Tree = Callable[..., Path]

HOME, HOME_EN = "docs/zh/index.md", "docs/en/index.md"
CASE, CASE_EN = "docs/zh/cases/meter.md", "docs/en/cases/meter.md"
PHRASES, TERMS = "docs/data/phrases.yml", "docs/data/terms.yml"


def told(root: Path) -> list[Problem]:
    return list(e307_personal_data.check(load(root)))


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("打13800138000找她", "a mobile number", "138***"),
        ("138 0013 8000", "a mobile number", "138***"),
        ("139-0013-8000", "a mobile number", "139***"),
        ("138.0013.8000", "a mobile number", "138***"),
        ("1380 013 8000", "a mobile number", "138***"),
        ("+86 150-0013-8000", "a mobile number", "150***"),
        ("１３８００１３８０００", "a mobile number", "138***"),
        ("138–0013–8000", "a mobile number", "138***"),
        ("身份证11010519491231002X", "a Chinese identity number", "110***"),
        ("11010519491231002x", "a Chinese identity number", "110***"),
        ("110105491231002", "an old identity number", "110***"),
        ("4111111111111111", "a bank card number", "411***"),
        ("4111 1111 1111 1111", "a bank card number", "411***"),
        ("110105194912310021", "an account number", "110***"),
        ("户号 1234567890", "an account number", "123***"),
        ("户号：12 3456 7890", "an account number", "123***"),
        ("card number 1234 567 890 123", "an account number", "123***"),
        ("01062345678", "an account number", "010***"),
        ("写信给liu@163.com", "an e-mail address", "liu***"),
        ("li＠corp.com.cn", "an e-mail address", "li@***"),
        ("见 https://x.cn，电话13800138000", "a mobile number", "138***"),
        ("x@example.com.cn", "an e-mail address", "x@e***"),
        ("x@example.cn", "an e-mail address", "x@e***"),
        ("微信号 liu_123456", "a WeChat id", "liu***"),
        ("微信号：wangxiaoming", "a WeChat id", "wan***"),
        ("微信：wangxiaoming", "a WeChat id", "wan***"),
        ("加 wxid_a1b2c3d4", "a WeChat id", "wxi***"),
        ("WeChat ID liu12345", "a WeChat id", "liu***"),
        ("my WeChat: li_ming88", "a WeChat id", "li_***"),
        ("010-62345678", "a landline number", "010***"),
        ("(0755) 8234 5678", "a landline number", "075***"),
        ("0311-8234567", "a landline number", "031***"),
        ("+86 10 6234 5678", "a landline number", "861***"),
    ],
)
def test_personal(text: str, kind: str, masked: str) -> None:
    assert [(found.kind.en, found.masked) for found in findings(text)] == [(kind, masked)]


@pytest.mark.parametrize(
    "text",
    [
        "95598 12398 12345 110 120 10000 10086 96123 95511，010-95598",
        "400-800-8888、4008008888、800 810 8888；0808 223 1133",
        "2018-12-29 2026-11-22，1986—1990、1991—1995，20261122093631",
        "12345678901 元；1234567890123 yuan；¥ 12345678901；￥12345678901；1,234,567,890",
        "0.12345678901，3.14159265358979",
        "138****0000、110105********0000、0xx-****0000、尾号 0000、name@example.com、微信号（略）",
        "a@mail.example.org、a@power.example",
        "https://www.ndrc.gov.cn/P020240315319888305936.pdf",
        "doi 10.1016/0022435988900101，ISBN 9787519812345",
        "13 14 15 16 17 18 19 20 21 22",
        "GB/T 12325-2008，民法典 1032-1035",
        "发我微信号就行；微信 WeChat；微信公众号：service95598；a WeChat ID cannot be changed; WeChat: register first",
        "户号 10 位；account 2026",
        "c1234567890",
    ],
)
def test_nobodys(text: str) -> None:
    assert [found.words for found in findings(text)] == []


@pytest.mark.parametrize(
    ("path", "words", "old", "new"),
    [
        (CASE, "坐席（✓ P01）", "我先查一下读数。", "我打您手机 13800138000。"),
        (CASE_EN, "You want", None, None),
        (CASE, "summary:", "客户说新表走得快。", "客户 13800138000 说新表走得快。"),
        (CASE, "  P01:", "再说快慢。", "再打 13800138000。"),
        (HOME_EN, "Start", None, None),
        (PHRASES, "say:", None, None),
        (TERMS, "definition:", None, None),
    ],
)
def test_place(tree: Tree, path: str, words: str, old: str | None, new: str | None) -> None:
    if old is None:
        text = (MINIMAL / path).read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if words.lower() in line.lower())
        old = line
        new = line[:-1] + " 13800138000}" if line.endswith("}") else f"{line} 13800138000"
    root = tree(edited(path, (old, new or "")))
    [problem] = told(root)
    assert (problem.path, problem.line, problem.code) == (path, line_of(root, path, "13800138000"), "E307")
    assert "“138***”像是手机号" in problem.zh and "如 138****0000" in problem.zh
    assert "`138***` looks like a mobile number" in problem.en and "such as 138****0000" in problem.en


def test_number_read_as_a_number(tree: Tree) -> None:
    root = tree(edited(CASE, ("summary: 客户说新表走得快。", 'summary: "13800138000"')))
    assert [problem.line for problem in told(root)] == [line_of(root, CASE, "summary:")]


def test_fingerprints_are_no_words(tree: Tree) -> None:
    root = tree(edited(CASE_EN, ("breaks: {}\n", 'breaks: {}\ntranslated: {rules: "1367167999"}\n')))
    assert told(root) == []


def identity(first: str) -> str:
    return next(first + last for last in "0123456789X" if e307_personal_data._identity(first + last))


def card(first: str) -> str:
    return next(first + last for last in "0123456789" if e307_personal_data._luhn(first + last))


PERSONAL = st.one_of(
    st.from_regex(r"1[3-9][0-9]([ -]?)[0-9]{4}\1[0-9]{4}", fullmatch=True),
    st.from_regex(r"[1-6][0-9]{5}19[0-9]{9}", fullmatch=True).map(identity),
    st.from_regex(r"62[0-9]{13,16}", fullmatch=True).map(card),
    st.from_regex(r"[1-9][0-9]{9,25}", fullmatch=True).filter(lambda text: text[:3] not in ("400", "800") and text[:2] != "20"),
    st.from_regex(r"0[1-9][0-9]{1,2}-[2-8][0-9]{6,7}", fullmatch=True).filter(lambda text: not text.startswith("080")),
    st.from_regex(r"[a-z][a-z0-9.]{0,12}@[a-z]{3,9}\.(com|cn|net)", fullmatch=True).filter(lambda text: "@example." not in text),
)


@given(PERSONAL, st.sampled_from(["", "电话 ", "Call ", "（", "“"]), st.sampled_from(["", "。", "，找她", ", ask for her", "）", "”"]))
def test_found_and_never_repeated(number: str, before: str, after: str) -> None:
    problems = list(e307_personal_data._told(f"{before}{number}{after}", "docs/zh/x.md", 1))
    assert len(problems) == 1
    for shown in (number, number.replace(" ", "").replace("-", ""), number[3:]):
        assert shown not in str(problems[0])


@given(st.text() | st.text("0123456789Xx -@.微信号:a_+()~", max_size=60))
def test_masked_never_holds_the_full_number(text: str) -> None:
    for found in findings(text):
        assert found.words not in found.masked
        assert len(found.masked) <= 6 < len(found.words) + 1


@given(st.dates(), st.integers(0, 10**15))
def test_dates_and_amounts_are_fine(day: object, amount: int) -> None:
    assert list(findings(f"{day}，{amount} 元，{amount:,}，{amount} yuan，¥{amount}，{day} {day}")) == []
