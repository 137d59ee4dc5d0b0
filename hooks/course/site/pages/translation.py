"""Translation status: what the English lacks, page by page and passage by passage, what changed in the Chinese since, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.content import citations
from course.content.catalogue import AnyPage, Catalogue
from course.language.lang import TAG, Lang
from course.render import look_again, markdown, names
from course.render.inline import REFERENCES, Scope
from course.render.wording import say
from course.site.pages import references
from course.site.pages.generated import Generated, only
from course.translation import report
from course.translation.outdated import FRONT, State, passages, state
from course.translation.report import StalePassage
from course.translation.word_diff import ChangedLine, Piece

PATH = "about/translation.md"
paths = only(PATH)
TO_DO: tuple[State, ...] = ("behind", "missing", "unstamped")
LONG = 300
"""Signs of changed text from which it is folded."""


def pages(catalogue: Catalogue, lang: Lang) -> Iterator[Generated]:
    """The one page: what is to be done, by what it is, then what is complete, then the references that are to be read again."""
    by_state: dict[State, list[AnyPage]] = {}
    for page in catalogue.pages.values():
        by_state.setdefault(state(page), []).append(page)
    done, total = len(by_state.get("complete", [])), len(catalogue.pages)
    count = say("all_complete", lang, total) if done == total else say("some_complete", lang, total, done)
    content = markdown.join(
        f'<p class="about">{count}</p>',
        *(_group(catalogue, now, by_state[now], lang) for now in TO_DO if now in by_state),
        _complete(by_state.get("complete", []), lang),
        _overdue(Scope(catalogue, lang, PATH)),
    )
    yield Generated(PATH, say("translation", lang), say("translation_summary", lang), content, "docs/en", wide=True, tells_due=True)


def _group(catalogue: Catalogue, now: State, shown: Sequence[AnyPage], lang: Lang) -> str:
    """The pages in a state that is to be mended, with what to do about it."""
    command = f"<code>make accept PAGE={shown[0].code or shown[0].path}</code>"
    about = f"<p>{say(f'todo_{now}', lang, command)}</p>" if now != "missing" else f"<p>{say('todo_missing', lang)}</p>"
    entries = (markdown.join(_title(page, lang), _late(page, catalogue, lang) if now == "behind" else "") for page in shown)
    return markdown.join(
        markdown.heading(2, f"{say(f'state_{now}', lang)} · {len(shown)}", f"state-{now}"),
        about,
        *(markdown.block("div", entry, "desk") for entry in entries),
    )


def _title(page: AnyPage, lang: Lang) -> str:
    return f'<p class="desk__page" markdown="1">{_link(page, lang)} {_file(page)}</p>'


def _link(page: AnyPage, lang: Lang) -> str:
    return markdown.link(PATH, page.path, names.of_page(page, lang))


def _file(page: AnyPage) -> str:
    """The English file, which may break behind a folder."""
    return f"<small>{f'docs/en/{page.path}'.replace('/', '/<wbr>')}</small>"


def _late(page: AnyPage, catalogue: Catalogue, lang: Lang) -> str:
    """Every passage of a page that is behind: those that changed, each with its change, then the names of the others."""
    late = report.stale_passages(page, catalogue)
    stale = {passage.name for passage in late}
    current = [report.named(page, name, lang) for name in passages(page.sides["zh"], page.kind) if name not in stale]
    rest = markdown.escape(say("passages_current", lang, len(current), markdown.listed(current, lang)))
    return markdown.join(*(_passage(page, passage, lang) for passage in late), f'<p class="desk__rest">{rest}</p>' if current else "")


def _passage(page: AnyPage, passage: StalePassage, lang: Lang) -> str:
    plain = report.named(page, passage.name, lang)
    name = markdown.escape(plain[:1].upper() + plain[1:])
    if passage.now is not None and not passage.name.startswith(FRONT) and passage.name != "intro":
        name = markdown.link(PATH, page.path, name, anchor=passage.name)
    remark = report.remark_on(passage)
    heading = f"**{name}**" + (f" · {say(remark, lang)}" if remark else "")
    return markdown.join(f'<p class="desk__passage" markdown="1">{heading}</p>', "" if remark else _changes(passage.lines, lang))


def _changes(lines: Sequence[ChangedLine], lang: Lang) -> str:
    """The changed lines, folded where they are long. Raw HTML, so that nothing an author wrote is read as Markdown again."""
    shown = "".join(f"<p>{''.join(_piece(piece, lang) for piece in line)}</p>" for line in lines)
    block = f'<div class="changes" lang="{TAG["zh"]}">{shown}</div>'
    if sum(len(piece.text) for line in lines for piece in line) < LONG:
        return block
    return f"<details><summary>{say('diff_places', lang, len(lines))}</summary>{block}</details>"


def _piece(piece: Piece, lang: Lang) -> str:
    """A piece of a line; what went and came is also told to those who only hear it."""
    words = markdown.escape(piece.text)
    if piece.kind == "same":
        return words
    tag = "del" if piece.kind == "gone" else "ins"

    before, after = (
        f'<span class="visually-hidden" lang="{TAG[lang]}">{say(name, lang)}</span>' for name in (f"diff_{piece.kind}", "diff_end")
    )
    return f"<{tag}>{before}{words}{after}</{tag}>"


def _complete(shown: Sequence[AnyPage], lang: Lang) -> str:
    """The pages there is nothing to do about, folded, with how many passages of each were compared."""
    if not shown:
        return ""
    entries = []
    for page in shown:
        count = say("passages", lang, len(passages(page.sides["zh"], page.kind)))
        entries.append(f"{_link(page, lang)} · {count} {_file(page)}")
    return markdown.folded(f"{say('state_complete', lang)} · {len(shown)}", markdown.bullets(entries), "desk-complete")


def _overdue(scope: Scope) -> str:
    """The references whose sources are to be read again by now, with the pages that lean on them."""
    lang, citing = scope.lang, citations.pages_citing(scope.catalogue)
    entries = []
    for id, row in citations.overdue(scope.catalogue).items():
        name = markdown.link(PATH, REFERENCES, f"{id} {markdown.escape(row.title[lang])}", anchor=id.lower())
        uses = references.cited_on(citing[id], scope) if id in citing else ""
        entries.append("  \n".join([f"{name} · {look_again.of(row, lang)}", *([uses] if uses else [])]))
    title = say("overdue", lang, len(entries))
    return markdown.join(markdown.heading(2, title, "overdue"), markdown.bullets(entries)) if entries else ""
