"""The usual causes of broken YAML, told from the look of a line: a pattern, and what to say in both languages."""

from __future__ import annotations

CAUSES = (
    (r"^\s*[\w-]+：", "冒号要用半角，后面空一格", "expected a half-width colon and a space after it"),
    (r"^ *\t", "行首不能用制表符（Tab），请用空格", "expected spaces instead of a tab"),
    (r"^\s*[\w-]+:[^\s]", "冒号后面要空一格", "expected a space after the colon"),
    (
        r"^\s*[\w-]+: +\[(?=[^,，]+[,，])[A-Za-z0-9_\s,，.\"'-]*[】］]?\s*$",
        "列表要用半角的 ] 结束，如 [a, b]",
        "the list is not closed, expected a half-width ] as in [a, b]",
    ),
    (
        r"^\s*(?:- )?(?:[\w-]+: +)?\{.*[\"\]}]\s*，",
        "两项之间的逗号要用半角",
        "expected a half-width comma between two entries",
    ),
    (
        r"^\s*(?:- )?(?:[\w-]+: +)?\{(?:.*, )?[\w-]+: \"[^\"]*\"[^\s,}]",
        "半角引号不成对，句子里的引号请用“ ”",
        "the quotes do not pair, expected curly ones inside the sentence",
    ),
    (
        r"^\s*(?:- |[\w-]+: +)[%@`&*!|>\[{](?:[^\]}]*|[^\]}]*[\]}]\s*[^\s\]},#].*)$",
        "这一句以特殊符号开头，请给整句加上半角引号",
        "the value starts with a sign of YAML's own, expected quotes round it",
    ),
    (
        r"^\s*(?:- |[\w-]+: +)[^\"'\[{][^\"']*: ",
        "句子里有半角冒号，请给整句加上半角引号",
        "the value holds a colon, expected quotes round it",
    ),
    (
        r"^\s*(?:- |[\w-]+: +)\"(?:[^\"]*|[^\"]*\"[^\"\s,}].*)$",
        "半角引号不成对，句子里的引号请用“ ”",
        "the quotes do not pair, expected curly ones inside the sentence",
    ),
    (
        r"^\s*(?:- )?(?:[\w-]+: +)?\{[^\"\\]*(?:\"[^\"\\]*\"[^\"\\]*)*\"[^\"\\]*$",
        "半角引号不成对，每段话前后各要一个",
        "the quotes do not pair, expected one before and one after each text",
    ),
)
"""Mistakes people make, by what the line looks like: what YAML says of them helps nobody who does not know YAML."""
