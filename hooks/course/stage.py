"""Write the finished Markdown of both languages as a plain tree, for any builder that reads ``mkdocs.yml`` but runs no hooks."""

from __future__ import annotations

import json
from pathlib import Path

from course import edition
from course.catalogue import Catalogue
from course.model import LANGS


def write(catalogue: Catalogue, folder: Path) -> None:
    """Fill the folder with ``zh/`` and ``en/`` and, beside them, ``nav.zh.json`` and ``nav.en.json`` for the configuration."""
    for lang in LANGS:
        for document in edition.documents(catalogue, lang):
            file = folder / lang / document.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document.text, encoding="utf-8")
        nav = json.dumps(edition.navigation(catalogue, lang), ensure_ascii=False, indent=1)
        (folder / f"nav.{lang}.json").write_text(nav + "\n", encoding="utf-8")
