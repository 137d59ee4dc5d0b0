"""Each page leads to its own file and to a question that knows the page, on every kind of host; where none is named, to neither."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from course.files import version
from course.files.building import Refused
from course.language.lang import LANGS
from course.site import edit_links, edition
from course.site.edit_links import NOWHERE, Home
from course.site.pages import generated
from small import ROOT, minimal

SITE = "https://example.org/course/"


def at(repository: str = "", mail: str = "", **settings: Any) -> Home:
    """What the environment makes of the settings of mkdocs.yml, in a folder without a history."""
    return edit_links.home({"site_url": SITE, **settings}, {"REPO_URL": repository, "CONTACT_MAIL": mail}, Path("/"))


def links(home: Home, source: str = "docs/zh/cases/meter.md", lang: Any = "zh", title: str = "电表 & 读数") -> dict[str, str]:
    """The links of the page of a case."""
    found: dict[str, str] = edit_links.facts(home, "cases/meter.md", source, title, lang).get("links", {})
    return found


def asked(link: str) -> dict[str, str]:
    """What a link fills in."""
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query, strict_parsing=True).items()}


@pytest.mark.parametrize(
    ("repository", "file", "folder"),
    [
        ("https://github.com/we/course", "https://github.com/we/course/edit/main/{}", "https://github.com/we/course/tree/main/{}"),
        ("https://gitee.com/we/course.git", "https://gitee.com/we/course/edit/main/{}", "https://gitee.com/we/course/tree/main/{}"),
        ("https://gitlab.com/we/all/course/", "https://gitlab.com/we/all/course/-/edit/main/{}", "https://gitlab.com/we/all/course/-/tree/main/{}"),
        ("gitlab+http://git.we.cn/a/b#x/y", "http://git.we.cn/a/b/-/edit/x/y/{}", "http://git.we.cn/a/b/-/tree/x/y/{}"),
    ],
)  # fmt: skip
def test_a_page_is_changed_in_its_own_file_on_each_host(repository: str, file: str, folder: str) -> None:
    home = at(repository)
    assert links(home)["edit"] == file.format("docs/zh/cases/meter.md")
    assert links(home, "docs/en/cases/meter.md", "en")["edit"] == file.format("docs/en/cases/meter.md")
    assert links(home, "docs/data/terms.yml", "en")["edit"] == file.format("docs/data/terms.yml")
    assert links(home, "docs/zh/forms", "en")["edit"] == folder.format("docs/en/forms")
    assert links(home, "docs/en", "zh")["edit"] == folder.format("docs/en")


def test_the_words_say_what_the_link_leads_to() -> None:
    home = at("https://github.com/we/course")
    words = [links(home, source)["edit_words"] for source in ("docs/zh/a.md", "docs/data/a.yml", "docs/zh/forms")]
    assert words == ["改这一页", "改这一页的表", "看做这一页的文件"]


@pytest.mark.parametrize("host", ["github", "gitee"])
def test_a_form_has_page_section_and_version_filled_in(host: str) -> None:
    home = at(f"https://{host}.com/we/course")
    link = links(Home(**{**vars(home), "version": "v2-3-gabc"}), lang="en")["tell"]
    assert link.startswith(f"https://{host}.com/we/course/issues/new?")
    assert asked(link) == {
        "template": "wrong.yml",
        "title": "Wrong: 电表 & 读数",
        "page": "电表 & 读数 https://example.org/course/en/cases/meter/",
        "section": "(which section?)",
        "version": "v2-3-gabc",
    }
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / edit_links.FORM).read_text(encoding="utf-8"))
    assert {element.get("id") for element in form["body"]} >= {"page", "section", "version"}, "the form has these fields"


def test_gitlab_gets_a_title_and_a_description() -> None:
    link = links(at("https://gitlab.com/we/course"))["tell"]
    assert link.startswith("https://gitlab.com/we/course/-/issues/new?issue%5Btitle%5D=")
    filled = asked(link)
    assert filled["issue[title]"] == "有错：电表 & 读数"
    assert filled["issue[description]"].startswith(
        "页面：电表 & 读数 https://example.org/course/cases/meter/\n章节：（哪一节？）\n版本：?\n"
    )


def test_without_a_repository_a_mail_is_begun() -> None:
    found = links(at(mail="course@example.org"))
    assert "edit" not in found
    assert found["tell"].startswith("mailto:course@example.org?subject=%E6%9C%89%E9%94%99")
    assert "%0D%0A" in found["tell"] and "+" not in found["tell"], "programs for mail know no other space than %20"
    assert "真实姓名" in asked(found["tell"])["body"]
    assert links(at("https://github.com/we/course", "course@example.org"))["tell"].startswith("https://github.com/")


def test_the_section_stands_in_the_link_as_the_script_looks_for_it() -> None:
    for home in (at("https://github.com/a/b"), at("https://gitlab.com/a/b"), at(mail="a@b.cn")):
        for lang in LANGS:
            found = links(home, lang=lang)
            assert found["tell"].count(found["section"]) == 1
            assert unquote(found["section"]) in ("（哪一节？）", "(which section?)")


def test_nothing_named_is_nothing_shown() -> None:
    assert at() == NOWHERE
    assert edit_links.facts(NOWHERE, "a.md", "docs/zh/a.md", "题", "zh") == {}
    for lang in LANGS:
        assert [document.path for document in edition.documents(minimal(), lang) if "\nlinks:" in document.text] == []


def test_the_environment_comes_before_the_settings() -> None:
    settings: Any = {"repo_url": "https://gitee.com/a/b", "extra": {"contact_mail": "a@b.cn"}}
    assert (at(**settings).repository, at(**settings).mail) == ("https://gitee.com/a/b", "a@b.cn")
    assert at("https://github.com/c/d", **settings).repository == "https://github.com/c/d"


@pytest.mark.parametrize(
    "repository",
    ["github.com/a/b", "https://github.com/a", "https://git.we.cn/a/b", "ssh://github.com/a/b", "javascript:github/a/b", "svn+https://github.com/a/b",
     "https://github.com/a/b?x=1", "https://me:word@github.com/a/b"],
)  # fmt: skip
def test_what_is_no_address_of_a_project_is_refused_in_words(repository: str) -> None:
    with pytest.raises(Refused, match=r"REPO_URL=.*要写项目的网址.* / expected the project's address"):
        at(repository)


@pytest.mark.parametrize("mail", ["course", "a@b", "a@b.cn?bcc=c@d.cn", "a@b.cn, c@d.cn", "a@b.cn\nX: y"])
def test_what_is_no_mail_address_is_refused(mail: str) -> None:
    with pytest.raises(Refused, match="CONTACT_MAIL"):
        at(mail=mail)


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_has_both_links_and_each_file_is_there(lang: Any) -> None:
    home = at("https://github.com/we/course")
    course = minimal()
    moved = {page.path for page in generated(course, lang) if page.moved_to}
    pages = [document for document in edition.documents(course, lang, home) if document.path.endswith(".md") and document.path not in moved]
    assert len(pages) > 20
    for document in pages:
        front = yaml.safe_load(document.text.split("---\n")[1])
        path = unquote(urlsplit(front["links"]["edit"]).path).split("/main/")[1]
        assert (ROOT / "tests/minimal" / path).exists() or (ROOT / path).exists(), (document.path, path)
        assert front["links"]["tell"]


def test_the_version_is_what_git_calls_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert version.version(tmp_path) == ""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert version.version(ROOT) == "", "no git"
