"""write the finished Markdown of both languages and a configuration for any builder that reads ``mkdocs.yml`` but runs no hooks"""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import yaml

from course.commands.checked import checked
from course.content.catalogue import Catalogue
from course.files import disk
from course.language.lang import LANGS, Lang
from course.prints import delivery
from course.site import edit_links, edition
from course.translation import history

_CONFIGURATION = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}


def options(parser: ArgumentParser) -> None:
    """The folder to write to."""
    parser.add_argument("dir", type=Path, metavar="DIR")


def run(root: Path, options: Namespace) -> int:
    """Write them and name the folder."""
    write(checked(root), root, options.dir)
    print(options.dir)
    return 0


def write(catalogue: Catalogue, root: Path, folder: Path) -> None:
    """Fill the folder with ``zh/``, ``en/``, the theme overrides of that root, every print, and ``zh.yml`` and ``en.yml`` that build into ``site/``."""
    catalogue, prints = delivery.delivered(root, history.remembered(root, catalogue))
    for (lang, path), made in prints.items():
        disk.write(folder, {f"{lang}/{path}": made.read_bytes()})
    home = edit_links.home(_configuration(catalogue, root, "zh"), os.environ, root)
    for lang in LANGS:
        for document in edition.documents(catalogue, lang, home):
            disk.write(folder, {f"{lang}/{document.path}": document.text})
        if logo := catalogue.own.logo:
            disk.write(folder, {f"{lang}/{edition.LOGOS}/{logo}": (root / logo).read_bytes()})
        text = yaml.safe_dump(_configuration(catalogue, root, lang), allow_unicode=True, sort_keys=False)
        disk.write(folder, {f"{lang}.yml": text})
    shutil.copytree(root / "overrides", folder / "overrides", dirs_exist_ok=True)


def _configuration(catalogue: Catalogue, root: Path, lang: Lang) -> dict[str, Any]:
    """The language's configuration with everything in one file, the navigation spelt out, and no hooks."""
    merged = _merged(*(yaml.safe_load((root / _CONFIGURATION[name]).read_text(encoding="utf-8")) for name in ("zh", lang)))
    for name in ("hooks", "watch", "INHERIT"):
        merged.pop(name, None)
    place = {"docs_dir": lang, "site_dir": "site" if lang == "zh" else "site/en"}
    settings = edition.settings(merged["site_name"], catalogue, lang)
    theme = {"theme": merged["theme"] | {"logo": settings["logo"]}} if settings["logo"] else {}
    extra = merged.get("extra", {}) | settings["extra"]
    return merged | place | theme | {"site_name": settings["site_name"], "nav": edition.navigation(catalogue, lang), "extra": extra}


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """What ``INHERIT`` makes of two configurations: mappings merge, everything else is replaced."""
    both = {
        name: _merged(base[name], value) for name, value in over.items() if isinstance(value, dict) and isinstance(base.get(name), dict)
    }
    return {**base, **over, **both}
