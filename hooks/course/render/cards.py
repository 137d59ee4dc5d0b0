"""Pieces that several pages show: case cards, principle chips, lists of chapters, tables of references."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.catalogue import Case, Catalogue, Chapter
from course.content.tables import PhraseRow, ReferenceRow
from course.language.lang import Lang
from course.render import markdown, names, pictograms
from course.render.wording import say


def values(case: Case, facet: str) -> tuple[str, ...]:
    """The ids a case has in a facet."""
    front = case.front
    return {
        "channels": (front.channel,),
        "roles": front.roles,
        "issues": front.issues,
        "steps": front.steps,
        "levels": (front.level,),
    }[facet]


def cases_with(catalogue: Catalogue, facet: str, id: str) -> list[Case]:
    """The cases that have that id in a facet."""
    return [case for case in catalogue.cases.values() if id in values(case, facet)]


def case_cards(cases: Iterable[Case], catalogue: Catalogue, lang: Lang, page: str) -> str:
    """Cases as cards with their facts; each carries its facet values for the filter."""
    return markdown.block("ul", "\n\n".join(_card(case, catalogue, lang, page) for case in cases), "cards")


def _card(case: Case, catalogue: Catalogue, lang: Lang, page: str) -> str:
    choices = catalogue.choices
    data = " ".join(f'data-{name}="{" ".join(values(case, facet))}"' for facet, name in names.FACETS.items())
    facts = [
        case.code,
        pictograms.beside(choices, "channels", case.front.channel, lang),
        *(pictograms.beside(choices, "issues", issue, lang) for issue in case.front.issues[:1]),
    ]
    effort = [markdown.escape(choices.row("levels", case.front.level)[lang]), say("minutes", lang, case.front.minutes.total)]
    meta = f'<p class="card__meta facts">{" ".join(markdown.inline(fact, "span") for fact in facts)}</p>'
    title = markdown.link(page, case.path, markdown.escape(case.title(lang)))
    content = markdown.join(
        f'<p class="card__title" markdown="1">{title}</p>',
        f'<p class="card__text">{markdown.escape(case.summary(lang))}</p>',
        f'<p class="card__meta">{markdown.dots(effort)}</p>',
    )
    return markdown.block("li", content, "card", attributes=data, lead=meta)


def chapter_line(chapter: Chapter, lang: Lang, page: str) -> str:
    """One line for a chapter: number and title as a link, minutes, summary."""
    title = markdown.link(page, chapter.path, names.of_page(chapter, lang))
    minutes = markdown.inline(say("minutes", lang, chapter.front.minutes), "span", "minutes")
    return f"{title} {minutes}  \n{markdown.escape(chapter.summary(lang))}"


def parts(catalogue: Catalogue, lang: Lang, page: str, level: int = 2) -> str:
    """Every part with its chapters under headings of that level; below them, parts without any say what they will hold."""
    blocks = []
    for part in sorted(catalogue.programme.parts, key=lambda part: not catalogue.chapters_in(part)):
        chapters = catalogue.chapters_in(part)
        name = names.of_part(part, lang)
        planned = "" if chapters else " " + markdown.inline(say("planned", lang), "span", "minutes")
        lines = markdown.bullets(chapter_line(chapter, lang, page) for chapter in chapters)
        about = markdown.escape(part.about[lang])
        title = markdown.heading(level, markdown.escape(name) + planned, names.anchor_of(part))
        marks = [names.colour_of(part.id), *([] if chapters else ["part--empty"])]
        blocks.append(markdown.block("section", markdown.join(title, about, lines), "part", *marks))
    return markdown.block("div", "\n\n".join(blocks), "parts")


def phrases(rows: Iterable[PhraseRow], catalogue: Catalogue, lang: Lang, page: str) -> str:
    """Pairs of wordings in a block."""
    return markdown.block("div", "\n\n".join(phrase(row, catalogue, lang, page) for row in rows), "phrases")


def phrase(row: PhraseRow, catalogue: Catalogue, lang: Lang, page: str) -> str:
    """A pair of wordings: not this, but this, and why."""
    channels = markdown.listed([catalogue.choices.row("channels", id)[lang] for id in row.channels], lang)
    owner = catalogue.principles.get(row.principle)
    chip = markdown.link(page, owner.path, names.of_page(owner, lang), "chip") if owner else ""
    lines = [
        f'<p class="phrase__meta" markdown="1">{row.id} · {markdown.escape(channels)} {chip}</p>',
        f'<p class="phrase__avoid"><b>✗ {say("avoid", lang)}</b> {markdown.escape(row.avoid[lang])}</p>',
        f'<p class="phrase__say"><b>✓ {say("say", lang)}</b> {markdown.escape(row.say[lang])}</p>',
        f'<p class="phrase__why">{markdown.escape(row.why[lang])}</p>',
    ]
    data = f'id="{row.id.lower()}" data-channel="{" ".join(row.channels)}" data-situation="{row.situation}"'
    return markdown.block("div", "\n\n".join(lines), "phrase", attributes=data)


def reference_table(rows: Iterable[ReferenceRow], lang: Lang, page: str, references: str) -> str:
    """References point by point: how binding, from where, how old, how sure."""
    lines = [
        (
            markdown.link(page, references, row.id, "ref", anchor=row.id.lower(), title=row.title[lang]),
            markdown.escape(point.text[lang]),
            say(f"level_{point.level}", lang),
            markdown.escape(point.dated_source(lang)),
            say(f"grade_{point.grade}", lang),
        )
        for row in rows
        for point in row.points
    ]
    header = [
        say("code", lang),
        say("what", lang),
        say("binding", lang),
        f"{say('source', lang)} · {say('date', lang)}",
        say("grade", lang),
    ]
    return markdown.block("div", markdown.table(header, lines), "reference-table")
