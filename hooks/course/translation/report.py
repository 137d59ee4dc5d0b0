"""The translator's desk: page by page, what is missing, what is behind, and what changed in the Chinese since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.content import headings
from course.content.catalogue import AnyPage, Catalogue
from course.language.lang import LANGS, Lang
from course.render.wording import say
from course.translation.outdated import FRONT, behind, passages, state
from course.translation.word_diff import ChangedLine, changes


@dataclass(frozen=True)
class StalePassage:
    """A passage of a page whose Chinese has changed since its English was confirmed."""

    name: str
    """Id of the section, or ``front.`` and the field."""
    old: str | None
    """What it said then; None where the history does not tell, or where it is new."""
    now: str | None
    """What it says now; None where it is gone."""
    new: bool
    """Whether there was no such passage then."""

    @property
    def lines(self) -> list[ChangedLine]:
        """What changed; empty where that is not known."""
        return [] if self.old is None else changes(self.old, self.now or "")


def stale_passages(page: AnyPage, catalogue: Catalogue) -> list[StalePassage]:
    """The passages that are behind, in the order of the page; those that are gone come last."""
    texts, stale = passages(page.sides["zh"], page.kind), behind(page)
    names = [name for name in texts if name in stale] + sorted(stale - texts.keys())
    known = page.words["en"].translated if names else {}
    return [StalePassage(name, catalogue.confirmed.get((page.path, name)), texts.get(name), name not in known) for name in names]


def named(page: AnyPage, name: str, lang: Lang) -> str:
    """What a reader calls a passage: the field's name, or the section's heading as the page in that language has it."""
    if name.startswith(FRONT):
        return say(f"field_{name.removeprefix(FRONT)}", lang)
    if name == "intro":
        return say("opening", lang)
    shown: tuple[Lang, ...] = ("zh", page.shown(lang))
    titles = {head.id: head.title for side in shown for head in headings.of(page.sides[side].tree, page.kind, side)}
    return titles.get(name, name)


def report(catalogue: Catalogue) -> Iterator[str]:
    """Lines for a terminal: pages that need work, each with its passages, then a count."""
    pages = list(catalogue.pages.values())
    for page in pages:
        now = state(page)
        if now != "complete":
            said = " / ".join(say(f"state_{now}", lang) for lang in LANGS)
            yield page.name("zh") + f"  docs/en/{page.path}: {said}"
            yield from _passages(page, catalogue)
    states = [state(page) for page in pages]
    if "behind" in states:
        yield ""
        yield " / ".join(say("diff_key", lang, "[-…-]", "{+…+}") for lang in LANGS)
        yield "英文改好以后运行 make accept PAGE=编号 / once the English is mended: make accept PAGE=code"
    yield f"{states.count('complete')} / {len(pages)} 页英文完整 / pages complete"


def _passages(page: AnyPage, catalogue: Catalogue) -> Iterator[str]:
    for passage in stale_passages(page, catalogue):
        zh, en = (named(page, passage.name, lang) for lang in LANGS)
        name = f"  {_place(page, passage.name)}: {zh if zh == en else f'{zh} / {en}'}"
        if remark := remark_on(passage):
            yield f"{name}: " + " / ".join(say(remark, lang) for lang in LANGS)
        else:
            yield f"{name}:"
            yield from ("    " + in_brackets(line) for line in passage.lines)


def _place(page: AnyPage, name: str) -> str:
    """Path and line at which the English of a passage stands: of its field, of its heading, or of the page where it has none yet."""
    english = page.sides.get("en")
    if english is None:
        return f"docs/en/{page.path}"
    if name.startswith(FRONT):
        return f"{english.path}:{english.line(name.removeprefix(FRONT))}"
    lines = {section.id: english.body_line + section.line - 1 for section in headings.parts(english.tree, page.kind, "en")}
    return f"{english.path}:{lines.get(name, 1)}"


def remark_on(passage: StalePassage) -> str:
    """Name of the words that say why no changes are shown, or that the passage is gone; empty where they are shown."""
    if passage.now is None:
        return "passage_gone"
    if passage.old is None:
        return "passage_new" if passage.new else "passage_unknown"
    return ""


def in_brackets(line: ChangedLine) -> str:
    """A changed line in characters anybody can type: ``kept[-gone-]{+new+}kept``."""
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in line)
