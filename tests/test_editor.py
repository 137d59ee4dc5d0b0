"""What is checked in for code editors is what the types and the vocabulary say today."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from course import editor, frontmatter, kinds
from course.reading import load
from small import ROOT, minimal

MADE = editor.files(load(ROOT))


@pytest.mark.parametrize("path", MADE)
def test_the_checked_in_file_is_the_one_that_would_be_made(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == MADE[path], "run `make editor`"


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
    source = frontmatter.page(plain, "a.md")
    assert isinstance(source, frontmatter.Source), source
    kind = next(kind for kind in kinds.KINDS if SNIPPETS[name]["prefix"].startswith(kind.name))
    assert set(source.data) == set((kind.front if SNIPPETS[name]["prefix"].endswith("zh") else kind.words).model_fields)
