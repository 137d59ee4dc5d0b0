"""``{{ name }}`` lines: pieces a page may show that are made from the catalogue."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping

from course.content.catalogue import Catalogue, Figure
from course.content.tables import DoorRow
from course.language.lang import Lang
from course.render import cards, drawings, markdown, names, pictograms, way
from course.render.inline import Scope
from course.render.wording import count_cases, count_chapters, say

_MAGNIFIER = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M9.5 3a6.5 6.5 0 0 1 4.9 10.8l.3.2h.8l5 5-1.5 1.5-5-5v-.8l-.2-.3A6.5 6.5 0 1 1 9.5 3'
    'm0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9"/></svg>'
)
PLACE = re.compile(r"\{\{\s*([\w-]+)\s*\}\}")
"""A place for words in a drawing."""


def render(name: str, argument: str, scope: Scope) -> str:
    """The piece of that name; KeyError where there is none (a rule has checked)."""
    return VIEWS[name](argument, scope)


def figure_words(figure: Figure) -> list[str]:
    """The keys a drawing asks for, in order."""
    return PLACE.findall(figure.svg)


def draw(figure: Figure, lang: Lang) -> str:
    """The drawing as an SVG element with that language's words in it and its alternative text."""

    def filled(text: str) -> str:
        words = figure.table.words
        return PLACE.sub(lambda match: words[match[1]][lang] if match[1] in words else match[0], text)

    return drawings.drawn(figure.svg, figure.table.alt[lang], filled)


def _figure(argument: str, scope: Scope) -> str:
    figure = scope.catalogue.figures[argument]
    caption = markdown.escape(figure.table.caption[scope.lang])
    hint = say("figure_enlarge", scope.lang)
    return f'<figure class="figure">\n<div class="figure__frame" tabindex="0" data-hint="{hint}">\n{draw(figure, scope.lang)}\n</div>\n<figcaption>{caption}</figcaption>\n</figure>'


def _doors(_: str, scope: Scope) -> str:
    """Four doors, one per working place, each with a short path behind it."""
    lang = scope.lang
    doors = []
    for door in scope.catalogue.programme.doors:
        path = [code for code in (*door.chapters, *door.cases) if code in scope.catalogue.coded]
        steps = "\n".join(f"{number}. {scope.link(code)} {_minutes(code, scope)}" for number, code in enumerate(path, start=1))
        title = markdown.heading(3, markdown.escape(door.title[lang]), _door(door))
        doors.append(markdown.block("section", markdown.join(title, markdown.escape(door.line[lang]), steps), "door"))
    return markdown.block("div", "\n\n".join(doors), "doors")


def _door(door: DoorRow) -> str:
    """Place of a door on the page."""
    return f"door-{door.id}"


def _minutes(code: str, scope: Scope) -> str:
    """How long a chapter or a case takes, in small."""
    minutes = scope.catalogue.coded[code].front.minutes
    return markdown.inline(say("minutes", scope.lang, minutes if isinstance(minutes, int) else minutes.total), "small")


def _finder(_: str, scope: Scope) -> str:
    """Matter by matter, how many cases there are of it: a case like yours today in two taps."""
    lang, catalogue = scope.lang, scope.catalogue
    tiles = []
    for issue in catalogue.choices.issues:
        count = sum(issue.id in case.front.issues for case in catalogue.cases.values())
        if count:
            name = markdown.inline(markdown.escape(issue[lang]), "b")
            words = f"{pictograms.drawn('issues', issue.id)}{name} <small>{count_cases(count, lang)}</small>"
            tiles.append(f"- {markdown.link(scope.path, f'browse/issues/{issue.id}.md', words, title=issue.about(lang))}")
    return markdown.block("div", "\n".join(tiles), "finder")


def _steps(_: str, scope: Scope) -> str:
    """The five complaint steps as a strip."""
    steps = [
        f"1. {markdown.link(scope.path, f'browse/steps/{step.id}.md', markdown.escape(step[scope.lang]))}  \n   {markdown.escape(step.about(scope.lang))}"
        for step in scope.catalogue.choices.steps
    ]
    return markdown.block("div", "\n".join(steps), "steps")


def _parts(_: str, scope: Scope) -> str:
    """The parts of the course with their chapters."""
    return cards.parts(scope.catalogue, scope.lang, scope.path, level=3)


def _search(_: str, scope: Scope) -> str:
    """What this is, in one sentence and in a strip of facts, and the door to the search box, large, for a thumb."""
    home = scope.catalogue.plain.get(scope.path)
    lead = f'<p class="lead">{markdown.escape(home.summary(scope.lang))}</p>' if home else ""
    door = f'<label class="search-door" for="__search">{_MAGNIFIER}<span>{markdown.escape(say("search_prompt", scope.lang))}</span></label>'
    return markdown.block("div", markdown.join(_glance(scope), f"<div>{door}</div>"), "hero", lead=lead)


def _glance(scope: Scope) -> str:
    """For whom the course is, how much of it there is to read, and where to begin: counted, not typed."""
    lang, catalogue = scope.lang, scope.catalogue
    stops = [stop for _, stops in way.by_part(catalogue, lang) for stop in stops]
    if not stops:
        return ""
    doors = [f"[{markdown.escape(door.title[lang])}](#{_door(door)})" for door in catalogue.programme.doors]
    amount = [
        markdown.link(scope.path, "chapters/index.md", count_chapters(len(catalogue.chapters), lang)),
        markdown.link(scope.path, "cases/index.md", count_cases(len(catalogue.cases), lang)),
    ]
    hours = round(sum(stop.minutes for stop in stops) / 60)
    amount += [markdown.inline(say("hours", lang, hours), "span")] if hours > 1 else []
    facts = {
        "glance_for": markdown.listed(doors, lang),
        "glance_amount": markdown.listed(amount, lang),
        "glance_begin": f"{markdown.link(scope.path, stops[0].path, stops[0].name)} {_minutes(stops[0].code, scope)}",
    }
    lines = [f"- {markdown.inline(say(name, lang), 'b')} {markdown.inline(fact, 'span')}" for name, fact in facts.items() if fact]
    return markdown.block("div", "\n".join(lines), "glance")


def _mine(_: str, scope: Scope) -> str:
    """The reader's own corner, which a script fills from what the device remembers; what it needs to know of the course is in an attribute."""
    course = {
        "parts": [
            {
                "title": names.of_part(part, scope.lang),
                "colour": names.colour_of(part.id),
                "pages": [[stop.code, markdown.route(scope.path, stop.path), stop.title, stop.minutes] for stop in stops if stop.code],
            }
            for part, stops in way.by_part(scope.catalogue, scope.lang)
        ],
        "principles": {code: markdown.route(scope.path, page.path) for code, page in scope.catalogue.principles.items()},
        "moved": _moved(scope.catalogue),
    }
    data = html.escape(json.dumps(course, ensure_ascii=False, separators=(",", ":")))
    return f'<section class="mine" data-course="{data}" hidden></section>'


def _moved(catalogue: Catalogue) -> dict[str, str]:
    """Codes that were published once and lead to another now, with that one: what a device remembers of them goes there."""
    old = {row.path: row.code for row in catalogue.addresses.published if row.code and row.code not in catalogue.coded}
    new = {page.path: page.code for page in catalogue.coded.values()}
    return {old[row.old]: new[row.new] for row in catalogue.addresses.moved if row.old in old and row.new in new}


def _company(argument: str, scope: Scope) -> str:
    """What a company says its own way, in a line of its own."""
    return scope.own(argument)


VIEWS: Mapping[str, Callable[[str, Scope], str]] = {
    "figure": _figure,
    "doors": _doors,
    "finder": _finder,
    "steps": _steps,
    "parts": _parts,
    "mine": _mine,
    "search": _search,
    "company": _company,
}
