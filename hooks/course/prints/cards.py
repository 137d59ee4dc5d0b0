"""Cards to cut out: props, scenes of a talk to try, role cards whose backs do not tell, the observer's checklist, and pocket cards of cases, principles and phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from course.content.catalogue import AnyPage, Case
from course.content.tables import PhraseRow
from course.prints.markup import NOTHING, SPACE, Markup, Value, call, joined, named, text
from course.prints.typesetter import Typesetter
from course.render import blocks, markdown, pictograms, spoken
from course.render.inline import Scope, expand
from course.render.wording import say
from course.syntax import papers
from course.syntax.branching import Branching, Scene
from course.syntax.dialogue import Turn
from course.syntax.nodes import Container, Node

Grids = tuple[tuple[int, int], ...]
ROLES = ((2, 2), (1, 2), (1, 1))
PAPERS = ((1, 2), (1, 1))
POCKET = ((2, 4), (2, 3), (2, 2), (1, 2))
"""Columns and rows on an A4 leaf, the smallest cards first: the first that every card of the set fits is taken."""


@dataclass(frozen=True)
class Card:
    """Two sides of a card, and what it is called where it is too long for a leaf."""

    name: str
    front: Markup
    back: Markup


def sheets(pages: Sequence[AnyPage], phrases: Iterable[PhraseRow], typesetter: Typesetter) -> Markup:
    """All cards for those pages: roles case by case, then pocket cards of the cases and of their principles, and the phrases."""
    cases = [page for page in pages if page.kind.name == "case"]
    codes = dict.fromkeys(code for page in pages for code in principles(page))
    known = [
        *(_case(case, typesetter) for case in cases),
        *(_principle(typesetter.catalogue.principles[code], typesetter) for code in codes),
    ]

    def made(look: str, grids: Grids, cards: Iterable[Card]) -> Markup:
        return _set(look, grids, [_marked(card, typesetter) for card in cards])

    return joined(
        [
            *(made("role-cards", ROLES, [*_roles(case, typesetter), *_props(case, typesetter)]) for case in cases),
            *(made("role-cards", PAPERS, _papers(case, typesetter)) for case in cases),
            *(made("pocket-cards", POCKET, _scenes(case, typesetter)) for case in cases),
            made("pocket-cards", POCKET, known),
            made("phrase-cards", POCKET, (_phrase(row, typesetter) for row in phrases)),
        ]
    )


def roles(page: AnyPage, typesetter: Typesetter) -> Iterator[tuple[str, str]]:
    """Title and finished Markdown of each role card of a page."""
    return _titled("role", page, typesetter)


def _titled(name: str, page: AnyPage, typesetter: Typesetter) -> Iterator[tuple[str, str]]:
    """Title and finished Markdown of each block of that name of a page."""
    scope = Scope(typesetter.catalogue, typesetter.lang, page.path, audience="trainer")
    for block in _blocks(page, typesetter):
        if isinstance(block, Container) and block.name == name:
            yield block.title, blocks.render(block.nodes, scope)


def _blocks(page: AnyPage, typesetter: Typesetter) -> Iterator[Node]:
    for section in typesetter.parts(page):
        yield from section.nodes


def principles(page: AnyPage) -> Iterator[str]:
    """Codes of the principles a page is about."""
    if page.kind.name == "case":
        yield from (*page.front.principles, *page.front.breaks)
    elif page.kind.name == "chapter":
        yield from page.front.principles


def _marked(card: Card, typesetter: Typesetter) -> Card:
    """The card, with a line in the margin of a side that leans on a reference that is to be looked at again by now."""

    def side(content: Markup) -> Markup:
        due = typesetter.look_again(content)
        return content + call("card-due", content=text(due)) if due else content

    return Card(card.name, side(card.front), side(card.back))


def _set(look: str, grids: Grids, cards: list[Card]) -> Markup:
    """Leaves of cards, fronts and then backs."""
    if not cards:
        return NOTHING
    rows: list[Value] = [{"name": card.name, "front": card.front, "back": card.back} for card in cards]
    return call(look, rows, *grids) + SPACE


def _roles(case: Case, typesetter: Typesetter) -> Iterator[Card]:
    lang = typesetter.lang
    for title, words in roles(case, typesetter):
        head = call("card-head", code=case.code, content=text(title))
        back = call("card-back", code=case.code, title=title, content=text(say("own_card", lang)))
        yield Card(f"{case.code} {title}", head + typesetter.set(case, words), back)


def _props(case: Case, typesetter: Typesetter) -> Iterator[Card]:
    """What a class holds in its hands: one of each for a group."""
    for title, words in _titled("prop", case, typesetter):
        head = call("card-head", code=case.code, content=text(title))
        back = call("card-back", code=case.code, title=title, content=text(say("prop", typesetter.lang)))
        yield Card(f"{case.code} {title}", head + typesetter.set(case, words), back)


def _papers(case: Case, typesetter: Typesetter) -> Iterator[Card]:
    """The papers of a dossier, half a leaf or a whole one each, to be put into envelopes."""
    for number, (written, words) in enumerate(_titled("paper", case, typesetter), start=1):
        _, title = papers.look_and_title(written)
        head = call("card-head", code=f"{case.code} · {number}", content=text(title))
        back = call("card-back", code=case.code, title=title, content=text(say("paper", typesetter.lang, number)))
        yield Card(f"{case.code} {title}", head + typesetter.set(case, words), back)


def _scenes(case: Case, typesetter: Typesetter) -> Iterator[Card]:
    """The talk to try, a scene a card. Front: what is said, and which card each option leads to; back: how each option was."""
    scope = Scope(typesetter.catalogue, typesetter.lang, case.path, audience="trainee")
    for block in _blocks(case, typesetter):
        talk = block.talk if isinstance(block, Branching) else None
        for scene in talk.scenes.values() if talk else ():
            yield _scene(case, scene, scope, typesetter)


def _scene(case: Case, scene: Scene, scope: Scope, typesetter: Typesetter) -> Card:
    lang = scope.lang
    name = say("scene", lang, scene.number)
    said = typesetter.set(case, spoken.turns(scene.turns, scope))
    options = [typesetter.set(case, expand(option.turn.words, scope)) + text(f" → {option.to}") for option in scene.options]
    marked = [(f"→ {option.to}", option.turn) for option in scene.options] + ([(say("try_end", lang), scene.end)] if scene.end else [])
    end = typesetter.set(case, f"**{say('try_end', lang)}** {expand(scene.end.words, scope)}") if scene.end else NOTHING
    front = call("card-head", code=case.code, content=text(name)) + said + (call("dotted", *options) if options else NOTHING) + end
    verdicts = [text(f"{where}: ") + _mark(turn, typesetter) for where, turn in marked]
    back = call("card-name", code=case.code, content=text(name)) + call("card-part", content=text(say("scene_back", lang)))
    return Card(f"{case.code} {name}", front, back + call("dotted", *verdicts))


def _mark(turn: Turn, typesetter: Typesetter) -> Markup:
    """The sign of a turn and the principles it is about, by name."""
    titles = [f"{code} {typesetter.catalogue.principles[code].title(typesetter.lang)}" for code in turn.codes]
    return named("tick" if turn.mark == "good" else "cross") + SPACE + text(markdown.listed(titles, typesetter.lang))


def _case(case: Case, typesetter: Typesetter) -> Card:
    """Front: which case it is; back: what to ask about it."""
    lang = typesetter.lang
    kinds = [("channels", case.front.channel), *(("issues", issue) for issue in case.front.issues[:1])]
    facts = [_drawn(group, id, typesetter) for group, id in kinds] + [text(say("minutes", lang, case.front.minutes.total))]
    front = (
        call("card-head", code=case.code, content=text(case.title(lang)))
        + call("card-text", content=text(case.summary(lang)))
        + call("card-foot", content=joined(facts, text(" · ")))
    )
    questions = typesetter.contents(case, "trainee").get("questions", "")
    back = call("card-name", code=case.code, content=text(say("questions", lang))) + typesetter.set(case, questions)
    return Card(case.name(lang), front, back)


def _drawn(group: str, id: str, typesetter: Typesetter) -> Markup:
    """The word for an id of the vocabulary with its pictogram before it, if it has one."""
    word = text(typesetter.catalogue.choices.row(group, id)[typesetter.lang])
    svg = pictograms.drawings().get((group, id))
    return call("pictogram", svg) + word if svg else word


def _principle(principle: AnyPage, typesetter: Typesetter) -> Card:
    """Front: its one sentence; back: what to do and what not."""
    lang = typesetter.lang
    front = call("card-head", code=principle.code, content=text(principle.title(lang)))
    front += call("card-line", content=text(principle.summary(lang)))
    parts = typesetter.contents(principle, "trainee")
    sides = [
        call("card-part", content=text(section[lang])) + typesetter.set(principle, parts[section.id])
        for section in principle.kind.sections
        if section.id in ("do", "dont") and parts.get(section.id)
    ]
    return Card(principle.name(lang), front, joined(sides))


def _phrase(row: PhraseRow, typesetter: Typesetter) -> Card:
    """Front: what not to say; back: what to say, and why."""
    lang = typesetter.lang
    where = markdown.listed([typesetter.catalogue.choices.row("channels", id)[lang] for id in row.channels], lang)
    situation = typesetter.catalogue.choices.row("situations", row.situation)[lang]
    front = call("card-head", code=row.id, content=named("cross") + SPACE + text(say("avoid", lang)))
    front += call("card-line", content=text(row.avoid[lang])) + call("card-foot", content=text(f"{situation} · {where}"))
    back = call("card-name", code=row.id, content=named("tick") + SPACE + text(say("say", lang)))
    back += call("card-line", content=text(row.say[lang])) + call("card-foot", content=text(row.why[lang]))
    return Card(f"{row.id} {say('avoid', lang)}", front, back)
