"""What an author may not write is found, however it is hidden, and without any rule it is shown as typed and does nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from course.render.markdown import EXTENSIONS
from course.syntax.allowed import ELEMENTS, harmless, strange
from hostile import ATTRIBUTES, HOSTILE, MARKDOWN, PLAIN

SAFE_ADDRESS = re.compile(r"(?:https?|mailto|tel):|(?![a-z][a-z0-9+.-]*:)", re.IGNORECASE)
"""Of these schemes, or without one. A scheme begins with a letter, as browsers read it: https://url.spec.whatwg.org/#scheme-start-state"""


def foreign(text: str) -> Iterator[str]:
    """What is in the HTML Python-Markdown makes of a text beyond what is allowed."""
    made = markdown.markdown(text, extensions=[*EXTENSIONS], extension_configs=EXTENSIONS)
    for element in html.fragment_fromstring(made, create_parent="main").iterdescendants():
        if element.tag not in {*MARKDOWN, *ELEMENTS}:
            yield f"<{element.tag!s}>"
        own = ATTRIBUTES.get(str(element.tag), {"id"} if re.fullmatch("h[1-6]", str(element.tag)) else set())
        for name, value in element.attrib.items():
            address = re.sub(r"[\x00-\x20]", "", str(value))
            if name not in own or name in ("href", "src") and not SAFE_ADDRESS.match(address):
                yield f'<{element.tag!s} {name}="{value}">'


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_found_and_harmless(text: str) -> None:
    assert list(strange(text)) or not list(foreign(text))
    assert list(foreign(harmless(text))) == []


@pytest.mark.parametrize("text", [text for text in HOSTILE if text not in ("[a\\](javascript:x())", "[a] (javascript:x())")])
def test_none_of_it_passes(text: str) -> None:
    assert list(strange(text))


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_allowed_is_left_as_it_is(text: str) -> None:
    assert list(strange(text)) == []
    assert harmless(text) == text
    assert list(foreign(text)) == []


def test_a_place_is_told_by_its_beginning_on_one_line() -> None:
    (found,) = strange("甲<iframe\nsrc=a>")
    assert (found.kind, found.at, found.shown) == ("tag", 1, "<iframe")


pieces = st.lists(
    st.sampled_from(
        [
            *HOSTILE,
            *PLAIN,
            "\n",
            "\n\n",
            " ",
            "`",
            "\\",
            "<",
            "{",
            "[",
            "](",
            "]:",
            "> ",
            "- ",
            "    ",
            "```\n",
            "甲",
            "&",
            "a",
            ":",
            "\x02",
            "*",
            "|",
        ]
    ),
    max_size=8,
)


@given(pieces, st.integers(0, 400), st.integers(0, 12))
@example(["[", "](<script.md onload=x()>", "[a](javascript:x())", "<p title='<'><script>x()</script>"], 0, 0)
def test_no_mixture_of_it_makes_anything_foreign(parts: list[str], start: int, length: int) -> None:
    text = "".join(parts)
    text = text[: start % (len(text) + 1)] + text[start % (len(text) + 1) + length :]
    assert list(foreign(harmless(text))) == []
    assert list(foreign(harmless(harmless(text)))) == []


@given(pieces)
def test_what_passes_makes_nothing_foreign(parts: list[str]) -> None:
    text = "".join(parts)
    if not list(strange(text)):
        assert list(foreign(text)) == []
