"""The policy allows our own host and the scripts the page was built with, and nothing else."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import csp


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policy(page: str) -> str:
    return csp.with_policy(page).split('content="')[1].split('"')[0]


def test_it_is_the_first_thing_in_the_head() -> None:
    assert csp.with_policy('<html><head><meta charset="utf-8"></head>').startswith(
        "<html><head>\n    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; "
    )


@pytest.mark.parametrize(
    "directive",
    ["default-src 'none'", "style-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'self'", "img-src 'self' data:"],
)
def test_only_our_own_host(directive: str) -> None:
    assert directive in policy("<head></head>").split("; ")


@pytest.mark.parametrize("script", ["go()", "\n  a < b && c\n", 'x = "</b>"', "说('话')", "if (a) {\n}\n"])
@pytest.mark.parametrize("tag", ["<script>", '<script type="module">', "<script async defer>", "<SCRIPT>"])
def test_a_script_in_the_page_is_allowed_by_its_hash(script: str, tag: str) -> None:
    assert f"script-src 'self' {hash_of(script)};" in policy(f"<head></head>{tag}{script}</{tag[1:7]}>")


@pytest.mark.parametrize(
    "element",
    [
        '<script src="a.js"></script>',
        '<script async src="a.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        "<p>script</p>",
        "&lt;script&gt;go()&lt;/script&gt;",
    ],
)
def test_what_a_browser_does_not_run_needs_no_hash(element: str) -> None:
    assert "script-src 'self';" in policy(f"<head></head>{element}")


def test_the_same_script_twice_is_one_hash() -> None:
    assert policy("<head></head>" + "<script>a()</script>" * 2).count("sha256") == 1


def test_a_page_without_head_stays_as_it_is() -> None:
    assert csp.with_policy("words") == "words"


@given(st.text(alphabet="<>/scriptSCRIPT head!-='\" a", max_size=80))
def test_any_page_comes_back_whole_with_at_most_one_policy(page: str) -> None:
    done = csp.with_policy(page)
    assert done.count("Content-Security-Policy") == ("<head>" in page)
    start = done.find("\n    <meta http-equiv")
    assert page == (done if start < 0 else done[:start] + done[done.index('">', start) + 2 :])
