"""The lists, tables, dialogues, quizzes and blocks of a section in both languages, compared one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from course.content.headings import Section
from course.rules import shape, turns
from course.rules.shape import Piece
from course.rules.turns import Difference, Names
from course.syntax.branching import Branching
from course.syntax.dialogue import Dialogue
from course.syntax.kinds import container
from course.syntax.nodes import Container, List, Node, Table, View
from course.syntax.quiz import Quiz


def common(section: Section) -> list[Piece]:
    """The pieces both languages should have."""
    return [piece for piece in shape.pieces(section) if not english_only(piece.name if isinstance(piece, Container) else piece.within)]


def english_only(name: str) -> bool:
    """Whether English pages alone have the container of that name."""
    return container(name).english_only


def twins(theirs: Section, ours: Section) -> dict[int, int]:
    """Line of the Chinese section -> line that says it in English; empty where they have not as many lines."""
    zh, en = ([place.line for place in shape.places(section) if not english_only(place.within)] for section in (theirs, ours))
    return dict(zip(zh, en, strict=True)) if len(zh) == len(en) else {}


def dialogues(theirs: Section, ours: Section) -> Iterator[tuple[Dialogue, Dialogue]]:
    """The dialogues of a section in pairs, where both languages have as many; those left out that cannot be read."""
    zh, en = ([piece for piece in common(section) if isinstance(piece, Dialogue)] for section in (theirs, ours))
    if len(zh) == len(en):
        yield from ((their, our) for their, our in zip(zh, en, strict=True) if their.sound and our.sound)


def _sign(piece: Piece) -> tuple[str, ...]:
    """What must be equal before two pieces are worth comparing."""
    return (*_named(piece), piece.within)


def _named(piece: Piece) -> tuple[str, str]:
    """The kind of a piece in either language."""
    match piece:
        case List(kind="ordered"):
            return "编号列表", "numbered list"
        case List(kind="checklist"):
            return "勾选列表", "checklist"
        case List():
            return "项目列表", "bulleted list"
        case Table():
            return "表格", "table"
        case Branching():
            return "试一试", "talk that branches"
        case Dialogue():
            return "对话", "dialogue"
        case Quiz():
            return "自测题", "quiz"
        case Container(name=name):
            return f"::: {name}", f"::: {name}"
        case View(name=name, argument=argument):
            shown = f"{{{{ {name}: {argument} }}}}" if argument else f"{{{{ {name} }}}}"
            return shown, shown


def differences(theirs: Section, ours: Section, names: Names, above: int) -> Iterator[Difference]:
    """What differs in the pieces; where their order does, the first place only, for nothing after it can be told."""
    zh, en = common(theirs), common(ours)
    for what, a, _, b, _ in SequenceMatcher(None, [*map(_sign, zh)], [*map(_sign, en)], autojunk=False).get_opcodes():
        if what != "equal":
            their, our = zh[a] if what != "insert" else None, en[b] if b < len(en) else None
            twin = twins(theirs, ours).get(their.line) if their and what == "delete" else None
            yield _order(their, our, what, twin or (our.line if our else shape.last(ours)), above)
            return
    seen: Counter[type] = Counter()
    for their, our in zip(zh, en, strict=True):
        seen[type(our)] += 1
        for line, zh_says, en_says in _inside(their, our, names):
            zh_name, en_name = ("列表", "list") if isinstance(our, List) else _named(our)
            at = seen[type(our)]
            yield line, f"第 {at} 个{zh_name}：{zh_says}", f"{en_name} {at}: {en_says}"


def _order(their: Piece | None, our: Piece | None, what: str, line: int, above: int) -> Difference:
    if their is None and our:
        return line, f"英文多了{_shown(our, 0)}，中文没有", f"a {_shown(our, 1)} that the Chinese does not have"
    assert their
    place = their.line + above
    zh, en = f"中文第 {place} 行是{_shown(their, 0)}", f"expected a {_shown(their, 1)} as on line {place} of the Chinese page"
    if what == "delete" or our is None:
        return line, f"{zh}，英文没有", f"{en}, found none"
    return line, f"{zh}，英文这里是{_shown(our, 0)}", f"{en}, found a {_shown(our, 1)}"


def _shown(piece: Piece, lang: int) -> str:
    within = (f"（在 ::: {piece.within} 里）", f" (inside ::: {piece.within})")[lang] if piece.within else ""
    return f"{_named(piece)[lang]}{within}"


def _inside(their: Piece, our: Piece, names: Names) -> Iterator[Difference]:
    """What differs between two pieces of one kind."""
    match their, our:
        case List(), List():
            yield from _count(our, their.entries, our.entries, "项", "entries")
        case Table(), Table():
            yield from _count(our, their.rows, our.rows, "行", "rows")
            yield from _count(our, their.columns, our.columns, "列", "columns")
        case Dialogue(sound=True), Dialogue(sound=True):
            found = list(turns.differences(their, our, names))
            yield from found
            if isinstance(their, Branching) and isinstance(our, Branching) and not found:
                yield from _routes(their, our)
        case Quiz(sound=True), Quiz(sound=True):
            yield from _count(our, len(their.options), len(our.options), "个选项", "options")
            if len(their.options) == len(our.options):
                for at, (option, wanted) in enumerate(zip(our.options, their.options, strict=True), start=1):
                    if option.right != wanted.right:
                        zh, en = ("中文是对的，英文是错的", "right") if wanted.right else ("中文是错的，英文是对的", "wrong")
                        yield option.line, f"第 {at} 项{zh}", f"option {at} is {en} in Chinese, expected the same here"


def _routes(their: Branching, our: Branching) -> Iterator[Difference]:
    for (_, scene, wanted), (line, found, to) in zip(their.routes, our.routes, strict=False):
        if (scene, wanted) != (found, to):
            zh, en = f"第 {scene} 场这个选项中文通向 {wanted}", f"this option of scene {scene} leads to {wanted} in Chinese"
            yield line, f"{zh}，英文是第 {found} 场通向 {to}", f"{en}, found scene {found} leading to {to}"
            return


def _count(node: Node, wanted: int, found: int, zh: str, en: str) -> Iterator[Difference]:
    if wanted != found:
        yield node.line, f"中文 {wanted} {zh}，英文 {found} {zh}", f"{wanted} {en} in Chinese, {found} here"
