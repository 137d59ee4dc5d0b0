"""Whatever is in the files: the checks do not break down, and what they let pass can be built in both languages."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from course.content.reading import load
from course.language.lang import LANGS
from course.rules import check
from course.site import edition, search_input
from small import MINIMAL

FILES = sorted(file.relative_to(MINIMAL).as_posix() for file in MINIMAL.rglob("*") if file.is_file())
PIECES = [
    "", "---", "- ", "  ", "\t", ":", "#", "## x {#x}", "### x", "{", "}", "[", "]", "|", "|\n  two\n\n  three", ">", "'", '"', "&a", "*a", "!!int x", "<<: x", "~",
    "```", "```dialogue", "~~~quiz", ":::", "::: role x", "::: answer", "{{ doors }}", "{{ figure: x }}", "{{", "客户：话", "坐席（✗ P01）：话", "（停）",
    "- [x] a", "- [ ] b", "> c", "[[C01]]", "[[C01|x]]", "[[", "]]", "[R01]", "[R99]", "`", "``", "<b>", "<div>", "</div>", "<!--", "-->", "<script>", "![]()",
    "[a](b.md)", "[a](../index.md#x)", "工单", "work order", "id: C01", "id: P01", "title: x", "1", "1.1", "yes", "null", "0", "\x00", "\x07", "\u2028", "\ufeff", "é", "\\",
]  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.sampled_from(FILES), st.integers(0, 60), st.sampled_from(["in", "over", "end", "start"]), st.sampled_from(PIECES)),
    min_size=1,
    max_size=4,
)


def changed(text: str, at: int, how: str, piece: str) -> str:
    lines = text.split("\n")
    at %= len(lines)
    line = lines[at]
    new = {"in": [piece, line], "over": [piece], "end": [line + piece], "start": [piece + line]}[how]
    return "\n".join([*lines[:at], *new, *lines[at + 1 :]])


@pytest.mark.thorough
@pytest.mark.proof
@given(CHANGES)
def test_it_is_told_or_it_can_be_built(changes: list[tuple[str, int, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "course"
        shutil.copytree(MINIMAL, root)
        for path, at, how, piece in changes:
            file = root / path
            file.write_text(changed(file.read_text(encoding="utf-8"), at, how, piece), encoding="utf-8")
        catalogue = load(root)
        problems = check(catalogue)
        for problem in problems:
            assert 1 <= problem.line <= (root / problem.path).read_text(encoding="utf-8").count("\n") + 2
            assert "\n" not in str(problem)
        if problems:
            return
        for lang in LANGS:
            for document in edition.documents(catalogue, lang):
                if document.path.endswith(".md"):
                    markdown(document.text, extensions=["attr_list", "md_in_html", "tables"])
            json.loads(search_input.text(catalogue, lang, {}))
