"""The staged tree is the site without hooks: the same pages, one configuration per language, nothing to run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from course.__main__ import main
from course.language.lang import LANGS, Lang
from course.prints import delivery
from course.site import edition
from small import minimal

pytestmark = pytest.mark.slow

CONFIGURATION = {
    "mkdocs.yml": "site_name: 课\nhooks: [hooks/events.py]\nwatch: [docs]\nplugins: {search: {lang: zh}}\nextra: {lang: zh, generator: false}\n",
    "mkdocs.en.yml": "INHERIT: mkdocs.yml\nsite_name: Course\nextra: {lang: en}\n",
    "overrides/main.html": "{% block %}",
}


@pytest.fixture
def staged(tree: Callable[..., Path], tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    assert main(["--root", str(tree(CONFIGURATION)), "stage", str(folder)]) == 0
    return folder


@pytest.mark.parametrize("lang", LANGS)
def test_it_holds_the_finished_pages_and_prints(staged: Path, tmp_path: Path, lang: Lang) -> None:
    catalogue, prints = delivery.delivered(tmp_path / "course", minimal())
    wanted = {document.path: document.text for document in edition.documents(catalogue, lang)}
    found = {file.relative_to(staged / lang).as_posix(): file for file in (staged / lang).rglob("*") if file.is_file()}
    assert set(found) == {*wanted, *(path for language, path in prints if language == lang)}
    assert all(found[path].read_text(encoding="utf-8") == text.replace("\r\n", "\n") for path, text in wanted.items())
    assert (staged / "overrides/main.html").is_file()


def test_a_companys_logo_and_name_come_along(tree: Callable[..., Path], tmp_path: Path) -> None:
    themed = CONFIGURATION["mkdocs.yml"] + "theme: {name: material}\n"
    own = {"company.yml": "name: 甲县供电\nlogo: our.svg\n", "our.svg": "<svg/>", "mkdocs.yml": themed}
    folder = tmp_path / "out"
    assert main(["--root", str(tree(CONFIGURATION | own)), "stage", str(folder)]) == 0
    for lang, name in (("zh", "课"), ("en", "Course")):
        found = yaml.safe_load((folder / f"{lang}.yml").read_text(encoding="utf-8"))
        assert (found["site_name"], found["theme"]) == (f"{name} · 甲县供电", {"name": "material", "logo": "assets/company/our.svg"})
        assert (folder / lang / found["theme"]["logo"]).read_text(encoding="utf-8") == "<svg/>"


@pytest.mark.parametrize(
    ("lang", "wanted"),
    [
        ("zh", {"site_name": "课", "docs_dir": "zh", "site_dir": "site"}),
        ("en", {"site_name": "Course", "docs_dir": "en", "site_dir": "site/en"}),
    ],
)
def test_a_configuration_stands_alone(staged: Path, lang: Lang, wanted: dict[str, Any]) -> None:
    found = yaml.safe_load((staged / f"{lang}.yml").read_text(encoding="utf-8"))
    assert {key: found[key] for key in wanted} == wanted
    assert found["extra"] == {"lang": lang, "generator": False, **edition.words(lang)}
    assert found["plugins"] == {"search": {"lang": "zh"}}
    assert found["nav"] == edition.navigation(minimal(), lang)
    assert not {"hooks", "watch", "INHERIT"} & set(found)
