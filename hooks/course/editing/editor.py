"""Files that let a code editor complete and check what authors write: JSON Schemas, and snippets for Visual Studio Code.

Made from the types and the vocabulary, checked in, and compared by a test: ``python -m course editor`` writes them anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from course.content.catalogue import Catalogue
from course.content.kinds import DOCUMENTS, KINDS, TABLES, Kind
from course.content.model import Minutes
from course.language.lang import Lang

_LISTS = {
    "form": "forms",
    "channel": "channels",
    "level": "levels",
    "family": "families",
    "situation": "situations",
    "roles": "roles",
    "customers": "customers",
    "issues": "issues",
    "steps": "steps",
    "channels": "channels",
}
"""Field -> the list of the vocabulary it chooses from."""
_PAGE: Mapping[Lang, str] = {"zh": "中文页", "en": "English page"}


def files(catalogue: Catalogue) -> dict[str, str]:
    """Path, relative to the project's root -> text of each file."""
    made = {f"schemas/{name}.schema.json": _schema(name, shape, catalogue) for name, shape in _shapes()}
    return made | {".vscode/course.code-snippets": _snippets(catalogue)}


def _shapes() -> Iterator[tuple[str, Any]]:
    for kind in KINDS:
        yield f"{kind.name}.zh", kind.front
        yield f"{kind.name}.en", kind.english
    for name, row in TABLES.items():
        yield name, tuple[row, ...]  # type: ignore[valid-type]
    yield from DOCUMENTS.items()


def _schema(name: str, shape: Any, catalogue: Catalogue) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(shape).json_schema(), "title": name}
    for part in (schema, *schema.get("$defs", {}).values()):
        for field, value in part.get("properties", {}).items() if name != "vocabulary" else ():
            if field in _LISTS:
                value.get("items", value)["enum"] = _ids(catalogue, field)
    return _json(schema)


def _ids(catalogue: Catalogue, field: str) -> list[str]:
    return [row.id for row in getattr(catalogue.choices, _LISTS[field])]


def _snippets(catalogue: Catalogue) -> str:
    """One snippet per kind and language: type its prefix in an empty page and step through the fields."""
    made = {}
    for kind in KINDS:
        if kind.folder:
            for lang, name in _PAGE.items():
                snippet = {"scope": "markdown", "prefix": f"{kind.name}-{lang}", "body": _lines(kind, catalogue, lang)}
                made[f"{kind.name} {name}"] = snippet
    return _json(made)


def _lines(kind: Kind, catalogue: Catalogue, lang: Lang) -> list[str]:
    shape = kind.front if lang == "zh" else kind.words
    order = sorted(shape.model_fields, key=lambda name: (name != "id", list(shape.model_fields).index(name)))
    lines = ["---"]
    for number, name in enumerate(order, start=1):
        lines += _line(name, number, shape.model_fields[name], catalogue)
    lines += ["---", ""]
    for section in kind.sections:
        lines += [f"## {section[lang]}", "", "", ""]
    return lines


def _line(name: str, number: int, field: FieldInfo, catalogue: Catalogue) -> list[str]:
    """One field with a place to type in, or the vocabulary to choose from."""
    if name in _LISTS:
        choice = f"${{{number}|{','.join(_ids(catalogue, name))}|}}"
        return [f"{name}: [{choice}]" if name == _LISTS[name] else f"{name}: {choice}"]
    hint = f"${{{number}:{str(field.description).replace('/', '∕')}}}"
    if field.annotation is Minutes:
        return [f"{name}: {{read: ${{{number}:5}}, discuss: 10, practise: 10}}"]
    if get_origin(field.annotation) is dict:
        return [f"{name}:", f"  P01: {hint}"]
    if get_origin(field.annotation) is tuple:
        return [f"{name}:", f"  - {hint}"]
    return [f"{name}: {hint}"]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
