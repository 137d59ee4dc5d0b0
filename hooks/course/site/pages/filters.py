"""What narrows a list: rows of values to press and the count of what is left, which ``filter.js`` brings to life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from course.content.tables import VocabularyRow
from course.language.lang import Lang
from course.render import markdown
from course.render.wording import say


def block(rows: Sequence[str], number: int, words: Mapping[str, str], lang: Lang) -> str:
    """The rows, then how many entries there are. ``words`` names the words for one entry, for many and for none."""
    said = {**words, "clear": "filter_clear"}
    data = " ".join(f'data-{name}="{markdown.escape(say(word, lang))}"' for name, word in said.items())
    count = say(said["one" if number == 1 else "many"], lang, number)
    return markdown.join(markdown.block("div", "\n\n".join(rows), "facets"), f'<p class="count" aria-live="polite" {data}>{count}</p>')


def row(name: str, label: str, values: Sequence[str], hidden: bool = False) -> str:
    """A row of values: links, which a script makes buttons. What only a script can do is ``hidden`` until there is one."""
    mark = " hidden" if hidden else ""
    return f'<p class="facets__row" data-facet="{name}" markdown="1"{mark}><b>{markdown.escape(label)}</b> {" ".join(values)}</p>'


def button(value: VocabularyRow, lang: Lang) -> str:
    """A value that has no page and no place of its own."""
    return f'<button type="button" class="facet" data-value="{value.id}">{markdown.escape(value[lang])}</button>'


def jumps(label: str, links: Sequence[str]) -> str:
    """Links to the groups of a long list, under a name; above them a script puts a box to narrow the list by."""
    return markdown.block("div", row("jump", label, links), "facets", "facets--jumps")


def group(level: int, title: str, id: str, entries: Sequence[str]) -> str:
    """A part of a long list: its heading, which no search needs to find, and its entries."""
    shown = [markdown.block("div", entry, "entry") for entry in entries]
    return markdown.block("div", markdown.join(markdown.heading(level, title, id, "data-search-exclude"), *shown), "group")
