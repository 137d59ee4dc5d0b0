"""The words of a link say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.catalogue import Catalogue
from course.content.problem import Problem
from course.rules.bodies import Pages, problem, sides

CODE = "E313"
WHY = "听网页的人只听到一串“这里、这里”。/ Somebody who listens to the page hears nothing but “here, here”."

_LINK = re.compile(
    r"`+[^`]*`+"
    r"|(?<![!\\])\[(?P<text>(?:[^\[\]\\!]|!(?!\[)|\\.|!?\[[^\[\]]*\](?:\([^()]*\))?+)*+)\]"
    r"\([^()\s]*+(?:\([^()]*\)[^()\s]*+)*+(?:\s+[\"'][^\n]*?[\"'])?\s*\)"
    r"|\[\[[\w.]+\|(?P<words>[^\]]*)\]\]"
)
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]*\)(?:\{[^}]*\})?")
_SIGNS = re.compile(r"[^\w\u3400-\u9fff]+|_+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:)\S+|(?:[\w-]+\.)+(?:cn|com|net|org|gov|edu|io)(?:/\S*)?"
    r"|[\w./#-]+\.(?:md|html?|pdf|docx?|xlsx?|pptx?|csv|json|ya?ml|svg|png|jpe?g|txt|zip)(?:#[\w-]*)?",
    re.IGNORECASE,
)

_DO = r"(?:请|可以|可)?(?:点击|点按|单击|点开|点|戳|按|看|见|参见|详见|查看|打开|进入|前往|去|阅读)?(?:一下)?"
_NOTHING = (
    rf"{_DO}(?:这里|此处|这儿|那里|这个|这|此|本页|这页|这一页|此页|该页|网页|页面|链接|此链接|该链接|这个链接|超链接|网址|地址|更多|更多内容|更多信息"
    r"|详情|详细|详细信息|下面|上面|下文|上文)?(?:查看|了解|阅读|看看|看|打开|进入|下载)?(?:更多|详情)?|继续|继续阅读|了解|下载"
)
_EMPTY = (
    "(?:please )?(?:(?:click|tap|press|go|look|see|read|find out|learn|view|open|visit|follow|download) )?(?:on |at )?"
    "(?:here|there|this|that|it|this one|more|more here|(?:this|the|that|a) (?:link|page|site|web ?site|url|address)|link|page|url|website|details|more details"
    "|more information|more info|info|below|above)|click|tap|read on|continue|continue reading|download"
)
_SAYS_NOTHING = re.compile(f"(?:{_NOTHING}|{_EMPTY})", re.IGNORECASE)


def check(catalogue: Catalogue, pages: Pages | None = None) -> Iterator[Problem]:
    """Links in pages, ``[words](address)`` and ``[[C09|words]]``, whose words could be on any link."""
    for _, _, source in sides(catalogue, pages):
        for number, line in source.tree.prose:
            if "](" in line or "[[" in line:
                for shown in links(line):
                    if said := wrong(shown):
                        yield problem(source, number, CODE, *said)


def links(line: str) -> Iterator[str]:
    """The words of each link in a line, as written."""
    for match in _LINK.finditer(line):
        if match["text"] is not None or match["words"] is not None:
            yield match["text"] if match["words"] is None else match["words"]


def wrong(shown: str) -> tuple[str, str] | None:
    """What is wrong with the words of a link, in both languages, if anything is."""
    zh, en = "应写出点开是什么，如“打印观察表”", "expected words that say what it leads to, such as `the observation sheet`"
    plain = re.sub(r"</?[A-Za-z][^>]*>|&\w+;", " ", _IMAGE.sub(r" \1 ", shown)).strip()
    words = _SIGNS.sub(" ", plain).strip()
    if not words and "![" in shown:
        return f"链接里只有图，图没有替代文字，{zh}", f"the link holds only an image without words, {en}"
    if not words:
        return f"链接没有文字，{zh}", f"the link has no words, {en}"
    if _ADDRESS.fullmatch(plain.strip("`*_ <>")):
        return f"链接文字“{plain}”只是一个地址或文件名，{zh}", f"the words of the link are only an address or file name, `{plain}`; {en}"
    if _SAYS_NOTHING.fullmatch(words) or _SAYS_NOTHING.fullmatch(words.replace(" ", "")):
        return f"链接文字“{plain}”没说指到哪里，{zh}", f"the words of the link, `{plain}`, do not say where it leads; {en}"
    return None
