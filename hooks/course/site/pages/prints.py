"""The handout room: everything the site offers to print, with pages and size. Its second half puts ticked cases and forms together in the browser, into one printable page.

Without a script it is a list of pages to print one by one; ``pick.js`` makes it a form.
"""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Case, Catalogue, Form
from course.language.lang import Lang
from course.render import markdown, names
from course.render.inline import Scope
from course.render.wording import say
from course.sessions.printables import ROOM
from course.site import print_links, trainer_view
from course.site.pages.generated import Generated, only

paths = only(ROOM)


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page."""
    body = markdown.join(
        print_links.lists(Scope(catalogue, lang, ROOM)),
        markdown.heading(2, say("pick", lang), "pick"),
        markdown.inline(say("pick_without_script", lang), "p", "pick-plain"),
        markdown.block("form", markdown.join(*_groups(catalogue, lang), _controls(lang)), "pick", attributes=_messages(lang)),
    )
    yield Generated(
        ROOM,
        say("prints", lang),
        say("prints_summary", lang),
        body,
        "docs/data/course.yml",
        wide=True,
        needs=(trainer_view.STYLE, "assets/js/pick.js"),
    )


def _groups(catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    """The cases chapter by chapter, then the forms."""
    for chapter in catalogue.chapters.values():
        yield _group(chapter.name(lang), f"chapter-{chapter.code.replace('.', '-')}", catalogue.cases_in(chapter), lang)
    yield _group(say("forms", lang), "forms", list(catalogue.forms.values()), lang)


def _group(title: str, id: str, pages: list[Case] | list[Form], lang: Lang) -> str:
    """A heading and links to its pages; each says where its trainer's view is, if it has one."""
    if not pages:
        return ""
    items = []
    for page in pages:
        opened = f' data-trainer="{markdown.route(ROOM, trainer_view.path(page))}"' if trainer_view.has(page) else ""
        link = markdown.link(ROOM, page.path, names.of_page(page, lang))
        items.append(f'<li data-code="{page.code}"{opened} markdown="span">{link}</li>')
    heading = markdown.heading(3, markdown.escape(title), id)
    return markdown.block(
        "div", markdown.join(heading, f'<ul class="pick__list" markdown="1">\n{chr(10).join(items)}\n</ul>'), "pick__group"
    )


def _controls(lang: Lang) -> str:
    """With answers or without, and the buttons; shown by the script that makes them work."""
    choices = "\n".join(
        f'<label class="pick__choice"><input type="radio" name="answers" value="{value}"{" checked" if value == "out" else ""}> '
        f"<span>{markdown.escape(say(f'pick_{value}', lang))}</span></label>"
        for value in ("out", "in")
    )
    return (
        f'<div class="pick__controls" hidden>\n<fieldset>\n<legend>{say("pick_for", lang)}</legend>\n{choices}\n</fieldset>\n'
        f'<p class="pick__bar"><button class="button" type="submit">{say("pick_make", lang)}</button> '
        f'<button class="button button--quiet" type="reset">{say("pick_clear", lang)}</button></p>\n'
        f'<p class="pick__status" role="status"></p>\n'
        f'<p class="pick__print" hidden><button class="button" type="button">{say("pick_print", lang)}</button></p>\n</div>'
    )


def _messages(lang: Lang) -> str:
    """What the script says, word by word."""
    names = ("none", "wait", "one", "many", "failed", "unknown", "disk")
    return " ".join(f'data-{name}="{markdown.escape(say(f"picked_{name}", lang))}"' for name in names)
