"""The only file that imports MkDocs: each event hands over to ``course`` and puts what comes back where MkDocs wants it."""

from __future__ import annotations

import atexit
import html
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext
from watchdog.observers.polling import PollingObserverVFS

from course.content.catalogue import Catalogue
from course.content.problem import report
from course.content.reading import load
from course.editing import preview
from course.files import building, clock, disk
from course.language.lang import Lang
from course.prints import delivery, press
from course.rules import e309_still_to_write, rule_cache
from course.site import csp, edit_links, edition, search_input
from course.site.search_data import split
from course.site.search_passages import Passage, passages
from course.translation import history

log = logging.getLogger("mkdocs.hooks.course")


class Warnings(logging.Handler):
    """Keeps what MkDocs warns of, which a strict build refuses."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@dataclass
class State:
    """The build in progress. MkDocs loads a hook once per process, so ``on_config`` sets it anew for every build."""

    catalogue: Catalogue = Catalogue()
    lang: Lang = "zh"
    site: Path = Path()
    work: Path | None = None
    """Where it is built until it is finished."""
    warnings: Warnings = field(default_factory=Warnings)
    serving: bool = False
    up: bool = False
    """Whether the preview has been started and is building anew."""
    inside: bool = False
    """Whether this is the English build inside the Chinese one, which has read and checked the course already."""
    failure: str = ""
    prints: delivery.Files = field(default_factory=dict)
    home: edit_links.Home = edit_links.NOWHERE
    """Where its pages are changed, and where to say what is wrong."""
    found: dict[str, list[Passage]] = field(default_factory=dict)
    """What the search reads off each page of the language being built, by address."""


state = State()


def on_startup(command: str, dirty: bool) -> None:
    state.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the course, refuse to build what is wrong, and turn the build aside."""
    root = Path(config.config_file_path).resolve().parent
    state.lang, state.found = config.extra["lang"], {}
    if state.lang == "zh":
        state.site, state.work, state.failure, state.inside = Path(config.site_dir), None, "", False
        if state.serving and not state.up:
            with _started(config.dev_addr):  # Before the first build, not after it.
                preview.try_out(config.dev_addr)
        with _told():
            state.work = building.prepare(state.site, root)
        atexit.register(building.drop, state.work)  # An interrupt is no error to MkDocs.
    if not state.inside:
        state.catalogue, state.prints = _printed(root, _checked(root), config.strict)
    config.nav = edition.navigation(state.catalogue, state.lang)
    settings = edition.settings(config.site_name, state.catalogue, state.lang)
    config.site_name = settings["site_name"]
    config.extra |= settings["extra"]
    if settings["logo"]:
        config.theme["logo"] = settings["logo"]
    if state.lang == "zh":
        if named := os.environ.get("SITE_URL"):
            with _told():
                config.site_url = building.address(named)
        with _told():
            state.home = edit_links.home(config, os.environ, root)
        config.site_dir = str(state.work)
        state.warnings = Warnings()
        logging.getLogger("mkdocs").addHandler(state.warnings)
    return config


@contextmanager
def _started(address: preview.Address) -> Iterator[None]:
    """What needs the preview's address, with what to do where that cannot be had."""
    try:
        yield
    except OSError as error:
        raise Abort(preview.refusal(address, error)) from error


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be made or written, with its message, in MkDocs' own way."""
    try:
        yield
    except (building.Refused, clock.NoDay, disk.Unwritten, press.NotPrinted) as error:
        raise PluginError(f"\n{error}") from error


def _checked(root: Path) -> Catalogue:
    """The course under that root; PluginError with every problem if it has any."""
    with _told():
        catalogue = load(root, clock.today())
    # While an editor looks on, a page may still hold the hints it was made with.
    if problems := [
        problem for problem in rule_cache.problems(root, catalogue) if not (state.serving and problem.code == e309_still_to_write.CODE)
    ]:
        raise PluginError("\n" + report(problems))
    return history.remembered(root, catalogue)


def _printed(root: Path, catalogue: Catalogue, strict: bool = False) -> tuple[Catalogue, delivery.Files]:
    """The course with its prints: none with ``PRINTS=no``, made when asked for while serving; PluginError where one cannot be made.

    A build that is not strict does without where nothing can be printed at all.
    """
    if os.environ.get("PRINTS") == "no":
        return catalogue, {}
    if state.serving:
        return delivery.promised(root, catalogue), {}
    with _told():
        try:
            return delivery.delivered(root, catalogue, strict)
        except press.Unavailable as error:
            raise PluginError(f"\n{error}\n不要打印稿就用 / to build without prints: PRINTS=no make build") from error


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace everything found under ``docs`` by the finished pages, and add the generated ones; what the theme brings stays."""
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        files.remove(file)
    for document in edition.documents(state.catalogue, state.lang, state.home):
        files.append(File.generated(config, document.path, content=document.text, inclusion=InclusionLevel.NOT_IN_NAV))
    if logo := state.catalogue.own.logo:
        files.append(File.generated(config, config.theme["logo"], abs_src_path=str(Path(config.config_file_path).resolve().parent / logo)))
    for (lang, path), made in state.prints.items():
        if lang == state.lang:
            files.append(File.generated(config, path, abs_src_path=str(made)))
    return files


def on_env(env: Environment, **_: Any) -> Environment:
    """Words are escaped where a template puts them into HTML, in the theme's templates too; what is HTML already says so there.

    MkDocs' live reload needs an inline script of its own, so only a finished site gets the policy.
    """
    env.autoescape = True
    if not state.serving:
        env.globals["policy"] = csp.policy
    return env


def on_page_content(content: str, page: Page, **_: Any) -> str:
    """Note what the search is to find on it."""
    if not page.meta.get("search", {}).get("exclude"):
        state.found[page.url] = passages(content)
    return content


def on_page_context(context: TemplateContext, page: Page, **_: Any) -> TemplateContext:
    """MkDocs takes the words of a heading from its HTML; a template escapes words."""
    _unescape(page.toc)
    return context


def _unescape(headings: Iterable[AnchorLink]) -> None:
    for heading in headings:
        heading.title = html.unescape(heading.title)
        _unescape(heading.children)


def on_post_build(config: MkDocsConfig) -> None:
    """Write our search data; inside the Chinese build, build English, then put the whole site in its place."""
    work = Path(config.site_dir)
    data = split(search_input.text(state.catalogue, state.lang, state.found))
    site_map = building.packed((work / "sitemap.xml").read_bytes())
    with _told():
        disk.write(work, {**{f"search/{name}": text for name, text in data.items()}, "sitemap.xml.gz": site_map})
    if state.lang == "en":
        for folder in ("search", "vendor"):  # Its pages use those of the Chinese site, so that no reader fetches them twice.
            shutil.rmtree(work / "assets" / folder)
    else:
        english = load_config(
            str(Path(config.config_file_path).with_name("mkdocs.en.yml")), site_dir=str(work / "en"), strict=config.strict
        )
        english.site_url = f"{config.site_url}en/"
        state.inside = True
        build(english)
        _put(work, config.strict)
        _close()


def _put(work: Path, strict: bool) -> None:
    """Put a finished build in the place of the old site. What a strict one refuses for its warnings, a preview shows on its pages."""
    said = state.warnings.said
    if strict and said:
        raise PluginError("有警告，见上面；网站没有动 / warnings in strict mode, see above; the site was left as it was")
    with _told():
        building.swap(work, state.site)
    if state.serving and said:
        building.show_failure(state.site, "\n".join(["正式生成会因此停下 / a strict build stops at this:", *said]))


def on_build_error(error: Exception) -> None:
    state.failure = state.failure or str(error)  # The English build fails first; the Chinese one around it only says so.
    _close()
    if state.work:
        building.drop(state.work)
    if isinstance(error, OSError):  # A full disk, say: no fault of the program's, and no traceback would help.
        raise PluginError(f"\n{disk.reason(error)}") from error


def _close() -> None:
    logging.getLogger("mkdocs").removeHandler(state.warnings)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """While something is wrong, keep the last good site up and say on it what is wrong. Prints are made when they are asked for."""
    site, root = state.site, Path(config.config_file_path).resolve().parent
    serve: Callable[..., None] = server.serve
    state.up = True

    def guarded() -> None:
        state.failure = ""
        try:
            builder()
        except (Exception, SystemExit) as error:
            log.error("The last good site stays up until this is mended.")
            building.show_failure(site, state.failure or preview.unreadable(error))

    def listen(*, open_in_browser: bool = False) -> None:
        with _started(config.dev_addr):
            serve(open_in_browser=open_in_browser)

    server.builder = guarded
    server.set_app(preview.application(config.dev_addr, server.serve_request, lambda path: delivery.asked(root, state.catalogue, path)))
    server.serve = listen  # type: ignore[method-assign]
    _watch(server, config, root)
    return server


def _watch(server: LiveReloadServer, config: MkDocsConfig, root: Path) -> None:
    """One watcher of what a build reads in the place of MkDocs' own of each folder and file."""
    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(path)
    server.observer = PollingObserverVFS(os.stat, preview.listing(root), polling_interval=preview.INTERVAL)  # type: ignore[assignment]
    server.build_delay = preview.QUIET
    server.watch(str(root))
