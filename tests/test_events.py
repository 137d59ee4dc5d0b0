"""While the preview runs, a mistake is shown on the last good site instead of taking it down."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

import events


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(events, "state", events.State(site=tmp_path / "site", serving=True))
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<body>words</body>", encoding="utf-8")
    return tmp_path / "site"


def serve(builder: Any) -> Any:
    server = events.on_serve(SimpleNamespace(), MkDocsConfig(), builder)  # type: ignore[arg-type]
    return server.builder


@pytest.mark.parametrize("error", [Abort("stopped"), ValueError("x"), SystemExit(1)])
def test_a_build_that_fails_is_told_on_the_last_good_site(site: Path, error: BaseException) -> None:
    def builder() -> None:
        (site.parent / "site.building").mkdir()
        events.on_build_error(ValueError("docs/zh/index.md:1: [E004] 空"))
        events.on_build_error(ValueError("aborted"))
        raise error

    serve(builder)()
    assert (site / "index.html").read_text(encoding="utf-8") == (
        '<body><div id="build-failed" role="alert"><pre>docs/zh/index.md:1: [E004] 空</pre></div>words</body>'
    )
    assert not (site.parent / "site.building").exists()


def test_a_build_that_succeeds_says_nothing(site: Path) -> None:
    serve(lambda: None)()
    assert (site / "index.html").read_text(encoding="utf-8") == "<body>words</body>"


def test_the_policy_is_for_the_finished_site(site: Path) -> None:
    page = "<head></head>"
    assert events.on_post_page(page) == events.on_post_template(page, template_name="404.html") == page
    events.on_startup("build", dirty=False)
    assert "Content-Security-Policy" in events.on_post_page(page)
    assert "Content-Security-Policy" in events.on_post_template(page, template_name="404.html")
    assert events.on_post_template("<urlset/>", template_name="sitemap.xml") == "<urlset/>"
