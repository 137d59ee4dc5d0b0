"""One language's finished site as text: every page with its front matter, every data file, and the navigation.

What a builder (MkDocs today) is given; ``python -m course stage`` writes the same to disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from course.content.catalogue import AnyPage, Catalogue
from course.content.kinds import CASE
from course.files import disk
from course.language.lang import TAG, Lang
from course.render import company, markdown, names, wording
from course.render.inline import Scope
from course.render.wording import say
from course.site import articles, edit_links, exports, leaning, trainer_view
from course.site.articles.sections import REPEATED, stale_note
from course.site.edit_links import Home
from course.site.pages import chapters, generated
from course.translation.outdated import FRONT, behind

PRACTICE = ("assets/css/practice.css", "assets/js/practice.js")
"""What a page that is practised needs beyond all others."""

LOGOS = "assets/company"
"""Folder of the site for the logo of the company whose edition it is."""

NavItem = str | dict[str, Any]


@dataclass(frozen=True)
class Document:
    """A file of the site before the builder has seen it."""

    path: str
    """Relative to the language's folder."""
    text: str
    source: str = ""
    """The file an editor changes to change it, relative to the project's root."""

    def __post_init__(self) -> None:
        """ValueError where the path would lead out of the site, whatever it was made from."""
        if not disk.relative(self.path):
            raise ValueError(f"{self.path} leads out of the site")


def documents(catalogue: Catalogue, lang: Lang, home: Home = edit_links.NOWHERE) -> Iterator[Document]:
    """Everything the language's site is built from. Expects a catalogue the rules have passed."""
    for page in catalogue.pages.values():
        yield _authored(page, Scope(catalogue, lang, page.path), home)
        if trainer_view.has(page):
            yield _opened(page, catalogue, lang, home)
    for made in generated(catalogue, lang):
        facts: dict[str, Any] = {"kind": "generated", **({"hide": ["toc"]} if made.wide else {})}
        if made.moved_to:
            facts |= {"moved": markdown.route(made.path, made.moved_to), "search": {"exclude": True}}
        else:
            facts |= edit_links.facts(home, made.path, made.source, made.title, lang)
        if made.part:
            facts["colour"] = names.colour_of(made.part)
        if made.needs:
            facts["needs"] = made.needs
        if made.hidden:
            facts |= {"robots": "noindex", "search": {"exclude": True}}
        note = "" if made.tells_due else leaning.note(made.body, made.path, catalogue, lang)
        lead = f'<p class="lead">{markdown.escape(made.summary)}</p>'
        yield Document(made.path, _text(made.title, made.summary, facts, markdown.join(note, lead, made.body)), made.source)
    for path, text in exports.files(catalogue, lang).items():
        yield Document(path, text)


def _authored(page: AnyPage, scope: Scope, home: Home) -> Document:
    lang = scope.lang
    body = articles.FINISH[page.kind.name](page, scope)
    facts: dict[str, Any] = {"kind": page.kind.name, **({"code": page.code} if page.code else {})}
    opened = scope.audience == "trainer"
    needs = [*(PRACTICE if page.kind is CASE else ()), *([trainer_view.STYLE] if opened else ())]
    facts |= {"needs": needs} if needs else {}
    facts |= _place(page, scope.catalogue, lang)
    facts |= trainer_view.facts(page, opened)
    title = page.title(lang)
    due = leaning.note(body, page.path, scope.catalogue, lang)
    shown = page.shown(lang)
    source = page.sides[shown].path
    facts |= edit_links.facts(home, page.path, source, title, lang)
    if shown != lang:
        notice = f'<p class="not-translated">{say("not_translated", lang)}</p>'
        heading = markdown.heading(1, markdown.escape(title), "title", REPEATED, f'lang="{TAG[shown]}"')
        text = markdown.join(notice, due, markdown.block("div", body, attributes=f'lang="{TAG[shown]}" {REPEATED}'))
        return Document(page.path, _text(title, page.summary(lang), facts | {"search": {"exclude": True}}, text, heading), source)
    if page.path == "index.md":
        facts |= {"hide": ["navigation", "toc"], "needs": ["assets/js/today.js"]}
    text = markdown.join(_note(page, lang), due, body)
    return Document(page.path, _text(title, page.summary(lang), facts, text), source)


def _place(page: AnyPage, catalogue: Catalogue, lang: Lang) -> dict[str, Any]:
    """What a case or a chapter belongs to: for the link above its title, and for its colour."""
    chapter = catalogue.chapters.get(page.front.chapter) if page.kind is CASE else catalogue.chapters.get(page.code)
    part = catalogue.part_of(chapter) if chapter else None
    if chapter is None or part is None:
        return {}
    up = {"url": markdown.address(chapter.path), "title": chapter.name(lang)}
    if page.kind is not CASE:
        up = {"url": f"{markdown.address(chapters.PATH)}#{names.anchor_of(part)}", "title": names.of_part(part, lang)}
    return {"up": up, "colour": names.colour_of(part.id)}


def _opened(page: AnyPage, catalogue: Catalogue, lang: Lang, home: Home) -> Document:
    """The page as its trainer sees it."""
    document = _authored(page, Scope(catalogue, lang, page.path, audience="trainer"), home)
    return replace(document, path=trainer_view.path(page), text=trainer_view.inside(document.text, page, catalogue))


def _note(page: AnyPage, lang: Lang) -> str:
    """What of the front matter the English has not caught up with, if anything."""
    stale = behind(page) if lang == "en" else frozenset()
    fields = [say(f"field_{name}", lang) for name in page.kind.words.model_fields if FRONT + name in stale]
    return stale_note(say("behind_front", lang, markdown.listed(fields, lang))) if fields else ""


def _text(title: str, summary: str, facts: dict[str, Any], body: str, heading: str = "") -> str:
    """A Markdown file: front matter for the templates, the title, the body. JSON is YAML, and needs no quoting rules."""
    front = {"title": title, "description": summary, **facts}
    lines = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items())
    heading = heading or markdown.heading(1, markdown.escape(title), "title")
    return f"---\n{lines}\n---\n\n{markdown.join(heading, body)}\n"


def words(lang: Lang) -> dict[str, Any]:
    """What the templates and scripts say, as settings: the templates find it below ``config.extra``."""
    return {"words": dict(wording.words(lang)), "script_words": dict(wording.script_words(lang))}


def settings(title: str, catalogue: Catalogue, lang: Lang) -> dict[str, Any]:
    """What of the builder's settings a company's own edition changes: the title of the site, and what the templates say of the company."""
    own = catalogue.own
    found: dict[str, Any] = {"site_name": company.titled(title, catalogue, lang)}
    extra: dict[str, Any] = words(lang) | ({"contact": own.contact[lang]} if own.contact else {})
    return found | {"extra": extra, "logo": f"{LOGOS}/{own.logo}" if own.logo else ""}


def navigation(catalogue: Catalogue, lang: Lang) -> list[NavItem]:
    """The global navigation. Single cases, principles, forms and browse pages stay out of it: every page carries all of it,
    and with a thousand cases that would be most of the page."""
    parts: list[NavItem] = []
    for part in catalogue.programme.parts:
        chapters: list[NavItem] = [{chapter.name(lang): chapter.path} for chapter in catalogue.chapters_in(part)]
        if chapters:
            parts.append({names.of_part(part, lang): chapters})
    about: list[NavItem] = [{page.title(lang): path} for path, page in catalogue.plain.items() if path != "index.md"]
    return [
        {say("home", lang): "index.md"},
        {say("chapters", lang): [{say("contents", lang): "chapters/index.md"}, *parts]},
        {say("cases", lang): [{say("case_index", lang): "cases/index.md"}, {say("case_finder", lang): "browse/index.md"}]},
        {say("principles", lang): [{say("principle_index", lang): "principles/index.md"}, {say("matrix", lang): "principles/matrix.md"}]},
        {
            say("look_up", lang): [
                {say("phrases", lang): "phrases.md"},
                {say("glossary", lang): "glossary.md"},
                {say("references", lang): "references.md"},
            ]
        },
        {
            say("trainers", lang): [
                {say("plans", lang): "plans.md"},
                {say("prints", lang): "prints.md"},
                {say("trainer_room", lang): trainer_view.PATH},
                {say("forms", lang): "forms/index.md"},
            ]
        },
        {
            say("about", lang): [
                *about,
                {say("coverage", lang): "about/coverage.md"},
                {say("translation", lang): "about/translation.md"},
            ]
        },
    ]
