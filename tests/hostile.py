"""What somebody may write to get code into a page, what an author may well write, and what a page may hold in the end."""

from __future__ import annotations

MARKDOWN = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li em strong code pre blockquote hr br a img table thead tbody tr th td".split()
)  # E207 tells of pictures.
ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "th": {"align"}, "td": {"align"}, "code": {"class"}, "ol": {"start"}}
"""What Markdown itself makes of what is allowed; a heading may have its id."""

HOSTILE = [
    "<script>x()</script>", "<SCRIPT\nsrc=a.js></SCRIPT>", "<script\n>x()</script\n>", "<!-- --!><script>x()</script>", "<!--><script>x()</script>",
    "\\`<script>x()</script>\\`", "`<script>` x() `</script>`", "<p title='<'><script>x()</script>", "<\x02script>x()</script>", "<scr\x00ipt>",
    "<img src=a onerror=x()>", "<img src=\"`\" onerror=x()>", "<svg onload=x()>", "<iframe src=a>", "<style>p{}</style>", "<p style='color:red'>",
    "<link rel=stylesheet href=a>", "<meta http-equiv=refresh content='0;url=//a'>", "<base href=//a>", "<form action=//a>", "<object data=a>",
    "<a class=\"moved\" href=\"//a\">", "<![CDATA[<script>x()</script>]]>", "<?php x ?>", "<!DOCTYPE html>", "</div>", "</article>", "<sub onclick=x()>2</sub>",
    "<sub><script>x()</script></sub>", "<sub>2", "<details open ontoggle=x()>", "<h6>a</h6>", "<li>a</li>", "<p class=\"turn\">a</p>",
    "<b markdown='1' onclick=x()>a</b>", "<javascript:x()>", "<javascript://%0ax()>", "<data:text/html,a>",
    "**a**{onclick=x()}", "**a**{: onclick=x() }", "## a {onclick=x()}", "## a {#b onclick=x()}", "## a {#b .moved}", "a\n{: .moved }", "**a**{{ onclick=x() }}",
    "\\`**a**{{ onclick=x() }}\\`", "- a {: onclick=x() }", "| a {onclick=x()} |\n|---|\n| b {onclick=x()} |", "[a](b.md){target=_blank onclick=x()}", "a{hidden}", "](<script.md onload=x()>", "a <none.md>",
    "[a](javascript:x())", "[a](JaVaScRiPt:x())", "[a]( javascript:x())", "[a](<javascript:x()>)", "[a](java\nscript:x())", "> [a](java\n> script:x())",
    "[a](java&Tab;script:x())", "[a](&#106;avascript:x())", "[a](\x01javascript:x())", "[a](java\\script:x())", "[a](`javascript`:x())", "[a](vbscript:x)",
    "[a](data:text/html,<script>x()</script>)", "[a](file:///etc)", "[a](blob:x)", "![a](javascript:x())", "[a]\n\n[a]: javascript:x()", "[a][b]\n\n[b]:\n  javascript:x()",
    "> [a]\n>\n> [a]:\n> javascript:x()", "[a]\n\n[a]: <data:text/html,b> 'c'", "[a\\](javascript:x())", "[a] (javascript:x())", "[a](javascript\n:x())",
]  # fmt: skip
PLAIN = [
    "甲 < 乙，3 <5", "<br>", "H<sub>2</sub>O", "按 <kbd>Ctrl</kbd>", "<https://example.org/a?b=c&d>", "<a.b@example.org>", "[甲](../cases/a.md#b \"标题：一\")",
    "[a](tel:95598)", "[a](mailto:a@b.cn)", "[a](HTTPS://b.org/c:d)", "## 甲 {#a-1}", "### 甲 { #b }", "{{ figure: one }}", "[R13]：《办法》: 乙", "`a` | b", "[甲](<none.md>)", "[甲](<../a.md#b>)", "[甲](乙：丙.md)",
]  # fmt: skip
