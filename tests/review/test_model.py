"""What is read again as a report is a report and nothing else, whoever made it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from course.review import markdown, model
from course.review.model import Review
from course.review.outline import Sites

GOOD: dict[str, Any] = {
    "format": 1,
    "base": "0" * 40,
    "today": "2026-12-01",
    "in_all": 5,
    "pages": [{"path": "cases/meter.md", "code": "C01", "title": {"zh": "表", "en": "Meter"}, "what": "changed", "before": ["zh"], "after": ["zh", "en"]}],
    "problems": [{"path": "docs/zh/index.md", "line": 1, "code": "E004", "message": {"zh": "空", "en": "empty"}, "new": True, "told": "other"}],
}  # fmt: skip


def test_a_report_is_read_as_it_was_written() -> None:
    found = model.read(json.dumps(GOOD).encode())
    assert found == Review.model_validate_json(found.model_dump_json())
    assert not found.sound and found.pages[0].code == "C01"


def changed(path: str, value: object) -> bytes:
    """The good report with another value at a place such as ``pages.0.path``."""
    data = json.loads(json.dumps(GOOD))
    *way, last = path.split(".")
    place = data
    for name in way:
        place = place[int(name)] if isinstance(place, list) else place[name]
    place[int(last) if isinstance(place, list) else last] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", 2),
        ("format", "1"),
        ("format", True),
        ("surprise", 1),
        ("pages.0.surprise", 1),
        ("base", "0" * 39),
        ("base", "0" * 40 + "\n"),
        ("base", "--output=x"),
        ("today", "tomorrow"),
        ("in_all", "5"),
        ("in_all", 5.5),
        ("in_all", -1),
        ("in_all", 10**12),
        ("in_all", None),
        ("pages", {}),
        ("pages", "cases/meter.md"),
        ("pages", [GOOD["pages"][0]] * 201),
        ("pages.0", None),
        ("pages.0.path", "../../etc/passwd"),
        ("pages.0.path", "cases/meter.md#x"),
        ("pages.0.path", "javascript:alert(1)"),
        ("pages.0.path", "C:/meter.md"),
        ("pages.0.path", "../../secret.md"),
        ("pages.0.path", "cases/a\nb.md"),
        ("pages.0.was", "/etc/passwd.md"),
        ("pages.0.what", "odd"),
        ("pages.0.code", "C01](javascript:x)"),
        ("pages.0.code", "x" * 61),
        ("pages.0.title.zh", "x" * 601),
        ("pages.0.title", "Meter"),
        ("pages.0.title.zh", None),
        ("pages.0.before", ["fr"]),
        ("pages.0.before", ["zh", "zh", "zh"]),
        ("problems.0.line", 0),
        ("problems.0.line", True),
        ("problems.0.line", "1"),
        ("problems.0.code", "E4"),
        ("problems.0.code", "E004\n"),
        ("problems.0.path", ""),
        ("problems.0.path", "x" * 301),
        ("problems.0.new", "yes"),
        ("problems.0.new", 1),
        ("problems.0.told", "nice"),
        ("problems.0.message.en", "x" * 601),
        ("problems", [GOOD["problems"][0]] * 401),
        ("prints", [{"subject": "C01", "kind": "poster", "lang": "zh"}]),
        ("due", [{"id": "R01", "title": {"zh": "", "en": ""}, "due": "soon", "pages": []}]),
    ],
)
def test_anything_odd_is_refused(path: str, value: object) -> None:
    with pytest.raises(ValidationError):
        model.read(changed(path, value))


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"{}", b'"x"', b"{", b"\xff\xfe", b'{"format": 1', b"[" * 100_000, b"1e999999"])
def test_what_is_no_report_at_all_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        model.read(content)


def test_what_is_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValueError, match="expected at most"):
        model.read(b" " * (model.MAX_BYTES + 1))


def test_a_report_cannot_be_changed() -> None:
    found = model.read(json.dumps(GOOD).encode())
    with pytest.raises(ValidationError):
        found.in_all = 6


def test_a_report_has_no_address_of_any_site() -> None:
    written = markdown.written(model.read(json.dumps(GOOD).encode()))
    assert "](" not in written and "http" not in written


@pytest.mark.parametrize("path", ["a b.md", "about/Contact.md", "a](x.md", "甲.md", "cases/>x.md"])
def test_nothing_leads_to_a_page_that_is_misnamed(path: str) -> None:
    written = markdown.written(model.read(changed("pages.0.path", path)), Sites("https://a.org/", "https://b.org/"))
    assert "](" not in written and "a.org" not in written


def test_the_longest_report_there_can_be_fits_into_a_comment() -> None:
    words = {"zh": "<" * 600, "en": "@" * 600}
    problem = {"path": "a" * 300, "line": 1, "code": "E004", "message": words, "mend": words, "new": True, "told": "hostile"}
    piece = {"kind": "new", "text": "`" * 120}
    passage = {"lang": "zh", "name": words, "lines": [[piece] * 24] * 3, "more": 9}
    page = {**GOOD["pages"][0], "passages": [passage] * 12}
    full = model.read(json.dumps({**GOOD, "problems": [problem] * 400}).encode())
    for review in (full, model.read(json.dumps({**GOOD, "pages": [page] * 20}).encode())):
        written = markdown.written(review)
        assert len(written) <= markdown.MOST and written.startswith(f"{markdown.MARKER}\n### ")
        last = written.rstrip("\n").rsplit("\n", 1)[1]
        assert "这里放不下，还有" in last and "report&#46;html" in last


def test_nothing_is_said_to_be_left_out_where_nothing_is() -> None:
    assert "放不下" not in markdown.written(model.read(json.dumps(GOOD).encode()))
