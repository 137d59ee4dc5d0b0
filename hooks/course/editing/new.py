"""A new page in both languages: the next free code, every section in its place, and in each a hint of what to write.

Every hint begins with ``✎``; the rule "still to be written" lists what is left of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from course.content.catalogue import Catalogue
from course.content.kinds import CASE, CHAPTER, FORM, MARK, PRINCIPLE, Kind
from course.content.model import LONGEST_SLUG
from course.language.lang import LANGS, Lang

KINDS = {kind.name: kind for kind in (CASE, PRINCIPLE, CHAPTER, FORM)}


@dataclass(frozen=True)
class Wish:
    """What an editor decides before the page exists."""

    kind: Kind
    slug: str
    title: Mapping[Lang, str]
    chapter: str = ""
    """The chapter a case belongs to, or, for a chapter, the part it goes to."""
    family: str = ""
    """Family of a principle."""


_DIALOGUE = (
    "```dialogue\n客户：✎ 他的第一句，他会怎么说就怎么写\n坐席：✎ 我们答的那句\n```",
    "```dialogue\nCustomer: ✎ the first thing said, as people say it\nAgent: ✎ what we answer\n```",
)
_QUIZ = (
    "```quiz\n✎ 一个小场面，问“先说哪句”\n- [ ] ✎ 像样但不对的一句\n  > ✎ 为什么不对\n- [x] ✎ 对的一句\n  > ✎ 为什么对\n```",
    "```quiz\n✎ A small scene: which sentence comes first?\n- [ ] ✎ a plausible wrong one\n  > ✎ why not\n- [x] ✎ the right one\n  > ✎ why\n```",
)
_TRY = (
    "```try\n1.\n客户：✎ 他说的一句\n- 坐席（✗ {code}）：✎ 常有人说、其实不好的一句 → 2\n- 坐席（✓ {code}）：✎ 好一点的一句，长短差不多 → 3\n\n"
    "2.\n客户：✎ 他听了怎么说\n- 坐席（✓ {code}）：✎ 拉得回来的一句 → 3\n- 坐席（✗ {code}）：✎ 越说越远的一句 → 4\n\n"
    "3.\n客户：✎ 他还要追问一句\n- 坐席（✗ {code}）：✎ 顺口答应的一句 → 4\n- 坐席（✓ {code}）：✎ 说得出谁、几点的一句 → 5\n\n"
    "4.\n（✎ 后来的样子）\n结局（✗ {code}）：✎ 落了个什么结果\n\n5.\n客户：✎ 他的回话\n结局（✓ {code}）：✎ 落了个什么结果\n```",
    "```try\n1.\nCustomer: ✎ what is said\n- Agent (✗ {code}): ✎ something people say, and should not → 2\n- Agent (✓ {code}): ✎ something better, about as long → 3\n\n"
    "2.\nCustomer: ✎ how that is taken\n- Agent (✓ {code}): ✎ words that bring it back → 3\n- Agent (✗ {code}): ✎ words that make it worse → 4\n\n"
    "3.\nCustomer: ✎ one more push\n- Agent (✗ {code}): ✎ a promise too easily made → 4\n- Agent (✓ {code}): ✎ who, and by when → 5\n\n"
    "4.\n(✎ what is seen)\nEnd (✗ {code}): ✎ what came of it\n\n5.\nCustomer: ✎ the reply\nEnd (✓ {code}): ✎ what came of it\n```",
)
_THREE = ("- ✎ 说得出口的一句\n- ✎ 第二句\n- ✎ 第三句", "- ✎ words one can say\n- ✎ a second\n- ✎ a third")
_ROLES = (
    "::: role 客户\n✎ 您要的是什么，别人不知道的是什么\n:::\n\n::: role 坐席\n✎ 您能做什么，不能做什么\n:::\n\n::: role 观察员\n- [ ] ✎ 看到哪句话算做到\n:::",
    "::: role Customer\n✎ what you want, and what nobody else knows\n:::\n\n::: role Agent\n✎ what you can and cannot do\n:::\n\n::: role Observer\n- [ ] ✎ which words count as held\n:::",
)
_HINTS: dict[tuple[str, str], tuple[str, str]] = {
    ("case", "situation"): ("✎ 一个人要办一件事；时间、钱数、手里的东西", "✎ one person wants one thing; a time, a sum, an object"),
    ("case", "events"): _DIALOGUE,
    ("case", "questions"): ("1. ✎ 靠“态度好”答不了的问题", "1. ✎ a question that good manners cannot answer"),
    ("case", "analysis"): (
        "### 1. ✎ 短标题\n\n✎ 第 1 题的答案：哪一句违反了哪条，流程错在哪",
        "### 1. ✎ a short title\n\n✎ the answer to question 1: which words broke what, and what our own system did",
    ),
    ("case", "try"): _TRY,
    ("case", "better"): _DIALOGUE,
    ("case", "aftermath"): ("✎ 三天后怎样了，六十字", "✎ what came of it some days later, in 40 words"),
    ("case", "rules"): ("- ✎ 能承诺什么，哪一级规定，什么日期", "- ✎ what we may promise, at which level, of which date"),
    ("case", "practice"): _ROLES,
    ("case", "trainer"): ("✎ 一分钟一分钟怎么走，岔路怎么拉回来", "✎ minute by minute; the wrong turns and the question that mends them"),
    ("principle", "do"): _THREE,
    ("principle", "dont"): _THREE,
    ("principle", "why"): ("✎ 为什么管用，证据到哪一步", "✎ why it works, and how far the evidence goes"),
    ("principle", "limits"): ("✎ 什么时候就不对了", "✎ where it stops being true"),
    ("principle", "check"): _QUIZ,
    ("chapter", "key-points"): ("- ✎ 记得住的一句", "- ✎ a sentence one remembers"),
    ("chapter", "self-check"): _QUIZ,
    ("chapter", "trainer"): ("✎ 每段几分钟，板书画什么", "✎ minutes for each part, what to draw"),
}
_OPENING: dict[str, tuple[str, str]] = {
    "chapter": (
        "✎ 从一个场面开头\n\n## ✎ 第一节 {#first}\n\n✎ 一屏讲一件事",
        "✎ Open with a scene\n\n## ✎ First section {#first}\n\n✎ One idea a screen",
    ),
    "form": ("✎ 怎么用这张单", "✎ How to use this sheet"),
}


_CHOOSE = f"# {MARK} 下面的渠道、岗位等只是先填上的，改成这个案例的，再删去这一行；能用的词在 docs/data/vocabulary.yml"
"""Without it nobody would notice a channel that is not the case's."""


def wrong(catalogue: Catalogue, kind: str, name: str, value: str) -> str:
    """What keeps a page of that kind from being made with that answer, in both languages; empty where nothing does."""
    if name == "slug":
        path = f"{KINDS[kind].folder}/{value}.md"
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
            return f"文件名“{value}”应是小写英文、数字和连字符 / expected lower-case letters, digits and hyphens: {value}"
        if len(value) > LONGEST_SLUG:
            return f"文件名应不超过 {LONGEST_SLUG} 个字母 / expected a file name of at most {LONGEST_SLUG} letters"
        return f"已经有 {path}，换一个名字 / {path} exists already, expected another name" if path in catalogue.pages else ""
    if name in ("title", "title-en"):
        return "" if value else "标题不能空着 / expected a title"
    if kind == "case":
        choices = {code: page.title("zh") for code, page in catalogue.chapters.items()}
        zh, en = f"没有第“{value}”章", f"no chapter {value}"
    elif name == "chapter":
        choices = {str(part.id): part.title.zh for part in catalogue.programme.parts}
        zh, en = f"没有第“{value}”部分", f"no part {value}"
    else:
        choices = {row.id: row.zh for row in catalogue.choices.families}
        zh, en = f"没有类别“{value}”", f"no such family: {value}"
    listed = "、".join(f"{id}（{title}）" for id, title in choices.items())
    return "" if value in choices else f"{zh}，能用的是：{listed} / {en}, expected one of: {', '.join(choices)}"


def next_code(catalogue: Catalogue, wish: Wish) -> str:
    """The code after the highest in use; gaps are never filled, because a code once printed is not used again."""
    published = [row.code for row in catalogue.addresses.published]
    used = [*catalogue.coded, *catalogue.unread, *published]
    if wish.kind is CHAPTER:
        numbers = [int(code.split(".")[1]) for code in used if code.startswith(f"{wish.chapter}.")]
        return f"{wish.chapter}.{max(numbers, default=0) + 1}"
    letter = {"case": "C", "principle": "P", "form": "F"}[wish.kind.name]
    numbers = [int(code[1:]) for code in used if re.fullmatch(rf"{letter}\d+", code)]
    return f"{letter}{max(numbers, default=0) + 1:02d}"


def files(catalogue: Catalogue, wish: Wish) -> dict[str, str]:
    """Path from the project's root -> text: both pages and, for a case, its chapter with the case in its list."""
    code = next_code(catalogue, wish)
    path = f"{wish.kind.folder}/{wish.slug}.md"
    made = {f"docs/{lang}/{path}": _page(catalogue, wish, code, lang) for lang in LANGS}
    return made | (_listed(catalogue, wish.chapter, code) if wish.kind is CASE else {})


def _page(catalogue: Catalogue, wish: Wish, code: str, lang: Lang) -> str:
    at = LANGS.index(lang)
    front = {name: f" {value}" for name, value in _front(catalogue, wish, code).items()} if lang == "zh" else {}
    words = {name: _yaml(value[at]) for name, value in _words(catalogue, wish).items()}
    code_first = {"id": front["id"]} if front else {}
    chosen = {"form": f"{_CHOOSE}\n"} if wish.kind is CASE else {}
    lines = "\n".join(f"{chosen.get(name, '')}{name}:{value}" for name, value in (code_first | words | front).items())
    parts = [_OPENING[wish.kind.name][at]] if wish.kind.name in _OPENING else []
    parts += [f"## {section[lang]}\n\n{_HINTS[wish.kind.name, section.id][at]}" for section in wish.kind.sections]
    body = "\n\n".join(parts).replace("{code}", next(iter(catalogue.principles), "P01"))
    return f"---\n{lines}\n---\n\n{body}\n"


def _yaml(value: object) -> str:
    """What follows a name and its colon: a text in quotes, or one entry a line."""
    if isinstance(value, dict):
        return "".join(f"\n  {name}: {text}" for name, text in value.items())
    if isinstance(value, list):
        return "".join(f"\n  - {text}" for text in value)
    return f" {json.dumps(value, ensure_ascii=False)}"


def _words(catalogue: Catalogue, wish: Wish) -> dict[str, tuple[object, object]]:
    """Front matter that is words, in both languages."""
    words: dict[str, tuple[object, object]] = {"title": (wish.title["zh"], wish.title["en"])}
    if wish.kind is PRINCIPLE:
        return words | {"statement": ("✎ 一句累了也能用的话", "✎ one sentence a tired person can use")}
    words["summary"] = ("✎ 一句话，让人知道是不是自己这件事", "✎ one sentence that lets a reader say: that is mine")
    if wish.kind is CHAPTER:
        words["objectives"] = (["✎ 学完能做什么"], ["✎ what a reader can do afterwards"])
    if wish.kind is CASE:
        held = next(iter(catalogue.principles))
        words["principles"] = ({held: "✎ 换到别的案例就说不通的理由"}, {held: "✎ a reason that fits no other case"})
    return words


def _front(catalogue: Catalogue, wish: Wish, code: str) -> dict[str, str]:
    """Front matter that is facts, as YAML values; choices begin with the first of each list of the vocabulary."""
    choices = catalogue.choices
    if wish.kind is CHAPTER:
        return {"id": f'"{code}"', "minutes": "20", "principles": "[]", "cases": "[]", "sources": "[]"}
    if wish.kind is PRINCIPLE:
        return {"id": code, "family": wish.family or choices.families[0].id, "sources": "[]"}
    if wish.kind is FORM:
        return {"id": code, "sources": "[]"}
    return {
        "id": code,
        "chapter": f'"{wish.chapter}"',
        "form": choices.forms[0].id,
        "channel": choices.channels[0].id,
        **{name: f"[{getattr(choices, name)[0].id}]" for name in ("roles", "customers", "issues", "steps")},
        "level": choices.levels[0].id,
        "minutes": "{read: 5, discuss: 10, practise: 10}",
        "sources": "[]",
    }


def _listed(catalogue: Catalogue, chapter: str, code: str) -> dict[str, str]:
    """The chapter's Chinese page with the case at the end of its list, written on one line."""
    page = catalogue.chapters[chapter]
    source = page.sides["zh"]
    cases = ", ".join([*page.front.cases, code])
    text = re.sub(r"^cases:[^\n]*(?:\n[ \t-]+[^\n]*)*", f"cases: [{cases}]", source.text, count=1, flags=re.MULTILINE)
    return {source.path: text}
