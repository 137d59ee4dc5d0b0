"""The policy allows our own host and the scripts of the theme, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Navigation

import events
from course.site import csp, edition
from small import ROOT


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    "directive",
    ["default-src 'none'", "style-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "img-src 'self' data:"],
)
def test_only_our_own_host(directive: str) -> None:
    assert directive in csp.policy().split("; ")


def test_nothing_but_scripts_of_our_own_runs() -> None:
    assert "script-src 'self';" in csp.policy("<p>words</p>", "")
    assert "unsafe" not in csp.policy()


@pytest.mark.parametrize("script", ["go()", "\n  a < b && c\n", 'x = "</b>"', "说('话')", "if (a) {\n}\n"])
def test_a_script_of_the_theme_is_allowed_by_its_hash(script: str) -> None:
    assert f"script-src 'self' {hash_of(script)};" in csp.policy(f"\n<script>{script}</script>\n")


def test_each_script_has_its_hash_once_in_order() -> None:
    found = re.findall(r"'sha256-[^']+'", csp.policy("<script>a()</script><script>b()</script>", "<script>a()</script>"))
    assert found == [hash_of("a()"), hash_of("b()")]


PAGE = """<script>page()</script><p onclick="page()">"""


def rendered(content: str, title: str) -> str:
    """A page as the theme and our templates make it, with the policy."""
    config: MkDocsConfig = load_config(str(ROOT / "mkdocs.yml"))
    events.on_startup("build", dirty=False)
    config.extra |= edition.words("zh")
    env = events.on_env(config.theme.get_env())
    meta = {"title": title, "description": title}
    page = SimpleNamespace(content=content, title=title, meta=meta, toc=[], url="a/", is_homepage=False)
    nav = Navigation([Link(title, "a/")], [])
    return env.get_template("main.html").render(config=config, page=page, nav=nav, base_url="..")


def test_a_page_vouches_for_the_scripts_of_the_theme_and_for_none_of_its_own() -> None:
    made = rendered(PAGE, "<script>title()</script>")
    policy = html.unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', made)[1])  # type: ignore[index]
    scripts = [text for attributes, text in re.findall(r"<script\b([^>]*)>(.*?)</script>", made, re.DOTALL) if not attributes]
    assert PAGE in made and "page()" in scripts
    assert {hash_of(script) for script in scripts if script != "page()"} == set(re.findall(r"'sha256-[^']+'", policy))
    assert hash_of("page()") not in policy
    assert "<script>title()" not in made
    assert made.index("Content-Security-Policy") < made.index("<meta charset") and made.count("Content-Security-Policy") == 1
