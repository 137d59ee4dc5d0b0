"""The trainers' room: every chapter with its cases, each as the trainer sees it, and the doors to all else a class needs."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.catalogue import Case, Catalogue, Chapter
from course.language.lang import Lang
from course.render import markdown, names
from course.render.wording import say
from course.sessions.printables import ROOM
from course.site import trainer_view
from course.site.pages import forms, plans
from course.site.pages.generated import Generated, only

PATH = trainer_view.PATH
paths = only(PATH)


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page, in teaching order."""
    doors = [
        markdown.link(PATH, plans.PATH, say("plans", lang)),
        markdown.link(PATH, ROOM, say("prints", lang)),
        markdown.link(PATH, forms.PATH, say("forms", lang)),
    ]
    blocks = [f'<p class="pills" markdown="1">{" ".join(f"{door}{{ .pill }}" for door in doors)}</p>']
    for part in catalogue.programme.parts:
        if chapters := catalogue.chapters_in(part):
            title = markdown.heading(2, markdown.escape(names.of_part(part, lang)), f"part-{part.id}")
            lines = [_chapter(chapter, catalogue, lang) for chapter in chapters]
            blocks.append(markdown.join(title, markdown.block("div", markdown.bullets(lines), "room")))
    yield Generated(
        PATH,
        say("trainer_room", lang),
        say("trainer_room_summary", lang),
        markdown.join(*blocks),
        "docs/data/course.yml",
        hidden=True,
        needs=(trainer_view.STYLE,),
    )


def _chapter(chapter: Chapter, catalogue: Catalogue, lang: Lang) -> str:
    own = _line(chapter, chapter.front.minutes, lang)
    return "\n".join([own, *(f"- {_line(case, case.front.minutes.total, lang)}" for case in catalogue.cases_in(chapter))])


def _line(page: Chapter | Case, minutes: int, lang: Lang) -> str:
    """Code and title as a link to the trainer's view, and the minutes in class."""
    title = markdown.link(PATH, trainer_view.path(page), names.of_page(page, lang))
    return f"{title} {markdown.inline(say('minutes', lang, minutes), 'span', 'minutes')}"
