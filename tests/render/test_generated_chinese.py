"""What we write ourselves on Chinese pages is set as Chinese: every page of the minimal course, authored and generated, as readers see it."""

from __future__ import annotations

import re

import markdown
import pytest
import yaml
from lxml import html

from course.render.markdown import EXTENSIONS
from course.site import edition
from course.site.edition import Document, documents
from small import minimal

HALF = re.compile(r"[\u3400-\u9fff”）》] ?[,:;?!]|[\w%] ?[,:;?!] ?(?=[\u3400-\u9fff“《（])")
"""A half-width stop with Chinese before it, or after it."""
SHOWN = ("title", "aria-label", "alt", "placeholder", "content")
PAGES = [document for document in documents(minimal(), "zh") if document.path.endswith(".md")]


def read(document: Document) -> list[str]:
    """The text nodes of a page, what is shown on touch or read aloud, and its front matter that is words; not what is in English."""
    front, text = document.text.split("---\n", 2)[1:]
    root = html.fragment_fromstring(markdown.markdown(text, extensions=[*EXTENSIONS], extension_configs=EXTENSIONS), create_parent="div")
    for foreign in root.xpath("//*[@lang='en'] | //code | //pre"):
        foreign.clear(keep_tail=True)
    shown = [str(words) for words in root.itertext()]
    shown += [block.text_content() for block in root.iter("p", "li", "td", "th", "h1", "h2", "h3", "summary")]  # Words may be in pieces.
    shown += [value for element in root.iter() for name in SHOWN if isinstance(element.tag, str) and (value := element.get(name))]
    return shown + [str(value) for value in yaml.safe_load(front).values()]


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.path)
def test_no_half_width_stop_stands_beside_chinese(document: Document) -> None:
    assert [words for words in read(document) if HALF.search(words)] == []


def test_nor_in_the_navigation() -> None:
    assert not HALF.search(str(edition.navigation(minimal(), "zh")).replace("': '", " ").replace("', '", " ").replace("': [", " "))
