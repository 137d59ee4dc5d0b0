"""A comment is one for everybody: nothing in it is checked, compared, shown, printed or mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.reading import load
from course.editing.mending import mended, mends
from course.language.lang import LANGS
from course.prints.sources import source
from course.sessions.printables import prints
from course.site.edition import documents
from course.translation.outdated import state
from small import edited, problems

Tree = Callable[..., Path]

PAGES = ["docs/zh/cases/meter.md", "docs/en/cases/meter.md", "docs/zh/chapters/service.md", "docs/zh/index.md", "docs/en/index.md"]
LEFT_OUT = """<!-- TODO ✎ 以后再说 13812345678   \t
## 经过 {#events}

## 另一节 {#more}
## Another

坐席(✗ P99):好,是。[R99] [[C99]]、[[P01] 见[这里](nowhere.md)，99 天，color，的的，滞纳金
- [ ] 一项
1、甲
| a | b |

```dialogue
没有说话人
```
::: odd
{{ figure: none }} <script>x()</script> 𠮷
``` py
-->"""


def commented(path: str) -> dict[str, str]:
    """A page of the minimal course with all that between two of its paragraphs, and behind a line of its prose."""
    text = edited(path)[path]
    head, front, body = text.split("---\n", 2)
    paragraphs = body.split("\n\n")
    at = next(
        number for number, words in enumerate(paragraphs) if not words.strip().startswith(("#", "`", ":", "-", "|", "{")) and words.strip()
    )
    paragraphs[at] += " <!-- ✎ 好,是 color -->"
    paragraphs.insert(at + 1, LEFT_OUT)
    return {path: "---\n".join([head, front, "\n\n".join(paragraphs).rstrip("\n") + "\n"])}


def shown(root: Path) -> dict[str, str]:
    """Every page and the source of every print, but for how many empty lines and blanks at the end of lines there are."""
    course = load(root)
    made = {f"{lang}/{document.path}": document.text for lang in LANGS for document in documents(course, lang)}
    made |= {f"{lang}/{one.path}": source(one, course) for lang in LANGS for one in prints(course, lang)}
    return {path: re.sub(r"[ \n]*\n", "\n", text) for path, text in made.items()}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_in_it_is_told_shown_or_printed(path: str, tree: Tree) -> None:
    before, states = shown(tree()), {state(page) for page in load(tree()).pages.values()}
    root = tree(commented(path))
    assert problems(root) == []
    assert shown(root) == before
    assert {state(page) for page in load(root).pages.values()} == states


@pytest.mark.parametrize("path", PAGES)
def test_mending_leaves_it_byte_for_byte(path: str, tree: Tree) -> None:
    text = commented(path)[path]
    assert mended(text, path) == text
    assert list(mends(tree({path: text}))) == []
