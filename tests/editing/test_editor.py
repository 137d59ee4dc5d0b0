"""What is checked in for code editors is what the types say today; words of the vocabulary may have come and gone since."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from course.content import front_matter, kinds
from course.content.source import Source
from course.content.tables import Vocabulary
from course.editing import editor
from small import ROOT, minimal

MADE = editor.files(minimal())
CHOICES = {(row.id,) for name in Vocabulary.model_fields for row in getattr(minimal().choices, name)}
"""The lists of the vocabulary, as the files of the minimal course have them, which has one word in each."""


def differing(kept: Any, made: Any, place: str = "") -> list[str]:
    """Where two files differ, apart from which words of the vocabulary they offer."""
    if isinstance(made, list) and tuple(map(str, made)) in CHOICES and isinstance(kept, list):
        return []
    if isinstance(kept, dict) and isinstance(made, dict) and kept.keys() == made.keys():
        return [where for key in made for where in differing(kept[key], made[key], f"{place}/{key}")]
    if isinstance(kept, list) and isinstance(made, list) and len(kept) == len(made):
        return [where for at, (one, other) in enumerate(zip(kept, made, strict=True)) for where in differing(one, other, f"{place}/{at}")]
    if isinstance(kept, str) and isinstance(made, str):
        kept, made = (re.sub(r"\|[^|]*\|", "||", text) for text in (kept, made))  # The choices of a snippet.
    return [] if kept == made else [f"{place}: {kept!r}, expected {made!r}"]


@pytest.mark.parametrize("path", MADE)
def test_the_checked_in_file_is_the_one_that_would_be_made(path: str) -> None:
    kept = json.loads((ROOT / path).read_text(encoding="utf-8"))
    assert differing(kept, json.loads(MADE[path])) == [], "run `make editor`"


def test_only_words_of_the_vocabulary_may_differ() -> None:
    assert differing({"enum": ["hotline", "new"], "a": ["${1|x,y|}"]}, {"enum": ["hotline"], "a": ["${1|x|}"]}) == []
    for kept in ({"enum": ["hotline"], "a": [2]}, {"enum": ["hotline"]}, {"enum": "hotline", "a": [1]}, {"enum": ["hotline"], "a": [1, 1]}):
        assert differing(kept, {"enum": ["hotline"], "a": [1]}) != []


def test_no_schema_is_left_from_what_is_gone() -> None:
    assert {f"schemas/{file.name}" for file in (ROOT / "schemas").iterdir()} == {path for path in MADE if path.startswith("schemas/")}


def test_there_is_a_schema_per_kind_and_language_and_per_table() -> None:
    names = {f"{kind.name}.{lang}" for kind in kinds.KINDS for lang in ("zh", "en")} | {*kinds.TABLES, *kinds.DOCUMENTS}
    assert {path.removeprefix("schemas/").removesuffix(".schema.json") for path in MADE if path.startswith("schemas/")} == names


def test_a_schema_offers_the_vocabulary_and_forbids_the_rest() -> None:
    schema = json.loads(editor.files(minimal())["schemas/case.zh.schema.json"])
    assert schema["properties"]["channel"]["enum"] == ["hotline"]
    assert schema["properties"]["roles"]["items"]["enum"] == ["hotline-agent"]
    assert schema["additionalProperties"] is False
    assert "title" in schema["required"]


def test_the_english_schema_has_no_facts() -> None:
    schema = json.loads(editor.files(minimal())["schemas/case.en.schema.json"])
    assert set(schema["properties"]) == {"title", "summary", "principles", "breaks", "translated"}


SNIPPETS: dict[str, Any] = json.loads(editor.files(minimal())[".vscode/course.code-snippets"])


def test_every_kind_with_a_folder_has_a_snippet_per_language() -> None:
    assert {snippet["prefix"] for snippet in SNIPPETS.values()} == {
        f"{kind.name}-{lang}" for kind in kinds.KINDS if kind.folder for lang in ("zh", "en")
    }


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_is_a_page_that_can_be_read(name: str) -> None:
    text = "\n".join(SNIPPETS[name]["body"])
    plain = re.sub(r"\$\{\d+\|([^,|}]*)[^}]*\|\}", r"\1", text)
    plain = re.sub(r"\$\{\d+:([^}]*)\}", lambda match: match[1] if match[1].isdigit() else "words", plain)
    source = front_matter.page(plain, "a.md")
    assert isinstance(source, Source), source
    kind = next(kind for kind in kinds.KINDS if SNIPPETS[name]["prefix"].startswith(kind.name))
    assert set(source.data) == set((kind.front if SNIPPETS[name]["prefix"].endswith("zh") else kind.words).model_fields)
