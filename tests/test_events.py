"""While the preview runs, a mistake is shown on the last good site instead of taking it down."""

from __future__ import annotations

import errno
import logging
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.toc import get_toc

import events
from course.content.catalogue import Catalogue
from course.files import building
from course.prints import delivery, press


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(events, "state", events.State(site=tmp_path / "site", serving=True))
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<body>words</body>", encoding="utf-8")
    return tmp_path / "site"


class Server(SimpleNamespace):
    """As much of MkDocs' server as the hooks touch."""

    watched: list[str]

    def watch(self, path: str) -> None:
        self.watched.append(path)

    def unwatch(self, path: str) -> None:
        self.watched.remove(path)

    def serve(self, *, open_in_browser: bool) -> None:
        raise OSError(98, "Address already in use")

    def set_app(self, app: Any) -> None:
        self.app = app

    def serve_request(self, environ: Any, start: Any) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html")])
        return [b"a page"]


def started(builder: Any = lambda: None) -> Any:
    """The server of a preview at 127.0.0.1:8000, as the hooks leave it."""
    config = MkDocsConfig(config_file_path="mkdocs.yml")
    config.load_dict({"site_name": "x", "docs_dir": "docs", "dev_addr": "127.0.0.1:8000"})
    config.validate()
    return events.on_serve(Server(watched=[config.docs_dir, config.config_file_path]), config, builder)  # type: ignore[arg-type]


def fetch(address: str, host: str = "127.0.0.1:8000") -> tuple[str, str, bytes]:
    """Status, type and body the preview answers with."""
    heads: list[tuple[str, list[tuple[str, str]]]] = []
    body = b"".join(started().app({"PATH_INFO": address, "HTTP_HOST": host}, lambda status, fields: heads.append((status, fields))))
    return heads[0][0], dict(heads[0][1])["Content-Type"], body


@pytest.mark.parametrize("error", [Abort("stopped"), ValueError("x"), SystemExit(1)])
def test_a_build_that_fails_is_told_on_the_last_good_site(site: Path, error: BaseException) -> None:
    def builder() -> None:
        events.state.work = building.prepare(site, site.parent / "project")
        events.on_build_error(ValueError("docs/zh/index.md:1: [E004] 空"))
        events.on_build_error(ValueError("aborted"))
        raise error

    started(builder).builder()
    assert (site / "index.html").read_text(encoding="utf-8") == (
        '<body><div id="build-failed" role="alert"><pre>docs/zh/index.md:1: [E004] 空</pre></div>words</body>'
    )
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_disk_that_is_full_is_told_in_words_and_leaves_nothing_half_done(site: Path) -> None:
    events.state.work = building.prepare(site, site.parent / "project")
    with pytest.raises(PluginError, match=r"x\.html: 读写不成（磁盘满了） / could not be read or written \(No space left on device\)"):
        events.on_build_error(OSError(errno.ENOSPC, "No space left on device", "x.html"))
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_an_error_before_there_is_a_place_to_build_in_deletes_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site.parent / "precious").write_text("x", encoding="utf-8")
    monkeypatch.chdir(site.parent)
    events.on_build_error(ValueError("x"))
    assert sorted(path.name for path in site.parent.iterdir()) == ["precious", "site"]


def test_a_build_that_succeeds_says_nothing(site: Path) -> None:
    started().builder()
    assert (site / "index.html").read_text(encoding="utf-8") == "<body>words</body>"


@pytest.mark.parametrize("serving", [True, False])
def test_the_preview_shows_what_a_strict_build_would_refuse(site: Path, serving: bool) -> None:
    work = site.with_name("work")
    shutil.copytree(site, work)
    events.state.serving = serving
    events.state.warnings.handle(
        logging.makeLogRecord({"msg": "Doc file '%s' contains a link", "args": ("a.md",), "levelno": logging.WARNING})
    )
    if serving:
        events._put(work, strict=False)
        assert "Doc file &#x27;a.md&#x27; contains a link" in (site / "index.html").read_text(encoding="utf-8")
    else:
        with pytest.raises(PluginError, match="see above"):
            events._put(work, strict=True)
        assert (site / "index.html").read_text(encoding="utf-8") == "<body>words</body>"


def test_the_policy_is_for_the_finished_site(site: Path) -> None:
    assert "policy" not in events.on_env(Environment()).globals
    events.on_startup("build", dirty=False)
    policy: Any = events.on_env(Environment()).globals["policy"]
    assert "'sha256-" in policy("<script>go()</script>")


def test_words_are_escaped_in_every_template(site: Path) -> None:
    template = events.on_env(Environment()).from_string("<title>{{ title }}</title>{{ words | safe }}")
    assert template.render(title='a "b" <script>', words="<p>c</p>") == "<title>a &#34;b&#34; &lt;script&gt;</title><p>c</p>"


def test_a_template_gets_the_words_of_a_heading_not_its_html() -> None:
    toc = get_toc(
        [{"level": 2, "id": "a", "name": "A &amp; B", "children": [{"level": 3, "id": "b", "name": "&lt;b&gt;", "children": []}]}]
    )
    events.on_page_context({}, SimpleNamespace(toc=toc))  # type: ignore[typeddict-item, arg-type]
    (heading,) = toc
    assert (heading.title, heading.children[0].title) == ("A & B", "<b>")


def test_the_preview_makes_a_print_when_it_is_asked_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = site / "made.pdf"
    made.write_bytes(b"%PDF")
    asked = []

    def answer(root: Path, catalogue: Catalogue, address: str) -> Path:
        asked.append(address)
        return made

    monkeypatch.setattr(delivery, "asked", answer)
    assert fetch("/prints/C09-handout.pdf") == ("200 OK", "application/pdf", b"%PDF")
    assert asked == ["/prints/C09-handout.pdf"]


def test_the_preview_says_why_a_print_cannot_be_made(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise press.Unavailable("没有 Typst / no Typst")

    monkeypatch.setattr(delivery, "asked", asked)
    assert fetch("/prints/C09-handout.pdf") == ("503 Service Unavailable", "text/plain; charset=utf-8", "没有 Typst / no Typst".encode())


def test_the_preview_leaves_every_other_address_alone(site: Path) -> None:
    assert fetch("/prints/") == ("200 OK", "text/html", b"a page")


def test_the_preview_leaves_strangers_alone(site: Path) -> None:
    status, kind, body = fetch("/prints/C09-handout.pdf", host="evil.example")
    assert (status, kind) == ("421 Misdirected Request", "text/plain; charset=utf-8")
    assert "the preview answers at http://127.0.0.1:8000/ only" in body.decode()


def test_the_preview_says_what_to_do_when_its_port_is_taken(site: Path) -> None:
    with pytest.raises(Abort, match=r"Address already in use.*ADDRESS=127\.0\.0\.1:8001"):
        started().serve(open_in_browser=False)


def test_the_preview_watches_the_project_once(site: Path) -> None:
    assert started().watched == [str(Path.cwd())]


def test_a_build_that_ends_before_it_can_say_why_is_told_too(site: Path) -> None:
    def builder() -> None:
        raise Abort("Aborted with 1 configuration errors!")

    started(builder).builder()
    assert "mkdocs.yml or docs/ cannot be read, the terminal says why: Aborted" in (site / "index.html").read_text(encoding="utf-8")


def test_a_print_that_cannot_be_made_stops_the_build(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def delivered(*_: object) -> None:
        raise press.NotPrinted("zh prints/C09-key.pdf: <video>")

    monkeypatch.setattr(delivery, "delivered", delivered)
    events.on_startup("build", dirty=False)
    with pytest.raises(PluginError, match="<video>"):
        events._printed(site, Catalogue())


def test_a_build_may_do_without_prints(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRINTS", "no")
    catalogue = Catalogue()
    assert events._printed(site, catalogue) == (catalogue, {})


def test_a_strict_build_without_what_prints_need_stops_and_says_what_is_missing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless it was told to do without; a build that is not strict warns and goes on."""

    def run(*_: object) -> None:
        raise press.Unavailable("缺字体 Noto Sans / fonts are missing")

    monkeypatch.setattr(press, "run", run)
    monkeypatch.setattr(delivery, "everything", lambda _: [])
    events.on_startup("build", dirty=False)
    catalogue = Catalogue()
    with pytest.raises(PluginError, match=r"缺字体 Noto Sans / fonts are missing\n.*PRINTS=no"):
        events._printed(site, catalogue, strict=True)
    assert events._printed(site, catalogue, strict=False) == (catalogue, {})
    monkeypatch.setenv("PRINTS", "no")
    assert events._printed(site, catalogue, strict=True) == (catalogue, {})
