"""A case: its facts in two short lines, its story, and how it is related to principles, chapters, phrases and other cases."""

from __future__ import annotations

from course.content import citations
from course.content.catalogue import Case
from course.render import cards, markdown, names, pictograms, way
from course.render.inline import REFERENCES, Scope, expand
from course.render.wording import say
from course.sessions import printables
from course.site.articles.sections import REPEATED, finished, opened, phrases


def finish(case: Case, scope: Scope) -> str:
    """The case in that language, without its title."""
    parts = finished(case, scope)
    if "rules" in parts:
        parts["rules"] = markdown.join(parts["rules"], _references(case, scope))
    trainer = parts.pop("trainer", "")
    return markdown.join(
        _meta(case, scope),
        *parts.values(),
        _principles(case, scope),
        _phrases(case, scope),
        _near(case, scope),
        way.pager(scope.catalogue, scope.lang, case.path),
        trainer,
        printables.links(case.code, scope),
    )


def _meta(case: Case, scope: Scope) -> str:
    """What kind of thing it is at a glance, then what only some ask for; a trainer sees how the minutes are shared out."""
    choices, lang, front = scope.catalogue.choices, scope.lang, case.front

    def browse(group: str, *ids: str) -> list[str]:
        return [markdown.link(scope.path, f"browse/{group}/{id}.md", pictograms.beside(choices, group, id, lang)) for id in ids]

    minutes = front.minutes
    shared = say("minutes_of", lang, minutes.read, minutes.discuss, minutes.practise)
    facts = [
        f'<b class="code">{case.code}</b>',
        *browse("channels", front.channel),
        *browse("issues", *front.issues),
        markdown.inline(shared if scope.audience == "trainer" else say("minutes", lang, minutes.total), "span"),
    ]
    more = [
        markdown.escape(choices.row("forms", front.form)[lang]),
        markdown.escape(choices.row("levels", front.level)[lang]),
        *browse("roles", *front.roles),
    ]
    lead = f'<p class="lead">{markdown.escape(case.summary(lang))}</p>'
    first = f'<p class="meta facts" markdown="1">{" ".join(facts)}</p>'
    return markdown.join(first, f'<p class="meta" markdown="1">{markdown.dots(more)}</p>', lead)


def _references(case: Case, scope: Scope) -> str:
    """The references this page cites, as a table behind one click."""
    ids = citations.of(case)
    cited = [row for id, row in scope.catalogue.references.items() if id in ids]
    if not cited:
        return ""
    table = cards.reference_table(cited, scope.lang, scope.path, REFERENCES)
    note = f'<p class="check-local">{say("check_local", scope.lang)}</p>'
    return markdown.join(markdown.folded(say("rules_table", scope.lang), table, "references", attributes=REPEATED), note)


def _principles(case: Case, scope: Scope) -> str:
    """Principles held and broken, each with the reason given in this case's front matter."""
    lang = scope.lang
    lines = []
    for relation in scope.catalogue.relations_of(case.code):
        chip = scope.link(relation.principle, "", "chip", f"chip--{names.TONES[relation.verb]}")
        lines.append(f"{names.signed_verb(relation.verb, lang)} {chip}  \n{expand(relation.reason(lang), scope)}")
    title = markdown.heading(2, say("leans_on", lang), "principles")
    return markdown.join(title, opened("principles", markdown.block("div", markdown.bullets(lines), "relations"), scope))


def _phrases(case: Case, scope: Scope) -> str:
    """Phrase pairs of the principles this case is about that suit its channel: first those whose words name its own matter, then those
    that fit any. One that names another matter would be nonsense here, however right its principle."""
    about, matters = {*case.front.principles, *case.front.breaks}, set(case.front.issues)
    fitting = [row for row in scope.catalogue.phrases if row.principle in about and case.front.channel in row.channels]
    own, general = [row for row in fitting if matters.intersection(row.issues)], [row for row in fitting if not row.issues]
    return phrases([*own, *general][:4], scope, behind_a_click=True)


def _near(case: Case, scope: Scope) -> str:
    """Cases that share most principles. Which, is not said: they answer the questions of this one."""
    lang = scope.lang
    lines = [f"{scope.link(other.code)}  \n{markdown.escape(other.summary(lang))}" for other, _ in scope.catalogue.neighbours(case)]
    chapters = [scope.link(chapter.code) for chapter in scope.catalogue.chapters_of(case.code)]
    where = markdown.named(say("in_chapters", lang), markdown.listed(chapters, lang), lang) if chapters else ""
    if not lines and not where:
        return ""
    return markdown.join(
        markdown.heading(2, say("near", lang), "near", REPEATED),
        markdown.block("div", markdown.join(markdown.bullets(lines), where), "relations"),
    )
