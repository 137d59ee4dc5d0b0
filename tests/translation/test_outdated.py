"""Is the English there and as new as its source: by content, section by section."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from course.content import front_matter
from course.content.source import Source
from course.translation import outdated
from small import kind, page

SOURCE = "一开始[法条](../a.md#b)说：先接住，再查读数。（✗ P05）"


@pytest.mark.parametrize(
    "same",
    [
        "一开始 [法条](../a.md#b) 说： 先接住， 再查读数。（✗ P05）",
        "一开始\n[法条](../a.md#b)\n\n说：先接住，再查读数。(✗ P05)",
        "一开始[法条](../other.md)说，先接住；再查读数！（✗ P05）",
        "一开始[法条](../a.md#b){: .chip }说：**先接住**，再查读数。（✗ p05）",
        "一开始“法条”说：先接住，_再查读数_。（✗ P05）",
    ],
)
def test_spaces_punctuation_and_link_targets_do_not_count(same: str) -> None:
    assert outdated.stamp(same) == outdated.stamp(SOURCE)


@pytest.mark.parametrize(
    "other",
    [
        SOURCE.replace("先", "后"),
        SOURCE.replace("法条", "规定"),
        SOURCE.replace("P05", "P06"),
        SOURCE.replace("✗", "✓"),
        SOURCE + "完",
        "",
    ],
)
def test_a_word_a_code_and_a_mark_count(other: str) -> None:
    assert outdated.stamp(other) != outdated.stamp(SOURCE)


@pytest.mark.parametrize(
    ("english", "translated", "expected", "behind"),
    [
        (None, {}, "missing", set()),
        ("words", {}, "unstamped", set()),
        ("words", {"intro": outdated.stamp("话"), "one": outdated.stamp("一")}, "complete", set()),
        ("words", {"intro": outdated.stamp("话"), "one": "older"}, "behind", {"one"}),
        ("words", {"intro": outdated.stamp("话")}, "behind", {"one"}),
        ("words", {"intro": outdated.stamp("话"), "one": outdated.stamp("一"), "gone": "x"}, "behind", {"gone"}),
    ],
)
def test_state_of_a_page(english: str | None, translated: dict[str, str], expected: outdated.State, behind: set[str]) -> None:
    made = page("话\n\n## 一 {#one}\n\n一", english, translated=translated)
    assert (outdated.state(made), outdated.behind(made)) == (expected, frozenset(behind))


def fields(title: str, **more: object) -> Source:
    return Source("docs/zh/x.md", {"title": title, **more}, {}, "话")


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        (
            "case",
            {"summary": "一句", "principles": {"P04": "先查", "P05": "不问"}, "breaks": {}, "minutes": {"read": 5}},
            "P04：先查\nP05：不问",
        ),
        ("chapter", {"objectives": ["会说", "会写"]}, "会说\n会写"),
        ("principle", {"statement": "一句"}, "一句"),
    ],
)
def test_the_words_of_the_front_matter_are_passages_and_its_facts_are_not(name: str, data: dict[str, object], text: str) -> None:
    found = outdated.passages(fields("标题", **data), kind(name))
    assert list(found) == [
        "front.title",
        *(f"front.{field}" for field in ("summary", "statement", "objectives", "principles") if field in data),
        "intro",
    ]
    assert list(found.values())[-2] == text


def test_the_name_of_a_field_is_no_id_of_a_section() -> None:
    body = "\n\n".join(f"## 节 {{#{id}}}\n\n话" for id in ("title", "front", "front.title", "summary"))
    found = outdated.passages(Source("a.md", {"title": "标题"}, {}, body), kind("page"))
    assert (found["front.title"], found["title"]) == ("标题", "话")


def test_a_changed_title_leaves_the_english_behind() -> None:
    made = page("话", "words", translated={"front.title": outdated.stamp("旧"), "intro": outdated.stamp("话")})
    assert outdated.behind(replace(made, sides={**made.sides, "zh": fields("新")})) == {"front.title"}
    assert outdated.behind(replace(made, sides={**made.sides, "zh": fields("旧。")})) == set()


STAMPS = {"intro": "0123456789", "one": "abcdef0123"}
ACCEPTED = '---\ntitle: T\nsummary: S\ntranslated:\n  "intro": "0123456789"\n  "one": "abcdef0123"\n---\n\nbody\n'


@pytest.mark.parametrize(
    "english",
    [
        "---\ntitle: T\nsummary: S\n---\n\nbody\n",
        "---\ntitle: T\nsummary: S\ntranslated: {}\n---\n\nbody\n",
        '---\ntitle: T\ntranslated:\n  intro: "older"\n\n  gone: "x"\nsummary: S\n---\n\nbody\n',
        '---\ntranslated: {intro: "older"}  # by hand\ntitle: T\nsummary: S\n---\n\nbody\n',
        "---\ntitle: T\nsummary: S\ntranslated:\n---\n\nbody\n",
        ACCEPTED,
    ],
)
def test_accepting_puts_the_stamps_in_place_of_older_ones(english: str) -> None:
    assert outdated.accepted(english, STAMPS) == ACCEPTED


@pytest.mark.parametrize("opening", ["---", "---  ", "\ufeff---"])
@pytest.mark.parametrize(
    ("front", "body"),
    [
        ("title: T", ""),
        ("title: ends in ---", "words"),
        ("title: T", "translated:\n  words of the body\n---\nstay"),
        ("title: T", None),
    ],
)
def test_accepting_touches_nothing_else(opening: str, front: str, body: str | None) -> None:
    english = f"{opening}\n{front}\n---" + ("" if body is None else f"\n{body}")
    stamps = 'translated:\n  "intro": "x"\n'
    assert outdated.accepted(english, {"intro": "x"}) == english.replace(f"{front}\n", f"{front}\n{stamps}")


def test_nothing_to_stamp_is_an_empty_mapping() -> None:
    assert outdated.accepted("---\ntitle: T\n---\n", {}) == "---\ntitle: T\ntranslated: {}\n---\n"


@pytest.mark.parametrize("id", ["no", "on", "2024", "null", "1e5"])
def test_an_id_that_looks_like_something_else_stays_text(id: str) -> None:
    source = front_matter.page(outdated.accepted("---\ntitle: T\n---\n", {id: "x"}), "a.md")
    assert isinstance(source, Source)
    assert source.data["translated"] == {id: "x"}


IDS = st.dictionaries(st.from_regex(r"[\w-]+", fullmatch=True), st.from_regex(r"[0-9a-f]{10}", fullmatch=True), max_size=4)
# Reading a file makes these plain line ends; a file cannot hold a lone surrogate at all.
WORDS = st.text(st.characters(exclude_characters="\x85\u2028\u2029", exclude_categories=["Cs"]), max_size=20)
LINES = st.lists(st.text(alphabet="ab -:#'\"\t{}", max_size=20), max_size=6).map("\n".join)


@given(st.one_of(st.text(), LINES.map("---\n{}".format)), IDS)
def test_accepting_any_text_twice_is_accepting_it_once(text: str, stamps: dict[str, str]) -> None:
    once = outdated.accepted(text, stamps)
    assert outdated.accepted(once, stamps) == once


@given(st.dictionaries(st.sampled_from(["title", "summary", "notes"]), WORDS), st.text(alphabet="ab- \n"), IDS)
def test_what_was_accepted_is_read_back(front: dict[str, str], body: str, stamps: dict[str, str]) -> None:
    english = f"---\n{yaml.safe_dump(front, allow_unicode=True) if front else ''}---\n{body}"
    source = front_matter.page(outdated.accepted(english, stamps), "a.md")
    assert isinstance(source, Source)
    assert (source.data, source.body) == ({**front, "translated": stamps}, body)
