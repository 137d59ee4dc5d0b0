"""The translator's desk: page by page, what is missing, what is behind, and what changed in the Chinese since."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from typing import Any

from course import outline
from course.catalogue import Catalogue, Page
from course.translation import behind, state

_WORD = re.compile(r"[A-Za-z0-9]+(?:[.,:%'-][A-Za-z0-9]+)*%?|\s+|.", re.DOTALL)
_AROUND = 12
"""Characters shown either side of a change."""

Before = Callable[[Page[Any, Any], str], str | None]
"""What a section of a page said when it was confirmed, if that can be known."""


def changes(old: str, new: str) -> str:
    """The changed places of a text, word by word: ``…kept[-gone-]{+new+}kept…``; Chinese counts character by character."""
    one, two = _WORD.findall(old), _WORD.findall(new)
    parts: list[str] = []
    operations = difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(operations):
        gone, come = "".join(one[a:b]), "".join(two[c:d])
        if kind == "equal":
            parts.append(_shortened(gone, first=number == 0, last=number == len(operations) - 1))
        else:
            parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _shortened(text: str, first: bool, last: bool) -> str:
    """Unchanged text, cut down to what stands next to a change."""
    room = _AROUND * (1 if first or last else 2)
    if len(text) <= room:
        return text
    return ("" if first else text[:_AROUND]) + "…" + ("" if last else text[-_AROUND:])


def report(catalogue: Catalogue, before: Before) -> Iterator[str]:
    """Lines for a terminal: pages that need work, each with its sections, then a count."""
    pages = list(catalogue.pages.values())
    for page in pages:
        now = state(page)
        if now == "complete":
            continue
        name = f"{page.code} {page.title('zh')}".strip()
        said = {
            "missing": "缺英文页 / English missing",
            "unstamped": "英文从未确认 / never confirmed",
            "behind": "中文已改 / Chinese changed",
        }[now]
        yield f"{name}  docs/en/{page.path}: {said}"
        yield from _sections(page, before)
    complete = sum(state(page) == "complete" for page in pages)
    yield f"{complete} / {len(pages)} 页英文完整 / pages complete"


def _sections(page: Page[Any, Any], before: Before) -> Iterator[str]:
    texts = outline.sections(page.sides["zh"].body, page.kind, "zh")
    for section in (id for id in texts if id in behind(page)):
        old = before(page, section)
        yield f"  #{section}: " + (
            changes(old, texts[section]) if old is not None else "新的一节，或历史里找不到 / new, or not in the history"
        )
    for section in sorted(behind(page) - set(texts)):
        yield f"  #{section}: 中文里没有这一节了 / gone from the Chinese"
