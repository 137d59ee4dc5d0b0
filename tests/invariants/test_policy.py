"""Nothing is loaded from another host, and every page has a policy that forbids it."""

from __future__ import annotations

import re
from pathlib import Path

_LOADS = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|object|input)\b[^>]*?\b(?:src|data)=["']?(https?:|//)|<link\b(?=[^>]*\brel=["']?(?:stylesheet|preload|preconnect|dns-prefetch|icon))[^>]*\bhref=["']?(https?:|//)"""
)


def test_every_page_has_a_strict_policy(site_dir: Path) -> None:
    pages = list(site_dir.rglob("*.html"))
    assert len(pages) > 100
    for file in pages:
        text = file.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        assert policy, file
        assert "unsafe" not in policy[1]
        assert "default-src 'none'" in policy[1]


def test_no_page_loads_from_elsewhere(site_dir: Path) -> None:
    assert [file for file in site_dir.rglob("*.html") if _LOADS.search(file.read_text(encoding="utf-8"))] == []
    assert [
        file for file in site_dir.rglob("*.css") if re.search(r"url\(['\"]?(https?:)?//|@import", file.read_text(encoding="utf-8"))
    ] == []


def test_no_page_has_styles_the_policy_forbids(site_dir: Path) -> None:
    styled = [file for file in site_dir.rglob("*.html") if re.search(r"<style|\sstyle=", file.read_text(encoding="utf-8"))]
    assert styled == []
